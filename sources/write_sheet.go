package sources

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// fontName is a face that spreadsheets on every system have or stand in for.
const fontName = "Microsoft YaHei"

// spareRows is how far lists and formats reach below what is written.
const spareRows = 1000

// cellStyle names the styles of the workbook; each is made once.
type cellStyle struct {
	role   cellRole
	format string // number format
	wrap   bool
}

type cellRole byte

const (
	bodyRole  cellRole = iota
	needRole           // head of a column that must be filled in
	headRole           // head of another column
	labelRole          // item of the briefing sheet
	titleRole          // title of the guide
)

// Colours of heads: the needed ones dark, the others light.
const (
	needFill  = "0B5C8A"
	headFill  = "DCE7F0"
	labelFill = "EEF3F7"
	ink       = "1B2A3A"
	hairline  = "B9C6D2"
)

func (w *standardWriter) style(s cellStyle) (int, error) {
	if id, ok := w.styles[s]; ok {
		return id, nil
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 10.5, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: s.wrap},
	}
	if s.format != "" {
		st.CustomNumFmt = &s.format
	}
	fill := func(colour string) {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
		st.Border = []excelize.Border{{Type: "bottom", Color: hairline, Style: 1}, {Type: "right", Color: hairline, Style: 1}}
		st.Font.Bold = true
		st.Alignment = &excelize.Alignment{Vertical: "center", WrapText: true}
	}
	switch s.role {
	case needRole:
		fill(needFill)
		st.Font.Color = "FFFFFF"
	case headRole:
		fill(headFill)
	case labelRole:
		fill(labelFill)
	case titleRole:
		st.Font.Bold, st.Font.Size = true, 15
	}
	id, err := w.file.NewStyle(st)
	w.styles[s] = id
	return id, err
}

// writeSheet sets a standard sheet: head, rows, lists, comments.
func (w *standardWriter) writeSheet(spec *sheetSpec, rows [][]any) error {
	sheet := w.sheetName(spec.term)
	last := len(rows) + 1
	for i, c := range spec.columns {
		if err := w.writeColumn(sheet, spec, i, c, last); err != nil {
			return err
		}
	}
	if err := w.file.SetRowHeight(sheet, 1, 33); err != nil {
		return err
	}
	for i, row := range rows {
		for j, v := range row {
			if v == nil {
				continue
			}
			if err := w.set(sheet, address(j+1, i+2), v); err != nil {
				return err
			}
		}
	}
	if err := w.formatNumbers(spec, sheet, rows); err != nil {
		return err
	}
	for i, c := range spec.columns {
		if err := w.comment(sheet, address(i+1, 1), c); err != nil {
			return err
		}
	}
	if err := w.file.SetSheetDimension(sheet, "A1:"+address(len(spec.columns), last)); err != nil {
		return err
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if spec == &briefingSheet {
		return w.file.SetPanes(sheet, panes)
	}
	panes = &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}
	if err := w.file.SetPanes(sheet, panes); err != nil {
		return err
	}
	return w.file.AutoFilter(sheet, "A1:"+address(len(spec.columns), max(last, 2)), nil)
}

// writeColumn sets the width, head, cell style and list of a column.
func (w *standardWriter) writeColumn(sheet string, spec *sheetSpec, i int, c column, last int) error {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		return err
	}
	if err := w.file.SetColWidth(sheet, name, name, c.width); err != nil {
		return err
	}
	format := ""
	if c.format == textCells {
		format = "@"
	}
	body, err := w.style(cellStyle{role: bodyRole, format: format, wrap: c.wrap})
	if err != nil {
		return err
	}
	if spec == &briefingSheet && i == itemLabel {
		if body, err = w.style(cellStyle{role: labelRole}); err != nil {
			return err
		}
		if err := w.file.SetCellStyle(sheet, "A2", address(1, last), body); err != nil {
			return err
		}
	} else if err := w.file.SetColStyle(sheet, name, body); err != nil {
		return err
	}
	role := headRole
	if c.need {
		role = needRole
	}
	head, err := w.style(cellStyle{role: role})
	if err != nil {
		return err
	}
	cell := address(i+1, 1)
	if err := w.file.SetCellStr(sheet, cell, c.bilingual(w.lang, "\n")); err != nil {
		return err
	}
	if err := w.file.SetCellStyle(sheet, cell, cell, head); err != nil {
		return err
	}
	area := name + "2:" + name + strconv.Itoa(last+spareRows)
	switch {
	case c.choices != nil:
		return w.list(sheet, area, c.choices)
	case spec == &dataSheet && i == dataIndicator,
		spec == &targetsSheet && (i == tgtIndicator || i == tgtReference):
		return w.idList(sheet, area)
	case spec == &indicatorsSheet && i == indDecimals:
		return w.wholeNumber(sheet, area, 0, maxDecimals)
	}
	return nil
}

// set writes a value; numbers with every digit they have.
func (w *standardWriter) set(sheet, cell string, v any) error {
	switch v := v.(type) {
	case decimalCell:
		f, _ := v.Float64()
		return w.file.SetCellFloat(sheet, cell, f, -1, 64)
	case string:
		return w.file.SetCellStr(sheet, cell, v)
	}
	return w.file.SetCellValue(sheet, cell, v)
}

// formatNumbers shows growth rates with a decimal, and values with as many as
// their indicator is shown with; digits beyond stay visible.
func (w *standardWriter) formatNumbers(spec *sheetSpec, sheet string, rows [][]any) error {
	if spec != &dataSheet {
		return nil
	}
	for i, row := range rows {
		id, _ := row[dataIndicator].(string)
		decimals := w.data.Find(id).Decimals
		for _, column := range []int{dataValue, dataGrowth, dataCumulative, dataCumulativeGrowth, dataPrevious} {
			if _, ok := row[column].(decimalCell); !ok {
				continue
			}
			places := decimals
			if column == dataGrowth || column == dataCumulativeGrowth {
				places = 1
			}
			if places <= 0 {
				continue // General: no bare point behind a whole number
			}
			id, err := w.style(cellStyle{format: "0." + strings.Repeat("0", places) + "####"})
			if err != nil {
				return err
			}
			cell := address(column+1, i+2)
			if err := w.file.SetCellStyle(sheet, cell, cell, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// list puts a drop-down list of an enumeration on an area.
func (w *standardWriter) list(sheet, area string, choices []choice) error {
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = c.bilingual(w.lang, " ")
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	if err := v.SetDropList(names); err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleStop,
		w.say("请从列表中选择", "Choose from the list"), w.say("这里只能填列表中的选项。", "Only the choices of the list can be entered here."))
	return w.file.AddDataValidation(sheet, v)
}

// idList puts the list of indicator ids on an area. Names are accepted too, so
// that other entries are only asked about.
func (w *standardWriter) idList(sheet, area string) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	v.SetSqrefDropList("'" + w.sheetName(indicatorsSheet.term) + "'!$A$2:$A$" + strconv.Itoa(spareRows))
	v.SetError(excelize.DataValidationErrorStyleWarning,
		w.say("不在列表中", "Not in the list"),
		w.say("列表里没有这个编号。可以填指标名称；新指标请先加到“指标”表。", "No indicator has this id. Its name will do; add a new indicator to the sheet Indicators first."))
	return w.file.AddDataValidation(sheet, v)
}

func (w *standardWriter) wholeNumber(sheet, area string, least, most int) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	if err := v.SetRange(least, most, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween); err != nil {
		return err
	}
	span := strconv.Itoa(least) + "–" + strconv.Itoa(most)
	v.SetError(excelize.DataValidationErrorStyleStop,
		w.say("请填整数", "A whole number, please"), w.say("应为整数：", "A whole number is expected: ")+span)
	return w.file.AddDataValidation(sheet, v)
}

// briefingChoices puts the list of data statuses on its item.
func (w *standardWriter) briefingChoices() error {
	cell := address(itemZH+1, itemStatus+2)
	return w.list(w.sheetName(briefingSheet.term), cell+":"+cell, dataStatusChoices)
}

// comment explains a head in both languages, the leading one first.
func (w *standardWriter) comment(sheet, cell string, c column) error {
	need := text("可空", "optional")
	if c.need {
		need = text("必填", "required")
	}
	zh := "【" + need.ZH + "】" + c.help.ZH
	en := "[" + need.EN + "] " + c.help.EN
	first, second := zh, en
	if w.lang == "en" {
		first, second = en, zh
	}
	return w.file.AddComment(sheet, excelize.Comment{
		Cell: cell, Author: "jianbao", Width: 300, Height: 190,
		Paragraph: []excelize.RichTextRun{
			{Text: first + "\n\n", Font: &excelize.Font{Family: fontName, Size: 9, Bold: true}},
			{Text: second, Font: &excelize.Font{Family: fontName, Size: 9}},
		},
	})
}

// say is the text of the leading language.
func (w *standardWriter) say(zh, en string) string {
	if w.lang == "en" {
		return en
	}
	return zh
}
