package pdf

import (
	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// row sets a row of a table. It is one box, never torn, unless it is higher than
// a page has room for: then it goes on between two lines.
func (l *layout) row(g *tableGrid, r *briefing.Row, last bool, room float64) []box {
	cells := make([]stack, len(g.cols))
	h := float64(bodyLead)
	for i, c := range g.cols {
		if c < len(r.Cells) {
			cells[i] = l.cell(g, r, i)
			h = max(h, cells[i].height())
		}
	}
	el := g.el.child("TR")
	if h+2*cellPad <= room {
		return []box{l.rowBox(g, r, cells, l.cellsOf(el, g), h, true, last)}
	}
	var boxes []box
	els := l.cellsOf(el, g)
	for rest := 1; rest > 0; {
		part := make([]stack, len(cells))
		h, rest = 0, 0
		for i := range cells {
			part[i] = cells[i].cut(max(room-2*cellPad, 2*numberLead))
			h = max(h, part[i].height())
			rest += len(cells[i].rows)
		}
		boxes = append(boxes, l.rowBox(g, r, part, els, h, len(boxes) == 0, last && rest == 0))
	}
	return boxes
}

// cellsOf are the elements of a row's cells.
func (l *layout) cellsOf(row *element, g *tableGrid) []*element {
	els := make([]*element, len(g.cols))
	for i := range els {
		els[i] = row.child("TD")
		if i == 0 {
			els[i].role, els[i].attrs = "TH", "<</O/Table/Scope/Row>>"
		}
	}
	return els
}

// cell sets what stands in column i of a row.
func (l *layout) cell(g *tableGrid, r *briefing.Row, i int) stack {
	cell := &r.Cells[g.cols[i]]
	width := g.w[i]
	if i == 0 {
		width -= float64(r.Level) * indentStep
	}
	if cell.Tone != briefing.Plain {
		width -= toneIndent
	}
	if !cell.Number {
		width -= g.hang[i]
	}
	first, second := l.cellText(cell)
	col := l.col.ink
	if cell.Tone != briefing.Plain {
		col = l.toneColour(cell.Tone)
	}
	var st stack
	st.add(l.lines(style(fonts.Regular, bodySize), first, width, false), bodySize, 12.5, col)
	if second != "" {
		st.add(l.lines(style(fonts.Regular, smallSize), second, width, false), smallSize, smallLead, l.secondaryOf(col))
	}
	return st
}

// cut takes off the lines that a height has room for.
func (s *stack) cut(height float64) stack {
	n, h := 0, 0.0
	for n < len(s.rows) && h+s.rows[n].lead <= height+0.01 {
		h += s.rows[n].lead
		n++
	}
	part := stack{rows: s.rows[:n:n]}
	s.rows = s.rows[n:]
	return part
}

// rowBox paints a row, or a part of one, with a line under it.
func (l *layout) rowBox(g *tableGrid, r *briefing.Row, cells []stack, els []*element, h float64, first, last bool) box {
	return box{height: h + 2*cellPad, paint: func(pg *page, y float64) {
		for i, c := range g.cols {
			pg.within(els[i], func() {
				if c < len(r.Cells) {
					l.paintCell(pg, g, r, i, &cells[i], first, y+cellPad, h)
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

// paintCell sets one cell of a row of height h: text to the left, numbers on
// their decimal point, both in the middle of the row.
func (l *layout) paintCell(pg *page, g *tableGrid, r *briefing.Row, i int, st *stack, first bool, y, h float64) {
	cell := &r.Cells[g.cols[i]]
	top := y + (h-st.height())/2
	if len(st.rows) == 0 {
		return
	}
	tone := func(x float64) {
		if first && cell.Tone != briefing.Plain {
			l.toneMark(pg, cell.Tone, x, top+6.25)
		}
	}
	mark := func(x float64) {
		if first {
			l.paintMark(pg, cell, x, top, st)
		}
	}
	switch {
	case !g.right(i):
		x := g.x[i]
		if i == 0 {
			x += float64(r.Level) * indentStep
		}
		if cell.Tone != briefing.Plain {
			tone(x)
			x += toneIndent
		}
		st.paint(pg, x, top, false)
		mark(x)
	case cell.Number && len(st.rows) == 1:
		whole, _ := cutNumber(l.lead(cell.Text))
		w := l.set(style(fonts.Regular, bodySize), whole).Width
		x := g.x[i] + g.w[i] - g.frac[i] - w
		st.paint(pg, x, top, false)
		mark(x)
	default:
		right := g.x[i] + g.w[i]
		if !cell.Number {
			right -= g.hang[i]
		}
		x := right - st.rows[0].line.Width
		tone(x - toneIndent)
		st.paint(pg, right, top, true)
		mark(x)
	}
}
