package pdf

import (
	"jianbao/charts"
	"jianbao/internal/briefing"
)

// parts cuts a chart of rows that is too high for a page into charts of at most
// n rows that share one scale. Other charts have a fixed height and stay whole.
func parts(c briefing.Chart, n int) []briefing.Chart {
	switch c := c.(type) {
	case *briefing.Ranked:
		whole := *c
		for _, r := range c.Rows {
			widen(&whole.Min, &whole.Max, r.Datum)
		}
		return cutRows(len(c.Rows), n, func(from, to int) briefing.Chart {
			p := whole
			p.Rows = append([]briefing.RankedRow(nil), c.Rows[from:to]...)
			for i := range p.Rows {
				p.Rows[i].Ref = within(p.Rows[i].Ref, from, to)
			}
			return &p
		})
	case *briefing.Targets:
		whole := *c
		for _, r := range c.Rows {
			widen(&whole.Min, &whole.Max, r.Actual)
			widen(&whole.Min, &whole.Max, r.Target)
			widen(&whole.Min, &whole.Max, r.Upper)
		}
		return cutRows(len(c.Rows), n, func(from, to int) briefing.Chart {
			p := whole
			p.Rows = append([]briefing.TargetRow(nil), c.Rows[from:to]...)
			for i := range p.Rows {
				p.Rows[i].Ref = within(p.Rows[i].Ref, from, to)
			}
			return &p
		})
	case *briefing.Slope:
		whole := *c
		whole.Form, whole.Rows = briefing.FormDumbbells, c.ByChange()
		for _, r := range c.Rows {
			widen(&whole.Min, &whole.Max, r.From)
			widen(&whole.Min, &whole.Max, r.To)
		}
		return cutRows(len(c.Rows), n, func(from, to int) briefing.Chart {
			p := whole
			p.Rows = whole.Rows[from:to:to]
			return &p
		})
	case *briefing.Heat:
		whole := *c
		if whole.Step <= 0 {
			whole.Step = charts.ShadeStep(c)
		}
		return cutRows(len(c.Rows), n, func(from, to int) briefing.Chart {
			p := whole
			p.Rows = c.Rows[from:to:to]
			return &p
		})
	}
	return []briefing.Chart{c}
}

func widen(lo, hi *float64, d briefing.Datum) {
	if !d.Missing {
		*lo, *hi = min(*lo, d.Value), max(*hi, d.Value)
	}
}

// within renumbers a reference to a row for the part from..to; one to a row of
// another part is lost, and the row then says in words what it follows.
func within(ref, from, to int) int {
	if ref < from || ref >= to {
		return -1
	}
	return ref - from
}

// cutRows makes parts of nearly equal size.
func cutRows(rows, n int, part func(from, to int) briefing.Chart) []briefing.Chart {
	k := max(1, (rows+n-1)/n)
	var out []briefing.Chart
	for i := range k {
		if from, to := i*rows/k, (i+1)*rows/k; to > from {
			out = append(out, part(from, to))
		}
	}
	return out
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
