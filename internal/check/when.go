package check

import (
	"fmt"
	"strings"
	"time"

	"jianbao/internal/indicator"
)

// when names a period as a sentence does: 2023年1—11月, January–November 2023.
func when(p indicator.Period) indicator.Text {
	if p.IsZero() {
		return indicator.Text{}
	}
	y, from, to := p.To.Year(), p.From.Of(), p.To.Of()
	month := func(m int) string { return time.Month(m).String() }
	switch {
	case p.From.Year() != y:
		return indicator.Text{
			ZH: fmt.Sprintf("%d年%d月—%d年%d月", p.From.Year(), from, y, to),
			EN: fmt.Sprintf("%s %d–%s %d", month(from), p.From.Year(), month(to), y),
		}
	case p.Kind() == indicator.Annual:
		return indicator.Text{ZH: fmt.Sprintf("%d年", y), EN: fmt.Sprint(y)}
	case p.From == p.To:
		return indicator.Text{ZH: fmt.Sprintf("%d年%d月", y, to), EN: fmt.Sprintf("%s %d", month(to), y)}
	}
	return indicator.Text{
		ZH: fmt.Sprintf("%d年%d—%d月", y, from, to),
		EN: fmt.Sprintf("%s–%s %d", month(from), month(to), y),
	}
}

// listed is how many instances a finding names; the rest are counted.
const listed = 3

// instances collects what one finding says of several places.
type instances struct {
	cell   indicator.Cell // of the first
	zh, en []string
	more   int // counted without their words
}

func (l *instances) add(cell indicator.Cell, zh, en string) {
	if len(l.zh) == 0 {
		l.cell = cell
	}
	l.zh, l.en = append(l.zh, zh), append(l.en, en)
}

// full reports whether enough are named; the rest need only be counted.
func (l *instances) full() bool { return len(l.zh) > listed }

func (l *instances) count() int { return len(l.zh) + l.more }

// text joins the first few.
func (l *instances) text(zhSep, enSep string) indicator.Text {
	if l.count() <= listed {
		return indicator.Text{ZH: strings.Join(l.zh, zhSep), EN: strings.Join(l.en, enSep)}
	}
	return indicator.Text{
		ZH: strings.Join(l.zh[:listed], zhSep) + "等",
		EN: strings.Join(l.en[:listed], enSep) + " and others",
	}
}

// plural is n things, in English.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
