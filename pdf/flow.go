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
}

// fitFront lays out page one: with air, else tighter, else without the line on
// sources, which the notes repeat.
func (l *layout) fitFront() (boxes []box, pages []*page, err error) {
	for _, try := range []struct{ tight, source bool }{{false, true}, {true, true}, {true, false}} {
		boxes, err = l.front(try.tight, try.source)
		if err != nil {
			return nil, nil, err
		}
		if pages = paginate(boxes, marginTop); len(pages) == 1 {
			break
		}
	}
	return boxes, pages, nil
}

// paginate fills pages with boxes from the height top down. Boxes that keep
// together move together, unless they are higher than a page.
func paginate(boxes []box, top float64) []*page {
	pg := new(page)
	pages := []*page{pg}
	y := top
	for i := 0; i < len(boxes); {
		j := i
		for j < len(boxes)-1 && boxes[j].keep {
			j++
		}
		group := boxes[i : j+1]
		h := stackHeight(group, y == top)
		if y+h > bodyBottom+0.01 && y > top {
			if fits := stackHeight(group, true) <= bodyBottom-top; fits || y > top+(bodyBottom-top)/2 {
				pg, pages, y = nextPage(pages, top)
				y = restate(pg, group[0], y)
			}
		}
		for _, b := range group {
			if y > top {
				y += b.before
			}
			if y+b.height > bodyBottom+0.01 && y > top { // a group too high for any page
				pg, pages, y = nextPage(pages, top)
				y = restate(pg, b, y)
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

func nextPage(pages []*page, top float64) (*page, []*page, float64) {
	pg := new(page)
	return pg, append(pages, pg), top
}

// restate sets above b what is repeated on a new page.
func restate(pg *page, b box, y float64) float64 {
	for _, r := range b.again {
		r.paint(pg, y)
		y += r.height
	}
	return y
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
	l := &layout{b: b, lang: opt.Lang, fam: opt.Fonts, sets: map[setKey]typeset.Line{}}
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
		pages = paginate(append(front, rest...), marginTop)
	case len(rest) > 0:
		pages = append(pages, paginate(rest, marginTop)...)
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
