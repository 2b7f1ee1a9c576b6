package check

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

func obs(t *testing.T, period, value string) indicator.Observation {
	t.Helper()
	p, err := indicator.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	o := indicator.Observation{Period: p, Cell: indicator.Cell{Sheet: "数据", Addr: "C9"}}
	if value == "" {
		o.Status = indicator.NotAvailable
	} else {
		o.Value = decimal.RequireFromString(value)
	}
	return o
}

// table makes observations from period, value, period, value…
func table(t *testing.T, pv ...string) []indicator.Observation {
	var out []indicator.Observation
	for i := 0; i < len(pv); i += 2 {
		out = append(out, obs(t, pv[i], pv[i+1]))
	}
	return out
}

func text(s string) indicator.Text { return indicator.Text{ZH: s, EN: s} }

func series(id string, m indicator.Measure, unit string, p indicator.Prices, o []indicator.Observation) indicator.Series {
	s := indicator.Series{ID: id, Name: text(id), Unit: indicator.ParseUnit(text(unit)), Measure: m, Basis: indicator.Flow, Prices: p, Observations: o}
	if m == indicator.Growth {
		s.Of, s.Compare = strings.TrimSuffix(id, ".yoy"), indicator.YearOnYear
	}
	s.Sort()
	return s
}

func TestFindings(t *testing.T) {
	level := func(pv ...string) indicator.Series {
		return series("a", indicator.Level, "亿元", indicator.Nominal, table(t, pv...))
	}
	growth := func(p indicator.Prices, pv ...string) indicator.Series {
		return series("a.yoy", indicator.Growth, "%", p, table(t, pv...))
	}
	data := func(s ...indicator.Series) *indicator.Dataset { return &indicator.Dataset{File: "x.xlsx", Series: s} }
	target := func(tg indicator.Target) *indicator.Dataset {
		d := data(level("2022", "100"))
		if tg.Series == "" {
			tg.Series = "a"
		}
		tg.Year, tg.Cell = 2023, indicator.Cell{Sheet: "目标", Addr: "E4"}
		d.Targets = []indicator.Target{tg}
		return d
	}
	num := func(v int64) indicator.Decimal { return decimal.NewFromInt(v) }
	for _, tc := range []struct {
		name string
		d    *indicator.Dataset
		want string // code; "" for none
		says string // in both messages
	}{
		{"nothing at all", data(level("2022", "")), "no-data", ""},
		{"period without figures", &indicator.Dataset{Info: indicator.Info{Period: indicator.Year(2023)}, Series: []indicator.Series{level("2022", "5")}}, "reporting-period-empty", "2023"},
		{"growth agrees within rounding", data(level("2021", "100.5", "2022", "110.2"), growth(indicator.Nominal, "2022", "9.7")), "", ""},
		{"growth agrees at the edge of rounding", data(level("2021", "2", "2022", "3"), growth(indicator.Nominal, "2022", "80")), "", ""},
		{"growth differs", data(level("2021", "100.5", "2022", "110.2"), growth(indicator.Nominal, "2022", "11.7")), "growth-mismatch", "11.7"},
		{"real growth may differ", data(level("2021", "100.5", "2022", "110.2"), growth(indicator.Real, "2022", "5")), "", ""},
		{"money of unknown basis may differ", data(level("2021", "100.5", "2022", "110.2"), growth(indicator.UnknownPrices, "2022", "5")), "", ""},
		{"growth below −100%", data(level("2022", "1"), growth(indicator.Real, "2022", "-101")), "growth-impossible", "-101"},
		{"share above 100", data(series("s", indicator.Share, "%", "", table(t, "2022", "120"))), "share-out-of-range", "120"},
		{"cumulative falls", data(level("2023年1-3月", "50", "2023年1-4月", "45")), "cumulative-falls", "45"},
		{"a new year starts again", data(level("2022年1-11月", "50", "2023年1-2月", "8")), "", ""},
		{"months add up", data(level("2023年1-3月", "50.1", "2023-04", "10.2", "2023年1-4月", "60.3")), "", ""},
		{"months add up within rounding", data(level("2023年1-3月", "50.1", "2023-04", "10.2", "2023年1-4月", "60.4")), "", ""},
		{"months do not add up", data(level("2023年1-3月", "50.1", "2023-04", "10.2", "2023年1-4月", "65.3")), "sum-of-months", "65.3"},
		{"unit of one figure", data(level("2021", "432.6", "2022", "4519000")), "unit-jump", "4519000"},
		{"strong growth is no jump", data(level("2021", "4", "2022", "4000")), "", ""},
		{"month missing", data(level("2023-03", "5", "2023-05", "6")), "month-missing", "2023-04"},
		{"January and February together", data(level("2022-12", "5", "2023-03", "6")), "", ""},
		{"growth of a rate", data(series("a", indicator.Rate, "%", "", table(t, "2022", "5")), growth("", "2022", "3")), "growth-of-rate", "a"},
		{"unknown unit", data(series("a", indicator.Level, "斗", "", table(t, "2022", "5"))), "unknown-unit", "斗"},
		{"target without indicator", target(indicator.Target{Series: "b", Bound: indicator.Exactly, Kind: indicator.GrowthTarget}), "target-without-indicator", "b"},
		{"range upside down", target(indicator.Target{Bound: indicator.Between, Kind: indicator.GrowthTarget, Value: num(9), Upper: num(7)}), "target-range-reversed", "9"},
		{"reference unknown", target(indicator.Target{Bound: indicator.Relative, Kind: indicator.GrowthTarget, Ref: "gdp"}), "target-ref-unknown", "gdp"},
		{"reference to itself", target(indicator.Target{Bound: indicator.Relative, Kind: indicator.GrowthTarget, Ref: "a"}), "target-ref-itself", "a"},
		{"a good target", target(indicator.Target{Bound: indicator.AtLeast, Kind: indicator.GrowthTarget, Value: num(7)}), "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			list := Dataset(tc.d)
			switch {
			case tc.want == "" && len(list) == 0:
				return
			case tc.want == "" || len(list) != 1 || list[0].Code != tc.want:
				t.Fatalf("found %v, want %q", list, tc.want)
			}
			for _, m := range []string{list[0].Message.ZH, list[0].Message.EN} {
				if m == "" || !strings.Contains(m, tc.says) {
					t.Errorf("%q does not say %q", m, tc.says)
				}
			}
		})
	}
}

func TestTranslations(t *testing.T) {
	d := &indicator.Dataset{Series: []indicator.Series{series("a", indicator.Level, "亿元", "", table(t, "2022", "1"))}}
	d.Series[0].Name = indicator.Text{ZH: "零售额"}
	d.Series[0].Cell = indicator.Cell{Sheet: "指标", Addr: "B2"}
	d.Highlights = []indicator.Highlight{{Group: text("g"), Point: indicator.Text{EN: "only English"}, Cell: indicator.Cell{Sheet: "要点", Addr: "D2"}}}
	list := Dataset(d)
	if len(list) != 2 || list[0].Code != "no-translation" || list[0].Cell.String() != "指标!B2" || list[1].Cell.String() != "要点!D2" || list[0].Severity != diagnostic.Warning {
		t.Errorf("found %v", list)
	}
}

func TestLimit(t *testing.T) {
	var d indicator.Dataset
	for range 50 {
		s := series("a", indicator.Level, "亿元", "", table(t, "2022", "1"))
		s.Name = indicator.Text{ZH: "零售额"}
		d.Series = append(d.Series, s)
	}
	list := Dataset(&d)
	if len(list) != perCode+1 || !strings.Contains(list[perCode].Message.EN, "30 more") {
		t.Errorf("%d findings, the last %v", len(list), list[len(list)-1])
	}
}
