package layout

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/indicator"
)

// period joins what row, column and surroundings say of the time of a figure.
func (t *Table) period(v *Column, row *rowFacts, l *Label) (indicator.Period, bool) {
	w, around := l.When, t.Context.When
	switch {
	case w.Year == 0 && !w.HasMonths():
		w = around
		if around.Year == 0 {
			return indicator.Period{}, false
		}
		t.LeansOnContext = true
		switch l.Span {
		case OnePeriod:
			if around.HasMonths() {
				w.From = w.To
				if l.Freq == Quarterly || strings.Contains(strings.Join(v.Heads, ""), "季") {
					w.From = (w.To-1)/3*3 + 1
				}
			}
		case AtEnd:
			if !around.HasMonths() {
				w.To = 12
			}
			w.From, w.AtEnd = w.To, true
		case ToDate:
			if around.HasMonths() {
				w.From = 1
			}
		}
	case w.Year == 0:
		if around.Year == 0 {
			return indicator.Period{}, false
		}
		w.Year, w.Fiscal = around.Year, around.Fiscal
		t.LeansOnContext = true
	case !w.HasMonths() && !w.Fiscal && w.LastYear == 0 && around.HasMonths() && around.From <= around.To && (w.Year == around.Year || w.Year == around.Year-1 || around.Year == 0) && t.yearsShareMonths():
		// 2023年, 2022年 under a title that says 1—11月
		w.From, w.To = around.From, around.To
		t.LeansOnContext = true
		if l.Span == OnePeriod {
			w.From = w.To
		}
	}
	if t.Context.ToDate && l.Span == "" && w.HasMonths() && !w.Part && !w.AtEnd && w.Day == 0 && w.From > 1 {
		w.From, t.CumulativeAssumed = 1, true // 3月 under a title that says 累计
	}
	switch l.Span {
	case ToDate:
		if w.HasMonths() {
			w.From = 1
		}
	case AtEnd:
		w.AtEnd = true
		if !w.HasMonths() {
			w.From, w.To = 12, 12
		}
	case YearStart:
		w = indicator.When{Year: w.Year - 1, From: 12, To: 12, AtEnd: true}
	case YearAgo:
		if l.ToNow && w.HasMonths() {
			w.From = 1
		}
		w.Year--
		if w.LastYear != 0 {
			w.LastYear--
		}
	case LastTime:
		if w.HasMonths() && !l.ToNow {
			n := w.To - w.From + 1
			w.From, w.To = w.From-n, w.To-n
		} else if w.HasMonths() {
			w.From, w.To = 1, w.To-1
		} else {
			w.Year--
		}
		if w.To < 1 {
			w.From, w.To, w.Year = w.From+12, w.To+12, w.Year-1
		}
		if w.From < 1 {
			return indicator.Period{}, false
		}
	}
	if w.HasMonths() && w.From == w.To && w.LastYear == 0 && !w.AtEnd {
		switch {
		case l.Freq == Quarterly && l.Span != ToDate && w.To%3 == 0:
			w.From = w.To - 2
		case l.Freq == Annual && w.To == 12:
			w.From = 1
		}
	}
	fiscal := t.Context.Fiscal
	if m := t.Context.YearEnds; m != 0 && !w.HasMonths() && !w.Fiscal && w.LastYear == 0 {
		w.Fiscal, fiscal = true, m%12+1
	}
	if fiscal == 0 {
		if w.Fiscal && t.FiscalAssumed == 0 {
			if t.FiscalAssumed = 7; t.Context.India || t.japanese() {
				t.FiscalAssumed = 4
			}
		}
		fiscal = max(1, t.FiscalAssumed)
	}
	return w.Period(fiscal)
}

// japanese reports whether the words around the table are Japanese: with kana, or
// characters that are written so in Japan alone. Fiscal years start in April
// there.
func (t *Table) japanese() bool {
	in := func(s string) bool { return strings.ContainsAny(s, "の総単円実対増") }
	if slices.ContainsFunc(t.Context.Lines, in) {
		return true
	}
	for _, c := range t.Columns {
		if slices.ContainsFunc(c.Heads, in) {
			return true
		}
	}
	return false
}

// yearsShareMonths reports whether the years in the heads are those of a period
// told above the table: there are at most three of them, and no months.
func (t *Table) yearsShareMonths() bool {
	if hasRole(t.stub, Period) {
		return false
	}
	years := map[int]bool{}
	for _, v := range t.values {
		if v.Label.When.HasMonths() {
			return false
		}
		if y := v.Label.When.Year; y != 0 {
			years[y] = true
		}
	}
	return len(years) <= 3
}

// multiplier reads a power of ten: 9, 6, billions, Thousands, 1000.
func multiplier(s string) int {
	s = strings.ToLower(strings.TrimSpace(s))
	switch strings.TrimRight(strings.TrimSuffix(s, "s"), " ") {
	case "unit", "", "0":
		return 0
	case "hundred":
		return 2
	case "thousand":
		return 3
	case "million":
		return 6
	case "billion":
		return 9
	case "trillion":
		return 12
	}
	if n, err := strconv.Atoi(s); err == nil {
		if n >= 0 && n <= 12 {
			return n
		}
		p := 0
		for n > 1 && n%10 == 0 {
			n, p = n/10, p+1
		}
		if n == 1 {
			return p
		}
	}
	return 0
}

// statusOf reads a mark of status that stands in a cell of its own.
func statusOf(s string) indicator.Status {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "p", "初步", "初步数", "provisional", "(p)":
		return indicator.Preliminary
	case "r", "修订", "修订数", "revised", "(r)":
		return indicator.Revised
	case "e", "f", "估计", "estimated", "forecast", "预计", "(e)", "estimate", "estimated value", "forecast value", "imputed":
		return indicator.Estimated
	}
	return indicator.Normal
}

// whenText writes the date of a cell as a period that ParseWhen reads.
func whenText(c Cell) string {
	w := c.When
	if w.HasMonths() {
		return itoa(w.Year) + "-" + itoa(w.From)
	}
	return itoa(w.Year)
}
