package profile

import (
	"errors"
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
		"colours":   func(n *yaml.Node) error { return each(n, colours(&d.Theme)) },
	}
	if err := each(&p.Page, keys); err != nil {
		if p.Page.Kind != yaml.MappingNode {
			return d, fmt.Errorf("page (line %d): %w", p.Page.Line, err)
		}
		return d, fmt.Errorf("page.%w", err)
	}
	if d.Number != "" && !d.RedHead && !d.Cover {
		return d, errors.New("page.number: stands under a red masthead or on a cover; add masthead: red or cover: true")
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
		return fmt.Errorf("must be a mapping of %s", strings.Join(known, ", "))
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := keys[key.Value]
		if !ok {
			return fmt.Errorf("%s (line %d): there is no such key; there are %s", key.Value, key.Line, strings.Join(known, ", "))
		}
		if value.Tag == "!!null" {
			continue
		}
		if err := read(value); err != nil {
			if value.Kind == yaml.MappingNode { // the key within follows
				return fmt.Errorf("%s.%w", key.Value, err)
			}
			return fmt.Errorf("%s (line %d): %w", key.Value, value.Line, err)
		}
	}
	return nil
}

func paper(n *yaml.Node, to *pdf.Paper) error {
	sizes := map[string]pdf.Paper{"a4": pdf.A4, "a3": pdf.A3, "letter": pdf.Letter}
	size, ok := sizes[strings.ToLower(n.Value)]
	if !ok {
		return fmt.Errorf("%q is not a paper; A4, A3 or Letter", n.Value)
	}
	*to = size
	return nil
}

func binding(n *yaml.Node, to *float64) error {
	v, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || !(v >= 0 && v <= mostBinding) {
		return fmt.Errorf("%q must be millimetres, from 0 to %g", n.Value, mostBinding)
	}
	*to = v * mm
	return nil
}

func yes(n *yaml.Node, to *bool) error {
	if n.Decode(to) != nil {
		return fmt.Errorf("%q must be true or false", n.Value)
	}
	return nil
}

func masthead(n *yaml.Node, red *bool) error {
	switch n.Value {
	case "plain", "red":
		*red = n.Value == "red"
		return nil
	}
	return fmt.Errorf("%q is not a masthead; plain or red", n.Value)
}

// words reads a text of one line that the typeface has.
func words(n *yaml.Node, fam *fonts.Family, to *string) error {
	s := strings.TrimSpace(n.Value)
	switch {
	case n.Kind != yaml.ScalarNode || strings.ContainsAny(s, "\n\r\t"):
		return errors.New("must be a text of one line")
	case len([]rune(s)) > 60:
		return fmt.Errorf("%q is longer than 60 characters", s)
	}
	if missing := fam.Missing(s); len(missing) > 0 {
		return fmt.Errorf("the typeface has no %q (U+%04X)", missing[0], missing[0])
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
		return t, fmt.Errorf("%q is not a watermark; draft, internal, none, or {zh: …, en: …}", n.Value)
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
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file", n.Value)
	case info.Size() > mostLogo:
		return nil, fmt.Errorf("%s has %.1f MB; at most %d", n.Value, float64(info.Size())/(1<<20), mostLogo>>20)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	im, err := pdf.NewImage(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", n.Value, err)
	}
	return im, nil
}

// colours reads the colours of a theme. Lines of a grid need no contrast.
func colours(t *charts.Theme) map[string]func(*yaml.Node) error {
	house := charts.Theme{}.OrHouse()
	read := func(to *color.RGBA, own color.RGBA, least float64, what string) func(*yaml.Node) error {
		return func(n *yaml.Node) error {
			var r, g, b uint8
			if len(n.Value) != 7 || n.Value[0] != '#' {
				return fmt.Errorf("%q must be a colour such as \"#0B5C8A\", in quotes", n.Value)
			}
			v, err := strconv.ParseUint(n.Value[1:], 16, 24)
			if err != nil {
				return fmt.Errorf("%q must be a colour such as \"#0B5C8A\", in quotes", n.Value)
			}
			r, g, b = uint8(v>>16), uint8(v>>8), uint8(v)
			c := color.RGBA{r, g, b, 0xFF}
			if ratio := charts.Contrast(c, house.Paper); ratio < least && c != own {
				return fmt.Errorf("%s has a contrast of %.2f:1 on white; %s need %.1f:1; take a darker one", n.Value, math.Floor(ratio*100)/100, what, least)
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
