package check

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

// months pairs values with the months from January 2022 on.
func months(values ...string) []string {
	var out []string
	for i, v := range values {
		out = append(out, indicator.NewMonth(2022, i+1).String(), v)
	}
	return out
}

func TestDecimalPoints(t *testing.T) {
	rate := func(pv ...string) *indicator.Dataset {
		return data(series("r", indicator.Rate, "%", "", table(t, pv...)))
	}
	growing := func(pv ...string) *indicator.Dataset {
		return data(series("a.yoy", indicator.Growth, "%", indicator.Real, table(t, pv...)))
	}
	harvest := []string{}
	for y := 2019; y < 2023; y++ {
		for q, v := range []string{"510.1", "540.2", "5120.3", "530.4"} {
			harvest = append(harvest, fmt.Sprintf("%dQ%d", y, q+1), v)
		}
	}
	run(t, []testCase{
		{"ten times both neighbours", data(level(t, years("432.6", "450.1", "4701.2", "489.9", "501.3")...)), finding{warning, "unit-jump", "数据!C4", "4701.2"}},
		{"ten times, three figures", data(level(t, years("432.6", "4519.0", "471.8")...)), finding{warning, "unit-jump", "数据!C3", "4519"}},
		{"a tenth", data(level(t, years("432.6", "450.1", "47.01", "489.9", "501.3")...)), finding{warning, "unit-jump", "数据!C4", "47.01"}},
		{"a hundred times", data(level(t, years("432.6", "450.1", "47012", "489.9", "501.3")...)), finding{warning, "unit-jump", "数据!C4", "47012"}},
		{"a thousandth", data(level(t, years("432.6", "450.1", "0.47", "489.9", "501.3")...)), finding{warning, "unit-jump", "数据!C4", "0.47"}},
		{"the last of many", data(level(t, years("432.6", "450.1", "470.2", "489.9", "5013")...)), finding{warning, "unit-jump", "数据!C6", "5013"}},
		{"the last of a few", data(level(t, years("432.6", "450.1", "4702")...)), finding{}},
		{"five times", data(level(t, years("432.6", "450.1", "2301.2", "489.9", "501.3")...)), finding{}},
		{"a step that stays", data(level(t, years("432.6", "450.1", "4701.2", "4899", "5013")...)), finding{}},
		{"erratic figures", data(level(t, years("432.6", "45.1", "470.2", "12.9", "501.3")...)), finding{}},
		{"a handful of cases", data(series("n", indicator.Level, "起", "", table(t, years("3", "4", "35", "3", "4")...))), finding{}},
		{"growth from nothing", data(level(t, years("0.1", "1", "10", "100", "1000")...)), finding{}},
		{"a harvest every autumn", data(level(t, harvest...)), finding{}},
		{"a month", data(level(t, months("50.1", "52.3", "51.2", "530.1", "54.4", "52.1")...)), finding{warning, "unit-jump", "数据!C5", "530.1"}},
		{"in a path since January", data(level(t, "2023年1-2月", "100.1", "2023年1-3月", "1523.1", "2023年1-4月", "201.4", "2023年1-5月", "252.2")), finding{warning, "unit-jump", "数据!C3", "1523.1"}},
		{"a rate", rate(months("5.2", "5.3", "5.2", "51", "5.0", "5.1")...), finding{warning, "unit-jump", "数据!C5", "51"}},
		{"a rate, low", rate(months("5.2", "5.3", "5.2", "0.51", "5.0", "5.1")...), finding{warning, "unit-jump", "数据!C5", "0.51"}},
		{"growth", growing(years("7.2", "6.9", "68", "6.7", "6.9", "6.6")...), finding{warning, "unit-jump", "数据!C4", "68"}},
		{"growth that slows to a tenth", growing(years("7.2", "6.9", "0.7", "6.7", "6.9", "6.6")...), finding{}},
		{"growth from nearly none", growing(years("0.4", "0.5", "5.1", "0.4", "0.6", "0.5")...), finding{}},
		{"growth that rebounds", growing(years("7.2", "6.9", "-3.9", "12.5", "-0.2", "7.2")...), finding{}},
	})
}

// What is a slip is said once: the sum it breaks, the total, the growth and the
// fall after it are of its making.
func TestSlipIsSaidOnce(t *testing.T) {
	d := data(level(t, years("432.6", "450.1", "4701.2", "489.9", "501.3")...), part(t, "b", "亿元", years("32.6", "50.1", "70.1", "89.9", "1.3")...),
		part(t, "x", "亿元", years("400.0", "400.0", "400.0", "400.0", "500.0")...), growth(t, indicator.Nominal, years("", "4.0", "4.4", "4.2", "2.3")...))
	run(t, []testCase{{"once", d, finding{warning, "unit-jump", "数据!C4", "4701.2"}}})
}

func TestUnitJumpsInLongSeries(t *testing.T) {
	run(t, []testCase{
		{"decades apart", data(level(t, "1952", "4.3", "2022", "45190")), finding{}},
		{"in the other unit for two years", data(level(t, "2018", "410.2", "2019", "430.3", "2020", "4500000", "2021", "4600000", "2022", "470.2")), finding{warning, "unit-jump", "数据!C4", "4500000"}},
		{"few and large transactions", data(level(t, "2014", "0.02", "2015", "300", "2016", "0.01", "2017", "15", "2018", "0.2", "2019", "4000", "2020", "3")), finding{}},
		{"a balance", data(level(t, "2020", "-3", "2021", "1.1", "2022", "12000")), finding{}},
	})
}
