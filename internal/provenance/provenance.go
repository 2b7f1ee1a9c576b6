// Package provenance is the list that travels with a briefing: where every
// number in it comes from. It is attached to the PDF as JSON and answers
// questions about a printed number.
package provenance

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"jianbao/internal/briefing"
)

// FileName is the name under which the list is attached.
const FileName = "provenance.json"

// format names this version of the list.
const format = "jianbao provenance 1"

// A List is where the numbers of one document come from.
type List struct {
	Format  string        `json:"format"`
	File    string        `json:"file,omitempty"` // the workbook, by its base name
	Title   briefing.Text `json:"title"`
	Entries []Entry       `json:"numbers"`
}

// An Entry is one origin and every form in which its number is printed. Value
// is unrounded. Cells are Sheet!A1, those of another file than the list's with
// its name before: old.xlsx!Sheet!A1.
type Entry struct {
	Kind       briefing.OriginKind `json:"kind"`
	Name       *briefing.Text      `json:"name,omitempty"`
	What       *briefing.Text      `json:"what,omitempty"`
	Value      string              `json:"value,omitempty"`
	Unit       *briefing.Text      `json:"unit,omitempty"`
	Period     string              `json:"period,omitempty"` // 2022, 2023-11, 2023-01..2023-11
	Status     string              `json:"status,omitempty"`
	Formula    string              `json:"formula,omitempty"`
	Expression string              `json:"expression,omitempty"`
	Cells      []string            `json:"cells,omitempty"`
	Printed    []string            `json:"printed"`
	In         []string            `json:"in"`
}

// Of lists the numbers of a briefing that a document in that language prints.
func Of(b *briefing.Briefing, lang briefing.Lang) *List {
	l := &List{Format: format, File: b.File, Title: b.Title}
	index := map[int]int{}
	for _, p := range b.Printed {
		if p.Lang != briefing.Both && !lang.Has(p.Lang) {
			continue
		}
		i, ok := index[p.Origin]
		if !ok {
			i = len(l.Entries)
			index[p.Origin] = i
			l.Entries = append(l.Entries, entry(b.Origins[p.Origin], b.File))
		}
		l.Entries[i].add(p.Text, p.Place)
	}
	return l
}

// Add lists a number that the document prints beside the content: a page number,
// the scale of a chart.
func (l *List) Add(kind briefing.OriginKind, text, place string) {
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Kind == kind && slices.Contains(e.In, place) {
			e.add(text, place)
			return
		}
	}
	e := Entry{Kind: kind}
	e.add(text, place)
	l.Entries = append(l.Entries, e)
}

func (e *Entry) add(text, place string) {
	if !slices.Contains(e.Printed, text) {
		e.Printed = append(e.Printed, text)
	}
	if !slices.Contains(e.In, place) {
		e.In = append(e.In, place)
	}
}

func entry(o briefing.Origin, file string) Entry {
	text := func(t briefing.Text) *briefing.Text {
		if t.IsZero() {
			return nil
		}
		return &t
	}
	e := Entry{Kind: o.Kind, Name: text(o.Name), What: text(o.What), Value: o.Value, Unit: text(o.Unit), Status: string(o.Status), Formula: o.Formula, Expression: o.Expression}
	if !o.Period.IsZero() {
		e.Period = o.Period.Code()
	}
	for _, c := range o.Cells {
		s := c.String()
		if c.File != "" && c.File != file {
			s = strings.TrimSuffix(c.File+"!"+s, "!")
		}
		e.Cells = append(e.Cells, s)
	}
	return e
}

// Encode writes the list as JSON.
func (l *List) Encode() ([]byte, error) {
	data, err := json.Marshal(l)
	if err != nil {
		return nil, fmt.Errorf("provenance: %w", err)
	}
	return data, nil
}

// ErrFormat says that an attachment is not such a list.
var ErrFormat = errors.New("not a list of the origins of numbers")

// Decode reads a list.
func Decode(data []byte) (*List, error) {
	l := &List{}
	if err := json.Unmarshal(data, l); err != nil {
		return nil, fmt.Errorf("provenance: %w: %w", ErrFormat, err)
	}
	if l.Format != format {
		return nil, fmt.Errorf("provenance: %w: format %q", ErrFormat, l.Format)
	}
	return l, nil
}

// Find lists the entries that a printed number may be of, statistics before
// what merely looks like them. The number may be
// written as people copy it from a page: with its sign, its unit, grouping.
func (l *List) Find(number string) []Entry {
	want := normal(number)
	if want == "" {
		return nil
	}
	var out []Entry
	for _, e := range l.Entries {
		if slices.ContainsFunc(e.Printed, func(p string) bool { return normal(p) == want }) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int { return rank(a) - rank(b) })
	return out
}

func rank(e Entry) int {
	switch e.Kind {
	case briefing.Observed, briefing.Targeted, briefing.Computed:
		return 0
	}
	return 1
}

// grouped are digits parted by a space: 14 533.
var grouped = regexp.MustCompile(`(\d)[ \x{a0}\x{2009}\x{202f}](\d{3}(?:\D|$))`)

// normal is the first number in a text, without sign and grouping.
func normal(s string) string {
	for grouped.MatchString(s) {
		s = grouped.ReplaceAllString(s, "$1$2")
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '０' && r <= '９':
			b.WriteRune(r - '０' + '0')
		case r >= '0' && r <= '9', r == '.' && b.Len() > 0:
			b.WriteRune(r)
		case (r == ',' || r == '\u2009' || r == '\u202f' || r == '\u00a0' || r == '，') && b.Len() > 0:
		case b.Len() > 0:
			return strings.TrimRight(b.String(), ".")
		}
	}
	return strings.TrimRight(b.String(), ".")
}
