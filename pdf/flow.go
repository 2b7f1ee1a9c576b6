package pdf

import (
	"slices"

	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// fitFront lays out page one: with air, else tighter, else without the line on
// sources, which the notes repeat, else without sparklines that need room of their
// own. pages is how many it takes.
func (l *layout) fitFront() (boxes []box, pages int, err error) {
	for _, try := range []frontStyle{{under: true, source: true}, {tight: true, under: true, source: true}, {tight: true, under: true}, {tight: true, source: true}, {tight: true}} {
		boxes, err = l.front(try)
		if err != nil {
			return nil, 0, err
		}
		l.on(boxes)
		if pages = len(plan(boxes)); pages <= 1 {
			break
		}
	}
	return boxes, pages, nil
}

// frontStyle is how page one is set.
type frontStyle struct {
	tight  bool // with less air
	under  bool // sparklines may stand under the figures
	source bool // with the line on sources
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

// fullFront is the share of page one from where nothing follows on it.
const fullFront = 0.75

// layoutBriefing lays out the whole document.
func layoutBriefing(b *briefing.Briefing, opt Options) ([]*page, error) {
	if opt.Lang != briefing.Both {
		b = inOneLanguage(b)
	}
	l := &layout{
		b: b, lang: opt.Lang, fam: opt.Fonts, theme: opt.Theme, design: opt.Design, col: paletteOf(opt.Theme), sheet: newSheet(opt.Paper, opt.Binding),
		sets: map[setKey]typeset.Line{}, doc: &element{role: "Document", lang: documentLanguage(opt.Lang)},
	}
	l.at, l.upright = l.doc, l.sheet
	front, n, err := l.fitFront()
	if err != nil {
		return nil, err
	}
	var rest []box
	for i, s := range b.Sections {
		boxes, err := l.section(s, i)
		if err != nil {
			return nil, err
		}
		for k := range boxes {
			boxes[k].part = i + 1
		}
		rest = append(rest, boxes...)
	}
	l.on(rest)
	flows := n > 1 || len(rest) > 0 && rest[0].sheet == l.sheet && stackHeight(front) <= fullFront*l.sheet.body()
	pages := l.assemble(front, rest, flows)
	for n, pg := range pages {
		if n > 0 || !l.design.Cover {
			l.footer(pg, n+1, len(pages))
		}
	}
	bind(pages)
	for _, pg := range pages {
		l.watermark(pg)
	}
	return pages, l.err
}

// assemble makes the pages of page one and of what follows, which goes on below it
// where flows is set, with a cover and a table of contents as there should be.
func (l *layout) assemble(front, rest []box, flows bool) []*page {
	var cover []*page
	if l.design.Cover {
		cover = []*page{l.cover()}
	}
	var first, body []*page // page one, what is after it
	if flows {
		body = paginate(slices.Concat(front, rest))
	} else {
		first, body = paginate(front), paginate(rest)
	}
	if pages := slices.Concat(cover, first, body); len(pages) <= shortDocument {
		l.contents(pages, len(cover))
		return pages
	}
	// The table of contents stands behind the cover, or where page one ends: below
	// it where there is room, else on a page of its own. A red head comes before it.
	behind := len(cover) > 0 && !l.design.RedHead
	numbers := map[string]int{}
	above := front
	if behind {
		above = nil
	}
	toc := l.chooseTOC(above, rest, numbers)
	if toc == nil && (behind || !flows) {
		above = nil
		toc = l.chooseTOC(nil, rest, numbers)
	}
	if toc == nil {
		toc = l.tocBoxes(rest, numbers, 1)
		if full := l.tocBoxes(rest, numbers, 2); len(plan(slices.Concat(above, full))) == len(plan(slices.Concat(above, toc))) {
			toc = full
		}
	}
	if len(above) > 0 {
		toc, first, body = slices.Concat(above, toc), nil, paginate(rest)
	}
	toc, listed := recut(toc)
	before := len(cover) + len(first) + len(listed)
	if behind {
		count(numbers, first, before-len(first))
	}
	count(numbers, body, before)
	list := paintPlan(toc, listed)
	if behind {
		return slices.Concat(cover, list, first, body)
	}
	return slices.Concat(cover, first, list, body)
}

// count notes on which page each name stands, with so many pages before these.
func count(numbers map[string]int, pages []*page, before int) {
	for n, pg := range pages {
		for _, a := range pg.anchors {
			numbers[a.id] = before + n + 1
		}
	}
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
