package sources

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/internal/indicator"
)

// targetKey is what only one target may be set for.
type targetKey struct {
	series     string
	from, year int
	kind       indicator.TargetKind
	ceiling    bool // a floor and a ceiling may stand side by side
}

// readTargets reads the targets, among them those that have no number.
func (w *workbook) readTargets(sheet bookSheet) {
	seen := map[targetKey]indicator.Target{}
	w.readTable(sheet, &targetsSheet, func(r row) {
		target, ok := w.targetOf(r)
		if !ok {
			return
		}
		key := targetKey{target.Series, target.From, target.Year, target.Kind, target.Bound == indicator.AtMost}
		if prior, twice := seen[key]; twice {
			if (prior.Bound == indicator.TextOnly) != (target.Bound == indicator.TextOnly) {
				r.table.errorf("duplicate-target", target.Cell,
					"同一指标同一年份有两个同类目标，一个有数值、一个只有文字：%[1]s 和 %[2]s；请并为一行：数值填在“目标值”，文字填在“中文表述”。",
					"one indicator has two targets of one kind for one year, one with a number and one in words only: %[1]s and %[2]s; make them one row, with the number under “Value” and the words under “Text (zh)” and “Text (en)”.",
					prior.Cell, target.Cell)
				return
			}
			r.table.errorf("duplicate-target", target.Cell,
				"同一指标同一年份有两个同类目标：%[1]s 和 %[2]s；请只保留一个，上下限请用“区间”。",
				"one indicator has two targets of one kind for one year: %[1]s and %[2]s; keep one of them, and use “range” for two limits.",
				prior.Cell, target.Cell)
			return
		}
		seen[key] = target
		w.data.Targets = append(w.data.Targets, target)
	})
}

func (w *workbook) targetOf(r row) (indicator.Target, bool) {
	t := r.table
	i := r.find(w, tgtIndicator)
	from, year, okYear := r.years()
	kind, okKind := r.requiredChoice(tgtKind)
	bound, okBound := r.requiredChoice(tgtBound)
	words := r.printedPair(tgtTextZH, tgtTextEN)
	if i < 0 || !okYear || !okKind || !okBound {
		return indicator.Target{}, false
	}
	s := &w.data.Series[i]
	target := indicator.Target{
		Series: s.ID,
		From:   from,
		Year:   year,
		Kind:   indicator.TargetKind(kind),
		Bound:  indicator.Bound(bound),
		Text:   words,
	}
	m := percentage
	if target.Kind != indicator.GrowthTarget {
		m = expected(s)
	}
	if target.Kind == indicator.TotalGrowth {
		m = percentage
		if from == 0 {
			t.errorf("bad-year", t.cellAt(r.get(tgtYear)), "累计增速目标要填规划期的起止年份，例如 2021—2025。",
				"a target for total growth needs the first and last year of its plan, such as 2021–2025.")
			return indicator.Target{}, false
		}
	}
	if n := t.number(r.get(tgtTolerance), plainNumber); n.hasValue() {
		if n.value.Sign() < 0 {
			t.errorf("bad-tolerance", n.cell, "容差不能为负；请填正数，例如 0.5。", "a tolerance cannot be negative; enter one such as 0.5.")
			return indicator.Target{}, false
		}
		target.Tolerance = &n.value
	}
	value, upper := t.number(r.get(tgtValue), m), t.number(r.get(tgtUpper), m)
	var ok bool
	if target.Bound.HasValue() {
		ok = r.numericTarget(&target, value, upper)
	} else {
		ok = r.wordedTarget(w, &target, value, upper)
	}
	return target, ok
}

// numericTarget fills in a target that has a number.
func (r row) numericTarget(target *indicator.Target, value, upper number) bool {
	t := r.table
	if !value.hasValue() {
		if r.get(tgtValue).blank() || value.given {
			t.errorf("target-without-value", t.at(t.sheet.name, address(t.column(tgtValue), r.number)),
				"约束为“%[1]s”的目标要有目标值；请填入数值，没有数值的目标请选“同步”或“文字”。",
				"a target that is to be “%[2]s” a figure needs it under Value; enter it, or choose “relative” or “text” where there is none.",
				boundName(target.Bound).ZH, boundName(target.Bound).EN)
		}
		return false
	}
	target.Value, target.Cell = value.value, value.cell
	if target.Bound != indicator.Between {
		if upper.given {
			t.errorf("upper-without-range", upper.cell,
				"只有“区间”目标才填上限；请把约束改为“区间”，或删去上限。",
				"only a target that is a range has an upper end; choose “range”, or delete it.")
			return false
		}
		return true
	}
	if !upper.hasValue() || !upper.value.GreaterThan(value.value) {
		t.errorf("bad-range", value.cell,
			"区间目标的上限应大于目标值（下限）；请填入正确的上限。",
			"a range needs an upper end above its Value, the lower end; enter it under Upper.")
		return false
	}
	target.Upper = upper.value
	return true
}

// wordedTarget fills in a target without a number: relative to another
// indicator, or in words only.
func (r row) wordedTarget(w *workbook, target *indicator.Target, value, upper number) bool {
	t := r.table
	for _, n := range []number{value, upper} {
		if n.hasValue() {
			t.errorf("value-not-expected", n.cell,
				"“%[1]s”目标没有数值；请删去数值，或改正约束。",
				"a target that is “%[2]s” has no number; delete it, or correct the bound.",
				boundName(target.Bound).ZH, boundName(target.Bound).EN)
			return false
		}
	}
	c := r.get(tgtTextZH)
	if c.blank() {
		c = r.get(tgtTextEN)
	}
	if target.Bound == indicator.Relative {
		i := r.find(w, tgtReference)
		if i < 0 {
			return false
		}
		if c.blank() {
			c = r.get(tgtReference)
		}
		target.Ref = w.data.Series[i].ID
		target.RefBound = refBound(target.Text)
		if target.Ref == target.Series {
			t.errorf("target-refers-to-itself", t.cellAt(r.get(tgtReference)),
				"参照指标就是该指标本身；请填另一个指标。",
				"the target refers to its own indicator; name another one.")
			return false
		}
	} else if target.Text.IsZero() {
		r.need(tgtTextZH)
		return false
	}
	target.Cell = t.cellAt(c)
	return true
}

// column is the column on the sheet of a column of the specification, or that
// of the first one where it is not there.
func (t *table) column(i int) int {
	if t.place[i] > 0 {
		return t.place[i]
	}
	return t.place[0]
}

func boundName(b indicator.Bound) indicator.Text {
	n, _ := nameOf(boundChoices, string(b))
	return n.name
}

// requiredChoice is choice, and a blank cell is reported.
func (r row) requiredChoice(column int) (string, bool) {
	v, ok := r.choice(column)
	if !ok && r.get(column).blank() {
		r.need(column)
	}
	return v, ok
}

// refBound is how the wording of a relative target binds it to the growth that
// it names: 不低于 and 高于 set a floor, 与…同步 neither floor nor ceiling.
func refBound(t indicator.Text) indicator.Bound {
	s := strings.ToLower(t.ZH + " " + t.EN)
	for _, w := range []string{"不低于", "高于", "快于", "超过", "not below", "no lower", "above", "faster than", "at least", "no slower", "outpace"} {
		if strings.Contains(s, w) && !strings.Contains(s, "不高于") && !strings.Contains(s, "不快于") {
			return indicator.AtLeast
		}
	}
	for _, w := range []string{"不高于", "不快于", "低于", "not above", "no higher", "below", "slower than", "at most", "no faster"} {
		if strings.Contains(s, w) {
			return indicator.AtMost
		}
	}
	return ""
}

// planYears are the years of a five-year plan: 十四五 is 2021 to 2025.
func planYears(s string) (from, to int, ok bool) {
	for i, name := range []string{"十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五"} {
		if strings.Trim(s, "“”\"'「」规划期计划时 ") == name {
			return 2001 + 5*i, 2005 + 5*i, true
		}
	}
	return 0, 0, false
}

var yearSpan = regexp.MustCompile(`^(\d{4})\s*年?\s*(?:-|–|—|――|~|～|至|到|to)\s*(\d{4})\s*年?$`)

// years reads the year of a target: 2023, 2023年, or a date cell; from is the
// first year of a plan, 2021—2025 or 十四五, else 0.
func (r row) years() (from, year int, ok bool) {
	t, c := r.table, r.get(tgtYear)
	if c.blank() {
		r.need(tgtYear)
		return 0, 0, false
	}
	s := strings.TrimSpace(foldWidth(t.text(c)))
	if m := yearSpan.FindStringSubmatch(s); m != nil {
		from, _ = strconv.Atoi(m[1])
		year, _ = strconv.Atoi(m[2])
		if from < year && from >= 1900 && year <= 2200 && year-from < 50 {
			return from, year, true
		}
	}
	if from, year, ok = planYears(s); ok {
		return from, year, true
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(s, "年")); err == nil && n >= 1900 && n <= 2200 {
		return 0, n, true
	}
	year, ok = t.yearCell(c)
	return 0, year, ok
}

// yearCell reads a year that Excel keeps as a date, and reports what is none.
func (t *table) yearCell(c cell) (int, bool) {
	if c.kind == numberCell && t.book.format(c.style) != plainFormat {
		if p, ok := t.period(c); ok {
			return p.To.Year(), true
		}
		return 0, false
	}
	if c.kind == errorCell {
		return 0, false // already reported
	}
	t.errorf("bad-year", t.cellAt(c),
		"“%[1]s”不是有效的年份；请填四位数年份，例如 2023；规划目标填起止年份，例如 2021—2025。",
		"“%[1]s” is not a valid year; enter four digits, for example 2023; for a plan its first and last year, 2021–2025.", quote(c.text))
	return 0, false
}
