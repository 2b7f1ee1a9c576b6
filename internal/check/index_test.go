package check

import (
	"testing"

	"jianbao/internal/indicator"
)

func TestIndexOrGrowth(t *testing.T) {
	index := func(unit string, values ...string) *indicator.Dataset {
		return data(series("居民消费价格指数", indicator.Index, unit, "", table(t, years(values...)...)))
	}
	growing := func(id string, values ...string) *indicator.Dataset {
		return data(series(id, indicator.Growth, "%", indicator.Real, table(t, years(values...)...)))
	}
	points := growing("pmi", "101.2", "102.1", "103.0")
	points.Series[0].Unit = indicator.ParseUnit(text("个百分点"))
	run(t, []testCase{
		{"index", index("上年=100", "101.4", "102", "101.6", "102.1"), finding{}},
		{"one index as growth", index("上年=100", "101.4", "102", "0.8", "102.1"), finding{warning, "index-or-growth", "数据!C4", "100.8"}},
		{"one fall", index("上年=100", "101.4", "102", "-0.5", "102.1"), finding{warning, "index-or-growth", "数据!C4", "99.5"}},
		{"all as growth", index("上年=100", "1.4", "2", "0.8", "2.1"), finding{warning, "index-or-growth", "数据!C2", "101.4"}},
		{"a single one as growth", index("上年=100", "0.8"), finding{warning, "index-or-growth", "数据!C2", "100.8"}},
		{"an index of a fixed base from long ago", index("2020年=100", "15", "22", "48", "70", "85", "100"), finding{}},
		{"an index of something else", data(series("景气", indicator.Index, "指数", "", table(t, years("12", "15", "9")...))), finding{}},
		{"growth", growing("a.yoy", "3.2", "2.9", "4.1", "3.5", "3.0"), finding{}},
		{"one as an index", growing("a.yoy", "3.2", "2.9", "103.2", "3.5", "3.0"), finding{warning, "index-or-growth", "数据!C4", "3.2"}},
		{"more than doubled", growing("a.yoy", "-30.1", "62.9", "103.2", "25", "3.0"), finding{}},
		{"a single rate that doubled", growing("a.yoy", "103.2"), finding{}},
		{"a single rate of prices", growing("居民消费价格.yoy", "103.2"), finding{warning, "index-or-growth", "数据!C2", "3.2"}},
		{"all as indices", growing("a.yoy", "103.2", "102.9", "104.1"), finding{warning, "index-or-growth", "数据!C2", "3.2"}},
		{"doubled as its levels did", data(level(t, years("10.1", "20.5", "41.9", "84.0")...), growth(t, indicator.Nominal, years("", "103.0", "104.4", "100.5")...)), finding{}},
		{"points", points, finding{}},
	})
}

func TestPercentagesOfLongSeries(t *testing.T) {
	share := func(id string, values ...string) *indicator.Dataset {
		return data(series(id, indicator.Share, "%", "", table(t, years(values...)...)))
	}
	growing := func(id string, v string) *indicator.Dataset {
		return data(series(id, indicator.Growth, "%", indicator.Real, table(t, "2022", v)))
	}
	balance := data(level(t, "2021", "-100", "2022", "1"), growth(t, indicator.Nominal, "2022", "-101"))
	run(t, []testCase{
		{"one above 100", share("s", "45.2", "46.1", "461", "47.3", "47.9", "48.2", "48.8", "49.1"), finding{warning, "unit-jump", "数据!C4", "461"}},
		{"one above 100, no power of ten", share("s", "45.2", "46.1", "147.3", "47.3", "47.9", "48.2", "48.8", "49.1"), finding{warning, "percent-out-of-range", "数据!C4", "147.3%"}},
		{"a ratio", share("s", "97.2", "101.1", "104.3", "98.3", "107.9"), finding{notice, "percent-out-of-range", "数据!C3", "101.1%"}},
		{"a ratio that passes 100 once", share("s", "97.2", "98.1", "101.3", "98.3", "97.9"), finding{notice, "percent-out-of-range", "数据!C4", "101.3%"}},
		{"contributions", share("最终消费支出贡献率", "155.6", "-302.4", "64.1"), finding{}},
		{"profits more than gone", growing("利润总额", "-116.6"), finding{}},
		{"more than gone", growing("粮食产量", "-116.6"), finding{warning, "percent-out-of-range", "数据!C2", "-116.6%"}},
		{"ended", growing("煤炭产量", "-100"), finding{}},
		{"from a loss to a profit", balance, finding{}},
		{"points of a rate", data(series("a", indicator.Rate, "%", "", table(t, "2022", "5")), func() indicator.Series {
			g := growth(t, "", "2022", "0.1")
			g.Unit = indicator.ParseUnit(text("个百分点"))
			return g
		}()), finding{}},
	})
}

func TestSharesOfAWhole(t *testing.T) {
	share := func(id string, values ...string) indicator.Series {
		return series(id, indicator.Share, "%", "", table(t, years(values...)...))
	}
	run(t, []testCase{
		{"make 100", data(share("b", "8.1", "7.9", "7.7", "7.5"), share("x", "42.3", "41.8", "41.1", "40.6"), share("y", "49.6", "50.3", "51.2", "51.8")), finding{}},
		{"fail in one year", data(share("b", "8.1", "7.9", "7.7", "7.5"), share("x", "42.3", "41.8", "41.1", "40.6"), share("y", "49.6", "50.3", "52.1", "51.9")), finding{warning, "shares-total", "数据!C4", "100.9%"}},
		{"of different wholes", data(share("b", "8.1", "7.9", "7.7", "7.5"), share("x", "42.3", "41.8", "41.1", "40.6"), share("y", "29.6", "30.3", "52.1", "61.9")), finding{}},
		{"100 by chance", data(share("b", "8.1", "7.9", "7.7", "7.5"), share("x", "91.9", "81.8", "91.1", "80.6")), finding{}},
	})
}
