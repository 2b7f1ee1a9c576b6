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

// slots are what statements about the change are filled with.
func (c change) slots(base, in Text) slots {
	return slots{"base": base, "basis": c.basis(), "size": same(c.size()), "in": in}
}

// statement is the name of a statement by the direction of the change.
func (c change) statement(up, down, flat string) string {
	return directed(c.value, flat, up, down)
}

// after is a change as it follows a level: 同比增长7.2%, up 7.2% year on year.
func (c change) after(w words, p Period) Text {
	return c.of.say(c.statement("grew-after", "fell-after", "flat-after"), c.slots(c.baseOf(w, p), Text{}))
}

// baseOf is what a change is compared with, as the statement on it needs it.
func (c change) baseOf(w words, p Period) Text {
	base := w.base(p, c.compare)
	if c.sign() == 0 { // 与上年持平
		if since, ok := strings.CutPrefix(base.ZH, "比"); ok {
			base.ZH = "与" + since
		}
		return Text{ZH: base.ZH, EN: base.from}
	}
	return Text{ZH: base.ZH, EN: base.over}
}

// clause is a change as what an indicator did in a period: 同比增长7.2%, grew
// 7.2% year on year in November. Every verb is one that does not inflect for
// number. in is the period with its English preposition.
func (c change) clause(w words, p Period, in Text) Text {
	base := c.baseOf(w, p)
	yearly := c.compare == indicator.YearOnYear && (w.cal == byYear || int(p.To-p.From) == 11)
	if w.stock && c.compare == indicator.YearOnYear || yearly { // the span says what the base is
		base.EN = ""
	}
	return c.of.say(c.statement("grew", "fell", "flat"), c.slots(base, Text{EN: w.during(in.EN, c.compare)}))
}

// during is the span of a change in English: of a stock, the year to its date.
func (w words) during(in string, c indicator.Compare) string {
	if w.stock && c == indicator.YearOnYear {
		return "in the year to " + strings.TrimPrefix(in, "at ")
	}
	return in
}

// verb is what an indicator did, without the base of comparison and the basis.
func (c change) verb() Text {
	c.real, c.nominal = false, false
	return c.of.say(c.statement("grew", "fell", "flat"), c.slots(Text{}, Text{}))
}

// basis says at which prices, where that is known to matter.
func (c change) basis() Text {
	switch {
	case c.real:
		return c.of.say("in-real-terms", nil)
	case c.nominal && c.sign() != 0:
		return c.of.say("in-nominal-terms", nil)
	}
	return Text{}
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
	return c.of.say(c.statement("grew-briefly", "fell-briefly", "flat-briefly"), c.slots(Text{}, Text{}))
}

// points is a difference between rates, without its sign: 0.3个百分点, 0.3
// percentage points.
func points(f fact) Text {
	s := f.size()
	key := "percentage-points"
	if marked.Plain(s) == "1" {
		key = "percentage-point"
	}
	return f.of.say(key, slots{"size": same(s)})
}

// pace compares a growth rate with the one before it: 增速比1—10月加快0.3个百分点,
// 0.3 percentage points faster than in January–October. before is the earlier
// period with its English preposition.
func pace(now, was change, before Text, places int) Text {
	gap := now.of.gap(now.fact, was.fact, places)
	s := slots{"before": before, "points": points(gap), "was": was.noun(), "now": now.noun()}
	key := ""
	switch d := gap.shown().Sign(); {
	case now.sign() == 0 && was.sign() != 0:
		key = "pace-to-flat"
	case now.sign() < 0 && was.sign() >= 0:
		key = "pace-to-fall"
	case now.sign() >= 0 && was.sign() < 0:
		key = "pace-to-growth"
	case d == 0 && now.sign() < 0:
		key = "pace-same-fall"
	case d == 0:
		key = "pace-same"
	case now.sign() < 0 && d < 0:
		key = "pace-steeper"
	case now.sign() < 0:
		key = "pace-smaller"
	case d > 0:
		key = "pace-faster"
	default:
		key = "pace-slower"
	}
	return now.of.say(key, s)
}

// noun is a rate as a thing: 增长7.2%, growth of 7.2%; a fall of 0.2%; no change.
func (c change) noun() Text {
	c.real, c.nominal = false, false
	return c.of.say(c.statement("growth-of", "fall-of", "no-change"), c.slots(Text{}, Text{}))
}

// sentenceCase makes the first letter of an English text a capital.
func sentenceCase(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// properNouns begin names of indicators and keep their capital.
var properNouns = map[string]bool{"Engel": true, "Gini": true, "Internet": true, "China": true, "Chinese": true, "Beijing": true, "Shanghai": true, "Hong": true, "Macao": true, "Taiwan": true,
	"Moody": true, "Theil": true, "Brent": true, "European": true, "American": true, "Japanese": true, "Belt": true, "Yangtze": true, "English": true}

// inTitleCase reports a name written as titles are, such as Wholesale & Retail
// Trade: with two or more words of over three letters, all with a capital.
func inTitleCase(name string) bool {
	n := 0
	for _, w := range strings.Fields(name) {
		w = strings.Trim(w, "(),.:")
		if utf8.RuneCountInString(w) <= 3 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2
}

// inside sets an English name for the inside of a sentence: its first letter is
// small unless its first word is an acronym or carries a figure.
func inside(name string) string {
	first, _, _ := strings.Cut(name, " ")
	if properNouns[strings.TrimRight(first, ",'’s")] || inTitleCase(name) {
		return name
	}
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
