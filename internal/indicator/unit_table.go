package indicator

import (
	"strings"

	"golang.org/x/text/width"
)

// unitBase is a unit without scale, in both languages. en is the plural that a
// table head shows.
type unitBase struct {
	base   string
	zh, en []string // the first of each is the canonical one
}

// unitBases are the units of Chinese local statistics, with the spellings that
// English tables use.
var unitBases = []unitBase{
	{"CNY", []string{"元", "人民币元"}, []string{"RMB", "yuan", "CNY", "RMB yuan"}},
	{"USD", []string{"美元"}, []string{"US$", "USD", "US dollars"}},
	{"EUR", []string{"欧元"}, []string{"euros", "EUR"}},
	{"HKD", []string{"港元", "港币"}, []string{"Hong Kong dollars", "HK$", "HKD"}},
	{"JPY", []string{"日元"}, []string{"yen", "JPY", "Japanese yen"}},
	{"SGD", []string{"新加坡元"}, []string{"Singapore dollars", "S$", "SGD"}},
	{"AUD", []string{"澳元"}, []string{"Australian dollars", "A$", "AUD"}},
	{"CAD", []string{"加元"}, []string{"Canadian dollars", "C$", "CAD"}},
	{"NZD", []string{"新西兰元"}, []string{"New Zealand dollars", "NZ$", "NZD"}},
	{"TWD", []string{"新台币元", "新台币"}, []string{"New Taiwan dollars", "NT$", "TWD"}},
	{"MOP", []string{"澳门元"}, []string{"patacas", "MOP"}},
	{"RWF", []string{"卢旺达法郎"}, []string{"Rwandan francs", "RWF", "Rwf"}},
	{"KES", []string{"肯尼亚先令"}, []string{"Kenyan shillings", "KSh", "KES"}},
	{"UGX", []string{"乌干达先令"}, []string{"Ugandan shillings", "UGX"}},
	{"INR", []string{"印度卢比"}, []string{"Indian rupees", "INR"}},
	{"KRW", []string{"韩元"}, []string{"won", "KRW"}},
	{"GBP", []string{"英镑"}, []string{"pounds sterling", "GBP"}},
	{"person", []string{"人", "名"}, []string{"persons", "people", "person"}},
	{"person-time", []string{"人次"}, []string{"person-times", "visits", "person-trips"}},
	{"household", []string{"户"}, []string{"households", "entities", "household"}},
	{"enterprise", []string{"家"}, []string{"enterprises", "companies", "firms", "enterprise"}},
	{"item", []string{"个"}, []string{"items", "item", "places"}},
	{"unit", []string{"所", "座", "处", "间", "部"}, []string{"units"}},
	{"project", []string{"项"}, []string{"projects", "project"}},
	{"time", []string{"次"}, []string{"times", "time"}},
	{"event", []string{"场"}, []string{"events", "event"}},
	{"case", []string{"件", "起", "宗", "例"}, []string{"cases", "pieces", "case", "patents"}},
	{"vehicle", []string{"辆"}, []string{"vehicles", "vehicle"}},
	{"ship", []string{"艘"}, []string{"ships", "vessels"}},
	{"aircraft", []string{"架"}, []string{"aircraft"}},
	{"flight", []string{"架次"}, []string{"flights", "sorties"}},
	{"volume", []string{"册"}, []string{"volumes", "copies"}},
	{"bed", []string{"张床位", "床"}, []string{"beds"}},
	{"set", []string{"台", "套"}, []string{"sets", "set"}},
	{"dwelling", []string{"套房"}, []string{"dwellings"}},
	{"head", []string{"头", "只"}, []string{"head"}},
	{"tonne", []string{"吨"}, []string{"tonnes", "tons", "tonne", "t"}},
	{"tce", []string{"吨标准煤"}, []string{"tonnes of standard coal", "tce"}},
	{"kilogram", []string{"公斤", "千克"}, []string{"kg", "kilograms"}},
	{"jin", []string{"斤"}, []string{"jin"}},
	{"tkm", []string{"吨公里"}, []string{"tonne-kilometres"}},
	{"pkm", []string{"人公里"}, []string{"passenger-kilometres"}},
	{"kWh", []string{"千瓦时", "度"}, []string{"kWh", "kilowatt-hours"}},
	{"kW", []string{"千瓦"}, []string{"kW", "kilowatts"}},
	{"MW", []string{"兆瓦"}, []string{"MW", "megawatts"}},
	{"TEU", []string{"标准箱", "TEU"}, []string{"TEU", "TEUs"}},
	{"m2", []string{"平方米"}, []string{"square metres", "sq m", "m²", "square meters"}},
	{"m3", []string{"立方米"}, []string{"cubic metres", "m³", "cubic meters"}},
	{"km2", []string{"平方公里"}, []string{"square kilometres", "sq km", "km²", "square kilometers"}},
	{"km", []string{"公里"}, []string{"kilometres", "km", "kilometers"}},
	{"m", []string{"米"}, []string{"metres", "meters"}},
	{"hectare", []string{"公顷"}, []string{"hectares", "ha"}},
	{"mu", []string{"亩"}, []string{"mu"}},
	{"litre", []string{"升"}, []string{"litres", "liters"}},
	{"hour", []string{"小时"}, []string{"hours"}},
	{"year", []string{"年", "岁"}, []string{"years", "years of age"}},
	{"score", []string{"分"}, []string{"points"}},
	{"day", []string{"天", "日"}, []string{"days"}},
	{"permille", []string{"‰"}, []string{"‰", "per thousand"}},
	{"percent", []string{"%", "％", "百分比"}, []string{"%", "percent", "per cent"}},
	{"point", []string{"个百分点", "百分点"}, []string{"percentage points", "pp", "percentage point"}},
	{"index", []string{"上年=100", "上年同期=100", "上年同月=100", "上月=100", "指数"}, []string{"previous year = 100", "index"}},
	{"CNY/person", []string{"元/人"}, []string{"RMB per person", "yuan per person", "RMB per capita", "yuan per capita"}},
	{"CNY/m2", []string{"元/平方米"}, []string{"RMB per square metre", "yuan per square metre", "RMB per m²", "RMB per sq m", "yuan per sq m"}},
	{"CNY/tonne", []string{"元/吨"}, []string{"RMB per tonne", "yuan per tonne"}},
	{"CNY/kg", []string{"元/千克", "元/公斤"}, []string{"RMB per kg", "yuan per kg"}},
	{"person/km2", []string{"人/平方公里"}, []string{"persons per square kilometre", "persons per km²"}},
	{"case/person", []string{"件/万人"}, []string{"per 10 thousand persons"}},
	{"tce/CNY", []string{"吨标准煤/万元"}, []string{"tonnes of standard coal per RMB 10 thousand"}},
	{"ug/m3", []string{"微克/立方米"}, []string{"µg/m³", "micrograms per cubic metre"}},
	{"mg/m3", []string{"毫克/立方米"}, []string{"mg/m³", "milligrams per cubic metre"}},
	{"ratio", []string{"倍"}, []string{"times as much"}},
}

var zhScales = []struct {
	word  string
	scale int
}{{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9}, {"亿", 8}, {"千万", 7}, {"百万", 6}, {"十万", 5}, {"万", 4}, {"千", 3}}

var enScales = []struct {
	word  string
	scale int
}{
	{"trillion", 12}, {"100 billion", 11}, {"10 billion", 10}, {"billion", 9}, {"100 million", 8}, {"10 million", 7}, {"million", 6},
	{"100 thousand", 5}, {"100,000", 5}, {"10 thousand", 4}, {"10,000", 4}, {"10000", 4}, {"thousand", 3}, {"1,000", 3}, {"1000", 3},
}

// ParseUnit reads a unit from its Chinese text, or from the English one where
// there is no Chinese. An unknown unit keeps its text and has Base "".
func ParseUnit(t Text) Unit {
	u := Unit{Text: t}
	if base, scale, ok := parseZH(t.ZH); ok {
		u.Base, u.Scale = base.base, scale
	} else if base, scale, ok := parseEN(t.EN); ok {
		u.Base, u.Scale = base.base, scale
	} else if base, scale, ok := parseEN(t.ZH); ok {
		u.Base, u.Scale = base.base, scale
	}
	return u
}

func parseZH(s string) (unitBase, int, bool) {
	s = strings.Join(strings.Fields(width.Narrow.String(s)), "")
	if rest := strings.Replace(s, "人民币", "", 1); rest != "" {
		s = rest
	}
	if s == "" {
		return unitBase{}, 0, false
	}
	if strings.HasSuffix(s, "=100") { // whatever the base: 上年=100, 2020年=100
		s = "指数"
	}
	if b, ok := zhUnits[spelled(s)]; ok {
		return b, 0, true
	}
	for _, sc := range zhScales {
		if rest, ok := strings.CutPrefix(s, sc.word); ok && rest != "" {
			if b, ok := zhUnits[spelled(rest)]; ok {
				return b, sc.scale, true
			}
		}
	}
	return unitBase{}, 0, false
}

// unitsByName finds the units of one language by how they are spelled. Where two
// share a name the first wins.
func unitsByName(names func(unitBase) []string) map[string]unitBase {
	m := map[string]unitBase{}
	for _, b := range unitBases {
		for _, n := range names(b) {
			if k := spelled(n); m[k].base == "" {
				m[k] = b
			}
		}
	}
	return m
}

// The names are only looked up, never listed.
var (
	zhUnits = unitsByName(func(b unitBase) []string { return b.zh })
	enUnits = unitsByName(func(b unitBase) []string { return b.en })
)

// spelled undoes differences of spelling that do not matter: case, a solidus for
// per, a plural for a singular.
func spelled(s string) string {
	s = strings.ToLower(s)
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "/", " per ")), " ")
	if len(s) > 3 {
		s = strings.TrimSuffix(s, "s")
	}
	return s
}

func parseEN(s string) (unitBase, int, bool) {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	if s == "" {
		return unitBase{}, 0, false
	}
	if b, ok := enUnits[spelled(s)]; ok {
		return b, 0, true
	}
	switch s {
	case "kt", "kilotonne", "kilotonnes":
		s = "thousand tonnes"
	}
	s = strings.ReplaceAll(s, "u.s. ", "us ")
	for _, lead := range []string{"in ", "current ", "constant ", "at current prices, "} {
		s = strings.TrimPrefix(s, lead)
	}
	s = strings.ReplaceAll(s, "'000", "thousand")
	if b, ok := enUnits[spelled(s)]; ok {
		return b, 0, true
	}
	for _, sc := range enScales {
		if i := strings.Index(s, sc.word); i >= 0 {
			if strings.HasPrefix(s[i+len(sc.word):], "s ") || s[i+len(sc.word):] == "s" { // millions of euro
				s = s[:i+len(sc.word)] + s[i+len(sc.word)+1:]
			}
			rest := strings.Join(strings.Fields(s[:i]+" "+s[i+len(sc.word):]), " ")
			if b, ok := enUnits[spelled(strings.TrimPrefix(rest, "of "))]; ok {
				return b, sc.scale, true
			}
		}
	}
	return unitBase{}, 0, false
}

// EnglishUnit is the usual English label of a known unit (亿元: RMB 100 million),
// "" for an unknown one.
func EnglishUnit(u Unit) string {
	for _, b := range unitBases {
		if b.base != u.Base {
			continue
		}
		scale := ""
		for _, sc := range []struct {
			n    int
			word string
		}{{12, "trillion"}, {11, "100 billion"}, {10, "10 billion"}, {9, "billion"}, {8, "100 million"}, {7, "10 million"}, {6, "million"}, {5, "100 thousand"}, {4, "10 thousand"}, {3, "thousand"}} {
			if sc.n == u.Scale {
				scale = sc.word
			}
		}
		name := b.en[0]
		switch {
		case scale == "":
			return name
		case name == "RMB" || name == "US$":
			return name + " " + scale
		case strings.HasPrefix(name, "RMB "):
			return "RMB " + scale + strings.TrimPrefix(name, "RMB")
		}
		return scale + " " + name
	}
	return ""
}

// nounsCounted are what units of counting count, where the name of the indicator
// says so: 件 of patents are no cases, 个 of nursery places no items.
var nounsCounted = []struct{ base, name, noun string }{{"case", "专利", "patents"}, {"item", "托位", "places"}, {"item", "学位", "places"}, {"item", "床位", "beds"}}

// EnglishUnitOf is the usual English label of a unit of an indicator of that
// Chinese name.
func EnglishUnitOf(u Unit, name string) string {
	en := EnglishUnit(u)
	for _, n := range nounsCounted {
		if n.base == u.Base && strings.Contains(name, n.name) {
			usual := EnglishUnit(Unit{Base: u.Base})
			return strings.TrimSuffix(en, usual) + n.noun
		}
	}
	return en
}

// IsPercent reports whether values in u are percentages.
func (u Unit) IsPercent() bool { return u.Base == "percent" }

// IsMoney reports whether values in u are amounts of a currency.
func (u Unit) IsMoney() bool {
	switch u.Base {
	case "CNY", "USD", "EUR", "HKD", "JPY", "GBP", "SGD", "AUD", "CAD", "NZD", "TWD", "MOP", "RWF", "KES", "UGX", "INR", "KRW":
		return true
	}
	return false
}
