package charts

import (
	"slices"

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
// stand at. Lines that nobody could read off are not drawn.
func (p *pen) grid(s panelScale, b box, x0 float64) {
	ticks := s.shown()
	labels := make([]block, len(ticks))
	for i, v := range ticks {
		if labels[i] = p.t.plain(s.label(v, p.t.lang), p.t.tick()); labels[i].w > b.x0-x0-2 {
			return
		}
	}
	p.rules(s, b)
	for i, v := range ticks {
		p.text(labels[i], b.x0-3, s.pos(v)+labels[i].centre(), 1)
	}
}

// rules draws gridlines alone, of a panel beside one that says what they stand at.
func (p *pen) rules(s panelScale, b box) {
	var rules vg.Path
	for _, v := range s.shown() {
		if y := s.pos(v); v != s.base {
			rules.Move(vg.Point{X: vg.Length(b.x0), Y: vg.Length(y)})
			rules.Line(vg.Point{X: vg.Length(b.x1), Y: vg.Length(y)})
		}
	}
	p.strokeAll(p.t.theme.Hairline, 0.5, rules)
}

// zero draws the heavy line at nought or at the base of an index, or a foot
// where the scale does not reach it.
func (p *pen) zero(s panelScale, b box) {
	if y := s.pos(s.base); y >= b.y0-0.1 && y <= b.y1 {
		p.line(p.t.theme.Ink, 0.8, point{b.x0, y}, point{b.x1, y})
		return
	}
	p.line(p.t.theme.Hairline, 0.6, point{b.x0, b.y0}, point{b.x1, b.y0})
}

func (g *growth) drawBars(p *pen, axis *timeAxis, b, at box) {
	up, down := g.barRooms()
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
		e := box{x - w/2, s.pos(0), x + w/2, s.placed(d.Value, g.barLimit)}.upright()
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
	where := func(i int) point { return point{axis.centre(i), s.placed(g.c.Bars[i].Value, g.barLimit)} }
	over := farOf(g.c.Bars, g.barLimit, where)
	if w < axis.step {
		for _, f := range over {
			p.cut(box{x0: f.at.x - w/2, x1: f.at.x + w/2}, f)
		}
		p.gaps(g.c.Bars, axis, s)
	}
	c := clutter{boxes: p.offScale(over, b)}
	c.level(s.pos(0), b)
	end := where(g.lastBar)
	end.x += w / 2
	if l := g.barsLabel; !l.empty() && !g.inside(p, l, end, g.lastBar, &c, box{end.x, b.y0 + 1, at.x1, b.y1}) {
		g.gutter(p, l, end, &c, b, g.lastBar, beside(l, end.y, b))
	}
}

// gaps marks periods without data between others, lest they look like noughts:
// with the three dots that statistical tables have for figures not available.
func (p *pen) gaps(data []briefing.Datum, axis *timeAxis, s panelScale) {
	if axis.step < 4 {
		return
	}
	first := slices.IndexFunc(data, has)
	y := s.pos(0) + 2.5
	if s.lo < 0 && s.hi <= 0 {
		y = s.pos(0) - 2.5
	}
	var dots vg.Path
	for i := first; i >= 0 && i < latest(data); i++ {
		if has(data[i]) {
			continue
		}
		for k := -1.0; k <= 1; k++ {
			x := axis.centre(i) + k*min(2.2, axis.step/4)
			dots.Move(vg.Point{X: vg.Length(x - 0.45), Y: vg.Length(y)})
			dots.Line(vg.Point{X: vg.Length(x + 0.45), Y: vg.Length(y)})
		}
	}
	p.strokeAll(p.t.theme.Secondary, 0.9, dots)
}

// drawArea draws bars that touch one another as one shape for each run of data.
func (g *growth) drawArea(p *pen, axis *timeAxis, s panelScale) {
	var run []point
	flush := func() {
		if n := len(run); n > 0 {
			p.fill(p.t.theme.Bar, append(run[:n:n], point{run[n-1].x, s.pos(0)}, point{run[0].x, s.pos(0)})...)
			p.line(p.edge(p.t.theme.Bar), edgeWidth, run...)
		}
		run = run[:0]
	}
	for i, d := range g.c.Bars {
		if !has(d) {
			flush()
			continue
		}
		x, y := axis.centre(i), s.placed(d.Value, g.barLimit)
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

// inside prints a latest value beside its place, where that is not in the last
// slot and there is room within a box.
func (g *growth) inside(p *pen, l block, end point, index int, c *clutter, in box) bool {
	if l.empty() || index == len(g.c.Slots)-1 {
		return false
	}
	e, ok := c.near(l, end, in)
	if ok {
		p.label(l, e, end)
		c.boxes = append(c.boxes, e)
	}
	return ok
}

// gutter prints a latest value on the right with its top at top, and a leader
// where the value is not in the last slot.
func (g *growth) gutter(p *pen, l block, end point, c *clutter, b box, index int, top float64) {
	if l.empty() {
		return
	}
	if index < len(g.c.Slots)-1 {
		p.leader(point{end.x + 3, end.y}, point{b.x1 + gutterGap - 1.5, top - l.firstMiddle()}, c.boxes...)
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
		head = min((target.h+2*targetGap)/b.height(), 0.5)
	}
	up, down := g.lineRooms()
	s := g.lineScale(b.y0+down, b.y1-up, head)
	p.grid(s, b, at.x0)
	p.zero(s, b)
	where := func(i int) point {
		return point{axis.centre(i), s.placed(g.c.Line[i].Value, g.lineLimit)}
	}
	if g.c.Target != nil {
		p.goal(g.c.Target, s, b)
	}
	curve(p, g.c.Line, 1.4, where)
	for i, d := range g.c.Line {
		if has(d) && d.Preliminary && i != g.lastLine && axis.step > 5 {
			p.dot(p.t.theme.Emphasis, where(i), 1.8, true)
		}
	}
	c := clutter{boxes: p.offScale(farOf(g.c.Line, g.lineLimit, where), b)}
	c.level(s.pos(s.base), b)
	c.goal(g.c.Target, s, b)
	c.curve(g.c.Line, where)
	if g.lastLine < 0 {
		g.targetAlone(p, target, &c, s, b)
		return
	}
	end := where(g.lastLine)
	p.dot(p.t.theme.Emphasis, end, dotRadius, g.c.Line[g.lastLine].Preliminary)
	c.boxes = append(c.boxes, box{end.x, end.y, end.x, end.y}.grown(dotRadius+1))
	value, top := g.lineLabel, b.y1
	if !value.empty() {
		top = beside(value, end.y, b)
	}
	in := box{b.x0, b.y0 + 1, at.x1, b.y1}
	clear := target.empty() || g.labelTarget(p, target, &c, s, b)
	if !clear {
		in.x1 = b.x1 // it stands in the gutter
	}
	if g.inside(p, value, end, g.lastLine, &c, in) {
		value = block{}
	}
	if !clear {
		top = g.targetInGutter(p, s, b, value, top, end.y)
	}
	g.gutter(p, value, end, &c, b, g.lastLine, top)
}
