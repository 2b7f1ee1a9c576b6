package indicator

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Decimal is an exact decimal number. Values are decimals as entered; they are
// rounded only for display, half away from zero.
type Decimal = decimal.Decimal

// Text is a name or a sentence in both languages; what is missing is "".
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// IsZero reports whether the text is empty in both languages.
func (t Text) IsZero() bool { return t.ZH == "" && t.EN == "" }

// Cell is the place of a value or text in its source: the file's base name,
// the sheet and the A1 address.
type Cell struct{ File, Sheet, Addr string }

// String is Sheet!A1, or less where less is known.
func (c Cell) String() string {
	switch {
	case c.Sheet == "":
		return ""
	case c.Addr == "":
		return c.Sheet
	}
	return c.Sheet + "!" + c.Addr
}

// Less orders cells by file, sheet, row and column.
func (c Cell) Less(d Cell) bool {
	if c.File != d.File {
		return c.File < d.File
	}
	if c.Sheet != d.Sheet {
		return c.Sheet < d.Sheet
	}
	if (c.Addr == "") != (d.Addr == "") {
		return d.Addr == "" // what concerns a sheet comes after its cells
	}
	cc, cr := splitAddr(c.Addr)
	dc, dr := splitAddr(d.Addr)
	if len(cr) != len(dr) {
		return len(cr) < len(dr)
	}
	if cr != dr {
		return cr < dr
	}
	if len(cc) != len(dc) {
		return len(cc) < len(dc)
	}
	return cc < dc
}

// splitAddr cuts an A1 address into its letters and its digits.
func splitAddr(a string) (col, row string) {
	i := strings.IndexAny(a, "0123456789")
	if i < 0 {
		return a, ""
	}
	return a[:i], a[i:]
}

// Status is what a source says of a value beside the number.
type Status string

const (
	Normal       Status = ""
	Preliminary  Status = "p"
	Revised      Status = "r"
	Estimated    Status = "e"
	NotAvailable Status = "na"             // no value: blank, -, …, n/a
	NotApplies   Status = "not-applicable" // no value can exist: x
	Confidential Status = "confidential"   // a value exists and is withheld: #, (c)
)

// HasValue reports whether an observation of this status carries a number.
func (s Status) HasValue() bool {
	return s != NotAvailable && s != NotApplies && s != Confidential
}

// Observation is one value of a series. Value is meaningless unless
// Status.HasValue(). Previous is the figure published earlier, where the source
// gives it beside a revised one. Compared says that it was found to be revised
// by comparing with an earlier dataset, not marked by the source.
type Observation struct {
	Period       Period
	Value        Decimal
	Status       Status
	Cell         Cell
	Previous     *Decimal
	PreviousCell Cell
	Compared     bool
}

// markedRevised reports a figure that the source marks as revised.
func (o Observation) markedRevised() bool { return o.Status == Revised && !o.Compared }

// Measure is what the numbers of a series are.
type Measure string

const (
	Level  Measure = "level"
	Growth Measure = "growth" // percent change, see Series.Compare and Series.Of
	Index  Measure = "index"  // base = 100
	Share  Measure = "share"  // percent of a whole
	Rate   Measure = "rate"   // percent, or per mille, of something else
)

// Basis tells whether a value belongs to a span of time or to its end.
type Basis string

const (
	Flow  Basis = "flow"
	Stock Basis = "stock"
)

// Compare is the base of a growth rate.
type Compare string

const (
	YearOnYear Compare = "yoy"
	OnPrevious Compare = "mom"
	NoCompare  Compare = ""
)

// Prices is the basis of valuation of a growth rate.
type Prices string

const (
	Real          Prices = "real"    // comparable prices, 可比价: cannot be computed from nominal levels
	Nominal       Prices = "nominal" // current prices, 现价
	UnknownPrices Prices = "unknown"
)

// Direction is which way a reader hopes that an indicator moves.
type Direction string

const (
	UpIsGood   Direction = "up"
	DownIsGood Direction = "down"
	Neutral    Direction = "neutral"
)

// Series is one indicator under one measure. A growth series names the level
// series it belongs to in Of and carries Compare and Prices; a level series
// carries in Prices the basis on which its growth is published.
type Series struct {
	ID           string
	OwnID        bool // the source gives the id, so that it outlives a change of name
	Name         Text
	Short        Text // for charts and tiles; empty means Name
	Unit         Unit
	Measure      Measure
	Basis        Basis
	Direction    Direction
	Group        Text
	Decimals     int // digits after the point when shown; -1: as entered
	Note         Text
	Of           string
	Parent       string // the series of which this one is a part; "" where it is none
	Partial      bool   // the parts of Parent listed with it do not exhaust it: 其中, of which
	Compare      Compare
	Prices       Prices
	Cell         Cell          // where the indicator is defined
	Observations []Observation // ascending by Period.To, then by Period.From; one for each period
}

// Label is the short name where there is one.
func (s *Series) Label() Text {
	t := s.Name
	if s.Short.ZH != "" {
		t.ZH = s.Short.ZH
	}
	if s.Short.EN != "" {
		t.EN = s.Short.EN
	}
	return t
}

// AddsUp reports whether the figures of the series are amounts that add up over
// a year. Averages and prices per unit do not; income per person does.
func (s *Series) AddsUp() bool {
	if s.Measure != Level || s.Basis == Stock {
		return false
	}
	switch s.Unit.Base {
	case "percent", "permille", "point", "index", "ratio", "year", "score":
		return false
	case "CNY/person":
		return true
	case "":
		return !strings.ContainsAny(s.Unit.Text.ZH+s.Unit.Text.EN, "/／")
	}
	return !strings.Contains(s.Unit.Base, "/")
}

// IndexBase is what an index whose unit names its base compares with: the year
// before (上年同月=100) or the period before (上月=100); NoCompare for others.
func (s *Series) IndexBase() Compare {
	u := s.Unit.Text.ZH + strings.ToLower(s.Unit.Text.EN)
	switch {
	case s.Measure != Index || !strings.ContainsAny(u, "=＝"):
		return NoCompare
	case strings.Contains(u, "上年"), strings.Contains(u, "previous year"), strings.Contains(u, "year earlier"):
		return YearOnYear
	case strings.Contains(u, "上月"), strings.Contains(u, "上季"), strings.Contains(u, "previous month"), strings.Contains(u, "previous quarter"):
		return OnPrevious
	}
	return NoCompare
}

// Info is what the source says of the briefing as a whole.
type Info struct {
	Title        Text
	Issuer       Text
	Area         Text
	Period       Period // the reporting period; zero where not given
	Release      string // ISO date, 2023-02-11; "" where not given
	Source       Text
	Contact      Text
	Headline     Text
	Illustrative bool // figures are invented: said on cover and footer
}

// Highlight is a point of text that belongs to a group of points: a theme of
// the year, a measure taken. Name is what the point is about, "" where it has
// no name of its own.
type Highlight struct {
	Group  Text
	Name   Text
	Point  Text
	Cell   Cell // of the Chinese point
	CellEN Cell // of the English one
}

// Sentence is the office's own wording for a place of the briefing: it stands
// there in place of what would be generated. Place is "headline", the id of an
// indicator (the account of it in the text) or of a section (its title).
type Sentence struct {
	Place  string
	Text   Text
	Cell   Cell // of the Chinese text
	CellEN Cell // of the English one
}

// Located is a text that will be printed, with its place in the source.
type Located struct {
	Cell Cell
	Text string
}

// Dataset is all that one source says. Strings holds every text read from it
// that may reach a page, so that each can be checked against the fonts.
type Dataset struct {
	File       string // base name
	Info       Info
	Series     []Series
	Targets    []Target
	Highlights []Highlight
	Sentences  []Sentence
	Strings    []Located
}

// Find returns the series of that id, or nil.
func (d *Dataset) Find(id string) *Series {
	for i := range d.Series {
		if d.Series[i].ID == id {
			return &d.Series[i]
		}
	}
	return nil
}

// GrowthOf returns the growth series that belongs to the level series id on
// the given comparison, or nil.
func (d *Dataset) GrowthOf(id string, c Compare) *Series {
	for i := range d.Series {
		if s := &d.Series[i]; s.Measure == Growth && s.Of == id && s.Compare == c {
			return s
		}
	}
	return nil
}
