// Package delimited reads text tables as people export them: CSV and its kin,
// in the encodings and with the delimiters that spreadsheet programs and
// statistical systems write. Bytes in, rows of cells out. It knows nothing of
// what the cells mean.
package delimited

import "fmt"

// Limits of a text table. A larger one is an Error.
const (
	MaxBytes   = 32 << 20
	MaxCells   = 8_000_000
	MaxColumns = 16_384 // as in spreadsheet programs
)

// Names of encodings as Table.Encoding gives them.
const (
	UTF8        = "UTF-8"
	UTF8BOM     = "UTF-8 BOM"
	GB18030     = "GB18030" // GB 2312 and GBK are parts of it
	UTF16LE     = "UTF-16LE"
	UTF16BE     = "UTF-16BE"
	Windows1252 = "Windows-1252" // Western text that is not UTF-8
)

// Guesses, each a decision that a careful clerk might question.
const (
	GuessEncoding     = "encoding"      // another encoding fits too, or characters were lost
	GuessDelimiter    = "delimiter"     // another delimiter fits nearly as well, or none fits
	GuessDecimalComma = "decimal-comma" // numbers are taken to be written 1.234,5, or both ways
	GuessQuotes       = "quotes"        // a quote stands where it may not have been meant as one
	GuessPadding      = "padding"       // zero bytes at the end were left out: the file may be cut short
)

// A Table is the cells of a text table. Its strings share memory.
type Table struct {
	// Rows are ragged and nothing is trimmed. Quoted fields are unescaped and
	// their line breaks are "\n". A blank line is an empty row, so that row
	// numbers are those which a spreadsheet program shows.
	Rows     [][]string
	Encoding string
	// Comma is the delimiter: ',', ';', '\t' or '|'.
	Comma rune
	// DecimalComma says that numbers are written 1.234,5.
	DecimalComma bool
	Guesses      []string
}

// An Error says why a file is no text table that can be read. Code is stable:
// too-large, too-many-cells, too-many-columns, binary, unclosed-quote. Line counts the lines of
// the file and Column the characters of the line, both from 1; they are 0 where
// the whole file is meant. ZH and EN are finished sentences without the place.
type Error struct {
	Code         string
	Line, Column int
	ZH, EN       string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.EN
	}
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.EN)
}

// Parse reads a text table. A file without any text has no rows and is no
// error. The error, if any, is an *Error.
func Parse(data []byte) (*Table, error) {
	if len(data) > MaxBytes {
		return nil, &Error{Code: "too-large",
			ZH: fmt.Sprintf("文件大于 %d MB，已停止读取；请拆分后再用。", MaxBytes>>20),
			EN: fmt.Sprintf("the file is larger than %d MB and was not read; split it.", MaxBytes>>20)}
	}
	t := &Table{}
	text, err := t.decode(data)
	if err != nil {
		return nil, err
	}
	text, given := cutSep(text)
	if t.Comma = given; given == 0 {
		var clear bool
		if t.Comma, clear = chooseComma(text); !clear {
			t.guess(GuessDelimiter)
		}
	}
	s := splitter{text: text, comma: byte(t.Comma), limit: MaxCells}
	if err := s.split(); err != nil {
		if given != 0 {
			err.Line++ // behind the line that named the delimiter
		}
		return nil, err
	}
	t.Rows = s.rows
	if s.doubtful {
		t.guess(GuessQuotes)
	}
	var question bool
	if t.DecimalComma, question = decimalComma(t.Rows, t.Comma); question {
		t.guess(GuessDecimalComma)
	}
	return t, nil
}

func (t *Table) guess(what string) { t.Guesses = append(t.Guesses, what) }
