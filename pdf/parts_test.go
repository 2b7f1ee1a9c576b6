package pdf

import (
	"testing"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
	"jianbao/internal/typeset"
)

// A slope chart and a heat table too high for a page go on on the next, and each
// part fits.
func TestPartsOfSlopesAndHeat(t *testing.T) {
	l := &layout{lang: briefing.Both, fam: fonts.Builtin(), sheet: newSheet(A4, 0), at: &element{role: "Document"}, sets: map[setKey]typeset.Line{}}
	page := l.sheet.body()
	figure := func(c briefing.Chart) []box {
		boxes, err := l.figure(&briefing.Figure{ID: "high", Title: both("很高的图", "A high chart"), Chart: c})
		if err != nil {
			t.Fatal(err)
		}
		return boxes
	}
	slope, heat := gallery.Slopes(70), gallery.Table(70, 12)
	for _, c := range []briefing.Chart{slope, heat} {
		boxes := figure(c)
		if len(boxes) < 2 {
			t.Errorf("%T of 70 rows stands in %d part", c, len(boxes))
		}
		for i, b := range boxes {
			if b.height > page {
				t.Errorf("part %d of %T is %.0f pt high", i+1, c, b.height)
			}
		}
	}
	for _, c := range []briefing.Chart{gallery.Slopes(8), gallery.Table(8, 12)} {
		if n := len(figure(c)); n != 1 {
			t.Errorf("%T of 8 rows stands in %d parts", c, n)
		}
	}
}
