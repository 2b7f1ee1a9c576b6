package pdf

import (
	"math"
	"strings"
	"testing"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

func newTestLayout(lang briefing.Lang) *layout {
	l := &layout{b: hard(1, 2), lang: lang, fam: fonts.Builtin(), col: paletteOf(Options{}.Theme), sheet: newSheet(A4, 0), sets: map[setKey]typeset.Line{}, doc: &element{role: "Document"}}
	l.at, l.upright = l.doc, l.sheet
	return l
}

// The name of the issuer takes most of the width, on one line where it can; all in
// the head stands in the middle; the number is in one piece.
func TestRedHead(t *testing.T) {
	l := newTestLayout(briefing.Both)
	for n := 2; n <= 40; n++ {
		lines, size := l.redName(strings.Repeat("统", n))
		if n <= 16 && len(lines) != 1 || size < redLeast || size > redLargest {
			t.Errorf("%d hanzi on %d lines in %.1f points", n, len(lines), size)
		}
		if share := lines[0].Width / l.sheet.content; n >= 5 && n <= 16 && (share < 0.75 || share > 0.9) {
			t.Errorf("%d hanzi take %.2f of the width", n, share)
		}
	}
	b := hard(1, 2)
	b.Issuer = both("云岚市统计局", "Yunlan Municipal Bureau of Statistics")
	for _, lang := range languages {
		pages, err := layoutBriefing(b, Options{Lang: lang, Fonts: fonts.Builtin(), Design: Design{RedHead: true, Number: "〔2024〕12号", Logo: testLogo(t)}})
		if err != nil {
			t.Fatal(err)
		}
		sh := pages[0].sheet
		lines := map[float64][2]float64{} // from where to where, by baseline
		ruleAt, number := 0.0, ""
		for _, o := range pages[0].ops {
			switch o := o.(type) {
			case pathOp:
				if o.col == red && ruleAt == 0 {
					ruleAt = o.steps[0].p[1]
				}
				if !o.fill && o.width > 1 && o.col == l.col.ink && ruleAt > 0 && o.steps[0].p[1] < ruleAt+80 {
					t.Errorf("%s: a black rule at %.0f", lang, o.steps[0].p[1])
				}
			case textOp:
				if ruleAt == 0 || o.size == titleSize || o.size == numberSize && o.y < ruleAt+60 {
					end := o.x + o.face.Width(o.s, o.size)
					at, ok := lines[o.y]
					if !ok {
						at = [2]float64{o.x, end}
					}
					lines[o.y] = [2]float64{min(at[0], o.x), max(at[1], end)}
				}
				if strings.Contains(o.s, "2024") && ruleAt == 0 {
					number += o.s
				}
			}
		}
		for y, at := range lines {
			if off := (at[0]+at[1])/2 - sh.left - sh.content/2; math.Abs(off) > 2 {
				t.Errorf("%s: what stands at %.0f is %.1f points off the middle", lang, y, off)
			}
		}
		if number != "〔2024〕12号" {
			t.Errorf("%s: the number is %q", lang, number)
		}
	}
}

// Long watermarks are broken before they are small.
func TestLongWatermarks(t *testing.T) {
	for _, words := range []briefing.Text{Draft, both(strings.Repeat("内部资料", 6), "For internal use only, not for circulation outside"), both(strings.Repeat("密", 30), "")} {
		l := newTestLayout(briefing.Both)
		l.design.Watermark = words
		best := 0.0
		for _, try := range l.markWords() {
			best = max(best, l.markSize(l.sheet, try, math.Sqrt2/2, math.Sqrt2/2))
		}
		if best < 30 {
			t.Errorf("%q is set in %.1f points", words, best)
		}
	}
}

// Sparklines have one place, or are left out.
func TestPlacesOfSparklines(t *testing.T) {
	room := func(beside, below float64) tile { return tile{history: true, beside: beside, below: below} }
	for name, c := range map[string]struct {
		all   []tile
		under bool
		at    sparkPlace
		drawn int
	}{
		"beside":     {[]tile{room(40, 0), room(30, 50), {}}, true, sparkBeside, 2},
		"below":      {[]tile{room(0, 40), room(30, 50)}, true, sparkBelow, 2},
		"under":      {[]tile{room(0, 40), room(30, 0)}, true, sparkUnder, 2},
		"no room":    {[]tile{room(0, 40), room(30, 0)}, false, 0, 0},
		"one is out": {[]tile{room(30, 40), room(30, 0), room(40, 0), room(0, 0)}, false, sparkBeside, 3},
	} {
		placeSparks(c.all, 100, c.under)
		drawn, width := 0, 0.0
		for _, x := range c.all {
			if x.spark == 0 {
				continue
			}
			if drawn++; x.at != c.at || width > 0 && x.spark != width {
				t.Errorf("%s: at %d, %.0f wide", name, x.at, x.spark)
			}
			width = x.spark
		}
		if drawn != c.drawn {
			t.Errorf("%s: %d are drawn, want %d", name, drawn, c.drawn)
		}
	}
}
