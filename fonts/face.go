package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	"golang.org/x/image/font/sfnt"
)

// Face is one TrueType font. It reads the file's tables in place and is safe
// for concurrent use.
type Face struct {
	name     string
	data     []byte
	tables   map[string][]byte
	outlines *sfnt.Font

	glyphs     int // number of glyphs
	metrics    int // number of advance widths
	longLoca   bool
	unitsPerEm float64
	ascent     float64
	descent    float64
	capHeight  float64
	cmap       cmap
	hmtx       []byte
	found      []atomic.Uint64 // what has been looked up of characters: see lookup
}

// ErrFormat says that a file is not a font that can be embedded.
var ErrFormat = errors.New("not a TrueType font with outlines in a glyf table")

// Load reads a TrueType file named by the user.
func Load(path string) (*Face, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	face, err := Parse(path, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return face, nil
}

// Parse takes a TrueType font (glyf outlines, not CFF, not a collection).
// data must not change afterwards.
func Parse(name string, data []byte) (*Face, error) {
	f := &Face{name: name, data: data}
	var err error
	if f.tables, err = directory(data); err != nil {
		return nil, err
	}
	for _, need := range []struct {
		tag  string
		size int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 1}, {"cmap", 4}, {"post", 32}} {
		if len(f.tables[need.tag]) < need.size {
			return nil, fmt.Errorf("%w (table %s)", ErrFormat, need.tag)
		}
	}
	u16 := binary.BigEndian.Uint16
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.unitsPerEm = float64(u16(head[18:]))
	f.longLoca = u16(head[50:]) == 1
	f.metrics = int(u16(hhea[34:]))
	f.glyphs = int(u16(f.tables["maxp"][4:]))
	loca := 2
	if f.longLoca {
		loca = 4
	}
	if f.unitsPerEm == 0 || f.metrics == 0 || f.metrics > f.glyphs || len(f.tables["hmtx"]) < 4*f.metrics || len(f.tables["loca"]) < loca*(f.glyphs+1) {
		return nil, fmt.Errorf("%w (tables disagree)", ErrFormat)
	}
	f.ascent = float64(int16(u16(hhea[4:]))) / f.unitsPerEm
	f.descent = -float64(int16(u16(hhea[6:]))) / f.unitsPerEm
	f.capHeight = 0.7
	if os2 := f.tables["OS/2"]; len(os2) >= 90 && u16(os2) >= 2 {
		f.capHeight = float64(u16(os2[88:])) / f.unitsPerEm
	}
	if f.cmap, err = findCmap(f.tables["cmap"]); err != nil {
		return nil, err
	}
	if f.outlines, err = sfnt.Parse(data); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	f.hmtx = f.tables["hmtx"]
	f.found = make([]atomic.Uint64, 0x10000)
	return f, nil
}

// Name identifies the face: the PostScript-like name of a built-in face, the
// path of a user's.
func (f *Face) Name() string { return f.name }

// Has reports whether the face has a glyph for r.
func (f *Face) Has(r rune) bool { return f.glyph(r) != 0 }

// Advance is the width of r in ems.
func (f *Face) Advance(r rune) float64 {
	_, units := f.lookup(r)
	return float64(units) / f.unitsPerEm
}

// Ascent, Descent and CapHeight are in ems, all positive.
func (f *Face) Ascent() float64    { return f.ascent }
func (f *Face) Descent() float64   { return f.descent }
func (f *Face) CapHeight() float64 { return f.capHeight }

func (f *Face) advanceUnits(g int) uint16 {
	if g >= f.metrics {
		g = f.metrics - 1
	}
	return binary.BigEndian.Uint16(f.hmtx[4*g:])
}

func (f *Face) glyph(r rune) int {
	g, _ := f.lookup(r)
	return g
}

// lookup is the glyph of a character and its advance. Every character of every
// text is asked for several times, so what has been found is kept: the advance
// above the glyph above a mark.
func (f *Face) lookup(r rune) (glyph int, advance uint16) {
	if r < 0 || int(r) >= len(f.found) {
		g := f.search(r)
		return g, f.advanceUnits(g)
	}
	if v := f.found[r].Load(); v != 0 {
		return int(v >> 1 & 0xFFFF), uint16(v >> 17)
	}
	g := f.search(r)
	w := f.advanceUnits(g)
	f.found[r].Store(uint64(w)<<17 | uint64(g)<<1 | 1)
	return g, w
}

func (f *Face) search(r rune) int {
	g := f.cmap.lookup(r)
	if g >= f.glyphs {
		return 0
	}
	return g
}

// directory maps the tags of a font file to the bytes of their tables.
func directory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, ErrFormat
	}
	switch tag := binary.BigEndian.Uint32(data); {
	case tag == 0x00010000, string(data[:4]) == "true":
	case string(data[:4]) == "ttcf":
		return nil, fmt.Errorf("%w: it is a collection (.ttc)", ErrFormat)
	case string(data[:4]) == "OTTO":
		return nil, fmt.Errorf("%w: it has CFF outlines (.otf)", ErrFormat)
	default:
		return nil, ErrFormat
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*n {
		return nil, ErrFormat
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		e := data[12+16*i:]
		off, size := uint64(binary.BigEndian.Uint32(e[8:])), uint64(binary.BigEndian.Uint32(e[12:]))
		if off+size > uint64(len(data)) {
			return nil, fmt.Errorf("%w (table %q runs past the end)", ErrFormat, e[:4])
		}
		tables[string(e[:4])] = data[off : off+size : off+size]
	}
	return tables, nil
}

// Width is the advance of s in the unit of size.
func (f *Face) Width(s string, size float64) float64 {
	var sum float64
	for _, r := range s {
		sum += f.Advance(r)
	}
	return sum * size
}
