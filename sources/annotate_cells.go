package sources

import (
	"slices"
	"strconv"
	"strings"
)

// restyle gives cells of a sheet new formats: format tells the new one from the
// old. Cells that are blank and not in the file are added. Nothing else of the
// sheet changes.
func (m *sheetMap) restyle(cells []cellAt, format func(c cellAt, old int) int) []edit {
	cells = slices.Clone(cells)
	slices.SortFunc(cells, func(a, b cellAt) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	var edits []edit
	var tail strings.Builder // rows behind the last
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].row == cells[0].row {
			n++
		}
		row := cells[:n]
		cells = cells[n:]
		i, ok := m.findRow(row[0].row)
		switch {
		case ok:
			edits = append(edits, m.restyleRow(m.rows[i], row, format)...)
		case i < len(m.rows):
			edits = append(edits, edit{m.rows[i].start, m.rows[i].start, m.newRow(row, format)})
		default:
			tail.WriteString(m.newRow(row, format))
		}
	}
	if tail.Len() > 0 {
		if m.data.void {
			open := m.data
			open.void = false
			return append(edits, edit{m.data.start, m.data.end, open.String() + tail.String() + "</" + open.prefix + "sheetData>"})
		}
		edits = append(edits, edit{m.dataTo, m.dataTo, tail.String()})
	}
	return edits
}

// findRow is where a row is, or would be, among the rows of the sheet.
func (m *sheetMap) findRow(row int) (int, bool) {
	return slices.BinarySearchFunc(m.rows, row, func(r rowSpan, row int) int { return r.num - row })
}

// newRow is a row of blank cells.
func (m *sheetMap) newRow(cells []cellAt, format func(cellAt, int) int) string {
	var b strings.Builder
	b.WriteString("<" + m.root.prefix + `row r="` + strconv.Itoa(cells[0].row) + `">`)
	for _, c := range cells {
		b.WriteString(m.newCell(c, format(c, m.colStyle(c.col))))
	}
	b.WriteString("</" + m.root.prefix + "row>")
	return b.String()
}

func (m *sheetMap) newCell(c cellAt, format int) string {
	return "<" + m.root.prefix + `c r="` + c.String() + `" s="` + strconv.Itoa(format) + `"/>`
}

// restyleRow changes the cells of a row that is there.
func (m *sheetMap) restyleRow(r rowSpan, cells []cellAt, format func(cellAt, int) int) []edit {
	s := tags{xml: m.xml, at: r.start}
	row, _ := s.next()
	blank := func(c cellAt) int { // the format of a cell that is not there
		if v, _ := row.attr("customFormat"); v == "1" || v == "true" {
			return int(attrNumber(row, "s", 0))
		}
		return m.colStyle(c.col)
	}
	var edits []edit
	grown := false // cells were added: the row's note of its width may be wrong
	before := func(at, col int) {
		for len(cells) > 0 && cells[0].col < col {
			edits = append(edits, edit{at, at, m.newCell(cells[0], format(cells[0], blank(cells[0])))})
			cells, grown = cells[1:], true
		}
	}
	if row.void {
		open := row.without("spans")
		open.void = false
		text := open.String()
		for _, c := range cells {
			text += m.newCell(c, format(c, blank(c)))
		}
		return []edit{{row.start, row.end, text + "</" + row.prefix + "row>"}}
	}
	for col := 0; len(cells) > 0; {
		t, ok := s.next()
		if !ok {
			break
		}
		if t.close && t.name == "row" {
			before(t.start, 1<<30)
			break
		}
		if t.name != "c" || t.close || t.prefix != row.prefix {
			continue
		}
		col++
		if ref, ok := t.attr("r"); ok {
			if c, ok := parseCell(ref); ok {
				col = c.col
			}
		}
		before(t.start, col)
		if len(cells) > 0 && cells[0].col == col {
			style := format(cells[0], int(attrNumber(t, "s", 0)))
			edits = append(edits, edit{t.start, t.end, t.with("s", strconv.Itoa(style)).String()})
			cells = cells[1:]
		}
	}
	if grown {
		edits = append(edits, edit{row.start, row.end, row.without("spans").String()})
	}
	return edits
}
