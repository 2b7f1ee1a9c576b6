package profile

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"jianbao/charts"
	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/pdf"
)

const (
	mm          = 72 / 25.4
	mostBinding = 40.0    // mm
	mostLogo    = 2 << 20 // bytes
)

// Design is what the profile says of the look of pages, that of the house where
// it says nothing. fam is the typeface that its words are set in, nil the built-in
// one.
func (p *Profile) Design(fam *fonts.Family) (pdf.Design, error) {
	var d pdf.Design
	if p == nil || p.Page.IsZero() || p.Page.Tag == "!!null" {
		return d, nil
	}
	if fam == nil {
		fam = fonts.Builtin()
	}
	keys := map[string]func(*yaml.Node) error{
		"paper":     func(n *yaml.Node) error { return paper(n, &d.Paper) },
		"binding":   func(n *yaml.Node) error { return binding(n, &d.Binding) },
		"cover":     func(n *yaml.Node) error { return yes(n, &d.Cover) },
		"masthead":  func(n *yaml.Node) error { return masthead(n, &d.RedHead) },
		"number":    func(n *yaml.Node) error { return words(n, fam, &d.Number) },
		"logo":      func(n *yaml.Node) (err error) { d.Logo, err = p.logo(n); return err },
		"watermark": func(n *yaml.Node) (err error) { d.Watermark, err = watermark(n, fam); return err },
		"colours": func(n *yaml.Node) error {
			if err := filled(n); err != nil {
				return err
			}
			return each(n, colours(&d.Theme))
		},
	}
	if err := each(&p.Page, keys); err != nil {
		if p.Page.Kind != yaml.MappingNode {
			return d, at("page", p.Page.Line, err)
		}
		return d, at("page", 0, err)
	}
	if d.Number != "" && !d.RedHead && !d.Cover {
		return d, faultf("page.number：文号印在红头下或封面上，请加上 masthead: red 或 cover: true", "page.number: stands under a red masthead or on a cover; add masthead: red or cover: true")
	}
	return d, nil
}

// each reads a mapping by its keys; an error names the key.
func each(n *yaml.Node, keys map[string]func(*yaml.Node) error) error {
	var known []string
	for k := range keys {
		known = append(known, k)
	}
	slices.Sort(known)
	if n.Kind != yaml.MappingNode {
		return faultf("应为若干项，可写：%s", "must be a mapping of %s", strings.Join(known, ", "))
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := keys[key.Value]
		if !ok {
			return at(key.Value, key.Line, faultf("没有这一项，可写：%s", "there is no such key; there are %s", strings.Join(known, ", ")))
		}
		if value.Tag == "!!null" {
			continue
		}
		if err := read(value); err != nil {
			if value.Kind == yaml.MappingNode { // the key within follows
				return at(key.Value, 0, err)
			}
			return at(key.Value, value.Line, err)
		}
	}
	return nil
}

// filled refuses keys without a value: a colour without quotes is a comment.
func filled(n *yaml.Node) error {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i+1].Tag == "!!null" {
			return at(n.Content[i].Value, n.Content[i].Line, faultf("没有值；颜色以 # 开头，须加引号，如 \"#0B5C8A\"", "has no value; a colour begins with # and stands in quotes, such as \"#0B5C8A\""))
		}
	}
	return nil
}

func paper(n *yaml.Node, to *pdf.Paper) error {
	sizes := map[string]pdf.Paper{"a4": pdf.A4, "a3": pdf.A3, "letter": pdf.Letter}
	size, ok := sizes[strings.ToLower(n.Value)]
	if !ok {
		return faultf("%q不是纸张，可写 A4、A3 或 Letter", "%q is not a paper; A4, A3 or Letter", n.Value)
	}
	*to = size
	return nil
}

func binding(n *yaml.Node, to *float64) error {
	v, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || !(v >= 0 && v <= mostBinding) {
		return faultf("%q应为毫米数，0到%g", "%q must be millimetres, from 0 to %g", n.Value, mostBinding)
	}
	*to = v * mm
	return nil
}

func yes(n *yaml.Node, to *bool) error {
	if n.Decode(to) != nil {
		return faultf("%q应为 true 或 false", "%q must be true or false", n.Value)
	}
	return nil
}

func masthead(n *yaml.Node, red *bool) error {
	switch n.Value {
	case "plain", "red":
		*red = n.Value == "red"
		return nil
	}
	return faultf("%q不是刊头样式，可写 plain 或 red（红头）", "%q is not a masthead; plain or red", n.Value)
}

// words reads a text of one line that the typeface has.
func words(n *yaml.Node, fam *fonts.Family, to *string) error {
	s := strings.TrimSpace(n.Value)
	switch {
	case n.Kind != yaml.ScalarNode || strings.ContainsAny(s, "\n\r\t"):
		return faultf("应为一行文字", "must be a text of one line")
	case len([]rune(s)) > 60:
		return faultf("%q超过60个字", "%q is longer than 60 characters", s)
	}
	if missing := fam.Missing(s); len(missing) > 0 {
		return faultf("字体中没有%q（U+%04X）", "the typeface has no %q (U+%04X)", missing[0], missing[0])
	}
	*to = s
	return nil
}

// Watermark is the watermark of a name; ok is false where there is none of it.
func Watermark(name string) (t briefing.Text, ok bool) {
	switch name {
	case "draft":
		return pdf.Draft, true
	case "internal":
		return pdf.Internal, true
	case "none":
		return t, true
	}
	return t, false
}

func watermark(n *yaml.Node, fam *fonts.Family) (t briefing.Text, err error) {
	if n.Kind == yaml.MappingNode {
		return t, each(n, map[string]func(*yaml.Node) error{
			"zh": func(n *yaml.Node) error { return words(n, fam, &t.ZH) },
			"en": func(n *yaml.Node) error { return words(n, fam, &t.EN) },
		})
	}
	t, ok := Watermark(n.Value)
	if !ok {
		return t, faultf("%q不是水印，可写 draft（草稿）、internal（内部）、none，或 {zh: …, en: …}", "%q is not a watermark; draft, internal, none, or {zh: …, en: …}", n.Value)
	}
	return t, nil
}

// logo reads a picture that lies beside the profile.
func (p *Profile) logo(n *yaml.Node) (*pdf.Image, error) {
	name := n.Value
	if !filepath.IsAbs(name) {
		name = filepath.Join(p.dir, name)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, faultf("找不到或打不开文件%q", "there is no file %q, or it cannot be opened", n.Value)
	case !info.Mode().IsRegular():
		return nil, faultf("%q不是文件", "%q is not a file", n.Value)
	case info.Size() > mostLogo:
		return nil, faultf("%q有%.1f MB，最多%d MB", "%q has %.1f MB; at most %d", n.Value, float64(info.Size())/(1<<20), mostLogo>>20)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	im, err := pdf.NewImage(data)
	if err != nil {
		return nil, Fault{fmt.Sprintf("%q不能用作图片，须为完好的 PNG 或 RGB、灰度 JPEG（%v）", n.Value, err), fmt.Sprintf("%s: %v", n.Value, err)}
	}
	return im, nil
}

var whatZH = map[string]string{"words": "文字", "marks": "图形", "lines": "线条"}

// colours reads the colours of a theme. Lines of a grid need no contrast.
func colours(t *charts.Theme) map[string]func(*yaml.Node) error {
	house := charts.Theme{}.OrHouse()
	read := func(to *color.RGBA, own color.RGBA, least float64, what string) func(*yaml.Node) error {
		return func(n *yaml.Node) error {
			var r, g, b uint8
			if len(n.Value) != 7 || n.Value[0] != '#' {
				return faultf("%q应为颜色，写作 \"#0B5C8A\"，要带引号", "%q must be a colour such as \"#0B5C8A\", in quotes", n.Value)
			}
			v, err := strconv.ParseUint(n.Value[1:], 16, 24)
			if err != nil {
				return faultf("%q应为颜色，写作 \"#0B5C8A\"，要带引号", "%q must be a colour such as \"#0B5C8A\", in quotes", n.Value)
			}
			r, g, b = uint8(v>>16), uint8(v>>8), uint8(v)
			c := color.RGBA{r, g, b, 0xFF}
			if ratio := charts.Contrast(c, house.Paper); ratio < least && c != own {
				return faultf("%s在白底上的对比度为%.2f:1，%[3]s至少要%.1[4]f:1，请用深一些的颜色", "%s has a contrast of %.2f:1 on white; %[5]s need %.1[4]f:1; take a darker one", n.Value, math.Floor(ratio*100)/100, whatZH[what], least, what)
			}
			*to = c
			return nil
		}
	}
	return map[string]func(*yaml.Node) error{
		"ink":       read(&t.Ink, house.Ink, charts.WordContrast, "words"),
		"secondary": read(&t.Secondary, house.Secondary, charts.WordContrast, "words"),
		"emphasis":  read(&t.Emphasis, house.Emphasis, charts.WordContrast, "words"),
		"target":    read(&t.Target, house.Target, charts.WordContrast, "words"),
		"ahead":     read(&t.Ahead, house.Ahead, charts.WordContrast, "words"),
		"behind":    read(&t.Behind, house.Behind, charts.WordContrast, "words"),
		"bar":       read(&t.Bar, house.Bar, charts.MarkContrast, "marks"),
		"hairline":  read(&t.Hairline, house.Hairline, 0, "lines"),
	}
}
