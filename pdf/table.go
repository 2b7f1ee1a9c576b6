package pdf

import (
	"fmt"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
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
	heads []stack
	el    *element
}

// table lays out a table; one that is too wide is cut by columns, each part
// with the stub.
func (l *layout) table(t *briefing.Table) []box {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		return nil
	}
	var boxes []box
	for part, cols := range l.splitColumns(t) {
		g := l.measure(t, cols)
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
func (l *layout) tableBoxes(g *tableGrid, continued bool) []box {
	var boxes []box
	if title := l.own(g.t.Title); !title.IsZero() && !continued {
		b := l.subheading(title)
		b.before = 12
		b.opens = l.named(title)
		boxes = append(boxes, b)
	}
	if !g.t.Description.IsZero() && !continued {
		var st stack
		l.either(&st, g.t.Description, style(fonts.Regular, smallSize), l.sheet.content, smallLead+0.5, l.col.secondary)
		at := l.at
		boxes = append(boxes, box{height: st.height() + 2, keep: true, paint: func(pg *page, y float64) {
			pg.within(at, func() { st.paint(pg, pg.sheet.left, y, false) })
		}})
	}
	g.el = l.at.child("Table")
	head := l.headBox(g)
	boxes = append(boxes, head)
	again := []box{l.continuedBox(g.t), head}
	if continued {
		boxes = []box{l.continuedBox(g.t), head}
		boxes[0].before = 12
	}
	for i := range g.t.Rows {
		var b box
		if g.t.Rows[i].Group {
			b = l.groupRow(g, &g.t.Rows[i])
		} else {
			b = l.row(g, &g.t.Rows[i], i == len(g.t.Rows)-1)
		}
		if i > 0 {
			b.again = again
		}
		b.keep = b.keep || i == len(g.t.Rows)-2 || i == 0 && len(g.t.Rows) > 1 // no row alone on a page
		boxes = append(boxes, b)
	}
	return boxes
}

func (l *layout) continuedBox(t *briefing.Table) box {
	more := briefing.Text{ZH: "续表", EN: "continued"}
	if !t.Title.IsZero() {
		more = briefing.Text{ZH: t.Title.ZH + "（续表）", EN: t.Title.EN + " (continued)"}
	}
	var st stack
	l.either(&st, more, style(fonts.Regular, smallSize), l.sheet.content, smallLead+2, l.col.secondary)
	return box{height: st.height(), keep: true, paint: func(pg *page, y float64) {
		pg.decoration(func() { st.paint(pg, pg.sheet.left, y, false) })
	}}
}

func (l *layout) headBox(g *tableGrid) box {
	h := 0.0
	for i := range g.heads {
		h = max(h, g.heads[i].height())
	}
	row := g.el.child("TR")
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

func (l *layout) groupRow(g *tableGrid, r *briefing.Row) box {
	if len(r.Cells) == 0 {
		return box{}
	}
	var st stack
	t := r.Cells[0].Text
	st.add([]typeset.Line{typeset.SetSpans(l.fam, []typeset.Span{
		{Text: l.lead(t), Style: style(fonts.Bold, bodySize)},
	})}, bodySize, bodyLead, l.col.ink)
	en := l.set(style(fonts.Regular, smallSize), l.answer(t))
	cell := g.el.child("TR").child("TH")
	cell.attrs = fmt.Sprintf("<</O/Table/Scope/Row/ColSpan %d>>", len(g.cols))
	return box{height: bodyLead + 6, keep: true, paint: func(pg *page, y float64) {
		pg.within(cell, func() {
			st.paint(pg, pg.sheet.left, y+4, false)
			pg.said(languageOf(l.answer(t)), func() {
				pg.line(en, pg.sheet.left+st.width()+8, baseline(y+4, bodySize, bodyLead), l.col.secondary)
			})
		})
		pg.rule(pg.sheet.left, y+bodyLead+6, pg.sheet.content, 0.4, l.col.hairline)
	}}
}

// markSize is that of a status mark set as a superscript.
const markSize = 6.0

func (l *layout) row(g *tableGrid, r *briefing.Row, last bool) box {
	cells := make([]stack, len(g.cols))
	h := float64(bodyLead)
	for i, c := range g.cols {
		if c >= len(r.Cells) {
			continue
		}
		cell := &r.Cells[c]
		width := g.w[i]
		if i == 0 {
			width -= float64(r.Level) * indentStep
		}
		if cell.Tone != briefing.Plain {
			width -= toneIndent
		}
		if !cell.Number {
			width -= l.markWidth(cell)
		}
		first, second := l.cellText(cell)
		col := l.col.ink
		if cell.Tone != briefing.Plain {
			col = l.toneColour(cell.Tone)
		}
		st := &cells[i]
		st.add(l.lines(style(fonts.Regular, bodySize), first, width, false), bodySize, 12.5, col)
		if second != "" {
			st.add(l.lines(style(fonts.Regular, smallSize), second, width, false), smallSize, smallLead, l.secondaryOf(col))
		}
		h = max(h, st.height())
	}
	row := g.el.child("TR")
	return box{height: h + 2*cellPad, paint: func(pg *page, y float64) {
		for i, c := range g.cols {
			cell := row.child("TD")
			if i == 0 {
				cell.role, cell.attrs = "TH", "<</O/Table/Scope/Row>>"
			}
			pg.within(cell, func() {
				if c < len(r.Cells) {
					l.paintCell(pg, g, i, &r.Cells[c], &cells[i], r.Level, y+cellPad, h)
				}
			})
		}
		col, weight := l.col.hairline, 0.4
		if last {
			col, weight = l.col.ink, 0.5
		}
		pg.rule(pg.sheet.left, y+h+2*cellPad, pg.sheet.content, weight, col)
	}}
}

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

// paintCell sets one cell of a row of height h: text to the left, numbers on
// their decimal point, both in the middle of the row.
func (l *layout) paintCell(pg *page, g *tableGrid, i int, cell *briefing.TableCell, st *stack, level int, y, h float64) {
	top := y + (h-st.height())/2
	switch {
	case !g.right(i):
		l.paintMark(pg, cell, g.x[i]+float64(level)*indentStep, top, st)
		x := g.x[i]
		if i == 0 {
			x += float64(level) * indentStep
		}
		if cell.Tone != briefing.Plain {
			l.toneMark(pg, cell.Tone, x, top+6.25)
			x += toneIndent
		}
		st.paint(pg, x, top, false)
	case cell.Number && len(st.rows) == 1:
		whole, _ := cutNumber(l.lead(cell.Text))
		w := l.set(style(fonts.Regular, bodySize), whole).Width
		x := g.x[i] + g.w[i] - g.frac[i] - w
		st.paint(pg, x, top, false)
		l.paintMark(pg, cell, x, top, st)
	default:
		if cell.Tone != briefing.Plain && len(st.rows) > 0 {
			l.toneMark(pg, cell.Tone, g.x[i]+g.w[i]-st.rows[0].line.Width-toneIndent, top+6.25)
		}
		st.paint(pg, g.x[i]+g.w[i], top, true)
	}
}
