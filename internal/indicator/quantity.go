package indicator

import (
	"slices"
	"strconv"
	"strings"
)

// Quantity is a number with what it rests on: the cells it was read from or
// computed from, and how. Formula is "" where it was observed; then Parts is
// empty. Parts are the operands of the formula in its order; a part without
// cells is a constant.
type Quantity struct {
	Value   Decimal
	Status  Status
	Inputs  []Cell // all cells, each once, in the order in which the formula takes them
	Formula string
	Parts   []Quantity
	Prices  Prices
}

// Formulas by which quantities are derived.
const (
	DifferenceOfCumulative = "difference-of-cumulative" // month = January–month less January–month before
	SumOfPeriods           = "sum-of-periods"           // January–month = sum of its months or quarters
	SumOfParts             = "sum-of-parts"             // of the smallest parts of a whole, shown as one
	GrowthFromLevels       = "growth-from-levels"       // (level − base level) / base level, percent
	DifferenceInPoints     = "difference-in-points"     // percentage points
	ChangeInCount          = "change-in-count"          // cases less cases a year before
	ImpliedByGrowth        = "implied-level"            // base-year level × (1 + target growth)
	GapToTarget            = "gap"                      // actual less target
	ShareOfTarget          = "share-of-target"          // level so far / level aimed at, percent
	ShareOfYear            = "share-of-year"            // months elapsed / 12, percent
	ChangeByRevision       = "change-by-revision"       // figure less the one published before
	TwoYearAverageGrowth   = "two-year-average"         // √((1+g)(1+g before)) − 1, percent
	AverageOfRates         = "average-of-rates"         // n-th root of the product of (1+g), less 1, percent
	AverageOfLevels        = "average-of-levels"        // n-th root of end / start, less 1, percent
	ShareOfTotal           = "share-of-total"           // part / whole, percent
	ContributionOfLevels   = "contribution-of-levels"   // change of the part / base level of the whole, points
	ContributionOfGrowth   = "contribution-of-growth"   // share in the base period × growth, points
	ShareOfGrowth          = "share-of-growth"          // contribution / growth of the whole, percent
	IndexOfLevels          = "index-of-levels"          // level / level in the base period × 100
	IndexOfRates           = "index-of-rates"           // product of (1+g) since the base period × 100
	MeanOfPeriods          = "moving-average"           // mean of n consecutive periods
	AnnualisedGrowth       = "annualised"               // (1+g)^periods in a year − 1, percent
	NeededGrowth           = "growth-needed"            // (amount still needed − base of the rest of the year) / that base, percent
	AmountNeeded           = "amount-needed"            // target less level so far
	GrowthInTotal          = "growth-in-total"          // index − 100, percent
	GrowthFromIndex        = "growth-from-index"        // index − 100, percent
	LevelDue               = "level-due"                // on the way from the base year to the target
)

// Computed reports whether the quantity is derived rather than read.
func (q Quantity) Computed() bool { return q.Formula != "" }

func observed(o Observation) Quantity {
	return Quantity{Value: o.Value, Status: o.Status, Inputs: []Cell{o.Cell}, Prices: UnknownPrices}
}

// constant is a number that no cell gives.
func constant(v Decimal) Quantity { return Quantity{Value: v} }

// derived is what a formula makes of parts.
func derived(formula string, v Decimal, parts ...Quantity) Quantity {
	q := Quantity{Value: v, Formula: formula, Parts: parts, Prices: UnknownPrices}
	for _, p := range parts {
		q.Status = worse(q.Status, p.Status)
		for _, c := range p.Inputs {
			if !slices.Contains(q.Inputs, c) {
				q.Inputs = append(q.Inputs, c)
			}
		}
	}
	return q
}

// Difference is now less then, by the name of a formula that says what it is.
func Difference(formula string, now, then Quantity) Quantity {
	return derived(formula, now.Value.Sub(then.Value), now, then)
}

// SumOf adds quantities up, by the name of a formula that says what they are.
func SumOf(formula string, parts ...Quantity) Quantity {
	v := Decimal{}
	for _, p := range parts {
		v = v.Add(p.Value)
	}
	return derived(formula, v, parts...)
}

// Expression is the arithmetic behind a quantity, over cells:
// (数据!C7 − 数据!C6) ÷ 数据!C6 × 100.
func (q Quantity) Expression() string { e, _ := q.expression(); return e }

// How tightly an expression binds, so that brackets stand where they must.
const (
	sum = iota
	product
	atom
)

func (q Quantity) expression() (string, int) {
	if q.Formula == "" {
		if len(q.Inputs) == 0 || q.Inputs[0].String() == "" {
			if q.Value.Sign() < 0 {
				return "−" + q.Value.Abs().String(), sum
			}
			return q.Value.String(), atom
		}
		return q.Inputs[0].String(), atom
	}
	if len(q.Parts) == 0 {
		var cells []string
		for _, c := range q.Inputs {
			cells = append(cells, c.String())
		}
		return q.Formula + "(" + strings.Join(cells, ", ") + ")", atom
	}
	in := func(i, least int) string {
		e, binds := q.Parts[i].expression()
		if binds < least {
			return "(" + e + ")"
		}
		return e
	}
	all := func(sep string, least int, wrap func(string) string) string {
		var out []string
		for i := range q.Parts {
			e := in(i, least)
			if wrap != nil {
				e = wrap(e)
			}
			out = append(out, e)
		}
		return strings.Join(out, sep)
	}
	factor := func(e string) string { return "(1 + " + e + " ÷ 100)" }
	switch q.Formula {
	case DifferenceOfCumulative, DifferenceInPoints, GrowthInTotal, GrowthFromIndex, GapToTarget, ChangeByRevision, ChangeInCount, AmountNeeded:
		return in(0, sum) + " − " + in(1, product), sum
	case Rescaled:
		return in(0, product) + " × " + in(1, atom), product
	case SumOfPeriods, SumOfParts:
		return all(" + ", sum, nil), sum
	case GrowthFromLevels:
		return "(" + in(0, sum) + " − " + in(1, product) + ") ÷ " + in(1, atom) + " × 100", product
	case ImpliedByGrowth:
		return in(0, product) + " × " + factor(in(1, product)), product
	case ShareOfTarget, ShareOfYear, ShareOfTotal, ShareOfGrowth, IndexOfLevels:
		return in(0, product) + " ÷ " + in(1, atom) + " × 100", product
	case TwoYearAverageGrowth:
		return "(√(" + all(" × ", product, factor) + ") − 1) × 100", product
	case AverageOfRates:
		return "((" + all(" × ", product, factor) + ")^(1 ÷ " + strconv.Itoa(len(q.Parts)) + ") − 1) × 100", product
	case AverageOfLevels:
		return "((" + in(0, product) + " ÷ " + in(1, atom) + ")^(1 ÷ " + in(2, atom) + ") − 1) × 100", product
	case ContributionOfLevels:
		return "(" + in(0, sum) + " − " + in(1, product) + ") ÷ " + in(2, atom) + " × 100", product
	case ContributionOfGrowth:
		return in(0, product) + " ÷ " + in(1, atom) + " × " + in(2, atom), product
	case IndexOfRates:
		return "100 × " + all(" × ", product, factor), product
	case MeanOfPeriods:
		return "(" + all(" + ", sum, nil) + ") ÷ " + strconv.Itoa(len(q.Parts)), product
	case AnnualisedGrowth:
		return "(" + factor(in(0, product)) + "^" + in(1, atom) + " − 1) × 100", product
	case NeededGrowth:
		return "(" + in(0, product) + " ÷ (" + in(1, sum) + " − " + in(2, product) + ") − 1) × 100", product
	case LevelDue:
		return in(0, sum) + " + (" + in(1, sum) + " − " + in(0, product) + ") × " + in(2, atom) + " ÷ " + in(3, atom), sum
	}
	return q.Formula + "(" + all(", ", sum, nil) + ")", atom
}
