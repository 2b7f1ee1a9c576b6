package check

import (
	"fmt"
	"slices"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// gaps finds months that are missing in the middle of a monthly series.
func (c *checker) gaps(s *indicator.Series) {
	missing := c.missing(s)
	of := c.owner(s)
	if of != s { // said once for a level and its growth
		level := c.missing(of)
		missing = slices.DeleteFunc(missing, func(p indicator.Period) bool { return slices.Contains(level, p) })
	}
	if len(missing) == 0 {
		return
	}
	var found instances
	for _, p := range missing {
		w := when(p)
		found.add(placeOfGap(s, p), w.ZH, w.EN)
	}
	n, l := name(of), found.text("、", ", ")
	zh, en := "", ""
	if s.Measure == indicator.Growth {
		zh, en = "增速", "growth of "
	}
	c.add(diagnostic.Info, "month-missing", found.cell,
		fmt.Sprintf("“%s”%s逐月数据中间缺%d期：%s；图中留空，不连线。如有数据请补上。", n.ZH, zh, found.count(), l.ZH),
		fmt.Sprintf("the monthly figures for the %s“%s” lack %s in the middle: %s; charts leave a gap there. Add the figures if there are any.", en, n.EN, plural(found.count(), "period"), l.EN))
}

// missing lists the months, and the spans from January, that a series leaves
// out between two that it has, in order of time.
func (c *checker) missing(s *indicator.Series) []indicator.Period {
	var months []indicator.Month
	var years [][]indicator.Month // ends of the spans from January, by year
	for _, o := range s.Observations {
		if !accountedFor(o) {
			continue
		}
		m := o.Period.To
		if o.Period.From == m {
			months = append(months, m)
		}
		if !o.Period.FromJanuary() {
			continue
		}
		if k := len(years); k == 0 || years[k-1][0].Year() != m.Year() {
			years = append(years, nil)
		}
		years[len(years)-1] = append(years[len(years)-1], m)
	}
	var out []indicator.Period
	if monthly(months) {
		for _, m := range between(months) {
			if _, err := c.d.LevelAt(s.ID, indicator.MonthOf(m)); err != nil && !startOfYear(s, months, m) {
				out = append(out, indicator.MonthOf(m))
			}
		}
	}
	if monthly(years...) {
		for _, year := range years {
			for _, m := range between(year) {
				if !slices.Contains(months, m) && !(m.Of() <= 2 && monthly(months)) {
					out = append(out, indicator.ToDate(m.Year(), m.Of()))
				}
			}
		}
	}
	slices.SortFunc(out, indicator.Period.Compare)
	return out
}

// accountedFor reports whether the source says something of the period, be it
// that the figure is withheld or cannot exist.
func accountedFor(o indicator.Observation) bool { return o.Status != indicator.NotAvailable }

// monthly reports whether runs of months go month by month as a rule: quarter
// ends and year ends do not. Starting the year in February or March is no step.
func monthly(runs ...[]indicator.Month) bool {
	steps, single := 0, 0
	for _, run := range runs {
		for i := 1; i < len(run); i++ {
			steps++
			next := run[i-1] + 1
			for next.Of() <= 2 && next < run[i] {
				next++
			}
			if next == run[i] {
				single++
			}
		}
	}
	return single > 0 && 2*single >= steps
}

// between lists the months that an ascending run leaves out.
func between(run []indicator.Month) []indicator.Month {
	var out []indicator.Month
	for i := 1; i < len(run); i++ {
		for m := run[i-1] + 1; m < run[i]; m++ {
			out = append(out, m)
		}
	}
	return out
}

// startOfYear reports whether m is a January or February that nobody misses:
// the two were published together, or the series never has that month.
func startOfYear(s *indicator.Series, months []indicator.Month, m indicator.Month) bool {
	if m.Of() > 2 {
		return false
	}
	if both, ok := s.At(indicator.ToDate(m.Year(), 2)); ok && accountedFor(both) {
		return true
	}
	return !slices.ContainsFunc(months, func(o indicator.Month) bool { return o.Of() == m.Of() })
}

// placeOfGap is the blank cell of a missing period, else the cell of the next
// value.
func placeOfGap(s *indicator.Series, p indicator.Period) indicator.Cell {
	if o, ok := s.At(p); ok {
		return o.Cell
	}
	for _, o := range s.Observations {
		if o.Period.To > p.To {
			return o.Cell
		}
	}
	return s.Cell
}
