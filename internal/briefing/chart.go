package briefing

import (
	"cmp"
	"slices"
)

// A Chart says what is drawn: values to place and the words to print at them,
// already rounded and in both languages. How it is drawn is not its concern.
// Chart is one of *Spark, *Growth, *Ranked, *Targets, *Implied, *Lines,
// *Panels, *Stack, *Slope, *Heat.
type Chart interface{ isChart() }

// Datum is a value on a chart. Label is what is printed where it is labelled;
// the same in both languages unless grouping or words differ.
type Datum struct {
	Value       float64
	Missing     bool
	Label       Text
	Preliminary bool
	Refs        []Cell
}

// Slot is one step of a time axis. A year's slots have the same Year.
type Slot struct {
	Label Text // short: 1月 / Jan; 2023 for a year; 一季度 / Q1
	Year  int
	Month int // last month of the slot, 1 to 12
	Span  int // months in the slot: 1, 3, 6, 12; 2 of January and February together
}

// Spark is a key figure's history: no axes, no labels, the last value marked.
type Spark struct {
	Data []Datum
}

// Growth draws levels as bars and, on a panel below that shares the time axis,
// growth as a line. Either may be empty (nil), never both. Slots, Bars and
// Line (where present) have the same length; missing data are gaps.
type Growth struct {
	Slots    []Slot
	Bars     []Datum
	BarUnit  Text // 亿元 / RMB 100 million: said once
	BarName  Text // 当月值 / monthly value
	Line     []Datum
	LineName Text // 同比 / year on year (%)
	Target   *TargetMark
	// LineMin and LineMax widen the scale of the growth panel, so that small
	// multiples share it; both zero: the panel's own data decide.
	LineMin, LineMax float64
	LineBase         float64 // of an index: what the base period is, 100
	Since            Text    // 2009年以来 / since 2009: where there is more than is drawn
}

// TargetMark is a target drawn across a panel: at a value or, of a range, from it
// to another.
type TargetMark struct {
	Value float64
	To    *float64
	Label Text // 目标18% / target 18%
}

// Ends are the lower and the upper end of a target; equal but for a range.
func (m *TargetMark) Ends() (lo, hi float64) {
	if m.To == nil {
		return m.Value, m.Value
	}
	return min(m.Value, *m.To), max(m.Value, *m.To)
}

// Ranked is a ranked horizontal bar chart of one unit, largest first as given.
type Ranked struct {
	Unit   Text // of the axis: %
	Rows   []RankedRow
	Target bool // values are targets: the end of the bar carries the target mark
	Part   Part
}

// Part is the rows drawn of a chart that is cut between pages, from the first up
// to but not the last, on the scale and in the columns of the whole; the zero value
// is all of them.
type Part struct{ First, End int }

// Of is the part of n rows.
func (p Part) Of(n int) (first, end int) {
	if p == (Part{}) {
		return 0, n
	}
	return min(max(p.First, 0), n), min(max(p.End, p.First, 0), n)
}

// RankedRow is one bar, or, with Ref >= 0, an item without a number that
// follows row Ref (drawn hollow to that row's value, and said in Note).
type RankedRow struct {
	Name     Text
	Datum    Datum
	Upper    *Datum // of a target range that starts at Datum
	Emphasis bool
	Ref      int // -1 for an ordinary row
	Note     Text
}

// Targets sets actuals against targets, one row an indicator, on one scale.
type Targets struct {
	Unit    Text   // % on the axis
	Elapsed *Datum // share of the year elapsed, drawn as a line across; nil where it means nothing
	Rows    []TargetRow
	Form    Form
	Reach   float64 // of the scale of dumbbells, on both sides of zero, at least
	Part    Part
}

// Form is how targets and actuals are set against each other.
type Form string

const (
	// FormBullets are bars from zero with a mark for the target, on one scale.
	FormBullets Form = ""
	// FormDumbbells are a dot for the actual and a mark for the target, joined by a
	// line as long as the gap; the scale need not start at zero.
	FormDumbbells Form = "dumbbells"
	// FormApart gives every row a scale of its own from zero, for indicators in
	// different units: lengths compare within a row only, and no axis is drawn.
	FormApart Form = "apart"
)

// TargetRow is one bullet. Actual or Target may be missing. Bound tells how the
// target binds: a ceiling is drawn as such, a range as a band from Target to
// Upper, a relative target without a value of its own at the actual of row Ref.
type TargetRow struct {
	Name   Text
	Actual Datum
	Target Datum
	Upper  Datum
	Met    *Met   // where an actual meets the target; nil where that is a range or not known
	Bound  string // values of indicator.Bound
	Ref    int    // -1 unless relative
	Gap    Text   // 高0.6个百分点 / 0.6 pp above
	Status Text   // 超前 / ahead
	Tone   Tone
}

// Met is the stretch of a scale on which a target is met. An end without a limit
// is infinite.
type Met struct{ From, To float64 }

// Implied shows levels of a base year and the level that a growth target
// implies, as a pair of bars for each row, in one unit.
type Implied struct {
	Unit       Text
	BaseName   Text // 2022年实绩 / 2022 actual
	TargetName Text // 2023年目标（按2022年价格） / 2023 target at 2022 prices
	Rows       []ImpliedRow
}

// ImpliedRow is a pair of bars.
type ImpliedRow struct {
	Name         Text
	Base, Target Datum
	Growth       Text // +7.2%
}

// Series is one line of several, or one part of a stack.
type Series struct {
	Name     Text
	Data     []Datum
	Role     Role
	Emphasis bool
}

// Role is what a series is to the others.
type Role string

const (
	RoleActual Role = ""
	RolePast   Role = "past" // of the year before, to compare with
	RolePlan   Role = "plan" // on the way to a target
)

// Lines draws several series on one scale, each named at its end. All series
// have as many data as there are slots.
type Lines struct {
	Slots    []Slot
	Series   []Series
	Unit     Text
	FromZero bool        // the scale starts at zero, as for levels that add up
	Target   *TargetMark // across the whole
	Base     float64     // of indices: what the base period is, 100
}

// Panels are small multiples: one series each, on one time axis. Shared panels
// have one scale, and show the other series faintly behind their own; else
// each has a scale of its own, and the figure says so.
type Panels struct {
	Slots  []Slot
	Panels []Panel
	Unit   Text
	Shared bool
	Base   float64 // of indices on one scale: what the base period is, 100
}

// Panel is one of several.
type Panel struct {
	Name   Text
	Data   []Datum
	Target *TargetMark
	Levels bool // bars from zero, not a line
	Unit   Text // its own, where panels differ in theirs
}

// Stack draws contributions: for each slot the parts, those above zero upwards
// and those below downwards, and the total as a mark.
type Stack struct {
	Slots []Slot
	Parts []Series
	Total Series // no data: no mark
	Unit  Text   // 个百分点 / percentage points
}

// Slope sets two moments against each other, a line for each row. As dumbbells,
// which many rows and long names are in any case, each row has a lane of its own.
type Slope struct {
	From, To   Text // 2022年 / 2022
	Rows       []SlopeRow
	Unit       Text
	ChangeUnit Text // 个百分点 / pp
	Form       Form
	Part       Part // of the rows in the order of ByChange, as dumbbells
}

// ByChange are the rows as dumbbells stand: from the greatest rise to the
// greatest fall, at the end those of which a value is missing.
func (c *Slope) ByChange() []SlopeRow {
	rows := slices.Clone(c.Rows)
	slices.SortStableFunc(rows, func(a, b SlopeRow) int {
		if x, y := a.Whole(), b.Whole(); !x || !y {
			switch {
			case x:
				return -1
			case y:
				return 1
			}
			return 0
		}
		return cmp.Compare(b.To.Value-b.From.Value, a.To.Value-a.From.Value)
	})
	return rows
}

// Whole reports whether a row has both its values.
func (r SlopeRow) Whole() bool { return !r.From.Missing && !r.To.Missing }

// SlopeRow is one line. Change is printed after the second value, where given.
type SlopeRow struct {
	Name     Text
	From, To Datum
	Change   Text
	Emphasis bool
}

// Heat is a table whose cells are shaded by their distance from Mid: rows are
// indicators, columns periods.
type Heat struct {
	Slots []Slot
	Rows  []Series
	Unit  Text
	Mid   float64 // where the shades turn: 0 for growth, 50 for a diffusion index
	Part  Part
}

func (*Spark) isChart()   {}
func (*Growth) isChart()  {}
func (*Ranked) isChart()  {}
func (*Targets) isChart() {}
func (*Implied) isChart() {}
func (*Lines) isChart()   {}
func (*Panels) isChart()  {}
func (*Stack) isChart()   {}
func (*Slope) isChart()   {}
func (*Heat) isChart()    {}
