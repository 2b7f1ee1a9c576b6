package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

func cell(file, sheet, addr string) indicator.Cell {
	return indicator.Cell{File: file, Sheet: sheet, Addr: addr}
}

func printed(l diagnostic.List, ui UI) string {
	var buf bytes.Buffer
	Text(&buf, l, ui)
	return buf.String()
}

func TestText(t *testing.T) {
	for ui, want := range map[UI]string{
		Chinese: "a,b.xlsx 数据!C7：错误：“约5”不是数值。 [not-a-number]\n",
		English: "a,b.xlsx 数据!C7: error: “约5” is not a number, 100%. [not-a-number]\n",
		Unknown: "a,b.xlsx 数据!C7：错误：“约5”不是数值。 [not-a-number]\n  error: “约5” is not a number, 100%.\n",
	} {
		if got := printed(findings()[:1], ui); got != want {
			t.Errorf("%q: got %q, want %q", ui, got, want)
		}
	}
	var nowhere diagnostic.List
	nowhere.Add(diagnostic.Error, "internal", indicator.Cell{}, "坏。", "bad.")
	if got := printed(nowhere, Chinese); got != "错误：坏。 [internal]\n" {
		t.Errorf("of no file: %q", got)
	}
	if got := printed(nil, Unknown); got != "" {
		t.Errorf("nothing is %q", got)
	}
}

// Findings come by file in the order of the files, by sheet and by cell.
func TestTextByFile(t *testing.T) {
	var l diagnostic.List
	l.Add(diagnostic.Warning, "b-code", cell("b.xlsx", "数据", "C10"), "乙。", "second.")
	l.Add(diagnostic.Error, "a-code", cell("b.xlsx", "数据", "C9"), "甲。", "first.")
	l.Add(diagnostic.Info, "c-code", cell("b.xlsx", "", ""), "丙。", "third.")
	l.Add(diagnostic.Error, "a-code", cell("a.xlsx", "数据", "B2"), "丁。", "fourth.")
	want := `b.xlsx
  note: third. [c-code]
  数据!C9: error: first. [a-code]
  数据!C10: warning: second. [b-code]
a.xlsx 数据!B2: error: fourth. [a-code]
`
	if got := printed(l, English); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	wantBoth := "b.xlsx\n  提示：丙。 [c-code]\n    note: third.\n"
	if got := printed(l, Unknown); !strings.HasPrefix(got, wantBoth) {
		t.Errorf("got\n%s", got)
	}
}

// Five hundred bad cells are one line.
func TestTextFolds(t *testing.T) {
	var l diagnostic.List
	for row := 7; row < 257; row++ {
		for _, col := range []string{"C", "D"} {
			l.Add(diagnostic.Error, "not-a-number", cell("a.xlsx", "数据", fmt.Sprint(col, row)), fmt.Sprintf("“x%d”不是数值。", row), fmt.Sprintf("“x%d” is not a number.", row))
		}
	}
	l.Add(diagnostic.Error, "not-a-number", cell("a.xlsx", "数据", "F3"), "“x”不是数值。", "“x” is not a number.")
	if got, want := printed(l, Chinese), "a.xlsx 数据!F3、C7:D256等501格：错误：如F3：“x”不是数值。 [not-a-number]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := printed(l, English), "a.xlsx 数据!F3, C7:D256, 501 cells in all: error: for example F3: “x” is not a number. [not-a-number]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := printed(l.Limit(20), English); !strings.Contains(got, "20 cells in all") || !strings.Contains(got, "and 481 more of this kind. [not-a-number]") || strings.Count(got, "\n") != 1 {
		t.Errorf("limited to 20: %q", got)
	}
	if got := printed(l[:foldFrom-1], English); strings.Count(got, "\n") != foldFrom {
		t.Errorf("a few are told one by one: %q", got)
	}
	var same diagnostic.List
	for range 4 {
		same.Add(diagnostic.Info, "assumed", cell("a.xlsx", "数据", "A1"), "假定。", "assumed.")
	}
	if got, want := printed(same.Limit(2), English), "a.xlsx 数据!A1: note: assumed. and 2 more of this kind. [assumed]\n"; got != want {
		t.Errorf("the rest counted by its finder: %q, want %q", got, want)
	}
	other := l[:foldFrom]
	other[0].Severity = diagnostic.Warning
	if got := printed(other, English); strings.Count(got, "\n") != foldFrom+1 {
		t.Errorf("of one code and severity they are a few: %q", got)
	}
}

func TestRanges(t *testing.T) {
	for in, want := range map[string]string{
		"C7":                     "C7",
		"C7 C8 C9":               "C7:C9",
		"B2 C2 D2":               "B2:D2",
		"B2 C2 B3 C3":            "B2:C3",
		"C9 C7 C8 A20":           "C7:C9 A20",
		"B2 C2 D2 B3":            "B2:B3 C2:D2",
		"Z1 AA1 AB1 ZZ9":         "Z1:AB1 ZZ9",
		"B2 somewhere B3":        "somewhere B2:B3",
		"XFD1048576 XFC1048576":  "XFC1048576:XFD1048576",
		"A1 C1 E1 A3 C3 E3 A1 A": "A A1 C1 E1 A3 C3 E3",
	} {
		var cells []indicator.Cell
		for _, a := range strings.Fields(in) {
			cells = append(cells, cell("", "", a))
		}
		if got := strings.Join(ranges(cells), " "); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestPosition(t *testing.T) {
	for _, bad := range []string{"", "A", "1", "A0", "a1", "AAAA1", "A12345678", "A1B", "数1", "A-1"} {
		if p, ok := positionOf(bad); ok {
			t.Errorf("%q is %v", bad, p)
		}
	}
	for col := 1; col <= 16384; col += 37 {
		p := position{row: 12, col: col}
		if got, ok := positionOf(p.String()); !ok || got != p {
			t.Errorf("%v is written %s and read %v", p, p, got)
		}
	}
}
