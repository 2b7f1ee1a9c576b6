package sources

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"strings"
	"unicode"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// naming is what an item is called and what the glossary knows of it.
type naming struct {
	written  string // as the sheet has it, without what is not the name
	text     indicator.Text
	entry    glossary.Entry
	match    glossary.Match
	proposed bool // the other language is a proposal
	guide    *IndicatorGuide
	part     string // what the item is called under the one it is a part of
}

// areaOf takes the area from the front of a path: 中国:GDP:第一产业.
func areaOf(names []string) (string, []string) {
	if len(names) > 1 && layout.IsArea(names[0]) {
		return names[0], names[1:]
	}
	return "", names
}

// nameItems names every item that has a draft. An item whose name another of
// its table has too is told apart by what encloses it.
func (a *adopter) nameItems() {
	a.names = map[*layout.Item]*naming{}
	// The same name under the same parent is the same indicator; under several
	// parents, it needs theirs.
	parents := map[*layout.Table]map[string]map[string]bool{}
	figures := map[*layout.Item]*layout.Table{}
	each := func(it *layout.Item, t *layout.Table) {
		m := parents[t]
		if m == nil {
			m = map[string]map[string]bool{}
			parents[t] = m
		}
		n := plainName(it)
		if m[n] == nil {
			m[n] = map[string]bool{}
		}
		m[n][parentName(it)] = true
	}
	for _, d := range a.drafts {
		each(d.item, d.table)
	}
	for _, g := range a.goals {
		each(g.fact.Item, g.fact.Table)
	}
	rows := map[*layout.Table][]*layout.Item{}
	for _, d := range a.drafts {
		if figures[d.item] == nil {
			rows[d.table] = append(rows[d.table], d.item)
		}
		figures[d.item] = d.table
	}
	heads := map[*layout.Table]*layout.Item{}
	var name func(it *layout.Item, t *layout.Table)
	name = func(it *layout.Item, t *layout.Table) {
		if a.names[it] != nil {
			return
		}
		for p := it.Parent; p != nil; p = p.Parent {
			if figures[p] != nil {
				name(p, t)
				break
			}
		}
		n := a.name(it, len(parents[t][plainName(it)]) > 1)
		a.names[it] = n
		if items := rows[t]; len(items) > 0 && items[0] == it {
			heads[t] = a.headOf(items)
		}
		a.asPart(n, it, heads[t])
	}
	for _, d := range a.drafts {
		name(d.item, d.table)
	}
	for _, g := range a.goals {
		name(g.fact.Item, g.fact.Table)
	}
}

// parentName is under what an item stands.
func parentName(it *layout.Item) string {
	switch {
	case it.Parent != nil:
		return plainName(it.Parent)
	case it.Group != "":
		return "\x00" + it.Group
	}
	return ""
}

// plainName is the item's own name.
func plainName(it *layout.Item) string {
	_, names := areaOf(it.Names)
	return strings.Join(names, "\x00")
}

// name names one item.
func (a *adopter) name(it *layout.Item, qualify bool) *naming {
	_, names := areaOf(it.Names)
	n := &naming{}
	sep := ": "
	if strings.IndexFunc(strings.Join(names, ""), func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
		sep = "："
	}
	n.written = joinedName(names, sep)
	n.guide = a.opt.Profile.indicator(n.written)
	defer n.unCode()
	for _, try := range spellings(names) {
		if e, m := a.terms.Find(try); m != glossary.None {
			n.entry, n.match = e, m
			break
		}
	}
	a.national(n, it)
	if qualify && it.Parent != nil && (n.match == glossary.None || !isTop(it)) {
		_, parent := areaOf(it.Parent.Names)
		n.written = strings.Join(parent, sep) + sep + n.written
		n.match = glossary.None
		for _, try := range spellings(append(append([]string(nil), parent...), names...)) {
			if e, m := a.terms.Find(try); m != glossary.None {
				n.entry, n.match = e, m
				break
			}
		}
		n.guide = a.opt.Profile.indicator(n.written)
	} else if qualify && it.Group != "" && n.match == glossary.None {
		n.written = it.Group + sep + n.written
		n.guide = a.opt.Profile.indicator(n.written)
	}
	if sep == "：" {
		n.text.ZH, n.text.EN = n.written, it.Other
	} else {
		n.text.EN, n.text.ZH = n.written, it.Other
	}
	a.translate(n)
	n.rename()
	return n
}

// rename takes the names that the profile gives.
func (n *naming) rename() {
	g := n.guide
	if g == nil {
		return
	}
	if g.ZH != "" {
		n.text.ZH = g.ZH
	}
	if g.EN != "" {
		n.text.EN = g.EN
	}
	n.proposed = n.proposed && (g.ZH == "" && g.EN == "")
}

// codes are names that only machines read: B1GQ, NY.GDP.MKTP.CD.
var codes = regexp.MustCompile(`^[A-Z][A-Z0-9._]*\d[A-Z0-9._]*$`)

// unCode puts the name of the glossary in place of a code.
func (n *naming) unCode() {
	if n.match != glossary.None && codes.MatchString(n.written) && (n.guide == nil || n.guide.EN == "") {
		n.text.EN = n.entry.Name.EN
	}
}

// joinedName is a path of names as one. A short word of whom or where stands before a
// Chinese name without a mark: 城市服务价格指数.
func joinedName(names []string, sep string) string {
	if len(names) == 2 && sep == "：" {
		if first := []rune(names[0]); len(first) <= 4 && onlyHan(names[0]) && onlyHan(names[1]) {
			return names[0] + names[1]
		}
	}
	return strings.Join(names, sep)
}

func onlyHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != '、' && r != '（' && r != '）' }) < 0
}

// national puts the gross domestic product of a country in place of that of a
// region, with which it shares the names GDP and 生产总值.
func (a *adopter) national(n *naming, it *layout.Item) {
	if n.match == glossary.None || n.entry.ID != "grp" || strings.Contains(n.written, "地区") {
		return
	}
	area, _ := areaOf(it.Names)
	if area == "" {
		area = a.area
	}
	if area == "中国" || area == "全国" || area == "China" || !hasHan(n.written) {
		if e, ok := a.terms.ByID("gdp"); ok {
			n.entry = e
		}
	}
}

func isTop(it *layout.Item) bool { return it.Parent == nil }

// translate supplies the name in the other language.
func (a *adopter) translate(n *naming) {
	if n.match != glossary.None {
		if n.text.EN == "" {
			n.text.EN = n.entry.Name.EN
		}
		if n.text.ZH == "" || !hasHan(n.text.ZH) {
			n.text.ZH = n.entry.Name.ZH
		}
		return
	}
	if n.text.ZH != "" && n.text.EN != "" {
		return
	}
	if t, ok := a.terms.Propose(n.written); ok {
		if n.text.ZH == "" {
			n.text.ZH = t.ZH
		}
		if n.text.EN == "" {
			n.text.EN = t.EN
		}
		n.proposed = true
	}
}

// spellings are the ways to look a path of names up: joined, the other way
// round, and with the separators that are usual.
func spellings(names []string) []string {
	out := []string{strings.Join(names, "")}
	if len(names) > 1 {
		out = append(out, strings.Join(names, ":"))
		if s := out[0]; strings.Contains(s, "居民") && !strings.Contains(s, "人均") { // 全体居民 | 可支配收入 is of a person
			s = strings.Replace(strings.Replace(s, "全体居民", "居民", 1), "居民", "居民人均", 1)
			out = append(out, s)
		}
		rev := ""
		for _, s := range names {
			rev = s + rev
		}
		out = append(out, rev, strings.Join(names, ", "))
	}
	return out
}

func hasHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

// id is the id of a series: that of the glossary, else made of its English
// name, else of a hash of its name.
func (n *naming) id() string {
	switch {
	case n.guide != nil && n.guide.ID != "":
		return n.guide.ID
	case n.match != glossary.None:
		return n.entry.ID
	}
	if s := slug(n.text.EN); s != "" {
		return s
	}
	h := fnv.New32a()
	h.Write([]byte(n.written))
	return fmt.Sprintf("x%08x", h.Sum32())
}

// slug makes an id of an English name.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		} else {
			dash = true
		}
		if b.Len() >= 48 {
			break
		}
	}
	return b.String()
}
