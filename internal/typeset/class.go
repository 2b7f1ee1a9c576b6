package typeset

import (
	"strings"
	"sync"
	"unicode"
)

// class is what a character is to line breaking and spacing.
type class uint8

const (
	hanzi   class = iota // ideographs, kana, full-width symbols: may break on either side
	latin                // letters, digits and what clings to them
	space                // a breaking space
	opening              // never at a line's end
	closing              // never at a line's start
	dash                 // — … : never torn from itself, nor put at a line's start
)

// CLREQ 3.1.1 and the line-start and line-end prohibitions of GB/T 15834.
const (
	openers = "（［｛「『【〔〖〈《“‘([{"
	closers = "，。、；：！？％）］｝」』】〕〗〉》”’·…‰′″℃,.;:!?%)]}¢°々〃"
)

func classify(r rune) class {
	if r >= 0 && r <= 0xFFFF {
		return classes()[r]
	}
	return classOf(r)
}

// classes holds the class of every character of the basic plane: every
// character of every text is asked for, several times.
var classes = sync.OnceValue(func() *[0x10000]class {
	var t [0x10000]class
	for r := range t {
		t[r] = classOf(rune(r))
	}
	return &t
})

func classOf(r rune) class {
	switch {
	case r == ' ' || r == '\t' || r == '\n':
		return space
	case r == '—' || r == '―' || r == '…':
		return dash
	case strings.ContainsRune("−×÷±≈≠≤≥", r): // signs that cling to a number
		return latin
	case strings.ContainsRune(openers, r):
		return opening
	case strings.ContainsRune(closers, r):
		return closing
	case unicode.Is(unicode.Han, r), unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r),
		unicode.Is(unicode.Hangul, r), r >= 0x3000 && r <= 0x303F, r >= 0xFF00 && r <= 0xFFEF,
		r >= 0x2460 && r <= 0x24FF, r >= 0x2190 && r <= 0x27BF:
		return hanzi
	}
	return latin
}

func isHan(r rune) bool    { return classify(r) == hanzi }
func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return classify(r) == latin && unicode.IsLetter(r) }

// isWord reports whether r is what hanzi keep a quarter em away from: Latin
// letters and digits, with the signs that belong to a number.
func isWord(r rune) bool {
	return isDigit(r) || isLetter(r) || strings.ContainsRune("%‰°+−$€£@#&", r)
}

// halfWidth tells which half of a full-width punctuation mark is blank: -1 the
// left, 1 the right, 0 neither.
func halfWidth(r rune) int {
	switch {
	case strings.ContainsRune("（［｛「『【〔〖〈《“‘", r):
		return -1
	case strings.ContainsRune("，。、；：）］｝」』】〕〗〉》”’", r):
		return 1
	}
	return 0
}

// unitsAfterNumber are the words that a number is never parted from, longest
// first within a common beginning.
var unitsAfterNumber = strings.Fields(`
	万亿元 亿元 万元 亿美元 万美元 美元 万亿 亿千瓦时 万千瓦时 千瓦时 亿立方米 万立方米 立方米 万平方米 平方米 平方公里 公顷 公里
	亿吨 万吨 吨 亿人次 万人次 人次 万人 亿人 人 万户 户 万家 家 万个 个百分点 个月 个 项 件 场 次 倍 亿 万 元 年 月 日 季度 月份
	万辆 辆 万台 台 万套 套 亩 万亩 %`)

// stuckSpace reports whether the space between two words must not break: a
// currency and its amount, a number and its scale or sign.
func stuckSpace(before, after string) bool {
	endsInDigit := before != "" && isDigit(rune(before[len(before)-1]))
	startsWithDigit := after != "" && isDigit(rune(after[0]))
	switch before {
	case "RMB", "US$", "USD", "CNY", "No.", "Table", "Figure", "Q1", "Q2", "Q3", "Q4":
		return startsWithDigit
	}
	if endsInDigit {
		for _, w := range []string{"thousand", "million", "billion", "trillion", "percent", "percentage", "points", "pp", "kWh", "%"} {
			if strings.TrimRight(after, ".,;:)") == w {
				return true
			}
		}
	}
	return false
}

// Words cuts a text at the spaces where a line may break: RMB 27 billion is one.
func Words(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if n := len(out); n > 0 {
			last := out[n-1]
			if stuckSpace(last[strings.LastIndexByte(last, ' ')+1:], w) {
				out[n-1] = last + " " + w
				continue
			}
		}
		out = append(out, w)
	}
	return out
}
