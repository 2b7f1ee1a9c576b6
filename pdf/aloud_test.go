package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// What another program reads from the structure is, paragraph by paragraph, the text
// that was set: no character lost at a break, none added but the soft hyphens of
// divided words.
func TestReadAloud(t *testing.T) {
	t.Parallel()
	pdfinfo := tool(t, "pdfinfo")
	data, err := os.ReadFile("../internal/typeset/testdata/paragraphs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var zhTexts, enTexts []string
	for line := range strings.Lines(string(data)) {
		switch line = strings.TrimSpace(line); {
		case line == "" || strings.HasPrefix(line, "#") || len(fonts.Builtin().Missing(line)) > 0:
		case strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
			zhTexts = append(zhTexts, line)
		default:
			enTexts = append(enTexts, line)
		}
	}
	if len(zhTexts)+len(enTexts) < 80 {
		t.Fatalf("%d paragraphs, want 80", len(zhTexts)+len(enTexts))
	}
	for _, lang := range languages {
		b := hard(1, 2)
		b.Sections = b.Sections[:1]
		b.Sections[0].Blocks = nil
		texts := zhTexts
		if lang == briefing.English {
			texts = enTexts
		}
		var want []string
		for i, s := range texts {
			p := &briefing.Paragraph{Text: both(s, s)}
			want = append(want, s)
			if lang == briefing.Both {
				p.Text = both(s, enTexts[i%len(enTexts)])
				want = append(want, p.Text.EN)
			}
			b.Sections[0].Blocks = append(b.Sections[0].Blocks, p)
		}
		var out bytes.Buffer
		if err := Write(&out, b, Options{Lang: lang}); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "aloud.pdf")
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		raw, err := exec.Command(pdfinfo, "-struct-text", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		got := spoken(string(raw))
		for _, s := range want {
			if !strings.Contains(got, heard(s)) {
				t.Errorf("%s: the structure does not read %q", lang, s)
			}
		}
	}
}

// spoken joins the texts of a structure as pdfinfo prints it. It knows no actual
// text: a hyphen that is a span of its own stands for a soft one.
func spoken(s string) string {
	var b strings.Builder
	before := ""
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		text, ok := strings.CutPrefix(line, `"`)
		if text = strings.TrimSuffix(text, `"`); ok && !(text == "-" && strings.HasPrefix(before, "Span")) {
			b.WriteString(text)
		}
		before = line
	}
	return heard(b.String())
}

// heard is a text without what is seen only: soft hyphens, joiners, and one kind of
// space for all.
func heard(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xAD, r == 0x200B, r == 0x2060, r == 0xFEFF:
			return -1
		case unicode.IsSpace(r), r == 0x202F:
			return ' '
		}
		return r
	}, s)
}
