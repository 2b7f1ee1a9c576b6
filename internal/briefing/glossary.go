package briefing

import "jianbao/internal/indicator"

// glossarySection sets the Chinese and English names of all indicators side by
// side.
func (c *composer) glossarySection(string) Section {
	t := &Table{ID: "glossary", Title: Text{ZH: "指标名称对照", EN: "Glossary of indicators"},
		Columns: []Column{{Head: Text{ZH: "中文", EN: "Chinese"}}, {Head: Text{ZH: "英文", EN: "English"}}, {Head: Text{ZH: "单位", EN: "Unit"}}, {Head: Text{ZH: "说明", EN: "Note"}}}}
	for _, it := range c.items {
		n := it.r.full()
		unit := unitText(it.r.s.Unit)
		if unit.IsZero() {
			unit = none.Text
		}
		t.Rows = append(t.Rows, Row{Cells: []TableCell{
			{Text: same(n.ZH), Refs: unique([]Cell{it.r.s.Cell})}, {Text: same(n.EN)}, {Text: unit}, {Text: it.kind()},
		}})
	}
	if len(t.Rows) == 0 {
		return Section{}
	}
	t.Notes = []Text{{
		ZH: "中文以万、亿计数，英文以千、百万、十亿、万亿计数；换算精确，不增减数位。",
		EN: "Chinese counts in ten thousands and hundred millions, English in thousands, millions, billions and trillions; conversion is exact and changes no digit.",
	}}
	return Section{ID: "glossary", Title: t.Title, Blocks: []Block{t}, Bilingual: true}
}

// kind says what sort of number an indicator is.
func (it *item) kind() Text {
	s := it.r.s
	switch {
	case s.Measure == indicator.Growth && s.Prices == indicator.Real:
		return Text{ZH: "增速，可比价", EN: "growth, comparable prices"}
	case s.Measure == indicator.Growth:
		return Text{ZH: "增速", EN: "growth"}
	case s.Measure == indicator.Index:
		return Text{ZH: "指数", EN: "index"}
	case s.Measure == indicator.Share:
		return Text{ZH: "比重", EN: "share"}
	case s.Measure == indicator.Rate:
		return Text{ZH: "比率", EN: "rate"}
	case it.r.stock():
		return Text{ZH: "时点数", EN: "at a date"}
	}
	return Text{ZH: "时期数", EN: "over a period"}
}
