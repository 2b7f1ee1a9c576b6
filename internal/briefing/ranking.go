package briefing

import (
	"slices"
	"sort"
)

// mostRanked is how many bars a ranking on page one has room for, and fewestHeads
// how many indicators that are no parts of others can stand without parts.
const (
	mostRanked  = 12
	fewestHeads = 6
)

// growthRanking ranks the growth of indicators at the reporting period; nil
// with fewer than three.
func (c *composer) growthRanking() *Figure {
	all := c.grown()
	if len(all) < 3 {
		return nil
	}
	rows, note := c.ranked(all)
	if note.IsZero() {
		all = rows
	}
	chart := &Ranked{Unit: same("%")}
	var names []Text
	for _, it := range rows {
		names = append(names, it.r.label())
	}
	short, whole := factored(names)
	shown := digitsOf(rows)
	for i, it := range rows {
		g := it.r.growth()
		g.places = shown.rates
		ch := it.r.change(g)
		chart.Rows = append(chart.Rows, RankedRow{
			Name:  short[i],
			Datum: it.history.datum(g, same(ch.signed()+"%")),
			Ref:   -1,
		})
	}
	span := c.at
	for _, it := range all {
		if !it.r.stock() {
			span = it.r.growth().at
		}
	}
	when := c.w.name(span)
	base := c.w.base(span, "yoy")
	what := Text{ZH: when.ZH + base.ZH + "增速（%）", EN: "Growth " + base.over + ", " + when.EN + " (%)"}
	alt := Text{ZH: when.ZH + "增速由高到低", EN: "Growth in " + when.EN + ", largest first"}
	what, alt = under(whole, what, names), under(whole, alt, names)
	return &Figure{
		ID:          "growth-ranking",
		Title:       c.rankingTitle(all, when),
		Description: joinTexts("，", "; ", []Text{what, note}),
		Alt:         after(alt, described(chart)),
		Chart:       chart,
	}
}

// ranked chooses the rows of a ranking, and says which if not all are there. What
// is no part of another stands before parts and is not cut by its rank.
func (c *composer) ranked(all []*item) ([]*item, Text) {
	if len(all) <= mostRanked {
		return all, Text{}
	}
	var heads, parts []*item
	for _, it := range all {
		if c.heads(it) {
			heads = append(heads, it)
		} else {
			parts = append(parts, it)
		}
	}
	kind := Text{}
	switch {
	case len(heads) > mostRanked:
		heads, parts = nil, heads
	case len(heads) >= fewestHeads || len(parts) < 2:
		return heads, Text{}
	case len(heads) > 0:
		kind = Text{ZH: "分项中", EN: " parts"}
	}
	half := (mostRanked - len(heads)) / 2
	if len(parts) > 2*half {
		parts = slices.Concat(parts[:half], parts[len(parts)-half:])
	}
	rows := slices.DeleteFunc(slices.Clone(all), func(it *item) bool { return !slices.Contains(heads, it) && !slices.Contains(parts, it) })
	n := count(half)
	return rows, Text{ZH: kind.ZH + "最快和最慢的各" + n.ZH + "项", EN: "the " + n.EN + " fastest and the " + n.EN + " slowest" + kind.EN}
}

// rankingTitle counts what fell in a period, or names what leads.
func (c *composer) rankingTitle(rows []*item, when Text) Text {
	down := 0
	for _, it := range rows {
		if it.r.change(it.r.growth()).sign() < 0 {
			down++
		}
	}
	up := 0
	for _, it := range rows {
		if it.r.change(it.r.growth()).sign() > 0 {
			up++
		}
	}
	switch {
	case down == 0 || down == len(rows):
	case up+down == len(rows):
		return Text{
			ZH: beside(when, count(up)) + "项指标增长，" + count(down).ZH + "项下降",
			EN: sentenceCase(count(up).EN) + " " + plural(up, "indicator") + " rose in " + when.EN + ", " + count(down).EN + " fell",
		}
	default:
		return Text{
			ZH: beside(when, count(len(rows)-down)) + "项指标未降，" + count(down).ZH + "项下降",
			EN: sentenceCase(count(len(rows)-down).EN) + " " + plural(len(rows)-down, "indicator") + " held or rose in " + when.EN + ", " + count(down).EN + " fell",
		}
	}
	top := rows[0].r.label()
	ch := rows[0].r.change(rows[0].r.growth())
	return Text{ZH: when.ZH + top.ZH + ch.verb().ZH + "，居各项指标首位", EN: sentenceCase(top.EN) + " led in " + when.EN + ", with " + ch.noun().EN}
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
