package check

import (
	"fmt"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// content: is there anything to say, and anything for the period named?
func (c *checker) content() {
	values, inPeriod := 0, 0
	at := c.d.Info.Period
	for i := range c.d.Series {
		for _, o := range c.d.Series[i].Observations {
			if !o.Status.HasValue() {
				continue
			}
			values++
			if o.Period.To == at.To {
				inPeriod++
			}
		}
	}
	switch {
	case values == 0 && len(c.d.Targets) == 0 && len(c.d.Highlights) == 0:
		c.add(diagnostic.Error, "no-data", indicator.Cell{}, "没有任何数据、目标或要点，无从生成简报。请在“数据”表中填入数值。",
			"there are no figures, targets or highlights to brief on. Enter figures in the sheet Data.")
	case values > 0 && !at.IsZero() && inPeriod == 0:
		p := when(at)
		c.add(diagnostic.Warning, "reporting-period-empty", indicator.Cell{},
			fmt.Sprintf("报告期为%s，但没有任何指标有截至该期末的数值。请核对“报告期”，或补充数据。", p.ZH),
			fmt.Sprintf("the reporting period is %s, and no indicator has a figure that ends with it. Check the reporting period, or add the figures.", p.EN))
	}
}

// ahead finds figures for a time after the reporting period. A year's room is
// left, since a briefing may be made again for an earlier period of a workbook
// that has gone on; beyond it a year has been mistyped, there or here.
func (c *checker) ahead() {
	const room = 12
	at := c.d.Info.Period
	if at.IsZero() {
		return
	}
	var late instances
	for i := range c.d.Series {
		s := &c.d.Series[i]
		n := name(c.owner(s))
		for _, o := range s.Observations {
			if o.Status.HasValue() && o.Period.To > at.To+room {
				p := when(o.Period)
				late.add(o.Cell, fmt.Sprintf("“%s”%s", n.ZH, p.ZH), fmt.Sprintf("“%s” for %s", n.EN, p.EN))
			}
		}
	}
	if late.count() == 0 {
		return
	}
	p, l := when(at), late.text("、", ", ")
	c.add(diagnostic.Warning, "period-in-future", late.cell,
		fmt.Sprintf("报告期为%s，却有%d个数值晚于其期末一年以上：%s。请核对这些数值的时期，或更正“报告期”。", p.ZH, late.count(), l.ZH),
		fmt.Sprintf("the reporting period is %s, and %s end more than a year after it: %s. Check their periods, or mend the reporting period.", p.EN, plural(late.count(), "figure"), l.EN))
}
