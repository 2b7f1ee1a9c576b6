package sources

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/diagnostic"
)

// Annotate writes to w a copy of the workbook with the findings as comments on
// the cells they concern. lang is "zh", "en" or "" (both).
func Annotate(w io.Writer, name string, data []byte, list diagnostic.List, lang string) error {
	f, err := guarded(func() (*excelize.File, error) { return excelize.OpenReader(bytes.NewReader(data)) })
	if err != nil {
		return fmt.Errorf("annotate %s: %w", name, err)
	}
	defer f.Close()
	for _, d := range list.Sorted() {
		if d.Cell.Sheet == "" || d.Cell.Addr == "" {
			continue
		}
		if err := f.AddComment(d.Cell.Sheet, excelize.Comment{Cell: d.Cell.Addr, Author: "jianbao", Text: d.Message.ZH}); err != nil {
			return fmt.Errorf("annotate %s: %w", name, err)
		}
	}
	return f.Write(w)
}
