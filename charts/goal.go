package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// drawable reports whether a target can be drawn.
func drawable(m *briefing.TargetMark) bool {
	if m == nil {
		return false
	}
	lo, hi := m.Ends()
	return placeable(lo) && placeable(hi)
}

// takeIn widens the range of data by a target.
func takeIn(m *briefing.TargetMark, lo, hi float64, any bool) (float64, float64, bool) {
	if !drawable(m) {
		return lo, hi, any
	}
	from, to := m.Ends()
	if !any {
		lo, hi = math.Inf(1), math.Inf(-1)
	}
	return min(lo, from), max(hi, to), true
}

// goal draws a target across a panel: a dashed line, or two with a pale ground
// between them for a range.
func (p *pen) goal(m *briefing.TargetMark, s panelScale, b box) {
	lo, hi := m.Ends()
	if hi > lo {
		p.rect(tint(p.t.theme.Target, p.t.theme.Paper, rangeTint), box{b.x0, s.pos(lo), b.x1, s.pos(hi)})
		p.dashed(p.t.theme.Target, 0.9, point{b.x0, s.pos(hi)}, point{b.x1, s.pos(hi)})
	}
	p.dashed(p.t.theme.Target, 0.9, point{b.x0, s.pos(lo)}, point{b.x1, s.pos(lo)})
}

// rangeTint is how much of the target's colour the ground of a range has.
const rangeTint = 0.16
