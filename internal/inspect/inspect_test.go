package inspect

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

var update = flag.Bool("update", false, "rewrite golden files")

// The object is an interface that scripts depend on: its golden file changes
// only on purpose.
func TestJSON(t *testing.T) {
	dec := decimal.RequireFromString
	cell := func(sheet, addr string) indicator.Cell {
		return indicator.Cell{File: "x.xlsx", Sheet: sheet, Addr: addr}
	}
	previous := dec("431")
	d := &indicator.Dataset{
		Info: indicator.Info{Title: indicator.Text{ZH: "净月<简报>", EN: "Briefing & more"}},
		Series: []indicator.Series{
			{ID: "grp", Name: indicator.Text{ZH: "地区生产总值", EN: "Gross regional product"}, Unit: indicator.ParseUnit(indicator.Text{ZH: "亿元", EN: "RMB 100 million"}),
				Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Real,
				Observations: []indicator.Observation{
					{Period: indicator.Year(2021), Status: indicator.NotAvailable, Cell: cell("数据", "C2")},
					{Period: indicator.ToDate(2022, 11), Value: dec("432.60"), Status: indicator.Revised, Cell: cell("数据", "C3"), Previous: &previous},
				}},
			{ID: "grp.yoy", Name: indicator.Text{ZH: "地区生产总值", EN: "Gross regional product"}, Unit: indicator.ParseUnit(indicator.Text{ZH: "%", EN: "%"}),
				Measure: indicator.Growth, Basis: indicator.Flow, Of: "grp", Compare: indicator.YearOnYear, Prices: indicator.Real,
				Observations: []indicator.Observation{{Period: indicator.MonthOf(indicator.NewMonth(2022, 11)), Value: dec("-0.3"), Cell: cell("数据", "D3")}}},
		},
		Targets: []indicator.Target{
			{Series: "grp", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Exactly, Value: dec("7.2"), Cell: cell("目标", "C3")},
			{Series: "grp", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Between, Value: dec("7"), Upper: dec("9"), Cell: cell("目标", "C4")},
			{Series: "income", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Relative, Ref: "grp", Text: indicator.Text{ZH: "与经济增长基本同步", EN: "in step"}, Cell: cell("目标", "C9")},
		},
	}
	var list diagnostic.List
	list.Add(diagnostic.Warning, "no-translation", cell("指标", "A9"), "没有英文名称。", "no English name.")
	for name, got := range map[string]func(*bytes.Buffer) error{
		"whole":   func(w *bytes.Buffer) error { return New("x.xlsx", d, list).JSON(w) },
		"nothing": func(w *bytes.Buffer) error { return New("x.xlsx", nil, nil).JSON(w) },
	} {
		var buf bytes.Buffer
		if err := got(&buf); err != nil {
			t.Fatal(err)
		}
		file := "testdata/" + name + ".json"
		if *update {
			if err := os.WriteFile(file, buf.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(buf.Bytes(), want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, buf.Bytes(), want)
		}
	}
}
