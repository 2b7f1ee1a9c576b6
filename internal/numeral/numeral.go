// Package numeral finds the numbers in a sentence, in Chinese and in English,
// and what they mean in full: 432.6亿元 and RMB 43.26 billion are one number.
package numeral

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// Lang is the language of a text.
type Lang string

const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// A Number is one number in a text.
type Number struct {
	From, To int             // its digits in the text, in bytes
	End      int             // of the scale and unit behind it
	Value    decimal.Decimal // as written, with its minus sign: −43.26
	Full     decimal.Decimal // in full digits: −43260000000
	Scale    int32           // the power of ten of the word after it: 9
	Unit     string          // what follows: 元, %, 个百分点, percentage points; "" for nothing
}

// Places is how many digits after the point are written.
func (n Number) Places() int { return max(0, -int(n.Value.Exponent())) }

// Percent reports a number that % follows.
func (n Number) Percent() bool { return n.Unit == "%" }

// Points reports a difference in percentage points.
func (n Number) Points() bool {
	return strings.HasPrefix(n.Unit, "个百分点") || strings.HasPrefix(n.Unit, "百分点") || strings.HasPrefix(n.Unit, "percentage point") || n.Unit == "pp"
}

var (
	// Years, months, days, quarters and clock times are no quantities.
	datesZH = regexp.MustCompile(`\d{2,4}\s*(?:[—–\-~～至]\s*\d{2,4}\s*)?年(?:度|末|底|初|中)?|\d{1,2}\s*(?:[—–\-~～至]\s*\d{1,2}\s*)?(?:月份?|日|季度|时|点钟)(?:末|底)?|[QH][1-4]\b|\d{4}-\d{2}(?:-\d{2})?`)
	datesEN = regexp.MustCompile(`\b[QH][1-4]\b|\d{4}-\d{2}(?:-\d{2})?|\b\d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})? (?:` + months + `)\b|\b(?:` + months + `) \d{1,2}(?:,|\b)|(?:^|[^\d.,])(?:19|20)\d{2}(?:[–/-](?:(?:19|20)?\d{2}))?\b`)
	number  = regexp.MustCompile(`([−-]?)(?:(?:RMB|US\$|HK\$|EUR|JPY|GBP|CNY|USD|\$|¥|€|£) ?)?(\d[\d,]*(?:\.\d+)?)`)
	after   = map[Lang]*regexp.Regexp{
		Chinese: regexp.MustCompile(`^\s?(万亿|亿|万|千|百)?(个百分点|百分点|%|％|‰|[\p{Han}]{1,4})?`),
		English: regexp.MustCompile(`^(?:[ -](trillion|billion|million|thousand)\b)?\s?(%|‰|pp\b|percentage points?|per cent|percent|[a-zA-Z]+)?`),
	}
	powers = map[string]int32{"百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
)

const months = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`

// Find lists the numbers of a text in their order, without years, months and
// dates. Of 300–350 million, the scale stands once.
func Find(text string, lang Lang) []Number {
	masked := datesZH
	if lang == English {
		masked = datesEN
	}
	rest := masked.ReplaceAllStringFunc(text, func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return 0
			}
			return r
		}, s)
	})
	var out []Number
	for _, m := range number.FindAllStringSubmatchIndex(rest, -1) {
		digits := strings.TrimRight(rest[m[4]:m[5]], ",")
		v, err := decimal.NewFromString(strings.ReplaceAll(digits, ",", ""))
		if err != nil {
			continue
		}
		if sign := rest[m[2]:m[3]]; sign == "−" || sign == "-" && (m[2] == 0 || !wordBefore(rest[:m[2]])) {
			v = v.Neg()
		}
		n := Number{From: m[4], To: m[4] + len(digits), Value: v}
		a := after[lang].FindStringSubmatch(rest[n.To:])
		n.Scale, n.Unit, n.End = powers[a[1]], strings.ReplaceAll(a[2], "％", "%"), n.To+len(a[0])
		if n.Unit == "percent" || n.Unit == "per cent" {
			n.Unit = "%"
		}
		out = append(out, n)
	}
	for i := len(out) - 2; i >= 0; i-- {
		if dash := rest[out[i].To:out[i+1].From]; (dash == "—" || dash == "–" || dash == "-" || dash == "至" || dash == "~") && out[i].Scale == 0 && out[i].Unit == "" {
			out[i].Scale, out[i].Unit = out[i+1].Scale, out[i+1].Unit
		}
	}
	for i := range out {
		out[i].Full = out[i].Value.Shift(out[i].Scale)
	}
	return out
}

// wordBefore reports that a hyphen joins words or a range rather than being a
// sign.
func wordBefore(s string) bool {
	last := s[len(s)-1]
	return last >= '0' && last <= '9' || last >= 'a' && last <= 'z' || last >= 'A' && last <= 'Z' || last >= 0x80
}

// Disagree lists the numbers, as they are written, that a Chinese text states and
// its English does not, and the reverse. A small whole number may be a word in
// either language: 9个领域, nine areas.
func Disagree(zh, en string) (onlyZH, onlyEN []string) {
	a, b := Find(zh, Chinese), Find(en, English)
	used := make([]bool, len(b))
	for _, n := range a {
		found := false
		for j, m := range b {
			if !used[j] && n.Full.Abs().Equal(m.Full.Abs()) {
				used[j], found = true, true
				break
			}
		}
		if !found && !inWords(n, en, English) && !year(n, en) {
			onlyZH = append(onlyZH, strings.TrimSpace(zh[n.From:n.End]))
		}
	}
	for j, m := range b {
		if !used[j] && !inWords(m, zh, Chinese) && !year(m, zh) {
			onlyEN = append(onlyEN, strings.TrimSpace(en[m.From:m.End]))
		}
	}
	return onlyZH, onlyEN
}

// year reports a number that reads as a year, and stands in the other text as
// one.
func year(n Number, text string) bool {
	v := n.Full.String()
	return len(v) == 4 && (v[:2] == "19" || v[:2] == "20") && strings.Contains(text, v)
}

var words = map[Lang][]string{
	Chinese: {"零", "一", "二两双", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"},
	English: {"zero|no", "one|first|single|a", "two|second|both|twice|double", "three|third", "four|fourth", "five|fifth", "six|sixth", "seven|seventh", "eight|eighth", "nine|ninth", "ten|tenth", "eleven|eleventh", "twelve|twelfth"},
}

// inWords reports that a text says a small whole number in words.
func inWords(n Number, text string, lang Lang) bool {
	v := n.Full.IntPart()
	if !n.Full.Equal(decimal.NewFromInt(v)) || v < 0 || int(v) >= len(words[lang]) || n.Percent() {
		return false
	}
	w := words[lang][v]
	if lang == Chinese {
		return v >= 10 && strings.Contains(text, w) || v < 10 && strings.ContainsAny(text, w)
	}
	for _, x := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		for alt := range strings.SplitSeq(w, "|") {
			if x == alt {
				return true
			}
		}
	}
	return false
}
