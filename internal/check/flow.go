package check

import (
	"fmt"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// cumulative: what has been counted since January does not become less. A
// balance may (net exports, a profit that can be a loss), and a series with
// figures below zero is one.
func (c *checker) cumulative(s *indicator.Series) {
	if !s.AddsUp() {
		return
	}
	for _, o := range s.Observations {
		if o.Status.HasValue() && o.Value.Sign() < 0 {
			return
		}
	}
	n := name(s)
	var before *indicator.Observation
	for i := range s.Observations {
		o := &s.Observations[i]
		if !o.Period.FromJanuary() || !o.Status.HasValue() {
			continue
		}
		b := before
		before = o
		if b == nil || b.Period.Year() != o.Period.Year() || !o.Value.LessThan(b.Value) || (b.Status == indicator.Revised) != (o.Status == indicator.Revised) {
			continue
		}
		was, is := when(b.Period), when(o.Period)
		c.add(diagnostic.Warning, "cumulative-falls", o.Cell,
			fmt.Sprintf("“%s”累计值由%s的%s降至%s的%s；年内累计值不应下降。请核对录入，修订过的数请标为修订，时点数请将类型改为存量。", n.ZH, was.ZH, b.Value, is.ZH, o.Value),
			fmt.Sprintf("the cumulative “%s” falls from %s in %s to %s in %s; what is counted from January does not fall. Check for a slip, mark a revised figure as revised, or make the indicator a stock.", n.EN, b.Value, was.EN, o.Value, is.EN))
	}
}

// sums holds a cumulative figure against the one before it plus the month or
// quarter between. Revised figures need not add up with those published before.
func (c *checker) sums(s *indicator.Series) {
	if !s.AddsUp() {
		return
	}
	n, prec := name(s), precisionOf(s)
	for _, part := range s.Observations {
		p := part.Period
		if p.From.Year() != p.To.Year() || p.FromJanuary() {
			continue
		}
		before, ok1 := s.At(indicator.ToDate(p.Year(), p.From.Of()-1))
		total, ok2 := s.At(p.ToDate())
		if !ok1 || !ok2 || !firm(part) || !firm(before) || !firm(total) {
			continue
		}
		gap := total.Value.Sub(before.Value).Sub(part.Value)
		slack := prec.half(total.Value).Add(prec.half(before.Value)).Add(prec.half(part.Value))
		if gap.Abs().LessThanOrEqual(slack) {
			continue
		}
		pt, bt, tt := when(p), when(before.Period), when(total.Period)
		sum := before.Value.Add(part.Value)
		c.add(diagnostic.Warning, "sum-of-months", total.Cell,
			fmt.Sprintf("“%s”%s累计为%s，而%s累计%s与%s当期%s之和为%s，相差%s，非四舍五入所能解释。请核对，或将修订过的数标为修订。", n.ZH, tt.ZH, total.Value, bt.ZH, before.Value, pt.ZH, part.Value, sum, gap.Abs()),
			fmt.Sprintf("“%s” is %s in %s, but %s in %s and %s in %s add up to %s: a difference of %s, more than rounding explains. Check them, or mark revised figures as revised.", n.EN, total.Value, tt.EN, before.Value, bt.EN, part.Value, pt.EN, sum, gap.Abs()))
	}
}

// firm reports a value as first published.
func firm(o indicator.Observation) bool {
	return o.Status.HasValue() && o.Status != indicator.Revised
}
