package layout

import (
	"sort"

	"jianbao/internal/indicator"
)

// Sheet is a sheet to be understood.
type Sheet struct {
	Name       string
	Around     Context // what is known from outside: the file's name, a profile
	Merges     []Merge
	HiddenCols map[int]bool
	Guides     []SheetGuide // what a profile says of the sheet

	// Emit takes the figures in the order of the sheet. Explain is told of each
	// cell that holds a number and is no figure, and why.
	Emit    func(*Fact)
	Explain func(c Cell, reason string)

	Tables []*Table
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
	f.close()
	for i := range f.pending {
		reason := "outside"
		if isNote(&f.pending[i]) || len(s.Tables) > 0 && filled(&f.pending[i]) == 1 {
			reason = "note"
		}
		s.explain(&f.pending[i], reason)
	}
	return err
}

// explain says of all numbers in a row why they are not figures.
func (s *Sheet) explain(r *Row, reason string) {
	for _, c := range r.Cells {
		if !c.Spread && c.isNumeric() {
			s.Explain(c, reason)
		}
	}
}

// maxSpread bounds the columns over which a merged cell is copied.
const maxSpread = 300

// spreader copies the first cell of a merged area to its other cells.
type spreader struct {
	merges []Merge // by top
	open   []openMerge
	row    Row
}

type openMerge struct {
	Merge
	cell Cell
}

func newSpreader(merges []Merge) *spreader {
	m := append([]Merge(nil), merges...)
	sort.SliceStable(m, func(i, j int) bool { return m[i].Top < m[j].Top })
	return &spreader{merges: m}
}

// spread returns the row with its merged cells filled; it is valid until the
// next call.
func (s *spreader) spread(r *Row) *Row {
	kept := s.open[:0]
	for _, m := range s.open {
		if m.Bottom >= r.Number {
			kept = append(kept, m)
		}
	}
	s.open = kept
	for len(s.merges) > 0 && s.merges[0].Top <= r.Number {
		m := s.merges[0]
		s.merges = s.merges[1:]
		if m.Top != r.Number || m.Right-m.Left > maxSpread && m.Bottom > m.Top {
			continue
		}
		for i := range r.Cells {
			if c := &r.Cells[i]; c.Col == m.Left && !c.Blank() {
				c.Across = m.Right > m.Left
				m.Right = min(m.Right, m.Left+maxSpread)
				s.open = append(s.open, openMerge{m, *c})
			}
		}
	}
	if len(s.open) == 0 {
		return r
	}
	s.row = Row{r.Number, r.Hidden, append(s.row.Cells[:0], r.Cells...)}
	for _, m := range s.open {
		for col := m.Left; col <= m.Right; col++ {
			if col == m.Left && r.Number == m.Top {
				continue
			}
			c := m.cell
			c.Col, c.Row, c.Spread = col, r.Number, true
			s.put(c)
		}
	}
	sort.SliceStable(s.row.Cells, func(i, j int) bool { return s.row.Cells[i].Col < s.row.Cells[j].Col })
	return &s.row
}

// put adds a cell unless something stands there.
func (s *spreader) put(c Cell) {
	for i := range s.row.Cells {
		if s.row.Cells[i].Col == c.Col {
			if s.row.Cells[i].Blank() {
				s.row.Cells[i] = c
			}
			return
		}
	}
	s.row.Cells = append(s.row.Cells, c)
}
