package briefing

import "jianbao/internal/indicator"

// How far back a history is drawn, in steps of the calendar.
const (
	historyMonths   = 24
	historyQuarters = 12
	historyYears    = 15
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
		levels[i] = r.levelAt(p)
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
	case n == 0 && m == 0:
	case n >= m || 2*n >= len(h.steps):
		h.line = rates
	default:
		h.line, h.run = runs, true
	}
	return h
}

// axis is the steps that a history covers: from the first figure, or so far
// back as is drawn; months begin with a January.
func (r *reading) axis() []Period {
	ends := r.ends(Period{From: r.end, To: r.end})
	if len(ends) == 0 {
		return nil
	}
	first := ends[len(ends)-1]
	var from, by indicator.Month
	switch r.w.cal {
	case byYear:
		by, from = 12, r.end-12*(historyYears-1)
	case byQuarter:
		by, from = 3, r.end-3*(historyQuarters-1)
	default:
		by, from = 1, indicator.NewMonth(r.end.Year()-1, 1)
		if r.end-from >= historyMonths {
			from = r.end - historyMonths + 1
		}
	}
	for first < from {
		first++
	}
	var steps []Period
	for m := r.end; m >= first; m -= by {
		steps = append(steps, r.step(m))
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return steps
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
