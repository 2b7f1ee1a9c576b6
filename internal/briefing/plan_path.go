package briefing

import "jianbao/internal/indicator"

// planPath draws the years of a plan whose target is a level or a rate at its
// end: what has been reached, and the straight line from the year before the
// plan to the target, by which progress is judged. A limit that is to be kept
// all the way stands across instead. nil where one end is not known.
func (c *composer) planPath(it *item, a *indicator.Attainment) *Figure {
	t, r := a.Target, it.r
	if t.Kind != indicator.LevelTarget && t.Kind != indicator.RateTarget || !t.Bound.HasValue() || a.Period.IsZero() || !a.Gap.Computed() {
		return nil
	}
	at := func(year int) fact { return r.levelAt(r.spanOf(indicator.Year(year))) }
	start := at(t.From - 1)
	if !start.ok {
		return nil
	}
	from, to := float(start.Value), float(t.Value)
	chart := &Lines{Unit: unitText(r.s.Unit)}
	end := num(t.Year)
	plan := Series{Name: Text{ZH: end + "年规划目标：", EN: end + " target:"}, Role: RolePlan}
	real := Series{Name: r.label(), Emphasis: true}
	reached := a.Period.To.Year()
	for y := t.From - 1; y <= t.Year; y++ {
		p := indicator.Year(y)
		chart.Slots = append(chart.Slots, Slot{Label: c.w.slot(p), Year: y, Month: 12, Span: 12})
		f := fact{}
		if y <= reached {
			f = at(y)
		}
		label := f.number()
		if r.s.Unit.IsPercent() {
			label = same(f.plain() + "%")
		}
		real.Data = append(real.Data, it.history.datum(f, label))
		done := float64(y-t.From+1) / float64(t.Year-t.From+1)
		plan.Data = append(plan.Data, Datum{Value: from + (to-from)*done, Refs: append([]Cell{t.Cell}, start.Inputs...)})
	}
	plan.Data[len(plan.Data)-1].Label = c.targetValue(r, t)
	chart.Series = []Series{plan, real}
	n, u := r.name(), unitText(r.s.Unit)
	f := &Figure{ID: "plan-" + r.s.ID, Chart: chart, Title: planPathTitle(it, a, start.Value)}
	f.Description = Text{ZH: n.ZH + bracket(u.ZH, "（", "）") + "；规划路径按逐年等量推进", EN: n.EN + bracket(u.EN, " (", ")") + "; the path of the plan is one of equal steps"}
	if keeps(a, start.Value) {
		chart.Series = chart.Series[1:]
		chart.Target = &TargetMark{Value: to, Label: c.markLabel(r, t)}
		if t.Bound == indicator.Between {
			upper := float(t.Upper)
			chart.Target.To = &upper
		}
		f.Description = Text{ZH: n.ZH + bracket(u.ZH, "（", "）") + "；虚线：规划目标", EN: n.EN + bracket(u.EN, " (", ")") + "; dashed: target of the plan"}
	}
	f.Alt = described(chart)
	return f
}

// keeps reports a limit that a plan is to keep in all of its years.
func keeps(a *indicator.Attainment, start Decimal) bool {
	if !a.Final() {
		return a.Due.Formula != indicator.LevelDue && a.Target.Bound != indicator.Exactly && a.Target.Bound != indicator.About
	}
	return a.Target.KeptFrom(start)
}

// planPathTitle: 人均预期寿命78.60岁，低于应达到的78.86岁.
func planPathTitle(it *item, a *indicator.Attainment, start Decimal) Text {
	l, r := it.r.label(), it.r
	under := it.with(a)
	now := r.amount(r.fact(a.Actual, a.Period, r.places, asLevel))
	due := r.amount(r.fact(a.Due, a.Period, gapPlaces(under), asLevel))
	what := Text{ZH: "应达到的", EN: "due"}
	switch limit := keeps(a, start); {
	case limit && a.Target.Bound == indicator.AtMost:
		what = Text{ZH: "上限", EN: "ceiling"}
	case limit && a.Target.Bound == indicator.AtLeast:
		what = Text{ZH: "下限", EN: "floor"}
	case under.inRange(), a.Final():
		what = Text{ZH: "目标", EN: "target"}
	}
	zh, en := what.ZH+due.ZH.String(), "the "+what.EN+" of "+due.EN.String()
	if what.EN == "due" {
		en = "the " + due.EN.String() + " due"
	}
	switch gapOf(under).Sign() {
	case 1:
		zh, en = "高于"+zh, "above "+en
	case -1:
		zh, en = "低于"+zh, "below "+en
	default:
		zh, en = "与"+zh+"持平", "in line with "+en
	}
	if under.inRange() {
		w := statusWord(*a)
		zh, en = w.ZH, w.EN
	}
	return Text{ZH: valued(l, now.text()).ZH + "，" + zh, EN: sentenceCase(l.EN) + ": " + now.EN.String() + ", " + en}
}

// with is the item with another of its targets.
func (it *item) with(a *indicator.Attainment) *item {
	other := *it
	other.target, other.more = a, nil
	return &other
}
