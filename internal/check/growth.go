package check

import (
	"fmt"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// Official growth is computed on a comparable basis: from revised figures of the
// year before, for the enterprises surveyed in both years, without what a policy
// changed. Levels side by side in a table, each as published at its time, bear it
// out only roughly: in China retail sales and investment are revised after every
// economic census, by up to several percent. So a difference beyond rounding is
// worth a note, and a warning only where it is as wide as a slip makes it and
// stands alone.
const (
	noted  = 1.5  // percentage points apart: beyond these a slip, where prices are known to be the same
	afield = 10.0 // beyond these a slip even where they are not, growth in current prices against that in comparable ones
)

// published holds published growth over a year against growth from the levels
// beside it.
func (c *checker) published(v *view) {
	g := v.Series
	lv := c.byID[g.Of]
	if lv == nil || c.ofRate(g, lv.Series) || g.Compare != indicator.YearOnYear {
		return
	}
	basis := comparability(g, lv.Series)
	if basis == never {
		return
	}
	holds, at := make([]bool, 0, v.values), make([]comparison, 0, v.values)
	for i := range g.Observations {
		if x, ok := compareGrowth(v, lv, i); ok {
			limit := noted
			if basis == roughly {
				limit = afield
			}
			limit *= max(1, 1+v.num[i]/100) // what one percent of the base makes
			holds, at = append(holds, x.apart <= limit), append(at, x)
		}
	}
	slips, pattern := judge(holds)
	if len(holds) <= 2 {
		slips = append(slips, pattern...) // too few for a pattern
	}
	var found instances
	add := func(k int) { found.add(at[k].rate.Cell, at[k].text().ZH, at[k].text().EN) }
	for _, k := range slips {
		add(k)
	}
	switch {
	case basis == roughly: // comparable prices against current ones, or nobody knows which
		c.farApart(lv, found)
	case len(slips) > 0:
		c.mismatch(lv, found)
	default:
		for k := range at {
			if at[k].apart > 0 {
				add(k)
			}
		}
		c.slightMismatch(lv, found)
	}
}

// comparison is a published rate beside that which its levels give.
type comparison struct {
	rate     *indicator.Observation
	computed string
	apart    float64 // percentage points between them that no rounding explains
}

func (x comparison) text() indicator.Text {
	p := when(x.rate.Period)
	return indicator.Text{
		ZH: fmt.Sprintf("%s公布%s%%、推算%s%%", p.ZH, x.rate.Value, x.computed),
		EN: fmt.Sprintf("%s published %s%%, computed %s%%", p.EN, x.rate.Value, x.computed),
	}
}

// compareGrowth compares the i-th rate of g with the levels lv; it is false
// where these are lacking. A base that was revised may have been either figure.
func compareGrowth(g, lv *view, i int) (comparison, bool) {
	o := &g.Observations[i]
	if !g.sound(i) {
		return comparison{}, false
	}
	n, t := lv.valueAt(o.Period), lv.valueAt(o.Period.YearBefore())
	if n < 0 || t < 0 || lv.num[t] <= 0 || lv.num[n] < 0 {
		return comparison{}, false
	}
	now, then := &lv.Observations[n], &lv.Observations[t]
	rate := g.prec.reach(o.Value)
	apart := growthReach(lv.prec.reach(now.Value), lv.prec.reach(then.Value)).apart(rate)
	if then.Previous != nil && then.Previous.Sign() > 0 {
		apart = min(apart, growthReach(lv.prec.reach(now.Value), lv.prec.reach(*then.Previous)).apart(rate))
	}
	if lv.Measure == indicator.Index { // an index of the year before = 100
		apart = min(apart, lv.prec.reach(now.Value.Sub(hundred)).apart(rate))
	}
	x := comparison{rate: o, apart: apart}
	if apart > 0 {
		x.computed = now.Value.Sub(then.Value).Mul(hundred).DivRound(then.Value, 16).StringFixed(max(g.prec.digits(o.Value), 1))
	}
	return x, true
}

// How far levels can bear out growth.
type comparable int

const (
	never   comparable = iota // growth in comparable prices from levels in current ones
	roughly                   // money, prices unknown
	closely
)

func comparability(g, s *indicator.Series) comparable {
	prices := g.Prices
	if prices != indicator.Real && prices != indicator.Nominal {
		prices = s.Prices
	}
	switch {
	case s.Measure != indicator.Level && s.Measure != indicator.Index, prices == indicator.Real:
		return never
	case prices != indicator.Nominal && money(s.Unit):
		return roughly
	}
	return closely
}

// money reports whether u is money, or money per something. A unit that is not
// known may be.
func money(u indicator.Unit) bool {
	base, _, _ := strings.Cut(u.Base, "/")
	if u.Base == "" {
		en := strings.ToLower(u.Text.EN)
		return u.Text.IsZero() || strings.Contains(u.Text.ZH, "元") || strings.Contains(en, "rmb") || strings.Contains(en, "yuan") || strings.Contains(en, "dollar") || strings.Contains(en, "$")
	}
	return indicator.Unit{Base: base}.IsMoney()
}

// mismatch reports rates that are as far from their levels as a slip makes them.
func (c *checker) mismatch(lv *view, found instances) {
	n, l := name(lv.Series), found.text("；", "; ")
	c.add(diagnostic.Warning, "growth-mismatch", found.cell,
		fmt.Sprintf("“%s”公布的同比增速有%d处与按水平值推算的不符，非四舍五入所能解释：%s。简报采用公布数；请核对水平值、增速及其口径，可比价增速请注明“可比价”。", n.ZH, found.count(), l.ZH),
		fmt.Sprintf("the published growth of “%s” differs from that computed from its levels by more than rounding explains, for %s: %s. The published rate is used; check the levels, the rate and its basis, and mark growth in comparable prices as real.", n.EN, plural(found.count(), "period"), l.EN))
}

// slightMismatch notes what revisions of the base explain.
func (c *checker) slightMismatch(lv *view, found instances) {
	if found.count() == 0 {
		return
	}
	n, l := name(lv.Series), found.text("；", "; ")
	c.add(diagnostic.Info, "growth-mismatch", found.cell,
		fmt.Sprintf("“%s”公布的同比增速有%d处与按水平值推算的不同：%s。公布增速按可比口径计算，上年基数修订后常有此差异；简报采用公布数。如非此故，请核对。", n.ZH, found.count(), l.ZH),
		fmt.Sprintf("the published growth of “%s” is not that computed from its levels for %s: %s. Published growth is on a comparable basis, so it often differs once the year before has been revised; the published rate is used. If that is not the reason, check them.", n.EN, plural(found.count(), "period"), l.EN))
}

// farApart notes growth so far from that of the levels that the basis of prices
// hardly explains it.
func (c *checker) farApart(lv *view, found instances) {
	if found.count() == 0 {
		return
	}
	n, l := name(lv.Series), found.text("；", "; ")
	c.add(diagnostic.Info, "growth-mismatch", found.cell,
		fmt.Sprintf("“%s”公布的同比增速有%d处与按水平值推算的相差10个百分点以上：%s。口径或价格基础不同可以造成差异；如无此情况，请核对小数点、正负号和水平值。", n.ZH, found.count(), l.ZH),
		fmt.Sprintf("the published growth of “%s” is more than 10 percentage points from that computed from its levels for %s: %s. Another coverage or price basis can cause that; otherwise check the decimal point, the sign and the levels.", n.EN, plural(found.count(), "period"), l.EN))
}
