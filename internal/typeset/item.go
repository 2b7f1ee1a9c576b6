package typeset

import (
	"slices"
	"sync"
	"unicode/utf8"

	"jianbao/fonts"
)

// item is one character of a paragraph with all that line breaking needs. Widths
// are in points.
type item struct {
	r       rune
	span    int32
	class   class
	level   level   // whether a line may start here
	western bool    // a mark of both scripts that stands in Latin text
	cost    float32 // of starting a line here
	face    *fonts.Face
	advance float64 // of the glyph as drawn
	width   float64 // that it takes in the line
	shift   float64 // where the glyph's own origin lies from the item's start
	gap     float64 // air before it, unless it starts a line
	atStart float64 // taken off (width and shift) when it starts a line
	atEnd   float64 // taken off the width when it ends a line
	stretch float64 // the most that the place before it opens
	shrink  float64 // the most that it gives up: of its gap or of its own blank
	hyphen  float64 // width of the hyphen that ends a line if the next starts here
}

const (
	// CLREQ 3.2 (中西文混排): a quarter em between hanzi and Latin letters or digits.
	sideGap = 0.25
	// The blank half of a full-width mark.
	half = 0.5

	// How far justification opens one place, in ems (CLREQ 3.5.2 拉伸). Beyond
	// a tenth, readers of the file take the air between two hanzi, or after a
	// mark, for a space; between words, and between hanzi and Latin, there is
	// one anyway.
	maxStretch  = 0.098
	wordStretch = 0.3
	// How much of their blank marks and gaps give up (CLREQ 3.5.2 挤压): less
	// than all, so that no line looks crammed beside the next; a gap half.
	markShrink  = 0.4
	gapShrink   = 0.125
	spaceShrink = 0.05
	wideShrink  = 0.25 // of a full-width space
)

// itemize measures the characters of spans and decides spacing. Line feeds
// have been cut away by the caller.
func itemize(fam *fonts.Family, spans []Span) []item {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.Text)
	}
	items := slices.Grow(reuse(), n)
	for n := range spans {
		s := &spans[n]
		for _, r := range s.Text {
			it := item{r: r, class: classify(r), span: int32(n)}
			switch it.class {
			case nothing:
				items = append(items, it)
				continue
			case space, glue:
				it.r = drawnSpace(fam, s.Weight, r, it.class)
			}
			if r < ' ' {
				it.r, it.class = ' ', space
			}
			it.face, _ = fam.For(s.Weight, it.r)
			it.advance = it.face.Advance(it.r) * s.Size
			it.width = it.advance
			items = append(items, it)
		}
	}
	var prev *item // the one before that has ink or width
	numbered := false
	for i := range items {
		it := &items[i]
		if it.class == nothing {
			continue
		}
		em := spans[it.span].Size
		numbered = numbered || it.r == '〕'
		if it.class == opening || it.class == closing || it.class == dash {
			setMark(it, prev, following(items, i), em)
		}
		if prev != nil {
			if spans[prev.span].Rise == 0 && spans[it.span].Rise == 0 &&
				(prev.class == hanzi && it.class != hanzi && isWord(it.r) || it.class == hanzi && prev.class != hanzi && isWord(prev.r)) {
				it.gap, it.shrink = sideGap*em, gapShrink*em
			}
			it.stretch = stretchOf(prev, it) * em
		}
		if it.class == space {
			it.shrink = min(spaceShrink*em, it.width/4)
			if it.r == '\u3000' {
				it.shrink = wideShrink * em
			}
		}
		prev = it
	}
	if numbered {
		closeDocumentNumbers(items, spans)
	}
	return items
}

// following is the next character with ink or width after item i, or 0.
func following(items []item, i int) rune {
	for i++; i < len(items); i++ {
		if items[i].class != nothing {
			return items[i].r
		}
	}
	return 0
}

// drawnSpace is the space that a face draws for one that it may lack.
func drawnSpace(fam *fonts.Family, w fonts.Weight, r rune, c class) rune {
	if r == ' ' || r == noBreakSpace || r >= 0x80 && fam.Face(w).Has(r) {
		return r
	}
	if c == glue {
		return noBreakSpace
	}
	return ' '
}

// stretchOf is how far the place between two characters opens, in ems.
func stretchOf(prev, it *item) float64 {
	switch {
	case it.class == space, it.class == glue, it.class == closing, prev.class == opening:
		return 0
	case prev.class == space, prev.class == glue, it.gap > 0:
		return wordStretch
	case prev.class == hanzi, it.class == hanzi, prev.class == closing && halfWidth(prev.r) != 0:
		return maxStretch
	}
	return 0
}

// items are large and short-lived; their memory is used again.
var spare sync.Pool

func reuse() []item {
	if p, ok := spare.Get().(*[]item); ok {
		return (*p)[:0]
	}
	return nil
}

func release(items []item) { spare.Put(&items) }
