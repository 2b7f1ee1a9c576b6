package pdf

import (
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// fitFront lays out page one: with air, else tighter, else without the line on
// sources, which the notes repeat. pages is how many it takes.
func (l *layout) fitFront() (boxes []box, pages int, err error) {
	for _, try := range []struct{ tight, source bool }{{false, true}, {true, true}, {true, false}} {
		boxes, err = l.front(try.tight, try.source)
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
const fullFront = 0.6

// layoutBriefing lays out the whole document.
func layoutBriefing(b *briefing.Briefing, opt Options) ([]*page, error) {
	if opt.Lang != briefing.Both {
		b = inOneLanguage(b)
	}
	l := &layout{
		b: b, lang: opt.Lang, fam: opt.Fonts, theme: opt.Theme, col: paletteOf(opt.Theme), sheet: newSheet(opt.Paper, opt.Binding),
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
	var pages []*page
	if filled := stackHeight(front); n == 1 && (len(rest) == 0 || rest[0].sheet != l.sheet || filled > fullFront*l.sheet.body()) {
		pages = append(paginate(front), paginate(rest)...)
	} else { // what follows goes on below
		pages = paginate(append(front, rest...))
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
