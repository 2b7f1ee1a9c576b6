package samples

import "jianbao/internal/indicator"

// Jingyue is the Changchun Jingyue High-tech Zone: results of 2022, targets for
// 2023, and the themes of the year, as reported by CRI Online on 11 February
// 2023. Target indicators for which no result of 2022 was reported have none.
func Jingyue() *indicator.Dataset {
	d := &indicator.Dataset{
		Info: indicator.Info{
			Title:   text("净月高新区经济简报", "Jingyue High-tech Zone: Economic Briefing"),
			Area:    text("长春净月高新技术产业开发区", "Changchun Jingyue High-tech Industrial Development Zone"),
			Period:  indicator.Year(2022),
			Release: "2023-02-11",
			Source: text("国际在线，2023-02-11，关于净月高新区2023年工作会议（2月10日召开）的报道",
				"CRI Online, 2023-02-11, report on the zone's 2023 work conference held on 10 February"),
			Headline: text("2022年地区生产总值432.6亿元；2023年预期增长7.2%，规上工业产值以18%的目标领先",
				"Output reached RMB 43.26 billion in 2022; growth of 7.2% is expected for 2023, with industry aiming highest at 18%"),
		},
		Targets:    jingyueTargets(),
		Highlights: jingyueHighlights(),
	}
	d.Series = append(jingyueResults(), jingyueTargeted()...)
	return d
}

var (
	output     = text("经济总量", "Output and investment")
	promotion  = text("招商引资", "Investment promotion")
	support    = text("惠企利民", "Support for business and residents")
	production = text("产业与消费", "Industry, services and consumption")
	income     = text("财政与收入", "Public revenue and incomes")
)

// jingyueResults are the nine results of 2022.
func jingyueResults() []indicator.Series {
	yuan := unit("亿元", "RMB 100 million")
	results := []struct {
		id          string
		name, short indicator.Text
		unit        indicator.Unit
		group       indicator.Text
		prices      indicator.Prices
		decimals    int
		value       string
	}{
		{"grp", text("地区生产总值", "Gross regional product (GRP)"), text("", "Gross regional product"),
			yuan, output, indicator.Real, 1, "432.6"},
		{"fai", text("固定资产投资", "Fixed-asset investment"), text("", ""),
			yuan, output, indicator.UnknownPrices, 1, "211.9"}, // the source does not say at which prices
		{"projects", text("5000万元以上开复工项目", "Projects above RMB 50 million started or resumed"), text("开复工项目", "Projects above RMB 50 million"),
			unit("个", "projects"), output, indicator.UnknownPrices, 0, "118"},
		{"outbound-events", text("“走出去”招商活动", "Outbound investment-promotion events"), text("“走出去”招商", "Outbound events"),
			unit("场", "events"), promotion, indicator.UnknownPrices, 0, "28"},
		{"inbound-invitations", text("“请进来”招商邀请", "Inbound investor invitations"), text("“请进来”邀请", "Inbound invitations"),
			unit("次", "invitations"), promotion, indicator.UnknownPrices, 0, "337"},
		{"contracted-investment", text("协议投资额", "Contracted investment"), text("", ""),
			yuan, promotion, indicator.Nominal, 2, "343.55"},
		{"tax-relief", text("减税降费", "Tax and fee reductions"), text("", ""),
			yuan, support, indicator.Nominal, 1, "31.8"},
		{"subsidies", text("落实补贴", "Subsidies paid"), text("", ""),
			unit("万元", "RMB 10 thousand"), support, indicator.Nominal, 2, "880.81"},
		{"market-entities", text("新增市场主体", "New market entities registered"), text("", "New market entities"),
			unit("户", "entities"), support, indicator.UnknownPrices, 0, "14533"},
	}
	var all []indicator.Series
	for _, r := range results {
		all = append(all, indicator.Series{
			ID: r.id, Name: r.name, Short: r.short, Unit: r.unit, Group: r.group,
			Measure: indicator.Level, Basis: indicator.Flow, Direction: indicator.UpIsGood,
			Prices: r.prices, Decimals: r.decimals,
			Observations: []indicator.Observation{{Period: indicator.Year(2022), Value: dec(r.value)}},
		})
	}
	return all
}

// jingyueTargeted are the indicators that have a target but no result.
func jingyueTargeted() []indicator.Series {
	yuan := unit("亿元", "RMB 100 million")
	targeted := []struct {
		id          string
		name, short indicator.Text
		unit        indicator.Unit
		group       indicator.Text
		prices      indicator.Prices
	}{
		{"industrial-output", text("规模以上工业产值", "Output of industrial enterprises above the designated size"),
			text("规上工业产值", "Industrial output"), yuan, production, indicator.Nominal},
		{"retail", text("社会消费品零售总额", "Total retail sales of consumer goods"),
			text("", "Retail sales of consumer goods"), yuan, production, indicator.Nominal},
		{"services-revenue", text("规模以上服务业核算行业营业收入", "Revenue of above-designated-size services (national-accounts industries)"),
			text("规上服务业营业收入", "Services revenue"), yuan, production, indicator.Nominal},
		{"fiscal-revenue", text("地方财政收入", "Local fiscal revenue"),
			text("", ""), yuan, income, indicator.Nominal},
		{"resident-income", text("城乡居民收入", "Income of urban and rural residents"),
			text("", "Income of residents"), unit("元", "RMB"), income, indicator.UnknownPrices},
	}
	var all []indicator.Series
	for _, t := range targeted {
		all = append(all, indicator.Series{
			ID: t.id, Name: t.name, Short: t.short, Unit: t.unit, Group: t.group,
			Measure: indicator.Level, Basis: indicator.Flow, Direction: indicator.UpIsGood,
			Prices: t.prices, Decimals: -1,
			Note: text("报道未提供2022年数值", "No figure for 2022 was reported"),
		})
	}
	return all
}

// jingyueTargets are the seven expected targets of 2023; the last has no number.
func jingyueTargets() []indicator.Target {
	growth := func(id, v string) indicator.Target {
		return indicator.Target{Series: id, Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Exactly, Value: dec(v)}
	}
	return []indicator.Target{
		growth("grp", "7.2"),
		growth("fai", "5"),
		growth("industrial-output", "18"),
		growth("retail", "15"),
		growth("services-revenue", "10"),
		growth("fiscal-revenue", "10"),
		{Series: "resident-income", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Relative, Ref: "grp",
			Text: text("与经济增长基本同步", "broadly in step with economic growth")},
	}
}

// jingyueHighlights are the measures of 2022 and the themes of 2023.
func jingyueHighlights() []indicator.Highlight {
	type point struct{ name, point indicator.Text }
	groups := []struct {
		group  indicator.Text
		points []point
	}{
		{text("2022年政策举措", "Policy measures in 2022"), []point{
			{text("工作专班", "Working groups"),
				text("围绕重点工作组建“5+1”工作专班", "A “5+1” set of working groups was formed for priority work")},
			{text("稳增长", "Steady growth"),
				text("实施19条稳经济、促增长举措", "The zone carried out 19 measures to stabilise the economy and promote growth")},
			{text("一揽子政策", "Policy package"),
				text("推出9个方面33项具体措施的一揽子政策", "A package of 33 specific measures covered 9 areas")},
		}},
		{text("打好“三张牌”", "Three strengths to play to"), []point{
			{text("", ""), text("现代农业", "Modern agriculture")},
			{text("", ""), text("智能制造", "Intelligent manufacturing")},
			{text("", ""), text("文化创意", "Cultural creativity")},
		}},
		{text("建设“七个净月”", "Seven facets of Jingyue"), []point{
			{text("特色净月", "Distinctive Jingyue"), text("三次产业协同并进", "The three sectors advance together")},
			{text("活力净月", "Vibrant Jingyue"), text("着力扩大内需", "Domestic demand expands")},
			{text("品质净月", "Quality Jingyue"), text("打造一流营商环境", "The business environment is first-class")},
			{text("科创净月", "Innovative Jingyue"), text("国家自主创新示范区建设实现突破", "The zone makes breakthroughs as a national innovation demonstration zone")},
			{text("美丽净月", "Beautiful Jingyue"), text("城乡建设宜居宜业", "Urban and rural construction creates places fit to live and work in")},
			{text("幸福净月", "Happy Jingyue"), text("持续改善民生", "People's livelihoods improve")},
			{text("红色净月", "Red Jingyue"), text("以党建引领各项工作", "Party building leads all work")},
		}},
		{text("提升“五大能力”", "Five capabilities to strengthen"), []point{
			{text("", ""), text("政治能力", "Political capability")},
			{text("", ""), text("学习能力", "Learning")},
			{text("", ""), text("沟通能力", "Communication")},
			{text("", ""), text("执行能力", "Execution")},
			{text("", ""), text("总结提升能力", "Summarising and improving")},
		}},
		{text("施工图", "Construction plan"), []point{
			{text("", ""),
				text("绘制1个总施工图，各战线再绘制分施工图", "There is 1 overall construction plan, with a plan for each front")},
		}},
	}
	var all []indicator.Highlight
	for _, g := range groups {
		for _, p := range g.points {
			all = append(all, indicator.Highlight{Group: g.group, Name: p.name, Point: p.point})
		}
	}
	return all
}
