package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// A change is a growth rate ready for words: rounded for display, so that its
// sign is the sign a reader sees.
type change struct {
	fact            // percent, as published or computed
	value   Decimal // percent, rounded
	compare indicator.Compare
	real    bool // at comparable prices
	nominal bool // computed from values at current prices
}

// size is the rate without its sign, with the percent sign.
func (c change) size() string { return c.fact.size() + "%" }

// sign is that of the rounded rate.
func (c change) sign() int { return c.value.Sign() }

// after is a change as it follows a level: 同比增长7.2%, up 7.2% year on year.
func (c change) after(w words, p Period) Text {
	base := w.base(p, c.compare)
	var t Text
	switch c.sign() {
	case 0:
		t = Text{ZH: base.ZH + "持平", EN: "unchanged " + base.from}
	case 1:
		t = Text{ZH: base.ZH + "增长" + c.size(), EN: "up " + c.size() + " " + base.over}
	default:
		t = Text{ZH: base.ZH + "下降" + c.size(), EN: "down " + c.size() + " " + base.over}
	}
	return c.qualified(t, base.ZH)
}

// clause is a change as what an indicator did in a period: 同比增长7.2%, grew
// 7.2% year on year in November. Every verb is one that does not inflect for
// number. in is the period with its English preposition.
func (c change) clause(w words, p Period, in Text) Text {
	base := w.base(p, c.compare)
	t := c.verb()
	t.ZH = base.ZH + t.ZH
	yearly := c.compare == indicator.YearOnYear && (w.cal == byYear || int(p.To-p.From) == 11)
	switch {
	case w.stock && c.compare == indicator.YearOnYear, yearly: // the span says what the base is
	case c.sign() == 0:
		t.EN += " " + base.from
	default:
		t.EN += " " + base.over
	}
	t = c.qualified(t, base.ZH)
	t.EN += " " + w.during(in.EN, c.compare)
	return t
}

// during is the span of a change in English: of a stock, the year to its date.
func (w words) during(in string, c indicator.Compare) string {
	if w.stock && c == indicator.YearOnYear {
		return "in the year to " + strings.TrimPrefix(in, "at ")
	}
	return in
}

// verb is what an indicator did, without the base of comparison.
func (c change) verb() Text {
	switch c.sign() {
	case 0:
		return Text{ZH: "持平", EN: "showed no change"}
	case 1:
		return Text{ZH: "增长" + c.size(), EN: "grew " + c.size()}
	}
	return Text{ZH: "下降" + c.size(), EN: "fell " + c.size()}
}

// qualified says the basis of prices where it is known to matter.
func (c change) qualified(t Text, base string) Text {
	switch {
	case c.real:
		t.ZH = base + "实际" + strings.TrimPrefix(t.ZH, base)
		t.EN += " in real terms"
	case c.nominal && c.sign() != 0:
		t.ZH = base + "名义" + strings.TrimPrefix(t.ZH, base)
		t.EN += " in nominal terms"
	}
	return t
}

// comparison names the base of a growth rate: over what it is, and from what
// nothing has changed.
type comparison struct{ ZH, over, from string }

func (w words) base(p Period, c indicator.Compare) comparison {
	months := int(p.To-p.From) + 1
	if w.stock && w.cal == byYear {
		return comparison{"比上年末", "over the previous year", "from a year earlier"}
	}
	if c == indicator.OnPrevious {
		switch {
		case months == 3:
			return comparison{"环比", "on the previous quarter", "on the previous quarter"}
		case months == 12:
			return comparison{"比上年", "on the previous year", "on the previous year"}
		}
		return comparison{"环比", "on the previous month", "on the previous month"}
	}
	if months == 12 || w.cal == byYear {
		return comparison{"比上年", "over the previous year", "from the previous year"}
	}
	return comparison{"同比", "year on year", "from a year earlier"}
}

// bare is a change whose base the sentence before has named.
func (c change) bare() Text {
	t := Text{ZH: c.verb().ZH, EN: "unchanged"}
	switch c.sign() {
	case 1:
		t.EN = "up " + c.size()
	case -1:
		t.EN = "down " + c.size()
	}
	return c.qualified(t, "")
}

// points is a difference between rates, without its sign: 0.3个百分点, 0.3
// percentage points.
func points(f fact) Text {
	s := f.size()
	t := Text{ZH: s + "个百分点", EN: s + " percentage points"}
	if marked.Plain(s) == "1" {
		t.EN = s + " percentage point"
	}
	return t
}

// pace compares a growth rate with the one before it: 增速比1—10月加快0.3个百分点,
// 0.3 percentage points faster than in January–October. before is the earlier
// period with its English preposition.
func pace(now, was change, before Text, places int) Text {
	gap := now.of.gap(now.fact, was.fact, places)
	d, p := gap.shown(), points(gap)
	in := before.EN
	switch {
	case now.sign() == 0 && was.sign() != 0:
		return Text{ZH: before.ZH + "为" + wasWord(was), EN: "after " + was.noun() + " " + in}
	case now.sign() < 0 && was.sign() >= 0:
		return Text{ZH: "由" + before.ZH + "的" + wasWord(was) + "转为下降", EN: "after " + was.noun() + " " + in}
	case now.sign() >= 0 && was.sign() < 0:
		return Text{ZH: "由" + before.ZH + "的" + wasWord(was) + "转为" + turned(now), EN: "after " + was.noun() + " " + in}
	case d.Sign() == 0 && now.sign() < 0:
		return Text{ZH: "降幅与" + before.ZH + "持平", EN: "the same rate of decline as " + in}
	case d.Sign() == 0:
		return Text{ZH: "增速与" + before.ZH + "持平", EN: "the same pace as " + in}
	case now.sign() < 0 && d.Sign() < 0:
		return Text{ZH: "降幅比" + before.ZH + "扩大" + p.ZH, EN: "a decline " + p.EN + " steeper than " + in}
	case now.sign() < 0:
		return Text{ZH: "降幅比" + before.ZH + "收窄" + p.ZH, EN: "a decline " + p.EN + " smaller than " + in}
	case d.Sign() > 0:
		return Text{ZH: "增速比" + before.ZH + "加快" + p.ZH, EN: p.EN + " faster than " + in}
	}
	return Text{ZH: "增速比" + before.ZH + "回落" + p.ZH, EN: p.EN + " slower than " + in}
}

// wasWord is an earlier rate inside a Chinese sentence.
func wasWord(c change) string {
	switch c.sign() {
	case 1:
		return "增长" + c.size()
	case 0:
		return "持平"
	}
	return "下降" + c.size()
}

// turned is what a fall has turned into.
func turned(c change) string {
	if c.sign() == 0 {
		return "持平"
	}
	return "增长"
}

// noun is a rate as a thing: growth of 7.2%, a fall of 0.2%, no change.
func (c change) noun() string {
	switch c.sign() {
	case 1:
		return "growth of " + c.size()
	case 0:
		return "no change"
	}
	return "a fall of " + c.size()
}

// sentenceCase makes the first letter of an English text a capital.
func sentenceCase(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// inside sets an English name for the inside of a sentence: its first letter is
// small unless its first word is an acronym or carries a figure.
func inside(name string) string {
	first, _, _ := strings.Cut(name, " ")
	for i, r := range first {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return name
		}
	}
	r, n := utf8.DecodeRuneInString(name)
	if n == 0 || len(first) == n {
		return name
	}
	return string(unicode.ToLower(r)) + name[n:]
}
