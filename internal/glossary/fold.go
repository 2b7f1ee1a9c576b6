package glossary

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// fold appends to dst what distinguishes a name: no spaces, punctuation or
// brackets (what stands in them stays), no difference of width, case, number or
// spelling, no words for “the”, “of” and “and”, and the short forms 规上 and 限上
// for 规模以上 and 限额以上.
func fold(dst []byte, s string) []byte {
	start := len(dst)
	word := -1 // where the Latin word that is being read begins in dst
	for _, r := range s {
		if r >= utf8.RuneSelf {
			r = narrow(r)
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '\'' || r == '’':
			continue // the word goes on
		case isHan(r):
			if word >= 0 {
				dst, word = endWord(dst, word), -1
			}
			switch r {
			case '的', '和', '与', '及':
				continue
			case '它':
				r = '他'
			case '上':
				dst = shortened(dst, start)
			case '工': // 规模工业 is 规上工业
				if bytes.HasSuffix(dst[start:], scale[:2*len("规")]) {
					dst = append(dst[:len(dst)-len("模")], "上"...)
				}
			}
			dst = utf8.AppendRune(dst, r)
			continue
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = unicode.ToLower(r)
		default:
			if word >= 0 {
				dst, word = endWord(dst, word), -1
			}
			continue
		}
		if word < 0 {
			word = len(dst)
		}
		dst = utf8.AppendRune(dst, r)
	}
	if word >= 0 {
		dst = endWord(dst, word)
	}
	return dst
}

var (
	scale = []byte("规模以") // before 上
	quota = []byte("限额以")
)

// shortened drops 模以 and 额以 before the 上 that is to come.
func shortened(dst []byte, start int) []byte {
	if bytes.HasSuffix(dst[start:], scale) || bytes.HasSuffix(dst[start:], quota) {
		return dst[:len(dst)-2*utf8.RuneLen('以')]
	}
	return dst
}

// endWord drops the English word that begins at from if it says nothing, and
// otherwise undoes its plural and its spelling.
func endWord(dst []byte, from int) []byte {
	w := dst[from:]
	switch string(w) {
	case "the", "of", "and":
		return dst[:from]
	case "labour":
		return append(dst[:from], "labor"...)
	case "defence":
		return append(dst[:from], "defense"...)
	case "centre", "centres":
		return append(dst[:from], "center"...)
	case "tonne", "tonnes":
		return append(dst[:from], "ton"...)
	}
	n := len(w)
	switch {
	case n > 4 && string(w[n-3:]) == "ies":
		return append(dst[:len(dst)-3], 'y')
	case n > 3 && w[n-1] == 's' && w[n-2] != 's':
		return dst[:len(dst)-1]
	}
	return dst
}

// narrow makes a full-width form half-width.
func narrow(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - 0xFEE0
	case r == '\u3000' || r == '\u00a0':
		return ' '
	}
	return r
}

// isHan reports whether r is a Chinese character, of any plane.
func isHan(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// hasHan reports whether a text is Chinese, at least in part.
func hasHan(s string) bool {
	for _, r := range s {
		if isHan(r) {
			return true
		}
	}
	return false
}
