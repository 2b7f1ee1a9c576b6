package charts

import (
	"math"
	"slices"

	"jianbao/internal/briefing"
)

// ranked is a ranked bar chart. A row without a number of its own follows
// another: hollow, joined to it by a dashed line, with the reason beside it.
type ranked struct {
	*rows
	c      *briefing.Ranked
	follow []int // the row whose value is drawn, itself or another; -1: none
	labels []block
	limit  float64 // size up to which bars are drawn to scale; 0: all
}

const (
	barHeight  = 10.0
	tipGap     = 4.0
	markReach  = 2.5 // how far a target's mark stands out above and below its bar
	markWidth  = 1.8
	noteShare  = 0.3  // of the lane, at least, for the note of a row that follows another
	leastNotes = 24.0 // and no less than this
	nameAir    = 8.0  // between a name and the number at the end of a bar below zero
	farEnd     = 1.3  // of the scale, where the bar of what is beyond it ends
	farSlash   = 12.0 // from there to where that bar is cut
)

// targetWord explains the mark of a target.
var targetWord = briefing.Text{ZH: "目标", EN: "target"}

func newRanked(c *briefing.Ranked, w float64, t *typist) *ranked {
	names := make([]briefing.Text, len(c.Rows))
	for i, r := range c.Rows {
		names[i] = r.Name
	}
	g := &ranked{rows: newRows(t, w, names, nil), c: c, follow: make([]int, len(c.Rows)), labels: make([]block, len(c.Rows))}
	tips := make([]tip, 0, 2*len(c.Rows))
	data := make([]briefing.Datum, 0, len(c.Rows))
	g.limit = limitOf(c.Rows)
	for i := range c.Rows {
		g.follow[i] = followed(c.Rows, i)
		data = append(data, c.Rows[i].Datum)
		if u := c.Rows[i].Upper; u != nil {
			data = append(data, *u)
		}
		g.labels[i] = g.label(i, 0)
		tips = append(tips, g.tip(i))
	}
	lo, hi := span(data...)
	if g.limit > 0 {
		lo, hi = max(lo, -farEnd*g.limit), min(hi, farEnd*g.limit)
	}
	g.fit(lo, hi, tips, c.Unit)
	if g.limit > 0 {
		g.foot.stack(t.run(offScale, t.minor(), w), 0)
		g.beneath = true
	}
	g.foot.stack(preliminaryNote(t, w, data), 0)
	g.beneath = g.beneath || g.foot.w > g.left-columnGap+2
	if c.Target {
		keys := []key{g.targetKey()}
		if slices.ContainsFunc(c.Rows, func(r briefing.RankedRow) bool { return r.Upper != nil }) {
			keys = append(keys, g.rangeKey())
		}
		g.setKeys(keys)
	}
	for i := range c.Rows {
		if g.relative(i) {
			g.labels[i] = g.label(i, g.right-g.tipEnd(i)-tipGap)
		}
		g.items[i].lane = max(barHeight+2*markReach, g.labels[i].h)
	}
	g.first, g.end = c.Part.Of(len(c.Rows))
	return g
}

func (g *ranked) relative(i int) bool { return g.c.Rows[i].Ref >= 0 && !has(g.c.Rows[i].Datum) }

// followed is the row whose value row i is drawn at, or -1.
func followed(rows []briefing.RankedRow, i int) int {
	for range rows { // a ring of references ends here
		if has(rows[i].Datum) {
			return i
		}
		if i = rows[i].Ref; i < 0 || i >= len(rows) {
			return -1
		}
	}
	return -1
}

// label is what stands at the end of row i; a note is broken at width.
func (g *ranked) label(i int, width float64) block {
	r := g.c.Rows[i]
	switch {
	case g.relative(i) && !r.Note.IsZero():
		st := g.t.main()
		st.size = 7.5
		if width > 0 {
			return g.t.pair(r.Note, st, g.t.minor(), width)
		}
		return g.t.pair(r.Note, st, g.t.minor(), 0)
	case !has(r.Datum):
		for _, why := range []briefing.Text{r.Datum.Label, r.Note} {
			if !why.IsZero() {
				return g.t.pair(why, g.t.minor(), g.t.minor(), 0.9*(g.right-g.left))
			}
		}
		return g.t.run(noData, g.t.minor(), 0.9*(g.right-g.left))
	}
	b := g.number(r.Datum.Label, g.t.value(g.t.theme.Ink))
	b.stack(g.t.pair(r.Note, g.t.minor(), g.t.minor(), 0.4*(g.right-g.left)), 0)
	return b
}

// value that row i is drawn at.
func (g *ranked) value(i int) float64 {
	if f := g.follow[i]; f >= 0 {
		return within(g.c.Rows[f].Datum.Value, farEnd*g.limit)
	}
	return 0
}

// reach is where what is drawn of row i ends: at its value or, of a range, at the
// upper end.
func (g *ranked) reach(i int) float64 {
	v := g.value(i)
	if u := g.c.Rows[i].Upper; u != nil && has(*u) {
		return max(v, within(u.Value, farEnd*g.limit))
	}
	return v
}

// far reports a row that is beyond the scale.
func (g *ranked) far(i int) bool {
	d := g.c.Rows[i].Datum
	return g.limit > 0 && has(d) && math.Abs(d.Value) > g.limit
}

// limitOf is the size up to which the bars of a ranking are drawn to scale; 0:
// all are. One or two that are far from all others would flatten them.
func limitOf(rows []briefing.RankedRow) float64 {
	var sizes []float64
	for _, r := range rows {
		if has(r.Datum) {
			sizes = append(sizes, math.Abs(r.Datum.Value))
		}
	}
	return edgeOfMost(sizes)
}

func (g *ranked) tip(i int) tip {
	v, w := g.reach(i), g.labels[i].w
	if g.relative(i) {
		w = min(w, max(noteShare*(g.right-g.left), leastNotes))
		v = max(v, 0)
	}
	if g.far(i) {
		w += arrowHigh
	}
	if v < 0 && !g.stacked {
		w += nameAir
	}
	return tip{value: v, width: w + tipGap}
}

// tipEnd is where the label of row i may start, from the left.
func (g *ranked) tipEnd(i int) float64 { return g.scale.pos(max(g.reach(i), 0)) }

func (g *ranked) draw(p *pen, at box) {
	s := g.spread(at)
	g.drawScale(p, s)
	for i := g.first; i < g.end; i++ {
		if f := g.follow[i]; g.relative(i) && f >= 0 {
			c := p.t.theme.Emphasis
			if g.c.Target {
				c = p.t.theme.Target
			}
			from := s.top // of a row on an earlier page
			if f >= g.first && f < g.end {
				from = s.lanes[f]
			}
			x := g.x(s, g.value(i))
			p.dashed(c, 1, point{x, from}, point{x, s.lanes[i] - barHeight/2})
		}
	}
	for i := g.first; i < g.end; i++ {
		g.drawBar(p, s, i)
	}
	g.drawZero(p, s)
	for i := g.first; i < g.end; i++ {
		r := g.c.Rows[i]
		g.drawWords(p, s, i)
		x, align := g.x(s, max(g.reach(i), 0))+tipGap, 0.0
		if has(r.Datum) && r.Datum.Value < 0 && g.reach(i) <= 0 {
			x, align = g.x(s, g.value(i))-tipGap, 1
		}
		if g.far(i) {
			x += math.Copysign(arrowHigh, r.Datum.Value)
		}
		p.over(g.labels[i], x, s.lanes[i]+g.labels[i].centre(), align)
	}
}

func (g *ranked) drawBar(p *pen, s spread, i int) {
	r, y := g.c.Rows[i], s.lanes[i]
	if g.follow[i] < 0 {
		return
	}
	zero, end := g.x(s, 0), g.x(s, g.value(i))
	if g.relative(i) {
		p.frame(p.t.theme.Emphasis, 0.8, box{min(zero, end), y - barHeight/2, max(zero, end), y + barHeight/2}, true)
		return
	}
	c := p.t.theme.Bar
	if r.Emphasis {
		c = p.t.theme.Emphasis
	}
	p.bar(c, box{zero, y - barHeight/2, end, y + barHeight/2}, r.Datum.Preliminary)
	if g.far(i) {
		out := math.Copysign(1, r.Datum.Value)
		p.fill(p.t.theme.Ink, point{end, y - barHeight/2}, point{end, y + barHeight/2}, point{end + out*arrowHigh, y})
		cut := end - out*farSlash
		p.fill(p.t.theme.Paper, point{cut - 3, y - barHeight/2 - 1}, point{cut, y - barHeight/2 - 1}, point{cut + 3, y + barHeight/2 + 1}, point{cut, y + barHeight/2 + 1})
	}
	if u := r.Upper; u != nil && has(*u) && u.Value > r.Datum.Value {
		to := g.x(s, u.Value)
		p.rect(tint(p.t.theme.Target, p.t.theme.Paper, rangeTint), box{end, y - barHeight/2, to, y + barHeight/2})
		p.frame(p.t.theme.Target, 0.9, box{end, y - barHeight/2, to, y + barHeight/2}, false)
	}
	if g.c.Target {
		p.rect(p.t.theme.Target, box{end - markWidth/2, y - barHeight/2 - markReach, end + markWidth/2, y + barHeight/2 + markReach})
	}
}
