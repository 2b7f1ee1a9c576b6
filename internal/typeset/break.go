package typeset

import (
	"strings"
	"unicode/utf8"

	"jianbao/fonts"
)

// Set sets s as one line, however long.
func Set(fam *fonts.Family, st Style, s string) Line {
	return SetSpans(fam, []Span{{Text: s, Style: st}})
}

// SetSpans sets runs of several styles as one line, however long.
func SetSpans(fam *fonts.Family, spans []Span) Line {
	items := itemize(fam, spans)
	defer release(items)
	return makeLine(items, len(items), spans, setting{})
}

// Width is the width of s set as one line, in points.
func Width(fam *fonts.Family, st Style, s string) float64 {
	items := itemize(fam, []Span{{Text: s, Style: st}})
	defer release(items)
	return naturalWidth(items)
}

// Break sets spans as lines no wider than width (in points), choosing the
// breaks of the whole paragraph together so that no line is much looser or
// tighter than the others. A line feed in the text ends a line. A word wider
// than the measure is cut where it must be.
func Break(fam *fonts.Family, spans []Span, width float64, opt Options) []Line {
	var lines []Line
	for _, para := range splitParagraphs(spans) {
		items := itemize(fam, para)
		lines = appendLines(lines, fam, items, para, width, opt)
		release(items)
	}
	return lines
}

// appendLines sets one paragraph.
func appendLines(lines []Line, fam *fonts.Family, items []item, spans []Span, width float64, opt Options) []Line {
	if end := inkEnd(items, len(items)); naturalWidth(items[:end]) <= width+tolerance {
		return append(lines, makeLine(items, end, spans, setting{}))
	}
	opportunities(items, spans)
	hyphenate(fam, items, spans, opt.Hyphenate)
	how := mannerOf(items, width, opt)
	relax(items, width, how)
	if how == label {
		weigh(items)
	}
	c := choose(items, width, how)
	for n, from := range c.starts {
		to := len(items)
		if n+1 < len(c.starts) {
			to = c.starts[n+1]
		}
		row := items[from:to]
		set := setting{fam: fam, hyphen: to < len(items) && items[to].hyphen > 0}
		if opt.Justify {
			set.ratio = c.ratio(from, to)
		}
		lines = append(lines, makeLine(row, inkEnd(row, len(row)), spans, set))
	}
	c.items = nil
	choices.Put(c)
	return lines
}

// mannerOf is how a paragraph is set: one that is neither justified nor prose to
// be hyphenated is a label while it is short.
func mannerOf(items []item, width float64, opt Options) manner {
	switch {
	case opt.Justify:
		return justified
	case !opt.Hyphenate && naturalWidth(items) <= labelLines*width:
		return label
	}
	return ragged
}

// feeds are the characters after which UAX #14 ends a line (BK, CR, LF, NL).
const feeds = "\n\r\v\f\u0085\u2028\u2029"

// hasFeed is strings.ContainsAny(s, feeds), which takes long over Chinese.
func hasFeed(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '\n' && c <= '\r':
			return true
		case c == 0xC2 || c == 0xE2:
			if strings.ContainsAny(s[i:min(len(s), i+3)], feeds) {
				return true
			}
		}
	}
	return false
}

// splitParagraphs cuts spans at line feeds.
func splitParagraphs(spans []Span) [][]Span {
	split := false
	for i := range spans {
		split = split || hasFeed(spans[i].Text)
	}
	if !split {
		return [][]Span{spans}
	}
	paras := [][]Span{nil}
	for _, s := range spans {
		rest := strings.ReplaceAll(s.Text, "\r\n", "\n")
		for {
			at := strings.IndexAny(rest, feeds)
			s.Text = rest
			if at >= 0 {
				s.Text = rest[:at]
			}
			paras[len(paras)-1] = append(paras[len(paras)-1], s)
			if at < 0 {
				break
			}
			_, n := utf8.DecodeRuneInString(rest[at:])
			rest = rest[at+n:]
			paras = append(paras, nil)
		}
	}
	return paras
}
