package charts

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"jianbao/internal/briefing"
)

// exhibit is a hard case of the gallery.
type exhibit struct {
	name  string
	chart briefing.Chart
}

func text(zh, en string) briefing.Text { return briefing.Text{ZH: zh, EN: en} }

func same(s string) briefing.Text { return briefing.Text{ZH: s, EN: s} }

func datum(v float64) briefing.Datum {
	return briefing.Datum{Value: v, Label: same(strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", "−", 1))}
}

func percent(v float64) briefing.Datum {
	d := datum(v)
	d.Label = same(d.Label.ZH + "%")
	return d
}

func signed(v float64) briefing.Datum {
	d := briefing.Datum{Value: v, Label: same(strings.Replace(fmt.Sprintf("%+.1f%%", v), "-", "−", 1))}
	return d
}

var missing = briefing.Datum{Missing: true}

var english = strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

// months are n slots from January of a year on.
func months(year, n int) []briefing.Slot {
	var s []briefing.Slot
	for i := range n {
		m := i%12 + 1
		s = append(s, briefing.Slot{Label: text(fmt.Sprintf("%d月", m), english[m-1]), Year: year + i/12, Month: m, Span: 1})
	}
	return s
}

func quarters(year, n int) []briefing.Slot {
	var s []briefing.Slot
	for i := range n {
		q := i%4 + 1
		s = append(s, briefing.Slot{Label: text([]string{"一", "二", "三", "四"}[q-1]+"季度", fmt.Sprintf("Q%d", q)), Year: year + i/4, Month: 3 * q, Span: 3})
	}
	return s
}

func years(year, n int) []briefing.Slot {
	var s []briefing.Slot
	for i := range n {
		s = append(s, briefing.Slot{Label: same(strconv.Itoa(year + i)), Year: year + i, Month: 12, Span: 12})
	}
	return s
}

func wave(n int, mid, swing, phase float64) []briefing.Datum {
	var d []briefing.Datum
	for i := range n {
		d = append(d, datum(math.Round(10*(mid+swing*math.Sin(float64(i)*0.55+phase)))/10))
	}
	return d
}

func rates(n int, mid, swing, phase float64) []briefing.Datum {
	var d []briefing.Datum
	for _, x := range wave(n, mid, swing, phase) {
		d = append(d, signed(x.Value))
	}
	return d
}

// without blanks the slots for which drop says so.
func without(d []briefing.Datum, drop func(int) bool) []briefing.Datum {
	for i := range d {
		if drop(i) {
			d[i] = missing
		}
	}
	return d
}

func january(i int) bool { return i%12 == 0 }

func growthOf(slots []briefing.Slot, bars, line []briefing.Datum, target float64) *briefing.Growth {
	g := &briefing.Growth{
		Slots: slots, Bars: bars, Line: line,
		BarUnit: text("亿元", "RMB 100 million"), BarName: text("当月值", "month"), LineName: text("同比", "year on year (%)"),
	}
	if target != 0 {
		s := strconv.FormatFloat(target, 'f', -1, 64)
		g.Target = &briefing.TargetMark{Value: target, Label: text("目标"+s+"%", "target "+s+"%")}
	}
	return g
}

var jingyue = &briefing.Ranked{Unit: same("%"), Target: true, Rows: []briefing.RankedRow{
	{Name: text("规模以上工业产值", "Output of industrial enterprises above the designated size"), Datum: percent(18), Ref: -1},
	{Name: text("社会消费品零售总额", "Total retail sales of consumer goods"), Datum: percent(15), Ref: -1},
	{Name: text("规模以上服务业核算行业营业收入", "Revenue of above-designated-size services (national-accounts industries)"), Datum: percent(10), Ref: -1},
	{Name: text("地方财政收入", "Local fiscal revenue"), Datum: percent(10), Ref: -1},
	{Name: text("地区生产总值", "Gross regional product"), Datum: percent(7.2), Ref: -1, Emphasis: true},
	{Name: text("固定资产投资", "Fixed-asset investment"), Datum: percent(5), Ref: -1},
	{Name: text("城乡居民收入", "Income of urban and rural residents"), Datum: missing, Ref: 4, Note: text("与经济增长基本同步，未定数值", "broadly in step with GRP growth; no figure set")},
}}

func ranks(n int, value func(int) float64) *briefing.Ranked {
	r := &briefing.Ranked{Unit: text("亿元", "RMB 100 million")}
	for i := range n {
		r.Rows = append(r.Rows, briefing.RankedRow{Name: text(fmt.Sprintf("第%d产业园区", i+1), fmt.Sprintf("Industrial park no. %d", i+1)), Datum: datum(value(i)), Ref: -1, Emphasis: i == 2})
	}
	return r
}

const fortyHanzi = "长春净月高新技术产业开发区规模以上战略性新兴产业和高技术制造业以及现代服务业增加值总量"

func pp(zh, en string) briefing.Text { return text(zh, en) }

func bullets() *briefing.Targets {
	return &briefing.Targets{Unit: same("%"), Rows: []briefing.TargetRow{
		{Name: text("规上工业产值", "Industrial output"), Actual: percent(13.2), Target: percent(18), Bound: "exactly", Ref: -1, Gap: pp("低4.8个百分点", "4.8 pp below"), Status: text("落后", "behind"), Tone: briefing.Behind},
		{Name: text("社会消费品零售总额", "Retail sales"), Actual: percent(8.8), Target: percent(15), Bound: "at-least", Ref: -1, Gap: pp("低6.2个百分点", "6.2 pp below"), Status: text("落后", "behind"), Tone: briefing.Behind},
		{Name: text("地方财政收入", "Local fiscal revenue"), Actual: percent(10.6), Target: percent(10), Bound: "exactly", Ref: -1, Gap: pp("高0.6个百分点", "0.6 pp above"), Status: text("超前", "ahead"), Tone: briefing.Ahead},
		{Name: text("居民消费价格", "Consumer prices"), Actual: percent(0.4), Target: percent(3), Bound: "at-most", Ref: -1, Gap: pp("低2.6个百分点", "2.6 pp below the ceiling"), Status: text("控制在目标内", "within the ceiling"), Tone: briefing.Ahead},
		{Name: text("固定资产投资", "Fixed-asset investment"), Actual: percent(5.4), Target: percent(5), Upper: percent(7), Bound: "range", Ref: -1, Gap: pp("在区间内", "within the range"), Status: text("符合进度", "on track"), Tone: briefing.OnTrack},
		{Name: text("地区生产总值", "Gross regional product"), Actual: missing, Target: percent(7.2), Bound: "about", Ref: -1},
		{Name: text("城乡居民收入", "Income of residents"), Actual: percent(6.1), Target: missing, Bound: "relative", Ref: 2, Gap: pp("低4.5个百分点", "4.5 pp below"), Status: text("落后", "behind"), Tone: briefing.Behind},
		{Name: text("利用外资", "Foreign investment"), Actual: percent(-3.4), Target: percent(2), Bound: "exactly", Ref: -1, Gap: pp("低5.4个百分点", "5.4 pp below"), Status: text("落后", "behind"), Tone: briefing.Behind},
	}}
}

func progress() *briefing.Targets {
	e := briefing.Datum{Value: 91.7, Label: same("91.7%")}
	return &briefing.Targets{Unit: text("占全年目标（%）", "% of the year's target"), Elapsed: &e, Rows: []briefing.TargetRow{
		{Name: text("减税降费", "Tax and fee reductions"), Actual: percent(96.3), Target: percent(100), Bound: "at-least", Ref: -1, Gap: pp("快于时间进度4.6个百分点", "4.6 pp ahead of the calendar"), Status: text("超前", "ahead"), Tone: briefing.Ahead},
		{Name: text("新增市场主体", "New market entities"), Actual: percent(91.5), Target: percent(100), Bound: "at-least", Ref: -1, Gap: pp("慢于时间进度0.2个百分点", "0.2 pp behind the calendar"), Status: text("基本符合进度", "on track"), Tone: briefing.OnTrack},
		{Name: text("开复工项目", "Projects started or resumed"), Actual: percent(62), Target: percent(100), Bound: "at-least", Ref: -1, Gap: pp("慢于时间进度29.7个百分点", "29.7 pp behind the calendar"), Status: text("落后", "behind"), Tone: briefing.Behind},
	}}
}

func pairs() *briefing.Implied {
	return &briefing.Implied{
		Unit: text("亿元", "RMB 100 million"), BaseName: text("2022年实绩", "2022 actual"), TargetName: text("2023年目标（按2022年价格）", "2023 target at 2022 prices"),
		Rows: []briefing.ImpliedRow{
			{Name: text("地区生产总值", "Gross regional product"), Base: datum(432.6), Target: datum(463.7), Growth: same("+7.2%")},
			{Name: text("固定资产投资", "Fixed-asset investment"), Base: datum(211.9), Target: datum(222.5), Growth: same("+5%")},
		}}
}

func preliminary(d []briefing.Datum, from int) []briefing.Datum {
	for i := from; i < len(d); i++ {
		d[i].Preliminary = true
	}
	return d
}

func with[T any](x T, change func(T)) T {
	change(x)
	return x
}

// gallery is what charts have to survive.
func gallery() []exhibit {
	all := func(int) bool { return true }
	return []exhibit{
		{"growth-23-months", growthOf(months(2022, 23), without(wave(23, 32, 3, 0), january), without(rates(23, 15, 4, 1), january), 18)},
		{"growth-falling-below-zero", growthOf(months(2022, 23), without(wave(23, 14, 2, 2), january), without(rates(23, 1, 6, 2), january), 15)},
		{"growth-target-in-the-line", growthOf(months(2022, 24), wave(24, 14, 2, 2), rates(24, 10, 2.5, 2), 10)},
		{"growth-target-of-many-words", with(growthOf(months(2022, 23), wave(23, 14, 2, 2), rates(23, 6.5, 2.5, 2), 6.5), func(g *briefing.Growth) {
			g.Target.Label = text("目标6.5%以上", "target 6.5% or more")
			g.LineName, g.LineMin, g.LineMax = text("同比（%）", "year on year (%)"), -9, 14
		})},
		{"growth-1", growthOf(months(2023, 1), wave(1, 14, 2, 2), rates(1, 10, 2, 2), 0)},
		{"growth-2", growthOf(months(2023, 2), wave(2, 14, 2, 2), rates(2, 10, 2, 2), 5)},
		{"growth-12", growthOf(months(2023, 12), wave(12, 14, 2, 2), rates(12, 10, 2, 2), 5)},
		{"growth-60", growthOf(months(2019, 60), wave(60, 320, 80, 2), rates(60, 10, 8, 2), 5)},
		{"growth-240", growthOf(months(2004, 240), wave(240, 320, 80, 2), rates(240, 10, 8, 2), 5)},
		{"growth-years", growthOf(years(2013, 10), wave(10, 320, 80, 2), rates(10, 6, 2, 2), 7.2)},
		{"growth-33-years", growthOf(years(1990, 33), wave(33, 320, 80, 2), rates(33, 6, 2, 2), 0)},
		{"growth-quarters", growthOf(quarters(2021, 11), wave(11, 100, 10, 2), rates(11, 6, 2, 2), 7)},
		{"growth-all-negative", growthOf(months(2022, 12), wave(12, -40, 12, 0), rates(12, -9, 4, 1), -5)},
		{"growth-all-missing", growthOf(months(2022, 12), without(wave(12, 1, 1, 1), all), without(rates(12, 1, 1, 1), all), 7)},
		{"growth-all-equal", growthOf(months(2022, 12), wave(12, 5, 0, 0), rates(12, 5, 0, 0), 5)},
		{"growth-outlier", growthOf(months(2022, 24), with(wave(24, 20, 3, 1), func(d []briefing.Datum) { d[7] = datum(900) }), with(rates(24, 5, 3, 1), func(d []briefing.Datum) { d[7] = signed(412.5) }), 8)},
		{"growth-huge", growthOf(months(2022, 12), with(wave(12, 9e12, 1e12, 1), func(d []briefing.Datum) { d[11].Label = text("9123456789012.3", "9,123,456,789,012.3") }), rates(12, 5, 3, 1), 8)},
		{"growth-tiny", growthOf(months(2022, 12), []briefing.Datum{datum(.0001), datum(.0002), datum(.0003), datum(.0002), missing, datum(.0001), datum(.0002), datum(.0003), datum(.0002), datum(.0004), datum(.0001), datum(.0005)}, rates(12, 5, 3, 1), 8)},
		{"growth-preliminary", growthOf(months(2022, 14), preliminary(wave(14, 20, 3, 1), 11), preliminary(rates(14, 5, 3, 1), 11), 0)},
		{"growth-late", growthOf(months(2022, 14), without(wave(14, 20, 3, 1), func(i int) bool { return i > 10 }), without(rates(14, 5, 3, 1), func(i int) bool { return i > 9 || i == 4 || i == 6 }), 12)},
		{"growth-bars-only", growthOf(months(2022, 23), wave(23, 14, 2, 2), nil, 0)},
		{"growth-line-only", growthOf(months(2021, 23), nil, rates(23, 4, 9, 2), 6)},
		{"growth-no-names", with(growthOf(months(2022, 23), wave(23, 14, 2, 2), rates(23, 4, 9, 2), 6), func(g *briefing.Growth) {
			g.BarName, g.LineName, g.LineMin, g.LineMax = briefing.Text{}, briefing.Text{}, -20, 40
		})},
		{"growth-index", growthOf(months(2022, 23), nil, wave(23, 101.2, 0.9, 2), 0)},
		{"ranked-targets", jingyue},
		{"ranked-1", ranks(1, func(int) float64 { return 12.5 })},
		{"ranked-30", ranks(30, func(i int) float64 { return float64(3000 - 97*i) })},
		{"ranked-mixed", ranks(8, func(i int) float64 { return 21.5 - 6.5*float64(i) })},
		{"ranked-all-negative", ranks(5, func(i int) float64 { return -3 - 6.5*float64(i) })},
		{"ranked-all-zero", ranks(3, func(int) float64 { return 0 })},
		{"ranked-huge", with(ranks(4, func(i int) float64 { return 1e13 / float64(i+1) }), func(r *briefing.Ranked) {
			for i := range r.Rows {
				v := int64(r.Rows[i].Datum.Value)
				r.Rows[i].Datum.Label = text(strconv.FormatInt(v, 10), grouped(strconv.FormatInt(v, 10)))
			}
		})},
		{"ranked-tiny", ranks(4, func(i int) float64 { return 0.0001 * float64(4-i) })},
		{"ranked-outlier", ranks(6, func(i int) float64 { return []float64{98765, 12, 11, 9, 4, 1}[i] })},
		{"ranked-long-names", with(ranks(4, func(i int) float64 { return 40 - 6*float64(i) }), func(r *briefing.Ranked) {
			r.Rows[1].Name = text(fortyHanzi, "Value added of strategic emerging industries, high-technology manufacturing and modern services above the designated size in the zone")
			r.Rows[2].Name = text(fortyHanzi, "")
			r.Rows[3].Name = text("", "Supercalifragilisticexpialidociousnesses of internationalization")
		})},
		{"ranked-missing", with(ranks(4, func(i int) float64 { return 40 - 6*float64(i) }), func(r *briefing.Ranked) {
			r.Rows[1].Datum = missing
			r.Rows[2].Datum.Preliminary = true
			r.Rows[3].Ref, r.Rows[3].Datum, r.Rows[3].Note = 0, missing, text("与第1产业园区同步", "in step with park no. 1, which is the longest bar of them all")
		})},
		{"ranked-only-words", with(ranks(3, func(i int) float64 { return 10 - float64(i) }), func(r *briefing.Ranked) {
			r.Rows[2].Datum, r.Rows[2].Note = missing, text("与居民收入增长基本同步，未设数值", "broadly in step with the income of residents; no figure set")
		})},
		{"ranked-all-missing", with(ranks(3, func(int) float64 { return 0 }), func(r *briefing.Ranked) {
			for i := range r.Rows {
				r.Rows[i].Datum, r.Rows[i].Ref = missing, i // each follows itself
			}
		})},
		{"targets", bullets()},
		{"targets-progress", progress()},
		{"targets-real", with(bullets(), func(c *briefing.Targets) {
			c.Rows = c.Rows[:4]
			for i, r := range []struct {
				actual, target, upper float64
				bound                 string
				label                 briefing.Text
			}{
				{7.1, 6.5, 0, "at-least", text("6.5%以上", "6.5% or more")}, {6.8, 7, 0, "about", text("7%左右", "about 7%")},
				{6.3, 7, 9, "range", text("7%—9%", "7%–9%")}, {9.5, 0, 0, "relative", text("与规上工业增加值增长基本同步", "broadly in step with industrial value added")},
			} {
				row := &c.Rows[i]
				row.Actual, row.Target, row.Upper, row.Bound, row.Ref = percent(r.actual), percent(r.target), percent(r.upper), r.bound, -1
				row.Target.Label = r.label
				if r.bound == "relative" {
					row.Ref, row.Target.Missing = 0, true
				}
			}
		})},
		{"targets-empty", &briefing.Targets{Unit: same("%"), Rows: []briefing.TargetRow{{Name: text("地区生产总值", "GRP"), Actual: missing, Target: missing, Bound: "text", Ref: -1}}}},
		{"targets-close", with(bullets(), func(c *briefing.Targets) {
			e := briefing.Datum{Value: 8.3, Label: text("时间进度8.3%", "8.3% of the year elapsed")}
			c.Elapsed = &e
			for i := range c.Rows {
				c.Rows[i].Actual, c.Rows[i].Target, c.Rows[i].Bound = percent(10), percent(10+0.4*float64(i-3)), "at-most"
			}
		})},
		{"implied", pairs()},
		{"implied-6", with(pairs(), func(c *briefing.Implied) {
			for i := range 4 {
				r := c.Rows[i%2]
				r.Base, r.Target = datum(float64(40*i)+0.5), datum(float64(44*i)-60)
				c.Rows = append(c.Rows, r)
			}
			c.Rows[3].Base, c.Rows[4].Target = missing, missing
			c.Rows[2].Name = text(fortyHanzi, "A rather long English name that certainly has to be wrapped somewhere")
		})},
		{"spark-24", &briefing.Spark{Data: without(wave(24, 10, 3, 1), january)}},
		{"spark-2", &briefing.Spark{Data: wave(2, 10, 3, 1)}},
		{"spark-crossing", &briefing.Spark{Data: wave(40, 1, 3, 1)}},
		{"spark-none", &briefing.Spark{Data: without(wave(4, 10, 3, 1), all)}},
	}
}
