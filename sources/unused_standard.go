package sources

import "jianbao/internal/indicator"

// standardUnused accounts for the numbers of a standard workbook that are no
// figures: periods, years, decimals, and what stands outside of its columns.
func (w *workbook) standardUnused() []Unused {
	used := map[indicator.Cell]bool{}
	for i := range w.data.Series {
		for _, o := range w.data.Series[i].Observations {
			used[o.Cell] = true
			if o.Previous != nil {
				used[o.PreviousCell] = true
			}
		}
	}
	for _, t := range w.data.Targets {
		used[t.Cell] = true
	}
	a := &adopter{workbook: w}
	for _, s := range w.book.sheets {
		spec := specOf(s.name)
		t := &table{workbook: w, sheet: s, spec: spec}
		reason := "outside"
		if spec != nil {
			t.heads = spec.heads()
			reason = "setting"
		}
		if err := w.book.grid(s, func(g *gridRow) bool {
			for _, c := range g.cells {
				if c.kind == numberCell && !c.blank() && !c.unstored && !used[t.cellAt(c)] {
					a.explain(s.name, c.col, c.row, reason)
				}
			}
			return true
		}); err != nil {
			return nil
		}
	}
	return a.unused.list(w.file, w.book.sheets)
}
