package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// moves is a slope chart of many rows: a lane each, from a tick to a dot on one
// scale, the greatest rise first, the change on the right.
type moves struct {
	*rows
	c      *briefing.Slope
	moves  []briefing.SlopeRow
	labels [][2]block // the values
	keys   [2]block
	second point // where the second key stands, from the top left
	notes  block
	limit  float64 // size up to which values are drawn to scale; 0: all are
}

const (
	moveDot  = 2.8 // radius
	moveTick = 9.0 // height
	moveLine = 1.8
)

func newMoves(c *briefing.Slope, w float64, t *typist) *moves {
	g := &moves{c: c, moves: c.ByChange()}
	names := make([]briefing.Text, len(g.moves))
	for i, r := range g.moves {
		names[i] = r.Name
	}
	side := func(i int, width float64) block {
		if r := g.moves[i]; whole(r) {
			return t.pair(r.Change, t.value(t.direction(r)).sized(8), t.minor(), width)
		}
		return block{}
	}
	g.rows = newRows(t, w, names, side)
	for _, it := range g.items {
		if !g.stacked && len(it.name.lines) > longName {
			g.rows = layRows(t, w, true, names, side)
			break
		}
	}
	g.limit = edgeOfMoves(c)
	lo, hi := reachOf(ends(g.moves))
	if g.limit > 0 {
		lo, hi = max(lo, -farEnd*g.limit), min(hi, farEnd*g.limit)
	}
	var tips []tip
	reserve := 0.0
	for i, r := range g.moves {
		labels := [2]block{g.value(r.From), g.value(r.To)}
		if !has(r.From) && !has(r.To) {
			labels[0] = t.run(noData, t.minor(), g.right-g.left)
		}
		g.labels = append(g.labels, labels)
		g.items[i].lane = max(moveTick, labels[0].h, labels[1].h)
		for k, d := range [2]briefing.Datum{r.From, r.To} {
			if !has(d) {
				continue
			}
			tp := tip{value: within(d.Value, farEnd*g.limit), width: labels[k].w + moveDot + tipGap, left: leftOf(r, k)}
			if !tp.left { // tips of what is below zero stand left of it
				if reserve = max(reserve, tp.width); hi < 0 {
					continue
				}
				tp.value = max(tp.value, 0)
			}
			tips = append(tips, tp)
		}
	}
	if hi < 0 {
		g.right = max(g.right-reserve, g.left)
	}
	g.fitSpan(lo, hi, nearTick, tips, c.Unit)
	g.layHead()
	g.first, g.end = c.Part.Of(len(g.moves))
	return g
}

// leftOf reports whether the value of the first (0) or second (1) moment stands
// left of its mark: the lower of two, and none that is alone.
func leftOf(r briefing.SlopeRow, k int) bool {
	if !whole(r) {
		return false
	}
	return (k == 0) == (r.From.Value <= r.To.Value)
}

func (g *moves) value(d briefing.Datum) block {
	if !has(d) {
		return block{}
	}
	return g.number(d.Label, g.t.minor().in(g.t.theme.Ink))
}

// layHead sets above the rows what tick and dot are, side by side or one under
// the other, and what the words on the right are.
func (g *moves) layHead() {
	for k, x := range [2]briefing.Text{g.c.From, g.c.To} {
		g.keys[k] = g.t.heading(x, g.w-keyWidth)
	}
	if x := keyWidth + g.keys[0].w + columnGap; x+keyWidth+g.keys[1].w <= g.w {
		g.second = point{x, 0}
		g.head = max(g.keys[0].h, g.keys[1].h)
	} else {
		g.second = point{0, g.keys[0].h + 1}
		g.head = g.second.y + g.keys[1].h
	}
	if changes(g.c) {
		g.notes = g.t.run(briefing.Text{ZH: "右列为变化（" + g.c.ChangeUnit.ZH + "）", EN: "on the right: change (" + g.c.ChangeUnit.EN + ")"}, g.t.minor(), g.w)
	}
	if g.limit > 0 {
		g.notes.stack(g.t.run(offScale, g.t.minor(), g.w), 1)
	}
	g.notes.stack(preliminaryNote(g.t, g.w, ends(g.moves)), 1)
	if !g.notes.empty() {
		g.head += g.notes.h + 3
	}
	g.head += 4
}

func (g *moves) draw(p *pen, at box) {
	for k, b := range g.keys {
		if b.empty() {
			continue
		}
		x, y := at.x0, at.y1
		if k == 1 {
			x, y = x+g.second.x, y-g.second.y
		}
		g.mark(p, k, point{x + moveDot, y - b.firstMiddle()}, briefing.SlopeRow{})
		p.text(b, x+keyWidth+1, y, 0)
	}
	p.text(g.notes, at.x0, at.y1-g.head+4+g.notes.h, 0)
	s := g.spread(at)
	g.drawScale(p, s)
	if g.scale.lo <= 0 && g.scale.hi >= 0 {
		g.drawZero(p, s)
	}
	for i := g.first; i < g.end; i++ {
		g.drawWords(p, s, i)
		g.drawMove(p, s, i)
	}
}

func (g *moves) drawMove(p *pen, s spread, i int) {
	r, y := g.moves[i], s.lanes[i]
	if whole(r) {
		p.line(p.t.direction(r), moveLine, point{g.at(s, r.From), y}, point{g.at(s, r.To), y})
	}
	for k, d := range [2]briefing.Datum{r.From, r.To} {
		b := g.labels[i][k]
		if !has(d) {
			g.print(p, b, point{s.x0 + g.left, y}, 0)
			continue
		}
		x := g.at(s, d)
		if g.far(d) {
			out := math.Copysign(1, d.Value)
			p.fill(p.t.theme.Ink, point{x - out*moveDot, y - moveDot - 1}, point{x - out*moveDot, y + moveDot + 1}, point{x + out*moveDot, y})
		} else {
			g.mark(p, k, point{x, y}, r)
		}
		switch {
		case k == 0 && whole(r) && r.From.Value == r.To.Value: // one number says both
		case leftOf(r, k):
			g.print(p, b, point{x - moveDot - tipGap, y}, 1)
		default:
			g.print(p, b, point{x + moveDot + tipGap, y}, 0)
		}
	}
}

// at is the place of a value, that of one beyond the scale at its edge.
func (g *moves) at(s spread, d briefing.Datum) float64 {
	return g.x(s, within(d.Value, farEnd*g.limit))
}

func (g *moves) far(d briefing.Datum) bool { return g.limit > 0 && math.Abs(d.Value) > g.limit }

// edgeOfMoves is the size up to which the values of a comparison are drawn to
// scale.
func edgeOfMoves(c *briefing.Slope) float64 {
	var sizes []float64 // of each row, which may be far at both ends
	for _, r := range c.Rows {
		size := 0.0
		for _, d := range [2]briefing.Datum{r.From, r.To} {
			if has(d) {
				size = max(size, math.Abs(d.Value))
			}
		}
		sizes = append(sizes, size)
	}
	return edgeOfMost(sizes)
}

// print sets a number on a ground as high as the lane, so that no stub of an
// upright looks out from behind it.
func (g *moves) print(p *pen, b block, at point, align float64) {
	if b.empty() {
		return
	}
	e := b.extent(at.x, at.y+b.centre(), align)
	reach := max(moveTick, b.h)/2 + laneGap/2
	p.rect(p.t.theme.Paper, box{max(e.x0-1, p.in.x0), at.y - reach, min(e.x1+1, p.in.x1), at.y + reach})
	p.text(b, at.x, at.y+b.centre(), align)
}

// mark draws the tick of the first moment or the dot of the second.
func (g *moves) mark(p *pen, k int, at point, r briefing.SlopeRow) {
	c := p.t.theme.Secondary
	if k == 0 {
		p.line(c, moveLine, point{at.x, at.y - moveTick/2}, point{at.x, at.y + moveTick/2})
		return
	}
	if whole(r) {
		c = p.t.direction(r)
	}
	p.dot(c, at, moveDot, r.To.Preliminary)
}
