package sources

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// cell is one cell as stored: the raw value, never the displayed rounding.
type cell struct {
	col, row int
	kind     cellKind
	text     string // the number or text; "" for a blank cell
	style    int
	formula  bool
	unstored bool // a formula without a stored result
}

type cellKind byte

const (
	numberCell cellKind = iota
	textCell
	boolCell
	errorCell
	isoDateCell
)

// blank reports whether there is nothing to read in the cell.
func (c cell) blank() bool {
	return !c.unstored && strings.TrimSpace(c.text) == ""
}

func (c cell) addr() string { return address(c.col, c.row) }

func address(col, row int) string {
	a, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return ""
	}
	return a
}

// coordinates reads an A1 address.
func coordinates(addr string) (col, row int, ok bool) {
	col, row, err := excelize.CellNameToCoordinates(addr)
	return col, row, err == nil
}

// gridRow is a row that has cells, in ascending columns.
type gridRow struct {
	number int
	hidden bool
	cells  []cell
}

// at returns the cell in a column, blank if there is none.
func (g *gridRow) at(col int) cell {
	for _, c := range g.cells {
		if c.col == col {
			return c
		}
	}
	return cell{col: col, row: g.number}
}

var errGrid = errors.New("not a worksheet")

// grid streams the rows of a sheet to visit, from top to bottom, until it
// returns false. The row is valid during the call only.
func (b *book) grid(sheet bookSheet, visit func(*gridRow) bool) error {
	if b.text != nil {
		return b.textGrid(visit)
	}
	g := gridReader{book: b, dec: b.decoder(sheet.part)}
	cut := true // the text ends before its rows do
	for {
		tok, err := g.dec.RawToken()
		if err == io.EOF && cut {
			return errGrid
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			cut = cut || t.Name.Local == "sheetData"
			if t.Name.Local != "row" {
				continue
			}
			if err := g.readRow(t); err != nil {
				return err
			}
			if !visit(&g.row) {
				return nil
			}
		case xml.EndElement:
			if t.Name.Local == "sheetData" || t.Name.Local == "worksheet" {
				cut = false
			}
		}
	}
}

// merge is a merged area, corners included.
type merge struct{ left, top, right, bottom int }

func (m merge) has(col, row int) bool {
	return m.left <= col && col <= m.right && m.top <= row && row <= m.bottom
}

// merges finds the merged areas of a sheet. They stand behind its rows, so
// that a large sheet need not be read twice.
func (b *book) merges(sheet bookSheet) []merge {
	if b.text != nil {
		return nil
	}
	part := b.part(sheet.part)
	part = part[max(0, bytes.LastIndex(part, []byte("sheetData>"))):]
	var out []merge
	for _, m := range mergeRef.FindAllSubmatch(part, maxMerges) {
		left, top, err1 := excelize.CellNameToCoordinates(string(m[1]))
		right, bottom, err2 := excelize.CellNameToCoordinates(string(m[2]))
		if err1 == nil && err2 == nil {
			out = append(out, merge{left, top, right, bottom})
		}
	}
	return out
}

// hiddenColumns are the columns that a sheet hides. They are told before its
// rows.
func (b *book) hiddenColumns(sheet bookSheet) map[int]bool {
	if b.text != nil {
		return nil
	}
	part := b.part(sheet.part)
	end := bytes.Index(part, []byte("sheetData"))
	if end < 0 {
		return nil
	}
	var out map[int]bool
	for _, m := range colRef.FindAllSubmatch(part[:end], 1000) {
		tag := string(m[0])
		if !strings.Contains(tag, `hidden="1"`) && !strings.Contains(tag, `hidden="true"`) {
			continue
		}
		from, err1 := strconv.Atoi(attrIn(tag, "min"))
		to, err2 := strconv.Atoi(attrIn(tag, "max"))
		if err1 != nil || err2 != nil {
			continue
		}
		for c := max(from, 1); c <= min(to, excelize.MaxColumns); c++ {
			if out == nil {
				out = map[int]bool{}
			}
			out[c] = true
		}
	}
	return out
}

var colRef = regexp.MustCompile(`<(?:\w+:)?col\s[^>]*>`)

// attrIn is an attribute of a tag as it is written.
func attrIn(tag, name string) string {
	_, rest, ok := strings.Cut(tag, " "+name+`="`)
	if !ok {
		return ""
	}
	v, _, _ := strings.Cut(rest, `"`)
	return v
}

var mergeRef = regexp.MustCompile(`mergeCell\s[^>]*ref="([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})"`)

// maxMerges bounds the merged areas that are remembered of one sheet.
const maxMerges = 10000

type gridReader struct {
	book *book
	dec  *xml.Decoder
	row  gridRow
	last int // number of the row before
}

func (g *gridReader) readRow(start xml.StartElement) error {
	number := g.last + 1
	if r := attr(start, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil {
			return errGrid
		}
		number = n
	}
	if number <= g.last || number > excelize.TotalRows {
		return errGrid
	}
	g.last = number
	hidden := attr(start, "hidden")
	g.row = gridRow{number: number, hidden: hidden == "1" || hidden == "true", cells: g.row.cells[:0]}
	col := 0
	for {
		tok, err := g.dec.RawToken()
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if t.Name.Local != "c" {
				continue
			}
			c, err := g.readCell(t, number, col+1)
			if err != nil {
				return err
			}
			if c.col <= col {
				return errGrid
			}
			col = c.col
			if c.text != "" || c.formula {
				g.row.cells = append(g.row.cells, c)
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				return nil
			}
		}
	}
}

// readCell reads a cell up to its end tag.
func (g *gridReader) readCell(start xml.StartElement, row, col int) (cell, error) {
	c := cell{row: row, col: col}
	if ref := attr(start, "r"); ref != "" {
		x, y, err := excelize.CellNameToCoordinates(ref)
		if err != nil || y != row {
			return c, errGrid
		}
		c.col = x
	}
	c.style, _ = strconv.Atoi(attr(start, "s"))
	kind := attr(start, "t")
	var value strings.Builder
	inValue, inPhonetic := false, false
	stored := false
	for {
		tok, err := g.dec.RawToken()
		if err != nil {
			return c, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v", "t":
				inValue = !inPhonetic
				stored = true
			case "f":
				c.formula = true
			case "rPh":
				inPhonetic = true
			}
		case xml.CharData:
			if inValue {
				value.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "v", "t":
				inValue = false
			case "rPh":
				inPhonetic = false
			case "c":
				// An empty result is one only where the cell says that it is text.
				c.unstored = c.formula && (!stored || value.Len() == 0 && kind == "")
				return g.finishCell(c, kind, value.String())
			}
		}
	}
}

// finishCell resolves the stored value by the cell's type.
func (g *gridReader) finishCell(c cell, kind, value string) (cell, error) {
	c.text = value
	switch kind {
	case "s":
		c.kind = textCell
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(g.book.strings) {
			return c, errGrid
		}
		c.text = g.book.strings[i]
	case "str", "inlineStr":
		c.kind = textCell
		c.text = unescape(value)
	case "b":
		c.kind = boolCell
	case "e":
		c.kind = errorCell
	case "d":
		c.kind = isoDateCell
	}
	return c, nil
}

// attr is an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readSharedStrings reads the table of texts that cells refer to by number.
func readSharedStrings(d *xml.Decoder) ([]string, error) {
	var out []string
	var text strings.Builder
	inText, inPhonetic := false, false
	for {
		tok, err := d.RawToken()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				text.Reset()
			case "t":
				inText = !inPhonetic
			case "rPh":
				inPhonetic = true
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				out = append(out, unescape(text.String()))
			case "t":
				inText = false
			case "rPh":
				inPhonetic = false
			}
		}
	}
}

// unescape resolves _x000D_ and its like, by which workbooks store characters
// that XML cannot.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || i+7 > len(s) {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString("_x")
			s = s[i+2:]
			continue
		}
		b.WriteRune(rune(code))
		s = s[i+7:]
	}
}
