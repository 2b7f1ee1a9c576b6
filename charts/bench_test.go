package charts

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
)

// nothing is a canvas that takes everything and keeps nothing.
type nothing struct{}

func (nothing) SetLineWidth(vg.Length)                 {}
func (nothing) SetLineDash([]vg.Length, vg.Length)     {}
func (nothing) SetColor(color.Color)                   {}
func (nothing) Rotate(float64)                         {}
func (nothing) Translate(vg.Point)                     {}
func (nothing) Scale(float64, float64)                 {}
func (nothing) Push()                                  {}
func (nothing) Pop()                                   {}
func (nothing) Stroke(vg.Path)                         {}
func (nothing) Fill(vg.Path)                           {}
func (nothing) FillString(font.Face, vg.Point, string) {}
func (nothing) DrawImage(vg.Rectangle, image.Image)    {}

func BenchmarkDraw(b *testing.B) {
	many := with(bullets(), func(c *briefing.Targets) {
		for len(c.Rows) < 60 {
			c.Rows = append(c.Rows, c.Rows[len(c.Rows)%8])
		}
	})
	implied := with(pairs(), func(c *briefing.Implied) {
		for len(c.Rows) < 60 {
			c.Rows = append(c.Rows, c.Rows[len(c.Rows)%2])
		}
	})
	for _, e := range []exhibit{
		{"spark", &briefing.Spark{Data: wave(60, 10, 3, 1)}},
		{"growth", growthOf(months(2019, 60), wave(60, 320, 80, 2), rates(60, 10, 8, 2), 5)},
		{"ranked", ranks(60, func(i int) float64 { return float64(100 - i) })},
		{"targets", many},
		{"implied", implied},
	} {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			w := vg.Length(320)
			h := Height(e.chart, w, Options{})
			for b.Loop() {
				if err := Draw(nothing{}, vg.Rectangle{Max: vg.Point{X: w, Y: h}}, e.chart, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSVG(b *testing.B) {
	b.ReportAllocs()
	f := figureOf(exhibit{"ranked", jingyue})
	for b.Loop() {
		var buf bytes.Buffer
		if err := SVG(&buf, f, 480, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
