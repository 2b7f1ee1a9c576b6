package indicator

import (
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// Why a quantity cannot be had.
var (
	ErrUnknownSeries = errors.New("unknown indicator")
	ErrNoValue       = errors.New("no value for the period")
	ErrNoBase        = errors.New("no positive base to compare with")
	ErrNotComparable = errors.New("cannot be computed from these figures")
	ErrGap           = errors.New("figures are missing in between")
	ErrRevised       = errors.New("one of the figures was revised and the other was not")
)

// places is the precision of divisions; rounding for display comes later.
const places = 16

var hundred = decimal.NewFromInt(100)

// Sort orders observations as a Series promises.
func (s *Series) Sort() {
	slices.SortStableFunc(s.Observations, func(a, b Observation) int { return a.Period.Compare(b.Period) })
}

// At is the observation of exactly that period, with or without a value.
func (s *Series) At(p Period) (Observation, bool) {
	i, ok := slices.BinarySearchFunc(s.Observations, p, func(o Observation, p Period) int { return o.Period.Compare(p) })
	if !ok {
		return Observation{}, false
	}
	return s.Observations[i], true
}

// Latest is the last observation that has a value, of the given kinds where any
// are named. January counts as cumulative too, and so do a first quarter and a
// first half.
func (s *Series) Latest(kinds ...PeriodKind) (Observation, bool) {
	for i := len(s.Observations) - 1; i >= 0; i-- {
		o := s.Observations[i]
		if !o.Status.HasValue() {
			continue
		}
		k := o.Period.Kind()
		if len(kinds) == 0 || slices.Contains(kinds, k) || slices.Contains(kinds, Cumulative) && o.Period.FromJanuary() && k != Annual {
			return o, true
		}
	}
	return Observation{}, false
}

func (d *Dataset) lookup(id string) (*Series, error) {
	if s := d.Find(id); s != nil {
		return s, nil
	}
	return nil, fmt.Errorf("%s: %w", id, ErrUnknownSeries)
}

// LevelAt is the value of a series at p: as observed, or, for the flow of a
// month or quarter, the difference of two cumulative figures of one year. It
// never derives across a gap or across a revision.
func (d *Dataset) LevelAt(id string, p Period) (Quantity, error) {
	s, err := d.lookup(id)
	if err != nil {
		return Quantity{}, err
	}
	if o, ok := s.At(p); ok && o.Status.HasValue() {
		q := observed(o)
		q.Prices = s.Prices
		return q, nil
	} else if ok && o.Status != NotAvailable {
		return Quantity{Status: o.Status}, fmt.Errorf("%s %s: %w", id, p, ErrNoValue)
	}
	none := fmt.Errorf("%s %s: %w", id, p, ErrNoValue)
	if s.Measure != Level || s.Basis != Flow || p.From.Of() == 1 || p.From.Year() != p.To.Year() {
		return Quantity{}, none
	}
	upTo, ok1 := s.At(p.ToDate())
	before, ok2 := s.At(Period{NewMonth(p.Year(), 1), p.From - 1})
	if !ok1 || !upTo.Status.HasValue() {
		return Quantity{}, none
	}
	if !ok2 || !before.Status.HasValue() {
		return Quantity{}, fmt.Errorf("%s %s: %w", id, p, ErrGap)
	}
	if upTo.markedRevised() != before.markedRevised() {
		return Quantity{}, fmt.Errorf("%s %s: %w", id, p, ErrRevised)
	}
	q := Difference(DifferenceOfCumulative, observed(upTo), observed(before))
	q.Prices = s.Prices
	return q, nil
}

// GrowthAt is the growth of a level at p, percent: as published, else computed
// from levels. Growth in comparable prices is never computed, nor growth from a
// base that is missing, zero or negative; what is in percent changes in points
// (ChangeAt). So does an index, but one on the year or the period before
// (上年同月=100) says its growth itself: it is what it has above 100.
func (d *Dataset) GrowthAt(id string, p Period, c Compare) (Quantity, error) {
	s, err := d.lookup(id)
	if err != nil {
		return Quantity{}, err
	}
	if s.Measure == Growth {
		if s.Compare != NoCompare && s.Compare != c { // growth on the month does not answer for growth on the year
			return Quantity{}, fmt.Errorf("growth of %s %s: %w", id, p, ErrNotComparable)
		}
		return d.LevelAt(id, p)
	}
	real := s.Prices == Real
	if g := d.GrowthOf(id, c); g != nil {
		real = real || g.Prices == Real
		if o, ok := g.At(p); ok {
			if o.Status.HasValue() {
				q := observed(o)
				q.Prices = g.Prices
				return q, nil
			}
			if o.Status != NotAvailable {
				return Quantity{Status: o.Status}, fmt.Errorf("growth of %s %s: %w", id, p, ErrNoValue)
			}
		}
	}
	if s.Measure == Index && s.IndexBase() == c {
		now, err := d.LevelAt(id, p)
		if err != nil {
			return Quantity{}, err
		}
		return Difference(GrowthFromIndex, now, constant(hundred)), nil
	}
	if s.Measure != Level || real {
		return Quantity{}, fmt.Errorf("growth of %s %s: %w", id, p, ErrNotComparable)
	}
	return d.growthOf(s, p, base(p, c), d.LevelAt)
}

// GrowthOfSumAt is the growth of the year to p on the year before; its levels may
// be sums of the months that cover it.
func (d *Dataset) GrowthOfSumAt(id string, p Period) (Quantity, error) {
	q, err := d.GrowthAt(id, p, YearOnYear)
	s := d.Find(id)
	if err == nil || s == nil || s.Measure != Level || d.real(s) || q.Status != Normal {
		return q, err
	}
	return d.growthOf(s, p, p.YearBefore(), d.CumulativeAt)
}

// growthOf is the growth that the levels of two periods give.
func (d *Dataset) growthOf(s *Series, p, base Period, at func(string, Period) (Quantity, error)) (Quantity, error) {
	if base.IsZero() {
		return Quantity{}, fmt.Errorf("growth of %s %s: %w", s.ID, p, ErrNoBase)
	}
	now, err := at(s.ID, p)
	if err != nil {
		return Quantity{}, err
	}
	then, err := at(s.ID, base)
	if err != nil {
		return Quantity{}, fmt.Errorf("growth of %s %s: %w", s.ID, p, errors.Join(ErrNoBase, err))
	}
	if then.Value.Sign() <= 0 || now.Value.Sign() < 0 { // a loss after a profit is no rate of growth
		return Quantity{}, fmt.Errorf("growth of %s %s: %w", s.ID, p, ErrNoBase)
	}
	q := derived(GrowthFromLevels, now.Value.Sub(then.Value).Mul(hundred).DivRound(then.Value, places), now, then)
	if s.Unit.IsMoney() {
		q.Prices = Nominal
	}
	return q, nil
}

// base is the period that c compares p with.
func base(p Period, c Compare) Period {
	if c == YearOnYear {
		return p.YearBefore()
	}
	if p.Kind() == Cumulative { // a longer span is not comparable with a shorter
		return Period{}
	}
	return p.Previous()
}

// worse is the status of what rests on two figures.
func worse(a, b Status) Status {
	for _, s := range []Status{Estimated, Preliminary} {
		if a == s || b == s {
			return s
		}
	}
	return Normal
}

// ChangeAt is the change of a rate, share, index or growth at p in points.
func (d *Dataset) ChangeAt(id string, p Period, c Compare) (Quantity, error) {
	s, err := d.lookup(id)
	if err != nil {
		return Quantity{}, err
	}
	if s.Measure == Level {
		return Quantity{}, fmt.Errorf("change of %s %s in points: %w", id, p, ErrNotComparable)
	}
	b := p.YearBefore()
	if c != YearOnYear {
		b = p.Previous()
	}
	if b.IsZero() {
		return Quantity{}, fmt.Errorf("change of %s %s: %w", id, p, ErrNoBase)
	}
	return d.difference(s, p, b)
}

func (d *Dataset) difference(s *Series, p, b Period) (Quantity, error) {
	now, ok := s.At(p)
	if !ok || !now.Status.HasValue() {
		return Quantity{}, fmt.Errorf("%s %s: %w", s.ID, p, ErrNoValue)
	}
	then, ok := s.At(b)
	if !ok || !then.Status.HasValue() {
		return Quantity{}, fmt.Errorf("%s %s: %w", s.ID, b, ErrNoBase)
	}
	q := Difference(DifferenceInPoints, observed(now), observed(then))
	q.Prices = s.Prices
	return q, nil
}

// Acceleration is the published growth of a level at p less that of the
// comparable period before it, in percentage points, with that period. For
// January–March the period before is January–February, as monthly statistics
// compare; where that was not published, the quarter before.
func (d *Dataset) Acceleration(id string, p Period) (Quantity, Period, error) {
	g := d.GrowthOf(id, YearOnYear)
	if s := d.Find(id); s != nil && s.Measure == Growth {
		g = s
	}
	if g == nil {
		return Quantity{}, Period{}, fmt.Errorf("growth of %s: %w", id, ErrUnknownSeries)
	}
	var candidates []Period
	if p.FromJanuary() && p.Months() > 1 && p.Kind() != Annual {
		candidates = append(candidates, Period{p.From, p.To - 1})
	}
	if p.Kind() == Annual { // the year's growth is told against January–November by the month, against last year by the year
		candidates = append(candidates, p.Previous())
	} else if prev := p.Previous(); !prev.IsZero() {
		candidates = append(candidates, prev)
	}
	for _, b := range candidates {
		if q, err := d.difference(g, p, b); err == nil {
			return q, b, nil
		}
	}
	return Quantity{}, Period{}, fmt.Errorf("growth of %s before %s: %w", id, p, ErrNoBase)
}

// ReportingPeriod is the period that the source names, else the latest that
// any series has a value for; of those that end in one month the longest.
func (d *Dataset) ReportingPeriod() Period {
	if !d.Info.Period.IsZero() {
		return d.Info.Period
	}
	var latest Period
	for i := range d.Series {
		for _, o := range d.Series[i].Observations {
			if !o.Status.HasValue() {
				continue
			}
			if p := o.Period; latest.IsZero() || p.To > latest.To || p.To == latest.To && p.From < latest.From {
				latest = p
			}
		}
	}
	return latest
}

// TargetsOf lists the targets of an indicator in the order of the source.
func (d *Dataset) TargetsOf(id string) []Target {
	var out []Target
	for _, t := range d.Targets {
		if t.Series == id {
			out = append(out, t)
		}
	}
	return out
}
