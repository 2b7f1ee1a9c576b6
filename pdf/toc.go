package pdf

import (
	"slices"
	"strconv"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// shortDocument is the number of pages up to which the list at the foot of page
// one is all the table of contents that a reader needs.
const shortDocument = 8

// tocBoxes is the table of contents: the sections, and the figures and tables of
// each where levels is 2. The numbers of their pages are known by the time that it
// is painted.
func (l *layout) tocBoxes(body []box, numbers map[string]int, levels int) []box {
	l.at = l.doc.child("Sect")
	l.under = briefing.Text{}
	head := l.heading(briefing.Text{ZH: "目录", EN: "Contents"})
	head.before = 22
	boxes := []box{head}
	toc := l.at.child("TOC")
	for _, b := range body {
		for _, a := range b.opens {
			if a.level <= levels {
				last := &boxes[len(boxes)-1]
				last.keep = last.keep || a.level > 1 && last.before > 0 // a section with its first figure
				boxes = append(boxes, l.tocEntry(toc, a, numbers))
			}
		}
	}
	for i := range l.on(boxes) {
		boxes[i].part = tocPart
	}
	return boxes
}

// chooseTOC is the fullest table of contents that has room below boxes on their
// page, nil where none has.
func (l *layout) chooseTOC(above, body []box, numbers map[string]int) []box {
	for levels := 2; levels > 0; levels-- {
		toc := l.tocBoxes(body, numbers, levels)
		if airy(slices.Concat(above, toc)) <= l.upright.body() {
			return toc
		}
	}
	return nil
}

const (
	tocAir  = 6.0 // above a section
	tocPart = -1
)

func (l *layout) tocEntry(toc *element, a anchor, numbers map[string]int) box {
	const air, column = 8.0, 30.0 // between the name, the leader and the number; of the number
	size, leading, w, col, indent, before := float64(bodySize), float64(bodyLead), fonts.Medium, l.col.ink, 0.0, tocAir
	if a.level > 1 {
		size, leading, w, col, indent, before = smallSize, smallLead+2, fonts.Regular, l.col.secondary, 14, 0
	}
	var st stack
	st.add(l.lines(style(w, size), a.title, l.sheet.content-indent-column-air, false), size, leading, col)
	item := toc.child("TOCI")
	return box{height: st.height(), before: before, paint: func(pg *page, y float64) {
		sh := pg.sheet
		number := l.set(style(w, size), strconv.Itoa(numbers[a.id]))
		last := st.rows[len(st.rows)-1]
		base := baseline(y+st.height()-leading, size, leading)
		right := sh.left + sh.content - number.Width
		to := &link{x: sh.left, y: y, w: sh.content, h: st.height(), anchor: a.id, says: a.title}
		pg.within(item, func() {
			pg.leads(to, func() {
				st.paint(pg, sh.left+indent, y, false)
				pg.decoration(func() {
					from := sh.left + indent + last.line.Width + air
					if to := right - air; to > from {
						pg.ops = append(pg.ops, pathOp{steps: []step{{'m', [6]float64{from, base}}, {'l', [6]float64{to, base}}}, col: l.col.secondary, width: 0.6, dash: []float64{0.6, 3.4}})
					}
				})
				pg.lineAs(furniture, number, right, base, col)
			})
		})
	}}
}

// contents sets, at the foot of page one, the first page behind the cover, where the sections stand.
func (l *layout) contents(pages []*page, first int) {
	type entry struct {
		lines []typeset.Line // one, but for headings longer than the page is wide
		id    string
		title string
	}
	var entries []entry
	total, longest := 0.0, 1
	for n, pg := range pages {
		for _, a := range pg.anchors {
			for i, s := range l.b.Sections {
				if anchorID(s, i) == a.id {
					lines := l.lines(style(fonts.Regular, smallSize), a.title+"  "+strconv.Itoa(n+1), l.sheet.content, false)
					entries = append(entries, entry{lines, a.id, a.title})
					longest = max(longest, len(lines))
					for _, line := range lines {
						total = max(total, line.Width)
					}
				}
			}
		}
	}
	if len(entries) == 0 {
		return
	}
	cols := max(1, min(len(entries), int((l.sheet.content+gutter)/(total+gutter))))
	if longest > 1 {
		cols = 1
	}
	rows := (len(entries) + cols - 1) / cols
	lines := rows
	if cols == 1 {
		lines = 0
		for _, e := range entries {
			lines += len(e.lines)
		}
	}
	height := float64(lines) * 12
	top := l.sheet.bottom - height
	if lowest(pages[first]) > top-14 {
		return // page one has better things to say
	}
	colWidth := (l.sheet.content - gutter*float64(cols-1)) / float64(cols)
	pg := pages[first]
	pg.rule(pg.sheet.left, top-5, pg.sheet.content, 0.5, l.col.hairline)
	y := top
	toc := l.doc.child("TOC")
	for i, e := range entries {
		item := toc.child("TOCI")
		x := l.sheet.left + float64(i/rows)*(colWidth+gutter)
		if i%rows == 0 {
			y = top
		}
		for _, line := range e.lines {
			pg.within(item, func() {
				pg.leads(&link{x: x, y: y, w: line.Width, h: 12, anchor: e.id, says: e.title}, func() { pg.line(line, x, baseline(y, smallSize, 12), l.col.accent) })
			})
			y += 12
		}
	}
}
