package sources

import (
	"strconv"
	"strings"

	"jianbao/internal/diagnostic"
)

// Light fills that mark cells, by severity.
var severityFill = map[diagnostic.Severity]string{
	diagnostic.Error:   "FFFAD7D7",
	diagnostic.Warning: "FFFDEFC3",
	diagnostic.Info:    "FFDCEBF7",
}

// styleSheet is the formats of a workbook, to which formats are added.
type styleSheet struct {
	xml               string
	fonts, fills, xfs styleList
	marked            map[markedFormat]int
	markFill          map[diagnostic.Severity]int
}

type markedFormat struct {
	base     int
	severity diagnostic.Severity
}

// styleList is a list of fonts, fills or formats.
type styleList struct {
	open  tag
	end   int      // where its closing tag starts; behind the tag itself if it is void
	items []string // as written
	old   int      // how many there were
}

const noStyles = xmlHead + `<styleSheet xmlns="` + mainNamespace + `">` +
	`<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

// parseStyles reads the formats of a workbook. It returns false if they lack a
// list, in which case cells cannot be marked.
func parseStyles(xml string) (*styleSheet, bool) {
	if xml == "" {
		xml = noStyles
	}
	st := &styleSheet{xml: xml, marked: map[markedFormat]int{}, markFill: map[diagnostic.Severity]int{}}
	lists := map[string]*styleList{"fonts": &st.fonts, "fills": &st.fills, "cellXfs": &st.xfs}
	s := tags{xml: xml}
	for {
		t, ok := s.next()
		if !ok {
			break
		}
		l := lists[t.name]
		if l == nil || t.close || l.open.end > 0 {
			continue
		}
		l.open = t
		l.end = t.end
		if !t.void {
			l.read(&s)
		}
		l.old = len(l.items)
	}
	return st, st.fonts.old > 0 && st.fills.old > 0 && st.xfs.old > 0
}

// read reads the items up to the end of the list.
func (l *styleList) read(s *tags) {
	depth, start := 0, 0
	for {
		t, ok := s.next()
		if !ok {
			return
		}
		if depth == 0 && !t.close {
			start = t.start
		}
		switch {
		case t.close && depth == 0:
			l.end = t.start
			return
		case t.close:
			depth--
		case !t.void:
			depth++
		}
		if depth == 0 {
			l.items = append(l.items, s.xml[start:t.end])
		}
	}
}

// add appends an item, written without prefixes, and returns its index.
func (l *styleList) add(item string) int {
	if p := l.open.prefix; p != "" {
		item = strings.ReplaceAll(strings.ReplaceAll(item, "</", "\x00"), "<", "<"+p)
		item = strings.ReplaceAll(item, "\x00", "</"+p)
	}
	l.items = append(l.items, item)
	return len(l.items) - 1
}

// edits are what writes the added items.
func (l *styleList) edits() []edit {
	if len(l.items) == l.old {
		return nil
	}
	open := l.open.with("count", strconv.Itoa(len(l.items)))
	return []edit{
		{l.open.start, l.open.end, open.String()},
		{l.end, l.end, strings.Join(l.items[l.old:], "")},
	}
}

// String is the part with what was added.
func (st *styleSheet) String() string {
	edits := append(st.fonts.edits(), st.fills.edits()...)
	return splice(st.xml, append(edits, st.xfs.edits()...))
}

// mark is the format that differs from base by its fill alone. Light writing
// on a dark fill would vanish: such a cell keeps its format.
func (st *styleSheet) mark(base int, sev diagnostic.Severity) int {
	if base < 0 || base >= st.xfs.old {
		base = 0
	}
	key := markedFormat{base, sev}
	if id, ok := st.marked[key]; ok {
		return id
	}
	s := tags{xml: st.xfs.items[base]}
	xf, ok := s.next()
	id := base
	if font := int(attrNumber(xf, "fontId", 0)); ok && !st.light(font) {
		marked := xf.with("fillId", strconv.Itoa(st.fill(sev))).with("applyFill", "1")
		id = len(st.xfs.items)
		st.xfs.items = append(st.xfs.items, marked.String()+st.xfs.items[base][xf.end:])
	}
	st.marked[key] = id
	return id
}

// fill is the fill of a severity.
func (st *styleSheet) fill(sev diagnostic.Severity) int {
	id, ok := st.markFill[sev]
	if !ok {
		id = st.fills.add(solid(severityFill[sev]))
		st.markFill[sev] = id
	}
	return id
}

func solid(argb string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="` + argb + `"/><bgColor indexed="64"/></patternFill></fill>`
}

// light reports whether a font writes in white or nearly so.
func (st *styleSheet) light(font int) bool {
	if font < 0 || font >= st.fonts.old {
		return false
	}
	for s := (tags{xml: st.fonts.items[font]}); ; {
		t, ok := s.next()
		if !ok {
			return false
		}
		if t.name != "color" {
			continue
		}
		if v, ok := t.attr("theme"); ok {
			return v == "0" && attrNumber(t, "tint", 0) > -0.3 // the background's colour
		}
		if v, ok := t.attr("indexed"); ok {
			return v == "1" || v == "9"
		}
		rgb, _ := t.attr("rgb")
		v, err := strconv.ParseUint(rgb[max(0, len(rgb)-6):], 16, 32)
		return err == nil && 299*(v>>16)+587*(v>>8&0xFF)+114*(v&0xFF) > 190*1000
	}
}
