package charts

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"

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
	cv := vgsvg.New(vg.Length(g.w), vg.Length(g.h))
	if err := g.draw(cv); err != nil {
		return err
	}
	var doc bytes.Buffer
	if _, err := cv.WriteTo(&doc); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	if _, err := w.Write(finish(doc.Bytes(), f, g.t)); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	return nil
}

var (
	// svgStart is the beginning that the canvas writes, up to the first tag's end.
	svgStart = regexp.MustCompile(`(?s)^.*?<svg ([^>]*)>`)
	// svgFamily is the one typeface that it names for a text.
	svgFamily = regexp.MustCompile(`font-family:([^;"]*);`)
)

// finish gives the canvas's document what it lacks: a role, a language, a title,
// a description, typefaces to fall back on.
func finish(doc []byte, f *briefing.Figure, t *typist) []byte {
	attrs := ""
	if m := svgStart.FindSubmatchIndex(doc); m != nil {
		attrs = strings.Join(strings.Fields(string(doc[m[2]:m[3]])), " ")
		doc = doc[m[1]:]
	}
	doc = svgFamily.ReplaceAllFunc(doc, func(b []byte) []byte {
		return []byte("font-family:" + families(string(svgFamily.FindSubmatch(b)[1])) + ";")
	})
	lang := "zh-CN"
	if t.lang == briefing.English {
		lang = "en"
	}
	var out bytes.Buffer
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	id := escaped(strings.Join(strings.Fields(f.ID), "-")) // several documents may come to stand in one page
	fmt.Fprintf(&out, `<svg role="img" xml:lang="%s" aria-labelledby="%s-title %s-desc" %s>`+"\n", lang, id, id, attrs)
	fmt.Fprintf(&out, `<title id="%s-title">%s</title>`+"\n", id, escaped(t.both(f.Title)))
	fmt.Fprintf(&out, `<desc id="%s-desc">%s</desc>`, id, escaped(t.both(described(f))))
	out.Write(doc)
	return out.Bytes()
}

// described is a figure in words: its text alternative, or else what is said
// under its title.
func described(f *briefing.Figure) briefing.Text {
	if !f.Alt.IsZero() {
		return f.Alt
	}
	return f.Description
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
