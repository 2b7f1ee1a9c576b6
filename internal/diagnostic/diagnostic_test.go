package diagnostic

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

func at(sheet, addr string) indicator.Cell {
	return indicator.Cell{File: "x.xlsx", Sheet: sheet, Addr: addr}
}

func TestSorted(t *testing.T) {
	var l List
	for _, c := range []indicator.Cell{at("数据", ""), at("数据", "AA2"), at("数据", "B10"), at("指标", "A1"), at("数据", "B2"), at("", "")} {
		l.Add(Info, "c", c, "甲", "a")
	}
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Cell.String())
	}
	// By sheet, row, column; what concerns a whole sheet after its cells.
	if want := " 指标!A1 数据!B2 数据!AA2 数据!B10 数据"; " "+strings.TrimSpace(strings.Join(got, " ")) != want {
		t.Errorf("order %q, want %q", got, want)
	}
	if l[0].Cell != at("数据", "") {
		t.Error("sorting changed the list itself")
	}
}

func TestHas(t *testing.T) {
	var l List
	if l.Has(Info) {
		t.Error("an empty list has findings")
	}
	l.Add(Warning, "c", at("数据", "A1"), "甲", "a")
	if !l.Has(Info) || !l.Has(Warning) || l.Has(Error) {
		t.Errorf("a warning: info %v, warning %v, error %v", l.Has(Info), l.Has(Warning), l.Has(Error))
	}
}

func TestLimit(t *testing.T) {
	var l List
	for i := range 7 {
		l.Add(Error, "bad", at("数据", fmt.Sprintf("C%d", i+1)), "坏", "bad")
	}
	l.Add(Error, "other", at("数据", "D1"), "他", "other")
	got := l.Limit(3)
	if len(got) != 5 || got[3].Code != "bad" || got[3].Cell != at("数据", "") || !strings.Contains(got[3].Message.EN, "4 more") || got[4].Code != "other" {
		t.Errorf("limited to %v", got)
	}
	if same := l.Limit(7); len(same) != len(l) {
		t.Errorf("nothing to cut, yet %d of %d", len(same), len(l))
	}
}
