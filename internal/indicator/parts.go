package indicator

import (
	"fmt"
	"math"

	"github.com/shopspring/decimal"
)

func rootOf(v float64, n int64) float64 { return math.Pow(v, 1/float64(n)) }

// Rescaled is a quantity in another unit of the same kind, 10 thousand for 100
// million: value × 10^k.
const Rescaled = "rescaled"

// inUnitOf is q, which is in the unit from, in the unit to.
func inUnitOf(q Quantity, from, to Unit) Quantity {
	k := from.Scale - to.Scale
	if k == 0 {
		return q
	}
	out := derived(Rescaled, q.Value.Shift(int32(k)), q, constant(decimal.New(1, int32(k))))
	out.Prices = q.Prices
	return out
}

// pair looks up a part and its whole and refuses what cannot be set against
// each other: other units, rates, indices.
func (d *Dataset) pair(id, whole string) (part, total *Series, err error) {
	if part, err = d.lookup(id); err != nil {
		return nil, nil, err
	}
	if total, err = d.lookup(whole); err != nil {
		return nil, nil, err
	}
	alike := part.Unit.Base == total.Unit.Base && (part.Unit.Base != "" || part.Unit.Text == total.Unit.Text)
	if id == whole || part.Measure != Level || total.Measure != Level || part.Basis != total.Basis || !alike {
		return nil, nil, ErrNotComparable
	}
	return part, total, nil
}

// ShareAt is a part in percent of its whole at p. A negative part has no share,
// and nothing is a share of a whole that is not positive.
func (d *Dataset) ShareAt(id, whole string, p Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("share of %s in %s %s: %w", id, whole, p, err)
	}
	part, total, err := d.pair(id, whole)
	if err != nil {
		return fail(err)
	}
	a, err := d.LevelAt(id, p)
	if err != nil {
		return fail(err)
	}
	b, err := d.LevelAt(whole, p)
	if err != nil {
		return fail(err)
	}
	switch {
	case b.Value.Sign() <= 0:
		return fail(ErrNoBase)
	case a.Value.Sign() < 0:
		return fail(ErrNotComparable)
	}
	a = inUnitOf(a, part.Unit, total.Unit)
	return derived(ShareOfTotal, a.Value.Mul(hundred).DivRound(b.Value, places), a, b), nil
}

// Contribution is how much of the growth of a whole a part brought, in
// percentage points (拉动): the change of the part over the whole of a year
// before. Where growth is in comparable prices it is, as the National Bureau of
// Statistics approximates it, the part's share in the whole a year before times
// its own published growth.
func (d *Dataset) Contribution(id, whole string, p Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("contribution of %s to %s %s: %w", id, whole, p, err)
	}
	part, total, err := d.pair(id, whole)
	if err != nil {
		return fail(err)
	}
	before := p.YearBefore()
	base, err := d.LevelAt(whole, before)
	if err != nil {
		return fail(err)
	}
	was, err := d.LevelAt(id, before)
	if err != nil {
		return fail(err)
	}
	if base.Value.Sign() <= 0 {
		return fail(ErrNoBase)
	}
	was = inUnitOf(was, part.Unit, total.Unit)
	if d.real(part) || d.real(total) {
		g, err := d.GrowthAt(id, p, YearOnYear)
		if err != nil {
			return fail(err)
		}
		if g.Computed() || g.Prices != Real {
			return fail(ErrNotComparable)
		}
		q := derived(ContributionOfGrowth, was.Value.Mul(g.Value).DivRound(base.Value, places), was, base, g)
		q.Prices = Real
		return q, nil
	}
	now, err := d.LevelAt(id, p)
	if err != nil {
		return fail(err)
	}
	if !d.levelsTell(whole, p, base) {
		return fail(ErrNotComparable)
	}
	now = inUnitOf(now, part.Unit, total.Unit)
	q := derived(ContributionOfLevels, now.Value.Sub(was.Value).Mul(hundred).DivRound(base.Value, places), now, was, base)
	if total.Unit.IsMoney() {
		q.Prices = Nominal
	}
	return q, nil
}

// levelsTell reports whether the growth of a whole that is published is that of
// its levels: growth of investment, say, is published on comparable coverage, and
// then the levels tell nothing of it.
func (d *Dataset) levelsTell(whole string, p Period, base Quantity) bool {
	g, err := d.GrowthAt(whole, p, YearOnYear)
	if err != nil || g.Computed() {
		return true
	}
	now, err := d.LevelAt(whole, p)
	return err != nil || agrees(g, now, base)
}

// leastGrowth is the growth of a whole below which shares of it mean nothing.
var leastGrowth = decimal.New(5, -1)

// ContributionShare is a part's contribution in percent of the growth of the
// whole (贡献率). It is refused where the whole fell or hardly grew, and where
// its growth is on another basis than the contribution.
func (d *Dataset) ContributionShare(id, whole string, p Period) (Quantity, error) {
	fail := func(err error) (Quantity, error) {
		return Quantity{}, fmt.Errorf("share of %s in the growth of %s %s: %w", id, whole, p, err)
	}
	c, err := d.Contribution(id, whole, p)
	if err != nil {
		return fail(err)
	}
	g, err := d.GrowthAt(whole, p, YearOnYear)
	if err != nil {
		return fail(err)
	}
	if g.Value.LessThan(leastGrowth) || (g.Prices == Real) != (c.Prices == Real) {
		return fail(ErrNotComparable)
	}
	return derived(ShareOfGrowth, c.Value.Mul(hundred).DivRound(g.Value, places), c, g), nil
}
