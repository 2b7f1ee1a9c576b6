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
)

// What the actual of an attainment covers.
const (
	WholeYear  = "year"
	YearToDate = "year-to-date"
	LatestOnly = "latest" // a month or quarter alone: there is no figure for the year so far
	EndOfSpan  = "end"    // a stock at its latest date
)

// Attainment sets an actual against a target. Aim is what is aimed at now: the
// target's own value, or for a relative target the growth of the indicator it
// follows. Gap is actual less aim in percentage points; for a level target
// Share and Elapsed tell the same in percent of the target and of the year.
type Attainment struct {
	Target  Target
	Period  Period
	Basis   string
	Actual  Quantity
	Aim     Quantity
	Gap     Quantity
	Share   Quantity
	Elapsed Quantity
	Verdict Verdict
}

// Attain sets the figures known at the end of the period at against t. It
// never fails: where figures are lacking the verdict says so.
func (d *Dataset) Attain(t Target, at Period) Attainment {
	a := Attainment{Target: t, Verdict: NoData}
	s := d.Find(t.Series)
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
	if t.Bound == Relative {
		aim, err := get(t.Ref)(a.Period)
		if err != nil {
			a.Verdict = NotComparable
			return a
		}
		a.Aim = aim
	} else {
		a.Aim = Quantity{Value: t.Value, Inputs: []Cell{t.Cell}}
	}
	if scheduled {
		return a.bySchedule(s)
	}
	a.Gap = Quantity{Value: a.Actual.Value.Sub(a.Aim.Value), Formula: GapToTarget, Inputs: append(slices.Clone(a.Actual.Inputs), a.Aim.Inputs...)}
	a.Verdict = byGap(t, a.Gap.Value, a.Actual.Value, s)
	return a
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
// single quarters are not cumulative just because January to March is both. For
// stocks, rates and whatever else does not add up it is the latest; of those
// that end together the longest.
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
	whole := func(p Period) string {
		switch {
		case p == Year(t.Year):
			return WholeYear
		case p.FromJanuary() && p.Months() > 3:
			return YearToDate
		}
		return EndOfSpan
	}
	if s.Basis == Stock || t.Kind == RateTarget || t.Kind == LevelTarget && !s.AddsUp() {
		return latest(whole, func(m Month) []Period {
			if s.Basis == Stock {
				return append([]Period{MonthOf(m)}, Period{m - 2, m}, Period{m - 5, m}, Period{m - 11, m})
			}
			return append([]Period{{NewMonth(t.Year, 1), m}}, single(m)...)
		})
	}
	soFar, p, basis, ok := latest(func(p Period) string {
		if p == Year(t.Year) {
			return WholeYear
		}
		return YearToDate
	}, func(m Month) []Period { return []Period{{NewMonth(t.Year, 1), m}} })
	if t.Kind == LevelTarget { // one month says nothing of the year
		return soFar, p, basis, ok
	}
	alone, q, _, okAlone := latest(func(Period) string { return LatestOnly }, single)
	if okAlone && (!ok || q.To > p.To+3) {
		return alone, q, LatestOnly, true
	}
	return soFar, p, basis, ok
}

// bySchedule judges a level target of a flow: the share of the target reached
// against the share of the year elapsed (时间进度).
func (a Attainment) bySchedule(s *Series) Attainment {
	aim := a.Aim.Value
	if aim.Sign() <= 0 || a.Actual.Value.Sign() < 0 { // no share of or by a negative
		a.Verdict = NotComparable
		return a
	}
	months := decimal.NewFromInt(int64(a.Period.To.Of()))
	inputs := append(slices.Clone(a.Actual.Inputs), a.Aim.Inputs...)
	a.Share = Quantity{Value: a.Actual.Value.Mul(hundred).DivRound(aim, places), Formula: ShareOfTarget, Inputs: inputs}
	a.Elapsed = Quantity{Value: months.Mul(hundred).DivRound(decimal.NewFromInt(12), places), Formula: ShareOfYear}
	a.Gap = Quantity{Value: a.Share.Value.Sub(a.Elapsed.Value), Formula: GapToTarget, Inputs: inputs}
	gap := a.Gap.Value
	lessIsGood := a.Target.Bound == AtMost || s.Direction == DownIsGood && a.Target.Bound != AtLeast
	switch {
	case a.Basis == WholeYear:
		level := a.Actual.Value.Sub(aim)
		a.Verdict = byGap(a.Target, level, a.Actual.Value, s)
	case gap.Abs().LessThanOrEqual(ScheduleTolerance):
		a.Verdict = OnTrack
	case lessIsGood == (gap.Sign() < 0):
		a.Verdict = Ahead
	default:
		a.Verdict = Behind
	}
	return a
}

// byGap judges an actual by its distance from the aim.
func byGap(t Target, gap, actual Decimal, s *Series) Verdict {
	better := gap.Sign() // 1: beyond the aim in the wished direction
	if s.Direction == DownIsGood && t.Bound != AtLeast {
		better = -better
	}
	within := func(tol Decimal) bool { return gap.Abs().LessThanOrEqual(tol) }
	switch t.Bound {
	case AtMost:
		if gap.Sign() <= 0 {
			return OnTrack
		}
		return Behind
	case Between:
		if actual.GreaterThanOrEqual(t.Value) && actual.LessThanOrEqual(t.Upper) {
			return OnTrack
		}
	case About:
		tol := AboutTolerance
		if t.Kind != GrowthTarget && s.Measure == Level && !s.Unit.IsPercent() { // half a point means nothing in 亿元
			tol = t.Value.Abs().Mul(AboutLevelTolerance).Div(hundred)
		}
		if within(tol) {
			return OnTrack
		}
	case Relative:
		if within(InStepTolerance) {
			return OnTrack
		}
	}
	switch {
	case better > 0:
		return Ahead
	case better < 0:
		return Behind
	}
	return OnTrack
}

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
	return Quantity{
		Value:  base.Value.Mul(hundred.Add(t.Value)).Div(hundred),
		Status: base.Status, Inputs: []Cell{base.Cell, t.Cell}, Formula: ImpliedByGrowth, Prices: s.Prices,
	}, nil
}
