package briefing

import (
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

func ownData() *indicator.Dataset {
	yi := "亿元|RMB 100 million"
	part := series("exports", "出口", "Exports", yi, "2022 120", "2023 145")
	less := series("imports", "进口", "Imports", yi, "2022 80", "2023 77")
	part.Parent, less.Parent = "trade", "trade"
	d := &indicator.Dataset{File: "t.xlsx", Series: []indicator.Series{
		series("grp", "地区生产总值", "Gross regional product", yi, "2022 400", "2023 432.6"), rates("grp", "2022 3", "2023 7.2"),
		series("retail", "零售额", "Retail sales", yi, "2022 100", "2023 99.8"),
		series("trade", "进出口", "Imports and exports", yi, "2022 200", "2023 230"), part, less,
		series("state-a", "其中：国有", "of which state", yi, "2023 5"), series("state-b", "其中：国有", "of which state", yi, "2023 6"),
		set1(series("unemployment", "失业率", "Unemployment rate", "%|%", "2022 5.2", "2023 5.0")),
	}}
	d.Targets = []indicator.Target{target("grp", 2023, indicator.GrowthTarget, indicator.About, "7")}
	d.Info.Area = both("临河市", "Linhe")
	return d
}

func set1(s indicator.Series) indicator.Series { s.Measure = indicator.Rate; return s }

func rates(of string, values ...string) indicator.Series {
	g := growthOf(of, values...)
	g.Decimals = 1
	return g
}

// References are filled with figures in the words of each language; what cannot
// be filled is an error that says why.
func TestReferences(t *testing.T) {
	c := newComposer(ownData(), Options{})
	for _, x := range []struct{ zh, en, wantZH, wantEN, bad string }{
		{"总值{grp}", "GRP of {grp}", "总值432.6亿元", "GRP of RMB 43.26 billion", ""},
		{"{地区生产总值}", "{gross regional product.value}", "432.6亿元", "RMB 43.26 billion", ""},
		{"{grp@2022}", "{grp@2022}", "400.0亿元", "RMB 40.00 billion", ""},
		{"增长{grp.growth}", "up {grp.growth}", "增长7.2%", "up 7.2%", ""},
		{"{grp.change}", "{grp.change}", "比上年增长7.2%", "up 7.2% over the previous year", ""},
		{"下降{retail.growth}", "a fall of {retail.growth}", "下降0.2%", "a fall of 0.2%", ""},
		{"{retail.增速}", "{retail.growth}", "−0.2%", "−0.2%", ""},
		{"增长{retail.growth}", "{retail.growth}", "增长{retail.growth}", "−0.2%", "reference"},
		{"{grp.growth}", "fell by {grp.growth}", "7.2%", "fell by {grp.growth}", "reference"},
		{"{unemployment}，{unemployment.change}", "{unemployment}, {unemployment.change}", "5.0%，比上年下降0.2个百分点", "5.0%, down 0.2 percentage points on a year earlier", ""},
		{"目标{grp.target}，{grp.gap}", "target {grp.target}, {grp.gap}", "目标7%左右，高0.2个百分点", "target about 7%, 0.2 percentage points above", ""},
		{"占{exports.share}，拉动{exports.contribution}", "{exports.share}, {exports.contribution}", "占63.0%，拉动12.5个百分点", "63.0%, 12.5 percentage points", ""},
		{"{trade.index@2022}，{trade.total}", "{trade.index@2022}, {trade.total}", "115.0，230亿元", "115.0, RMB 23 billion", ""},
		{"{trade.mean}", "x", "{trade.mean}", "x", "reference"},
		{"{trade.annualised}", "x", "{trade.annualised}", "x", "reference"},
		{"两年平均{grp.average}", "{grp.average} on average", "两年平均5.1%", "5.1% on average", ""},
		{"{period}{area}", "{area}, {year}", "2023年临河市", "Linhe, 2023", ""},
		{"{imports.contribution}", "{imports.contribution}", "−1.5个百分点", "−1.5 percentage points", ""},
		{"拉低{imports.contribution}", "took off {imports.contribution}", "拉低1.5个百分点", "took off 1.5 percentage points", ""},
		{"拉动{imports.contribution}", "{imports.contribution}", "拉动{imports.contribution}", "−1.5 percentage points", "reference"},
		{"{imports.contribution}", "contributed {imports.contribution}", "−1.5个百分点", "contributed {imports.contribution}", "reference"},
		{"{year@2021}", "x", "{year@2021}", "x", "reference"},
		{"{period@2023-01}", "x", "{period@2023-01}", "x", "reference"},
		{"{其中：国有}", "x", "{其中：国有}", "x", "reference"}, // two are called so
		{"{state-a}，{state-b}", "x, x", "5亿元，6亿元", "x, x", "parity"},
		{"{nothing}", "x", "{nothing}", "x", "reference"},
		{"{grp.colour}", "x", "{grp.colour}", "x", "reference"},
		{"{grp@soon}", "x", "{grp@soon}", "x", "reference"},
		{"{grp@2019}", "x", "{grp@2019}", "x", "reference"},
		{"{grp.share}", "x", "{grp.share}", "x", "reference"},
		{"总值432.6亿元", "GRP of RMB 432.6 billion", "总值432.6亿元", "GRP of RMB 432.6 billion", "parity"},
		{"{grp}", "GRP of RMB 43.26 billion", "432.6亿元", "GRP of RMB 43.26 billion", ""},
		{"{grp}", "", "432.6亿元", "RMB 43.26 billion", ""},
	} {
		c.findings = nil
		got := c.own(both(x.zh, x.en), Cell{Sheet: "文字", Addr: "B2"}, Cell{Sheet: "文字", Addr: "C2"})
		code := ""
		if len(c.findings) > 0 {
			code = c.findings[0].Code
		}
		if marked.Plain(got.ZH) != x.wantZH || marked.Plain(got.EN) != x.wantEN || code != x.bad {
			t.Errorf("%s | %s: %s | %s %v, want %s | %s %s", x.zh, x.en, marked.Plain(got.ZH), marked.Plain(got.EN), c.findings, x.wantZH, x.wantEN, x.bad)
		}
	}
}

// The office's own words stand where they belong, and nothing else says the same.
func TestOwnSentences(t *testing.T) {
	d := ownData()
	d.Sentences = []indicator.Sentence{
		{Place: "headline", Text: both("全年{grp}，{grp.change}", "{grp} over the year, {grp.change}")},
		{Place: "retail", Text: both("零售额{retail}", "Retail sales came to {retail}")},
		{Place: "results", Text: both("全年成绩", "The year's results")},
	}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	if b.Headline != both("全年432.6亿元，比上年增长7.2%", "RMB 43.26 billion over the year, up 7.2% over the previous year") {
		t.Errorf("headline %v", b.Headline)
	}
	text := dump(b)
	for _, want := range []string{"零售额99.8亿元。", "Retail sales came to RMB 9.98 billion.", "=== results: 全年成绩 | The year's results"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "零售额99.8亿元，比上年") {
		t.Error("the generated sentence is there too")
	}
	d.Sentences[1].Text.EN = "Retail sales came to RMB 99.8 billion"
	if b, err = Compose(d, Options{}); err != nil || !b.Findings.Has(diagnostic.Error) {
		t.Errorf("wrong by ten, yet %v, %v", err, b.Findings)
	}
}

// A count below 100 that one language leaves out is a warning; a figure is an
// error.
func TestParityOfOwnWords(t *testing.T) {
	for _, c := range []struct {
		zh, en string
		want   diagnostic.Severity
	}{
		{"9个领域持续发力", "These areas kept growing", diagnostic.Warning},
		{"增长9%", "It grew", diagnostic.Error},
		{"9亿元", "Some money", diagnostic.Error},
		{"900户", "Some firms", diagnostic.Error},
		{"加快0.9个百分点", "Faster", diagnostic.Error},
	} {
		k := newComposer(ownData(), Options{})
		k.own(both(c.zh, c.en), Cell{Sheet: "文字", Addr: "B2"}, Cell{})
		if len(k.findings) != 1 || k.findings[0].Severity != c.want {
			t.Errorf("%s | %s: %v", c.zh, c.en, k.findings)
		}
	}
}
