package briefing

import (
	"time"

	"jianbao/internal/indicator"
)

// Period is a span of months.
type Period = indicator.Period

// calendar is how a set of statistics counts the year: it decides whether
// January to September is 1—9月 or 前三季度.
type calendar string

const (
	byMonth   calendar = "month"
	byQuarter calendar = "quarter"
	byYear    calendar = "year"
)

// months is the length of one step.
func (c calendar) months() indicator.Month {
	switch c {
	case byYear:
		return 12
	case byQuarter:
		return 3
	}
	return 1
}

var (
	monthNames  = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	monthAbbr   = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	quarterZH   = [...]string{"一", "二", "三", "四"}
	quarterName = [...]string{"first", "second", "third", "fourth"}
)

// words names periods under one calendar; of stocks, the ends of periods.
type words struct {
	cal   calendar
	stock bool
}

// name is a period with its year: 2023年1—11月, January–November 2023.
func (w words) name(p Period) Text {
	t, whole := w.inYear(p)
	y := num(p.To.Year())
	if whole {
		return yearName(p)
	}
	if p.From.Year() != p.To.Year() {
		return t
	}
	if isQuarterWord(t.EN) {
		return Text{ZH: y + "年" + t.ZH, EN: t.EN + " of " + y}
	}
	return Text{ZH: y + "年" + t.ZH, EN: t.EN + " " + y}
}

// isQuarterWord reports whether an English period takes "of" before its year.
func isQuarterWord(en string) bool {
	return len(en) > 4 && en[:4] == "the "
}

// short is a period without its year, as prose uses it once the year is known:
// 1—11月, January–November; a whole year keeps its number.
func (w words) short(p Period) Text {
	t, whole := w.inYear(p)
	if whole {
		return yearName(p)
	}
	return t
}

// yearName names a whole year: 2023年, or of a fiscal year 2022/23财年.
func yearName(p Period) Text {
	y := num(p.To.Year())
	if p.From.Of() == 1 {
		return Text{ZH: y + "年", EN: y}
	}
	y = num(p.From.Year()) + "/" + two(p.To.Year())
	return Text{ZH: y + "财年", EN: "fiscal year " + y}
}

// inYear names a period within its year; whole tells that it is all of it.
func (w words) inYear(p Period) (t Text, whole bool) {
	from, to := p.From.Of(), p.To.Of()
	months := int(p.To-p.From) + 1
	switch {
	case months == 12:
		return Text{}, true
	case p.From.Year() != p.To.Year():
		return Text{
			ZH: num(p.From.Year()) + "年" + num(from) + "月—" + num(p.To.Year()) + "年" + num(to) + "月",
			EN: monthNames[from-1] + " " + num(p.From.Year()) + "–" + monthNames[to-1] + " " + num(p.To.Year()),
		}, false
	case months == 1:
		return Text{ZH: num(to) + "月", EN: monthNames[to-1]}, false
	case w.cal != byMonth && months == 3 && to%3 == 0:
		q := to/3 - 1
		return Text{ZH: quarterZH[q] + "季度", EN: "the " + quarterName[q] + " quarter"}, false
	case w.cal != byMonth && months == 6 && to == 6:
		return Text{ZH: "上半年", EN: "the first half"}, false
	case w.cal != byMonth && months == 6 && to == 12:
		return Text{ZH: "下半年", EN: "the second half"}, false
	case w.cal != byMonth && months == 9 && from == 1:
		return Text{ZH: "前三季度", EN: "the first three quarters"}, false
	}
	return Text{ZH: num(from) + "—" + num(to) + "月", EN: monthNames[from-1] + "–" + monthNames[to-1]}, false
}

// heading is a period as it stands alone, at the top of a page or column:
// First quarter of 2023.
func (w words) heading(p Period) Text { return alone(w.name(p)) }

// alone drops the article of an English period that does not stand in prose.
func alone(t Text) Text {
	if isQuarterWord(t.EN) {
		t.EN = t.EN[4:]
	}
	t.EN = sentenceCase(t.EN)
	return t
}

// column is a period as the head of a column: 1—11月, Jan–Nov.
func (w words) column(p Period) Text {
	t := w.short(p)
	if t.EN = w.abbreviated(p); t.EN == "" {
		t.EN = alone(w.short(p)).EN
	}
	return t
}

// abbreviated is an English period in abbreviated months or quarters; "" where
// it is better named by other words.
func (w words) abbreviated(p Period) string {
	from, to := p.From.Of(), p.To.Of()
	switch months := int(p.To-p.From) + 1; {
	case w.cal == byQuarter && months == 3 && to%3 == 0:
		return "Q" + num(to/3)
	case w.cal == byQuarter && (months == 6 || months == 9) && from == 1:
		return "Q" + num(1) + "–Q" + num(to/3)
	case p.From.Year() != p.To.Year(), p.To-p.From == 11:
		return ""
	case p.From == p.To:
		return monthAbbr[to-1]
	}
	return monthAbbr[from-1] + "–" + monthAbbr[to-1]
}

// end names the end of a period, for stocks: 2023年11月末, end-November 2023.
func (w words) end(p Period) Text {
	t := w.endShort(p)
	if p.To.Of() == 12 || int(p.To-p.From) == 11 {
		return t
	}
	y := num(p.To.Year())
	if isQuarterWord(w.short(p).EN) {
		return Text{ZH: y + "年" + t.ZH, EN: t.EN + " of " + y}
	}
	return Text{ZH: y + "年" + t.ZH, EN: t.EN + " " + y}
}

// endShort is end without the year, except at the end of a year.
func (w words) endShort(p Period) Text {
	if p.To.Of() == 12 {
		y := num(p.To.Year())
		return Text{ZH: y + "年末", EN: "end-" + y}
	}
	m := p.To.Of()
	return Text{ZH: num(m) + "月末", EN: "end-" + monthNames[m-1]}
}

// slotOf is a step on a time axis.
func (w words) slotOf(p Period) Slot {
	span := max(int(w.cal.months()), p.Months())
	return Slot{Label: w.slot(p), Year: p.To.Year(), Month: p.To.Of(), Span: span}
}

// slot is the label of a step on a time axis.
func (w words) slot(p Period) Text {
	y := num(p.To.Year())
	switch months := int(p.To-p.From) + 1; {
	case months == 12 && p.From.Of() != 1:
		return same(num(p.From.Year()) + "/" + two(p.To.Year()))
	case months == 12:
		return same(y)
	case w.cal == byYear:
		return same(y)
	case w.cal == byQuarter && p.To.Of()%3 == 0:
		q := p.To.Of()/3 - 1
		return Text{ZH: quarterZH[q] + "季度", EN: "Q" + num(q+1)}
	case months == 2:
		return w.column(p)
	}
	m := p.To.Of()
	return Text{ZH: num(m) + "月", EN: monthAbbr[m-1]}
}

// date writes an ISO date in words; what is no date stays as it is.
func date(iso string) Text {
	t, err := time.Parse("2006-01-02", iso)
	if err != nil {
		return same(iso)
	}
	return Text{
		ZH: num(t.Year()) + "年" + num(int(t.Month())) + "月" + num(t.Day()) + "日",
		EN: num(t.Day()) + " " + t.Month().String() + " " + num(t.Year()),
	}
}
