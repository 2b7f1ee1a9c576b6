package check

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

func contains(t *testing.T, s string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(s, p) {
			t.Errorf("%q does not say %q", s, p)
		}
	}
}

func lacks(t *testing.T, s, part string) {
	t.Helper()
	if strings.Contains(s, part) {
		t.Errorf("%q says %q", s, part)
	}
}

func TestContent(t *testing.T) {
	reporting := func(year int, s ...indicator.Series) *indicator.Dataset {
		d := data(s...)
		d.Info.Period = indicator.Year(year)
		return d
	}
	words := data()
	words.Highlights = []indicator.Highlight{{Point: text("a measure")}}
	planned := data(level(t, "2022", ""))
	planned.Targets = []indicator.Target{{Series: "a", Year: 2023, Bound: indicator.TextOnly, Text: text("more")}}
	run(t, []testCase{
		{"nothing at all", data(level(t, "2022", "")), finding{failure, "no-data", "", ""}},
		{"targets alone", planned, finding{}},
		{"highlights alone", words, finding{}},
		{"period without figures", reporting(2023, level(t, "2022", "5")), finding{warning, "reporting-period-empty", "", "2023"}},
		{"period with a figure that ends with it", reporting(2023, level(t, "2023-12", "5")), finding{}},
		{"far ahead", reporting(2023, level(t, "2023", "5", "2032", "6")), finding{warning, "period-in-future", "数据!C3", "2032"}},
		{"the year after", reporting(2023, level(t, "2023", "5", "2024", "6")), finding{}},
		{"far ahead without a value", reporting(2023, level(t, "2023", "5", "2032", "")), finding{}},
		{"far ahead of no period", data(level(t, "2023", "5", "2032", "6")), finding{}},
	})
}

func TestTranslations(t *testing.T) {
	zh, en := indicator.Text{ZH: "甲"}, indicator.Text{EN: "only English"}
	change := func(f func(*indicator.Dataset)) *indicator.Dataset {
		d := data(level(t, "2022", "1"))
		d.Highlights = []indicator.Highlight{{Group: text("g"), Name: text("n"), Point: text("p"), Cell: indicator.Cell{Sheet: "要点", Addr: "D2"}}}
		d.Targets = []indicator.Target{{Series: "a", Year: 2023, Bound: indicator.TextOnly, Text: text("more"), Cell: indicator.Cell{Sheet: "目标", Addr: "I4"}}}
		d.Strings = []indicator.Located{{Cell: indicator.Cell{File: file, Sheet: "简报", Addr: "B2"}, Text: "甲"}}
		f(d)
		return d
	}
	missing := func(cell, says string) finding { return finding{warning, "no-translation", cell, says} }
	run(t, []testCase{
		{"complete", change(func(*indicator.Dataset) {}), finding{}},
		{"title", change(func(d *indicator.Dataset) { d.Info.Title = zh }), missing("简报!B2", "甲")},
		{"headline", change(func(d *indicator.Dataset) { d.Info.Headline = en }), missing("", "only English")},
		{"a telephone number", change(func(d *indicator.Dataset) { d.Info.Contact.ZH = "0716-3223456" }), finding{}},
		{"name", change(func(d *indicator.Dataset) { d.Series[0].Name = zh }), missing("指标!A2", "甲")},
		{"unit", change(func(d *indicator.Dataset) { d.Series[0].Unit.Text.EN = "" }), missing("指标!A2", "亿元")},
		{"target", change(func(d *indicator.Dataset) { d.Targets[0].Text = zh }), missing("目标!I4", "甲")},
		{"highlight", change(func(d *indicator.Dataset) { d.Highlights[0].Point = en }), missing("要点!D2", "only English")},
		{"units that differ by ten", data(units(t, "亿元", "RMB billion")), finding{failure, "unit-conflict", "指标!A2", "RMB billion"}},
		{"percent against money", data(units(t, "%", "RMB 100 million")), finding{failure, "unit-conflict", "指标!A2", "RMB 100 million"}},
		{"units alike", data(units(t, "亿元", "100 million yuan")), finding{}},
		{"any noun may count", data(units(t, "户", "projects")), finding{}},
		{"unknown unit", data(series("a", indicator.Level, "斗", "", table(t, "2022", "5"))), finding{notice, "unknown-unit", "指标!A2", "斗"}},
	})
	d := change(func(d *indicator.Dataset) {
		g := growth(t, indicator.Real)
		g.Name = zh
		d.Series = append(d.Series, g)
	})
	if list := Dataset(d); len(list) != 0 {
		t.Errorf("growth is named after its level: %v", list)
	}
}

func TestTargets(t *testing.T) {
	num := func(v int64) indicator.Decimal { return decimal.NewFromInt(v) }
	set := func(ref string, targets ...indicator.Target) *indicator.Dataset {
		d := data(level(t, "2022", "100"), series("still", indicator.Level, "亿元", indicator.Real, table(t, "2021", "1", "2022", "2")),
			series("grown", indicator.Level, "亿元", indicator.Nominal, table(t, "2021", "1", "2022", "2")))
		for i, tg := range targets {
			if tg.Series == "" {
				tg.Series = "a"
			}
			if tg.Bound == indicator.Relative {
				tg.Ref = ref
			}
			if tg.Kind == "" {
				tg.Kind = indicator.GrowthTarget
			}
			tg.Year, tg.Cell = 2023, indicator.Cell{Sheet: "目标", Addr: []string{"E4", "E5"}[i]}
			d.Targets = append(d.Targets, tg)
		}
		return d
	}
	seven := indicator.Target{Bound: indicator.AtLeast, Value: num(7)}
	relative := indicator.Target{Bound: indicator.Relative}
	between := func(a, b int64) indicator.Target {
		return indicator.Target{Bound: indicator.Between, Value: num(a), Upper: num(b)}
	}
	share := set("", indicator.Target{Kind: indicator.LevelTarget, Bound: indicator.Exactly, Value: num(7)})
	share.Series[0].Measure, share.Series[0].Observations = indicator.Share, table(t, "2022", "5")
	run(t, []testCase{
		{"good", set("", seven), finding{}},
		{"without indicator", set("", indicator.Target{Series: "b", Bound: indicator.Exactly}), finding{failure, "target-without-indicator", "目标!E4", "b"}},
		{"range upside down", set("", between(9, 7)), finding{failure, "target-range-reversed", "目标!E4", "9"}},
		{"range of one value", set("", between(7, 7)), finding{}},
		{"reference unknown", set("gdp", relative), finding{failure, "target-ref-unknown", "目标!E4", "gdp"}},
		{"reference to itself", set("a", relative), finding{failure, "target-ref-itself", "目标!E4", "a"}},
		{"reference without growth", set("still", relative), finding{notice, "target-ref-no-growth", "目标!E4", "still"}},
		{"reference whose growth can be computed", set("grown", relative), finding{}},
		{"twice", set("", seven, indicator.Target{Bound: indicator.AtLeast, Value: num(8)}), finding{warning, "duplicate-target", "目标!E5", "目标!E4"}},
		{"a floor and a ceiling", set("", seven, indicator.Target{Bound: indicator.AtMost, Value: num(9)}), finding{}},
		{"level of a share", share, finding{warning, "target-kind", "目标!E4", "a"}},
	})
}

func TestWhen(t *testing.T) {
	for in, want := range map[string]indicator.Text{
		"2023":             {ZH: "2023年", EN: "2023"},
		"2023-11":          {ZH: "2023年11月", EN: "November 2023"},
		"2023年1-11月":       {ZH: "2023年1—11月", EN: "January–November 2023"},
		"2022-11..2023-02": {ZH: "2022年11月—2023年2月", EN: "November 2022–February 2023"},
	} {
		p, err := indicator.ParsePeriod(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := when(p); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

// units is a series whose unit is worded so in the two languages.
func units(t *testing.T, zh, en string) indicator.Series {
	s := series("a", indicator.Level, zh, "", table(t, "2022", "5"))
	s.Unit = indicator.ParseUnit(indicator.Text{ZH: zh, EN: en})
	return s
}
