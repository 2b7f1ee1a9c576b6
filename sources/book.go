package sources

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
	"jianbao/sources/delimited"
)

// unzipLimit bounds what a workbook may unpack to; a standard workbook of
// 200,000 rows stays well below it.
const unzipLimit = 160 << 20

// book is an open workbook: its sheets in order and what is needed to
// understand their cells.
type book struct {
	file     *excelize.File
	sheets   []bookSheet
	lost     []bookSheet // listed, but not in the package
	strings  []string    // shared strings
	formats  []numberFormat
	indents  []int
	text     *delimited.Table // instead of all else, where the file is a text table
	date1904 bool
	vetter   *formulaVetter
}

type bookSheet struct {
	name   string
	part   string // path of the sheet's XML in the package
	hidden bool
}

// openBook opens data, or reports why it cannot.
func openBook(r *reporter, data []byte) *book {
	at := indicator.Cell{File: r.file}
	// Everything is kept in memory: no temporary files to clean up.
	f, err := guarded(func() (*excelize.File, error) {
		return excelize.OpenReader(bytes.NewReader(data),
			excelize.Options{UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipLimit})
	})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			r.errorf("too-large", at,
				"工作簿解压后超过 %[1]d MB，已停止读取；请删去图片、多余的工作表和空白区域的格式后另存。",
				"the workbook unpacks to more than %[1]d MB and was not read; remove pictures, spare sheets and formats of blank areas, and save it.", unzipLimit>>20)
		} else {
			reportDamaged(r, at)
		}
		return nil
	}
	b := &book{file: f}
	if err := b.load(); err != nil {
		reportDamaged(r, at)
		return nil
	}
	return b
}

func (b *book) load() error {
	targets, sharedStrings, err := b.locate()
	if err != nil {
		return err
	}
	wb := b.file.WorkBook
	if wb == nil {
		return errors.New("no workbook part")
	}
	if wb.WorkbookPr != nil {
		b.date1904 = wb.WorkbookPr.Date1904
	}
	for _, s := range wb.Sheets.Sheet {
		part, known := targets[s.ID]
		if known && part == "" {
			continue // a chart sheet
		}
		if b.part(part) == nil {
			b.lost = append(b.lost, bookSheet{name: s.Name})
			continue
		}
		b.sheets = append(b.sheets, bookSheet{s.Name, part, s.State == "hidden" || s.State == "veryHidden"})
	}
	if b.part(sharedStrings) == nil {
		sharedStrings = "xl/sharedStrings.xml" // however the package spells it
	}
	if b.part(sharedStrings) != nil {
		if b.strings, err = readSharedStrings(b.decoder(sharedStrings)); err != nil {
			return err
		}
	}
	b.formats = b.numberFormats()
	b.indents = b.cellIndents()
	return nil
}

// part is the content of a part of the package, nil if it is not there.
func (b *book) part(name string) []byte {
	v, _ := b.file.Pkg.Load(name)
	data, _ := v.([]byte)
	return data
}

func (b *book) decoder(part string) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(b.part(part)))
	d.CharsetReader = b.file.CharsetReader
	return d
}

// relationship is a link from one part of the package to another.
type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relationships are the links of a part, with their targets as full paths. The
// links of the package itself are those of the part "".
func (b *book) relationships(part string) ([]relationship, error) {
	dir, base := path.Split(part)
	var rels struct{ Relationship []relationship }
	if err := b.decoder(dir + "_rels/" + base + ".rels").Decode(&rels); err != nil {
		return nil, err
	}
	for i, r := range rels.Relationship {
		if strings.HasPrefix(r.Target, "/") {
			rels.Relationship[i].Target = strings.TrimPrefix(r.Target, "/")
		} else {
			rels.Relationship[i].Target = path.Join(dir, r.Target)
		}
	}
	return rels.Relationship, nil
}

// locate finds the parts of worksheets by the ids that the workbook gives them,
// "" for parts of other kinds, and the part of the shared strings, "" where
// there is none.
func (b *book) locate() (worksheets map[string]string, strs string, err error) {
	root, err := b.relationships("")
	if err != nil {
		return nil, "", err
	}
	for _, r := range root {
		if !strings.HasSuffix(r.Type, "/officeDocument") {
			continue
		}
		rels, err := b.relationships(r.Target)
		if err != nil {
			return nil, "", err
		}
		worksheets = map[string]string{}
		for _, r := range rels {
			switch {
			case strings.HasSuffix(r.Type, "/worksheet"):
				worksheets[r.ID] = r.Target
			case strings.HasSuffix(r.Type, "/sharedStrings"):
				strs = r.Target
			default:
				worksheets[r.ID] = "" // no cells in it
			}
		}
		return worksheets, strs, nil
	}
	return nil, "", errors.New("no workbook part")
}

// numberFormat is what a cell's format tells about its number.
type numberFormat byte

const (
	plainFormat   numberFormat = iota
	percentFormat              // 0.072 shows as 7.2%
	dateFormat                 // a serial day number
	yearFormat                 // a day number of which only the year shows
)

// numberFormats classifies the cell formats of the workbook by index.
func (b *book) numberFormats() []numberFormat {
	s := b.file.Styles
	if s == nil || s.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if s.NumFmts != nil {
		for _, f := range s.NumFmts.NumFmt {
			if f != nil {
				codes[f.NumFmtID] = f.FormatCode
			}
		}
	}
	out := make([]numberFormat, len(s.CellXfs.Xf))
	for i, xf := range s.CellXfs.Xf {
		if xf.NumFmtID == nil {
			continue
		}
		id := *xf.NumFmtID
		if code, ok := codes[id]; ok {
			out[i] = classify(code)
			continue
		}
		switch {
		case id == 9 || id == 10:
			out[i] = percentFormat
		case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
			out[i] = dateFormat
		}
	}
	return out
}

// classify reads a format code without its quoted, escaped and bracketed parts.
func classify(code string) numberFormat {
	code, _, _ = strings.Cut(code, ";")
	var bare strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		c := code[i]
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == '\\' || c == '_' || c == '*':
			i++
		default:
			bare.WriteByte(c | 0x20)
		}
	}
	s := bare.String()
	general := strings.Contains(s, "general")
	switch {
	case strings.Contains(s, "%"):
		return percentFormat
	case general:
		return plainFormat
	case strings.Contains(s, "y") && !strings.ContainsAny(s, "md"):
		return yearFormat
	case strings.ContainsAny(s, "yd"), strings.Contains(s, "mm"):
		return dateFormat
	}
	return plainFormat
}

// format is the number format of a cell style.
func (b *book) format(style int) numberFormat {
	if style < 0 || style >= len(b.formats) {
		return plainFormat
	}
	return b.formats[style]
}

// indent is the indentation of a cell style.
func (b *book) indent(style int) int {
	if style < 0 || style >= len(b.indents) {
		return 0
	}
	return b.indents[style]
}

// cellIndents are the indentations of the cell formats by index.
func (b *book) cellIndents() []int {
	s := b.file.Styles
	if s == nil || s.CellXfs == nil {
		return nil
	}
	out := make([]int, len(s.CellXfs.Xf))
	for i, xf := range s.CellXfs.Xf {
		if xf.Alignment != nil {
			out[i] = xf.Alignment.Indent
		}
	}
	return out
}

// guarded turns a panic of the workbook library, which a malformed package may
// cause, into an error.
func guarded[T any](call func() (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("workbook library: %v", p)
		}
	}()
	return call()
}
