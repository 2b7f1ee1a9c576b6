package sources

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// cellAt is a place on a sheet; column and row count from 1.
type cellAt struct{ row, col int }

func (c cellAt) String() string {
	s, _ := excelize.CoordinatesToCellName(c.col, c.row)
	return s
}

// parseCell reads an address, or the first of a range.
func parseCell(addr string) (cellAt, bool) {
	addr, _, _ = strings.Cut(strings.ReplaceAll(addr, "$", ""), ":")
	col, row, err := excelize.CellNameToCoordinates(addr)
	return cellAt{row, col}, err == nil
}

// area is a range of cells with both its corners.
type area struct{ from, to cellAt }

func (a area) has(c cellAt) bool {
	return a.from.row <= c.row && c.row <= a.to.row && a.from.col <= c.col && c.col <= a.to.col
}

// sheetMap is where things stand in the XML of a worksheet.
type sheetMap struct {
	xml    string
	root   tag
	cols   []colSpan
	rows   []rowSpan
	data   tag // <sheetData>
	dataTo int // where rows may be added at the end
	merges []area
	height float64 // of rows that do not say, in points
	width  float64 // of columns that do not say, in characters

	legacy   tag // <legacyDrawing>, if there is one
	legacyAt int // where it would have to stand
}

// colSpan is columns of one width and format.
type colSpan struct {
	from, to, style int
	width           float64
}

// rowSpan is a row: its number, where its tag starts, and its height, 0 where
// it does not say.
type rowSpan struct {
	num, start int
	height     float32
}

// behindLegacy are the elements of a worksheet that follow its legacyDrawing.
var behindLegacy = map[string]bool{
	"legacyDrawingHF": true, "drawingHF": true, "picture": true, "oleObjects": true, "controls": true,
	"webPublishItems": true, "tableParts": true, "extLst": true, "AlternateContent": true,
}

// mapSheet looks through the XML of a worksheet once.
func mapSheet(xml string) (*sheetMap, error) {
	m := &sheetMap{xml: xml, height: 15, width: 8.43}
	s := tags{xml: xml}
	depth := 0
	for {
		t, ok := s.next()
		if !ok {
			break
		}
		if t.close {
			depth--
			if depth == 0 && m.legacyAt == 0 {
				m.legacyAt = t.start
			}
			continue
		}
		switch {
		case depth == 0:
			m.root = t
		case depth == 1 && t.name == "sheetData":
			m.data = t
			m.dataTo = t.end
			if !t.void {
				if !m.mapRows(&s) {
					return nil, errDamaged
				}
				continue
			}
		case depth == 1 && t.name == "legacyDrawing":
			m.legacy = t
		case depth == 1 && m.data.end > 0 && m.legacyAt == 0 && behindLegacy[t.name]:
			m.legacyAt = t.start
		case depth == 1 && t.name == "sheetFormatPr":
			m.height = attrNumber(t, "defaultRowHeight", m.height)
			m.width = attrNumber(t, "defaultColWidth", attrNumber(t, "baseColWidth", m.width-0.71)+0.71)
		case depth == 2 && t.name == "col":
			m.cols = append(m.cols, newColSpan(t, m.width))
		case depth == 2 && t.name == "mergeCell":
			m.addMerge(t)
		}
		if !t.void {
			depth++
		}
	}
	if m.data.end == 0 || m.legacyAt == 0 {
		return nil, errDamaged
	}
	return m, nil
}

// mapRows notes the rows up to the end of the sheet's data.
func (m *sheetMap) mapRows(s *tags) bool {
	last := 0
	for {
		t, ok := s.next()
		switch {
		case !ok:
			return false
		case t.close && t.name == "sheetData":
			m.dataTo = t.start
			return true
		case t.name == "row" && !t.close:
			last = int(attrNumber(t, "r", float64(last+1)))
			height := attrNumber(t, "ht", 0)
			if v, _ := t.attr("hidden"); v == "1" || v == "true" {
				height = 0.01
			}
			m.rows = append(m.rows, rowSpan{last, t.start, float32(height)})
		}
	}
}

func newColSpan(t tag, width float64) colSpan {
	c := colSpan{
		from: int(attrNumber(t, "min", 0)), to: int(attrNumber(t, "max", 0)),
		style: int(attrNumber(t, "style", 0)), width: attrNumber(t, "width", width),
	}
	if v, _ := t.attr("hidden"); v == "1" || v == "true" {
		c.width = 0
	}
	return c
}

func (m *sheetMap) addMerge(t tag) {
	ref, _ := t.attr("ref")
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		return
	}
	a, okA := parseCell(from)
	b, okB := parseCell(to)
	if okA && okB {
		m.merges = append(m.merges, area{a, b})
	}
}

// shown is the cell in which what concerns c can be seen: the first of merged
// cells, or c itself.
func (m *sheetMap) shown(c cellAt) cellAt {
	for _, a := range m.merges {
		if a.has(c) {
			return a.from
		}
	}
	return c
}

// attrNumber is an attribute that is a number.
func attrNumber(t tag, name string, otherwise float64) float64 {
	s, ok := t.attr(name)
	if !ok {
		return otherwise
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e9 {
		return otherwise
	}
	return v
}

// colWidth is the width of a column in pixels at the usual size of screen.
func (m *sheetMap) colWidth(col int) float64 {
	width := m.width
	for _, c := range m.cols {
		if c.from <= col && col <= c.to {
			width = c.width
		}
	}
	return math.Trunc(width*7 + 0.5)
}

// rowHeight is the height of a row in pixels.
func (m *sheetMap) rowHeight(row int) float64 {
	points := m.height
	if i, ok := m.findRow(row); ok && m.rows[i].height > 0 {
		points = float64(m.rows[i].height)
	}
	return math.Trunc(points*4/3 + 0.5)
}

// colStyle is the format of the blank cells of a column.
func (m *sheetMap) colStyle(col int) int {
	for _, c := range m.cols {
		if c.from <= col && col <= c.to {
			return c.style
		}
	}
	return 0
}
