package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// sRGB is the colour profile that the document's colours are meant in, as an
// archive asks for (ISO 19005-3, 6.2.3): that of IEC 61966-2-1 in the form of
// ICC.1:2004-10, made from its numbers.
func sRGB() []byte {
	be := binary.BigEndian
	fixed := func(v float64) []byte { return be.AppendUint32(nil, uint32(int32(math.Round(v*65536)))) }
	array := func(kind string, values ...float64) []byte {
		out := append([]byte(kind), 0, 0, 0, 0)
		for _, v := range values {
			out = append(out, fixed(v)...)
		}
		return out
	}
	text := func(s string) []byte { // multiLocalizedUnicodeType with one record
		units := utf16.Encode([]rune(s))
		out := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
		out = append(out, "enUS"...)
		out = be.AppendUint32(out, uint32(2*len(units)))
		out = be.AppendUint32(out, 28)
		for _, u := range units {
			out = be.AppendUint16(out, u)
		}
		return out
	}
	// parametricCurveType of kind 3: the transfer function of sRGB.
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), array("", 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)[4:]...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", text("sRGB")},
		{"cprt", text("No copyright")},
		{"wtpt", array("XYZ ", 0.9642, 1, 0.8249)}, // D50, as all profiles of this version
		{"chad", array("sf32", 1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179)},
		{"rXYZ", array("XYZ ", 0.43607, 0.22249, 0.01392)},
		{"gXYZ", array("XYZ ", 0.38515, 0.71687, 0.09708)},
		{"bXYZ", array("XYZ ", 0.14307, 0.06061, 0.7141)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // one curve for all three
	}
	const head = 128
	at := head + 4 + 12*len(tags)
	table := be.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	start, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			start, size = at+len(body), len(t.data)
			body = append(body, t.data...)
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(start))
		table = be.AppendUint32(table, uint32(size))
	}
	out := make([]byte, head, at+len(body))
	be.PutUint32(out, uint32(at+len(body)))
	be.PutUint32(out[8:], 0x04200000) // version 4.2
	copy(out[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1, 0, 0, 0} {
		be.PutUint16(out[24+2*i:], v)
	}
	copy(out[36:], "acsp")
	for i, v := range []float64{0.9642, 1, 0.8249} {
		copy(out[68+4*i:], fixed(v))
	}
	return append(append(out, table...), body...)
}
