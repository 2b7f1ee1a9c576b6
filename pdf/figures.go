package pdf

import (
	"fmt"
	"io"

	"gonum.org/v1/plot/vg"

	"jianbao/charts"
	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// WriteFigure writes one figure, with its title, description and note, as a PDF
// of one page of its own size: to place in a letter, a slide or a book. Width is
// in points.
func WriteFigure(w io.Writer, f *briefing.Figure, width float64, opt Options) error {
	if opt.Lang == "" {
		opt.Lang = briefing.Both
	}
	if opt.Fonts == nil {
		opt.Fonts = fonts.Builtin()
	}
	draw := charts.Options{Lang: opt.Lang, Fonts: opt.Fonts, Theme: opt.Theme}
	height, err := charts.FigureHeight(f, vg.Length(width), draw)
	if err != nil {
		return err
	}
	pg := &page{sheet: &sheet{width: width, height: float64(height)}}
	cv := newCanvas(pg, opt.Fonts)
	root := &element{role: "Document", lang: documentLanguage(opt.Lang)}
	el := root.child("Figure")
	el.describe(inWords(f), opt.Lang)
	el.at = placed(pg, 0, 0, width, float64(height))
	pg.within(el, func() { err = charts.DrawFigure(cv, f, vg.Length(width), draw) })
	if err != nil {
		return err
	}
	if cv.err != nil {
		return cv.err
	}
	data, err := write([]*page{pg}, document{title: f.Title, subject: f.Description}, opt)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}
