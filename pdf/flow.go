package pdf

import (
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// box is a piece of a page that is never torn: a line of prose, a row of a
// table, a figure with its caption.
type box struct {
	height float64
	before float64 // air above it, dropped at the top of a page
	keep   bool    // stays with the next box
	paint  func(pg *page, y float64)
	// again is set above the box where it starts a page in the middle of what
	// it belongs to: the head of its table.
	again []box
	// opens names the section that the box starts.
	opens *anchor
	sheet *sheet // of the page it stands on
}

// fitFront lays out page one: with air, else tighter, else without the line on
// sources, which the notes repeat.
func (l *layout) fitFront() (boxes []box, pages []*page, err error) {
	for _, try := range []struct{ tight, source bool }{{false, true}, {true, true}, {true, false}} {
		boxes, err = l.front(try.tight, try.source)
		if err != nil {
			return nil, nil, err
		}
		if pages = paginate(l.on(boxes)); len(pages) == 1 {
			break
		}
	}
	return boxes, pages, nil
}

// on puts boxes on the sheet under way, unless they have one of their own.
func (l *layout) on(boxes []box) []box {
	for i := range boxes {
		if boxes[i].sheet == nil {
			boxes[i].sheet = l.sheet
		}
	}
	return boxes
}

// paginate fills pages with boxes. Boxes that keep together move together, unless
// they are higher than a page; those of another sheet start a page.
func paginate(boxes []box) []*page {
	if len(boxes) == 0 {
		return nil
	}
	pg := &page{sheet: boxes[0].sheet}
	pages := []*page{pg}
	y := pg.sheet.top
	next := func(b box) {
		pg = &page{sheet: b.sheet}
		pages = append(pages, pg)
		y = pg.sheet.top
		pg.decoration(func() { // said before
			for _, r := range b.again {
				r.paint(pg, y)
				y += r.height
			}
		})
	}
	for i := 0; i < len(boxes); {
		j := i
		for j < len(boxes)-1 && boxes[j].keep && boxes[j+1].sheet == boxes[j].sheet {
			j++
		}
		group := boxes[i : j+1]
		top, bottom := pg.sheet.top, pg.sheet.bottom
		h := stackHeight(group, y == top)
		switch {
		case group[0].sheet != pg.sheet && y == top && len(pg.ops) == 0:
			pg.sheet = group[0].sheet
			y = pg.sheet.top
		case group[0].sheet != pg.sheet:
			next(group[0])
		case y+h > bottom+0.01 && y > top && (stackHeight(group, true) <= pg.sheet.body() || y > top+pg.sheet.body()/2):
			next(group[0])
		}
		for _, b := range group {
			if y > pg.sheet.top {
				y += b.before
			}
			if y+b.height > pg.sheet.bottom+0.01 && y > pg.sheet.top { // a group too high for any page
				next(b)
			}
			if b.opens != nil {
				a := *b.opens
				a.y = y
				pg.anchors = append(pg.anchors, a)
			}
			if b.paint != nil {
				b.paint(pg, y)
			}
			y += b.height
		}
		i = j + 1
	}
	return pages
}

func stackHeight(boxes []box, atTop bool) float64 {
	h := 0.0
	for i, b := range boxes {
		if i > 0 || !atTop {
			h += b.before
		}
		h += b.height
	}
	return h
}

// layoutBriefing lays out the whole document.
func layoutBriefing(b *briefing.Briefing, opt Options) ([]*page, error) {
	if opt.Lang != briefing.Both {
		b = inOneLanguage(b)
	}
	l := &layout{
		b: b, lang: opt.Lang, fam: opt.Fonts, theme: opt.Theme, col: paletteOf(opt.Theme), sheet: newSheet(opt.Paper, opt.Binding),
		sets: map[setKey]typeset.Line{}, doc: &element{role: "Document", lang: documentLanguage(opt.Lang)},
	}
	l.at = l.doc
	front, pages, err := l.fitFront()
	if err != nil {
		return nil, err
	}
	var rest []box
	for i, s := range b.Sections {
		boxes, err := l.section(s, i)
		if err != nil {
			return nil, err
		}
		rest = append(rest, boxes...)
	}
	switch {
	case len(pages) > 1: // more than page one holds: what follows goes on below
		pages = paginate(l.on(append(front, rest...)))
	case len(rest) > 0:
		pages = append(pages, paginate(l.on(rest))...)
	}
	l.contents(pages)
	for n, pg := range pages {
		l.footer(pg, n+1, len(pages))
	}
	return pages, l.err
}

// inOneLanguage is b without the sections that set the languages against each
// other.
func inOneLanguage(b *briefing.Briefing) *briefing.Briefing {
	one := *b
	one.Sections = nil
	for _, s := range b.Sections {
		if !s.Bilingual {
			one.Sections = append(one.Sections, s)
		}
	}
	return &one
}
