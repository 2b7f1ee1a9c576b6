package pdf

import (
	"fmt"
	"image"
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"jianbao/charts"
	"jianbao/internal/briefing"
)

// Charts may be drawn lower or higher than their natural height, so that pages
// are full: a little, so that nobody sees that they are.
const (
	lower  = 0.18
	higher = 0.25
)

// elastic is by how much charts beside each other, of natural heights at a width,
// may be lower and higher together. The first is found out when it is asked for.
func (l *layout) elastic(cs []briefing.Chart, heights []float64, width float64) (give func() float64, take float64) {
	tallest := 0.0
	for _, h := range heights {
		tallest = max(tallest, h)
	}
	asked, least := false, 0.0
	give = func() float64 {
		if !asked {
			asked = true
			for _, share := range []float64{lower, lower / 2} {
				if by := share * tallest; l.drawable(cs, heights, width, tallest, -by) {
					least = by
					break
				}
			}
		}
		return least
	}
	return give, higher * tallest
}

// heightOf is the height of a chart of a natural height in a row that is higher
// by so much: the highest charts give or take, the others only where they must.
func heightOf(natural, tallest, by float64) float64 {
	if by < 0 {
		return min(natural, tallest+by)
	}
	return natural * (1 + by/tallest)
}

// drawable reports whether charts can be drawn so much higher.
func (l *layout) drawable(cs []briefing.Chart, heights []float64, width, tallest, by float64) bool {
	for i, c := range cs {
		at := vg.Rectangle{Max: vg.Point{X: vg.Length(width), Y: vg.Length(heightOf(heights[i], tallest, by))}}
		if charts.Draw(nowhere{}, at, c, l.chartOptions()) != nil {
			return false
		}
	}
	return true
}

// nowhere is a canvas that draws nothing.
type nowhere struct{}

func (nowhere) SetLineWidth(vg.Length)                 {}
func (nowhere) SetLineDash([]vg.Length, vg.Length)     {}
func (nowhere) SetColor(color.Color)                   {}
func (nowhere) Rotate(float64)                         {}
func (nowhere) Translate(vg.Point)                     {}
func (nowhere) Scale(float64, float64)                 {}
func (nowhere) Push()                                  {}
func (nowhere) Pop()                                   {}
func (nowhere) Stroke(vg.Path)                         {}
func (nowhere) Fill(vg.Path)                           {}
func (nowhere) FillString(font.Face, vg.Point, string) {}
func (nowhere) DrawImage(vg.Rectangle, image.Image)    {}

// named is the anchor of a figure or table.
func (l *layout) named(title briefing.Text) []anchor {
	if title.IsZero() || title == l.under {
		return nil
	}
	l.names++
	return []anchor{{id: fmt.Sprintf("%d-of-%d", l.names, l.part), title: inline(title, l.lang), level: 2}}
}

// titled reports whether the heading of its section is a figure's title.
func (l *layout) titled(f *briefing.Figure) bool { return f.Title == l.under }
