package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// growth is levels as bars over growth as a line, on one time axis. What the
// latest values are is printed in a gutter on the right, at their height.
type growth struct {
	c         *briefing.Growth
	t         *typist
	w         float64
	barsName  block
	lineName  block
	barsLabel block // the latest level and its unit
	lineLabel block
	// the target's label as it stands beside the latest growth, where the line
	// itself leaves no room for it
	targetBeside block
	left, right  float64 // room for the scales' labels and for the latest values
	barLimit     float64 // beyond which values are not to scale
	lineLimit    float64
	lastBar      int
	lastLine     int
}

const (
	panelGap   = 9.0
	leastPanel = 26.0
	nameGap    = 3.0
	captionGap = 1.0 // between lines over a panel
	gutterGap  = 5.0
	dotRadius  = 2.3 // of the latest value's mark
)

func newGrowth(c *briefing.Growth, w float64, t *typist) *growth {
	if own := *c; c.Target != nil && !drawable(c.Target) || !placeable(c.LineMin) || !placeable(c.LineMax) {
		own.Target, own.LineMin, own.LineMax = nil, 0, 0
		c = &own
	}
	g := &growth{c: c, t: t, w: w, lastBar: latest(c.Bars), lastLine: latest(c.Line)}
	g.barLimit = limit(c.Bars)
	if c.LineMin == 0 && c.LineMax == 0 {
		g.lineLimit = limit(c.Line)
	}
	room := min(max(0.3*w, 58), 84)
	marked := max(g.lastBar, g.lastLine)
	if g.lastBar >= 0 {
		g.barsLabel = t.number(t.dated(c.Bars[g.lastBar].Label, c.Slots, g.lastBar, marked), t.latest(), room)
		g.barsLabel.stack(t.pair(c.BarUnit, t.minor(), t.minor(), room), 0)
	}
	if g.lastLine >= 0 {
		g.lineLabel = t.number(t.dated(c.Line[g.lastLine].Label, c.Slots, g.lastLine, marked), t.latest(), room)
	}
	if c.Target != nil && !g.lineLabel.empty() {
		g.targetBeside = t.targetLabel(c.Target.Label, room)
	}
	g.barsName = t.run(c.BarName, t.minor(), w)
	g.lineName = t.run(c.LineName, t.minor(), w)
	if g.lastBar < 0 && g.hasBars() { // no latest value to carry the unit
		g.barsName.stack(t.run(c.BarUnit, t.minor(), w), captionGap)
	}
	switch note := t.run(offScale, t.minor(), w); { // once
	case g.barLimit > 0:
		g.barsName.stack(note, captionGap)
	case g.lineLimit > 0:
		g.lineName.stack(note, captionGap)
	}
	switch note := preliminaryNote(t, w, c.Bars, c.Line); {
	case g.hasBars():
		g.barsName.stack(note, captionGap)
	default:
		g.lineName.stack(note, captionGap)
	}
	// Charts that stand in a column keep their axes in line: whole steps, and a
	// gutter where there is no value yet.
	gut := max(g.barsLabel.w, g.lineLabel.w, g.targetBeside.w)
	if gut == 0 {
		gut = max(t.plain("+0.0%", t.latest()).w, t.pair(c.BarUnit, t.minor(), t.minor(), room).w)
	}
	if gut > 0 {
		step := 24.0
		if w < 200 {
			step = 4
		}
		g.right = gutterGap + math.Ceil(gut/step)*step
	}
	g.left = t.scaleRoom(g.barScale(0, 1), w)
	g.left = math.Max(g.left, t.scaleRoom(g.lineScale(0, 1, 0), w))
	return g
}

func (t *typist) latest() style {
	s := t.value(t.theme.Emphasis)
	s.size = sizeBig
	return s
}

// latest is the last datum with a value, or -1.
func latest(data []briefing.Datum) int {
	for i := len(data) - 1; i >= 0; i-- {
		if has(data[i]) {
			return i
		}
	}
	return -1
}

func (g *growth) hasBars() bool { return len(g.c.Bars) > 0 }
func (g *growth) hasLine() bool { return len(g.c.Line) > 0 }

// extremes of data as far as they are drawn to scale.
func extremes(data []briefing.Datum, limit float64) (lo, hi float64, any bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, d := range data {
		if has(d) {
			v := within(d.Value, limit)
			lo, hi, any = min(lo, v), max(hi, v), true
		}
	}
	if !any {
		return 0, 1, false
	}
	return lo, hi, true
}

// barScale runs from zero, or from the lowest negative value.
func (g *growth) barScale(y0, y1 float64) panelScale {
	lo, hi, _ := extremes(g.c.Bars, g.barLimit)
	lo, hi = min(lo, 0), max(hi, 0)
	if lo == hi {
		hi = 1
	}
	return panelOf(lo, hi, 0, y0, y1)
}

// lineScale takes in the data, the target, the shared limits and, unless the
// data lie far from it, zero. head is the share of the panel kept free above
// the target for its label, unless other charts share the scale.
func (g *growth) lineScale(y0, y1, head float64) panelScale {
	lo, hi, any := extremes(g.c.Line, g.lineLimit)
	lo, hi, _ = takeIn(g.c.Target, lo, hi, any)
	shared := g.c.LineMin != 0 || g.c.LineMax != 0
	if shared {
		lo, hi = min(lo, g.c.LineMin), max(hi, g.c.LineMax)
	}
	lo, hi = padded(lo, hi, g.c.LineBase, false)
	if m := g.c.Target; m != nil && !shared {
		_, top := m.Ends()
		hi = max(hi, top+head*(hi-lo))
	}
	return panelOf(lo, hi, g.c.LineBase, y0, y1)
}

// scaleRoom is the width that a scale's labels take on the left, in whole
// steps; 0 where they are too wide to be worth it.
func (t *typist) scaleRoom(s panelScale, w float64) float64 {
	widest := 0.0
	for _, v := range s.ticks {
		widest = max(widest, t.plain(s.label(v, t.lang), t.tick()).w)
	}
	if widest == 0 || widest > 0.18*w+6 {
		return 0
	}
	return 4 + math.Ceil(widest/4)*4
}

func (g *growth) axis(at box) *timeAxis {
	return newTimeAxis(g.t, g.c.Slots, max(g.lastBar, g.lastLine), at.x0+g.left, at.x1-g.right, at.x1)
}

// leastBars and leastLine are the least heights of the panels: their labels
// must fit beside them.
func (g *growth) leastBars() float64 {
	if !g.hasBars() {
		return 0
	}
	return max(leastPanel+sum(g.barRooms()), g.barsLabel.h)
}

func (g *growth) leastLine() float64 {
	if !g.hasLine() {
		return 0
	}
	return max(leastPanel+sum(g.lineRooms()), g.lineLabel.h+g.targetBeside.h)
}

func (g *growth) barRooms() (up, down float64) {
	return farRoom(g.t, g.w-g.left-g.right, g.barLimit, g.c.Bars)
}

func (g *growth) lineRooms() (up, down float64) {
	return farRoom(g.t, g.w-g.left-g.right, g.lineLimit, g.c.Line)
}

// around is the height of all but the panels.
func (g *growth) around() float64 {
	h := g.axis(box{x1: g.w}).height
	for _, n := range []block{g.barsName, g.lineName} {
		if !n.empty() {
			h += n.h + nameGap
		}
	}
	if g.hasBars() && g.hasLine() {
		h += panelGap
	}
	return h + 3 // the ink of the topmost scale label
}

func (g *growth) least() float64 { return g.around() + g.leastBars() + g.leastLine() }

func (g *growth) natural() float64 {
	bars, line := 0.0, 0.0
	if g.hasBars() {
		bars = max(g.leastBars(), min(0.22*g.w, 96))
	}
	if g.hasLine() {
		line = max(g.leastLine(), min(0.2*g.w, 84))
	}
	if !g.hasBars() || !g.hasLine() {
		bars, line = 1.3*bars, 1.3*line
	}
	return g.around() + bars + line
}
