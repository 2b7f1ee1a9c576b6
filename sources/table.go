package sources

import (
	"strings"

	"jianbao/internal/indicator"
)

// headRows is how many rows are searched for the head of a sheet.
const headRows = 10

// table is a standard sheet being read: where its columns stand.
type table struct {
	*workbook
	sheet bookSheet
	spec  *sheetSpec
	head  int // row of the head
	heads heads
	place []int // column on the sheet by position in spec; 0: not there
	merge []merge
}

// row is a row below the head.
type row struct {
	*gridRow
	table *table
}

// get is the cell in a column of the specification.
func (r row) get(column int) cell {
	if col := r.table.place[column]; col > 0 {
		return r.at(col)
	}
	return cell{row: r.number}
}

// at is the place of a cell of this table.
func (t *table) cellAt(c cell) indicator.Cell { return t.at(t.sheet.name, c.addr()) }

// readTable finds the head of a sheet and hands every row below it that is not
// blank to visit. It returns false if the sheet has no usable head.
func (w *workbook) readTable(sheet bookSheet, spec *sheetSpec, visit func(row)) bool {
	t := &table{workbook: w, sheet: sheet, spec: spec, heads: spec.heads()}
	if sheet.hidden {
		w.warnf("hidden-sheet", w.at(sheet.name, ""),
			"工作表处于隐藏状态，仍已读取；若不应使用，请删除该表。",
			"the sheet is hidden and was read all the same; delete it if it should not be used.")
	}
	if !t.findHead() {
		return false
	}
	t.reportMerges(w.book.merges(sheet))
	err := w.book.grid(sheet, func(g *gridRow) bool {
		if g.number <= t.head || t.blank(g) {
			return true
		}
		if g.hidden {
			w.warnf("hidden-row", w.at(sheet.name, address(1, g.number)),
				"第 %[1]d 行处于隐藏状态，仍已读取；若不应使用，请删除该行。",
				"row %[1]d is hidden and was read all the same; delete it if it should not be used.", g.number)
		}
		visit(row{g, t})
		return true
	})
	if err != nil {
		w.damagedSheet(sheet)
		return false
	}
	return true
}

func (w *workbook) damagedSheet(sheet bookSheet) {
	w.errorf("damaged-workbook", w.at(sheet.name, ""),
		"工作表的内容已损坏，无法读完；请用 Excel 的“打开并修复”修复后另存。",
		"the content of the sheet is damaged and could not be read to its end; let Excel mend it with “Open and Repair” and save it.")
}

// blank reports whether a row has nothing in any known column.
func (t *table) blank(g *gridRow) bool {
	for _, c := range g.cells {
		if !c.blank() && t.columnAt(c.col) >= 0 {
			return false
		}
	}
	return true
}

// columnAt is the column of the specification that stands at col, or -1.
func (t *table) columnAt(col int) int {
	for i, p := range t.place {
		if p == col {
			return i
		}
	}
	return -1
}

// findHead takes for head, among the first rows, the one that names the most
// columns, and reports what is missing, unknown or there twice.
func (t *table) findHead() bool {
	var head gridRow
	best, filled := 0, false
	err := t.book.grid(t.sheet, func(g *gridRow) bool {
		if g.number > headRows {
			return false
		}
		for _, c := range g.cells {
			filled = filled || !c.blank()
		}
		if n := t.recognised(g); n > best {
			best = n
			head = gridRow{number: g.number, cells: append([]cell(nil), g.cells...)}
		}
		return true
	})
	if err != nil {
		t.damagedSheet(t.sheet)
		return false
	}
	if best < 2 {
		zh, en := t.expected()
		if !filled {
			t.errorf("no-header", t.at(t.sheet.name, ""),
				"工作表是空的；第一行应为表头：%[1]s。可运行 jianbao init 生成标准工作簿。",
				"the sheet is empty; a head is expected in its first row: %[2]s. Run jianbao init to make a standard workbook.", zh, en)
			return false
		}
		t.errorf("no-header", t.at(t.sheet.name, ""),
			"前 %[3]d 行内没有找到表头；应有一行表头，包含：%[1]s。请补上表头，或运行 jianbao init 生成标准工作簿。",
			"no head was found in the first %[3]d rows; one row should hold: %[2]s. Add it, or run jianbao init to make a standard workbook.", zh, en, headRows)
		return false
	}
	t.head = head.number
	return t.placeColumns(&head)
}

// expected names the needed columns.
func (t *table) expected() (zh, en string) {
	var zs, es []string
	for _, c := range t.spec.columns {
		if c.need {
			zs = append(zs, c.name.ZH)
			es = append(es, c.name.EN)
		}
	}
	return strings.Join(zs, "、"), strings.Join(es, ", ")
}

// recognised counts the different columns that a row names.
func (t *table) recognised(g *gridRow) int {
	seen := make([]bool, len(t.spec.columns))
	n := 0
	for _, c := range g.cells {
		if i := t.heads.column(c.text); i >= 0 && !seen[i] {
			seen[i] = true
			n++
		}
	}
	return n
}

// complete reports whether a row names every column that the sheet needs.
func (t *table) complete(g *gridRow) bool {
	seen := make([]bool, len(t.spec.columns))
	n := 0
	for _, c := range g.cells {
		if i := t.heads.column(c.text); i >= 0 && !seen[i] {
			seen[i] = true
			n++
		}
	}
	for i, c := range t.spec.columns {
		if c.need && !seen[i] && (c.or == 0 || !seen[c.or]) {
			return false
		}
	}
	return n >= 2
}

// heads finds columns by their folded heads.
type heads map[string]int

// heads are all ways to name the columns of a sheet. Proper names win over
// other spellings.
func (s *sheetSpec) heads() heads {
	h := heads{}
	add := func(head string, i int) {
		if _, taken := h[head]; !taken && head != "" {
			h[head] = i
		}
	}
	for i, c := range s.columns {
		zh, en := fold(c.name.ZH), fold(c.name.EN)
		for _, head := range []string{zh, en, zh + en, en + zh} {
			add(head, i)
		}
	}
	for i, c := range s.columns {
		for _, also := range c.also {
			add(fold(also), i)
		}
	}
	return h
}

// column is the position of the column that a head names, or -1. What stands
// in brackets, such as a unit, is left out where the whole is not known.
func (h heads) column(head string) int {
	if i, ok := h[fold(head)]; ok {
		return i
	}
	if i := strings.IndexAny(head, "(（"); i > 0 {
		if i, ok := h[fold(head[:i])]; ok {
			return i
		}
	}
	return -1
}

func (t *table) placeColumns(head *gridRow) bool {
	t.place = make([]int, len(t.spec.columns))
	var unknown []cell
	for _, c := range head.cells {
		if c.blank() {
			continue
		}
		at := t.cellAt(c)
		i := t.heads.column(c.text)
		switch {
		case i < 0:
			unknown = append(unknown, c)
			continue
		case t.place[i] > 0:
			t.errorf("duplicate-column", at,
				"“%[1]s”列出现了两次（另一列在 %[3]s）；请只保留一列。",
				"the column “%[2]s” is there twice (also at %[3]s); keep one of them.",
				t.spec.columns[i].name.ZH, t.spec.columns[i].name.EN, address(t.place[i], t.head))
		default:
			t.place[i] = c.col
		}
	}
	t.reportUnknown(unknown)
	var zs, es []string
	for i, c := range t.spec.columns {
		if c.need && t.place[i] == 0 && (c.or == 0 || t.place[c.or] == 0) {
			zs = append(zs, c.name.ZH)
			es = append(es, c.name.EN)
		}
	}
	if len(zs) > 0 {
		t.errorf("missing-column", t.at(t.sheet.name, address(1, t.head)),
			"第 %[3]d 行的表头缺少：%[1]s；请补上这些列。",
			"the head in row %[3]d lacks: %[2]s; add these columns.",
			strings.Join(zs, "、"), strings.Join(es, ", "), t.head)
	}
	return len(zs) == 0
}

// reportUnknown reports columns that no head is known for. Where a standard
// column is absent it may be that one under another name, and what stands in it
// would be lost: then it is a warning.
func (t *table) reportUnknown(columns []cell) {
	var zs, es []string
	for i, c := range t.spec.columns {
		if t.place[i] == 0 {
			zs, es = append(zs, c.name.ZH), append(es, c.name.EN)
		}
	}
	for _, c := range columns {
		if len(zs) == 0 {
			t.infof("unknown-column", t.cellAt(c),
				"不认识的列“%[1]s”，已忽略。", "the column “%[1]s” is not known and was ignored.", quote(c.text))
			continue
		}
		t.warnf("unknown-column", t.cellAt(c),
			"不认识的列“%[1]s”，已忽略；本表没有的标准列有：%[2]s。若是其中之一，请改用标准表头。",
			"the column “%[1]s” is not known and was ignored. Standard columns not in this sheet: %[3]s. If it is one of them, give it that head.",
			quote(c.text), strings.Join(zs, "、"), strings.Join(es, ", "))
	}
}

// reportMerges reports merged areas below the head that cover more than one
// cell of the table: all but the first would silently be blank.
func (t *table) reportMerges(merges []merge) {
	if t.spec == &briefingSheet {
		return // a text merged over both languages is read from its first cell
	}
	for _, m := range merges {
		if m.bottom <= t.head || !t.crosses(m) {
			continue
		}
		t.errorf("merged-cells", t.at(t.sheet.name, address(m.left, m.top)),
			"%[1]s 是合并单元格，只有左上角一格有内容；每一行都应填全，请取消合并并补齐各格。",
			"%[1]s is merged, so that only its first cell has content; each row should be complete. Unmerge it and fill in every cell.",
			address(m.left, m.top)+":"+address(m.right, m.bottom))
		t.merge = append(t.merge, m)
	}
}

// crosses reports whether a merged area touches a known column.
func (t *table) crosses(m merge) bool {
	for _, col := range t.place {
		if col >= m.left && col <= m.right {
			return true
		}
	}
	return false
}
