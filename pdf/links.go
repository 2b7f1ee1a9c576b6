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
	pg.line(l, x, y, col)
	for _, p := range l.Pieces {
		for _, at := range address.FindAllStringIndex(p.Text, -1) {
			found := strings.TrimRight(p.Text[at[0]:at[1]], ".,;:)")
			url := found
			if !strings.Contains(found, "://") {
				url = "mailto:" + found
			}
			from := x + p.X + p.Face.Width(p.Text[:at[0]], p.Size)
			pg.links = append(pg.links, link{x: from, y: y - 0.8*leading, w: p.Face.Width(found, p.Size), h: leading, url: url})
		}
	}
}
