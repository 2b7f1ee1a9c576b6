package glossary

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// part is a piece of a name that names a thing or says something of it.
type part struct {
	kind partKind
	en   string
	noun string // of a quality: what it is alone
	kept bool   // a thing behind which “above the designated size” may stand
}

type partKind int

const (
	filler  partKind = iota // says nothing
	thing                   // what the figure is about
	kindOf                  // a quality, before the thing in English
	scopeOf                 // a quality, behind the thing in English
	list                    // 和, 、
)

// parsing is the best way to read every beginning of a name as parts.
type parsing struct {
	g    *Glossary
	s    string
	best []step // by byte offset
}

// step is the last part of a beginning: where it starts and the cost of all.
type step struct {
	from, cost int
	part       part
}

// longestPart bounds one part, in bytes.
const longestPart = 90

// parse reads the beginnings of a name as parts, as few as possible.
func (g *Glossary) parse(s string) parsing {
	p := parsing{g, s, make([]step, len(s)+1)}
	for i := range p.best {
		p.best[i].cost = -1
	}
	p.best[0].cost = 0
	for i := range s {
		if p.best[i].cost < 0 {
			continue
		}
		for j := i; j < len(s) && j-i < longestPart; {
			_, n := utf8.DecodeRuneInString(s[j:])
			j += n
			if x, cost := g.partOf(s[i:j]); cost > 0 && (p.best[j].cost < 0 || p.best[i].cost+cost < p.best[j].cost) {
				p.best[j] = step{i, p.best[i].cost + cost, x}
			}
		}
	}
	return p
}

var (
	latinWord = regexp.MustCompile(`^[A-Za-z0-9&+.-]*[A-Za-z][A-Za-z0-9&+.-]*$`)
	fromMoney = regexp.MustCompile(`^(\d{0,6})(万|亿)元及?以上$`)
	fromAge   = regexp.MustCompile(`^(\d{1,3})周?岁及?以上$`)
	ageRange  = regexp.MustCompile(`^(\d{1,3})[-—–~～](\d{1,3})周?岁$`)
)

// partOf reads a whole text as one part; the cost is 0 where it is none.
func (g *Glossary) partOf(s string) (part, int) {
	w := words()
	behind := func(en string) (part, int) { return part{kind: scopeOf, en: en}, 10 }
	if q, ok := scopes[s]; ok {
		return behind(q)
	}
	if q, ok := w.qualities[s]; ok {
		return part{kind: kindOf, en: q.en, noun: q.noun}, 10
	}
	if t, ok := w.things[s]; ok {
		return part{kind: thing, en: t, kept: strings.HasSuffix(t, "enterprises")}, 10
	}
	if t := placeEN(s); t != "" {
		return part{kind: thing, en: t}, 10
	}
	switch s {
	case "类", "行业", "领域", "方面", "的", "单位", "部门", "产业":
		return part{}, 12
	case "和", "、", "及", "与":
		return part{kind: list}, 10
	}
	if m := fromMoney.FindStringSubmatch(s); m != nil {
		return behind("of " + yuan(m[1], m[2]) + " and above")
	}
	if m := fromAge.FindStringSubmatch(s); m != nil {
		return behind("aged " + m[1] + " and over")
	}
	if m := ageRange.FindStringSubmatch(s); m != nil {
		return behind("aged " + m[1] + " to " + m[2])
	}
	if len(s) <= 12 && latinWord.MatchString(s) {
		return part{kind: thing, en: s}, 25
	}
	if r, _ := utf8.DecodeRuneInString(s); isLink(r) {
		return part{}, 0
	}
	if r, _ := utf8.DecodeLastRuneInString(s); isLink(r) {
		return part{}, 0
	}
	var scratch [longestPart]byte
	if e, ok := g.lookup(fold(scratch[:0], s)); ok && e.isThing() {
		kind, _, _ := strings.Cut(e.ID, "-")
		return part{kind: thing, en: small(e.Name.EN), kept: kind == "sector" || kind == "own"}, 10
	}
	return part{}, 0
}

func isLink(r rune) bool { return strings.ContainsRune("和、及与", r) }

// yuan is an amount in English: 5000 and 万 are 50 million yuan.
func yuan(n, unit string) string {
	v, err := strconv.ParseInt(n, 10, 64)
	if err != nil {
		v = 1
	}
	v *= 10_000
	if unit == "亿" {
		v *= 10_000
	}
	for _, s := range []struct {
		size int64
		word string
	}{{1_000_000_000, " billion"}, {1_000_000, " million"}} {
		if v >= s.size {
			return strconv.FormatFloat(float64(v)/float64(s.size), 'f', -1, 64) + s.word + " yuan"
		}
	}
	if v >= 1000 {
		return strconv.FormatInt(v/1000, 10) + ",000 yuan"
	}
	return strconv.FormatInt(v, 10) + " yuan"
}

// parts are those of the beginning of the name up to end.
func (p *parsing) parts(end int) []part {
	if p.best[end].cost < 0 {
		return nil
	}
	var out []part
	for i := end; i > 0; i = p.best[i].from {
		out = append([]part{p.best[i].part}, out...)
	}
	return out
}

// phrase is the English of the beginning of the name up to end: qualities, the
// thing, what is said behind it.
func (p *parsing) phrase(end int) string {
	ps := p.parts(end)
	if len(ps) == 0 || len(ps) > 7 {
		return ""
	}
	var nouns, tails, adjectives []string
	lone := "" // the noun of a quality that has no thing
	joined, kept := false, false
	for _, x := range ps {
		switch x.kind {
		case kindOf:
			adjectives = append(adjectives, x.en)
			lone = x.noun
		case scopeOf:
			tails = append(tails, x.en)
		case list:
			joined = len(nouns) > 0
		case thing:
			n := strings.Join(append(adjectives, x.en), " ")
			adjectives, lone, kept = nil, "", x.kept
			if joined {
				nouns[len(nouns)-1] += " and " + n
				joined = false
				continue
			}
			nouns = append(nouns, n)
		}
	}
	if len(adjectives) > 0 {
		if lone == "" || joined {
			return ""
		}
		nouns = append(nouns, strings.Join(append(adjectives[:len(adjectives)-1], lone), " "))
	}
	if len(nouns) == 0 || joined {
		return ""
	}
	last := len(nouns) - 1
	for i, t := range tails {
		if t == aboveSize && !kept {
			tails[i] = "of enterprises " + t
		}
	}
	out := the(nouns[last])
	if len(tails) > 0 {
		out += " " + strings.Join(tails, " ")
	}
	for i := last - 1; i >= 0; i-- {
		link := " of "
		if strings.HasSuffix(nouns[i+1], "enterprises") || strings.HasSuffix(nouns[i+1], "projects") {
			link = " in "
		}
		out += link + the(nouns[i])
	}
	return out
}

// the puts the article before names of industries that begin with an activity.
func the(s string) string {
	switch first, _, _ := strings.Cut(s, " "); first {
	case "manufacture", "processing", "extraction", "production", "utilization", "smelting", "repair":
		return "the " + s
	}
	return s
}

// withHead reads the name as a thing and what is said of it.
func (p *parsing) withHead() string {
	best, size := "", 0
	for _, h := range heads {
		for _, zh := range h.zh {
			if len(zh) <= size || !strings.HasSuffix(p.s, zh) {
				continue
			}
			thing := p.phrase(len(p.s) - len(zh))
			if thing == "" && (h.zh[0] == "增长率" || h.zh[0] == "比重" || h.zh[0] == "增加额") { // of any indicator
				if e, ok := p.g.lookup(fold(nil, strings.TrimSuffix(p.s, zh))); ok {
					thing = small(e.Name.EN)
				}
			}
			if thing == "" {
				continue
			}
			form := h.en[0]
			if form == "Number of enterprises in %s" && strings.Contains(thing, "enterprises") {
				form = "Number of %s"
			}
			best, size = strings.Replace(form, "%s", thing, 1), len(zh)
		}
	}
	return best
}

// withEntry reads the name as an indicator of the glossary with what it is
// about before it.
func (p *parsing) withEntry() string {
	for i := range p.s {
		if i == 0 || p.best[i].cost < 0 {
			continue
		}
		e, ok := p.g.lookup(fold(nil, p.s[i:]))
		if !ok || e.isThing() {
			continue
		}
		switch thing := p.phrase(i); {
		case placeEN(p.s[:i]) != "":
			return e.Name.EN + " of " + thing
		case thing != "":
			return e.Name.EN + ": " + thing
		}
		if ps := p.parts(i); len(ps) == 1 && ps[0].kind == scopeOf && ps[0].en != aboveSize {
			return e.Name.EN + " " + ps[0].en
		}
	}
	return ""
}
