package sources

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/diagnostic"
)

var update = flag.Bool("update", false, "write golden files anew")

// badInput is a broken input and the findings that it must give, each as
// severity, code and place.
type badInput struct {
	name string
	file string // "" means x.xlsx
	data func(t testing.TB) []byte
	want []string
}

func changed(changes ...func(*excelize.File)) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return example(t, all(changes...)) }
}

func fixed(b []byte) func(testing.TB) []byte { return func(testing.TB) []byte { return b } }

var badFiles = []badInput{
	{"empty file", "", fixed(nil), []string{"error file-empty"}},
	{"lock file", "~$x.xlsx", fixed([]byte("user")), []string{"error lock-file"}},
	{"old workbook", "x.xls", fixed(append(append([]byte(nil), oleHeader...), make([]byte, 512)...)), []string{"error old-format"}},
	{"WPS workbook", "x.et", fixed(append(append([]byte(nil), oleHeader...), make([]byte, 512)...)), []string{"error old-format"}},
	{"password", "", locked, []string{"error password-protected"}},
	{"binary workbook", "x.xlsb", func(t testing.TB) []byte { return archive(t, "[Content_Types].xml", "", "xl/workbook.bin", "") }, []string{"error unsupported-format"}},
	{"OpenDocument", "x.ods", func(t testing.TB) []byte { return archive(t, "mimetype", "", "content.xml", "") }, []string{"error unsupported-format"}},
	{"Word", "x.docx", func(t testing.TB) []byte { return archive(t, "word/document.xml", "") }, []string{"error unsupported-format"}},
	{"CSV", "x.csv", fixed([]byte("指标,时期,数值\n")), []string{"error no-table"}},
	{"CSV in GBK", "x.csv", fixed([]byte("\xd6\xb8\xb1\xea,\xca\xb1\xc6\xda\n")), []string{"error no-table"}},
	{"web page", "x.xls", fixed([]byte("<html><table></table></html>")), []string{"error unsupported-format"}},
	{"XML table", "x.xls", fixed([]byte(`<?xml version="1.0"?><Workbook/>`)), []string{"error unsupported-format"}},
	{"text", "", fixed([]byte("hello")), []string{"error not-a-workbook"}},
	{"binary", "", fixed([]byte{0x89, 'P', 'N', 'G', 0, 1, 2, 3}), []string{"error not-a-workbook"}},
	{"archive", "", func(t testing.TB) []byte { return archive(t, "a.txt", "hello") }, []string{"error unsupported-format"}},
	{"truncated", "", func(t testing.TB) []byte { b := example(t, nil); return b[:len(b)*2/3] }, []string{"error damaged-workbook"}},
	{"damaged parts", "", func(t testing.TB) []byte {
		return archive(t, "[Content_Types].xml", "<Types", "xl/workbook.xml", "<workbook")
	}, []string{"error damaged-workbook"}},
	{"bomb", "", bomb, []string{"error too-large"}},
	{"empty workbook", "", func(t testing.TB) []byte { return plain(t, nil) }, []string{"error empty-workbook"}},
	{"other workbook", "", func(t testing.TB) []byte { return plain(t, set("Sheet1", "A1", "地区")) }, []string{"error no-table"}},
}

var badSheets = []badInput{
	{"empty sheet", "", changed(func(f *excelize.File) { _ = f.DeleteSheet("要点"); _, _ = f.NewSheet("要点") }), []string{"error no-header 要点"}},
	{"no head", "", changed(func(f *excelize.File) { _ = f.RemoveRow("目标", 1) }), []string{"error no-header 目标"}},
	{"sheet missing", "", changed(func(f *excelize.File) { _ = f.DeleteSheet("指标") }), []string{"error missing-sheet"}},
	{"sheet twice", "", changed(func(f *excelize.File) { _, _ = f.NewSheet("Data") }), []string{"error duplicate-sheet Data"}},
	{"sheet hidden", "", changed(func(f *excelize.File) { _ = f.SetSheetVisible("要点", false) }), []string{"warning hidden-sheet 要点"}},
	{"sheet unknown", "", changed(func(f *excelize.File) { _, _ = f.NewSheet("草稿") }), []string{"info unknown-sheet 草稿"}},
	{"column missing", "", changed(func(f *excelize.File) { _ = f.RemoveCol("数据", "B") }), []string{"error missing-column 数据!A1"}},
	{"column twice", "", changed(set("数据", "J1", "Value")), []string{"error duplicate-column 数据!J1"}},
	{"column unknown", "", changed(set("数据", "J1", "经办人")), []string{"info unknown-column 数据!J1"}},
	{"column renamed", "", changed(set("数据", "C1", "本期")), []string{"warning unknown-column 数据!C1"}},
	{"merged", "", changed(func(f *excelize.File) { _ = f.MergeCell("数据", "G2", "G4") }), []string{"error merged-cells 数据!G2"}},
	{"indicator merged", "", changed(func(f *excelize.File) { _ = f.MergeCell("数据", "A2", "A4") }, set("数据", "A3", nil), set("数据", "A4", nil)), []string{"error merged-cells 数据!A2"}},
	{"row hidden", "", changed(func(f *excelize.File) { _ = f.SetRowVisible("数据", 3, false) }), []string{"warning hidden-row 数据!A3"}},
	{"rows blank", "", changed(func(f *excelize.File) { _ = f.InsertRows("数据", 3, 2) }), nil},
	{"far cell", "", changed(set("数据", "XFD1048576", "x")), nil},
	{"no indicator", "", changed(func(f *excelize.File) {
		for range 3 {
			_ = f.RemoveRow("指标", 2)
		}
		_ = f.DeleteSheet("数据")
		_ = f.DeleteSheet("目标")
	}), []string{"error no-indicator 指标"}},
}

var badCells = []badInput{
	{"no title", "", changed(set("简报", "B2", nil), set("简报", "C2", nil)), []string{"error missing-item 简报"}},
	{"unknown item", "", changed(set("简报", "A11", "印数")), []string{"info unknown-item 简报!A11"}},
	{"item twice", "", changed(set("简报", "A11", "标题")), []string{"error duplicate-item 简报!A11"}},
	{"bad date", "", changed(set("简报", "B6", "2023-02-30")), []string{"error bad-date 简报!B6"}},
	{"periods differ", "", changed(set("简报", "C5", "Jan–Oct 2023")), []string{"error differing-item 简报!C5"}},
	{"bad data status", "", changed(set("简报", "B10", "也许")), []string{"error unknown-choice 简报!B10", "error example-left 指标!N2"}},
	{"example left", "", changed(set("简报", "B10", "正式")), []string{"error example-left 指标!N2"}},
	{"text too long", "", changed(set("要点", "E2", strings.Repeat("长", 20000))), []string{"error text-too-long 要点!E2"}},
	{"no id", "", changed(set("指标", "A5", nil), set("指标", "B5", "用电量")), []string{"error missing-cell 指标!A5"}},
	{"bad id", "", changed(set("指标", "A4", "a b")), []string{"error bad-id 指标!A4", "error unknown-indicator 数据!A8"}},
	{"id twice", "", changed(set("指标", "A4", "RETAIL")), []string{"error duplicate-indicator 指标!A4"}},
	{"no name", "", changed(set("指标", "B2", nil), set("指标", "C2", nil)), []string{"error missing-cell 指标!B2"}},
	{"no unit", "", changed(set("指标", "F2", nil), set("指标", "G2", nil)), []string{"error missing-cell 指标!F2"}},
	{"English unit supplied", "", changed(set("指标", "G2", nil)), []string{"info unit-supplied 指标!F2"}},
	{"bad kind", "", changed(set("指标", "H2", "总量指标")), []string{"error unknown-choice 指标!H2"}},
	{"no kind", "", changed(set("指标", "H2", nil)), []string{"error missing-cell 指标!H2"}},
	{"bad decimals", "", changed(set("指标", "M2", 9)), []string{"error bad-decimals 指标!M2"}},
	{"unknown indicator", "", changed(set("数据", "A2", "gdp")), []string{"error unknown-indicator 数据!A2"}},
	{"ambiguous indicator", "", changed(set("指标", "B3", "社会消费品零售总额"), set("数据", "A2", "社会消费品零售总额")), []string{"error ambiguous-indicator 数据!A2"}},
	{"no indicator in row", "", changed(set("数据", "A2", nil)), []string{"error missing-cell 数据!A2"}},
	{"bad period", "", changed(set("数据", "B2", "11月")), []string{"error bad-period 数据!B2"}},
	{"no period", "", changed(set("数据", "B2", nil)), []string{"error missing-cell 数据!B2"}},
	{"ambiguous period", "", changed(set("数据", "B2", 2023.1)), []string{"error ambiguous-period 数据!B2"}},
	{"lost date", "", changed(set("数据", "B2", 45231)), []string{"error bad-period 数据!B2"}},
	{"text for a number", "", changed(set("数据", "C2", "约四十二")), []string{"error not-a-number 数据!C2"}},
	{"number with unit", "", changed(set("数据", "C2", "42.1亿元")), []string{"error not-a-number 数据!C2"}},
	{"boolean", "", changed(set("数据", "C2", true)), []string{"error not-a-number 数据!C2"}},
	{"date for a number", "", changed(set("数据", "C2", 45231), styled("数据", "C2", "yyyy-mm-dd")), []string{"error not-a-number 数据!C2"}},
	{"huge number", "", changed(set("数据", "C2", 1e30)), []string{"error number-out-of-range 数据!C2"}},
	{"percent of an amount", "", changed(set("数据", "C2", "42%")), []string{"error percent-format 数据!C2"}},
	{"percent format of an amount", "", changed(styled("数据", "C2", "0.0%")), []string{"warning percent-format 数据!C2"}},
	{"percent format of growth", "", changed(set("数据", "D2", 0.062), styled("数据", "D2", "0.0%")), []string{"info percent-format 数据!D2"}},
	{"percent format of 620%", "", changed(set("数据", "D2", 6.2), styled("数据", "D2", "0.0%")), []string{"warning percent-format 数据!D2"}},
	{"error value", "", edited("C2", `<c r="C2" t="e"><v>#DIV/0!</v></c>`), []string{"error cell-error 数据!C2"}},
	{"stored result", "", edited("C2", `<c r="C2"><f>42.1</f><v>42.1</v></c>`), nil},
	{"empty result", "", edited("C2", `<c r="C2" t="str"><f>IF(A9="","",1)</f><v></v></c>`), nil},
	{"growth as fractions", "", changed(set("数据", "D2", 0.062), set("数据", "D3", 0.048), set("数据", "D4", -0.006), set("数据", "F2", 0.071), set("数据", "F3", 0.068), set("数据", "F4", 0.061)), []string{"warning growth-fraction 数据!D2"}},
	{"failing formula", "", changed(set("数据", "C2", nil), func(f *excelize.File) { _ = f.SetCellFormula("数据", "C2", "1/0") }), []string{"error formula-not-calculated 数据!C2"}},
	{"formula", "", changed(set("数据", "C2", nil), func(f *excelize.File) { _ = f.SetCellFormula("数据", "C2", "40+2.1") }), []string{"info formula-calculated 数据!C2"}},
	{"two rows for a period", "", changed(set("数据", "B3", "2023-09")), []string{"error duplicate-observation 数据!C3"}},
	{"January differs", "", changed(set("数据", "B2", "2023-01")), []string{"error cumulative-differs 数据!E2", "error cumulative-differs 数据!F2"}},
	{"cumulative stock", "", changed(set("数据", "E5", 900)), []string{"error cumulative-stock 数据!E5"}},
	{"bad status", "", changed(set("数据", "H2", "大概")), []string{"error unknown-choice 数据!H2"}},
	{"status against value", "", changed(set("数据", "H2", "保密")), []string{"error status-with-value 数据!H2"}},
	{"previous without value", "", changed(set("数据", "C6", nil)), []string{"error previous-without-value 数据!G6"}},
	{"unknown target", "", changed(set("目标", "A2", "gdp")), []string{"error unknown-indicator 目标!A2"}},
	{"bad year", "", changed(set("目标", "B2", "今年")), []string{"error bad-year 目标!B2"}},
	{"no year", "", changed(set("目标", "B2", nil)), []string{"error missing-cell 目标!B2"}},
	{"no bound", "", changed(set("目标", "D2", nil)), []string{"error missing-cell 目标!D2"}},
	{"target without value", "", changed(set("目标", "E2", nil)), []string{"error target-without-value 目标!E2"}},
	{"target of words", "", changed(set("目标", "E2", "六")), []string{"error not-a-number 目标!E2"}},
	{"upper end without range", "", changed(set("目标", "F2", 7)), []string{"error upper-without-range 目标!F2"}},
	{"range upside down", "", changed(set("目标", "F4", 3)), []string{"error bad-range 目标!E4"}},
	{"number in relative target", "", changed(set("目标", "E7", 7)), []string{"error value-not-expected 目标!E7"}},
	{"no reference", "", changed(set("目标", "G7", nil)), []string{"error missing-cell 目标!G7"}},
	{"reference to itself", "", changed(set("目标", "G7", "deposits")), []string{"error target-refers-to-itself 目标!G7"}},
	{"text target without text", "", changed(set("目标", "H8", nil), set("目标", "I8", nil)), []string{"error missing-cell 目标!H8"}},
	{"target twice", "", changed(set("目标", "C3", "增速")), []string{"error duplicate-target 目标!E3"}},
	{"a number and words for one target", "", changed(set("目标", "A8", "retail"), set("目标", "B8", 2023), set("目标", "C8", "增速")), []string{"error duplicate-target 目标!H8"}},
	{"highlight without point", "", changed(set("要点", "C2", nil), set("要点", "D2", nil), set("要点", "E2", nil), set("要点", "F2", nil), set("要点", "A2", "别组")), []string{"error missing-cell 要点!E2"}},
}

func brief(list diagnostic.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", d.Severity, d.Code, d.Cell)))
	}
	return out
}

// TestBadInput holds every kind of broken input against the findings that it
// must give, and their wording against a file made to be read.
func TestBadInput(t *testing.T) {
	var golden strings.Builder
	for _, group := range [][]badInput{badFiles, badSheets, badCells} {
		for _, c := range group {
			t.Run(c.name, func(t *testing.T) {
				file := c.file
				if file == "" {
					file = "x.xlsx"
				}
				_, list := readTest(file, c.data(t))
				got := brief(list)
				// A case names what it is about; what follows from it may be more.
				for i, want := range c.want {
					if i >= len(got) || got[i] != want {
						t.Errorf("got %q, want %q", got, c.want)
						break
					}
				}
				if c.want == nil && len(got) > 0 {
					t.Errorf("got %q, want nothing", got)
				}
				fmt.Fprintf(&golden, "== %s\n", c.name)
				for i, d := range list {
					if i < max(1, len(c.want)) {
						fmt.Fprintf(&golden, "%s %s %s\n  %s\n  %s\n", d.Severity, d.Code, d.Place(), d.Message.ZH, d.Message.EN)
					}
					for _, s := range []string{d.Message.ZH, d.Message.EN} {
						if n := utf8.RuneCountInString(s); n > 400 || n < 5 {
							t.Errorf("%s: a message of %d characters", d.Code, n)
						}
					}
				}
			})
		}
	}
	compare(t, "diagnostics.golden", golden.String())
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	diffLines(t, got, string(want))
}

func TestPaths(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]string{
		dir:                             "error is-directory",
		filepath.Join(dir, "none.xlsx"): "error file-not-found",
	} {
		d, list := readPath(path)
		if got := brief(list); d != nil || len(got) != 1 || got[0] != want {
			t.Errorf("Read(%s) = %q, want %s", path, got, want)
		}
	}
}

// TestManyBadCells: 500 bad cells must not give 500 lines.
func TestManyBadCells(t *testing.T) {
	data := example(t, func(f *excelize.File) {
		for i := range 500 {
			addr := fmt.Sprint(i + 9)
			set("数据", "A"+addr, "retail")(f)
			set("数据", "B"+addr, "不是时期")(f)
		}
	})
	_, list := readTest("x.xlsx", data)
	if len(list) != maxFindings+1 {
		t.Fatalf("%d findings", len(list))
	}
	last := list[len(list)-1]
	if last.Severity != diagnostic.Error || last.Code != "bad-period" || !strings.Contains(last.Message.EN, "480 more") || !strings.Contains(last.Message.ZH, "480") {
		t.Errorf("last finding %+v", last)
	}
}

// TestLongCell: ten megabytes in a cell are named, not repeated.
func TestLongCell(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	data := minimal(t, "简报", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+
		`<row r="1"><c r="A1" t="inlineStr"><is><t>项目</t></is></c><c r="B1" t="inlineStr"><is><t>中文</t></is></c></row>`+
		`<row r="2"><c r="A2" t="inlineStr"><is><t>标题</t></is></c><c r="B2" t="inlineStr"><is><t>`+long+`</t></is></c></row></sheetData></worksheet>`)
	_, list := readTest("x.xlsx", data)
	got := brief(list)
	if len(got) == 0 || got[0] != "error text-too-long 简报!B2" {
		t.Fatalf("got %q", got)
	}
	if n := len(list[0].Message.ZH) + len(list[0].Message.EN); n > 1000 {
		t.Errorf("messages of %d bytes", n)
	}
}
