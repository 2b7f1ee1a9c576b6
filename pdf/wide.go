package pdf

import (
	"math"

	"jianbao/internal/briefing"
)

// A table whose columns do not stand side by side on an upright page is set on a
// page on its side, where they do. Otherwise it is cut by columns into parts of
// like width, each with the stub.

const (
	stubMin     = 96.0 // least width of the first column
	fewRows     = 10   // of a table that is cut rather than turned
	leastOnSide = 0.4  // of a page on its side, filled by a table that is turned, at least
)

// sheetOf is the sheet that a block stands on.
func (l *layout) sheetOf(b briefing.Block) *sheet {
	t, ok := b.(*briefing.Table)
	if !ok || len(t.Rows) <= fewRows {
		return l.upright
	}
	if l.side == nil {
		l.side = l.upright.turned()
	}
	defer func(s *sheet) { l.sheet = s }(l.sheet)
	if l.sheet = l.upright; len(l.splitColumns(t)) == 1 {
		return l.upright
	}
	if l.sheet = l.side; len(l.splitColumns(t)) == 1 && l.fillsPages(t) {
		return l.side
	}
	return l.upright
}

// fillsPages reports whether a table leaves none of its pages with a few rows.
func (l *layout) fillsPages(t *briefing.Table) bool {
	cols := make([]int, len(t.Columns))
	for c := range cols {
		cols[c] = c
	}
	g := l.measure(t, cols)
	cells := l.wrappings(g)
	height, n := 0.0, len(cells[0])-headRows
	for r := range n {
		h := float64(bodyLead)
		for i := range cells {
			h = max(h, cells[i][r].height(g.w[i]))
		}
		height += h + 2*cellPad
	}
	height *= float64(len(t.Rows)) / float64(n)
	room := l.sheet.body() - l.headBox(g).height - 2*headLead // with a title
	return math.Mod(height, room) >= leastOnSide*room
}

// splitColumns groups the columns into parts that fit the sheet, each led by the
// stub: as few as there can be, of widths as even as there can be.
func (l *layout) splitColumns(t *briefing.Table) [][]int {
	n := len(t.Columns) - 1
	widths := make([]float64, n)
	parts, used := 1, stubMin
	for c := range widths {
		widths[c] = l.least(t, c+1) + cellGap
		if used+widths[c] > l.sheet.content && used > stubMin {
			parts, used = parts+1, stubMin
		}
		used += widths[c]
	}
	var out [][]int
	at := 0
	for _, end := range evenly(widths, parts, l.sheet.content-stubMin) {
		part := []int{0}
		for ; at < end; at++ {
			part = append(part, at+1)
		}
		out = append(out, part)
	}
	return out
}

// evenly cuts a row of widths into parts, none wider than most but where it is of
// one, so that the sum of the squares of their widths is least. It returns where
// each ends.
func evenly(widths []float64, parts int, most float64) []int {
	n := len(widths)
	if parts <= 1 || n == 0 {
		return []int{n}
	}
	const never = 1e18
	cost := make([]float64, n+1) // of what is up to here, in the parts so far
	for i := range cost {
		cost[i] = never
	}
	cost[0] = 0
	from := make([][]int, parts)
	for p := range parts {
		from[p] = make([]int, n+1)
		next := make([]float64, n+1)
		for i := range next {
			next[i] = never
			w := 0.0
			for j := i - 1; j >= 0; j-- {
				if w += widths[j]; w > most && j < i-1 {
					break
				}
				if c := cost[j] + w*w; c < next[i] {
					next[i], from[p][i] = c, j
				}
			}
		}
		cost = next
	}
	ends := make([]int, parts)
	for p, end := parts-1, n; p >= 0; p-- {
		ends[p] = end
		end = from[p][end]
	}
	return ends
}

// span names the columns of a part of a table that is cut: from which to which.
func span(t *briefing.Table, cols []int) briefing.Text {
	if len(cols) < 2 {
		return briefing.Text{}
	}
	first, last := t.Columns[cols[1]].Head, t.Columns[cols[len(cols)-1]].Head
	if first == last {
		return first
	}
	join := func(a, between, b string) string {
		if a == "" || b == "" {
			return a + b
		}
		return a + between + b
	}
	return briefing.Text{ZH: join(first.ZH, " 至 ", last.ZH), EN: join(first.EN, " to ", last.EN)}
}

// continued is what stands above what goes on: a table, a part of one, a group.
func continued(title briefing.Text, word string, cols briefing.Text) briefing.Text {
	zh, en := word, "continued"
	if !cols.IsZero() {
		zh += "：" + orElse(cols.ZH, cols.EN)
		en += ": " + orElse(cols.EN, cols.ZH)
	}
	switch {
	case title.IsZero():
		return briefing.Text{ZH: zh, EN: en}
	case title.ZH == "":
		return briefing.Text{EN: title.EN + " (" + en + ")"}
	case title.EN == "":
		return briefing.Text{ZH: title.ZH + "（" + zh + "）"}
	}
	return briefing.Text{ZH: title.ZH + "（" + zh + "）", EN: title.EN + " (" + en + ")"}
}
