package sources

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
)

// period reads a cell as a period; false for a blank cell and, after a
// diagnostic, for what is none.
func (t *table) period(c cell) (indicator.Period, bool) {
	c, ok := t.resolve(c)
	if !ok || c.blank() {
		return indicator.Period{}, false
	}
	if c.kind == numberCell || c.kind == isoDateCell {
		if p, ok, handled := t.numericPeriod(c); handled {
			return p, ok
		}
	}
	s := cleanText(c.text)
	if utf8.RuneCountInString(s) <= maxPeriodText {
		if p, err := indicator.ParsePeriod(s); err == nil && plausible(p) {
			return p, true
		}
		if d, ok := parseDateText(s); ok {
			// A day stands for its month only where it is the first or the last.
			if p, ok := monthOfDay(d); ok {
				return p, true
			}
		}
	}
	t.badPeriod(c)
	return indicator.Period{}, false
}

// maxPeriodText bounds what is taken for a period.
const maxPeriodText = 60

func (t *table) badPeriod(c cell) {
	t.errorf("bad-period", t.cellAt(c),
		"“%[1]s”不是有效的时期；请填成 2023-11、2023年11月、2023年1—11月、2023年三季度或 2022年。",
		"“%[1]s” is not a valid period; write it as 2023-11, Nov 2023, Jan–Nov 2023, 2023Q3 or 2022.", quote(c.text))
}

// numericPeriod reads what Excel made of a period that was typed: a date
// (2023-11 becomes 1 November), a year, 202311, or 2023.11. A number 2023.1 may
// have been October before Excel dropped its zero, so that it is refused.
func (t *table) numericPeriod(c cell) (p indicator.Period, ok, handled bool) {
	s := strings.TrimSpace(c.text)
	if c.kind == isoDateCell {
		if len(s) > 10 {
			s = s[:10]
		}
		p, ok = monthOfAnyDay(s)
		return p, ok, ok
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return p, false, false
	}
	if f := t.book.format(c.style); f == dateFormat || f == yearFormat {
		day, err := excelize.ExcelDateToTime(n, t.book.date1904)
		if err == nil && n >= 1 && n <= lastSerial {
			if f == yearFormat {
				return indicator.Year(day.Year()), true, true
			}
			return indicator.MonthOf(indicator.NewMonth(day.Year(), int(day.Month()))), true, true
		}
		t.badPeriod(c)
		return p, false, true
	}
	if d, ok := decimalOf(s); ok {
		s = d.String()
	}
	if year, month, found := strings.Cut(s, "."); found && len(year) == 4 && month == "1" {
		t.errorf("ambiguous-period", t.cellAt(c),
			"数字 %[1]s 可能是 1 月，也可能是被 Excel 去掉末尾 0 的 10 月；请填成 %[2]s-01 或 %[2]s-10。",
			"the number %[1]s may be January, or October without the zero that Excel drops; write %[2]s-01 or %[2]s-10.", s, year)
		return p, false, true
	}
	c.text, c.kind = s, textCell
	if p, err := indicator.ParsePeriod(s); err == nil && plausible(p) {
		return p, true, true
	}
	t.badPeriod(c)
	return p, false, true
}

// plausible keeps typing errors in years out.
func plausible(p indicator.Period) bool {
	return !p.IsZero() && p.From.Year() >= 1900 && p.To.Year() <= 2200 && p.From <= p.To
}

// monthOfDay takes the first or the last day of a month for the month.
func monthOfDay(iso string) (indicator.Period, bool) {
	day, err := time.Parse("2006-01-02", iso)
	if err != nil || day.Day() != 1 && day.AddDate(0, 0, 1).Day() != 1 {
		return indicator.Period{}, false
	}
	return monthOfAnyDay(iso)
}

func monthOfAnyDay(iso string) (indicator.Period, bool) {
	day, err := time.Parse("2006-01-02", iso)
	if err != nil || day.Year() < 1900 || day.Year() > 2200 {
		return indicator.Period{}, false
	}
	return indicator.MonthOf(indicator.NewMonth(day.Year(), int(day.Month()))), true
}
