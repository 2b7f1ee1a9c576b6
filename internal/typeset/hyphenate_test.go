package typeset

import (
	"math"
	"strings"
	"testing"

	"jianbao/fonts"
)

func TestDivisions(t *testing.T) {
	for _, want := range []string{"hy-phen-a-tion", "stat-ist-ics", "in-vest-ment", "uni-ver-sity", "through-out", "growth", "in-dus-trial", "pro-vin-cial", "pop-u-la-tion", "man-u-fac-tur-ing"} {
		word := strings.ReplaceAll(want, "-", "")
		got, from := "", 0
		for _, at := range divisions(word) {
			got, from = got+word[from:at]+"-", at
		}
		t.Log(got + word[from:])
	}
	if len(patternFile) > 100<<10 || !strings.Contains(patternFile, "Permission is hereby granted") {
		t.Error("the pattern file is too large or has lost its licence")
	}
}

// Words are divided only where lines would be short, never the wrong ones, and
// never in three lines in a row.
func TestHyphens(t *testing.T) {
	fam := fonts.Builtin()
	for _, s := range corpus(t) {
		if !english(s) {
			continue
		}
		for width := 100.0; width < 480; width += 12 {
			ladder := 0
			got := Break(fam, []Span{{Text: s, Style: Style{fonts.Regular, 9}}}, width, Options{Hyphenate: true})
			for n, l := range got {
				last := l.Pieces[len(l.Pieces)-1]
				if !last.Hyphen {
					ladder = 0
					continue
				}
				if ladder++; ladder > 2 {
					t.Errorf("at %v %d lines in a row end in a hyphen: %q", width, ladder, plain(l))
				}
				if end := last.X + last.Face.Width("-", last.Size); last.Text != "-" || math.Abs(end-l.Width) > 0.01 {
					t.Errorf("hyphen %+v in a line %v wide", last, l.Width)
				}
				text, next := plain(l), plain(got[n+1])
				word := text[strings.LastIndexAny(text, " (“‘")+1:] + next[:strings.IndexAny(next+" ", " ,.;)")]
				if strings.ContainsAny(word, "0123456789-/") || len(word) < 6 {
					t.Errorf("%q was divided", word)
				}
			}
		}
	}
}

// Where the lines are full anyway nothing is divided.
func TestNoNeedlessHyphens(t *testing.T) {
	s := strings.Repeat("investment in the zone went up as it had for years; ", 8)
	for _, l := range Break(fonts.Builtin(), []Span{{Text: s, Style: ten}}, 320, Options{Hyphenate: true}) {
		if l.Pieces[len(l.Pieces)-1].Hyphen {
			t.Errorf("needless hyphen: %q", plain(l))
		}
	}
}

func TestSoftHyphen(t *testing.T) {
	got := Break(fonts.Builtin(), []Span{{Text: "inter\u00adnational\u00adisation", Style: ten}}, 66, Options{})
	if len(got) != 2 || plain(got[0]) != "international" {
		t.Fatalf("lines %+v", got)
	}
	for n, l := range got {
		if hyphened := l.Pieces[len(l.Pieces)-1].Hyphen; hyphened != (n == 0) {
			t.Errorf("line %d: hyphen %v", n, hyphened)
		}
		if l.Width > 66 {
			t.Errorf("line %d is %v wide", n, l.Width)
		}
	}
	if got := Set(fonts.Builtin(), ten, "a\u00adb"); plain(got) != "ab" || len(got.Pieces) != 1 {
		t.Errorf("set as one line: %+v", got)
	}
}
