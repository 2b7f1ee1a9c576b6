package briefing

// precision is how many digits stand after the point of the values of one chart, where the
// eye compares them: as many as any of its rows has. Only targets keep those they
// were set with.
type precision struct {
	rates  int // of growth
	levels int // of what is in percent itself; other units have their own
}

func digitsOf(rows []*item) precision {
	var d precision
	for _, it := range rows {
		d.rates = max(d.rates, it.r.rates)
		if it.r.s.Unit.IsPercent() {
			d.levels = max(d.levels, it.r.places)
		}
	}
	return d
}

// of is the number of digits of a row's own values.
func (d precision) of(r *reading) int {
	if r.s.Unit.IsPercent() {
		return d.levels
	}
	return r.places
}
