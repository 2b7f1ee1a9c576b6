// Package glossary knows the standard indicators of Chinese macroeconomic and
// local statistics, and the usual items of other countries' national accounts,
// by their official names in both languages and by the names that offices
// really write. It recognises an indicator in any spreadsheet and gives the
// name in the other language.
//
// The Chinese terms and their English are those of the National Bureau of
// Statistics, the People's Bank, the Ministry of Finance, customs, and the
// statistical yearbooks of provinces; the terms of other countries are those of
// the System of National Accounts and the International Standard Industrial
// Classification.
package glossary

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"jianbao/internal/indicator"
)

// Entry is one standard indicator.
type Entry struct {
	ID        string         // short, stable, of a-z, 0-9 and hyphens
	Name      indicator.Text // official, in both languages
	Aliases   []string       // other names, in either language
	Unit      string         // the usual one, in Chinese; "" where it varies
	Measure   indicator.Measure
	Basis     indicator.Basis
	Direction indicator.Direction
	Prices    indicator.Prices // on which its growth is published
	Group     indicator.Text
}

// Match tells how a name was recognised; a greater one is less certain.
type Match int

const (
	None   Match = iota
	Exact        // the official name
	Alias        // another usual name, as it stands in the glossary
	Folded       // either, but for what does not distinguish: see Find
)

// String is the match in one English word.
func (m Match) String() string {
	switch m {
	case Exact:
		return "exact"
	case Alias:
		return "alias"
	case Folded:
		return "folded"
	}
	return "none"
}

// Glossary finds indicators by name. It never changes and may be shared; the
// zero value knows nothing.
type Glossary struct {
	entries []Entry
	byID    map[string]int
	byKey   map[string]int32 // by what fold leaves of each name
	under   *Glossary        // asked where this one knows nothing
}

//go:embed glossary.tsv
var builtinTSV string

var builtin = sync.OnceValue(func() *Glossary {
	entries, err := parse(builtinTSV)
	if err != nil { // only a damaged build: a test reads every row
		return &Glossary{}
	}
	return index(entries, nil)
})

// Builtin is the glossary that ships with the program.
func Builtin() *Glossary { return builtin() }

// With is a copy in which these entries win over the others. One that has the
// id of another takes its place, and answers to the other's names too.
func (g *Glossary) With(entries []Entry) *Glossary {
	return index(slices.Clone(entries), g)
}

// index makes a glossary of entries, which it keeps. Of those that share a name, one that bears
// it officially wins over one that has it for an alias, and then the first.
func index(entries []Entry, under *Glossary) *Glossary {
	names, size := 0, 0
	for i := range entries {
		e := &entries[i]
		names += 2 + len(e.Aliases)
		size += len(e.Name.ZH) + len(e.Name.EN)
		for _, a := range e.Aliases {
			size += len(a)
		}
	}
	g := &Glossary{entries: entries[:0], byID: make(map[string]int, len(entries)), byKey: make(map[string]int32, names), under: under}
	for _, e := range entries {
		if _, ok := g.byID[e.ID]; ok && e.ID != "" {
			continue
		}
		g.byID[e.ID] = len(g.entries)
		g.entries = append(g.entries, e)
	}
	var keys strings.Builder // all keys in one piece of memory
	keys.Grow(size)
	buf := make([]byte, 0, 256)
	put := func(name string, i int) {
		if buf = fold(buf[:0], name); len(buf) > 0 {
			from := keys.Len()
			keys.Write(buf)
			g.byKey[keys.String()[from:]] = int32(i)
		}
	}
	// Backwards, so that what wins comes last.
	for i := len(g.entries) - 1; i >= 0; i-- {
		for _, a := range g.entries[i].Aliases {
			put(a, i)
		}
	}
	for i := len(g.entries) - 1; i >= 0; i-- {
		put(g.entries[i].Name.EN, i)
		put(g.entries[i].Name.ZH, i)
	}
	return g
}

// Len is the number of entries.
func (g *Glossary) Len() int {
	n := len(g.entries)
	if g.under == nil {
		return n
	}
	n += g.under.Len()
	for id := range g.byID {
		if _, ok := g.under.ByID(id); ok && id != "" {
			n--
		}
	}
	return n
}

// ByID is the entry of that id.
func (g *Glossary) ByID(id string) (Entry, bool) {
	if id == "" {
		return Entry{}, false
	}
	if i, ok := g.byID[id]; ok {
		return g.entries[i], true
	}
	if g.under != nil {
		return g.under.ByID(id)
	}
	return Entry{}, false
}

// lookup is the entry that a folded name leads to.
func (g *Glossary) lookup(key []byte) (Entry, bool) {
	if i, ok := g.byKey[string(key)]; ok {
		return g.entries[i], true
	}
	if g.under != nil {
		e, ok := g.under.lookup(key)
		if i, own := g.byID[e.ID]; ok && own && e.ID != "" {
			e = g.entries[i]
		}
		return e, ok
	}
	return Entry{}, false
}
