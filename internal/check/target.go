package check

import (
	"fmt"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// targets: does each have its indicator, its reference and a bound that can be
// met?
func (c *checker) targets() {
	type key struct {
		id    string
		from  int
		year  int
		kind  indicator.TargetKind
		bound indicator.Bound
	}
	seen := map[key]indicator.Cell{}
	for _, t := range c.d.Targets {
		s := c.d.Find(t.Series)
		if s == nil {
			c.add(diagnostic.Error, "target-without-indicator", t.Cell, fmt.Sprintf("目标所指的指标“%s”不在“指标”表中。请补上该指标或更正编号。", short(t.Series)),
				fmt.Sprintf("the target is for “%s”, which is not among the indicators. Add it, or mend the id.", short(t.Series)))
			continue
		}
		n := name(s)
		k := key{t.Series, t.From, t.Year, t.Kind, t.Bound}
		if first, ok := seen[k]; ok {
			c.add(diagnostic.Warning, "duplicate-target", t.Cell, fmt.Sprintf("“%s”%d年的同类目标已在前面给出%s。请删去一个。", n.ZH, t.Year, bracketed(first, "（", "）")),
				fmt.Sprintf("a target of this kind for “%s” in %d has been given before%s. Delete one.", n.EN, t.Year, bracketed(first, " (", ")")))
		} else {
			seen[k] = t.Cell
		}
		switch t.Bound {
		case indicator.Between:
			if t.Upper.LessThan(t.Value) {
				c.add(diagnostic.Error, "target-range-reversed", t.Cell, fmt.Sprintf("“%s”的目标区间为%s至%s，上限小于下限。请对调。", n.ZH, t.Value, t.Upper),
					fmt.Sprintf("the target range of “%s” is %s to %s: the upper end is below the lower. Swap them.", n.EN, t.Value, t.Upper))
			}
		case indicator.Relative:
			c.reference(t, n)
		}
		c.targetWording(t, n)
		if t.Kind == indicator.LevelTarget && s.Measure != indicator.Level {
			c.add(diagnostic.Warning, "target-kind", t.Cell, fmt.Sprintf("“%s”不是水平值指标，却有水平目标。请改为比率目标或增速目标。", n.ZH),
				fmt.Sprintf("“%s” is not a level and has a level target. Make it a rate or a growth target.", n.EN))
		}
	}
}

// bracketed is a place in brackets, "" where it is not known.
func bracketed(cell indicator.Cell, left, right string) string {
	if cell.String() == "" {
		return ""
	}
	return left + cell.String() + right
}

// reference: a relative target needs another indicator to follow, and for a gap
// in points that indicator must have growth.
func (c *checker) reference(t indicator.Target, n indicator.Text) {
	ref := c.d.Find(t.Ref)
	switch {
	case ref == nil:
		c.add(diagnostic.Error, "target-ref-unknown", t.Cell, fmt.Sprintf("“%s”的目标以“%s”为参照，但“指标”表中没有该指标。请补上或更正编号。", n.ZH, short(t.Ref)),
			fmt.Sprintf("the target of “%s” follows “%s”, which is not among the indicators. Add it, or mend the id.", n.EN, short(t.Ref)))
	case t.Ref == t.Series:
		c.add(diagnostic.Error, "target-ref-itself", t.Cell, fmt.Sprintf("“%s”的目标以自身为参照。请改为其他指标。", n.ZH),
			fmt.Sprintf("the target of “%s” follows itself. Name another indicator.", n.EN))
	case t.Kind == indicator.GrowthTarget && !c.grows(ref):
		r := name(ref)
		c.add(diagnostic.Info, "target-ref-no-growth", t.Cell,
			fmt.Sprintf("“%s”%d年的目标以“%s”的增速为参照，而该指标尚无增速，目标只能以文字列示。填入“%s”的增速后即可比较。", n.ZH, t.Year, r.ZH, r.ZH),
			fmt.Sprintf("the target of “%s” for %d follows the growth of “%s”, which has none yet: the target can only be shown in words. Enter the growth of “%s” to have the two compared.", n.EN, t.Year, r.EN, r.EN))
	}
}

// grows reports whether growth over a year is known of s for any period,
// published or computed.
func (c *checker) grows(s *indicator.Series) bool {
	for _, of := range []*indicator.Series{s, c.d.GrowthOf(s.ID, indicator.YearOnYear)} {
		if of == nil {
			continue
		}
		for _, o := range of.Observations {
			if _, err := c.d.GrowthAt(s.ID, o.Period, indicator.YearOnYear); err == nil {
				return true
			}
		}
	}
	return false
}
