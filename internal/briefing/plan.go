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

// planTitle is of what is drawn: 2025年五项增速目标中，规上工业增加值最高（7%以上）.
func (c *composer) planTitle(rows []*item) Text {
	y, top := num(rows[0].plan.Year), highest(rows)
	n := count(len(rows))
	switch {
	case len(rows) == 1:
		it := rows[0]
		return c.say("planned-for", slots{"year": same(y), "name": inner(it.r.label()), "target": it.r.plannedGrowth(*it.plan)})
	case top == nil:
		return Text{ZH: y + "年" + n.ZH + "项增速目标", EN: sentenceCase(n.EN) + " growth targets for " + y}
	}
	t := c.highestOf(rows, top, " for "+y)
	return Text{ZH: y + "年" + t.ZH, EN: sentenceCase(t.EN)}
}

// highestOf: 五项增速目标中，规上工业增加值最高（7%以上）; when is said in English
// alone.
func (c *composer) highestOf(rows, top []*item, when string) Text {
	var names []Text
	for _, it := range top {
		names = append(names, inner(it.r.label()))
	}
	n, l, v := count(len(rows)), list(names), c.targetValue(top[0].r, *top[0].plan)
	return Text{
		ZH: n.ZH + "项增速目标中，" + l.ZH + "最高（" + v.ZH + "）",
		EN: l.EN + " " + pluralOnly(len(top), "has", "have") + " the highest of " + n.EN + " growth targets" + when + " (" + v.EN + ")",
	}
}

// planHeadline says how many targets there are, and the highest of their growth.
func (c *composer) planHeadline(rows []*item) Text {
	top, all := highest(rows), count(len(c.planned()))
	if len(c.planned()) == len(rows) || top == nil {
		return c.planTitle(rows)
	}
	y, t := num(rows[0].plan.Year), c.highestOf(rows, top, "")
	return Text{ZH: y + "年设" + all.ZH + "项预期目标，" + t.ZH, EN: sentenceCase(all.EN) + " targets for " + y + ": " + t.EN}
}

// highest are the one or two indicators at the top, two only where they are level;
// nil where more are, or where nothing is left to be higher than.
func highest(rows []*item) []*item {
	n := 0
	for n < len(rows) && rows[n].plan.Value.Equal(rows[0].plan.Value) {
		n++
	}
	if n > 2 || n == len(rows) {
		return nil
	}
	return rows[:n]
}

// planFigure ranks the planned growth rates; targets without a number follow,
// drawn to the indicator they are tied to.
func (c *composer) planFigure(rows []*item) *Figure {
	y := num(rows[0].plan.Year)
	base := num(rows[0].plan.Year - 1)
	chart := &Ranked{Unit: same("%"), Target: true}
	index := map[string]int{}
	for i, it := range rows {
		v := it.plan.Value
		index[it.r.s.ID] = i
		chart.Rows = append(chart.Rows, RankedRow{
			Name:  it.r.label(),
			Datum: Datum{Value: float(v), Label: c.targetValue(it.r, *it.plan), Refs: []Cell{it.plan.Cell}},
			Ref:   -1,
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
	what := Text{ZH: y + "年预期目标，比" + base + "年增长（%）", EN: "Targets for " + y + ": planned growth over " + base + " (%)"}
	if n := len(c.planned()) - len(chart.Rows); n > 0 { // levels and rates have no place on the scale
		rest, other := count(n), count(n).EN+" others, for levels or rates, are"
		if n == 1 {
			other = "one other, for a level or a rate, is"
		}
		what = joinTexts("；", "; ", []Text{what, {ZH: "其余" + rest.ZH + "项总量或比率目标见表", EN: other + " in the table"}})
	}
	return &Figure{
		ID:          "targets-" + strconv.Itoa(rows[0].plan.Year),
		Title:       c.planTitle(rows),
		Description: what,
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
	var worded, undrawn []*item
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
			undrawn = append(undrawn, it)
		default:
			levels++
			undrawn = append(undrawn, it)
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
	if rates > 0 {
		s.join(c.planList(undrawn), nil)
	}
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

// planList names the targets that no figure of growth can show, with their values.
func (c *composer) planList(rows []*item) Text {
	if len(rows) == 0 {
		return Text{}
	}
	var zh, en []string
	for _, it := range rows {
		l, v := it.r.label(), c.targetValue(it.r, *it.plan)
		zh, en = append(zh, valued(l, v).ZH), append(en, inside(l.EN)+" ("+v.EN+")")
	}
	return Text{
		ZH: "总量和比率目标有：" + joined(zh, "、") + "。",
		EN: "The " + plural(len(rows), "target") + " for levels and rates " + isAre(len(rows)) + " " + enumerate(en, ", ", " and ") + ".",
	}
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
		parts = append(parts, Text{ZH: n.ZH + "将达到约" + a.ZH.String(), EN: inside(n.EN) + " to about " + a.EN.String()})
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
