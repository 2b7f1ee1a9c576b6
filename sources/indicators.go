package sources

import (
	"strconv"
	"strings"
	"unicode"

	"jianbao/internal/indicator"
)

// growthSuffix marks the id of the growth series of an indicator.
const growthSuffix = ".yoy"

// maxDecimals is the most decimals that a value is shown with.
const maxDecimals = 6

// readIndicators reads the definitions; each gives a level series, without
// observations as yet.
func (w *workbook) readIndicators(sheet bookSheet) {
	w.lookup = map[string]int{}
	ids := map[string]indicator.Cell{}
	ok := w.readTable(sheet, &indicatorsSheet, func(r row) {
		t := r.table
		s, ok := w.indicatorOf(r)
		if !ok {
			return
		}
		if prior, twice := ids[foldName(s.ID)]; twice {
			t.errorf("duplicate-indicator", s.Cell,
				"编号“%[1]s”重复（另一行在 %[2]s）；每个指标一行，请改用其他编号。",
				"the id “%[1]s” is there twice (also at %[2]s); each indicator has one row. Give it another id.", quote(s.ID), prior)
			return
		}
		ids[foldName(s.ID)] = s.Cell
		w.level = append(w.level, len(w.data.Series))
		w.data.Series = append(w.data.Series, s)
	})
	w.indexNames()
	if ok && len(w.data.Series) == 0 {
		w.errorf("no-indicator", w.at(sheet.name, ""),
			"表头下面没有指标；请每行填写一个指标。",
			"there is no indicator below the head; define one in each row.")
	}
}

// indicatorOf reads one definition.
func (w *workbook) indicatorOf(r row) (indicator.Series, bool) {
	t := r.table
	id := t.text(r.get(indID))
	if id == "" {
		if r.get(indID).blank() {
			r.need(indID)
		}
		return indicator.Series{}, false
	}
	if !validID(id) {
		t.errorf("bad-id", t.cellAt(r.get(indID)),
			"编号“%[1]s”不合规则；只能用字母、数字、“-”和“_”，例如 grp、retail-sales。",
			"the id “%[1]s” is not allowed; use letters, digits, “-” and “_” only, for example grp or retail-sales.", quote(id))
		return indicator.Series{}, false
	}
	name := r.printedPair(indNameZH, indNameEN)
	s := indicator.Series{
		ID:       id,
		OwnID:    true,
		Name:     name,
		Short:    r.printedPair(indShortZH, indShortEN),
		Unit:     w.unitOf(r, name.ZH),
		Group:    r.printedPair(indGroupZH, indGroupEN),
		Note:     r.printedPair(indNoteZH, indNoteEN),
		Decimals: r.decimals(),
		Cell:     t.cellAt(r.get(indID)),
	}
	if s.Name.IsZero() {
		r.need(indNameZH)
	}
	w.markExample(t, r.get(indNoteZH), s.Note.ZH)
	if s.Note.ZH == "" {
		w.markExample(t, r.get(indNoteEN), s.Note.EN)
	}
	kind, ok := r.choice(indKind)
	if !ok && r.get(indKind).blank() {
		r.need(indKind)
	}
	s.Measure, s.Basis = measureOf(kind)
	s.Prices = indicator.UnknownPrices
	if v, ok := r.choice(indPrices); ok {
		s.Prices = indicator.Prices(v)
	}
	s.Direction = indicator.Neutral
	if v, ok := r.choice(indDirection); ok {
		s.Direction = indicator.Direction(v)
	}
	return s, true
}

// measureOf is what a kind of indicator means for its numbers.
func measureOf(kind string) (indicator.Measure, indicator.Basis) {
	switch kind {
	case kindStock:
		return indicator.Level, indicator.Stock
	case kindRate:
		return indicator.Rate, indicator.Flow
	case kindIndex:
		return indicator.Index, indicator.Flow
	case kindShare:
		return indicator.Share, indicator.Flow
	}
	return indicator.Level, indicator.Flow
}

// unitOf reads the unit of an indicator of that name and supplies its English
// label where it is known.
func (w *workbook) unitOf(r row, name string) indicator.Unit {
	t := r.table
	named := r.printedPair(indUnitZH, indUnitEN)
	if named.IsZero() {
		r.need(indUnitZH)
	}
	u := indicator.ParseUnit(named)
	if en := indicator.EnglishUnitOf(u, name); named.EN == "" && en != "" {
		t.infof("unit-supplied", t.cellAt(r.get(indUnitZH)),
			"英文单位未填，已按“%[1]s”补为“%[2]s”。",
			"the English unit is empty; “%[2]s” was supplied for “%[1]s”.", quote(named.ZH), en)
		u.Text.EN = en
	}
	return u
}

// decimals reads how many decimals are shown; -1: as entered.
func (r row) decimals() int {
	t, c := r.table, r.get(indDecimals)
	s := t.text(c)
	if s == "" {
		return -1
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > maxDecimals {
		t.errorf("bad-decimals", t.cellAt(c),
			"小数位“%[1]s”无效；应为 0—%[2]d 的整数，或留空。",
			"“%[1]s” is not a number of decimals; a whole number from 0 to %[2]d is expected, or nothing.", quote(s), maxDecimals)
		return -1
	}
	return n
}

// validID reports whether an id can be typed on a command line and in a file
// name.
func validID(id string) bool {
	if len(id) > 60 {
		return false
	}
	for _, c := range id {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// indexNames makes indicators findable by id and by name. An id wins over a
// name; a name that two indicators have finds neither.
func (w *workbook) indexNames() {
	for _, i := range w.level {
		w.lookup[foldName(w.data.Series[i].ID)] = i
	}
	names := map[string]int{}
	for _, i := range w.level {
		s := &w.data.Series[i]
		for _, n := range []string{s.Name.ZH, s.Name.EN, s.Short.ZH, s.Short.EN} {
			key := foldName(n)
			if key == "" {
				continue
			}
			if j, taken := names[key]; taken && j != i {
				names[key] = -1
			} else {
				names[key] = i
			}
		}
	}
	for key, i := range names {
		if _, taken := w.lookup[key]; !taken {
			w.lookup[key] = i
		}
	}
}

// foldName makes names comparable: width, case and spaces do not matter.
func foldName(s string) string {
	if len(s) > 4*maxHead {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(foldWidth(s)), " "))
}

// find reads a cell that names an indicator; -1 after a diagnostic.
func (r row) find(w *workbook, column int) int {
	t, c := r.table, r.get(column)
	name := t.text(c)
	if name == "" {
		if c.blank() {
			r.need(column)
		}
		return -1
	}
	i, known := w.lookup[foldName(name)]
	switch {
	case !known:
		t.errorf("unknown-indicator", t.cellAt(c),
			"“%[1]s”不在“指标”表中；请从下拉列表选择编号，或先在“指标”表中添加该指标。",
			"“%[1]s” is not in the sheet Indicators; choose an id from the list, or add the indicator there first.", quote(name))
		return -1
	case i < 0:
		t.errorf("ambiguous-indicator", t.cellAt(c),
			"有两个以上的指标叫“%[1]s”；请改填指标编号。",
			"more than one indicator is called “%[1]s”; enter its id instead.", quote(name))
	}
	return i
}

// markExample remembers a row that says that it is an example.
func (w *workbook) markExample(t *table, c cell, s string) {
	f := fold(s)
	if f == "示例" || f == "example" || f == "示例example" || f == "example示例" {
		w.examples = append(w.examples, t.cellAt(c))
	}
}
