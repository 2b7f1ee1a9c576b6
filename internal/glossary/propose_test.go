package glossary

import "testing"

func TestProposeEnglish(t *testing.T) {
	g := Builtin()
	for _, tc := range []struct{ zh, en string }{
		{"规模以上食品制造业增加值", "Value added of the manufacture of foods above the designated size"},
		{"规模以上汽车制造业增加值（亿元）", "Value added of the manufacture of automobiles above the designated size"},
		{"一、汽车制造业产值", "Output value of the manufacture of automobiles"},
		{"中国:GDP:第一产业", "China: value added of the primary industry"},
		{"GDP:现价:第二产业", "Value added of the secondary industry, at current prices"},
		{"中国：GDP：不变价：第三产业", "China: value added of the tertiary industry, at constant prices"},
		{"吉林省:规模以上工业增加值:国有控股企业", "Jilin: value added of state-holding industrial enterprises above the designated size"},
		{"固定资产投资:城镇", "Investment in fixed assets in urban areas"},
		{"第一产业固定资产投资", "Investment in fixed assets in the primary industry"},
		{"民营企业利润总额", "Total profits of private-sector enterprises"},
		{"规上工业企业从业人员", "Employed persons in industrial enterprises above the designated size"},
		{"大型企业用电量", "Electricity consumption of large enterprises"},
		{"65岁及以上常住人口", "Resident population aged 65 and over"},
		{"亿元以上工业项目数", "Number of industrial projects of 100 million yuan and above"},
		{"5000万元以上项目投资", "Investment in projects of 50 million yuan and above"},
		{"10亿元以上项目数", "Number of projects of 1 billion yuan and above"},
		{"对美国出口", "Exports to the United States"},
		{"对越南进出口总额", "Imports and exports with Viet Nam"},
		{"自日本进口", "Imports from Japan"},
		{"人均粮食产量", "Per capita grain output"},
		{"新增高新技术企业数", "Number of newly added high and new technology enterprises"},
		{"餐饮收入占社会消费品零售总额比重", "Share of catering income in total retail sales of consumer goods"},
		{"金融业对GDP增长的贡献率", "Contribution share of financial intermediation to growth of gross regional product"},
		{"医药制造业税收收入", "Tax revenue of the manufacture of medicines"},
		{"制造业和建筑业投资", "Investment in manufacturing and construction"},
		{"农村居民人均可支配收入增速", "Growth rate of per capita disposable income of rural residents"},
		{"限上汽车类零售额", "Retail sales of automobiles of enterprises above the designated size"},
		{"羊肉价格", "Price of mutton"},
		{"新能源汽车出口额", "Exports of new energy vehicles"},
		{"城镇私营企业平均工资", "Average wage in urban private enterprises"},
		{"乡村旅游收入", "Revenue of rural tourism"},
		{"制造业中小企业营业收入", "Business revenue of small and medium-sized enterprises in manufacturing"},
		{"规上制造业企业数", "Number of enterprises in manufacturing above the designated size"},
		{"吉林省地区生产总值", "Gross regional product of Jilin"},
		{"城镇社会保障和就业支出", "Expenditure on social security and employment: urban areas"},
		{"AI企业数", "Number of enterprises in AI"},
		{"某某镇", ""}, {"备注", ""}, {"指标名称", ""}, {"夜间经济指数", ""}, {"净月产业园产值", ""}, {"合计", ""}, {"数", ""}, {"：：", ""}, {"和和和", ""}, {"（）", ""}, {"第二产业用地面积", ""}, {"以下空白", ""}, {"单位负责人：张三", ""},
	} {
		got, ok := g.Propose(tc.zh)
		if got.EN != tc.en || ok != (tc.en != "") {
			t.Errorf("%s: %q, %v; want %q", tc.zh, got.EN, ok, tc.en)
		}
	}
}

func TestProposeChinese(t *testing.T) {
	g := Builtin()
	for _, tc := range []struct{ en, zh string }{
		{"Value added of the food industry", "食品业增加值"},
		{"Food manufacturing value added", "食品制造业增加值"},
		{"Output of coffee", "咖啡产量"},
		{"Coffee production", "咖啡产量"},
		{"Exports to China", "对中国出口额"},
		{"Imports from the European Union", "自欧盟进口额"},
		{"Manufacturing output", "制造业产出"},
		{"Urban employment rate", "城镇就业率"},
		{"Professional services and education", "专业、科学和技术活动和教育"},
		{"Employment in manufacturing", "制造业就业人员"},
		{"Employment by industry", "按行业分就业人员"},
		{"GDP by industry", "按行业分国内生产总值"},
		{"Retail sales of food", "食品零售额"},
		{"Government spending on education", "政府支出：教育"},
		{"Share of agriculture in GDP", "农业占国内生产总值比重"},
		{"Manufacturing (% of GDP)", "制造业占国内生产总值比重"},
		{"Real household consumption", "实际居民消费支出"},
		{"Construction at constant prices", "建筑业（不变价）"},
		{"Exports of cars", "轿车出口额"},
		{"Goods and services exports", "货物和服务出口额"},
		{"Female employment", "女性就业人员"},
		{"Average wage in construction", "建筑业平均工资"},
		{"Number of hospitals in rural areas", "农村医院数"},
		{"Services: growth rate", "服务业：增速"},
		{"Growth of exports", "出口额增长率"},
		{"Diesel prices", "柴油价格"},
		{"TRADE &TRANSPORT", "贸易和运输"},
		{"Lots of people", ""}, {"some notes", ""}, {"Pump station no. 4", ""}, {"David Bowie", ""}, {"n.e.c.", ""}, {"of of of", ""}, {",,,", ""}, {"total", ""}, {"Notes:", ""}, {"Series ID", ""},
	} {
		got, ok := g.Propose(tc.en)
		if got.ZH != tc.zh || ok != (tc.zh != "") {
			t.Errorf("%s: %q, %v; want %q", tc.en, got.ZH, ok, tc.zh)
		}
	}
}

func TestYuan(t *testing.T) {
	for _, tc := range []struct{ n, unit, want string }{
		{"", "亿", "100 million yuan"}, {"10", "亿", "1 billion yuan"}, {"15", "亿", "1.5 billion yuan"}, {"5000", "万", "50 million yuan"}, {"500", "万", "5 million yuan"}, {"50", "万", "500,000 yuan"}, {"", "万", "10,000 yuan"}, {"1250", "万", "12.5 million yuan"},
	} {
		if got := yuan(tc.n, tc.unit); got != tc.want {
			t.Errorf("%s%s元 is %s, not %s", tc.n, tc.unit, got, tc.want)
		}
	}
}

func BenchmarkPropose(b *testing.B) {
	g := Builtin()
	for _, name := range []string{"规模以上食品制造业增加值", "Share of agriculture in GDP", "没有这个指标的名称"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Propose(name)
			}
		})
	}
}
