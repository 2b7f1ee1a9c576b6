package layout

import (
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// TestParseLabel reads heads and stubs as offices write them.
func TestParseLabel(t *testing.T) {
	for _, c := range []struct {
		in, names, unit string
		want            Label // of which span, measure, comparison, prices, aspect and period are held
	}{
		{"地区生产总值（亿元）", "地区生产总值", "亿元", Label{}},
		{"地区生产总值 Gross Regional Product", "地区生产总值", "", Label{}},
		{"同比±%", "", "", Label{Measure: indicator.Growth, Compare: indicator.YearOnYear}},
		{"比上年同期增长（%）", "", "%", Label{Measure: indicator.Growth, Compare: indicator.YearOnYear}},
		{"环比", "", "", Label{Measure: indicator.Growth, Compare: indicator.OnPrevious}},
		{"1—11月累计", "", "", Label{When: indicator.When{From: 1, To: 11}}},
		{"本月止累计", "", "", Label{Span: ToDate}},
		{"上年同期累计", "", "", Label{Span: YearAgo}},
		{"上年同期\n增速", "", "", Label{Span: YearAgo, Measure: indicator.Growth}},
		{"年初余额", "", "", Label{Span: YearStart}},
		{"全省位次", "", "", Label{Aspect: Rank}},
		{"完成年初预算%", "", "%", Label{Aspect: Progress}},
		{"年度目标", "", "", Label{Aspect: Target}},
		{"增速较上月变动（百分点）", "", "百分点", Label{Aspect: Change}},
		{"两年平均增长", "", "", Label{Aspect: Average}},
		{"比2019年同期增长（%）", "", "%", Label{Aspect: Average}},
		{"占全部投资比重", "", "", Label{Measure: indicator.Share}},
		{"中国:GDP:不变价:第一产业:累计同比", "中国|GDP|第一产业", "", Label{Span: ToDate, Measure: indicator.Growth, Compare: indicator.YearOnYear, Prices: indicator.Real}},
		{"房屋新开工面积_累计增长(%)", "房屋新开工面积", "%", Label{Span: ToDate, Measure: indicator.Growth}},
		{"居民消费价格指数(上年同月=100)_当期值", "居民消费价格指数", "上年同月=100", Label{Span: OnePeriod}},
		{"以上年同月价格为100", "", "上年同月=100", Label{Measure: indicator.Index}},
		{"2023年地区生产总值", "地区生产总值", "", Label{When: indicator.When{Year: 2023}}},
		{"2022年比\n2021年±%", "", "%", Label{When: indicator.When{Year: 2022}, Measure: indicator.Growth, Compare: indicator.YearOnYear}},
		{"其中：高技术产业", "高技术产业", "", Label{}},
		{"固定资产投资（不含农户）", "固定资产投资（不含农户）", "", Label{}},
		{"GDP at constant 2017 prices", "GDP", "", Label{Prices: indicator.Real}},
		{"GDP growth (annual %)", "GDP", "%", Label{Measure: indicator.Growth, Compare: indicator.YearOnYear}},
		{"Growth rate on the same quarter of previous year", "", "", Label{Measure: indicator.Growth, Compare: indicator.YearOnYear}},
		{"Growth rate on previous quarter", "", "", Label{Measure: indicator.Growth, Compare: indicator.OnPrevious}},
		{"Real estate activities", "Real estate activities", "", Label{}},
		{"Exports of goods and services (% of GDP)", "Exports of goods and services", "% of GDP", Label{}},
		{"CPI INDEX 00: ALL ITEMS 2015=100", "CPI INDEX 00|ALL ITEMS", "2015=100", Label{}},
	} {
		got := ParseLabel(c.in)
		if names := strings.Join(got.Names, "|"); names != c.names || got.Unit != c.unit {
			t.Errorf("%q: names %q in %q, want %q in %q", c.in, names, got.Unit, c.names, c.unit)
		}
		if got.Span != c.want.Span || got.Measure != c.want.Measure || got.Compare != c.want.Compare || got.Prices != c.want.Prices || got.Aspect != c.want.Aspect || got.When != c.want.When {
			t.Errorf("%q: %+v, want %+v", c.in, got, c.want)
		}
	}
}

func FuzzParseLabel(f *testing.F) {
	for _, s := range []string{"地区生产总值（亿元）", "中国:GDP:不变价:累计同比", "Growth rate (annual %)", "2023年1—11月", "((((", "％％％", "增长增长增长", "\xff:\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, n := range ParseLabel(s).Names {
			if strings.TrimSpace(n) == "" {
				t.Errorf("%q: a blank name", s)
			}
		}
	})
}

// FuzzSheet reads sheets of any cells: | parts cells, a line is a row. No cell is
// both a figure and unused, or twice a figure.
func FuzzSheet(f *testing.F) {
	f.Add("指标|单位|2023年|2022年\n地区生产总值|亿元|1402.9|1330.4\n")
	f.Add("时间|GDP（亿元）\n2023年1月|3\n\n2023年2月|4\n注：x\n时间|CPI\n2023年1月|100.1\n")
	f.Add("Year|Jan|Feb\n2023|1|2\n2024|3|4\n")
	f.Add("甲|乙|1|2\n|||\n1|2|3|4\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		seen := map[[2]int]string{}
		mark := func(c Cell, what string) {
			at := [2]int{c.Row, c.Col}
			if prior := seen[at]; prior != "" && (prior == "figure" || what == "figure") {
				t.Errorf("row %d, column %d is %s and %s", c.Row, c.Col, prior, what)
			}
			seen[at] = what
		}
		s := &Sheet{Name: "Sheet1",
			Emit: func(f *Fact) {
				mark(f.Cell, "figure")
				if f.Item == nil || f.Table == nil {
					t.Error("a figure of nothing")
				}
			},
			Explain: func(c Cell, reason string) { mark(c, reason) }}
		err := s.Read(func(visit func(*Row) bool) error {
			for y, line := range strings.Split(text, "\n") {
				row := Row{Number: y + 1}
				for x, v := range strings.Split(line, "|") {
					if v == "" || x > 60 {
						continue
					}
					c := Cell{Col: x + 1, Row: y + 1, Text: v}
					if strings.Trim(v, "0123456789.") == "" && strings.Count(v, ".") < 2 && strings.Trim(v, ".") != "" && len(v) < 16 {
						c.Kind = Number
					}
					row.Cells = append(row.Cells, c)
				}
				if len(row.Cells) > 0 && !visit(&row) {
					return nil
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
