package briefing

import "slices"

// Parts of a whole over time: what share each has, and how each grew.

// fewestSteps is from how many steps on lines of growth are drawn, mostLines how
// many parts they are of, and fewestRanked how many parts make a ranking.
const (
	fewestSteps  = 6
	mostLines    = 6
	fewestRanked = 3
)

// shareFigure draws the shares of the parts of an indicator, where what they
// brought to its growth is not known: as columns over time where they make up all
// of it, else ranked. nil without shares.
func (c *composer) shareFigure(it *item) *Figure {
	parts := c.parts(it)
	at := it.tellsOf()
	if len(parts) == 0 || len(parts) > 8 || it.history.ratio || at.IsZero() {
		return nil
	}
	now := c.shares(it, parts, at)
	if now == nil {
		return nil
	}
	ranked := slices.Clone(now)
	slices.SortStableFunc(ranked, func(a, b fact) int { return b.Value.Cmp(a.Value) })
	whole, top := inner(it.r.label()), ranked[0]
	share := same(top.plain() + "%")
	name := top.of.label()
	f := &Figure{ID: "shares-" + it.r.s.ID}
	f.Title = Text{ZH: name.ZH + "占" + whole.ZH + "的" + share.ZH, EN: sentenceCase(name.EN) + ": " + share.EN + " of " + whole.EN}
	f.Description = Text{ZH: "各部分占" + whole.ZH + "的比重（%）", EN: "Shares of the parts in " + whole.EN + " (%)"}
	switch chart, others := c.shareStack(it, parts); {
	case chart != nil:
		f.Chart = chart
		if len(chart.Slots) == contributionSteps {
			f.Description = joinTexts("，", ", ", []Text{f.Description, it.history.newestOnly(contributionSteps)})
		}
		f.Description = joinTexts("；", "; ", []Text{f.Description, others})
	case len(parts) < fewestRanked:
		return nil // a sentence tells it
	default:
		r := &Ranked{Unit: same("%")}
		for _, x := range ranked {
			r.Rows = append(r.Rows, RankedRow{Name: x.of.label(), Datum: it.history.datum(x, same(x.plain()+"%")), Ref: -1})
		}
		f.Chart = r
		when := it.r.in(at)
		f.Description = Text{ZH: when.ZH + f.Description.ZH, EN: "Shares of the parts in " + whole.EN + " " + when.EN + " (%)"}
	}
	f.Alt = described(f.Chart)
	return f
}

// shares of the parts at a period, in their order; nil where one is missing.
func (c *composer) shares(it *item, parts []*item, at Period) []fact {
	var out []fact
	for _, p := range parts {
		q, err := c.d.ShareAt(p.r.s.ID, it.r.s.ID, at)
		if err != nil {
			return nil
		}
		out = append(out, p.r.fact(q, at, 1, asShare))
	}
	return out
}

// shareStack is the shares year by year or step by step; nil where there are few,
// or where the parts are not all of the whole. others says which parts are drawn as
// one.
func (c *composer) shareStack(it *item, parts []*item) (chart *Stack, others Text) {
	steps := it.history.steps
	if len(steps) == 0 {
		return nil, Text{}
	}
	fold := foldingOf(c.shares(it, parts, steps[len(steps)-1]))
	chart = &Stack{Unit: same("%"), Parts: fold.series(parts)}
	for _, s := range steps[max(0, len(steps)-contributionSteps):] {
		facts := c.shares(it, parts, s)
		if facts == nil {
			if len(chart.Slots) == 0 {
				continue // nothing yet
			}
			return nil, Text{}
		}
		if !makeUp(facts, whole100) {
			return nil, Text{}
		}
		chart.Slots = append(chart.Slots, it.r.w.slotOf(s))
		for i, f := range fold.of(it, facts) {
			chart.Parts[i].Data = append(chart.Parts[i].Data, it.history.datum(f, same(f.plain()+"%")))
		}
	}
	if len(chart.Slots) < fewestColumns {
		return nil, Text{}
	}
	return chart, fold.note(parts)
}

// growthOfParts draws how the parts of an indicator grew beside the whole; nil
// with few steps or many parts.
func (c *composer) growthOfParts(it *item) *Figure {
	h := it.history.drawn()
	parts := c.parts(it)
	if len(parts) == 0 || len(parts) > mostLines || h.ratio || known(h.line) < fewestSteps {
		return nil
	}
	chart := &Lines{Unit: same("%")}
	for _, s := range h.steps {
		chart.Slots = append(chart.Slots, it.r.w.slotOf(s))
	}
	shown := digitsOf(append(slices.Clone(parts), it))
	var top, low *item
	for _, p := range append(slices.Clone(parts), it) {
		line := Series{Name: p.r.label(), Emphasis: p == it}
		n := 0
		for _, s := range h.steps {
			f := p.history.lineAt(s)
			f.places = shown.rates
			if f.ok {
				n++
			}
			line.Data = append(line.Data, it.history.datum(f, same(f.signed()+"%")))
		}
		if n < fewestSteps || p.history.run != h.run || line.Data[len(h.steps)-1].Missing {
			return nil
		}
		chart.Series = append(chart.Series, line)
		if p == it {
			continue
		}
		if top == nil || last(p.history.line).Value.GreaterThan(last(top.history.line).Value) {
			top = p
		}
		if low == nil || last(p.history.line).Value.LessThan(last(low.history.line).Value) {
			low = p
		}
	}
	f := &Figure{ID: "parts-" + it.r.s.ID, Chart: chart}
	a, b := top.r.label(), low.r.label()
	f.Title = Text{ZH: a.ZH + "增速最高，" + b.ZH + "最低", EN: sentenceCase(a.EN) + " grew fastest, " + inside(b.EN) + " slowest"}
	whole, rate := inner(it.r.label()), h.lineName()
	f.Description = joinTexts("，", ", ", []Text{{ZH: whole.ZH + "及其各部分", EN: sentenceCase(whole.EN) + " and its parts"}, rate, h.since()})
	f.Alt = described(chart)
	return f
}
