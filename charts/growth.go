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
	lastBar      int
	lastLine     int
}

const (
	panelGap   = 9.0
	leastPanel = 26.0
	nameGap    = 2.0
	gutterGap  = 5.0
	dotRadius  = 2.3 // of the latest value's mark
)

func newGrowth(c *briefing.Growth, w float64, t *typist) *growth {
	g := &growth{c: c, t: t, w: w, lastBar: latest(c.Bars), lastLine: latest(c.Line)}
	room := min(max(0.3*w, 58), 84)
	if g.lastBar >= 0 {
		g.barsLabel = t.number(c.Bars[g.lastBar].Label, t.latest(), room)
		g.barsLabel.stack(t.pair(c.BarUnit, t.minor(), t.minor(), room), 0)
	}
	if g.lastLine >= 0 {
		g.lineLabel = t.number(c.Line[g.lastLine].Label, t.latest(), room)
	}
	if c.Target != nil && !g.lineLabel.empty() {
		g.targetBeside = t.targetLabel(c.Target.Label, room)
	}
	g.barsName = t.run(c.BarName, t.minor(), w)
	g.lineName = t.run(c.LineName, t.minor(), w)
	if g.lastBar < 0 && g.hasBars() { // no latest value to carry the unit
		g.barsName.stack(t.run(c.BarUnit, t.minor(), w), 0)
	}
	// Charts that stand in a column keep their axes in line: whole steps.
	if gut := max(g.barsLabel.w, g.lineLabel.w, g.targetBeside.w); gut > 0 {
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

// extremes of data and zero.
func extremes(data []briefing.Datum) (lo, hi float64, any bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, d := range data {
		if has(d) {
			lo, hi, any = min(lo, d.Value), max(hi, d.Value), true
		}
	}
	if !any {
		return 0, 1, false
	}
	return lo, hi, true
}

// panelScale is a scale with the ticks that it shows.
type panelScale struct {
	scale
	steps
}

// barScale runs from zero, or from the lowest negative value.
func (g *growth) barScale(y0, y1 float64) panelScale {
	lo, hi, _ := extremes(g.c.Bars)
	lo, hi = min(lo, 0), max(hi, 0)
	if lo == hi {
		hi = 1
	}
	return panelScale{scale{lo, hi, y0, y1}, innerSteps(lo, hi)}
}

// lineScale takes in the data, the target, the shared limits and, unless the
// data lie far from it, zero. head is the share of the panel kept free above
// the target for its label.
func (g *growth) lineScale(y0, y1, head float64) panelScale {
	lo, hi, any := extremes(g.c.Line)
	if m := g.c.Target; m != nil {
		if !any {
			lo, hi = m.Value, m.Value
		}
		lo, hi = min(lo, m.Value), max(hi, m.Value)
	}
	if g.c.LineMin != 0 || g.c.LineMax != 0 {
		lo, hi = min(lo, g.c.LineMin), max(hi, g.c.LineMax)
	}
	if !(lo > 0 && lo > 0.7*hi && hi > lo && lo > 30) { // an index around 100 need not start at nought
		lo, hi = min(lo, 0), max(hi, 0)
	}
	if lo == hi {
		hi = lo + 1
	}
	pad := 0.05 * (hi - lo)
	if lo < 0 {
		lo -= pad
	}
	hi += pad
	if m := g.c.Target; m != nil && head > 0 {
		if need := m.Value + head*(hi-lo); need > hi {
			hi = need
		}
	}
	return panelScale{scale{lo, hi, y0, y1}, innerSteps(lo, hi)}
}

// scaleRoom is the width that a scale's labels take on the left, in whole
// steps; 0 where they are too wide to be worth it.
func (t *typist) scaleRoom(s panelScale, w float64) float64 {
	widest := 0.0
	for _, v := range s.ticks {
		widest = max(widest, t.plain(s.label(v, t.lang), t.tick()).w)
	}
	if widest == 0 || widest > 0.14*w+6 {
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
	return max(leastPanel, g.barsLabel.h)
}

func (g *growth) leastLine() float64 {
	if !g.hasLine() {
		return 0
	}
	return max(leastPanel, g.lineLabel.h+g.targetBeside.h)
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

func (g *growth) draw(p *pen, at box) {
	axis := g.axis(at)
	spare := at.height() - g.least()
	bars, line := g.leastBars(), g.leastLine()
	switch {
	case !g.hasLine():
		bars += spare
	case !g.hasBars():
		line += spare
	default:
		bars += 0.5 * spare
		line += 0.5 * spare
	}
	y := at.y1 - 3
	if g.hasBars() {
		y = g.caption(p, g.barsName, at.x0, y)
		g.drawBars(p, axis, box{at.x0 + g.left, y - bars, at.x1 - g.right, y}, at)
		y -= bars
	}
	if g.hasBars() && g.hasLine() {
		y -= panelGap
	}
	if g.hasLine() {
		y = g.caption(p, g.lineName, at.x0, y)
		g.drawLine(p, axis, box{at.x0 + g.left, y - line, at.x1 - g.right, y}, at)
		y -= line
	}
	axis.draw(p, y)
}

func (g *growth) caption(p *pen, name block, x, y float64) float64 {
	if name.empty() {
		return y
	}
	p.text(name, x, y+2, 0)
	return y - name.h - nameGap
}

// grid draws the gridlines of a panel and what they stand at.
func (g *growth) grid(p *pen, s panelScale, b box, x0 float64) {
	lastLabel := math.Inf(-1)
	for _, v := range s.ticks {
		y := s.pos(v)
		if v != 0 {
			p.line(p.t.theme.Hairline, 0.5, point{b.x0, y}, point{b.x1, y})
		}
		if g.left == 0 || y-lastLabel < sizeTick+1.5 {
			continue
		}
		l := p.t.plain(s.label(v, p.t.lang), p.t.tick())
		if l.w > b.x0-x0-2 {
			continue
		}
		p.text(l, b.x0-3, y+l.centre(), 1)
		lastLabel = y
	}
}

func (g *growth) drawBars(p *pen, axis *timeAxis, b, at box) {
	s := g.barScale(b.y0, b.y1)
	if g.lastBar < 0 {
		g.nothing(p, b)
		return
	}
	g.grid(p, s, b, at.x0)
	w := axis.barWidth()
	if w == axis.step {
		g.drawArea(p, axis, s)
	}
	for i, d := range g.c.Bars {
		if !has(d) || w == axis.step && i != g.lastBar {
			continue
		}
		c := p.t.theme.Bar
		if i == g.lastBar {
			c = p.t.theme.Emphasis
		}
		x := axis.centre(i)
		p.bar(c, box{x - w/2, s.pos(0), x + w/2, s.pos(d.Value)}, d.Preliminary)
	}
	p.line(p.t.theme.Ink, 0.8, point{b.x0, s.pos(0)}, point{b.x1, s.pos(0)})
	end := point{axis.centre(g.lastBar) + w/2, s.pos(g.c.Bars[g.lastBar].Value)}
	if !g.barsLabel.empty() {
		g.gutter(p, g.barsLabel, end, b, g.lastBar, beside(g.barsLabel, end.y, b))
	}
}

// drawArea draws bars that touch one another as one shape for each run of data.
func (g *growth) drawArea(p *pen, axis *timeAxis, s panelScale) {
	var run []point
	flush := func() {
		if n := len(run); n > 0 {
			p.fill(p.t.theme.Bar, append(run, point{run[n-1].x, s.pos(0)}, point{run[0].x, s.pos(0)})...)
		}
		run = run[:0]
	}
	for i, d := range g.c.Bars {
		if !has(d) {
			flush()
			continue
		}
		x, y := axis.centre(i), s.pos(d.Value)
		run = append(run, point{x - axis.step/2, y}, point{x + axis.step/2, y})
	}
	flush()
}

// beside is the top of a label in the gutter whose first line stands at the
// height of a value.
func beside(l block, y float64, b box) float64 {
	first := l.lines[0]
	return min(max(y+first.base-middle*first.style.size, b.y0+l.h), b.y1)
}

// gutter prints a latest value on the right with its top at top, and a leader
// where the value is not in the last slot.
func (g *growth) gutter(p *pen, l block, end point, b box, index int, top float64) {
	first := l.lines[0]
	if mid := top - first.base + middle*first.style.size; index < len(g.c.Slots)-1 {
		p.line(p.t.theme.Hairline, 0.6, point{end.x + 3, end.y}, point{b.x1, end.y}, point{b.x1 + gutterGap - 1.5, mid})
	}
	p.text(l, b.x1+gutterGap, top, 0)
}

// apart moves the tops of two labels so that the upper stands above the lower
// and both inside b.
func apart(upper, lower block, up, low float64, b box) (float64, float64) {
	low = min(low, up-upper.h)
	low = max(low, b.y0+lower.h)
	up = min(max(up, low+upper.h), b.y1)
	return up, min(low, up-upper.h)
}

// nothing says that a panel has no data.
func (g *growth) nothing(p *pen, b box) {
	l := p.t.run(noData, p.t.minor(), b.width())
	p.line(p.t.theme.Hairline, 0.6, point{b.x0, b.y0}, point{b.x1, b.y0})
	p.text(l, (b.x0+b.x1)/2, (b.y0+b.y1)/2+l.centre(), 0.5)
}

var noData = briefing.Text{ZH: "暂无数据", EN: "no data yet"}

func (g *growth) drawLine(p *pen, axis *timeAxis, b, at box) {
	if g.lastLine < 0 && g.c.Target == nil {
		g.nothing(p, b)
		return
	}
	var target block
	head := 0.0
	if g.c.Target != nil {
		target = p.t.targetLabel(g.c.Target.Label, b.width())
		head = min((target.h+2)/b.height(), 0.5)
	}
	s := g.lineScale(b.y0, b.y1, head)
	g.grid(p, s, b, at.x0)
	if zero := s.pos(0); zero >= b.y0-0.1 && zero <= b.y1 {
		p.line(p.t.theme.Ink, 0.8, point{b.x0, zero}, point{b.x1, zero})
	} else {
		p.line(p.t.theme.Hairline, 0.6, point{b.x0, b.y0}, point{b.x1, b.y0})
	}
	where := func(i int) point { return point{axis.centre(i), s.pos(g.c.Line[i].Value)} }
	if m := g.c.Target; m != nil {
		y := s.pos(m.Value)
		p.dashed(p.t.theme.Target, 0.9, point{b.x0, y}, point{b.x1, y})
	}
	curve(p, g.c.Line, 1.4, where)
	for i, d := range g.c.Line {
		if has(d) && d.Preliminary && i != g.lastLine && axis.step > 5 {
			p.dot(p.t.theme.Emphasis, where(i), 1.8, true)
		}
	}
	valueTop := b.y1
	if !g.lineLabel.empty() {
		valueTop = beside(g.lineLabel, where(g.lastLine).y, b)
	}
	if m := g.c.Target; m != nil && !target.empty() {
		valueTop = g.drawTargetLabel(p, target, s, b, where, valueTop)
	}
	if g.lastLine < 0 {
		return
	}
	end := where(g.lastLine)
	p.dot(p.t.theme.Emphasis, end, dotRadius, g.c.Line[g.lastLine].Preliminary)
	if !g.lineLabel.empty() {
		g.gutter(p, g.lineLabel, end, b, g.lastLine, valueTop)
	}
}

// drawTargetLabel prints the target's label along its line where that is free
// of data, else in the gutter; the latest value, which would stand at top,
// makes room for it there.
func (g *growth) drawTargetLabel(p *pen, target block, s panelScale, b box, where func(int) point, top float64) float64 {
	y := s.pos(g.c.Target.Value)
	spot, clear := g.spot(target, y, s.pos(0), b, where)
	if clear || g.lineLabel.empty() {
		p.text(target, spot.x0, spot.y1, 0)
		return top
	}
	target = g.targetBeside
	at := beside(target, y, b)
	if y >= where(g.lastLine).y {
		at, top = apart(target, g.lineLabel, at, top, b)
	} else {
		top, at = apart(g.lineLabel, target, top, at, b)
	}
	p.text(target, b.x1+gutterGap, at, 0)
	return top
}

func (t *typist) targetLabel(x briefing.Text, width float64) block {
	return t.run(x, t.minor().in(t.theme.Target), width)
}

// spot finds where along the target's line at y its label stands free of the
// data: above or below, from the right leftwards; failing that, the place that
// the line crosses least.
func (g *growth) spot(l block, y, zero float64, b box, where func(int) point) (best box, clear bool) {
	least := math.MaxInt
	for x1 := b.x1; x1-l.w >= b.x0-0.01; x1 -= max(2, l.w/8) {
		for _, top := range []float64{y + l.h + 0.5, y - 0.5} {
			spot := box{x1 - l.w, top - l.h, x1, top}
			if spot.y0 < b.y0-0.01 || spot.y1 > b.y1+0.01 {
				continue
			}
			n := g.crossings(spot.grown(2), where)
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
