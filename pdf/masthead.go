package pdf

import (
	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// masthead: what this is, on the left; of when and by whom, on the right.
func (l *layout) masthead() box {
	if l.design.RedHead {
		return l.redMasthead()
	}
	sh := l.sheet
	var right, left stack
	side := func(w fonts.Weight, t briefing.Text, col rgb) {
		l.either(&right, t, style(w, smallSize), 0.42*sh.content, 11.5, col)
	}
	side(fonts.Bold, l.b.Period, l.col.ink)
	side(fonts.Medium, l.b.Issuer, l.col.ink)
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
	if typeset.Width(l.fam, style(fonts.Bold, titleSize), l.lead(name)) > room {
		size, leading = numberSize, 24 // a long title is set smaller before it is broken
	}
	left.add(l.lines(style(fonts.Bold, size), l.lead(name), room, false), size, leading, l.col.ink)
	if s := l.answer(name); s != "" {
		left.add(l.lines(style(fonts.Regular, headSize), s, room, false), headSize, headLead, l.col.secondary)
	}
	h := max(left.height(), right.height(), imH)
	part := l.at
	role := "H1"
	if l.design.Cover {
		role = "P" // the cover has it
	}
	title, beside := part.child(role), part.child("Div")
	return box{height: h + 8, keep: true, paint: func(pg *page, y float64) {
		sh := pg.sheet
		if im != nil {
			l.logo(pg, part, sh.left, y+(h-imH)/2, imW, imH)
		}
		pg.within(title, func() { left.paint(pg, sh.left+indent, y+h-left.height(), false) })
		pg.within(beside, func() { right.paint(pg, sh.left+sh.content, y+h-right.height(), true) })
		pg.rule(sh.left, y+h+6, sh.content, 1.2, l.col.ink)
	}}
}
