package typeset

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"jianbao/fonts"
)

// item is one character of a paragraph with all that line breaking needs. Widths
// are in points.
type item struct {
	r       rune
	span    int
	face    *fonts.Face
	class   class
	advance float64 // of the glyph as drawn
	width   float64 // that it takes in the line
	shift   float64 // where the glyph's own origin lies from the item's start
	gap     float64 // air before it, unless it starts a line
	atStart float64 // taken off (width and shift) when it starts a line
	atEnd   float64 // taken off the width when it ends a line
	breaks  bool    // a line may start here
	stretch bool    // the place before it takes part in justification
}

const (
	// CLREQ 6.2.3: a quarter em between hanzi and Latin letters or digits.
	sideGap = 0.25
	// The blank half of a full-width mark.
	half = 0.5
)

// itemize measures the characters of spans and decides spacing and breaks.
// Line feeds have been cut away by the caller.
func itemize(fam *fonts.Family, spans []Span) []item {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.Text)
	}
	items := slices.Grow(reuse(), n)
	for n, s := range spans {
		for _, r := range s.Text {
			if r == '\t' || r == '\n' || r == '\r' {
				r = ' '
			}
			face, _ := fam.For(s.Weight, r)
			advance := face.Advance(r) * s.Size
			items = append(items, item{r: r, span: n, face: face, class: classify(r), advance: advance, width: advance})
		}
	}
	for i := range items {
		it := &items[i]
		em := spans[it.span].Size
		if it.class == opening || it.class == closing || it.class == dash {
			setMark(items, i, em)
		}
		if i == 0 {
			continue
		}
		prev := &items[i-1]
		switch {
		case isHan(prev.r) && isWord(it.r), isWord(prev.r) && isHan(it.r):
			if spans[prev.span].Rise == 0 && spans[it.span].Rise == 0 {
				it.gap = sideGap * em
			}
		}
		it.stretch = it.class != space && (prev.class == space || prev.class == hanzi || it.class == hanzi || prev.class == closing && halfWidth(prev.r) != 0) &&
			!(it.class == closing) && prev.class != opening
		it.breaks = mayBreak(items, i)
	}
	keepNumbers(items)
	return items
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

// setMark trims a punctuation mark to its surroundings. Full-width quotes and
// dots beside Latin text take the width of their ink; adjacent full-width marks
// share the blank between them (CLREQ 3.1.6).
func setMark(items []item, i int, em float64) {
	it := &items[i]
	before, after := rune(0), rune(0)
	if i > 0 {
		before = items[i-1].r
	}
	if i+1 < len(items) {
		after = items[i+1].r
	}
	side := halfWidth(it.r)
	if strings.ContainsRune("“”‘’·…", it.r) && latinSide(it.r, before, after) {
		left, right := inkOf(it.r)
		it.shift, it.width = -left*em, (right-left)*em
		return
	}
	if it.width < 0.9*em { // a proportional mark: nothing to trim
		return
	}
	switch side {
	case -1:
		if halfWidth(before) == -1 || halfWidth(before) == 1 && items[i-1].width > 0.9*em {
			it.shift, it.width = -half*em, half*em
			return
		}
		it.atStart = half * em
	case 1:
		if halfWidth(after) == 1 {
			it.width = half * em
			return
		}
		it.atEnd = half * em
	}
}

// latinSide reports whether a mark that both scripts use belongs to Latin text
// here: an opening quote by what follows, the rest by what precedes.
func latinSide(r, before, after rune) bool {
	lat := func(c rune) bool { return c != 0 && c < 0x2E80 && !strings.ContainsRune("“”‘’", c) }
	switch r {
	case '“', '‘':
		return lat(after) && (before == 0 || lat(before))
	case '·':
		return lat(before) && lat(after)
	}
	return lat(before) && (after == 0 || lat(after) || strings.ContainsRune("“”‘’", after))
}

// inkOf is the span that a full-width mark needs in Latin text, in ems: its ink
// and a little air, for the embedded typeface's drawing of these marks.
func inkOf(r rune) (left, right float64) {
	switch r {
	case '“':
		return 0.58, 1
	case '”':
		return 0, 0.42
	case '‘':
		return 0.76, 1
	case '’':
		return 0, 0.24
	case '·':
		return 0.25, 0.75
	}
	return 0.06, 0.94 // …
}

// mayBreak decides whether a line may start at item i > 0.
func mayBreak(items []item, i int) bool {
	prev, it := items[i-1], items[i]
	switch {
	case it.class == space, it.class == closing, it.class == dash, prev.class == opening:
		return false
	case prev.class == space:
		return !stuckSpace(wordBefore(items, i-1), wordAfter(items, i))
	case prev.class == dash:
		return !isWord(it.r) // 1—11月 holds together
	case prev.class == latin && it.class == latin:
		// After a hyphen or slash inside a word, but not before a digit.
		return (prev.r == '-' || prev.r == '/') && isLetter(it.r) && i > 1 && isLetter(items[i-2].r)
	case prev.class == closing && it.class == latin:
		return halfWidth(prev.r) != 0 && prev.width > 0 && !latinNeighbours(items, i) // not inside 1,234 or 7.2
	case prev.class == latin && it.class == opening, prev.class == closing && it.class == opening:
		return halfWidth(it.r) != 0 || it.r > 0x2E80
	}
	return true
}

// latinNeighbours reports whether the mark before item i stands inside Latin text.
func latinNeighbours(items []item, i int) bool {
	return i >= 2 && items[i-1].r < 0x2E80 && items[i-2].class == latin
}

func wordBefore(items []item, i int) string {
	j := i
	for j > 0 && items[j-1].class != space {
		j--
	}
	return text(items[j:i])
}

func wordAfter(items []item, i int) string {
	j := i
	for j < len(items) && items[j].class != space {
		j++
	}
	return text(items[i:j])
}

func text(items []item) string {
	var b strings.Builder
	for _, it := range items {
		b.WriteRune(it.r)
	}
	return b.String()
}

// keepNumbers forbids breaks between a number and its unit, and between a year
// and the month that follows it.
func keepNumbers(items []item) {
	for i := 1; i < len(items); i++ {
		if !isDigit(items[i-1].r) || !isHan(items[i].r) {
			continue
		}
		end := min(i+5, len(items))
		rest := text(items[i:end])
		for _, unit := range unitsAfterNumber {
			if strings.HasPrefix(rest, unit) {
				for k := range []rune(unit) {
					items[i+k].breaks = false
				}
				break
			}
		}
	}
}
