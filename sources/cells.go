package sources

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
)

// maxText is the most characters that one text may have: more than any page
// could hold.
const maxText = 5000

// resolve gives a cell its content: a formula without a stored result is
// calculated, an error value is reported. It returns false if there is nothing
// that can be read.
func (t *table) resolve(c cell) (cell, bool) {
	if c.unstored {
		v, err := t.book.calculate(t.sheet.name, c.addr())
		if err != nil || excelError(v) {
			t.errorf("formula-not-calculated", t.cellAt(c),
				"公式没有保存计算结果，也无法算出；请在 Excel 中打开并保存一次，或直接填入数值。",
				"the formula has no stored result and could not be calculated; open and save the workbook in Excel once, or enter the value itself.")
			return c, false
		}
		if strings.TrimSpace(v) == "" {
			return cell{col: c.col, row: c.row}, true
		}
		t.infof("formula-calculated", t.cellAt(c),
			"公式没有保存计算结果，已按公式算出“%[1]s”；请核对。",
			"the formula has no stored result; it was calculated as “%[1]s”. Please check it.", quote(v))
		c.text, c.unstored, c.kind = v, false, numberCell
		if _, err := strconv.ParseFloat(v, 64); err != nil {
			c.kind = textCell
		}
	}
	if c.kind == errorCell {
		t.errorf("cell-error", t.cellAt(c),
			"单元格是错误值 %[1]s，应为数值或文字；请修正公式，没有数据时留空。",
			"the cell holds the error %[1]s; a number or a text is expected. Correct the formula, or leave the cell empty where there is no figure.", quote(c.text))
		return c, false
	}
	return c, true
}

// excelError reports whether s is one of Excel's error values.
func excelError(s string) bool {
	switch strings.TrimSpace(s) {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
		"#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!":
		return true
	}
	return false
}

// text reads a cell as text, "" if it is blank or cannot be read.
func (t *table) text(c cell) string {
	c, ok := t.resolve(c)
	if !ok || c.text == "" {
		return ""
	}
	if n := utf8.RuneCountInString(c.text); n > maxText {
		t.errorf("text-too-long", t.cellAt(c),
			"文字过长（%[2]d 字，以“%[1]s”开头），最多 %[3]d 字；请删减，或检查是否误粘贴。",
			"the text is too long (%[2]d characters, beginning “%[1]s”); at most %[3]d are allowed. Shorten it, or check whether it was pasted by mistake.",
			quote(c.text), n, maxText)
		return ""
	}
	switch c.kind {
	case numberCell:
		if v, ok := decimalOf(c.text); ok {
			return v.String()
		}
	case boolCell:
		return boolText(c.text)
	}
	return cleanText(c.text)
}

// boolText is a stored truth value as the sheet shows it.
func boolText(raw string) string {
	if raw == "1" {
		return "TRUE"
	}
	return "FALSE"
}

// printed reads a text that may reach a page and remembers it with its cell.
func (t *table) printed(c cell) string {
	s := t.text(c)
	if s != "" {
		t.data.Strings = append(t.data.Strings, indicator.Located{Cell: t.cellAt(c), Text: s})
	}
	return s
}

// printedPair reads the Chinese and the English text of a row.
func (r row) printedPair(zh, en int) indicator.Text {
	return indicator.Text{ZH: r.table.printed(r.get(zh)), EN: r.table.printed(r.get(en))}
}

// cleanText trims a text, drops control characters and joins its lines: with a
// space, but not between two hanzi.
func cleanText(s string) string {
	var b strings.Builder
	var last rune
	gap, broken := false, false
	for _, c := range s {
		switch {
		case c == '\n' || c == '\r':
			gap, broken = true, true
			continue
		case unicode.IsSpace(c):
			gap = true
			continue
		case unicode.IsControl(c) || c == '\uFEFF' || c == '\u200B' || c == utf8.RuneError:
			continue
		}
		if gap && last != 0 && !(broken && isHan(last) && isHan(c)) {
			b.WriteByte(' ')
		}
		gap, broken = false, false
		b.WriteRune(c)
		last = c
	}
	return b.String()
}

// isHan reports whether c is set without spaces around it.
func isHan(c rune) bool {
	return unicode.Is(unicode.Han, c) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF
}

// decimalOf reads a stored number exactly, without its binary tail. It is
// false for what is not a number of a size that statistics have.
func decimalOf(raw string) (indicator.Decimal, bool) {
	raw = strings.TrimSpace(raw)
	if len(raw) > 40 {
		return indicator.Decimal{}, false
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || f != f || f > maxNumber || f < -maxNumber {
		return indicator.Decimal{}, false
	}
	if f < minNumber && f > -minNumber {
		return indicator.Decimal{}, true // Excel's residue of a difference: 0
	}
	d, err := newDecimal(raw)
	if err != nil {
		return indicator.Decimal{}, false
	}
	return indicator.Clean(d), true
}

const (
	maxNumber = 1e18
	minNumber = 1e-15
)

// choice reads a cell that names a value of an enumeration; found is false for
// a blank cell and, after a diagnostic, for an unknown word.
func (r row) choice(column int) (value string, found bool) {
	t, c := r.table, r.get(column)
	s := t.text(c)
	if s == "" {
		return "", false
	}
	choices := t.spec.columns[column].choices
	if v, ok := choose(choices, s); ok {
		return v, true
	}
	zh, en := listChoices(choices)
	name := t.spec.columns[column].name
	t.errorf("unknown-choice", t.cellAt(c),
		"“%[1]s”不是“%[2]s”列的可选项；应为：%[4]s。请从下拉列表中选择。",
		"“%[1]s” is not a choice of the column “%[3]s”; expected is one of: %[5]s. Choose it from the list.",
		quote(s), name.ZH, name.EN, zh, en)
	return "", false
}

// need reports a blank cell that the row cannot do without.
func (r row) need(column int) {
	t := r.table
	name, col := t.spec.columns[column].name, t.column(column)
	for _, m := range t.merge {
		if m.has(col, r.number) {
			return // reported as merged
		}
	}
	t.errorf("missing-cell", t.at(t.sheet.name, address(col, r.number)),
		"“%[1]s”未填，这一行无法使用；请补上，或删除该行。",
		"“%[2]s” is empty, so that the row cannot be used; fill it in, or delete the row.", name.ZH, name.EN)
}

// date reads a calendar date as ISO text: 2023-02-11, 2023年2月11日, a date cell.
func (t *table) date(c cell) string {
	c, ok := t.resolve(c)
	if !ok || c.blank() {
		return ""
	}
	if s, ok := t.parseDate(c); ok {
		return s
	}
	t.errorf("bad-date", t.cellAt(c),
		"“%[1]s”不是有效日期；请填成 2023-02-11 或 2023年2月11日。",
		"“%[1]s” is not a valid date; write it as 2023-02-11 or 11 February 2023.", quote(c.text))
	return ""
}

func (t *table) parseDate(c cell) (string, bool) {
	s := cleanText(c.text)
	switch c.kind {
	case isoDateCell:
		if len(s) > 10 {
			s = s[:10]
		}
	case numberCell:
		n, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return "", false
		}
		if n >= firstSerial && n <= lastSerial {
			day, err := excelize.ExcelDateToTime(n, t.book.date1904)
			return day.Format("2006-01-02"), err == nil
		}
	}
	return parseDateText(s)
}

// Serial day numbers of 1950 and of 2100: a plain number between them that
// stands where a date is expected is one whose format was lost.
const (
	firstSerial = 18264
	lastSerial  = 73050
)
