package check

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/numeral"
)

// typed: numbers that people have typed into their own sentences against the
// data. A number is taken for that of the indicator named last before it, where
// it has its unit, or for its growth after a word such as 增长; it contradicts
// the data where no figure and no target of the indicator rounds to it.
func (c *checker) typed() {
	names := c.namesInText()
	each := func(t indicator.Text, cell indicator.Cell) {
		if t.ZH != "" {
			c.typedIn(t.ZH, cell, numeral.Chinese, names)
		} else if t.EN != "" { // where there is Chinese, parity holds the English to it
			c.typedIn(t.EN, cell, numeral.English, names)
		}
	}
	each(c.d.Info.Headline, c.placeOf(c.d.Info.Headline))
	for _, s := range c.d.Sentences {
		each(s.Text, s.Cell)
	}
	for _, h := range c.d.Highlights {
		each(h.Point, h.Cell)
	}
}

// namedSeries is a name of an indicator as it may stand in a sentence.
type namedSeries struct {
	name string
	s    *indicator.Series
}

// namesInText lists the names of all indicators, longer ones first; a name that
// two of them share says nothing.
func (c *checker) namesInText() []namedSeries {
	owner := map[string]*indicator.Series{}
	shared := map[string]bool{}
	for i := range c.d.Series {
		s := c.owner(&c.d.Series[i])
		for _, n := range []string{s.Name.ZH, s.Short.ZH, s.Name.EN, s.Short.EN} {
			n = strings.ToLower(strings.TrimSpace(n))
			if utf8.RuneCountInString(n) < 2 {
				continue
			}
			if owner[n] != nil && owner[n] != s {
				shared[n] = true
			}
			owner[n] = s
		}
	}
	var out []namedSeries
	for n, s := range owner {
		if !shared[n] {
			out = append(out, namedSeries{n, s})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if len(out[i].name) != len(out[j].name) {
			return len(out[i].name) > len(out[j].name)
		}
		return out[i].name < out[j].name
	})
	return out
}

var sentenceEnd = regexp.MustCompile(`[。；！？;!?\n]|\.\s`)

// typedIn judges the numbers of one text, sentence by sentence.
func (c *checker) typedIn(text string, cell indicator.Cell, lang numeral.Lang, names []namedSeries) {
	for _, sentence := range sentenceEnd.Split(text, -1) {
		c.typedSentence(sentence, cell, lang, names)
	}
}

func (c *checker) typedSentence(text string, cell indicator.Cell, lang numeral.Lang, names []namedSeries) {
	type mention struct {
		from, to int
		s        *indicator.Series
	}
	var found []mention
	masked := []byte(strings.ToLower(text))
	if len(masked) != len(text) { // lower case of another length: places would be wrong
		return
	}
	for _, n := range names {
		for {
			i := strings.Index(string(masked), n.name)
			if i < 0 {
				break
			}
			found = append(found, mention{i, i + len(n.name), n.s})
			for k := i; k < i+len(n.name); k++ {
				masked[k] = 0
			}
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].from < found[j].from })
	year := theYear(text)
	levels, rates := map[*indicator.Series]bool{}, map[*indicator.Series]bool{}
	for _, n := range numeral.Find(text, lang) {
		var m *mention
		for i := range found {
			if found[i].to <= n.From {
				m = &found[i]
			}
		}
		if m == nil || inside(n, text) {
			continue
		}
		between := text[m.to:n.From]
		switch {
		case otherwise.MatchString(between), perYear.MatchString(text[n.End:]):
		case n.Percent() && !m.s.Unit.IsPercent():
			sign := direction(between)
			if sign != 0 && !rates[m.s] && itsOwn(between, lang) {
				rates[m.s] = true
				c.judgeRate(n, sign, m.s, cell, text, year)
			}
		case direction(between) != 0: // 增加29.1亿元
		case !levels[m.s] && utf8.RuneCountInString(between) <= reach[lang] && !strings.ContainsAny(between, "，,、") && sameKind(n, m.s, lang):
			levels[m.s] = true
			c.judgeLevel(n, m.s, cell, text, year)
		}
	}
}

// reach is how far after its name an indicator's value may stand, in characters.
var reach = map[numeral.Lang]int{numeral.Chinese: 12, numeral.English: 30}

// otherwise are words that make a number something else than the figure itself:
// a threshold it passed, a change, a mean of several years.
var otherwise = regexp.MustCompile(`(?i)突破|超过|超|逾|近|接近|不足|达不到|净增|多增|少增|年均|平均|累计增|翻|占|\b(over|above|more than|less than|under|nearly|almost|exceed\w*|average\w*|annually|per year|a year)\b`)

var perYear = regexp.MustCompile(`(?i)^\s?(a year|per year|annually|on average)\b`)

// itsOwn reports that a rate belongs to the indicator named before it: straight
// after the name, or after a comma with nothing but what it is compared with.
func itsOwn(between string, lang numeral.Lang) bool {
	clauses := strings.FieldsFunc(strings.ToLower(between), func(r rune) bool { return strings.ContainsRune("，,、", r) })
	if len(clauses) == 0 {
		return true
	}
	if first := clauses[0]; len(clauses) > 1 {
		if len(numeral.Find(first, lang)) == 0 && !comparator.MatchString(strings.TrimSpace(first)) {
			return false
		}
		clauses = clauses[1:]
	} else if lang == numeral.English {
		return utf8.RuneCountInString(first) <= reach[lang]
	}
	for _, x := range clauses {
		if !comparator.MatchString(strings.TrimSpace(x)) {
			return false
		}
	}
	return true
}

// comparator is all that may stand between a comma, or a name, and a rate.
var comparator = regexp.MustCompile(`^(比?同比|环比|[比较](上年|去年|\d{4}年)(同期|同月)?|按(可比|不变)价格?(计算)?|扣除价格因素|名义|实际|预期|预计|全年|年度|目标|也|则|为|的|将|仍|继续|由)*(增长|上升|提高|增加|上涨|下降|减少|下跌|回落|降低)?(了|约)?$|` +
	`^(and |which |it |has |was |is |at comparable prices|in real terms|nominally)*(up|rose|grew|growth of|increased|down|fell|declined|decreased|a fall of)?( by)?$`)

var (
	yearIn = map[bool]*regexp.Regexp{
		true:  regexp.MustCompile(`(?:19|20)\d{2}年`),
		false: regexp.MustCompile(`\b(?:19|20)\d{2}\b`),
	}
	hanzi = regexp.MustCompile(`\p{Han}`)
	// 比2021年增长 tells of another year; 比2021年的403.5亿元 has its number too.
	comparedYear = regexp.MustCompile(`[比较](?:19|20)\d{2}年(同期)?(增长|上升|提高|增加|上涨|下降|减少|下跌|回落|降低)|(?:over|than in|compared with|on|from) (?:19|20)\d{2}\b`)
)

// theYear is the year that a sentence is about; 0 where it names none or more
// than one.
func theYear(s string) int {
	s = comparedYear.ReplaceAllString(s, "")
	out := 0
	for _, y := range yearIn[hanzi.MatchString(s)].FindAllString(s, -1) {
		n, err := strconv.Atoi(y[:4])
		if err != nil || out != 0 && out != n {
			return 0
		}
		out = n
	}
	return out
}

// inside reports a number that a reference or a word holds.
func inside(n numeral.Number, text string) bool {
	open := strings.LastIndex(text[:n.From], "{")
	return open >= 0 && !strings.Contains(text[open:n.From], "}")
}

var (
	goesUp   = regexp.MustCompile(`(增长|上升|提高|增加|上涨)(了|约|近)?\s*$|(?i)\b(up|rose|grew|growth of|increased)( by)?\s*$`)
	goesDown = regexp.MustCompile(`(下降|减少|下跌|回落|降低)(了|约|近)?\s*$|(?i)\b(down|fell|declined|decreased|a fall of)( by)?\s*$`)
)

// direction is the sign that the words before a rate give it; 0 where they give
// none.
func direction(before string) int {
	switch {
	case goesUp.MatchString(before):
		return 1
	case goesDown.MatchString(before):
		return -1
	}
	return 0
}

// sameKind reports a number in the unit of the series.
func sameKind(n numeral.Number, s *indicator.Series, lang numeral.Lang) bool {
	switch {
	case s.Measure == indicator.Growth:
		return false
	case s.Unit.IsPercent():
		return n.Percent()
	case n.Percent() || n.Points() || n.Unit == "" && lang == numeral.Chinese:
		return false
	case lang == numeral.English:
		return n.Scale > 0 || s.Unit.Scale == 0
	}
	u := indicator.ParseUnit(indicator.Text{ZH: n.Unit})
	if s.Unit.Base != "" && u.Base != "" {
		return u.Base == s.Unit.Base
	}
	return s.Unit.Text.ZH != "" && strings.HasPrefix(n.Unit, s.Unit.Text.ZH)
}

// rounds reports that v, in full digits, rounds to a typed number.
func rounds(n numeral.Number, typed, v decimal.Decimal) bool {
	half := decimal.New(5, n.Scale-int32(n.Places())-1)
	return v.Sub(typed).Abs().LessThanOrEqual(half)
}

func (c *checker) judgeLevel(n numeral.Number, s *indicator.Series, cell indicator.Cell, text string, year int) {
	var nearest *indicator.Observation
	var distance decimal.Decimal
	see := func(v decimal.Decimal, o *indicator.Observation) bool {
		full := v.Shift(int32(max(s.Unit.Scale, 0)))
		if rounds(n, n.Full, full) {
			return true
		}
		if d := full.Sub(n.Full).Abs(); o != nil && (nearest == nil || d.LessThan(distance)) {
			nearest, distance = o, d
		}
		return false
	}
	for i := range s.Observations {
		o := &s.Observations[i]
		if year != 0 && o.Period.Year() != year {
			continue
		}
		if o.Status.HasValue() && see(o.Value, o) {
			return
		}
		if q, err := c.d.LevelAt(s.ID, indicator.MonthOf(o.Period.To)); err == nil && see(q.Value, nil) {
			return
		}
	}
	for _, t := range c.d.TargetsOf(s.ID) {
		if t.Bound.HasValue() && (see(t.Value, nil) || see(t.Upper, nil)) {
			return
		}
		if q, err := c.d.ImpliedLevel(t); err == nil && see(q.Value, nil) {
			return
		}
	}
	if nearest == nil {
		return
	}
	c.contradicts(n, text, cell, s, nearest.Value.String()+s.Unit.Text.ZH, *nearest, "")
}

func (c *checker) judgeRate(n numeral.Number, sign int, s *indicator.Series, cell indicator.Cell, text string, year int) {
	typed := n.Value
	if sign < 0 && typed.Sign() > 0 {
		typed = typed.Neg()
	}
	var nearest *indicator.Observation
	var value, distance decimal.Decimal
	see := func(v decimal.Decimal, o *indicator.Observation) bool {
		if rounds(n, typed, v) {
			return true
		}
		if d := v.Sub(typed).Abs(); o != nil && (nearest == nil || d.LessThan(distance)) {
			nearest, distance, value = o, d, v
		}
		return false
	}
	for _, of := range []*indicator.Series{s, c.d.GrowthOf(s.ID, indicator.YearOnYear), c.d.GrowthOf(s.ID, indicator.OnPrevious)} {
		if of == nil {
			continue
		}
		for i := range of.Observations {
			o := &of.Observations[i]
			if year != 0 && o.Period.Year() != year {
				continue
			}
			for _, by := range []indicator.Compare{indicator.YearOnYear, indicator.OnPrevious} {
				if q, err := c.d.GrowthAt(s.ID, o.Period, by); err == nil && see(q.Value, o) {
					return
				}
			}
			if of != s && o.Status.HasValue() && see(o.Value, o) {
				return
			}
		}
	}
	for _, t := range c.d.TargetsOf(s.ID) {
		if t.Kind != indicator.LevelTarget && t.Bound.HasValue() && (see(t.Value, nil) || see(t.Upper, nil)) {
			return
		}
	}
	if nearest == nil {
		return
	}
	c.contradicts(n, text, cell, s, value.Round(2).String()+"%", *nearest, ".change")
}

func (c *checker) contradicts(n numeral.Number, text string, cell indicator.Cell, s *indicator.Series, have string, o indicator.Observation, word string) {
	what := name(s)
	c.add(diagnostic.Warning, "number-contradicts", cell,
		fmt.Sprintf("文字中“%s”的%s与数据不符，最接近的是%s（%s，%s）。请核对，或写成{%s%s}由程序填入。", what.ZH, strings.TrimSpace(text[n.From:n.End]), have, o.Cell, o.Period.Code(), s.ID, word),
		fmt.Sprintf("the text gives %s for “%s”, which no figure in the data rounds to; the nearest is %s (%s, %s). Check it, or write {%s%s} and let it be filled in.", strings.TrimSpace(text[n.From:n.End]), what.EN, have, o.Cell, o.Period.Code(), s.ID, word))
}
