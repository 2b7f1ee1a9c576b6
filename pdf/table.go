package pdf

import (
	"fmt"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

const (
	cellGap    = 10.0 // between columns
	cellPad    = 2.5  // above and below the text of a row
	indentStep = 9.0  // of a sub-item
	headCap    = 64.0 // a head wraps rather than widen a column of numbers beyond this
	wordsCap   = 92.0 // words in a column of numbers wrap at this width
	wordsMin   = 56.0 // and at this where room is short
)

// tableGrid is a table, measured: the text of each cell and the place of each column.
type tableGrid struct {
	t     *briefing.Table
	cols  []int // columns of t shown, the stub first
	x, w  []float64
	frac  []float64 // of a numeric column: room right of the decimal point
	hang  []float64 // of a column: room right of words, for the marks of some
	heads []stack
	el    *element
	span  briefing.Text // of the columns, where there are others
}

// table lays out a table; one that is too wide is cut by columns, each part
// with the stub.
func (l *layout) table(t *briefing.Table) []box {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		return nil
	}
	var boxes []box
	parts := l.splitColumns(t)
	for part, cols := range parts {
		g := l.measure(t, cols)
		if len(parts) > 1 {
			g.span = span(t, cols)
		}
		boxes = append(boxes, l.tableBoxes(g, part > 0)...)
	}
	var notes stack
	for _, n := range t.Notes {
		l.either(&notes, n, style(fonts.Regular, smallSize), l.sheet.content, smallLead+0.5, l.col.secondary)
	}
	if len(notes.rows) > 0 {
		boxes[len(boxes)-1].keep = true
		el := l.at.child("Note")
		boxes = append(boxes, box{height: notes.height(), before: 4, paint: func(pg *page, y float64) {
			pg.within(el, func() { notes.paint(pg, pg.sheet.left, y, false) })
		}})
	}
	for i := range boxes {
		boxes[i].table = true
	}
	return boxes
}

// tableBoxes makes the boxes of one part: title, head, rows.
func (l *layout) tableBoxes(g *tableGrid, goesOn bool) []box {
	var boxes []box
	title := l.own(g.t.Title)
	if !title.IsZero() && !goesOn {
		b := l.subheading(title)
		b.before = 12
		b.opens = l.named(title)
		boxes = append(boxes, b)
	}
	if !g.t.Description.IsZero() && !goesOn {
		var st stack
		l.either(&st, g.t.Description, style(fonts.Regular, smallSize), l.sheet.content, smallLead+0.5, l.col.secondary)
		at := l.at
		boxes = append(boxes, box{height: st.height() + 2, keep: true, paint: func(pg *page, y float64) {
			pg.within(at, func() { st.paint(pg, pg.sheet.left, y, false) })
		}})
	}
	switch {
	case goesOn:
		boxes = append(boxes, l.small(l.goesOn(g)))
		boxes[0].before = 12
	case !g.span.IsZero():
		boxes = append(boxes, l.small(briefing.Text{ZH: "各列：" + orElse(g.span.ZH, g.span.EN), EN: "Columns: " + orElse(g.span.EN, g.span.ZH)}))
	}
	g.el = l.at.child("Table")
	head := l.headBox(g)
	boxes = append(boxes, head)
	if title.IsZero() && !goesOn && !l.under.IsZero() {
		boxes[0].again, boxes[0].titled = []box{l.subheading(l.under)}, true
	}
	return append(boxes, l.rowBoxes(g, head)...)
}

// What a page costs that ends where a table has hardly begun, or a group in it, or
// where a row of a group is left over.
const (
	costBegun      = 30.0
	costGroupBegun = 8.0
	costLeftOver   = 4.0
)

// rowBoxes makes the boxes of the rows. Where a page starts among them, the head
// stands above them once more, and that of their group.
func (l *layout) rowBoxes(g *tableGrid, head box) []box {
	var boxes []box
	rows := g.t.Rows
	top := []box{l.small(l.goesOn(g)), head}
	again := top
	seen, inGroup := 0, 0
	for i := range rows {
		var row []box
		if rows[i].Group {
			again, inGroup = top, 0
			row = []box{l.groupRow(g, &rows[i], false)}
		} else {
			row = l.row(g, &rows[i], i == len(rows)-1, l.sheet.body()-stackHeight(again))
		}
		for k := range row {
			if i+k > 0 {
				row[k].again = again
			}
		}
		if b := &row[len(row)-1]; rows[i].Group {
			again = append(top[:2:2], l.groupRow(g, &rows[i], true))
		} else {
			b.keep = b.keep || i == len(rows)-2 || seen == 0 && len(rows) > 1 // no row alone on a page
			if seen == 1 {
				b.weak = costBegun
			} else if ends := i+2 >= len(rows) || rows[i+2].Group; len(again) > 2 && i+1 < len(rows) && !rows[i+1].Group {
				switch {
				case inGroup == 0:
					b.weak = costGroupBegun
				case ends:
					b.weak = costLeftOver
				}
			}
			seen++
			inGroup++
		}
		boxes = append(boxes, row...)
	}
	return boxes
}

// goesOn is what stands above a table where it goes on.
func (l *layout) goesOn(g *tableGrid) briefing.Text {
	title := g.t.Title
	if title.IsZero() {
		title = l.under
	}
	return continued(title, "续表", g.span)
}

// small is a line in small print that stays with what follows.
func (l *layout) small(t briefing.Text) box {
	var st stack
	l.either(&st, t, style(fonts.Regular, smallSize), l.sheet.content, smallLead+2, l.col.secondary)
	at := l.at
	return box{height: st.height(), keep: true, paint: func(pg *page, y float64) {
		if pg.top() == artifact {
			st.paint(pg, pg.sheet.left, y, false)
			return
		}
		pg.within(at, func() { st.paint(pg, pg.sheet.left, y, false) })
	}}
}

func (l *layout) headBox(g *tableGrid) box {
	h := 0.0
	for i := range g.heads {
		h = max(h, g.heads[i].height())
	}
	row := artifact
	if g.el != nil {
		row = g.el.child("TR")
	}
	return box{height: h + 8, keep: true, paint: func(pg *page, y float64) {
		pg.rule(pg.sheet.left, y, pg.sheet.content, 0.9, l.col.ink)
		for i := range g.heads {
			st := &g.heads[i]
			top := y + 4 + h - st.height()
			cell := row.child("TH")
			cell.attrs = "<</O/Table/Scope/Column>>"
			if pg.top() == artifact {
				cell = artifact
			}
			pg.within(cell, func() {
				if g.right(i) {
					st.paint(pg, g.x[i]+g.w[i], top, true)
				} else {
					st.paint(pg, g.x[i], top, false)
				}
			})
		}
		pg.rule(pg.sheet.left, y+h+8, pg.sheet.content, 0.5, l.col.ink)
	}}
}

// right reports whether column i is set from its right edge.
func (g *tableGrid) right(i int) bool { return i > 0 && g.t.Columns[g.cols[i]].Numeric }

// groupRow heads the rows after it: both languages on one line where they fit. It
// says so where the group goes on from the page before.
func (l *layout) groupRow(g *tableGrid, r *briefing.Row, goesOn bool) box {
	if len(r.Cells) == 0 {
		return box{}
	}
	const gap = 8
	t, width := r.Cells[0].Text, l.sheet.content
	if goesOn {
		t = continued(t, "续", briefing.Text{})
	}
	var first, second stack
	first.add(l.lines(style(fonts.Bold, bodySize), l.lead(t), width, false), bodySize, bodyLead, l.col.ink)
	second.add(l.lines(style(fonts.Regular, smallSize), l.answer(t), width, false), smallSize, bodyLead, l.col.secondary)
	height, right, down := first.height(), first.width()+gap, 0.0
	if len(second.rows) > 0 && (len(first.rows) > 1 || right+second.width() > width) {
		right, down = 0, height
		height += second.height()
	}
	cell := artifact
	if !goesOn {
		cell = g.el.child("TR").child("TH")
		cell.attrs = fmt.Sprintf("<</O/Table/Scope/Row/ColSpan %d>>", len(g.cols))
	}
	return box{height: height + 6, keep: true, paint: func(pg *page, y float64) {
		pg.within(cell, func() {
			first.paint(pg, pg.sheet.left, y+4, false)
			second.paint(pg, pg.sheet.left+right, y+4+down, false)
		})
		pg.rule(pg.sheet.left, y+height+6, pg.sheet.content, 0.4, l.col.hairline)
	}}
}

// markSize is that of a status mark set as a superscript.
const markSize = 6.0

// paintMark sets a status mark as a superscript behind the first line of a cell
// that starts at x.
func (l *layout) paintMark(pg *page, cell *briefing.TableCell, x, top float64, st *stack) {
	if cell.Mark != "" && len(st.rows) > 0 {
		mark := l.set(style(fonts.Regular, markSize), cell.Mark)
		pg.line(mark, x+st.rows[0].line.Width+0.8, baseline(top, bodySize, 12.5)-2.8, l.col.secondary)
	}
}

// secondaryOf is the colour of the second language beside text of a colour.
func (l *layout) secondaryOf(col rgb) rgb {
	if col == l.col.ink {
		return l.col.secondary
	}
	return col
}
