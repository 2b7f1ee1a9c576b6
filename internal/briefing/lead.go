package briefing

import (
	"slices"
	"sort"
)

// lead is the rest of page one: the figure that carries the message and one
// paragraph about it. Targets come first, then growth, then history.
func (c *composer) lead() []Block {
	var blocks []Block
	figure, about := c.leadFigure()
	if figure != nil {
		blocks = append(blocks, figure)
	}
	if about != nil {
		blocks = append(blocks, about)
	}
	return blocks
}

// leadFigure picks the figure of page one and what is said under it.
func (c *composer) leadFigure() (*Figure, *Paragraph) {
	if fs := c.targetFigures(); len(fs) > 0 {
		return fs[0], c.targetParagraph()
	}
	if rows := c.planRows(); len(rows) > 0 {
		return c.planFigure(rows), c.planParagraph()
	}
	about := c.planParagraph()
	if about == nil {
		about = c.leadAccount()
	}
	if f := c.growthRanking(); f != nil {
		return f, about
	}
	if lead := c.first(); lead != nil {
		f := lead.history.figure(c)
		if f != nil {
			f.Description = f.Alone
		}
		return f, about
	}
	return nil, about
}

// leadAccount is what is said of the leading indicator.
func (c *composer) leadAccount() *Paragraph {
	it := c.first()
	if it == nil {
		s := c.silence(c.items)
		return s.paragraph()
	}
	return c.tell(it)
}

// tell gives the account of an indicator on page one; the narrative then leaves
// it out.
func (c *composer) tell(it *item) *Paragraph {
	it.told = true
	s := c.account(it, levelFirst)
	return s.paragraph()
}

// mostRanked is how many bars a ranking on page one has room for.
const mostRanked = 12

// growthRanking ranks the growth of indicators at the reporting period; nil
// with fewer than three.
func (c *composer) growthRanking() *Figure {
	rows := c.grown()
	if len(rows) < 3 {
		return nil
	}
	chart := &Ranked{Unit: same("%")}
	lead := c.leadID()
	shown, all := rows, len(rows)
	if all > mostRanked {
		shown = append(append([]*item(nil), rows[:mostRanked/2]...), rows[all-mostRanked/2:]...)
	}
	for _, it := range shown {
		g := it.r.growth()
		ch := it.r.change(g)
		chart.Rows = append(chart.Rows, RankedRow{
			Name:     it.r.label(),
			Datum:    it.history.datum(g, same(ch.signed()+"%")),
			Emphasis: it.r.s.ID == lead,
			Ref:      -1,
		})
	}
	span := c.at
	for _, it := range rows {
		if !it.r.stock() {
			span = it.r.growth().at
		}
	}
	when := c.w.name(span)
	base := c.w.base(span, "yoy")
	down := 0
	for _, it := range rows {
		if it.r.change(it.r.growth()).sign() < 0 {
			down++
		}
	}
	top := rows[0].r.label()
	ch := rows[0].r.change(rows[0].r.growth())
	v := ch.verb()
	title := Text{ZH: top.ZH + v.ZH + "，居各项指标首位", EN: sentenceCase(top.EN) + " led, with " + ch.noun().EN}
	if down > 0 && down < len(rows) {
		title = Text{
			ZH: count(len(rows)-down).ZH + "项指标未降，" + count(down).ZH + "项下降",
			EN: sentenceCase(count(len(rows)-down).EN) + " " + plural(len(rows)-down, "indicator") + " held or rose, " + count(down).EN + " fell",
		}
	}
	what := Text{ZH: when.ZH + base.ZH + "增速（%）", EN: "Growth " + base.over + ", " + when.EN + " (%)"}
	if len(shown) < all {
		half := Text{ZH: count(mostRanked / 2).ZH, EN: count(mostRanked / 2).EN}
		what.ZH += "，最快和最慢的各" + half.ZH + "项"
		what.EN += "; the " + half.EN + " fastest and the " + half.EN + " slowest"
	}
	return &Figure{
		ID:          "growth-ranking",
		Title:       title,
		Description: what,
		Alt:         after(Text{ZH: when.ZH + "增速由高到低", EN: "Growth in " + when.EN + ", largest first"}, described(chart)),
		Chart:       chart,
	}
}

// grown lists the items whose growth over the year at the reporting period is
// known, the fastest first, equal ones in the order of the source. Growth of one
// month and of the year to date are not ranked together: those of the span that
// most are of stay, beside stocks.
func (c *composer) grown() []*item {
	var rows []*item
	n := map[Period]int{}
	var span Period
	for _, it := range c.items {
		g := it.r.yearly(it.r.growth())
		if !g.ok || it.r.late {
			continue
		}
		rows = append(rows, it)
		if it.r.stock() {
			continue
		}
		if n[g.at]++; n[g.at] > n[span] || n[g.at] == n[span] && g.at == c.at {
			span = g.at
		}
	}
	rows = slices.DeleteFunc(rows, func(it *item) bool { return !it.r.stock() && it.r.growth().at != span })
	sort.SliceStable(rows, func(i, j int) bool {
		return rows[i].r.growth().Value.GreaterThan(rows[j].r.growth().Value)
	})
	return rows
}
