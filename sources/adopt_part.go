package sources

import (
	"regexp"
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// categories are the groups of the glossary whose terms are no indicators by
// themselves: industries, kinds of enterprises, products.
var categories = map[string]bool{"产业与行业": true, "类别": true, "产品": true}

// measured ends the names of what is measured. 国有控股企业, 食品烟酒 and 现房 say of
// whom, but not what.
var measured = regexp.MustCompile(`(?:额|量|值|率|数|入|支出|投资|面积|[^地]税|费|款|余额|人口|指数|价|价格|利润|成本|资产|负债|工资|收支|消费|储蓄|重|占比|比例|密度|水平|进口|出口|进出口|里程|用地|资金|保险|基金|电|发电|GDP|收益|补助|补贴|罚没|利息|\))$`)

// enclosing is the indicator of which an item is a part: the nearest above it
// that has figures and is no category itself. Of the gross product none is: what
// its parts are goes without saying.
func (a *adopter) enclosing(it *layout.Item) *layout.Item {
	for p := it.Parent; p != nil; p = p.Parent {
		n := a.names[p]
		if n == nil || n.part != "" || categories[n.entry.Group.ZH] || len(n.written) == 0 {
			continue
		}
		if n.entry.ID == "grp" || n.entry.ID == "gdp" || strings.Contains(n.written, "生产总值") || !hasHan(n.written) {
			return nil
		}
		return p
	}
	return nil
}

// headOf is the first indicator of a table in which nearly all others are
// categories: 全社会用电量 over 工业 and 建筑业, without indentation.
func (a *adopter) headOf(items []*layout.Item) *layout.Item {
	if len(items) < 3 {
		return nil
	}
	head := items[0]
	_, names := areaOf(head.Names)
	n := a.names[head]
	if n == nil || len(names) != 1 || categories[n.entry.Group.ZH] || !hasHan(n.written) || !measured.MatchString(n.written) || n.entry.ID == "grp" || n.entry.ID == "gdp" || strings.Contains(n.written, "生产总值") {
		return nil
	}
	parts, others := 0, 0
	for _, it := range items[1:] {
		if plainName(it) == names[0] {
			continue // the same, on another row
		}
		others++
		e, m := a.terms.Find(plainName(it))
		if it.Parent != nil || m != glossary.None && categories[e.Group.ZH] || m == glossary.None && !measured.MatchString(plainName(it)) {
			parts++
		}
	}
	if others < 2 || 5*parts < 4*others {
		return nil
	}
	return head
}

// asPart names a part that is only a category after the indicator of which it is
// a part: 国有控股企业 under 固定资产投资.
func (a *adopter) asPart(n *naming, it, head *layout.Item) {
	known := n.match != glossary.None
	switch {
	case it.Parent == nil && (head == nil || plainName(head) == plainName(it)), !hasHan(n.written), known && !categories[n.entry.Group.ZH], !known && measured.MatchString(n.written):
		return
	}
	p := a.enclosing(it)
	if it.Parent == nil {
		p = head
	}
	if p == nil {
		return
	}
	whole := a.names[p]
	short := n.text
	n.part = n.written
	if _, own := areaOf(it.Names); len(own) > 1 {
		_, theirs := areaOf(p.Names)
		i := 0
		for i < len(own)-1 && i < len(theirs) && own[i] == theirs[i] {
			i++
		}
		if i > 0 {
			n.part = joinedName(own[i:], "：")
			short = indicator.Text{ZH: n.part}
		}
	}
	n.written = whole.written + "（" + n.part + "）"
	if g := a.opt.Profile.indicator(n.written); g != nil {
		n.guide = g
	}
	n.match = glossary.None
	for _, try := range partSpellings(whole.written, n.part) {
		if e, m := a.terms.Find(try); m != glossary.None && !categories[e.Group.ZH] && e.ID != whole.entry.ID {
			n.entry, n.match, n.text, n.proposed = e, m, e.Name, false
			n.rename()
			return
		}
	}
	n.entry = glossary.Entry{}
	if short.EN == "" {
		if t, ok := a.terms.Propose(n.part); ok {
			short.EN, n.proposed = t.EN, true
		}
	}
	n.text = indicator.Text{ZH: n.written}
	if whole.text.EN != "" && short.EN != "" {
		n.text.EN = whole.text.EN + " (" + lowerFirst(short.EN) + ")"
		n.proposed = n.proposed || whole.proposed
	}
	n.rename()
}

// whole is the tail of an indicator that names what is measured.
var wholeTail = regexp.MustCompile(`(?:增加值|总产值|产值|投资|零售额|销售额|销售面积|营业收入|利润总额|用电量|产量|进出口总?额?|出口总?额?|进口总?额?|贷款|存款|指数|价格|收入|支出)$`)

// partSpellings are the ways to call a part: 规模以上国有控股企业增加值, 第二产业投资.
func partSpellings(whole, part string) []string {
	out := []string{}
	if strings.Contains(whole, "工业") {
		out = append(out, strings.Replace(whole, "工业", part, 1))
	}
	if t := wholeTail.FindString(whole); t != "" && t != whole {
		out = append(out, part+t)
	}
	return append(out, whole+part, whole+":"+part, part+whole)
}

// lowerFirst writes the first word of a name as inside a sentence, unless it is
// one of capitals: IT services.
func lowerFirst(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z' {
		return string(s[0]+32) + s[1:]
	}
	return s
}
