package check

import (
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

const (
	failure = diagnostic.Error
	warning = diagnostic.Warning
	notice  = diagnostic.Info
)

func TestGrowthAgainstLevels(t *testing.T) {
	two := []string{"2021", "100.5", "2022", "110.2"} // +9.65%
	long := []string{"2015", "70.3", "2016", "76.6", "2017", "81.9", "2018", "90.5", "2019", "98.7", "2020", "101.2", "2021", "100", "2022", "110"}
	physical := func(pv ...string) indicator.Series {
		return series("a", indicator.Level, "万吨", indicator.UnknownPrices, table(t, pv...))
	}
	perHead := series("a", indicator.Level, "元/人", indicator.UnknownPrices, table(t, two...))
	index := func(unit string) indicator.Series {
		return series("a", indicator.Index, unit, indicator.UnknownPrices, table(t, "2021", "101.5", "2022", "102.1"))
	}
	wrong := finding{warning, "growth-mismatch", "数据!C2", "11.7%"}
	run(t, []testCase{
		{"agrees within rounding", data(level(t, two...), growth(t, indicator.Nominal, "2022", "9.7")), finding{}},
		{"differs", data(level(t, two...), growth(t, indicator.Nominal, "2022", "11.7")), wrong},
		{"just beyond rounding", data(level(t, "2021", "1000.5", "2022", "1100.5"), growth(t, indicator.Nominal, "2022", "10.1")), finding{notice, "growth-mismatch", "数据!C2", "10.1%"}},
		{"at the edge of rounding", data(level(t, "2021", "2", "2022", "3"), growth(t, indicator.Nominal, "2022", "80")), finding{}},
		{"no base", data(level(t, "2021", "0", "2022", "3"), growth(t, indicator.Nominal, "2022", "80")), finding{}},
		{"zeros dropped at the end count as digits", data(level(t, long...), growth(t, indicator.Nominal, "2022", "10.6")), finding{notice, "growth-mismatch", "数据!C2", "10.6%"}},
		{"whole numbers among a few", data(level(t, "2021", "100", "2022", "110"), growth(t, indicator.Nominal, "2022", "10.6")), finding{}},
		{"real", data(level(t, two...), growth(t, indicator.Real, "2022", "5")), finding{}},
		{"money of unknown prices", data(series("a", indicator.Level, "亿元", indicator.UnknownPrices, table(t, two...)), growth(t, indicator.UnknownPrices, "2022", "5")), finding{}},
		{"money per head of unknown prices", data(perHead, growth(t, indicator.UnknownPrices, "2022", "5")), finding{}},
		{"quantities", data(physical(two...), growth(t, indicator.UnknownPrices, "2022", "11.7")), wrong},
		{"month on month", data(physical(two...), func() indicator.Series {
			g := growth(t, indicator.UnknownPrices, "2022", "11.7")
			g.Compare = indicator.OnPrevious
			return g
		}()), finding{}},
		{"index of a fixed base", data(index("指数"), growth(t, indicator.UnknownPrices, "2022", "0.6")), finding{}},
		{"index of the year before", data(index("上年=100"), growth(t, indicator.UnknownPrices, "2022", "2.1")), finding{}},
		{"index by neither reading", data(index("上年=100"), growth(t, indicator.UnknownPrices, "2022", "5.1")), finding{warning, "growth-mismatch", "数据!C2", "5.1%"}},
	})
}

func TestGrowthMismatchesOfASeriesAreOneFinding(t *testing.T) {
	d := data(level(t, "2018", "100.1", "2019", "100.1", "2020", "100.1", "2021", "100.1", "2022", "100.1"),
		growth(t, indicator.Nominal, "2019", "5.1", "2020", "6.1", "2021", "7.1", "2022", "8.1"))
	list := Dataset(d)
	if len(list) != 1 {
		t.Fatalf("found %v", list)
	}
	contains(t, list[0].Message.EN, "for 4 periods", "5.1%", "7.1%", "and others")
	contains(t, list[0].Message.ZH, "4处", "2019年公布5.1%、推算0.0%", "7.1%", "等")
	lacks(t, list[0].Message.EN, "8.1%")
}

func TestPercentages(t *testing.T) {
	share := func(v string) *indicator.Dataset {
		return data(series("s", indicator.Share, "%", "", table(t, "2022", v)))
	}
	rate := series("a", indicator.Rate, "%", "", table(t, "2022", "5"))
	run(t, []testCase{
		{"share above 100", share("120"), finding{warning, "percent-out-of-range", "数据!C2", "120%"}},
		{"share below 0", share("-0.1"), finding{warning, "percent-out-of-range", "数据!C2", "-0.1%"}},
		{"a share of all", share("100"), finding{}},
		{"rates may pass 100", data(series("r", indicator.Rate, "%", "", table(t, "2022", "103"))), finding{}},
		{"growth below −100", data(level(t, "2022", "1"), growth(t, indicator.Real, "2022", "-101")), finding{failure, "percent-out-of-range", "数据!C2", "-101%"}},
		{"a profit turned into a loss", data(level(t, "2021", "100", "2022", "-1"), growth(t, indicator.Nominal, "2022", "-101")), finding{}},
		{"growth of −100 to something", data(level(t, "2022", "1"), growth(t, indicator.Real, "2022", "-100")), finding{warning, "percent-out-of-range", "数据!C2", "-100%"}},
		{"growth of −100 to nothing", data(level(t, "2022", "0"), growth(t, indicator.Real, "2022", "-100")), finding{}},
		{"growth of −99.9", data(level(t, "2022", "1"), growth(t, indicator.Real, "2022", "-99.9")), finding{}},
		{"growth of a rate", data(rate, growth(t, indicator.Real, "2022", "3.4")), finding{warning, "rate-growth", "数据!C2", "3.4%"}},
		{"growth of a rate, empty", data(rate, growth(t, indicator.Real, "2022", "")), finding{}},
	})
}

func TestFlows(t *testing.T) {
	price := series("a", indicator.Level, "元/平方米", indicator.Nominal, table(t, "2023年1-3月", "5000", "2023年1-4月", "4900"))
	april := indicator.ToDate(2023, 4)
	off := []string{"2023年1-3月", "50.1", "2023-04", "10.2", "2023年1-4月", "65.3"}
	run(t, []testCase{
		{"cumulative falls", data(level(t, "2023年1-3月", "50", "2023年1-4月", "45")), finding{warning, "cumulative-falls", "数据!C3", "45"}},
		{"a year below its eleven months", data(level(t, "2023年1-11月", "50", "2023", "45")), finding{warning, "cumulative-falls", "数据!C3", "45"}},
		{"cumulative stands still", data(level(t, "2023年1-3月", "50", "2023年1-4月", "50")), finding{}},
		{"a new year starts again", data(level(t, "2022年1-11月", "50", "2023年1-2月", "8")), finding{}},
		{"a stock may fall", data(stock(level(t, "2023年1-3月", "50", "2023年1-4月", "45"))), finding{}},
		{"a balance may fall", data(level(t, "2023年1-2月", "-5", "2023年1-3月", "50", "2023年1-4月", "45")), finding{}},
		{"an average may fall", data(price), finding{}},
		{"a revision may fall", data(mark(level(t, "2023年1-3月", "50", "2023年1-4月", "45"), april, indicator.Revised)), finding{}},
		{"months add up", data(level(t, "2023年1-3月", "50.1", "2023-04", "10.2", "2023年1-4月", "60.3")), finding{}},
		{"months add up within rounding", data(level(t, "2023年1-3月", "50.1", "2023-04", "10.2", "2023年1-4月", "60.4")), finding{}},
		{"months add up within rounding, zero dropped", data(level(t, "2023年1-2月", "40.1", "2023-03", "10.2", "2023年1-3月", "50.3", "2023-04", "10", "2023年1-4月", "60.5")), finding{warning, "sum-of-months", "数据!C6", "60.5"}},
		{"months do not add up", data(level(t, off...)), finding{warning, "sum-of-months", "数据!C4", "65.3"}},
		{"quarters do not add up", data(level(t, "2023年上半年", "50.1", "2023Q3", "10.2", "2023年前三季度", "65.3")), finding{warning, "sum-of-months", "数据!C4", "65.3"}},
		{"months as far apart as roundings go", data(level(t, "2023年1-3月", "50", "2023-04", "11.1", "2023年1-4月", "61.7")), finding{}},
		{"months a digit further", data(level(t, "2023年1-3月", "50", "2023-04", "11.1", "2023年1-4月", "61.8")), finding{warning, "sum-of-months", "数据!C4", "61.8"}},
		{"a revised figure before", data(mark(level(t, off...), indicator.ToDate(2023, 3), indicator.Revised)), finding{}},
		{"a revised sum", data(mark(level(t, off...), april, indicator.Revised)), finding{}},
		{"a revised month", data(mark(level(t, off...), indicator.MonthOf(april.To), indicator.Revised)), finding{}},
	})
}

func TestUnitJumps(t *testing.T) {
	run(t, []testCase{
		{"one figure in another unit", data(level(t, "2021", "432.6", "2022", "4519000")), finding{warning, "unit-jump", "数据!C3", "4519000"}},
		{"hundred million for one", data(level(t, "2021", "4.3", "2022", "451900000")), finding{warning, "unit-jump", "数据!C3", "451900000"}},
		{"the other way", data(level(t, "2021", "4326000", "2022", "451.9")), finding{warning, "unit-jump", "数据!C3", "451.9"}},
		{"said once where it falls back", data(level(t, "2020", "410", "2021", "4326000", "2022", "451.9")), finding{warning, "unit-jump", "数据!C3", "4326000"}},
		{"cumulative", data(level(t, "2023年1-2月", "80", "2023年1-3月", "1200000")), finding{warning, "unit-jump", "数据!C3", "1200000"}},
		{"against the year before", data(level(t, "2022年1-2月", "80", "2023年1-2月", "820000")), finding{warning, "unit-jump", "数据!C3", "820000"}},
		{"strong growth", data(level(t, "2021", "4", "2022", "4000")), finding{}},
		{"just outside", data(level(t, "2021", "4", "2022", "11999")), finding{}},
		{"a month beside a year", data(level(t, "2021", "400000", "2022-01", "40")), finding{}},
	})
}

func TestGaps(t *testing.T) {
	run(t, []testCase{
		{"month missing", data(level(t, "2023-03", "5", "2023-04", "5", "2023-05", "6", "2023-07", "6")), finding{notice, "month-missing", "数据!C5", "2023"}},
		{"month blank", data(level(t, "2023-03", "5", "2023-04", "5", "2023-05", "", "2023-06", "6")), finding{notice, "month-missing", "数据!C4", "2023"}},
		{"month withheld", data(mark(level(t, "2023-03", "5", "2023-04", "5", "2023-05", "", "2023-06", "6"), indicator.MonthOf(indicator.NewMonth(2023, 5)), indicator.Confidential)), finding{}},
		{"month derived", data(level(t, "2023-03", "5", "2023-04", "5", "2023年1-4月", "20", "2023年1-5月", "26", "2023-06", "6", "2023-07", "6")), finding{}},
		{"cumulative month missing", data(level(t, "2023年1-2月", "5", "2023年1-3月", "6", "2023年1-5月", "8")), finding{notice, "month-missing", "数据!C4", "1"}},
		{"January and February never there", data(level(t, "2022-11", "5", "2022-12", "5", "2023-03", "6", "2023-04", "6")), finding{}},
		{"January and February together", data(level(t, "2022-01", "5", "2022-02", "5", "2022-03", "5", "2022-12", "5", "2023年1-2月", "9", "2023-03", "6", "2023-04", "6", "2022-04", "5", "2022-05", "5", "2022-06", "5", "2022-07", "5", "2022-08", "5", "2022-09", "5", "2022-10", "5", "2022-11", "5")), finding{}},
		{"one January missing", data(stock(level(t, "2022-01", "5", "2022-02", "5", "2022-03", "5", "2022-04", "5", "2022-05", "5", "2022-06", "5", "2022-07", "5", "2022-08", "5", "2022-09", "5", "2022-10", "5", "2022-11", "5", "2022-12", "5", "2023-02", "6"))), finding{notice, "month-missing", "数据!C14", "2023"}},
		{"quarter ends", data(stock(level(t, "2022-12", "5", "2023-03", "5", "2023-06", "5", "2023-09", "6"))), finding{}},
		{"quarters from January", data(level(t, "2023Q1", "5", "2023年上半年", "10", "2023年前三季度", "15", "2023", "20")), finding{}},
		{"said once for level and growth", data(level(t, "2023-03", "5", "2023-04", "5", "2023-06", "6"), growth(t, indicator.Real, "2023-03", "5", "2023-04", "5", "2023-06", "6")), finding{notice, "month-missing", "数据!C4", "2023"}},
		{"growth alone", data(level(t, "2023-03", "5", "2023-04", "5", "2023-05", "6", "2023-06", "6"), growth(t, indicator.Real, "2023-03", "5", "2023-04", "5", "2023-06", "6")), finding{notice, "month-missing", "数据!C4", "2023"}},
	})
}
