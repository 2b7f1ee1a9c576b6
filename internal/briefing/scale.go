package briefing

import (
	"slices"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// Amounts of money with many digits, as books keep them in 元, are told in 亿
// or 万亿: the tables keep the unit of the source.

// manyDigits is from how many units on an amount is told in larger ones.
var manyDigits = decimal.New(1, 8)

// larger is the unit in which an amount is told: its own, or for money one of
// 100 million or a trillion.
func larger(v Decimal, u indicator.Unit) indicator.Unit {
	if u.Scale != 0 || !u.IsMoney() || v.Abs().LessThan(manyDigits) {
		return u
	}
	for _, m := range [...]struct {
		scale int
		word  string
	}{{12, "trillion"}, {8, "100 million"}} {
		if v.Abs().GreaterThanOrEqual(decimal.New(1, int32(m.scale))) {
			to := indicator.Unit{Base: u.Base, Scale: m.scale}
			to.Text = Text{ZH: indicator.ChineseUnit(to), EN: currencies[u.Base] + m.word}
			return to
		}
	}
	return u
}

// rescaled is an amount in a larger unit, exactly, and its digits after the
// point: four in all at least, and of one that is shown as entered (places < 0)
// all it has.
func rescaled(v Decimal, from, to indicator.Unit, places int) (Decimal, int) {
	by := to.Scale - from.Scale
	if by == 0 {
		return v, places
	}
	v = v.Shift(int32(-by))
	switch {
	case places < 0:
		return trimmed(v), places
	case v.Abs().LessThan(decimal.New(10, 0)):
		return v, 3
	}
	return v, 2
}

// levelUnit is the unit of all levels of a chart: that in which the one in the
// middle is told.
func (r *reading) levelUnit(fs []fact) indicator.Unit {
	var sizes []Decimal
	for _, f := range fs {
		if f.ok {
			sizes = append(sizes, f.Value.Abs())
		}
	}
	if len(sizes) == 0 {
		return r.s.Unit
	}
	slices.SortFunc(sizes, Decimal.Cmp)
	return larger(sizes[len(sizes)/2], r.s.Unit)
}

// level is a level as a value to draw, in the unit of its chart.
func (h *history) level(f fact, u indicator.Unit) Datum {
	g := f
	g.Value, g.places = rescaled(f.Value, h.r.s.Unit, u, f.places)
	return h.datum(g, g.numberOf(f))
}
