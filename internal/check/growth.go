package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// published holds published growth over a year against growth from the levels
// beside it. Only what rounding cannot explain is reported.
func (c *checker) published(g *indicator.Series) {
	s := c.d.Find(g.Of)
	if s == nil || c.ofRate(g, s) || g.Compare != indicator.YearOnYear || !recomputable(g, s) {
		return
	}
	levels, rates := precisionOf(s), precisionOf(g)
	var found instances
	for _, o := range g.Observations {
		now, ok1 := s.At(o.Period)
		then, ok2 := s.At(o.Period.YearBefore())
		if !o.Status.HasValue() || !ok1 || !ok2 || !now.Status.HasValue() || !then.Status.HasValue() || then.Value.Sign() <= 0 {
			continue
		}
		rate := rates.reach(o.Value)
		if growthReach(levels.reach(now.Value), levels.reach(then.Value)).meets(rate) {
			continue
		}
		if s.Measure == indicator.Index && levels.reach(now.Value.Sub(hundred)).meets(rate) {
			continue // an index of the year before = 100
		}
		p := when(o.Period)
		computed := now.Value.Sub(then.Value).Mul(hundred).DivRound(then.Value, 16).StringFixed(max(rates.digits(o.Value), 1))
		found.add(o.Cell, fmt.Sprintf("%s公布%s%%、推算%s%%", p.ZH, o.Value, computed), fmt.Sprintf("%s published %s%%, computed %s%%", p.EN, o.Value, computed))
	}
	if found.count() == 0 {
		return
	}
	n, l := name(s), found.text("；", "; ")
	c.add(diagnostic.Warning, "growth-mismatch", found.cell,
		fmt.Sprintf("“%s”公布的同比增速有%d处与按水平值推算的不符，非四舍五入所能解释：%s。简报采用公布数；请核对水平值、增速及其口径，可比价增速请注明“可比价”。", n.ZH, found.count(), l.ZH),
		fmt.Sprintf("the published growth of “%s” differs from that computed from its levels by more than rounding explains, for %s: %s. The published rate is used; check the levels, the rate and its basis, and mark growth in comparable prices as real.", n.EN, plural(found.count(), "period"), l.EN))
}

// recomputable reports whether levels can bear out the growth at all. Growth in
// comparable prices they cannot, nor growth of money whose prices are not said.
func recomputable(g, s *indicator.Series) bool {
	prices := g.Prices
	if prices != indicator.Real && prices != indicator.Nominal {
		prices = s.Prices
	}
	switch {
	case s.Measure != indicator.Level && s.Measure != indicator.Index, prices == indicator.Real:
		return false
	case prices == indicator.Nominal:
		return true
	}
	return !money(s.Unit)
}

// money reports whether u is money, or money per something.
func money(u indicator.Unit) bool {
	base, _, _ := strings.Cut(u.Base, "/")
	if u.Base == "" {
		en := strings.ToLower(u.Text.EN)
		return strings.Contains(u.Text.ZH, "元") || strings.Contains(en, "rmb") || strings.Contains(en, "yuan")
	}
	return indicator.Unit{Base: base}.IsMoney()
}

// precision is the number of decimals that the values of a series have as a
// rule. Spreadsheets drop a zero at the end, so 110 among 100.5 and 98.7 is
// known to one decimal as they are.
type precision int32

// precisionOf takes for the rule what three values in four keep; of fewer than
// four values none can be told.
func precisionOf(s *indicator.Series) precision {
	var ds []int32
	for _, o := range s.Observations {
		if o.Status.HasValue() {
			ds = append(ds, decimalsOf(o.Value))
		}
	}
	if len(ds) < 4 {
		return 0
	}
	slices.Sort(ds)
	return precision(ds[len(ds)/4])
}

func decimalsOf(v indicator.Decimal) int32 { return max(-v.Exponent(), 0) }

func (p precision) digits(v indicator.Decimal) int32 { return max(decimalsOf(v), int32(p)) }

// half is half a unit of the last digit of v: 0.05 for 7.2.
func (p precision) half(v indicator.Decimal) indicator.Decimal {
	return decimal.New(5, -p.digits(v)-1)
}

// reach is all that may have been rounded to v.
func (p precision) reach(v indicator.Decimal) interval {
	h := p.half(v)
	return interval{v.Sub(h), v.Add(h)}
}

// interval holds both its ends.
type interval struct{ low, high indicator.Decimal }

func (a interval) meets(b interval) bool {
	tail := decimal.New(1, -9) // of divisions
	return a.low.Sub(tail).LessThanOrEqual(b.high) && b.low.LessThanOrEqual(a.high.Add(tail))
}

// growthReach is every growth rate, percent, that two rounded levels allow. The
// base is positive throughout, since a positive value is at least one unit of
// its last digit.
func growthReach(now, then interval) interval {
	rate := func(n, t indicator.Decimal) indicator.Decimal {
		return n.Sub(t).Mul(hundred).DivRound(t, 16)
	}
	return interval{
		decimal.Min(rate(now.low, then.low), rate(now.low, then.high)),
		decimal.Max(rate(now.high, then.low), rate(now.high, then.high)),
	}
}
