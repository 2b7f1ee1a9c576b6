package briefing

import (
	"sort"
	"strings"

	"jianbao/internal/indicator"
)

// ownWords lists the texts of the source that may be printed and hold digits,
// longer ones before shorter ones that they contain.
func ownWords(d *indicator.Dataset) []ownWord {
	var out []ownWord
	file := Cell{File: d.File, Sheet: d.File}
	add := func(cell Cell, texts ...Text) {
		if cell.String() == "" {
			cell = file
		}
		for _, t := range texts {
			for _, s := range [...]string{t.ZH, t.EN} {
				if strings.ContainsAny(s, "0123456789") {
					out = append(out, ownWord{strings.ToLower(s), cell})
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
	sort.SliceStable(out, func(a, b int) bool { return len(out[a].text) > len(out[b].text) })
	return out
}
