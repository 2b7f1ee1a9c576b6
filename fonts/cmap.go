package fonts

import (
	"encoding/binary"
	"fmt"
)

// cmap maps characters to glyphs: those of the basic plane and, where the font
// has any, those beyond it.
type cmap struct {
	basic  cmap4
	beyond cmap12
}

func findCmap(t []byte) (cmap, error) {
	basic, err := findCmap4(t)
	if err != nil {
		return cmap{}, err
	}
	return cmap{basic, findCmap12(t)}, nil
}

// lookup is the glyph of a character, 0 where there is none.
func (c cmap) lookup(r rune) int {
	switch {
	case r < 0:
		return 0
	case r > 0xFFFF:
		return c.beyond.lookup(uint32(r))
	}
	return c.basic.lookup(uint16(r))
}

// cmap4 is a character map of format 4: segments of 16-bit codes.
type cmap4 struct {
	ends, starts, deltas, offsets []byte
	n                             int
}

// findCmap4 finds the Unicode map of the basic plane (platform 3 encoding 1,
// or platform 0).
func findCmap4(t []byte) (cmap4, error) {
	u16 := binary.BigEndian.Uint16
	n := int(u16(t[2:]))
	for i := 0; i < n && len(t) >= 4+8*(i+1); i++ {
		e := t[4+8*i:]
		platform, encoding, off := u16(e), u16(e[2:]), int(binary.BigEndian.Uint32(e[4:]))
		if !(platform == 3 && encoding == 1 || platform == 0) || off+14 > len(t) || u16(t[off:]) != 4 {
			continue
		}
		s := t[off:]
		if size := int(u16(s[2:])); size >= 16 && size <= len(s) {
			s = s[:size]
		}
		seg := int(u16(s[6:])) / 2
		if seg == 0 || len(s) < 16+8*seg {
			continue
		}
		return cmap4{
			ends:    s[14 : 14+2*seg],
			starts:  s[16+2*seg : 16+4*seg],
			deltas:  s[16+4*seg : 16+6*seg],
			offsets: s[16+6*seg:],
			n:       seg,
		}, nil
	}
	return cmap4{}, fmt.Errorf("%w: no Unicode character map (cmap format 4)", ErrFormat)
}

func (c cmap4) lookup(r uint16) int {
	u16 := binary.BigEndian.Uint16
	lo, hi := 0, c.n
	for lo < hi {
		mid := (lo + hi) / 2
		if u16(c.ends[2*mid:]) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == c.n || u16(c.starts[2*lo:]) > r {
		return 0
	}
	delta, off := u16(c.deltas[2*lo:]), int(u16(c.offsets[2*lo:]))
	if off == 0 {
		return int(r + delta)
	}
	at := 2*lo + off + 2*int(r-u16(c.starts[2*lo:]))
	if at+2 > len(c.offsets) {
		return 0
	}
	g := u16(c.offsets[at:])
	if g == 0 {
		return 0
	}
	return int(g + delta)
}

// cmap12 is a character map of format 12: groups of consecutive characters, each
// of 12 bytes (first, last, glyph of the first).
type cmap12 []byte

// findCmap12 finds the map of all planes (platform 3 encoding 10, or platform 0);
// many fonts have none.
func findCmap12(t []byte) cmap12 {
	u16, u32 := binary.BigEndian.Uint16, binary.BigEndian.Uint32
	n := int(u16(t[2:]))
	for i := 0; i < n && len(t) >= 4+8*(i+1); i++ {
		e := t[4+8*i:]
		platform, encoding, off := u16(e), u16(e[2:]), uint64(u32(e[4:]))
		if !(platform == 3 && encoding == 10 || platform == 0) || off+16 > uint64(len(t)) || u16(t[off:]) != 12 {
			continue
		}
		s := t[off:]
		if groups := uint64(u32(s[12:])); 16+12*groups <= uint64(len(s)) {
			return cmap12(s[16 : 16+12*groups])
		}
	}
	return nil
}

func (c cmap12) lookup(r uint32) int {
	u32 := binary.BigEndian.Uint32
	lo, hi := 0, len(c)/12
	for lo < hi {
		mid := (lo + hi) / 2
		if u32(c[12*mid+4:]) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if 12*lo >= len(c) || u32(c[12*lo:]) > r {
		return 0
	}
	return int(u32(c[12*lo+8:]) + r - u32(c[12*lo:]))
}
