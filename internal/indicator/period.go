package indicator

import "fmt"

// Month is a calendar month: 12 × year + month − 1.
type Month int

// NewMonth returns the month m (1 to 12) of a year.
func NewMonth(year, m int) Month { return Month(year*12 + m - 1) }

// Year is the calendar year.
func (m Month) Year() int { return int(m) / 12 }

// Of is the month in its year, 1 to 12.
func (m Month) Of() int { return int(m)%12 + 1 }

// String is 2023-01.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m.Year(), m.Of()) }

// Period is a span of whole months, both ends included. A year is 2023-01 to
// 2023-12, a quarter three months, a cumulative (year-to-date) period starts in
// January, a month-end stock has From == To. The zero Period is none.
type Period struct{ From, To Month }

// PeriodKind is what a span of months is called.
type PeriodKind string

const (
	NoPeriod   PeriodKind = ""
	Monthly    PeriodKind = "month"
	Quarterly  PeriodKind = "quarter"
	HalfYearly PeriodKind = "half"
	Annual     PeriodKind = "year"
	Cumulative PeriodKind = "cumulative" // from January, none of the above
	OtherSpan  PeriodKind = "span"
)
