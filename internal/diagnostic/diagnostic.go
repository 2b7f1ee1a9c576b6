// Package diagnostic says what is wrong, where, and how to mend it, in both
// languages. Every stage reports with it; none prints.
package diagnostic

import (
	"fmt"
	"sort"
	"strings"

	"jianbao/internal/indicator"
)

// Severity orders diagnostics by what they stop: an Error stops the build.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// A Diagnostic is one finding. Code is stable, lower case with hyphens, for
// scripts; Message says what was found, what was expected and how to mend it.
// Cell may lack a sheet or an address where the finding concerns a whole file
// or sheet.
type Diagnostic struct {
	Severity Severity
	Code     string
	Cell     indicator.Cell
	Message  indicator.Text
}

// Place is the file, sheet and address as a reader would look for them:
// 文件.xlsx 数据!C7, or less where less is known.
func (d Diagnostic) Place() string {
	place := d.Cell.File
	if s := d.Cell.String(); s != "" {
		place = strings.TrimSpace(place + " " + s)
	}
	return place
}

// List collects diagnostics in the order in which they were found.
type List []Diagnostic

// Add appends a diagnostic; zh and en are the finished sentences.
func (l *List) Add(sev Severity, code string, cell indicator.Cell, zh, en string) {
	*l = append(*l, Diagnostic{sev, code, cell, indicator.Text{ZH: zh, EN: en}})
}

// Has reports whether any diagnostic is at least as severe as sev.
func (l List) Has(sev Severity) bool {
	for _, d := range l {
		if rank(d.Severity) <= rank(sev) {
			return true
		}
	}
	return false
}

// Sorted returns a copy ordered by file, sheet, row and column, keeping the
// order of findings at one place.
func (l List) Sorted() List {
	s := append(List(nil), l...)
	sort.SliceStable(s, func(i, j int) bool { return s[i].Cell.Less(s[j].Cell) })
	return s
}

// Limit keeps the first n findings of each code and says how many more there
// are, so that five hundred bad cells give an answer that can be read.
func (l List) Limit(n int) List {
	count := map[string]int{}
	for _, d := range l {
		count[d.Code]++
	}
	var out List
	seen := map[string]int{}
	for _, d := range l {
		seen[d.Code]++
		if seen[d.Code] <= n {
			out = append(out, d)
		}
		if more := count[d.Code] - n; seen[d.Code] == n && more > 0 {
			cell := indicator.Cell{File: d.Cell.File, Sheet: d.Cell.Sheet}
			out.Add(d.Severity, d.Code, cell, fmt.Sprintf("同类问题另有%d处。", more), fmt.Sprintf("and %d more of this kind.", more))
		}
	}
	return out
}

func rank(s Severity) int {
	switch s {
	case Error:
		return 0
	case Warning:
		return 1
	}
	return 2
}
