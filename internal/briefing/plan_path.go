package briefing

import "jianbao/internal/indicator"

// planPath draws the years of a plan whose target is a level or a rate at its
// end: what has been reached, and the straight line from the year before the
// plan to the target, by which progress is judged. nil where one of its ends is
// not known.
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
	plan := Series{Name: Text{ZH: "规划路径", EN: "path of the plan"}, Role: RolePlan}
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
	plan.Data[len(plan.Data)-1].Label = c.targetValue(it.r, t)
	chart.Series = []Series{plan, real}
	l, w, n, u := r.label(), statusWord(*a), r.name(), unitText(r.s.Unit)
	f := &Figure{ID: "plan-" + r.s.ID, Chart: chart}
	f.Title = Text{ZH: l.ZH + "：" + num(t.Year) + "年目标进度" + w.ZH, EN: sentenceCase(l.EN) + ": " + w.EN + " on the way to " + num(t.Year)}
	f.Description = Text{ZH: n.ZH + bracket(u.ZH, "（", "）") + "；规划路径按逐年等量推进", EN: n.EN + bracket(u.EN, " (", ")") + "; the path of the plan is one of equal steps"}
	f.Alt = described(chart)
	return f
}
