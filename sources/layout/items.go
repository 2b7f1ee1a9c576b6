package layout

import (
	"regexp"
	"strings"

	"jianbao/internal/indicator"
)

// outline places items under each other by their indentation and ordinals.
type outline struct {
	above []*Item // the items that enclose the next, outermost first
	last  *Item   // the last that is no 其中
}

var (
	ordinals = []*regexp.Regexp{
		regexp.MustCompile(`^[一二三四五六七八九十]+[、.．]\s*`),
		regexp.MustCompile(`^[(（][一二三四五六七八九十]+[)）]、?\s*`),
		regexp.MustCompile(`^\d{1,2}(?:[、．]|\.(?:\s|\D))\s*`),
		regexp.MustCompile(`^[(（]\d{1,2}[)）]\s*`),
		regexp.MustCompile(`^[①-⑳]\s*`),
	}
	ofWhich = regexp.MustCompile(`(?i)^\s*(?:其中|#|＃|\*\s*|of which|o/w)\s*[:：]?\s*`)
)

// cutOrdinal takes a leading ordinal off a stub text: 一、, (一), 1. and tells
// its rank, 1 for the highest; 0 where there is none.
func cutOrdinal(s string) (rest string, rank int) {
	for i, re := range ordinals {
		if m := re.FindString(s); m != "" && len(m) < len(s) {
			if i == 2 && !strings.HasSuffix(m, "、") && !strings.HasSuffix(m, "．") && !strings.HasSuffix(m, " ") {
				m = m[:strings.IndexByte(m, '.')+1]
			}
			return s[len(m):], i + 1
		}
	}
	return s, 0
}

// leading is the width of the space before a text: a full-width one counts two.
func leading(s string) (n int) {
	for _, r := range s {
		switch r {
		case ' ', '\u00a0', '\u2002', '\u2003':
			n++
		case '\u3000':
			n += 2
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// CutSection takes the ordinal off a heading: 一、地区生产总值.
func CutSection(s string) string {
	s, _ = cutOrdinal(s)
	return s
}

// place puts an item under the one that encloses it. raw is its text with the
// space before it, indent what the cell's format adds.
func (o *outline) place(it *Item, raw string, indent int) {
	body := strings.TrimSpace(raw)
	depth := 10 * (leading(raw) + 2*indent)
	rest, rank := cutOrdinal(body)
	depth += rank
	if ofWhich.MatchString(rest) {
		it.Partial = true
		it.depth = depth + 1
		if o.last != nil {
			it.depth = max(it.depth, o.last.depth+1)
			it.Parent = o.last
		}
		if loose := strings.TrimSpace(ofWhich.ReplaceAllString(rest, "")); loose == "" {
			return
		}
		o.cut(it.depth)
		o.above = append(o.above, it)
		return
	}
	it.depth = depth
	o.cut(depth)
	if n := len(o.above); n > 0 {
		it.Parent = o.above[n-1]
	}
	o.above = append(o.above, it)
	o.last = it
}

// cut drops what does not enclose an item of that depth.
func (o *outline) cut(depth int) {
	for len(o.above) > 0 && o.above[len(o.above)-1].depth >= depth {
		o.above = o.above[:len(o.above)-1]
	}
}

// rowItem is the item that a stub text names. The same text under the same
// parent is the same item, as in long form.
func (t *Table) rowItem(cell Cell, r *Row) *Item {
	raw := cell.Text
	long := hasRole(t.stub, Period)
	if long {
		if it, ok := t.items[raw]; ok {
			return it
		}
	}
	text := strings.TrimLeft(strings.TrimSpace(raw), "★☆●○■□◆◇▲△→")
	text, _ = cutOrdinal(text)
	text = ofWhich.ReplaceAllString(text, "")
	l := t.label(text)
	it := &Item{Names: l.Names, Other: l.Other, Label: l, Group: t.group, Cell: cell}
	if len(l.Names) == 0 {
		// A stub that is only a measure, 增速, belongs to the item above it.
		if t.outline.last != nil && (l.Measure != "" || l.Span != "" || l.Aspect != "" || l.Unit != "") {
			it.Names, it.Other, it.Parent = t.outline.last.Names, t.outline.last.Other, t.outline.last.Parent
			it.key = t.outline.last.key
			it.Partial = t.outline.last.Partial
			return it
		}
		it.Names = []string{printable(squeeze(text))}
	}
	if long {
		it.key = raw
		t.items[raw] = it
		return it
	}
	t.outline.place(it, raw, cell.Indent)
	if it.Parent != nil && it.Label.When.IsZero() && it.Parent.Label.When.HasMonths() {
		it.Label.When = it.Parent.Label.When // 地区生产总值（1—9月） and its parts
	}
	it.key = itoa(r.Number)
	return it
}

// sectionRow reads a row without figures inside a table: a heading, a year over
// its months, an area over its indicators, a unit.
func (t *Table) sectionRow(r *Row) {
	for _, c := range r.Cells {
		if c.Blank() || c.Spread || c.Kind == Number {
			continue
		}
		if c.Kind == Date {
			t.section.When = c.When
			continue
		}
		if isNoteText(c.Text) {
			t.Notes = append(t.Notes, strings.TrimSpace(c.Text))
			return
		}
		if m := unitLine.FindStringSubmatch(strings.TrimSpace(c.Text)); m != nil {
			if u := strings.TrimPrefix(squeeze(m[1]), "人民币"); indicator.IsUnit(u) {
				first := r.At(leftmost(r))
				_, rank := cutOrdinal(squeeze(first.Text))
				t.section.Unit, t.sectionDepth = u, 10*(leading(first.Text)+2*first.Indent)+rank
			}
			continue
		}
		text, _ := cutOrdinal(squeeze(c.Text))
		l := t.label(text)
		switch {
		case l.pure():
			if l.When.Year != 0 {
				t.above = l.When
			}
			t.section = Label{When: t.section.When, Unit: t.section.Unit}.with(l)
		case isArea(squeeze(c.Text)) && !hasRole(t.stub, Area) && !t.rowItems:
			t.sectionArea = areaName(c.Text)
		default:
			if t.rowItems && t.isIndicatorColumn(c.Col) {
				t.held = t.rowItem(c, r)
				t.held.Group = ""
			}
			if !ofWhich.MatchString(text) {
				t.group = text
			}
			_, rank := cutOrdinal(squeeze(c.Text))
			if depth := 10*(leading(c.Text)+2*c.Indent) + rank; l.Unit != "" || depth <= t.sectionDepth {
				t.section.Unit, t.sectionDepth = l.Unit, depth
			}
			if n := len(l.Names); n > 0 && l.Measure == "" && shareHead.MatchString(l.Names[n-1]) {
				l.Measure = indicator.Share // 各年龄组人口比重（%）
			}
			if l.Measure != "" || l.Span != "" {
				t.section.Measure, t.section.Compare, t.section.Span = l.Measure, l.Compare, l.Span
			} else {
				t.section.Measure, t.section.Compare, t.section.Span = "", "", ""
			}
		}
	}
}

func (t *Table) isIndicatorColumn(col int) bool {
	for _, c := range t.stub {
		if c.Col == col {
			return c.Role == Indicator
		}
	}
	return false
}

// itemOf is the item of a figure: of its row, of its column, or of both.
func (t *Table) itemOf(v *Column, row *rowFacts) *Item {
	base := row.item
	names := row.dims
	switch {
	case base == nil && v.item == nil && len(names) == 0:
		return t.wholeTable()
	case base == nil && len(names) == 0:
		return v.item
	case base != nil && v.item == nil && len(names) == 0:
		return base
	}
	key := "\x01" + strings.Join(names, "\x00")
	var all []string
	it := &Item{Cell: Cell{Col: v.Col, Row: row.number}}
	if base != nil {
		key += base.key + "\x02"
		all, it.Other, it.Group, it.Cell = append(all, base.Names...), base.Other, base.Group, base.Cell
		it.Label = base.Label
	}
	if v.item != nil {
		key += v.item.key
		if n := v.item.Names; base != nil && len(base.Names) == 1 && isWhole(base.Names[0]) {
			all = append([]string(nil), n...) // 总计 | 营业收入
		} else if base != nil && len(n) == 1 && len(all) > 0 && hasHan(all[len(all)-1]) && (quantities[n[0]] || measureTail.MatchString(n[0]) && !measureTail.MatchString(all[len(all)-1])) {
			if last := all[len(all)-1]; !measured(last, n[0]) {
				all = append(append([]string(nil), all[:len(all)-1]...), last+n[0]) // 原煤 | 产量
			}
		} else {
			all = append(append([]string(nil), n...), all...)
		}
		if base == nil {
			it.Cell, it.Label = v.item.Cell, v.item.Label
		} else if it.Other != "" && v.item.Other != "" {
			it.Other = v.item.Other + ": " + it.Other
		} else {
			it.Other = ""
		}
	}
	if found, ok := t.items[key]; ok {
		return found
	}
	it.Names, it.key = append(all, names...), key
	if base != nil && base.Parent != nil && v.item != nil {
		it.Parent = t.items["\x01"+base.Parent.key+"\x02"+v.item.key]
		it.Partial = base.Partial
	}
	if len(t.items) < 200000 {
		t.items[key] = it
	}
	return it
}

// shareHead ends headings over shares.
var shareHead = regexp.MustCompile(`(?i)(?:比重|构成|占比|比例)$|\bshares?\b`)

// byArea is how titles say of what areas or years a table is.
var byArea = regexp.MustCompile(`^(?:历年|近年|各月份?|分月|各年度?|各季度?|分季度?|分?各?(?:地区|区县|县区|县市区|市州|市县|街镇|乡镇|区|县|市|省市|省)|分(?:县区|区县|地区|区|县|街镇))+(?:的)?`)

// measured reports whether a name says already what is measured: 发电量 of a
// column 产量, 工业增加值 of a column 增加值.
func measured(name, quantity string) bool {
	return strings.HasSuffix(name, quantity) || strings.HasSuffix(quantity, "量") && strings.HasSuffix(name, "量")
}

// measureTail ends the names of what is measured: 营业收入, 亏损面.
var measureTail = regexp.MustCompile(`(?:额|量|值|数|收入|支出|利润|投资|面积|资金|单位数|个数|人数|亏损面|负债率|利润率|余额|总计数)$`)

// quantities are heads that follow the name of what they measure.
var quantities = map[string]bool{"数量": true, "产量": true, "产值": true, "总产值": true, "增加值": true, "销售额": true, "零售额": true, "销售量": true, "收入": true, "支出": true, "利润": true,
	"面积": true, "人数": true, "个数": true, "户数": true, "贡献率": true, "拉动": true, "销量": true, "价格": true, "存栏": true, "出栏": true, "播种面积": true}

// corner is the head of the stub where it names the indicator of the table.
func (t *Table) corner() string {
	for _, c := range t.stub {
		for _, h := range c.Heads {
			if roleOf(h) == noRole && len(ParseLabel(h).Names) > 0 && len(c.Heads) == 1 && (c.Role == Area || c.Role == Period) {
				return h
			}
		}
	}
	return ""
}

// wholeTable is the item of a table whose heads name none: what its title says.
func (t *Table) wholeTable() *Item {
	if it, ok := t.items["\x00"]; ok {
		return it
	}
	subject := t.Context.Subject
	if subject == "" {
		subject = t.corner()
	}
	if subject == "" {
		subject = t.Context.Nearest
	}
	if subject == "" || len(ParseLabel(CutSection(subject)).Names) == 0 {
		subject = t.Context.Title
	}
	subject = CutSection(subject)
	if rest := byArea.ReplaceAllString(subject, ""); rest != "" {
		subject = rest
	}
	l := ParseLabel(subject)
	if subject == "" || len(l.Names) == 0 {
		return nil
	}
	if t.Context.Unit == "" {
		t.Context.Unit = l.Unit
	}
	it := &Item{Names: l.Names, Other: l.Other, Label: l, key: "\x00", Cell: t.Context.At}
	t.items["\x00"] = it
	return it
}
