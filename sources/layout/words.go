package layout

import (
	"regexp"
	"sort"
	"strings"
	"sync"

	"jianbao/internal/indicator"
)

// Aspect is what is said of an indicator in a column or row: its figure, or
// something beside it.
type Aspect string

const (
	Figures  Aspect = ""
	Target   Aspect = "target"   // the figure aimed at: 年度目标
	Progress Aspect = "progress" // share of a target reached: 完成进度
	Rank     Aspect = "rank"     // place among others: 位次
	Average  Aspect = "average"  // growth a year over several years: 年均增长
	Change   Aspect = "change"   // absolute change: 增减额, points of growth
)

// Span tells which figure of a time a column holds.
type Span string

const (
	AnySpan   Span = ""
	OnePeriod Span = "single"     // of the month or quarter alone: 当月, 本月, 当季
	ToDate    Span = "to-date"    // from January on: 累计
	AtEnd     Span = "at-end"     // at the end of the period: 期末
	YearAgo   Span = "year-ago"   // of the same period a year earlier: 上年同期
	YearStart Span = "year-start" // at the start of the year: 年初余额
	LastTime  Span = "last-time"  // of the period before: 上月
)

// Label is what a head or a stub says.
type Label struct {
	Names    []string // pieces of the indicator's name, from the general to the special
	Other    string   // the name in the other language, where both stand in one cell
	Unit     string
	When     indicator.When
	Span     Span
	Measure  indicator.Measure
	Compare  indicator.Compare
	Prices   indicator.Prices
	Aspect   Aspect
	Freq     Freq
	Status   indicator.Status
	Currency string // in which an amount is told twice: CNY, USD
	Diff     bool   // a change, in percent only if something says so: 比上月增减
	ToNow    bool   // 累计 beside another span: 上年同期累计
	Actual   bool   // 实际: in real terms only beside 名义, done otherwise
	ThisYear bool   // 本年: to date beside 本月
}

// Freq is how often a series is published.
type Freq string

const (
	AnyFreq   Freq = ""
	Monthly   Freq = "month"
	Quarterly Freq = "quarter"
	Annual    Freq = "year"
)

// pure reports whether the label names no indicator.
func (l Label) pure() bool { return len(l.Names) == 0 }

// word is a word of heads and what it says. An affix may stand before or behind
// a name in one text; others count only alone.
type word struct {
	text  string
	affix bool
	set   func(*Label)
}

func growth(c indicator.Compare) func(*Label) {
	return func(l *Label) {
		if l.Measure == "" {
			l.Measure = indicator.Growth
		}
		if l.Compare == "" {
			l.Compare = c
		}
	}
}

// difference is a change that may be told in percent or in the unit itself.
func difference(c indicator.Compare) func(*Label) {
	return func(l *Label) {
		growth(c)(l)
		l.Diff = true
	}
}

func aspect(a Aspect) func(*Label) { return func(l *Label) { l.Aspect = a } }

func span(s Span) func(*Label) {
	return func(l *Label) {
		switch {
		case s == ToDate && (l.Span == YearAgo || l.Span == LastTime):
			l.ToNow = true
		case l.Span == ToDate && (s == YearAgo || s == LastTime):
			l.Span, l.ToNow = s, true
		default:
			l.Span = s
		}
	}
}

func prices(p indicator.Prices) func(*Label) { return func(l *Label) { l.Prices = p } }

func freq(f Freq) func(*Label) { return func(l *Label) { l.Freq = f } }

func nothing(*Label) {}

// words are the words of Chinese statistical tables, longest first.
var words = sorted([]struct {
	affix bool
	set   func(*Label)
	list  string
}{
	{true, growth(indicator.YearOnYear), "同比±% 同比增减% 同比增长% 同比增长率 同比增长 同比增速 同比涨幅 同比涨跌幅度 同比涨跌幅 同比涨跌 同比升幅 同比降幅 同比增幅 同比升降 同比变动 同比 比上年同期增长 比上年同期± 比上年同期 比上年同月增长 比上年增长 比上年± 比去年同期增长 比去年同期± 比去年同期 比去年增长 较上年同期增长 较上年同期 较去年同期增长 较去年同期 较上年增长 较上年 比同期增长 比同期± 同期比 年增长率 按年變動百分率 按年变动百分率 按年變動率 按年升幅 對上年同期變動 対前年度増加率 対前年同期増加率 対前年比 前年比 年增率 年增率% 年变动率 年變動率"},
	{true, growth(""), "增长速度 增长率 增减率 增速 增幅 涨幅 涨跌幅度 涨跌幅 增长 升降幅度 增减幅度 增减幅 变动率 ±% 增减% 增长% 增减±% 升降%"},
	{true, growth(indicator.OnPrevious), "环比增长率 环比增长 环比增速 环比涨跌幅度 环比涨跌幅 环比涨跌 环比涨幅 环比升降 环比增幅 环比± 环比 比上月增长 比上月± 较上月增长 比上季增长 比上季度增长 比上期增长"},
	{true, difference(indicator.YearOnYear), "同比增减 比上年同期增减 比上年增减 比去年同期增减 比同期增减 增减"},
	{true, difference(indicator.OnPrevious), "环比增减 比上月增减 比上月 较上月 比上月末 较上月末 比上季 较上季度 比上季末 比上期 较上期"},
	{true, aspect(Change), "同比多增 同比少增 同比多增额 同比少增额 同比多增加 比上年同期多增 比去年同期多增 比上年同期增加 比上年同期增加额 同比增加 同比增加额 同比减少 同比减少额 同比提高 同比回落 比上年同期提高 比上年提高 比上月末增加 比上月末增减 比上月增加 比上月增加额 环比增加 环比增加额 环比减少 比上年末增加 比上年末增减 比年初多增 较年初增加 较上月末增加 当月增加 当月新增 比年初增减额 比年初增减 比年初增加 较年初增减 较年初 比年初 差距 比上月增减额 增减额 增减量 增加额 增减值 增加值额 增减绝对额 同比增减额 同比增减量 比上年增减额 比上年同期增减额 增减百分点 同比增减百分点 与序时进度相比 比序时进度 ±百分点 增减百分点 增减个百分点 增速变动 增速增减 增速同比增减 回落百分点 提高百分点 比上月增减百分点 比重增减"},
	{true, aspect(Target), "年度目标任务 年度目标值 年度目标 全年目标任务 全年目标值 全年目标 目标任务 目标值 目标数 预期目标 年度计划 全年计划 计划数 计划目标 年初计划 年计划 年度任务 全年任务 任务数 年度预算 全年预算 年初预算 年初预算数 调整预算数 预算数 考核目标 奋斗目标 目标"},
	{true, aspect(Progress), "累计为年预算 累计占年预算 累计为预算 为年预算 占年预算 占年计划 为年计划 完成年计划 完成年预算 占全年预算 占目标 占年度目标任务 完成进度 目标完成率 计划完成率 完成率 完成年度目标 完成全年目标 占年度目标 占全年目标 占年度计划 占全年计划 完成年度计划 完成全年计划 完成计划 完成年初预算 完成预算 完成年度预算 占年初预算 占预算 为预算 为年初预算 占年度任务 完成年度任务 时间进度 序时进度 进度 目标进度 目标完成进度 完成目标 达成率 完成情况%"},
	{true, aspect(Rank), "位次 名次 排名 排位 位序 序位 增速排名 增速位次 总量位次 全省位次 全市位次 全省排名 全市排名 全国排名"},
	{true, span(ToDate), "1-本月累计 1—本月累计 1至本月累计 1－本月累计 1-当月累计 1—当月累计 1至当月累计 1－当月累计 1-本月 1—本月 1至本月 1－本月 1-当月 1—当月 1至当月 1－当月 至当月累计 至本月累计 年初至本月累计 年初至当月累计 年初至本月 年初至当月 年初至报告期末 自年初至本月 自年初累计 年初累计 1月至本月累计 1月至本月 本年累计数 本年累计 本月止累计 1月起累计 截至本月累计 本期累计 累计完成额 累计完成数 累计完成 累计实际 累计实绩 累计值 累计数 累计额 累计"},
	{true, span(OnePeriod), "当月值 当月数 当月实际 当月完成 当月 本月数 本月值 本月完成 本月实际 本月止 本月 本期数 本期值 本期 当期值 当期 当季值 当季 本季度 本季 月度值 单月"},
	{true, span(YearStart), "年初余额 年初数 年初"},
	{true, span(AtEnd), "本月末余额 月末余额 期末余额 本期末余额 年末余额 期末值 期末数 期末 月末数 月末 季末数 季末 年末数 年末 年底 本期末 本月末"},
	{true, span(YearAgo), "上年同期余额 上年同期数 上年同期值 上年同期 去年同期数 去年同期 上年同月 去年同月 同期数 上年数 上年实绩 上年完成 上年 去年"},
	{false, span(AtEnd), "余额"},
	{true, span(LastTime), "上月末余额 上月余额 上月数 上月末 上月 上期数 上期 上季度 上季"},
	{true, prices(indicator.Nominal), "按现价计算 按当年价格计算 按当年价计算 当年价格 当年价 现行价格 现行价 现价 名义值 名义 以當時市價計算 按當年價格計算 當年價格 以当时市价计算"},
	{true, prices(indicator.Real), "按可比价格计算 按可比价计算 按不变价格计算 按不变价计算 可比价格 可比价 不变价格 不变价 实际值 以環比物量計算 以環比物量 以环比物量计算"},
	{false, func(l *Label) { growth("")(l); l.Prices = indicator.Real }, "实际增长 实际增速 实际增长率 实际增幅 扣除价格因素 扣除价格因素实际增长"},
	{false, func(l *Label) { growth("")(l); l.Prices = indicator.Nominal }, "名义增长 名义增速 名义增长率 名义增幅"},
	{false, func(l *Label) { l.Actual = true }, "实际"},
	{false, func(l *Label) { l.ThisYear = true }, "本年 今年 本年实际 本年完成"},
	{true, func(l *Label) { l.Status = indicator.Estimated }, "预计完成数 预计完成 预计完成额 预计数 预计值 预计 预测数 预测"},
	{true, func(l *Label) { l.Aspect = Average }, "两年平均增长 两年平均增速 两年平均 三年平均增速 三年平均 年均增长率 年均增长 年均增速 年均 年平均增长"},
	{true, func(l *Label) { l.Currency = "CNY" }, "按人民币计价 以人民币计价 人民币计价 人民币值"},
	{true, func(l *Label) { l.Currency = "USD" }, "按美元计价 以美元计价 美元计价 美元值"},
	{false, func(l *Label) { l.Currency = "CNY" }, "人民币"}, {false, func(l *Label) { l.Currency = "USD" }, "美元"},
	{false, nothing, "実数 水平 原始值 绝对额 绝对量 绝对值 绝对数 总量 总额 总计数 数值 数量 数额 金额 值 实绩 实际完成 完成额 完成数 完成值 完成情况 完成 指标值 平均 指标 指标名称 项目 名称 类别 分类 合计数 原值 地区"},
	{false, freq(Monthly), "月 月度 月报"}, {false, freq(Quarterly), "季 季度 季报"}, {false, freq(Annual), "年 年度 年报"},
	{false, func(l *Label) { l.Measure = indicator.Share }, "占比 比重 构成 所占比重 占比重 份额 结构"},
})

func sorted(groups []struct {
	affix bool
	set   func(*Label)
	list  string
}) []word {
	var out []word
	for _, g := range groups {
		for _, w := range strings.Fields(g.list) {
			out = append(out, word{w, g.affix, g.set})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return len(out[i].text) > len(out[j].text) })
	return out
}

// wordAlone finds words that are a whole text.
var wordAlone = func() map[string]func(*Label) {
	m := map[string]func(*Label){}
	for _, w := range words {
		if _, ok := m[w.text]; !ok {
			m[w.text] = w.set
		}
	}
	return m
}()

// affixes are the words that may stand before or behind a name.
var affixes = func() (out []word) {
	for _, w := range words {
		if w.affix {
			out = append(out, w)
		}
	}
	return out
}()

// phrase is an English phrase of heads and what it says.
type phrase struct {
	re  *regexp.Regexp
	set func(*Label)
}

// phrases stand at the end or at the start of an English head, or are all of it.
var phrases = sync.OnceValue(func() (out []phrase) {
	for _, p := range []struct {
		re  string
		set func(*Label)
	}{
		{`(?:year[- ]to[- ]date|ytd|cumulative(?: total)?|accumulated)`, span(ToDate)},
		{`(?:end[- ](?:of[- ])?(?:the )?(?:period|month|quarter|year)|eop)`, span(AtEnd)},
		{`(?:current (?:month|period|quarter)|this month)`, span(OnePeriod)},
		{`(?:at |in )?current (?:market |basic |purchasers'? )?prices?`, prices(indicator.Nominal)},
		{`nominal`, prices(indicator.Nominal)},
		{`(?:at |in )?constant (?:\(?\d{4}(?:/\d{2,4})?\)? )?(?:market |basic )?(?:prices?)?(?: \(?\d{4}\)?)?`, prices(indicator.Real)},
		{`(?:at |in )?\d{4} (?:constant )?prices`, prices(indicator.Real)},
		{`chain(?:ed|-linked| linked)(?: \(?\d{4}\)?)? (?:volumes?(?: measures?)?|dollars)(?: ?\(?\d{4}\)?)?(?: \(rebased\))?`, prices(indicator.Real)},
		{`in real terms|real terms`, prices(indicator.Real)},
		{`(?:annual |yearly )?(?:%|percent(?:age)?|per cent) (?:growth|change)(?: (?:on|over|from) (?:the )?(?:same period (?:of (?:the )?)?)?(?:previous|last|a) year(?: ago| earlier)?)?`, growth(indicator.YearOnYear)},
		{`(?:annual|yearly)(?: %| percent(?:age)?)? (?:growth|change|inflation)(?: rate)?(?: ?\(?%\)?)?`, growth(indicator.YearOnYear)},
		{`(?:y-o-y|yoy|y/y|year[- ](?:on|over)[- ]year)(?: %| percent(?:age)?)?(?: (?:growth|change|rate|inflation))?(?: rate)?(?: ?\(?%\)?)?`, growth(indicator.YearOnYear)},
		{`(?:q-o-q|qoq|q/q|m-o-m|mom|m/m|(?:quarter|month)[- ](?:on|over)[- ](?:quarter|month))(?: %| percent(?:age)?)?(?: (?:growth|change|rate))?(?: rate)?(?: ?\(?%\)?)?`, growth(indicator.OnPrevious)},
		{`(?:%|percent(?:age)?) change(?: from| on| over)? (?:the )?previous (?:period|quarter|month)`, growth(indicator.OnPrevious)},
		{`(?:growth(?: rates?)?|percent(?:age)? changes?|% changes?|changes?)?,? ?(?:on|over|from|to|compared (?:to|with)|corresponding period,?)? ?(?:the )?(?:same (?:period|quarter|month)(?: of| in)? (?:the )?)?previous year`, growth(indicator.YearOnYear)},
		{`(?:growth(?: rates?)?|percent(?:age)? changes?|% changes?),? ?(?:on|over|from|compared (?:to|with))? ?(?:the )?(?:previous|preceding) (?:quarter|period|month)(?: in)?`, growth(indicator.OnPrevious)},
		{`period[- ](?:on|over)[- ]period`, growth(indicator.OnPrevious)},
		{`growth rates?,? \(?(?:percent|per cent|%)\)?`, growth("")},
		{`percent(?:age)? changes?|% changes?`, growth("")},
		{`growth(?: rates?)?`, growth("")},
		{`(?:same (?:period|month|quarter)(?: of)?(?: the)? (?:last|previous) year|year ago)`, span(YearAgo)},
		{`(?:annual )?targets?`, aspect(Target)}, {`% of (?:annual )?target`, aspect(Progress)},
		{`rank(?:ing)?`, aspect(Rank)},
		{`monthly`, freq(Monthly)}, {`quarterly`, freq(Quarterly)}, {`annual|yearly`, freq(Annual)},
	} {
		if out == nil { // real estate is no price basis
			out = append(out, phrase{regexp.MustCompile(`(?i)[,(]\s*real\)?$`), prices(indicator.Real)},
				phrase{regexp.MustCompile(`(?i)^real\s+(?:$|growth$)`), prices(indicator.Real)})
		}
		out = append(out, phrase{regexp.MustCompile(`(?i)^(?:` + p.re + `)$`), p.set},
			phrase{regexp.MustCompile(`(?i)[\s,(:–-]+\(?(?:` + p.re + `)\)?$`), p.set},
			phrase{regexp.MustCompile(`(?i)^(?:` + p.re + `)[\s,:–-]+`), p.set})
	}
	return out
})

// plainHeads are English heads that say nothing of the indicator.
var plainHeads = map[string]bool{"value": true, "values": true, "obs_value": true, "amount": true, "indicator": true, "indicators": true, "item": true, "items": true,
	"series": true, "data series": true, "level": true, "levels": true, "actual": true, "total value": true, "figure": true, "variable": true, "variables": true, "description": true, "non transformed data": true, "total economy": true, "all": true}

// frequencies are what stands in a row or column of frequencies.
var frequencies = map[string]Freq{"月": Monthly, "月度": Monthly, "monthly": Monthly, "m": Monthly, "month": Monthly, "季": Quarterly, "季度": Quarterly, "quarterly": Quarterly, "q": Quarterly, "quarter": Quarterly,
	"年": Annual, "年度": Annual, "annual": Annual, "a": Annual, "yearly": Annual, "year": Annual}
