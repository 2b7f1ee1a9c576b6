package glossary

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jianbao/internal/indicator"
)

// ParseError says where a table of terms is wrong.
type ParseError struct {
	Line   int    // from 1, as an editor counts
	Column string // the name of the column, "" where it concerns the line
	Reason string
}

// Error is the place and the reason.
func (e *ParseError) Error() string {
	if e.Column == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Reason)
	}
	return fmt.Sprintf("line %d, column %s: %s", e.Line, e.Column, e.Reason)
}

// maxBytes bounds a table of terms.
const maxBytes = 16 << 20

// Parse reads a table of terms: lines of fields parted by tabs, the first of
// them the names of the columns, in any order. Only zh and en are required; a
// row without id gets one from its English name. Lines that begin with # are
// comments. UTF-8, UTF-16 and the Chinese encoding of spreadsheet programs are
// understood. All that is wrong is told at once: each error is a *ParseError,
// and the entries are those of the other rows.
func Parse(r io.Reader) ([]Entry, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxBytes {
		return nil, fmt.Errorf("a table of terms of more than %d MB", maxBytes>>20)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	return parse(text)
}

// decode makes text of the bytes that an editor or a spreadsheet program saved.
func decode(data []byte) (string, error) {
	if len(data) > 1 && (data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		return string(out), err
	}
	s := strings.TrimPrefix(string(data), "\uFEFF")
	if utf8.ValidString(s) {
		return s, nil
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	return string(out), err
}

// The columns of the table.
const (
	colID = iota
	colZH
	colEN
	colAliasesZH
	colAliasesEN
	colUnit
	colMeasure
	colBasis
	colDirection
	colPrices
	colGroupZH
	colGroupEN
	columns
)

// columnNames are the heads of the columns; the first is the one that messages
// use.
var columnNames = [columns][]string{
	{"id", "编号"}, {"zh", "中文名称", "中文"}, {"en", "英文名称", "英文"}, {"aliases_zh", "中文别名"}, {"aliases_en", "英文别名"}, {"unit", "单位", "计量单位"},
	{"measure", "性质"}, {"basis", "时点"}, {"direction", "方向"}, {"prices", "价格"}, {"group_zh", "分组"}, {"group_en", "分组英文"},
}

// parse reads a table that is text already.
func parse(text string) ([]Entry, error) {
	var (
		entries = make([]Entry, 0, strings.Count(text, "\n"))
		errs    []error
		at      [columns]int // the field of each column; -1: not there
		head    bool
		seen    = make(map[string]int, strings.Count(text, "\n"))
	)
	fail := func(line int, column, format string, args ...any) {
		errs = append(errs, &ParseError{line, column, fmt.Sprintf(format, args...)})
	}
	fields := make([]string, 0, int(columns))
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		fields = split(fields[:0], line)
		if !head {
			head = true
			var unknown []string
			if at, unknown = readHead(fields); at[colZH] < 0 || at[colEN] < 0 {
				fail(n, "", "the heads must name the columns zh and en, parted by tabs")
				return nil, errors.Join(errs...)
			}
			for _, u := range unknown {
				fail(n, u, "there is no such column")
			}
			continue
		}
		e, column, reason := readRow(fields, &at)
		if reason != "" {
			fail(n, columnNames[column][0], "%s", reason)
			continue
		}
		if first, ok := seen[e.ID]; ok {
			fail(n, columnNames[colID][0], "%s stands in line %d already", e.ID, first)
			continue
		}
		seen[e.ID] = n
		entries = append(entries, e)
	}
	return entries, errors.Join(errs...)
}

// split cuts a line at its tabs. Spreadsheet programs put fields with quotation
// marks or commas in quotation marks.
func split(fields []string, line string) []string {
	for {
		f, rest, more := strings.Cut(line, "\t")
		f = trim(f)
		if len(f) > 1 && f[0] == '"' && f[len(f)-1] == '"' {
			f = strings.ReplaceAll(f[1:len(f)-1], `""`, `"`)
		}
		fields = append(fields, f)
		if !more {
			return fields
		}
		line = rest
	}
}

// readHead finds the columns by their heads.
func readHead(fields []string) (at [columns]int, unknown []string) {
	for c := range at {
		at[c] = -1
	}
next:
	for i, f := range fields {
		for c, names := range columnNames {
			for _, name := range names {
				if strings.EqualFold(f, name) && at[c] < 0 {
					at[c] = i
					continue next
				}
			}
		}
		if f != "" {
			unknown = append(unknown, f)
		}
	}
	return at, unknown
}

// readRow makes an entry of a row, or says which column is wrong and why.
func readRow(fields []string, at *[columns]int) (e Entry, column int, reason string) {
	get := func(c int) string {
		if i := at[c]; i >= 0 && i < len(fields) {
			return fields[i]
		}
		return ""
	}
	e = Entry{
		ID: get(colID), Name: indicator.Text{ZH: get(colZH), EN: get(colEN)}, Unit: get(colUnit),
		Measure: indicator.Measure(get(colMeasure)), Basis: indicator.Basis(get(colBasis)),
		Direction: indicator.Direction(get(colDirection)), Prices: indicator.Prices(get(colPrices)),
		Group: indicator.Text{ZH: get(colGroupZH), EN: get(colGroupEN)},
	}
	switch {
	case e.Name.ZH == "":
		return e, colZH, "the Chinese name is missing"
	case e.Name.EN == "":
		return e, colEN, "the English name is missing"
	case hasHan(e.Name.EN):
		return e, colEN, "the English name has Chinese characters"
	}
	if e.ID == "" {
		e.ID = slug(e.Name.EN)
	}
	const unknown = "%q is none of the words that may stand here"
	switch {
	case !isSlug(e.ID):
		return e, colID, "an id is made of a-z, 0-9 and single hyphens"
	case !oneOf(&e.Measure, indicator.Level, indicator.Growth, indicator.Index, indicator.Share, indicator.Rate):
		return e, colMeasure, fmt.Sprintf(unknown, e.Measure)
	case !oneOf(&e.Basis, indicator.Flow, indicator.Stock):
		return e, colBasis, fmt.Sprintf(unknown, e.Basis)
	case !oneOf(&e.Direction, indicator.Neutral, indicator.UpIsGood, indicator.DownIsGood):
		return e, colDirection, fmt.Sprintf(unknown, e.Direction)
	case !oneOf(&e.Prices, indicator.UnknownPrices, indicator.Real, indicator.Nominal):
		return e, colPrices, fmt.Sprintf(unknown, e.Prices)
	}
	zh, en := get(colAliasesZH), get(colAliasesEN)
	e.Aliases = appendNames(appendNames(make([]string, 0, 2+strings.Count(zh, "|")+strings.Count(en, "|")), zh), en)
	return e, 0, ""
}

// oneOf makes an empty word the first of those allowed, and reports whether any
// other is one of them.
func oneOf[T ~string](v *T, allowed ...T) bool {
	if *v == "" {
		*v = allowed[0]
	}
	for _, a := range allowed {
		if *v == a {
			return true
		}
	}
	return false
}

// appendNames appends the names that bars part.
func appendNames(to []string, s string) []string {
	for s != "" {
		var name string
		name, s, _ = strings.Cut(s, "|")
		if name = trim(name); name != "" {
			to = append(to, name)
		}
	}
	return to
}

// trim drops spaces from the ends of a field; most have none.
func trim(s string) string {
	if s != "" && (s[0] <= ' ' || s[len(s)-1] <= ' ') {
		return strings.TrimSpace(s)
	}
	return s
}

// slug makes an id of an English name.
func slug(s string) string {
	out := make([]byte, 0, min(len(s), longestID))
	for i := 0; i < len(s) && len(out) < longestID; i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			out = append(out, c)
		case len(out) > 0 && out[len(out)-1] != '-':
			out = append(out, '-')
		}
	}
	return strings.TrimSuffix(string(out), "-")
}

// longestID is the longest id, in bytes.
const longestID = 64

// isSlug reports whether s is what slug might make.
func isSlug(s string) bool {
	for i := range len(s) {
		c, last := s[i], byte('-')
		if i > 0 {
			last = s[i-1]
		}
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && last != '-' && i+1 < len(s)) {
			return false
		}
	}
	return s != "" && len(s) <= longestID
}
