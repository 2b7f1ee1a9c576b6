package sources

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

func TestAnnotateMacros(t *testing.T) {
	p := parts(t, sampleBook(t))
	const macro = "\xD0\xCF\x11\xE0 macros \x00\x01"
	p["xl/vbaProject.bin"] = macro
	p[contentTypesPart] = strings.Replace(p[contentTypesPart], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", 1)
	data := pack(t, p)
	out := parts(t, annotated(t, "宏.xlsm", data, nil, ""))
	if out["xl/vbaProject.bin"] != macro || !strings.Contains(out[contentTypesPart], "macroEnabled") {
		t.Error("the macros are gone")
	}
	for _, tt := range []struct {
		out, name string
		data      []byte
		ok        bool
	}{
		{"out.xlsm", "宏.xlsm", data, true},
		{"out.XLSM", "宏.xlsm", data, true},
		{"out.xlsx", "宏.xlsm", data, false},
		{"out.xlsx", annotatedName, sampleBook(t), true},
		{"out.xlsm", annotatedName, sampleBook(t), false},
		{"out", annotatedName, sampleBook(t), false},
		{"./" + annotatedName, annotatedName, sampleBook(t), false},
		{"out.xlsx", "a.csv", []byte("a,b\n"), true},
		{"out.csv", "a.csv", []byte("a,b\n"), false},
		{"out.xlsx", "broken.xlsx", []byte("PK"), false},
	} {
		err := CheckAnnotated(tt.out, tt.name, tt.data)
		if (err == nil) != tt.ok {
			t.Errorf("%s of %s: %v", tt.out, tt.name, err)
		}
		if err != nil {
			sayable(t, err)
		}
	}
}

func sayable(t *testing.T, err error) {
	t.Helper()
	var e *AnnotateError
	if !errors.As(err, &e) || e.ZH == "" || e.EN == "" {
		t.Errorf("error %#v", err)
	}
}

func TestAnnotateErrors(t *testing.T) {
	whole := sampleBook(t)
	p := parts(t, whole)
	p["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row r="
	for name, data := range map[string][]byte{
		"empty.xlsx":    nil,
		"cut.xlsx":      whole[:len(whole)/2],
		"old.xls":       append(slices.Clone(oleHeader), make([]byte, 600)...),
		"binary.csv":    []byte("a,b\n\x00\x01"),
		"open.csv":      []byte("a,\"b\n"),
		"text.xlsx":     []byte("a,b\n"),
		"zip.xlsx":      pack(t, map[string]string{"a": "b"}),
		"cut-part.xlsx": pack(t, p),
	} {
		list := diagnostic.List{{Severity: diagnostic.Error, Code: "x", Cell: indicator.Cell{Sheet: "数据", Addr: "A1"}}}
		err := Annotate(io.Discard, name, data, list, "")
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		sayable(t, err)
	}
}

func TestAnnotateTextTable(t *testing.T) {
	data := []byte("指标;数值;备注\nGDP;1,50;007\n\n人口;-2;1.234,5\n比重;7%;-0\n编号;123456789012345678;1e5\n")
	var l diagnostic.List
	l.Add(diagnostic.Error, "bad", indicator.Cell{File: "表.csv", Sheet: "数据:1", Addr: "C4"}, "坏。", "bad.")
	f := openBytes(t, annotated(t, "表.csv", data, l, "zh"))
	if got := f.GetSheetList(); !slices.Equal(got, []string{"数据_1", "核对结果"}) {
		t.Fatalf("sheets %q", got)
	}
	rows, _ := f.GetRows("数据_1")
	want := [][]string{{"指标", "数值", "备注"}, {"GDP", "1.50", "007"}, nil, {"人口", "-2", "1.234,5"}, {"比重", "7%", "-0"}, {"编号", "123456789012345678", "1e5"}}
	if !slices.EqualFunc(rows, want, slices.Equal[[]string]) {
		t.Errorf("cells %q", rows)
	}
	for cell, want := range map[string]excelize.CellType{"B2": excelize.CellTypeUnset, "C2": excelize.CellTypeInlineString, "B6": excelize.CellTypeInlineString} {
		if got, _ := f.GetCellType("数据_1", cell); got != want {
			t.Errorf("%s is of type %v, want %v", cell, got, want)
		}
	}
	if got := commentsOf(t, f, "数据_1"); got["C4"] != "错误 · bad\n坏。" {
		t.Errorf("comments %q", got)
	}
}

func TestAnnotateMany(t *testing.T) {
	var l diagnostic.List
	for i := range 1200 {
		sev := diagnostic.Info
		if i >= 1190 {
			sev = diagnostic.Error
		}
		l.Add(sev, "many", at("数据", fmt.Sprintf("K%d", i+1)), "坏", "bad")
	}
	for range 30 {
		l.Add(diagnostic.Error, "often", at("数据", "K1200"), "又坏", "bad again")
	}
	f := openBytes(t, annotated(t, annotatedName, sampleBook(t), l, "en"))
	got := commentsOf(t, f, "数据")
	if len(got) != maxRemarks+2 || got["K990"] == "" || got["K991"] != "" || got["K1200"] == "" {
		t.Errorf("%d comments", len(got))
	}
	if !strings.Contains(got["K1200"], "and 11 more here") {
		t.Errorf("comment %q", got["K1200"])
	}
	rows, _ := f.GetRows("Findings")
	if len(rows) != 4+1230 || !strings.Contains(rows[2][0], "200 more cells") {
		t.Errorf("%d rows, %q", len(rows), rows[2])
	}
}
