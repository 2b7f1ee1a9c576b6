package sources

import (
	"bytes"
	"reflect"
	"testing"

	"jianbao/internal/indicator"
)

// Plans, tolerances, ways to follow and own sentences come back as they were
// written.
func TestTargetsAndWordingComeBack(t *testing.T) {
	half := dec("0.3")
	d := exampleDataset()
	d.Targets = append(d.Targets,
		indicator.Target{Series: "retail", From: 2021, Year: 2025, Kind: indicator.GrowthTarget, Bound: indicator.About, Value: dec("6.5"), Tolerance: &half},
		indicator.Target{Series: "retail", From: 2021, Year: 2025, Kind: indicator.TotalGrowth, Bound: indicator.AtLeast, Value: dec("37")},
		indicator.Target{Series: "deposits", From: 2021, Year: 2025, Kind: indicator.GrowthTarget, Bound: indicator.Relative, Ref: "retail", RefBound: indicator.AtLeast, Text: text("不低于零售总额增速", "not below growth in retail sales")},
	)
	d.Sentences = []indicator.Sentence{
		{Place: "headline", Text: text("零售总额{retail}，{retail.change}", "Retail sales reached {retail}, {retail.change}")},
		{Place: "retail", Text: text("零售平稳。", "Retail sales were steady.")},
		{Place: "growth", Text: text("增长总体平稳", "Growth broadly steady")},
	}
	for _, lang := range []string{"zh", "en"} {
		var buf bytes.Buffer
		if err := WriteStandard(&buf, d, lang); err != nil {
			t.Fatal(err)
		}
		r := readBytes("a.xlsx", buf.Bytes(), Options{})
		if r.Dataset == nil {
			t.Fatal(r.Diagnostics)
		}
		got := r.Dataset
		for i := range got.Targets {
			got.Targets[i].Cell = indicator.Cell{}
		}
		for i := range got.Sentences {
			if got.Sentences[i].Cell.Addr == "" || got.Sentences[i].CellEN.Addr == "" {
				t.Errorf("a sentence without its cells: %+v", got.Sentences[i])
			}
			got.Sentences[i].Cell, got.Sentences[i].CellEN = indicator.Cell{}, indicator.Cell{}
		}
		n := len(d.Targets)
		if len(got.Targets) != n {
			t.Fatalf("%s: %d targets, want %d: %v", lang, len(got.Targets), n, r.Diagnostics)
		}
		for i, want := range d.Targets {
			g := got.Targets[i]
			if (g.Tolerance == nil) != (want.Tolerance == nil) || g.Tolerance != nil && !g.Tolerance.Equal(*want.Tolerance) {
				t.Errorf("%s: tolerance %v, want %v", lang, g.Tolerance, want.Tolerance)
			}
			if g.From != want.From || g.Year != want.Year || g.Kind != want.Kind || g.Bound != want.Bound || g.RefBound != want.RefBound || !g.Value.Equal(want.Value) {
				t.Errorf("%s: target %+v, want %+v", lang, g, want)
			}
		}
		if !reflect.DeepEqual(got.Sentences, d.Sentences) {
			t.Errorf("%s: sentences %+v, want %+v", lang, got.Sentences, d.Sentences)
		}
	}
}

func TestYearsOfPlans(t *testing.T) {
	for in, want := range map[string][2]int{"“十四五”时期": {2021, 2025}, "十五五": {2026, 2030}, "十五": {2001, 2005}} {
		if from, to, ok := planYears(in); !ok || from != want[0] || to != want[1] {
			t.Errorf("%s: %d–%d %v", in, from, to, ok)
		}
	}
	for _, in := range []string{"十四", "今年", ""} {
		if _, _, ok := planYears(in); ok {
			t.Errorf("%q is the name of a plan", in)
		}
	}
	for in, want := range map[string]indicator.Bound{"与经济增长基本同步": "", "不低于GDP增速": indicator.AtLeast, "高于地区生产总值增速": indicator.AtLeast, "不高于全省平均": indicator.AtMost, "低于经济增速": indicator.AtMost} {
		if got := refBound(text(in, "")); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
