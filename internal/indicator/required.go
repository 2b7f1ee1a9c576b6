package indicator

import (
	"errors"
	"fmt"
)

// ErrReached says that a target has been reached already, so that nothing is
// needed of the rest of the year.
var ErrReached = errors.New("the target has been reached")

// Needed is what the rest of a year must bring for its target to be met (要完成
// 全年目标，后1个月需增长x%): the amount, and its growth over the same months of
// the year before. Rest is those months.
type Needed struct {
	Rest   Period
	Amount Quantity
	Growth Quantity
}

// Required says what the months after at must bring for t to be met. It is
// refused for growth in comparable prices, which levels cannot tell of; for
// what does not add up over a year; for targets without a number and for
// ceilings; where the year is over; and where the levels of this year so far,
// of the year before, or of its same months, are missing. ErrReached says that
// nothing is needed any more.
func (d *Dataset) Required(t Target, at Period) (Needed, error) {
	fail := func(err error) (Needed, error) {
		return Needed{}, fmt.Errorf("what %s still needs in %d: %w", t.Series, t.Year, err)
	}
	s, err := d.lookup(t.Series)
	if err != nil {
		return fail(err)
	}
	kind := t.Kind == GrowthTarget || t.Kind == LevelTarget
	bound := t.Bound == Exactly || t.Bound == AtLeast || t.Bound == About || t.Bound == Between
	if !kind || !bound || t.Planned() || !s.AddsUp() || t.Kind == GrowthTarget && d.real(s) || at.Year() != t.Year || at.To.Of() == 12 {
		return fail(ErrNotComparable)
	}
	soFarSpan := ToDate(t.Year, at.To.Of())
	soFar, err := d.CumulativeAt(t.Series, soFarSpan)
	if err != nil {
		return fail(err)
	}
	before, err := d.CumulativeAt(t.Series, soFarSpan.YearBefore())
	if err != nil {
		return fail(err)
	}
	year, err := d.CumulativeAt(t.Series, Year(t.Year-1))
	if err != nil {
		return fail(err)
	}
	if s.revisedAt(Year(t.Year-1)) != s.revisedAt(soFarSpan.YearBefore()) {
		return fail(ErrRevised)
	}
	if t.Kind == GrowthTarget {
		// A published rate may rest on revised or comparable levels: then the levels
		// here cannot tell what the target means.
		if g, err := d.GrowthAt(t.Series, soFarSpan, YearOnYear); err == nil && !g.Computed() && !agrees(g, soFar, before) {
			return fail(ErrNotComparable)
		}
	}
	aim := t.quantity()
	if t.Kind == GrowthTarget {
		aim = derived(ImpliedByGrowth, year.Value.Mul(hundred.Add(t.Value)).Div(hundred), year, t.quantity())
	}
	n := Needed{Rest: Period{at.To + 1, NewMonth(t.Year, 12)}}
	n.Amount = Difference(AmountNeeded, aim, soFar)
	rest := year.Value.Sub(before.Value)
	switch {
	case n.Amount.Value.Sign() <= 0:
		return fail(ErrReached)
	case rest.Sign() <= 0:
		return fail(ErrNoBase)
	}
	n.Growth = derived(NeededGrowth, n.Amount.Value.Mul(hundred).DivRound(rest, places).Sub(hundred), n.Amount, year, before)
	n.Growth.Prices = Nominal
	return n, nil
}

// agrees reports that a published rate is what two levels give, as rounded.
func agrees(rate, now, then Quantity) bool {
	if then.Value.Sign() <= 0 {
		return false
	}
	g := now.Value.Sub(then.Value).Mul(hundred).DivRound(then.Value, places)
	return g.Sub(rate.Value).Abs().LessThanOrEqual(AgreeWithin)
}

// revisedAt reports that the source marks the figure of p as revised.
func (s *Series) revisedAt(p Period) bool {
	o, ok := s.At(p)
	return ok && o.markedRevised()
}
