package briefing

import (
	"testing"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

func unit(zh, en string) indicator.Unit { return indicator.ParseUnit(Text{ZH: zh, EN: en}) }

var yiYuan, wanYuan, percent = unit("亿元", "RMB 100 million"), unit("万元", "RMB 10 thousand"), unit("%", "%")

// TestAmount: numbers and units in the words of each language, to the digit.
func TestAmount(t *testing.T) {
	for _, c := range [...]struct {
		value  string
		unit   indicator.Unit
		places int
		zh, en string
	}{
		{"432.6", yiYuan, -1, "432.6亿元", "RMB 43.26 billion"},
		{"211.9", yiYuan, -1, "211.9亿元", "RMB 21.19 billion"},
		{"39038.1", yiYuan, -1, "39038.1亿元", "RMB 3.90381 trillion"},
		{"343.55", yiYuan, -1, "343.55亿元", "RMB 34.355 billion"},
		{"31.8", yiYuan, -1, "31.8亿元", "RMB 3.18 billion"},
		{"880.81", wanYuan, -1, "880.81万元", "RMB 8.8081 million"},
		{"1244", unit("万人", "10 thousand persons"), -1, "1244万人", "12.44 million persons"},
		{"14533", unit("户", "entities"), -1, "14533户", "14,533 entities"},
		{"118", unit("个", "projects"), -1, "118个", "118 projects"},
		{"1", unit("个", "projects"), -1, "1个", "1 project"},
		{"1", unit("户", "entities"), -1, "1户", "1 entity"},
		{"0", unit("个", "projects"), -1, "0个", "0 projects"},
		{"28", unit("场", "events"), -1, "28场", "28 events"},
		{"1", unit("家", "enterprises"), -1, "1家", "1 enterprise"},
		{"5", yiYuan, 1, "5.0亿元", "RMB 500 million"},
		{"38", yiYuan, 1, "38.0亿元", "RMB 3.80 billion"},
		{"0.5", yiYuan, -1, "0.5亿元", "RMB 50 million"},
		{"0.004", yiYuan, -1, "0.004亿元", "RMB 400,000"},
		{"9999.9", yiYuan, -1, "9999.9亿元", "RMB 999.99 billion"},
		{"10000", yiYuan, -1, "10000亿元", "RMB 1 trillion"},
		{"3.90381", unit("万亿元", "RMB trillion"), -1, "3.90381万亿元", "RMB 3.90381 trillion"},
		{"50", wanYuan, -1, "50万元", "RMB 500,000"},
		{"0.05", wanYuan, -1, "0.05万元", "RMB 500"},
		{"12345678", unit("元", "RMB"), -1, "12345678元", "RMB 12,345,678"},
		{"123456789", unit("元", "RMB"), -1, "1.23456789亿元", "RMB 123.456789 million"},
		{"123456789", unit("元", "RMB"), 0, "1.235亿元", "RMB 123.5 million"},
		{"24317495481466", unit("元", "RMB"), 0, "24.32万亿元", "RMB 24.32 trillion"},
		{"-4310000000", unit("美元", "US$"), 2, "−43.10亿美元", "−US$4.310 billion"},
		{"27555", unit("元", "RMB"), -1, "27555元", "RMB 27,555"},
		{"-5.3", yiYuan, -1, "−5.3亿元", "−RMB 530 million"},
		{"12.4", unit("亿美元", "US$100 million"), -1, "12.4亿美元", "US$1.24 billion"},
		{"3.2", unit("亿欧元", "EUR 100 million"), -1, "3.2亿欧元", "EUR 320 million"},
		{"-3.2", unit("亿欧元", "100 million euros"), -1, "−3.2亿欧元", "−EUR 320 million"},
		{"45", unit("万港元", "HK$ 10 thousand"), -1, "45万港元", "HK$450,000"},
		{"9.86", unit("亿千瓦时", "100 million kWh"), -1, "9.86亿千瓦时", "986 million kWh"},
		{"112.14", unit("亿千瓦时", "100 million kWh"), -1, "112.14亿千瓦时", "11.214 billion kWh"},
		{"812", unit("万吨", "10 thousand tonnes"), -1, "812万吨", "8.12 million tonnes"},
		{"0.47", unit("万人", "10 thousand persons"), -1, "0.47万人", "4,700 persons"},
		{"7.2", percent, -1, "7.2%", "7.2%"},
		{"5.0", percent, 1, "5.0%", "5.0%"},
		{"2.345", yiYuan, 2, "2.35亿元", "RMB 235 million"},
		{"2.344999", yiYuan, 2, "2.34亿元", "RMB 234 million"},
		{"-2.345", percent, 2, "−2.35%", "−2.35%"},
		{"1.5", unit("万平方米", "10 thousand square metres"), -1, "1.5万平方米", "15,000 square metres"},
		{"7", unit("某种单位", "widgets"), -1, "7某种单位", "7 widgets"},
	} {
		a := amount(dec(c.value), c.unit, c.places)
		if a.ZH.String() != c.zh || a.EN.String() != c.en {
			t.Errorf("%s: got %q | %q, want %q | %q", c.value, a.ZH, a.EN, c.zh, c.en)
		}
		if d := compare(a.text(), masks(nil)); d != nil {
			t.Errorf("%s: %v", c.value, d)
		}
	}
}

// TestPeriodWords: periods under each calendar.
func TestPeriodWords(t *testing.T) {
	monthly, quarterly, yearly := words{cal: byMonth}, words{cal: byQuarter}, words{cal: byYear}
	for _, c := range [...]struct {
		period string
		say    func(Period) Text
		zh, en string
	}{
		{"2022", yearly.name, "2022年", "2022"},
		{"2022", monthly.short, "2022年", "2022"},
		{"2023-01..2023-11", monthly.name, "2023年1—11月", "January–November 2023"},
		{"2023-01..2023-11", monthly.short, "1—11月", "January–November"},
		{"2023-01..2023-11", monthly.column, "1—11月", "Jan–Nov"},
		{"2023-11", monthly.name, "2023年11月", "November 2023"},
		{"2023-11", monthly.column, "11月", "Nov"},
		{"2023-11", monthly.end, "2023年11月末", "end-November 2023"},
		{"2023-11", monthly.endShort, "11月末", "end-November"},
		{"2023-12", monthly.end, "2023年末", "end-2023"},
		{"2022", yearly.end, "2022年末", "end-2022"},
		{"2023-01..2023-03", quarterly.name, "2023年一季度", "the first quarter of 2023"},
		{"2023-01..2023-03", quarterly.heading, "2023年一季度", "First quarter of 2023"},
		{"2023-01..2023-03", monthly.short, "1—3月", "January–March"},
		{"2023-07..2023-09", quarterly.short, "三季度", "the third quarter"},
		{"2023-01..2023-06", quarterly.short, "上半年", "the first half"},
		{"2023-01..2023-06", monthly.short, "1—6月", "January–June"},
		{"2023-01..2023-09", quarterly.short, "前三季度", "the first three quarters"},
		{"2023-01..2023-09", quarterly.column, "前三季度", "Q1–Q3"},
		{"2023-07..2023-09", quarterly.slot, "三季度", "Q3"},
		{"2023-11", monthly.slot, "11月", "Nov"},
		{"2023", yearly.slot, "2023", "2023"},
	} {
		p, err := indicator.ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		if got := unmarked(c.say(p)); got != (Text{ZH: c.zh, EN: c.en}) {
			t.Errorf("%s: got %q | %q, want %q | %q", c.period, got.ZH, got.EN, c.zh, c.en)
		}
	}
	for iso, want := range map[string]Text{"2023-02-11": both("2023年2月11日", "11 February 2023"), "soon": both("soon", "soon"), "2023-12-01": both("2023年12月1日", "1 December 2023")} {
		if got := unmarked(date(iso)); got != want {
			t.Errorf("%s: %v", iso, got)
		}
	}
}

func pointsFact(s string, places int) fact {
	return fact{Quantity: indicator.Quantity{Value: dec(s)}, places: places}
}

// unmarked is a text as it will be printed.
func unmarked(t Text) Text { return Text{ZH: marked.Plain(t.ZH), EN: marked.Plain(t.EN)} }

func rateOf(s string) change {
	f := fact{Quantity: indicator.Quantity{Value: dec(s)}, places: 1, ok: true, role: asGrowth, of: &reading{s: &indicator.Series{}}}
	return change{fact: f, value: round(dec(s), 1), compare: indicator.YearOnYear}
}

// TestChangeWords: growth, decline and no change, and how one rate stands to
// the one before.
func TestChangeWords(t *testing.T) {
	w, year := words{cal: byMonth}, words{cal: byYear}
	nov, y := indicator.MonthOf(indicator.NewMonth(2023, 11)), indicator.Year(2022)
	in, inYear := both("11月", "in November"), both("2022年", "in 2022")
	end := words{cal: byMonth, stock: true}
	with := func(c change, f func(*change)) change { f(&c); return c }
	for _, c := range [...]struct {
		got    Text
		zh, en string
	}{
		{rateOf("7.2").after(w, nov), "同比增长7.2%", "up 7.2% year on year"},
		{rateOf("-0.2").after(w, nov), "同比下降0.2%", "down 0.2% year on year"},
		{rateOf("0").after(w, nov), "同比持平", "unchanged from a year earlier"},
		{rateOf("-0.04").after(w, nov), "同比持平", "unchanged from a year earlier"},
		{rateOf("0.05").after(w, nov), "同比增长0.1%", "up 0.1% year on year"},
		{rateOf("7.2").after(year, y), "比上年增长7.2%", "up 7.2% over the previous year"},
		{rateOf("7.2").clause(w, nov, in), "同比增长7.2%", "grew 7.2% year on year in November"},
		{rateOf("-3").clause(w, nov, in), "同比下降3.0%", "fell 3.0% year on year in November"},
		{rateOf("7.2").clause(year, y, inYear), "比上年增长7.2%", "grew 7.2% in 2022"},
		{rateOf("0").clause(year, y, inYear), "与上年持平", "showed no change in 2022"},
		{rateOf("11.1").clause(end, nov, both("11月末", "at end-November")), "同比增长11.1%", "grew 11.1% in the year to end-November"},
		{with(rateOf("5"), func(c *change) { c.real = true }).after(w, nov), "同比实际增长5.0%", "up 5.0% in real terms year on year"},
		{with(rateOf("-5"), func(c *change) { c.nominal = true }).after(w, nov), "同比名义下降5.0%", "down 5.0% in nominal terms year on year"},
		{with(rateOf("1.3"), func(c *change) { c.compare = indicator.OnPrevious }).after(w, nov), "环比增长1.3%", "up 1.3% on the previous month"},
		{rateOf("2").bare(), "增长2.0%", "up 2.0%"},
		{rateOf("-2").bare(), "下降2.0%", "down 2.0%"},
		{rateOf("0").bare(), "持平", "unchanged"},
		{points(pointsFact("0.3", 1)), "0.3个百分点", "0.3 percentage points"},
		{points(pointsFact("-1", -1)), "1个百分点", "1 percentage point"},
		{pace(rateOf("7.2"), rateOf("6.9"), in, 1), "增速比11月加快0.3个百分点", "0.3 percentage points faster than in November"},
		{pace(rateOf("6.9"), rateOf("7.2"), in, 1), "增速比11月回落0.3个百分点", "0.3 percentage points slower than in November"},
		{pace(rateOf("7.2"), rateOf("7.2"), in, 1), "增速与11月持平", "the same pace as in November"},
		{pace(rateOf("-2"), rateOf("-1"), in, 1), "降幅比11月扩大1.0个百分点", "a decline 1.0 percentage points steeper than in November"},
		{pace(rateOf("-1"), rateOf("-2"), in, 1), "降幅比11月收窄1.0个百分点", "a decline 1.0 percentage points smaller than in November"},
		{pace(rateOf("-1"), rateOf("-1"), in, 1), "降幅与11月持平", "the same rate of decline as in November"},
		{pace(rateOf("-1"), rateOf("2"), in, 1), "由11月的增长2.0%转为下降", "after growth of 2.0% in November"},
		{pace(rateOf("1"), rateOf("-2"), in, 1), "由11月的下降2.0%转为增长", "after a fall of 2.0% in November"},
		{pace(rateOf("0"), rateOf("-2"), in, 1), "11月为下降2.0%", "after a fall of 2.0% in November"},
	} {
		if c.got != (Text{ZH: c.zh, EN: c.en}) {
			t.Errorf("got %q | %q, want %q | %q", c.got.ZH, c.got.EN, c.zh, c.en)
		}
	}
}

// TestFindings: the one thing that a run of monthly rates says.
func TestFindings(t *testing.T) {
	for _, c := range [...]struct {
		rates  []string // by month, ending in November 2023
		weight weight
		zh, en string
	}{
		{[]string{"5", "5.5", "-0.3", "2", "1", "3", "-0.6"}, turning, "用电量11月下降0.6%，为2023年7月以来首次下降", "Electricity use fell 0.6% in November, the first fall since July 2023"},
		{[]string{"2", "1", "3", "-0.6"}, turning, "用电量11月下降0.6%，此前至少连续三个月增长", "Electricity use fell 0.6% in November, after at least three months of growth"},
		{[]string{"", "3", "-0.6"}, turning, "用电量11月下降0.6%，由上月的增长转为下降", "Electricity use fell 0.6% in November, after growth in October"},
		{[]string{"-2", "-1", "0.6"}, turning, "用电量11月增长0.6%，此前至少连续两个月下降", "Electricity use grew 0.6% in November, after at least two months of decline"},
		{[]string{"1", "2", "3", "4"}, lasting, "用电量增速至少连续三个月加快", "Growth in electricity use has quickened for at least three months running"},
		{[]string{"4", "3", "2", "1"}, lasting, "用电量增速至少连续三个月回落", "Growth in electricity use has slowed for at least three months running"},
		{[]string{"-4", "-3", "-2", "-1"}, lasting, "用电量降幅至少连续三个月收窄", "The fall in electricity use has eased for at least three months running"},
		{[]string{"-1", "-2", "-3", "-4"}, lasting, "用电量降幅至少连续三个月扩大", "The fall in electricity use has deepened for at least three months running"},
		{[]string{"3", "1", "2", "3", "4"}, lasting, "用电量增速连续三个月加快", "Growth in electricity use has quickened for three months running"},
		{[]string{"4", "3", "2", "1", "-0.5", "-1"}, moved, "用电量11月降幅扩大至1.0%", "The fall in electricity use deepened to 1.0% in November"},
		{[]string{"1", "-1", "-2", "-3", "-4"}, lasting, "用电量降幅连续三个月扩大", "The fall in electricity use has deepened for three months running"},
		{[]string{"-1", "-2", "-1.5"}, lasting, "用电量11月下降1.5%，至少连续三个月下降", "Electricity use fell 1.5% in November, at least the third fall in a row"},
		{[]string{"9", "2", "3", "2", "3", "2", "3", "2", "8"}, extreme, "用电量11月增长8.0%，增速为2023年3月以来最高", "Electricity use grew 8.0% in November, the fastest rate since March 2023"},
		{[]string{"2", "5"}, moved, "用电量11月增速加快至5.0%", "Growth in electricity use quickened to 5.0% in November"},
		{[]string{"5", "2"}, moved, "用电量11月增速回落至2.0%", "Growth in electricity use slowed to 2.0% in November"},
		{[]string{"5", "5.2"}, steady, "用电量11月增长5.2%，增速与上月基本持平", "Electricity use grew 5.2% in November, little changed from October"},
		{[]string{"5", "5"}, steady, "用电量11月增长5.0%，增速与上月持平", "Electricity use grew 5.0% in November, the same rate as in October"},
		{[]string{"5"}, level, "用电量11月增长5.0%", "Electricity use grew 5.0% in November"},
		{[]string{"5", "0.0"}, level, "用电量11月持平", "Electricity use showed no change in November"},
		{[]string{"1", "2", "", "4"}, level, "用电量11月增长4.0%", "Electricity use grew 4.0% in November"},
	} {
		s := series("power", "用电量", "Electricity use", "亿千瓦时|100 million kWh")
		g := growthOf("power")
		g.Decimals = 1
		for i, v := range c.rates {
			if v == "" {
				continue
			}
			m := indicator.NewMonth(2023, 11) - indicator.Month(len(c.rates)-1-i)
			g.Observations = append(g.Observations, indicator.Observation{Period: indicator.MonthOf(m), Value: dec(v)})
		}
		d := &indicator.Dataset{Series: []indicator.Series{s, g}}
		r := read(d, &d.Series[0], indicator.MonthOf(indicator.NewMonth(2023, 11)), nil)
		f, ok := newHistory(r).find()
		f.title = unmarked(f.title)
		if !ok || f.weight != c.weight || f.title != (Text{ZH: c.zh, EN: c.en}) {
			t.Errorf("%v: got %d %q | %q, want %d %q | %q", c.rates, f.weight, f.title.ZH, f.title.EN, c.weight, c.zh, c.en)
		}
	}
}

// TestParityFinds: a number lost or moved by a factor in one language.
func TestParityFinds(t *testing.T) {
	for _, c := range [...]struct {
		zh, en string
		agree  bool
	}{
		{"1—11月，零售额455.4亿元，增长6.3%。", "Retail sales reached RMB 45.54 billion in January–November, up 6.3%.", true},
		{"零售额39038.1亿元。", "Retail sales reached RMB 3.90381 trillion.", true},
		{"零售额39038.1亿元。", "Retail sales reached RMB 390.83 billion.", false},
		{"增长6.3%，加快0.2个百分点。", "Up 6.3%.", false},
		{"下降1.0%。", "Down 1%.", true},
		{"新增1.2万人。", "12,000 persons were added.", true},
		{"−5亿元", "−RMB 500 million", true},
		{"−5亿元", "RMB 500 million", false},
		{"2023年2月11日，共七项。", "Seven on 11 February 2023.", true},
		{"前三季度331.5亿元", "RMB 33.15 billion (Q1–Q3)", true},
	} {
		b := &Briefing{Lead: []Block{&Paragraph{Text: both(c.zh, c.en)}}}
		if found := opinion(b, &indicator.Dataset{}); (len(found) == 0) != c.agree {
			t.Errorf("%q | %q: agree %v, want %v: %v", c.zh, c.en, !c.agree, c.agree, found)
		}
	}
}

// TestNamesAreNotJudged: figures in the source's own names may differ.
func TestNamesAreNotJudged(t *testing.T) {
	d := &indicator.Dataset{Series: []indicator.Series{series("p", "“100强”企业", "Top hundred enterprises", "家|enterprises", "2022 31")}}
	if _, err := Compose(d, Options{}); err != nil {
		t.Error(err)
	}
}

// TestNothingToSay: a dataset without anything is an error, not a blank page.
func TestNothingToSay(t *testing.T) {
	for _, d := range []*indicator.Dataset{nil, {}, {Series: []indicator.Series{series("x", "甲", "A", "亿元|")}}} {
		if b, err := Compose(d, Options{}); err == nil {
			t.Errorf("got %+v", b)
		}
	}
}

func BenchmarkCompose(b *testing.B) {
	d := monthly()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compose(d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
