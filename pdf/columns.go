package pdf

import (
	"strings"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// cellText is what a cell shows: one line of thought in each language, or a
// number once.
func (l *layout) cellText(c *briefing.TableCell) (first, second string) {
	first, second = l.lead(c.Text), l.answer(c.Text)
	if c.Number {
		second = ""
	}
	return first, second
}

func (l *layout) cellWidth(c *briefing.TableCell) float64 {
	first, second := l.cellText(c)
	w := l.set(style(fonts.Regular, bodySize), first).Width
	w = max(w, l.set(style(fonts.Regular, smallSize), second).Width)
	if c.Tone != briefing.Plain {
		w += toneIndent
	}
	return w + l.markWidth(c)
}

func (l *layout) markWidth(c *briefing.TableCell) float64 {
	if c.Mark == "" {
		return 0
	}
	return l.set(style(fonts.Regular, markSize), c.Mark).Width + 0.8
}

// minimum is the least width of a column: its longest number, or a few hanzi
// of its text.
func (l *layout) minimum(t *briefing.Table, c int) float64 {
	if !t.Columns[c].Numeric {
		return min(l.natural(t, c, wordsMin), 70)
	}
	return max(l.natural(t, c, wordsMin), l.headMinimum(&t.Columns[c]))
}

// natural is the width of the widest cell of a column; numbers count as they
// stand on their common decimal point, words among them up to a width.
func (l *layout) natural(t *briefing.Table, c int, words float64) float64 {
	w, whole := 0.0, 0.0
	for _, r := range t.Rows {
		if r.Group || c >= len(r.Cells) {
			continue
		}
		cell := &r.Cells[c]
		if c > 0 && t.Columns[c].Numeric && cell.Number {
			before, _ := cutNumber(l.lead(cell.Text))
			whole = max(whole, l.set(style(fonts.Regular, bodySize), before).Width)
			continue
		}
		cw := l.cellWidth(cell)
		switch {
		case c == 0:
			cw += float64(r.Level) * indentStep
		case t.Columns[c].Numeric:
			cw = min(cw, max(words, l.unbroken(cell))) // words among numbers wrap
		}
		w = max(w, cw)
	}
	if whole > 0 {
		w = max(w, whole+l.fractionWidth(t, c))
	}
	return w
}

// unbroken is the width of the longest run of a cell's Latin text in which no
// line may break.
func (l *layout) unbroken(c *briefing.TableCell) float64 {
	first, second := l.cellText(c)
	w := 0.0
	for _, x := range [...]struct {
		s    string
		size float64
	}{{first, bodySize}, {second, smallSize}} {
		if strings.ContainsFunc(x.s, func(r rune) bool { return r >= 0x2E80 }) {
			continue // hanzi break anywhere
		}
		for _, word := range typeset.Words(x.s) {
			w = max(w, l.set(style(fonts.Regular, x.size), word).Width)
		}
	}
	if c.Tone != briefing.Plain {
		w += toneIndent
	}
	return min(w+l.markWidth(c), wordsCap)
}

// headMinimum is the width of the longest word of a head.
func (l *layout) headMinimum(c *briefing.Column) float64 {
	w := 0.0
	for _, t := range []briefing.Text{c.Head, c.Unit} {
		for _, s := range []string{l.lead(t), l.answer(t)} {
			for _, word := range strings.Fields(s) {
				w = max(w, min(l.set(style(fonts.Medium, smallSize), word).Width, headCap))
			}
		}
	}
	return w
}

// headNatural is the width of a head set without breaks, within reason.
func (l *layout) headNatural(c *briefing.Column) float64 {
	w := 0.0
	for _, t := range []briefing.Text{c.Head, c.Unit} {
		w = max(w, l.set(style(fonts.Medium, smallSize), l.lead(t)).Width, l.set(style(fonts.Regular, smallSize), l.answer(t)).Width)
	}
	return min(w, headCap)
}

// fractionWidth is the room that the longest fraction of a numeric column
// takes, the point and a status mark included.
func (l *layout) fractionWidth(t *briefing.Table, c int) float64 {
	w := 0.0
	for _, r := range t.Rows {
		if !r.Group && c < len(r.Cells) && r.Cells[c].Number {
			cell := &r.Cells[c]
			_, frac := cutNumber(l.lead(cell.Text))
			w = max(w, l.set(style(fonts.Regular, bodySize), frac).Width+l.markWidth(cell))
		}
	}
	return w
}

// cutNumber parts a number before its decimal point, or after its last digit.
func cutNumber(s string) (whole, frac string) {
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return s[:i], s[i:]
	}
	if i := strings.LastIndexAny(s, "0123456789"); i >= 0 {
		return s[:i+1], s[i+1:]
	}
	return s, ""
}

func (l *layout) head(c *briefing.Column, width float64) stack {
	var st stack
	add := func(w fonts.Weight, s string, col rgb) {
		if s != "" {
			st.add(l.lines(style(w, smallSize), s, width, false), smallSize, smallLead, col)
		}
	}
	add(fonts.Medium, l.lead(c.Head), l.col.ink)
	add(fonts.Regular, l.answer(c.Head), l.col.secondary)
	if !c.Unit.IsZero() {
		l.eitherApart(&st, c.Unit, " ", style(fonts.Regular, smallSize), width, smallLead, l.col.secondary)
	}
	return st
}
