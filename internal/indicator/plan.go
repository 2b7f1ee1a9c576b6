package indicator

import "github.com/shopspring/decimal"

// attainPlan sets what the finished years of a plan have brought against a
// target for all of its years. A yearly average and growth in total are set
// against the published rates of those years, or against the growth of the
// indicator that they follow; a level or a rate at the end of the plan against
// the straight line to it from the year before the plan, which is how progress
// reports on five-year plans judge (时序进度).
func (d *Dataset) attainPlan(a Attainment, s *Series, at Period) Attainment {
	t := a.Target
	follows := t.Bound == Relative && t.OfGrowth()
	if s == nil || !t.Bound.HasValue() && !follows || t.From == 0 || t.From > t.Year || !d.fits(t, s) {
		a.Verdict = NotComparable
		return a
	}
	last := at.Year()
	if at.To.Of() != 12 {
		last--
	}
	last = min(last, t.Year)
	if at.IsZero() || last < t.From {
		return a
	}
	done, all := int64(last-t.From+1), int64(t.Year-t.From+1)
	a.Period, a.Basis = Period{NewMonth(t.From, 1), NewMonth(last, 12)}, PlanSoFar
	a.Aim = t.quantity()
	a.Due = a.Aim
	growth := d.AverageGrowth
	if t.Kind == TotalGrowth {
		growth = d.totalGrowth
	}
	switch {
	case t.OfGrowth():
		q, err := growth(t.Series, t.From-1, last)
		if err != nil {
			a.Verdict = NoData
			return a
		}
		a.Actual = q
		if follows {
			if a.Aim, err = growth(t.Ref, t.From-1, last); err != nil {
				a.Verdict = NotComparable
				return a
			}
			a.Due = a.Aim
		} else if t.Kind == TotalGrowth && done < all {
			return a.onTheWay(s, constant(Decimal{}), done, all)
		}
	default:
		q, ok := d.atEndOf(s, last)
		if !ok {
			a.Verdict = NoData
			return a
		}
		a.Actual = q
		if done < all {
			start, ok := d.atEndOf(s, t.From-1)
			if !ok {
				a.Verdict = NotComparable
				return a
			}
			return a.onTheWay(s, start, done, all)
		}
	}
	a.Gap = Difference(GapToTarget, a.Actual, a.Due)
	a.Verdict = a.byGap(a.Gap.Value, s)
	return a
}

// onTheWay judges by what is due now rather than by the end of the plan: on the
// straight line to the aim from where the plan started, if that was on the wrong
// side of it. A ceiling or a floor that was kept from the start is to be kept all
// the way, and so is a ceiling once it is reached. Of a range the end counts that is still to be reached, or was passed.
func (a Attainment) onTheWay(s *Series, start Quantity, done, all int64) Attainment {
	bound, low, high := a.Target.Bound, a.Target.Value, a.Target.Value
	if bound == Between {
		high = a.Target.Upper
		switch v := a.Actual.Value; {
		case v.LessThan(low), start.Value.LessThan(low) && v.LessThanOrEqual(high):
			bound = AtLeast
		case v.GreaterThan(high), start.Value.GreaterThan(high):
			bound = AtMost
			a.Aim.Value = high
		}
	}
	judged := a
	judged.Target.Bound = bound
	if bound == AtMost {
		judged.Target.Value = high
	}
	a.Due = a.Aim
	kept := judged.Target.KeptFrom(start.Value) || a.Target.Bound == AtMost && judged.Target.KeptFrom(a.Actual.Value)
	if !kept {
		a.Limit = false // approached so far, to be kept at the end
		a.Due = due(start, a.Aim, done, all)
	}
	a.Gap = Difference(GapToTarget, a.Actual, a.Due)
	if toReach := a.Target.Bound == Between && bound != Between; toReach && (bound == AtLeast) == (a.Gap.Value.Sign() >= 0) {
		a.Verdict = OnTrack // inside a range there is no ahead
		return a
	}
	a.Verdict = judged.byGap(a.Gap.Value, s)
	return a
}

// KeptFrom reports a ceiling, a floor or a range that is met where a plan starts,
// and so is to be kept all the way rather than approached.
func (t Target) KeptFrom(start Decimal) bool {
	switch t.Bound {
	case AtMost:
		return start.LessThanOrEqual(t.Value)
	case AtLeast:
		return start.GreaterThanOrEqual(t.Value)
	case Between:
		return start.GreaterThanOrEqual(t.Value) && start.LessThanOrEqual(t.Upper)
	}
	return false
}

// due is a point on the straight line from start to the aim.
func due(start, aim Quantity, done, all int64) Quantity {
	k, n := decimal.NewFromInt(done), decimal.NewFromInt(all)
	v := start.Value.Add(aim.Value.Sub(start.Value).Mul(k).DivRound(n, places))
	return derived(LevelDue, v, start, aim, constant(k), constant(n))
}

// atEndOf is the value of a year: of the whole year, or of a stock at its end.
func (d *Dataset) atEndOf(s *Series, year int) (Quantity, bool) {
	for _, p := range []Period{Year(year), MonthOf(NewMonth(year, 12)), {NewMonth(year, 10), NewMonth(year, 12)}} {
		if p.Months() != 12 && s.AddsUp() {
			continue
		}
		if q, err := d.LevelAt(s.ID, p); err == nil {
			return q, true
		}
	}
	return Quantity{}, false
}

// totalGrowth is the growth over several years together, percent: from the
// published rates, else from levels where that is allowed.
func (d *Dataset) totalGrowth(id string, from, to int) (Quantity, error) {
	i, err := d.chained(id, from, to, Year(to))
	if err != nil {
		if i, err = d.IndexAt(id, Year(to), Year(from)); err != nil {
			return Quantity{}, err
		}
	}
	q := Difference(GrowthInTotal, i, constant(hundred))
	q.Prices = i.Prices
	return q, nil
}
