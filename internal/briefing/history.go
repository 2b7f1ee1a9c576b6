package briefing

import (
	"slices"

	"jianbao/internal/indicator"
)

// How far back a history is drawn, in steps of the calendar; months begin with
// a January. What is said of it rests on all that is known.
const (
	drawnQuarters = 24
	drawnYears    = 40
)

// A history is an indicator over time: levels and the rate that is compared,
// aligned with steps; facts that are not ok are gaps.
type history struct {
	r     *reading
	steps []Period
	bars  []fact // nil: no levels
	line  []fact // nil: no rates
	run   bool   // line is of cumulative values
	ratio bool   // line is a rate itself, not its growth
	cut   bool   // there is more before the first step
}

// newHistory looks back from the reading.
func newHistory(r *reading) *history {
	h := &history{r: r}
	if !r.known() {
		return h
	}
	h.steps = r.axis()
	levels, rates, runs := make([]fact, len(h.steps)), make([]fact, len(h.steps)), make([]fact, len(h.steps))
	for i, p := range h.steps {
		levels[i] = r.levelOf(p)
		rates[i] = r.rateAt(p)
		runs[i] = r.rateAt(r.toDate(p.To))
	}
	if r.ratio() || r.s.Measure == indicator.Index {
		h.ratio = true
		if known(levels) > 0 {
			h.line = levels
		}
		return h
	}
	if known(levels) > 0 {
		h.bars = levels
	}
	switch n, m := known(rates), known(runs); {
	case n == 0 && m == 0, h.fewNow():
	case h.ofSteps(rates, runs):
		h.line = rates
	default:
		h.line, h.run = runs, true
	}
	return h
}

// ofSteps chooses between the rates of single steps and of the year to date:
// those that the source publishes, then those that are known for most of what is
// drawn.
func (h *history) ofSteps(rates, runs []fact) bool {
	rates, runs = rates[h.from():], runs[h.from():]
	if a, b := newest(rates), newest(runs); a.ok && b.ok && a.Computed() && !b.Computed() && !h.joint(b.at) {
		return false
	}
	n, m := known(rates), known(runs)
	return n >= m || 2*n >= len(rates)
}

// axis is the steps that a history covers, from the first figure on.
func (r *reading) axis() []Period {
	ends := r.ends(Period{From: r.end, To: r.end})
	if len(ends) == 0 {
		return nil
	}
	first, by := ends[len(ends)-1], r.w.cal.months()
	var steps []Period
	for m := r.end; m >= first; m -= by {
		p := r.step(m)
		if m.Of() == 2 && r.together(m.Year()) {
			p = indicator.ToDate(m.Year(), 2)
			m--
		}
		steps = append(steps, p)
	}
	slices.Reverse(steps)
	return steps
}

// from is the first step that is drawn.
func (h *history) from() int {
	r, first := h.r, indicator.Month(0)
	switch r.w.cal {
	case byYear:
		first = r.end - 12*(drawnYears-1)
	case byQuarter:
		first = r.end - 3*(drawnQuarters-1)
	default:
		first = indicator.NewMonth(r.end.Year()-1, 1)
	}
	for i, p := range h.steps {
		if p.To >= first {
			return i
		}
	}
	return len(h.steps)
}

// drawn is what a chart shows of a history: its newest steps, and of the rates
// only those that reach to them, for an old one would pass for the latest.
func (h *history) drawn() *history {
	d, from := *h, h.from()
	d.cut = from > 0
	d.steps = h.steps[from:]
	if h.bars != nil {
		d.bars = h.bars[from:]
	}
	if h.line != nil {
		d.line = h.line[from:]
	}
	if !h.ratio && (known(d.line) < minHistory || d.outdated()) {
		d.line = nil
	}
	return &d
}

// outdated reports rates that do not reach the newest steps: the last two, or of
// computed ones the last, where its level is there and has no base.
func (h *history) outdated() bool {
	reach := 2
	if newest(h.line).Computed() && last(h.bars).ok {
		reach = 1
	}
	return known(h.line[max(0, len(h.line)-reach):]) == 0
}

// known counts the facts that have a number.
func known(fs []fact) int {
	n := 0
	for _, f := range fs {
		if f.ok {
			n++
		}
	}
	return n
}

// last is the newest fact, or one that is not ok.
func last(fs []fact) fact {
	if len(fs) == 0 {
		return fact{}
	}
	return fs[len(fs)-1]
}

// unbroken is the newest stretch of facts without a gap, ending with the last
// step.
func unbroken(fs []fact) []fact {
	i := len(fs)
	for i > 0 && fs[i-1].ok {
		i--
	}
	return fs[i:]
}

// shown is the value as it is printed.
func (f fact) shown() Decimal { return round(f.Value, f.places) }

// streak counts the newest steps in a row on which rates rose (dir 1) or fell
// (dir −1) as printed, while they were of one sign (−1: decline, 1: growth): a
// rate that sinks below zero slows growth first and only then deepens a fall.
// Cumulative rates start anew with each year.
func streak(fs []fact, dir, sign int, run bool) int {
	fs = unbroken(fs)
	n := 0
	for i := len(fs) - 1; i > 0; i-- {
		if fs[i].shown().Cmp(fs[i-1].shown()) != dir || fs[i-1].shown().Sign() != sign || run && fs[i].at.Year() != fs[i-1].at.Year() {
			break
		}
		n++
	}
	return n
}

// sameSign counts the newest steps in a row whose rates have the sign of the
// last one.
func sameSign(fs []fact) int {
	fs = unbroken(fs)
	n := 0
	for i := len(fs) - 1; i >= 0 && fs[i].shown().Sign() == last(fs).shown().Sign(); i-- {
		n++
	}
	return n
}

// newest is the latest fact that has a number.
func newest(fs []fact) fact {
	for i := len(fs) - 1; i >= 0; i-- {
		if fs[i].ok {
			return fs[i]
		}
	}
	return fact{}
}
