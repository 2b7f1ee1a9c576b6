package indicator

// TargetKind is what a target is set for.
type TargetKind string

const (
	GrowthTarget TargetKind = "growth"       // percent over the year before; over several years, on average a year
	LevelTarget  TargetKind = "level"        // in the unit of the series, for the whole year
	RateTarget   TargetKind = "rate"         // of a rate, a share or an index: its value itself
	TotalGrowth  TargetKind = "total-growth" // percent over several years together: 累计下降13.5%
)

// Bound is how a target binds.
type Bound string

const (
	Exactly  Bound = "exactly"
	AtLeast  Bound = "at-least" // 以上, 不低于
	AtMost   Bound = "at-most"  // 以内, 控制在
	About    Bound = "about"    // 左右
	Between  Bound = "range"    // Value to Upper
	Relative Bound = "relative" // to the growth of the series Ref; no number
	TextOnly Bound = "text"     // words only; no number
)

// HasValue reports whether a target of this bound carries a number.
func (b Bound) HasValue() bool { return b != Relative && b != TextOnly && b != "" }

// OfGrowth reports a target for growth, of a year or of several together.
func (t Target) OfGrowth() bool { return t.Kind == GrowthTarget || t.Kind == TotalGrowth }

// Planned reports a target over the years of a plan.
func (t Target) Planned() bool { return t.From != 0 && t.From < t.Year }

// Span is the years that the target is set for.
func (t Target) Span() Period {
	if t.Planned() {
		return Period{NewMonth(t.From, 1), NewMonth(t.Year, 12)}
	}
	return Year(t.Year)
}

// Target is what is aimed at for one indicator in one year, or over the years
// of a plan, From to Year. Value (and, for a range, Upper) is meaningless unless
// Bound.HasValue(). Text is the source's own wording, always kept.
type Target struct {
	Series string
	From   int // first year of a plan; 0 of a target for one year
	Year   int
	Kind   TargetKind
	Bound  Bound
	Value  Decimal
	Upper  Decimal
	Ref    string
	// RefBound is how a relative target binds to the growth of Ref: AtLeast (不低于,
	// 高于), AtMost, or, where it is "", in step (同步).
	RefBound Bound
	// Tolerance, where the source gives one, stands for the usual one: in
	// percentage points, of a level in percent of the aim.
	Tolerance *Decimal
	Text      Text
	Cell      Cell // of the value, or of the text where there is no value
}
