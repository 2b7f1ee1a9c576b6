package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// band is the stretch of a row on which its target is met, from the start of the
// chart: the qualitative range of a bullet graph (S. Few, Bullet Graph Design
// Specification, 2013).
type band struct {
	known  bool
	x0, x1 float64
}

// leastBand is the narrowest stretch that the eye sees beside a target's mark.
const leastBand = 2 * markWidth

var metWord = briefing.Text{ZH: "达标区间", EN: "target met"}

// setBands places the bands of all rows; ends without a limit lie at those of
// the scale.
func (g *targets) setBands() {
	g.met = make([]band, len(g.c.Rows))
	any := false
	for i, r := range g.c.Rows {
		m, a := r.Met, g.aims[i]
		if m == nil || !a.known || a.hi > a.lo || !(m.From < m.To) {
			continue
		}
		s := g.scale.scale
		if g.own != nil {
			s = g.own[i]
		}
		b := band{x0: s.pos(math.Min(math.Max(m.From, s.lo), s.hi)), x1: s.pos(math.Max(math.Min(m.To, s.hi), s.lo))}
		b.known = b.x1-b.x0 >= leastBand
		g.met[i], any = b, any || b.known
	}
	if any {
		g.band = g.keyed(metWord)
	}
}

// band draws a stretch where a target is met.
func (p *pen) band(b box) {
	c := p.t.theme.band()
	p.rect(c, b)
	p.frame(edgeOf(c, p.t.theme.Paper), 0.4, b, false)
}

// overBand prints a number of row i on the ground that it stands on.
func (g *targets) overBand(p *pen, s spread, i int, l block, x, y, align float64) {
	ground := p.t.theme.Paper
	e := l.extent(x, y, align)
	if b := g.met[i]; b.known && e.x0-1 >= s.x0+b.x0 && e.x1+1 <= s.x0+b.x1 {
		ground = p.t.theme.band()
	}
	p.overOn(ground, l, x, y, align)
}
