package charts

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

var update = flag.Bool("update", false, "write the golden files anew")

var langs = []briefing.Lang{briefing.Both, briefing.Chinese, briefing.English}

// record draws a chart at a height chosen from its natural one.
func record(t testing.TB, c briefing.Chart, width float64, lang briefing.Lang, height func(natural, least float64) float64) (*recorder, box) {
	t.Helper()
	opt := Options{Lang: lang}
	l, err := lay(c, width, newTypist(opt))
	if err != nil {
		t.Fatal(err)
	}
	at := box{x0: 37, y0: 53, x1: 37 + width}
	at.y1 = at.y0 + height(float64(Height(c, vg.Length(width), opt)), l.least())
	r := new(recorder)
	err = Draw(r, vg.Rectangle{Min: vg.Point{X: vg.Length(at.x0), Y: vg.Length(at.y0)}, Max: vg.Point{X: vg.Length(at.x1), Y: vg.Length(at.y1)}}, c, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r, at
}

func natural(n, _ float64) float64 { return n }

// Whatever the chart, the width, the language and the height: words overlap no
// words, are crossed by no line and lie on no bar, nothing leaves the
// rectangle, and nothing is too small to read.
func TestNothingCollides(t *testing.T) {
	heights := map[string]func(n, l float64) float64{
		"natural": natural,
		"least":   func(_, l float64) float64 { return l },
		"tall":    func(n, _ float64) float64 { return 1.6 * n },
	}
	for _, e := range gallery.All() {
		t.Run(e.Name, func(t *testing.T) {
			for _, lang := range langs {
				for _, width := range []float64{150, 186, 229, 231, 320, 480} {
					for _, how := range []string{"natural", "least", "tall"} {
						r, at := record(t, e.Chart, width, lang, heights[how])
						for _, fault := range faults(r, at) {
							t.Errorf("%s, %v pt wide, %s height: %s", lang, width, how, fault)
						}
					}
				}
			}
		})
	}
}

// faults of a drawing within a rectangle.
func faults(r *recorder, at box) []string {
	var out []string
	complain := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	out = append(out, r.odd...)
	hair, paper := house().Hairline, house().Paper
	for i, o := range r.ops {
		slack := 0.6 // half a line
		if o.kind == opText {
			slack = 0.25 // overhang of letters such as V and f
		}
		if in := at.grown(slack); o.box.x0 < in.x0 || o.box.y0 < in.y0 || o.box.x1 > in.x1 || o.box.y1 > in.y1 {
			complain("%s %q at %.1f leaves %.1f", o.kind, o.text, o.box, at)
		}
		if o.kind != opText {
			continue
		}
		if o.size < 6 {
			complain("%q is set in %.1f pt", o.text, o.size)
		}
		ground, under := -1, paper // the last shape laid under these words
		for j, q := range r.ops {
			inner := o.box.grown(-0.15)
			switch {
			case q.kind == opText:
				if j > i && inner.meets(q.box) {
					complain("%q and %q overlap", o.text, q.text)
				}
			case q.kind == opFill && j < i && len(q.points) == 4:
				if b := q.box.grown(0.3); b.x0 <= o.box.x0 && b.x1 >= o.box.x1 && b.y0 <= o.box.y0 && b.y1 >= o.box.y1 {
					ground, under = j, q.colour
				}
			}
		}
		if c := Contrast(o.colour, under); c < WordContrast {
			complain("%q has a contrast of %.1f", o.text, c)
		}
		for j, q := range r.ops {
			inner := o.box.grown(-0.15)
			if j <= ground || q.kind == opText {
				continue
			}
			if q.kind == opFill && inner.meets(q.box) && (j > i || q.colour != paper) {
				complain("%q lies on a shape of %v at %.1f", o.text, q.colour, q.box)
			}
			if q.kind == opStroke && q.colour != hair && crossed(q, inner) {
				complain("%q is crossed by a line of %v", o.text, q.colour)
			}
		}
	}
	return out
}

// crossed reports whether a stroke enters a box.
func crossed(o op, b box) bool {
	for i := 1; i < len(o.points); i++ {
		p, q := o.points[i-1], o.points[i]
		const n = 64
		for k := 0; k <= n; k++ {
			f := float64(k) / n
			x, y := p.x+f*(q.x-p.x), p.y+f*(q.y-p.y)
			if x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1 {
				return true
			}
		}
	}
	return false
}

// The test above can fail.
func TestFaultsAreSeen(t *testing.T) {
	ty := newTypist(Options{})
	draw := func(f func(p *pen)) []string {
		r := new(recorder)
		f(&pen{cv: r, t: ty, in: box{0, 0, 100, 50}})
		return faults(r, box{0, 0, 100, 50})
	}
	word := ty.plain("增长 growth", ty.main())
	for name, f := range map[string]func(p *pen){
		"overlap": func(p *pen) { p.text(word, 10, 30, 0); p.text(word, 20, 33, 0) },
		"outside": func(p *pen) { p.text(word, 70, 30, 0) },
		"crossed": func(p *pen) { p.text(word, 10, 30, 0); p.line(ty.theme.Ink, 1, point{0, 26}, point{100, 26}) },
		"covered": func(p *pen) { p.text(word, 10, 30, 0); p.rect(ty.theme.Paper, box{0, 0, 50, 50}) },
		"small":   func(p *pen) { p.text(ty.plain("x", ty.tick().sized(5)), 10, 30, 0) },
	} {
		if len(draw(f)) == 0 {
			t.Errorf("%s: not seen", name)
		}
	}
	if got := draw(func(p *pen) { p.line(ty.theme.Ink, 1, point{0, 26}, point{100, 26}); p.over(word, 10, 30, 0) }); len(got) > 0 {
		t.Errorf("words on their own ground: %v", got)
	}
}

// Every exhibit is drawn as it was, shape by shape and word by word.
func TestGolden(t *testing.T) {
	kept := map[string]bool{}
	for _, e := range gallery.All() {
		r, _ := record(t, e.Chart, 320, briefing.Both, natural)
		name := e.Name + ".txt"
		kept[name] = true
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, []byte(r.script()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.script(); got != string(want) {
			t.Errorf("%s differs from %s: %s", e.Name, file, firstDifference(got, string(want)))
		}
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !kept[f.Name()] {
			t.Errorf("testdata/%s is of no exhibit", f.Name())
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// Each language setting shows its own words and no others.
func TestLanguages(t *testing.T) {
	for _, e := range gallery.All() {
		if e.Name == "ranked-long-names" || e.Name == "implied-6" { // names without a translation
			continue
		}
		zh, _ := record(t, e.Chart, 320, briefing.Chinese, natural)
		for _, o := range zh.ops {
			if strings.ContainsAny(o.text, "abcdefghijklmnopqrstuvwxyz") {
				t.Errorf("%s: English in a Chinese chart: %q", e.Name, o.text)
			}
		}
		en, _ := record(t, e.Chart, 320, briefing.English, natural)
		for _, o := range en.ops {
			for _, c := range o.text {
				if c >= 0x4E00 && c < 0xA000 {
					t.Errorf("%s: Chinese in an English chart: %q", e.Name, o.text)
					break
				}
			}
		}
	}
}

func TestJoined(t *testing.T) {
	ty := newTypist(Options{})
	for _, c := range []struct{ zh, en, want string }{
		{"目标18%", "target 18%", "目标 target 18%"},
		{"目标7%—9%", "target 7%–9%", "目标 target 7%—9%"},
		{"目标7%左右", "target about 7%", "目标7%左右 target about 7%"},
		{"同比（%）", "year on year (%)", "同比 year on year (%)"},
		{"同比（%）", "year on year", "同比（%） year on year"},
		{"14533", "14,533", "14533"},
		{"−5", "−5", "−5"},
		{"目标−5%", "target −5%", "目标 target −5%"},
		{"当月值", "", "当月值"},
		{"", "month", "month"},
		{"5%", "of 5%", "5% of 5%"},
		{"7%—9%", "7%–9%", "7%—9%"},
		{"6.5%以上", "6.5% or more", "6.5%以上 or more"},
	} {
		if got := ty.joined(gallery.Text(c.zh, c.en)); got != c.want {
			t.Errorf("joined(%q, %q) = %q, want %q", c.zh, c.en, got, c.want)
		}
	}
}

func TestTooSmallIsAnError(t *testing.T) {
	rect := vg.Rectangle{Max: vg.Point{X: 300, Y: 20}}
	for _, c := range []briefing.Chart{gallery.Jingyue, gallery.Bullets(), gallery.Pairs(), gallery.Growth(gallery.Months(2022, 12), gallery.Wave(12, 1, 1, 1), nil, 0)} {
		if err := Draw(new(recorder), rect, c, Options{}); err == nil {
			t.Errorf("%T is drawn into a height of 20 pt", c)
		}
		for _, w := range []float64{0, -5, 40, math.NaN()} {
			if h := Height(c, vg.Length(w), Options{}); h != 0 {
				t.Errorf("%T has a height of %v at a width of %v", c, h, w)
			}
		}
	}
	if err := Draw(new(recorder), rect, nil, Options{}); err == nil {
		t.Error("a chart of no kind is drawn")
	}
}

// Values that no statistician has seen neither stop the program nor leave the
// chart.
func TestExtremes(t *testing.T) {
	values := []float64{1e99, -1e99, 5e-324, math.NaN(), math.Inf(1), math.Inf(-1), 1e13, 1e13 + 1e-3, 0, 1e300}
	for _, a := range values {
		for _, b := range values {
			da, db := gallery.Percent(a), gallery.Percent(b)
			da.Label, db.Label = gallery.Same("a"), gallery.Same("b")
			e := da
			charts := []briefing.Chart{
				&briefing.Spark{Data: []briefing.Datum{da, db, da, da, db}},
				gallery.Growth(gallery.Months(2023, 2), []briefing.Datum{da, db}, []briefing.Datum{db, da}, 5),
				&briefing.Growth{Slots: gallery.Years(2022, 2), Line: []briefing.Datum{da, db}, Target: &briefing.TargetMark{Value: a}, LineMin: b, LineMax: a},
				&briefing.Ranked{Rows: []briefing.RankedRow{{Datum: da, Ref: -1}, {Datum: db, Ref: -1}}},
				&briefing.Targets{Elapsed: &e, Rows: []briefing.TargetRow{{Actual: da, Target: db, Upper: da, Bound: "range"}, {Actual: db, Target: da, Bound: "at-most"}}},
				&briefing.Implied{Rows: []briefing.ImpliedRow{{Base: da, Target: db}}},
			}
			for _, c := range charts {
				r, at := record(t, c, 240, briefing.Both, natural)
				for _, o := range r.ops {
					if in := at.grown(6); !(o.box.x0 >= in.x0 && o.box.y0 >= in.y0 && o.box.x1 <= in.x1 && o.box.y1 <= in.y1) {
						t.Fatalf("%T of %v and %v: %s %q at %v", c, a, b, o.kind, o.text, o.box)
					}
				}
			}
		}
	}
}

func TestEmptyAndUnequal(t *testing.T) {
	for _, c := range []briefing.Chart{&briefing.Ranked{}, &briefing.Targets{}, &briefing.Implied{}, &briefing.Spark{}} {
		record(t, c, 240, briefing.Both, natural)
	}
	for _, c := range []briefing.Chart{
		&briefing.Growth{},
		gallery.Growth(gallery.Months(2022, 3), gallery.Wave(2, 1, 1, 1), nil, 0),
		gallery.Growth(gallery.Months(2022, 3), gallery.Wave(3, 1, 1, 1), gallery.Wave(4, 1, 1, 1), 0),
	} {
		if err := Draw(new(recorder), vg.Rectangle{Max: vg.Point{X: 300, Y: 300}}, c, Options{}); err == nil {
			t.Errorf("%+v is drawn", c)
		}
	}
}
