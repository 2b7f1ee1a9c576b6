package indicator

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// one is 100 percent as a factor.
var one = decimal.NewFromInt(1)

// factor is the growth factor of a rate in percent: 1.072 of 7.2.
func factor(rate Decimal) Decimal { return one.Add(rate.Div(hundred)) }

// root is the n-th root of a positive number, to places digits, by Newton's
// method from a binary approximation.
func root(v Decimal, n int64) Decimal {
	x := decimal.NewFromFloat(rootOf(v.InexactFloat64(), n))
	if n == 1 || x.Sign() <= 0 {
		return v
	}
	k, less := decimal.NewFromInt(n), decimal.NewFromInt(n-1)
	for range 4 {
		pow := one
		for range n - 1 {
			pow = pow.Mul(x).Round(2 * places)
		}
		if pow.Sign() == 0 {
			return x
		}
		x = less.Mul(x).Add(v.DivRound(pow, 2*places)).DivRound(k, 2*places)
	}
	return x.Round(places)
}

// same basis: two rates can be set beside each other only where both are at the
// same prices and both published or both computed.
func (q Quantity) sameBasis(p Quantity) bool {
	return q.Prices == p.Prices && (q.Formula == "") == (p.Formula == "")
}

// TwoYearAverage is the average growth of two years (两年平均增速): the geometric
// mean of the year-on-year growth factors of p and of the same period a year
// before, as the National Bureau of Statistics published it for 2021 against
// 2019. It is refused where one rate is missing, the two are on different bases
// or something fell by all it had.
func (d *Dataset) TwoYearAverage(id string, p Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("two-year average growth of %s %s: %w", id, p, err)
	}
	now, err := d.GrowthAt(id, p, YearOnYear)
	if err != nil {
		return fail(err)
	}
	then, err := d.GrowthAt(id, p.YearBefore(), YearOnYear)
	if err != nil {
		return fail(err)
	}
	a, b := factor(now.Value), factor(then.Value)
	switch {
	case !now.sameBasis(then):
		return fail(ErrNotComparable)
	case a.Sign() <= 0 || b.Sign() <= 0:
		return fail(ErrNoBase)
	}
	q := derived(TwoYearAverageGrowth, root(a.Mul(b), 2).Sub(one).Mul(hundred), now, then)
	q.Prices = now.Prices
	return q, nil
}

// AverageGrowth is the average annual growth (年均增速) from one year to
// another: that of the published rates of the years in between, where all are
// there and on one basis, else that of the two levels, unless the indicator
// grows in comparable prices.
func (d *Dataset) AverageGrowth(id string, from, to int) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("average growth of %s %d–%d: %w", id, from, to, err)
	}
	s, err := d.lookup(id)
	if err != nil {
		return fail(err)
	}
	if to <= from {
		return fail(ErrNoBase)
	}
	if rates, ok := d.ratesOf(id, from, to, Year(to)); ok {
		product := one
		for _, r := range rates {
			f := factor(r.Value)
			if f.Sign() <= 0 {
				return fail(ErrNoBase)
			}
			product = product.Mul(f)
		}
		q := derived(AverageOfRates, root(product, int64(len(rates))).Sub(one).Mul(hundred), rates...)
		q.Prices = rates[0].Prices
		return q, nil
	}
	if s.Measure != Level || d.real(s) || !d.levelsAgree(id, from, to, Year(to)) {
		return fail(ErrNotComparable)
	}
	end, err := d.LevelAt(id, Year(to))
	if err != nil {
		return fail(err)
	}
	start, err := d.LevelAt(id, Year(from))
	if err != nil {
		return fail(err)
	}
	if start.Value.Sign() <= 0 || end.Value.Sign() <= 0 {
		return fail(ErrNoBase)
	}
	n := int64(to - from)
	q := derived(AverageOfLevels, root(end.Value.DivRound(start.Value, 2*places), n).Sub(one).Mul(hundred), end, start, constant(decimal.NewFromInt(n)))
	if s.Unit.IsMoney() {
		q.Prices = Nominal
	}
	return q, nil
}

// ratesOf are the published year-on-year rates of the span of p in the years
// after from up to to, if all are there at the same prices.
func (d *Dataset) ratesOf(id string, from, to int, p Period) ([]Quantity, bool) {
	var out []Quantity
	for y := from + 1; y <= to; y++ {
		shift := Month(12 * (p.Year() - y))
		q, err := d.GrowthAt(id, Period{p.From - shift, p.To - shift}, YearOnYear)
		if err != nil || q.Computed() || len(out) > 0 && q.Prices != out[0].Prices {
			return nil, false
		}
		out = append(out, q)
	}
	return out, len(out) > 0
}

// levelsAgree reports that every published rate of the span of p in the years
// after from up to to is what the levels give, where both are there. Where one
// is not, it rests on other levels (a new survey, other prices), and a published
// rate always wins.
func (d *Dataset) levelsAgree(id string, from, to int, p Period) bool {
	for y := from + 1; y <= to; y++ {
		shift := Month(12 * (p.Year() - y))
		at := Period{p.From - shift, p.To - shift}
		g, err := d.GrowthAt(id, at, YearOnYear)
		if err != nil || g.Computed() {
			continue
		}
		now, err1 := d.LevelAt(id, at)
		then, err2 := d.LevelAt(id, at.YearBefore())
		if err1 == nil && err2 == nil && !agrees(g, now, then) {
			return false
		}
	}
	return true
}

// real reports that the growth of a level is published in comparable prices, so
// that none may be computed from its values.
func (d *Dataset) real(s *Series) bool {
	g := d.GrowthOf(s.ID, YearOnYear)
	return s.Prices == Real || g != nil && g.Prices == Real
}

// CumulativeAt is the value of the year to p: as published, else the sum of the
// months, quarters and first spans (January and February are often published
// together) that cover it exactly. It is refused across a gap, across a
// revision of only some of them, and for what does not add up.
func (d *Dataset) CumulativeAt(id string, p Period) (Quantity, error) {
	s, err := d.lookup(id)
	if err != nil {
		return Quantity{}, err
	}
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("%s %s: %w", id, p, err)
	}
	if o, ok := s.At(p); ok && o.Status != NotAvailable { // published, or withheld
		return d.LevelAt(id, p)
	}
	if !s.AddsUp() || !p.FromJanuary() {
		return fail(ErrNotComparable)
	}
	var parts []Quantity
	total, revised := Decimal{}, 0
	for m := p.From; m <= p.To; {
		o, ok := s.longestFrom(m, p)
		if !ok {
			return fail(ErrGap)
		}
		if o.markedRevised() {
			revised++
		}
		parts = append(parts, observed(o))
		total = total.Add(o.Value)
		m = o.Period.To + 1
	}
	if revised > 0 && revised < len(parts) {
		return fail(ErrRevised)
	}
	q := derived(SumOfPeriods, total, parts...)
	q.Prices = s.Prices
	return q, nil
}

// longestFrom is the longest observation that starts with m inside p and is not
// p itself.
func (s *Series) longestFrom(m Month, p Period) (Observation, bool) {
	for to := p.To; to >= m; to-- {
		q := Period{m, to}
		if o, ok := s.At(q); ok && q != p && o.Status.HasValue() {
			return o, true
		}
	}
	return Observation{}, false
}

// ChangeOfGrowth is the growth at p less that of another comparable period, in
// percentage points: both one month, one quarter, one year, or both the year to
// date.
func (d *Dataset) ChangeOfGrowth(id string, p, against Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("change of the growth of %s from %s to %s: %w", id, against, p, err)
	}
	toDate := p.FromJanuary() && against.FromJanuary()
	if p.Months() != against.Months() && !toDate || p == against {
		return fail(ErrNotComparable)
	}
	now, err := d.GrowthAt(id, p, YearOnYear)
	if err != nil {
		return fail(err)
	}
	then, err := d.GrowthAt(id, against, YearOnYear)
	if err != nil {
		return fail(err)
	}
	if !now.sameBasis(then) {
		return fail(ErrNotComparable)
	}
	q := Difference(DifferenceInPoints, now, then)
	q.Prices = now.Prices
	return q, nil
}

// IndexAt is a value as an index of that of a base period = 100: of the two
// levels, or, where those are missing or not at comparable prices, chained from
// the growth rates of all years in between. Both periods must be of one span.
func (d *Dataset) IndexAt(id string, p, base Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("index of %s %s on %s: %w", id, p, base, err)
	}
	s, err := d.lookup(id)
	if err != nil {
		return fail(err)
	}
	if p.Months() != base.Months() || p.FromJanuary() != base.FromJanuary() && p.Months() > 1 || p.To < base.To {
		return fail(ErrNotComparable)
	}
	if s.Measure == Level && !d.real(s) && d.levelsAgree(id, base.Year(), p.Year(), p) {
		now, err1 := d.LevelAt(id, p)
		then, err2 := d.LevelAt(id, base)
		if err1 == nil && err2 == nil {
			if then.Value.Sign() <= 0 {
				return fail(ErrNoBase)
			}
			q := derived(IndexOfLevels, now.Value.Mul(hundred).DivRound(then.Value, places), now, then)
			if s.Unit.IsMoney() {
				q.Prices = Nominal
			}
			return q, nil
		}
	}
	if (p.To-base.To)%12 != 0 {
		return fail(ErrNotComparable)
	}
	q, err := d.chained(id, base.Year(), p.Year(), p)
	if err != nil {
		return fail(err)
	}
	return q, nil
}

// chained is the index that the published rates of the years after from up to
// to give together: ErrGap without one of them, ErrNoBase after a fall to nothing.
func (d *Dataset) chained(id string, from, to int, p Period) (Quantity, error) {
	rates, ok := d.ratesOf(id, from, to, p)
	if !ok {
		return Quantity{}, ErrGap
	}
	v := hundred
	for _, r := range rates {
		if v.Sign() <= 0 {
			return Quantity{}, ErrNoBase
		}
		v = v.Mul(factor(r.Value))
	}
	q := derived(IndexOfRates, v, rates...)
	q.Prices = rates[0].Prices
	return q, nil
}

// MovingAverage is the mean of n consecutive periods of one span that end with
// p. Sums of a year so far have no mean.
func (d *Dataset) MovingAverage(id string, p Period, n int) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("mean of %d periods of %s to %s: %w", n, id, p, err)
	}
	if n < 2 || p.Kind() == Cumulative || p.Kind() == OtherSpan {
		return fail(ErrNotComparable)
	}
	var parts []Quantity
	total := Decimal{}
	for range n {
		q, err := d.LevelAt(id, p)
		if err != nil {
			return fail(err)
		}
		parts = append(parts, q)
		total = total.Add(q.Value)
		p = p.Previous()
	}
	q := derived(MeanOfPeriods, total.DivRound(decimal.NewFromInt(int64(n)), places), parts...)
	q.Prices = parts[0].Prices
	return q, nil
}

// Annualised is growth on the period before as it would be over a year of such
// periods: (1+g)^12 − 1 of a month, ^4 of a quarter (IMF, Quarterly National
// Accounts Manual, 2017, 1.28). Only published growth is annualised: that computed
// from levels has the seasons in it. Rates of the year so far and of years have none.
func (d *Dataset) Annualised(id string, p Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("annualised growth of %s %s: %w", id, p, err)
	}
	times := map[PeriodKind]int64{Monthly: 12, Quarterly: 4, HalfYearly: 2}[p.Kind()]
	if times == 0 {
		return fail(ErrNotComparable)
	}
	g, err := d.GrowthAt(id, p, OnPrevious)
	if err != nil {
		return fail(err)
	}
	if g.Computed() {
		return fail(ErrNotComparable)
	}
	f := factor(g.Value)
	if f.Sign() <= 0 {
		return fail(ErrNoBase)
	}
	v := one
	for range times {
		v = v.Mul(f).Round(2 * places)
	}
	q := derived(AnnualisedGrowth, v.Sub(one).Mul(hundred).Round(places), g, constant(decimal.NewFromInt(times)))
	q.Prices = g.Prices
	return q, nil
}
