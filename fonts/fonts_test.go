package fonts

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

const sample = "净月高新区经济简报，2022年地区生产总值432.6亿元；Gross regional product, RMB 43.26 billion — Á é ▲▼●①²％“”"

func TestBuiltinCoverage(t *testing.T) {
	fam := Builtin()
	for w := Regular; w <= Bold; w++ {
		n := 0
		for r := rune(0x20); r <= 0xFFFF; r++ {
			if fam.Face(w).Has(r) {
				n++
			}
		}
		if n < 28000 {
			t.Errorf("%v covers %d characters of the basic plane", w, n)
		}
	}
	if got := string(fam.Missing(sample + "\n")); got != "" {
		t.Errorf("missing %q", got)
	}
	if got := string(fam.Missing("甲😀乙𠮷😀")); got != "😀𠮷" {
		t.Errorf("Missing = %q, want each once, in order", got)
	}
}

// The widths that lines are measured with are those of an independent reader
// of the same file.
func TestAdvanceAgreesWithSfnt(t *testing.T) {
	for w := Regular; w <= Bold; w++ {
		face := Builtin().Face(w)
		var buf sfnt.Buffer
		upm := fixed.Int26_6(face.Outlines().UnitsPerEm())
		for _, r := range sample {
			g, err := face.Outlines().GlyphIndex(&buf, r)
			if err != nil {
				t.Fatal(err)
			}
			adv, err := face.Outlines().GlyphAdvance(&buf, g, upm, font.HintingNone)
			if err != nil {
				t.Fatal(err)
			}
			if want := float64(adv) / float64(upm); face.Advance(r) != want {
				t.Errorf("%v %q: advance %v, want %v", w, r, face.Advance(r), want)
			}
		}
	}
}

func TestSubset(t *testing.T) {
	face := Builtin().Face(Medium)
	data, err := face.Subset([]rune(sample))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 60_000 {
		t.Errorf("subset of %d characters has %d bytes", len([]rune(sample)), len(data))
	}
	cut, err := Parse("cut", data)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	for _, r := range sample {
		if !cut.Has(r) || cut.Advance(r) != face.Advance(r) {
			t.Errorf("%q: in subset %v, advance %v, want %v", r, cut.Has(r), cut.Advance(r), face.Advance(r))
		}
		if !slices.Equal(outlineOf(t, cut, &buf, r), outlineOf(t, face, &buf, r)) {
			t.Errorf("%q: outline differs", r)
		}
	}
	if cut.Has('国') {
		t.Error("a character that was not asked for is in the subset")
	}
	again := []rune(sample)
	slices.Reverse(again)
	if other, _ := face.Subset(append(again, again...)); !bytes.Equal(data, other) {
		t.Error("the order or repetition of characters changes the bytes")
	}
}

func outlineOf(t *testing.T, f *Face, buf *sfnt.Buffer, r rune) []sfnt.Segment {
	t.Helper()
	g, err := f.Outlines().GlyphIndex(buf, r)
	if err != nil {
		t.Fatal(err)
	}
	segs, err := f.Outlines().LoadGlyph(buf, g, fixed.I(1000), nil)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(segs)
}

func TestParseRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":      nil,
		"text":       []byte("not a font at all, just some text that is long enough"),
		"CFF":        append([]byte("OTTO"), make([]byte, 40)...),
		"collection": append([]byte("ttcf"), make([]byte, 40)...),
		"truncated":  regular[:5000],
	} {
		if _, err := Parse(name, data); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v, want ErrFormat", name, err)
		}
	}
}

// A user's typeface that lacks a character has the built-in one behind it.
func TestFallback(t *testing.T) {
	data, err := Builtin().Face(Regular).Subset([]rune("甲乙"))
	if err != nil {
		t.Fatal(err)
	}
	own, err := Parse("own", data)
	if err != nil {
		t.Fatal(err)
	}
	fam, err := New(own, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := fam.For(Bold, '甲'); !ok || f != own {
		t.Error("own face not used for a character it has")
	}
	if f, ok := fam.For(Bold, '丙'); !ok || f != Builtin().Face(Bold) {
		t.Error("built-in face not used for a character the own face lacks")
	}
	if _, ok := fam.For(Bold, '𠮷'); ok {
		t.Error("a character that no face has is said to be drawn")
	}
}

func FuzzParse(f *testing.F) {
	cut, err := Builtin().Face(Regular).Subset([]rune("甲é1"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(cut)
	f.Add(cut[:len(cut)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Parse("fuzz", data)
		if err != nil {
			return
		}
		for _, r := range "甲é1a" {
			face.Advance(r)
		}
		face.Subset([]rune("甲é1a")) // may fail, must not panic
	})
}

func BenchmarkSubset(b *testing.B) {
	face := Builtin().Face(Regular)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := face.Subset([]rune(sample)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	fam := Builtin()
	b.ReportAllocs()
	for b.Loop() {
		fam.Width(Regular, sample, 10)
	}
}
