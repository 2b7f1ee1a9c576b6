package pdf

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/fonts"
)

// embedded is a face that the document uses, cut to its characters. In the file
// they go by codes of our own, two apart: so characters beyond the basic plane,
// which the page writer cannot address, are drawn like all others, and no run of
// consecutive codes is long, which it would take cubic time for.
type embedded struct {
	face  *fonts.Face
	key   string // under which the page writer knows it
	name  string // in the file
	chars []rune
	codes []rune
	code  map[rune]rune
}

// embedFonts hands the file each face that the pages use, cut to the characters
// they use of it. It is the gate that every text passes: a character that a
// face cannot draw is an error here and never reaches the file.
func (p *painter) embedFonts(pages []*page) error {
	var faces []*fonts.Face
	used := map[*fonts.Face]map[rune]bool{}
	for n, pg := range pages {
		for _, o := range pg.ops {
			t, ok := o.(textOp)
			if !ok {
				continue
			}
			set := used[t.face]
			if set == nil {
				set = map[rune]bool{}
				used[t.face] = set
				faces = append(faces, t.face)
			}
			for _, r := range t.s {
				if !set[r] && !t.face.Has(r) {
					return fmt.Errorf("pdf: page %d: %q (U+%04X): %w", n+1, r, r, ErrGlyph)
				}
				set[r] = true
			}
		}
	}
	for _, face := range faces {
		if err := p.embed(face, slices.Sorted(maps.Keys(used[face]))); err != nil {
			return err
		}
	}
	return nil
}

func (p *painter) embed(face *fonts.Face, chars []rune) error {
	e := embedded{face: face, key: fmt.Sprintf("f%d", len(p.fonts)), chars: chars, code: make(map[rune]rune, len(chars))}
	for i, r := range chars {
		c, err := codeOf(i)
		if err != nil {
			return err
		}
		e.codes = append(e.codes, c)
		e.code[r] = c
	}
	data, err := face.SubsetAs(e.chars, e.codes)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	e.name = subsetTag(data, chars) + "+" + fontName(face)
	p.f.AddUTF8FontFromBytes(e.key, "", data)
	if err := p.f.Error(); err != nil {
		return fmt.Errorf("pdf: font %s: %w", face.Name(), err)
	}
	p.fonts = append(p.fonts, e)
	return nil
}

// codeOf is the code of the i-th character of a face: even numbers that are
// neither control characters nor halves of surrogate pairs.
func codeOf(i int) (rune, error) {
	const first, surrogates, after, last = 0x100, 0xD800, 0xE000, 0xFFFC
	c := first + 2*i
	if c >= surrogates {
		c += after - surrogates
	}
	if c > last {
		return 0, fmt.Errorf("pdf: more than %d different characters of one face", i)
	}
	return rune(c), nil
}

// coded is a text in the codes of its face.
func (e *embedded) coded(s string) string {
	return strings.Map(func(r rune) rune { return e.code[r] }, s)
}

// fontName is what the file calls a face: its name, or that of its file, in the
// characters that a PDF name may have.
func fontName(face *fonts.Face) string {
	base := filepath.Base(strings.ReplaceAll(face.Name(), "\\", "/"))
	base = strings.TrimSuffix(base, filepath.Ext(base))
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return -1
	}, base)
	if name == "" {
		return "UserFont"
	}
	return name
}

// subsetTag marks a subset font (PDF 32000-1, 9.6.4): six capitals made from
// its bytes and its characters.
func subsetTag(data []byte, chars []rune) string {
	h := sha256.New()
	h.Write(data)
	h.Write([]byte(string(chars)))
	sum := h.Sum(nil)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// toUnicode is the map from the codes of a face to its characters (PDF 32000-1,
// 9.10.3), by which its text is read, searched and copied.
func (e *embedded) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries of a block
	for from := 0; from < len(e.chars); from += most {
		to := min(from+most, len(e.chars))
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "<%04X> <%s>\n", e.codes[i], utf16Hex(string(e.chars[i])))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}
