package numeral

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Disagree lists the numbers that a Chinese text states and its English does
// not, and the reverse. A whole number below 100 may be a word in either
// language (9个领域, nine areas; 二十大, the 20th), and what reads as a date in
// one a plain number in the other: 40年, 40 years.
func Disagree(zh, en string) (onlyZH, onlyEN []Number) {
	zh, en = fold.Replace(zh), fold.Replace(en)
	a, b := Find(zh, Chinese), Find(en, English)
	used := make([]bool, len(b))
	_, datesEN := withoutDates(en, English)
	_, datesZH := withoutDates(zh, Chinese)
	for _, n := range a {
		j := 0
		for j < len(b) && (used[j] || !n.Full.Abs().Equal(b[j].Full.Abs())) {
			j++
		}
		switch {
		case j < len(b):
			used[j] = true
		case !n.inWords(en, English) && !n.dated(datesEN):
			onlyZH = append(onlyZH, n)
		}
	}
	for j, m := range b {
		if !used[j] && !m.inWords(zh, Chinese) && !m.dated(datesZH) {
			onlyEN = append(onlyEN, m)
		}
	}
	return onlyZH, onlyEN
}

// fold turns full-width digits and signs into the others.
var fold = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9", "．", ".", "％", "%", "－", "-")

// dated reports a plain number that stands in a date of the other text.
func (n Number) dated(dates []string) bool {
	return n.Scale == 0 && !n.Percent() && !n.Points() && n.Value.IsInteger() && slices.Contains(dates, n.Value.Abs().String())
}

var (
	digitsZH = [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	onesEN   = [...]string{"zero no", "one first single a once", "two second both twice double", "three third", "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth",
		"eleven eleventh", "twelve twelfth dozen", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth"}
	tensEN = [...]string{"", "", "twenty twentieth", "thirty thirtieth", "forty fortieth", "fifty fiftieth", "sixty sixtieth", "seventy seventieth", "eighty eightieth", "ninety ninetieth"}
)

// inWords reports that a text says a whole number below 100 in words.
func (n Number) inWords(text string, lang Lang) bool {
	if !n.Value.IsInteger() || n.Full.Abs().GreaterThanOrEqual(decimal.NewFromInt(100)) || n.Percent() {
		return false
	}
	v := int(n.Full.Abs().IntPart())
	if lang == Chinese {
		return saysZH(text, v)
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
	for i, w := range words {
		if v < 20 && among(w, onesEN[v]) {
			return true
		}
		if v >= 20 && v%10 == 0 && among(w, tensEN[v/10]) {
			return true
		}
		if v > 20 && v%10 > 0 && i+1 < len(words) && among(w, tensEN[v/10]) && among(words[i+1], onesEN[v%10]) {
			return true
		}
	}
	return false
}

func among(w, list string) bool { return slices.Contains(strings.Fields(list), w) }

// saysZH reports that a text has the word for v, not as a piece of a longer one:
// the 五 of 十五 is no 5, but that of 十四五 is.
func saysZH(text string, v int) bool {
	if v == 2 && strings.ContainsAny(text, "两双") || v == 0 && strings.Contains(text, "无") {
		return true
	}
	word := digitsZH[v%10]
	if v >= 10 {
		word = "十" + strings.TrimPrefix(word, "零")
		if v >= 20 {
			word = digitsZH[v/10] + word
		}
	}
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		behind, _ := utf8.DecodeRuneInString(text[i+len(word):])
		inTens := behind == '十' || before == '十' || v >= 10 && v < 20 && slices.Contains(digitsZH[1:], string(before)) ||
			v >= 10 && v%10 == 0 && slices.Contains(digitsZH[1:], string(behind))
		if !inTens {
			return true
		}
		from = i + len(word)
	}
}
