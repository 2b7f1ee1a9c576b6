package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// drawTargetLabel prints the target's label along its line where that is free
// of data, else in the gutter; the latest value, which would stand at top,
// makes room for it there.
func (g *growth) drawTargetLabel(p *pen, target block, s panelScale, b box, where func(int) point, top float64, over []far) (float64, []box) {
	lo, hi := g.c.Target.Ends()
	spot, clear := g.spot(target, s.pos(lo), s.pos(hi), s.pos(0), b, where, over)
	if clear || g.lineLabel.empty() {
		p.text(target, spot.x0, spot.y1, 0)
		return top, []box{spot}
	}
	target = g.targetBeside
	y := s.pos((lo + hi) / 2)
	at := beside(target, y, b)
	at, top = apart(target, g.lineLabel, at, top, y >= where(g.lastLine).y, b)
	p.text(target, b.x1+gutterGap, at, 0)
	return top, nil
}

func (t *typist) targetLabel(x briefing.Text, width float64) block {
	return t.run(x, t.minor().in(t.theme.Target), width)
}

// spot finds where along the target's line, or the two of a range from low to
// high, its label stands free of the data: above or below, from the right
// leftwards; failing that, the place that the line crosses least.
func (g *growth) spot(l block, low, high, zero float64, b box, where func(int) point, over []far) (best box, clear bool) {
	least := math.MaxInt
	for x1 := b.x1; x1-l.w >= b.x0-0.01; x1 -= max(2, l.w/8) {
		for _, top := range []float64{high + l.h + 0.5, low - 0.5} {
			spot := box{x1 - l.w, top - l.h, x1, top}
			if spot.y0 < b.y0-0.01 || spot.y1 > b.y1+0.01 {
				continue
			}
			n := g.crossings(spot.grown(2), where)
			for _, f := range over {
				if spot.grown(1).meets(f.arrow()) {
					n++
				}
			}
			if zero > spot.y0-0.5 && zero < spot.y1+0.5 {
				n++
			}
			if g.lastLine >= 0 {
				if q := where(g.lastLine); spot.meets(box{q.x, q.y, q.x, q.y}.grown(dotRadius + 1)) {
					n++
				}
			}
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

// crossings counts the steps of the line that enter a box.
func (g *growth) crossings(b box, where func(int) point) int {
	n := 0
	for i, d := range g.c.Line {
		if !has(d) {
			continue
		}
		q := where(i)
		if i == 0 || !has(g.c.Line[i-1]) {
			if q.x >= b.x0 && q.x <= b.x1 && q.y >= b.y0 && q.y <= b.y1 {
				n++
			}
			continue
		}
		if enters(where(i-1), q, b) {
			n++
		}
	}
	return n
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
