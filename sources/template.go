package sources

import (
	"io"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// WriteTemplate writes the standard workbook that a clerk starts from: a small
// invented example, marked as such row by row, to be replaced. lang ("zh" or
// "en") says which language leads.
func WriteTemplate(w io.Writer, lang string) error {
	return writeWorkbook(w, exampleDataset(), lang, true)
}

// exampleDataset shows each kind of indicator and each bound of a target, for a
// district that does not exist.
func exampleDataset() *indicator.Dataset {
	mark := exampleMarkText.name
	retail := indicator.Series{
		ID: "retail", Name: text("社会消费品零售总额", "Total retail sales of consumer goods"),
		Short: text("零售总额", "Retail sales"), Unit: indicator.ParseUnit(text("亿元", "RMB 100 million")),
		Measure: indicator.Level, Basis: indicator.Flow, Prices: indicator.Nominal, Direction: indicator.UpIsGood,
		Group: text("消费", "Consumption"), Decimals: 1, Note: mark,
		Observations: []indicator.Observation{
			levelOf(span(2023, 9, 9), "42.1", indicator.Normal), levelOf(span(2023, 1, 9), "371.5", indicator.Normal),
			levelOf(span(2023, 10, 10), "45.3", indicator.Normal), levelOf(span(2023, 1, 10), "416.8", indicator.Normal),
			levelOf(span(2023, 11, 11), "43.7", indicator.Preliminary), levelOf(span(2023, 1, 11), "460.5", indicator.Preliminary),
		},
	}
	deposits := indicator.Series{
		ID: "deposits", Name: text("金融机构各项存款余额", "Deposits with financial institutions"),
		Short: text("存款余额", "Deposits"), Unit: indicator.ParseUnit(text("亿元", "RMB 100 million")),
		Measure: indicator.Level, Basis: indicator.Stock, Prices: indicator.Nominal, Direction: indicator.Neutral,
		Group: text("金融", "Finance"), Decimals: 1, Note: mark,
		Observations: []indicator.Observation{
			levelOf(span(2023, 9, 9), "812.4", indicator.Normal),
			revisedOf(span(2023, 10, 10), "818.9", "817.6"),
			levelOf(span(2023, 11, 11), "825.2", indicator.Normal),
		},
	}
	unemployment := indicator.Series{
		ID: "unemployment", Name: text("城镇调查失业率", "Surveyed urban unemployment rate"),
		Short: text("失业率", "Unemployment"), Unit: indicator.ParseUnit(text("%", "%")),
		Measure: indicator.Rate, Basis: indicator.Flow, Prices: indicator.UnknownPrices, Direction: indicator.DownIsGood,
		Group: text("就业", "Employment"), Decimals: 1, Note: mark,
		Observations: []indicator.Observation{
			levelOf(span(2023, 9, 9), "5.2", indicator.Normal),
			{Period: span(2023, 10, 10), Status: indicator.NotAvailable},
			levelOf(span(2023, 11, 11), "5.1", indicator.Normal),
		},
	}
	retailGrowth := growthSeries(retail, &growthSet{decimals: 1, observations: []indicator.Observation{
		levelOf(span(2023, 9, 9), "6.2", indicator.Normal), levelOf(span(2023, 1, 9), "7.1", indicator.Normal),
		levelOf(span(2023, 10, 10), "4.8", indicator.Normal), levelOf(span(2023, 1, 10), "6.8", indicator.Normal),
		levelOf(span(2023, 11, 11), "-0.6", indicator.Preliminary), levelOf(span(2023, 1, 11), "6.1", indicator.Preliminary),
	}})
	depositsGrowth := growthSeries(deposits, &growthSet{decimals: 1, observations: []indicator.Observation{
		levelOf(span(2023, 9, 9), "8.3", indicator.Normal),
		levelOf(span(2023, 10, 10), "8.5", indicator.Revised),
		levelOf(span(2023, 11, 11), "8.7", indicator.Normal),
	}})
	d := &indicator.Dataset{
		Info: indicator.Info{
			Title:        text("示例区经济运行简报", "Example District: Economic Briefing"),
			Issuer:       text("示例区统计局", "Statistics Bureau of Example District"),
			Area:         text("示例区", "Example District"),
			Period:       span(2023, 1, 11),
			Release:      "2023-12-18",
			Source:       text("示例数据，并非真实统计", "Invented figures, not real statistics"),
			Contact:      text("电子邮箱：stats@example.org", "E-mail: stats@example.org"),
			Illustrative: true,
		},
		Series: []indicator.Series{retail, retailGrowth, deposits, depositsGrowth, unemployment},
		Targets: []indicator.Target{
			{Series: "retail", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.AtLeast, Value: dec("6"), Text: text("增长6%以上", "growth of at least 6%")},
			{Series: "retail", Year: 2023, Kind: indicator.LevelTarget, Bound: indicator.About, Value: dec("500"), Text: text("500亿元左右", "about RMB 50 billion")},
			{Series: "deposits", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Between, Value: dec("8"), Upper: dec("10"), Text: text("增长8%—10%", "growth of 8–10%")},
			{Series: "deposits", Year: 2023, Kind: indicator.LevelTarget, Bound: indicator.Exactly, Value: dec("830"), Text: text("年末达到830亿元", "RMB 83 billion at year-end")},
			{Series: "unemployment", Year: 2023, Kind: indicator.RateTarget, Bound: indicator.AtMost, Value: dec("5.5"), Text: text("控制在5.5%以内", "no higher than 5.5%")},
			{Series: "deposits", Year: 2024, Kind: indicator.GrowthTarget, Bound: indicator.Relative, Ref: "retail", Text: text("与零售总额增长基本同步", "broadly in step with retail sales")},
			{Series: "unemployment", Year: 2024, Kind: indicator.RateTarget, Bound: indicator.TextOnly, Text: text("就业形势保持总体稳定", "employment to remain generally stable")},
		},
		Highlights: []indicator.Highlight{
			{Group: text("重点工作（示例）", "Priorities (example)"), Name: text("促消费", "Consumption"),
				Point: text("举办秋季购物节，发放消费券", "An autumn shopping festival was held and vouchers were issued")},
			{Group: text("重点工作（示例）", "Priorities (example)"), Name: text("稳就业", "Employment"),
				Point: text("为高校毕业生举办专场招聘会", "Job fairs were held for university graduates")},
		},
	}
	for i := range d.Series {
		sortObservations(d.Series[i].Observations)
	}
	return d
}

// span is the period from one month of a year to another.
func span(year, from, to int) indicator.Period {
	return indicator.Period{From: indicator.NewMonth(year, from), To: indicator.NewMonth(year, to)}
}

func dec(s string) indicator.Decimal { return decimal.RequireFromString(s) }

func levelOf(p indicator.Period, v string, s indicator.Status) indicator.Observation {
	return indicator.Observation{Period: p, Value: dec(v), Status: s}
}

func revisedOf(p indicator.Period, v, previous string) indicator.Observation {
	before := dec(previous)
	return indicator.Observation{Period: p, Value: dec(v), Status: indicator.Revised, Previous: &before}
}
