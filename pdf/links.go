package pdf

import (
	"regexp"
	"strings"

	"jianbao/internal/typeset"
)

// address finds web and mail addresses in running text.
var address = regexp.MustCompile(`https?://[!-~]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// linked draws a line as page.line does and makes the addresses in it links.
func (pg *page) linked(l typeset.Line, x, y, leading float64, col rgb) {
	rest := l
	rest.Pieces = nil
	flush := func() {
		pg.line(rest, x, y, col)
		rest.Pieces = nil
	}
	for _, p := range l.Pieces {
		from := 0
		part := func(to int) typeset.Piece {
			q := p
			q.Text, q.X = p.Text[from:to], p.X+p.Face.Width(p.Text[:from], p.Size)
			from = to
			return q
		}
		for _, at := range address.FindAllStringIndex(p.Text, -1) {
			found := strings.TrimRight(p.Text[at[0]:at[1]], ".,;:)")
			url := found
			if !strings.Contains(found, "://") {
				url = "mailto:" + found
			}
			if at[0] > from {
				rest.Pieces = append(rest.Pieces, part(at[0]))
			}
			flush()
			q := part(at[0] + len(found))
			pg.leads(&link{x: x + q.X, y: y - 0.8*leading, w: q.Face.Width(found, q.Size), h: leading, url: url, says: found}, func() {
				pg.line(typeset.Line{Pieces: []typeset.Piece{q}}, x, y, col)
			})
		}
		if from < len(p.Text) {
			rest.Pieces = append(rest.Pieces, part(len(p.Text)))
		}
	}
	flush()
}

// leads draws what a link is on.
func (pg *page) leads(l *link, draw func()) {
	top := pg.top()
	if top == nil {
		draw()
		return
	}
	if !top.holds() {
		top = top.child("P")
	}
	l.el = top.child("Link")
	pg.links = append(pg.links, l)
	pg.within(l.el, draw)
}
