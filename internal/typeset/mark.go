package typeset

// setMark trims a punctuation mark to its surroundings, before and after being
// the characters beside it. Quotes and dots that both scripts use take the
// width of their ink beside Latin text; adjacent full-width marks share the
// blank between them (CLREQ 3.1.6.2).
func setMark(it *item, before *item, after rune, em float64) {
	prev := rune(0)
	if before != nil {
		prev = before.r
	}
	switch it.r {
	case '“', '”', '‘', '’', '·', '…':
		if latinSide(it.r, prev, after) {
			it.western = true
			if it.advance > 0.9*em {
				left, right := inkOf(it.r)
				it.shift, it.width = -left*em, (right-left)*em
			}
			return
		}
	}
	if it.width < 0.9*em { // a proportional mark: nothing to trim
		return
	}
	switch halfWidth(it.r) {
	case -1:
		if side := halfWidth(prev); side == -1 || side == 1 && before.width > 0.9*em {
			it.shift, it.width = -half*em, half*em
			return
		}
		it.atStart = half * em
		it.shrink = markShrink * em
	case 1:
		if halfWidth(after) == 1 {
			it.width = half * em
			return
		}
		it.atEnd = half * em
		if it.r != '。' && it.r != '．' { // the end of a sentence keeps its air
			it.shrink = markShrink * em
		}
	}
}

// documentNumber finds the number of an official document, 〔2024〕12号 (GB/T
// 9704), of which item i is the closing bracket: its opening bracket, its first
// digit (or 第) and its 号.
func documentNumber(items []item, i int) (open, first, end int, ok bool) {
	open, first = i-1, i+1
	for open >= 0 && isDigit(items[open].r) {
		open--
	}
	end = first
	if end < len(items) && items[end].r == '第' {
		end++
	}
	digits := end
	for end < len(items) && isDigit(items[end].r) {
		end++
	}
	ok = open >= 0 && items[open].r == '〔' && open < i-1 && end > digits && end < len(items) && items[end].r == '号'
	return open, first, end, ok
}

// closeDocumentNumbers sets 〔2024〕12号 closed: neither the blank of its
// brackets nor the air between digits and 号.
func closeDocumentNumbers(items []item, spans []Span) {
	for i := range items {
		if items[i].r != '〕' {
			continue
		}
		open, first, end, ok := documentNumber(items, i)
		if !ok {
			continue
		}
		if em := spans[items[i].span].Size; items[i].width > 0.9*em {
			items[i].width, items[i].atEnd, items[i].shrink = half*em, 0, 0
		}
		if em := spans[items[open].span].Size; items[open].width > 0.9*em && open > 0 && items[open-1].class == hanzi {
			items[open].shift, items[open].width, items[open].atStart, items[open].shrink = -half*em, half*em, 0, 0
		}
		for k := first; k <= end; k++ {
			items[k].gap, items[k].stretch, items[k].shrink = 0, 0, 0
		}
	}
}

// latinSide reports whether a mark that both scripts use belongs to Latin text
// here: an opening quote by what follows, the rest by what precedes.
func latinSide(r, before, after rune) bool {
	switch r {
	case '“', '‘':
		return isLatin(after) && (before == 0 || isLatin(before))
	case '·':
		return isLatin(before) && isLatin(after)
	}
	return isLatin(before) && (after == 0 || isLatin(after) || isQuote(after))
}

func isLatin(r rune) bool { return r != 0 && r < 0x2E80 && !isQuote(r) && classify(r) != circled }

func isQuote(r rune) bool { return r == '“' || r == '”' || r == '‘' || r == '’' }

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
