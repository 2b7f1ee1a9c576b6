package charts

import (
	"math"

	"jianbao/internal/briefing"
)

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
