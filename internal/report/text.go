package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// foldFrom is from how many findings of one code in one sheet on they take one
// line together. Those whose finder has only counted the rest do so always.
const foldFrom = 6

var severities = map[diagnostic.Severity][2]string{
	diagnostic.Error:   {"错误", "error"},
	diagnostic.Warning: {"警告", "warning"},
	diagnostic.Info:    {"提示", "note"},
}

// entry is what takes one line: one finding, or those of one code, severity and
// sheet that are too many to be read.
type entry struct {
	first diagnostic.Diagnostic
	cells []indicator.Cell // with addresses, where several are folded
	rest  indicator.Text   // what findings of the code say that have no address: how many more there are
}

// Text prints findings for people: those of a file together under its name, by
// sheet and cell, each with its place, severity, message and code. Many of one
// code in a sheet take one line, with their cells and the message of the first.
func Text(w io.Writer, list diagnostic.List, ui UI) {
	for _, of := range byFile(list) {
		entries, indent := fold(of.Sorted()), ""
		file := of[0].Cell.File
		if len(entries) > 1 && file != "" {
			fmt.Fprintln(w, file)
			file, indent = "", "  "
		}
		for _, e := range entries {
			e.print(w, file, indent, ui)
		}
	}
}

// byFile parts findings by file, in the order in which files come up.
func byFile(list diagnostic.List) []diagnostic.List {
	var out []diagnostic.List
	index := map[string]int{}
	for _, d := range list {
		i, ok := index[d.Cell.File]
		if !ok {
			i, out = len(out), append(out, nil)
			index[d.Cell.File] = i
		}
		out[i] = append(out[i], d)
	}
	return out
}

// fold joins what is too much, each at the place of its first.
func fold(list diagnostic.List) []*entry {
	type kind struct {
		sheet, code string
		sev         diagnostic.Severity
	}
	kindOf := func(d diagnostic.Diagnostic) kind { return kind{d.Cell.Sheet, d.Code, d.Severity} }
	count, counted := map[kind]int{}, map[kind]bool{}
	for _, d := range list {
		k := kindOf(d)
		count[k]++
		counted[k] = counted[k] || count[k] > 1 && d.Cell.Addr == "" // cells come first
	}
	var out []*entry
	folded := map[kind]*entry{}
	for _, d := range list {
		k := kindOf(d)
		e := folded[k]
		switch {
		case count[k] < foldFrom && !counted[k]:
			out = append(out, &entry{first: d})
			continue
		case e == nil:
			e = &entry{first: d}
			folded[k] = e
			out = append(out, e)
		case d.Cell.Addr == "":
			e.rest = d.Message
		}
		if d.Cell.Addr != "" && !slices.Contains(e.cells, d.Cell) {
			e.cells = append(e.cells, d.Cell)
		}
	}
	return out
}

func (e *entry) print(w io.Writer, file, indent string, ui UI) {
	sev := severities[e.first.Severity]
	line := func(place, severity, colon, message string) string {
		if place != "" {
			place += colon
		}
		return fmt.Sprintf("%s%s%s%s [%s]", place, severity, colon, message, e.first.Code)
	}
	place := e.place(file)
	zh := line(place.ZH, sev[0], "：", e.message().ZH)
	en := line(place.EN, sev[1], ": ", e.message().EN)
	switch ui {
	case Chinese:
		fmt.Fprintln(w, indent+zh)
	case English:
		fmt.Fprintln(w, indent+en)
	default:
		fmt.Fprintf(w, "%s%s\n%s  %s: %s\n", indent, zh, indent, sev[1], e.message().EN)
	}
}

// place is the file, sheet and cells, as much of them as is known: 数据!C7,
// 数据!C7:C19、D4等15格.
func (e *entry) place(file string) indicator.Text {
	const shown = 3
	at := e.first.Cell.String()
	t := indicator.Text{ZH: at, EN: at}
	if n := len(e.cells); n > 1 {
		sheet := ""
		if e.first.Cell.Sheet != "" {
			sheet = e.first.Cell.Sheet + "!"
		}
		all := ranges(e.cells)
		some := all[:min(len(all), shown)]
		t.ZH, t.EN = sheet+strings.Join(some, "、"), sheet+strings.Join(some, ", ")
		if n > len(some) {
			t.ZH, t.EN = fmt.Sprintf("%s等%d格", t.ZH, n), fmt.Sprintf("%s, %d cells in all", t.EN, n)
		}
	}
	return indicator.Text{ZH: strings.TrimSpace(file + " " + t.ZH), EN: strings.TrimSpace(file + " " + t.EN)}
}

// message is that of the first finding, named as an example where it stands for
// several, and how many more there are.
func (e *entry) message() indicator.Text {
	t := e.first.Message
	if len(e.cells) > 1 {
		a := e.cells[0].Addr
		t = indicator.Text{ZH: fmt.Sprintf("如%s：%s", a, t.ZH), EN: fmt.Sprintf("for example %s: %s", a, t.EN)}
	}
	return indicator.Text{ZH: t.ZH + e.rest.ZH, EN: strings.TrimSpace(t.EN + " " + e.rest.EN)}
}
