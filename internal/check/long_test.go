package check

import (
	"fmt"
	"slices"
	"testing"

	"jianbao/internal/indicator"
)

func TestJudge(t *testing.T) {
	for in, want := range map[string][2][]int{
		"":                     {},
		"+":                    {},
		"-":                    {nil, {0}},
		"+-":                   {{1}, nil},
		"--":                   {nil, {0, 1}},
		"+-+":                  {{1}, nil},
		"--+":                  {nil, {0, 1}},
		"++--+":                {{2, 3}, nil},
		"+-+-+-+-":             {nil, {1, 3, 5, 7}},
		"++++++++---+++":       {nil, {8, 9, 10}},
		"+++-+++++---++++++++": {{3}, {9, 10, 11}},
	} {
		var holds []bool
		for _, r := range in {
			holds = append(holds, r == '+')
		}
		slips, pattern := judge(holds)
		if !slices.Equal(slips, want[0]) || !slices.Equal(pattern, want[1]) {
			t.Errorf("%s: slips %v, pattern %v, want %v", in, slips, pattern, want)
		}
	}
}

func TestPeriodsInPeriods(t *testing.T) {
	quarters := []string{"2023Q1", "20.1", "2023Q2", "22.2", "2023Q3", "23.3", "2023Q4", "25.4"}
	with := func(more ...string) []string { return append(slices.Clone(quarters), more...) }
	// revised is five years of which the quarters were revised and the years not.
	var revised []string
	for y := 2015; y < 2023; y++ {
		for q := range 4 {
			revised = append(revised, fmt.Sprintf("%dQ%d", y, q+1), fmt.Sprintf("%d.%d", 20+q+y-2015, q))
		}
		revised = append(revised, fmt.Sprint(y), fmt.Sprintf("%d.8", 86+4*(y-2015)+y%3))
	}
	average := series("a", indicator.Level, "点数", "", table(t, with("2023", "22.7")...))
	named := level(t, with("2023", "22.7")...)
	named.Name = text("平均工资")
	run(t, []testCase{
		{"quarters and the year", data(level(t, with("2023", "91")...)), finding{}},
		{"quarters and another year", data(level(t, with("2023", "95")...)), finding{warning, "sum-of-months", "数据!C6", "95"}},
		{"quarters and the half", data(level(t, with("2023年上半年", "42.3", "2023", "91")...)), finding{}},
		{"quarters and another half", data(level(t, with("2023年上半年", "44.3", "2023", "91")...)), finding{warning, "sum-of-months", "数据!C6", "44.3"}},
		{"halves and the year", data(level(t, "2023年上半年", "42.3", "2023-07..2023-12", "48.7", "2023", "91")), finding{}},
		{"halves and another year", data(level(t, "2023年上半年", "42.3", "2023-07..2023-12", "48.7", "2023", "92")), finding{warning, "sum-of-months", "数据!C4", "92"}},
		{"a quarter missing", data(level(t, "2023Q1", "20.1", "2023Q2", "22.2", "2023Q4", "25.4", "2023", "95")), finding{}},
		{"years not revised with their quarters", data(level(t, revised...)), finding{notice, "sum-of-months", "数据!C36", "8"}},
		{"an average", data(named), finding{}},
	})
	average.Unit.Text = indicator.Text{}
	if list := Dataset(data(average)); len(list) != 0 {
		t.Errorf("an average that does not say so: %v", list)
	}
}

// A figure too high makes two sums fail: it is said where it stands.
func TestCauseOfTwoFailures(t *testing.T) {
	run(t, []testCase{{"half a year too high", data(level(t, "2023Q1", "20.1", "2023Q2", "22.2", "2023Q3", "23.3", "2023Q4", "25.4", "2023年上半年", "43.3", "2023年前三季度", "65.6", "2023", "91")), finding{warning, "sum-of-months", "数据!C6", "43.3"}}})
}

func TestCulpritOfAFall(t *testing.T) {
	run(t, []testCase{
		{"too high", data(level(t, "2023年1-2月", "10.1", "2023年1-3月", "55.2", "2023年1-4月", "20.3", "2023年1-5月", "25.4")), finding{warning, "cumulative-falls", "数据!C3", "55.2"}},
		{"too low", data(level(t, "2023年1-2月", "10.1", "2023年1-3月", "15.2", "2023年1-4月", "12.3", "2023年1-5月", "25.4")), finding{warning, "cumulative-falls", "数据!C4", "12.3"}},
		{"cumulative figures taken for months", data(level(t, "2023年1-2月", "20", "2023年3月", "31", "2023年4月", "40.2", "2023年5月", "52", "2023年6月", "61", "2023年7月", "70.8")), finding{warning, "perhaps-cumulative", "数据!C7", "70.8"}},
		{"months that rise", data(level(t, "2023年3月", "31", "2023年4月", "32.2", "2023年5月", "33", "2023年6月", "34", "2023年7月", "35.8")), finding{}},
		{"months taken for cumulative figures", data(level(t, "2022年1-2月", "10.1", "2022年1-3月", "9.2", "2022年1-4月", "8.3", "2022年1-5月", "9.4", "2022年1-6月", "9.1", "2022年1-7月", "8.8", "2022年1-8月", "9.9")), finding{warning, "cumulative-falls", "数据!C3", "10.1"}},
	})
}

func TestGapsOfLongSeries(t *testing.T) {
	// monthly has every month of the years for which has says so.
	monthly := func(has func(y, m int) bool) indicator.Series {
		var pv []string
		for y := 2008; y < 2024; y++ {
			for m := 1; m <= 12; m++ {
				if has(y, m) {
					pv = append(pv, fmt.Sprintf("%d-%02d", y, m), fmt.Sprintf("%d.5", 50+(y*7+m*3)%11))
				}
			}
		}
		return stock(level(t, pv...))
	}
	gap := func(cell, says string) finding { return finding{notice, "month-missing", cell, says} }
	run(t, []testCase{
		{"every month", data(monthly(func(y, m int) bool { return true })), finding{}},
		{"no January and February since 2012", data(monthly(func(y, m int) bool { return y < 2012 || m > 2 })), finding{}},
		{"no January", data(monthly(func(y, m int) bool { return m > 1 })), finding{}},
		{"year ends before 2015", data(monthly(func(y, m int) bool { return y >= 2015 || m == 12 })), finding{}},
		{"quarter ends before 2015", data(monthly(func(y, m int) bool { return y >= 2015 || m%3 == 0 })), finding{}},
		{"broken off for three years", data(monthly(func(y, m int) bool { return y < 2012 || y > 2014 })), finding{}},
		{"a year is missing", data(monthly(func(y, m int) bool { return y != 2012 })), gap("数据!C50", "12")},
		{"a May is missing", data(monthly(func(y, m int) bool { return y != 2012 || m != 5 })), gap("数据!C54", "2012")},
		{"one February is missing", data(monthly(func(y, m int) bool { return y != 2012 || m != 2 })), gap("数据!C51", "2012")},
	})
	a, b := monthly(func(y, m int) bool { return y != 2012 || m != 5 }), monthly(func(y, m int) bool { return y != 2012 || m != 5 })
	b.ID, b.Name = "b", text("b")
	for i := range b.Observations {
		b.Observations[i].Value = b.Observations[i].Value.Mul(hundred)
	}
	run(t, []testCase{{"of two series", data(a, b), gap("数据!C54", "1")}})
}

func TestGrowthOnAComparableBasis(t *testing.T) {
	// vintages are levels as published each year; the base of 2018 was revised.
	vintages := level(t, "2016", "100.1", "2017", "110.2", "2018", "121.3", "2019", "130.4", "2020", "140.5", "2021", "151.6")
	rates := []string{"2017", "10.1", "2018", "10.1", "2019", "8.4", "2020", "7.7", "2021", "7.9"}
	wrong := slices.Clone(rates)
	wrong[7] = "-7.7"
	unknown := vintages
	unknown.Prices = indicator.UnknownPrices
	off := []string{"2017", "8.1", "2018", "7.9", "2019", "6.6", "2020", "4.2", "2021", "5.8"}
	typed := slices.Clone(off)
	typed[7] = "42"
	investment := []string{"2017", "18.1", "2018", "5.9", "2019", "16.6", "2020", "-4.2", "2021", "25.8"}
	was := decimalOf("120.3")
	revised := level(t, "2018", "121.3", "2019", "130.4")
	revised.Observations[0].Previous = &was
	run(t, []testCase{
		{"a base revised by one percent", data(vintages, growth(t, indicator.Nominal, rates...)), finding{notice, "growth-mismatch", "数据!C4", "8.4%"}},
		{"a sign lost", data(vintages, growth(t, indicator.Nominal, wrong...)), finding{warning, "growth-mismatch", "数据!C5", "-7.7%"}},
		{"money of unknown prices", data(unknown, growth(t, indicator.UnknownPrices, off...)), finding{}},
		{"far from its levels", data(unknown, growth(t, indicator.UnknownPrices, typed...)), finding{notice, "growth-mismatch", "数据!C5", "42%"}},
		{"real", data(vintages, growth(t, indicator.Real, typed...)), finding{}},
		{"another coverage every year", data(vintages, growth(t, indicator.Nominal, investment...)), finding{notice, "growth-mismatch", "数据!C2", "18.1%"}},
		{"against the figure before its revision", data(revised, growth(t, indicator.Nominal, "2019", "8.4")), finding{}},
	})
}
