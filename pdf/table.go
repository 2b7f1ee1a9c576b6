package pdf

import (
	"strings"

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
	small := style(fonts.Regular, smallSize)
	for _, n := range t.Notes {
		for _, s := range l.fitOrSplit(n, contentWidth) {
			notes.add(l.lines(small, s, contentWidth, false), smallSize, smallLead+0.5, secondary)
		}
	}
	if len(notes.rows) > 0 {
		boxes[len(boxes)-1].keep = true
		boxes = append(boxes, box{height: notes.height(), before: 4, paint: func(pg *page, y float64) { notes.paint(pg, marginSide, y, false) }})
	}
	return boxes
}

// splitColumns groups the columns into parts that fit the page, each led by
// the stub.
func (l *layout) splitColumns(t *briefing.Table) [][]int {
	const stubMin = 96.0
	var parts [][]int
	part, used := []int{0}, stubMin
	for c := 1; c < len(t.Columns); c++ {
		w := l.minimum(t, c) + cellGap
		if used+w > contentWidth && len(part) > 1 {
			parts = append(parts, part)
			part, used = []int{0}, stubMin
		}
		part, used = append(part, c), used+w
	}
	return append(parts, part)
}

// cellText is what a cell shows: one line of thought in each language, or a
// number once.
func (l *layout) cellText(c *briefing.TableCell) (first, second string) {
	first, second = l.lead(c.Text), l.answer(c.Text)
	if c.Number {
		second = ""
	}
	return first, second
}

func (l *layout) cellWidth(c *briefing.TableCell) float64 {
	first, second := l.cellText(c)
	w := l.set(style(fonts.Regular, bodySize), first).Width
	w = max(w, l.set(style(fonts.Regular, smallSize), second).Width)
	if c.Tone != briefing.Plain {
		w += toneIndent
	}
	return w + l.markWidth(c)
}

func (l *layout) markWidth(c *briefing.TableCell) float64 {
	if c.Mark == "" {
		return 0
	}
	return l.set(style(fonts.Regular, markSize), c.Mark).Width + 0.8
}

// minimum is the least width of a column: its longest number, or a few hanzi
// of its text.
func (l *layout) minimum(t *briefing.Table, c int) float64 {
	if !t.Columns[c].Numeric {
		return min(l.natural(t, c, wordsMin), 70)
	}
	return max(l.natural(t, c, wordsMin), l.headMinimum(&t.Columns[c]))
}

// natural is the width of the widest cell of a column; numbers count as they
// stand on their common decimal point, words among them up to a width.
func (l *layout) natural(t *briefing.Table, c int, words float64) float64 {
	w, whole := 0.0, 0.0
	for _, r := range t.Rows {
		if r.Group || c >= len(r.Cells) {
			continue
		}
		cell := &r.Cells[c]
		if c > 0 && t.Columns[c].Numeric && cell.Number {
			before, _ := cutNumber(l.lead(cell.Text))
			whole = max(whole, l.set(style(fonts.Regular, bodySize), before).Width)
			continue
		}
		cw := l.cellWidth(cell)
		switch {
		case c == 0:
			cw += float64(r.Level) * indentStep
		case t.Columns[c].Numeric:
			cw = min(cw, words) // words among numbers wrap
		}
		w = max(w, cw)
	}
	if whole > 0 {
		w = max(w, whole+l.fractionWidth(t, c))
	}
	return w
}

// headMinimum is the width of the longest word of a head.
func (l *layout) headMinimum(c *briefing.Column) float64 {
	w := 0.0
	for _, t := range []briefing.Text{c.Head, c.Unit} {
		for _, s := range []string{l.lead(t), l.answer(t)} {
			for _, word := range strings.Fields(s) {
				w = max(w, min(l.set(style(fonts.Medium, smallSize), word).Width, headCap))
			}
		}
	}
	return w
}

// headNatural is the width of a head set without breaks, within reason.
func (l *layout) headNatural(c *briefing.Column) float64 {
	w := 0.0
	for _, t := range []briefing.Text{c.Head, c.Unit} {
		w = max(w, l.set(style(fonts.Medium, smallSize), l.lead(t)).Width, l.set(style(fonts.Regular, smallSize), l.answer(t)).Width)
	}
	return min(w, headCap)
}

// measure gives the columns their widths: numbers what they need, the stub and
// other text the rest, and what then remains is shared out.
func (l *layout) measure(t *briefing.Table, cols []int) *tableGrid {
	g := &tableGrid{t: t, cols: cols, x: make([]float64, len(cols)), w: make([]float64, len(cols)), frac: make([]float64, len(cols))}
	room := contentWidth - cellGap*float64(len(cols)-1)
	var text []int
	for i, c := range cols {
		g.frac[i] = l.fractionWidth(t, c)
		if t.Columns[c].Numeric && i > 0 {
			g.w[i] = max(l.natural(t, c, wordsCap), l.headNatural(&t.Columns[c]))
			room -= g.w[i]
		} else {
			text = append(text, i)
		}
	}
	// Heads give way before the stub does.
	for i := len(cols) - 1; i > 0 && room < 90*float64(len(text)); i-- {
		if c := cols[i]; t.Columns[c].Numeric {
			least := l.minimum(t, c)
			room += g.w[i] - least
			g.w[i] = least
		}
	}
	want := 0.0
	for _, i := range text {
		g.w[i] = max(l.natural(t, cols[i], wordsCap), min(l.headNatural(&t.Columns[cols[i]]), headCap))
		want += g.w[i]
	}
	if want > room {
		l.shareRoom(g, text, room)
	} else {
		rest := room - want
		for i, c := range cols { // first back to those that gave way
			if t.Columns[c].Numeric && i > 0 {
				back := min(rest, max(0, max(l.natural(t, c, wordsCap), l.headNatural(&t.Columns[c]))-g.w[i]))
				g.w[i] += back
				rest -= back
			}
		}
		each := rest / float64(len(cols))
		for i := range g.w {
			g.w[i] += each
		}
	}
	x := marginSide
	for i := range g.w {
		g.x[i] = x
		x += g.w[i] + cellGap
	}
	for i, c := range cols {
		g.heads = append(g.heads, l.head(&t.Columns[c], g.w[i]))
	}
	return g
}

// shareRoom narrows the text columns to the room: those that want less than an
// even share keep what they want, the others share the rest as they wanted.
func (l *layout) shareRoom(g *tableGrid, text []int, room float64) {
	even := room / float64(len(text))
	rest, over := room, 0.0
	for _, i := range text {
		if g.w[i] <= even {
			rest -= g.w[i]
		} else {
			over += g.w[i]
		}
	}
	for _, i := range text {
		if g.w[i] > even {
			g.w[i] *= rest / over
		}
	}
}

// fractionWidth is the room that the longest fraction of a numeric column
// takes, the point and a status mark included.
func (l *layout) fractionWidth(t *briefing.Table, c int) float64 {
	w := 0.0
	for _, r := range t.Rows {
		if !r.Group && c < len(r.Cells) && r.Cells[c].Number {
			cell := &r.Cells[c]
			_, frac := cutNumber(l.lead(cell.Text))
			w = max(w, l.set(style(fonts.Regular, bodySize), frac).Width+l.markWidth(cell))
		}
	}
	return w
}

// cutNumber parts a number before its decimal point, or after its last digit.
func cutNumber(s string) (whole, frac string) {
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return s[:i], s[i:]
	}
	if i := strings.LastIndexAny(s, "0123456789"); i >= 0 {
		return s[:i+1], s[i+1:]
	}
	return s, ""
}

func (l *layout) head(c *briefing.Column, width float64) stack {
	var st stack
	add := func(w fonts.Weight, s string, col rgb) {
		if s != "" {
			st.add(l.lines(style(w, smallSize), s, width, false), smallSize, smallLead, col)
		}
	}
	add(fonts.Medium, l.lead(c.Head), ink)
	add(fonts.Regular, l.answer(c.Head), secondary)
	for _, s := range l.fitUnit(c.Unit, width) {
		add(fonts.Regular, s, secondary)
	}
	return st
}

func (l *layout) fitUnit(u briefing.Text, width float64) []string {
	if u.IsZero() {
		return nil
	}
	if l.answer(u) == "" {
		return []string{l.lead(u)}
	}
	one := u.ZH + " " + u.EN
	if l.set(style(fonts.Regular, smallSize), one).Width <= width {
		return []string{one}
	}
	return []string{u.ZH, u.EN}
}

// tableBoxes makes the boxes of one part: title, head, rows.
func (l *layout) tableBoxes(g *tableGrid, continued bool) []box {
	var boxes []box
	if title := l.own(g.t.Title); !title.IsZero() && !continued {
		b := l.subheading(title)
		b.before = 12
		boxes = append(boxes, b)
	}
	if !g.t.Description.IsZero() && !continued {
		var st stack
		for _, s := range l.fitOrSplit(g.t.Description, contentWidth) {
			st.add(l.lines(style(fonts.Regular, smallSize), s, contentWidth, false), smallSize, smallLead+0.5, secondary)
		}
		boxes = append(boxes, box{height: st.height() + 2, keep: true, paint: func(pg *page, y float64) { st.paint(pg, marginSide, y, false) }})
	}
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
		b.keep = b.keep || i == len(g.t.Rows)-2 // no row alone on a page
		boxes = append(boxes, b)
	}
	return boxes
}

func (l *layout) continuedBox(t *briefing.Table) box {
	small := style(fonts.Regular, smallSize)
	s := inline(briefing.Text{ZH: "续表", EN: "continued"}, l.lang)
	if !t.Title.IsZero() {
		s = inline(briefing.Text{ZH: t.Title.ZH + "（续表）", EN: t.Title.EN + " (continued)"}, l.lang)
	}
	lines := l.lines(small, s, contentWidth, false)
	var st stack
	st.add(lines, smallSize, smallLead+2, secondary)
	return box{height: st.height(), keep: true, paint: func(pg *page, y float64) { st.paint(pg, marginSide, y, false) }}
}

func (l *layout) headBox(g *tableGrid) box {
	h := 0.0
	for i := range g.heads {
		h = max(h, g.heads[i].height())
	}
	return box{height: h + 8, keep: true, paint: func(pg *page, y float64) {
		pg.rule(marginSide, y, contentWidth, 0.9, ink)
		for i := range g.heads {
			st := &g.heads[i]
			top := y + 4 + h - st.height()
			if g.right(i) {
				st.paint(pg, g.x[i]+g.w[i], top, true)
			} else {
				st.paint(pg, g.x[i], top, false)
			}
		}
		pg.rule(marginSide, y+h+8, contentWidth, 0.5, ink)
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
	})}, bodySize, bodyLead, ink)
	en := l.set(style(fonts.Regular, smallSize), l.answer(t))
	return box{height: bodyLead + 6, keep: true, paint: func(pg *page, y float64) {
		st.paint(pg, marginSide, y+4, false)
		pg.line(en, marginSide+st.width()+8, baseline(y+4, bodySize, bodyLead), secondary)
		pg.rule(marginSide, y+bodyLead+6, contentWidth, 0.4, hairline)
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
		col := ink
		if cell.Tone != briefing.Plain {
			col = toneColour(cell.Tone)
		}
		st := &cells[i]
		st.add(l.lines(style(fonts.Regular, bodySize), first, width, false), bodySize, 12.5, col)
		if second != "" {
			st.add(l.lines(style(fonts.Regular, smallSize), second, width, false), smallSize, smallLead, secondaryOf(col))
		}
		h = max(h, st.height())
	}
	return box{height: h + 2*cellPad, paint: func(pg *page, y float64) {
		for i, c := range g.cols {
			if c < len(r.Cells) {
				l.paintCell(pg, g, i, &r.Cells[c], &cells[i], r.Level, y+cellPad, h)
			}
		}
		col, weight := hairline, 0.4
		if last {
			col, weight = ink, 0.5
		}
		pg.rule(marginSide, y+h+2*cellPad, contentWidth, weight, col)
	}}
}

// paintMark sets a status mark as a superscript behind the first line of a cell
// that starts at x.
func (l *layout) paintMark(pg *page, cell *briefing.TableCell, x, top float64, st *stack) {
	if cell.Mark != "" && len(st.rows) > 0 {
		mark := l.set(style(fonts.Regular, markSize), cell.Mark)
		pg.line(mark, x+st.rows[0].line.Width+0.8, baseline(top, bodySize, 12.5)-2.8, secondary)
	}
}

// secondaryOf is the colour of the second language beside text of a colour.
func secondaryOf(col rgb) rgb {
	if col == ink {
		return secondary
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
			toneMark(pg, cell.Tone, x, top+6.25)
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
			toneMark(pg, cell.Tone, g.x[i]+g.w[i]-st.rows[0].line.Width-toneIndent, top+6.25)
		}
		st.paint(pg, g.x[i]+g.w[i], top, true)
	}
}
