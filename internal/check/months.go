package check

import (
	"fmt"
	"slices"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// gaps finds months that are missing in the middle of monthly series. Series
// that lack the same months are reported together, a level with its growth.
func (c *checker) gaps() {
	type gap struct {
		missing []indicator.Period
		of      []*view
	}
	var gaps []gap
	for i := range c.views {
		v := &c.views[i]
		missing := c.missing(v)
		if of := c.byID[v.Of]; v.Measure == indicator.Growth && of != nil && len(missing) > 0 {
			level := c.missing(of)
			missing = slices.DeleteFunc(missing, func(p indicator.Period) bool { return slices.Contains(level, p) })
		}
		if len(missing) == 0 {
			continue
		}
		k := -1
		if len(gaps) <= perCode { // more are not listed
			k = slices.IndexFunc(gaps, func(g gap) bool { return slices.Equal(g.missing, missing) })
		}
		if k < 0 {
			k, gaps = len(gaps), append(gaps, gap{missing: missing})
		}
		gaps[k].of = append(gaps[k].of, v)
	}
	for _, g := range gaps {
		c.monthsMissing(g.of, g.missing)
	}
}

func (c *checker) monthsMissing(of []*view, missing []indicator.Period) {
	v := of[0]
	var found instances
	for _, p := range missing {
		if found.full() {
			found.more++
			continue
		}
		w := when(p)
		found.add(placeOfGap(v.Series, p), w.ZH, w.EN)
	}
	who, l := c.subject(v.Series), found.text("、", ", ")
	if more := len(of) - 1; more > 0 {
		who = indicator.Text{ZH: fmt.Sprintf("%s等%d个指标", who.ZH, more+1), EN: fmt.Sprintf("%s and %s", who.EN, plural(more, "other indicator"))}
	}
	c.add(diagnostic.Info, "month-missing", found.cell,
		fmt.Sprintf("%s逐月数据中间缺%d期：%s；图中留空，不连线。如有数据请补上。", who.ZH, found.count(), l.ZH),
		fmt.Sprintf("the monthly figures for %s lack %s in the middle: %s; charts leave a gap there. Add the figures if there are any.", who.EN, plural(found.count(), "period"), l.EN))
}

// missing lists the months, and the spans from January, that a series leaves
// out between two that it has, in order of time.
func (c *checker) missing(v *view) []indicator.Period {
	months := make([]indicator.Month, 0, len(v.Observations))
	var years [][]indicator.Month // ends of the spans from January, by year
	for i := range v.Observations {
		o := &v.Observations[i]
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
		for _, m := range holes(months) {
			if !v.derivable(m) && !startOfYear(v, months, m) {
				out = append(out, indicator.MonthOf(m))
			}
		}
	}
	if monthly(years...) {
		for _, year := range years {
			for _, m := range holes(year) {
				if _, ok := slices.BinarySearch(months, m); !ok && !(m.Of() <= 2 && monthly(months)) {
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
func accountedFor(o *indicator.Observation) bool { return o.Status != indicator.NotAvailable }

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

// holes lists the months that an ascending run leaves out, in the years of which
// it has at least every other month from March on: before figures were monthly
// there were quarterly or yearly ones, and nothing is missing there. A whole year
// is missing only between two that are there.
func holes(run []indicator.Month) []indicator.Month {
	if len(run) == 0 {
		return nil
	}
	first, last := run[0].Year(), run[len(run)-1].Year()
	has := make([]int, last-first+1) // months from March on, by year
	there := make([]bool, last-first+1)
	for _, m := range run {
		there[m.Year()-first] = true
		if m.Of() > 2 {
			has[m.Year()-first]++
		}
	}
	monthlyYear := func(y int) bool {
		from, to := max(indicator.NewMonth(y, 3), run[0]), min(indicator.NewMonth(y, 12), run[len(run)-1])
		return y >= first && y <= last && there[y-first] && 2*has[y-first] >= int(to-from)+1
	}
	var out []indicator.Month
	for i := 1; i < len(run); i++ {
		if run[i]-run[i-1] > 26 {
			continue // the series was broken off and taken up again
		}
		for m := run[i-1] + 1; m < run[i]; m++ {
			y := m.Year()
			if monthlyYear(y) || !there[y-first] && monthlyYear(y-1) && monthlyYear(y+1) {
				out = append(out, m)
			}
		}
	}
	return out
}

// derivable reports whether a month's figure follows from two cumulative ones.
func (v *view) derivable(m indicator.Month) bool {
	if v.Measure != indicator.Level || v.Basis != indicator.Flow || m.Of() == 1 {
		return false
	}
	upTo, before := v.at(indicator.ToDate(m.Year(), m.Of())), v.at(indicator.ToDate(m.Year(), m.Of()-1))
	return upTo >= 0 && before >= 0 && v.Observations[upTo].Status.HasValue() && v.Observations[before].Status.HasValue()
}

// startOfYear reports whether m is a January or February that nobody misses:
// the two were published together, or the year before or after lacks it too, as
// the monthly statistics of China do.
func startOfYear(v *view, months []indicator.Month, m indicator.Month) bool {
	if m.Of() > 2 {
		return false
	}
	if i := v.at(indicator.ToDate(m.Year(), 2)); i >= 0 && accountedFor(&v.Observations[i]) {
		return true
	}
	there := func(m indicator.Month) bool { _, ok := slices.BinarySearch(months, m); return ok }
	if !slices.ContainsFunc(months, func(o indicator.Month) bool { return o.Of() == m.Of() }) {
		return true
	}
	before, after := m-12, m+12
	return before >= months[0] && !there(before) || after <= months[len(months)-1] && !there(after)
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
