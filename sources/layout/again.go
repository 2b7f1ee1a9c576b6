package layout

import (
	"regexp"
)

// repeatsHead reports whether a row says again what a row of the head says, as
// after a page break.
func (b *block) repeatsHead(row *Row) bool {
	for i := range b.head {
		same, all := 0, 0
		for _, c := range row.Cells {
			if c.Blank() || c.Spread {
				continue
			}
			all++
			if squeeze(b.head[i].At(c.Col).Text) == squeeze(c.Text) {
				same++
			}
		}
		if all > 1 && same*5 >= all*4 {
			return true
		}
	}
	return false
}

// titled reports whether the rows held back are the title of another table, as
// over each of several tables with the same head: 二、固定资产投资. That of a page
// break repeats the title, or says that the table goes on.
func (b *block) titled() bool {
	for i := range b.held {
		r := &b.held[i]
		for _, c := range r.Cells {
			if c.Kind == Text && !c.Spread && unitLine.MatchString(c.Text) && !b.said(squeeze(c.Text)) {
				return true // of another unit
			}
		}
		c := r.At(leftmost(r))
		if filled(r) != 1 || c.Kind != Text || isMeta(r) {
			continue
		}
		text := continued.ReplaceAllString(squeeze(c.Text), "")
		if text == "" || ParseLabel(CutSection(text)).pure() || b.said(text) {
			continue
		}
		return true
	}
	return false
}

// continued is how a title says that its table goes on.
var continued = regexp.MustCompile(`(?i)^续\s*表\s*\d*|[-—(（]*续\s*表?[一二三四五六七八九十\d]*[)）]*$|[(（]?(?:cont(?:inued|'d|d)?\.?)[)）]?$`)

// said reports whether a text stands above the block.
func (b *block) said(text string) bool {
	for i := range b.lines {
		for _, c := range b.lines[i].Cells {
			if c.Kind == Text && squeeze(c.Text) == text {
				return true
			}
		}
	}
	return false
}

// sayOtherwise reports whether a row that repeats a head says in its stub that
// other figures follow: Growth rate | 2020 | 2021.
func (b *block) sayOtherwise(row *Row) bool {
	first := row.At(leftmost(row))
	if first.Kind != Text || roleOf(first.Text) != noRole {
		return false
	}
	for i := range b.head {
		if squeeze(b.head[i].At(first.Col).Text) == squeeze(first.Text) {
			return false
		}
	}
	l := ParseLabel(first.Text)
	return l.Measure != "" || l.Unit != "" || l.Prices != ""
}

// goesOn reports whether a row below a note is one of the block's own: with a name
// in its first column and figures in most of the others.
func (b *block) goesOn(row *Row, values int) bool {
	if len(b.body) == 0 || 2*values < min(len(b.cols), 8) {
		return false
	}
	first := row.At(leftmost(&b.body[0]))
	return first.Kind == Text && !first.Blank()
}
