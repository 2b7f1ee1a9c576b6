package pdf

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"jianbao/fonts"
)

// canvas offers a page to charts as a vg.Canvas: paths become paths, labels
// real text in the document's fonts. Its origin is the bottom left corner of
// the page, as vg has it; lengths are points.
type canvas struct {
	pg    *page
	faces map[font.Typeface]*fonts.Face
	state
	stack []state
	err   error
}

type state struct {
	m     [6]float64 // x' = m0 x + m2 y + m4, y' = m1 x + m3 y + m5
	col   rgb
	width float64
	dash  []float64
	phase float64
}

func newCanvas(pg *page, fam *fonts.Family) *canvas {
	c := &canvas{pg: pg, faces: map[font.Typeface]*fonts.Face{}}
	for _, f := range fam.Faces() {
		c.faces[font.Typeface(f.Name())] = f
	}
	c.state = state{m: [6]float64{1, 0, 0, 1, 0, 0}, width: 1}
	return c
}

func (c *canvas) SetLineWidth(w vg.Length) { c.width = float64(w) }

func (c *canvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.dash = nil
	for _, l := range pattern {
		c.dash = append(c.dash, float64(l))
	}
	c.phase = float64(offset)
}

// SetColor takes any colour; what is translucent is laid over white paper, so
// that the file needs no transparency.
func (c *canvas) SetColor(col color.Color) {
	if col == nil {
		col = color.Black
	}
	r, g, b, a := col.RGBA()
	over := func(v uint32) uint8 { return uint8((v + 0xFFFF - a) >> 8) }
	c.col = rgb{over(r), over(g), over(b)}
}

func (c *canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.concat([6]float64{cos, sin, -sin, cos, 0, 0})
}

func (c *canvas) Translate(pt vg.Point) {
	c.concat([6]float64{1, 0, 0, 1, float64(pt.X), float64(pt.Y)})
}

func (c *canvas) Scale(x, y float64) { c.concat([6]float64{x, 0, 0, y, 0, 0}) }

// concat puts n before the current transformation.
func (c *canvas) concat(n [6]float64) {
	m := c.m
	c.m = [6]float64{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

func (c *canvas) Push() { c.stack = append(c.stack, c.state) }

func (c *canvas) Pop() {
	if n := len(c.stack); n > 0 {
		c.state, c.stack = c.stack[n-1], c.stack[:n-1]
	}
}

// at maps a point of the chart to the page.
func (c *canvas) at(p vg.Point) (x, y float64) {
	px, py := float64(p.X), float64(p.Y)
	return c.m[0]*px + c.m[2]*py + c.m[4], c.pg.height() - (c.m[1]*px + c.m[3]*py + c.m[5])
}

// scale is the factor by which the transformation enlarges lengths.
func (c *canvas) scale() float64 { return math.Sqrt(math.Abs(c.m[0]*c.m[3] - c.m[1]*c.m[2])) }

func (c *canvas) Stroke(p vg.Path) {
	if c.width <= 0 {
		return
	}
	k := c.scale()
	o := pathOp{steps: c.steps(p), col: c.col, width: c.width * k, phase: c.phase * k}
	for _, d := range c.dash {
		o.dash = append(o.dash, d*k)
	}
	c.pg.ops = append(c.pg.ops, o)
}

func (c *canvas) Fill(p vg.Path) {
	c.pg.ops = append(c.pg.ops, pathOp{steps: c.steps(p), fill: true, col: c.col})
}

func (c *canvas) steps(path vg.Path) []step {
	out := make([]step, 0, len(path))
	var last vg.Point
	for _, comp := range path {
		switch comp.Type {
		case vg.MoveComp, vg.LineComp:
			kind := byte('l')
			if comp.Type == vg.MoveComp {
				kind = 'm'
			}
			x, y := c.at(comp.Pos)
			out = append(out, step{kind, [6]float64{x, y}})
			last = comp.Pos
		case vg.CurveComp:
			if len(comp.Control) == 0 {
				continue
			}
			c1, c2 := comp.Control[0], comp.Control[len(comp.Control)-1]
			if len(comp.Control) == 1 { // quadratic → cubic
				q := comp.Control[0]
				c1 = vg.Point{X: last.X + (q.X-last.X)*2/3, Y: last.Y + (q.Y-last.Y)*2/3}
				c2 = vg.Point{X: comp.Pos.X + (q.X-comp.Pos.X)*2/3, Y: comp.Pos.Y + (q.Y-comp.Pos.Y)*2/3}
			}
			out = append(out, c.curve(c1, c2, comp.Pos))
			last = comp.Pos
		case vg.ArcComp:
			out, last = c.arc(out, comp)
		case vg.CloseComp:
			out = append(out, step{kind: 'h'})
		}
	}
	return out
}

func (c *canvas) curve(c1, c2, to vg.Point) step {
	var s step
	s.kind = 'c'
	s.p[0], s.p[1] = c.at(c1)
	s.p[2], s.p[3] = c.at(c2)
	s.p[4], s.p[5] = c.at(to)
	return s
}

// arc draws a circular arc as Bézier curves of at most a quarter turn.
func (c *canvas) arc(out []step, a vg.PathComp) ([]step, vg.Point) {
	on := func(t float64) vg.Point {
		sin, cos := math.Sincos(t)
		return vg.Point{X: a.Pos.X + a.Radius*vg.Length(cos), Y: a.Pos.Y + a.Radius*vg.Length(sin)}
	}
	start := on(a.Start)
	kind := byte('l')
	if len(out) == 0 || out[len(out)-1].kind == 'h' {
		kind = 'm'
	}
	x, y := c.at(start)
	out = append(out, step{kind, [6]float64{x, y}})
	n := max(1, int(math.Ceil(math.Abs(a.Angle)/(math.Pi/2)-1e-9)))
	d := a.Angle / float64(n)
	k := vg.Length(4.0 / 3 * math.Tan(d/4))
	p := start
	for i := range n {
		t0 := a.Start + float64(i)*d
		q := on(t0 + d)
		s0, c0 := math.Sincos(t0)
		s1, c1 := math.Sincos(t0 + d)
		out = append(out, c.curve(
			vg.Point{X: p.X - k*a.Radius*vg.Length(s0), Y: p.Y + k*a.Radius*vg.Length(c0)},
			vg.Point{X: q.X + k*a.Radius*vg.Length(s1), Y: q.Y - k*a.Radius*vg.Length(c1)}, q))
		p = q
	}
	return out, p
}

func (c *canvas) FillString(f font.Face, pt vg.Point, s string) {
	if f.Font.Size <= 0 || s == "" {
		return
	}
	face := c.faces[f.Font.Typeface]
	if face == nil {
		c.err = fmt.Errorf("pdf: chart text %q in unknown typeface %q", s, f.Font.Typeface)
		return
	}
	x, y := c.at(pt)
	k := c.scale()
	t := textOp{x: x, y: y, face: face, size: float64(f.Font.Size) * k, col: c.col, s: s, role: drawn}
	if k > 0 && (c.m[1] != 0 || c.m[2] != 0 || c.m[0] < 0 || c.m[3] < 0) {
		t.turn = &[4]float64{c.m[0] / k, c.m[1] / k, c.m[2] / k, c.m[3] / k}
	}
	c.pg.ops = append(c.pg.ops, t)
}

// DrawImage refuses: charts are vectors.
func (c *canvas) DrawImage(vg.Rectangle, image.Image) {
	c.err = fmt.Errorf("pdf: a chart tried to draw a raster image")
}
