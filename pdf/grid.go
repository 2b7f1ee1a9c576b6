package pdf

import (
	"gonum.org/v1/plot/vg"

	"jianbao/charts"
	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// grid sets small multiples in two columns; a row of them is one box. A chart that
// is not small is set across the page.
func (l *layout) grid(g *briefing.FigureGrid) ([]box, error) {
	var boxes []box
	if title := l.own(g.Title); !title.IsZero() {
		boxes = append(boxes, l.subheading(title))
	}
	if !g.Description.IsZero() {
		var st stack
		l.either(&st, g.Description, style(fonts.Regular, smallSize), l.sheet.content, smallLead+0.5, l.col.secondary)
		at := l.at
		boxes = append(boxes, box{height: st.height() + 2, keep: true, paint: func(pg *page, y float64) {
			pg.within(at, func() { st.paint(pg, pg.sheet.left, y, false) })
		}})
	}
	heads := len(boxes)
	var row []measured
	end := func() {
		if len(row) > 0 {
			boxes = append(boxes, l.gridRow(row))
			row = nil
		}
	}
	for i := range g.Figures {
		f := &g.Figures[i]
		height := float64(charts.Height(f.Chart, vg.Length(l.sheet.column()), l.chartOptions()))
		if height > tallest*l.sheet.body() {
			end()
			more, err := l.figure(f)
			if err != nil {
				return nil, err
			}
			boxes = append(boxes, more...)
			continue
		}
		if row = append(row, measured{f, height}); len(row) == 2 {
			end()
		}
	}
	end()
	if len(boxes) > heads && boxes[heads].floats { // title and description go with the first row
		for i := range heads {
			boxes[i].floats = true
		}
	}
	return boxes, nil
}

// tallest is the share of a page that a chart in a column may take.
const tallest = 0.6

// measured is a figure and the height of its chart in a column.
type measured struct {
	*briefing.Figure
	height float64
}

// gridRow sets one or two figures beside each other.
func (l *layout) gridRow(row []measured) box {
	const gap = 3.0
	n := len(row)
	caps, heights, drawn := make([]stack, n), make([]float64, n), make([]briefing.Chart, n)
	capHeight, chartHeight := 0.0, 0.0
	b := box{before: 12, floats: true}
	for k, f := range row {
		b.opens = append(b.opens, l.named(f.Title)...)
		caps[k], heights[k], drawn[k] = l.caption(f.Figure, l.sheet.column(), false), f.height, f.Chart
		capHeight, chartHeight = max(capHeight, caps[k].height()), max(chartHeight, heights[k])
	}
	b.height = capHeight + gap + chartHeight
	b.give, b.take = l.elastic(drawn, heights, l.sheet.column())
	at := l.at
	b.fit = func(pg *page, y, by float64) {
		for k, f := range row {
			x, w := pg.sheet.left+float64(k)*(pg.sheet.column()+gutter), pg.sheet.column()
			part := at.child("Div")
			pg.within(part.child("Caption"), func() { caps[k].paint(pg, x, y, false) })
			el := l.drawing(part, f.Figure)
			h := heightOf(heights[k], chartHeight, by)
			el.at = placed(pg, x, y+capHeight+gap, w, h)
			pg.within(el, func() { l.chart(pg, f.Chart, x, y+capHeight+gap, w, h) })
		}
	}
	return b
}
