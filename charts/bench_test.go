package charts

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
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
	many := gallery.With(gallery.Bullets(), func(c *briefing.Targets) {
		for len(c.Rows) < 60 {
			c.Rows = append(c.Rows, c.Rows[len(c.Rows)%8])
		}
	})
	implied := gallery.With(gallery.Pairs(), func(c *briefing.Implied) {
		for len(c.Rows) < 60 {
			c.Rows = append(c.Rows, c.Rows[len(c.Rows)%2])
		}
	})
	for _, e := range []gallery.Exhibit{
		{Name: "spark", Chart: &briefing.Spark{Data: gallery.Wave(60, 10, 3, 1)}},
		{Name: "growth", Chart: gallery.Growth(gallery.Months(2019, 60), gallery.Wave(60, 320, 80, 2), gallery.Rates(60, 10, 8, 2), 5)},
		{Name: "ranked", Chart: gallery.Ranks(60, func(i int) float64 { return float64(100 - i) })},
		{Name: "targets", Chart: many},
		{Name: "implied", Chart: implied},
		{Name: "lines", Chart: gallery.Fan(4, 60)},
		{Name: "stack", Chart: gallery.Contributions(gallery.Months(2019, 60), 4)},
		{Name: "slope", Chart: gallery.Slopes(30)},
		{Name: "heat", Chart: gallery.Table(5, 12)},
		{Name: "panels", Chart: gallery.Multiples(6, 60, true)},
	} {
		b.Run(e.Name, func(b *testing.B) {
			b.ReportAllocs()
			w := vg.Length(320)
			h := Height(e.Chart, w, Options{})
			for b.Loop() {
				if err := Draw(nothing{}, vg.Rectangle{Max: vg.Point{X: w, Y: h}}, e.Chart, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSVG(b *testing.B) {
	b.ReportAllocs()
	f := figureOf(gallery.Exhibit{Name: "ranked", Chart: gallery.Jingyue})
	for b.Loop() {
		var buf bytes.Buffer
		if err := SVG(&buf, f, 480, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
