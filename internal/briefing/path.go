package briefing

import (
	"math"
	"slices"

	"jianbao/internal/indicator"
)

// fewestOnPath is the fewest figures to date that are worth a path.
const fewestOnPath = 3

// pathFigure draws the year so far of an indicator that has a target for its
// level: against the year before, and against the way to the target, which
// follows the seasons of the year before where all of that is known, else a
// straight line. nil where there is too little to draw.
func (c *composer) pathFigure(it *item) *Figure {
	if !it.byShare() || it.scale() != onShare || c.w.cal == byYear || it.r.stock() || !it.r.s.AddsUp() {
		return nil
	}
	r, goal := it.r, it.target.Target.Value
	y := r.end.Year()
	by := int(c.w.cal.months())
	toDate := func(year, m int) fact {
		p := indicator.ToDate(year, m)
		q, err := c.d.CumulativeAt(r.s.ID, p)
		return r.fact(q, p, r.places, asLevel).when(err == nil)
	}
	var steps []Period
	var now, before []fact
	first := by
	if by == 1 && !toDate(y, 1).ok && !toDate(y-1, 1).ok { // January and February are one step
		first = 2
	}
	for m, n := first, first; m <= 12; m, n = m+by, by {
		end := indicator.NewMonth(y, m)
		steps = append(steps, Period{From: end - indicator.Month(n-1), To: end})
		f := fact{}
		if end <= r.end {
			f = toDate(y, m)
		}
		now, before = append(now, f), append(before, toDate(y-1, m))
	}
	if known(now) < fewestOnPath || goal.Sign() <= 0 {
		return nil
	}
	total := last(before)
	// Without its first month, which many offices do not publish, a year is still known.
	seasonal := total.ok && total.Value.Sign() > 0 && known(before) >= len(before)-1

	u := r.levelUnit(append(slices.Clone(now), before...))
	scale := math.Pow10(r.s.Unit.Scale - u.Scale)
	chart := &Lines{Unit: unitText(u), FromZero: true}
	past := Series{Name: Text{ZH: num(y-1) + "年", EN: num(y - 1)}, Role: RolePast}
	path := Text{ZH: "目标路径", EN: "target path"}
	if it.target.Target.Bound == indicator.AtMost {
		path = Text{ZH: "控制进度", EN: "pace of the ceiling"}
	}
	// Beginning with its year it stands before its value, as the years do.
	plan := Series{Name: Text{ZH: num(y) + "年" + path.ZH + "：", EN: num(y) + " " + path.EN + ":"}, Role: RolePlan}
	this := Series{Name: Text{ZH: num(y) + "年", EN: num(y)}, Emphasis: true}
	for i, p := range steps {
		chart.Slots = append(chart.Slots, c.w.slotOf(p))
		past.Data = append(past.Data, it.history.level(before[i], u))
		this.Data = append(this.Data, it.history.level(now[i], u))
		due := Datum{Value: float(goal) * float64(p.To.Of()) / 12, Refs: []Cell{it.target.Target.Cell}}
		switch {
		case seasonal && before[i].ok:
			due.Value = float(goal) * float(before[i].Value) / float(total.Value)
			due.Refs = append(due.Refs, before[i].Inputs...)
		case seasonal:
			due = Datum{Missing: true}
		}
		due.Value *= scale
		plan.Data = append(plan.Data, due)
	}
	plan.Data[len(steps)-1].Label = c.targetValue(r, it.target.Target)
	if known(before) >= fewestOnPath {
		chart.Series = append(chart.Series, past)
	}
	chart.Series = append(chart.Series, plan, this)

	n := r.name()
	f := &Figure{ID: "path-" + r.s.ID, Title: c.targetTitle(onShare, []*item{it}), Chart: chart}
	how := Text{ZH: path.ZH + "按各期均等推算", EN: "the " + path.EN + " is a straight line"}
	if seasonal {
		how = Text{ZH: path.ZH + "按上年各期占全年的比重推算", EN: "the " + path.EN + " follows the course of the year before"}
	}
	f.Description = joinTexts("；", "; ", []Text{{ZH: n.ZH + "，年初以来累计" + bracket(chart.Unit.ZH, "（", "）"), EN: n.EN + ", year to date" + bracket(chart.Unit.EN, " (", ")")}, how})
	f.Alt = described(chart)
	return f
}

// targetPictures are the figures of the section on targets: those on one scale
// across the page, and side by side paths and those of one indicator. A path
// says all that the bar of its share would.
func (c *composer) targetPictures(skip string) []Block {
	var wide []Block
	var half []Figure
	for _, it := range c.items {
		if f := c.pathFigure(it); f != nil {
			half = append(half, *f)
		}
	}
	progress, paths := c.planPictures()
	half = append(half, paths...)
	for _, f := range c.targetFigures() {
		t, one := f.Chart.(*Targets)
		switch {
		case f.ID == skip:
		case !one || len(t.Rows) > 1:
			wide = append(wide, f)
		case !slices.ContainsFunc(half, func(p Figure) bool { return p.Title == f.Title }):
			half = append(half, *f)
		}
	}
	if progress != nil {
		wide = append(wide, progress)
	}
	switch len(half) {
	case 0:
		return wide
	case 1:
		return append(wide, &half[0])
	}
	return append(wide, &FigureGrid{Figures: half})
}
