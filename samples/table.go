package samples

import (
	"sort"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// monthly is an indicator and its tables by year, 2021 to 2023: levels, or
// growth rates where no level is published. What is not in a table follows:
// cumulative values are sums, growth is on the level a year earlier. The
// growth of December 2021, whose base is not given, stands in the tables.
type monthly struct {
	series0          indicator.Series // without observations
	levels           [3]string
	growth           [3]string
	cumulativeGrowth [3]string
	januaryMissing   bool // the first value is that of January and February
	cumulativeOnly   bool // months are not published
	monthsOnly       bool // nothing cumulative, no growth: a rate
	preliminary      bool // the latest month is
	revisedMonth     int  // of 2023; 0: none
	before           string
}

const (
	firstYear  = 2021
	lastYear   = 2023
	latestSlot = 11 // month of 2023
)

// series gives the level series and, unless it is a rate, the growth series
// after it.
func (m monthly) series() []indicator.Series {
	level := m.series0
	rates := indicator.Series{
		ID: level.ID + ".yoy", Name: level.Name, Short: level.Short, Unit: unit("%", "%"),
		Measure: indicator.Growth, Basis: level.Basis, Direction: level.Direction, Group: level.Group,
		Decimals: 1, Of: level.ID, Compare: indicator.YearOnYear, Prices: level.Prices,
	}
	var years [3][]indicator.Decimal
	for i := range years {
		years[i] = row(m.levels[i])
	}
	for i, year := 0, firstYear; year <= lastYear; i, year = i+1, year+1 {
		m.addLevels(&level, year, years[i])
		if m.monthsOnly {
			continue
		}
		given, givenCumulative := row(m.growth[i]), row(m.cumulativeGrowth[i])
		if year == firstYear {
			m.addDecember(&rates, given, givenCumulative)
			continue
		}
		if given == nil && givenCumulative == nil {
			given = growthOf(years[i], years[i-1])
			givenCumulative = growthOf(sums(years[i]), sums(years[i-1]))
		}
		m.add(&rates, year, given, givenCumulative)
	}
	sortByPeriod(level.Observations)
	if m.monthsOnly {
		return []indicator.Series{level}
	}
	sortByPeriod(rates.Observations)
	return []indicator.Series{level, rates}
}

// addLevels adds a year's levels: of 2021, only December.
func (m monthly) addLevels(s *indicator.Series, year int, values []indicator.Decimal) {
	if values == nil {
		return
	}
	total := sums(values)
	if m.monthsOnly {
		total = nil
	}
	if year == firstYear {
		m.addDecember(s, values[len(values)-1:], last(total))
		return
	}
	m.add(s, year, values, total)
	if year != lastYear || m.revisedMonth == 0 {
		return
	}
	revised := indicator.MonthOf(indicator.NewMonth(year, m.revisedMonth))
	for i := range s.Observations {
		if o := &s.Observations[i]; o.Period == revised {
			before := dec(m.before)
			o.Previous = &before
		}
	}
}

// addDecember adds the last month of the first year, and the year.
func (m monthly) addDecember(s *indicator.Series, month, year []indicator.Decimal) {
	if !m.cumulativeOnly && month != nil {
		s.Observations = append(s.Observations, indicator.Observation{
			Period: indicator.MonthOf(indicator.NewMonth(firstYear, 12)), Value: month[0]})
	}
	if year != nil {
		s.Observations = append(s.Observations, indicator.Observation{Period: indicator.Year(firstYear), Value: year[0]})
	}
}

// add adds a year's observations, of months and cumulative.
func (m monthly) add(s *indicator.Series, year int, months, cumulative []indicator.Decimal) {
	for i := range max(len(months), len(cumulative)) {
		month := i + 1
		if m.januaryMissing {
			month++
		}
		status := m.status(year, month)
		one := indicator.MonthOf(indicator.NewMonth(year, month))
		toDate := indicator.ToDate(year, month)
		if i == 0 {
			one = toDate // what comes first is both
		}
		if !m.cumulativeOnly || i == 0 {
			s.Observations = append(s.Observations, indicator.Observation{Period: one, Value: pick(months, cumulative, i), Status: status})
		}
		if cumulative != nil && i > 0 {
			s.Observations = append(s.Observations, indicator.Observation{Period: toDate, Value: cumulative[i], Status: status})
		}
	}
}

// status is that of all figures of a month.
func (m monthly) status(year, month int) indicator.Status {
	switch {
	case year == lastYear && month == m.revisedMonth:
		return indicator.Revised
	case year == lastYear && month == latestSlot && m.preliminary:
		return indicator.Preliminary
	}
	return indicator.Normal
}

// pick is the i-th value of a, or of b where a is not given.
func pick(a, b []indicator.Decimal, i int) indicator.Decimal {
	if a == nil {
		return b[i]
	}
	return a[i]
}

// row reads a row of a table; nil where there is none.
func row(s string) []indicator.Decimal {
	var out []indicator.Decimal
	for _, f := range strings.Fields(s) {
		out = append(out, dec(f))
	}
	return out
}

func last(v []indicator.Decimal) []indicator.Decimal {
	if v == nil {
		return nil
	}
	return v[len(v)-1:]
}

// sums are the cumulative values.
func sums(v []indicator.Decimal) []indicator.Decimal {
	var total indicator.Decimal
	var out []indicator.Decimal
	for _, d := range v {
		total = total.Add(d)
		out = append(out, total)
	}
	return out
}

// growthOf is the growth of each value over that of a year earlier, in percent
// to one decimal.
func growthOf(v, base []indicator.Decimal) []indicator.Decimal {
	var out []indicator.Decimal
	for i := range v {
		out = append(out, v[i].Sub(base[i]).Mul(decimal.NewFromInt(100)).DivRound(base[i], 12).Round(1))
	}
	return out
}

func sortByPeriod(o []indicator.Observation) {
	sort.SliceStable(o, func(i, j int) bool {
		a, b := o[i].Period, o[j].Period
		if a.To != b.To {
			return a.To < b.To
		}
		return a.From < b.From
	})
}
