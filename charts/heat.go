package charts

import (
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
)

// heat is a table of rows and periods with shaded cells: blue above the middle,
// brown below it, darker the farther. What is below is hatched where its number
// does not stand in it.
type heat struct {
	c      *briefing.Heat
	t      *typist
	w      float64
	names  []block
	cells  [][]block // the numbers; nil where they do not fit
	foot   block
	step   float64 // of the shades
	left   float64
	rowMin float64
	// the key of the shades: the width of one, and whether the unit stands above
	key     float64
	beneath bool
}

// shades is the number of steps on either side of the middle.
const shades = 4

const (
	leastCell = 11.0
	keyHeight = 6.0
	keyStep   = 19.0 // at most
)

func newHeat(c *briefing.Heat, w float64, t *typist) *heat {
	g := &heat{c: c, t: t, w: w, rowMin: leastCell}
	for _, r := range c.Rows {
		b := t.name(r.Name, 0.36*w)
		g.names = append(g.names, b)
		g.left = max(g.left, b.w)
	}
	g.left = math.Ceil(g.left) + 6
	g.key = min(keyStep, (w-20)/(2*shades))
	g.foot = t.run(c.Unit, t.minor(), w)
	low := t.plain("≤"+steps{size: g.step}.label(c.Mid-shades*g.step, t.lang), t.tick())
	g.beneath = g.foot.w > w-2*shades*g.key-10-low.w/2-6
	g.step = shadeStep(c)
	width := (w - g.left) / float64(len(c.Slots))
	for _, size := range []float64{7.5, sizeTick, 6} {
		if g.cells = g.numbers(size, width-2.5); g.cells != nil {
			g.rowMin = max(leastCell, size*(ascent+descent)+3)
			break
		}
	}
	return g
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
	return g.t.theme.Behind
}

func (g *heat) axis(at box) *timeAxis {
	return newTimeAxis(g.t, g.c.Slots, len(g.c.Slots)-1, at.x0+g.left, at.x1, at.x1)
}

func (g *heat) keyRoom() float64 {
	h := keyHeight + 2 + sizeTick*(ascent+descent)
	if g.beneath {
		return h + g.foot.h + 8
	}
	return max(h, g.foot.h) + 5
}

func (g *heat) height(row float64) float64 {
	h := g.axis(box{x1: g.w}).height + g.keyRoom()
	for _, n := range g.names {
		h += max(n.h+1.5, row)
	}
	return h
}

func (g *heat) least() float64   { return g.height(g.rowMin) }
func (g *heat) natural() float64 { return g.height(max(g.rowMin, 15)) }

func (g *heat) draw(p *pen, at box) {
	axis := g.axis(at)
	spare := max(at.height()-g.least(), 0) / float64(len(g.names))
	spare = min(spare, 12)
	y := at.y1
	byLevel := map[int][]box{}
	var hatched []struct {
		box
		level int
	}
	var gaps vg.Path
	for i, n := range g.names {
		h := max(n.h+1.5, g.rowMin) + spare
		mid := y - h/2
		p.text(n, at.x0, mid+n.centre(), 0)
		for k, d := range g.c.Rows[i].Data {
			e := box{axis.left + float64(k)*axis.step, y - h, axis.left + float64(k+1)*axis.step, y}
			gap := min(0.6, e.width()/6)
			e = box{e.x0 + gap, e.y0 + 0.6, e.x1 - gap, e.y1 - 0.6}
			if !has(d) {
				gaps.Move(vg.Point{X: vg.Length((e.x0+e.x1)/2 - min(2, e.width()/3)), Y: vg.Length(mid)})
				gaps.Line(vg.Point{X: vg.Length((e.x0+e.x1)/2 + min(2, e.width()/3)), Y: vg.Length(mid)})
				continue
			}
			l := g.level(d.Value)
			byLevel[l] = append(byLevel[l], e)
			if g.cells == nil && l < 0 && e.width() > 3 {
				hatched = append(hatched, struct {
					box
					level int
				}{e, l})
			}
		}
		y -= h
	}
	for l := -shades; l <= shades; l++ {
		if g.cells != nil && len(byLevel[l]) > 0 { // the numbers stand out, the cells need not
			p.cv.SetColor(p.t.theme.heat(l))
			p.cv.Fill(outlines(byLevel[l], 0))
			continue
		}
		p.bars(p.t.theme.heat(l), byLevel[l])
	}
	for _, e := range hatched {
		p.hatch(g.slant(e.level), e.box)
	}
	p.strokeAll(p.t.theme.Secondary, 0.7, gaps)
	if g.cells != nil {
		g.drawNumbers(p, axis, at.y1, spare)
	}
	axis.draw(p, y)
	g.drawKey(p, at, y-axis.height-5)
}

// drawNumbers prints the dark numbers, then the light ones.
func (g *heat) drawNumbers(p *pen, axis *timeAxis, top, spare float64) {
	for _, c := range []color.RGBA{p.t.theme.Ink, p.t.theme.Paper} {
		y := top
		for i, n := range g.names {
			h := max(n.h+1.5, g.rowMin) + spare
			for k, l := range g.cells[i] {
				if !l.empty() && l.lines[0].style.colour == c {
					p.text(l, axis.centre(k), y-h/2+l.centre(), 0.5)
				}
			}
			y -= h
		}
	}
}

// drawKey draws the shades with the values at which they change.
func (g *heat) drawKey(p *pen, at box, y float64) {
	p.text(g.foot, at.x0, y, 0)
	if g.beneath {
		y -= g.foot.h + 3
	}
	x := at.x1 - 2*shades*g.key - 10
	k := 0
	for l := -shades; l <= shades; l++ {
		if l == 0 {
			continue
		}
		e := box{x + float64(k)*g.key, y - keyHeight, x + float64(k+1)*g.key - 0.6, y}
		p.bars(p.t.theme.heat(l), []box{e})
		if g.cells == nil && l < 0 {
			p.hatch(g.slant(l), e)
		}
		k++
	}
	s := steps{size: g.step}
	var row []placed
	for _, k := range []int{0, -shades, shades, -2, 2, -1, 1, -3, 3} {
		v := g.c.Mid + float64(k)*g.step
		text := s.label(v, p.t.lang)
		if k == shades {
			text = "≥" + text
		}
		if k == -shades {
			text = "≤" + text
		}
		b := p.t.plain(text, p.t.tick())
		l := placed{text: b, x: x + float64(k+shades)*g.key - b.w/2}
		if k == shades {
			l.x = min(l.x, at.x1-b.w)
		}
		l.x = max(l.x, at.x0)
		if free(l, row) {
			row = append(row, l)
			p.text(b, l.x, y-keyHeight-2, 0)
		}
	}
}
