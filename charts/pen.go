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

	scratch vg.Path
	edges   [][2]color.RGBA // of pale colours
}

// path joins points. It is good until the next one: canvases draw at once.
func (p *pen) path(closed bool, pts ...point) vg.Path {
	out := p.scratch[:0]
	for i, q := range pts {
		at := vg.Point{X: vg.Length(q.x), Y: vg.Length(q.y)}
		if i == 0 {
			out.Move(at)
		} else {
			out.Line(at)
		}
	}
	if closed {
		out.Close()
	}
	p.scratch = out
	return out
}

// dashes of what is planned rather than done.
var dashes = []vg.Length{2.5, 1.8}

func (p *pen) line(c color.RGBA, width float64, pts ...point) {
	p.cv.SetColor(c)
	p.cv.SetLineWidth(vg.Length(width))
	p.cv.SetLineDash(nil, 0)
	p.cv.Stroke(p.path(false, pts...))
}

// strokeAll draws many lines at once.
func (p *pen) strokeAll(c color.RGBA, width float64, all vg.Path) {
	if len(all) == 0 {
		return
	}
	p.cv.SetColor(c)
	p.cv.SetLineWidth(vg.Length(width))
	p.cv.SetLineDash(nil, 0)
	p.cv.Stroke(all)
}

func (p *pen) dashed(c color.RGBA, width float64, pts ...point) {
	p.cv.SetColor(c)
	p.cv.SetLineWidth(vg.Length(width))
	p.cv.SetLineDash(dashes, 0)
	p.cv.Stroke(p.path(false, pts...))
	p.cv.SetLineDash(nil, 0)
}

func (p *pen) fill(c color.RGBA, pts ...point) {
	p.cv.SetColor(c)
	p.cv.Fill(p.path(true, pts...))
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
	p.cv.Stroke(p.path(true, corners(b)...))
	p.cv.SetLineDash(nil, 0)
}

// upright is the box with its corners in order.
func (b box) upright() box {
	return box{min(b.x0, b.x1), min(b.y0, b.y1), max(b.x0, b.x1), max(b.y0, b.y1)}
}

// bar draws a bar; a preliminary one is hollow.
func (p *pen) bar(c color.RGBA, b box, hollow bool) {
	b = b.upright()
	if hollow && b.width() > 2 && b.height() > 2 {
		p.rect(p.t.theme.Paper, b)
		p.frame(p.edge(c), 0.9, b, false)
		return
	}
	p.bars(c, []box{b})
}

// edgeWidth is the width of the line around a pale shape.
const edgeWidth = 0.5

// bars fills boxes of one colour at once. A colour too pale to stand out against
// the paper gets a darker edge; boxes too narrow for one are all edge.
func (p *pen) bars(c color.RGBA, boxes []box) {
	if len(boxes) == 0 {
		return
	}
	edge := p.edge(c)
	narrow := boxes[0].width() < 4*edgeWidth
	if narrow {
		c = edge
	}
	p.cv.SetColor(c)
	p.cv.Fill(outlines(boxes, 0))
	if edge != c {
		p.strokeAll(edge, edgeWidth, outlines(boxes, edgeWidth/2))
	}
}

// outlines is one path around all boxes, drawn in by inset.
func outlines(boxes []box, inset float64) vg.Path {
	all := make(vg.Path, 0, 5*len(boxes))
	for _, b := range boxes {
		d := min(inset, b.height()/2)
		b = box{b.x0 + inset, b.y0 + d, b.x1 - inset, b.y1 - d}
		for i, q := range [4]point{{b.x0, b.y0}, {b.x1, b.y0}, {b.x1, b.y1}, {b.x0, b.y1}} {
			kind := vg.LineComp
			if i == 0 {
				kind = vg.MoveComp
			}
			all = append(all, vg.PathComp{Type: kind, Pos: vg.Point{X: vg.Length(q.x), Y: vg.Length(q.y)}})
		}
		all = append(all, vg.PathComp{Type: vg.CloseComp})
	}
	return all
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
