package provenance

import (
	"errors"
	"testing"

	"jianbao/internal/briefing"
)

func TestNormal(t *testing.T) {
	for in, want := range map[string]string{
		"432.6": "432.6", "432.6亿元": "432.6", "3,903.81": "3903.81", "RMB 43.26 billion": "43.26", "−0.2": "0.2", "+7.2%": "7.2",
		"14\u2009533": "14533", "14 533 entities": "14533", "1 234 567": "1234567", "2022 14": "2022", "４３２.6": "432.6", "432.6.": "432.6", "no number": "", "": "",
	} {
		if got := normal(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	l := &List{Entries: []Entry{{Kind: "value", Printed: []string{"432.6", "43.26"}}, {Kind: "target", Printed: []string{"7.2"}}}}
	l.Add("page", "1", "page")
	l.Add("page", "2", "page")
	if n := len(l.Entries); n != 3 {
		t.Errorf("%d entries: %v", n, l.Entries)
	}
	for number, want := range map[string]int{"432.6": 1, "43.26": 1, "+7.2%": 1, "2": 1, "9": 0, "x": 0} {
		if got := len(l.Find(number)); got != want {
			t.Errorf("%s: %d entries, want %d", number, got, want)
		}
	}
}

// A figure comes before a year or a page that happens to look like it.
func TestFiguresFirst(t *testing.T) {
	l := &List{Entries: []Entry{{Kind: briefing.Dated, Printed: []string{"12"}}, {Kind: briefing.Computed, Printed: []string{"12"}}, {Kind: briefing.Paged, Printed: []string{"12"}}, {Kind: briefing.Observed, Printed: []string{"12"}}}}
	var got string
	for _, e := range l.Find("12") {
		got += string(e.Kind) + " "
	}
	if got != "computed value period page " {
		t.Error(got)
	}
}

// A cell of another workbook is named with it.
func TestForeignCells(t *testing.T) {
	e := entry(briefing.Origin{Cells: []briefing.Cell{{File: "new.xlsx", Sheet: "数据", Addr: "C5"}, {File: "old.xlsx", Sheet: "数据", Addr: "C4"}}}, "new.xlsx")
	if len(e.Cells) != 2 || e.Cells[0] != "数据!C5" || e.Cells[1] != "old.xlsx!数据!C4" {
		t.Error(e.Cells)
	}
}

func TestDecode(t *testing.T) {
	data, err := (&List{Format: format, File: "a.xlsx", Entries: []Entry{{Kind: "value", Printed: []string{"1"}, In: []string{"tiles"}}}}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	l, err := Decode(data)
	if err != nil || l.File != "a.xlsx" || len(l.Entries) != 1 {
		t.Errorf("%+v, %v", l, err)
	}
	for _, bad := range []string{"", "[]", `{"format":"something else"}`} {
		if _, err := Decode([]byte(bad)); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":"jianbao provenance 1","numbers":[{"kind":"value","printed":["1"]}]}`), "1")
	f.Fuzz(func(t *testing.T, data []byte, number string) {
		if l, err := Decode(data); err == nil {
			l.Find(number)
		}
	})
}
