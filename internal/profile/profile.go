// Package profile reads and writes the small YAML file in which an office keeps
// its own choices: the typeface and the pages of its documents, and how its sheets are to be
// read where guessing is not enough.
package profile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/glossary"
	"jianbao/internal/style"
	"jianbao/sources"
)

// Profile is what a profile file says. Paths are relative to the file.
type Profile struct {
	Fonts struct {
		Regular string `yaml:"regular"`
		Medium  string `yaml:"medium"`
		Bold    string `yaml:"bold"`
	} `yaml:"fonts,omitempty"`
	Wording yaml.Node `yaml:"wording,omitempty"` // statements, or the name of a file of them
	Numbers struct {
		Grouping briefing.Grouping `yaml:"grouping"` // none, comma or space
	} `yaml:"numbers,omitempty"`
	Page    yaml.Node       `yaml:"page,omitempty"` // read by Design
	Reading sources.Profile `yaml:",inline"`
	dir     string
}

// Load reads a profile. Keys that it does not know are errors, so that a
// misspelt one is not ignored.
func Load(path string) (*Profile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p := &Profile{dir: filepath.Dir(path)}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(p); err != nil && !errors.Is(err, io.EOF) {
		f := plainly(err)
		return nil, Fault{path + "：" + f.ZH, path + ": " + f.EN}
	}
	if g := p.Numbers.Grouping; !g.ZH.Valid() || !g.EN.Valid() {
		return nil, fmt.Errorf("%s: numbers: grouping is none, comma or space, in zh and en", path)
	}
	if err := p.Reading.Check(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// Terms are the built-in terms with those of the glossary file that the profile
// names, nil where it names none.
func (p *Profile) Terms() (*glossary.Glossary, error) {
	if p == nil || p.Reading.Glossary == "" {
		return nil, nil
	}
	name := p.Reading.Glossary
	if !filepath.IsAbs(name) {
		name = filepath.Join(p.dir, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	defer f.Close()
	entries, err := glossary.Parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return glossary.Builtin().With(entries), nil
}

// Style is the built-in wording with the statements of the profile in the place
// of its own; nil where the profile has none.
func (p *Profile) Style() (*style.Style, error) {
	if p == nil || p.Wording.IsZero() || p.Wording.Tag == "!!null" {
		return nil, nil
	}
	if p.Wording.Kind != yaml.ScalarNode {
		data, err := yaml.Marshal(&p.Wording)
		if err != nil {
			return nil, fmt.Errorf("profile: wording: %w", err)
		}
		s, err := style.Builtin().With(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("profile: wording: %w", err)
		}
		return s, nil
	}
	name := p.Wording.Value
	if !filepath.IsAbs(name) {
		name = filepath.Join(p.dir, name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("profile: wording: %w", err)
	}
	defer f.Close()
	s, err := style.Builtin().With(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

// header opens a saved profile.
const header = `# 本文件记录了 jianbao 对工作簿的理解，可以修改，下次用 --profile 指定；不需要的部分可以删去。
# What was understood of a workbook. Edit it and name it with --profile next
# time; parts that are not needed can be deleted.
#   columns: value, indicator, dimension, group, period, unit, area, measure,
#            frequency, multiplier, status, note, code, ordinal, ignore
`

// templateHead opens a profile to edit.
const templateHead = `# 本单位的设置，用 --profile 指定。去掉行首的 # 即生效；没有写的用内置的。
# An office's own choices, for --profile. Take off the # to use a line; what is
# left out stays built in.

# 字体（TrueType） / typefaces
# fonts:
#   regular: C:/Windows/Fonts/simfang.ttf
#   bold: C:/Windows/Fonts/simhei.ttf

# 数字分节：none 不分，comma 逗号，space 空格 / groups of digits
# numbers:
#   grouping: {zh: none, en: comma}

# 版面 / the page
# page:
#   paper: A4            # A4, A3, Letter
#   binding: 8           # 装订边，毫米 / kept free for binding, mm
#   cover: true          # 封面
#   masthead: red        # plain, red（红头）
#   number: 〔2024〕12号  # 文号
#   logo: logo.png       # PNG, JPEG; 2 MB
#   watermark: draft     # draft 草稿, internal 内部, {zh: , en: }
#   colours: {emphasis: "#0B5C8A"}

# 句式 / wording
wording:
`

// Template is a profile to edit: all statements of the built-in wording stand in
// it as comments.
func Template() []byte {
	var b bytes.Buffer
	b.WriteString(templateHead)
	for line := range strings.Lines(style.Source()) {
		if line = strings.TrimRight(line, "\n"); line == "" {
			b.WriteString("\n")
		} else {
			b.WriteString("#   " + line + "\n")
		}
	}
	return b.Bytes()
}

// Save writes what was understood of a workbook as a profile.
func Save(w io.Writer, understood *sources.Profile) error {
	if _, err := io.WriteString(w, header); err != nil {
		return err
	}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(understood); err != nil {
		return err
	}
	return enc.Close()
}

// Family is the typeface that the profile names, nil where it names none.
func (p *Profile) Family() (*fonts.Family, error) {
	if p == nil || p.Fonts.Regular == "" {
		if p != nil && (p.Fonts.Medium != "" || p.Fonts.Bold != "") {
			return nil, errors.New("profile: fonts.medium and fonts.bold need fonts.regular beside them")
		}
		return nil, nil
	}
	var faces [3]*fonts.Face
	for i, name := range []string{p.Fonts.Regular, p.Fonts.Medium, p.Fonts.Bold} {
		if name == "" {
			continue
		}
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.dir, name)
		}
		face, err := fonts.Load(name)
		if err != nil {
			return nil, fmt.Errorf("profile: %w", err)
		}
		faces[i] = face
	}
	return fonts.New(faces[0], faces[1], faces[2])
}
