package briefing

import (
	"regexp"
	"strings"

	"jianbao/internal/indicator"
)

// verbs is the prefix of statements on the kind of the indicator: prices and
// what is measured on a scale rise rather than grow.
func (r *reading) verbs() string {
	if r.kind == "" {
		r.kind = "-"
		switch n := r.s.Name; {
		case priceZH.MatchString(valuation.ReplaceAllString(n.ZH, "")), n.ZH == "" && priceEN.MatchString(n.EN):
			r.kind = "price-"
		case r.ratio() && r.s.Direction == indicator.UpIsGood:
			r.kind = "raised-"
		case measuredZH.MatchString(n.ZH):
			r.kind = "measured-"
		}
	}
	return strings.TrimPrefix(r.kind, "-")
}

var (
	priceZH    = regexp.MustCompile(`价格|房价|物价|[CP]PI`)
	priceEN    = regexp.MustCompile(`(?i)\bprices?\b|\b[CP]PI\b`)
	measuredZH = regexp.MustCompile(`(浓度|强度|能耗|水耗|物耗|电耗|密度|温度|水位|水平|系数|成本|单价)$`)
	valuation  = regexp.MustCompile(`(可比|不变|现行|当年|固定)价格?`) // says how an amount is valued
)

// label is the short name, name the one of prose, full that of tables: only
// the last keeps an acronym in brackets behind the English words.
func (r *reading) label() Text { return withoutAcronym(complete(r.s.Label())) }
func (r *reading) name() Text  { return withoutAcronym(r.full()) }
func (r *reading) full() Text  { return complete(r.s.Name) }

var priceIndex = regexp.MustCompile(`(?i)\bprice index\b`)

// ofPrices is the reading of a price index under the name of the prices: it is these
// that rise or fall.
func (r *reading) ofPrices() *reading {
	prices, s := *r, *r.s
	l := r.label()
	s.Short = Text{ZH: strings.Replace(l.ZH, "价格指数", "价格", 1), EN: priceIndex.ReplaceAllString(l.EN, "prices")}
	prices.s = &s
	return &prices
}

// subject begins an English sentence: with an article before what is a single
// measure rather than a total.
func (r *reading) subject() string {
	n := r.name().EN
	if r.ratio() || r.s.Measure == indicator.Index || measured.MatchString(n) {
		head, _, _ := strings.Cut(n, " of ")
		if !strings.HasPrefix(n, "The ") && !strings.HasSuffix(head, "s") {
			return "The " + inside(n)
		}
	}
	return sentenceCase(n)
}

// measured are names of quantities that take the article.
var measured = regexp.MustCompile(`^(?i:number|volume|value|area|balance|amount|stock|length|share|rate|average|proportion|rise|increase|index|floor area|concentration|density|intensity|capacity|ratio|coefficient)\b`)

// counts reports that the name of the indicator already says what is counted.
func (r *reading) counts(a Amount) bool {
	name := strings.ToLower(r.name().EN)
	_, plural := englishUnit(r.s.Unit)
	noun := strings.ToLower(a.EN.noun())
	return noun != "" && (strings.Contains(name, noun) || plural != "" && strings.Contains(name, strings.ToLower(plural)))
}

var acronym = regexp.MustCompile(`\s*\([A-Z]{2,6}\)$`)

func withoutAcronym(t Text) Text {
	if s := acronym.ReplaceAllString(t.EN, ""); s != "" {
		t.EN = s
	}
	return t
}
