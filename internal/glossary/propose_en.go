package glossary

import (
	"regexp"
	"strings"
)

// pathToEN is the English of a Chinese name or path, "" where any part is not
// understood.
func (g *Glossary) pathToEN(s string) string {
	area := ""
	var names, attrs []string
	for i, p := range pathPieces(s) {
		if a, ok := words().attributes[p]; ok {
			attrs = append(attrs, a)
		} else if place := placeEN(p); i == 0 && place != "" {
			area = place
		} else {
			names = append(names, p)
		}
	}
	if len(names) == 0 || len(names) > deepest {
		return ""
	}
	en := g.joinedToEN(names)
	if en == "" {
		return ""
	}
	for _, a := range attrs {
		en += ", " + a
	}
	if area != "" {
		en = strings.TrimPrefix(area, "the ") + ": " + small(en)
	}
	return en
}

// joinedToEN is the English of the pieces of a path: that of an indicator that
// they name together, else of the first with the others behind it.
func (g *Glossary) joinedToEN(names []string) string {
	if len(names) > 1 {
		rev := ""
		for _, n := range names {
			rev = n + rev
		}
		for _, whole := range []string{strings.Join(names, ""), rev} {
			if e, m := g.Find(whole); m != None {
				return e.Name.EN
			}
		}
	}
	var parts []string
	for i, n := range names {
		en := g.toEN(n, 0)
		if en == "" {
			return ""
		}
		if i > 0 {
			en = small(en)
		}
		parts = append(parts, en)
	}
	return strings.Replace(strings.Join(parts, ", "), ", ", ": ", min(1, len(parts)-1))
}

// placeEN is the English of a country, province or city, with or without 省 and
// 市.
func placeEN(s string) string {
	for _, tail := range []string{"", "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"} {
		if p, ok := words().places[strings.TrimSuffix(s, tail)]; ok && strings.HasSuffix(s, tail) {
			return p
		}
	}
	return ""
}

var (
	shareOf        = regexp.MustCompile(`^(.+?)占(.+?)的?(?:比重|比例|份额|比率)$`)
	contributionOf = regexp.MustCompile(`^(.+?)对(.+?)增长的?(贡献率|拉动)$`)
	tradeWith      = regexp.MustCompile(`^(?:对|与|自|从)(.+?)(?:的)?(进出口|出口|进口)(?:总额|总值|额)?$`)
)

// before are words before a name that change it.
var before = []struct{ zh, en string }{
	{"人均", "Per capita %s"}, {"平均", "Average %s"}, {"新增", "Newly added %s"}, {"新设", "Newly established %s"}, {"新建", "Newly built %s"}, {"其他", "Other %s"}, {"累计", "Cumulative %s"}, {"本年", "%s this year"}, {"上年", "%s of the previous year"}, {"年末", "%s at the end of the year"}, {"名义", "Nominal %s"}, {"实际", "Real %s"}, {"每百户", "%s per 100 households"}, {"每万人", "%s per 10,000 persons"}, {"每千人", "%s per 1,000 persons"},
}

// toEN is the English of one Chinese name, "" where any part is not understood.
func (g *Glossary) toEN(s string, depth int) string {
	s = strings.TrimSpace(s)
	if s == "" || depth > deepest {
		return ""
	}
	if e, m := g.Find(s); m != None {
		return e.Name.EN
	}
	if rest, in, ok := cutBracket(s); ok && rest != "" {
		return g.bracketToEN(rest, in, depth)
	}
	if m := shareOf.FindStringSubmatch(s); m != nil {
		return two("Share of %s in %s", g.toEN(m[1], depth+1), g.toEN(m[2], depth+1))
	}
	if m := contributionOf.FindStringSubmatch(s); m != nil {
		form := "Contribution share of %s to growth of %s"
		if m[3] == "拉动" {
			form = "Contribution of %s to growth of %s"
		}
		return two(form, g.toEN(m[1], depth+1), g.toEN(m[2], depth+1))
	}
	if m := tradeWith.FindStringSubmatch(s); m != nil {
		if p := placeEN(m[1]); p != "" {
			return map[string]string{"进出口": "Imports and exports with ", "出口": "Exports to ", "进口": "Imports from "}[m[2]] + p
		}
	}
	t := g.parse(s)
	if en := t.withHead(); en != "" {
		return en
	}
	if en := t.withEntry(); en != "" {
		return en
	}
	for _, b := range before {
		if rest, ok := strings.CutPrefix(s, b.zh); ok {
			en := g.toEN(rest, depth+1)
			switch n, ok := strings.CutPrefix(en, "Number of "); {
			case en == "":
			case ok && strings.HasPrefix(b.en, "Newly"):
				return "Number of " + small(strings.Replace(b.en, "%s", n, 1))
			default:
				return capital(strings.Replace(b.en, "%s", small(en), 1))
			}
		}
	}
	return capital(t.phrase(len(s)))
}

// bracketToEN is a name with what its brackets say: an attribute, or another
// part.
func (g *Glossary) bracketToEN(rest, in string, depth int) string {
	en := g.toEN(rest, depth+1)
	if en == "" {
		return ""
	}
	if a, ok := words().attributes[in]; ok {
		return en + ", " + a
	}
	if saysNothing(in) {
		return en
	}
	if more := g.toEN(in, depth+1); more != "" {
		return en + ": " + small(more)
	}
	return ""
}

// two fills a form with two names, "" where either is.
func two(form, a, b string) string {
	if a == "" || b == "" {
		return ""
	}
	return strings.Replace(strings.Replace(form, "%s", small(a), 1), "%s", small(b), 1)
}
