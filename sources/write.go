package sources

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
)

// WriteStandard writes a Dataset as a standard workbook: bilingual heads with
// comments, drop-down lists, frozen heads, and a guide to filling it in. lang
// ("zh" or "en") says which language leads in heads and sheet names. The bytes
// depend on nothing but d and lang. What Read gives back equals d but for the
// cells. It is an error if d says something that the workbook has no place for.
func WriteStandard(w io.Writer, d *indicator.Dataset, lang string) error {
	return writeWorkbook(w, d, lang, false)
}

// writeWorkbook writes a standard workbook; example marks its rows of data as
// examples to be replaced.
func writeWorkbook(w io.Writer, d *indicator.Dataset, lang string, example bool) error {
	if lang != "en" {
		lang = "zh"
	}
	f := excelize.NewFile()
	defer f.Close()
	sw := &standardWriter{file: f, data: d, lang: lang, example: example}
	if err := sw.write(); err != nil {
		return fmt.Errorf("write standard workbook: %w", err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write standard workbook: %w", err)
	}
	return nil
}

// standardWriter fills in a new workbook.
type standardWriter struct {
	file    *excelize.File
	data    *indicator.Dataset
	lang    string
	example bool
	styles  map[cellStyle]int
}

func (w *standardWriter) write() error {
	w.styles = map[cellStyle]int{}
	if err := w.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	if err := w.writeGuide(); err != nil {
		return err
	}
	for _, spec := range w.sheets() {
		if _, err := w.file.NewSheet(w.sheetName(spec.term)); err != nil {
			return err
		}
	}
	rows, err := w.dataRows()
	if err != nil {
		return err
	}
	indicators, err := w.indicatorRows()
	if err != nil {
		return err
	}
	targets, err := w.targetRows()
	if err != nil {
		return err
	}
	content := map[*sheetSpec][][]any{
		&briefingSheet:   w.briefingRows(),
		&indicatorsSheet: indicators,
		&dataSheet:       rows,
		&targetsSheet:    targets,
		&highlightsSheet: w.highlightRows(),
		&wordingSheet:    w.wordingRows(),
	}
	for _, spec := range w.sheets() {
		if err := w.writeSheet(spec, content[spec]); err != nil {
			return err
		}
	}
	if err := w.briefingChoices(); err != nil {
		return err
	}
	w.file.SetActiveSheet(0)
	return w.properties()
}

// sheets are those that the workbook gets: that of own wording only where there
// is any.
func (w *standardWriter) sheets() []*sheetSpec {
	if w.example || len(w.data.Sentences) > 0 {
		return standardSheets
	}
	return slices.DeleteFunc(slices.Clone(standardSheets), func(s *sheetSpec) bool { return s == &wordingSheet })
}

// sheetName is the name of a sheet in the leading language.
func (w *standardWriter) sheetName(t term) string {
	if w.lang == "en" {
		return t.name.EN
	}
	return t.name.ZH
}

// properties sets the document's properties, which must not tell the time.
func (w *standardWriter) properties() error {
	created := w.data.Info.Release
	if created == "" {
		created = "2000-01-01"
	}
	title := w.data.Info.Title.ZH
	if w.lang == "en" || title == "" {
		title = w.data.Info.Title.EN
	}
	err := w.file.SetDocProps(&excelize.DocProperties{
		Creator: "jianbao", LastModifiedBy: "jianbao", Title: title,
		Created: created + "T00:00:00Z", Modified: created + "T00:00:00Z",
	})
	if err != nil {
		return err
	}
	return w.file.SetAppProps(&excelize.AppProperties{Application: "jianbao"})
}

// pick is the term of an enumeration's value as a cell shows it; "" for none.
func (w *standardWriter) pick(choices []choice, value string) any {
	t, ok := nameOf(choices, value)
	if !ok {
		return nil
	}
	return t.bilingual(w.lang, " ")
}

// words is a text as a cell value; nothing for an empty one.
func words(s string) any {
	if s == "" {
		return nil
	}
	return s
}
