package charts

import (
	"image/color"

	"jianbao/internal/briefing"
)

// slope is two moments and a line for each row between them; the names stand
// on the left, what has become of them on the right.
type slope struct {
	c           *briefing.Slope
	t           *typist
	w           float64
	from, to    block
	unit        block
	start, stop []end
	left, right float64
}

// mostChanges is the number of rows up to which the changes are printed too.
const mostChanges = 12

func newSlope(c *briefing.Slope, w float64, t *typist) *slope {
	g := &slope{c: c, t: t, w: w, unit: t.run(c.Unit, t.minor(), w)}
	strong := t.main().sized(8)
	g.from = t.pair(c.From, strong, t.minor(), 0.35*w)
	g.to = t.pair(c.To, strong, t.minor(), 0.26*w)
	g.left, g.right = g.from.w, g.to.w
	for _, r := range c.Rows {
		col := g.colour(r)
		from, to := noData, noData
		if has(r.From) {
			from = r.From.Label
		}
		if has(r.To) {
			to = r.To.Label
		}
		first := t.named(r.Name, from, col, r.Emphasis, 0.42*w)
		second := t.number(to, t.value(col).sized(8), 0.26*w)
		if len(c.Rows) <= mostChanges {
			second.stack(t.pair(r.Change, t.minor().in(t.theme.Ink), t.minor(), 0.26*w), 0)
		}
		g.start, g.stop = append(g.start, end{label: first, colour: col}), append(g.stop, end{label: second, colour: col})
		g.left, g.right = max(g.left, first.w), max(g.right, second.w)
	}
	g.left += 2 * gutterGap
	g.right += 2 * gutterGap
	return g
}

func (s style) sized(size float64) style { s.size = size; return s }

// colour says where a row goes: up, down, nowhere.
func (g *slope) colour(r briefing.SlopeRow) color.RGBA {
	switch {
	case !has(r.From) || !has(r.To) || r.From.Value == r.To.Value:
		return g.t.theme.Secondary
	case r.To.Value < r.From.Value:
		return g.t.theme.Behind
	}
	return g.t.theme.Emphasis
}

func (g *slope) span() (lo, hi float64) {
	any := false
	for _, r := range g.c.Rows {
		for _, d := range []briefing.Datum{r.From, r.To} {
			if !has(d) {
				continue
			}
			if !any {
				lo, hi, any = d.Value, d.Value, true
			}
			lo, hi = min(lo, d.Value), max(hi, d.Value)
		}
	}
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	return lo, hi
}

func (g *slope) head() float64 {
	h := max(g.from.h, g.to.h) + 4
	if !g.unit.empty() {
		h += g.unit.h + nameGap
	}
	return h
}

func (g *slope) least() float64 {
	return g.head() + max(40, stacked(g.start), stacked(g.stop)) + 4
}

func (g *slope) natural() float64 { return max(g.least(), g.head()+min(0.5*g.w, 190)) }

func (g *slope) draw(p *pen, at box) {
	y := at.y1
	if !g.unit.empty() {
		p.text(g.unit, at.x0, y, 0)
		y -= g.unit.h + nameGap
	}
	b := box{at.x0 + g.left, at.y0 + 2, at.x1 - g.right, y - max(g.from.h, g.to.h) - 4}
	p.text(g.from, b.x0-gutterGap, y, 1)
	p.text(g.to, b.x1+gutterGap, y, 0)
	lo, hi := g.span()
	inset := min(6, b.height()/8)
	s := scale{lo, hi, b.y0 + inset, b.y1 - inset}
	if lo < 0 && hi > 0 {
		p.line(p.t.theme.Hairline, 0.6, point{b.x0, s.pos(0)}, point{b.x1, s.pos(0)})
	}
	for _, x := range []float64{b.x0, b.x1} {
		p.line(p.t.theme.Hairline, 0.8, point{x, b.y0}, point{x, b.y1})
	}
	middle := (b.y0 + b.y1) / 2
	for pass := range 2 {
		for i, r := range g.c.Rows {
			if (pass == 1) != r.Emphasis {
				continue
			}
			st := stroke{g.start[i].colour, 1.1, nil}
			if r.Emphasis {
				st.width = 1.9
			}
			g.start[i].at, g.stop[i].at = point{b.x0, middle}, point{b.x1, middle}
			switch {
			case has(r.From) && has(r.To):
				p.patterned(st, point{b.x0, s.pos(r.From.Value)}, point{b.x1, s.pos(r.To.Value)})
			case has(r.From):
				g.stop[i].at.y = s.pos(r.From.Value)
			case has(r.To):
				g.start[i].at.y = s.pos(r.To.Value)
			}
			if has(r.From) {
				g.start[i].at.y = s.pos(r.From.Value)
				p.dot(st.colour, g.start[i].at, 2, r.From.Preliminary)
			}
			if has(r.To) {
				g.stop[i].at.y = s.pos(r.To.Value)
				p.dot(st.colour, g.stop[i].at, 2, r.To.Preliminary)
			}
		}
	}
	ranged(g.start, at.y0, b.y1+2)
	ranged(g.stop, at.y0, b.y1+2)
	for _, e := range g.start {
		mid := e.top - e.label.firstMiddle()
		if d := mid - e.at.y; d > 2.2 || d < -2.2 {
			p.line(edgeOf(tint(e.colour, p.t.theme.Paper, 0.7), p.t.theme.Paper), 0.5, point{b.x0 - 2.5, e.at.y}, point{b.x0 - 2*gutterGap + 1.5, mid})
		}
		p.text(e.label, b.x0-2*gutterGap, e.top, 1)
	}
	p.drawEnds(g.stop, b.x1, b.x1+2*gutterGap)
}
