package indicator

// Quantity is a number with what it rests on: the cells it was read from or
// computed from, and the name of the formula ("" where it was observed).
type Quantity struct {
	Value   Decimal
	Status  Status
	Inputs  []Cell
	Formula string
	Prices  Prices
}

// Formulas by which quantities are derived.
const (
	DifferenceOfCumulative = "difference-of-cumulative" // month = January–month less January–month before
	GrowthFromLevels       = "growth-from-levels"       // level / level a year (a period) before − 1, percent
	DifferenceInPoints     = "difference-in-points"     // percentage points
	ImpliedByGrowth        = "implied-level"            // base-year level × (1 + target growth)
	GapToTarget            = "gap"                      // actual less target, percentage points
	ShareOfTarget          = "share-of-target"          // level so far / level aimed at, percent
	ShareOfYear            = "share-of-year"            // months elapsed / 12, percent
	ChangeByRevision       = "change-by-revision"       // figure less the one published before
)

// Computed reports whether the quantity is derived rather than read.
func (q Quantity) Computed() bool { return q.Formula != "" }

func observed(o Observation) Quantity {
	return Quantity{Value: o.Value, Status: o.Status, Inputs: []Cell{o.Cell}, Prices: UnknownPrices}
}
