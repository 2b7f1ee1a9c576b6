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
	unit    block
	names   []block
	values  []block
	columns int
	panelW  float64
	left    float64
	heads   []float64 // of each row of panels
	limits  []float64
}

const (
	leastMultiple = 96.0 // width of a panel
	multipleGap   = 14.0
	rowGap        = 9.0
)

func newMultiples(c *briefing.Panels, w float64, t *typist) *multiples {
	g := &multiples{c: c, t: t, w: w, unit: t.run(c.Unit, t.minor(), w)}
	n := len(c.Panels)
	g.limits = make([]float64, n)
	for i, q := range c.Panels {
		if !c.Shared {
			g.limits[i] = limit(q.Data)
		}
	}
	if c.Shared {
		var all [][]briefing.Datum
		for _, q := range c.Panels {
			all = append(all, q.Data)
		}
		l := limit(all...)
		for i := range g.limits {
			g.limits[i] = l
		}
		g.left = t.scaleRoom(g.scale(0, 0, 1), w)
	}
	for _, l := range g.limits {
		if l > 0 {
			g.unit.stack(t.run(offScale, t.minor(), w), 0)
			break
		}
	}
	g.columns = min(n, max(1, int((w-g.left+multipleGap)/(leastMultiple+multipleGap))), 5)
	for g.columns > 2 && n > g.columns && (n+g.columns-1)/g.columns == (n+g.columns-2)/(g.columns-1) {
		g.columns-- // no fuller rows with one column more
	}
	g.panelW = (w - g.left - float64(g.columns-1)*multipleGap) / float64(g.columns)
	for i, q := range c.Panels {
		value := noData
		if k := latest(q.Data); k >= 0 {
			value = q.Data[k].Label
		}
		v := t.fitted(first(t.words(value)), t.value(t.theme.Emphasis).sized(8), 0.5*g.panelW)
		st := t.main().sized(7.5)
		b := t.pair(q.Name, st, t.minor().sized(sizeTick), g.panelW-v.w-4)
		g.names, g.values = append(g.names, b), append(g.values, v)
		if i%g.columns == 0 {
			g.heads = append(g.heads, 0)
		}
		row := i / g.columns
		h := max(b.h, v.h)
		if q.Target != nil {
			h += t.targetLabel(q.Target.Label, g.panelW).h
		}
		g.heads[row] = max(g.heads[row], h)
	}
	return g
}

func first(a, _ string) string { return a }

// scale of panel i, or of all where they share it.
func (g *multiples) scale(i int, y0, y1 float64) panelScale {
	lo, hi, any := math.Inf(1), math.Inf(-1), false
	zero := false
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
	return lineSpan(lo, hi, zero, y0, y1)
}

func (g *multiples) axisOf(x float64) *timeAxis {
	newest := -1
	for _, q := range g.c.Panels {
		newest = max(newest, latest(q.Data))
	}
	return newTimeAxis(g.t, g.c.Slots, newest, x, x+g.panelW-2, x+g.panelW)
}

func (g *multiples) height(panel float64) float64 {
	h := g.axisOf(0).height
	if !g.unit.empty() {
		h += g.unit.h + nameGap + 2
	}
	for _, head := range g.heads {
		h += head + nameGap + panel + rowGap
	}
	return h - rowGap
}

// rooms of a panel for what is beyond its scale: the same for all.
func (g *multiples) rooms() (up, down float64) {
	for i, q := range g.c.Panels {
		u, d := farRoom(g.limits[i], q.Data)
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
		for k := range g.columns {
			i := row*g.columns + k
			if i >= len(g.c.Panels) {
				break
			}
			x := at.x0 + g.left + float64(k)*(g.panelW+multipleGap)
			axis := g.axisOf(x)
			p.text(g.names[i], x, y, 0)
			p.text(g.values[i], x+g.panelW, y+g.values[i].firstMiddle()-g.names[i].firstMiddle(), 1)
			b := box{x, y - head - nameGap - panel, x + g.panelW, y - head - nameGap}
			if m := g.c.Panels[i].Target; m != nil {
				l := p.t.targetLabel(m.Label, g.panelW)
				p.text(l, x, b.y1+nameGap+l.h-1, 0)
			}
			g.drawPanel(p, i, axis, b, at.x0, k == 0)
			if i+g.columns >= len(g.c.Panels) {
				axis.draw(p, b.y0)
			}
		}
		y -= head + nameGap + panel + rowGap
	}
}

func (g *multiples) drawPanel(p *pen, i int, axis *timeAxis, b box, x0 float64, firstColumn bool) {
	q := g.c.Panels[i]
	up, down := g.rooms()
	s := g.scale(i, b.y0+down, b.y1-up)
	if g.c.Shared {
		from := b.x0
		if firstColumn {
			from = x0
		}
		p.grid(s, b, from)
	}
	p.zero(s, b)
	if m := q.Target; drawable(m) {
		p.goal(m, s, b)
	}
	newest := latest(q.Data)
	where := func(k int) point {
		return point{axis.centre(k), s.pos(within(q.Data[k].Value, g.limits[i]))}
	}
	if q.Levels {
		w := axis.barWidth()
		var plain []box
		for k, d := range q.Data {
			if !has(d) {
				continue
			}
			e := box{axis.centre(k) - w/2, s.pos(0), axis.centre(k) + w/2, where(k).y}.upright()
			if k == newest || d.Preliminary {
				c := p.t.theme.Bar
				if k == newest {
					c = p.t.theme.Emphasis
				}
				p.bar(c, e, d.Preliminary)
				continue
			}
			plain = append(plain, e)
		}
		p.bars(p.t.theme.Bar, plain)
	} else {
		p.strokeData(stroke{p.t.theme.Emphasis, 1.2, nil}, q.Data, where)
		if newest >= 0 {
			p.dot(p.t.theme.Emphasis, where(newest), 1.9, q.Data[newest].Preliminary)
		}
	}
	p.offScale(farOf(q.Data, g.limits[i], where), b)
}
