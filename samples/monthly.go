package samples

import "jianbao/internal/indicator"

// Monthly is an invented monthly series for a place that does not exist: 24
// months to November 2023 of eight indicators, with what monthly statistics
// bring along: January and February published together, indicators of which
// only growth or only cumulative values are published, a revision, preliminary
// figures, a decline, and targets of most bounds.
func Monthly() *indicator.Dataset {
	d := &indicator.Dataset{
		Info: indicator.Info{
			Title:   text("云岚新区经济运行月度简报", "Yunlan New Area: Monthly Economic Briefing"),
			Issuer:  text("云岚新区统计局（虚构）", "Yunlan New Area Bureau of Statistics (fictitious)"),
			Area:    text("云岚新区（虚构）", "Yunlan New Area (fictitious)"),
			Period:  indicator.ToDate(2023, 11),
			Release: "2023-12-18",
			Source:  text("演示数据，为说明用法而编造，与任何真实地区无关", "Illustrative data, invented to show how the tool is used; they describe no real place"),
			Contact: text("电子邮箱：stats@example.org", "E-mail: stats@example.org"),

			Illustrative: true,
		},
		Targets:    monthlyTargets(),
		Highlights: monthlyHighlights(),
	}
	for _, m := range monthlyIndicators() {
		d.Series = append(d.Series, m.series()...)
	}
	return d
}

var (
	industry   = text("工业与用电", "Industry and electricity")
	demand     = text("投资、消费与外贸", "Investment, consumption and trade")
	livelihood = text("财政与就业", "Public finance and employment")
)

// monthlyIndicators are the eight indicators. A table of levels is by year,
// from 2021, the base of growth in 2022; of that year only December is shown.
// Where January is missing the first value is that of January and February.
func monthlyIndicators() []monthly {
	yuan := unit("亿元", "RMB 100 million")
	return []monthly{
		{
			series0: indicator.Series{ID: "industrial-value-added",
				Name:  text("规模以上工业增加值", "Value added of industrial enterprises above the designated size"),
				Short: text("规上工业增加值", "Industrial value added"),
				Unit:  yuan, Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Real,
				Direction: indicator.UpIsGood, Group: industry, Decimals: 1,
				Note: text("按可比价格计算；月度只公布增速，不公布总量", "At comparable prices; monthly releases give growth only, not the amount")},
			januaryMissing: true,
			growth: [3]string{
				"5.6",
				"6.8 4.9 -2.7 0.8 4.1 3.6 4.4 6.0 5.1 2.6 1.9",
				"2.9 4.6 8.9 7.8 7.1 7.4 7.9 8.4 9.1 10.2"},
			cumulativeGrowth: [3]string{
				"8.9",
				"6.8 6.1 3.8 3.1 3.3 3.3 3.5 3.8 3.9 3.8 3.6",
				"2.9 3.5 4.9 5.5 5.8 6.0 6.3 6.5 6.8 7.1"},
		},
		{
			series0: indicator.Series{ID: "electricity",
				Name:  text("全社会用电量", "Total electricity consumption"),
				Short: text("", "Electricity use"),
				Unit:  unit("亿千瓦时", "100 million kWh"), Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.UnknownPrices,
				Direction: indicator.UpIsGood, Group: industry, Decimals: 2,
				Note: text("2023年10月数据已修订", "The figures for October 2023 were revised")},
			levels: [3]string{
				"9.96 8.84 9.12 8.55 8.74 9.31 10.72 10.90 9.40 8.74 9.12 10.25",
				"10.38 9.29 9.42 8.40 8.66 9.65 11.34 11.68 9.63 8.99 9.22 10.46",
				"10.09 10.16 9.95 9.07 9.24 10.12 11.77 11.98 10.24 9.66 9.86"},
			growth:           [3]string{"3.4", "", ""},
			cumulativeGrowth: [3]string{"7.8", "", ""},
			revisedMonth:     10, before: "9.58",
		},
		{
			series0: indicator.Series{ID: "fixed-asset-investment",
				Name:  text("固定资产投资（不含农户）", "Fixed-asset investment (excluding rural households)"),
				Short: text("固定资产投资", "Fixed-asset investment"),
				Unit:  yuan, Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Nominal,
				Direction: indicator.UpIsGood, Group: demand, Decimals: 1,
				Note: text("只公布累计值", "Only cumulative values are published")},
			januaryMissing: true, cumulativeOnly: true,
			levels: [3]string{
				"18.0 31.6 32.6 37.2 48.1 34.1 34.7 38.8 34.1 30.4 26.3",
				"19.8 33.9 33.6 38.7 51.3 35.8 36.9 41.3 35.7 31.4 27.4",
				"21.6 36.5 35.6 40.9 55.4 38.0 38.9 44.1 38.2 33.6"},
			cumulativeGrowth: [3]string{"6.1", "", ""},
		},
		{
			series0: indicator.Series{ID: "retail-sales",
				Name:  text("社会消费品零售总额", "Total retail sales of consumer goods"),
				Short: text("", "Retail sales"),
				Unit:  yuan, Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Nominal,
				Direction: indicator.UpIsGood, Group: demand, Decimals: 1},
			januaryMissing: true,
			levels: [3]string{
				"80.6 36.1 35.3 38.0 38.8 37.2 38.0 39.9 42.6 39.5 44.1",
				"85.3 35.2 32.5 36.4 39.7 38.3 39.9 40.9 42.3 38.0 43.4",
				"91.8 38.6 37.4 40.5 42.4 40.3 41.7 42.2 43.0 37.5"},
			growth:           [3]string{"1.9", "", ""},
			cumulativeGrowth: [3]string{"9.7", "", ""},
		},
		{
			series0: indicator.Series{ID: "trade",
				Name:  text("货物进出口总额", "Total imports and exports of goods"),
				Short: text("进出口总额", "Imports and exports"),
				Unit:  yuan, Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Nominal,
				Direction: indicator.UpIsGood, Group: demand, Decimals: 1},
			januaryMissing: true, preliminary: true,
			levels: [3]string{
				"46.2 25.4 24.9 25.7 26.4 26.7 26.9 26.2 25.1 26.4 27.4",
				"51.7 27.2 25.0 28.0 29.7 30.4 29.4 28.0 26.1 26.1 26.6",
				"50.9 28.4 26.7 28.2 28.5 28.3 27.8 27.3 25.8 26.8"},
			growth:           [3]string{"12.6", "", ""},
			cumulativeGrowth: [3]string{"15.3", "", ""},
		},
		{
			series0: indicator.Series{ID: "budget-revenue",
				Name:  text("一般公共预算收入", "General public budget revenue"),
				Short: text("", "Budget revenue"),
				Unit:  yuan, Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Nominal,
				Direction: indicator.UpIsGood, Group: livelihood, Decimals: 2},
			levels: [3]string{
				"12.86 8.83 9.22 10.75 9.41 11.71 10.56 8.45 9.02 10.94 7.87 7.49",
				"13.77 9.40 9.52 9.85 9.12 11.94 11.05 8.89 9.63 11.75 8.50 7.95",
				"14.49 9.97 10.27 11.60 10.35 13.09 11.98 9.57 10.52 12.94 9.42"},
			growth:           [3]string{"4.5", "", ""},
			cumulativeGrowth: [3]string{"8.2", "", ""},
		},
		{
			series0: indicator.Series{ID: "new-jobs",
				Name:  text("城镇新增就业", "New urban jobs"),
				Short: text("", ""),
				Unit:  unit("万人", "10 thousand persons"), Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.UnknownPrices,
				Direction: indicator.UpIsGood, Group: livelihood, Decimals: 2},
			levels: [3]string{
				"0.32 0.36 0.62 0.55 0.57 0.65 0.56 0.53 0.57 0.51 0.48 0.45",
				"0.33 0.35 0.58 0.50 0.55 0.66 0.57 0.55 0.58 0.50 0.46 0.45",
				"0.34 0.37 0.63 0.56 0.59 0.69 0.58 0.57 0.60 0.52 0.47"},
			growth:           [3]string{"2.3", "", ""},
			cumulativeGrowth: [3]string{"4.0", "", ""},
		},
		{
			series0: indicator.Series{ID: "unemployment-rate",
				Name:  text("城镇调查失业率", "Surveyed urban unemployment rate"),
				Short: text("", "Urban unemployment rate"),
				Unit:  unit("%", "%"), Measure: indicator.Rate, Basis: indicator.Flow, Prices: indicator.UnknownPrices,
				Direction: indicator.DownIsGood, Group: livelihood, Decimals: 1},
			monthsOnly: true,
			levels: [3]string{
				"5.4 5.5 5.3 5.2 5.1 5.0 5.1 5.1 5.0 5.0 5.1 5.2",
				"5.3 5.4 5.9 6.2 5.8 5.6 5.5 5.4 5.6 5.7 5.8 5.6",
				"5.6 5.7 5.5 5.3 5.2 5.3 5.4 5.3 5.2 5.2 5.1"},
		},
	}
}

// monthlyTargets are targets for 2023 of most bounds.
func monthlyTargets() []indicator.Target {
	t := func(id string, kind indicator.TargetKind, bound indicator.Bound, words indicator.Text) indicator.Target {
		return indicator.Target{Series: id, Year: 2023, Kind: kind, Bound: bound, Text: words}
	}
	industrial := t("industrial-value-added", indicator.GrowthTarget, indicator.AtLeast, text("增长6.5%以上", "growth of at least 6.5%"))
	industrial.Value = dec("6.5")
	investment := t("fixed-asset-investment", indicator.GrowthTarget, indicator.About, text("增长7%左右", "growth of about 7%"))
	investment.Value = dec("7")
	retail := t("retail-sales", indicator.GrowthTarget, indicator.Between, text("增长7%—9%", "growth of 7–9%"))
	retail.Value, retail.Upper = dec("7"), dec("9")
	trade := t("trade", indicator.GrowthTarget, indicator.TextOnly, text("稳规模、优结构", "steady volume and a better structure"))
	revenue := t("budget-revenue", indicator.GrowthTarget, indicator.Relative, text("与规上工业增加值增长基本同步", "broadly in step with industrial value added"))
	revenue.Ref = "industrial-value-added"
	jobs := t("new-jobs", indicator.LevelTarget, indicator.AtLeast, text("6.2万人以上", "at least 62,000"))
	jobs.Value = dec("6.2")
	unemployment := t("unemployment-rate", indicator.RateTarget, indicator.AtMost, text("控制在5.5%以内", "no higher than 5.5%"))
	unemployment.Value = dec("5.5")
	return []indicator.Target{industrial, investment, retail, trade, revenue, jobs, unemployment}
}

func monthlyHighlights() []indicator.Highlight {
	reading := text("本月看点（演示）", "This month (illustrative)")
	next := text("下月安排（演示）", "Next month (illustrative)")
	return []indicator.Highlight{
		{Group: reading, Name: text("工业", "Industry"),
			Point: text("新投产项目带动工业增速逐月加快", "Newly commissioned projects kept industry accelerating month by month")},
		{Group: reading, Name: text("消费", "Consumption"),
			Point: text("上年同期促销集中，基数抬高，零售额同比转降", "Promotions a year earlier raised the base, and retail sales turned down")},
		{Group: next, Name: text("消费", "Consumption"),
			Point: text("举办年末购物节，稳定大宗消费", "A year-end shopping festival will support big-ticket purchases")},
		{Group: next, Name: text("就业", "Employment"),
			Point: text("为高校毕业生和农民工举办专场招聘会", "Job fairs will be held for graduates and migrant workers")},
	}
}
