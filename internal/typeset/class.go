package typeset

import "unicode"

// class is what a character is to spacing and to our own rules of breaking.
type class uint8

const (
	latin   class = iota // letters, digits and what clings to them
	hanzi                // ideographs, kana, full-width symbols: may break on either side
	space                // a breaking space, never at a line's start
	glue                 // a space that does not break
	opening              // never at a line's end
	closing              // never at a line's start
	dash                 // — … ～: never torn from itself, nor put at a line's start
	circled              // ①: a note mark or the number of a point
	nothing              // no ink, no width: zero width space, word joiner, soft hyphen …
)

const (
	zeroWidthSpace = '\u200B'
	softHyphen     = '\u00AD'
	wordJoiner     = '\u2060'
	noBreakSpace   = '\u00A0'
)

func classify(r rune) class {
	switch {
	case r < 0:
		return latin
	case r < 0x80:
		return ascii[r]
	case r >= 0x4E00 && r <= 0x9FFF:
		return hanzi
	}
	return classOf(r)
}

var ascii = [0x80]class{
	' ': space, '\t': space,
	'(': opening, '[': opening, '{': opening,
	',': closing, '.': closing, ':': closing, ';': closing, '!': closing, '?': closing, '%': closing,
	')': closing, ']': closing, '}': closing,
}

// classOf follows CLREQ 3.1.4 (行首行尾禁则) and GB/T 15834 for punctuation.
func classOf(r rune) class {
	switch r {
	case '（', '［', '｛', '「', '『', '【', '〔', '〖', '〈', '《', '“', '‘', '￥', '＄', '￡':
		return opening
	case '，', '。', '、', '；', '：', '！', '？', '％', '）', '］', '｝', '」', '』', '】', '〕', '〗', '〉', '》', '”', '’',
		'·', '・', '‰', '′', '″', '℃', '¢', '°', '々', '〃', '．':
		return closing
	case '—', '―', '…', '～', '〜', '⸺':
		return dash
	case '\u3000', '\u1680', '\u205F': // the full-width space breaks as any other
		return space
	case noBreakSpace, '\u202F', '\u2007':
		return glue
	case '−', '×', '÷', '±', '≈', '≠', '≤', '≥': // signs that cling to a number
		return latin
	}
	switch {
	case r < 0x2000:
		if r == softHyphen || r >= 0x180B && r <= 0x180F {
			return nothing
		}
		if r >= 0x1100 && r <= 0x11FF {
			return hanzi // Hangul jamo
		}
		return latin
	case r <= 0x200A:
		return space
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, // joiners, direction marks
		r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF, r >= 0xE0000 && r <= 0xE0FFF: // variation selectors, tags
		return nothing
	case r >= 0x2460 && r <= 0x249B, r >= 0x24EA && r <= 0x24FF, r >= 0x2776 && r <= 0x2793, r >= 0x3220 && r <= 0x3229:
		return circled
	case r >= 0x2190 && r <= 0x27BF, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7FF,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE4F, r >= 0xFF00 && r <= 0xFFEF,
		r >= 0x1F000 && r <= 0x1FAFF, // pictographs
		r >= 0x20000 && r <= 0x3FFFD: // the supplementary planes of ideographs, assigned or not (UAX #14, class ID)
		return hanzi
	}
	return latin
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return classify(r) == latin && unicode.IsLetter(r)
}

// isWord reports whether r is what hanzi keep a quarter em away from: Latin
// letters and digits, with the signs that belong to a number.
func isWord(r rune) bool {
	switch r {
	case '%', '‰', '°', '+', '−', '$', '€', '£', '@', '#', '&':
		return true
	}
	return isDigit(r) || isLetter(r)
}

// isCombining reports whether r goes over the character before it.
func isCombining(r rune) bool {
	return r >= 0x300 && classify(r) == latin && unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc)
}

// halfWidth tells which half of a full-width punctuation mark is blank: -1 the
// left, 1 the right, 0 neither.
func halfWidth(r rune) int {
	switch r {
	case '（', '［', '｛', '「', '『', '【', '〔', '〖', '〈', '《', '“', '‘':
		return -1
	case '，', '。', '、', '；', '：', '）', '］', '｝', '」', '』', '】', '〕', '〗', '〉', '》', '”', '’', '．':
		return 1
	}
	return 0
}
