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
	return charts.Options{Lang: l.lang, Fonts: l.fam}
}

// caption is what stands above a chart: the finding, then what is drawn.
func (l *layout) caption(f *briefing.Figure, width float64, large bool) stack {
	var st stack
	size, leading := float64(bodySize), 13.0
	if large {
		size, leading = headSize, headLead
	}
	st.add(l.lines(style(fonts.Bold, size), l.lead(l.own(f.Title)), width, false), size, leading, ink)
	if s := l.answer(l.own(f.Title)); s != "" {
		if large {
			st.add(l.lines(style(fonts.Regular, bodySize), s, width, false), bodySize, bodyLead, secondary)
		} else {
			st.add(l.lines(style(fonts.Regular, smallSize), s, width, false), smallSize, smallLead, secondary)
		}
	}
	if !f.Description.IsZero() {
		for _, s := range l.fitOrSplit(f.Description, width) {
			st.add(l.lines(style(fonts.Regular, smallSize), s, width, false), smallSize, smallLead+0.5, secondary)
		}
	}
	return st
}

// fitOrSplit gives both languages on one line where they fit, else on two.
func (l *layout) fitOrSplit(t briefing.Text, width float64) []string {
	one := inline(t, l.lang)
	if !l.both() || l.set(style(fonts.Regular, smallSize), one).Width <= width {
		return []string{one}
	}
	return []string{t.ZH, t.EN}
}

// figure is a chart across the page with its caption and note: one box, since
// a figure never leaves its caption.
func (l *layout) figure(f *briefing.Figure) ([]box, error) {
	cap := l.caption(f, contentWidth, true)
	h := float64(charts.Height(f.Chart, contentWidth, l.chartOptions()))
	var note stack
	if !f.Note.IsZero() {
		for _, s := range l.fitOrSplit(f.Note, contentWidth) {
			note.add(l.lines(style(fonts.Regular, smallSize), s, contentWidth, false), smallSize, smallLead, secondary)
		}
	}
	const gap = 6.0
	room := bodyBottom - marginTop - cap.height() - gap - note.height()
	shown := []briefing.Chart{f.Chart}
	if h > room {
		shown = l.cut(f.Chart, room-under, room)
	}
	again := l.continued(f)
	var boxes []box
	for i, c := range shown {
		b := box{before: 14}
		top, last := cap, i == len(shown)-1
		if i > 0 {
			top = again
		}
		height := float64(charts.Height(c, contentWidth, l.chartOptions()))
		b.height = top.height() + gap + height
		if last {
			b.height += note.height()
		}
		b.paint = func(pg *page, y float64) {
			top.paint(pg, marginSide, y, false)
			y += top.height() + gap
			l.chart(pg, c, marginSide, y, contentWidth, height)
			if last {
				note.paint(pg, marginSide, y+height, false)
			}
		}
		boxes = append(boxes, b)
	}
	return boxes, nil
}

// under is kept on the first page of a long figure for the heading it stands under.
const under = 70

// cut parts a chart of rows that is too high for a page: as many as go on the
// first page, then on each of the next.
func (l *layout) cut(c briefing.Chart, first, next float64) []briefing.Chart {
	var out []briefing.Chart
	all, room := rowsOf(c), first
	for from := 0; from < all; {
		end := from + 1
		part := partOf(c, briefing.Part{First: from, End: end})
		for end < all {
			more := partOf(c, briefing.Part{First: from, End: end + 1})
			if float64(charts.Height(more, contentWidth, l.chartOptions())) > room {
				break
			}
			part, end = more, end+1
		}
		out = append(out, part)
		from, room = end, next
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
	s := inline(briefing.Text{ZH: t.ZH + "（续）", EN: t.EN + " (continued)"}, l.lang)
	st.add(l.lines(style(fonts.Regular, smallSize), s, contentWidth, false), smallSize, smallLead+2, secondary)
	return st
}

// grid sets small multiples in two columns; a row of them is one box.
func (l *layout) grid(g *briefing.FigureGrid) ([]box, error) {
	var boxes []box
	if title := l.own(g.Title); !title.IsZero() {
		boxes = append(boxes, l.subheading(title))
	}
	if !g.Description.IsZero() {
		var st stack
		for _, s := range l.fitOrSplit(g.Description, contentWidth) {
			st.add(l.lines(style(fonts.Regular, smallSize), s, contentWidth, false), smallSize, smallLead+0.5, secondary)
		}
		boxes = append(boxes, box{height: st.height() + 2, keep: true, paint: func(pg *page, y float64) { st.paint(pg, marginSide, y, false) }})
	}
	for i := 0; i < len(g.Figures); i += 2 {
		row := g.Figures[i:min(i+2, len(g.Figures))]
		caps := make([]stack, len(row))
		heights := make([]float64, len(row))
		capHeight, chartHeight := 0.0, 0.0
		for k := range row {
			caps[k] = l.caption(&row[k], columnWidth, false)
			heights[k] = float64(charts.Height(row[k].Chart, columnWidth, l.chartOptions()))
			capHeight = max(capHeight, caps[k].height())
			chartHeight = max(chartHeight, heights[k])
		}
		const gap = 3.0
		boxes = append(boxes, box{height: capHeight + gap + chartHeight, before: 12, paint: func(pg *page, y float64) {
			for k := range row {
				x := marginSide + float64(k)*(columnWidth+gutter)
				caps[k].paint(pg, x, y, false)
				l.chart(pg, row[k].Chart, x, y+capHeight+gap, columnWidth, heights[k])
			}
		}})
	}
	return boxes, nil
}
