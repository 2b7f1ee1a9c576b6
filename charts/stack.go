package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// stack is contributions: columns of parts above and below zero, and the total
// as a line of dots. The parts are named beside the newest column.
type stack struct {
	c           *briefing.Stack
	t           *typist
	w           float64
	unit        block
	ends        []end // of the parts, then of the total
	newest      int
	left, right float64
}

func newStack(c *briefing.Stack, w float64, t *typist) *stack {
	g := &stack{c: c, t: t, w: w, newest: latest(c.Total.Data), unit: t.run(c.Unit, t.minor(), w)}
	for _, s := range c.Parts {
		g.newest = max(g.newest, latest(s.Data))
	}
	room := max(endShare*w, 60)
	name := func(s briefing.Series, strong bool, col int) {
		value := noData
		if g.newest >= 0 && g.newest < len(s.Data) && has(s.Data[g.newest]) {
			value = s.Data[g.newest].Label
		}
		e := end{colour: t.theme.Ink, label: t.named(s.Name, value, t.theme.Ink, strong, room)}
		if col >= 0 {
			c, _ := t.theme.part(col)
			e.colour = edgeOf(c, t.theme.Paper)
		}
		g.ends = append(g.ends, e)
	}
	for i, s := range c.Parts {
		name(s, s.Emphasis, i)
	}
	if len(c.Total.Data) > 0 {
		name(c.Total, true, -1)
	}
	widest := 0.0
	for _, e := range g.ends {
		widest = max(widest, e.label.w)
	}
	g.right = math.Ceil(widest+0.5) + 2*gutterGap + keyBox
	g.left = t.scaleRoom(g.scale(0, 1), w)
	return g
}

// keyBox is the room of the swatch before a part's name.
const keyBox = 8.0

// sums are the heights of the stack of slot i, above and below zero.
func (g *stack) sums(i int) (up, down float64) {
	for _, s := range g.c.Parts {
		if d := s.Data[i]; has(d) {
			up, down = up+max(d.Value, 0), down+min(d.Value, 0)
		}
	}
	return up, down
}

func (g *stack) scale(y0, y1 float64) panelScale {
	lo, hi := 0.0, 0.0
	for i := range g.c.Slots {
		up, down := g.sums(i)
		lo, hi = min(lo, down), max(hi, up)
	}
	for _, d := range g.c.Total.Data {
		if has(d) {
			lo, hi = min(lo, d.Value), max(hi, d.Value)
		}
	}
	return lineSpan(lo, hi, true, y0, y1)
}

func (g *stack) axis(at box) *timeAxis {
	return newTimeAxis(g.t, g.c.Slots, g.newest, at.x0+g.left, at.x1-g.right, at.x1-g.right+gutterGap)
}

func (g *stack) leastPanel() float64 { return max(48, stacked(g.ends)) }

func (g *stack) around() float64 {
	h := g.axis(box{x1: g.w}).height + 3
	if !g.unit.empty() {
		h += g.unit.h + nameGap
	}
	return h
}

func (g *stack) least() float64   { return g.around() + g.leastPanel() }
func (g *stack) natural() float64 { return g.around() + max(g.leastPanel(), min(0.42*g.w, 170)) }

func (g *stack) draw(p *pen, at box) {
	axis := g.axis(at)
	y := at.y1 - 3
	if !g.unit.empty() {
		p.text(g.unit, at.x0, y+2, 0)
		y -= g.unit.h + nameGap
	}
	b := box{at.x0 + g.left, at.y0 + axis.height, at.x1 - g.right, y}
	if g.newest < 0 {
		l := p.t.run(noData, p.t.minor(), b.width())
		p.line(p.t.theme.Hairline, 0.6, point{b.x0, b.y0}, point{b.x1, b.y0})
		p.text(l, (b.x0+b.x1)/2, (b.y0+b.y1)/2+l.centre(), 0.5)
		axis.draw(p, b.y0)
		return
	}
	s := g.scale(b.y0, b.y1)
	p.grid(s, b, at.x0)
	w := min(axis.barWidth(), capWidth)
	ups, downs := make([]float64, len(g.c.Slots)), make([]float64, len(g.c.Slots))
	for k, part := range g.c.Parts {
		c, hatched := p.t.theme.part(k)
		var boxes []box
		for i, d := range part.Data {
			if !has(d) || d.Value == 0 {
				continue
			}
			from := &ups[i]
			if d.Value < 0 {
				from = &downs[i]
			}
			x := axis.centre(i)
			e := box{x - w/2, s.pos(*from), x + w/2, s.pos(*from + d.Value)}
			*from += d.Value
			boxes = append(boxes, e.upright())
			if i == g.newest {
				g.ends[k].at = point{x + w/2, (e.y0 + e.y1) / 2}
			}
		}
		p.bars(c, boxes)
		for _, e := range boxes {
			if hatched && e.width() > 2 {
				p.hatch(p.t.theme.slant(c), e)
			}
		}
		if g.ends[k].at == (point{}) {
			g.ends[k].at = point{axis.centre(g.newest) + w/2, s.pos(0)}
		}
	}
	p.line(p.t.theme.Ink, 0.8, point{b.x0, s.pos(0)}, point{b.x1, s.pos(0)})
	axis.draw(p, b.y0)
	g.drawTotal(p, axis, s, w)
	ranged(g.ends, at.y0, max(y, at.y0+stacked(g.ends)))
	p.drawEnds(g.ends, b.x1, b.x1+2*gutterGap+keyBox)
	for k := range g.c.Parts { // a swatch, as the leader does not tell neighbours apart
		c, hatched := p.t.theme.part(k)
		mid := g.ends[k].top - g.ends[k].label.firstMiddle()
		e := box{b.x1 + 2*gutterGap, mid - 2.6, b.x1 + 2*gutterGap + 5.2, mid + 2.6}
		p.bars(c, []box{e})
		if hatched {
			p.hatch(p.t.theme.slant(c), e)
		}
	}
}

func (g *stack) drawTotal(p *pen, axis *timeAxis, s panelScale, w float64) {
	data := g.c.Total.Data
	if len(data) == 0 {
		return
	}
	where := func(i int) point { return point{axis.centre(i), s.pos(data[i].Value)} }
	p.strokeData(stroke{p.t.theme.Paper, 2.6, nil}, data, where)
	p.strokeData(stroke{p.t.theme.Ink, 1.2, nil}, data, where)
	last := len(g.ends) - 1
	g.ends[last].at = point{axis.centre(g.newest) + w/2, s.pos(0)}
	for i, d := range data {
		if !has(d) {
			continue
		}
		if axis.step > 7 || i == g.newest {
			p.disc(p.t.theme.Paper, where(i), 2.9)
			p.dot(p.t.theme.Ink, where(i), 2.1, d.Preliminary)
		}
		if i == g.newest {
			g.ends[last].at = point{axis.centre(i) + w/2, where(i).y}
		}
	}
}
