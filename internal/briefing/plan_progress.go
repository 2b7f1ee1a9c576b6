package briefing

import "jianbao/internal/indicator"

// mostPlanPaths is up to how many targets of a plan have a path each; more stand
// in one figure.
const mostPlanPaths = 4

// longMeasured lists an item for each target of a plan whose progress is known.
func (c *composer) longMeasured() []*item {
	var out []*item
	for _, it := range c.items {
		for _, a := range it.long {
			if under := it.with(a); under.measured() && a.Gap.Computed() {
				out = append(out, under)
			}
		}
	}
	return out
}

// planPictures are the paths of a plan or, where they are many, one figure that
// sets all actuals against what is due by now.
func (c *composer) planPictures() (wide *Figure, half []Figure) {
	rows := c.longMeasured()
	if len(rows) > mostPlanPaths {
		return c.progressFigure(rows), nil
	}
	for _, it := range rows {
		if f := c.planPath(it, it.target); f != nil {
			half = append(half, *f)
		}
	}
	return nil, half
}

func (c *composer) progressFigure(rows []*item) *Figure {
	chart := &Targets{Form: FormDumbbells}
	last := rows[0].target.Period.To.Year()
	for _, it := range rows {
		row := c.progressRow(it)
		chart.Rows = append(chart.Rows, row)
		if !nearTo(row.Actual.Value, row.Target.Value) {
			chart.Form = FormApart
		}
		last = max(last, it.target.Period.To.Year())
	}
	y := num(last)
	f := &Figure{ID: "plan-progress", Title: titleOf(Text{ZH: "规划目标", EN: "targets of the plan"}, rows), Chart: chart, Alt: described(chart)}
	f.Description = Text{ZH: y + "年实际值与规划应达到的进度，各用其单位", EN: "Actual in " + y + " against what the plan makes due, each in its own unit"}
	if chart.Form == FormDumbbells {
		f.Description = Text{ZH: y + "年实际值与规划应达到的进度的距离（占其%）", EN: "Distance of the actual in " + y + " from what the plan makes due (% of it)"}
		f.asDistances(Text{ZH: "与应达到进度的距离，占其%", EN: "distance from what is due, % of it"})
	}
	return f
}

// progressRow sets the actual of a plan against what is due by now.
func (c *composer) progressRow(it *item) TargetRow {
	a, l := it.target, it.r.label()
	row := TargetRow{Name: l, Bound: string(a.Target.Bound), Ref: -1, Upper: Datum{Missing: true}, Gap: gapText(it), Status: statusWord(*a), Tone: tone(a.Verdict)}
	if a.Target.OfGrowth() {
		k := planKind(a.Target)
		row.Name = Text{ZH: l.ZH + "（" + k.ZH + "）", EN: l.EN + " (" + k.EN + ")"}
	}
	actual, due := it.soFar(a.Actual), it.soFar(a.Due)
	row.Actual = Datum{Value: float(a.Actual.Value), Label: actual, Refs: a.Actual.Inputs}
	row.Target = Datum{Value: float(a.Due.Value), Label: c.targetValue(it.r, a.Target), Refs: a.Due.Inputs}
	switch {
	case a.Due.Formula == indicator.LevelDue:
		row.Target.Label = Text{ZH: "应达到" + due.ZH, EN: due.EN + " due"}
		if a.Target.Bound == indicator.Between { // that is a step on the way to one of its ends
			row.Bound = string(indicator.Exactly)
		}
	case a.Target.Bound == indicator.Between:
		row.Upper = Datum{Value: float(a.Target.Upper), Label: row.Target.Label, Refs: []Cell{a.Target.Cell}}
	case a.Target.Bound == indicator.Relative:
		row.Target.Label = Text{ZH: row.Target.Label.ZH + "（" + due.ZH + "）", EN: row.Target.Label.EN + " (" + due.EN + ")"}
	}
	row.Met = it.met(row.Target.Value)
	return row
}

// soFar is a figure of a plan in words: growth in percent, all else in the unit
// of the indicator.
func (it *item) soFar(q indicator.Quantity) Text {
	if it.target.Target.OfGrowth() {
		return same(it.r.fact(q, it.target.Period, it.r.rates, asGrowth).plain() + "%")
	}
	return it.r.amount(it.r.fact(q, it.target.Period, it.r.places, asLevel)).text()
}

// planKind is what growth over the years of a plan is.
func planKind(t indicator.Target) Text {
	if t.Kind == indicator.TotalGrowth {
		return Text{ZH: "累计增速", EN: "total growth"}
	}
	return Text{ZH: "年均增速", EN: "average growth"}
}
