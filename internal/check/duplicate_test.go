package check

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

func TestDuplicateSeries(t *testing.T) {
	five := years("432.6", "451.9", "471.8", "489.9", "501.3")
	other := func(id string, pv ...string) indicator.Series {
		s := level(t, pv...)
		s.ID, s.Name = id, text(id)
		return s
	}
	elsewhere := other("b", five...)
	elsewhere.Cell.Sheet = "另一表"
	grown := func(id string) indicator.Series {
		s := series(id, indicator.Growth, "%", indicator.Real, table(t, years("7.25", "6.91", "-1.23", "8.44", "5.27", "5.31")...))
		s.Of = ""
		return s
	}
	run(t, []testCase{
		{"two of the same figures", data(level(t, five...), other("b", five...)), finding{warning, "duplicate-series", "数据!C2", "432.6"}},
		{"the last figure filled in", data(level(t, years("432.6", "451.9", "471.8", "489.9", "501.3", "510.1", "515.2", "520.9", "530.1", "540.1")...), other("b", years("432.6", "451.9", "471.8", "489.9", "501.3", "510.1", "515.2", "520.9", "530.1", "555.5")...)), finding{warning, "duplicate-series", "数据!C2", "432.6"}},
		{"four figures", data(level(t, five[:8]...), other("b", five[:8]...)), finding{}},
		{"equal in the early years", data(level(t, years("432.6", "451.9", "471.8", "489.9", "501.3", "511.1", "523.2", "530.3")...), other("b", years("432.6", "451.9", "471.8", "489.9", "501.3", "512.1", "524.2", "531.3")...)), finding{}},
		{"round figures", data(level(t, years("1", "2", "3", "4", "5")...), other("b", years("1", "2", "3", "4", "5")...)), finding{}},
		{"a constant", data(level(t, years("432.6", "432.6", "432.6", "432.6", "432.6", "432.6")...), other("b", years("432.6", "432.6", "432.6", "432.6", "432.6", "432.6")...)), finding{}},
		{"one in another sheet", data(level(t, five...), elsewhere), finding{}},
		{"the same under a longer name", data(level(t, five...), other("a（现价）", five...)), finding{}},
		{"a total and its only part", data(level(t, five...), part(t, "b", "亿元", five...)), finding{}},
		{"growth", data(grown("c"), grown("d")), finding{warning, "duplicate-series", "数据!C2", "7.25"}},
	})
}

func TestDuplicatePeriod(t *testing.T) {
	// wide is a table of n indicators by month; the value of the k-th in the i-th
	// month is that of month copy[i].
	wide := func(n int, unit string, cols ...int) *indicator.Dataset {
		d := data()
		for k := range n {
			var pv []string
			for i, c := range cols {
				pv = append(pv, indicator.NewMonth(2023, i+1).String(), fmt.Sprintf("%d.%d", 100*(k+1)+7*c*(k+3), (k+c)%9+1))
			}
			s := series(string(rune('a'+k)), indicator.Level, unit, indicator.Nominal, table(t, pv...))
			d.Series = append(d.Series, s)
		}
		return d
	}
	stays := wide(6, "亿元", 1, 2, 3, 4, 4)
	for k := range 3 { // half of the series move on
		o := stays.Series[k].Observations
		o[4].Value = o[4].Value.Add(o[0].Value)
	}
	run(t, []testCase{
		{"every month its own", wide(6, "亿元", 1, 2, 3, 4), finding{}},
		{"the month before copied", wide(6, "亿元", 1, 2, 3, 3), finding{warning, "duplicate-period", "数据!C5", "6"}},
		{"of two months", wide(5, "亿元", 1, 1), finding{warning, "duplicate-period", "数据!C3", "5"}},
		{"four series", wide(4, "亿元", 1, 2, 3, 3), finding{}},
		{"series that stay as they are", wide(6, "亿元", 1, 1, 1, 1, 1), finding{}},
		{"half of the series", stays, finding{}},
	})
	d := data()
	for k := range 5 {
		v := fmt.Sprintf("%d.7", 110+k)
		d.Series = append(d.Series, series(string(rune('a'+k)), indicator.Level, "亿元", indicator.Nominal, table(t, "2023-05", fmt.Sprintf("%d.2", 90+k), "2023-06", v, "2023年1-5月", fmt.Sprintf("%d.4", 500+k), "2023年1-6月", v)))
	}
	if list := Dataset(d); !hasCode(list, "duplicate-period") {
		t.Errorf("the month entered for the months since January: %v", list)
	}
}
