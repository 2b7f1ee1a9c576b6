package delimited

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// sampleBytes bounds how much of a file is looked at to recognise its encoding
// and its delimiter.
const sampleBytes = 4 << 20

// decode finds the encoding of data and returns its text without a byte order
// mark.
func (t *Table) decode(data []byte) (string, *Error) {
	if kind := signature(data); kind != "" {
		return "", binaryError(0, 0, kind)
	}
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return "", binaryError(0, 0, "UTF-32")
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return t.utf16(data[2:], UTF16LE, binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return t.utf16(data[2:], UTF16BE, binary.BigEndian)
	}
	switch bareUTF16(data[:min(len(data), 64<<10)]) {
	case UTF16LE:
		t.guess(GuessEncoding)
		return t.utf16(data, UTF16LE, binary.LittleEndian)
	case UTF16BE:
		t.guess(GuessEncoding)
		return t.utf16(data, UTF16BE, binary.BigEndian)
	}
	data, err := t.clean(data)
	if err != nil {
		return "", err
	}
	if bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}) {
		t.Encoding = UTF8BOM
		return t.utf8(data[3:], utf8.Valid(data)), nil
	}
	if valid := utf8.Valid(data); valid || mostlyUTF8(data) {
		t.Encoding = UTF8
		return t.utf8(data, valid), nil
	}
	data = bytes.TrimPrefix(data, []byte{0x84, 0x31, 0x95, 0x33}) // the byte order mark in GB 18030
	s := scoreGB(data[:min(len(data), sampleBytes)])
	if s.chinese() {
		t.Encoding = GB18030
		var b strings.Builder
		b.Grow(len(data) + len(data)/2)
		// The decoder replaces what it cannot read and never fails.
		_, _ = io.Copy(&b, simplifiedchinese.GB18030.NewDecoder().Reader(bytes.NewReader(data)))
		if s.doubtful() || strings.Contains(b.String(), "\uFFFD") {
			t.guess(GuessEncoding)
		}
		return b.String(), nil
	}
	t.Encoding = Windows1252
	t.guess(GuessEncoding)
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		b.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return b.String(), nil
}

// utf8 is data as a text in which every byte that is no UTF-8 is replaced.
func (t *Table) utf8(data []byte, valid bool) string {
	text := string(data)
	if !valid {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if strings.Contains(text, "\uFFFD") {
		t.guess(GuessEncoding) // characters were lost, here or before the file was written
	}
	return text
}

// clean leaves out what DOS and broken copies leave at the end of a file, and
// refuses control characters that no text has.
func (t *Table) clean(data []byte) ([]byte, *Error) {
	if rest := bytes.TrimRight(data, "\x00"); len(rest) < len(data) {
		t.guess(GuessPadding)
		data = rest
	}
	data = bytes.TrimSuffix(data, []byte{0x1A})
	for i, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' {
			line, column := position(string(data[:i]))
			return nil, binaryError(line, column, fmt.Sprintf("0x%02X", c))
		}
	}
	return data, nil
}

func binaryError(line, column int, kind string) *Error {
	zh, en := "文件不是文本表格，应为 CSV 等文本文件。", "this is not a text table; a text file such as CSV is expected."
	switch {
	case line > 0:
		zh = "这里有控制字符（" + kind + "），文件不是文本表格或已损坏。"
		en = "there is a control character (" + kind + ") here: the file is no text table, or damaged."
	case kind != "":
		zh = "文件的内容是 " + kind + "，不是文本表格，应为 CSV 等文本文件。"
		en = "the content of the file is " + kind + ", not a text table; a text file such as CSV is expected."
	}
	return &Error{Code: "binary", Line: line, Column: column, ZH: zh, EN: en}
}

// utf16 decodes UTF-16 of a known byte order.
func (t *Table) utf16(data []byte, name string, order binary.ByteOrder) (string, *Error) {
	t.Encoding = name
	lost := len(data)%2 != 0
	var b strings.Builder
	b.Grow(len(data))
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			var low rune
			if i+3 < len(data) {
				low = rune(order.Uint16(data[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
				lost = true
			} else {
				i += 2
			}
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' {
			line, column := position(b.String())
			return "", binaryError(line, column, fmt.Sprintf("0x%02X", r))
		}
		b.WriteRune(r)
	}
	if lost {
		t.guess(GuessEncoding)
	}
	return b.String(), nil
}

// bareUTF16 recognises UTF-16 without a byte order mark: text has zero bytes
// only as the high bytes of its ASCII characters, and tables are full of
// those. It returns "" for anything else.
func bareUTF16(head []byte) string {
	zeros := bytes.Count(head, []byte{0})
	if zeros == 0 || zeros*5 < len(head)*2 && printable(head) {
		return "" // ASCII has zeros all over
	}
	count := func(order binary.ByteOrder) (ascii, bad int) {
		for i := 0; i+1 < len(head); i += 2 {
			switch c := order.Uint16(head[i:]); {
			case c == '\n', c == '\r', c == '\t', c >= ' ' && c < 0x7F:
				ascii++
			case c < ' ', c >= 0xE000 && c < 0xF900, c >= 0xFFF0:
				bad++
			}
		}
		return ascii, bad
	}
	name := UTF16LE
	ascii, bad := count(binary.LittleEndian)
	if a, b := count(binary.BigEndian); a > ascii {
		name, ascii, bad = UTF16BE, a, b
	}
	if units := len(head) / 2; ascii*50 < units || bad*100 > units {
		return ""
	}
	return name
}

// printable reports whether all but zero bytes are ASCII that can be seen.
func printable(data []byte) bool {
	return !bytes.ContainsFunc(data, func(r rune) bool {
		return r >= 0x7F || r != 0 && r < ' ' && r != '\n' && r != '\r' && r != '\t'
	})
}

// mostlyUTF8 reports whether data is UTF-8 but for a few broken characters, or
// for the last one where a file was cut.
func mostlyUTF8(data []byte) bool {
	for n := 1; n < utf8.UTFMax && n < len(data); n++ {
		if rest := data[len(data)-n]; rest >= 0xC0 {
			head := data[:len(data)-n]
			return bytes.ContainsFunc(head, func(r rune) bool { return r >= utf8.RuneSelf }) && utf8.Valid(head)
		}
	}
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return bad*20 < good
}

// gbScore is what the bytes of a file look like when they are read as GB18030.
type gbScore struct {
	first, second int // hanzi of the first and second level of GB 2312: almost all of any text
	signs         int // its punctuation, and characters of four bytes
	rare          int // what GBK adds: a Western letter before an ASCII letter looks like it
	bad           int // no GB18030
}

func scoreGB(data []byte) gbScore {
	var s gbScore
	for i := 0; i < len(data); {
		c := data[i]
		if c < 0x80 {
			i++
			continue
		}
		var d byte
		if i+1 < len(data) {
			d = data[i+1]
		}
		switch {
		case c == 0x80 || c == 0xFF:
			s.bad++
			i++
			continue
		case d >= '0' && d <= '9':
			if i+3 < len(data) && data[i+2] > 0x80 && data[i+2] < 0xFF && data[i+3] >= '0' && data[i+3] <= '9' {
				s.signs++
				i += 4
			} else {
				s.bad++
				i++
			}
			continue
		case d < 0x40 || d == 0x7F || d == 0xFF:
			s.bad++
			i++
			continue
		case d < 0xA1 || c < 0xA1 || c > 0xF7 || c > 0xA9 && c < 0xB0:
			s.rare++
		case c <= 0xA9:
			s.signs++
		case c <= 0xD7:
			s.first++
		default:
			s.second++
		}
		i += 2
	}
	return s
}

// chinese reports whether the text is rather Chinese than Western.
func (s gbScore) chinese() bool {
	hanzi := s.first + s.second + s.signs
	return hanzi > s.rare && hanzi > 4*s.bad
}

// doubtful reports whether Chinese text has more unusual characters than usual.
func (s gbScore) doubtful() bool {
	return s.bad > 0 || s.first < 4*(s.second+s.rare)
}
