package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// clutter is what a label inside a plot has to keep clear of.
type clutter struct {
	lines [][2]point
	boxes []box
}

// level adds a level line across a plot.
func (c *clutter) level(y float64, b box) {
	c.lines = append(c.lines, [2]point{{b.x0, y}, {b.x1, y}})
}

// goal adds a target.
func (c *clutter) goal(m *briefing.TargetMark, s panelScale, b box) {
	if drawable(m) {
		lo, hi := m.Ends()
		c.level(s.pos(lo), b)
		c.level(s.pos(hi), b)
	}
}

// curve adds data as they are joined.
func (c *clutter) curve(data []briefing.Datum, at func(int) point) {
	for i, d := range data {
		if !has(d) {
			continue
		}
		q := at(i)
		from := q
		if i > 0 && has(data[i-1]) {
			from = at(i - 1)
		}
		c.lines = append(c.lines, [2]point{from, q})
	}
}

// hits counts what lies in e.
func (c *clutter) hits(e box) int {
	n := 0
	for _, l := range c.lines {
		if enters(l[0], l[1], e) {
			n++
		}
	}
	for _, o := range c.boxes {
		if o.meets(e) {
			n++
		}
	}
	return n
}

// beyondDot is how far from a value's place its label stands beside it.
const beyondDot = 4.5

// near finds a free place for a label within b: beside a point, right of it
// rather than above or below, and rather than left; else a little higher or
// lower, and ever farther.
func (c *clutter) near(l block, at point, b box) (box, bool) {
	const step, air = 2.0, 1.5
	for shift := 0.0; shift < l.h+24; shift += step {
		for _, x := range []float64{at.x + beyondDot, at.x - l.w/2, at.x - beyondDot - l.w} {
			for _, up := range []float64{shift, -shift} {
				top := at.y + l.firstMiddle() + up
				e := box{x, top - l.h, x + l.w, top}
				if e.x0 >= b.x0 && e.x1 <= b.x1 && e.y0 >= b.y0 && e.y1 <= b.y1 && c.hits(e.grown(air)) == 0 {
					return e, true
				}
			}
		}
	}
	return box{}, false
}

// nearest is the point of a box that is nearest to another point, and how far.
func (b box) nearest(q point) (point, float64) {
	n := point{min(max(q.x, b.x0), b.x1), min(max(q.y, b.y0), b.y1)}
	return n, math.Hypot(n.x-q.x, n.y-q.y)
}

// label prints a label at its place inside a plot, on ground of its own, with a
// leader where it stands away from what it names.
func (p *pen) label(l block, e box, at point) {
	if to, d := e.nearest(at); d > 8 {
		f := 3 / d // off the dot
		p.leader(point{at.x + f*(to.x-at.x), at.y + f*(to.y-at.y)}, to)
	}
	p.over(l, e.x0, e.y1, 0)
}
