package briefing

import (
	"slices"

	"jianbao/internal/indicator"
)

// January and February, whose holidays move between them, are often published
// only together. A history then has one step for the two.

// together reports that of a year January and February are known only as one.
func (r *reading) together(year int) bool {
	if r.w.cal != byMonth || r.stock() {
		return false
	}
	both, jan, feb := indicator.ToDate(year, 2), indicator.MonthOf(indicator.NewMonth(year, 1)), indicator.MonthOf(indicator.NewMonth(year, 2))
	level := r.levelAt(jan).ok
	if r.rateAt(both).ok {
		return !r.rateAt(jan).ok && !(level && r.rateAt(feb).ok)
	}
	return !level && !r.rateAt(jan).ok && r.levelAt(both).ok
}

// joint reports that a history has January and February in one step. The year to
// February may also be the second step of the year.
func (h *history) joint(p Period) bool { return p.Months() == 2 && slices.Contains(h.steps, p) }

// inARow is how long a row of facts is, and what its steps are called in English.
// One figure for two months is one step: it does not say that both of them fell,
// so the steps of such a row are not months but 期.
func (h *history) inARow(fs []fact) (row struct {
	span Text
	step string
}) {
	row.span, row.step = h.span(len(fs)), h.unit()
	if slices.ContainsFunc(fs, func(f fact) bool { return h.joint(f.at) }) {
		n := count(len(fs))
		row.span, row.step = Text{ZH: n.ZH + "期", EN: n.EN + " " + plural(len(fs), "period")}, "period"
	}
	return row
}

// levelOf is the level of a step. Of January and February it may be their sum.
func (r *reading) levelOf(p Period) fact {
	f := r.levelAt(p)
	if f.ok || p.Months() != 2 || r.growthOnly() {
		return f
	}
	q, err := r.d.CumulativeAt(r.s.ID, p)
	return r.fact(q, p, r.places, asLevel).when(err == nil)
}

// lineAt is the rate of a step of a chart of several histories, whose steps may
// be others than its own.
func (h *history) lineAt(p Period) fact {
	i := slices.IndexFunc(h.steps, func(s Period) bool { return s.To == p.To })
	switch {
	case i < 0 || h.line == nil:
		return fact{}
	case p == h.steps[i] || p.Months() != 2 && !h.joint(h.steps[i]) || h.run || h.r.stock():
		return h.line[i]
	case p.Months() == 2 && !h.ratio && !h.r.growthOnly():
		q, err := h.r.d.GrowthOfSumAt(h.r.s.ID, p)
		return h.r.fact(q, p, h.r.rates, asGrowth).when(err == nil)
	}
	return fact{}
}

// axis is the steps from one month to another for a chart of several histories.
// January and February are one where more of them would else have no figure.
func (c *composer) axis(from, to indicator.Month, hs []*history) []Period {
	by := c.w.cal.months()
	var steps []Period
	for m := to; m-by+1 >= from; m -= by {
		p := Period{From: m - by + 1, To: m}
		if c.w.cal == byMonth && m.Of() == 2 && oneStep(m.Year(), hs) {
			p = indicator.ToDate(m.Year(), 2)
			m--
		}
		steps = append(steps, p)
	}
	slices.Reverse(steps)
	return steps
}

func oneStep(year int, hs []*history) bool {
	both, jan := indicator.ToDate(year, 2), indicator.MonthOf(indicator.NewMonth(year, 1))
	votes := 0
	for _, h := range hs {
		switch {
		case slices.Contains(h.steps, both):
			votes++
		case h.lineAt(jan).ok && !h.lineAt(both).ok:
			votes--
		}
	}
	return votes > 0
}
