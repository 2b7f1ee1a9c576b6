package charts

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// recorder is a canvas that remembers what was drawn on it, in order.
type recorder struct {
	ops    []op
	colour color.RGBA
	width  float64
	dashed bool
	odd    []string // calls that no chart should make
}

type opKind string

const (
	opText   opKind = "text"
	opFill   opKind = "fill"
	opStroke opKind = "line"
)

type op struct {
	kind   opKind
	colour color.RGBA
	points []point // of a path, curves by their end points
	box    box     // of the ink
	text   string
	size   float64
	width  float64
	dashed bool
	face   string
}

func (r *recorder) SetLineWidth(w vg.Length)               { r.width = float64(w) }
func (r *recorder) SetLineDash(p []vg.Length, _ vg.Length) { r.dashed = len(p) > 0 }
func (r *recorder) SetColor(c color.Color)                 { r.colour = color.RGBAModel.Convert(c).(color.RGBA) }
func (r *recorder) Rotate(float64)                         { r.odd = append(r.odd, "Rotate") }
func (r *recorder) Translate(vg.Point)                     { r.odd = append(r.odd, "Translate") }
func (r *recorder) Scale(float64, float64)                 { r.odd = append(r.odd, "Scale") }
func (r *recorder) DrawImage(vg.Rectangle, image.Image)    { r.odd = append(r.odd, "DrawImage") }
func (r *recorder) Push()                                  {}
func (r *recorder) Pop()                                   {}
func (r *recorder) Stroke(p vg.Path)                       { r.shape(opStroke, p, r.width/2) }
func (r *recorder) Fill(p vg.Path)                         { r.shape(opFill, p, 0) }

// shape records each part of a path by itself.
func (r *recorder) shape(kind opKind, p vg.Path, around float64) {
	from := 0
	for i := range p {
		if i > from && p[i].Type == vg.MoveComp {
			r.part(kind, p[from:i], around)
			from = i
		}
	}
	r.part(kind, p[from:], around)
}

func (r *recorder) part(kind opKind, p vg.Path, around float64) {
	o := op{kind: kind, colour: r.colour, width: r.width, dashed: r.dashed, box: box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}}
	grow := func(x, y float64) {
		o.box = box{min(o.box.x0, x), min(o.box.y0, y), max(o.box.x1, x), max(o.box.y1, y)}
	}
	for _, c := range p {
		if c.Type == vg.CloseComp {
			continue
		}
		x, y := float64(c.Pos.X), float64(c.Pos.Y)
		o.points = append(o.points, point{x, y})
		if c.Type == vg.ArcComp {
			grow(x-float64(c.Radius), y-float64(c.Radius))
			grow(x+float64(c.Radius), y+float64(c.Radius))
			continue
		}
		grow(x, y)
	}
	if kind == opStroke && len(p) > 0 && p[len(p)-1].Type == vg.CloseComp {
		o.points = append(o.points, o.points[0])
	}
	if len(o.points) == 2 && kind == opStroke { // a straight line with flat ends
		if o.box.x0 == o.box.x1 {
			o.box.x0, o.box.x1 = o.box.x0-around, o.box.x1+around
		} else {
			o.box.y0, o.box.y1 = o.box.y0-around, o.box.y1+around
		}
	} else {
		o.box = o.box.grown(around)
	}
	r.ops = append(r.ops, o)
}

// FillString records the box of the glyphs' ink.
func (r *recorder) FillString(f font.Face, at vg.Point, s string) {
	size, x, y := float64(f.Font.Size), float64(at.X), float64(at.Y)
	o := op{kind: opText, colour: r.colour, text: s, size: size, face: string(f.Font.Typeface), box: box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}}
	var buf sfnt.Buffer
	upm := fixed.Int26_6(f.Face.UnitsPerEm())
	em := func(v fixed.Int26_6) float64 { return float64(v) / float64(upm) * size }
	for _, c := range s {
		g, err := f.Face.GlyphIndex(&buf, c)
		if err != nil || g == 0 {
			r.odd = append(r.odd, fmt.Sprintf("no glyph for %q", c))
			continue
		}
		b, adv, err := f.Face.GlyphBounds(&buf, g, upm, xfont.HintingNone)
		if err != nil {
			r.odd = append(r.odd, err.Error())
			continue
		}
		if !b.Empty() {
			o.box = box{min(o.box.x0, x+em(b.Min.X)), min(o.box.y0, y-em(b.Max.Y)), max(o.box.x1, x+em(b.Max.X)), max(o.box.y1, y-em(b.Min.Y))}
		}
		x += em(adv)
	}
	if strings.TrimSpace(s) != "" {
		r.ops = append(r.ops, o)
	}
}

// script is what was drawn, for comparing by eye and by machine.
func (r *recorder) script() string {
	var b strings.Builder
	for _, o := range r.ops {
		c := fmt.Sprintf("#%02X%02X%02X", o.colour.R, o.colour.G, o.colour.B)
		switch o.kind {
		case opText:
			fmt.Fprintf(&b, "text %s %s %.1f at %.0f,%.0f %s\n", c, o.face, o.size, o.box.x0, o.box.y0, o.text)
		default:
			dash := ""
			if o.dashed && o.kind == opStroke {
				dash = " dashed"
			}
			fmt.Fprintf(&b, "%s %s%s %.0f,%.0f to %.0f,%.0f (%d points)\n", o.kind, c, dash, o.box.x0, o.box.y0, o.box.x1, o.box.y1, len(o.points))
		}
	}
	return b.String()
}
