package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// reachOf is the range of data that need not start at zero: it does only where
// zero is near.
func reachOf(data []briefing.Datum) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, d := range data {
		if has(d) {
			lo, hi = min(lo, d.Value), max(hi, d.Value)
		}
	}
	if lo > hi {
		return 0, 0
	}
	if size := max(hi, -lo); hi-lo > 0.4*size || lo == hi {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	return lo, hi
}

// at is the place of a value of row i.
func (g *targets) at(s spread, i int, v float64) float64 {
	if g.own != nil {
		return s.x0 + g.own[i].pos(v)
	}
	return g.x(s, v)
}

// noteStart says where the scale of dumbbells starts, unless that is zero.
func (g *targets) noteStart() {
	if g.scale.lo > 0 {
		g.foot.stack(g.t.run(notFromZero, g.t.minor(), g.w), 0)
		g.beneath = true
	}
}

var notFromZero = briefing.Text{ZH: "刻度不从零起", EN: "scale not from zero"}

// most is how far beyond its target an actual may go and the targets of all
// rows still stand in line.
const most = 2.0

// setApart gives every row its own scale from zero. The targets stand in line
// where they can, so that the eye sees at once who falls short.
func (g *targets) setApart() {
	over := 1.1 // room for where a target is met
	for i, r := range g.c.Rows {
		if a := g.aims[i]; a.known && a.hi > 0 && has(r.Actual) {
			if q := r.Actual.Value / a.hi; q <= most {
				over = max(over, q)
			}
		}
	}
	g.own = make([]scale, len(g.c.Rows))
	for i, r := range g.c.Rows {
		lo, hi := span(r.Actual)
		if a := g.aims[i]; a.known {
			lo, hi = min(lo, a.lo), max(hi, a.hi*over)
		}
		if lo == hi {
			hi = lo + 1
		}
		g.own[i] = scale{lo, hi, g.left, g.right}
	}
	g.foot = g.t.run(ownScales, g.t.minor(), g.w-keyWidth)
	g.beneath = true
}

var ownScales = briefing.Text{ZH: "各行刻度不同，均从零起", EN: "each row on a scale of its own, from zero"}

const dumbbellDot = 3.2 // radius

// drawTracks draws a light line along each lane.
func (g *targets) drawTracks(p *pen, s spread) {
	for i := g.first; i < g.end; i++ {
		y := g.bulletY(s, i)
		p.line(p.t.theme.Hairline, 0.5, point{s.x0 + g.scale.at, y}, point{s.x0 + g.scale.to, y})
	}
}

// drawBond draws the gap between the target and the actual, and the actual.
func (g *targets) drawBond(p *pen, s spread, i int, y float64) {
	r := g.c.Rows[i]
	if !has(r.Actual) {
		return
	}
	x, c := g.at(s, i, r.Actual.Value), p.t.theme.Emphasis
	if a := g.aims[i]; a.known {
		to := min(max(r.Actual.Value, a.lo), a.hi)
		p.line(p.edge(p.t.theme.Bar), 2.2, point{x, y}, point{g.at(s, i, to), y})
	}
	p.dot(c, point{x, y}, dumbbellDot, r.Actual.Preliminary)
}

// drawStart draws the line that bars start from.
func (g *targets) drawStart(p *pen, s spread) {
	switch {
	case g.own != nil:
		for i := g.first; i < g.end; i++ {
			x, y := g.at(s, i, 0), g.bulletY(s, i)
			p.line(p.t.theme.Ink, 1.1, point{x, y - markHeight/2}, point{x, y + markHeight/2})
		}
	case g.scale.lo <= 0 && g.scale.hi >= 0:
		g.drawZero(p, s)
	}
}
