package briefing

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// judged is a dataset on one indicator and its target for 2023.
func judged(s indicator.Series, t indicator.Target) *indicator.Dataset {
	t.Series = s.ID
	if t.Year == 0 {
		t.Year = 2023
	}
	if t.Cell == (Cell{}) {
		t.Cell = Cell{File: "t.xlsx", Sheet: "目标", Addr: "C2"}
	}
	return &indicator.Dataset{Series: []indicator.Series{s}, Targets: []indicator.Target{t}}
}

func limit(v string) indicator.Target {
	return indicator.Target{Kind: indicator.LevelTarget, Bound: indicator.AtMost, Value: dec(v)}
}

func floor(v string) indicator.Target {
	return indicator.Target{Kind: indicator.LevelTarget, Bound: indicator.AtLeast, Value: dec(v)}
}

// How an indicator stands is said in one set of words: limits are kept or
// broken, years that are over are met or missed, and nothing reads as its
// opposite.
func TestStatus(t *testing.T) {
	yi := "亿元|RMB 100 million"
	stock := func(s indicator.Series) indicator.Series { s.Basis = indicator.Stock; return s }
	pct := func(k indicator.TargetKind, b indicator.Bound, v string) indicator.Target {
		return indicator.Target{Kind: k, Bound: b, Value: dec(v)}
	}
	spend := func(v string) indicator.Series {
		return series("spend", "支出", "Expenditure", yi, "2023-01..2023-10 "+v)
	}
	for _, c := range []struct {
		name       string
		d          *indicator.Dataset
		word, gap  Text
		title      Text // of a figure about it alone
		label      Text // of the target
		prose      string
		proseEN    string
		tone       Tone
		scheduling scale
	}{
		{name: "a ceiling used faster than the calendar", d: judged(spend("300"), limit("330")), word: both("快于进度", "ahead of pace"), gap: both("快7.6个百分点", "7.6 pp above pace"),
			title: both("支出已达全年控制数的90.9%，快于进度", "Expenditure: 90.9% of the year's ceiling, ahead of pace"), label: both("330亿元以内", "RMB 33 billion or less"), tone: Behind, scheduling: onShare,
			prose: "为全年控制目标（330亿元以内）的90.9%，比时间进度高7.6个百分点", proseEN: "7.6 percentage points more than the share of the year elapsed"},
		{name: "a ceiling broken", d: judged(spend("350"), limit("300")), word: both("超标", "above limit"), gap: both("超50亿元", "RMB 5 billion over"),
			title: both("支出已达全年控制数的116.7%，超过上限", "Expenditure: 116.7% of the year's ceiling, exceeded"), label: both("300亿元以内", "RMB 30 billion or less"), tone: Behind, scheduling: onShare,
			prose: "已达全年控制目标（300亿元以内）的116.7%，超过上限", proseEN: "which has been exceeded"},
		{name: "a ceiling with room", d: judged(spend("250"), limit("330")), word: both("控制在进度内", "within pace"), gap: both("慢7.6个百分点", "7.6 pp below pace"),
			title: both("支出已达全年控制数的75.8%，控制在进度内", "Expenditure: 75.8% of the year's ceiling, within pace"), label: both("330亿元以内", "RMB 33 billion or less"), tone: Ahead, scheduling: onShare},
		{name: "a ceiling level with the calendar", d: judged(spend("275"), limit("330")), word: both("控制在进度内", "within pace"), gap: both("与时间进度持平", "level with the calendar"),
			title: both("支出已达全年控制数的83.3%，控制在进度内", "Expenditure: 83.3% of the year's ceiling, within pace"), label: both("330亿元以内", "RMB 33 billion or less"), tone: OnTrack, scheduling: onShare},
		{name: "a ceiling used up a little too fast", d: judged(spend("277"), limit("330")), word: both("略快于进度", "close to pace"), gap: both("快0.6个百分点", "0.6 pp above pace"),
			title: both("支出已达全年控制数的83.9%，略快于进度", "Expenditure: 83.9% of the year's ceiling, close to pace"), label: both("330亿元以内", "RMB 33 billion or less"), tone: OnTrack, scheduling: onShare},
		{name: "a month of a rate", d: judged(monthOf("39"), pct(indicator.RateTarget, indicator.AtMost, "33")), word: both("仅有当月值", "single month only"), gap: Text{},
			label: both("33%以内", "33% or less"), tone: Quiet, scheduling: onRate, prose: "甲为39.0%；此为当月值，全年目标（33%以内）按全年考核", proseEN: "That is a single month; the target (33% or less) is for the year."},
		{name: "a ceiling of a year that is over", d: judged(series("spend", "支出", "Expenditure", yi, "2023 310"), limit("330")), word: both("达标", "within limit"), gap: both("已达93.9%", "93.9% used"),
			title: both("支出已达全年控制数的93.9%，达标", "Expenditure: 93.9% of the year's ceiling, within limit"), label: both("330亿元以内", "RMB 33 billion or less"), tone: OnTrack, scheduling: onShare},
		{name: "a balance above its ceiling", d: judged(stock(series("debt", "债务余额", "Outstanding debt", yi, "2023-10 1020")), limit("1000")), word: both("超标", "above limit"), gap: both("高20亿元", "RMB 2 billion above"),
			title: both("债务余额1020亿元，超标", "Outstanding debt: RMB 102 billion, above limit"), label: both("1000亿元以内", "RMB 100 billion or less"), tone: Behind, scheduling: onOwn},
		{name: "a balance at the end of the year", d: judged(stock(series("beds", "床位", "Beds", "张|beds", "2023-12 105")), floor("100")), word: both("超额完成", "exceeded"), gap: both("高5张", "5 beds above"),
			title: both("床位105张，超额完成", "Beds: 105 beds, exceeded"), label: both("100张以上", "100 beds or more"), tone: Ahead, scheduling: onOwn},
		{name: "no accident against none", d: judged(series("acc", "重大事故", "Major accidents", "起|cases", "2023 0"), limit("0")), word: both("达标", "within limit"), gap: both("持平", "at target"),
			title: both("重大事故0起，达标", "Major accidents: 0 cases, within limit"), label: both("0起以内", "0 cases or less"), tone: OnTrack, scheduling: onOwn},
		{name: "a deficit beyond its floor", d: judged(series("balance", "收支差额", "Fiscal balance", yi, "2023 -43.1"), floor("-40")), word: both("未完成", "missed"), gap: both("低3.1亿元", "RMB 310 million below"),
			title: both("收支差额−43.1亿元，未完成", "Fiscal balance: −RMB 4.31 billion, missed"), label: both("不低于−40亿元", "no less than −RMB 4 billion"), tone: Behind, scheduling: onOwn},
		{name: "a floor for a fall", d: judged(growthOf("", "2023-01..2023-10 -12.5"), pct(indicator.GrowthTarget, indicator.AtLeast, "-10")), word: both("落后", "behind"), gap: both("低2.5个百分点", "2.5 pp below"),
			label: both("降幅不超过10%", "a fall of 10% or less"), tone: Behind, scheduling: onGrowth},
		{name: "a gap that is not printed", d: judged(series("rev", "收入", "Revenue", yi, "2022 100", "2023 109.03"), pct(indicator.GrowthTarget, indicator.AtLeast, "9")), word: both("完成", "met"), gap: both("持平", "at target"),
			label: both("9%以上", "9% or more"), tone: OnTrack, scheduling: onGrowth},
		{name: "missed by too little for one digit", d: judged(series("rev", "收入", "Revenue", yi, "2023 9999.9"), floor("10000")), word: both("未完成", "missed"), gap: both("完成99.999%", "99.999% reached"),
			title: both("收入完成全年目标的99.999%", "Revenue: 99.999% of the target for the year"), label: both("10000亿元以上", "RMB 1 trillion or more"), tone: Behind, scheduling: onShare},
	} {
		comp := newComposer(c.d, Options{})
		it := comp.targeted()[0]
		if got := statusWord(*it.target); got != c.word || tone(it.target.Verdict) != c.tone || it.scale() != c.scheduling {
			t.Errorf("%s: %v, %q, scale %d", c.name, got, tone(it.target.Verdict), it.scale())
		}
		if got := unmarked(gapText(it)); got != c.gap {
			t.Errorf("%s: gap %v, want %v", c.name, got, c.gap)
		}
		if got := unmarked(comp.targetValue(it.r, it.target.Target)); got != c.label {
			t.Errorf("%s: target %v, want %v", c.name, got, c.label)
		}
		if got := unmarked(comp.targetTitle(it.scale(), []*item{it})); !c.title.IsZero() && got != c.title {
			t.Errorf("%s: title %v, want %v", c.name, got, c.title)
		}
		b, err := Compose(c.d, Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if text := dump(b); !strings.Contains(text, c.prose) || !strings.Contains(text, c.proseEN) {
			t.Errorf("%s: %q or %q is not in\n%s", c.name, c.prose, c.proseEN, text)
		}
	}
}

// Titles about several targets count all of them.
func TestTargetTitles(t *testing.T) {
	row := func(v indicator.Verdict, bound indicator.Bound, final bool) *item {
		a := &indicator.Attainment{Verdict: v, Basis: indicator.YearToDate, Target: indicator.Target{Year: 2023, Bound: bound, Value: dec("1")}}
		if final {
			a.Basis = indicator.WholeYear
		}
		a.Limit = bound == indicator.AtMost
		a.Actual.Value, a.Aim.Value = dec("2"), dec("1")
		return &item{r: &reading{s: &indicator.Series{Name: both("甲", "Alpha")}}, target: a}
	}
	const up, down, off = indicator.Ahead, indicator.Behind, indicator.OffTarget
	const least, most, exact = indicator.AtLeast, indicator.AtMost, indicator.Exactly
	for _, c := range []struct {
		rows []*item
		want Text
	}{
		{[]*item{row(down, least, false), row(off, exact, false)}, both("两项增长目标均未达到进度，一项落后、一项偏离目标", "Neither of the two growth targets is on track, one behind, one off target")},
		{[]*item{row(down, least, false), row(off, exact, false), row(down, most, false)}, both("三项增长目标均未符合要求，一项落后、一项超标、一项偏离目标", "None of the three growth targets is in line, one behind, one above limit, one off target")},
		{[]*item{row(down, most, false), row(down, most, false)}, both("两项指标均超标", "Both indicators are above limit")},
		{[]*item{row(off, exact, false), row(off, exact, false)}, both("两项指标均偏离目标", "Both indicators are off target")},
		{[]*item{row(down, least, false), row(down, least, false)}, both("两项指标均落后于目标", "Both indicators are behind target")},
		{[]*item{row(up, least, false), row(up, least, false)}, both("两项指标均快于目标", "Both indicators are ahead of target")},
		{[]*item{row(up, least, false), row(up, least, false), row(down, most, false)}, both("三项增长目标中两项符合要求，甲超标", "Two of three growth targets in line, alpha above limit")},
		{[]*item{row(up, least, true), row(down, least, true)}, both("两项增长目标中一项完成，甲未完成", "One of two growth targets met, that for alpha missed")},
		{[]*item{row(down, least, true), row(down, most, true)}, both("两项增长目标均未完成", "Both growth targets were missed")},
	} {
		if got := unmarked(titleOf(kindOf[onGrowth], c.rows)); got != c.want {
			t.Errorf("got  %s | %s\nwant %s | %s", got.ZH, got.EN, c.want.ZH, c.want.EN)
		}
	}
}

// In a year that is over an amount below zero makes all levels stand as amounts
// in one figure; three targets missed are news.
func TestLevelsOfAYear(t *testing.T) {
	d := &indicator.Dataset{Series: []indicator.Series{
		series("rev", "收入", "Revenue", "亿元|RMB 100 million", "2023 95"), series("profit", "利润", "Profits", "亿元|RMB 100 million", "2023 -0.9"),
		series("acc", "事故", "Accidents", "起|cases", "2023 1"), series("jobs", "新增就业", "New jobs", "万人|10 thousand persons", "2023 6.1"),
	}}
	for i, x := range []indicator.Target{floor("100"), floor("2"), limit("0"), floor("6")} {
		x.Series, x.Year, x.Cell = d.Series[i].ID, 2023, Cell{File: "t.xlsx", Sheet: "目标", Addr: "C" + string(rune('2'+i))}
		d.Targets = append(d.Targets, x)
	}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, ok := b.Lead[0].(*Figure)
	if !ok || f.Title != both("四项水平目标中一项完成，两项未完成、一项超标", "One of four targets for levels and rates met, two missed, one above limit") || len(f.Chart.(*Targets).Rows) != 4 {
		t.Errorf("%v", f.Title)
	}
	if want := both("2023年收入95亿元；全年四项目标中三项未完成", "Revenue came to RMB 9.5 billion in 2023; three of four targets for the year were missed"); b.Headline != want {
		t.Errorf("%v", b.Headline)
	}
}

// What shares no scale is drawn by its distance from the target; what is far off,
// in words or apart. A figure of one row is not worth its place beside others.
func TestApartFigures(t *testing.T) {
	for _, c := range []struct {
		rates string // of indicators whose target is 50%
		form  []Form
		rows  []int
		reach float64
		desc  string
	}{
		{"50.2 49.9", []Form{FormDumbbells}, []int{2}, 1, "2023年实际值与2023年目标的距离（占目标的%）"},
		{"50 47 55 2", []Form{FormDumbbells}, []int{3}, 1, "2023年实际值与2023年目标的距离（占目标的%）；未画出：指标D 2.0%（目标50%以上，未完成）"},
		{"50 47 55 2 3", []Form{FormDumbbells, FormApart}, []int{3, 2}, 1, "2023年实际值与2023年目标的距离（占目标的%）"},
		{"50 2", []Form{FormApart}, []int{2}, 0, "2023年实际值与2023年目标，各用其单位"},
	} {
		d := &indicator.Dataset{}
		for i, v := range strings.Fields(c.rates) {
			id := fmt.Sprintf("s%d", i)
			s := series(id, fmt.Sprintf("指标%c", 'A'+i), fmt.Sprintf("Indicator %c", 'A'+i), "分|marks", "2023 "+v)
			if i > 1 {
				s.Unit = percent
			}
			s.Measure = indicator.Rate
			x := target(id, 2023, indicator.RateTarget, indicator.AtLeast, "50")
			x.Cell.Addr = fmt.Sprintf("C%d", i+2)
			d.Series, d.Targets = append(d.Series, s), append(d.Targets, x)
		}
		comp := newComposer(d, Options{})
		fs := comp.targetFigures()
		if len(fs) != len(c.form) || unmarked(fs[0].Description).ZH != c.desc {
			t.Fatalf("%s: %d figures, %s", c.rates, len(fs), unmarked(fs[0].Description).ZH)
		}
		for i, f := range fs {
			if chart := f.Chart.(*Targets); chart.Form != c.form[i] || len(chart.Rows) != c.rows[i] || i == 0 && chart.Reach != c.reach {
				t.Errorf("%s: %s, %d rows, reach %g", c.rates, chart.Form, len(chart.Rows), chart.Reach)
			}
		}
		if _, err := Compose(d, Options{}); err != nil {
			t.Error(err)
		}
	}
}

// monthOf is a rate in one month.
func monthOf(v string) indicator.Series {
	s := series("x", "甲", "Alpha", "%|%", "2023-10 "+v)
	s.Measure = indicator.Rate
	return s
}

// Values of one chart have one number of digits; the actual of a year that is over
// stands beside its share; and what rows cover is said of flows and of stocks.
func TestRowsOfOneChart(t *testing.T) {
	rate := func(id, v string) indicator.Series { return growthOf(id, "2023-01..2023-10 "+v) }
	loans := series("c", "贷款余额", "Loans", "亿元|RMB 100 million", "2022-10 100", "2023-10 107.9")
	loans.Basis = indicator.Stock
	d := &indicator.Dataset{Series: []indicator.Series{
		series("a", "甲", "Alpha", "亿元|RMB 100 million", "2023-01..2023-10 8"), rate("a", "5"), series("b", "乙", "Beta", "亿元|RMB 100 million", "2023-01..2023-10 9"), rate("b", "7.4"), loans,
	}}
	for i, id := range []string{"a", "b", "c"} {
		x := target(id, 2023, growthKind, indicator.AtLeast, "5")
		x.Cell.Addr = fmt.Sprintf("C%d", i+2)
		d.Targets = append(d.Targets, x)
	}
	f := newComposer(d, Options{}).targetFigures()[0]
	got := ""
	for _, r := range f.Chart.(*Targets).Rows {
		got += unmarked(r.Actual.Label).ZH + " "
	}
	if got != "5.0% 7.4% 7.9% " {
		t.Error(got)
	}
	if want := both("1—10月累计同比增速（余额为10月末）与2023年目标（%）", "Growth in January–October (balances at end-October) against the targets for 2023 (%)"); unmarked(f.Description) != want {
		t.Error(unmarked(f.Description))
	}
	if _, err := Compose(d, Options{}); err != nil {
		t.Error(err)
	}
	over := newComposer(judged(series("rev", "收入", "Revenue", "亿元|RMB 100 million", "2023 142.36"), floor("150")), Options{})
	if r := over.targetFigures()[0].Chart.(*Targets).Rows[0]; unmarked(r.Gap) != both("实绩142.36亿元", "actual: RMB 14.236 billion") || unmarked(r.Actual.Label).ZH != "94.9%" {
		t.Errorf("%v, %v", unmarked(r.Gap), r.Actual.Label)
	}
}

// A difference is in percentage points between percentages, in points of an
// index, else in the unit itself.
func TestDifference(t *testing.T) {
	for _, c := range []struct {
		unit    string
		measure indicator.Measure
		by      string
		places  int
		want    Text
	}{
		{"%|%", indicator.Share, "-0.8", 1, both("0.8个百分点", "0.8 percentage points")},
		{"上年=100|previous year = 100", indicator.Index, "0.4", 1, both("0.4个点", "0.4 points")},
		{"万元/人|RMB 10 thousand per person", indicator.Rate, "0.8", 2, both("0.80万元/人", "RMB 8,000 per person")},
		{"岁|years", indicator.Rate, "0.4", 2, both("0.40岁", "0.40 years")},
		{"微克/立方米|micrograms per cubic metre", indicator.Rate, "-1.2", 1, both("1.2微克/立方米", "1.2 µg/m³")},
		{"‰|‰", indicator.Rate, "0.3", 1, both("0.3个千分点", "0.3 per-mille points")},
	} {
		s := series("x", "甲", "Alpha", c.unit)
		s.Measure = c.measure
		r := &reading{s: &s, book: &book{}}
		if got := unmarked(r.difference(r.fact(indicator.Quantity{Value: dec(c.by)}, Period{}, c.places, asPoints))); got != c.want {
			t.Errorf("%s: %v, want %v", c.unit, got, c.want)
		}
	}
}
