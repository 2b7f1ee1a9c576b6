package sources

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/sources/delimited"
)

// maxRemarks bounds the cells that get a comment.
const maxRemarks = 1000

// AnnotateError says why a file cannot be annotated, in both languages.
type AnnotateError struct{ indicator.Text }

func (e *AnnotateError) Error() string { return e.EN }

// Annotate writes to w a copy of the workbook (or, for a text table, a workbook
// made of its cells) with the findings as comments on the cells they concern,
// which get a light fill by severity. A last sheet, 核对结果 / Findings, lists
// all findings with links to their cells. lang is "zh", "en" or "" (both).
//
// Values, formulas, number formats, macros and all else of the workbook are
// copied as they are; comments that are there are kept and added to. Findings
// of another file than name are left out. The bytes depend on nothing but the
// arguments. The error, but for one of w, is an *AnnotateError.
func Annotate(w io.Writer, name string, data []byte, list diagnostic.List, lang string) error {
	a, err := annotate(name, data, list, lang)
	if err != nil {
		return annotateError(filepath.Base(name), err)
	}
	if err := a.write(w); err != nil {
		return fmt.Errorf("write annotated workbook: %w", err)
	}
	return nil
}

func annotateError(file string, err error) error {
	var whole *AnnotateError
	if errors.As(err, &whole) {
		return whole
	}
	detail := indicator.Text{ZH: "文件不完整或不是工作簿", EN: "it is incomplete or no workbook"}
	if !errors.Is(err, errDamaged) {
		detail = indicator.Text{ZH: err.Error(), EN: err.Error()}
	}
	return &AnnotateError{indicator.Text{
		ZH: fmt.Sprintf("无法在“%s”的副本上批注：%s；完好的 .xlsx、.xlsm 工作簿和文本表格（.csv 等）可以批注，其他格式请先另存为 .xlsx。", file, detail.ZH),
		EN: fmt.Sprintf("“%s” cannot be annotated: %s. Whole workbooks (.xlsx, .xlsm) and text tables (.csv and the like) can; save other formats as .xlsx first.", file, detail.EN)}}
}

// CheckAnnotated reports, as an *AnnotateError, why the annotated copy of a
// file cannot be written to out: the copy of a workbook with macros must be
// called .xlsm, that of a text table .xlsx, and out must not be the original.
func CheckAnnotated(out, name string, data []byte) error {
	want := ".xlsx"
	if !delimited.Looks(name, data[:min(len(data), 4096)]) {
		p, err := openParcel(data)
		if err != nil {
			return annotateError(filepath.Base(name), err)
		}
		part, err := p.workbookPart()
		if err != nil {
			return annotateError(filepath.Base(name), err)
		}
		kind, _ := p.typeOf(part)
		want = extensionOf(kind)
	}
	if got := strings.ToLower(filepath.Ext(out)); got != want {
		return &AnnotateError{indicator.Text{
			ZH: fmt.Sprintf("批注后的副本须保存为 %[1]s 文件（“%[2]s”的种类是 %[1]s），不能保存为“%[3]s”；请改用扩展名 %[1]s。", want, filepath.Base(name), filepath.Base(out)),
			EN: fmt.Sprintf("the annotated copy of “%[2]s” is a workbook of the kind %[1]s and cannot be written as “%[3]s”; give it the extension %[1]s.", want, filepath.Base(name), filepath.Base(out))}}
	}
	if a, err := filepath.Abs(out); err == nil {
		if b, err := filepath.Abs(name); err == nil && a == b {
			return &AnnotateError{indicator.Text{
				ZH: "批注后的副本不能覆盖原文件；请另取文件名。",
				EN: "the annotated copy cannot take the place of the original; give it another name."}}
		}
	}
	return nil
}

// extensionOf is the extension that a kind of workbook must have.
func extensionOf(kind string) string {
	template := strings.Contains(kind, "template")
	switch macros := strings.Contains(strings.ToLower(kind), "macroenabled"); {
	case macros && template:
		return ".xltm"
	case macros:
		return ".xlsm"
	case template:
		return ".xltx"
	}
	return ".xlsx"
}

// annotation is a copy of a workbook being annotated.
type annotation struct {
	*parcel
	file     string
	lang     string
	book     *bookPart
	styles   *styleSheet
	canMark  bool // styles has what it takes
	findings []finding
	notes    []indicator.Text // what is to be known of the comments as a whole
}

// finding is a diagnostic with the place it concerns in this workbook.
type finding struct {
	diagnostic.Diagnostic
	sheet int    // -1 for the whole file, or a sheet that is not there
	at    cellAt // zero for the whole sheet
}

// spot is a cell with the findings that show there.
type spot struct {
	sheet    int
	at       cellAt
	findings []finding
}

// severity is that of the gravest finding.
func (s spot) severity() diagnostic.Severity {
	for _, sev := range []diagnostic.Severity{diagnostic.Error, diagnostic.Warning} {
		if slices.ContainsFunc(s.findings, func(f finding) bool { return f.Severity == sev }) {
			return sev
		}
	}
	return diagnostic.Info
}

func annotate(name string, data []byte, list diagnostic.List, lang string) (*annotation, error) {
	a := &annotation{file: filepath.Base(name), lang: lang}
	list = slices.DeleteFunc(slices.Clone(list), func(d diagnostic.Diagnostic) bool {
		return d.Cell.File != "" && d.Cell.File != a.file
	})
	textTable := delimited.Looks(name, data[:min(len(data), 4096)])
	if textTable {
		var err error
		if data, err = tableWorkbook(a.file, data, list); err != nil {
			return nil, err
		}
	}
	var err error
	if a.parcel, err = openParcel(data); err != nil {
		return nil, err
	}
	if a.book, err = a.readBook(); err != nil {
		return nil, err
	}
	styles, err := a.read(a.book.styles)
	if err != nil {
		return nil, err
	}
	a.styles, a.canMark = parseStyles(styles)
	a.place(list, textTable)
	if err := a.remark(); err != nil {
		return nil, err
	}
	if err := a.addFindings(); err != nil {
		return nil, err
	}
	if a.canMark {
		a.set(a.book.styles, a.styles.String())
	}
	return a, nil
}

// place finds the places of the findings and puts them in the order of the
// workbook. A text table has one sheet, whatever the findings call it.
func (a *annotation) place(list diagnostic.List, textTable bool) {
	for _, d := range list {
		f := finding{Diagnostic: d, sheet: a.book.find(d.Cell.Sheet)}
		if textTable && d.Cell != (indicator.Cell{File: d.Cell.File}) {
			f.sheet = 0
		}
		if f.sheet >= 0 {
			if at, ok := parseCell(d.Cell.Addr); ok {
				f.at = at
			}
		}
		a.findings = append(a.findings, f)
	}
	slices.SortStableFunc(a.findings, func(f, g finding) int {
		return cmp.Or(f.sheet-g.sheet, f.at.row-g.at.row, f.at.col-g.at.col)
	})
}

// remark puts the findings on their cells.
func (a *annotation) remark() error {
	maps := map[int]*sheetMap{}
	spots := map[[3]int]*spot{}
	var order []*spot
	for _, f := range a.findings {
		if f.sheet < 0 || f.at == (cellAt{}) || a.book.sheets[f.sheet].part == "" {
			continue
		}
		if maps[f.sheet] == nil {
			xml, err := a.read(a.book.sheets[f.sheet].part)
			if err != nil {
				return err
			}
			if maps[f.sheet], err = mapSheet(xml); err != nil {
				return err
			}
		}
		at := maps[f.sheet].shown(f.at)
		key := [3]int{f.sheet, at.row, at.col}
		if spots[key] == nil {
			spots[key] = &spot{sheet: f.sheet, at: at}
			order = append(order, spots[key])
		}
		spots[key].findings = append(spots[key].findings, f)
	}
	if more := len(order) - maxRemarks; more > 0 {
		// The gravest stay; among equals those that come first.
		slices.SortStableFunc(order, func(s, t *spot) int { return rank(s.severity()) - rank(t.severity()) })
		order = order[:maxRemarks]
		a.notes = append(a.notes, indicator.Text{
			ZH: fmt.Sprintf("批注只加在最严重的 %d 个单元格上，另有 %d 个单元格的结果只列在本表。", maxRemarks, more),
			EN: fmt.Sprintf("Only the %d gravest cells carry comments; the findings on %d more cells are listed here alone.", maxRemarks, more)})
	}
	threads := 0
	for i := range a.book.sheets {
		var here []*spot
		for _, s := range order {
			if s.sheet == i {
				here = append(here, s)
			}
		}
		if len(here) == 0 {
			continue
		}
		refused, err := a.remarkSheet(i, maps[i], here)
		if err != nil {
			return err
		}
		threads += refused
		delete(maps, i)
	}
	if threads > 0 {
		a.notes = append(a.notes, indicator.Text{
			ZH: fmt.Sprintf("有 %d 个单元格已有讨论串，不能再加批注，其结果只列在本表。", threads),
			EN: fmt.Sprintf("%d cells carry a thread of comments, to which nothing can be added; their findings are listed here alone.", threads)})
	}
	return nil
}

func rank(s diagnostic.Severity) int {
	switch s {
	case diagnostic.Error:
		return 0
	case diagnostic.Warning:
		return 1
	}
	return 2
}
