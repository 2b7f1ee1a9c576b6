package indicator

// TargetKind is what a target is set for.
type TargetKind string

const (
	GrowthTarget TargetKind = "growth" // percent over the year before
	LevelTarget  TargetKind = "level"  // in the unit of the series, for the whole year
	RateTarget   TargetKind = "rate"   // of a rate, a share or an index: its value itself
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

// Target is what is aimed at for one indicator in one year. Value (and, for a
// range, Upper) is meaningless unless Bound.HasValue(). Text is the source's
// own wording, always kept.
type Target struct {
	Series string
	Year   int
	Kind   TargetKind
	Bound  Bound
	Value  Decimal
	Upper  Decimal
	Ref    string
	Text   Text
	Cell   Cell // of the value, or of the text where there is no value
}
