package briefing

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// Decimal is an exact decimal number.
type Decimal = indicator.Decimal

// minus is the minus sign of tables and charts, U+2212.
const minus = "−"

// round rounds half away from zero; places < 0 leaves the number as entered.
func round(v Decimal, places int) Decimal {
	if places < 0 {
		return v
	}
	return indicator.Round(v, places)
}

// plain writes a number without grouping, as Chinese does: −1234.50.
func plain(v Decimal, places int) string {
	v = round(v, places)
	s := v.Abs().String()
	if places >= 0 {
		s = v.Abs().StringFixed(int32(places))
	}
	if v.Sign() < 0 {
		return minus + s
	}
	return s
}

// grouped writes a number with commas between thousands: −1,234.50.
func grouped(v Decimal, places int) string { return group(plain(v, places)) }

// group puts commas between the thousands of a written number.
func group(s string) string {
	sign := ""
	if strings.HasPrefix(s, minus) {
		sign, s = minus, s[len(minus):]
	}
	whole, frac, point := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if point {
		b.WriteString("." + frac)
	}
	return sign + b.String()
}

// signed writes a number with its sign, as a change stands in a table or at a
// mark: +7.2, −0.2, 0.0.
func signed(v Decimal, places int) string {
	s := plain(v, places)
	if round(v, places).Sign() > 0 {
		return "+" + s
	}
	return s
}

// mark gives a written number of f the mark of f; a sign stays outside.
func (f fact) mark(s string) string {
	if f.of == nil || f.of.book == nil {
		return s
	}
	sign := ""
	for _, p := range [...]string{minus, "+"} {
		if strings.HasPrefix(s, p) {
			sign, s = p, s[len(p):]
		}
	}
	return sign + marked.Number(f.of.book.id(f), s)
}

// plain, size and signed write a fact: as it is, without its sign, with its
// sign even where that is plus. number is the fact in both languages, without a
// unit.
func (f fact) plain() string  { return f.mark(plain(f.Value, f.places)) }
func (f fact) size() string   { return f.mark(plain(f.shown().Abs(), f.places)) }
func (f fact) signed() string { return f.mark(signed(f.Value, f.places)) }
func (f fact) number() Text   { return f.numberOf(f) }

// numberOf is the same of a fact that stands for another, in another unit.
func (f fact) numberOf(of fact) Text {
	zh, en := plain(f.Value, f.places), grouped(f.Value, f.places)
	if f.of != nil {
		zh, en = f.of.book.group(zh, en)
	}
	return Text{ZH: of.mark(zh), EN: of.mark(en)}
}

// group parts the digits of a number as the office wants it.
func (b *book) group(zh, en string) (string, string) {
	if b == nil {
		return zh, en
	}
	return regroup(zh, b.grouping.ZH), regroup(en, b.grouping.EN)
}

// regroup parts the digits of a written number by another mark.
func regroup(s string, mark GroupMark) string {
	if mark == "" {
		return s
	}
	s = strings.ReplaceAll(s, ",", "")
	switch mark {
	case WithCommas:
		return group(s)
	case WithSpaces:
		if whole, _, _ := strings.Cut(strings.TrimPrefix(s, minus), "."); len(whole) < 5 {
			return s
		}
		return strings.ReplaceAll(group(s), ",", "\u00a0")
	}
	return s
}

// same is a text that both languages share.
func same(s string) Text { return Text{ZH: s, EN: s} }

// count writes a number up to ten as a word (七, seven), more in digits.
func count(n int) Text {
	zh := [...]string{"零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"}
	en := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	t := same(marked.Number(countID, strconv.Itoa(n)))
	if n >= 0 && n < len(zh) {
		t.ZH = zh[n]
	}
	if n >= 0 && n < len(en) {
		t.EN = en[n]
	}
	return t
}

// beside sets a count behind a period in Chinese: 2023年八项, but 2023年，12项.
func beside(when, n Text) string {
	if n.ZH == n.EN { // digits
		return when.ZH + "，" + n.ZH
	}
	return when.ZH + n.ZH
}

// ordinal is an English ordinal, in letters up to the tenth.
func ordinal(n int) string {
	words := [...]string{"zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return marked.Number(countID, strconv.Itoa(n)) + suffix
}

// fill puts a name into a phrase that has one %s.
func fill(phrase, name string) string { return strings.Replace(phrase, "%s", name, 1) }

// spaced joins two pieces of Chinese text; where a Latin word would run into a
// number, as in GDP2023年, a space parts them.
func spaced(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(marked.Plain(b))
	if last < utf8.RuneSelf && unicode.IsLetter(last) && unicode.IsDigit(first) {
		return a + " " + b
	}
	return a + b
}
