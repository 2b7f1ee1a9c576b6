package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/fonts"
)

// drawn is what lines must hold of a text: all of it but line feeds and what
// has neither ink nor width; every space that the face lacks is a common one.
func drawn(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch c := classify(r); {
		case strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r), c == nothing:
			continue
		case r < ' ':
			r = ' '
		case (c == space || c == glue) && !fonts.Builtin().Has(r):
			r = map[class]rune{space: ' ', glue: noBreakSpace}[c]
		}
		b.WriteRune(r)
	}
	return b.String()
}

// holds checks the text and the widths of a set paragraph.
func holds(t *testing.T, s string, size, width float64, opt Options) {
	t.Helper()
	var back strings.Builder
	for _, l := range Break(fonts.Builtin(), []Span{{Text: s, Style: Style{fonts.Regular, size}}}, width, opt) {
		text := plain(l)
		back.WriteString(text)
		ink := strings.TrimFunc(text, func(r rune) bool { return classify(r) == space || isCombining(r) })
		if l.Width > width+0.01 && len([]rune(ink)) > 1 {
			t.Errorf("%q at %v/%v %+v: line %q is %v wide", s, size, width, opt, text, l.Width)
		}
	}
	if want := drawn(s); back.String() != want {
		t.Errorf("%q at %v/%v %+v became\n%q", s, size, width, opt, back.String())
	}
}

func TestNothingIsLost(t *testing.T) {
	for _, s := range corpus(t) {
		for width := 20.0; width < 500; width += 37 {
			for _, opt := range []Options{{}, {Justify: true}, {Hyphenate: true}, {Justify: true, Hyphenate: true}} {
				holds(t, s, 9, width, opt)
			}
		}
	}
}

// Characters that random texts are made of: all classes, all planes.
var alphabet = []rune("产值同比增长万亿元年月日个百分点的了，。、；：！？（）“”‘’《》——……·％%℃①②～[]()$￥€1234567890.,-+–−/@&abcdefghijklmnopqrstuvwxyz" +
	"ABCXYZ  \t\n\r\u00a0\u202f\u2009\u3000\u200b\u00ad\u2060\u200d\ufe0f\u0301é𠮷𬭛😀かなカナ한글กขคعرب\u0000\u0085\u2028\U000e0100")

func TestRandomText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		text := make([]rune, r.IntN(120))
		for i := range text {
			text[i] = alphabet[r.IntN(len(alphabet))]
			if r.IntN(3) > 0 && i > 0 { // words rather than noise
				text[i] = rune('a' + r.IntN(26))
			}
		}
		holds(t, string(text), 6+6*r.Float64(), 8+300*r.Float64(), Options{Justify: r.IntN(2) == 0, Hyphenate: r.IntN(2) == 0})
	}
}

func FuzzBreak(f *testing.F) {
	f.Add("2022年产值432.6亿元（现价），RMB 43.26 billion", 120.0, 10.0, true, false)
	f.Add(string(alphabet), 60.0, 9.0, true, true)
	for _, s := range corpus(f) {
		f.Add(s, 90.0, 9.0, true, true)
	}
	f.Fuzz(func(t *testing.T, s string, width, size float64, justify, hyphens bool) {
		if !(width > 1 && width < 2000 && size > 1 && size < 100) || len(s) > 2000 {
			return
		}
		holds(t, s, size, width, Options{Justify: justify, Hyphenate: hyphens})
	})
}

// A line that was broken at a space holds the space, and does not count it.
func TestSpaceAtBreak(t *testing.T) {
	got := Break(fonts.Builtin(), []Span{{Text: "the word  and　更多", Style: ten}}, 45, Options{})
	var texts []string
	for _, l := range got {
		text := plain(l)
		texts = append(texts, text)
		if want := Width(fonts.Builtin(), ten, strings.TrimRight(text, " 　")); l.Width != want {
			t.Errorf("%q is %v wide, want %v", text, l.Width, want)
		}
		if last := l.Pieces[len(l.Pieces)-1]; strings.TrimSpace(last.Text) == "" {
			t.Errorf("%q: the space is not with the word before it", text)
		}
	}
	if s := strings.Join(texts, "|"); s != "the word  |and　更|多" && s != "the word  |and　|更多" {
		t.Errorf("lines %q", s)
	}
}

func TestSpacesOfAllKinds(t *testing.T) {
	for _, tc := range []struct{ text, keep, never string }{
		{"甲乙丙丁 1\u00a0200 万元戊己庚辛壬癸", "1\u00a0200", ""},
		{"甲乙丙丁1\u202f200万元戊己庚辛壬癸", "1\u00a0200", ""}, // the face lacks U+202F
		{"连\u2060着的\u2060词\u2060语不断开", "连着", ""},
	} {
		for width := 30.0; width < 150; width += 2 {
			joined := strings.Join(lines(tc.text, width, Options{}), "|")
			if !strings.Contains(joined, tc.keep) {
				t.Errorf("at %v %q is torn: %s", width, tc.keep, joined)
			}
		}
	}
	if got := lines("supercali\u200bfragilistic", 60, Options{}); len(got) != 2 || got[0] != "supercali" {
		t.Errorf("zero width space: %q", got)
	}
	if got := Set(fonts.Builtin(), ten, "a\u200b\u2060\u00adb"); plain(got) != "ab" || got.Width != Width(fonts.Builtin(), ten, "ab") {
		t.Errorf("characters without ink: %+v", got)
	}
}

// Characters beyond U+FFFF are hanzi like others: measured and broken as one.
func TestSupplementaryPlanes(t *testing.T) {
	for _, r := range "𠮷𬭛𰀀\U0002EBF0" {
		if classify(r) != hanzi {
			t.Errorf("%c is of class %v", r, classify(r))
		}
	}
	for _, l := range lines("𠮷野家𬭛矿𠮷野家𬭛矿", 31, Options{}) {
		if n := len([]rune(l)); n < 2 || n > 3 {
			t.Errorf("%d characters of 10 points in 31: %s", n, l)
		}
	}
}
