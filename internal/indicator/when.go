package indicator

// When is a period, or as much of one as a text tells: 2023年1—11月 tells all,
// 1—11月 no year, 2023年 no months, 上年同期 only that it is a year earlier.
// What is missing comes from what stands around it. The zero When tells nothing.
type When struct {
	Year     int  // 0: not told; of a fiscal year the year in which it ends
	LastYear int  // of a span of years, 2021—2025年
	From, To int  // months, 1 to 12; 0: not told
	Day      int  // of a date; 0: none
	Fiscal   bool // Year is a fiscal year, 2019/20
	Part     bool // months told as a quarter or a half, which of a fiscal year are its own
	AtEnd    bool // 11月末: a stock at the end
	Years    int  // −1: a year before the period that stands around it, 上年同期
}

// IsZero reports whether nothing is told.
func (w When) IsZero() bool { return w == When{} }

// Complete reports whether the text names a period by itself. A year alone
// does: the whole year.
func (w When) Complete() bool { return w.Year != 0 }

// HasMonths reports whether months are told.
func (w When) HasMonths() bool { return w.From != 0 }

// Within fills what w does not tell from the period around it.
func (w When) Within(around When) When {
	if w.Year == 0 && around.Year != 0 {
		w.Year, w.Fiscal = around.Year+w.Years, around.Fiscal
		if w.From == 0 {
			w.LastYear = around.LastYear
		}
	}
	if w.From == 0 {
		w.From, w.To, w.Part = around.From, around.To, around.Part
	}
	w.AtEnd = w.AtEnd || around.AtEnd
	if w.Years == 0 {
		w.Years = around.Years
	}
	return w
}

// Period is the span of months that w tells; a fiscal year starts in the month
// fiscal (1: it is the calendar year). It is false without a year.
func (w When) Period(fiscal int) (Period, bool) {
	if w.Year == 0 {
		return Period{}, false
	}
	first, last := w.Year, max(w.Year, w.LastYear)
	var p Period
	switch {
	case w.From != 0 && w.Fiscal && fiscal > 1:
		start := NewMonth(first-1, 1)
		if w.Part {
			start += Month(fiscal - 1)
		} else if w.From < fiscal {
			start += 12
		}
		p = Period{start + Month(w.From-1), start + Month(w.To-1)}
	case w.From != 0:
		p = Period{NewMonth(first, w.From), NewMonth(last, w.To)}
	case w.Fiscal && fiscal > 1:
		p = Period{NewMonth(first-1, fiscal), NewMonth(first, fiscal-1)}
	default:
		p = Period{NewMonth(first, 1), NewMonth(last, 12)}
	}
	if w.AtEnd {
		p.From = p.To
	}
	return p, p.To >= p.From
}
