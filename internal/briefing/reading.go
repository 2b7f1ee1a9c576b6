package briefing

import (
	"sort"

	"jianbao/internal/indicator"
)

// A fact is one number of an indicator: what it is, when, and how many digits
// of it are shown.
type fact struct {
	indicator.Quantity
	at     Period
	places int
	ok     bool
	role   role
	of     *reading

	onPrevious bool // growth on the period before, not on the year
}

// fact is a quantity of the indicator for a period, in a role.
func (r *reading) fact(q indicator.Quantity, at Period, places int, as role) fact {
	return fact{Quantity: q, at: at, places: places, ok: true, role: as, of: r}
}

// when is f where a condition holds.
func (f fact) when(ok bool) fact {
	f.ok = f.ok && ok
	return f
}

// A reading is an indicator as it stands at the reporting period.
type reading struct {
	d      *indicator.Dataset
	s      *indicator.Series
	book   *book
	w      words
	places int // of levels
	rates  int // of growth rates
	end    indicator.Month
	year   int // that the briefing is about

	level fact // in the latest step: the month, the quarter, the year, the month's end
	total fact // cumulative in the year, where that is more than one step
	pace  fact // growth of level
	run   fact // growth of total

	late bool   // the latest figures are older than the reporting period
	kind string // of its verbs, once known; see verbs
}

// growthOnly reports a series of growth rates without its levels.
func (r *reading) growthOnly() bool { return r.s.Measure == indicator.Growth }

// stock reports values at dates.
func (r *reading) stock() bool { return r.s.Basis == indicator.Stock }

// ratio reports a rate or share, which changes in points.
func (r *reading) ratio() bool {
	return r.s.Measure == indicator.Rate || r.s.Measure == indicator.Share
}

// complete stands in the other language where a text lacks one.
func complete(t Text) Text {
	if t.EN == "" {
		t.EN = t.ZH
	}
	if t.ZH == "" {
		t.ZH = t.EN
	}
	return t
}

// read takes the reading of one series at the reporting period.
func read(d *indicator.Dataset, s *indicator.Series, at Period, b *book) *reading {
	r := &reading{d: d, s: s, book: b, w: words{calendarOf(d, s), s.Basis == indicator.Stock}, places: levelPlaces(s), rates: ratePlaces(d, s), year: at.To.Year()}
	ends := r.ends(at)
	for _, end := range ends {
		r.end = end
		r.fill()
		if r.known() {
			r.late = end != at.To
			return r
		}
	}
	r.end = at.To
	return r
}

// known reports whether the reading has any number.
func (r *reading) known() bool { return r.level.ok || r.total.ok || r.pace.ok || r.run.ok }

// ends are the months in which figures end, latest first, none after at.
func (r *reading) ends(at Period) []indicator.Month {
	seen := map[indicator.Month]bool{}
	var out []indicator.Month
	add := func(s *indicator.Series) {
		if s == nil {
			return
		}
		for _, o := range s.Observations {
			if o.Status.HasValue() && o.Period.To <= at.To && !seen[o.Period.To] {
				seen[o.Period.To] = true
				out = append(out, o.Period.To)
			}
		}
	}
	add(r.s)
	add(r.d.GrowthOf(r.s.ID, indicator.YearOnYear))
	sort.Slice(out, func(i, j int) bool { return out[i] > out[j] })
	return out
}

// fill reads what there is for the periods that end in r.end.
func (r *reading) fill() {
	step, sum := r.step(r.end), r.toDate(r.end)
	r.level, r.pace = r.levelAt(step), r.rateAt(step)
	if sum != step {
		r.total, r.run = r.levelAt(sum), r.rateAt(sum)
	}
}

// step is the latest single step that ends in m: month, quarter or year.
func (r *reading) step(m indicator.Month) Period {
	switch {
	case r.w.cal == byYear && !r.pointInYear():
		if m.Of() != 12 { // a fiscal year
			return Period{From: m - 11, To: m}
		}
		return indicator.Year(m.Year())
	case r.w.cal == byQuarter && r.s.Basis != indicator.Stock && !quarterEnds(r.s):
		return Period{From: m - 2, To: m}
	}
	return indicator.MonthOf(m)
}

// pointInYear reports a yearly stock that is recorded at the month of its end.
func (r *reading) pointInYear() bool {
	for _, o := range r.s.Observations {
		if o.Period.From != o.Period.To {
			return false
		}
	}
	return len(r.s.Observations) > 0
}

// toDate is January to m for what adds up or is published so; a stock has none.
func (r *reading) toDate(m indicator.Month) Period {
	if r.stock() {
		return r.step(m)
	}
	return indicator.ToDate(m.Year(), m.Of())
}

// before is the comparable period just before p; zero when there is none.
func (r *reading) before(p Period) Period {
	switch {
	case p == r.step(p.To):
		n := p.To - p.From + 1
		if r.w.cal == byQuarter {
			n = 3
		} else if r.w.cal == byYear {
			n = 12
		}
		return Period{From: p.From - n, To: p.To - n}
	case r.w.cal == byQuarter && p.To.Of() > 3:
		return Period{From: p.From, To: p.To - 3}
	case r.w.cal == byMonth && p.To.Of() > 1:
		return Period{From: p.From, To: p.To - 1}
	}
	return Period{}
}

// levelAt is the value for a period: observed, or the difference of two
// cumulative values.
func (r *reading) levelAt(p Period) fact {
	if r.growthOnly() {
		return fact{}
	}
	q, err := r.d.LevelAt(r.s.ID, p)
	if err != nil {
		return fact{}
	}
	return r.fact(q, p, r.places, asLevel)
}

// rateAt is the growth over the year before: published, or computed where that
// is allowed.
func (r *reading) rateAt(p Period) fact {
	if r.growthOnly() {
		o, ok := r.s.At(p)
		if !ok || !o.Status.HasValue() {
			return fact{}
		}
		q := indicator.Quantity{Value: o.Value, Status: o.Status, Inputs: []Cell{o.Cell}, Prices: r.s.Prices}
		return r.fact(q, p, r.rates, asGrowth)
	}
	if r.ratio() || r.s.Measure == indicator.Index {
		return fact{}
	}
	q, err := r.d.GrowthAt(r.s.ID, p, indicator.YearOnYear)
	if err != nil || r.few(q) {
		return fact{}
	}
	return r.fact(q, p, r.rates, asGrowth)
}

// moved is the change of a rate or share over the year before, in points.
func (r *reading) moved(p Period) fact {
	if !r.ratio() {
		return fact{}
	}
	q, err := r.d.ChangeAt(r.s.ID, p, indicator.YearOnYear)
	if err != nil {
		return fact{}
	}
	places := r.places
	if r.s.Unit.IsPercent() {
		places = max(places, 1)
	}
	return r.fact(q, p, places, asPoints)
}

// main is the level that represents the indicator: the cumulative value where
// there is one.
func (r *reading) main() fact {
	if r.total.ok {
		return r.total
	}
	return r.level
}

// growth is the rate that goes with main, or the best there is.
func (r *reading) growth() fact {
	switch {
	case r.total.ok, !r.level.ok && r.run.ok:
		return r.run
	}
	return r.pace
}

// yearly is a growth fact that compares with a year before; none for growth on
// the month or quarter before.
func (r *reading) yearly(f fact) fact {
	if r.growthOnly() && r.s.Compare == indicator.OnPrevious && int(f.at.To-f.at.From) != 11 {
		return fact{}
	}
	return f
}

// change puts a growth fact into the form that words are made from.
func (r *reading) change(f fact) change {
	c := change{fact: f, value: round(f.Value, f.places), compare: indicator.YearOnYear}
	if r.growthOnly() {
		c.compare = r.s.Compare
		if c.compare == indicator.NoCompare {
			c.compare = indicator.YearOnYear
		}
	}
	if f.onPrevious {
		c.compare = indicator.OnPrevious
	}
	c.real = f.Prices == indicator.Real
	c.nominal = f.Computed() && f.Formula != indicator.GrowthFromIndex && r.s.Unit.IsMoney() && !r.stock() // balances are always in money of their day
	return c
}

// amount is a level in the natural unit of each language.
func (r *reading) amount(f fact) Amount {
	a := amount(f.Value, r.s.Unit, f.places)
	a.ZH.Number, a.EN.Number = r.book.group(a.ZH.Number, a.EN.Number)
	a.ZH.Number, a.EN.Number = f.mark(a.ZH.Number), f.mark(a.EN.Number)
	return a
}

// gap is the difference between two facts of the indicator, in points.
func (r *reading) gap(now, was fact, places int) fact {
	q := indicator.Difference(indicator.DifferenceInPoints, now.Quantity, was.Quantity)
	return r.fact(q, now.at, places, asPoints)
}

// when names the period of a fact, for stocks its end; without its year in
// the year that the briefing is about.
func (r *reading) when(p Period) Text {
	switch {
	case p.To.Year() != r.year:
		return r.whenFull(p)
	case r.stock():
		return r.w.endShort(p)
	}
	return r.w.short(p)
}

// previously names a period that figures of now are compared with: 上年, 上月.
func (r *reading) previously(p, now Period) Text {
	t := r.in(p)
	switch r.before(now) {
	case p:
		switch {
		case p.Months() == 12 && r.w.cal == byYear && r.stock(), r.stock() && r.w.cal == byYear:
			t.ZH = "上年末"
		case p.Months() == 12:
			t.ZH = "上年"
		case p.Months() == 1 && r.w.cal == byMonth && r.stock():
			t.ZH = "上月末"
		case p.Months() == 1 && r.w.cal == byMonth:
			t.ZH = "上月"
		}
	}
	return t
}

// in is when with the English preposition.
func (r *reading) in(p Period) Text {
	t := r.when(p)
	if r.stock() {
		t.EN = "at " + t.EN
	} else {
		t.EN = "in " + t.EN
	}
	return t
}

// whenFull is when with the year.
func (r *reading) whenFull(p Period) Text {
	if r.stock() {
		return r.w.end(p)
	}
	return r.w.name(p)
}
