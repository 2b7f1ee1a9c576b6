package sources

import (
	"fmt"
	"math"
)

// Sizes of the box of a comment in pixels, and of its writing at 9 points.
const (
	boxWidth    = 320
	boxMargin   = 16
	leastHeight = 60
	mostHeight  = 560
	lineHeight  = 17
	hanziWidth  = 12
	letterWidth = 6.5
	lastColumn  = 16384
	lastRow     = 1048576
	boxGapX     = 15 // from the cell
	boxGapY     = 4
	mostColumns = 40 // of hidden or narrow columns, and rows, that a box spans
)

// anchor places the box of a remark to the right of its cell: column, offset,
// row, offset of its upper left corner, and of its lower right one.
func (m *sheetMap) anchor(r remark) string {
	col := min(r.at.col, lastColumn-mostColumns) // from 0: the column behind the cell
	row := max(0, min(r.at.row-2, lastRow-mostColumns))
	right, dx := reach(col, boxGapX+boxWidth, m.colWidth)
	bottom, dy := reach(row, boxGapY+boxHeight(r), m.rowHeight)
	return fmt.Sprintf("%d, %d, %d, %d, %d, %d, %d, %d", col, boxGapX, row, boxGapY, right, dx, bottom, dy)
}

// reach is the column or row, from 0, in which a distance from the start of
// another ends, and how far in it.
func reach(from int, distance float64, size func(int) float64) (to, rest int) {
	for n := range mostColumns {
		s := size(from + n + 1)
		if distance < s {
			return from + n, int(distance)
		}
		distance -= s
	}
	return from + mostColumns - 1, 0
}

// boxHeight is about the height that the text of a remark needs.
func boxHeight(r remark) float64 {
	lines := 0.0
	for i, p := range r.paragraphs {
		if i > 0 {
			lines++
		}
		lines += textLines(p.head, boxWidth-boxMargin) + textLines(p.text, boxWidth-boxMargin)
	}
	return math.Max(leastHeight, math.Min(mostHeight, lines*lineHeight+boxMargin))
}

// textLines is about how many lines of a width a text fills at 9 points.
func textLines(s string, room float64) float64 {
	lines, width := 1.0, 0.0
	for _, c := range s {
		if c == '\n' {
			lines, width = lines+1, 0
			continue
		}
		w := letterWidth
		if c >= 0x2E80 {
			w = hanziWidth
		}
		if width += w; width > room {
			lines, width = lines+1, w
		}
	}
	return lines
}
