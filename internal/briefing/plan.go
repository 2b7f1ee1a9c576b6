package briefing

import (
	"sort"
	"strconv"

	"jianbao/internal/indicator"
)

// planRows are the items with a numeric growth target for the year to come,
// the largest first, equal ones in the order of the source.
func (c *composer) planRows() []*item {
	var rows []*item
	for _, it := range c.items {
		if it.plan != nil && it.plan.Kind == growthKind && it.plan.Bound.HasValue() {
			rows = append(rows, it)
		}
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].plan.Value.GreaterThan(rows[j].plan.Value) })
	return rows
}

// planned are all items with a target for the year to come.
func (c *composer) planned() []*item {
	var out []*item
	for _, it := range c.items {
		if it.plan != nil {
			out = append(out, it)
		}
	}
	return out
}

// planTitle: 七项预期目标，工业与消费居前.
func (c *composer) planTitle(rows []*item) Text {
	n := len(c.planned())
	y := num(rows[0].plan.Year)
	zh := "项预期目标"
	t := Text{ZH: y + "年" + count(n).ZH + zh, EN: sentenceCase(count(n).EN) + " " + plural(n, "target") + " for " + y}
	leaders := c.leaders(rows)
	if len(leaders) == 0 {
		return t
	}
	l := list(leaders)
	if len(leaders) == 2 {
		l.ZH = leaders[0].ZH + "与" + leaders[1].ZH
	}
	return Text{ZH: t.ZH + "，" + l.ZH + "居前", EN: t.EN + ", led by " + l.EN}
}

// leaders are the one or two indicators that stand out at the top; none where
// more are equal, or where nothing is left to lead.
func (c *composer) leaders(rows []*item) []Text {
	name := func(it *item) Text {
		n := it.r.label()
		return Text{ZH: n.ZH, EN: inside(n.EN)}
	}
	at := func(i int) Decimal { return rows[i].plan.Value }
	switch {
	case len(rows) < 2:
		return nil
	case len(rows) > 2 && at(1).GreaterThan(at(2)):
		return []Text{name(rows[0]), name(rows[1])}
	case at(0).GreaterThan(at(1)):
		return []Text{name(rows[0])}
	}
	return nil
}

// planFigure ranks the planned growth rates; targets without a number follow,
// drawn to the indicator they are tied to.
func (c *composer) planFigure(rows []*item) *Figure {
	y := num(rows[0].plan.Year)
	base := num(rows[0].plan.Year - 1)
	chart := &Ranked{Unit: same("%"), Target: true}
	index := map[string]int{}
	lead := c.leadID()
	for i, it := range rows {
		v := it.plan.Value
		index[it.r.s.ID] = i
		chart.Rows = append(chart.Rows, RankedRow{
			Name:     it.r.label(),
			Datum:    Datum{Value: float(v), Label: c.targetValue(it.r, *it.plan), Refs: []Cell{it.plan.Cell}},
			Emphasis: it.r.s.ID == lead,
			Ref:      -1,
		})
		if it.plan.Bound == indicator.Between {
			chart.Rows[i].Upper = &Datum{Value: float(it.plan.Upper), Refs: []Cell{it.plan.Cell}}
		}
	}
	for _, it := range c.planned() {
		if it.plan.Bound.HasValue() || it.plan.Kind != growthKind {
			continue
		}
		row := RankedRow{Name: it.r.label(), Datum: Datum{Missing: true, Refs: []Cell{it.plan.Cell}}, Ref: -1}
		if i, ok := index[it.plan.Ref]; ok {
			row.Ref = i
		}
		w := c.targetWords(it.r, *it.plan)
		row.Note = Text{ZH: w.ZH + "，未设数值", EN: w.EN + "; no figure set"}
		chart.Rows = append(chart.Rows, row)
	}
	return &Figure{
		ID:          "targets-" + strconv.Itoa(rows[0].plan.Year),
		Title:       c.planTitle(rows),
		Description: Text{ZH: y + "年预期目标，比" + base + "年增长（%）", EN: "Targets for " + y + ": planned growth over " + base + " (%)"},
		Alt:         after(Text{ZH: y + "年预期增长目标由高到低", EN: "Planned growth in " + y + ", largest first"}, described(chart)),
		Chart:       chart,
	}
}

// leadID is the indicator that heads the source.
func (c *composer) leadID() string {
	if len(c.items) == 0 {
		return ""
	}
	return c.items[0].r.s.ID
}

// planParagraph is about the targets: how many, which have no number, and the
// levels they imply.
func (c *composer) planParagraph() *Paragraph {
	all := c.planned()
	if len(all) == 0 {
		return nil
	}
	y := num(all[0].plan.Year)
	n, rates, levels, ratios := len(all), 0, 0, 0
	var worded []*item
	var s sentence
	for _, it := range all {
		s.refs = append(s.refs, it.plan.Cell)
		switch {
		case !it.plan.Bound.HasValue():
			worded = append(worded, it)
		case it.plan.Kind == growthKind:
			rates++
		case it.plan.Kind == indicator.RateTarget:
			ratios++
		default:
			levels++
		}
	}
	s.add(y+"年主要预期目标共"+count(n).ZH+"项", sentenceCase(count(n).EN)+" "+plural(n, "target")+" "+isAre(n)+" set for "+y)
	if rates == n && n > 1 {
		all := "all"
		if n == 2 {
			all = "both"
		}
		s.add("，均为增速目标", ", "+all+" of them growth rates")
	} else if n > 1 {
		var zh, en []string
		for _, k := range [...]struct {
			n             int
			zh, one, many string
		}{{rates, "增速目标", "a growth rate", "growth rates"}, {levels, "总量目标", "a level", "levels"}, {ratios, "比率目标", "a rate", "rates"}} {
			if k.n > 0 {
				zh = append(zh, count(k.n).ZH+"项为"+k.zh)
				en = append(en, count(k.n).EN+" "+isAre(k.n)+" "+pluralOnly(k.n, k.one, k.many))
			}
		}
		if len(zh) > 0 {
			s.add("，其中"+joined(zh, "，"), ", of which "+enumerate(en, ", ", " and "))
		}
	}
	s.stop()
	for _, it := range worded {
		w, name := c.targetWords(it.r, *it.plan), it.r.name()
		s.join(Text{
			ZH: name.ZH + "未设数值，目标表述为“" + w.ZH + "”。",
			EN: "For " + inside(name.EN) + " no figure is set: the target is worded “" + w.EN + "”.",
		}, nil)
	}
	t, refs := c.impliedSentence()
	s.join(t, refs)
	return s.paragraph()
}

// impliedSentence: what the growth targets mean as levels, where that may be
// said at all.
func (c *composer) impliedSentence() (Text, []Cell) {
	rows := c.impliedRows()
	if len(rows) == 0 {
		return Text{}, nil
	}
	base := num(rows[0].it.plan.Year - 1)
	var parts []Text
	var refs []Cell
	for _, row := range rows {
		a, n := row.it.r.amount(row.aim), row.it.r.label()
		parts = append(parts, Text{ZH: n.ZH + "将达到" + a.ZH.String(), EN: inside(n.EN) + " to " + a.EN.String()})
		refs = append(refs, row.aim.Inputs...)
	}
	l := Text{EN: list(parts).EN}
	for i, p := range parts {
		if i > 0 {
			l.ZH += "，"
		}
		l.ZH += p.ZH
	}
	if len(parts) == 1 {
		return Text{ZH: "按" + base + "年价格计算，实现目标后" + l.ZH + "。", EN: "At " + base + " prices, meeting the target would take " + l.EN + "."}, refs
	}
	return Text{ZH: "按" + base + "年价格计算，实现目标后" + l.ZH + "。", EN: "At " + base + " prices, meeting the targets would take " + l.EN + "."}, refs
}

// impliedRow is a base level and the level that a target implies.
type impliedRow struct {
	it        *item
	base, aim fact
}

// aimed is the growth that the target asks for.
func (row impliedRow) aimed() fact { return row.it.r.aimed(*row.it.plan, row.it.plan.Value) }

// impliedRows are the items for which a level may be implied: an observed level
// of the year before and a numeric growth target.
func (c *composer) impliedRows() []impliedRow {
	var rows []impliedRow
	for _, it := range c.items {
		if it.plan == nil {
			continue
		}
		q, err := c.d.ImpliedLevel(*it.plan)
		if err != nil {
			continue
		}
		p := yearOf(it.plan.Year - 1)
		base := it.r.levelAt(p)
		if !base.ok {
			continue
		}
		rows = append(rows, impliedRow{it, base, it.r.fact(q, yearOf(it.plan.Year), it.r.places, asLevel)})
	}
	return rows
}

// plural is an English noun in number.
func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

func pluralOnly(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func isAre(n int) string { return pluralOnly(n, "is", "are") }
