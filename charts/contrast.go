package charts

import (
	"image/color"
	"math"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.RGBA) float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Contrast is the contrast ratio of WCAG 2, 1 to 21.
func Contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// Contrasts that WCAG 2.1 asks for, of words (1.4.3) and of marks (1.4.11).
const (
	WordContrast = 4.5
	MarkContrast = 3.0
)

// edge is edgeOf on the chart's paper, kept for the colours that have been asked for.
func (p *pen) edge(c color.RGBA) color.RGBA {
	for _, e := range p.edges {
		if e[0] == c {
			return e[1]
		}
	}
	e := edgeOf(c, p.t.theme.Paper)
	p.edges = append(p.edges, [2]color.RGBA{c, e})
	return e
}

// edgeOf is c itself where it stands out against paper, else c darkened until it
// does: pale shapes are drawn with such an edge.
func edgeOf(c, paper color.RGBA) color.RGBA {
	for range 40 {
		if Contrast(c, paper) >= MarkContrast+0.05 {
			break
		}
		c = color.RGBA{uint8(float64(c.R) * 0.94), uint8(float64(c.G) * 0.94), uint8(float64(c.B) * 0.94), 0xFF}
	}
	return c
}

// on is the colour of words on a ground: ink, or paper where ink would not be
// read.
func (t Theme) on(ground color.RGBA) color.RGBA {
	if Contrast(t.Ink, ground) >= WordContrast || Contrast(t.Ink, ground) >= Contrast(t.Paper, ground) {
		return t.Ink
	}
	return t.Paper
}
