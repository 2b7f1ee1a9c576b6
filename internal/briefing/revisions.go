package briefing

import (
	"slices"
	"sort"

	"jianbao/internal/indicator"
)

// revisionSection lists the figures that replaced others.
func (c *composer) revisionSection(string) Section {
	t := &Table{ID: "revisions", Columns: []Column{
		{Head: Text{ZH: "指标", EN: "Indicator"}}, {Head: Text{ZH: "时期", EN: "Period"}}, {Head: Text{ZH: "单位", EN: "Unit"}},
		{Head: Text{ZH: "原公布数", EN: "Before"}, Numeric: true}, {Head: Text{ZH: "修订数", EN: "Revised"}, Numeric: true}, {Head: Text{ZH: "变动", EN: "Change"}, Numeric: true},
	}}
	var told []revised
	for _, it := range c.items {
		c.revised(t, &told, it, it.r.s, it.r.label(), it.r.places, asLevel)
		if g := c.d.GrowthOf(it.r.s.ID, indicator.YearOnYear); g != nil && g != it.r.s {
			l := it.r.label()
			c.revised(t, &told, it, g, Text{ZH: l.ZH + "同比增速", EN: l.EN + ", growth year on year"}, it.r.rates, asGrowth)
		}
	}
	if len(t.Rows) == 0 {
		return Section{}
	}
	said := c.revisionSentence(told)
	n := len(t.Rows)
	t.Title = Text{ZH: "数据修订：" + count(n).ZH + "项", EN: sentenceCase(count(n).EN) + " " + plural(n, "figure") + " revised"}
	return Section{ID: "revisions", Title: t.Title, Blocks: []Block{said.paragraph(), t}}
}

func (c *composer) revised(t *Table, told *[]revised, it *item, s *indicator.Series, name Text, places int, what role) {
	for _, o := range s.Observations {
		if o.Previous == nil || !o.Status.HasValue() || o.Period.To > c.at.To {
			continue
		}
		places := max(places, digitsAfterPoint(trimmed(*o.Previous)))
		unit := unitText(s.Unit)
		if unit.IsZero() {
			unit = none.Text
		}
		f := it.r.fact(indicator.Quantity{Value: o.Value, Status: o.Status, Inputs: []Cell{o.Cell}}, o.Period, places, what)
		before, moved := f, f
		before.Value, before.Inputs, before.Status, before.role = *o.Previous, unique([]Cell{o.PreviousCell}), indicator.Normal, asBefore
		moved.Quantity = indicator.Difference(indicator.ChangeByRevision, f.Quantity, before.Quantity)
		*told = append(*told, revised{f, before})
		t.Rows = append(t.Rows, Row{Cells: []TableCell{
			{Text: name}, {Text: alone(it.r.whenFull(o.Period))}, {Text: unit},
			{Text: before.number(), Number: true, Refs: before.Inputs},
			{Text: f.number(), Number: true, Mark: string(indicator.Revised), Refs: []Cell{o.Cell}},
			{Text: same(moved.mark(group(signed(moved.Value, places)))), Number: true, Refs: moved.Inputs},
		}})
	}
}

// revised is a figure and what it was before.
type revised struct{ now, was fact }

// mostRevised is how many revisions a sentence tells of; the table has all.
const mostRevised = 3

// revisionSentence tells of the revisions of the latest periods.
func (c *composer) revisionSentence(all []revised) sentence {
	var s sentence
	shown := slices.Clone(all)
	sort.SliceStable(shown, func(i, j int) bool { return shown[i].now.at.To > shown[j].now.at.To })
	more := len(shown) > mostRevised
	shown = shown[:min(len(shown), mostRevised)]
	var parts []Text
	for _, x := range shown {
		r := x.now.of
		put := slots{"name": inner(r.label()), "when": r.whenFull(x.now.at)}
		put["in"] = Text{EN: "for " + put["when"].EN}
		key := "revised-level"
		if x.now.role == asGrowth {
			key = "revised-growth"
			put["was"], put["now"] = same(x.was.plain()+"%"), same(x.now.plain()+"%")
		} else {
			put["was"], put["now"] = r.amount(x.was).text(), r.amount(x.now).text()
		}
		parts = append(parts, c.say(key, put))
		s.of(x.now, x.was)
	}
	var zh, en []string
	for _, p := range parts {
		zh, en = append(zh, p.ZH), append(en, p.EN)
	}
	key := "revisions"
	switch {
	case len(all) == 1:
		key = "revision"
	case more:
		key = "revisions-among"
	}
	s.say(c.say(key, slots{"count": count(len(all)), "list": {ZH: joined(zh, "；"), EN: enumerate(en, "; ", "; and ")}}))
	return s
}
