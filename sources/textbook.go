package sources

import (
	"errors"
	"path/filepath"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/sources/delimited"
)

// readText reads a text table, CSV and its kin, as a workbook of one sheet.
func readText(r *reporter, data []byte, opt Options) Reading {
	t, err := delimited.Parse(data)
	at := indicator.Cell{File: r.file}
	if err != nil {
		var e *delimited.Error
		if !errors.As(err, &e) {
			reportDamaged(r, at)
			return Reading{Diagnostics: r.finish()}
		}
		if e.Line > 0 {
			r.errorf(e.Code, at, "第 %[3]d 行第 %[4]d 个字符：%[1]s", "line %[3]d, character %[4]d: %[2]s", e.ZH, e.EN, e.Line, e.Column)
		} else {
			r.errorf(e.Code, at, "%[1]s", "%[2]s", e.ZH, e.EN)
		}
		return Reading{Diagnostics: r.finish()}
	}
	for _, g := range t.Guesses {
		switch g {
		case delimited.GuessEncoding:
			r.infof("encoding-guessed", at, "文字编码按 %[1]s 读取；如有乱码，请另存为 UTF-8。",
				"the text was read as %[1]s; save the file as UTF-8 if characters are garbled.", t.Encoding)
		case delimited.GuessDelimiter:
			r.infof("delimiter-guessed", at, "分隔符按“%[1]c”读取；如分列不对，请另存为逗号分隔。",
				"the delimiter was taken to be “%[1]c”; save the file with commas if columns are wrong.", t.Comma)
		case delimited.GuessDecimalComma:
			r.warnf("decimal-comma", at, "数字按“1.234,5”（逗号为小数点）读取；如不对，请改用小数点。",
				"numbers were read with a comma for the decimal mark (1.234,5); use a point if that is wrong.")
		case delimited.GuessQuotes:
			r.infof("quotes-guessed", at, "有引号不成对，已按字面读取；请检查所在的行。",
				"some quotation marks do not pair and were read as they stand; check those lines.")
		case delimited.GuessPadding:
			r.warnf("file-padded", at, "文件末尾有空字节，可能不完整；请重新导出。",
				"the file ends in zero bytes and may be cut short; export it again.")
		}
	}
	name := strings.TrimSuffix(r.file, filepath.Ext(r.file))
	b := &book{text: t, sheets: []bookSheet{{name: name}}}
	w := &workbook{reporter: r, book: b, data: &indicator.Dataset{File: r.file}}
	return w.readGeneral(opt)
}

// textGrid hands the rows of a text table to visit.
func (b *book) textGrid(visit func(*gridRow) bool) error {
	var g gridRow
	for i, row := range b.text.Rows {
		g.number, g.cells = i+1, g.cells[:0]
		for j, s := range row {
			if c, ok := b.textCell(s, i+1, j+1); ok {
				g.cells = append(g.cells, c)
			}
		}
		if len(g.cells) > 0 && !visit(&g) {
			return nil
		}
	}
	return nil
}

// textCell is a field as a cell: a number where it is nothing but one. What
// begins with a needless zero is a code.
func (b *book) textCell(s string, row, col int) (cell, bool) {
	c := cell{row: row, col: col, kind: textCell, text: s}
	t := strings.TrimSpace(s)
	if t == "" {
		return c, false
	}
	if t[0] != '-' && (t[0] < '0' || t[0] > '9') {
		return c, true
	}
	if b.text.DecimalComma {
		t = strings.Map(func(r rune) rune {
			switch r {
			case ',':
				return '.'
			case '.', '\u00a0', '\u202f':
				return -1
			}
			return r
		}, t)
	}
	digits := strings.TrimPrefix(t, "-")
	if strings.Trim(digits, "0123456789.") != "" || strings.Count(digits, ".") > 1 || len(digits) > 1 && digits[0] == '0' && digits[1] != '.' || digits == "" || len(digits) > 30 {
		return c, true
	}
	c.kind, c.text = numberCell, t
	return c, true
}
