package check

import (
	"fmt"
	"math"
	"slices"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// possible finds percentages that cannot be.
func (c *checker) possible(v *view) {
	switch v.Measure {
	case indicator.Share:
		c.shareInRange(v)
	case indicator.Growth:
		c.falls(v)
	}
}

// shareInRange: a share of a whole is 0 to 100 percent of it. Contributions to
// growth, shares of what may be negative and ratios of two amounts that are not
// part and whole are called shares too; they leave the range again and again.
func (c *checker) shareInRange(v *view) {
	var out []int
	lowest, highest := math.Inf(1), math.Inf(-1) // of the others
	for i, x := range v.num {
		switch {
		case !v.sound(i):
		case x < 0 || x > 100:
			out = append(out, i)
		default:
			lowest, highest = min(lowest, x), max(highest, x)
		}
	}
	f := len(out)
	if f == 0 || says(v.Series, "贡献", "拉动", "净", "差额", "差率", "结余", "利润", "contribution", "net ", "balance", "profit", "saving", "surplus", "deficit") {
		return
	}
	few := v.values <= 3 || f <= 2 && 4*f <= v.values
	beside := v.values > 3 // leaves the range from near its ends, as ratios do
	for _, i := range out {
		beside = beside && (v.num[i] > 0 && v.num[i] <= 1.5*highest || v.num[i] < 0 && -v.num[i] >= 2*lowest)
	}
	n := name(v.Series)
	if !few || beside {
		o := v.Observations[out[0]]
		p := when(o.Period)
		c.add(diagnostic.Info, "percent-out-of-range", o.Cell,
			fmt.Sprintf("“%s”在%d个时期中有%d个不在0到100之间（如%s为%s%%），应不是占总体的比重。如是比率，请将类型改为比率；否则请核对。", n.ZH, v.values, f, p.ZH, o.Value),
			fmt.Sprintf("“%s” is not between 0 and 100 in %d of %s (%s%% in %s), so it is hardly a share of a whole. If it is a ratio, make it a rate; otherwise check the figures.", n.EN, f, plural(v.values, "period"), o.Value, p.EN))
		return
	}
	for _, i := range out {
		o := v.Observations[i]
		p := when(o.Period)
		c.add(diagnostic.Warning, "percent-out-of-range", o.Cell,
			fmt.Sprintf("“%s”%s为%s%%，占比应在0到100之间。请核对数值，或更正指标类型。", n.ZH, p.ZH, o.Value),
			fmt.Sprintf("“%s” is %s%% in %s; a share lies between 0 and 100. Check the figure, or mend the kind of the indicator.", n.EN, o.Value, p.EN))
	}
}

// falls: nothing falls by more than all of it, unless it can be negative. Where
// the level is not known, nor whether it can, a fall beyond 100% is doubtful
// only, and a fall by 100% is of what has ended.
func (c *checker) falls(v *view) {
	of := c.owner(v.Series)
	lv := c.byID[v.Of]
	for i, x := range v.num {
		if !(x <= -100) || v.Unit.Base == "point" {
			continue
		}
		o := v.Observations[i]
		level := -1
		if lv != nil && lv.Measure == indicator.Level {
			if lv.anyNegative() {
				return
			}
			level = lv.valueAt(o.Period)
		}
		n, p := name(of), when(o.Period)
		switch {
		case x < -100 && level >= 0:
			c.add(diagnostic.Error, "percent-out-of-range", o.Cell,
				fmt.Sprintf("“%s”%s增速为%s%%，降幅不可能超过100%%，除非水平值转为负数。请更正增速。", n.ZH, p.ZH, o.Value),
				fmt.Sprintf("the growth of “%s” is %s%% in %s; nothing falls by more than 100%% unless its level turns negative. Mend the rate.", n.EN, o.Value, p.EN))
		case x < -100 && !says(of, "利润", "净", "差额", "结余", "盈", "亏", "损益", "profit", "net ", "balance", "surplus", "deficit", "income from", "saving", "change"):
			c.add(diagnostic.Warning, "percent-out-of-range", o.Cell,
				fmt.Sprintf("“%s”%s增速为%s%%；降幅超过100%%只见于可为负数的指标（如利润、差额）。请核对增速，或补上水平值。", n.ZH, p.ZH, o.Value),
				fmt.Sprintf("the growth of “%s” is %s%% in %s; only what can be negative (a profit, a balance) falls by more than 100%%. Check the rate, or add the level.", n.EN, o.Value, p.EN))
		case x == -100 && level >= 0 && lv.num[level] != 0:
			c.add(diagnostic.Warning, "percent-out-of-range", o.Cell,
				fmt.Sprintf("“%s”%s增速为%s%%，即水平值降为零，而所填水平值为%s。请核对两者。", n.ZH, p.ZH, o.Value, lv.Observations[level].Value),
				fmt.Sprintf("the growth of “%s” is %s%% in %s, a fall to nothing, and its level there is %s. Check both.", n.EN, o.Value, p.EN, lv.Observations[level].Value))
		}
	}
}

// ofRate reports growth in percent that is attached to a rate or share; it
// answers whether s is one.
func (c *checker) ofRate(g, s *indicator.Series) bool {
	if s.Measure != indicator.Rate && s.Measure != indicator.Share {
		return false
	}
	i := slices.IndexFunc(g.Observations, func(o indicator.Observation) bool { return o.Status.HasValue() })
	if i < 0 || g.Unit.Base == "point" {
		return true
	}
	first := g.Observations[i]
	n := name(s)
	c.add(diagnostic.Warning, "rate-growth", first.Cell,
		fmt.Sprintf("“%s”是比率，却填有增速（%s%%）；比率的变动应以百分点表示，由比率本身得出。请删去增速，或更正指标类型。", n.ZH, first.Value),
		fmt.Sprintf("“%s” is a rate, and growth in percent (%s%%) is entered for it; a rate changes in percentage points, which follow from the rate itself. Delete the growth, or mend the kind of the indicator.", n.EN, first.Value))
	return true
}
