package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// lines is several series on one panel, each named where it ends.
type lines struct {
	c           *briefing.Lines
	t           *typist
	w           float64
	strokes     []stroke
	unit        block
	note        block // on what is beyond the scale
	ends        []end // of the series, then of the target
	limit       float64
	last        []int // the newest datum of each series
	marked      int   // the slot of the latest value that the chart is about
	left, right float64
}

// endShare is the part of the width that the names of series may take.
const endShare = 0.34

func newLines(c *briefing.Lines, w float64, t *typist) *lines {
	g := &lines{c: c, t: t, w: w, strokes: t.strokes(c.Series), unit: t.run(c.Unit, t.minor(), w)}
	var all [][]briefing.Datum
	for _, s := range c.Series {
		all = append(all, s.Data)
	}
	g.limit = limit(all...)
	for _, s := range c.Series {
		g.last = append(g.last, latest(s.Data))
	}
	g.marked = g.latest()
	room := max(endShare*w, 60)
	for i, s := range c.Series {
		value := noData
		if k := g.last[i]; k >= 0 {
			value = t.dated(s.Data[k].Label, c.Slots, k, g.marked)
		}
		g.ends = append(g.ends, end{label: t.ending(s.Name, value, g.strokes[i].colour, s.Emphasis, room), colour: g.strokes[i].colour})
	}
	if drawable(c.Target) {
		g.ends = append(g.ends, end{label: t.targetLabel(c.Target.Label, room), colour: t.theme.Target})
	}
	widest := 0.0
	for _, e := range g.ends {
		widest = max(widest, e.label.w)
	}
	g.right = math.Ceil(widest+0.5) + 2*gutterGap
	if g.limit > 0 {
		g.note = t.run(offScale, t.minor(), w)
	}
	g.note.stack(preliminaryNote(t, w, all...), captionGap)
	g.left = t.scaleRoom(g.scale(0, 1), w)
	return g
}

// scale takes in all data that are drawn to scale, and zero unless the data lie
// far from it.
func (g *lines) scale(y0, y1 float64) panelScale {
	lo, hi, any := math.Inf(1), math.Inf(-1), false
	for _, s := range g.c.Series {
		for _, d := range s.Data {
			if has(d) {
				v := within(d.Value, g.limit)
				lo, hi, any = min(lo, v), max(hi, v), true
			}
		}
	}
	lo, hi, any = takeIn(g.c.Target, lo, hi, any)
	if !any {
		lo, hi = 0, 1
	}
	lo, hi = padded(lo, hi, g.c.Base, g.c.FromZero)
	return panelOf(lo, hi, g.c.Base, y0, y1)
}

// lineSpan makes a scale for lines from lo to hi: with zero, unless the data
// lie far from it and need not start there.
func lineSpan(lo, hi float64, fromZero bool, y0, y1 float64) panelScale {
	lo, hi = padded(lo, hi, 0, fromZero)
	return panelOf(lo, hi, 0, y0, y1)
}

// padded is the range of a scale for lines: with the base of an index, else with
// zero unless the data lie far from it, and a little air at its ends.
func padded(lo, hi, base float64, fromZero bool) (float64, float64) {
	if far := lo > 30 && lo > 0.7*hi && hi > lo; base != 0 || fromZero || !far {
		lo, hi = min(lo, base), max(hi, base)
	}
	if lo == hi {
		hi = lo + max(1, math.Abs(lo)*0.1)
	}
	pad := 0.05 * (hi - lo)
	if lo != base {
		lo -= pad
	}
	if hi != base {
		hi += pad
	}
	return lo, hi
}

// latest is the newest slot of what is emphasised, else of what has happened.
func (g *lines) latest() int {
	strong, newest := -1, -1
	for i, s := range g.c.Series {
		if s.Emphasis {
			strong = max(strong, g.last[i])
		}
		if s.Role != briefing.RolePlan {
			newest = max(newest, g.last[i])
		}
	}
	if strong >= 0 {
		return strong
	}
	return newest
}

// axis ends a little after the middle of the last slot, so that labels stand
// beside their lines.
func (g *lines) axis(at box) *timeAxis {
	left, right := at.x0+g.left, at.x1-g.right
	n := float64(len(g.c.Slots))
	end := left + n*(right-gutterGap-left)/(n-0.5)
	return newTimeAxis(g.t, g.c.Slots, g.marked, left, end, right+gutterGap)
}

func (g *lines) leastPanel() float64 { return max(48+sum(g.rooms()), stacked(g.ends)) }

func (g *lines) rooms() (up, down float64) {
	var all [][]briefing.Datum
	for _, s := range g.c.Series {
		all = append(all, s.Data)
	}
	return farRoom(g.t, g.w-g.left-g.right, g.limit, all...)
}

func (g *lines) around() float64 {
	h := g.axis(box{x1: g.w}).height + 3
	for _, b := range []block{g.unit, g.note} {
		if !b.empty() {
			h += b.h + nameGap
		}
	}
	return h
}

func (g *lines) least() float64 { return g.around() + g.leastPanel() }

func (g *lines) natural() float64 {
	return g.around() + max(g.leastPanel(), min(0.42*g.w, 170))
}

func (g *lines) draw(p *pen, at box) {
	axis := g.axis(at)
	y := at.y1 - 3
	for _, b := range []block{g.unit, g.note} {
		if !b.empty() {
			p.text(b, at.x0, y+2, 0)
			y -= b.h + nameGap
		}
	}
	b := box{at.x0 + g.left, at.y0 + axis.height, at.x1 - g.right, y}
	up, down := g.rooms()
	s := g.scale(b.y0+down, b.y1-up)
	p.grid(s, b, at.x0)
	p.zero(s, b)
	if m := g.c.Target; drawable(m) {
		p.goal(m, s, b)
		lo, hi := m.Ends()
		g.ends[len(g.ends)-1].at = point{b.x1, s.pos((lo + hi) / 2)}
	}
	where := func(data []briefing.Datum) func(int) point {
		return func(i int) point { return point{axis.centre(i), s.placed(data[i].Value, g.limit)} }
	}
	for pass := range 2 { // what is emphasised lies over the rest
		for i, series := range g.c.Series {
			if (pass == 1) != series.Emphasis {
				continue
			}
			p.strokeData(g.strokes[i], series.Data, where(series.Data))
			if k := g.last[i]; k >= 0 {
				q := where(series.Data)(k)
				p.dot(g.strokes[i].colour, q, 1.9, series.Data[k].Preliminary)
			}
		}
	}
	var beyondScale []far
	for i, series := range g.c.Series {
		if k := g.last[i]; k >= 0 {
			g.ends[i].at = where(series.Data)(k)
		} else {
			g.ends[i].at = point{b.x1, (b.y0 + b.y1) / 2}
		}
		for _, k := range beyond(series.Data, g.limit) {
			beyondScale = append(beyondScale, far{series.Data[k], where(series.Data)(k)})
		}
	}
	over := p.offScale(beyondScale, b)
	gutter, over := g.within(p, where, s, b, over)
	ranged(gutter, at.y0, max(y, at.y0+stacked(gutter)))
	under := box{b.x0, at.y0, b.x1 + gutterGap, b.y0 - axisGap} // the words of the axis
	p.drawEnds(gutter, b.x1, b.x1+2*gutterGap, append(over, under)...)
	axis.draw(p, b.y0)
}

// within prints the labels of series that end long before the right edge beside
// their last dots, where there is room free of data. It returns the others.
func (g *lines) within(p *pen, where func([]briefing.Datum) func(int) point, s panelScale, b box, over []box) (rest []end, taken []box) {
	const brief = 30.0 // to the edge: a leader so short leads to the label there
	c := clutter{boxes: over}
	c.level(s.pos(s.base), b)
	c.goal(g.c.Target, s, b)
	for i, series := range g.c.Series {
		c.curve(series.Data, where(series.Data))
		if g.last[i] >= 0 {
			q := g.ends[i].at
			c.boxes = append(c.boxes, box{q.x, q.y, q.x, q.y}.grown(2))
		}
	}
	inner := box{b.x0, b.y0 + 1, b.x1 - gutterGap - 3, b.y1}
	for i, e := range g.ends {
		if i < len(g.last) && g.last[i] >= 0 && e.at.x < b.x1-gutterGap-1 {
			if place, ok := c.near(e.label, e.at, inner); ok {
				if _, d := place.nearest(e.at); d < 8 || e.at.x < b.x1-brief {
					p.label(e.label, place, e.at)
					c.boxes = append(c.boxes, place)
					continue
				}
			}
		}
		rest = append(rest, e)
	}
	return rest, c.boxes
}
