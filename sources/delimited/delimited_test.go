package delimited

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func utf16Bytes(s string, order binary.AppendByteOrder, mark bool) []byte {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func gb(s string) []byte {
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

func western(s string) []byte {
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

// Every encoding with every delimiter, line end and a quoted cell.
func TestEncodings(t *testing.T) {
	encodings := []struct {
		name   string
		encode func(string) []byte
	}{
		{UTF8, func(s string) []byte { return []byte(s) }},
		{UTF8BOM, func(s string) []byte { return append([]byte("\xEF\xBB\xBF"), s...) }},
		{GB18030, gb},
		{UTF16LE, func(s string) []byte { return utf16Bytes(s, binary.LittleEndian, true) }},
		{UTF16BE, func(s string) []byte { return utf16Bytes(s, binary.BigEndian, true) }},
		{UTF16LE, func(s string) []byte { return utf16Bytes(s, binary.LittleEndian, false) }},
		{UTF16BE, func(s string) []byte { return utf16Bytes(s, binary.BigEndian, false) }},
	}
	want := [][]string{
		{"指标", "单位", "2023年1—11月", "同比（%）"},
		{"地区生产总值", "亿元", "432.6", "7.2"},
		{"规模以上“工业”\n增加值", "亿元,现价;当年|价", "", "-1.5"},
		{},
		{"𠮷野家销售额", "万元", "1 234", "①"},
	}
	for _, e := range encodings {
		for _, comma := range commas {
			for _, end := range []string{"\n", "\r\n", "\r"} {
				var b strings.Builder
				for _, row := range want {
					for i, c := range row {
						if i > 0 {
							b.WriteRune(comma)
						}
						if strings.ContainsAny(c, "\n,;|") {
							c = `"` + c + `"`
						}
						b.WriteString(c)
					}
					b.WriteString(end)
				}
				got, err := Parse(e.encode(b.String()))
				if err != nil {
					t.Fatalf("%s %q %q: %v", e.name, comma, end, err)
				}
				if got.Encoding != e.name || got.Comma != comma {
					t.Errorf("%s %q %q: taken for %s %q", e.name, comma, end, got.Encoding, got.Comma)
				}
				if !equal(got.Rows, want) {
					t.Errorf("%s %q %q: %q", e.name, comma, end, got.Rows)
				}
			}
		}
	}
}

func equal(a, b [][]string) bool { return slices.EqualFunc(a, b, slices.Equal[[]string]) }

func TestBytes(t *testing.T) {
	tests := []struct {
		name     string
		data     string
		encoding string
		rows     [][]string
	}{
		{"GBK by its bytes", "\xD6\xB8\xB1\xEA,2023\xC4\xEA\r\n\xD2\xBB\xA1\xA2GDP,1.5\r\n", GB18030, [][]string{{"指标", "2023年"}, {"一、GDP", "1.5"}}},
		{"one hanzi of GBK", "a,b\n\xC8\xCB,1\n", GB18030, [][]string{{"a", "b"}, {"人", "1"}}},
		{"four bytes of GB 18030", "\xD6\xD0\x95\x32\x82\x36,1\n", GB18030, [][]string{{"中𠀀", "1"}}},
		{"mark of GB 18030", "\x84\x31\x95\x33\xD6\xD0,1\n", GB18030, [][]string{{"中", "1"}}},
		{"rare name among others", "\xD6\xEC\xE9\x46\xBB\xF9,1\n", GB18030, [][]string{{"朱镕基", "1"}}},
		{"umlaut", "Z\xFCrich;12\nGen\xE8ve;13\n", Windows1252, [][]string{{"Zürich", "12"}, {"Genève", "13"}}},
		{"umlaut before a letter only", "Z\xFCrich;12\n", Windows1252, [][]string{{"Zürich", "12"}}},
		{"pound and euro", "\xA35,\x807\n", Windows1252, [][]string{{"£5", "€7"}}},
		{"pound before a quote", "Price \"\xA3\"\n", Windows1252, [][]string{{"Price \"£\""}}},
		{"dash of Windows", "2020 \x96 2021;x\n", Windows1252, [][]string{{"2020 – 2021", "x"}}},
		{"adjacent accents", "\xC9\xE9\xE8 cole,\xE0 b\xEAte\n", Windows1252, [][]string{{"Ééè cole", "à bête"}}},
		{"UTF-8 of Western text", "Z\xC3\xBCrich,\xE2\x82\xAC\n", UTF8, [][]string{{"Zürich", "€"}}},
		{"cut within a character", strings.Repeat("中国,1\n", 30) + "\xE4\xB8", UTF8, append(repeat([]string{"中国", "1"}, 30), []string{"\uFFFD"})},
		{"end of DOS", "a,b\n1,2\n\x1A", UTF8, [][]string{{"a", "b"}, {"1", "2"}}},
		{"zeros at the end", "a,b\n1,2\n\x00\x00\x00", UTF8, [][]string{{"a", "b"}, {"1", "2"}}},
	}
	for _, tt := range tests {
		got, err := Parse([]byte(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got.Encoding != tt.encoding || !equal(got.Rows, tt.rows) {
			t.Errorf("%s: %s %q", tt.name, got.Encoding, got.Rows)
		}
	}
}

func repeat(row []string, n int) [][]string {
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = row
	}
	return rows
}

func TestRows(t *testing.T) {
	type rows = [][]string
	tests := []struct {
		name, data string
		comma      rune
		want       rows
	}{
		{"empty", "", ',', rows{}},
		{"only a mark", "\xEF\xBB\xBF", ',', rows{}},
		{"one cell", "a", ',', rows{{"a"}}},
		{"one column", "a\nb\n\nc\n", ',', rows{{"a"}, {"b"}, {}, {"c"}}},
		{"no line end at the end", "a,b\n1,2", ',', rows{{"a", "b"}, {"1", "2"}}},
		{"delimiter at the end", "a,b,", ',', rows{{"a", "b", ""}}},
		{"delimiters at line ends", "a,b,,\n1,2,,\n", ',', rows{{"a", "b", "", ""}, {"1", "2", "", ""}}},
		{"delimiters alone", ",,\n,,\n", ',', rows{{"", "", ""}, {"", "", ""}}},
		{"blank lines", "\n\na,b\n\n1,2\n\n", ',', rows{{}, {}, {"a", "b"}, {}, {"1", "2"}, {}}},
		{"line of spaces", "a,b\n  \n1,2\n", ',', rows{{"a", "b"}, {"  "}, {"1", "2"}}},
		{"ragged", "a,b,c\n1\n1,2\n1,2,3,4\n", ',', rows{{"a", "b", "c"}, {"1"}, {"1", "2"}, {"1", "2", "3", "4"}}},
		{"mixed line ends", "a,b\r\n1,2\r3,4\n5,6", ',', rows{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}},
		{"blank lines of CR", "a,b\r\r1,2\r", ',', rows{{"a", "b"}, {}, {"1", "2"}}},
		{"nothing trimmed", " a ,\tb\u3000\n", ',', rows{{" a ", "\tb\u3000"}}},
		{"quoted", `"a,""b""",c` + "\n" + `"",""` + "\n", ',', rows{{`a,"b"`, "c"}, {"", ""}}},
		{"quoted line ends", "\"a\r\nb\rc\nd\",2\r\nx,y\r\n", ',', rows{{"a\nb\nc\nd", "2"}, {"x", "y"}}},
		{"quote inside a cell", "5\" pipe,2\na \"b\" c,3\n", ',', rows{{`5" pipe`, "2"}, {`a "b" c`, "3"}}},
		{"text behind a quote", `"ab"c,d` + "\n" + `"a" "b",d` + "\n", ',', rows{{"abc", "d"}, {`a "b"`, "d"}}},
		{"space before a quote", `a, "b"` + "\n", ',', rows{{"a", ` "b"`}}},
		{"quote at the end of all", `a,"b"`, ',', rows{{"a", "b"}}},
		{"two quotes at the end", `a,""`, ',', rows{{"a", ""}}},
		{"sep", "sep=;\na;b,c\n1;2,5\n", ';', rows{{"a", "b,c"}, {"1", "2,5"}}},
		{"sep of tab", "SEP=\t\r\na,b\tc\r\n", '\t', rows{{"a,b", "c"}}},
		{"sep in quotes", "\"sep=|\"\na|b\n", '|', rows{{"a", "b"}}},
		{"sep alone", "sep=;", ';', rows{}},
		{"sep of something else", "sep=x\na,b\n", ',', rows{{"sep=x"}, {"a", "b"}}},
	}
	for _, tt := range tests {
		got, err := Parse([]byte(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got.Comma != tt.comma || !equal(got.Rows, tt.want) {
			t.Errorf("%s: %q %q, want %q", tt.name, got.Comma, got.Rows, tt.want)
		}
	}
}

func TestDelimiter(t *testing.T) {
	tests := []struct {
		name, data string
		comma      rune
		doubt      bool
	}{
		{"decimal commas", "Land;2022;2023\nDE;1,5;2,5\nFR;1,7;2,1\n", ';', false},
		{"grouping commas", "a\tb\n1,234\t5,678\n9,876\t1,234\n", '\t', false},
		{"prose in quotes", "name,note\nx,\"a; b; c\"\ny,\"d; e; f\"\n", ',', false},
		{"prose with commas", "name;note\nx;one, two, three\ny;one, two\nz;none\n", ';', false},
		{"lines above", "数据库：年度数据\n时间：2010-2023\n\n指标,2021年,2022年,2023年\nGDP,1,2,3\n人口,4,5,6\n", ',', false},
		{"lines above with another", "Title: a; b; c\nUnit; x\n\nk,1,2,3\nl,1,2,3\nm,1,2,3\nn,1,2,3\n", ',', false},
		{"notes below", "k\t1\t2\nl\t1\t2\nm\t1\t2\n注：a,b,c,d,e\n", '\t', false},
		{"tabs behind every cell", "时间\t,单号\t,金额\n2023-01\t,123456\t,1.5\n2023-02\t,123457\t,2.5\n", ',', false},
		{"pipes", "a|b|c\n1|2|3\n", '|', false},
		{"fullwidth punctuation", "指标，单位,值\n甲，乙,1\n", ',', false},
		{"one column of decimals", "1,5\n2,7\n", ',', false},
		{"one column", "甲\n乙\n", ',', false},
		{"semicolons and commas alike", "a;b,c\nd;e,f\n", ';', true},
	}
	for _, tt := range tests {
		got, err := Parse([]byte(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		doubt := slices.Contains(got.Guesses, GuessDelimiter)
		if got.Comma != tt.comma || doubt != tt.doubt {
			t.Errorf("%s: %q, doubt %v", tt.name, got.Comma, doubt)
		}
	}
}

func TestDecimalComma(t *testing.T) {
	tests := []struct {
		name, data string
		yes, guess bool
	}{
		{"halves", "a;b\n1,5;2\n", true, true},
		{"both marks", "a\tb\n1.234,5\t2\n", true, true},
		{"zero and thousandths", "a;b\n0,123;0,456\n", true, true},
		{"percent", "a;b\n-1,5%;2\n", true, true},
		{"only threes", "a;b\n1,234;2,345\n", false, false},
		{"points", "a;b\n1.5;2\n", false, false},
		{"many points, one comma", "a;b\n1.5;2.5\n1.25;1,5\n", false, true},
		{"comma separated", "a,b\n\"1,5\",2\n\"2,5\",3\n", false, false},
		{"dates", "a;b\n31.12.2023;1.1.2024\n", false, false},
	}
	for _, tt := range tests {
		got, err := Parse([]byte(tt.data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if guess := slices.Contains(got.Guesses, GuessDecimalComma); got.DecimalComma != tt.yes || guess != tt.guess {
			t.Errorf("%s: %v, guess %v (%q)", tt.name, got.DecimalComma, guess, got.Comma)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name, data, code string
		line, column     int
	}{
		{"zip", "PK\x03\x04....", "binary", 0, 0},
		{"old Excel", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "binary", 0, 0},
		{"PDF", "%PDF-1.7\n", "binary", 0, 0},
		{"web page", "\xEF\xBB\xBF\n<!DOCTYPE html><table>", "binary", 0, 0},
		{"web page in UTF-16", string(utf16Bytes("<html>", binary.LittleEndian, true)), "binary", 0, 0},
		{"zero byte", "a,b\n1,\x002\n", "binary", 2, 3},
		{"control character", "a,b\r\n\"x\ny\",\x072\r\n", "binary", 3, 4},
		{"UTF-32", "\xFF\xFE\x00\x00a\x00\x00\x00", "binary", 0, 0},
		{"open quote", "a,b\n指标,\"x\n1,2\n", "unclosed-quote", 2, 4},
		{"open quote behind sep", "sep=,\na,b\n1,\"x", "unclosed-quote", 3, 3},
		{"lone quote", `"`, "unclosed-quote", 1, 1},
		{"three quotes", `"""`, "unclosed-quote", 1, 1},
	}
	for _, tt := range tests {
		_, err := Parse([]byte(tt.data))
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: no error", tt.name)
			continue
		}
		if e.Code != tt.code || e.Line != tt.line || e.Column != tt.column || e.ZH == "" || e.EN == "" {
			t.Errorf("%s: %+v", tt.name, e)
		}
	}
}

func TestLimits(t *testing.T) {
	s := splitter{text: strings.Repeat("1,2,3\n", 10), comma: ',', limit: 20}
	if err := s.split(); err == nil || err.Code != "too-many-cells" || err.Line != 7 {
		t.Errorf("too many cells: %v", err)
	}
	if _, err := Parse([]byte("a\n1" + strings.Repeat(",2", MaxColumns))); err == nil || err.(*Error).Code != "too-many-columns" || err.(*Error).Line != 2 {
		t.Errorf("too many columns: %v", err)
	}
	if _, err := Parse([]byte("1" + strings.Repeat(",2", MaxColumns-1))); err != nil {
		t.Errorf("as many columns as a sheet has: %v", err)
	}
	if testing.Short() {
		return
	}
	if _, err := Parse(make([]byte, MaxBytes+1)); err == nil || err.(*Error).Code != "too-large" {
		t.Errorf("too large: %v", err)
	}
}

func TestLooks(t *testing.T) {
	tests := []struct {
		name, head string
		want       bool
	}{
		{"a.csv", "a,b\n", true},
		{"a.CSV", "", true},
		{"a.tsv", "a\tb", true},
		{"a.tab", "a\tb", true},
		{"数据.txt", "\xD6\xB8\xB1\xEA", true},
		{"a.txt", string(utf16Bytes("指标,1", binary.LittleEndian, true)), true},
		{"a.txt", string(utf16Bytes("id,12345", binary.BigEndian, false)), true},
		{"a.xlsx", "a,b\n", false},
		{"a", "a,b\n", false},
		{"~$a.csv", "a,b\n", false},
		{"a.csv", "PK\x03\x04", false},
		{"a.csv", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", false},
		{"a.csv", "%PDF-1.4", false},
		{"a.csv", " <html>", false},
		{"a.csv", "\xEF\xBB\xBF<?xml version", false},
		{"a.csv", "ab\x00\x01cd", false},
	}
	for _, tt := range tests {
		if got := Looks(tt.name, []byte(tt.head)); got != tt.want {
			t.Errorf("%s %q: %v", tt.name, tt.head, got)
		}
	}
}

// What encoding/csv writes is read back as it was.
func TestAgainstCSV(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"a", "1", ",", ";", "\"", "\n", " ", "中", "\t", "|", "."}
	for range 3000 {
		var rows [][]string
		for range 1 + rng.IntN(5) {
			row := make([]string, 2+rng.IntN(3))
			for i := range row {
				for range rng.IntN(5) {
					row[i] += alphabet[rng.IntN(len(alphabet))]
				}
			}
			rows = append(rows, row)
		}
		for _, comma := range commas {
			var b bytes.Buffer
			w := csv.NewWriter(&b)
			w.Comma = comma
			w.UseCRLF = rng.IntN(2) == 0
			if err := w.WriteAll(rows); err != nil {
				t.Fatal(err)
			}
			s := splitter{text: b.String(), comma: byte(comma), limit: MaxCells}
			if err := s.split(); err != nil || !equal(s.rows, rows) {
				t.Fatalf("%q of %q: %v %q", rows, b.String(), err, s.rows)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "sep=;\na;b", "\"a\"\"b\",c\r\n", "\xFF\xFEa\x00,\x00", "\xD6\xB8\xB1\xEA,1\r", "Z\xFCrich;1,5\n\n", "\"", ",\r\r\n\"x\ny\"z"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Parse(data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Code == "" || e.ZH == "" || e.EN == "" || (e.Line > 0) != (e.Column > 0) {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if !slices.Contains(commas[:], table.Comma) || table.Encoding == "" {
			t.Fatalf("%+v", table)
		}
		// The cells written down again are the same table.
		var b strings.Builder
		b.WriteString("sep=" + string(table.Comma) + "\n")
		for _, row := range table.Rows {
			for i, c := range row {
				if i > 0 {
					b.WriteRune(table.Comma)
				}
				b.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
			}
			b.WriteByte('\n')
		}
		again, err := Parse([]byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range table.Rows {
			for j, c := range row {
				// A carriage return within a cell is a line break.
				if want := unescapeBreaks(c); again.Rows[i][j] != want {
					t.Fatalf("row %d: %q, want %q", i, again.Rows[i], row)
				}
			}
		}
		if len(again.Rows) != len(table.Rows) {
			t.Fatalf("%d rows, want %d", len(again.Rows), len(table.Rows))
		}
	})
}

func unescapeBreaks(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
