// Package check makes the checks a statistician makes over a whole dataset: do
// published rates agree with the levels, do cumulative figures rise, does every
// target have its indicator, has every name its translation.
package check

import (
	"fmt"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// Dataset makes all checks, in the order of the dataset.
func Dataset(d *indicator.Dataset) diagnostic.List {
	c := &checker{d: d}
	c.content()
	c.translations()
	for i := range d.Series {
		s := &d.Series[i]
		c.possible(s)
		switch s.Measure {
		case indicator.Level:
			c.cumulative(s)
			c.jumps(s)
			c.gaps(s)
		case indicator.Growth:
			c.published(s)
		}
	}
	c.targets()
	return c.list.Limit(perCode)
}

// perCode is how many findings of one kind are listed.
const perCode = 20

type checker struct {
	d    *indicator.Dataset
	list diagnostic.List
}

func (c *checker) add(sev diagnostic.Severity, code string, cell indicator.Cell, zh, en string) {
	if cell.File == "" {
		cell.File = c.d.File
	}
	c.list.Add(sev, code, cell, zh, en)
}

// name is what a series is called in a message: its name, else its id.
func name(s *indicator.Series) indicator.Text {
	t := s.Name
	if t.ZH == "" {
		t.ZH = s.ID
	}
	if t.EN == "" {
		t.EN = s.ID
	}
	return t
}

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
		c.add(diagnostic.Warning, "reporting-period-empty", indicator.Cell{},
			fmt.Sprintf("报告期为%s，但没有任何指标有截至该期末的数值。请核对“报告期”，或补充数据。", at),
			fmt.Sprintf("the reporting period is %s, and no indicator has a figure that ends with it. Check the reporting period, or add the figures.", at))
	}
}

// translations: what is given in one language only.
func (c *checker) translations() {
	see := func(t indicator.Text, cell indicator.Cell, zh, en string) {
		switch {
		case t.ZH != "" && t.EN == "":
			c.add(diagnostic.Warning, "no-translation", cell, fmt.Sprintf("%s“%s”没有英文。请补上英文，否则英文部分将显示中文。", zh, short(t.ZH)),
				fmt.Sprintf("%s “%s” has no English. Add it, or the English text will show the Chinese.", en, short(t.ZH)))
		case t.EN != "" && t.ZH == "":
			c.add(diagnostic.Warning, "no-translation", cell, fmt.Sprintf("%s“%s”没有中文。请补上中文，否则中文部分将显示英文。", zh, short(t.EN)),
				fmt.Sprintf("%s “%s” has no Chinese. Add it, or the Chinese text will show the English.", en, short(t.EN)))
		}
	}
	info := c.d.Info
	see(info.Title, indicator.Cell{}, "标题", "the title")
	see(info.Issuer, indicator.Cell{}, "发布单位", "the issuer")
	see(info.Source, indicator.Cell{}, "资料来源", "the source")
	see(info.Headline, indicator.Cell{}, "导语", "the headline")
	for i := range c.d.Series {
		s := &c.d.Series[i]
		if s.Of != "" && c.d.Find(s.Of) != nil {
			continue // named after its level
		}
		see(s.Name, s.Cell, "指标名称", "the indicator")
		see(s.Unit.Text, s.Cell, "单位", "the unit")
		see(s.Group, s.Cell, "分组", "the group")
		if !s.Unit.Text.IsZero() && s.Unit.Base == "" {
			n := name(s)
			c.add(diagnostic.Info, "unknown-unit", s.Cell, fmt.Sprintf("“%s”的单位“%s”不在单位表中，照原样印出，不作换算。", n.ZH, s.Unit.Text.ZH),
				fmt.Sprintf("the unit “%s” of “%s” is not one of those known: it is printed as it stands and never converted.", s.Unit.Text.EN, n.EN))
		}
	}
	for _, t := range c.d.Targets {
		see(t.Text, t.Cell, "目标表述", "the wording of a target")
	}
	for _, h := range c.d.Highlights {
		see(h.Group, h.Cell, "要点分组", "the group of highlights")
		see(h.Name, h.Cell, "要点名称", "the highlight")
		see(h.Point, h.Cell, "要点", "the highlight")
	}
}

// short elides a long text for a message.
func short(s string) string {
	r := []rune(s)
	if len(r) > 30 {
		return string(r[:29]) + "…"
	}
	return s
}
