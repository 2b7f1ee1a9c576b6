package glossary

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"jianbao/internal/indicator"
)

// text is a name in both languages.
func text(zh, en string) indicator.Text { return indicator.Text{ZH: zh, EN: en} }

// Propose makes the name in the other language for a name that is not in the
// glossary, of parts that are known: 规模以上食品制造业增加值, 固定资产投资:城镇,
// 中国:GDP:现价:第二产业, Output of the food industry. It is false unless every
// part is understood. What it makes reads like an official name but is none, and
// must be shown as a proposal.
func (g *Glossary) Propose(name string) (indicator.Text, bool) {
	name = unnumbered(strings.Join(strings.Fields(name), " "))
	if name == "" || len(name) > longestName || g.byKey == nil && g.under == nil || !utf8.ValidString(name) {
		return indicator.Text{}, false
	}
	for { // units and notes are no part of the name
		rest, in, ok := cutBracket(name)
		if !ok || !strings.HasPrefix(name, rest) || rest == "" || !saysNothing(in) || isAttribute(in) || percentOf.MatchString(in) {
			break
		}
		name = rest
	}
	if hasHan(name) {
		en := g.pathToEN(name)
		if en == "" || hasHan(en) {
			return indicator.Text{}, false
		}
		return text(name, capital(en)), true
	}
	zh := g.toZH(name, 0)
	if !hasHan(zh) {
		return indicator.Text{}, false
	}
	return text(zh, name), true
}

// deepest bounds how often a name is taken apart.
const deepest = 5

// lexicon is the parts by their names.
type lexicon struct {
	attributes       map[string]string // Chinese → English
	qualities        map[string]quality
	things           map[string]string
	places           map[string]string
	attributesByName map[string]string // English, folded → Chinese
	qualitiesByName  map[string]string
	thingsByName     map[string]string
	placesByName     map[string]string
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{map[string]string{}, map[string]quality{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	put := func(m map[string]string, k, v string) {
		if _, ok := m[k]; !ok && k != "" {
			m[k] = v
		}
	}
	folded := func(s string) string { return string(fold(nil, s)) }
	for _, a := range attributes {
		put(l.attributes, a.zh, a.en)
		put(l.attributesByName, folded(a.en), a.zh)
	}
	for _, p := range places {
		put(l.places, p.zh, p.en)
		put(l.placesByName, folded(p.en), p.zh)
	}
	for _, q := range qualities {
		l.qualities[q.zh] = q
		put(l.qualitiesByName, q.en, q.zh)
		put(l.thingsByName, folded(q.noun), q.zh)
	}
	for _, t := range things {
		put(l.things, t.zh, t.en)
		put(l.thingsByName, folded(t.en), t.zh)
	}
	return l
})

func isAttribute(s string) bool {
	_, zh := words().attributes[s]
	_, en := words().attributesByName[string(fold(nil, s))]
	return zh || en
}

// isThing reports whether an entry names a thing that figures are about, not a
// figure: an industry, a product, a kind of enterprise, a region.
func (e *Entry) isThing() bool {
	switch e.ID {
	case "urban", "rural", "male", "female", "primary", "secondary", "tertiary":
		return true
	}
	switch kind, _, _ := strings.Cut(e.ID, "-"); kind {
	case "sector", "product", "item", "own", "region":
		return true
	}
	return false
}

// properFirst are the words with which proper names begin.
var properFirst = map[string]bool{"Shanghai": true, "Shenzhen": true, "Caixin": true, "Engel's": true, "Gini": true, "Fortune": true, "Hong": true, "Macao": true, "Taiwan": true, "China": true, "Chinese": true}

// small takes the capital from the beginning of a name that goes on inside
// another.
func small(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if properFirst[first] || strings.IndexFunc(first[min(1, len(first)):], unicode.IsUpper) >= 0 || strings.ContainsAny(first, "0123456789") {
		return s
	}
	if _, ok := words().placesByName[string(fold(nil, s))]; ok {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// capital puts a capital at the beginning of a name.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// pathPieces cuts a path at its colons, underscores and bars.
func pathPieces(s string) (out []string) {
	for _, p := range strings.FieldsFunc(s, func(r rune) bool {
		switch r {
		case ':', '：', '_', '|', '｜', '>', '＞', ';', '；':
			return true
		}
		return false
	}) {
		if p = strings.Trim(p, " -—"); p != "" {
			out = append(out, p)
		}
	}
	return out
}
