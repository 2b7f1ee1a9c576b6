package charts

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

// eyes are how colours look to readers: each maps linear RGB. Deuteranopia and
// protanopia after Machado, Oliveira and Fernandes (2009), severity 1.
var eyes = map[string][3][3]float64{
	"all colours":  {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"grey":         {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

// lab is CIE L*a*b* (D65) of a colour as the eye sees it.
func lab(c color.RGBA, eye [3][3]float64) [3]float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	in := [3]float64{lin(c.R), lin(c.G), lin(c.B)}
	var s [3]float64
	for i := range s {
		for k := range in {
			s[i] += eye[i][k] * in[k]
		}
		s[i] = min(max(s[i], 0), 1)
	}
	x := (0.4124*s[0] + 0.3576*s[1] + 0.1805*s[2]) / 0.95047
	y := 0.2126*s[0] + 0.7152*s[1] + 0.0722*s[2]
	z := (0.0193*s[0] + 0.1192*s[1] + 0.9505*s[2]) / 1.08883
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	return [3]float64{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

// apartFor is the distance (CIE 1976) of two colours to an eye.
func apartFor(a, b color.RGBA, eye [3][3]float64) float64 {
	p, q := lab(a, eye), lab(b, eye)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

// toldApart is a distance that is seen at a glance; 2.3 is just noticeable.
const toldApart = 8

// heavier is how many times as wide a line must be to look it.
const heavier = 1.5

// Whoever looks: each pair of series, of parts and of shades differs, by its
// colour to that eye, by its dashes or hatching, or by its weight.
func TestPairsAreToldApart(t *testing.T) {
	th := house()
	type look struct {
		name    string
		colour  color.RGBA
		pattern string
		width   float64 // of a line; 0 where widths say nothing
	}
	sets := map[string][]look{}
	add := func(set, name string, c color.RGBA, pattern string) {
		sets[set] = append(sets[set], look{name, c, pattern, 0})
	}
	for n := range mostLines {
		s := th.series(n, false)
		add("series", fmt.Sprint(n), s.colour, fmt.Sprint(s.dash))
	}
	// Dense lines have no dashes; each width is one of strokes, with and without
	// emphasis on the first.
	for _, set := range []string{"dense", "dense, one emphasised"} {
		many := make([]briefing.Series, mostLines)
		for i := range many {
			many[i].Data = make([]briefing.Datum, mostDashed+1)
		}
		many[3].Emphasis = set != "dense"
		for i, s := range newTypist(Options{}).strokes(many) {
			sets[set] = append(sets[set], look{fmt.Sprint(i), s.colour, fmt.Sprint(s.dash), s.width})
		}
	}
	past := make([]briefing.Datum, mostDashed+1)
	for i, s := range newTypist(Options{}).strokes([]briefing.Series{{Data: past, Role: briefing.RolePast}, {Data: past, Role: briefing.RolePlan}, {Data: past, Emphasis: true}}) {
		sets["dense path"] = append(sets["dense path"], look{fmt.Sprint(i), s.colour, fmt.Sprint(s.dash), s.width})
	}
	for i, s := range newTypist(Options{}).strokes([]briefing.Series{{Role: briefing.RolePast}, {Role: briefing.RolePlan}, {Emphasis: true}}) {
		add("path", fmt.Sprint(i), s.colour, fmt.Sprint(s.dash))
	}
	for n := range mostParts {
		add("parts", fmt.Sprint(n), th.part(n), "")
	}
	for l := -shades; l <= shades; l++ {
		add("shades", fmt.Sprint(l), th.heat(l), fmt.Sprint(l < 0)) // hatched, or with a minus sign
	}
	add("bars", "bar", th.Bar, "")
	add("bars", "latest", th.Emphasis, "")
	add("bars", "target", th.Target, "mark")
	for set, looks := range sets {
		for i, a := range looks {
			for _, b := range looks[:i] {
				for name, eye := range eyes {
					if d := apartFor(a.colour, b.colour, eye); d < toldApart && a.pattern == b.pattern && max(a.width, b.width) < heavier*min(a.width, b.width)+1e-9 {
						t.Errorf("%s %s and %s are %.1f apart for %s, and have one pattern", set, b.name, a.name, d, name)
					}
				}
			}
		}
	}
}

// Every mark stands out against the paper with a contrast of 3, by itself or by
// its edge; a cell with a number in it need not.
func TestMarksStandOut(t *testing.T) {
	for _, e := range gallery.All() {
		for _, width := range []float64{186, 320} {
			r, _ := record(t, e.Chart, width, briefing.Both, natural)
			for _, fault := range pale(r) {
				t.Errorf("%s, %v pt: %s", e.Name, width, fault)
			}
		}
	}
}

func pale(r *recorder) []string {
	var out []string
	th := house()
	for i, o := range r.ops {
		if o.kind == opText || o.colour == th.Paper || o.colour == th.Hairline || Contrast(o.colour, th.Paper) >= MarkContrast {
			continue
		}
		seen := false
		for j, q := range r.ops {
			switch {
			case j == i:
			case q.kind == opFill: // light lines on something dark
				b := q.box.grown(0.3)
				inside := b.x0 <= o.box.x0 && b.x1 >= o.box.x1 && b.y0 <= o.box.y0 && b.y1 >= o.box.y1
				seen = seen || o.kind == opStroke && j < i && inside && Contrast(o.colour, q.colour) >= MarkContrast
			case q.kind == opText:
				seen = seen || o.box.grown(0.5).meets(q.box) && j > i
			case Contrast(q.colour, th.Paper) >= MarkContrast:
				near := func(a, b float64) bool { return math.Abs(a-b) < 1 }
				seen = seen || near(q.box.x0, o.box.x0) && near(q.box.x1, o.box.x1) && near(q.box.y1, o.box.y1)
			}
		}
		if !seen {
			out = append(out, fmt.Sprintf("%s of %v at %.0f is too pale", o.kind, o.colour, o.box))
		}
	}
	return out
}

func TestPaleMarksAreSeen(t *testing.T) {
	r := new(recorder)
	p := &pen{cv: r, t: newTypist(Options{})}
	p.rect(rgb(0x8FB3D1), box{0, 0, 10, 10})
	if len(pale(r)) != 1 {
		t.Error("a pale bar without an edge passes")
	}
	r = new(recorder)
	p.cv = r
	p.bar(rgb(0x8FB3D1), box{0, 0, 10, 10}, false)
	if got := pale(r); len(got) != 0 {
		t.Errorf("a bar with an edge: %v", got)
	}
}
