package glossary

// head is what a name says of a thing: its value added, its output, how many
// there are. The first word of each language is the one that is written; %s is
// where the thing stands.
type head struct {
	zh []string // behind the thing
	en []string // with %s for the thing
}

// heads are tried from the longest Chinese to the shortest.
var heads = []head{
	{[]string{"增加值"}, []string{"Value added of %s", "Value-added of %s", "%s value added", "%s, value added", "Gross value added of %s", "Gross value added: %s"}},
	{[]string{"总产值"}, []string{"Gross output value of %s", "Gross output of %s"}},
	{[]string{"工业总产值"}, []string{"Gross industrial output value of %s"}},
	{[]string{"产值"}, []string{"Output value of %s"}},
	{[]string{"产量"}, []string{"Output of %s", "Production of %s", "%s output", "%s production"}},
	{[]string{"销量", "销售量"}, []string{"Sales volume of %s"}},
	{[]string{"销售额", "销售收入"}, []string{"Sales of %s", "%s sales"}},
	{[]string{"营业额"}, []string{"Turnover of %s", "%s turnover"}},
	{[]string{"零售额"}, []string{"Retail sales of %s", "Retail sales: %s"}},
	{[]string{"营业收入", "主营业务收入"}, []string{"Business revenue of %s", "Operating revenue of %s"}},
	{[]string{"收入"}, []string{"Revenue of %s", "Revenue from %s", "Income from %s", "%s revenue"}},
	{[]string{"支出"}, []string{"Expenditure on %s", "Spending on %s", "%s expenditure", "%s spending"}},
	{[]string{"利润总额", "利润"}, []string{"Total profits of %s", "Profits of %s", "%s profits"}},
	{[]string{"税收", "税收收入"}, []string{"Tax revenue of %s", "Tax revenue from %s"}},
	{[]string{"固定资产投资", "固定资产投资额"}, []string{"Investment in fixed assets in %s", "Fixed-asset investment in %s", "Investment in fixed assets: %s"}},
	{[]string{"投资", "投资额", "完成投资"}, []string{"Investment in %s", "%s investment"}},
	{[]string{"进出口额", "进出口总额", "进出口"}, []string{"Imports and exports of %s", "Trade in %s"}},
	{[]string{"出口额", "出口总额", "出口"}, []string{"Exports of %s", "%s exports"}},
	{[]string{"进口额", "进口总额", "进口"}, []string{"Imports of %s", "%s imports"}},
	{[]string{"用电量"}, []string{"Electricity consumption of %s"}},
	{[]string{"用水量"}, []string{"Water use of %s"}},
	{[]string{"能源消费量", "综合能源消费量", "能耗"}, []string{"Energy consumption of %s", "%s energy consumption"}},
	{[]string{"消费量"}, []string{"Consumption of %s", "%s consumption"}},
	{[]string{"就业人员", "从业人员", "就业人数", "从业人数", "就业"}, []string{"Employed persons in %s", "Employment in %s", "%s employment", "Employed persons: %s"}},
	{[]string{"平均工资"}, []string{"Average wage in %s", "Average wages in %s"}},
	{[]string{"企业数", "企业单位数", "企业户数", "企业个数"}, []string{"Number of enterprises in %s", "Enterprises in %s"}},
	{[]string{"价格指数"}, []string{"Price index of %s", "Price index for %s", "%s price index"}},
	{[]string{"生产指数"}, []string{"Production index of %s", "%s production index"}},
	{[]string{"价格"}, []string{"Price of %s", "Prices of %s", "%s prices", "%s price"}},
	{[]string{"存款余额", "存款"}, []string{"Outstanding deposits of %s", "Deposits of %s"}},
	{[]string{"贷款余额", "贷款"}, []string{"Outstanding loans to %s", "Loans to %s"}},
	{[]string{"实际使用外资", "实际利用外资"}, []string{"Foreign capital actually utilized in %s"}},
	{[]string{"播种面积", "种植面积"}, []string{"Sown area of %s"}},
	{[]string{"面积"}, []string{"Area of %s"}},
	{[]string{"存栏", "存栏量"}, []string{"Number of %s on hand"}},
	{[]string{"增加额", "增量"}, []string{"Increase in %s"}},
	{[]string{"增长率", "增速", "增长速度", "涨幅"}, []string{"Growth rate of %s", "Growth of %s", "%s growth", "%s growth rate", "%s, growth", "Growth in %s", "%s, annual growth"}},
	{[]string{"比重", "占比", "所占比重"}, []string{"Share of %s", "%s share"}},
	{[]string{"贡献率"}, []string{"Contribution share of %s"}},
	{[]string{"数", "数量", "总数", "个数"}, []string{"Number of %s"}},
}

// quality stands before a thing: urban, private. noun is what it is alone.
type quality struct{ zh, en, noun string }

var qualities = []quality{
	{"城镇", "urban", "urban areas"}, {"农村", "rural", "rural areas"}, {"城市", "urban", "cities"}, {"乡村", "rural", "rural areas"}, {"城乡", "urban and rural", "urban and rural areas"},
	{"民间", "private", "the private sector"}, {"民营", "private", "private enterprises"}, {"私营", "private", "private enterprises"}, {"国有", "state-owned", "state-owned enterprises"}, {"国有控股", "state-holding", "state-holding enterprises"},
	{"外资", "foreign-funded", "foreign-funded enterprises"}, {"集体", "collective-owned", "collective-owned enterprises"}, {"大型", "large", ""}, {"中型", "medium-sized", ""}, {"小型", "small", ""}, {"微型", "micro", ""}, {"小微", "small and micro", "small and micro enterprises"},
	{"中小", "small and medium-sized", ""}, {"重点", "key", ""}, {"主要", "major", ""}, {"其他", "other", "others"}, {"高新技术", "high and new technology", ""}, {"高技术", "high-tech", ""}, {"新", "new", ""}, {"绿色", "green", ""}, {"传统", "traditional", ""},
	{"男性", "male", "males"}, {"女性", "female", "females"}, {"青年", "youth", "young people"}, {"老年", "elderly", "the elderly"}, {"境内", "domestic", ""}, {"境外", "overseas", ""}, {"国内", "domestic", ""}, {"国际", "international", ""}, {"省级", "provincial-level", ""}, {"国家级", "national-level", ""}, {"市级", "municipal-level", ""},
}

// scopes are qualities that English puts behind the thing.
var scopes = map[string]string{"规上": aboveSize, "限上": aboveSize, "规模以上": aboveSize, "限额以上": aboveSize}

const aboveSize = "above the designated size"

// things are nouns that are no indicators of the glossary. Those of industries,
// products, kinds of enterprises and the like are entries of it.
var things = []quality{
	{"居民", "residents", ""}, {"企业", "enterprises", ""}, {"项目", "projects", ""}, {"产品", "products", ""}, {"公路", "highways", ""}, {"铁路", "railways", ""}, {"水路", "waterways", ""}, {"民航", "civil aviation", ""}, {"管道", "pipelines", ""},
	{"学校", "schools", ""}, {"医院", "hospitals", ""}, {"文化", "culture", ""}, {"体育", "sports", ""}, {"旅游", "tourism", ""}, {"科技", "science and technology", ""}, {"环保", "environmental protection", ""}, {"水利", "water conservancy", ""}, {"交通", "transport", ""},
	{"农产品", "agricultural products", ""}, {"机电产品", "mechanical and electrical products", ""}, {"高新技术产品", "high and new technology products", ""}, {"工业品", "industrial products", ""}, {"消费品", "consumer goods", ""}, {"服务", "services", ""},
	{"住宅", "residential buildings", ""}, {"办公楼", "office buildings", ""}, {"商品房", "commercial buildings", ""}, {"商业营业用房", "houses for business use", ""}, {"房屋", "buildings", ""}, {"土地", "land", ""}, {"政府", "the government", ""}, {"中央", "the central government", ""}, {"地方", "local governments", ""},
	{"外商投资企业", "foreign-invested enterprises", ""}, {"外商及港澳台商投资企业", "enterprises with funds from foreign countries, Hong Kong, Macao and Taiwan", ""}, {"个体工商户", "self-employed individual businesses", ""}, {"工业企业", "industrial enterprises", ""}, {"服务业企业", "service enterprises", ""}, {"建筑业企业", "construction enterprises", ""}, {"批发和零售业企业", "wholesale and retail enterprises", ""},
	{"数字经济核心产业", "core industries of the digital economy", ""}, {"数字经济", "the digital economy", ""}, {"民营经济", "the private economy", ""}, {"夜间经济", "the night economy", ""}, {"海洋经济", "the ocean economy", ""}, {"产业园", "industrial parks", ""}, {"工业园区", "industrial parks", ""}, {"招商项目", "investment-promotion projects", ""}, {"招商引资项目", "investment-promotion projects", ""},
	{"工业项目", "industrial projects", ""}, {"产业项目", "industrial projects", ""}, {"服务业项目", "service projects", ""}, {"基础设施项目", "infrastructure projects", ""}, {"房地产项目", "real estate projects", ""}, {"重大项目", "major projects", ""}, {"民生项目", "livelihood projects", ""},
	{"工资", "wages", ""}, {"利率", "interest rates", ""}, {"收入", "income", ""}, {"贸易", "trade", ""}, {"服务贸易", "trade in services", ""}, {"货物贸易", "trade in goods", ""}, {"鱼类", "fish", ""}, {"咖啡", "coffee", ""}, {"黄金", "gold", ""}, {"木材", "timber", ""}, {"柴油", "diesel", ""}, {"汽油", "gasoline", ""}, {"儿童", "children", ""}, {"学生", "students", ""}, {"教师", "teachers", ""}, {"医生", "doctors", ""}, {"游客", "tourists", ""}, {"农户", "rural households", ""}, {"家庭", "households", ""},
	{"园区", "the zone", ""}, {"开发区", "development zones", ""}, {"综合保税区", "comprehensive bonded zones", ""}, {"自贸区", "free trade zones", ""}, {"自贸试验区", "pilot free trade zones", ""}, {"高新区", "high-tech zones", ""},
}

// pair is a word in both languages.
type pair struct{ zh, en string }

// attributes say how a figure was made. They stand as a piece of a path, in
// brackets, or behind a comma. Of several words for one the first is written.
var attributes = []pair{
	{"现价", "at current prices"}, {"当年价", "at current prices"}, {"现行价格", "at current prices"}, {"当年价格", "at current prices"}, {"不变价", "at constant prices"}, {"可比价", "at comparable prices"}, {"可比价格", "at comparable prices"}, {"不变价格", "at constant prices"},
	{"累计值", "year to date"}, {"累计", "year to date"}, {"当月值", "month"}, {"当季值", "quarter"}, {"当月", "month"}, {"当季", "quarter"}, {"期末值", "end of period"},
	{"同比", "year-on-year growth"}, {"累计同比", "year-on-year growth, year to date"}, {"当月同比", "year-on-year growth of the month"}, {"当季同比", "year-on-year growth of the quarter"}, {"环比", "growth on the previous period"}, {"累计增长", "year-on-year growth, year to date"}, {"同比增长", "year-on-year growth"}, {"增速", "growth rate"},
	{"合计", "total"}, {"占比", "share"}, {"比重", "share"}, {"季调", "seasonally adjusted"}, {"季节调整", "seasonally adjusted"}, {"美元", "in US dollars"}, {"人民币", "in RMB"}, {"美元计价", "in US dollars"}, {"不含农户", "excluding rural households"}, {"全口径", "full coverage"}, {"地方级", "local level"},
	{"现价", "current prices"}, {"不变价", "constant prices"}, {"不变价", "chained volume measures"}, {"不变价", "chain linked volumes"}, {"季节调整", "sa"}, {"未季调", "not seasonally adjusted"}, {"合计", "all"},
}

// places are countries and regions that partners of trade and areas of figures
// are named by.
var places = []pair{
	{"中国", "China"}, {"全国", "China"}, {"美国", "the United States"}, {"日本", "Japan"}, {"韩国", "the Republic of Korea"}, {"德国", "Germany"}, {"法国", "France"}, {"英国", "the United Kingdom"}, {"意大利", "Italy"}, {"荷兰", "the Netherlands"}, {"西班牙", "Spain"}, {"瑞士", "Switzerland"}, {"俄罗斯", "Russia"},
	{"印度", "India"}, {"印度尼西亚", "Indonesia"}, {"越南", "Viet Nam"}, {"马来西亚", "Malaysia"}, {"泰国", "Thailand"}, {"新加坡", "Singapore"}, {"菲律宾", "the Philippines"}, {"缅甸", "Myanmar"}, {"柬埔寨", "Cambodia"}, {"老挝", "Laos"}, {"文莱", "Brunei"}, {"蒙古", "Mongolia"}, {"朝鲜", "the Democratic People's Republic of Korea"}, {"哈萨克斯坦", "Kazakhstan"}, {"巴基斯坦", "Pakistan"}, {"孟加拉国", "Bangladesh"}, {"伊朗", "Iran"}, {"沙特阿拉伯", "Saudi Arabia"}, {"阿联酋", "the United Arab Emirates"}, {"土耳其", "Türkiye"}, {"以色列", "Israel"},
	{"澳大利亚", "Australia"}, {"新西兰", "New Zealand"}, {"加拿大", "Canada"}, {"墨西哥", "Mexico"}, {"巴西", "Brazil"}, {"阿根廷", "Argentina"}, {"智利", "Chile"}, {"秘鲁", "Peru"}, {"南非", "South Africa"}, {"埃及", "Egypt"}, {"尼日利亚", "Nigeria"}, {"肯尼亚", "Kenya"}, {"卢旺达", "Rwanda"}, {"乌克兰", "Ukraine"}, {"波兰", "Poland"}, {"比利时", "Belgium"}, {"瑞典", "Sweden"},
	{"香港", "Hong Kong, China"}, {"中国香港", "Hong Kong, China"}, {"澳门", "Macao, China"}, {"中国澳门", "Macao, China"}, {"台湾", "Taiwan, China"}, {"中国台湾", "Taiwan, China"}, {"东盟", "ASEAN"}, {"欧盟", "the European Union"}, {"欧元区", "the euro area"}, {"非洲", "Africa"}, {"亚洲", "Asia"}, {"欧洲", "Europe"}, {"北美洲", "North America"}, {"拉丁美洲", "Latin America"}, {"大洋洲", "Oceania"}, {"世界", "the world"},
	{"北京", "Beijing"}, {"天津", "Tianjin"}, {"河北", "Hebei"}, {"山西", "Shanxi"}, {"内蒙古", "Inner Mongolia"}, {"辽宁", "Liaoning"}, {"吉林", "Jilin"}, {"黑龙江", "Heilongjiang"}, {"上海", "Shanghai"}, {"江苏", "Jiangsu"}, {"浙江", "Zhejiang"}, {"安徽", "Anhui"}, {"福建", "Fujian"}, {"江西", "Jiangxi"}, {"山东", "Shandong"}, {"河南", "Henan"}, {"湖北", "Hubei"}, {"湖南", "Hunan"}, {"广东", "Guangdong"}, {"广西", "Guangxi"}, {"海南", "Hainan"}, {"重庆", "Chongqing"}, {"四川", "Sichuan"}, {"贵州", "Guizhou"}, {"云南", "Yunnan"}, {"西藏", "Xizang"}, {"陕西", "Shaanxi"}, {"甘肃", "Gansu"}, {"青海", "Qinghai"}, {"宁夏", "Ningxia"}, {"新疆", "Xinjiang"}, {"长春", "Changchun"}, {"深圳", "Shenzhen"}, {"广州", "Guangzhou"}, {"杭州", "Hangzhou"}, {"南京", "Nanjing"}, {"武汉", "Wuhan"}, {"成都", "Chengdu"}, {"西安", "Xi'an"}, {"青岛", "Qingdao"}, {"宁波", "Ningbo"}, {"厦门", "Xiamen"}, {"大连", "Dalian"}, {"沈阳", "Shenyang"}, {"哈尔滨", "Harbin"},
}
