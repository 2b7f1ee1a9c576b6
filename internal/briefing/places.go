package briefing

import (
	"github.com/shopspring/decimal"
	"jianbao/internal/indicator"
)

// levelPlaces is how many digits after the point a level shows. Where the
// source does not say, as many as its most exact value (spreadsheets drop
// trailing zeros), except that the tails of formulas are cut.
func levelPlaces(s *indicator.Series) int {
	n := placesOf(s, 4, 2)
	if s.Decimals < 0 && s.Unit.IsPercent() {
		return max(n, 1)
	}
	return n
}

// ratePlaces is the same for the growth of a series.
func ratePlaces(d *indicator.Dataset, s *indicator.Series) int {
	g := s
	if s.Measure != indicator.Growth {
		if g = d.GrowthOf(s.ID, indicator.YearOnYear); g == nil {
			return 1
		}
	}
	if g.Decimals < 0 { // spreadsheets show 7.0 as 7
		return max(placesOf(g, 2, 1), 1)
	}
	return g.Decimals
}

func placesOf(s *indicator.Series, most, cut int) int {
	if s.Decimals >= 0 {
		return s.Decimals
	}
	n := 0
	var largest Decimal
	for _, o := range s.Observations {
		if o.Status.HasValue() {
			n = max(n, digitsAfterPoint(trimmed(o.Value)))
			largest = decimal.Max(largest, o.Value.Abs())
		}
	}
	if n <= most {
		return n
	}
	// However small the values, two of their digits are shown.
	for one := decimal.New(1, 0); largest.Sign() > 0 && largest.Shift(int32(cut)-1).LessThan(one) && cut < n; cut++ {
	}
	return cut
}

// trimmed drops trailing zeros after the point.
func trimmed(v Decimal) Decimal {
	t, err := decimal.NewFromString(v.String())
	if err != nil {
		return v
	}
	return t
}

// calendarOf is how finely a series divides the year.
func calendarOf(d *indicator.Dataset, s *indicator.Series) calendar {
	if quarterEnds(s) {
		return byQuarter
	}
	fine := byYear
	months := map[int]bool{}
	point := false
	for _, t := range [...]*indicator.Series{s, d.GrowthOf(s.ID, indicator.YearOnYear)} {
		if t == nil {
			continue
		}
		for _, o := range t.Observations {
			months[o.Period.To.Of()] = true
			if o.Period.From == o.Period.To {
				point = true
			}
			switch n := int(o.Period.To-o.Period.From) + 1; {
			case n == 12:
			case o.Period.To.Of()%3 != 0, n == 1 && s.Basis != indicator.Stock:
				return byMonth
			default:
				fine = byQuarter
			}
		}
	}
	if s.Basis == indicator.Stock && point && len(months) == 1 {
		return byYear // one month-end a year
	}
	return fine
}

// quarterEnds reports a rate, share or index that is known for the last months of
// quarters alone.
func quarterEnds(s *indicator.Series) bool {
	if s.Measure == indicator.Level || s.Measure == indicator.Growth || len(s.Observations) < minHistory {
		return false
	}
	months := map[int]bool{}
	for _, o := range s.Observations {
		if o.Period.From != o.Period.To || o.Period.To.Of()%3 != 0 {
			return false
		}
		months[o.Period.To.Of()] = true
	}
	return len(months) > 1
}
