package gallery

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"jianbao/internal/briefing"
)

// Text is a text in two languages.
func Text(zh, en string) briefing.Text { return briefing.Text{ZH: zh, EN: en} }

// Same is a text that serves both.
func Same(s string) briefing.Text { return briefing.Text{ZH: s, EN: s} }

// Datum is a value with its label as it is.
func Datum(v float64) briefing.Datum {
	return briefing.Datum{Value: v, Label: Same(minus(strconv.FormatFloat(math.Round(v*1e8)/1e8, 'f', -1, 64)))}
}

// Label is a datum with another label.
func Label(d briefing.Datum, zh, en string) briefing.Datum {
	d.Label = Text(zh, en)
	return d
}

// Percent is a value with a percent sign.
func Percent(v float64) briefing.Datum {
	d := Datum(v)
	d.Label = Same(d.Label.ZH + "%")
	return d
}

// Signed is a rate with its sign and one digit: +5.0%.
func Signed(v float64) briefing.Datum {
	if math.Abs(v) < 0.05 {
		return briefing.Datum{Value: v, Label: Same("0.0%")}
	}
	d := briefing.Datum{Value: v, Label: Same(strings.Replace(fmt.Sprintf("%+.1f%%", v), "-", "−", 1))}
	return d
}

// Missing is no value.
var Missing = briefing.Datum{Missing: true}

var english = strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

// Months are n slots from January of a year on.
func Months(year, n int) []briefing.Slot {
	var s []briefing.Slot
	for i := range n {
		m := i%12 + 1
		s = append(s, briefing.Slot{Label: Text(fmt.Sprintf("%d月", m), english[m-1]), Year: year + i/12, Month: m, Span: 1})
	}
	return s
}

// Quarters are n slots from the first quarter of a year on.
func Quarters(year, n int) []briefing.Slot {
	var s []briefing.Slot
	for i := range n {
		q := i%4 + 1
		s = append(s, briefing.Slot{Label: Text([]string{"一", "二", "三", "四"}[q-1]+"季度", fmt.Sprintf("Q%d", q)), Year: year + i/4, Month: 3 * q, Span: 3})
	}
	return s
}

// Years are n slots from a year on.
func Years(year, n int) []briefing.Slot {
	var s []briefing.Slot
	for i := range n {
		s = append(s, briefing.Slot{Label: Same(strconv.Itoa(year + i)), Year: year + i, Month: 12, Span: 12})
	}
	return s
}

// Wave is n values that swing about mid.
func Wave(n int, mid, swing, phase float64) []briefing.Datum {
	var d []briefing.Datum
	for i := range n {
		d = append(d, Datum(math.Round(10*(mid+swing*math.Sin(float64(i)*0.55+phase)))/10))
	}
	return d
}

// Rates are the same as growth rates.
func Rates(n int, mid, swing, phase float64) []briefing.Datum {
	var d []briefing.Datum
	for _, x := range Wave(n, mid, swing, phase) {
		d = append(d, Signed(x.Value))
	}
	return d
}

// Without blanks the slots for which drop says so.
func Without(d []briefing.Datum, drop func(int) bool) []briefing.Datum {
	for i := range d {
		if drop(i) {
			d[i] = Missing
		}
	}
	return d
}

func january(i int) bool { return i%12 == 0 }

// Growth draws bars and a line, with a target unless that is zero.
func Growth(slots []briefing.Slot, bars, line []briefing.Datum, target float64) *briefing.Growth {
	g := &briefing.Growth{
		Slots: slots, Bars: bars, Line: line,
		BarUnit: Text("亿元", "RMB 100 million"), BarName: Text("当月值", "month"), LineName: Text("同比", "year on year (%)"),
	}
	if target != 0 {
		s := minus(strconv.FormatFloat(target, 'f', -1, 64))
		g.Target = &briefing.TargetMark{Value: target, Label: Text("目标"+s+"%", "target "+s+"%")}
	}
	return g
}

// Jingyue are the targets of one zone at the start of a year.
var Jingyue = &briefing.Ranked{Unit: Same("%"), Target: true, Rows: []briefing.RankedRow{
	{Name: Text("规模以上工业产值", "Output of industrial enterprises above the designated size"), Datum: Percent(18), Ref: -1},
	{Name: Text("社会消费品零售总额", "Total retail sales of consumer goods"), Datum: Percent(15), Ref: -1},
	{Name: Text("规模以上服务业核算行业营业收入", "Revenue of above-designated-size services (national-accounts industries)"), Datum: Percent(10), Ref: -1},
	{Name: Text("地方财政收入", "Local fiscal revenue"), Datum: Percent(10), Ref: -1},
	{Name: Text("地区生产总值", "Gross regional product"), Datum: Percent(7.2), Ref: -1, Emphasis: true},
	{Name: Text("固定资产投资", "Fixed-asset investment"), Datum: Percent(5), Ref: -1},
	{Name: Text("城乡居民收入", "Income of urban and rural residents"), Datum: Missing, Ref: 4, Note: Text("与经济增长基本同步，未定数值", "broadly in step with GRP growth; no figure set")},
}}

// Ranks are n bars.
func Ranks(n int, value func(int) float64) *briefing.Ranked {
	r := &briefing.Ranked{Unit: Text("亿元", "RMB 100 million")}
	for i := range n {
		r.Rows = append(r.Rows, briefing.RankedRow{Name: Text(fmt.Sprintf("第%d产业园区", i+1), fmt.Sprintf("Industrial park no. %d", i+1)), Datum: Datum(value(i)), Ref: -1, Emphasis: i == 2})
	}
	return r
}

const fortyHanzi = "长春净月高新技术产业开发区规模以上战略性新兴产业和高技术制造业以及现代服务业增加值总量"

func pp(zh, en string) briefing.Text { return Text(zh, en) }

// Bullets are targets of every bound.
func Bullets() *briefing.Targets {
	row := func(zh, en string, actual, target, upper briefing.Datum, bound string) briefing.TargetRow {
		return briefing.TargetRow{Name: Text(zh, en), Actual: actual, Target: target, Upper: upper, Bound: bound, Ref: -1}
	}
	c := &briefing.Targets{Unit: Same("%"), Rows: []briefing.TargetRow{
		row("规上工业产值", "Industrial output", Percent(13.2), Percent(18), Missing, "exactly"),
		row("社会消费品零售总额", "Retail sales", Percent(8.8), Percent(15), Missing, "at-least"),
		row("地方财政收入", "Local fiscal revenue", Percent(10.6), Percent(10), Missing, "exactly"),
		row("居民消费价格", "Consumer prices", Percent(0.4), Percent(3), Missing, "at-most"),
		row("固定资产投资", "Fixed-asset investment", Percent(5.4), Percent(5), Percent(7), "range"),
		row("地区生产总值", "Gross regional product", Missing, Percent(7.2), Missing, "about"),
		row("城乡居民收入", "Income of residents", Percent(6.1), Missing, Missing, "relative"),
		row("利用外资", "Foreign investment", Percent(-3.4), Percent(2), Missing, "exactly"),
	}}
	c.Rows[6].Ref = 2
	return Judged(c)
}

// Judged says of each row how its actual stands against its target.
func Judged(c *briefing.Targets) *briefing.Targets {
	for i := range c.Rows {
		r := &c.Rows[i]
		aim := r.Target
		if r.Ref >= 0 {
			aim = c.Rows[r.Ref].Actual
		}
		r.Gap, r.Status, r.Tone = briefing.Text{}, briefing.Text{}, briefing.Plain
		if r.Actual.Missing || aim.Missing {
			continue
		}
		gap := r.Actual.Value - aim.Value
		size := strconv.FormatFloat(math.Abs(math.Round(10*gap)/10), 'f', 1, 64)
		r.Gap = Text("高"+size+"个百分点", size+" pp above")
		if gap < 0 {
			r.Gap = Text("低"+size+"个百分点", size+" pp below")
		}
		r.Status, r.Tone = Text("超前", "ahead"), briefing.Ahead
		switch within := math.Abs(gap) < 0.05 || r.Bound == "about" && math.Abs(gap) <= 0.5; {
		case r.Bound == "range" && gap >= 0 && r.Actual.Value <= r.Upper.Value:
			r.Gap, r.Status, r.Tone = Text("在区间内", "within the range"), Text("相符", "on track"), briefing.OnTrack
		case r.Bound == "at-most" && gap > 0:
			r.Status, r.Tone = Text("超标", "above limit"), briefing.Behind
		case r.Bound == "at-most":
			r.Status, r.Tone = Text("达标", "within limit"), briefing.OnTrack
		case within:
			r.Status, r.Tone = Text("相符", "on track"), briefing.OnTrack
		case gap < 0:
			r.Status, r.Tone = Text("落后", "behind"), briefing.Behind
		}
	}
	return c
}

// Banded adds where each target is met.
func Banded(c *briefing.Targets) *briefing.Targets {
	no := math.Inf(1)
	for i := range c.Rows {
		r := &c.Rows[i]
		at := r.Target.Value
		switch r.Bound {
		case "at-least", "exactly":
			r.Met = &briefing.Met{From: at, To: no}
		case "at-most":
			r.Met = &briefing.Met{From: -no, To: at}
		case "about":
			r.Met = &briefing.Met{From: at - 0.5, To: at + 0.5}
		case "relative":
			if r.Ref >= 0 {
				ref := c.Rows[r.Ref].Actual.Value
				r.Met = &briefing.Met{From: ref - 1, To: ref + 1}
			}
		}
	}
	return c
}

// Progress is shares of targets against the time elapsed.
func Progress() *briefing.Targets {
	e := briefing.Datum{Value: 91.7, Label: Same("91.7%")}
	return &briefing.Targets{Unit: Text("占全年目标（%）", "% of the year's target"), Elapsed: &e, Rows: []briefing.TargetRow{
		{Name: Text("减税降费", "Tax and fee reductions"), Actual: Percent(96.3), Target: Percent(100), Bound: "at-least", Ref: -1, Gap: pp("快于时间进度4.6个百分点", "4.6 pp ahead of the calendar"), Status: Text("超前", "ahead"), Tone: briefing.Ahead},
		{Name: Text("新增市场主体", "New market entities"), Actual: Percent(91.5), Target: Percent(100), Bound: "at-least", Ref: -1, Gap: pp("慢于时间进度0.2个百分点", "0.2 pp behind the calendar"), Status: Text("基本符合进度", "on track"), Tone: briefing.OnTrack},
		{Name: Text("开复工项目", "Projects started or resumed"), Actual: Percent(62), Target: Percent(100), Bound: "at-least", Ref: -1, Gap: pp("慢于时间进度29.7个百分点", "29.7 pp behind the calendar"), Status: Text("落后", "behind"), Tone: briefing.Behind},
	}}
}

// Pairs are levels and what targets imply.
func Pairs() *briefing.Implied {
	return &briefing.Implied{
		Unit: Text("亿元", "RMB 100 million"), BaseName: Text("2022年实绩", "2022 actual"), TargetName: Text("2023年目标（按2022年价格）", "2023 target at 2022 prices"),
		Rows: []briefing.ImpliedRow{
			{Name: Text("地区生产总值", "Gross regional product"), Base: Datum(432.6), Target: Datum(463.7), Growth: Same("+7.2%")},
			{Name: Text("固定资产投资", "Fixed-asset investment"), Base: Datum(211.9), Target: Datum(222.5), Growth: Same("+5%")},
		}}
}

// Preliminary marks the data from one on.
func Preliminary(d []briefing.Datum, from int) []briefing.Datum {
	for i := from; i < len(d); i++ {
		d[i].Preliminary = true
	}
	return d
}

// With changes a case and returns it.
func With[T any](x T, change func(T)) T {
	change(x)
	return x
}

// grouped puts commas between the thousands of a whole number.
func grouped(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
