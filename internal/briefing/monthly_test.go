package briefing

import (
	"fmt"

	"jianbao/internal/indicator"
)

// byMonthOf pairs the months of years from 2022 on with values; "" leaves a
// month out, and cumulative makes each period begin in January.
func byMonthOf(cumulative bool, values ...string) []string {
	var out []string
	for i, v := range values {
		if v == "" {
			continue
		}
		y, m := 2022+i/12, i%12+1
		p := fmt.Sprintf("%d-%02d", y, m)
		if cumulative && m > 1 {
			p = fmt.Sprintf("%d-01..%d-%02d", y, y, m)
		}
		out = append(out, p+" "+v)
	}
	return out
}

// monthly is two years of eight indicators, with everything that happens to
// monthly statistics.
func monthly() *indicator.Dataset {
	d := &indicator.Dataset{File: "monthly.xlsx", Info: indicator.Info{
		Title: both("示范区经济运行简报", "Demonstration Area: Economic Briefing"), Issuer: both("示范区统计局", "Demonstration Area Bureau of Statistics"),
		Period: indicator.ToDate(2023, 11), Release: "2023-12-18", Source: both("示范区统计局", "Demonstration Area Bureau of Statistics"), Illustrative: true,
	}}
	in := func(s indicator.Series, zh, en string) indicator.Series { s.Group = both(zh, en); return s }
	yi := "亿元|RMB 100 million"
	sum := func(id, zh, en, unit string, values ...string) indicator.Series {
		return series(id, zh, en, unit, byMonthOf(true, values...)...)
	}

	iva := in(series("iva", "规模以上工业增加值", "Value added of industrial enterprises above the designated size", yi), "生产", "Production")
	iva.Short, iva.Prices = both("规上工业增加值", "Industrial value added"), indicator.Real
	ivaG := growthOf("iva", append(byMonthOf(false, "", "", "4.1", "3.0", "3.3", "4.0", "4.4", "4.2", "4.8", "5.0", "4.6", "4.9", "", "", "5.2", "5.0", "5.1", "5.4", "5.9", "6.1", "6.6", "7.0", "7.3"),
		byMonthOf(true, "", "3.5", "3.7", "3.5", "3.5", "3.6", "3.7", "3.8", "3.9", "4.0", "4.1", "4.1", "", "4.8", "4.9", "4.9", "5.0", "5.0", "5.2", "5.3", "5.4", "5.6", "5.7")...)...)
	ivaG.Prices = indicator.Real

	fai := in(sum("fai", "固定资产投资", "Fixed-asset investment", yi, "", "30.1", "61.5", "92.3", "127.4", "170.9", "201.2", "230", "262.2", "291", "318.8", "340.3",
		"", "32", "65.1", "97.4", "134.5", "180.4", "212", "241.5", "275.4", "305.1", "333.8"), "需求", "Demand")
	faiG := growthOf("fai", byMonthOf(true, "", "8.1", "7.7", "7", "6.9", "6.6", "6.4", "6.2", "6.1", "6", "5.9", "5.8", "", "6.3", "5.9", "5.5", "5.6", "5.6", "5.4", "5.0", "5", "4.9", "4.7")...)
	retail := in(sum("retail", "社会消费品零售总额", "Total retail sales of consumer goods", yi, "", "62.4", "93.3", "123.9", "155.7", "188.8", "221.3", "254.4", "288.5", "324.2", "358", "393.1",
		"", "66.1", "99.2", "132.3", "166.8", "202.5", "237.4", "272.4", "308.1", "344.5", "378.1"), "需求", "Demand")
	retail.Short = both("", "Retail sales")
	retailG := growthOf("retail", append(byMonthOf(false, "", "", "3.9", "2.7", "4.1", "3.2", "4.4", "4.7", "5", "6.1", "5.5", "5.0", "", "", "7.1", "8.2", "8.5", "7.9", "7.4", "5.7", "4.7", "2.0", "-0.6"),
		byMonthOf(true, "", "5.4", "4.9", "4.3", "4.2", "4", "4.1", "4.2", "4.3", "4.5", "4.6", "4.6", "", "5.9", "6.3", "6.8", "7.1", "7.3", "7.3", "7.1", "6.8", "6.3", "5.6")...)...)
	power := in(series("power", "全社会用电量", "Total electricity consumption", "亿千瓦时|100 million kWh", byMonthOf(false, "10.38", "9.29", "9.42", "8.4", "8.66", "9.65", "11.34", "11.68", "9.63", "8.99", "9.22", "10.46",
		"10.09", "10.16", "9.95", "9.07", "9.24", "10.12", "11.77", "11.98", "10.24", "9.66r", "9.86p")...), "生产", "Production")
	power.Short = both("用电量", "Electricity use")
	prev := dec("9.58")
	for i := range power.Observations {
		if power.Observations[i].Status == indicator.Revised {
			power.Observations[i].Previous = &prev
			power.Observations[i].PreviousCell = Cell{File: "t.xlsx", Sheet: "power", Addr: "F23"}
		}
	}
	fiscal := in(sum("fiscal", "地方财政收入", "Local fiscal revenue", yi, "4.1", "6.9", "10.2", "13", "15.9", "19.4", "22.5", "24.8", "27.7", "31", "33.6", "36.1",
		"4.3", "7.3", "10.9", "14", "17.2", "21.1", "24.6", "27.2", "30.4", "34.1", "37.1"), "财政、就业与价格", "Finance, jobs and prices")
	jobs := in(sum("jobs", "城镇新增就业", "New urban jobs", "万人|10 thousand persons", "0.21", "0.4", "0.69", "0.93", "1.19", "1.5", "1.75", "2", "2.27", "2.5", "2.72", "2.94",
		"0.2", "0.39", "0.66", "0.9", "1.14", "1.43", "1.67", "1.9", "2.15", "2.37", "2.57"), "财政、就业与价格", "Finance, jobs and prices")
	unemp := in(series("unemp", "城镇调查失业率", "Surveyed urban unemployment rate", "%|%", byMonthOf(false, "5.3", "5.4", "5.6", "5.8", "5.7", "5.5", "5.4", "5.3", "5.4", "5.5", "5.6", "5.5",
		"5.5", "5.6", "5.4", "5.3", "5.2", "5.2", "5.3", "5.2", "5.0", "5.0", "5.0")...), "财政、就业与价格", "Finance, jobs and prices")
	unemp.Measure, unemp.Direction = indicator.Rate, indicator.DownIsGood
	deposits := in(series("deposits", "存款余额", "Balance of deposits", yi, byMonthOf(false, "", "", "880.2", "", "", "911.5", "", "", "930.4", "934.9", "941", "955.6",
		"", "", "981.7", "", "", "1013.2", "", "", "1027", "1030.3", "1035.1")...), "财政、就业与价格", "Finance, jobs and prices")
	deposits.Basis = indicator.Stock

	d.Series = []indicator.Series{iva, ivaG, power, fai, faiG, retail, retailG, fiscal, jobs, unemp, deposits}
	g := indicator.GrowthTarget
	span := target("retail", 2023, g, indicator.Between, "6")
	span.Upper = dec("7")
	rel := target("fiscal", 2023, g, indicator.Relative, "")
	rel.Ref, rel.Text = "iva", both("与工业增长基本同步", "broadly in step with industrial growth")
	words := target("deposits", 2023, g, indicator.TextOnly, "")
	words.Text = both("保持合理充裕", "to remain reasonably ample")
	d.Targets = []indicator.Target{
		target("iva", 2023, g, indicator.AtLeast, "5"), target("fai", 2023, g, indicator.About, "5"), span, rel,
		target("jobs", 2023, indicator.LevelTarget, indicator.AtLeast, "3"), target("unemp", 2023, indicator.RateTarget, indicator.AtMost, "5.5"), words,
	}
	return d
}
