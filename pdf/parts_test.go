package pdf

import (
	"slices"
	"testing"

	"jianbao/charts"
	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
	"jianbao/internal/typeset"
)

// A slope chart and a heat table too high for a page go on on the next: no row is
// lost, each part fits, and all share one scale or its shades.
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
	var names []string
	thirds := []briefing.Part{{First: 0, End: 20}, {First: 20, End: 50}, {First: 50, End: 70}}
	first := partOf(slope, thirds[0]).(*briefing.Slope)
	rows := 0
	for _, part := range thirds {
		s := partOf(slope, part).(*briefing.Slope)
		if s.Min != first.Min || s.Max != first.Max || s.Max < 8 {
			t.Errorf("a scale from %v to %v, of the first part from %v to %v", s.Min, s.Max, first.Min, first.Max)
		}
		for _, r := range s.Rows {
			names = append(names, r.Name.ZH)
		}
		h := partOf(heat, part).(*briefing.Heat)
		if rows += len(h.Rows); h.Step != charts.ShadeStep(heat) {
			t.Errorf("shades in steps of %v, of the whole %v", h.Step, charts.ShadeStep(heat))
		}
	}
	var want []string
	for _, r := range slope.ByChange() {
		want = append(want, r.Name.ZH)
	}
	if !slices.Equal(names, want) {
		t.Errorf("rows %v, want %v", names, want)
	}
	if rows != 70 {
		t.Errorf("%d rows, want 70", rows)
	}
}
