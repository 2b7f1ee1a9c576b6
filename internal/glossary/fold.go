package glossary

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// fold appends to dst what distinguishes a name: no spaces, punctuation or
// brackets (what stands in them stays), no difference of width, case, number or
// spelling, no words for “the”, “of” and “and”, and the short forms of 规模以上
// and 限额以上.
func fold(dst []byte, s string) []byte {
	start := len(dst)
	word := -1 // where the Latin word that is being read begins in dst
	size := 0
	for i := 0; i < len(s); i += size {
		r := rune(s[i])
		if size = 1; r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			r = narrow(r)
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '\'' || r == '’':
			continue // the word goes on
		case isHan(r):
			dst, word = endWord(dst, word), -1
			switch r {
			case '的', '和', '与', '及':
			case '它':
				dst = append(dst, "他"...)
			default:
				dst = append(dst, s[i:i+size]...)
			}
			continue
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			r = unicode.ToLower(r)
		default:
			dst, word = endWord(dst, word), -1
			continue
		}
		if word < 0 {
			word = len(dst)
		}
		dst = utf8.AppendRune(dst, r)
	}
	dst = endWord(dst, word)
	for _, f := range shortForms {
		if i := bytes.Index(dst[start:], f.long); i >= 0 {
			i += start
			n := copy(dst[i:], f.short)
			dst = append(dst[:i+n], dst[i+len(f.long):]...)
		}
	}
	return dst
}

// shortForms are official shorter forms of words that stand inside names. None
// is longer than what it stands for.
var shortForms = []struct{ long, short []byte }{
	{[]byte("规模以上"), []byte("规上")},
	{[]byte("限额以上"), []byte("限上")},
	{[]byte("自年初累计"), []byte("累计")},
}

// endWord drops the English word that begins at from if it says nothing, and
// otherwise undoes its plural and its spelling.
func endWord(dst []byte, from int) []byte {
	if from < 0 {
		return dst
	}
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

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= utf8.RuneSelf && unicode.Is(unicode.Han, r)
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
