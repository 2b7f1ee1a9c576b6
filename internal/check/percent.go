package check

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

var hundred = decimal.NewFromInt(100)

// possible finds percentages that cannot be.
func (c *checker) possible(s *indicator.Series) {
	if s.Measure != indicator.Share && s.Measure != indicator.Growth {
		return
	}
	of := c.owner(s)
	n := name(of)
	for _, o := range s.Observations {
		if !o.Status.HasValue() {
			continue
		}
		p := when(o.Period)
		switch {
		case s.Measure == indicator.Share && (o.Value.Sign() < 0 || o.Value.GreaterThan(hundred)):
			c.add(diagnostic.Warning, "percent-out-of-range", o.Cell,
				fmt.Sprintf("“%s”%s为%s%%，占比应在0到100之间。请核对数值，或更正指标类型。", n.ZH, p.ZH, o.Value),
				fmt.Sprintf("“%s” is %s%% in %s; a share lies between 0 and 100. Check the figure, or mend the kind of the indicator.", n.EN, o.Value, p.EN))
		case s.Measure == indicator.Growth && o.Value.LessThan(hundred.Neg()) && !borneOut(of, o):
			c.add(diagnostic.Error, "percent-out-of-range", o.Cell,
				fmt.Sprintf("“%s”%s增速为%s%%，降幅不可能超过100%%，除非水平值转为负数。请更正增速。", n.ZH, p.ZH, o.Value),
				fmt.Sprintf("the growth of “%s” is %s%% in %s; nothing falls by more than 100%% unless its level turns negative. Mend the rate.", n.EN, o.Value, p.EN))
		case s.Measure == indicator.Growth && o.Value.Equal(hundred.Neg()) && !borneOut(of, o):
			c.add(diagnostic.Warning, "percent-out-of-range", o.Cell,
				fmt.Sprintf("“%s”%s增速为%s%%，即水平值降为零，而数据中没有零值相印证。请核对增速，或补上水平值。", n.ZH, p.ZH, o.Value),
				fmt.Sprintf("the growth of “%s” is %s%% in %s, a fall to nothing, and no level of zero bears it out. Check the rate, or add the level.", n.EN, o.Value, p.EN))
		}
	}
}

// borneOut reports whether the level beside a growth rate explains a fall by
// 100% (nothing is left) or by more (a profit turned into a loss).
func borneOut(of *indicator.Series, g indicator.Observation) bool {
	if of.Measure != indicator.Level {
		return false
	}
	level, ok := of.At(g.Period)
	if !ok || !level.Status.HasValue() {
		return false
	}
	if g.Value.Equal(hundred.Neg()) {
		return level.Value.Sign() == 0
	}
	return level.Value.Sign() < 0
}

// ofRate reports growth in percent that is attached to a rate or share; it
// answers whether s is one.
func (c *checker) ofRate(g, s *indicator.Series) bool {
	if s.Measure != indicator.Rate && s.Measure != indicator.Share {
		return false
	}
	i := slices.IndexFunc(g.Observations, func(o indicator.Observation) bool { return o.Status.HasValue() })
	if i < 0 {
		return true
	}
	first := g.Observations[i]
	n := name(s)
	c.add(diagnostic.Warning, "rate-growth", first.Cell,
		fmt.Sprintf("“%s”是比率，却填有增速（%s%%）；比率的变动应以百分点表示，由比率本身得出。请删去增速，或更正指标类型。", n.ZH, first.Value),
		fmt.Sprintf("“%s” is a rate, and growth in percent (%s%%) is entered for it; a rate changes in percentage points, which follow from the rate itself. Delete the growth, or mend the kind of the indicator.", n.EN, first.Value))
	return true
}
