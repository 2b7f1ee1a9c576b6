package pdf

import "jianbao/internal/briefing"

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
		p.Form, p.Part = briefing.FormDumbbells, rows
		return &p
	case *briefing.Heat:
		p := *c
		p.Part = rows
		return &p
	}
	return c
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
