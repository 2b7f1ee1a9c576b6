package briefing

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
	"jianbao/internal/indicator"
)

// magnitudes are the powers of ten that English prose names.
var magnitudes = [...]struct {
	exp  int
	word string
}{{12, " trillion"}, {9, " billion"}, {6, " million"}}

// englishScale is the power of ten at the head of an English unit: 100 million
// kWh, 10 thousand persons, RMB 100 million.
var englishScale = regexp.MustCompile(`^(?i:(?:RMB|CNY|US\$|USD)\s+)?(?:10,?000|100,?000,?000|10 thousand|100 million|thousand|million|billion|trillion|10k|100m)\b\s*(?:of\s+)?`)

// concentration is a unit that English writes by its symbol.
var concentration = regexp.MustCompile(`^(?i:micrograms? per cubic met(re|er)|[uμµ]g/m(3|³))$`)

// nouns are English names of units whose own text does not give one.
var nouns = map[string]string{
	"person": "persons", "household": "households", "tonne": "tonnes", "kWh": "kWh",
	"m2": "square metres", "km2": "square kilometres", "km": "kilometres", "ha": "hectares",
}

// currencies are what English sets before an amount.
var currencies = map[string]string{"CNY": "RMB ", "USD": "US$", "EUR": "EUR ", "HKD": "HK$", "JPY": "JPY ", "GBP": "GBP ",
	"SGD": "S$", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "TWD": "NT$", "MOP": "MOP ", "RWF": "RWF ", "KES": "KES ", "UGX": "UGX ", "INR": "INR ", "KRW": "KRW "}

// amount is a value in the natural unit of each language: Chinese keeps the
// unit of the source; English moves the decimal point to millions, billions or
// trillions. The value is first rounded to places, then converted exactly, so
// that both languages say the same number.
func amount(v Decimal, u indicator.Unit, places int) Amount {
	to := larger(v, u)
	v, places = rescaled(v, u, to, places)
	u, v = to, round(v, places)
	a := Amount{ZH: chineseAmount(v, u, places)}
	if strings.HasPrefix(a.ZH.After, "%") || strings.HasPrefix(a.ZH.After, "‰") {
		a.EN = AmountParts{Number: grouped(v, places), After: a.ZH.After[:len(percentSign(a.ZH.After))]}
		return a
	}
	a.EN = englishAmount(v, u, places)
	return a
}

// chineseAmount keeps the unit of the source, but for powers of ten that Chinese
// does not count in: 673300.3百万美元 is 6733.003亿美元.
func chineseAmount(v Decimal, u indicator.Unit, places int) AmountParts {
	p := AmountParts{Number: plain(v, places), After: chineseUnit(u)}
	if u.Base == "" || u.Scale != 3 && u.Scale != 6 && u.Scale != 9 {
		return p
	}
	base := indicator.ChineseUnit(indicator.Unit{Base: u.Base})
	if base == "" {
		return p
	}
	if places < 0 {
		places = digitsAfterPoint(v)
	}
	total := v.Shift(int32(u.Scale))
	for _, m := range [...]struct {
		exp  int
		word string
	}{{12, "万亿"}, {8, "亿"}, {4, "万"}, {0, ""}} {
		if m.exp > 0 && total.Abs().LessThan(decimal.New(1, int32(m.exp))) {
			continue
		}
		p.Number, p.After = plain(total.Shift(int32(-m.exp)), max(0, places+m.exp-u.Scale)), m.word+base
		break
	}
	return p
}

// percentSign is the sign that begins s.
func percentSign(s string) string {
	if strings.HasPrefix(s, "‰") {
		return "‰"
	}
	return "%"
}

// chineseUnit is the unit after a Chinese number.
func chineseUnit(u indicator.Unit) string {
	if isIndex(u) {
		return ""
	}
	if u.Text.ZH != "" {
		return u.Text.ZH
	}
	if u.Text.EN != "" && u.Text.EN != "%" {
		return " " + u.Text.EN
	}
	return u.Text.EN
}

func englishAmount(v Decimal, u indicator.Unit, places int) AmountParts {
	before, noun := englishUnit(u)
	p := AmountParts{Before: before}
	if v.Sign() < 0 {
		p.Before = minus + before
		v = v.Neg()
	}
	if u.Scale <= 0 {
		p.Number = grouped(v, places)
		p.After = inflect(noun, p.Number)
		return p
	}
	if places < 0 {
		places = digitsAfterPoint(v)
	}
	total := v.Shift(int32(u.Scale))
	for _, m := range magnitudes {
		if total.GreaterThanOrEqual(decimal.New(1, int32(m.exp))) {
			p.Number = grouped(total.Shift(int32(-m.exp)), max(0, places+m.exp-u.Scale))
			if places == 0 && strings.Contains(p.Number, ".") { // 400亿元 is 40 billion, not 40.0
				p.Number = strings.TrimRight(strings.TrimRight(p.Number, "0"), ".")
			}
			p.After = m.word + inflect(noun, p.Number+m.word)
			return p
		}
	}
	p.Number = grouped(total, max(0, places-u.Scale))
	p.After = inflect(noun, p.Number)
	return p
}

// englishUnit cuts an English unit into what stands before the number (a
// currency) and what stands after it, without its power of ten.
func englishUnit(u indicator.Unit) (before, after string) {
	if isIndex(u) {
		return "", ""
	}
	if sign, ok := currencies[u.Base]; ok {
		return sign, ""
	}
	text := u.Text.EN
	for _, c := range [...]struct{ written, set string }{{"RMB", "RMB "}, {"CNY", "RMB "}, {"US$", "US$"}, {"USD", "US$"}, {"yuan", "RMB "}} {
		if len(text) >= len(c.written) && strings.EqualFold(text[:len(c.written)], c.written) {
			before, text = c.set, strings.TrimSpace(text[len(c.written):])
			break
		}
	}
	if u.Scale > 0 {
		text = englishScale.ReplaceAllString(text, "")
	} else if text != "" && text[0] >= '0' && text[0] <= '9' {
		// A multiple that was not understood must not run into the number.
		return before, "(× " + text + ")"
	}
	if concentration.MatchString(text) {
		return before, "µg/m³"
	}
	if text == "" && before == "" {
		if text = nouns[u.Base]; text == "" {
			text = u.Text.ZH
		}
	}
	return before, text
}

// isIndex reports a unit that only names a base, such as 上年同月=100: it says
// what a number is, but does not follow it.
func isIndex(u indicator.Unit) bool {
	return u.Base == "index" || strings.ContainsAny(u.Text.ZH+u.Text.EN, "=＝")
}

// inflect is the unit after a number, with a space, in the singular after 1.
func inflect(noun, number string) string {
	if noun == "" || strings.HasPrefix(noun, "%") {
		return noun
	}
	if number == "1" {
		noun = singular(noun)
	}
	return " " + noun
}

// singular undoes the plural of the first word of a unit that is a word.
func singular(noun string) string {
	word, rest, _ := strings.Cut(noun, " ")
	switch word {
	case "square", "cubic", "sq": // the noun is the second word
		if rest != "" {
			return word + " " + singular(rest)
		}
	}
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		word = strings.TrimSuffix(word, "ies") + "y"
	case word == "people":
		word = "person"
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && len(word) > 2:
		word = strings.TrimSuffix(word, "s")
	}
	if rest != "" {
		return word + " " + rest
	}
	return word
}

// digitsAfterPoint is the number of digits that a decimal carries after its
// point.
func digitsAfterPoint(v Decimal) int { return max(0, -int(v.Exponent())) }

// noun is the unit after an English number, without the word for a magnitude.
func (p AmountParts) noun() string {
	for _, m := range magnitudes {
		if strings.HasPrefix(p.After, m.word) {
			return strings.TrimSpace(p.After[len(m.word):])
		}
	}
	return strings.TrimSpace(p.After)
}

// withoutNoun is the amount where the noun has been said already.
func (p AmountParts) withoutNoun() string {
	return strings.TrimSuffix(p.String(), " "+p.noun())
}

// text is the amount as it stands in prose.
func (a Amount) text() Text { return Text{ZH: a.ZH.String(), EN: a.EN.String()} }
