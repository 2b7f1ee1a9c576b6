package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// multiples are small panels on one time axis, row after row.
type multiples struct {
	c       *briefing.Panels
	t       *typist
	w       float64
	unit    block // and notes on scales
	names   []block
	values  []block
	columns int
	cellW   float64 // of a panel with the labels of its scale, where it has its own
	panelW  float64
	left    float64   // room for the labels of a scale
	marked  int       // the slot that the time axis marks
	heads   []float64 // over the panels of each row
	limits  []float64
}

const (
	leastMultiple = 90.0 // width of a panel
	multipleGap   = 14.0
	rowGap        = 9.0
	headAir       = 3.5 // under the names
)

func newMultiples(c *briefing.Panels, w float64, t *typist) *multiples {
	g := &multiples{c: c, t: t, w: w, unit: t.run(c.Unit, t.minor(), w), marked: -1}
	n := len(c.Panels)
	g.limits = make([]float64, n)
	var all [][]briefing.Datum
	for i, q := range c.Panels {
		all = append(all, q.Data)
		g.limits[i] = limit(q.Data)
		g.marked = max(g.marked, latest(q.Data))
	}
	if c.Shared {
		l := limit(all...)
		for i := range g.limits {
			g.limits[i] = l
		}
		g.left = t.scaleRoom(g.scale(0, 0, 1), w)
	}
	first := g.left // only panels at the left have their scale's labels
	if !c.Shared {
		first = 0
		if n > 1 {
			g.unit.stack(t.run(g.apart(), t.minor(), w), captionGap)
		}
	}
	for _, l := range g.limits {
		if l > 0 {
			g.unit.stack(t.run(offScale, t.minor(), w), captionGap)
			break
		}
	}
	g.unit.stack(preliminaryNote(t, w, all...), captionGap)
	g.columns = min(n, max(1, int((w-first+multipleGap)/(leastMultiple+multipleGap))), 5)
	for g.columns > 2 && n > g.columns && (n+g.columns-1)/g.columns == (n+g.columns-2)/(g.columns-1) {
		g.columns-- // no fuller rows with one column more
	}
	g.cellW = (w - first - float64(g.columns-1)*multipleGap) / float64(g.columns)
	g.panelW = g.cellW
	if !c.Shared {
		for i := range c.Panels {
			g.left = max(g.left, t.scaleRoom(g.scale(i, 0, 1), 2.6*g.cellW))
		}
		g.panelW -= g.left
	}
	for i := range c.Panels {
		g.setHead(i)
	}
	return g
}

// setHead sets the name of panel i and its latest value, on one line. The heads of
// a row are as high as the highest.
func (g *multiples) setHead(i int) {
	q, t, w := g.c.Panels[i], g.t, g.cellW
	small := t.minor().sized(sizeTick)
	v := t.run(noData, t.minor(), 0.5*w)
	if k := latest(q.Data); k >= 0 {
		value, other := t.words(t.dated(q.Data[k].Label, g.c.Slots, k, g.marked))
		v = t.fitted(value, t.value(t.theme.Emphasis).sized(8), 0.5*w)
		if k < g.marked { // the period in the other language
			v.stack(t.fitted(other, small, 0.5*w), 0)
		}
		v.stack(t.pair(q.Unit, small, small, 0.5*w), 0)
	}
	b := t.pair(q.Name, t.main().sized(7.5), small, w-v.w-4)
	g.names, g.values = append(g.names, b), append(g.values, v)
	h := max(b.h, v.h+max(b.firstMiddle()-v.firstMiddle(), 0)) + headAir
	if q.Target != nil {
		h += t.targetLabel(q.Target.Label, g.panelW).h
	}
	if i%g.columns == 0 {
		g.heads = append(g.heads, 0)
	}
	row := i / g.columns
	g.heads[row] = max(g.heads[row], h)
}

// apart says that panels have scales of their own, and which of these do not
// start at zero.
func (g *multiples) apart() briefing.Text {
	const few = 3 // names, beyond which the labels of the scales must do
	out := briefing.Text{ZH: "各图刻度不同", EN: "scales differ"}
	var zh, en string
	n := 0
	for i, q := range g.c.Panels {
		if s := g.scale(i, 0, 1); s.lo > 0 || s.hi < 0 {
			n++
			zh, en = zh+"、"+q.Name.ZH, en+", "+q.Name.EN
		}
	}
	switch {
	case n == 0:
	case n == len(g.c.Panels):
		out = briefing.Text{ZH: out.ZH + "，均不从零开始", EN: out.EN + "; none starts at zero"}
	case n > few:
		out = briefing.Text{ZH: out.ZH + "，部分不从零开始", EN: out.EN + "; some do not start at zero"}
	default:
		out = briefing.Text{ZH: out.ZH + "；不从零开始：" + zh[len("、"):], EN: out.EN + "; not from zero: " + en[len(", "):]}
	}
	return out
}

// scale of panel i, or of all where they share it.
func (g *multiples) scale(i int, y0, y1 float64) panelScale {
	lo, hi, any := math.Inf(1), math.Inf(-1), false
	zero, base := false, 0.0
	if g.c.Shared {
		base = g.c.Base
	}
	for k, q := range g.c.Panels {
		if !g.c.Shared && k != i {
			continue
		}
		zero = zero || q.Levels
		if a, b, some := extremes(q.Data, g.limits[k]); some {
			lo, hi, any = min(lo, a), max(hi, b), true
		}
		lo, hi, any = takeIn(q.Target, lo, hi, any)
	}
	if !any {
		lo, hi = 0, 1
	}
	lo, hi = padded(lo, hi, base, zero)
	return panelOf(lo, hi, base, y0, y1)
}

func (g *multiples) axisOf(x float64) *timeAxis {
	return newTimeAxis(g.t, g.c.Slots, g.marked, x, x+g.panelW-2, x+g.panelW)
}

func (g *multiples) height(panel float64) float64 {
	h := g.axisOf(0).height
	if !g.unit.empty() {
		h += g.unit.h + nameGap + 2
	}
	for _, head := range g.heads {
		h += head + panel + rowGap
	}
	return h - rowGap
}

// rooms of a panel for what is beyond its scale: the same for all.
func (g *multiples) rooms() (up, down float64) {
	for i, q := range g.c.Panels {
		u, d := farRoom(g.t, g.panelW, g.limits[i], q.Data)
		up, down = max(up, u), max(down, d)
	}
	return up, down
}

func (g *multiples) least() float64 { return g.height(22 + sum(g.rooms())) }
func (g *multiples) natural() float64 {
	return g.height(max(30, min(0.4*g.panelW, 60)) + sum(g.rooms()))
}

func (g *multiples) draw(p *pen, at box) {
	panel := 22 + sum(g.rooms()) + (at.height()-g.least())/float64(len(g.heads))
	y := at.y1
	if !g.unit.empty() {
		p.text(g.unit, at.x0, y, 0)
		y -= g.unit.h + nameGap + 2
	}
	for row, head := range g.heads {
		for i := row * g.columns; i < min((row+1)*g.columns, len(g.c.Panels)); i++ {
			g.drawCell(p, i, y, head, panel, at)
		}
		y -= head + panel + rowGap
	}
}

// drawCell draws panel i with its head, which starts at y, and under the lowest
// panel of a column the time axis.
func (g *multiples) drawCell(p *pen, i int, y, head, panel float64, at box) {
	q, k := g.c.Panels[i], i%g.columns
	x1 := at.x1 - float64(g.columns-1-k)*(g.cellW+multipleGap)
	from := x1 - g.cellW // where the head starts
	if k == 0 {
		from = at.x0
	}
	b := box{x1 - g.panelW, y - head - panel, x1, y - head}
	p.text(g.names[i], from, y, 0)
	p.text(g.values[i], x1, y+g.values[i].firstMiddle()-g.names[i].firstMiddle(), 1)
	if q.Target != nil {
		l := p.t.targetLabel(q.Target.Label, g.panelW)
		p.text(l, b.x0, b.y1+targetGap+l.h-1, 0)
	}
	axis := g.axisOf(b.x0)
	g.drawPanel(p, i, axis, b, from)
	if i+g.columns >= len(g.c.Panels) {
		axis.draw(p, b.y0)
	}
}

func (g *multiples) drawPanel(p *pen, i int, axis *timeAxis, b box, x0 float64) {
	q := g.c.Panels[i]
	up, down := g.rooms()
	s := g.scale(i, b.y0+down, b.y1-up)
	newest := latest(q.Data)
	switch {
	case newest < 0 && q.Target == nil && !g.c.Shared: // no scale to read off
	case x0 < b.x0-1 || !g.c.Shared:
		p.grid(s, b, x0)
	case g.left > 0:
		p.rules(s, b)
	}
	p.zero(s, b)
	if m := q.Target; drawable(m) {
		p.goal(m, s, b)
	}
	where := func(k int) point { return point{axis.centre(k), s.placed(q.Data[k].Value, g.limits[i])} }
	over := farOf(q.Data, g.limits[i], where)
	if q.Levels {
		g.drawBars(p, q.Data, axis, s, where)
		for _, f := range over {
			w := axis.barWidth() / 2
			p.cut(box{x0: f.at.x - w, x1: f.at.x + w}, f)
		}
	} else {
		p.strokeData(stroke{p.t.theme.Emphasis, 1.2, nil}, q.Data, where)
		if newest >= 0 {
			p.dot(p.t.theme.Emphasis, where(newest), 1.9, q.Data[newest].Preliminary)
		}
	}
	p.offScale(over, b)
}

func (g *multiples) drawBars(p *pen, data []briefing.Datum, axis *timeAxis, s panelScale, where func(int) point) {
	w, newest := axis.barWidth(), latest(data)
	var plain []box
	for k, d := range data {
		if !has(d) {
			continue
		}
		e := box{axis.centre(k) - w/2, s.pos(0), axis.centre(k) + w/2, where(k).y}.upright()
		switch {
		case k == newest:
			p.bar(p.t.theme.Emphasis, e, d.Preliminary)
		case d.Preliminary:
			p.bar(p.t.theme.Bar, e, true)
		default:
			plain = append(plain, e)
		}
	}
	p.bars(p.t.theme.Bar, plain)
	p.gaps(data, axis, s)
}
