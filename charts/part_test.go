package charts

import (
	"strings"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

// A part of a chart stands in the columns and on the scale of the whole, and shows
// its own rows and no others.
func TestParts(t *testing.T) {
	part := briefing.Part{First: 10, End: 20}
	ranked := gallery.Ranks(30, func(i int) float64 { return float64(300 - 9*i) })
	slope, heat := gallery.Slopes(30), gallery.Table(30, 12)
	var rankedNames, slopeNames, heatNames []string
	for _, r := range ranked.Rows {
		rankedNames = append(rankedNames, r.Name.ZH)
	}
	for _, r := range slope.ByChange() {
		slopeNames = append(slopeNames, r.Name.ZH)
	}
	for _, r := range heat.Rows {
		heatNames = append(heatNames, r.Name.ZH)
	}
	rankedPart, slopePart, heatPart := *ranked, *slope, *heat
	rankedPart.Part, slopePart.Part, heatPart.Part = part, part, part
	slopePart.Form = briefing.FormDumbbells
	for _, c := range []struct {
		whole, part briefing.Chart
		names       []string
	}{{ranked, &rankedPart, rankedNames}, {slope, &slopePart, slopeNames}, {heat, &heatPart, heatNames}} {
		whole, _ := record(t, c.whole, 480, briefing.Chinese, natural)
		some, _ := record(t, c.part, 480, briefing.Chinese, natural)
		all, shown := textOf(whole), textOf(some)
		for i, n := range c.names {
			n = strings.ReplaceAll(n, " ", "")
			if !strings.Contains(all, n) {
				t.Fatalf("%T: the whole lacks %q", c.whole, n)
			}
			if want := i >= part.First && i < part.End; strings.Contains(shown, n) != want && strings.Count(strings.Join(c.names, "|"), n) == 1 {
				t.Errorf("%T: row %d, %q: shown %v", c.part, i, n, !want)
			}
		}
		places := func(r *recorder) map[int]bool {
			at := map[int]bool{}
			for _, o := range r.ops {
				if o.kind == opText && (o.text == "2" || o.text == "4" || o.text == "100" || o.text == "200") {
					at[int(10*o.box.x0)] = true
				}
			}
			return at
		}
		for x := range places(some) {
			if !places(whole)[x] {
				t.Errorf("%T: a label of the scale stands elsewhere than in the whole", c.part)
			}
		}
	}
}

func textOf(r *recorder) string {
	var b strings.Builder
	for _, o := range r.ops {
		if o.kind == opText {
			b.WriteString(strings.ReplaceAll(o.text, " ", ""))
		}
	}
	return b.String()
}
