package briefing

import (
	"slices"
	"strings"

	"jianbao/internal/indicator"
)

// ownWords lists the texts of the source that may be printed and hold digits,
// longer ones before shorter ones that they contain.
func ownWords(d *indicator.Dataset) map[string][]ownWord {
	var all []ownWord
	file := Cell{File: d.File, Sheet: d.File}
	add := func(cell Cell, texts ...Text) {
		if cell.String() == "" {
			cell = file
		}
		for _, t := range texts {
			for _, s := range [...]string{t.ZH, t.EN} {
				for _, piece := range reference.Split(s, -1) { // what stands between references
					if strings.ContainsAny(piece, "0123456789") {
						all = append(all, ownWord{strings.ToLower(piece), cell})
					}
				}
			}
		}
	}
	for _, l := range d.Strings {
		add(l.Cell, Text{ZH: l.Text})
	}
	i := d.Info
	add(file, i.Title, i.Issuer, i.Area, i.Source, i.Contact, i.Headline, Text{ZH: i.Release, EN: d.File})
	for k := range d.Series {
		s := &d.Series[k]
		r := reading{s: s}
		add(s.Cell, s.Name, s.Short, s.Group, s.Note, s.Unit.Text, r.name(), r.label())
	}
	for _, t := range d.Targets {
		add(t.Cell, t.Text)
	}
	for _, h := range d.Highlights {
		add(h.Cell, h.Group, h.Name, h.Point)
	}
	slices.SortStableFunc(all, func(a, b ownWord) int { return len(b.text) - len(a.text) })
	out := map[string][]ownWord{}
	for _, w := range all {
		for i := 0; i < len(w.text); {
			j := numberEnd(w.text, i, len(w.text))
			if had := out[w.text[i:j]]; j > i && (len(had) == 0 || had[len(had)-1] != w) {
				out[w.text[i:j]] = append(had, w)
			}
			i = max(j, i+1)
		}
	}
	return out
}

// numberEnd is where a number that begins at i ends, before end; i itself where
// none begins.
func numberEnd(s string, i, end int) int {
	if !isDigit(s[i]) {
		return i
	}
	j := i + 1
	for j < end && (isDigit(s[j]) || (s[j] == '.' || s[j] == ',') && j+1 < end && isDigit(s[j+1])) {
		j++
	}
	return j
}
