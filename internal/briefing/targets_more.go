package briefing

import (
	"slices"

	"jianbao/internal/indicator"
)

// targeted lists an item for every target of the reporting year. An indicator
// with several stands there once for each, under a name that tells them apart.
func (c *composer) targeted() []*item {
	var out []*item
	for _, it := range c.items {
		if it.target == nil {
			continue
		}
		if len(it.more) == 0 {
			out = append(out, it)
			continue
		}
		all := append([]*indicator.Attainment{it.target}, it.more...)
		for _, a := range all {
			out = append(out, it.under(a, apart(a.Target, all)))
		}
	}
	return out
}

// under is the item with another of its targets, and what sets that apart
// behind its name.
func (it *item) under(a *indicator.Attainment, what Text) *item {
	copied, r, s := *it, *it.r, *it.r.s
	l := it.r.label()
	s.Short = Text{ZH: l.ZH + "（" + what.ZH + "）", EN: l.EN + " (" + what.EN + ")"}
	r.s = &s
	copied.r, copied.target, copied.more = &r, a, nil
	return &copied
}

// apart says what sets a target apart from the others of its indicator: what it
// is set for, else how it binds.
func apart(t indicator.Target, all []*indicator.Attainment) Text {
	alike := 0
	for _, a := range all {
		if a.Target.Kind == t.Kind {
			alike++
		}
	}
	if alike == 1 {
		return targetKinds[t.Kind]
	}
	switch t.Bound {
	case indicator.AtLeast:
		return Text{ZH: "下限", EN: "floor"}
	case indicator.AtMost:
		return Text{ZH: "上限", EN: "ceiling"}
	}
	return targetKinds[t.Kind]
}

var targetKinds = map[indicator.TargetKind]Text{
	indicator.GrowthTarget: {ZH: "增速", EN: "growth"},
	indicator.LevelTarget:  {ZH: "总量", EN: "level"},
	indicator.RateTarget:   {ZH: "比率", EN: "rate"},
	indicator.TotalGrowth:  {ZH: "累计增速", EN: "total growth"},
}

// closeMore tells how an indicator stands against its further targets.
func (c *composer) closeMore(s *sentence, it *item) {
	all := append([]*indicator.Attainment{it.target}, it.more...)
	for _, a := range it.more {
		put := slots{"kind": apart(a.Target, all)}
		put["closing"] = inner(c.closing(it.with(a), levelFirst))
		s.join(c.say("other-target", put), append(a.Gap.Inputs, a.Target.Cell))
	}
}

// stillNeeded: what the rest of the year must bring for the target of an
// indicator that is not ahead of it.
func (c *composer) stillNeeded(s *sentence, it *item) {
	if it.target == nil || it.target.Verdict != indicator.Behind && it.target.Verdict != indicator.OnTrack {
		return
	}
	f := it.needed()
	if !f.ok {
		return
	}
	months := f.at.Months()
	span := it.history.months(months)
	put := slots{"size": same(f.size() + "%"), "span": span}
	key := "still-needed"
	if f.shown().Sign() <= 0 {
		key = "still-needed-fall"
	}
	s.join(c.say(key, put), f.Inputs)
}

// months is a number of months to come: 一个月, of quarterly statistics 两个季度;
// in English one of them is simply "month".
func (h *history) months(n int) Text {
	if h.r.w.cal == byQuarter && n%3 == 0 {
		n /= 3
	}
	t := h.span(n)
	if n == 1 {
		t.EN = h.unit()
	}
	return t
}

// longTable sets what the years of a plan have brought so far against its
// targets; nil where there are none.
func (c *composer) longTable() *Table {
	t := &Table{ID: "long-term", Columns: []Column{
		{Head: Text{ZH: "指标", EN: "Indicator"}}, {Head: Text{ZH: "目标", EN: "Target"}, Numeric: true}, {Head: Text{ZH: "已过年份", EN: "Years so far"}},
		{Head: Text{ZH: "实际", EN: "Actual"}, Numeric: true}, {Head: Text{ZH: "应达到", EN: "Due by now"}, Numeric: true}, {Head: Text{ZH: "与进度相比", EN: "Against schedule"}, Numeric: true},
	}}
	span := Text{}
	for _, it := range c.items {
		for _, a := range it.long {
			row, years := c.longRow(it, a)
			switch {
			case span.IsZero():
				span = years
			case span != years:
				span = Text{ZH: "多年", EN: "several years"}
			}
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Title = Text{ZH: "规划目标进展（" + span.ZH + "）", EN: "Progress towards the targets of the plan (" + span.EN + ")"}
	t.Notes = []Text{{
		ZH: "年均增速为已过各年增速的平均；累计增速和期末水平按逐年等量推进计算应达到的进度。",
		EN: "Average growth is that of the years so far; for total growth and for a level at the end of the plan, what is due assumes equal steps each year.",
	}}
	if c.keepsLimits() {
		t.Notes = append(t.Notes, Text{ZH: "规划初期已达到的上限、下限或区间，各年均应保持。", EN: "A ceiling, floor or range that was kept when the plan began is due in every year."})
	}
	return t
}

// keepsLimits reports a plan with a limit for all of its years.
func (c *composer) keepsLimits() bool {
	return slices.ContainsFunc(c.longMeasured(), func(it *item) bool {
		a := it.target
		return !a.Target.OfGrowth() && !a.Final() && a.Target.Bound.HasValue() && a.Due.Formula != indicator.LevelDue
	})
}

func (c *composer) longRow(it *item, a *indicator.Attainment) (Row, Text) {
	t := a.Target
	l := it.r.label()
	kind := planKind(t)
	if !t.OfGrowth() {
		y := num(t.Year)
		kind = Text{ZH: y + "年", EN: y}
	}
	from, to := num(t.From), num(t.Year)
	years := Text{ZH: from + "—" + to + "年", EN: from + "–" + to}
	dash := none
	cells := []TableCell{{Text: Text{ZH: l.ZH + "，" + kind.ZH, EN: l.EN + ", " + kind.EN}}, {Text: c.targetValue(it.r, t), Refs: []Cell{t.Cell}}, dash, dash, dash, {Text: statusWord(*a), Tone: tone(a.Verdict)}}
	if !a.Period.IsZero() {
		first, last := num(a.Period.From.Year()), num(a.Period.To.Year())
		cells[2].Text = Text{ZH: first + "—" + last + "年", EN: first + "–" + last}
		if a.Period.From.Year() == a.Period.To.Year() {
			cells[2].Text = Text{ZH: last + "年", EN: last}
		}
	}
	if a.Gap.Computed() {
		under := it.with(a)
		cells[3] = TableCell{Text: under.soFar(a.Actual), Refs: a.Actual.Inputs}
		cells[4] = TableCell{Text: under.soFar(a.Due), Refs: a.Due.Inputs}
		if under.inPoints() {
			gap := under.gap()
			cells[5].Text.ZH += " " + gap.signed()
			cells[5].Text.EN += " " + gap.signed()
		}
	}
	return Row{Cells: cells}, years
}
