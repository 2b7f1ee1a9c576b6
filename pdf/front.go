package pdf

import (
	"fmt"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// front is page one: masthead, headline, key figures and the lead, so that a
// reader who stops there has the message.
func (l *layout) front(s frontStyle) ([]box, error) {
	boxes := []box{l.masthead()}
	boxes = append(boxes, l.headline()...)
	boxes = append(boxes, l.tiles(l.b.Tiles, s)...)
	for i, blk := range l.b.Lead {
		more, err := l.block(blk)
		if err != nil {
			return nil, fmt.Errorf("page one: %w", err)
		}
		if len(more) > 0 {
			more[0].before = 14
			if s.tight || i > 0 {
				more[0].before = 8
			}
		}
		boxes = append(boxes, more...)
	}
	if s.source && !l.b.Source.IsZero() {
		src := l.parallelSmall(l.b.Source)
		if len(src) > 0 {
			src[0].before = 8
		}
		boxes = append(boxes, src...)
	}
	return boxes, nil
}

func (l *layout) parallelSmall(t briefing.Text) []box {
	small := style(fonts.Regular, smallSize)
	return l.parallel([]typeset.Span{{Text: t.ZH, Style: small}}, []typeset.Span{{Text: t.EN, Style: small}}, 11.5, l.col.secondary, 0)
}

// headline is the one sentence that says it.
func (l *layout) headline() []box {
	if l.b.Headline.IsZero() {
		return nil
	}
	var left, right stack
	width := l.sheet.content
	if l.both() {
		width = l.sheet.zh()
	}
	left.add(l.lines(style(fonts.Bold, headSize), l.lead(l.b.Headline), width, false), headSize, headLead, l.col.ink)
	if s := l.answer(l.b.Headline); s != "" {
		right.add(l.lines(style(fonts.Medium, headSize), s, l.sheet.en(), false), headSize, headLead, l.col.ink)
	}
	el := l.at.child("Div")
	return []box{{height: max(left.height(), right.height()), before: 9, keep: true, paint: func(pg *page, y float64) {
		pg.within(el, func() {
			left.paint(pg, pg.sheet.left, y, false)
			right.paint(pg, pg.sheet.enLeft(), y, false)
		})
	}}}
}

// toneMark draws the shape of a status, centred on the height y: ▲ ahead, ●
// on track, ▼ behind.
func (l *layout) toneMark(pg *page, t briefing.Tone, x, y float64) {
	const w, h = 6.0, 5.2
	pg.said("", func() {
		el := artifact
		if top := pg.top(); top != nil {
			el = top.child("Span")
			el.actual = toneWord(t, l.lang) + " "
		}
		switch t {
		case briefing.Ahead:
			pg.within(el, func() { pg.shape(l.col.ahead, x, y+h/2, x+w, y+h/2, x+w/2, y-h/2) })
		case briefing.Behind:
			pg.within(el, func() { pg.shape(l.col.behind, x, y-h/2, x+w, y-h/2, x+w/2, y+h/2) })
		case briefing.OnTrack:
			pg.within(el, func() { pg.disc(l.col.accent, x+w/2, y, h/2) })
		}
	})
}

// lowest is how far down a page is used.
func lowest(pg *page) float64 {
	y := 0.0
	for _, o := range pg.ops {
		switch o := o.(type) {
		case textOp:
			y = max(y, o.y+0.2*o.size)
		case pathOp:
			for _, s := range o.steps {
				if s.kind != 'h' {
					y = max(y, s.p[1])
				}
			}
		}
	}
	return y
}
