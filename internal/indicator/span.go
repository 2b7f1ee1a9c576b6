package indicator

import "fmt"

// Year is the period of a calendar year.
func Year(y int) Period { return Period{NewMonth(y, 1), NewMonth(y, 12)} }

// MonthOf is the period of one month.
func MonthOf(m Month) Period { return Period{m, m} }

// ToDate is the cumulative period from January to month m of year y.
func ToDate(y, m int) Period { return Period{NewMonth(y, 1), NewMonth(y, m)} }

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Months is the length of the span.
func (p Period) Months() int {
	if p.IsZero() {
		return 0
	}
	return int(p.To-p.From) + 1
}

// Year is the calendar year in which the span ends.
func (p Period) Year() int { return p.To.Year() }

// Kind names the span. Twelve months from January, or from a month in which
// fiscal years start (April, July, October), are a year. January to March is a quarter, January to June a half
// year, any other span from January that is not a whole year is cumulative.
func (p Period) Kind() PeriodKind {
	first, n := p.From.Of(), p.Months()
	switch {
	case n <= 0:
		return NoPeriod
	case n == 1:
		return Monthly
	case n == 12 && (first == 1 || first == 4 || first == 7 || first == 10): // fiscal years too
		return Annual
	case n == 3 && first%3 == 1:
		return Quarterly
	case n == 6 && first%6 == 1:
		return HalfYearly
	case first == 1 && n < 12:
		return Cumulative
	}
	return OtherSpan
}

// FromJanuary reports whether the span starts in January and ends in the same
// year: what a cumulative figure covers, whatever the span is called.
func (p Period) FromJanuary() bool {
	return !p.IsZero() && p.From.Of() == 1 && p.From.Year() == p.To.Year()
}

// YearBefore is the same months one year earlier.
func (p Period) YearBefore() Period { return Period{p.From - 12, p.To - 12} }

// Previous is the period of the same kind just before p; for a cumulative
// period the one that ends a month earlier in the same year. It is zero where
// there is none.
func (p Period) Previous() Period {
	switch p.Kind() {
	case Monthly, Quarterly, HalfYearly, Annual:
		n := Month(p.Months())
		return Period{p.From - n, p.To - n}
	case Cumulative:
		return Period{p.From, p.To - 1}
	}
	return Period{}
}

// ToDate is the cumulative period that ends with p.
func (p Period) ToDate() Period { return ToDate(p.To.Year(), p.To.Of()) }

// Compare orders periods by their end, then by their start.
func (p Period) Compare(q Period) int {
	switch {
	case p.To != q.To:
		return int(p.To - q.To)
	default:
		return int(p.From - q.From)
	}
}

// Code is the shortest form that ParsePeriod reads: 2022, 2023-11,
// 2023-01..2023-11.
func (p Period) Code() string {
	switch {
	case p.IsZero():
		return ""
	case p == Year(p.Year()):
		return fmt.Sprintf("%04d", p.Year())
	case p.From == p.To:
		return p.From.String()
	}
	return p.From.String() + ".." + p.To.String()
}

// String is 2023-11, or 2023-01…2023-11.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	if p.From == p.To {
		return p.From.String()
	}
	return fmt.Sprintf("%s…%s", p.From, p.To)
}
