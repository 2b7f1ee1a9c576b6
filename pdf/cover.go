package pdf

import (
	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// displaySize is the one size beyond the five, on a cover and in a red head.
const displaySize, displayLead = 30.0, 40.0

// cover is a page that says what the document is, from whom and of when.
func (l *layout) cover() *page {
	sh := l.upright
	pg := &page{sheet: sh}
	colour := l.col.accent
	if l.design.RedHead {
		colour = red
	}
	part := l.doc.child("Sect")
	put := func(role string, st stack, y float64) float64 {
		if len(st.rows) > 0 {
			pg.within(part.child(role), func() { st.paint(pg, sh.left, y, false) })
		}
		return y + st.height()
	}
	top := sh.top
	if im := l.design.Logo; im != nil {
		w, h := im.within(0.5*sh.content, 54)
		l.logo(pg, part, sh.left, top, w, h)
	}

	var issuer, title, period, foot stack
	add := func(st *stack, w fonts.Weight, size, leading float64, t briefing.Text, col rgb) {
		l.either(st, t, style(w, size), sh.content, leading, col)
	}
	issuer.add(l.lines(style(fonts.Medium, headSize), l.lead(l.b.Issuer), sh.content, false), headSize, headLead, colour)
	issuer.add(l.lines(style(fonts.Regular, bodySize), l.answer(l.b.Issuer), sh.content, false), bodySize, bodyLead, colour)
	size, leading := displaySize, displayLead
	if len(l.lines(style(fonts.Bold, size), l.lead(l.b.Title), sh.content, false)) > 2 {
		size, leading = titleSize, titleLead
	}
	title.add(l.lines(style(fonts.Bold, size), l.lead(l.b.Title), sh.content, false), size, leading, l.col.ink)
	if s := l.answer(l.b.Title); s != "" {
		title.add(l.lines(style(fonts.Regular, numberSize), s, sh.content, false), numberSize, 24, l.col.secondary)
	}
	add(&period, fonts.Medium, headSize, headLead, l.b.Period, l.col.ink)
	number := l.number(bodySize)
	if l.b.Illustrative {
		add(&foot, fonts.Bold, bodySize, bodyLead, illustrative, l.col.target)
	}
	add(&foot, fonts.Regular, bodySize, bodyLead, l.b.ReleaseText, l.col.secondary)

	// The title stands a little above the middle, where the eye expects it.
	y := max(sh.top+70, sh.top+0.36*sh.body()-title.height()/2-issuer.height())
	y = put("Div", issuer, y) + 8
	pg.decoration(func() {
		pg.shape(colour, sh.left, y, sh.left+sh.content, y, sh.left+sh.content, y+4, sh.left, y+4)
	})
	y = put("H1", title, y+16) + 12
	y = put("P", period, y)
	put("P", number, y)
	at := sh.bottom - foot.height()
	pg.decoration(func() { pg.rule(sh.left, at-8, sh.content, 0.5, l.col.hairline) })
	put("Div", foot, at)
	return pg
}

// illustrative says that the figures are made up.
var illustrative = briefing.Text{ZH: "演示数据，非真实统计", EN: "Illustrative data, not real statistics"}
