package sources

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

const annotatedName = "月报.xlsx"

func at(sheet, addr string) indicator.Cell {
	return indicator.Cell{File: annotatedName, Sheet: sheet, Addr: addr}
}

// sampleBook is a workbook with all that a copy must keep.
func sampleBook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetSheetName("Sheet1", "数据"))
	for i, row := range [][]any{
		{"主要指标", nil, nil},
		{"指标", "2023年11月", "同比"},
		{"地区生产总值", 432.6, 0.072},
		{"合计", nil, "=1"},
		{"超过三行\n的文字", "00123", true},
	} {
		check(f.SetSheetRow("数据", fmt.Sprintf("A%d", i+1), &row))
	}
	check(f.SetCellFormula("数据", "B4", "SUM(B3:B3)"))
	check(f.MergeCell("数据", "A1", "C1"))
	check(f.MergeCell("数据", "E2", "F4"))
	check(f.SetColWidth("数据", "A", "A", 30))
	check(f.SetRowHeight("数据", 2, 40))
	percent, yellow := "0.0%", excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFF00"}}
	style := func(s *excelize.Style) int {
		id, err := f.NewStyle(s)
		check(err)
		return id
	}
	check(f.SetCellStyle("数据", "C3", "C3", style(&excelize.Style{CustomNumFmt: &percent, Font: &excelize.Font{Italic: true}, Fill: yellow,
		Border: []excelize.Border{{Type: "bottom", Color: "000000", Style: 1}}, Alignment: &excelize.Alignment{Horizontal: "right", Indent: 1}})))
	check(f.SetCellStyle("数据", "A2", "C2", style(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"0B5C8A"}}})))
	check(f.SetColStyle("数据", "H", style(&excelize.Style{NumFmt: 4})))
	check(f.AddComment("数据", excelize.Comment{Cell: "B3", Author: "张三", Paragraph: []excelize.RichTextRun{{Text: "年报数，<待核>"}}}))
	check(f.AddComment("数据", excelize.Comment{Cell: "A5", Author: "李四", Text: "另一条"}))
	check(f.AddDataValidation("数据", func() *excelize.DataValidation {
		v := excelize.NewDataValidation(true)
		v.Sqref = "B3:B9"
		check(v.SetDropList([]string{"a", "b"}))
		return v
	}()))
	check(f.ProtectSheet("数据", &excelize.SheetProtectionOptions{Password: "x"}))
	for _, name := range []string{"隐藏", "It's 2"} {
		_, err := f.NewSheet(name)
		check(err)
		check(f.SetCellValue(name, "A1", name))
	}
	check(f.SetSheetVisible("隐藏", false))
	check(f.AddTable("It's 2", &excelize.Table{Range: "A1:B3", Name: "T"}))
	var b bytes.Buffer
	check(f.Write(&b))
	return b.Bytes()
}

func sampleFindings() diagnostic.List {
	var l diagnostic.List
	l.Add(diagnostic.Warning, "growth-differs", at("数据", "C3"), "公布的增速与计算的不符。", "the published growth differs from the computed one.")
	l.Add(diagnostic.Error, "bad-number", at("数据", "C3"), "不是数字。", "not a number.")
	l.Add(diagnostic.Info, "revised", at("数据", "B3"), "已修订。", "revised.")
	l.Add(diagnostic.Info, "plain", at("数据", "A5"), "说明 <a> & \"b\"。", "note <a> & \"b\".")
	l.Add(diagnostic.Error, "missing-value", at("数据", "B1"), "合并单元格。", "a merged cell.")
	l.Add(diagnostic.Warning, "head", at("数据", "A2"), "表头。", "a head.")
	l.Add(diagnostic.Warning, "blank", at("数据", "$H$40"), "空白。", "blank.")
	l.Add(diagnostic.Warning, "hidden", at("隐藏", "B2"), "隐藏表。", "a hidden sheet.")
	l.Add(diagnostic.Warning, "quoted", at("It's 2", "A1"), "名称带引号。", "a name with a quote.")
	l.Add(diagnostic.Info, "sheet", at("数据", ""), "整张表。", "the whole sheet.")
	l.Add(diagnostic.Error, "file", at("", ""), "整个文件。", "the whole file.")
	l.Add(diagnostic.Error, "unknown", at("没有的表", "A1"), "没有这张表。", "no such sheet.")
	l.Add(diagnostic.Error, "other-file", indicator.Cell{File: "别的.xlsx", Sheet: "数据", Addr: "A1"}, "别的文件。", "another file.")
	return l
}

func annotated(t testing.TB, name string, data []byte, list diagnostic.List, lang string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Annotate(&b, name, data, list, lang); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openBytes(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// comments are the comments of a sheet by cell.
func commentsOf(t testing.TB, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	list, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range list {
		s := c.Text
		for _, r := range c.Paragraph {
			s += r.Text
		}
		if _, twice := out[c.Cell]; twice {
			t.Errorf("two comments on %s", c.Cell)
		}
		out[c.Cell] = s
	}
	return out
}

func TestAnnotateComments(t *testing.T) {
	f := openBytes(t, annotated(t, "/somewhere/"+annotatedName, sampleBook(t), sampleFindings(), ""))
	want := map[string]string{
		"A1":  "错误 Error · missing-value\n合并单元格。\na merged cell.",
		"A2":  "警告 Warning · head\n表头。\na head.",
		"B3":  "年报数，<待核>\n\n提示 Note · revised\n已修订。\nrevised.",
		"C3":  "警告 Warning · growth-differs\n公布的增速与计算的不符。\nthe published growth differs from the computed one.\n\n错误 Error · bad-number\n不是数字。\nnot a number.",
		"A5":  "另一条\n\n提示 Note · plain\n说明 <a> & \"b\"。\nnote <a> & \"b\".",
		"H40": "警告 Warning · blank\n空白。\nblank.",
	}
	if got := commentsOf(t, f, "数据"); !reflect.DeepEqual(got, want) {
		t.Errorf("comments %q\nwant %q", got, want)
	}
	if got := commentsOf(t, f, "隐藏"); len(got) != 1 || got["B2"] == "" {
		t.Errorf("comments of the hidden sheet %q", got)
	}
	if got := commentsOf(t, f, "It's 2"); len(got) != 1 || got["A1"] == "" {
		t.Errorf("comments of the sheet with a table %q", got)
	}
}

func TestAnnotateKeeps(t *testing.T) {
	data := sampleBook(t)
	before, after := openBytes(t, data), openBytes(t, annotated(t, annotatedName, data, sampleFindings(), "zh"))
	names := before.GetSheetList()
	if got := after.GetSheetList(); !slices.Equal(got, append(slices.Clone(names), "核对结果")) {
		t.Errorf("sheets %q", got)
	}
	for _, sheet := range names {
		for row := 1; row <= 42; row++ {
			for col := 1; col <= 10; col++ {
				cell, _ := excelize.CoordinatesToCellName(col, row)
				sameCell(t, before, after, sheet, cell)
			}
			h1, _ := before.GetRowHeight(sheet, row)
			h2, _ := after.GetRowHeight(sheet, row)
			if h1 != h2 {
				t.Errorf("%s row %d: height %v, was %v", sheet, row, h2, h1)
			}
		}
		for _, col := range []string{"A", "B", "H", "J"} {
			w1, _ := before.GetColWidth(sheet, col)
			w2, _ := after.GetColWidth(sheet, col)
			if w1 != w2 {
				t.Errorf("%s column %s: width %v, was %v", sheet, col, w2, w1)
			}
		}
		m1, _ := before.GetMergeCells(sheet)
		m2, _ := after.GetMergeCells(sheet)
		p1, _ := before.GetSheetProtection(sheet)
		p2, _ := after.GetSheetProtection(sheet)
		v1, _ := before.GetSheetVisible(sheet)
		v2, _ := after.GetSheetVisible(sheet)
		d1, _ := before.GetDataValidations(sheet)
		d2, _ := after.GetDataValidations(sheet)
		t1, _ := before.GetTables(sheet)
		t2, _ := after.GetTables(sheet)
		if !reflect.DeepEqual(m1, m2) || p1 != p2 || v1 != v2 || !reflect.DeepEqual(d1, d2) || !reflect.DeepEqual(t1, t2) {
			t.Errorf("%s: merges, protection, visibility, validations or tables changed", sheet)
		}
	}
	if before.GetActiveSheetIndex() != after.GetActiveSheetIndex() {
		t.Error("another sheet is active")
	}
}

// sameCell compares all of a cell but its fill.
func sameCell(t *testing.T, before, after *excelize.File, sheet, cell string) {
	t.Helper()
	raw := excelize.Options{RawCellValue: true}
	for _, get := range []func(f *excelize.File) (any, error){
		func(f *excelize.File) (any, error) { return f.GetCellValue(sheet, cell) },
		func(f *excelize.File) (any, error) { return f.GetCellValue(sheet, cell, raw) },
		func(f *excelize.File) (any, error) { return f.GetCellFormula(sheet, cell) },
		func(f *excelize.File) (any, error) { return f.GetCellType(sheet, cell) },
		func(f *excelize.File) (any, error) {
			id, err := f.GetCellStyle(sheet, cell)
			if err != nil {
				return nil, err
			}
			s, err := f.GetStyle(id)
			if s != nil {
				s.Fill = excelize.Fill{}
			}
			return s, err
		},
	} {
		a, err := get(before)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := get(after); err != nil || !reflect.DeepEqual(a, b) {
			t.Errorf("%s!%s: %v (%v), was %v", sheet, cell, b, err, a)
		}
	}
}

func fillOf(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(s.Fill.Color, " ")
}

func TestAnnotateFills(t *testing.T) {
	f := openBytes(t, annotated(t, annotatedName, sampleBook(t), sampleFindings(), ""))
	for cell, want := range map[string]string{
		"A1": severityFill[diagnostic.Error][2:], "C3": severityFill[diagnostic.Error][2:],
		"H40": severityFill[diagnostic.Warning][2:], "B3": severityFill[diagnostic.Info][2:],
		"A2": "0B5C8A", // white on blue stays so
		"B4": "", "H39": "",
	} {
		if got := fillOf(t, f, "数据", cell); got != want {
			t.Errorf("%s is filled with %q, want %q", cell, got, want)
		}
	}
}

func TestAnnotateFindings(t *testing.T) {
	for lang, want := range map[string]struct{ sheet, count, last string }{
		"":   {"核对结果 Findings", "错误 Error 4 · 警告 Warning 5 · 提示 Note 3", "quoted"},
		"zh": {"核对结果", "错误 4 · 警告 5 · 提示 3", "quoted"},
		"en": {"Findings", "Error 4 · Warning 5 · Note 3", "quoted"},
	} {
		f := openBytes(t, annotated(t, annotatedName, sampleBook(t), sampleFindings(), lang))
		rows, err := f.GetRows(want.sheet)
		if err != nil {
			t.Fatal(err)
		}
		if rows[1][0] != want.count || len(rows) != 3+12 {
			t.Errorf("%q: %d rows, %q", lang, len(rows), rows[1])
		}
		if last := rows[len(rows)-1]; last[len(last)-1] != want.last || last[0] != "12" {
			t.Errorf("%q: last row %q", lang, last)
		}
		if lang == "" && !slices.Equal(rows[len(rows)-1], []string{"12", "警告 Warning", "It's 2!A1", "名称带引号。", "a name with a quote.", "quoted"}) {
			t.Errorf("row %q", rows[len(rows)-1])
		}
		if _, link, _ := f.GetCellHyperLink(want.sheet, "C15"); link != "'It''s 2'!A1" {
			t.Errorf("%q: link %q", lang, link)
		}
		if ok, link, _ := f.GetCellHyperLink(want.sheet, "C14"); ok {
			t.Errorf("%q: a link to a hidden sheet, %q", lang, link)
		}
	}
}

func TestAnnotateNothing(t *testing.T) {
	data := sampleBook(t)
	out := annotated(t, annotatedName, data, nil, "en")
	rows, err := openBytes(t, out).GetRows("Findings")
	if err != nil || len(rows) < 2 || rows[1][0] != "Nothing was found amiss." {
		t.Errorf("%q %v", rows, err)
	}
	same := parts(t, out)
	for name, content := range parts(t, data) {
		if strings.HasPrefix(name, "xl/worksheets/") && same[name] != content {
			t.Errorf("%s changed", name)
		}
	}
}

// parts are the parts of a workbook by name.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range zr.File {
		if _, twice := out[f.Name]; twice {
			t.Errorf("two parts %s", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(b)
	}
	return out
}

// pack makes a workbook of parts.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	var names []string
	for n := range parts {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		w, err := zw.Create(n)
		if err == nil {
			_, err = io.WriteString(w, parts[n])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnnotateSameBytes(t *testing.T) {
	data := sampleBook(t)
	original := slices.Clone(data)
	a := annotated(t, annotatedName, data, sampleFindings(), "")
	if b := annotated(t, annotatedName, data, sampleFindings(), ""); !bytes.Equal(a, b) {
		t.Error("two runs, two results")
	}
	if !bytes.Equal(data, original) {
		t.Error("the original was changed")
	}
	csv := []byte("指标,值\n甲,1.50\n")
	c := annotated(t, "a.csv", csv, nil, "")
	if d := annotated(t, "a.csv", csv, nil, ""); !bytes.Equal(c, d) {
		t.Error("two runs on a text table, two results")
	}
}

// A copy that is annotated again says nothing twice.
func TestAnnotateAgain(t *testing.T) {
	once := annotated(t, annotatedName, sampleBook(t), sampleFindings(), "")
	twice := annotated(t, annotatedName, once, sampleFindings(), "")
	f, g := openBytes(t, once), openBytes(t, twice)
	if a, b := commentsOf(t, f, "数据"), commentsOf(t, g, "数据"); !reflect.DeepEqual(a, b) {
		t.Errorf("comments %q, were %q", b, a)
	}
	if i, _ := g.GetSheetIndex("核对结果 Findings 2"); i < 0 {
		t.Errorf("sheets %q", g.GetSheetList())
	}
}
