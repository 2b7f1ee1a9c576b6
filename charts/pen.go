package charts

import (
	"image/color"
	"math"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"jianbao/fonts"
	"jianbao/internal/typeset"
)

// box is a rectangle in points, y upwards.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }

// meets reports whether two boxes share an area.
func (b box) meets(c box) bool {
	return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1
}

func (b box) grown(d float64) box { return box{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d} }

type point struct{ x, y float64 }

// pen draws the few shapes that charts are made of.
type pen struct {
	cv vg.Canvas
	t  *typist
	in box // the rectangle that nothing leaves
}

func path(closed bool, pts ...point) vg.Path {
	p := make(vg.Path, 0, len(pts)+1)
	for i, q := range pts {
		at := vg.Point{X: vg.Length(q.x), Y: vg.Length(q.y)}
		if i == 0 {
			p.Move(at)
		} else {
			p.Line(at)
		}
	}
	if closed {
		p.Close()
	}
	return p
}

// dashes of what is planned rather than done.
var dashes = []vg.Length{2.5, 1.8}

func (p *pen) line(c color.RGBA, width float64, pts ...point) {
	p.cv.SetColor(c)
	p.cv.SetLineWidth(vg.Length(width))
	p.cv.SetLineDash(nil, 0)
	p.cv.Stroke(path(false, pts...))
}

func (p *pen) dashed(c color.RGBA, width float64, pts ...point) {
	p.cv.SetColor(c)
	p.cv.SetLineWidth(vg.Length(width))
	p.cv.SetLineDash(dashes, 0)
	p.cv.Stroke(path(false, pts...))
	p.cv.SetLineDash(nil, 0)
}

func (p *pen) fill(c color.RGBA, pts ...point) {
	p.cv.SetColor(c)
	p.cv.Fill(path(true, pts...))
}

func corners(b box) []point {
	return []point{{b.x0, b.y0}, {b.x1, b.y0}, {b.x1, b.y1}, {b.x0, b.y1}}
}

func (p *pen) rect(c color.RGBA, b box) { p.fill(c, corners(b)...) }

// frame outlines a box, the line lying inside it.
func (p *pen) frame(c color.RGBA, width float64, b box, dash bool) {
	b = b.grown(-width / 2)
	p.cv.SetColor(c)
	p.cv.SetLineWidth(vg.Length(width))
	p.cv.SetLineDash(nil, 0)
	if dash {
		p.cv.SetLineDash(dashes, 0)
	}
	p.cv.Stroke(path(true, corners(b)...))
	p.cv.SetLineDash(nil, 0)
}

// bar draws a bar; a preliminary one is hollow.
func (p *pen) bar(c color.RGBA, b box, hollow bool) {
	if b.x1 < b.x0 {
		b.x0, b.x1 = b.x1, b.x0
	}
	if b.y1 < b.y0 {
		b.y0, b.y1 = b.y1, b.y0
	}
	if hollow && b.width() > 2 && b.height() > 2 {
		p.rect(p.t.theme.Paper, b)
		p.frame(c, 0.9, b, false)
		return
	}
	p.rect(c, b)
}

func (p *pen) disc(c color.RGBA, at point, radius float64) {
	var d vg.Path
	d.Move(vg.Point{X: vg.Length(at.x + radius), Y: vg.Length(at.y)})
	d.Arc(vg.Point{X: vg.Length(at.x), Y: vg.Length(at.y)}, vg.Length(radius), 0, 2*math.Pi)
	d.Close()
	p.cv.SetColor(c)
	p.cv.Fill(d)
}

// dot marks a value; a preliminary one is hollow.
func (p *pen) dot(c color.RGBA, at point, radius float64, hollow bool) {
	p.disc(c, at, radius)
	if hollow {
		p.disc(p.t.theme.Paper, at, radius-0.8)
	}
}

// set draws a line of text from a point on its baseline.
func (p *pen) set(l typeset.Line, c color.RGBA, at point) {
	p.cv.SetColor(c)
	for _, piece := range l.Pieces {
		f := font.Face{
			Font: font.Font{Typeface: font.Typeface(piece.Face.Name()), Weight: weights[piece.Weight], Size: vg.Length(piece.Size)},
			Face: piece.Face.Outlines(),
		}
		p.cv.FillString(f, vg.Point{X: vg.Length(at.x + piece.X), Y: vg.Length(at.y + piece.Rise)}, piece.Text)
	}
}

var weights = [...]xfont.Weight{fonts.Regular: xfont.WeightNormal, fonts.Medium: xfont.WeightMedium, fonts.Bold: xfont.WeightBold}
