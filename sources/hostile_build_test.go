package sources

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

// part is a part of a package; one that writes nothing is left out.
type part struct {
	name   string
	write  func(w *bufio.Writer)
	method uint16
}

func textPart(name, s string) part {
	p := streamPart(name, func(w *bufio.Writer) { _, _ = w.WriteString(s) })
	if len(s) < 64 { // not worth the compressor, which is large
		p.method = zip.Store
	}
	return p
}

func streamPart(name string, write func(w *bufio.Writer)) part { return part{name, write, zip.Deflate} }

func noPart(name string) part { return part{name: name} }

func noisePart(name string) part {
	return streamPart(name, func(w *bufio.Writer) { _, _ = w.Write(noise(1 << 16)) })
}

// zipped is a zip file of parts, packed fast.
func zipped(t testing.TB, parts ...part) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w := bufio.NewWriterSize(nil, 1<<16)
	for _, p := range parts {
		if p.write == nil {
			continue
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: p.method})
		if err != nil {
			t.Fatal(err)
		}
		w.Reset(f)
		p.write(w)
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const (
	contentTypes = "[Content_Types].xml"
	rootRels     = "_rels/.rels"
	bookRels     = "xl/_rels/workbook.xml.rels"
	bookPath     = "xl/workbook.xml"
	sheetPath    = "xl/worksheets/sheet1.xml"
	stringsPath  = "xl/sharedStrings.xml"
	stylesPath   = "xl/styles.xml"

	mainSpace   = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relSpace    = ` xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	docSpace    = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// soundParts are the parts of a workbook in which nothing is amiss.
func soundParts() []part {
	return []part{
		textPart(contentTypes, declaration+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
		textPart(rootRels, declaration+`<Relationships`+relSpace+`><Relationship Id="rId1" Type="`+docSpace+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		textPart(bookRels, declaration+`<Relationships`+relSpace+`><Relationship Id="rId1" Type="`+docSpace+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="`+docSpace+`/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="`+docSpace+`/styles" Target="styles.xml"/></Relationships>`),
		textPart(bookPath, bookXML("", `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`)),
		textPart(sheetPath, sheetXML(soundRows)),
	}
}

// workbookOf is a sound workbook with some parts replaced or added.
func workbookOf(t testing.TB, changes ...part) []byte {
	t.Helper()
	at := map[string]int{}
	parts := soundParts()
	for i, p := range parts {
		at[p.name] = i
	}
	for _, c := range changes {
		if i, ok := at[c.name]; ok {
			parts[i] = c
			continue
		}
		at[c.name] = len(parts)
		parts = append(parts, c)
	}
	return zipped(t, parts...)
}

func bookXML(pr, sheets string) string {
	return declaration + `<workbook` + mainSpace + ` xmlns:r="` + docSpace + `">` + pr + `<sheets>` + sheets + `</sheets></workbook>`
}

func sheetXML(rows string) string {
	return declaration + `<worksheet` + mainSpace + `><sheetData>` + rows + `</sheetData></worksheet>`
}

// soundRows are a table whose first figure is 432.6.
var soundRows = soundTable(1)

// soundTable is a table of four rows that starts in a row.
func soundTable(row int) string {
	return rowXML(row, "指标", "单位", "2023年10月", "2023年11月") + rowXML(row+1, "地区生产总值", "亿元", "401.5", "432.6") +
		rowXML(row+2, "社会消费品零售总额", "亿元", "120.5", "131.25") + rowXML(row+3, "用电量", "亿千瓦时", "22.1", "23.4")
}

// rowXML is a row of cells: numbers where they look like some, formulas behind
// an equals sign, texts otherwise.
func rowXML(row int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, row)
	for i, s := range cells {
		if s != "" {
			b.WriteString(cellXML(address(i+1, row), s))
		}
	}
	b.WriteString("</row>")
	return b.String()
}

func cellXML(addr, s string) string {
	switch {
	case strings.HasPrefix(s, "="):
		return `<c r="` + addr + `"><f>` + escapedXML(s[1:]) + `</f></c>`
	case strings.Trim(s, "0123456789.-") == "":
		return `<c r="` + addr + `"><v>` + s + `</v></c>`
	}
	return `<c r="` + addr + `" t="inlineStr"><is><t xml:space="preserve">` + escapedXML(s) + `</t></is></c>`
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escapedXML(s string) string { return xmlEscapes.Replace(s) }

// ofSheet builds a sound workbook whose sheet is other XML.
func ofSheet(xml func() string) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return workbookOf(t, textPart(sheetPath, xml())) }
}

// ofRows builds a sound workbook whose sheet has other rows.
func ofRows(rows func() string) func(testing.TB) []byte {
	return ofSheet(func() string { return sheetXML(rows()) })
}

// streamed builds a sound workbook whose sheet is written row by row.
func streamed(rows func(w *bufio.Writer)) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		return workbookOf(t, streamPart(sheetPath, func(w *bufio.Writer) {
			_, _ = w.WriteString(declaration + `<worksheet` + mainSpace + `><sheetData>`)
			rows(w)
			_, _ = w.WriteString(`</sheetData></worksheet>`)
		}))
	}
}

// ofParts builds a sound workbook with some parts replaced or added.
func ofParts(parts ...part) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return workbookOf(t, parts...) }
}

// utf16Text is a text in UTF-16 with its mark.
func utf16Text(s string, order binary.AppendByteOrder) string {
	var b []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// repeatTo writes a text again and again until there are n bytes of it.
func repeatTo(w *bufio.Writer, s string, n int) {
	chunk := strings.Repeat(s, max(1, 1<<16/len(s)))
	for ; n > 0; n -= len(chunk) {
		_, _ = w.WriteString(chunk[:min(n, len(chunk))])
	}
}
