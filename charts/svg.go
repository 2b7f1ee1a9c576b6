package charts

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// SVG writes a figure as an SVG document. Its text is text, in a list of
// typefaces of which every system has one; its title and description are there
// for who cannot see it.
func SVG(w io.Writer, f *briefing.Figure, width vg.Length, opt Options) error {
	g, err := newFigure(f, width, opt)
	if err != nil {
		return err
	}
	cv := &svgCanvas{height: g.h}
	if err := g.draw(cv); err != nil {
		return err
	}
	cv.end()
	if cv.err != nil {
		return cv.err
	}
	var doc bytes.Buffer
	lang := "zh-CN"
	if g.t.lang == briefing.English {
		lang = "en"
	}
	id := escaped(strings.Join(strings.Fields(f.ID), "-")) // several documents may come to stand in one page
	doc.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	fmt.Fprintf(&doc, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]spt" height="%[2]spt" viewBox="0 0 %[1]s %[2]s" role="img" xml:lang="%[3]s" aria-labelledby="%[4]s-title %[4]s-desc" font-family="%[5]s">`+"\n",
		short(g.w), short(g.h), lang, id, families(g.t.fam.Face(fonts.Regular).Name()))
	fmt.Fprintf(&doc, `<title id="%s-title">%s</title>`+"\n", id, escaped(g.t.both(f.Title)))
	fmt.Fprintf(&doc, `<desc id="%s-desc">%s</desc>`+"\n", id, escaped(g.t.both(described(f))))
	doc.Write(cv.out.Bytes())
	doc.WriteString("</svg>\n")
	if _, err := w.Write(doc.Bytes()); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	return nil
}

// described is a figure in words: its text alternative, or else what its chart
// draws.
func described(f *briefing.Figure) briefing.Text {
	if !f.Alt.IsZero() {
		return f.Alt
	}
	return briefing.Described(f.Chart)
}

// both is a text in the document's languages, each on its line.
func (t *typist) both(x briefing.Text) string {
	first, second := t.words(x)
	if second == "" {
		return first
	}
	return first + "\n" + second
}

func escaped(s string) string {
	var b bytes.Buffer
	if xml.EscapeText(&b, []byte(s)) != nil {
		return ""
	}
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}

// families lists a typeface and those of the systems in use that stand in for it.
func families(first string) string {
	list := []string{first}
	base := first
	for _, weight := range []string{" Medium", " Bold"} {
		base = strings.TrimSuffix(base, weight)
	}
	for _, f := range []string{base, "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"} {
		if !slices.Contains(list, f) {
			list = append(list, f)
		}
	}
	for i, f := range list {
		if strings.Contains(f, " ") {
			list[i] = "'" + strings.ReplaceAll(f, "'", "") + "'"
		}
	}
	return strings.Join(list, ",")
}
