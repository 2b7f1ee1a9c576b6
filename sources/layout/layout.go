// Package layout understands sheets by their structure: it finds the tables of
// a sheet, their heads, stubs and bodies, tells what each row and column stands
// for, and hands out every figure with its indicator, period, unit and measure.
// It knows the words of statistics, but no file format.
//
// A sheet is read row by row: finder.go cuts it into tables, roles.go tells the
// columns apart, label.go reads heads and stubs, table.go reads the body, and
// resolve.go joins what row, column and surroundings say of one figure.
package layout

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/indicator"
)

// Kind is what a cell holds.
type Kind byte

const (
	Text Kind = iota
	Number
	Date
	Bool
	Error
)

// Cell is one cell that is not blank.
type Cell struct {
	Col, Row int
	Kind     Kind
	Text     string         // text as written, number in plain digits
	Percent  bool           // a number in percent format
	When     indicator.When // of a date
	Indent   int            // indentation set by the cell's format
	Spread   bool           // not the first cell of a merged area: a copy
	Across   bool           // its merged area covers several columns

	class *textClass // of a text, once it is known
}

// textClass is what a text may be. Texts recur: each is judged once.
type textClass struct {
	figure, numeric bool
	when            indicator.When
	isWhen          bool
}

// classify judges a text.
func classify(s string) *textClass {
	k := &textClass{figure: indicator.LooksNumeric(s)}
	k.numeric = k.figure && hasDigit(s)
	t, _ := stripStatus(s)
	k.when, k.isWhen = indicator.ParseWhen(t)
	return k
}

// text is the class of the cell's text.
func (c Cell) text() *textClass {
	if c.class != nil {
		return c.class
	}
	return classify(c.Text)
}

// Row is a row that has cells, in ascending columns.
type Row struct {
	Number int
	Hidden bool
	Cells  []Cell
}

// At is the cell in a column, or the zero Cell.
func (r *Row) At(col int) Cell {
	i, ok := slices.BinarySearchFunc(r.Cells, col, func(c Cell, col int) int { return c.Col - col })
	if !ok {
		return Cell{}
	}
	return r.Cells[i]
}

// Blank reports whether there is nothing in the cell.
func (c Cell) Blank() bool { return c.Col == 0 || c.Kind == Text && strings.TrimSpace(c.Text) == "" }

// isNumeric reports whether the cell holds a number, stored or written.
func (c Cell) isNumeric() bool {
	return c.Kind == Number || c.Kind == Text && c.text().numeric
}

// isValue reports whether the cell may be a figure: a number, a mark that
// stands for a missing one, or an error.
func (c Cell) isValue() bool {
	switch c.Kind {
	case Number, Error:
		return true
	case Text:
		return c.text().figure
	}
	return false
}

// when reads the cell as a period or part of one. Numbers count only as years
// and as months with a year, 202311.
func (c Cell) when() (indicator.When, bool) {
	switch c.Kind {
	case Date:
		return c.When, true
	case Text:
		k := c.text()
		return k.when, k.isWhen
	case Number:
		return whenOf(c.Text)
	}
	return indicator.When{}, false
}

// whenOf reads a number as a year, 2023, or as a month with its year, 202311.
func whenOf(digits string) (indicator.When, bool) {
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 && len(digits) != 6 {
		return indicator.When{}, false
	}
	w := indicator.When{Year: n}
	if len(digits) == 6 {
		w = indicator.When{Year: n / 100, From: n % 100, To: n % 100}
		if w.From < 1 || w.From > 12 {
			return indicator.When{}, false
		}
	}
	return w, w.Year >= 1900 && w.Year <= 2100
}

func hasDigit(s string) bool { return strings.IndexFunc(s, isDigit) >= 0 }

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF }

func hasHan(s string) bool { return strings.IndexFunc(s, isHan) >= 0 }
