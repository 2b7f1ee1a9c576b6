package typeset

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"jianbao/fonts"
)

var update = flag.Bool("update", false, "write the golden line breaks anew")

// corpus is the test set: paragraphs of statistical prose, easy and hard.
func corpus(t testing.TB) []string {
	data, err := os.ReadFile("testdata/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// english reports whether a paragraph is set as English.
func english(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// options are those of a page: Chinese justified, English ragged, with hyphens.
func options(s string) Options { return Options{Justify: !english(s), Hyphenate: english(s)} }

var measures = []struct{ size, width float64 }{{12.5, 60}, {7.5, 60}, {9, 120}, {9, 236}, {9, 300}, {12.5, 480}}

// shown is a set line for the golden file: a hyphen that was added as ‐, ~
// after a line that is ragged among justified ones, > after one closed up.
func shown(l Line, width float64, opt Options, lastLine bool) string {
	var b strings.Builder
	for _, p := range l.Pieces {
		if p.Hyphen {
			b.WriteRune('‐')
			continue
		}
		b.WriteString(p.Text)
	}
	s := b.String()
	if opt.Justify && !lastLine && l.Width < width-0.01 {
		s += "~"
	}
	return s
}

func TestGoldenBreaks(t *testing.T) {
	var b strings.Builder
	for _, s := range corpus(t) {
		opt := options(s)
		for _, m := range measures {
			got := Break(fonts.Builtin(), []Span{{Text: s, Style: Style{fonts.Regular, m.size}}}, m.width, opt)
			fmt.Fprintf(&b, "%g/%g ", m.size, m.width)
			for n, l := range got {
				if n > 0 {
					b.WriteString("|")
				}
				b.WriteString(shown(l, m.width, opt, n == len(got)-1))
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	const file = "testdata/breaks.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	if len(gotLines) != len(wantLines) {
		t.Errorf("%d lines, the golden file has %d", len(gotLines), len(wantLines))
	}
	for i := range min(len(gotLines), len(wantLines)) {
		if gotLines[i] != wantLines[i] {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, gotLines[i], wantLines[i])
		}
	}
}
