package pdf

import (
	"fmt"

	"gonum.org/v1/plot/vg"

	"jianbao/charts"
	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// chart draws c with its top left corner at x, y.
func (l *layout) chart(pg *page, c briefing.Chart, x, y, w, h float64) {
	cv := newCanvas(pg, l.fam)
	rect := vg.Rectangle{
		Min: vg.Point{X: vg.Length(x), Y: vg.Length(pg.height() - y - h)},
		Max: vg.Point{X: vg.Length(x + w), Y: vg.Length(pg.height() - y)},
	}
	err := charts.Draw(cv, rect, c, l.chartOptions())
	if err == nil {
		err = cv.err
	}
	if err != nil && l.err == nil {
		l.err = fmt.Errorf("chart %T: %w", c, err)
	}
}

func (l *layout) chartOptions() charts.Options {
	return charts.Options{Lang: l.lang, Fonts: l.fam, Theme: l.theme}
}

// caption is what stands above a chart: the finding, then what is drawn.
func (l *layout) caption(f *briefing.Figure, width float64, large bool) stack {
	var st stack
	size, leading := float64(bodySize), 13.0
	if large {
		size, leading = headSize, headLead
	}
	st.add(l.lines(style(fonts.Bold, size), l.lead(l.own(f.Title)), width, false), size, leading, l.col.ink)
	if s := l.answer(l.own(f.Title)); s != "" {
		if large {
			st.add(l.lines(style(fonts.Regular, bodySize), s, width, false), bodySize, bodyLead, l.col.secondary)
		} else {
			st.add(l.lines(style(fonts.Regular, smallSize), s, width, false), smallSize, smallLead, l.col.secondary)
		}
	}
	if !f.Description.IsZero() {
		l.either(&st, f.Description, style(fonts.Regular, smallSize), width, smallLead+0.5, l.col.secondary)
	}
	return st
}

// wholeFigure is a figure across the page, measured.
type wholeFigure struct {
	*briefing.Figure
	caption, again, note stack
	opens                []anchor
	floats               bool
	part                 *element
}

const captionGap = 6.0

// figure is a chart across the page with its caption and note: one box, since
// a figure never leaves its caption.
func (l *layout) figure(f *briefing.Figure) ([]box, error) {
	w := wholeFigure{Figure: f, caption: l.caption(f, l.sheet.content, true), again: l.continued(f), opens: l.named(f.Title), part: l.at.child("Div")}
	l.either(&w.note, f.Note, style(fonts.Regular, smallSize), l.sheet.content, smallLead, l.col.secondary)
	w.floats = len(w.caption.rows) > 0 && !l.titled(f)
	room := l.sheet.body() - w.caption.height() - captionGap - w.note.height()
	shown := []briefing.Chart{f.Chart}
	if l.across(f.Chart) > room {
		shown = l.cut(f.Chart, room-under, room)
	}
	boxes := l.figureParts(&w, shown)
	if sh := l.sheet; mayBeCut(f.Chart) {
		boxes[0].parts = len(boxes)
		boxes[0].cut = func(first float64) []box {
			defer func(s *sheet) { l.sheet = s }(l.sheet)
			l.sheet = sh
			first -= w.caption.height() + captionGap
			if part := partOf(f.Chart, briefing.Part{End: fewestRows}); l.across(part) > first {
				return nil
			}
			if parts := l.cut(f.Chart, first, room); len(parts) <= len(shown)+1 {
				return l.figureParts(&w, parts)
			}
			return nil
		}
	}
	return boxes, nil
}

// across is the height of a chart across the page.
func (l *layout) across(c briefing.Chart) float64 {
	return float64(charts.Height(c, vg.Length(l.sheet.content), l.chartOptions()))
}

// figureParts are the boxes of a figure of which these charts are shown, one after
// the other.
func (l *layout) figureParts(w *wholeFigure, shown []briefing.Chart) []box {
	caption, drawing, below := w.part.child("Caption"), l.drawing(w.part, w.Figure), w.part.child("Note")
	var boxes []box
	for i, c := range shown {
		b := box{before: 14, floats: w.floats && len(shown) == 1}
		top, last := w.caption, i == len(shown)-1
		if i > 0 {
			top = w.again
		} else {
			b.opens = w.opens
		}
		natural := l.across(c)
		b.height = top.height() + captionGap + natural
		if last {
			b.height += w.note.height()
		}
		b.give, b.take = l.elastic([]briefing.Chart{c}, []float64{natural}, l.sheet.content)
		b.sheet = l.sheet
		b.fit = func(pg *page, y, by float64) {
			el := caption
			if i > 0 {
				el = artifact
			}
			pg.within(el, func() { top.paint(pg, pg.sheet.left, y, false) })
			y += top.height() + captionGap
			height := natural + by
			drawing.at = placed(pg, pg.sheet.left, y, pg.sheet.content, height)
			pg.within(drawing, func() { l.chart(pg, c, pg.sheet.left, y, pg.sheet.content, height) })
			if last && len(w.note.rows) > 0 {
				pg.within(below, func() { w.note.paint(pg, pg.sheet.left, y+height, false) })
			}
		}
		boxes = append(boxes, b)
	}
	return boxes
}

// under is kept on the first page of a long figure for the heading it stands under.
const under = 70

// cut parts a chart of rows that is too high for a page: as many as go on the
// first page, then on each of the next, none of them with few.
func (l *layout) cut(c briefing.Chart, first, next float64) []briefing.Chart {
	all := rowsOf(c)
	fits := func(from, end int, room float64) bool {
		return l.across(partOf(c, briefing.Part{First: from, End: end})) <= room
	}
	ends := []int{0}
	room := first
	for from := 0; from < all; from, room = ends[len(ends)-1], next {
		end := from + 1
		for end < all && fits(from, end+1, room) {
			end++
		}
		ends = append(ends, end)
	}
	if n := len(ends); n > 2 && ends[n-1]-ends[n-2] < fewestRows {
		if end := all - fewestRows; end-ends[n-3] >= fewestRows && fits(end, all, next) {
			ends[n-2] = end
		}
	}
	var out []briefing.Chart
	for i, end := range ends[1:] {
		out = append(out, partOf(c, briefing.Part{First: ends[i], End: end}))
	}
	return out
}

// continued is the caption of a part that does not start its figure.
func (l *layout) continued(f *briefing.Figure) stack {
	var st stack
	t := l.own(f.Title)
	if t.IsZero() {
		t = f.Title
	}
	more := briefing.Text{ZH: t.ZH + "（续）", EN: t.EN + " (continued)"}
	l.either(&st, more, style(fonts.Regular, smallSize), l.sheet.content, smallLead+2, l.col.secondary)
	return st
}

// drawing is the element of a chart: a figure with its words for who cannot see it.
func (l *layout) drawing(parent *element, f *briefing.Figure) *element {
	el := parent.child("Figure")
	el.describe(inWords(f), l.lang)
	return el
}

// inWords is what a figure shows in words, or its title where nothing else is said.
func inWords(f *briefing.Figure) briefing.Text {
	if f.Alt.IsZero() {
		return f.Title
	}
	return f.Alt
}
