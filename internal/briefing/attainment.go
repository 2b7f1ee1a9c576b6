package briefing

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/shopspring/decimal"
	"jianbao/internal/indicator"
)

func joined(s []string, sep string) string { return strings.Join(s, sep) }

// scale is what a set of targets may be drawn on together.
type scale int

const (
	onGrowth scale = iota // growth rates, %
	onShare               // share of the year's level, %
	onRate                // rates themselves, %
	onOwn                 // a level at a date, a rate that is no percentage: no scale shared with another
)

func (it *item) scale() scale {
	switch {
	case it.byShare():
		return onShare
	case it.target.Target.Kind == growthKind:
		return onGrowth
	case it.target.Target.Kind == indicator.RateTarget && it.r.s.Unit.IsPercent():
		return onRate
	}
	return onOwn
}

// measuredOn lists the items whose actual can be set against a target on one of
// these scales, in the order of the source.
func (c *composer) measuredOn(scales ...scale) []*item {
	var out []*item
	for _, it := range c.targeted() {
		if it.measured() && slices.Contains(scales, it.scale()) {
			out = append(out, it)
		}
	}
	return out
}

// targetFigures set actuals against targets, a figure for each scale. Rates join
// what has no scale to share, where there is any.
func (c *composer) targetFigures() []*Figure {
	var out []*Figure
	add := func(s scale, form Form, rows []*item) {
		if len(rows) > 0 {
			out = append(out, c.targetFigure(s, form, rows))
		}
	}
	add(onGrowth, FormBullets, c.measuredOn(onGrowth))
	add(onShare, FormBullets, c.measuredOn(onShare))
	rates := c.measuredOn(onRate)
	switch form := rateForm(rates); {
	case len(c.measuredOn(onOwn)) > 0:
		out = append(out, c.apartFigures(onOwn, c.measuredOn(onRate, onOwn))...)
	case form == FormApart:
		out = append(out, c.apartFigures(onRate, rates)...)
	default:
		add(onRate, form, rates)
	}
	return worthDrawing(out)
}

// worthDrawing drops figures of a single row, which a sentence tells, where others
// have more.
func worthDrawing(figures []*Figure) []*Figure {
	single := func(f *Figure) bool { return len(f.Chart.(*Targets).Rows) == 1 }
	if !slices.ContainsFunc(figures, func(f *Figure) bool { return !single(f) }) {
		return figures
	}
	return slices.DeleteFunc(figures, single)
}

// apartFigures set actuals against targets that share no scale: by their distance
// from these, in percent of them, where they are near. What is so far off that it
// would leave the others no room stands in a figure of its own or, alone, in words.
// Where no more are near than far, each has a scale of its own.
func (c *composer) apartFigures(s scale, rows []*item) []*Figure {
	near, far := parted(rows, func(it *item) bool { return nearTo(float(it.target.Actual.Value), float(it.target.Aim.Value)) })
	if len(far) > 0 && (len(near) < 2 || len(near) <= len(far)) || len(near) == 0 {
		return []*Figure{c.targetFigure(s, FormApart, rows)}
	}
	f := c.targetFigure(s, FormDumbbells, near)
	y, when := num(c.at.To.Year()), c.spanOf(near)
	f.Description = Text{ZH: when.of("实际值").ZH + "与" + y + "年目标的距离（占目标的%）", EN: "Distance of the actual " + when.of("").EN + " from the targets for " + y + " (% of the target)"}
	f.asDistances(Text{ZH: "与目标的距离，占目标的%", EN: "distance from the target, % of it"})
	switch len(far) {
	case 0:
		return []*Figure{f}
	case 1:
		row := c.targetRow(far[0], nil, digitsOf(rows))
		said := valued(row.Name, row.Actual.Label)
		f.Description = joinTexts("；", "; ", []Text{f.Description, {
			ZH: "未画出：" + said.ZH + "（目标" + row.Target.Label.ZH + "，" + row.Status.ZH + "）",
			EN: "not drawn: " + inside(said.EN) + " (target: " + row.Target.Label.EN + ", " + row.Status.EN + ")",
		}})
		return []*Figure{f}
	}
	rest := c.targetFigure(s, FormApart, far)
	rest.ID += "-far"
	return []*Figure{f, rest}
}

// parted are the items of which something holds, and the others.
func parted(rows []*item, holds func(*item) bool) (those, others []*item) {
	for _, it := range rows {
		if holds(it) {
			those = append(those, it)
		} else {
			others = append(others, it)
		}
	}
	return those, others
}

// nearby is how far actuals may be from their targets, as a share of them, for
// the distance to be what is drawn.
const nearby = 0.4

// nearTo reports an actual near an aim above zero.
func nearTo(actual, aim float64) bool { return aim > 0 && math.Abs(actual/aim-1) <= nearby }

// leastReach is how far a scale of distances reaches at least, in percent: what
// misses by less is not to look far from its target.
const leastReach = 1

// asDistances draws the rows of a figure by how far they are from their targets, on
// a scale that has room for all tolerances.
func (f *Figure) asDistances(unit Text) {
	chart := f.Chart.(*Targets)
	chart.Unit, chart.Reach = unit, leastReach
	for i := range chart.Rows {
		row := &chart.Rows[i]
		row.asDistance()
		if m := row.Met; m != nil && !math.IsInf(m.From, 0) && !math.IsInf(m.To, 0) {
			chart.Reach = max(chart.Reach, -m.From, m.To)
		}
	}
	f.Alt = described(chart)
}

// asDistance places a row by how far it is from its target, in percent of that.
// Its numbers are printed as they are.
func (row *TargetRow) asDistance() {
	aim := row.Target.Value
	from := func(v float64) float64 { return 100 * (v/aim - 1) }
	row.Actual.Value, row.Target.Value, row.Upper.Value = from(row.Actual.Value), 0, from(row.Upper.Value)
	if m := row.Met; m != nil {
		m.From, m.To = from(m.From), from(m.To)
	}
}

// rateForm is how rates are set against their targets: bars from zero, unless
// all are so far from it that only the gaps can be seen, or some so small beside
// others that theirs could not.
func rateForm(rows []*item) Form {
	lo, hi := math.Inf(1), 0.0
	for _, it := range rows {
		for _, v := range []float64{float(it.target.Actual.Value), float(it.target.Aim.Value)} {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	switch {
	case len(rows) < 2 || lo <= 0:
		return FormBullets
	case lo > 0.6*hi:
		return FormDumbbells
	case lo < 0.12*hi:
		return FormApart
	}
	return FormBullets
}

func (c *composer) targetFigure(s scale, form Form, rows []*item) *Figure {
	chart := &Targets{Unit: same("%"), Form: form}
	index := map[string]int{}
	rows = inOrder(rows)
	for i, it := range rows {
		index[it.r.s.ID] = i
	}
	for _, it := range rows {
		chart.Rows = append(chart.Rows, c.targetRow(it, index, digitsOf(rows)))
	}
	y := num(c.at.To.Year())
	when := c.spanOf(rows)
	f := &Figure{ID: "against-target", Title: c.targetTitle(s, rows), Chart: chart}
	switch s {
	case onGrowth:
		f.Description = Text{ZH: when.of("同比增速").ZH + "与" + y + "年目标（%）", EN: "Growth " + when.of("").EN + " against the targets for " + y + " (%)"}
		if c.w.cal == byYear {
			f.Description.ZH = when.of("比上年增速").ZH + "与" + y + "年目标（%）"
		}
	case onShare:
		f.ID = "share-of-target"
		e := rows[0].target.Elapsed
		chart.Elapsed = &Datum{Value: float(e.Value), Label: Text{ZH: "时间进度" + rows[0].elapsed().plain() + "%", EN: "year elapsed " + rows[0].elapsed().plain() + "%"}}
		of, verb := Text{ZH: "目标", EN: "target"}, Text{ZH: "完成", EN: "reached"}
		switch limits(rows) { // a limit is used up, not completed
		case 0:
		case len(rows):
			of, verb = limitNoun(rows[0]), Text{ZH: "已达", EN: "used"}
		default:
			of, verb = Text{ZH: "目标或控制数", EN: "target or ceiling"}, Text{ZH: "已达", EN: "reached"}
		}
		chart.Unit = Text{ZH: "占全年" + of.ZH + "（%）", EN: "% of the year's " + of.EN}
		f.Description = Text{ZH: when.of(verb.ZH).ZH + "全年" + of.ZH + "的比重（%）", EN: "Share of the " + of.EN + " for the year " + verb.EN + " " + when.of("").EN + " (%)"}
		if !oneElapsed(rows) || rows[0].target.Final() {
			chart.Elapsed = nil
		}
	case onRate:
		f.ID = "rate-against-target"
		f.Description = Text{ZH: when.of("实际值").ZH + "与" + y + "年目标（%）", EN: "Actual " + when.of("").EN + " against the targets for " + y + " (%)"}
	case onOwn:
		f.ID, chart.Unit = "actual-against-target", Text{}
		f.Description = Text{ZH: when.of("实际值").ZH + "与" + y + "年目标，各用其单位", EN: "Actual " + when.of("").EN + " against the targets for " + y + ", each in its own unit"}
	}
	f.Alt = described(chart)
	return f
}

// oneElapsed reports that all rows have got equally far in the year.
func oneElapsed(rows []*item) bool {
	for _, it := range rows {
		if !it.target.Elapsed.Value.Equal(rows[0].target.Elapsed.Value) {
			return false
		}
	}
	return true
}

// inOrder puts relative targets after those that carry a number.
func inOrder(rows []*item) []*item {
	out := append([]*item(nil), rows...)
	sort.SliceStable(out, func(i, j int) bool {
		return out[i].target.Target.Bound != indicator.Relative && out[j].target.Target.Bound == indicator.Relative
	})
	return out
}

// spanOf is the period that all rows cover: of flows that of the year so far, of
// stocks its end.
func (c *composer) spanOf(rows []*item) span {
	stocks, flows := parted(rows, func(it *item) bool { return it.target.Basis == indicator.EndOfSpan })
	if len(flows) == 0 {
		flows, stocks = stocks, nil
	}
	first := flows[0]
	p := first.target.Period
	for _, it := range append(flows, stocks...) {
		if it.target.Period != p && (it.target.Basis != indicator.EndOfSpan || it.target.Period.To != p.To) {
			t := c.w.short(indicator.MonthOf(c.at.To))
			if c.w.cal == byYear {
				t = c.w.short(c.at)
			}
			return span{in: Text{ZH: "截至" + t.ZH, EN: "up to " + t.EN}}
		}
	}
	s := span{in: first.r.in(p)}
	if p.FromJanuary() && p.Months() > 1 && p.Months() < 12 && !first.r.stock() && c.w.cal == byMonth {
		s.cumulative = "累计"
	}
	if len(stocks) > 0 && p.Months() < 12 {
		it := stocks[0]
		at, what := it.r.in(it.target.Period), Text{ZH: "时点数", EN: "stocks"}
		if it.r.s.Unit.IsMoney() {
			what = Text{ZH: "余额", EN: "balances"}
		}
		s.stocks = Text{ZH: "（" + what.ZH + "为" + at.ZH + "）", EN: " (" + what.EN + " " + at.EN + ")"}
	}
	return s
}

// A span is what the rows of a figure cover: in January–October, of stocks at its
// end.
type span struct {
	in, stocks Text
	cumulative string
}

// of is a span and, in Chinese, what is told of it: 1—10月累计同比增速（余额为10月末）.
func (s span) of(what string) Text {
	return Text{ZH: s.in.ZH + s.cumulative + what + s.stocks.ZH, EN: s.in.EN + s.stocks.EN}
}

func (c *composer) targetRow(it *item, index map[string]int, shown precision) TargetRow {
	a := it.target
	places := shown.rates
	row := TargetRow{Name: it.r.label(), Bound: string(a.Target.Bound), Ref: -1, Gap: gapText(it), Status: statusWord(*a), Tone: tone(a.Verdict)}
	actual, aim := it.r.fact(a.Actual, a.Period, places, asGrowth), a.Aim
	switch {
	case it.byShare():
		actual = it.share()
		aim = indicator.Quantity{Value: decimal.NewFromInt(100), Inputs: a.Aim.Inputs}
	case a.Target.Kind != growthKind:
		actual.places, actual.role = shown.of(it.r), asLevel
	}
	label := func(f fact) Text {
		if it.scale() == onOwn {
			return it.r.amount(f).text()
		}
		return same(f.plain() + "%")
	}
	row.Actual = Datum{Value: float(actual.Value), Label: label(actual), Preliminary: actual.Status == indicator.Preliminary, Refs: actual.Inputs}
	row.Target = Datum{Value: float(aim.Value), Label: c.targetValue(it.r, a.Target), Refs: aim.Inputs}
	if it.byShare() {
		row.Target.Label = c.targetValue(it.r, a.Target)
	}
	switch a.Target.Bound {
	case indicator.Between:
		row.Upper = Datum{Value: float(a.Target.Upper), Label: label(it.r.aimed(a.Target, a.Target.Upper)), Refs: []Cell{a.Target.Cell}}
	case indicator.Relative:
		row.Target.Label = c.targetWords(it.r, a.Target)
		if i, ok := index[a.Target.Ref]; ok {
			row.Ref = i
		} else { // nothing else in the chart shows where that is
			at := it.r.fact(aim, a.Period, places, asGrowth).plain() + "%"
			row.Target.Label = Text{ZH: row.Target.Label.ZH + "（" + at + "）", EN: row.Target.Label.EN + " (" + at + ")"}
		}
	}
	if row.Upper.Label.IsZero() {
		row.Upper.Missing = true
	}
	row.Met = it.met(row.Target.Value)
	if it.byShare() && a.Final() && !a.Broken() { // the share stands at the bar; the amount has not been said
		level := it.r.amount(it.r.fact(a.Actual, a.Period, it.r.places, asLevel))
		row.Gap = Text{ZH: "实绩" + level.ZH.String(), EN: "actual: " + level.EN.String()}
	}
	return row
}

// met is where on the scale of a chart the target of an item is met, aim being
// its place there; nil for a range, which says so itself, for a share of the
// year's target, which is judged by the calendar, and where no side is better.
func (it *item) met(aim float64) *Met {
	a := it.target
	if it.byShare() || !it.measured() {
		return nil
	}
	m := &Met{From: math.Inf(-1), To: math.Inf(1)}
	switch a.Target.Bound {
	case indicator.AtLeast:
		m.From = aim
	case indicator.AtMost:
		m.To = aim
	case indicator.About:
		by := it.tolerance()
		m.From, m.To = aim-by, aim+by
	case indicator.Relative:
		by := it.tolerance()
		if a.Target.RefBound != indicator.AtMost {
			m.From = aim - by
		}
		if a.Target.RefBound != indicator.AtLeast {
			m.To = aim + by
		}
	case indicator.Exactly:
		switch it.r.s.Direction {
		case indicator.Neutral:
			return nil
		case indicator.DownIsGood:
			m.To = aim
		default:
			m.From = aim
		}
	default:
		return nil
	}
	return m
}

// tolerance is within how much of its aim the target of an item counts as met,
// in its own unit.
func (it *item) tolerance() float64 {
	return float(it.target.Within(it.r.s))
}

func bracket(s, open, close string) string {
	if s == "" {
		return ""
	}
	return open + s + close
}
