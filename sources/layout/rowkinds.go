package layout

import (
	"regexp"
	"strconv"
	"strings"
)

// isHead reports whether a row may belong to a head: it has several texts, or
// one that is merged over columns or stands over a column of figures.
func isHead(r *Row) bool {
	n := 0
	for _, c := range r.Cells {
		if c.Blank() || c.Spread {
			continue
		}
		if len(c.Text) > 400 {
			return false
		}
		n++
	}
	if n == 0 {
		return len(r.Cells) > 0 // nothing but the rest of merged areas
	}
	if n == 1 {
		for _, c := range r.Cells {
			if !c.Blank() && !c.Spread {
				return c.Col > 1 && !isMeta(r) || roleOf(c.Text) != noRole
			}
		}
	}
	return n > 1
}

func leftmost(r *Row) int {
	for _, c := range r.Cells {
		if !c.Blank() {
			return c.Col
		}
	}
	return 0
}

// isTitleOver reports whether r is a title over the head row below: few texts,
// the first over the stub's own head and not one of its kind.
func isTitleOver(r, below *Row) bool {
	if filled(r) > 2 || filled(below) < 3 {
		return false
	}
	var first Cell
	for _, c := range r.Cells {
		if c.Across && len(r.Cells) > 2 && c.Col > leftmost(r) {
			return false
		}
		if first.Col == 0 && !c.Blank() {
			first = c
		}
	}
	under := below.At(first.Col)
	if under.Blank() || under.Spread {
		return false
	}
	if _, ok := first.when(); ok && first.Col > leftmost(below) {
		return false
	}
	return roleOf(first.Text) == noRole && first.Col <= leftmost(below)
}

// withUnit reports whether a row is a heading with its unit: 一、财政 | 单位：万元.
func withUnit(r *Row) bool {
	if filled(r) != 2 {
		return false
	}
	first := r.At(leftmost(r))
	if first.Kind != Text || metaLine.MatchString(first.Text) {
		return false
	}
	for _, c := range r.Cells {
		if c.Col != first.Col && !c.Blank() && !c.Spread {
			return c.Kind == Text && unitLine.MatchString(c.Text)
		}
	}
	return false
}

// isCorner reports whether a row has but one text, at the right end of the head
// below, where units stand: (₹ in crore), Million Baht.
func isCorner(r, below *Row) bool {
	if filled(r) != 1 {
		return false
	}
	for _, c := range r.Cells {
		if c.Blank() || c.Spread {
			continue
		}
		if under := below.At(c.Col); c.Across || c.Kind != Text || under.Blank() || under.Spread || c.Col < 3 {
			return false
		}
		for _, o := range below.Cells {
			if o.Col > c.Col && !o.Blank() {
				return false
			}
		}
		l := ParseLabel(c.Text)
		return l.When.IsZero() && l.Measure == "" && l.Span == "" && l.Aspect == ""
	}
	return false
}

// filled counts the cells that are not blank.
func filled(r *Row) (n int) {
	for _, c := range r.Cells {
		if !c.Blank() && !c.Spread {
			n++
		}
	}
	return n
}

func hasContent(r *Row) bool {
	for _, c := range r.Cells {
		if !c.Blank() {
			return true
		}
	}
	return false
}

// isLonely reports whether a row has one cell only.
func isLonely(r *Row) bool { return filled(r) < 2 }

// isPeriodHead reports whether the numbers of a row are years or months that
// follow each other: a head, not figures.
func isPeriodHead(r *Row) bool {
	var seq []int
	known, words := false, 0
	for _, c := range r.Cells { // the quick way out: most rows have figures
		if !c.Spread && c.isValue() {
			if _, isWhen := c.when(); !isWhen {
				return false
			}
		}
	}
	for _, c := range r.Cells {
		if c.Spread || c.Blank() {
			continue
		}
		w, isWhen := c.when()
		switch {
		case isWhen && w.Year != 0:
			seq = append(seq, w.Year*12+w.From)
		case isWhen:
			known = true
		case c.isValue():
			return false
		default:
			if roleOf(c.Text) != noRole {
				words++
			}
			known = known || roleOf(c.Text) != noRole || !ParseLabel(c.Text).When.IsZero()
		}
	}
	if len(seq) == 0 {
		return false
	}
	if len(seq) == 1 {
		return known
	}
	step := 0
	for i := 1; step == 0 && i < len(seq); i++ {
		step = seq[i] - seq[i-1]
	}
	for i := 1; i < len(seq); i++ {
		d := seq[i] - seq[i-1]
		if seq[i] == seq[0] {
			continue // the same years once more, under the next measure
		}
		if d != 0 && (d > 0) != (step > 0) || d > 360 || d < -360 {
			return words > 1 // years, quarters and months mixed, behind heads of a stub
		}
	}
	return true
}

var numberingMarks = regexp.MustCompile(`^[(（]?(?:甲|乙|丙|丁|戊|[A-E]|栏次|序号|行次)[)）]?$`)

// isNumbering reports whether a row only numbers the columns: 甲 1 2 3.
func isNumbering(r *Row) bool {
	n, marks, last, first := 0, 0, 0, 0
	for _, c := range r.Cells {
		if c.Spread || c.Blank() {
			continue
		}
		s := unbracketed(squeeze(c.Text))
		s, _, _ = strings.Cut(s, "=") // 5=3-4
		k, err := strconv.Atoi(s)
		switch {
		case numberingMarks.MatchString(s):
			marks++
		case err != nil || n == 0 && (k < 1 || k > marks+1) || n > 0 && k != last+1 && k != first:
			return false
		default:
			if n == 0 {
				first = k
			}
			n, last = n+1, k
		}
	}
	return n >= 2 && marks > 0 || n >= 3
}

var noteStart = regexp.MustCompile(`^\s*[(（【]?\s*(?i:注\s*[:：\d①]|注释|数据来源|资料来源|来源\s*[:：]|说明\s*[:：]|备注\s*[:：]|附注|填报|制表|审核|单位负责人|统计负责人|填表|联系电话|复核|负责人|联系人|制表人|打印|\*|＊|notes?\b|source\b|sources\b|footnotes?\b|data from|last updated|definitions?\b|generated by|notation|related information|contact\s*:|copyright|©|资料|本表|\(?[a-z]\)\s)`)

// isNote reports whether a row starts a note.
func isNote(r *Row) bool {
	for _, c := range r.Cells {
		if c.Blank() {
			continue
		}
		return c.Kind == Text && noteStart.MatchString(c.Text)
	}
	return false
}

var metaLine = regexp.MustCompile(`(?i)^\s*[(（]?\s*(?:本表单位|表内单位|计量单位|金额单位|货币单位|数量单位|数据单位|单位|数据库|时间|数据时间|统计时间|指标|期别|报告期|制表单位|编制单位|发布单位|发布机构|发布时间|发布日期|更新时间|填报单位|地区|表号|制定机关|指标体系|来源|theme|subject|topic|table title|table|title|unit|units|data source|source|last updated(?: date)?|data last updated|release date|next release|frequency|dataset|extracted on|publication)\s*[:：]`)

// isMeta reports whether a row is a line about the table, 单位：亿元.
func isMeta(r *Row) bool {
	if filled(r) > 4 {
		return false
	}
	for _, c := range r.Cells {
		if c.Kind == Text && metaLine.MatchString(c.Text) {
			return true
		}
	}
	if filled(r) == 2 && strings.HasSuffix(strings.TrimSpace(r.At(leftmost(r)).Text), ":") {
		return true // Base Period: | 1982-84=100
	}
	if filled(r) == 1 {
		for _, c := range r.Cells {
			if !c.Blank() && !c.Spread {
				return ParseLabel(c.Text).Unit != "" && ParseLabel(c.Text).pure()
			}
		}
	}
	return false
}
