package check

import (
	"fmt"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// jumps finds neighbours that differ by a factor of about 10,000 or 100 million,
// as when 万元 is entered for 亿元. A figure that falls back into line with those
// before the slip is not reported again.
func (c *checker) jumps(s *indicator.Series) {
	type seen struct {
		indicator.Observation
		off int // powers of ten by which it is out of line
	}
	lastOf := map[int]seen{} // by length in months
	var toDate seen          // the last cumulative figure
	for _, o := range s.Observations {
		if !o.Status.HasValue() || o.Value.Sign() <= 0 {
			continue
		}
		b, ok := lastOf[o.Period.Months()]
		if o.Period.FromJanuary() && o.Period.Months() > 1 && toDate.Period.Year() == o.Period.Year() && !toDate.Period.IsZero() {
			b, ok = toDate, true
		}
		now := seen{Observation: o, off: b.off}
		if power := jump(b.Value, o.Value); ok && power != 0 {
			now.off += power
			if now.off != 0 {
				c.jumped(s, b.Observation, o, max(power, -power))
			}
		}
		lastOf[o.Period.Months()] = now
		if o.Period.FromJanuary() {
			toDate = now
		}
	}
}

// jump is 4 or 8 where b is about that many powers of ten above a, the negative
// of it where b is as far below, else 0.
func jump(a, b indicator.Decimal) int {
	if a.Sign() <= 0 || b.Sign() <= 0 {
		return 0
	}
	low, high := decimal.New(3, -1), decimal.NewFromInt(3)
	for _, power := range []int32{4, 8} {
		unit := a.Shift(power)
		if b.GreaterThanOrEqual(unit.Mul(low)) && b.LessThanOrEqual(unit.Mul(high)) {
			return int(power)
		}
		unit = b.Shift(power)
		if a.GreaterThanOrEqual(unit.Mul(low)) && a.LessThanOrEqual(unit.Mul(high)) {
			return -int(power)
		}
	}
	return 0
}

func (c *checker) jumped(s *indicator.Series, before, o indicator.Observation, power int) {
	factor := indicator.Text{ZH: "1万", EN: "10,000"}
	if power == 8 {
		factor = indicator.Text{ZH: "1亿", EN: "100 million"}
	}
	n, was, is := name(s), when(before.Period), when(o.Period)
	c.add(diagnostic.Warning, "unit-jump", o.Cell,
		fmt.Sprintf("“%s”由%s的%s变为%s的%s，相差约%s倍，疑为单位不一致（如万元误作亿元）。请统一为该指标所填的单位“%s”。", n.ZH, was.ZH, before.Value, is.ZH, o.Value, factor.ZH, either(s.Unit.Text).ZH),
		fmt.Sprintf("“%s” goes from %s in %s to %s in %s, a factor of about %s, as when 万 and 亿 are mixed up. Enter all figures in the unit of the indicator, “%s”.", n.EN, before.Value, was.EN, o.Value, is.EN, factor.EN, either(s.Unit.Text).EN))
}
