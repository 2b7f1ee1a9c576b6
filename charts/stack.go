package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// stack is contributions: columns of parts above and below zero, and the total
// as a line of dots. The parts are named beside the newest column, or under the
// chart where their names are long.
type stack struct {
	c           *briefing.Stack
	t           *typist
	w           float64
	head        block   // the unit, and what frames and hollow dots mean
	ends        []end   // of the parts, then of the total
	legend      []block // their names under the chart; nil where they stand beside it
	newest      int
	parted      []bool // slots of which some parts are missing
	left, right float64
}

const (
	keyBox     = 8.0  // room of the swatch before a part's name
	swatch     = 5.2  // its side
	widestSlot = 64.0 // a few columns stay together
	leastSlot  = 8.0  // with less, columns become steps without gaps
	tickSlots  = 1    // columns up to which the total is a tick across
	stackTotal = 1.2  // width of its line
)

var partedWord = briefing.Text{ZH: "虚线框：缺部分数据", EN: "dashed frame: some parts missing"}

func newStack(c *briefing.Stack, w float64, t *typist) *stack {
	g := &stack{c: folded(c), t: t, w: w, newest: latest(c.Total.Data), parted: parted(c)}
	for _, s := range c.Parts {
		g.newest = max(g.newest, latest(s.Data))
	}
	g.left = t.scaleRoom(g.scale(0, 1), w)
	most := widestSlot * float64(len(c.Slots)) // of the columns
	beside := 2*gutterGap + keyBox
	room := max(w-g.left-most-beside, endShare*w, 60)
	for i := range g.series() {
		g.ends = append(g.ends, g.end(i, room))
	}
	for _, e := range g.ends {
		if len(e.label.lines) > longName {
			g.setLegend()
			break
		}
	}
	widest := 0.0
	for _, e := range g.ends {
		widest = max(widest, e.label.w)
	}
	g.right = max(math.Ceil(widest+0.5)+beside, w-g.left-most)
	g.head = t.run(c.Unit, t.minor(), w)
	for i := range g.parted {
		if g.parted[i] {
			g.head.stack(t.run(partedWord, t.minor(), w), 1)
			break
		}
	}
	if total := c.Total.Data; len(total) > 0 && g.newest >= 0 {
		if g.axis(box{x1: w}).step <= dottedSlot { // the newest alone has a dot
			total = total[g.newest : g.newest+1]
		}
		g.head.stack(preliminaryNote(t, w, total), 1)
	}
	return g
}

// dottedSlot is the width of a slot, from which on the total is dotted.
const dottedSlot = 7.0

// parted are the slots that have some parts and lack others.
func parted(c *briefing.Stack) []bool {
	out := make([]bool, len(c.Slots))
	for i := range out {
		n := 0
		for _, s := range c.Parts {
			if has(s.Data[i]) {
				n++
			}
		}
		out[i] = n > 0 && n < len(c.Parts)
	}
	return out
}

// series are the parts and, where there is one, the total.
func (g *stack) series() []briefing.Series {
	if len(g.c.Total.Data) == 0 {
		return g.c.Parts
	}
	return append(g.c.Parts[:len(g.c.Parts):len(g.c.Parts)], g.c.Total)
}

func (g *stack) isTotal(i int) bool { return i == len(g.c.Parts) }

// value is what series i is in the newest slot.
func (g *stack) value(i int) (d briefing.Datum, label briefing.Text) {
	if data := g.series()[i].Data; g.newest >= 0 && has(data[g.newest]) {
		return data[g.newest], data[g.newest].Label
	}
	return briefing.Datum{Missing: true}, noData
}

// end names series i with its value.
func (g *stack) end(i int, room float64) end {
	s := g.series()[i]
	_, value := g.value(i)
	e := end{colour: g.t.theme.Ink, label: g.t.named(s.Name, value, g.t.theme.Ink, s.Emphasis || g.isTotal(i), room)}
	if !g.isTotal(i) {
		e.colour = edgeOf(g.t.theme.part(i), g.t.theme.Paper)
	}
	return e
}

// setLegend leaves the values beside the columns, and puts the names under them.
func (g *stack) setLegend() {
	for i, s := range g.series() {
		g.legend = append(g.legend, g.end(i, g.w-keyBox).label)
		_, value := g.value(i)
		st := g.t.minor().in(g.t.theme.Ink)
		if s.Emphasis || g.isTotal(i) {
			st = g.t.value(g.t.theme.Ink).sized(8)
		}
		g.ends[i].label = g.t.number(value, st, endShare*g.w)
	}
}

// sums are the heights of the stack of slot i, above and below zero.
func (g *stack) sums(i int) (up, down float64) {
	for _, s := range g.c.Parts {
		if d := s.Data[i]; has(d) {
			up, down = up+max(d.Value, 0), down+min(d.Value, 0)
		}
	}
	return up, down
}

func (g *stack) scale(y0, y1 float64) panelScale {
	lo, hi := 0.0, 0.0
	for i := range g.c.Slots {
		up, down := g.sums(i)
		lo, hi = min(lo, down), max(hi, up)
	}
	for _, d := range g.c.Total.Data {
		if has(d) {
			lo, hi = min(lo, d.Value), max(hi, d.Value)
		}
	}
	return lineSpan(lo, hi, true, y0, y1)
}

func (g *stack) axis(at box) *timeAxis {
	return newTimeAxis(g.t, g.c.Slots, g.newest, at.x0+g.left, at.x1-g.right, at.x1-g.right+gutterGap)
}

func (g *stack) leastPanel() float64 { return max(48, stacked(g.ends)) }

func (g *stack) around() float64 {
	h := g.axis(box{x1: g.w}).height + 3
	if !g.head.empty() {
		h += g.head.h + nameGap + 1
	}
	return h + g.legendHeight()
}

func (g *stack) legendHeight() float64 {
	h := 0.0
	for _, b := range g.legend {
		h += b.h + legendGap
	}
	return h
}

const legendGap = 3.0

func (g *stack) least() float64   { return g.around() + g.leastPanel() }
func (g *stack) natural() float64 { return g.around() + max(g.leastPanel(), min(0.42*g.w, 170)) }

func (g *stack) draw(p *pen, at box) {
	axis := g.axis(at)
	y := at.y1 - 3
	if !g.head.empty() {
		p.text(g.head, at.x0, y+2, 0)
		y -= g.head.h + nameGap + 1
	}
	foot := at.y0 + g.legendHeight()
	for i, b := range g.legend {
		p.text(b, at.x0+keyBox, foot-legendGap, 0)
		g.drawKey(p, i, at.x0, foot-legendGap-b.firstMiddle())
		foot -= b.h + legendGap
	}
	foot = at.y0 + g.legendHeight()
	b := box{at.x0 + g.left, foot + axis.height, at.x1 - g.right, y}
	if g.newest < 0 {
		l := p.t.run(noData, p.t.minor(), b.width())
		p.line(p.t.theme.Hairline, 0.6, point{b.x0, b.y0}, point{b.x1, b.y0})
		p.text(l, (b.x0+b.x1)/2, (b.y0+b.y1)/2+l.centre(), 0.5)
		axis.draw(p, b.y0)
		return
	}
	s := g.scale(b.y0, b.y1)
	p.grid(s, b, at.x0)
	w := min(axis.barWidth(), capWidth)
	if axis.step < leastSlot {
		w = axis.step
	}
	g.drawParts(p, axis, s, w)
	p.line(p.t.theme.Ink, 0.8, point{b.x0, s.pos(0)}, point{b.x1, s.pos(0)})
	axis.draw(p, b.y0)
	g.drawTotal(p, axis, s, w)
	ranged(g.ends, foot, max(y, foot+stacked(g.ends)))
	x := b.x1 + 2*gutterGap
	for i, e := range g.ends {
		mid := e.top - e.label.firstMiddle()
		if d, _ := g.value(i); has(d) {
			p.line(p.t.theme.leader(e.colour), 0.5, e.at, point{b.x1, e.at.y}, point{x - 1.5, mid})
		}
		g.drawKey(p, i, x, mid)
		p.text(e.label, x+keyBox, e.top, 0)
	}
}

// drawKey draws a sample of a part, or of the total, before its name.
func (g *stack) drawKey(p *pen, i int, x, mid float64) {
	if !g.isTotal(i) {
		p.bars(p.t.theme.part(i), []box{{x, mid - swatch/2, x + swatch, mid + swatch/2}})
		return
	}
	p.line(p.t.theme.Ink, stackTotal, point{x, mid}, point{x + swatch, mid})
	if len(g.c.Slots) > tickSlots {
		p.disc(p.t.theme.Ink, point{x + swatch/2, mid}, 1.8)
	}
}

// drawParts draws the columns, and frames those that lack parts.
func (g *stack) drawParts(p *pen, axis *timeAxis, s panelScale, w float64) {
	ups, downs := make([]float64, len(g.c.Slots)), make([]float64, len(g.c.Slots))
	for k, part := range g.c.Parts {
		boxes := make([]box, 0, len(part.Data))
		g.ends[k].at = point{axis.centre(g.newest) + w/2, s.pos(0)}
		for i, d := range part.Data {
			if !has(d) || d.Value == 0 {
				continue
			}
			from := &ups[i]
			if d.Value < 0 {
				from = &downs[i]
			}
			x := axis.centre(i)
			e := box{x - w/2, s.pos(*from), x + w/2, s.pos(*from + d.Value)}
			*from += d.Value
			boxes = append(boxes, e)
			if i == g.newest {
				g.ends[k].at.y = (e.y0 + e.y1) / 2
			}
		}
		if w < axis.step {
			p.columns(p.t.theme.part(k), boxes)
		} else {
			p.staircase(p.t.theme.part(k), boxes)
		}
	}
	for i := 0; i < len(g.parted); i++ {
		if !g.parted[i] {
			continue
		}
		e := box{axis.centre(i) - w/2, s.pos(downs[i]), axis.centre(i) + w/2, s.pos(ups[i])}
		for ; w == axis.step && i+1 < len(g.parted) && g.parted[i+1]; i++ { // steps are framed together
			e = box{e.x0, min(e.y0, s.pos(downs[i+1])), e.x1 + w, max(e.y1, s.pos(ups[i+1]))}
		}
		p.frame(p.t.theme.Ink, 0.7, e.grown(min(2, (axis.step-w)/2)), true)
	}
}

func (g *stack) drawTotal(p *pen, axis *timeAxis, s panelScale, w float64) {
	data := g.c.Total.Data
	if len(data) == 0 {
		return
	}
	where := func(i int) point { return point{axis.centre(i), s.pos(data[i].Value)} }
	last := len(g.ends) - 1
	g.ends[last].at = point{axis.centre(g.newest) + w/2, s.pos(0)}
	if has(data[g.newest]) {
		g.ends[last].at.y = where(g.newest).y
	}
	if len(data) <= tickSlots {
		if has(data[g.newest]) { // a dot would be lost in its column
			reach, at := w/2+4, where(g.newest)
			p.line(p.t.theme.Paper, 3, point{at.x - reach, at.y}, point{at.x + reach, at.y})
			p.line(p.t.theme.Ink, 1.6, point{at.x - reach, at.y}, point{at.x + reach, at.y})
		}
		return
	}
	p.strokeData(stroke{p.t.theme.Paper, 2.6, nil}, data, where)
	p.strokeData(stroke{p.t.theme.Ink, stackTotal, nil}, data, where)
	for i, d := range data {
		if has(d) && (axis.step > dottedSlot || i == g.newest) {
			p.disc(p.t.theme.Paper, where(i), 2.9)
			p.dot(p.t.theme.Ink, where(i), 2.1, d.Preliminary)
		}
	}
}
