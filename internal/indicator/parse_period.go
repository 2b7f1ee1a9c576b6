package indicator

import (
	"fmt"
	"strings"
)

// PeriodError says that a text is not a period.
type PeriodError struct{ Text string }

func (e *PeriodError) Error() string { return fmt.Sprintf("%q is not a period", e.Text) }

// ParsePeriod reads a period as people write it: 2022, 2022年, 2023-11, 2023年11月,
// 2023.11, 202311, 2023年1—11月, 2023-01..2023-11, 2023Q3, 2023年三季度, 2023年上半年,
// 2023H1, 2023年前三季度, 2023年前11个月, 2023年末, Nov 2023, Jan–Nov 2023. Full-width digits and any dash will
// do. It guesses nothing: a period without a year is an error, and so are a
// fiscal year, which does not say in which month it starts, the years of a plan
// and a single day.
func ParsePeriod(s string) (Period, error) {
	t := strings.TrimSpace(s)
	t = strings.TrimSuffix(t, "累计")
	if w, ok := ParseWhen(t); ok && !w.Fiscal && w.Day == 0 && (w.LastYear == 0 || w.From != 0) {
		if p, ok := w.Period(1); ok {
			return p, nil
		}
	}
	return Period{}, &PeriodError{Text: s}
}
