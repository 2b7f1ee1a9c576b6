package layout

import "jianbao/internal/indicator"

// Sheet is a sheet to be understood.
type Sheet struct {
	Name       string
	Around     Context // what is known from outside: the file's name, a profile
	Merges     []Merge
	HiddenCols map[int]bool
	Guides     []SheetGuide // what a profile says of the sheet
	Told       Context      // the period that the last title told: that of tables below that tell none

	// Emit takes the figures in the order of the sheet. Explain is told of each
	// cell that holds a number and is no figure, and why.
	Emit    func(*Fact)
	Explain func(c Cell, reason string)

	Tables []*Table
	Source string // that a line anywhere on the sheet names, also below its tables
}

// Fact is one figure with all that row, column and surroundings say of it.
type Fact struct {
	Table   *Table
	Item    *Item
	Area    string
	Period  indicator.Period
	Label   Label  // measure, comparison, prices, aspect, span, frequency
	Unit    string // as written, "" where nothing tells it
	Scale   int    // power of ten beside the unit
	Value   indicator.Decimal
	Status  indicator.Status
	Text    string // what the cell says, where it is more than a number
	Percent bool   // the cell shows a percentage
	Clash   bool   // the cell has a power of ten that the unit of its row has already
	Approx  bool   // the cell says that the figure is no exact one: 约160
	Sign    string // the mark that gave the sign, where it is one that means two things: ▲
	Cell    Cell
}

// Item is what a row or a column of a table stands for: an indicator.
type Item struct {
	Names   []string // from the general to the special
	Other   string   // in the other language
	Parent  *Item    // of which it is a part
	Partial bool     // the parts listed do not exhaust the parent: 其中
	Group   string
	Label   Label // what its text says besides the name
	Cell    Cell

	key   string
	depth int
}

// Read understands the rows, which must come in order.
func (s *Sheet) Read(rows func(visit func(*Row) bool) error) error {
	f := &finder{sheet: s, classes: map[string]*textClass{}}
	sp := newSpreader(s.Merges)
	err := rows(func(r *Row) bool {
		f.add(sp.spread(r))
		return true
	})
	f.finish()
	return err
}

// noteSource keeps the source that a row of one text names.
func (s *Sheet) noteSource(row *Row) {
	if s.Source != "" || filled(row) != 1 {
		return
	}
	for _, c := range row.Cells {
		if m := sourceLine.FindStringSubmatch(c.Text); m != nil && c.Kind == Text && !c.Spread {
			s.Source = m[1]
		}
	}
}

// explain says of all numbers in a row why they are not figures.
func (s *Sheet) explain(r *Row, reason string) {
	for _, c := range r.Cells {
		if !c.Spread && c.isNumeric() {
			s.Explain(c, reason)
		}
	}
}
