package indicator

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// Verdict is how an indicator stands against its target.
type Verdict string

const (
	Ahead         Verdict = "ahead"
	OnTrack       Verdict = "on-track" // at the target, inside its range or under its ceiling
	Behind        Verdict = "behind"
	OffTarget     Verdict = "off-target" // beyond the tolerance, where neither side is the better one
	NoData        Verdict = "no-data"
	NotComparable Verdict = "not-comparable" // a target in words, or figures that cannot be set against it
)

// Tolerances within which an indicator is on track, in percentage points unless
// they say otherwise.
var (
	AboutTolerance      = decimal.New(5, -1)  // 左右, of growth, rates, shares and indices
	AboutLevelTolerance = decimal.New(10, -1) // 左右, of levels: percent of the aim
	InStepTolerance     = decimal.New(10, -1) // 与…同步
	ScheduleTolerance   = decimal.New(10, -1) // share of a level target against the share of the year
	AgreeWithin         = decimal.New(15, -2) // a published rate against the levels beside it
)

// What the actual of an attainment covers.
const (
	WholeYear  = "year"
	YearToDate = "year-to-date"
	LatestOnly = "latest" // a month or quarter alone: there is no figure for the year so far
	EndOfSpan  = "end"    // a stock at its latest date, which for a target at the end of the year is all there is
	PlanSoFar  = "plan"   // the years of a plan that are over
)

// Attainment sets an actual against a target. Aim is what is aimed at now: the
// target's own value, or for a relative target the growth of the indicator it
// follows. Gap is actual less aim in percentage points; for a level target
// Share and Elapsed tell the same in percent of the target and of the year. Due
// is, of the end of a plan, what its years so far should have brought. Within
// Tolerance of the aim the verdict is on track: percentage points, of a level in
// percent of it; zero where the bound leaves none. A Limit is to be kept, not
// reached: a ceiling, or an amount of which less is good.
type Attainment struct {
	Target  Target
	Period  Period
	Basis   string
	Actual  Quantity
	Aim     Quantity
	Gap     Quantity
	Share   Quantity
	Elapsed Quantity
	Due     Quantity
	Verdict Verdict

	Tolerance Decimal
	Limit     bool
}

// Final reports that nothing more will come: the actual is that of the target's
// whole year or, of what does not add up, that of its end.
func (a Attainment) Final() bool {
	switch a.Basis {
	case WholeYear:
		return true
	case EndOfSpan, PlanSoFar:
		return a.Period.To == NewMonth(a.Target.Year, 12)
	}
	return false
}

// Broken reports a limit that has been exceeded. Amounts that add up do not come
// back, so it does not matter how much of the year is left.
func (a Attainment) Broken() bool {
	return a.Limit && a.Verdict == Behind && a.Actual.Value.GreaterThan(a.Aim.Value)
}

// Attain sets the figures known at the end of the period at against t. It
// never fails: where figures are lacking the verdict says so.
func (d *Dataset) Attain(t Target, at Period) Attainment {
	a := Attainment{Target: t, Verdict: NoData}
	s := d.Find(t.Series)
	a.Tolerance = t.tolerance(s)
	a.Limit = t.Bound == AtMost
	if t.Planned() || t.Kind == TotalGrowth {
		return d.attainPlan(a, s, at)
	}
	switch {
	case s == nil || t.Bound == TextOnly || t.Bound == "" || !d.fits(t, s):
		a.Verdict = NotComparable
		return a
	case at.IsZero() || at.Year() < t.Year:
		return a
	}
	end := at.To
	if at.Year() > t.Year {
		end = NewMonth(t.Year, 12)
	}
	get := func(id string) func(Period) (Quantity, error) {
		switch t.Kind {
		case GrowthTarget:
			return func(p Period) (Quantity, error) { return d.GrowthAt(id, p, YearOnYear) }
		default:
			return func(p Period) (Quantity, error) { return d.LevelAt(id, p) }
		}
	}
	scheduled := t.Kind == LevelTarget && s.AddsUp()
	var ok bool
	a.Actual, a.Period, a.Basis, ok = d.soFar(get(t.Series), s, t, end)
	if !ok {
		return a
	}
	if a.Basis == LatestOnly && s.averages(t) {
		a.Verdict = NotComparable
		return a
	}
	if t.Bound == Relative {
		aim, err := get(t.Ref)(a.Period)
		if err != nil {
			a.Verdict = NotComparable
			return a
		}
		a.Aim = aim
	} else {
		a.Aim = t.quantity()
	}
	if scheduled {
		return a.bySchedule(s)
	}
	a.Gap = Difference(GapToTarget, a.Actual, a.Aim)
	a.Verdict = a.byGap(a.Gap.Value, s)
	return a
}

// averages reports a target for the mean of a year: of a rate, a share, an index
// or a concentration. One month of it is no verdict on the year, not even the
// last: a winter's 微克 are not the annual mean, nor is December's unemployment.
func (s *Series) averages(t Target) bool {
	return s.Basis != Stock && (t.Kind != GrowthTarget || s.Measure == Index)
}

// SingleOnly reports that all there is is a month or quarter of what the target
// asks as the mean of the year.
func (a Attainment) SingleOnly() bool {
	return a.Basis == LatestOnly && a.Verdict == NotComparable && a.Target.Bound.HasValue()
}

// fits reports whether the target is of a kind that the series can be set
// against. Amounts that add up over a year have no rate of their own; a relative
// target follows the growth, or the rate in the same unit, of another indicator.
func (d *Dataset) fits(t Target, s *Series) bool {
	if t.Kind == RateTarget && s.AddsUp() {
		return false
	}
	if t.Bound != Relative {
		return true
	}
	ref := d.Find(t.Ref)
	switch {
	case ref == nil || t.Ref == t.Series || t.Kind == LevelTarget:
		return false
	case t.Kind == RateTarget:
		return ref.Measure == s.Measure && ref.Unit.Base == s.Unit.Base && ref.Unit.Scale == s.Unit.Scale
	}
	return true
}

// soFar finds the figure that a target for the year is set against. For flows
// and growth it is that of the year so far, unless it ends more than a quarter
// before the latest figure for a month or quarter alone: figures published for
// single quarters are not cumulative just because January to March is both. So it
// is for rates and means, of which a month or quarter is LatestOnly. For stocks it
// is the latest; of those that end together the shortest.
func (d *Dataset) soFar(get func(Period) (Quantity, error), s *Series, t Target, end Month) (Quantity, Period, string, bool) {
	try := func(p Period) (Quantity, bool) {
		q, err := get(p)
		return q, err == nil
	}
	single := func(m Month) []Period {
		if m.Of()%3 == 0 {
			return []Period{{m - 2, m}, MonthOf(m)}
		}
		return []Period{MonthOf(m)}
	}
	latest := func(basis func(Period) string, spans func(Month) []Period) (Quantity, Period, string, bool) {
		for m := end; m.Year() == t.Year; m-- {
			for _, p := range spans(m) {
				if q, ok := try(p); ok {
					return q, p, basis(p), true
				}
			}
		}
		return Quantity{}, Period{}, "", false
	}
	ofYear := func(so string) func(Period) string {
		return func(p Period) string {
			if p == Year(t.Year) {
				return WholeYear
			}
			return so
		}
	}
	if s.Basis == Stock {
		return latest(ofYear(EndOfSpan), func(m Month) []Period {
			return []Period{MonthOf(m), {m - 2, m}, {m - 5, m}, {m - 11, m}}
		})
	}
	soFar, p, basis, ok := latest(ofYear(YearToDate), func(m Month) []Period { return []Period{{NewMonth(t.Year, 1), m}} })
	if t.Kind == LevelTarget && s.AddsUp() { // one month says nothing of the year
		return soFar, p, basis, ok
	}
	alone, q, _, okAlone := latest(func(Period) string { return LatestOnly }, single)
	stale := p.To + 3
	if s.averages(t) && p.Months() <= 3 { // the first of single months or quarters
		stale = p.To
		if ok && p.Months() == 1 {
			basis = LatestOnly
		}
	}
	if okAlone && (!ok || q.To > stale) {
		return alone, q, LatestOnly, true
	}
	return soFar, p, basis, ok
}

// bySchedule judges a level target of a flow: the share of the target reached
// against the share of the year elapsed (时间进度). What is negative has no share
// and is no share of anything: then the amounts themselves are compared, once
// they are certain.
func (a Attainment) bySchedule(s *Series) Attainment {
	aim := a.Aim.Value
	lessIsGood := a.Target.Bound == AtMost || s.Direction == DownIsGood && a.Target.Bound != AtLeast
	a.Limit = lessIsGood
	if aim.Sign() <= 0 || a.Actual.Value.Sign() < 0 {
		if !a.Final() && (aim.Sign() > 0 || !s.accumulates()) {
			a.Verdict = NotComparable
			return a
		}
		a.Gap = Difference(GapToTarget, a.Actual, a.Aim)
		a.Verdict = a.byGap(a.Gap.Value, s)
		return a
	}
	months := decimal.NewFromInt(int64(a.Period.To.Of()))
	year := decimal.NewFromInt(12)
	a.Share = derived(ShareOfTarget, a.Actual.Value.Mul(hundred).DivRound(aim, places), a.Actual, a.Aim)
	a.Elapsed = derived(ShareOfYear, months.Mul(hundred).DivRound(year, places), constant(months), constant(year))
	a.Gap = Difference(GapToTarget, a.Share, a.Elapsed)
	a.Tolerance = ScheduleTolerance
	if a.Target.Tolerance != nil {
		a.Tolerance = *a.Target.Tolerance
	}
	gap := a.Gap.Value
	switch {
	case a.Final():
		a.Tolerance = a.Target.tolerance(s)
		a.Verdict = a.byGap(a.Actual.Value.Sub(aim), s)
	case a.Target.Bound == AtMost && a.Actual.Value.GreaterThan(aim):
		a.Verdict = Behind
	case gap.Abs().LessThanOrEqual(a.Tolerance):
		a.Verdict = OnTrack
	case lessIsGood == (gap.Sign() < 0):
		a.Verdict = Ahead
	default:
		a.Verdict = Behind
	}
	return a
}

// accumulates reports amounts none of which is negative, so that their sum over
// a year can only grow: zero is then a limit by any date, and a floor at or
// below it is kept for certain.
func (s *Series) accumulates() bool {
	return s.AddsUp() && !slices.ContainsFunc(s.Observations, func(o Observation) bool { return o.Value.Sign() < 0 })
}

// ByAmount is a judged by the amounts instead of their share, which the year
// that is over allows.
func (d *Dataset) ByAmount(a Attainment) Attainment {
	if s := d.Find(a.Target.Series); s != nil && a.Final() && a.Share.Computed() {
		a.Share, a.Elapsed = Quantity{}, Quantity{}
		a.Gap = Difference(GapToTarget, a.Actual, a.Aim)
		a.Verdict = a.byGap(a.Gap.Value, s)
	}
	return a
}

// tolerance is within how much of its aim a target counts as met: its own, or
// the usual one of its bound. Of a level that is a percentage of the aim.
func (t Target) tolerance(s *Series) Decimal {
	switch {
	case t.Tolerance != nil:
		return *t.Tolerance
	case t.Bound == Relative && t.RefBound != AtLeast && t.RefBound != AtMost:
		return InStepTolerance
	case t.Bound != About:
		return Decimal{}
	case t.ofLevel(s): // half a point means nothing in 亿元
		return AboutLevelTolerance
	}
	return AboutTolerance
}

// Within is the tolerance in the unit of the aim: that of a level is a percentage
// of it.
func (a Attainment) Within(s *Series) Decimal {
	if a.Target.ofLevel(s) {
		return a.Target.Value.Abs().Mul(a.Tolerance).Div(hundred)
	}
	return a.Tolerance
}

// ofLevel reports a target whose number is an amount.
func (t Target) ofLevel(s *Series) bool {
	return !t.OfGrowth() && s != nil && s.Measure == Level && !s.Unit.IsPercent()
}

// byGap judges an actual by its distance from the aim.
func (a Attainment) byGap(gap Decimal, s *Series) Verdict {
	t := a.Target
	better := gap.Sign() // 1: beyond the aim in the wished direction
	if s.Direction == DownIsGood && t.Bound != AtLeast {
		better = -better
	}
	if gap.Abs().LessThanOrEqual(a.Within(s)) {
		return OnTrack
	}
	neutral := s.Direction == Neutral
	switch t.Bound {
	case AtMost:
		if gap.Sign() <= 0 {
			return OnTrack
		}
		return Behind
	case AtLeast:
		neutral = false
	case Relative:
		switch t.RefBound {
		case AtLeast:
			better, neutral = gap.Sign(), false
		case AtMost:
			better, neutral = -gap.Sign(), false
		}
	case Between:
		if a.Actual.Value.GreaterThanOrEqual(t.Value) && a.Actual.Value.LessThanOrEqual(t.Upper) {
			return OnTrack
		}
	}
	switch {
	case better == 0:
		return OnTrack
	case neutral:
		return OffTarget
	case better > 0:
		return Ahead
	}
	return Behind
}

// quantity is the number of a target.
func (t Target) quantity() Quantity { return Quantity{Value: t.Value, Inputs: []Cell{t.Cell}} }

// ImpliedLevel is the level that a growth target implies: that of the year
// before times one plus the target, at the prices of the year before. It is
// refused where the target is no single number or the base was not observed.
func (d *Dataset) ImpliedLevel(t Target) (Quantity, error) {
	if t.Kind != GrowthTarget || t.Bound != Exactly && t.Bound != AtLeast && t.Bound != About {
		return Quantity{}, fmt.Errorf("level implied by the target of %s: %w", t.Series, ErrNotComparable)
	}
	s, err := d.lookup(t.Series)
	if err != nil {
		return Quantity{}, err
	}
	if s.Measure != Level || s.Prices == Nominal || !s.Unit.IsMoney() { // growth at current prices has no base-year prices to be at
		return Quantity{}, fmt.Errorf("level implied by the target of %s: %w", t.Series, ErrNotComparable)
	}
	base, ok := s.At(Year(t.Year - 1))
	if !ok || !base.Status.HasValue() || base.Value.Sign() <= 0 {
		return Quantity{}, fmt.Errorf("level implied by the target of %s: %w", t.Series, ErrNoBase)
	}
	q := derived(ImpliedByGrowth, base.Value.Mul(hundred.Add(t.Value)).Div(hundred), observed(base), t.quantity())
	q.Status, q.Prices = base.Status, s.Prices
	return q, nil
}
