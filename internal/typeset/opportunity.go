package typeset

import (
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/segmenter"
)

// level is how bad it would be to start a line at a character. Breaks above
// free are made only where the text would not fit its measure otherwise, the
// least bad first.
type level uint8

const (
	never level = iota // before a space, between a letter and its accent
	free
	weak  // before and after per, between million and a noun of no list
	loose // between an amount and what bounds or counts it: 6.5%以上, 约3年, 12 million persons
	mild  // inside a range or a date, between million and its unit, after the slash of a unit
	firm  // between 43.26 and billion
	soft  // between a number and its unit, between RMB and its amount
	hard  // inside a word or a unit
	whole // between the digits of a number
	last  // before a mark that may not start a line, after one that may not end it
)

// opportunities decides at which items a line may start: where UAX #14 lets it
// and CLREQ and our own rules do not forbid it, and in the few places where
// Chinese typesetting needs what UAX #14 denies.
func opportunities(items []item, spans []Span) {
	seg, _ := segments.Get().(*segmented)
	if seg == nil {
		seg = new(segmented)
	}
	defer segments.Put(seg)
	allowed := seg.breaks(items)
	prev := -1 // the item before that has ink or width
	for i := range items {
		if prev >= 0 {
			items[i].level = levelOf(items, spans, prev, i, allowed[i])
		}
		if items[i].class != nothing {
			prev = i
		}
	}
	keepNumbers(items, spans)
	partAddresses(items)
}

// segmented finds the breaks of UAX #14 and keeps the memory that it takes.
type segmented struct {
	segmenter segmenter.Segmenter
	text      []rune
	allowed   []bool
}

var segments sync.Pool

// breaks says before which items UAX #14 allows a break. Where our own rules
// forbid one anyway the answer does not matter: so text of plain characters
// alone, as most labels are, need not be asked about.
func (s *segmented) breaks(items []item) []bool {
	s.text, s.allowed = s.text[:0], s.allowed[:0]
	simple := true
	for i := range items {
		s.text = append(s.text, items[i].r)
		simple = simple && isPlain(items[i].r)
	}
	s.allowed = slices.Grow(s.allowed, len(items))[:len(items)]
	for i := range s.allowed {
		s.allowed[i] = simple
	}
	if simple {
		return s.allowed
	}
	s.segmenter.Init(s.text)
	for it := s.segmenter.LineIterator(); it.Next(); {
		if line := it.Line(); line.Offset > 0 {
			s.allowed[line.Offset] = true
		}
	}
	return s.allowed
}

// isPlain reports whether, among its like, our rules alone tell where UAX #14
// lets a line be broken: hanzi, letters, digits and the marks of lists.
func isPlain(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return true
	}
	switch r {
	case ' ', '.', ',', '%', '，', '。', '、', '；', '：', '（', '）':
		return true
	}
	return false
}

// levelOf decides how bad a break before item i is; p is the item before it
// that shows, allowed what UAX #14 says.
func levelOf(items []item, spans []Span, p, i int, allowed bool) level {
	prev, it := &items[p], &items[i]
	switch {
	case it.class == space, it.class == nothing, isCombining(it.r) && it.width == 0:
		return never
	case it.class == closing, it.class == dash, prev.class == opening,
		spans[it.span].Rise != 0 && prev.class != space, // a raised note mark
		isNote(items, i) && prev.class != space,
		items[i-1].r == wordJoiner:
		return last
	case p < i-1 && allowed: // after a zero width space or a soft hyphen
		return free
	case prev.class == space:
		if !allowed {
			return mild
		}
		return stuck(items, p, i)
	case prev.class == dash:
		if isWord(it.r) && (p == 0 || items[p-1].class != dash) {
			return mild // 1—11月 holds together
		}
		return free // UAX #14 keeps a quote on the dash before it (LB19)
	case it.class == circled && prev.class != closing, prev.class == circled && (p == 0 || items[p-1].class == closing):
		return mild // a note mark stays with its word, the number of a point with the point
	}
	return between(items, p, i, allowed || tailored(prev, it, following(items, i)))
}

// between is levelOf for letters, hanzi and the marks among them.
func between(items []item, p, i int, allowed bool) level {
	prev, it := &items[p], &items[i]
	switch {
	case prev.class == latin && it.class == latin:
		switch {
		case isDigit(prev.r) && isDigit(it.r):
			return whole
		case allowed && (prev.r == '-' && compound(items, p, i, 2) || prev.r == '/' && compound(items, p, i, 3)):
			return free
		case prev.r == '–' && compound(items, p, i, 3): // January–November
			return mild
		}
		return hard
	case prev.r == '/': // 万元/平方米
		return mild
	case prev.r == '.' && it.class == hanzi && p > 0 && isDigit(items[p-1].r): // 2.部分数据
		return mild
	case prev.class == closing && (it.class == latin || it.class == opening) && (halfWidth(prev.r) == 0 || prev.western):
		if it.class == opening && halfWidth(it.r) != 0 && !it.western && allowed {
			return free // 7.2%（现价）
		}
		return hard // inside 1,234 or 7.2
	case prev.class == latin && it.class == opening && (it.western || halfWidth(it.r) == 0):
		return hard // f(x)
	case !allowed:
		return hard
	}
	return free
}

// compound reports whether item p joins two words of at least n letters: not
// the X of X-ray nor the T of GB/T, and no number.
func compound(items []item, p, i, n int) bool {
	if p < n || i+n > len(items) {
		return false
	}
	for k := range n {
		if !isLetter(items[p-1-k].r) || !isLetter(items[i+k].r) {
			return false
		}
	}
	return true
}

// tailored reports whether a line may start at a character although UAX #14
// denies it there.
//
// Quotes: class QU clings to both sides except among East Asian characters
// (LB19a), so it would never be parted from 推进“AI+”行动 on either side. In
// Chinese text the direction of “ ‘ ” ’ is known and CLREQ 3.1.4 is enough.
//
// Full-width brackets: LB25 keeps those of a number, as in (5)%, on the sign
// after it; 7.2%（现价） is no such thing.
//
// A hyphen that is a sign: class HY never starts a line (LB21), but the number
// of 增速为-3.2% does.
func tailored(prev, it *item, after rune) bool {
	switch {
	case isQuote(it.r) && it.class == opening && !it.western:
		return prev.class != glue
	case isQuote(prev.r) && prev.class == closing && !prev.western:
		return it.class != glue
	case it.class == opening && halfWidth(it.r) != 0:
		return prev.class == closing && (prev.r == '%' || prev.r == '％' || prev.r == '‰' || prev.r == '℃' || prev.r == '°')
	case it.r == '-':
		return isDigit(after) && (prev.class == hanzi || prev.class == closing && halfWidth(prev.r) != 0)
	}
	return false
}

// isNote reports whether a note mark such as [12] starts at item i.
func isNote(items []item, i int) bool {
	if items[i].r != '[' {
		return false
	}
	k := i + 1
	for k < len(items) && isDigit(items[k].r) {
		k++
	}
	return k > i+1 && k < len(items) && items[k].r == ']'
}

// partAddresses breaks a web or mail address after its slashes (Chicago Manual
// of Style 7.46; UAX #14 would not before a digit) and, where that is not
// enough, after its other marks rather than between letters.
func partAddresses(items []item) {
	for i := 1; i+1 < len(items); i++ {
		if items[i].r != '@' && !(items[i].r == ':' && items[i+1].r == '/') {
			continue
		}
		to := i
		for i > 0 && items[i-1].r > ' ' && items[i-1].r < 0x7F {
			i--
		}
		for to < len(items) && items[to].r > ' ' && items[to].r < 0x7F {
			to++
		}
		for i += 2; i < to; i++ {
			switch {
			case items[i].level != hard || items[i].r == '/':
			case items[i-1].r == '/' && items[i-2].r != '/':
				items[i].level = free
			case strings.ContainsRune("/.?&=_-@", items[i-1].r):
				items[i].level = soft
			}
		}
	}
}
