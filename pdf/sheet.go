package pdf

import (
	"image/color"

	"jianbao/charts"
)

// Lengths are in points, y grows downwards from the top of the page.
const mm = 72 / 25.4

// Paper is a size of paper, upright.
type Paper struct{ Width, Height float64 }

// Sizes of paper (ISO 216; ANSI/ASME Y14.1). The zero Paper stands for A4.
var (
	A4     = Paper{595.28, 841.89}
	A3     = Paper{841.89, 1190.55}
	Letter = Paper{612, 792}
)

// sheet is where things may stand on a page.
type sheet struct {
	width, height float64
	left, top     float64 // margins
	content       float64 // width of the text
	bottom        float64 // of the text
	footer        float64 // top of what stands at the foot
	binding       float64 // kept free within the inner margin
	onSide        bool    // the paper is on its side, its head at the binding
}

const (
	marginSide = 18 * mm
	marginTop  = 16 * mm
	gutter     = 24 // between columns
)

// newSheet lays out a page of a paper, with so much of its width kept for binding.
func newSheet(p Paper, binding float64) *sheet {
	if p == (Paper{}) {
		p = A4
	}
	footer := p.Height - 15*mm
	return &sheet{
		width: p.Width, height: p.Height, left: marginSide + binding, top: marginTop,
		content: p.Width - 2*marginSide - binding, footer: footer, bottom: footer - 5*mm, binding: binding,
	}
}

// turned is the same paper on its side. The margin for binding is then at its top.
func (s *sheet) turned() *sheet {
	t := newSheet(Paper{s.height, s.width}, 0)
	t.top += s.binding
	t.binding, t.onSide = s.binding, true
	return t
}

// column is one of two equal columns.
func (s *sheet) column() float64 { return (s.content - gutter) / 2 }

// zh and en are the widths of parallel prose: English takes more room than the
// Chinese it answers. enLeft is where that starts.
func (s *sheet) zh() float64     { return 0.45 * (s.content - gutter) }
func (s *sheet) en() float64     { return s.content - gutter - s.zh() }
func (s *sheet) enLeft() float64 { return s.left + s.zh() + gutter }

// body is the height that a page has for its text.
func (s *sheet) body() float64 { return s.bottom - s.top }

type rgb struct{ r, g, b uint8 }

// palette is the colours of a page.
type palette struct{ ink, secondary, hairline, accent, target, ahead, behind rgb }

// paletteOf takes the colours of charts for the page around them.
func paletteOf(t charts.Theme) palette {
	t = t.OrHouse()
	of := func(c color.RGBA) rgb { return rgb{c.R, c.G, c.B} }
	return palette{of(t.Ink), of(t.Secondary), of(t.Hairline), of(t.Emphasis), of(t.Target), of(t.Ahead), of(t.Behind)}
}
