package fonts

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

// Subset makes a TrueType font of the same metrics that carries only the glyphs
// of the given characters, the parts that composite glyphs are made of, and
// .notdef. Characters that the face lacks are left out. The same characters in
// any order give the same bytes.
func (f *Face) Subset(chars []rune) ([]byte, error) {
	runes := slices.Clone(chars)
	slices.Sort(runes)
	runes = slices.Compact(runes)
	runes = slices.DeleteFunc(runes, func(r rune) bool { return !f.Has(r) })
	return f.SubsetAs(runes, runes)
}

// SubsetAs makes a subset whose glyphs are addressed by other codes than those of
// their characters: codes[i], ascending and within 16 bits, is that of chars[i].
//
// Tables and their fields follow the OpenType specification, 1.9.
func (f *Face) SubsetAs(chars, codes []rune) ([]byte, error) {
	if len(chars) != len(codes) {
		return nil, fmt.Errorf("%s: %d characters and %d codes", f.name, len(chars), len(codes))
	}

	old := []int{0} // new glyph number → old
	renumbered := map[int]int{0: 0}
	number := func(g int) int {
		n, ok := renumbered[g]
		if !ok {
			n = len(old)
			renumbered[g] = n
			old = append(old, g)
		}
		return n
	}
	glyphs := make([]int, len(chars))
	for i, r := range chars {
		glyphs[i] = number(f.glyph(r))
	}

	var glyf, hmtx []byte
	loca := []byte{0, 0, 0, 0}
	for n := 0; n < len(old); n++ { // old grows as composites name their parts
		outline, err := f.outline(old[n])
		if err != nil {
			return nil, err
		}
		if outline, err = renumberParts(outline, number); err != nil {
			return nil, fmt.Errorf("glyph %d of %s: %w", old[n], f.name, err)
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, f.advanceUnits(old[n]))
		hmtx = append(hmtx, f.bearing(old[n])...)
	}

	head := slices.Clone(f.tables["head"])
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	hhea := slices.Clone(f.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(old)))
	maxp := slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(old)))
	post := slices.Clone(f.tables["post"][:32])
	binary.BigEndian.PutUint32(post, 0x00030000) // no glyph names

	tables := []table{
		{"cmap", cmapOf(codes, glyphs)}, {"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx},
		{"loca", loca}, {"maxp", maxp}, {"name", nameTable(f.name)}, {"post", post},
	}
	for _, tag := range []string{"OS/2", "cvt ", "fpgm", "prep", "gasp"} {
		if t := f.tables[tag]; len(t) > 0 {
			tables = append(tables, table{tag, t})
		}
	}
	return assemble(tables), nil
}

// outline is the entry of a glyph in the glyf table; empty for a blank.
func (f *Face) outline(g int) ([]byte, error) {
	loca, at := f.tables["loca"], func(i int) int { return 0 }
	if f.longLoca {
		at = func(i int) int { return int(binary.BigEndian.Uint32(loca[4*i:])) }
	} else {
		at = func(i int) int { return 2 * int(binary.BigEndian.Uint16(loca[2*i:])) }
	}
	if g >= f.glyphs {
		return nil, fmt.Errorf("%s: glyph %d of %d: %w", f.name, g, f.glyphs, ErrFormat)
	}
	from, to := at(g), at(g+1)
	if from > to || to > len(f.tables["glyf"]) {
		return nil, fmt.Errorf("%s: glyph %d: %w", f.name, g, ErrFormat)
	}
	return f.tables["glyf"][from:to], nil
}

func (f *Face) bearing(g int) []byte {
	at := 4*g + 2
	if g >= f.metrics {
		at = 4*f.metrics + 2*(g-f.metrics)
	}
	if hmtx := f.tables["hmtx"]; at+2 <= len(hmtx) {
		return hmtx[at : at+2]
	}
	return []byte{0, 0}
}

// Flags of a part of a composite glyph.
const (
	argsAreWords  = 1 << 0
	haveScale     = 1 << 3
	moreParts     = 1 << 5
	haveXYScale   = 1 << 6
	haveTwoByTwo  = 1 << 7
	partRecordMin = 6
)

// renumberParts gives the parts of a composite glyph their new numbers. A
// simple glyph comes back as it is.
func renumberParts(g []byte, number func(int) int) ([]byte, error) {
	if len(g) < 10 || int16(binary.BigEndian.Uint16(g)) >= 0 {
		return g, nil
	}
	g = slices.Clone(g)
	for at := 10; ; {
		if at+partRecordMin > len(g) {
			return nil, ErrFormat
		}
		flags := binary.BigEndian.Uint16(g[at:])
		part := number(int(binary.BigEndian.Uint16(g[at+2:])))
		binary.BigEndian.PutUint16(g[at+2:], uint16(part))
		at += partRecordMin
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&haveTwoByTwo != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return g, nil
		}
	}
}

// cmapOf writes a character map of format 4 with one segment for each run of
// consecutive characters whose glyphs are consecutive too.
func cmapOf(codes []rune, glyphs []int) []byte {
	type segment struct{ start, end, delta uint16 }
	var segs []segment
	for i, r := range codes {
		delta := uint16(glyphs[i]) - uint16(r)
		if n := len(segs); n > 0 && segs[n-1].end+1 == uint16(r) && segs[n-1].delta == delta {
			segs[n-1].end = uint16(r)
		} else {
			segs = append(segs, segment{uint16(r), uint16(r), delta})
		}
	}
	if n := len(segs); n == 0 || segs[n-1].end != 0xFFFF {
		segs = append(segs, segment{0xFFFF, 0xFFFF, 1})
	}
	be := binary.BigEndian
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	out = be.AppendUint16(out, 4)
	out = be.AppendUint16(out, uint16(16+8*len(segs)))
	out = be.AppendUint16(out, 0)
	search, log := searchRange(len(segs))
	for _, v := range []int{2 * len(segs), 2 * search, log, 2 * (len(segs) - search)} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, s := range segs {
		out = be.AppendUint16(out, s.end)
	}
	out = be.AppendUint16(out, 0)
	for _, s := range segs {
		out = be.AppendUint16(out, s.start)
	}
	for _, s := range segs {
		out = be.AppendUint16(out, s.delta)
	}
	return append(out, make([]byte, 2*len(segs))...)
}

// nameTable holds the names that readers of a font file insist on: family,
// style, full and PostScript name.
func nameTable(name string) []byte {
	var text, records []byte
	be := binary.BigEndian
	add := func(id int, s string) {
		at := len(text)
		for _, u := range utf16.Encode([]rune(s)) {
			text = be.AppendUint16(text, u)
		}
		for _, v := range []int{3, 1, 0x409, id, len(text) - at, at} {
			records = be.AppendUint16(records, uint16(v))
		}
	}
	add(1, name)
	add(2, "Regular")
	add(4, name)
	add(6, name)
	n := len(records) / 12
	out := be.AppendUint16(nil, 0)
	out = be.AppendUint16(out, uint16(n))
	out = be.AppendUint16(out, uint16(6+len(records)))
	return append(append(out, records...), text...)
}

type table struct {
	tag  string
	data []byte
}

// assemble writes the font file: directory, then tables, each padded and with
// its checksum, and the checksum of the whole in head.
func assemble(tables []table) []byte {
	slices.SortFunc(tables, func(a, b table) int {
		switch {
		case a.tag < b.tag:
			return -1
		case a.tag > b.tag:
			return 1
		}
		return 0
	})
	be := binary.BigEndian
	search, log := searchRange(len(tables))
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), 16 * search, log, 16 * (len(tables) - search)} {
		out = be.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*len(tables)
	headAt := 0
	for _, t := range tables {
		if t.tag == "head" {
			headAt = at
			be.PutUint32(t.data[8:], 0) // its own checksum counts as zero
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}

// searchRange is the largest power of two not above n, and its logarithm.
func searchRange(n int) (power, log int) {
	power = 1
	for power*2 <= n {
		power *= 2
		log++
	}
	return power, log
}
