package layout

import (
	"cmp"
	"slices"
)

// maxSpread bounds the columns over which a merged cell is copied.
const maxSpread = 300

// spreader copies the first cell of a merged area to its other cells.
type spreader struct {
	merges []Merge     // by top
	open   []openMerge // by left; no two share a column
	bottom map[int]int // by column, where its open area ends
	row    Row
}

type openMerge struct {
	Merge
	cell Cell
}

func newSpreader(merges []Merge) *spreader {
	m := slices.Clone(merges)
	slices.SortStableFunc(m, func(a, b Merge) int { return cmp.Compare(a.Top, b.Top) })
	return &spreader{merges: m, bottom: map[int]int{}}
}

// spread returns the row with its merged cells filled; it is valid until the
// next call.
func (s *spreader) spread(r *Row) *Row {
	s.open = slices.DeleteFunc(s.open, func(m openMerge) bool { return m.Bottom < r.Number })
	before := len(s.open)
	for len(s.merges) > 0 && s.merges[0].Top <= r.Number {
		s.begin(s.merges[0], r)
		s.merges = s.merges[1:]
	}
	if len(s.open) == 0 {
		return r
	}
	if len(s.open) > before {
		slices.SortFunc(s.open, func(a, b openMerge) int { return cmp.Compare(a.Left, b.Left) })
	}
	s.row = Row{r.Number, r.Hidden, s.row.Cells[:0]}
	cells := r.Cells
	for _, m := range s.open {
		for col := m.Left; col <= m.Right; col++ {
			for len(cells) > 0 && cells[0].Col < col {
				s.row.Cells = append(s.row.Cells, cells[0])
				cells = cells[1:]
			}
			if len(cells) > 0 && cells[0].Col == col && !cells[0].Blank() {
				continue // what stands there stays
			}
			c := m.cell
			c.Col, c.Row, c.Spread = col, r.Number, true
			s.row.Cells = append(s.row.Cells, c)
			if len(cells) > 0 && cells[0].Col == col {
				cells = cells[1:]
			}
		}
	}
	s.row.Cells = append(s.row.Cells, cells...)
	return &s.row
}

// begin opens a merged area that starts in a row, if its first cell says
// something. Of areas that overlap, which no spreadsheet program makes, the
// first is taken.
func (s *spreader) begin(m Merge, r *Row) {
	if m.Top != r.Number || m.Right-m.Left > maxSpread && m.Bottom > m.Top {
		return
	}
	first := r.At(m.Left)
	if first.Blank() {
		return
	}
	across := m.Right > m.Left
	m.Right = min(m.Right, m.Left+maxSpread)
	for col := m.Left; col <= m.Right; col++ {
		if s.bottom[col] >= m.Top {
			return
		}
	}
	for col := m.Left; col <= m.Right; col++ {
		s.bottom[col] = m.Bottom
	}
	i, _ := slices.BinarySearchFunc(r.Cells, m.Left, func(c Cell, col int) int { return c.Col - col })
	r.Cells[i].Across, first.Across = across, across
	s.open = append(s.open, openMerge{m, first})
}
