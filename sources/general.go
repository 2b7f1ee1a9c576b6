package sources

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// readGeneral understands a workbook that is not a standard one, by the
// structure of its sheets.
func (w *workbook) readGeneral(opt Options) Reading {
	a := newAdopter(w, opt)
	around := layout.Named(strings.TrimSuffix(w.file, extension(w.file)))
	a.readGlossary()
	sheets := w.visibleSheets(a)
	var told layout.Context
	for _, s := range sheets {
		if !glossarySheets[fold(s.name)] && !a.overflows() {
			told = a.sheet(s, around, told)
		}
	}
	a.finish()
	a.reportUnusedGuides()
	out := Reading{Tables: a.tables, Dataset: w.data}
	if opt.Unused {
		out.Unused = a.unused.list(w.file, w.book.sheets)
	}
	if len(w.data.Series) == 0 {
		out.Dataset = nil
	}
	if !a.overflows() {
		out.Understood = a.understood()
	}
	out.Diagnostics = w.reporter.finish()
	return out
}

// visibleSheets are the sheets to read: hidden ones hold what the author did
// not mean to show, unless all are hidden.
func (w *workbook) visibleSheets(a *adopter) []bookSheet {
	var out, hidden []bookSheet
	for _, s := range w.book.sheets {
		switch {
		case strings.HasPrefix(s.name, "核对结果") || s.name == "Findings" || strings.HasPrefix(s.name, "Findings "): // of an annotated copy
			a.explainSheet(s, "findings")
		case a.opt.Profile.skips(s.name):
			a.explainSheet(s, "skipped")
		case s.hidden:
			hidden = append(hidden, s)
		default:
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return hidden
	}
	for _, s := range hidden {
		w.infof("hidden-sheet-skipped", w.at(s.name, ""),
			"工作表处于隐藏状态，未读取；如需使用，请取消隐藏。",
			"the sheet is hidden and was not read; unhide it to use it.")
		a.explainSheet(s, "hidden-sheet")
	}
	return out
}

// sheet reads one sheet. The period that the titles of the sheets before told is
// that of tables which tell none; what the titles of this one tell is returned.
func (a *adopter) sheet(s bookSheet, around, told layout.Context) layout.Context {
	w := a.workbook
	merges := w.book.merges(s)
	if len(merges) >= maxMerges {
		w.warnf("too-many-merges", w.at(s.name, ""),
			"合并单元格超过 %[1]d 处，只使用了前 %[1]d 处；请取消不必要的合并。",
			"there are more than %[1]d merged areas, of which the first %[1]d were used; unmerge what need not be merged.", maxMerges)
	}
	ls := &layout.Sheet{Name: s.name, Around: a.opt.Profile.around(around), HiddenCols: w.book.hiddenColumns(s), Guides: a.opt.Profile.guides(s.name),
		Told: layout.Context{When: told.When, From: "workbook"}}
	for _, m := range merges {
		ls.Merges = append(ls.Merges, layout.Merge{Left: m.left, Top: m.top, Right: m.right, Bottom: m.bottom})
	}
	ls.Emit = a.fact
	ls.Explain = func(c layout.Cell, reason string) {
		a.explain(s.name, c.Col, c.Row, reason)
		switch {
		case reason == "not-a-number" && strings.ContainsFunc(c.Text, unicode.IsDigit):
			a.warnf("not-a-number", a.at(s.name, address(c.Col, c.Row)),
				"“%[1]s”不能读作一个数值，没有使用；请只写数字，说明另放一列。",
				"“%[1]s” cannot be read as one figure and was not used; write the number alone, and remarks into a column of their own.", quote(c.Text))
		case reason == "unit-clash":
			a.warnf("unit-clash", a.at(s.name, address(c.Col, c.Row)),
				"“%[1]s”自带的数量级与所在行的单位重复，无法确定大小，没有使用；请改写。",
				"the power of ten in “%[1]s” comes on top of that of its row's unit; nothing tells how large it is, and it was not used. Write it in the unit of the row.", quote(c.Text))
		}
	}
	hidden := 0
	t := &table{workbook: w, sheet: s}
	err := ls.Read(func(visit func(*layout.Row) bool) error {
		var row layout.Row
		return w.book.grid(s, func(g *gridRow) bool {
			row = layout.Row{Number: g.number, Hidden: g.hidden, Cells: row.Cells[:0]}
			for _, c := range g.cells {
				if lc, ok := t.layoutCell(c); ok {
					row.Cells = append(row.Cells, lc)
				}
			}
			if g.hidden && len(row.Cells) > 0 {
				hidden++
				if hidden == 1 {
					w.warnf("hidden-row", w.at(s.name, address(1, g.number)),
						"第 %[1]d 行处于隐藏状态，仍已读取；若不应使用，请删除隐藏的行。",
						"row %[1]d is hidden and was read all the same; delete hidden rows that should not be used.", g.number)
				}
			}
			return visit(&row) && !a.overflows()
		})
	})
	if err != nil {
		w.damagedSheet(s)
	}
	a.tables = append(a.tables, ls.Tables...)
	return ls.Told
}

// explainSheet accounts for the numbers of a sheet that is not read.
func (a *adopter) explainSheet(s bookSheet, reason string) {
	t := &table{workbook: a.workbook, sheet: s}
	_ = a.book.grid(s, func(g *gridRow) bool {
		for _, c := range g.cells {
			if c.kind == numberCell && !c.blank() && !c.unstored && t.book.format(c.style) != dateFormat {
				a.explain(s.name, c.col, c.row, reason)
			}
		}
		return true
	})
}

// layoutCell is a cell as layout reads it; false where it is blank.
func (t *table) layoutCell(c cell) (layout.Cell, bool) {
	out := layout.Cell{Col: c.col, Row: c.row, Indent: t.book.indent(c.style)}
	c.text = t.bounded(c)
	if c.unstored {
		v, err := t.book.calculate(t.sheet.name, c.addr())
		switch {
		case err != nil || excelError(v):
			t.errorf("formula-not-calculated", t.cellAt(c),
				"公式没有保存计算结果，也无法算出；请在 Excel 中打开并保存一次，或直接填入数值。",
				"the formula has no stored result and could not be calculated; open and save the workbook in Excel once, or enter the value itself.")
			out.Kind, out.Text = layout.Error, "?"
			return out, true
		case strings.TrimSpace(v) == "":
			return out, false
		}
		t.infof("formula-calculated", t.cellAt(c),
			"公式没有保存计算结果，已按公式算出“%[1]s”；请核对。",
			"the formula has no stored result; it was calculated as “%[1]s”. Please check it.", quote(v))
		c.text, c.unstored, c.kind = v, false, numberCell
		if _, err := strconv.ParseFloat(v, 64); err != nil {
			c.kind = textCell
		}
	}
	if c.blank() {
		return out, false
	}
	switch c.kind {
	case textCell:
		out.Kind, out.Text = layout.Text, c.text
	case boolCell:
		out.Kind, out.Text = layout.Bool, boolText(c.text)
	case errorCell:
		out.Kind, out.Text = layout.Error, c.text
		t.warnf("cell-error", t.cellAt(c),
			"单元格是错误值 %[1]s，没有读取；请修正公式，没有数据时留空。",
			"the cell holds the error %[1]s and was not read; correct the formula, or leave the cell empty where there is no figure.", quote(c.text))
	case isoDateCell:
		if w, ok := indicator.ParseWhen(c.text[:min(10, len(c.text))]); ok {
			out.Kind, out.When = layout.Date, w
		} else {
			out.Kind, out.Text = layout.Text, c.text
		}
	case numberCell:
		return out, t.layoutNumber(c, &out)
	}
	return out, true
}

// maxRead bounds the characters of a text that are read: no head or name is
// longer, though notes may be.
const maxRead = 600

// bounded is the text of a cell, or its beginning.
func (t *table) bounded(c cell) string {
	if len(c.text) <= maxRead || utf8.RuneCountInString(c.text) <= maxRead {
		return c.text
	}
	t.infof("long-text", t.cellAt(c),
		"文字超过 %[1]d 个字，只读取了开头部分。", "the text has more than %[1]d characters; only its beginning was read.", maxRead)
	return beginning(c.text, maxRead)
}

func (t *table) layoutNumber(c cell, out *layout.Cell) bool {
	f := t.book.format(c.style)
	if f == dateFormat || f == yearFormat {
		n, err := strconv.ParseFloat(strings.TrimSpace(c.text), 64)
		day, derr := excelize.ExcelDateToTime(n, t.book.date1904)
		if err == nil && derr == nil && n >= 366 && n <= lastSerial {
			out.Kind = layout.Date
			out.When = indicator.When{Year: day.Year(), From: int(day.Month()), To: int(day.Month())}
			if last := day.AddDate(0, 0, 1).Day() == 1; day.Day() != 1 && !last {
				out.When.Day = day.Day()
			}
			if f == yearFormat {
				out.When = indicator.When{Year: day.Year()}
			}
			return true
		}
	}
	d, ok := decimalOf(c.text)
	if !ok {
		t.warnf("number-out-of-range", t.cellAt(c),
			"数值“%[1]s”超出可用范围（绝对值应小于 10^18），没有读取；请检查单位和录入。",
			"the number “%[1]s” is out of range (below 10^18 in size is expected) and was not read; check the unit and the entry.", quote(c.text))
		out.Kind, out.Text = layout.Error, c.text
		return true
	}
	out.Kind, out.Text, out.Percent = layout.Number, d.String(), f == percentFormat
	return true
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}
