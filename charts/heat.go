package charts

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
)

// heat is a table of rows and periods with shaded cells: blue above the middle,
// brown below it, darker the farther. Where no numbers stand in the cells, what
// is below is hatched, for those who do not see the colours.
type heat struct {
	c      *briefing.Heat
	t      *typist
	w      float64
	unit   block // above the table
	names  []block
	cells  [][]block // the numbers; nil where they do not fit
	step   float64   // of the shades
	left   float64
	rowMin float64
	over   bool // long names stand over their cells
	key    shadeKey
}

// shades is the number of steps on either side of the middle.
const shades = 4

const (
	leastCell = 11.0
	heatRow   = 3.5 // between the names of two rows
	heatHead  = 4.0 // between the unit and the table
)

func newHeat(c *briefing.Heat, w float64, t *typist) *heat {
	g := &heat{c: c, t: t, w: w, rowMin: leastCell, step: shadeStep(c), unit: t.run(c.Unit, t.minor(), w)}
	g.setNames(0.36 * w)
	if slices.ContainsFunc(g.names, func(b block) bool { return len(b.lines) > longName }) {
		g.over = true
		g.setNames(w)
		g.left = 0
	}
	if !g.any(func(d briefing.Datum) bool { return has(d) }) {
		return g
	}
	width := (w - g.left) / float64(len(c.Slots))
	for _, size := range []float64{7.5, sizeTick, 6} {
		if g.cells = g.numbers(size, width-2.5); g.cells != nil {
			g.rowMin = max(leastCell, size*(ascent+descent)+3)
			break
		}
	}
	g.key = g.newKey()
	g.keep(c.Part.Of(len(c.Rows)))
	return g
}

// keep draws some of the rows only, in the columns and shades of all.
func (g *heat) keep(first, end int) {
	part := *g.c
	part.Rows = part.Rows[first:end]
	g.c, g.names = &part, g.names[first:end]
	if g.cells != nil {
		g.cells = g.cells[first:end]
	}
}

func (g *heat) setNames(width float64) {
	g.names, g.left = nil, 0
	for _, r := range g.c.Rows {
		b := g.t.name(r.Name, width)
		g.names = append(g.names, b)
		g.left = max(g.left, b.w)
	}
	g.left = math.Ceil(g.left) + 6
}

// any reports whether a condition holds for any datum.
func (g *heat) any(holds func(briefing.Datum) bool) bool {
	return slices.ContainsFunc(g.c.Rows, func(r briefing.Series) bool { return slices.ContainsFunc(r.Data, holds) })
}

// numbers sets the cells in one size, or gives nil where one is too wide.
func (g *heat) numbers(size, width float64) [][]block {
	var out [][]block
	for _, r := range g.c.Rows {
		row := make([]block, len(r.Data))
		for i, d := range r.Data {
			if !has(d) {
				continue
			}
			s, _ := g.t.words(d.Label)
			st := g.t.minor().sized(size).in(g.t.theme.on(g.shade(d.Value)))
			row[i] = g.t.plain(strings.TrimSuffix(s, "%"), st)
			if row[i].w > width {
				return nil
			}
		}
		out = append(out, row)
	}
	return out
}

// shadeStep is a round number that sets the shades so that nine tenths of the
// data are told apart; what lies farther has the darkest.
func shadeStep(c *briefing.Heat) float64 {
	var sizes []float64
	for _, r := range c.Rows {
		for _, d := range r.Data {
			if has(d) {
				sizes = append(sizes, math.Abs(d.Value-c.Mid))
			}
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	size := quantile(sizes, 0.9) / shades
	if size <= 0 || math.IsInf(size, 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(size)))
	for _, m := range []float64{1, 2, 3, 5} {
		if size <= m*power*1.0001 {
			return m * power
		}
	}
	return 10 * power
}

// level is the shade of a value: 0 at the middle, up to shades, below negative.
func (g *heat) level(v float64) int {
	d := v - g.c.Mid
	n := int(min(math.Ceil(math.Abs(d)/g.step-1e-9), shades))
	if d < 0 {
		return -n
	}
	return n
}

func (g *heat) shade(v float64) color.RGBA { return g.t.theme.heat(g.level(v)) }

// heat is the colour of a level.
func (th Theme) heat(level int) color.RGBA {
	c, n := th.Emphasis, level
	if level < 0 {
		c, n = th.Behind, -level
	}
	return tint(c, th.Paper, [shades + 1]float64{0, 0.18, 0.38, 0.6, 1}[n])
}

// slant is the colour of the hatching on a level below the middle.
func (g *heat) slant(level int) color.RGBA {
	if level == -shades {
		return g.t.theme.heat(-1)
	}
	return edgeOf(g.t.theme.heat(level), g.t.theme.Paper) // no stronger than need be
}

func (g *heat) axis(at box) *timeAxis {
	return newTimeAxis(g.t, g.c.Slots, len(g.c.Slots)-1, at.x0+g.left, at.x1, at.x1)
}

func (g *heat) height(row float64) float64 {
	h := g.axis(box{x1: g.w}).height + g.key.height()
	if !g.unit.empty() {
		h += g.unit.h + heatHead
	}
	for _, n := range g.names {
		h += g.rowHeight(n, row)
	}
	return h
}

func (g *heat) rowHeight(name block, row float64) float64 {
	if g.over {
		return name.h + laneGap + row + heatRow
	}
	return max(name.h+heatRow, row)
}

// cellsOf is where, in a row from y down to y-h, the cells are.
func (g *heat) cellsOf(name block, y, h float64) (y0, y1 float64) {
	if g.over {
		return y - h + heatRow, y - name.h - laneGap
	}
	return y - h + 0.6, y - 0.6
}

func (g *heat) least() float64   { return g.height(g.rowMin) }
func (g *heat) natural() float64 { return g.height(max(g.rowMin, 15)) }

// run is cells side by side of one shade.
type run struct {
	box
	level int
}

func (g *heat) draw(p *pen, at box) {
	axis := g.axis(at)
	spare := min(max(at.height()-g.least(), 0)/float64(len(g.names)), 12)
	if !g.unit.empty() {
		p.text(g.unit, at.x0, at.y1, 0)
		at.y1 -= g.unit.h + heatHead
	}
	y := at.y1
	var runs []run
	var gaps vg.Path
	for i, n := range g.names {
		h := g.rowHeight(n, g.rowMin) + spare
		row := box{x0: axis.left, x1: axis.left + axis.step}
		row.y0, row.y1 = g.cellsOf(n, y, h)
		mid := (row.y0 + row.y1) / 2
		if g.over {
			p.text(n, at.x0, y, 0)
		} else {
			p.text(n, at.x0, mid+n.centre(), 0)
		}
		runs = g.shaded(runs, g.c.Rows[i].Data, row)
		for k, d := range g.c.Rows[i].Data {
			if x, reach := axis.centre(k), min(2, axis.step/3); !has(d) && !g.key.empty() {
				gaps.Move(vg.Point{X: vg.Length(x - reach), Y: vg.Length(mid)})
				gaps.Line(vg.Point{X: vg.Length(x + reach), Y: vg.Length(mid)})
			}
		}
		y -= h
	}
	g.drawRuns(p, runs)
	p.strokeAll(p.t.theme.Secondary, 0.7, gaps)
	if g.cells != nil {
		g.drawNumbers(p, axis, at.y1, spare)
	}
	axis.draw(p, y)
	if g.key.empty() {
		l := p.t.run(noData, p.t.minor(), at.x1-axis.left)
		p.text(l, (axis.left+at.x1)/2, (at.y1+y)/2+l.centre(), 0.5)
		return
	}
	g.drawKey(p, at.x1, y-axis.height)
}

// shaded adds the cells of a row, of which first is the place of the first.
// Without numbers, neighbours of one shade are one shape, so that their edges and
// hatching do not drown the shades.
func (g *heat) shaded(runs []run, data []briefing.Datum, first box) []run {
	step := first.width()
	gap := min(0.6, step/6)
	open := false
	for k, d := range data {
		if !has(d) {
			open = false
			continue
		}
		x := first.x0 + float64(k)*step
		e := run{box{x + gap, first.y0, x + step - gap, first.y1}, g.level(d.Value)}
		if n := len(runs); open && g.cells == nil && runs[n-1].level == e.level {
			runs[n-1].x1 = e.x1
			continue
		}
		runs, open = append(runs, e), true
	}
	return runs
}

func (g *heat) drawRuns(p *pen, runs []run) {
	for l := -shades; l <= shades; l++ {
		var boxes []box
		for _, r := range runs {
			if r.level == l {
				boxes = append(boxes, r.box)
			}
		}
		if g.cells == nil {
			g.swatches(p, l, boxes)
		} else if len(boxes) > 0 { // the numbers stand out, the cells need not
			p.cv.SetColor(p.t.theme.heat(l))
			p.cv.Fill(outlines(boxes, 0))
		}
	}
}

// swatches draws shapes of a shade as they are told apart without numbers.
func (g *heat) swatches(p *pen, level int, boxes []box) {
	p.bars(p.t.theme.heat(level), boxes)
	if level >= 0 || g.cells != nil {
		return
	}
	for _, b := range boxes {
		if b.width() > 3 {
			p.hatch(g.slant(level), b)
		}
	}
}

// drawNumbers prints the dark numbers, then the light ones.
func (g *heat) drawNumbers(p *pen, axis *timeAxis, top, spare float64) {
	for _, c := range []color.RGBA{p.t.theme.Ink, p.t.theme.Paper} {
		y := top
		for i, n := range g.names {
			h := g.rowHeight(n, g.rowMin) + spare
			y0, y1 := g.cellsOf(n, y, h)
			for k, l := range g.cells[i] {
				if !l.empty() && l.lines[0].style.colour == c {
					p.text(l, axis.centre(k), (y0+y1)/2+l.centre(), 0.5)
				}
			}
			y -= h
		}
	}
}
