package briefing

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"jianbao/internal/indicator"
)

func dec(s string) Decimal { return decimal.RequireFromString(s) }

func both(zh, en string) Text { return Text{ZH: zh, EN: en} }

// observe parses "period value[status]" pairs into observations.
func observe(sheet string, pairs ...string) []indicator.Observation {
	var out []indicator.Observation
	for i, s := range pairs {
		ps, vs, _ := strings.Cut(s, " ")
		p, err := indicator.ParsePeriod(ps)
		if err != nil {
			panic(err)
		}
		o := indicator.Observation{Period: p, Cell: Cell{File: "t.xlsx", Sheet: sheet, Addr: fmt.Sprintf("C%d", i+2)}}
		v := strings.TrimRight(vs, "pre")
		o.Status = indicator.Status(vs[len(v):])
		if v == "-" {
			o.Status = indicator.NotAvailable
		} else {
			o.Value = dec(v)
		}
		out = append(out, o)
	}
	return out
}

func series(id, zh, en, unit string, pairs ...string) indicator.Series {
	zhu, enu, _ := strings.Cut(unit, "|")
	u := indicator.ParseUnit(Text{ZH: zhu, EN: enu})
	s := indicator.Series{ID: id, Name: both(zh, en), Unit: u, Measure: indicator.Level, Basis: indicator.Flow, Direction: indicator.UpIsGood, Decimals: -1, Prices: indicator.UnknownPrices}
	s.Observations = observe(id, pairs...)
	s.Sort()
	return s
}

func growthOf(of string, pairs ...string) indicator.Series {
	s := indicator.Series{ID: of + ".yoy", Measure: indicator.Growth, Basis: indicator.Flow, Of: of, Compare: indicator.YearOnYear, Prices: indicator.UnknownPrices, Decimals: -1,
		Unit: indicator.ParseUnit(Text{ZH: "%", EN: "%"})}
	s.Observations = observe(of+".yoy", pairs...)
	s.Sort()
	return s
}

func target(id string, year int, kind indicator.TargetKind, bound indicator.Bound, value string) indicator.Target {
	t := indicator.Target{Series: id, Year: year, Kind: kind, Bound: bound, Cell: Cell{File: "t.xlsx", Sheet: "目标", Addr: "C2"}}
	if value != "" {
		t.Value = dec(value)
	}
	return t
}

// annual is a year of results and the targets for the next.
func annual() *indicator.Dataset {
	group := func(s indicator.Series, zh, en string) indicator.Series { s.Group = both(zh, en); return s }
	short := func(s indicator.Series, zh, en string) indicator.Series { s.Short = both(zh, en); return s }
	d := &indicator.Dataset{File: "jingyue-2023.xlsx"}
	d.Info = indicator.Info{
		Title: both("净月高新区经济简报", "Jingyue High-tech Zone: Economic Briefing"), Area: both("净月高新区", "Jingyue High-tech Zone"),
		Period: indicator.Year(2022), Release: "2023-02-11", Source: both("国际在线，2023年2月11日", "CRI Online, 11 February 2023"),
	}
	d.Series = []indicator.Series{
		group(series("grp", "地区生产总值", "Gross regional product (GRP)", "亿元|RMB 100 million", "2022 432.6"), "经济总量", "Overall economy"),
		group(series("fai", "固定资产投资", "Fixed-asset investment", "亿元|RMB 100 million", "2022 211.9"), "投资与招商", "Investment and promotion"),
		group(series("projects", "5000万元以上开复工项目", "Projects above RMB 50 million started or resumed", "个|projects", "2022 118"), "投资与招商", "Investment and promotion"),
		group(series("outbound", "“走出去”招商活动", "Outbound investment-promotion events", "场|events", "2022 28"), "投资与招商", "Investment and promotion"),
		group(series("inbound", "“请进来”招商邀请", "Inbound investor invitations", "次|invitations", "2022 337"), "投资与招商", "Investment and promotion"),
		group(series("contracted", "协议投资额", "Contracted investment", "亿元|RMB 100 million", "2022 343.55"), "投资与招商", "Investment and promotion"),
		group(series("taxcut", "减税降费", "Tax and fee reductions", "亿元|RMB 100 million", "2022 31.8"), "营商环境", "Business environment"),
		group(series("subsidy", "落实补贴", "Subsidies paid", "万元|RMB 10 thousand", "2022 880.81"), "营商环境", "Business environment"),
		group(series("entities", "新增市场主体", "New market entities registered", "户|entities", "2022 14533"), "营商环境", "Business environment"),
		group(short(series("industry", "规模以上工业产值", "Output of industrial enterprises above the designated size", "亿元|RMB 100 million"), "规上工业产值", "Industrial output"), "产业与收入", "Industry and income"),
		group(short(series("retail", "社会消费品零售总额", "Total retail sales of consumer goods", "亿元|RMB 100 million"), "", "Retail sales of consumer goods"), "产业与收入", "Industry and income"),
		group(short(series("services", "规模以上服务业核算行业营业收入", "Revenue of above-designated-size services (national-accounts industries)", "亿元|RMB 100 million"), "规上服务业营业收入", "Services revenue"), "产业与收入", "Industry and income"),
		group(series("fiscal", "地方财政收入", "Local fiscal revenue", "亿元|RMB 100 million"), "产业与收入", "Industry and income"),
		group(short(series("income", "城乡居民收入", "Income of urban and rural residents", "元|RMB"), "", "Income of residents"), "产业与收入", "Industry and income"),
	}
	g := indicator.GrowthTarget
	rel := target("income", 2023, g, indicator.Relative, "")
	rel.Ref, rel.Text = "grp", both("与经济增长基本同步", "broadly in step with economic growth")
	d.Targets = []indicator.Target{
		target("grp", 2023, g, indicator.Exactly, "7.2"), target("fai", 2023, g, indicator.Exactly, "5"),
		target("industry", 2023, g, indicator.Exactly, "18"), target("retail", 2023, g, indicator.Exactly, "15"),
		target("services", 2023, g, indicator.Exactly, "10"), target("fiscal", 2023, g, indicator.Exactly, "10"), rel,
	}
	d.Highlights = []indicator.Highlight{
		{Group: both("三张牌", "Three strengths"), Point: both("现代农业", "Modern agriculture")},
		{Group: both("三张牌", "Three strengths"), Point: both("智能制造", "Intelligent manufacturing")},
		{Group: both("七个净月", "Seven facets of Jingyue"), Name: both("特色", "Distinctive"), Point: both("三次产业协同推进", "Three sectors advancing together")},
	}
	return d
}
