package typeset

import (
	"math"
	"strings"
	"unicode/utf8"

	"jianbao/fonts"
)

// Set sets s as one line, however long.
func Set(fam *fonts.Family, st Style, s string) Line {
	return SetSpans(fam, []Span{{Text: s, Style: st}})
}

// SetSpans sets runs of several styles as one line, however long.
func SetSpans(fam *fonts.Family, spans []Span) Line {
	items := itemize(fam, spans)
	defer release(items)
	return makeLine(items, spans, 0)
}

// Width is the width of s set as one line, in points.
func Width(fam *fonts.Family, st Style, s string) float64 {
	items := itemize(fam, []Span{{Text: s, Style: st}})
	defer release(items)
	return naturalWidth(items)
}

// Break sets spans as lines no wider than width (in points), choosing the
// breaks of the whole paragraph together so that no line is much looser than
// the others. A line feed in the text ends a line. A word wider than the
// measure is cut where it must be.
func Break(fam *fonts.Family, spans []Span, width float64, opt Options) []Line {
	var lines []Line
	for _, para := range splitParagraphs(spans) {
		items := itemize(fam, para)
		if len(items) == 0 {
			lines = append(lines, Line{})
			continue
		}
		cutLongWords(items, width)
		rows := cut(items, chooseBreaks(items, width))
		justify := opt.Justify && justifiable(rows, para, width)
		for n, row := range rows {
			fill := 0.0
			if justify && n+1 < len(rows) {
				fill = width
			}
			lines = append(lines, makeLine(row, para, fill))
		}
		release(items)
	}
	return lines
}

// cut parts items into lines that start at starts.
func cut(items []item, starts []int) [][]item {
	rows := make([][]item, len(starts))
	for n, from := range starts {
		to := len(items)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		rows[n] = trim(items[from:to])
	}
	return rows
}

// maxStretch is how far justification opens one place, in ems. Beyond a tenth,
// readers of the file take the air between two hanzi for a space.
const maxStretch = 0.095

// justifiable reports whether every line but the last can be stretched to the
// width without holes. A paragraph with one that cannot, as happens when
// numbers with their units are long for the measure, is set ragged throughout
// rather than now one way, now the other.
func justifiable(rows [][]item, spans []Span, width float64) bool {
	for _, row := range rows[:len(rows)-1] {
		if stretchFor(row, width) > maxStretch*spans[0].Size {
			return false
		}
	}
	return true
}

// stretchFor is how far each place of a line opens for it to fill the width.
func stretchFor(row []item, width float64) float64 {
	places := 0
	for i, it := range row {
		if i > 0 && it.stretch {
			places++
		}
	}
	need := width - naturalWidth(row)
	switch {
	case need <= 0:
		return 0
	case places == 0:
		return math.Inf(1)
	}
	return need / float64(places)
}

// splitParagraphs cuts spans at line feeds.
func splitParagraphs(spans []Span) [][]Span {
	paras := [][]Span{nil}
	for _, s := range spans {
		for n, part := range strings.Split(s.Text, "\n") {
			if n > 0 {
				paras = append(paras, nil)
			}
			s.Text = part
			paras[len(paras)-1] = append(paras[len(paras)-1], s)
		}
	}
	return paras
}

// cutLongWords allows breaks anywhere inside what would not fit a line.
func cutLongWords(items []item, width float64) {
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && !items[to].breaks {
			to++
		}
		if naturalWidth(trim(items[from:to])) > width {
			for k := from + 1; k < to; k++ {
				items[k].breaks = items[k].class != space
			}
		}
		from = to
	}
}

// trim drops the spaces at both ends of a line.
func trim(items []item) []item {
	for len(items) > 0 && items[0].class == space {
		items = items[1:]
	}
	for len(items) > 0 && items[len(items)-1].class == space {
		items = items[:len(items)-1]
	}
	return items
}

func naturalWidth(items []item) float64 {
	if len(items) == 0 {
		return 0
	}
	w := -items[0].atStart - items[0].gap
	for _, it := range items {
		w += it.width + it.gap
	}
	if len(items) > 1 || items[0].atStart == 0 {
		w -= items[len(items)-1].atEnd
	}
	return w
}

// chooseBreaks returns the first item of each line: the breaks with the least
// sum of squared slack, where a last line of one hanzi (孤字) or one short word
// costs extra.
func chooseBreaks(items []item, width float64) []int {
	n := len(items)
	places := []int{0}
	for i := 1; i < n; i++ {
		if items[i].breaks {
			places = append(places, i)
		}
	}
	places = append(places, n)
	cost := make([]float64, len(places))
	from := make([]int, len(places))
	for b := 1; b < len(places); b++ {
		cost[b] = math.Inf(1)
		for a := b - 1; a >= 0; a-- {
			line := trim(items[places[a]:places[b]])
			w := naturalWidth(line)
			if w > width+1e-6 && a < b-1 {
				break
			}
			slack := max(0, width-w) / width
			c := cost[a] + slack*slack + 0.01 // fewer lines before looser ones
			if b == len(places)-1 {
				c = cost[a]
				if a > 0 && (len(line) <= 2 || w < 0.08*width) {
					c += 0.5
				}
			}
			if c < cost[b] {
				cost[b], from[b] = c, a
			}
		}
	}
	var starts []int
	for b := len(places) - 1; b > 0; b = from[b] {
		starts = append(starts, places[from[b]])
	}
	for i, j := 0, len(starts)-1; i < j; i, j = i+1, j-1 {
		starts[i], starts[j] = starts[j], starts[i]
	}
	return starts
}

// makeLine places the items of one line; with fill > 0 it is stretched to that
// width.
func makeLine(items []item, spans []Span, fill float64) Line {
	if len(items) == 0 {
		return Line{}
	}
	natural := naturalWidth(items)
	add := 0.0
	if fill > natural {
		add = stretchFor(items, fill)
	}
	line := Line{Width: natural}
	if add > 0 {
		line.Width = fill
	}
	x, end := -items[0].atStart-items[0].gap, math.Inf(-1)
	run := make([]byte, 0, 4*len(items)) // the text of the piece under way
	finish := func() {
		if n := len(line.Pieces); n > 0 {
			line.Pieces[n-1].Text = string(run)
			run = run[:0]
		}
	}
	for i := range items {
		it, s := &items[i], &spans[items[i].span]
		x += it.gap
		if i > 0 && it.stretch {
			x += add
		}
		at := x + it.shift
		if !continues(line.Pieces, it, s, at-end) {
			finish()
			line.Pieces = append(line.Pieces, Piece{Face: it.face, X: at, Style: s.Style, Rise: s.Rise, Tag: s.Tag})
		}
		run = utf8.AppendRune(run, it.r)
		end = at + it.advance
		x += it.width
	}
	finish()
	return line
}

// continues reports whether an item goes on with the last piece: in the same
// face and style, and right behind it.
func continues(pieces []Piece, it *item, s *Span, distance float64) bool {
	if len(pieces) == 0 || math.Abs(distance) > 1e-6 {
		return false
	}
	p := &pieces[len(pieces)-1]
	return p.Face == it.face && p.Style == s.Style && p.Rise == s.Rise && p.Tag == s.Tag
}
