package glossary

import (
	"strings"
	"testing"
)

// Names as offices, yearbooks, terminals and other countries really write them.
func TestFind(t *testing.T) {
	g := Builtin()
	for _, tc := range []struct{ name, id string }{
		// local bulletins
		{"GDP", "grp"}, {"生产总值", "grp"}, {"地区生产总值", "grp"}, {"一、地区生产总值", "grp"}, {"地区生产总值（GDP）", "grp"}, {"地区生产总值(亿元)", "grp"},
		{"全市地区生产总值", "grp"}, {"GDP总量", "grp"}, {"地区 生产 总值", "grp"}, {"地区生产总值（现价）", "grp"}, {"１．地区生产总值", "grp"}, {"（一）地区生产总值", "grp"}, {"本区地区生产总值", "grp"},
		{"人均GDP", "grp-per-capita"}, {"人均地区生产总值（元）", "grp-per-capita"}, {"第一产业", "primary"}, {"#第二产业", "secondary"}, {"其中：第三产业", "tertiary"},
		{"第一产业增加值", "va-primary"}, {"GDP:第二产业", "va-secondary"}, {"地区生产总值第三产业", "va-tertiary"}, {"服务业增加值", "va-services"},
		{"规上工业", "industry-va-above"}, {"规上工业增加值", "industry-va-above"}, {"规模以上工业增加值", "industry-va-above"}, {"规模以上工业增加值（%）", "industry-va-above"}, {"二、规模以上工业增加值增速（可比价）", ""},
		{"规模以上工业增加值(可比价)", "industry-va-above"}, {"规 模 以 上 工 业 增 加 值", "industry-va-above"}, {"规上工业总产值", "industry-output"}, {"规模以上工业产值", "industry-output"}, {"工业总产值（现价）", "industry-output"},
		{"规上工业企业利润总额", "industry-profits"}, {"规模以上工业企业利润", "industry-profits"}, {"规上工业企业营业收入", "industry-revenue"}, {"产销率", "industry-sales-ratio"}, {"出口交货值", "industry-export-delivery"},
		{"社零", "retail"}, {"社消零", "retail"}, {"社会消费品零售总额", "retail"}, {"三、社会消费品零售总额（万元）", "retail"}, {"社会消费品零售额", "retail"}, {"全社会消费品零售总额", "retail"},
		{"限上零售额", "retail-above"}, {"#限额以上", "retail-above"}, {"限额以上消费品零售额", "retail-above"}, {"限额以上单位消费品零售额", "retail-above"}, {"限上单位商品零售额", "retail-above-goods"}, {"餐饮收入", "retail-catering"},
		{"固投", "fai"}, {"固定资产投资额", "fai"}, {"固定资产投资", "fai"}, {"固定资产投资总额", "fai"}, {"完成固定资产投资", "fai"}, {"固定资产投资完成额", "fai"}, {"全社会固定资产投资", "fai-whole"},
		{"固定资产投资（不含农户）", "fai-excl-rural"}, {"固定资产投资(不含农户)(亿元)", "fai-excl-rural"}, {"民间投资", "fai-private"}, {"工业投资", "fai-industry"}, {"基础设施投资", "fai-infrastructure"}, {"制造业投资", "fai-manufacturing"},
		{"项目投资", "fai-excl-real-estate"}, {"房地产开发投资", "re-investment"}, {"房地产开发投资额", "re-investment"}, {"商品房销售面积", "re-sold-area"}, {"商品房销售额", "re-sales"}, {"房屋施工面积", "re-under-construction"}, {"房屋新开工面积", "re-new-starts"},
		{"一般公共预算收入", "revenue"}, {"一般公共预算收入（全口径）", "revenue-full"}, {"全口径财政收入", "revenue-full"}, {"地方级财政收入", "revenue-local"}, {"四、地方级财政收入", "revenue-local"}, {"地方财政收入", "revenue-local"}, {"公共财政预算收入", "revenue"},
		{"财政总收入", "revenue-total"}, {"税收收入", "tax"}, {"#税收收入", "tax"}, {"一般公共预算支出", "expenditure"}, {"政府性基金收入", "fund-revenue"}, {"国内增值税", "tax-vat"}, {"增值税", "tax-vat-any"}, {"教育支出", "exp-education"},
		{"外贸进出口", "trade"}, {"进出口总额", "trade"}, {"外贸进出口总额（亿元）", "trade"}, {"货物进出口总额", "trade"}, {"出口总额", "exports"}, {"其中:出口", "exports"}, {"进口总值", "imports"}, {"进出口总额（美元）", "trade-usd"},
		{"实际利用外资", "fdi"}, {"实际使用外资金额", "fdi"}, {"实际利用外资（万美元）", "fdi"}, {"外商直接投资", "fdi-direct"}, {"实际到位内资", "domestic-capital"}, {"招商引资到位资金", "zone-capital"}, {"签约项目数", "zone-signed-projects"}, {"协议投资额", "contracted-investment"},
		{"城镇居民人均可支配收入", "income-urban"}, {"五、城镇常住居民人均可支配收入", "income-urban"}, {"农村居民人均可支配收入", "income-rural"}, {"农民人均可支配收入", "income-rural"}, {"居民人均可支配收入", "income"}, {"全体居民人均可支配收入（元）", "income"}, {"城乡居民收入", "income-both"},
		{"CPI", "cpi"}, {"居民消费价格总指数", "cpi"}, {"居民消费价格指数(上年同月=100)", "cpi"}, {"居民消费价格指数（CPI）", "cpi"}, {"PPI", "ppi"}, {"工业生产者出厂价格指数", "ppi"}, {"核心CPI", "cpi-core"}, {"食品烟酒类", "cpi-food-tobacco-liquor"},
		{"金融机构本外币各项存款余额", "deposits"}, {"本外币存款余额", "deposits"}, {"各项贷款余额", "loans"}, {"人民币各项贷款余额", "loans-rmb"}, {"住户存款", "deposits-households"}, {"货币和准货币(M2)供应量", "m2"}, {"M2", "m2"}, {"社会融资规模增量", "tsf-flow"},
		{"城镇新增就业", "new-jobs"}, {"城镇新增就业人数（人）", "new-jobs"}, {"城镇调查失业率", "unemployment"}, {"城镇登记失业率（%）", "unemployment-registered"}, {"常住人口", "population-resident"}, {"年末常住人口", "population-resident"}, {"常住人口城镇化率", "urbanization"}, {"户籍人口", "population-registered"},
		{"全社会用电量", "electricity"}, {"工业用电量", "electricity-industry"}, {"发电量", "generation"}, {"单位GDP能耗", "energy-intensity"}, {"粮食总产量", "grain-output"}, {"生猪出栏", "pigs-slaughtered"}, {"农林牧渔业总产值", "agri-output"}, {"建筑业总产值", "construction-output"},
		{"PM2.5", "pm25"}, {"森林覆盖率", "forest-coverage"}, {"快递业务量", "express"}, {"货运量", "freight"}, {"旅客周转量", "passenger-turnover"}, {"接待游客", "tourists"}, {"旅游总收入", "tourism-revenue"}, {"R&D经费支出", "rd"}, {"高新技术企业", "high-tech-enterprises"}, {"“四上”企业", "four-above"},
		{"规上服务业营业收入", "services-revenue"}, {"规模以上服务业核算行业营业收入", "services-revenue-accounting"}, {"市场主体", "market-entities"}, {"新增市场主体", "market-entities-new"}, {"制造业PMI", "pmi"}, {"制造业采购经理指数(%)", "pmi"},
		{"原煤产量", "out-coal"}, {"原煤", "product-coal"}, {"新能源汽车产量（万辆）", "out-nev"}, {"电力、热力、燃气及水生产和供应业", "sector-utilities"}, {"计算机、通信和其他电子设备制造业", "sector-electronics"},
		{"规模工业利税总额", "industry-profit-tax"}, {"规模工业主营业务收入", "industry-revenue"}, {"实际利用外资（商务口径）", "fdi"}, {"公路货物运输周转量", "freight-turnover-road"}, {"生猪出栏头数（万头）", "pigs-slaughtered"}, {"存贷款余额", "deposits-loans"}, {"八项支出", "exp-eight"},
		// terminals
		{"固定资产投资完成额:第一产业", "fai-primary"}, {"民间固定资产投资完成额", "fai-private"}, {"社会消费品零售总额:城镇", "retail-urban"}, {"三大需求对GDP增长的贡献率:最终消费支出", "contrib-consumption"}, {"GDP增长贡献率:第一产业", "contrib-primary"}, {"对GDP增长的拉动:第三产业", "pull-tertiary"}, {"GDP:支出法", "gdp-expenditure"},
		// English
		{"Gross regional product", "grp"}, {"Gross Regional Product (GRP)", "grp"}, {"GROSS DOMESTIC PRODUCT (GDP)", "gdp"}, {"GDP (current US$)", "gdp-usd"}, {"GDP growth (annual %)", "gdp-growth"}, {"GDP per capita", "gdp-per-capita"}, {"Implicit GDP deflator", "deflator"},
		{"AGRICULTURE, FORESTRY & FISHING", "sector-agriculture"}, {"   Wholesale & retail trade", "sector-wholesale-retail"}, {"Transportation & Storage", "sector-transport"}, {"Other Services - Others", "sector-other-services"}, {"Finance & Insurance", "sector-finance"}, {"Non-metallic mineral products", "sector-non-metallic"},
		{"Total final consumption expenditure", "final-consumption"}, {"Gross fixed capital formation", "gross-fixed-capital-formation"}, {"Change in inventories", "inventories-change"}, {"Exports of goods & services", "exports-goods-services"}, {"Exports", "exports-any"}, {"Gross National Disposable Income", "disposable-income-national"},
		{"Gross Value Added At Basic Prices", "gva"}, {"Taxes less subsidies on products", "taxes-less-subsidies-products"}, {"Factor income from abroad, net", "factor-income-net"}, {"Exchange rate: Rwf per US dollar", ""}, {"Exchange rate", "exchange-rate-lcu"},
		{"Population, total", "population"}, {"Unemployment, total (% of total labor force)", "unemployment-rate"}, {"Inflation, consumer prices (annual %)", "inflation"}, {"Labor force participation rate, total", "participation-rate"}, {"Life expectancy at birth, total (years)", "life-expectancy"}, {"CO2 emissions (kt)", "co2"},
		{"of which: manufacturing", "sector-manufacturing"}, {"Fixed-asset investment", "fai"}, {"Value-added of Industrial Enterprises above Designated Size", "industry-va-above"}, {"the unemployment rate", "unemployment-rate"}, {"Total Retail Sales of Consumer Goods (RMB 100 million)", "retail"},
		{"Per capita disposable income of urban households", "income-urban"}, {"Human Health And Social Work Activities", "sector-health"}, {"Current account balance (% of GDP)", "current-account-gdp"}, {"Ｇｒｏｓｓ ｒｅｇｉｏｎａｌ ｐｒｏｄｕｃｔ", "grp"},
		// not indicators, or others than those that the glossary has
		{"", ""}, {"—", ""}, {"（亿元）", ""}, {"指标", ""}, {"备注", ""}, {"工业增加值（规上高技术）", ""}, {"固定资产投资（不含房地产和农户）", ""}, {"某街道办事处", ""}, {"总", ""}, {"额", ""}, {strings.Repeat("地区生产总值", 60), ""}, {"total", ""},
	} {
		e, m := g.Find(tc.name)
		if e.ID != tc.id || (m == None) != (tc.id == "") {
			t.Errorf("%q is %q, %s; want %q", tc.name, e.ID, m, tc.id)
		}
	}
}

func TestMatch(t *testing.T) {
	g := Builtin()
	for _, tc := range []struct {
		name string
		want Match
	}{
		{"地区生产总值", Exact}, {"Gross regional product", Exact}, {"社消零", Alias}, {"gross regional product", Folded}, {"一、地区生产总值", Folded}, {"社会消费品零售总额（亿元）", Folded}, {"没有的指标", None},
	} {
		if _, m := g.Find(tc.name); m != tc.want {
			t.Errorf("%s is matched %s, not %s", tc.name, m, tc.want)
		}
	}
}

func TestUnnumbered(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"一、工业", "工业"}, {"（十二）财政", "财政"}, {"(1)工业", "工业"}, {"1.工业", "工业"}, {"1.2.3 工业", "工业"}, {"1、工业", "工业"}, {"12）工业", "工业"}, {"①工业", "工业"}, {"第一、工业", "工业"},
		{"#工业", "工业"}, {"＃ 工业", "工业"}, {"其中：工业", "工业"}, {"其中 工业", "工业"}, {"  其中： #工业", "工业"}, {"Of which: food", "food"}, {"a) Food", "Food"}, {"iv. Food", "Food"}, {"— 工业", "工业"}, {"Add: Taxes on products", "Taxes on products"},
		{"第一产业", "第一产业"}, {"5000万元以上项目", "5000万元以上项目"}, {"31个大城市城镇调查失业率", "31个大城市城镇调查失业率"}, {"16—24岁劳动力失业率", "16—24岁劳动力失业率"}, {"5G基站数", "5G基站数"}, {"3D打印设备产量", "3D打印设备产量"},
		{"一般公共预算收入", "一般公共预算收入"}, {"十种有色金属产量", "十种有色金属产量"}, {"一", "一"}, {"M2", "M2"}, {"I. Industry", "Industry"}, {"Industry", "Industry"}, {"60岁及以上人口", "60岁及以上人口"}, {"0—14岁人口", "0—14岁人口"},
	} {
		if got := unnumbered(tc.in); got != tc.want {
			t.Errorf("%q without its number is %q, not %q", tc.in, got, tc.want)
		}
	}
}

func TestWith(t *testing.T) {
	g := Builtin()
	mine := []Entry{
		{ID: "grp", Name: text("地区生产总值", "GRP of the zone"), Aliases: []string{"本区总值"}},
		{ID: "own", Name: text("夜间经济指数", "Night economy index"), Aliases: []string{"CPI"}},
	}
	h := g.With(mine)
	for _, tc := range []struct{ name, en string }{
		{"地区生产总值", "GRP of the zone"}, {"GDP", "GRP of the zone"}, {"本区总值", "GRP of the zone"}, {"夜间经济指数", "Night economy index"}, {"CPI", "Night economy index"}, {"居民消费价格指数", "Consumer price index"}, {"社零", "Total retail sales of consumer goods"},
	} {
		if e, _ := h.Find(tc.name); e.Name.EN != tc.en {
			t.Errorf("%s is %q, not %q", tc.name, e.Name.EN, tc.en)
		}
	}
	if got, want := h.Len(), g.Len()+1; got != want {
		t.Errorf("%d entries, not %d", got, want)
	}
	if e, _ := g.Find("CPI"); e.ID != "cpi" {
		t.Error("the glossary itself has changed")
	}
	if e, ok := h.ByID("grp"); !ok || e.Name.EN != "GRP of the zone" {
		t.Errorf("grp is %v", e)
	}
	if e, ok := h.ByID("cpi"); !ok || e.ID != "cpi" {
		t.Errorf("cpi is %v", e)
	}
}

func TestNational(t *testing.T) {
	g := Builtin().National()
	for name, id := range map[string]string{"GDP": "gdp", "生产总值": "gdp", "人均GDP": "gdp-per-capita", "地区生产总值": "grp", "CPI": "cpi"} {
		if e, _ := g.Find(name); e.ID != id {
			t.Errorf("%s is %s, not %s", name, e.ID, id)
		}
	}
	if g.Len() != Builtin().Len() {
		t.Errorf("%d entries", g.Len())
	}
}

func TestZeroGlossary(t *testing.T) {
	var g Glossary
	if _, m := g.Find("GDP"); m != None {
		t.Error("the empty glossary finds something")
	}
	if _, ok := g.Propose("GDP"); ok {
		t.Error("the empty glossary proposes something")
	}
	if e, m := g.With([]Entry{{ID: "a", Name: text("甲指标", "Alpha")}}).Find("alpha"); e.ID != "a" || m != Folded {
		t.Errorf("%v, %s", e, m)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"GDP", "一、地区生产总值（亿元）", "((((", "）（", "其中：#一、1.", "Value-added of the", "\xff\xfe", "规模以上规模以上上", "the of and"} {
		f.Add(s)
	}
	g := Builtin()
	f.Fuzz(func(t *testing.T, s string) {
		e, m := g.Find(s)
		if (m == None) != (e.ID == "") {
			t.Errorf("%q: %q, %s", s, e.ID, m)
		}
		if e2, m2 := g.Find(s); e2.ID != e.ID || m2 != m {
			t.Errorf("%q: two answers", s)
		}
		if p, ok := g.Propose(s); ok && (p.ZH == "" || p.EN == "" || hasHan(p.EN)) {
			t.Errorf("%q: proposal %v", s, p)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	g := Builtin()
	for _, name := range []string{"地区生产总值", "一、地区生产总值（GDP）", "规模以上工业增加值（%）", "Gross value added at basic prices", "没有这个指标的名称（万平方米）"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Find(name)
			}
		})
	}
}
