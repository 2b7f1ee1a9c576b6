package gallery

import (
	"fmt"
	"math"
	"strings"

	"jianbao/internal/briefing"
)

var sectors = []briefing.Text{
	Text("第一产业", "Primary industry"), Text("工业", "Industry"), Text("建筑业", "Construction"),
	Text("批发和零售业", "Wholesale and retail trade"), Text("交通运输、仓储和邮政业", "Transport, storage and post"),
	Text("金融业", "Finance"), Text("房地产业", "Real estate"), Text("信息传输、软件和信息技术服务业", "Information transmission, software and IT services"),
}

// Fan is several rates on one panel, n series of m months.
func Fan(n, m int) *briefing.Lines {
	c := &briefing.Lines{Slots: Months(2022, m), Unit: Text("同比（%）", "year on year (%)")}
	for i := range n {
		name := sectors[i%len(sectors)]
		if i >= len(sectors) {
			name = Text(fmt.Sprintf("第%d开发区", i+1), fmt.Sprintf("Development zone no. %d", i+1))
		}
		c.Series = append(c.Series, briefing.Series{Name: name, Data: Rates(m, 3+1.7*float64(i), 2.5, float64(i)), Emphasis: i == 1})
	}
	return c
}

// Path is a year's figures up to date, against the year before and the way to
// the target: known is the number of months that have been.
func Path(known int, total, goal float64) *briefing.Lines {
	c := &briefing.Lines{Slots: Months(2023, 12), Unit: Text("累计（亿元）", "year to date (RMB 100 million)"), FromZero: true}
	level := func(v float64) briefing.Datum { return Datum(math.Round(10*v) / 10) }
	var this, before, plan []briefing.Datum
	sum := 0.0
	for i := range 12 {
		sum += total / 12 * (1 + 0.25*math.Sin(float64(i)))
		before = append(before, level(sum))
		plan = append(plan, level(sum*goal/total))
		this = append(this, level(sum*1.04+float64(i)))
	}
	for i := known; i < 12; i++ {
		this[i] = Missing
	}
	c.Series = []briefing.Series{
		{Name: Text("2022年", "2022"), Data: before, Role: briefing.RolePast},
		{Name: Text("目标路径", "path to the target"), Data: plan, Role: briefing.RolePlan},
		{Name: Text("2023年", "2023"), Data: this, Emphasis: true},
	}
	return c
}

// Contributions are the parts of a growth rate and their sum.
func Contributions(slots []briefing.Slot, parts int) *briefing.Stack {
	c := &briefing.Stack{Slots: slots, Unit: Text("柱为拉动（个百分点），线为增速（%）", "bars: contributions (percentage points); line: growth (%)"), Total: briefing.Series{Name: Text("地区生产总值增长", "GRP growth")}}
	sums := make([]float64, len(slots))
	for i := range parts {
		s := briefing.Series{Name: sectors[i%len(sectors)]}
		for k := range slots {
			v := math.Round(10*(1.4*math.Sin(float64(k)*0.5+float64(i)*1.3)+0.8)) / 10
			sums[k] += v
			s.Data = append(s.Data, briefing.Datum{Value: v, Label: Same(points(v))})
		}
		c.Parts = append(c.Parts, s)
	}
	for _, v := range sums {
		c.Total.Data = append(c.Total.Data, Signed(math.Round(10*v)/10))
	}
	return c
}

// points are a difference with its sign and one digit.
func points(v float64) string { return strings.TrimSuffix(Signed(v).Label.ZH, "%") }

// Slopes are n rows from one year to the next.
func Slopes(n int) *briefing.Slope {
	c := &briefing.Slope{From: Text("2022年", "2022"), To: Text("2023年", "2023"), Unit: Text("增速（%）", "growth (%)"), ChangeUnit: Text("个百分点", "pp")}
	for i := range n {
		name := sectors[i%len(sectors)]
		if i >= len(sectors) {
			name = Text(fmt.Sprintf("第%d开发区", i+1), fmt.Sprintf("Development zone no. %d", i+1))
		}
		from, to := math.Round(10*(4+3*math.Sin(float64(i))))/10, math.Round(10*(5+4*math.Cos(1.7*float64(i))))/10
		r := briefing.SlopeRow{Name: name, Emphasis: i == 0}
		c.Rows = append(c.Rows, move(r, Signed(from), Signed(to)))
	}
	return c
}

// move sets both ends of a row, and the change between them.
func move(r briefing.SlopeRow, from, to briefing.Datum) briefing.SlopeRow {
	r.From, r.To, r.Change = from, to, briefing.Text{}
	if !from.Missing && !to.Missing {
		r.Change = Same(points(math.Round(10*(to.Value-from.Value)) / 10))
	}
	return r
}

// Table is growth by month of n indicators.
func Table(n, m int) *briefing.Heat {
	c := &briefing.Heat{Slots: Months(2023, m), Unit: Text("同比（%）", "year on year (%)")}
	for i := range n {
		name := sectors[i%len(sectors)]
		if i >= len(sectors) {
			name = Text(fmt.Sprintf("第%d开发区", i+1), fmt.Sprintf("Development zone no. %d", i+1))
		}
		c.Rows = append(c.Rows, briefing.Series{Name: name, Data: Rates(m, 2, 6, float64(i))})
	}
	return c
}

var units = []briefing.Text{Text("亿元", "RMB 100 million"), Text("万人", "10 thousand persons"), Text("万平方米", "10 thousand m²"), Text("元", "RMB"), Text("万吨", "10 thousand t")}

// Multiples are n panels of m months.
func Multiples(n, m int, shared bool) *briefing.Panels {
	c := &briefing.Panels{Slots: Months(2022, m), Shared: shared}
	if shared {
		c.Unit = Text("同比（%）", "year on year (%)")
	}
	for i := range n {
		q := briefing.Panel{Name: sectors[i%len(sectors)], Data: Rates(m, 3, 5, float64(i))}
		if !shared {
			q.Unit = units[i%len(units)]
			q.Data, q.Levels = Wave(m, math.Pow(10, float64(i%5)), math.Pow(10, float64(i%5))/6, float64(i)), i%2 == 0
		}
		c.Panels = append(c.Panels, q)
	}
	return c
}

// aimed is a target range.
func aimed(from, to float64, zh, en string) *briefing.TargetMark {
	return &briefing.TargetMark{Value: from, To: &to, Label: Text(zh, en)}
}

func target(v float64, zh, en string) *briefing.TargetMark {
	return &briefing.TargetMark{Value: v, Label: Text(zh, en)}
}

func series() []Exhibit {
	return []Exhibit{
		{"lines-3", With(Fan(3, 23), func(c *briefing.Lines) { c.Target = target(6, "目标6%左右", "target about 6%") })},
		{"lines-target-range", With(Fan(3, 23), func(c *briefing.Lines) { c.Target = aimed(4, 7, "目标4%—7%", "target 4%–7%") })},
		{"lines-6", Fan(6, 24)},
		{"lines-crowded-ends", With(Fan(6, 24), func(c *briefing.Lines) {
			for i := range c.Series {
				c.Series[i].Data = Rates(24, 5+0.05*float64(i), 3, 1)
			}
		})},
		{"lines-9-become-panels", Fan(9, 24)},
		{"lines-1-point", Fan(3, 1)},
		{"lines-60", Fan(4, 60)},
		{"lines-240", Fan(2, 240)},
		{"lines-gaps", With(Fan(3, 23), func(c *briefing.Lines) {
			c.Series[0].Data = Without(c.Series[0].Data, january)
			c.Series[1].Data = Without(c.Series[1].Data, func(i int) bool { return i > 15 })
			c.Series[2].Data = Without(c.Series[2].Data, none)
		})},
		{"lines-all-equal", With(Fan(2, 12), func(c *briefing.Lines) {
			c.Series[0].Data, c.Series[1].Data = Rates(12, 5, 0, 0), Rates(12, 5, 0, 0)
		})},
		{"lines-index", With(Fan(2, 24), func(c *briefing.Lines) {
			c.Unit, c.Base = Text("上年同月=100", "same month of the previous year = 100"), 100
			c.Series[0].Data, c.Series[1].Data = Wave(24, 101, 0.9, 1), Wave(24, 99.5, 1.4, 2)
		})},
		{"lines-outlier", With(Fan(3, 24), func(c *briefing.Lines) {
			c.Series[0].Data[9], c.Series[2].Data[3] = Signed(187.4), Signed(-95.2)
		})},
		{"lines-long-names", With(Fan(3, 12), func(c *briefing.Lines) {
			c.Series[0].Name = Text(fortyHanzi, "Value added of strategic emerging industries, high-technology manufacturing and modern services")
		})},
		{"path-11-months", Path(11, 420, 460)},
		{"path-2-months", Path(2, 420, 460)},
		{"path-five-years", &briefing.Lines{Slots: Years(2020, 6), Unit: Text("万人", "10 thousand persons"), FromZero: true, Series: []briefing.Series{
			{Name: Text("“十四五”规划路径", "path of the 14th five-year plan"), Data: []briefing.Datum{Datum(100), Datum(108), Datum(116), Datum(124), Datum(132), Datum(140)}, Role: briefing.RolePlan},
			{Name: Text("常住人口", "Resident population"), Data: []briefing.Datum{Datum(100), Datum(105.2), Datum(113.7), Datum(119.9), Missing, Missing}, Emphasis: true},
		}}},
		{"lines-uneven-ends", &briefing.Lines{Slots: Quarters(2022, 8), Unit: Text("累计（亿元）", "year to date (RMB 100 million)"), FromZero: true, Series: []briefing.Series{
			{Name: Text("第三产业", "Services"), Data: []briefing.Datum{Datum(31), Datum(64), Datum(99), Datum(133), Datum(34), Missing, Missing, Missing}},
			{Name: Text("工业", "Industry"), Data: []briefing.Datum{Datum(42), Datum(88), Datum(131), Datum(180), Datum(45), Datum(92), Datum(139), Missing}, Emphasis: true},
		}}},
		{"stack-quarters", Contributions(Quarters(2021, 11), 4)},
		{"stack-one-period", Contributions(Quarters(2023, 1), 6)},
		{"stack-8-parts", Contributions(Years(2012, 12), 8)},
		{"stack-months", Contributions(Months(2019, 60), 3)},
		{"stack-missing", With(Contributions(Quarters(2021, 8), 3), func(c *briefing.Stack) {
			c.Parts[1].Data = Without(c.Parts[1].Data, func(i int) bool { return i > 4 })
			c.Total.Data = Preliminary(Without(c.Total.Data, func(i int) bool { return i == 3 }), 7)
		})},
		{"stack-all-missing", With(Contributions(Quarters(2021, 4), 2), func(c *briefing.Stack) {
			for i := range c.Parts {
				c.Parts[i].Data = Without(c.Parts[i].Data, none)
			}
			c.Total.Data = Without(c.Total.Data, none)
		})},
		{"slope-8", Slopes(8)},
		{"slope-outlier", With(Slopes(8), func(c *briefing.Slope) {
			r := &c.Rows[2]
			r.From, r.To, r.Change = Signed(-34.1), Signed(181.2), Same("+215.3")
		})},
		{"slope-1", Slopes(1)},
		{"slope-30", Slopes(30)},
		{"slope-missing", With(Slopes(5), func(c *briefing.Slope) {
			r := c.Rows
			r[1], r[2], r[3] = move(r[1], Missing, r[1].To), move(r[2], r[2].From, Missing), move(r[3], Missing, Missing)
			r[4] = move(r[4], r[4].From, r[4].From)
			r[0].To.Preliminary = true
		})},
		{"slope-all-equal", With(Slopes(3), func(c *briefing.Slope) {
			for i := range c.Rows {
				c.Rows[i] = move(c.Rows[i], Signed(5), Signed(5))
			}
		})},
		{"heat-8", Table(8, 12)},
		{"heat-30", Table(30, 12)},
		{"heat-24-months", With(Table(6, 24), func(c *briefing.Heat) { c.Rows[1].Data = Without(c.Rows[1].Data, january) })},
		{"heat-60-months", Table(5, 60)},
		{"heat-diffusion", With(Table(4, 12), func(c *briefing.Heat) {
			c.Mid, c.Unit = 50, Text("%，50为荣枯线", "%, 50 is the line between growth and decline")
			for i := range c.Rows {
				c.Rows[i].Data = Wave(12, 50.2, 1.4, float64(i))
			}
			scaled(c.Rows, 1, 1)
		})},
		{"heat-outlier", With(Table(4, 12), func(c *briefing.Heat) { c.Rows[1].Data[3] = Signed(412.5) })},
		{"heat-all-missing", With(Table(2, 6), func(c *briefing.Heat) {
			c.Rows[0].Data, c.Rows[1].Data = Without(c.Rows[0].Data, none), Without(c.Rows[1].Data, none)
		})},
		{"panels-6-shared", Multiples(6, 24, true)},
		{"panels-30-shared", Multiples(30, 23, true)},
		{"panels-5-apart", Multiples(5, 24, false)},
		{"panels-late", With(Multiples(4, 24, false), func(c *briefing.Panels) {
			c.Panels[0].Data = Without(c.Panels[0].Data, func(i int) bool { return i > 20 || i%12 == 0 })
			c.Panels[1].Data = Without(c.Panels[1].Data, func(i int) bool { return i > 11 })
			c.Panels[3].Data = Without(c.Panels[3].Data, none)
		})},
		{"panels-1", Multiples(1, 12, true)},
		{"panels-targets", With(Multiples(4, 23, true), func(c *briefing.Panels) {
			for i := range c.Panels {
				c.Panels[i].Target = target(float64(4+i), fmt.Sprintf("目标%d%%", 4+i), fmt.Sprintf("target %d%%", 4+i))
			}
			c.Panels[2].Data = Without(c.Panels[2].Data, none)
		})},
		{"panels-outlier", With(Multiples(3, 24, true), func(c *briefing.Panels) { c.Panels[1].Data[5] = Signed(240) })},
		{"dumbbells", With(Bullets(), func(c *briefing.Targets) { c.Form = briefing.FormDumbbells })},
		{"dumbbells-far-from-zero", With(Bullets(), func(c *briefing.Targets) {
			c.Form, c.Rows = briefing.FormDumbbells, c.Rows[:3]
			for i := range c.Rows {
				c.Rows[i].Actual, c.Rows[i].Target = Percent(91.5+2*float64(i)), Percent(95)
			}
			Judged(c)
		})},
		{"dumbbells-bands", With(Banded(Bullets()), func(c *briefing.Targets) { c.Form = briefing.FormDumbbells })},
		{"targets-in-many-units", Banded(Mixed())},
	}
}

// Mixed are targets in different units.
func Mixed() *briefing.Targets {
	row := func(zh, en string, actual, goal briefing.Datum, bound string, tone briefing.Tone, stZH, stEN string) briefing.TargetRow {
		return briefing.TargetRow{Name: Text(zh, en), Actual: actual, Target: goal, Bound: bound, Ref: -1, Tone: tone, Status: Text(stZH, stEN)}
	}
	v := func(x float64, zh, en string) briefing.Datum { return briefing.Datum{Value: x, Label: Text(zh, en)} }
	return &briefing.Targets{Form: briefing.FormApart, Rows: []briefing.TargetRow{
		row("规上工业增加值", "Industrial value added", v(7.1, "7.1%", "7.1%"), v(6.5, "6.5%以上", "6.5% or more"), "at-least", briefing.Ahead, "超前", "ahead"),
		row("城镇新增就业", "New urban jobs", v(5.92, "5.92万人", "59,200 persons"), v(6.2, "6.2万人以上", "62,000 persons or more"), "at-least", briefing.OnTrack, "符合进度", "on track"),
		row("城镇调查失业率", "Surveyed urban unemployment", v(5.1, "5.1%", "5.1%"), v(5.5, "5.5%以内", "5.5% or less"), "at-most", briefing.Ahead, "达标", "within"),
		row("货物进出口总额", "Imports and exports", v(298.7, "298.7亿元", "RMB 29.87 billion"), v(340, "340亿元", "RMB 34 billion"), "exactly", briefing.Behind, "落后", "behind"),
		row("森林覆盖率", "Forest cover", v(24.05, "24.05%", "24.05%"), v(24.1, "24.1%", "24.1%"), "exactly", briefing.Behind, "落后", "behind"),
		row("利用外资增速", "Growth of foreign investment", v(-3.4, "−3.4%", "−3.4%"), v(2, "2%", "2%"), "exactly", briefing.Behind, "落后", "behind"),
		row("研发经费", "R&D expenditure", Missing, v(12.5, "12.5亿元", "RMB 1.25 billion"), "at-least", "", "", ""),
		row("专利授权", "Patents granted", v(5210, "5210件", "5,210"), v(1200, "1200件", "1,200"), "at-least", briefing.Ahead, "超前", "ahead"),
	}}
}
