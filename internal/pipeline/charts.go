package pipeline

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jianbao/charts"
	"jianbao/internal/briefing"
	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/pdf"
)

// Pictures says which figures of a workbook are to be written, and how.
type Pictures struct {
	Indicators []string // ids or names; none: all figures of the briefing
	Formats    []string // svg, png, pdf
	Width      float64  // points
	DPI        int      // of png
}

// AltFile lists what the pictures beside it show, for who cannot see them.
const AltFile = "alt.txt"

// Charts writes the figures of a workbook into a folder, each as a file of its
// own, with a list of what they show. It returns the paths, in the order of the
// briefing. All are drawn before the first is written.
func Charts(path, dir string, want Pictures, opt Options) ([]string, diagnostic.List) {
	r := Read(path, opt)
	list := r.Diagnostics
	if r.Dataset == nil || list.Has(diagnostic.Error) || opt.Strict && list.Has(diagnostic.Warning) {
		return nil, list
	}
	here := indicator.Cell{File: filepath.Base(path)}
	b, err := compose(r.Dataset, opt)
	if err != nil {
		code, zh, en := fault(err)
		list.Add(diagnostic.Error, code, here, zh, en)
		return nil, list
	}
	if list = append(list, b.Findings...).Sorted(); list.Has(diagnostic.Error) {
		return nil, list
	}
	figures, missing := chosen(b.Figures(), r.Dataset, want.Indicators)
	for _, name := range missing {
		list.Add(diagnostic.Error, "no-figure", here,
			fmt.Sprintf("没有“%s”的图：没有这个指标，或它的数据不足三期。可用的编号：%s。", name, strings.Join(drawn(b.Figures(), r.Dataset), "、")),
			fmt.Sprintf("there is no chart of “%s”: no indicator is called so, or it has fewer than three periods. Ids with a chart: %s.", name, strings.Join(drawn(b.Figures(), r.Dataset), ", ")))
	}
	if len(figures) == 0 && len(missing) == 0 {
		list.Add(diagnostic.Error, "no-figure", here, "数据不足以画图：每个指标都少于三期，也没有可比的目标。", "there is nothing to draw: every indicator has fewer than three periods, and no target can be compared.")
	}
	if list.Has(diagnostic.Error) {
		return nil, list
	}
	var paths []string
	var files [][]byte
	var alt strings.Builder
	opt.Date = documentDate(r.Dataset, opt)
	names := map[string]bool{}
	for i := range figures {
		f := &figures[i]
		stem := fileName(f.ID)
		for n := 2; names[strings.ToLower(stem)]; n++ {
			stem = fileName(f.ID) + "-" + strconv.Itoa(n)
		}
		names[strings.ToLower(stem)] = true
		for _, format := range want.Formats {
			data, err := picture(f, format, want, opt)
			if err != nil {
				list.Add(diagnostic.Error, "internal", here, fmt.Sprintf("图“%s”画不出来：%v。", f.Title.ZH, err), fmt.Sprintf("the chart “%s” cannot be drawn: %v.", f.Title.EN, err))
				return nil, list
			}
			name := stem + "." + format
			paths, files = append(paths, filepath.Join(dir, name)), append(files, data)
			fmt.Fprintf(&alt, "%s\n", name)
		}
		for _, t := range inLanguages(opt.Lang, f.Title, f.Alt) {
			fmt.Fprintf(&alt, "%s\n", t)
		}
		alt.WriteString("\n")
	}
	paths, files = append(paths, filepath.Join(dir, AltFile)), append(files, []byte(alt.String()))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, append(list, cannotWrite(dir, err))
	}
	for i, p := range paths {
		if err := writeFile(p, files[i]); err != nil {
			return paths[:i], append(list, cannotWrite(p, err))
		}
	}
	return paths, list
}

func cannotWrite(path string, err error) diagnostic.Diagnostic {
	var l diagnostic.List
	l.Add(diagnostic.Error, "cannot-write", indicator.Cell{}, fmt.Sprintf("无法写入“%s”：%v。", path, err), fmt.Sprintf("cannot write %q: %v.", path, err))
	return l[0]
}

// picture is one figure as a file. A defect in drawing is an error of this
// figure.
func picture(f *briefing.Figure, format string, want Pictures, opt Options) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	var out bytes.Buffer
	draw := charts.Options{Lang: opt.Lang, Fonts: opt.Fonts, Theme: opt.Design.Theme}
	switch format {
	case "svg":
		err = charts.SVG(&out, f, charts.Length(want.Width), draw)
	case "png":
		err = charts.PNG(&out, f, charts.Length(want.Width), want.DPI, draw)
	case "pdf":
		err = pdf.WriteFigure(&out, f, want.Width, pdf.Options{Lang: opt.Lang, Fonts: opt.Fonts, Date: opt.Date, Design: opt.Design})
	default:
		err = fmt.Errorf("no such format: %s", format)
	}
	return out.Bytes(), err
}

// chosen are the figures of the indicators named, and the names that have none.
func chosen(all []briefing.Figure, d *indicator.Dataset, names []string) (figures []briefing.Figure, missing []string) {
	if len(names) == 0 {
		return all, nil
	}
	for _, name := range names {
		found := map[string]bool{} // a figure may stand in another as well
		for _, f := range withSingles(all) {
			if s := subject(f, d); s != nil && called(s, name) && !found[f.ID] {
				figures, found[f.ID] = append(figures, f), true
			}
		}
		if len(found) == 0 {
			missing = append(missing, name)
		}
	}
	return figures, missing
}

// withSingles are figures and those that stand together in one of them.
func withSingles(all []briefing.Figure) []briefing.Figure {
	out := slices.Clone(all)
	for _, f := range all {
		out = append(out, f.Singles...)
	}
	return out
}

func called(s *indicator.Series, name string) bool {
	return slices.ContainsFunc([]string{s.ID, s.Name.ZH, s.Name.EN, s.Short.ZH, s.Short.EN}, func(n string) bool {
		return n != "" && strings.EqualFold(n, strings.TrimSpace(name))
	})
}

// drawn lists the ids of indicators that have a figure.
func drawn(all []briefing.Figure, d *indicator.Dataset) (ids []string) {
	for _, f := range withSingles(all) {
		if s := subject(f, d); s != nil && !slices.Contains(ids, s.ID) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// subject is the indicator that a figure is of, whose id ends the figure's:
// growth-grp, path-grp; nil for one of several.
func subject(f briefing.Figure, d *indicator.Dataset) *indicator.Series {
	_, id, ok := strings.Cut(f.ID, "-")
	if !ok {
		return nil
	}
	return d.Find(id)
}

// inLanguages gives texts in the languages of a document, each on a line.
func inLanguages(lang briefing.Lang, texts ...briefing.Text) (out []string) {
	for _, t := range texts {
		if lang != briefing.English {
			out = append(out, t.ZH)
		}
		if lang != briefing.Chinese && t.EN != t.ZH {
			out = append(out, t.EN)
		}
	}
	return out
}

// fileName is an id as the name of a file on any system.
func fileName(id string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?* `, r) {
			return '-'
		}
		return r
	}, strings.TrimRight(id, ". "))
}
