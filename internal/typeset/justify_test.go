package typeset

import (
	"math"
	"testing"
	"unicode"
	"unicode/utf8"

	"jianbao/fonts"
)

// Lines are full or ragged, never in between; the air that justification adds
// between two hanzi stays below what readers take for a space, and no glyph
// runs into the next.
func TestJustifiedLines(t *testing.T) {
	full, ragged := 0, 0
	for _, s := range corpus(t) {
		if english(s) {
			continue
		}
		for width := 160.0; width <= 480; width += 11 {
			got := Break(fonts.Builtin(), []Span{{Text: s, Style: Style{fonts.Regular, 9}}}, width, Options{Justify: true})
			for n, l := range got {
				if n < len(got)-1 {
					if math.Abs(l.Width-width) < 1e-6 {
						full++
					} else {
						ragged++
					}
				}
				for k := 1; k < len(l.Pieces); k++ {
					a, b := l.Pieces[k-1], l.Pieces[k]
					last, _ := utf8.DecodeLastRuneInString(a.Text)
					first, _ := utf8.DecodeRuneInString(b.Text)
					gap := b.X - (a.X + a.Face.Width(a.Text, a.Size))
					if unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, first) && (gap > 0.12*9 || gap < -1e-6) {
						t.Errorf("%v: %q and %q are %.2f em apart", width, a.Text, b.Text, gap/9)
					}
					if gap < -(half+0.01)*2*9 {
						t.Errorf("%v: %q runs into %q", width, a.Text, b.Text)
					}
				}
			}
		}
	}
	t.Logf("%d lines full, %d ragged", full, ragged)
	if ragged*7 > full {
		t.Errorf("%d lines of %d are ragged", ragged, full+ragged)
	}
}

// Full-width marks give up half of their blank to take in one character more.
func TestCloseUp(t *testing.T) {
	s := "总的看，全区经济，持续恢复，稳中向好，进中提质"
	natural := Width(fonts.Builtin(), ten, s)
	got := Break(fonts.Builtin(), []Span{{Text: s, Style: ten}}, natural-4, Options{Justify: true})
	if len(got) != 1 || math.Abs(got[0].Width-(natural-4)) > 1e-6 {
		t.Errorf("%d lines, the first %v wide, want one of %v", len(got), got[0].Width, natural-4)
	}
}

// A raised note mark stays with its word, and is no number that a unit follows.
func TestRaisedNoteMarks(t *testing.T) {
	small := Style{fonts.Regular, 6}
	for width := 30.0; width < 160; width++ {
		spans := []Span{{Text: "地区生产总值", Style: ten}, {Text: "12", Style: small, Rise: 4, Tag: 7}, {Text: "个人所得", Style: ten}, {Text: "3", Style: small, Rise: 4}, {Text: "，", Style: ten}}
		for n, l := range Break(fonts.Builtin(), spans, width, Options{Justify: true}) {
			if first := l.Pieces[0]; first.Rise != 0 {
				t.Errorf("at %v line %d starts with the note mark %q", width, n, first.Text)
			}
			for _, p := range l.Pieces {
				if (p.Text == "12") != (p.Tag == 7) {
					t.Errorf("at %v: piece %+v", width, p)
				}
			}
		}
	}
}
