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
	Text     string          // as it is written, with scale and unit
}

// Places is how many digits after the point are written.
func (n Number) Places() int { return max(0, -int(n.Value.Exponent())) }

// Percent reports a number that % follows.
func (n Number) Percent() bool { return n.Unit == "%" }

// Bare reports a whole number below 100 without scale, percent or points, 9 of
// 9个领域, and a plain hundred or thousand, 100 days of 百日行动: it may be a word in
// another language or not be there at all.
func (n Number) Bare() bool {
	small := n.Value.Abs().LessThan(hundred) || n.Value.Equal(hundred) || n.Value.Equal(thousand)
	return n.Scale == 0 && !n.Percent() && !n.Points() && n.Value.IsInteger() && small
}

var hundred, thousand = decimal.NewFromInt(100), decimal.NewFromInt(1000)

// Points reports a difference in percentage points.
func (n Number) Points() bool {
	return strings.HasPrefix(n.Unit, "个百分点") || strings.HasPrefix(n.Unit, "百分点") || strings.HasPrefix(n.Unit, "percentage point") || n.Unit == "pp"
}

var (
	number = regexp.MustCompile(`([−-]?)(?:(?:RMB|US\$|HK\$|EUR|JPY|GBP|CNY|USD|\$|¥|€|£) ?)?(\d[\d,]*(?:\.\d+)?)`)
	// 千瓦 and 百分点 are units, not thousands and hundreds of one.
	after = map[Lang]*regexp.Regexp{
		Chinese: regexp.MustCompile(`^\s?()(个百分点|百分点|千瓦时?|千米|千克|千卡|千伏)|^\s?(个亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(%|％|‰|[\p{Han}]{1,4})?`),
		English: regexp.MustCompile(`^(?:[ -]?(hundred million|ten thousand|hundred thousand|trillion|billion|million|thousand|tn|trn|bn|mn)\b)?\s?(%|‰|pp\b|percentage points?|per cent|percent|[a-zA-Z]+)?`),
	}
	powers = map[string]int32{
		"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "个亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
		"thousand": 3, "ten thousand": 4, "hundred thousand": 5, "million": 6, "mn": 6, "hundred million": 8, "billion": 9, "bn": 9, "trillion": 12, "tn": 12, "trn": 12,
	}
	// joins are what stands between the ends of a range, and what a unit is not.
	joins     = map[string]bool{"—": true, "——": true, "–": true, "-": true, "~": true, "～": true, "至": true, "到": true, "to": true}
	unitStops = regexp.MustCompile(`[至到和与或及]`)
)

// Find lists the numbers of a text in their order, without years, months and
// dates. Of 300–350 million, the scale stands once; 2万5千 is one number.
func Find(text string, lang Lang) []Number {
	rest, _ := withoutDates(text, lang)
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
		n.read(rest, lang)
		if k := len(out) - 1; k >= 0 && out[k].End == n.From && out[k].Scale > n.Scale && out[k].Unit == "" && n.Scale > 0 {
			n.From, n.Value = out[k].From, out[k].Value.Shift(out[k].Scale-n.Scale).Add(n.Value)
			out = out[:k]
		}
		out = append(out, n)
	}
	for i := len(out) - 2; i >= 0; i-- {
		if out[i].Scale == 0 && out[i].Unit == "" && ranges(rest, out[i], out[i+1]) {
			out[i].Scale, out[i].Unit = out[i+1].Scale, out[i+1].Unit
		}
	}
	for i := range out {
		n := &out[i]
		n.Full, n.Text = n.Value.Shift(n.Scale), strings.TrimSpace(text[n.From:n.End])
	}
	return out
}

// read takes in the scale and the unit that follow the digits.
func (n *Number) read(text string, lang Lang) {
	a := after[lang].FindStringSubmatch(text[n.To:])
	n.End = n.To + len(a[0])
	scale, unit := a[1], a[2]
	if lang == Chinese && unit == "" {
		scale, unit = a[3], a[4]
		if cut := unitStops.FindStringIndex(unit); cut != nil {
			n.End -= len(unit) - cut[0]
			unit = unit[:cut[0]]
		}
	}
	if lang == English && (unit == "to" || unit == "and" || unit == "or") {
		n.End -= len(unit)
		unit = ""
	}
	switch unit = strings.ReplaceAll(unit, "％", "%"); unit {
	case "percent", "per cent":
		unit = "%"
	}
	n.Scale, n.Unit = powers[scale], unit
}

// ranges reports two numbers that are the ends of a range, of which the second
// has the scale and the unit for both: 5至7亿元, 5 to 7 billion, between 5 and 7.
func ranges(text string, a, b Number) bool {
	gap := strings.TrimSpace(text[a.To:b.From])
	for _, mark := range [...]string{"RMB", "US$", "$"} {
		gap = strings.TrimSpace(strings.TrimSuffix(gap, mark))
	}
	return joins[gap] || gap == "and" && strings.Contains(strings.ToLower(text[:a.From]), "between ")
}

// wordBefore reports that a hyphen joins words or a range rather than being a
// sign.
func wordBefore(s string) bool {
	last := s[len(s)-1]
	return last >= '0' && last <= '9' || last >= 'a' && last <= 'z' || last >= 'A' && last <= 'Z' || last >= 0x80
}
