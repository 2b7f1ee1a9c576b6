package pdf

import (
	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// A red head (红头) is the name of the issuer, large in red, with the number of the
// document under it, over a red rule as wide as the text; then the title, centred.
// The logo, where there is one, stands above the name.
const (
	redShare   = 0.8  // of the width of the text that the name takes
	redLargest = 54.0 // size of the name
	redLeast   = 20.0 // below which it is broken
	redLeading = 1.3
	redLatin   = 34.0 // largest size of a name in Latin letters
	redSpread  = 1.0  // most air between its hanzi, of their size
)

// redName is the name of the issuer, its hanzi spread over most of the width.
func (l *layout) redName(name string) (lines []typeset.Line, size float64) {
	width := redShare * l.sheet.content
	size = width / max(typeset.Width(l.fam, style(fonts.Bold, 1000), name)/1000, 0.01)
	if languageOf(name) != zh {
		size = min(size, redLatin)
	}
	if size = min(size, redLargest); size < redLeast {
		return l.lines(style(fonts.Bold, redLeast), name, l.sheet.content, false), redLeast
	}
	sty := style(fonts.Bold, size)
	one := l.closed(sty, name, 0)
	if n := float64(len([]rune(name)) - 1); n > 0 && languageOf(name) == zh {
		if gap := min((width-one.Width)/n, redSpread*size); gap > 0.05*size {
			one = l.closed(sty, name, gap)
		}
	}
	return []typeset.Line{one}, size
}

// closed sets characters with the same air between all of them, that between hanzi
// and figures included.
func (l *layout) closed(sty typeset.Style, s string, gap float64) typeset.Line {
	var line typeset.Line
	for _, r := range s {
		one := l.set(sty, string(r))
		if line.Width > 0 {
			line.Width += gap
		}
		for _, p := range one.Pieces {
			n := len(line.Pieces)
			if gap == 0 && n > 0 && line.Pieces[n-1].Face == p.Face && line.Pieces[n-1].Rise == p.Rise {
				line.Pieces[n-1].Text += p.Text
				continue
			}
			p.X += line.Width
			line.Pieces = append(line.Pieces, p)
		}
		line.Width += one.Width
	}
	return line
}

// number is the number of the document, which nothing parts.
func (l *layout) number(size float64) (st stack) {
	if n := l.design.Number; n != "" {
		st.add([]typeset.Line{l.closed(style(fonts.Regular, size), n, 0)}, size, size+8, l.col.ink)
	}
	return st
}

// redMasthead is the masthead of an office with a red head. A document without an
// issuer has its title in red.
func (l *layout) redMasthead() box {
	sh := l.sheet
	titled := l.b.Issuer.IsZero()
	named := l.b.Issuer
	if titled {
		named = l.b.Title
	}
	var name, second, title, beneath stack
	lines, size := l.redName(l.lead(named))
	name.add(lines, size, redLeading*size, red)
	second.add(l.lines(style(fonts.Medium, headSize), l.answer(named), sh.content, false), headSize, headLead, red)
	number := l.number(bodySize + 1)
	if !titled {
		size, leading := float64(titleSize), float64(titleLead)
		if typeset.Width(l.fam, style(fonts.Bold, size), l.lead(l.b.Title)) > sh.content {
			size, leading = numberSize, 24 // a long title is set smaller before it is broken
		}
		title.add(l.lines(style(fonts.Bold, size), l.lead(l.b.Title), sh.content, false), size, leading, l.col.ink)
		title.add(l.lines(style(fonts.Regular, headSize), l.answer(l.b.Title), sh.content, false), headSize, headLead, l.col.secondary)
	}
	line := func(w fonts.Weight, t briefing.Text, col rgb) {
		l.either(&beneath, t, style(w, smallSize+1), sh.content, 13, col)
	}
	line(fonts.Bold, l.b.Period, l.col.ink)
	line(fonts.Regular, l.b.ReleaseText, l.col.secondary)
	if l.b.Illustrative {
		line(fonts.Bold, illustrative, l.col.target)
	}
	im, imW, imH := l.design.Logo, 0.0, 0.0
	if l.design.Cover {
		im = nil // it is on the cover
	}
	if im != nil {
		imW, imH = im.within(0.5*sh.content, 40)
	}
	part, headed := l.at, "H1"
	if l.design.Cover {
		headed = "P" // the cover has it
	}
	first, heading := part.child("P"), part.child(headed)
	if titled {
		first = heading
	}
	under, below := part.child("Div"), part.child("Div")
	const air, rule, afterRule = 6.0, 2.4, 14.0
	h := name.height() + second.height() + number.height() + air + rule + afterRule + title.height() + beneath.height() + 4
	if im != nil {
		h += imH + air
	}
	return box{height: h, keep: true, paint: func(pg *page, y float64) {
		sh := pg.sheet
		middle := sh.left + sh.content/2
		put := func(el *element, st *stack) {
			if len(st.rows) > 0 {
				pg.within(el, func() { st.centred(pg, middle, y) })
			}
			y += st.height()
		}
		if im != nil {
			l.logo(pg, part, middle-imW/2, y, imW, imH)
			y += imH + air
		}
		l.spreadOut(pg, first, l.lead(named), func(el *element) { put(el, &name) })
		put(under, &second)
		put(under, &number)
		y += air
		pg.decoration(func() { pg.shape(red, sh.left, y, sh.left+sh.content, y, sh.left+sh.content, y+rule, sh.left, y+rule) })
		y += rule + afterRule
		put(heading, &title)
		put(below, &beneath)
	}}
}

// spreadOut draws a name whose characters stand apart as the one word that it is.
func (l *layout) spreadOut(pg *page, el *element, name string, draw func(*element)) {
	span := el.in("Span", languageOf(name))
	span.actual, span.apart = name, true
	pg.within(el, func() { draw(span) })
}
