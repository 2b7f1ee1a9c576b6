package sources

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// How many findings of one code are listed for one sheet before the rest is
// counted only: a workbook with 500 bad cells must stay readable.
const (
	maxFindings = 20
	maxInfos    = 3
)

// reporter collects the diagnostics of one file and keeps the list short.
type reporter struct {
	file   string
	list   diagnostic.List
	counts map[findingKind]*tally
	order  []findingKind
	said   map[saying]bool
}

// saying is what a reader would take for the same, seen twice.
type saying struct {
	kind    findingKind
	addr    string
	message string
}

type findingKind struct{ sheet, code string }

// tally counts the findings of one kind; last is the place of the latest.
type tally struct {
	n        int
	severity diagnostic.Severity
	last     indicator.Cell
}

func newReporter(file string) *reporter {
	return &reporter{file: file, counts: map[findingKind]*tally{}, said: map[saying]bool{}}
}

// at is the place of an address on a sheet of this file.
func (r *reporter) at(sheet, addr string) indicator.Cell {
	return indicator.Cell{File: r.file, Sheet: sheet, Addr: addr}
}

// add records a finding. The formats take the same arguments; use indexed
// verbs where the languages need them in another order.
func (r *reporter) add(sev diagnostic.Severity, code string, at indicator.Cell, zh, en string, args ...any) {
	limit := maxFindings
	if sev == diagnostic.Info {
		limit = maxInfos
	}
	kind := findingKind{at.Sheet, code}
	one := saying{kind, at.Addr, format(zh, args)}
	if r.said[one] {
		return
	}
	t := r.counts[kind]
	if t == nil {
		t = &tally{severity: sev}
		r.counts[kind] = t
		r.order = append(r.order, kind)
	}
	t.n++
	t.last = at
	if t.n > limit {
		return
	}
	r.said[one] = true
	r.list.Add(sev, code, at, one.message, format(en, args))
}

func (r *reporter) errorf(code string, at indicator.Cell, zh, en string, args ...any) {
	r.add(diagnostic.Error, code, at, zh, en, args...)
}

func (r *reporter) warnf(code string, at indicator.Cell, zh, en string, args ...any) {
	r.add(diagnostic.Warning, code, at, zh, en, args...)
}

func (r *reporter) infof(code string, at indicator.Cell, zh, en string, args ...any) {
	r.add(diagnostic.Info, code, at, zh, en, args...)
}

// maxArgument bounds the characters of a text that a message repeats.
const maxArgument = 160

// format is Sprintf that leaves a text without arguments alone and repeats only
// the beginning of long ones.
func format(s string, args []any) string {
	if len(args) == 0 {
		return s
	}
	short := slices.Clone(args)
	for i, a := range short {
		if t, ok := a.(string); ok {
			short[i] = beginning(t, maxArgument)
		}
	}
	return fmt.Sprintf(s, short...)
}

// beginning is a text of at most n characters, or the first n of them and an
// ellipsis.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}

// finish closes the list: what was only counted is said in one line a kind.
func (r *reporter) finish() diagnostic.List {
	for _, kind := range r.order {
		t := r.counts[kind]
		limit := maxFindings
		if t.severity == diagnostic.Info {
			limit = maxInfos
		}
		if more := t.n - limit; more > 0 {
			r.list.Add(t.severity, kind.code, r.at(kind.sheet, ""),
				fmt.Sprintf("同类问题还有 %d 处，最后一处在 %s；处理方法相同。", more, t.last),
				fmt.Sprintf("and %d more of the same kind, the last at %s; mend them in the same way.", more, t.last))
		}
	}
	r.order, r.counts = nil, map[findingKind]*tally{}
	return r.list
}

// maxQuoted is how many characters of a cell a message repeats.
const maxQuoted = 40

// quote makes a cell's text fit to stand in a message: one line, no control
// characters, at most maxQuoted characters.
func quote(s string) string {
	var b strings.Builder
	n := 0
	space := false
	for _, c := range s {
		if n == maxQuoted {
			b.WriteRune('…')
			break
		}
		if unicode.IsSpace(c) || unicode.IsControl(c) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
			if n++; n == maxQuoted {
				b.WriteRune('…')
				break
			}
		}
		b.WriteRune(c)
		n++
	}
	return b.String()
}
