package pdf

import (
	"jianbao/charts"
	"jianbao/internal/briefing"
)

// partOf is a chart of rows with some of them only, on the scale and in the
// columns of the whole. Other charts have a fixed height and stay whole.
func partOf(c briefing.Chart, rows briefing.Part) briefing.Chart {
	switch c := c.(type) {
	case *briefing.Ranked:
		p := *c
		p.Part = rows
		return &p
	case *briefing.Targets:
		p := *c
		p.Part = rows
		return &p
	case *briefing.Slope:
		p := *c
		p.Form, p.Rows = briefing.FormDumbbells, c.ByChange()
		for _, r := range c.Rows {
			widen(&p.Min, &p.Max, r.From)
			widen(&p.Min, &p.Max, r.To)
		}
		first, end := rows.Of(len(p.Rows))
		p.Rows = p.Rows[first:end:end]
		return &p
	case *briefing.Heat:
		p := *c
		if p.Step <= 0 {
			p.Step = charts.ShadeStep(c)
		}
		first, end := rows.Of(len(p.Rows))
		p.Rows = p.Rows[first:end:end]
		return &p
	}
	return c
}

func widen(lo, hi *float64, d briefing.Datum) {
	if !d.Missing {
		*lo, *hi = min(*lo, d.Value), max(*hi, d.Value)
	}
}

// rowsOf is the number of rows that a chart may be cut between.
func rowsOf(c briefing.Chart) int {
	switch c := c.(type) {
	case *briefing.Ranked:
		return len(c.Rows)
	case *briefing.Targets:
		return len(c.Rows)
	case *briefing.Slope:
		return len(c.Rows)
	case *briefing.Heat:
		return len(c.Rows)
	}
	return 1
}
