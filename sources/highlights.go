package sources

import "jianbao/internal/indicator"

// readHighlights reads the points of text. A group that is left empty is that
// of the row above, as people write lists.
func (w *workbook) readHighlights(sheet bookSheet) {
	var group indicator.Text
	w.readTable(sheet, &highlightsSheet, func(r row) {
		t := r.table
		if own := r.printedPair(hlGroupZH, hlGroupEN); !own.IsZero() {
			group = own
		} else if group.IsZero() {
			r.need(hlGroupZH)
			return
		}
		h := indicator.Highlight{
			Group: group,
			Name:  r.printedPair(hlNameZH, hlNameEN),
			Point: r.printedPair(hlPointZH, hlPointEN),
		}
		if h.Point.IsZero() && h.Name.IsZero() {
			r.need(hlPointZH)
			return
		}
		c := r.get(hlPointZH)
		if c.blank() {
			c = r.get(hlPointEN)
		}
		if c.blank() {
			c = r.get(hlNameZH)
		}
		h.Cell = t.cellAt(c)
		if en := r.get(hlPointEN); !en.blank() {
			h.CellEN = t.cellAt(en)
		}
		w.data.Highlights = append(w.data.Highlights, h)
	})
}
