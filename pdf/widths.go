package pdf

import (
	"math"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// The widths of columns: each has what it must, then the room goes, step by step,
// to where it makes the table lowest.

const (
	wordsLeast  = 40.0 // least width of a column of words
	sampledRows = 120  // rows of a long table by which its columns are measured
	tie         = 0.2  // what a lower cell is worth in a row that stays as high
	headRows    = 2    // behind the cells of a column: its head, its unit
	loose       = 1.06 // of a text that is broken, for the ragged ends of its lines
)

// steps are the widths that a column may be given at once.
var steps = []float64{6, 12, 18, 24, 36, 54, 80, 120}

// measure gives the columns their widths.
func (l *layout) measure(t *briefing.Table, cols []int) *tableGrid {
	n := len(cols)
	g := &tableGrid{t: t, cols: cols, x: make([]float64, n), w: make([]float64, n), frac: make([]float64, n), hang: make([]float64, n)}
	room := l.sheet.content - cellGap*float64(n-1)
	for i, c := range cols {
		g.frac[i], g.hang[i] = l.fractionWidth(t, c), l.hanging(t, c)
		g.w[i] = l.least(t, c)
		room -= g.w[i]
	}
	if room < 0 { // one column is wider than the page
		g.w[0] = max(g.w[0]+room, 20)
	}
	room = l.widen(g, room)
	for i, c := range cols { // then heads and words on as few lines as may be
		want := l.headNatural(&t.Columns[c])
		if i > 0 && t.Columns[c].Numeric {
			want = max(want, l.natural(t, c, wordsCap))
		}
		if more := min(room, want-g.w[i]); more > 0 {
			g.w[i] += more
			room -= more
		}
	}
	each := max(room, 0) / float64(n)
	x := l.sheet.left
	for i, c := range cols {
		g.w[i] += each
		g.x[i] = x
		x += g.w[i] + cellGap
		g.heads = append(g.heads, l.head(&t.Columns[c], g.w[i]))
	}
	return g
}

// least is the width that a column has at least.
func (l *layout) least(t *briefing.Table, c int) float64 {
	if c == 0 {
		return min(l.natural(t, c, wordsMin), stubMin)
	}
	least := l.minimum(t, c)
	if t.Columns[c].Numeric {
		return least
	}
	w := wordsLeast
	for _, r := range t.Rows {
		if !r.Group && c < len(r.Cells) {
			w = max(w, l.unbroken(&r.Cells[c]))
		}
	}
	return min(w, least)
}

// hanging is the room for the marks of words in a column.
func (l *layout) hanging(t *briefing.Table, c int) float64 {
	w := 0.0
	for _, r := range t.Rows {
		if !r.Group && c < len(r.Cells) && !r.Cells[c].Number {
			w = max(w, l.markWidth(&r.Cells[c]))
		}
	}
	return w
}

// wrapping is a cell as far as its height depends on the width of its column: its
// texts on one line, and what stands beside them.
type wrapping struct{ first, second, beside float64 }

// height is about that of a cell in a column.
func (c *wrapping) height(width float64) float64 {
	width = max(width-c.beside, 1)
	return linesOf(c.first, width)*12.5 + linesOf(c.second, width)*smallLead
}

func linesOf(text, width float64) float64 {
	if text <= width {
		return min(math.Ceil(text), 1)
	}
	return math.Ceil(text * loose / width)
}

// widen gives columns of the room as long as that makes the table lower. It returns
// the room that is left.
func (l *layout) widen(g *tableGrid, room float64) float64 {
	cells := l.wrappings(g)
	n, rows := len(g.cols), len(cells[0])
	heights := make([][]float64, n)
	for i := range heights {
		heights[i] = make([]float64, rows)
	}
	top, next, of := make([]float64, rows), make([]float64, rows), make([]int, rows)
	for room >= steps[0] {
		for r := range rows { // the highest cell of each row, and the next
			top[r], next[r], of[r] = bodyLead, bodyLead, -1
			for i := range n {
				h := cells[i][r].height(g.w[i])
				heights[i][r] = h
				switch {
				case h > top[r]:
					top[r], next[r], of[r] = h, top[r], i
				case h > next[r]:
					next[r] = h
				}
			}
		}
		best, column, step := 0.0, 0, 0.0
		for i := range n {
			for _, by := range steps {
				if by > room {
					break
				}
				gain := 0.0
				for r := range rows {
					h := cells[i][r].height(g.w[i] + by)
					gain += tie * (heights[i][r] - h)
					if of[r] == i {
						gain += top[r] - max(h, next[r])
					}
				}
				if gain/by > best+1e-9 {
					best, column, step = gain/by, i, by
				}
			}
		}
		if step == 0 {
			break
		}
		g.w[column] += step
		room -= step
	}
	return room
}

// wrappings are the cells of each column, of rows here and there of a long table,
// the heads at last.
func (l *layout) wrappings(g *tableGrid) [][]wrapping {
	out := make([][]wrapping, len(g.cols))
	every := (len(g.t.Rows) + sampledRows - 1) / sampledRows
	small := style(fonts.Regular, smallSize)
	for i, c := range g.cols {
		for r := 0; r < len(g.t.Rows); r += every {
			row := &g.t.Rows[r]
			var w wrapping
			if !row.Group && c < len(row.Cells) && !row.Cells[c].Number {
				cell := &row.Cells[c]
				first, second := l.cellText(cell)
				w.first, w.second = l.set(style(fonts.Regular, bodySize), first).Width, l.set(small, second).Width
				w.beside = g.hang[i]
				if cell.Tone != briefing.Plain {
					w.beside += toneIndent
				}
				if i == 0 {
					w.beside += float64(row.Level) * indentStep
				}
			}
			out[i] = append(out[i], w)
		}
		head := &g.t.Columns[c]
		out[i] = append(out[i],
			wrapping{first: l.set(style(fonts.Medium, smallSize), l.lead(head.Head)).Width, second: l.set(small, l.answer(head.Head)).Width},
			wrapping{second: l.set(small, inline(head.Unit, l.lang)).Width})
	}
	return out
}
