package profile

import (
	"os"
	"path/filepath"
	"testing"

	"jianbao/fonts"
)

func write(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFamily(t *testing.T) {
	dir := t.TempDir()
	own, err := fonts.Builtin().Face(fonts.Regular).Subset([]rune("本单位字体"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "office.ttf", own)
	p, err := Load(write(t, dir, "office.yaml", []byte("fonts:\n  regular: office.ttf\n")))
	if err != nil {
		t.Fatal(err)
	}
	fam, err := p.Family()
	if err != nil {
		t.Fatal(err)
	}
	if face, ok := fam.For(fonts.Bold, '体'); !ok || face != fam.Face(fonts.Regular) {
		t.Error("the office's own face is not used, in every weight that it has no other for")
	}
	if !fam.Has('产') {
		t.Error("what the office's face lacks does not come from the built-in one")
	}
}

func TestRefused(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "not.ttf", []byte("not a font"))
	for name, text := range map[string]string{
		"unknown key":    "font:\n  regular: a.ttf\n",
		"no such font":   "fonts:\n  regular: none.ttf\n",
		"not a font":     "fonts:\n  regular: not.ttf\n",
		"bold alone":     "fonts:\n  bold: not.ttf\n",
		"not YAML":       "fonts: [",
		"wrong shape":    "fonts: 3\n",
		"several values": "fonts:\n  regular: [a, b]\n",
	} {
		p, err := Load(write(t, dir, "p.yaml", []byte(text)))
		if err == nil {
			_, err = p.Family()
		}
		if err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	p, err := Load(write(t, dir, "empty.yaml", nil))
	if err != nil {
		t.Fatalf("an empty profile: %v", err)
	}
	if fam, err := p.Family(); fam != nil || err != nil {
		t.Errorf("an empty profile names %v, %v", fam, err)
	}
}
