package pdf

import (
	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// redHead is the name of the issuer, large in red over a red rule, with the number
// of the document (红头). A document without an issuer has its title there.
func (l *layout) redHead() stack {
	var st stack
	name := l.b.Issuer
	if name.IsZero() {
		name = l.b.Title
	}
	size, leading := displaySize, displayLead
	for _, s := range [][2]float64{{titleSize, titleLead}, {numberSize, 24}} {
		if typeset.Width(l.fam, style(fonts.Bold, size), l.lead(name)) > l.sheet.content {
			size, leading = s[0], s[1] // a long name is set smaller before it is broken
		}
	}
	st.add(l.lines(style(fonts.Bold, size), l.lead(name), l.sheet.content, false), size, leading, red)
	if s := l.answer(name); s != "" {
		st.add(l.lines(style(fonts.Medium, headSize), s, l.sheet.content, false), headSize, headLead, red)
	}
	if n := l.design.Number; n != "" {
		st.add(l.lines(style(fonts.Regular, bodySize), n, l.sheet.content, false), bodySize, bodyLead+6, l.col.ink)
	}
	return st
}

// masthead: what this is, on the left; of when and by whom, on the right; under a
// red head, where the office has one.
func (l *layout) masthead() box {
	sh := l.sheet
	var head, right, left stack
	if l.design.RedHead {
		head = l.redHead()
	}
	side := func(w fonts.Weight, t briefing.Text, col rgb) {
		l.either(&right, t, style(w, smallSize), 0.42*sh.content, 11.5, col)
	}
	titled := l.design.RedHead && l.b.Issuer.IsZero()
	if !titled {
		side(fonts.Bold, l.b.Period, l.col.ink)
	}
	if !l.design.RedHead {
		side(fonts.Medium, l.b.Issuer, l.col.ink)
	}
	side(fonts.Regular, l.b.ReleaseText, l.col.secondary)
	if l.b.Illustrative {
		side(fonts.Bold, illustrative, l.col.target)
	}

	const logoHeight, air = 34.0, 12.0
	im, imW, imH := l.design.Logo, 0.0, 0.0
	if im != nil && l.design.Cover {
		im = nil // it is on the cover
	}
	indent := 0.0
	if im != nil {
		imW, imH = im.within(0.22*sh.content, logoHeight)
		indent = imW + air
	}
	room := sh.content - right.width() - 24 - indent
	size, leading, name := float64(titleSize), float64(titleLead), l.b.Title
	if titled {
		size, leading, name = numberSize, 24, l.b.Period
	}
	if typeset.Width(l.fam, style(fonts.Bold, titleSize), l.lead(name)) > room {
		size, leading = numberSize, 24 // a long title is set smaller before it is broken
	}
	left.add(l.lines(style(fonts.Bold, size), l.lead(name), room, false), size, leading, l.col.ink)
	if s := l.answer(name); s != "" {
		left.add(l.lines(style(fonts.Regular, headSize), s, room, false), headSize, headLead, l.col.secondary)
	}
	h := max(left.height(), right.height(), imH)
	above := 0.0
	if len(head.rows) > 0 {
		above = head.height() + 6 + 12 // the rule, and air under it
	}
	part := l.at
	role := "H1"
	if l.design.Cover {
		role = "P" // the cover has it
	}
	issuer, title, beside := part.child("P"), part.child(role), part.child("Div")
	if titled {
		issuer, title = part.child(role), part.child("P")
	}
	return box{height: above + h + 8, keep: true, paint: func(pg *page, y float64) {
		sh := pg.sheet
		if above > 0 {
			pg.within(issuer, func() { head.centred(pg, sh.left+sh.content/2, y) })
			pg.decoration(func() {
				at := y + head.height() + 4
				pg.shape(red, sh.left, at, sh.left+sh.content, at, sh.left+sh.content, at+2.4, sh.left, at+2.4)
			})
			y += above
		}
		if im != nil {
			l.logo(pg, part, sh.left, y+(h-imH)/2, imW, imH)
		}
		pg.within(title, func() { left.paint(pg, sh.left+indent, y+h-left.height(), false) })
		pg.within(beside, func() { right.paint(pg, sh.left+sh.content, y+h-right.height(), true) })
		pg.rule(sh.left, y+h+6, sh.content, 1.2, l.col.ink)
	}}
}
