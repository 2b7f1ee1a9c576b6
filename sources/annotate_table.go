package sources

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/sources/delimited"
)

// tableWorkbook makes a workbook of the cells of a text table, on one sheet
// with the name that the findings give it, or that of the file.
func tableWorkbook(file string, data []byte, list diagnostic.List) ([]byte, error) {
	t, err := delimited.Parse(data)
	if err != nil {
		var bad *delimited.Error
		if errors.As(err, &bad) {
			return nil, tableError(file, bad)
		}
		return nil, err
	}
	out, err := guarded(func() ([]byte, error) { return writeTable(t, tableSheet(file, list)) })
	if err != nil {
		return nil, &AnnotateError{indicator.Text{
			ZH: fmt.Sprintf("“%s”的内容放不进一个工作表：%v。", file, err),
			EN: fmt.Sprintf("the cells of “%s” do not fit on a worksheet: %v.", file, err)}}
	}
	return out, nil
}

func tableError(file string, bad *delimited.Error) error {
	zh, en := "", ""
	if bad.Line > 0 {
		zh = fmt.Sprintf("第 %d 行第 %d 个字符：", bad.Line, bad.Column)
		en = fmt.Sprintf("line %d, character %d: ", bad.Line, bad.Column)
	}
	return &AnnotateError{indicator.Text{ZH: "“" + file + "”" + zh + bad.ZH, EN: "“" + file + "”, " + en + bad.EN}}
}

// tableSheet is a name for the sheet of a text table.
func tableSheet(file string, list diagnostic.List) string {
	name := strings.TrimSuffix(file, filepath.Ext(file))
	for _, d := range list {
		if d.Cell.Sheet != "" {
			name = d.Cell.Sheet
			break
		}
	}
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return '_'
		}
		return r
	}, name), "'")
	if r := []rune(name); len(r) > 28 {
		name = string(r[:28])
	}
	if strings.TrimSpace(name) == "" || strings.EqualFold(name, "history") {
		name = "Sheet1"
	}
	return name
}

func writeTable(t *delimited.Table, sheet string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	formats := map[int]int{}
	row := []any{}
	for i, cells := range t.Rows {
		row = row[:0]
		for _, c := range cells {
			v, places := tableCell(c, t.DecimalComma)
			if places < 0 {
				row = append(row, v)
				continue
			}
			id, ok := formats[places]
			if !ok {
				code := "0." + strings.Repeat("0", places)
				if id, err = f.NewStyle(&excelize.Style{CustomNumFmt: &code}); err != nil {
					return nil, err
				}
				formats[places] = id
			}
			row = append(row, excelize.Cell{StyleID: id, Value: v})
		}
		if len(row) == 0 {
			continue
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), row); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	const created = "2000-01-01T00:00:00Z"
	if err := f.SetDocProps(&excelize.DocProperties{Creator: commentAuthor, Created: created, Modified: created}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// tableCell is a cell of a text table as a cell of a workbook: a number where
// it is written as one, so that nothing of how it looks is lost. places are the
// decimals to show where the last is a zero, otherwise -1.
func tableCell(c string, decimalComma bool) (v any, places int) {
	if c == "" {
		return nil, -1
	}
	s := c
	if decimalComma {
		s = strings.Replace(s, ",", ".", 1)
		if strings.Contains(c, ".") {
			return c, -1
		}
	}
	digits := strings.TrimLeft(s, "-")
	whole, rest, point := strings.Cut(digits, ".")
	plain := len(digits) <= 16 && len(s)-len(digits) <= 1 && whole != "" && (whole == "0" || whole[0] != '0') &&
		point == (rest != "") && strings.Trim(whole+rest, "0123456789") == "" && len(whole+rest) <= 15
	if !plain {
		return c, -1
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f == 0 && s[0] == '-' {
		return c, -1
	}
	if strings.HasSuffix(rest, "0") {
		return f, len(rest)
	}
	return f, -1
}
