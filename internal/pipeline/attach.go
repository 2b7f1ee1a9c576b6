package pipeline

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jianbao/internal/briefing"
	"jianbao/internal/indicator"
	"jianbao/internal/inspect"
	"jianbao/pdf"
)

// Attach says which files travel in a briefing.
type Attach string

const (
	AttachWorkbook Attach = "workbook" // the workbook itself, the figures that were read, and where every number comes from; also ""
	AttachValues   Attach = "values"   // all but the workbook
	AttachNone     Attach = "none"
)

// figuresFile is the name under which the figures that were read are attached.
const figuresFile = "figures.csv"

// attachments are the files that travel with the briefing of a workbook.
func attachments(path string, d *indicator.Dataset, how Attach) ([]pdf.File, error) {
	if how == AttachNone {
		return nil, nil
	}
	var table bytes.Buffer
	if err := inspect.Tidy(&table, d); err != nil {
		return nil, fmt.Errorf("%s: %w", figuresFile, err)
	}
	files := []pdf.File{{
		Name: figuresFile, Type: "text/csv", Relation: "Data", Data: table.Bytes(),
		Title: briefing.Text{ZH: "所用的全部数据", EN: "All figures that were read"},
	}}
	if how == AttachValues {
		return files, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	if name == figuresFile {
		name = "source-" + name
	}
	return append(files, pdf.File{
		Name: name, Type: mediaType(name), Relation: "Source", Data: data,
		Title: briefing.Text{ZH: "来源表格", EN: "The source spreadsheet"},
	}), nil
}

// mediaType is that of a spreadsheet, by its ending.
func mediaType(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".xlsm":
		return "application/vnd.ms-excel.sheet.macroEnabled.12"
	case ".csv":
		return "text/csv"
	case ".tsv":
		return "text/tab-separated-values"
	}
	return "application/octet-stream"
}
