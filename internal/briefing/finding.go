package briefing

import (
	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// weight orders findings by how much a reader wants to know them.
type weight int

const (
	level   weight = iota // no rate to speak of
	steady                // much as the step before
	moved                 // faster or slower than the step before
	extreme               // the highest or lowest for long
	lasting               // for several steps in a row
	turning               // from growth to decline or back
)

// A finding is the one thing to say of an indicator's latest rate.
type finding struct {
	title  Text
	detail Text // a clause that may follow the rate in a sentence; may be empty
	weight weight
	sign   int // 1: stronger, -1: weaker
}

// lastingSteps is the length from which a row in one direction is worth a word.
const lastingSteps = 3

// extremeSteps is how long ago the last reading as high (or low) must be.
const extremeSteps = 6

// steadyPoints: rates that differ by less are little changed.
var steadyPoints = decimal.New(3, -1)

// find looks for the finding in a history; ok is false where there is no
// number at all.
func (h *history) find() (f finding, ok bool) {
	if g := h.ofIndex(); g != nil {
		return g.find()
	}
	now := last(h.line)
	switch {
	case !now.ok:
		return h.levelFinding()
	case h.ratio:
		return h.ratioFinding(now), true
	}
	row := unbroken(h.line)
	c := h.r.change(now)
	for _, rule := range [...]func([]fact, change) (finding, bool){h.turned, h.running, h.falling, h.extreme, h.step} {
		if f, ok := rule(row, c); ok {
			return f, true
		}
	}
	return finding{title: h.head(now, c), weight: level}, true
}

// inner is a name inside a sentence.
func inner(t Text) Text { return Text{ZH: t.ZH, EN: inside(t.EN)} }

// head is the plain statement: 零售额11月下降0.9%, Retail sales fell 0.9% in November.
func (h *history) head(now fact, c change) Text {
	when := h.r.in(now.at)
	when.EN = h.r.w.during(when.EN, c.compare)
	did := c.verb()
	if h.r.s.Measure == indicator.Index && !now.shown().IsZero() { // an index says what it compares with
		b := h.r.w.base(now.at, c.compare)
		did = Text{ZH: b.ZH + did.ZH, EN: did.EN + " " + b.over}
	}
	return h.r.say("found", slots{"name": h.r.label(), "when": when, "did": did})
}

// ofIndex is the growth that an index on the year or the period before states, as
// a history; nil of others.
func (h *history) ofIndex() *history {
	if !h.ratio || h.r.s.IndexBase() == indicator.NoCompare || !last(h.line).ok {
		return nil
	}
	g := *h
	g.r = h.r.ofPrices()
	g.ratio, g.line = false, make([]fact, len(h.line))
	for i, f := range h.line {
		g.line[i] = h.r.fromIndex(f)
	}
	if !last(g.line).ok {
		return nil
	}
	return &g
}

// headed joins the plain statement and a detail.
func (h *history) headed(c change, detail Text, w weight, sign int) finding {
	t := h.r.say("found-with", slots{"found": h.head(last(h.line), c), "detail": detail})
	return finding{t, detail, w, sign}
}

// turned: growth has become a decline, or the reverse.
func (h *history) turned(row []fact, c change) (finding, bool) {
	if len(row) < 2 {
		return finding{}, false
	}
	was := row[len(row)-2].shown().Sign()
	down := c.sign() < 0 && was >= 0
	up := c.sign() > 0 && was < 0
	if !down && !up {
		return finding{}, false
	}
	n := sameSign(row[:len(row)-1])
	s := slots{"before": h.r.previously(row[len(row)-2].at, last(row).at), "least": h.atLeast(n == len(row)-1), "span": h.inARow(row[len(row)-1-n : len(row)-1]).span}
	since := n+1 < len(row) && n >= lastingSteps // the last step of the other sign is known and long ago
	if since {
		s["since"] = h.r.whenFull(row[len(row)-2-n].at)
	}
	key := ""
	switch {
	case h.run && down:
		key = "turned-negative-to-date"
	case h.run:
		key = "turned-positive-to-date"
	case down && was == 0:
		key = "fell-after-no-change"
	case down && since:
		key = "first-fall-since"
	case up && since:
		key = "first-rise-since"
	case n == 1 && down:
		key = "after-one-rise"
	case n == 1:
		key = "after-one-fall"
	case down:
		key = "after-growth"
	default:
		key = "after-decline"
	}
	return h.headed(c, h.r.say(key, s), turning, c.sign()), true
}

// running: rates have risen, or fallen, for several steps in a row.
func (h *history) running(row []fact, c change) (finding, bool) {
	if len(row) < 2 {
		return finding{}, false
	}
	falling := c.sign() < 0 || c.sign() == 0 && row[len(row)-2].shown().Sign() < 0
	sign := 1
	if falling {
		sign = -1
	}
	dir, n := 1, streak(row, 1, sign, h.run)
	if m := streak(row, -1, sign, h.run); m > n {
		dir, n = -1, m
	}
	if n < lastingSteps {
		return finding{}, false
	}
	key := "faster-running"
	switch {
	case falling && dir > 0:
		key = "easing-running"
	case falling:
		key = "deepening-running"
	case dir < 0:
		key = "slower-running"
	}
	if h.run {
		key = "to-date-" + key
	}
	long := h.inARow(row[len(row)-n:])
	s := slots{"name": inner(h.r.label()), "least": h.atLeast(n == len(row)-1), "span": long.span, "ordinal": Text{EN: ordinal(n)}, "step": Text{EN: long.step}}
	return finding{h.r.say(key, s), h.r.say(key+"-detail", s), lasting, dir}, true
}

// atLeast qualifies a row that reaches back to where the figures begin or break
// off: it may be longer than they show.
func (h *history) atLeast(open bool) Text {
	if open {
		return h.r.say("at-least", nil)
	}
	return Text{}
}

// falling: not the first fall.
func (h *history) falling(row []fact, c change) (finding, bool) {
	n := sameSign(row)
	if c.sign() >= 0 || n < lastingSteps || h.run {
		return finding{}, false
	}
	d := h.r.say("falls-in-a-row", slots{"least": h.atLeast(n == len(row)), "span": h.inARow(row[len(row)-n:]).span, "ordinal": Text{EN: ordinal(n)}})
	return h.headed(c, d, lasting, -1), true
}

// extreme: the fastest or slowest rate, or the steepest fall, for longer than
// extremeSteps.
func (h *history) extreme(row []fact, c change) (finding, bool) {
	if len(row) <= extremeSteps || c.sign() < 0 {
		return finding{}, false
	}
	now := last(row).shown()
	for _, x := range [...]struct {
		dir int
		key string
	}{{1, "fastest-since"}, {-1, "slowest-since"}} {
		i := len(row) - 2
		for i >= 0 && row[i].shown().Cmp(now) == -x.dir {
			i--
		}
		if i >= 0 && len(row)-1-i > extremeSteps {
			d := h.r.say(x.key, slots{"since": h.r.whenFull(row[i].at)})
			return h.headed(c, d, extreme, x.dir), true
		}
	}
	return finding{}, false
}

// step: against the step before.
func (h *history) step(row []fact, c change) (finding, bool) {
	if len(row) < 2 || c.sign() == 0 {
		return finding{}, false
	}
	was := row[len(row)-2]
	d := last(row).Value.Sub(was.Value)
	s := slots{"before": h.r.previously(was.at, last(row).at), "from": h.r.when(was.at), "name": inner(h.r.label()), "size": same(c.size()), "when": h.r.in(last(row).at)}
	if d.Abs().LessThan(steadyPoints) {
		key := "same-rate"
		if c.sign() < 0 {
			key = "same-fall"
		}
		if round(d, c.places).Sign() != 0 {
			key = "nearly-" + key
		}
		return h.headed(c, h.r.say(key, s), steady, 0), true
	}
	key := "quickened-to"
	switch {
	case c.sign() < 0 && d.Sign() > 0:
		key = "eased-to"
	case c.sign() < 0:
		key = "deepened-to"
	case d.Sign() < 0:
		key = "slowed-to"
	}
	return finding{title: h.r.say(key, s), weight: moved, sign: d.Sign()}, true
}

// ratioFinding speaks of a rate, a share or an index itself.
func (h *history) ratioFinding(now fact) finding {
	r := h.r
	f := finding{weight: level}
	f.title = r.say("stood-found", slots{"name": r.label(), "when": r.in(now.at), "level": r.amount(now).text()})
	row := unbroken(h.line)
	if len(row) < 2 {
		return f
	}
	if m := r.moved(now.at); m.ok && h.seasonal() {
		f.detail, f.weight, f.sign = r.onYearBefore(m), moved, m.shown().Sign()
		f.title = r.say("found-with", slots{"found": f.title, "detail": f.detail})
		return f
	}
	was := row[len(row)-2]
	gap := r.gap(now, was, now.places)
	d := gap.shown()
	f.detail = r.say(directed(d, "same-as", "higher-than", "lower-than"), slots{"before": r.previously(was.at, now.at), "from": r.when(was.at), "points": r.difference(gap)})
	f.weight, f.sign = moved, d.Sign()
	f.title = r.say("found-with", slots{"found": f.title, "detail": f.detail})
	return f
}

// onYearBefore is the change of a rate over the year before, as a clause.
func (r *reading) onYearBefore(m fact) Text {
	return r.say(directed(m.shown(), "same-as-year-before", "higher-than-year-before", "lower-than-year-before"), slots{"base": r.yearBefore(m.at), "points": r.difference(m)})
}

// yearBefore names the same period of the year before, in Chinese.
func (r *reading) yearBefore(p Period) Text {
	switch {
	case p.Months() == 12:
		return Text{ZH: "上年"}
	case p.From == p.To:
		return Text{ZH: "上年同月"}
	}
	return Text{ZH: "上年同期"}
}

// fewestSeasons is how many pairs of values a year apart tell of seasons.
const fewestSeasons = 6

// seasonal reports a rate whose months or quarters follow the seasons, so that the
// one before says nothing of it: on average its values differ less than half as
// much from those of a year before as from those of half a year before.
func (h *history) seasonal() bool {
	year := int(12 / h.r.w.cal.months())
	if year == 1 {
		return false
	}
	apart := func(n int) (sum Decimal, pairs int) {
		for i := n; i < len(h.line); i++ {
			if a, b := h.line[i-n], h.line[i]; a.ok && b.ok {
				sum, pairs = sum.Add(b.Value.Sub(a.Value).Abs()), pairs+1
			}
		}
		return sum, pairs
	}
	full, n := apart(year)
	half, m := apart(year / 2)
	times := func(v Decimal, k int) Decimal { return v.Mul(decimal.NewFromInt(int64(k))) }
	return n >= fewestSeasons && times(full, 2*m).LessThan(times(half, n))
}

// directed is the statement for the sign of a difference.
func directed(d Decimal, none, up, down string) string {
	switch d.Sign() {
	case 0:
		return none
	case 1:
		return up
	}
	return down
}

// difference names a difference between two values: of percentages in percentage
// points, of an index in points, of any other rate in its own unit.
func (r *reading) difference(f fact) Text {
	switch {
	case r.ratio() && r.s.Unit.IsPercent():
		return points(f)
	case r.s.Unit.Base == "permille":
		return r.say("per-mille-points", slots{"size": same(f.size())})
	case r.s.Measure == indicator.Index || isIndex(r.s.Unit):
		return r.say("index-points", slots{"size": same(f.size())})
	}
	f.role = asLevel
	f.Value = f.Value.Abs()
	return r.amount(f).text()
}

// levelFinding states the latest level where there is no rate.
func (h *history) levelFinding() (finding, bool) {
	if f, ok := h.countFinding(); ok {
		return f, true
	}
	f := h.r.main()
	if !f.ok {
		return finding{}, false
	}
	return finding{title: h.r.stated(f, h.r.label()), weight: level}, true
}

// span is a number of steps: 七个月, seven months.
func (h *history) span(n int) Text {
	c := count(n)
	zh, en := "个月", " month"
	switch h.r.w.cal {
	case byQuarter:
		zh, en = "个季度", " quarter"
	case byYear:
		zh, en = "年", " year"
	}
	if n != 1 {
		en += "s"
	}
	return Text{ZH: c.ZH + zh, EN: c.EN + en}
}

// unit is the English name of one step.
func (h *history) unit() string {
	switch h.r.w.cal {
	case byQuarter:
		return "quarter"
	case byYear:
		return "year"
	}
	return "month"
}
