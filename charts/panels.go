package charts

import (
	"math"

	"gonum.org/v1/plot/vg"

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

// grid draws the gridlines of a panel and, between x0 and the panel, what they
// stand at.
func (p *pen) grid(s panelScale, b box, x0 float64) {
	var rules vg.Path
	for _, v := range s.ticks {
		if y := s.pos(v); v != 0 {
			rules.Move(vg.Point{X: vg.Length(b.x0), Y: vg.Length(y)})
			rules.Line(vg.Point{X: vg.Length(b.x1), Y: vg.Length(y)})
		}
	}
	p.strokeAll(p.t.theme.Hairline, 0.5, rules)
	lastLabel := math.Inf(-1)
	for _, v := range s.ticks {
		y := s.pos(v)
		if y-lastLabel < sizeTick+1.5 {
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

// zero draws the line at nought, or a foot where the scale does not reach it.
func (p *pen) zero(s panelScale, b box) {
	if y := s.pos(0); y >= b.y0-0.1 && y <= b.y1 {
		p.line(p.t.theme.Ink, 0.8, point{b.x0, y}, point{b.x1, y})
		return
	}
	p.line(p.t.theme.Hairline, 0.6, point{b.x0, b.y0}, point{b.x1, b.y0})
}

func (g *growth) drawBars(p *pen, axis *timeAxis, b, at box) {
	up, down := farRoom(g.barLimit, g.c.Bars)
	s := g.barScale(b.y0+down, b.y1-up)
	if g.lastBar < 0 {
		g.nothing(p, b)
		return
	}
	p.grid(s, b, at.x0)
	w := axis.barWidth()
	if w == axis.step {
		g.drawArea(p, axis, s)
	}
	var plain []box
	for i, d := range g.c.Bars {
		if !has(d) || w == axis.step && i != g.lastBar {
			continue
		}
		x := axis.centre(i)
		e := box{x - w/2, s.pos(0), x + w/2, s.pos(within(d.Value, g.barLimit))}.upright()
		switch {
		case i == g.lastBar:
			p.bar(p.t.theme.Emphasis, e, d.Preliminary)
		case d.Preliminary:
			p.bar(p.t.theme.Bar, e, true)
		default:
			plain = append(plain, e)
		}
	}
	p.bars(p.t.theme.Bar, plain)
	p.line(p.t.theme.Ink, 0.8, point{b.x0, s.pos(0)}, point{b.x1, s.pos(0)})
	p.offScale(farOf(g.c.Bars, g.barLimit, func(i int) point {
		return point{axis.centre(i), s.pos(within(g.c.Bars[i].Value, g.barLimit))}
	}), b)
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
			p.fill(p.t.theme.Bar, append(run[:n:n], point{run[n-1].x, s.pos(0)}, point{run[0].x, s.pos(0)})...)
			p.line(edgeOf(p.t.theme.Bar, p.t.theme.Paper), edgeWidth, run...)
		}
		run = run[:0]
	}
	for i, d := range g.c.Bars {
		if !has(d) {
			flush()
			continue
		}
		x, y := axis.centre(i), s.pos(within(d.Value, g.barLimit))
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
	up, down := farRoom(g.lineLimit, g.c.Line)
	s := g.lineScale(b.y0+down, b.y1-up, head)
	p.grid(s, b, at.x0)
	p.zero(s, b)
	where := func(i int) point {
		return point{axis.centre(i), s.pos(within(g.c.Line[i].Value, g.lineLimit))}
	}
	if g.c.Target != nil {
		p.goal(g.c.Target, s, b)
	}
	curve(p, g.c.Line, 1.4, where)
	far := farOf(g.c.Line, g.lineLimit, where)
	var taken []box
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
		valueTop, taken = g.drawTargetLabel(p, target, s, b, where, valueTop, far)
	}
	p.offScale(far, b, taken...)
	if g.lastLine < 0 {
		return
	}
	end := where(g.lastLine)
	p.dot(p.t.theme.Emphasis, end, dotRadius, g.c.Line[g.lastLine].Preliminary)
	if !g.lineLabel.empty() {
		g.gutter(p, g.lineLabel, end, b, g.lastLine, valueTop)
	}
}
