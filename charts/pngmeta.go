package charts

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"
)

// withMeta puts the resolution of a picture and texts about it behind its
// header (PNG, 3rd edition, 11.3.4.3 pHYs and 11.3.3.4 iTXt): programs then place
// it at its own size, and its words travel with it.
func withMeta(png []byte, dpi int, texts ...[2]string) []byte {
	const header = 8 + 12 + 13 // signature and IHDR
	if len(png) < header {
		return png
	}
	var out bytes.Buffer
	out.Write(png[:header])
	perMetre := uint32(math.Round(float64(dpi) / 0.0254))
	chunk(&out, "pHYs", append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre), 1))
	for _, t := range texts {
		if t[1] != "" {
			// keyword, not compressed, no language, no translated keyword
			chunk(&out, "iTXt", []byte(t[0]+"\x00\x00\x00\x00\x00"+t[1]))
		}
	}
	out.Write(png[header:])
	return out.Bytes()
}

func chunk(out *bytes.Buffer, kind string, data []byte) {
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	body := append([]byte(kind), data...)
	out.Write(body)
	out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
}
