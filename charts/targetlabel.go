package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// labelTarget prints the target's label along its line where that is free, or
// anyhow where no value stands in the gutter. It reports whether it did.
func (g *growth) labelTarget(p *pen, target block, c *clutter, s panelScale, b box) bool {
	lo, hi := g.c.Target.Ends()
	spot, clear := c.along(target, s.pos(lo), s.pos(hi), b)
	if !clear && !g.lineLabel.empty() {
		return false
	}
	p.text(target, spot.x0, spot.y1, 0)
	c.boxes = append(c.boxes, spot)
	return true
}

// targetInGutter prints the target's label beside its line; the latest value,
// which would stand there with its top at top for its place at y, makes room.
// It returns that top.
func (g *growth) targetInGutter(p *pen, s panelScale, b box, value block, top, y float64) float64 {
	lo, hi := g.c.Target.Ends()
	target, line := g.targetBeside, s.pos((lo+hi)/2)
	at := beside(target, line, b)
	if !value.empty() {
		at, top = apart(target, value, at, top, line >= y, b)
	}
	p.text(target, b.x1+gutterGap, at, 0)
	return top
}

// targetAlone labels a target that nothing has been measured against yet, and
// says so.
func (g *growth) targetAlone(p *pen, target block, c *clutter, s panelScale, b box) {
	g.labelTarget(p, target, c, s, b)
	lo, _ := g.c.Target.Ends()
	l := p.t.run(noData, p.t.minor(), b.width())
	centre := point{(b.x0+b.x1-l.w)/2 - beyondDot, (s.pos(s.base) + s.pos(lo)) / 2}
	if e, ok := c.near(l, centre, b); ok {
		p.over(l, e.x0, e.y1, 0)
	}
}

func (t *typist) targetLabel(x briefing.Text, width float64) block {
	return t.run(x, t.minor().in(t.theme.Target), width)
}

// targetGap keeps the descenders of a target's label off its line.
const targetGap = 2.5

// along finds where along a target's line, or the two of a range from low to
// high, its label stands free: above or below, from the right leftwards; failing
// that, the place that is crossed least.
func (c *clutter) along(l block, low, high float64, b box) (best box, clear bool) {
	least := math.MaxInt
	for x1 := b.x1; x1-l.w >= b.x0-0.01; x1 -= max(2, l.w/8) {
		for _, top := range []float64{high + l.h + targetGap, low - targetGap} {
			spot := box{x1 - l.w, top - l.h, x1, top}
			if spot.y0 < b.y0-0.01 || spot.y1 > b.y1+0.01 {
				continue
			}
			n := c.hits(spot.grown(2))
			if n == 0 {
				return spot, true
			}
			if n < least {
				least, best = n, spot
			}
		}
	}
	if least == math.MaxInt { // higher than the panel: at its top
		best = box{b.x1 - l.w, b.y1 - l.h, b.x1, b.y1}
	}
	return best, false
}

// enters reports whether the segment from a to c, which runs rightwards, meets b.
func enters(a, c point, b box) bool {
	x0, x1 := max(a.x, b.x0), min(c.x, b.x1)
	if x0 > x1 {
		return false
	}
	at := func(x float64) float64 {
		if c.x == a.x {
			return a.y
		}
		return a.y + (x-a.x)/(c.x-a.x)*(c.y-a.y)
	}
	y0, y1 := at(x0), at(x1)
	return max(y0, y1) >= b.y0 && min(y0, y1) <= b.y1
}

// apart moves a label, whose top would be at, above or below the value's, which
// gives way only where b leaves no room. It returns the tops of both.
func apart(label, value block, at, top float64, above bool, b box) (float64, float64) {
	if above {
		at = min(max(at, top+label.h), b.y1)
		return at, min(top, at-label.h)
	}
	at = max(min(at, top-value.h), b.y0+label.h)
	return at, max(top, at+value.h)
}
