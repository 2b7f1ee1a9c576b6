package profile

import (
	"os"
	"path/filepath"
	"strings"
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

// An office's own wording, inline or in a file of its own, and its digits; what
// is wrong with it is said when the profile is read.
func TestStyleAndNumbers(t *testing.T) {
	dir := t.TempDir()
	own := `grew-after: {zh: "{base}{basis}上升{size}", en: "an increase of {size} {basis} {base}"}`
	write(t, dir, "words.yaml", []byte(own))
	for _, text := range []string{"wording:\n  " + own + "\nnumbers: {grouping: {zh: space}}\n", "wording: words.yaml\n"} {
		p, err := Load(write(t, dir, "a.yaml", []byte(text)))
		if err != nil {
			t.Fatal(err)
		}
		s, err := p.Style()
		if err != nil || !strings.HasPrefix(s.Say("grew-after", 0, nil).EN, "an increase of") {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, bad := range []string{"numbers: {grouping: {zh: dots}}\n", "wordings: {}\n"} {
		if _, err := Load(write(t, dir, "b.yaml", []byte(bad))); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
	for _, bad := range []string{"wording: nowhere.yaml\n", "wording: {grown: {zh: 增, en: up}}\n"} {
		p, err := Load(write(t, dir, "c.yaml", []byte(bad)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Style(); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}

// The template changes nothing as it is, and every statement in it may be used
// by taking off its mark.
func TestTemplate(t *testing.T) {
	dir := t.TempDir()
	text := string(Template())
	p, err := Load(write(t, dir, "a.yaml", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if s, err := p.Style(); err != nil || s != nil {
		t.Errorf("style %v, %v", s, err)
	}
	head, statements, _ := strings.Cut(text, "\nwording:\n")
	_ = head
	p, err = Load(write(t, dir, "b.yaml", []byte("wording:\n"+strings.ReplaceAll("\n"+statements, "\n#   ", "\n  "))))
	if err != nil {
		t.Fatal(err)
	}
	if s, err := p.Style(); err != nil || len(s.Statements()) < 100 {
		t.Errorf("%v", err)
	}
}
