package layout

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/internal/indicator"
)

// ParseLabel reads a head or a stub: what it says of period, unit, measure and
// prices is taken out, and what remains is the name of an indicator, in pieces
// where the text is a path (GDP:第一产业:累计值).
func ParseLabel(s string) Label {
	var l Label
	s = strings.TrimSpace(s)
	if s == "" || utf8.RuneCountInString(s) > 400 {
		return l
	}
	zh, en := bilingual(s)
	if zh != "" && en != "" {
		l = ParseLabel(zh)
		other := ParseLabel(en)
		if len(l.Names) > 0 {
			l.Other = strings.Join(other.Names, ": ")
		} else if l.When.IsZero() && l.Unit == "" && l.Measure == "" && l.Span == "" && l.Aspect == "" && l.Prices == "" {
			l.Names = other.Names
		}
		if l.Unit == "" {
			l.Unit = other.Unit
		}
		return l
	}
	if w, status, ok := parseWhenLabel(s); ok {
		l.When, l.Status = w, status
		return l
	}
	if m := yearOnYear.FindStringSubmatch(squeeze(s)); m != nil {
		from, to := atoi(m[2]), atoi(m[1])
		l.When, l.Unit = indicator.When{Year: to}, "%"
		if growth(indicator.YearOnYear)(&l); to-from != 1 {
			l.Aspect = Average
		}
		return l
	}
	if estimate.MatchString(s) { // (2nd RE) under a fiscal year
		l.Status = indicator.Preliminary
		return l
	}
	if contribution.MatchString(s) { // to growth, but no growth
		l.Names, l.Unit = []string{squeeze(contribution.FindString(s))}, "percentage points"
		return l
	}
	if m := yearOfYear.FindStringSubmatch(squeeze(s)); m != nil && atoi(m[1])-atoi(m[2]) == 1 {
		l.When = indicator.When{Year: atoi(m[1])}
		l.base("上年=100")
		return l
	}
	if m := onYear.FindStringSubmatch(squeeze(s)); m != nil {
		l.Aspect, l.Unit = Average, "%"
		return l
	}
	if indicator.IsUnit(squeeze(s)) && wordAlone[squeeze(s)] == nil {
		l.Unit = squeeze(s)
		return l
	}
	s = codeTail.ReplaceAllString(s, "")
	for _, piece := range pieces(s) {
		l.read(piece)
	}
	if strings.HasSuffix(l.Unit, "百分点") && changeWords.MatchString(s) {
		l.Aspect, l.Names = Change, nil
	}
	return l
}

var (
	// yearOnYear compares two years: 2022年比2021年±%.
	yearOnYear   = regexp.MustCompile(`^(\d{4})年?比(\d{4})年?(?:增长|增减|±)?[(（]?[%％±]*[)）]?$`)
	estimate     = regexp.MustCompile(`^\(?(?:(?:1st|2nd|3rd|First|Second|Third|Final) )?(?:F?RE|PE|[FS]?AE|BE)\)?$`)
	contribution = regexp.MustCompile(`(?i)^contributions? to (?:the )?(?:\w+ ){0,4}growth\b`)
	yearOfYear   = regexp.MustCompile(`^(\d{4})年?[为是相当于占](\d{4})年?的?[(（]?[%％][)）]?$`)
	onYear       = regexp.MustCompile(`^[比较](?:19|20)\d{2}年(?:同期|全年)?(?:增长|增减|±)?[(（]?[%％±]*[)）]?$`)
	codeTail     = regexp.MustCompile(`\s*\[[A-Z0-9]+(?:\.[A-Z0-9]+)+\]$`)
	changeWords  = regexp.MustCompile(`增速|增减|变动|变化|差距|相比|较|比上`)
)

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// wrapped is a line break inside Chinese, which is no end of a piece.
var wrapped = regexp.MustCompile(`([\p{Han}（）、，”“])[ \t]*[\r\n]+[ \t]*([\p{Han}（）、，”“(±\d])`)

// pieces cuts a path at its colons and underscores.
func pieces(s string) []string {
	if !hasHan(s) && !strings.Contains(s, ":") {
		return []string{s}
	}
	s = wrapped.ReplaceAllString(s, "$1$2")
	s = wrapped.ReplaceAllString(s, "$1$2")
	return strings.FieldsFunc(s, func(r rune) bool {
		return r == '：' || r == ':' || r == '_' && hasHan(s) || r == '|' || r == '\n' || r == '\r' || r == '；'
	})
}

// read takes what one piece says.
func (l *Label) read(piece string) {
	piece = squeeze(piece)
	piece = leadOfWhich.ReplaceAllString(piece, "")
	for piece != "" {
		if set, ok := wordAlone[unbracketed(piece)]; ok {
			set(l)
			return
		}
		if rest, ok := strings.CutSuffix(piece, "余额"); ok && l.When.IsZero() {
			if w, isWhen := indicator.ParseWhen(rest); isWhen && w.AtEnd { // 11月末余额
				l.When = w
				span(AtEnd)(l)
				return
			}
		}
		if volumeBase.MatchString(piece) {
			prices(indicator.Real)(l)
			return
		}
		if priceBase.MatchString(piece) {
			prices(indicator.Nominal)(l)
			return
		}
		if w, status, ok := parseWhenLabel(unbracketed(piece)); ok {
			if l.When.IsZero() {
				l.When, l.Status = w, status
			}
			return // said twice, in two languages
		}
		if whole := unbracketed(piece); l.base(whole) || whole == "%" || indicator.IsUnit(whole) && whole != piece {
			if l.Unit == "" {
				l.Unit = whole
			}
			return
		}
		rest, found := l.takeBracket(piece)
		if !found {
			rest, found = l.takeUnit(piece)
		}
		if !found {
			rest, found = l.takeWord(piece)
		}
		if !found {
			rest, found = l.takeWhen(piece)
		}
		if !found {
			break
		}
		piece = trimEnds(rest)
	}
	if piece != "" && !plainHeads[strings.ToLower(piece)] {
		if m := noteNumber.FindStringSubmatch(piece); m != nil {
			piece = m[1]
		}
		if piece = footMark.ReplaceAllString(piece, ""); piece != "" {
			l.Names = append(l.Names, printable(piece))
		}
	}
}

var (
	lastBracket = regexp.MustCompile(`^(.*?)\s*[(（\[［]([^()（）\[\]［］]*)[)）\]］]\s*([①-⑩*]*)$`)
	anyBracket  = regexp.MustCompile(`^(.*?)[(（]([^()（）]*)[)）](.*)$`)
	leadOfWhich = regexp.MustCompile(`(?i)^(?:(?:其中|of which|o/w)\s*[:：]?|#|＃|\*)+\s*`)
	realName    = regexp.MustCompile(`(?i)^real ((?:gdp|gross|value|growth|output|household|private|final|exports?|imports?|disposable|income|wages?|consumption|investment|effective)\b.*)$`)
	footMark    = regexp.MustCompile(`\s*(?:[①-⑳]+|\*+|[¹²³⁴]+|\[\d{1,2}\]|\[[A-Z0-9]+(?:\.[A-Z0-9]+)+\])$`)
	noteNumber  = regexp.MustCompile(`^([^(（]*[^(（\d\s])\d{1,2}[)）]$`)
	percentTail = regexp.MustCompile(`^(.*?)\s*[,，]?\s*(±?\s*[%％]|±)$`)
)

// baseOf is how an index says what it is compared with: 以上年同月价格为100.
var baseOf = regexp.MustCompile(`^以?\s*(上年|上年同期|上年同月|上月|上季|上年同季|\d{4}年?)(?:价格|价)?\s*(?:为|=)\s*100$`)

// base reads the base of an index.
func (l *Label) base(s string) bool {
	m := baseOf.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	l.Unit, l.Measure = m[1]+"=100", indicator.Index
	return true
}

// How heads say in what prices the figures are: 以环比物量(2021年)计算, 以当时市价计算.
var (
	volumeBase = regexp.MustCompile(`(?i)^(?:[以按]?(?:[环環]比物量|不变价格?|不變價格?|固定价格?|可比价格?)\s*(?:[(（](?:19|20)\d{2}年?[)）])?(?:[计計]算|核算)?|(?:in|at) (?:chained|constant) \((?:19|20)\d{2}\) (?:dollars|prices))$`)
	priceBase  = regexp.MustCompile(`^[以按]?(?:[当當][时時]市[价價]|现行?价格?|当年价格?)(?:[计計]算|核算)$`)
)

// takeBracket takes out brackets that hold an attribute: （累计）, (%), (annual %
// growth).
func (l *Label) takeBracket(s string) (string, bool) {
	for _, re := range []*regexp.Regexp{lastBracket, anyBracket} {
		m := re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		in := strings.TrimSpace(m[2])
		rest := m[1]
		if re == anyBracket {
			rest += m[3]
		}
		if set, ok := wordAlone[squeeze(in)]; ok && in != "" {
			set(l)
			return rest, true
		}
		if w, status, ok := parseWhenLabel(in); ok && (w.Year != 0 || w.From != 0) && l.When.IsZero() && rest != "" {
			l.When, l.Status = w, status
			return rest, true
		}
		for _, p := range phrases() {
			if loc := p.re.FindStringIndex(in); loc != nil && loc[0] == 0 && loc[1] == len(in) {
				p.set(l)
				if strings.Contains(in, "%") && l.Unit == "" {
					l.Unit = "%"
				}
				return rest, true
			}
		}
		if in == "" {
			return rest, true
		}
	}
	return s, false
}

// takeUnit takes out a unit: 地区生产总值（亿元）, 增速%.
func (l *Label) takeUnit(s string) (string, bool) {
	if m := percentTail.FindStringSubmatch(s); m != nil && m[1] != "" {
		if l.Unit == "" {
			l.Unit = "%"
		}
		if strings.Contains(m[2], "±") {
			growth("")(l)
		}
		return m[1], true
	}
	name, unit := indicator.SplitUnit(s)
	if unit == "" || name == s {
		return s, false
	}
	if l.Unit == "" {
		l.Unit = unit
	}
	for _, p := range phrases() { // current US$, constant 2015 US$, annual % growth
		if m := p.re.FindStringIndex(unit); m != nil {
			p.set(l)
			break
		}
	}
	low := strings.ToLower(unit)
	switch {
	case strings.Contains(low, "annual %"), strings.Contains(low, "annual average %"):
		growth(indicator.YearOnYear)(l)
		l.Unit = "%"
	case strings.Contains(low, "constant"):
		prices(indicator.Real)(l)
	case strings.HasPrefix(low, "current "):
		prices(indicator.Nominal)(l)
	}
	return name, true
}

// takeWord takes out one word of statistics at an end of s.
func (l *Label) takeWord(s string) (string, bool) {
	if strings.HasPrefix(s, "占") && (strings.HasSuffix(s, "比重") || strings.HasSuffix(s, "比例") || strings.HasSuffix(s, "份额")) {
		l.Measure = indicator.Share
		return "", true
	}
	if hasHan(s) {
		for _, w := range affixes {
			if rest, ok := strings.CutSuffix(s, w.text); ok && affixAllowed(trimEnds(rest), w) {
				w.set(l)
				return rest, true
			}
			if rest, ok := strings.CutPrefix(s, w.text); ok && affixAllowed(trimEnds(rest), w) && prefixAllowed(w.text, rest) {
				w.set(l)
				return rest, true
			}
		}
		return s, false
	}
	if m := realName.FindStringSubmatch(s); m != nil {
		prices(indicator.Real)(l)
		return m[1], true
	}
	for _, p := range phrases() {
		if loc := p.re.FindStringIndex(s); loc != nil {
			rest := s[:loc[0]] + s[loc[1]:]
			p.set(l)
			return rest, true
		}
	}
	return s, false
}

// affixAllowed keeps words that belong to a name in it.
func affixAllowed(rest string, w word) bool {
	switch rest {
	case "", "经济", "负", "零", "可持续", "自然", "人口自然":
		return false
	}
	if strings.HasSuffix(rest, "率") && w.text == "增长" || strings.HasSuffix(rest, "自然") {
		return false
	}
	return true
}

// prefixAllowed keeps 增长… and 目标… at the start of names, where they are
// names themselves, and 年末, 期末 and their like, which part of one may be.
func prefixAllowed(w, rest string) bool {
	switch w {
	case "增长", "增幅", "涨幅", "目标", "进度", "名义", "实际值", "同期数", "排名", "位次", "增速", "环比", "上年", "去年", "上期", "累计":
		return strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "（") || w == "上年" || w == "去年" || w == "累计" && !strings.HasPrefix(rest, "折")
	}
	return true
}

// takeWhen takes out a period: 2023年地区生产总值.
func (l *Label) takeWhen(s string) (string, bool) {
	if !l.When.IsZero() {
		return s, false
	}
	w, from, to, ok := indicator.FindWhen(s)
	if !ok {
		return s, false
	}
	rest := trimEnds(s[:from]) + trimEnds(s[to:])
	if from > 0 && to < len(s) && !hasHan(s) {
		return s, false // in the middle of English words
	}
	l.When = w
	if strings.HasSuffix(s[from:to], "累计") {
		span(ToDate)(l)
	}
	return rest, true
}

// parseWhenLabel reads a text that is a period, perhaps with a mark of status or
// the word 累计.
func parseWhenLabel(s string) (indicator.When, indicator.Status, bool) {
	if w, ok := indicator.ParseWhen(s); ok {
		return w, "", true
	}
	if t, status := stripStatus(s); t != s {
		if w, ok := indicator.ParseWhen(t); ok {
			return w, status, true
		}
	}
	return indicator.When{}, "", false
}
