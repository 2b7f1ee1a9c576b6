package typeset

import (
	"math"
	"unicode/utf8"

	"jianbao/fonts"
)

// setting is how a line is set: by what share of what they can its places open
// (above 0) or close (below), and whether a hyphen ends it.
type setting struct {
	ratio  float64
	hyphen bool
	fam    *fonts.Family
}

// makeLine places the items of one line. Those from ink on are the spaces at
// its end: in its text, not in its width.
func makeLine(items []item, ink int, spans []Span, set setting) Line {
	if len(items) == 0 {
		return Line{}
	}
	var line Line
	x, end := -items[0].atStart-items[0].gap, 0.0                     // end: of the glyphs of the piece under way
	text, starts := make([]byte, 0, 4*len(items)), make([]int, 0, 64) // of the pieces in the text
	for i := range items {
		it, s := &items[i], &spans[items[i].span]
		if it.class == nothing {
			continue
		}
		x += it.gap
		shift, width := it.shift, it.width
		if i < ink {
			switch {
			case set.ratio > 0 && i > 0:
				x += set.ratio * it.stretch
			case set.ratio < 0:
				x, shift, width = closeUp(it, x, -set.ratio, i == 0, i == ink-1)
			}
		}
		at := x + shift
		if !continues(line.Pieces, it, s, at-end) {
			starts = append(starts, len(text))
			line.Pieces = append(line.Pieces, Piece{Face: it.face, X: at, Style: s.Style, Rise: s.Rise, Tag: s.Tag})
			end = at
		}
		text = utf8.AppendRune(text, it.r)
		end += it.advance
		x += width
		if i < ink {
			line.Width = x
		}
	}
	whole := string(text)
	for n := range line.Pieces {
		to := len(whole)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		line.Pieces[n].Text = whole[starts[n]:to]
	}
	if ink > 0 {
		if ink > 1 || items[0].atStart == 0 {
			line.Width -= items[ink-1].atEnd
		}
		if set.hyphen {
			line.addHyphen(spans[items[ink-1].span], set.fam)
		}
	}
	return line
}

// closeUp is where an item stands and how wide it is when it gives up a share
// of its shrink: of the gap before it, or of its own blank. At the ends of a
// line gap and blank are gone already.
func closeUp(it *item, x, share float64, first, end bool) (at, shift, width float64) {
	give := share * it.shrink
	if first {
		give = share * (it.shrink - edgeShrink(it))
	}
	switch {
	case end && it.atEnd > 0 && !first:
		return x, it.shift, it.width
	case it.gap > 0:
		return x - give, it.shift, it.width
	case it.atStart > 0:
		return x, it.shift - give, it.width - give
	}
	return x, it.shift, it.width - give
}

// continues reports whether an item goes on with the last piece: in the same
// face and style, and right behind it. A space, which has no ink, may stand
// anywhere and goes on with the word before it.
func continues(pieces []Piece, it *item, s *Span, distance float64) bool {
	if len(pieces) == 0 || math.Abs(distance) > tolerance && it.class != space {
		return false
	}
	p := &pieces[len(pieces)-1]
	return p.Face == it.face && p.Style == s.Style && p.Rise == s.Rise && p.Tag == s.Tag
}

// hyphen is the character drawn where a word is divided. Chinese typefaces draw
// U+2010 a full em wide.
const hyphen = '-'

// addHyphen ends a line with a hyphen in the style of its last word.
func (l *Line) addHyphen(s Span, fam *fonts.Family) {
	face, _ := fam.For(s.Weight, hyphen)
	l.Pieces = append(l.Pieces, Piece{Text: string(hyphen), Face: face, X: l.Width, Style: s.Style, Rise: s.Rise, Tag: s.Tag, Hyphen: true})
	l.Width += face.Advance(hyphen) * s.Size
}
