// Package profile reads the small YAML file in which an office keeps its own
// choices: for now, the typeface of its documents.
package profile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"jianbao/fonts"
)

// Profile is what a profile file says. Paths are relative to the file.
type Profile struct {
	Fonts struct {
		Regular string `yaml:"regular"`
		Medium  string `yaml:"medium"`
		Bold    string `yaml:"bold"`
	} `yaml:"fonts"`
	dir string
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
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
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
