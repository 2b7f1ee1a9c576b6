package delimited

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// slabSize is how many cells are allocated at once.
const slabSize = 4096

// splitter cuts a text into rows of cells, by the rules that spreadsheet
// programs follow rather than those of RFC 4180. encoding/csv is not used: it
// leaves blank lines out, so that row numbers would shift; it does not end
// lines at a bare CR; with LazyQuotes it reads over the delimiters behind
// "a"b and takes the rest of the file for one cell where a quote is not closed;
// and it copies every cell.
type splitter struct {
	text  string
	comma byte
	limit int // of cells

	rows     [][]string
	cells    int
	doubtful bool // a quoted cell looks as if its quotes were not meant as such
	slab     []string
}

// split fills rows. A quote opens a quoted part only at the start of a cell;
// what stands between its closing quote and the next delimiter is kept as it
// is.
func (s *splitter) split() *Error {
	s.rows = make([][]string, 0, 1+strings.Count(s.text, "\n"))
	text, comma := s.text, s.comma
	first := 0 // where the row starts in the slab
	for i := 0; i < len(text); {
		if text[i] == '\n' || text[i] == '\r' { // a blank line, or the end of a row that ends with a delimiter
			if len(s.slab) > first {
				s.add("", &first)
			}
			i += lineEnd(text[i:])
			s.endRow(&first)
			continue
		}
		var cell string
		if text[i] == '"' {
			n, err := s.quoted(i, &cell)
			if err != nil {
				return err
			}
			i = n
		} else {
			n := plain(text[i:], comma)
			cell = text[i : i+n]
			i += n
		}
		s.add(cell, &first)
		if s.cells > s.limit {
			return s.errorAt(i, "too-many-cells",
				fmt.Sprintf("单元格超过 %d 万个，已停止读取；请拆分文件后再用。", s.limit/10000),
				fmt.Sprintf("there are more than %d million cells; split the file.", s.limit/1000000))
		}
		if len(s.slab)-first > MaxColumns {
			return s.errorAt(i, "too-many-columns",
				fmt.Sprintf("这一行超过 %d 列，电子表格程序也打不开；请改成每行一个数值的长表，或拆分后再用。", MaxColumns),
				fmt.Sprintf("this row has more than %d columns, more than spreadsheet programs open; write a row per figure, or split the file.", MaxColumns))
		}
		switch {
		case i == len(text):
			s.endRow(&first)
		case text[i] == comma:
			if i++; i == len(text) {
				s.add("", &first)
				s.endRow(&first)
			}
		default:
			i += lineEnd(text[i:])
			s.endRow(&first)
		}
	}
	return nil
}

// plain is the length of a cell without quotes.
func plain(text string, comma byte) int {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == comma || c == '\n' || c == '\r' {
			return i
		}
	}
	return len(text)
}

// lineEnd is the length of the line end that a text starts with.
func lineEnd(text string) int {
	if text[0] == '\r' && len(text) > 1 && text[1] == '\n' {
		return 2
	}
	return 1
}

// quoted reads the cell whose opening quote stands at start and returns where
// it ends.
func (s *splitter) quoted(start int, cell *string) (int, *Error) {
	text := s.text
	i := start + 1
	for {
		n := strings.IndexByte(text[i:], '"')
		if n < 0 {
			return 0, s.errorAt(start, "unclosed-quote",
				"单元格以引号开头，但直到文件末尾都没有配对的引号；请补上或删去引号。",
				"a cell opens with a quotation mark that is never closed; close it or take it away.")
		}
		i += n + 1
		if i == len(text) || text[i] != '"' {
			break
		}
		i++
	}
	inner := text[start+1 : i-1]
	end := i + plain(text[i:], s.comma)
	broken := strings.ContainsAny(inner, "\r\n")
	if end > i && broken {
		s.doubtful = true
	}
	*cell = unescape(inner, broken) + text[i:end]
	return end, nil
}

// unescape is the content of a quoted part.
func unescape(inner string, broken bool) string {
	if strings.IndexByte(inner, '"') >= 0 {
		inner = strings.ReplaceAll(inner, `""`, `"`)
	}
	if broken && strings.IndexByte(inner, '\r') >= 0 {
		inner = strings.ReplaceAll(inner, "\r\n", "\n")
		inner = strings.ReplaceAll(inner, "\r", "\n")
	}
	return inner
}

// add appends a cell to the row that starts at *first in the slab.
func (s *splitter) add(cell string, first *int) {
	if len(s.slab) == cap(s.slab) {
		row := s.slab[*first:]
		s.slab = append(make([]string, 0, max(slabSize, 2*len(row))), row...)
		*first = 0
	}
	s.slab = append(s.slab, cell)
	s.cells++
}

func (s *splitter) endRow(first *int) {
	s.rows = append(s.rows, s.slab[*first:len(s.slab):len(s.slab)])
	*first = len(s.slab)
}

// errorAt is an Error at a byte of the text.
func (s *splitter) errorAt(at int, code, zh, en string) *Error {
	line, column := position(s.text[:at])
	return &Error{Code: code, Line: line, Column: column, ZH: zh, EN: en}
}

// position is the line and column behind a text.
func position(before string) (line, column int) {
	line = 1
	start := 0
	for i := 0; i < len(before); i++ {
		if before[i] == '\n' || before[i] == '\r' {
			i += lineEnd(before[i:]) - 1
			line, start = line+1, i+1
		}
	}
	return line, utf8.RuneCountInString(before[start:]) + 1
}
