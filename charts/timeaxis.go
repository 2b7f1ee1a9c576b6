package charts

import (
	"math"
	"strconv"
	"strings"

	"jianbao/internal/briefing"
)

// timeAxis is the period axis under a chart: a row of months or quarters,
// thinned until none collide, and a row of years with a tick at each boundary.
type timeAxis struct {
	left, step float64 // where the first slot starts, and the width of each
	height     float64
	labels     []placed
	bounds     []float64 // where years meet
	rows       int
}

// placed is a label with its left end and the row that it stands in.
type placed struct {
	text block
	x    float64
	row  int
}

const (
	axisGap = 3.0 // from the axis to the first row
	rowStep = sizeTick*(ascent+descent) + 0.8
	airX    = 3.5 // least distance between labels
	crowd   = 8   // years beyond which a few months of each say nothing
)

// newTimeAxis lays the axis out between left and right; labels may run up to
// limit, where the last year needs it. The slot latest is always labelled.
func newTimeAxis(t *typist, slots []briefing.Slot, latest int, left, right, limit float64) *timeAxis {
	a := &timeAxis{left: left, step: (right - left) / float64(max(len(slots), 1))}
	if len(slots) == 0 {
		return a
	}
	if yearly(slots) {
		a.years(t, slots, latest, limit, 0)
		a.rows = 1
	} else {
		if a.periods(t, slots, latest, limit) {
			a.rows = 1
		}
		a.years(t, slots, latest, limit, a.rows)
		a.rows++
	}
	a.height = axisGap + float64(a.rows)*rowStep
	return a
}

func yearly(slots []briefing.Slot) bool {
	for _, s := range slots {
		if s.Span < 12 {
			return false
		}
	}
	return true
}

// centre is the middle of slot i.
func (a *timeAxis) centre(i int) float64 { return a.left + (float64(i)+0.5)*a.step }

// place sets a label around x, kept between the axis's start and limit.
func (a *timeAxis) place(t *typist, s string, st style, x, limit float64, row int) placed {
	var b block
	b.add(t, s, st, 0)
	at := min(x-b.w/2, limit-b.w)
	return placed{b, max(at, a.left), row}
}

// free reports whether p keeps its distance from the labels of its row.
func free(p placed, others []placed) bool {
	for _, o := range others {
		if o.row == p.row && p.x < o.x+o.text.w+airX && o.x < p.x+p.text.w+airX {
			return false
		}
	}
	return true
}

// periods labels months, quarters and the like within years, as densely as
// they fit in an even pattern that the slot latest is part of. It reports false
// where only the years fit.
func (a *timeAxis) periods(t *typist, slots []briefing.Slot, latest int, limit float64) bool {
	strong := t.tick().in(t.theme.Ink)
	from := max(slots[0].Month, 1)
	if latest >= 0 && latest < len(slots) {
		from = max(slots[latest].Month, 1)
	}
	for _, every := range []int{1, 2, 3, 4, 6} {
		var row []placed
		fits := true
		for i, s := range slots {
			if (max(s.Month, 1)-from)%every != 0 {
				continue
			}
			st := t.tick()
			if i == latest {
				st = strong
			}
			p := a.place(t, slotName(t, s), st, a.centre(i), limit, 0)
			if fits = len(row) == 0 || free(p, row[len(row)-1:]); !fits {
				break
			}
			row = append(row, p)
		}
		if fits && every >= 3 && len(groups(slots)) > crowd {
			return false // of so many years, the years alone
		}
		if fits {
			a.labels = append(a.labels, row...)
			return true
		}
	}
	return false
}

// slotName is a slot's label; in a bilingual document the short form that
// readers of both languages know: the number of the month, Q1, 1—2.
func slotName(t *typist, s briefing.Slot) string {
	first, second := t.words(s.Label)
	if second == "" {
		return first
	}
	switch s.Span {
	case 1:
		return strconv.Itoa(s.Month)
	case 3, 6:
		return second
	}
	return strings.TrimSuffix(first, "月")
}

// group is the slots of one year.
type group struct{ year, from, to int }

func groups(slots []briefing.Slot) []group {
	var gs []group
	for i, s := range slots {
		if n := len(gs); n > 0 && gs[n-1].year == s.Year {
			gs[n-1].to = i + 1
		} else {
			gs = append(gs, group{s.Year, i, i + 1})
		}
	}
	return gs
}

// years labels the years: all in full, all but the first abbreviated, or, where
// there are too many, every n-th from the first on and the last. Where slots are
// years, latest is the one that is printed dark.
func (a *timeAxis) years(t *typist, slots []briefing.Slot, latest int, limit float64, row int) {
	gs := groups(slots)
	full := func(_ int, g group) string {
		if t.lang == briefing.Chinese && row > 0 {
			return strconv.Itoa(g.year) + "年"
		}
		return strconv.Itoa(g.year)
	}
	plain := func(_ int, g group) string { return strconv.Itoa(g.year) }
	short := func(i int, g group) string {
		if i == 0 {
			return strconv.Itoa(g.year)
		}
		return "’" + strconv.Itoa(g.year%100 + 100)[1:]
	}
	tries := []yearStep{{full, 1}, {plain, 1}, {short, 1}}
	span := gs[len(gs)-1].year - gs[0].year
	for _, every := range []int{2, 3, 4, 5, 6, 8, 10} { // even from end to end
		if span%every == 0 && span >= 2*every {
			tries = append(tries, yearStep{plain, every})
		}
	}
	for _, every := range []int{2, 5, 10, 20, 50, 100} {
		tries = append(tries, yearStep{plain, every})
	}
	for _, try := range tries {
		kept, ok := a.tryYears(t, gs, try, latest, limit, row)
		if !ok {
			continue
		}
		a.labels = append(a.labels, kept...)
		for _, g := range gs {
			if g.from > 0 && try.hits(g, gs) {
				a.bounds = append(a.bounds, a.left+float64(g.from)*a.step)
			}
		}
		break
	}
}

// yearStep is a way to name years, and how many of them.
type yearStep struct {
	name  func(int, group) string
	every int
}

func (s yearStep) hits(g group, gs []group) bool { return (g.year-gs[0].year)%s.every == 0 }

// tryYears places every n-th year from the first on, and says whether they fit.
// The last year stands too, in place of one before it that leaves it no room.
func (a *timeAxis) tryYears(t *typist, gs []group, try yearStep, latest int, limit float64, row int) (kept []placed, ok bool) {
	for i, g := range gs {
		last := i == len(gs)-1
		if !last && !try.hits(g, gs) {
			continue
		}
		st := t.tick()
		if row == 0 && g.from <= latest && latest < g.to {
			st = st.in(t.theme.Ink)
		}
		x0, x1 := a.left+float64(g.from)*a.step, a.left+float64(g.to)*a.step
		p := a.place(t, try.name(i, g), st, (x0+x1)/2, limit, row)
		if row > 0 && p.text.w > x1-x0 && len(gs) > 1 {
			// Wider than its year: it starts where the year starts, and a year
			// cut off by the chart's edge goes unnamed before it crowds out others.
			p.x = min(x0+1, limit-p.text.w)
			if try.every == 1 && g.to-g.from < 4 && i == 0 {
				continue
			}
		}
		switch {
		case free(p, kept):
		case !last || try.hits(g, gs):
			return nil, false
		case len(kept) == 1: // the first year goes before the last
			continue
		default:
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, p)
	}
	return kept, true
}

// draw draws the labels below y, which is the axis.
func (a *timeAxis) draw(p *pen, y float64) {
	for _, x := range a.bounds {
		if a.rows > 1 {
			p.line(p.t.theme.Hairline, 0.6, point{x, y}, point{x, y - 2.5})
			p.line(p.t.theme.Hairline, 0.6, point{x, y - axisGap - rowStep}, point{x, y - a.height + 1})
		}
	}
	for _, l := range a.labels {
		p.text(l.text, l.x, y-axisGap-float64(l.row)*rowStep, 0)
	}
}

// capWidth is how wide bars grow where there are few of them.
const capWidth = 26.0

// barWidth is the width of a bar in a slot.
func (a *timeAxis) barWidth() float64 {
	w := 0.76 * a.step
	if a.step < 1.6 {
		w = a.step // too many to tell apart: an area
	}
	return math.Min(w, capWidth)
}
