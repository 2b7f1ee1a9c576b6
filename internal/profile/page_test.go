package profile

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/pdf"
)

// design reads a profile and what it says of the page.
func design(t *testing.T, dir, text string) (pdf.Design, error) {
	t.Helper()
	p, err := Load(write(t, dir, "p.yaml", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	return p.Design(nil)
}

func picture(t *testing.T, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	im := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	for x := range 40 {
		for y := range 20 {
			im.Set(x, y, color.NRGBA{0x0B, 0x5C, 0x8A, uint8(6 * x)})
		}
	}
	var out bytes.Buffer
	if err := encode(&out, im); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDesign(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "logo.png", picture(t, func(b *bytes.Buffer, im image.Image) error { return png.Encode(b, im) }))
	write(t, dir, "logo.jpg", picture(t, func(b *bytes.Buffer, im image.Image) error { return jpeg.Encode(b, im, nil) }))
	d, err := design(t, dir, `page:
  paper: Letter
  binding: 10
  cover: true
  masthead: red
  number: 〔2024〕12号
  logo: logo.png
  watermark: {zh: 征求意见稿, en: FOR COMMENT}
  colours: {emphasis: "#7A1F5C", bar: "#6F8F4E"}
`)
	if err != nil {
		t.Fatal(err)
	}
	if d.Paper != pdf.Letter || math.Abs(d.Binding-10*72/25.4) > 1e-9 || !d.Cover || !d.RedHead || d.Number != "〔2024〕12号" || d.Logo == nil ||
		d.Watermark.ZH != "征求意见稿" || d.Theme.Emphasis != (color.RGBA{0x7A, 0x1F, 0x5C, 0xFF}) || d.Theme.Ink != (color.RGBA{}) {
		t.Errorf("%+v", d)
	}
	for _, text := range []string{"page:\n", "", "page: {paper: a3, logo: logo.jpg, watermark: none}\n", "page: {watermark: internal, masthead: plain}\n", "page: {colours: {bar: \"#8FB3D1\"}}\n"} {
		if _, err := design(t, dir, text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What is wrong is named, with what may stand there.
func TestDesignRefused(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "no.png", []byte("no picture"))
	write(t, dir, "big.png", make([]byte, 2<<20+1))
	for text, want := range map[string]string{
		"page: 3":                                  "page (line 1): must be a mapping of binding, colours",
		"page: {papre: A4}":                        "page.papre (line 1): there is no such key",
		"page: {paper: B5}":                        "A4, A3 or Letter",
		"page: {binding: 80}":                      "from 0 to 40",
		"page: {binding: wide}":                    "from 0 to 40",
		"page: {binding: .nan}":                    "from 0 to 40",
		"page: {cover: maybe}":                     "true or false",
		"page: {masthead: blue}":                   "plain or red",
		"page: {number: 1号}":                       "masthead: red",
		"page: {masthead: red, number: 😀}":         "U+1F600",
		"page: {logo: none.png}":                   "none.png",
		"page: {logo: no.png}":                     "not a PNG or JPEG",
		"page: {logo: big.png}":                    "at most 2",
		"page: {logo: .}":                          "not a file",
		"page: {watermark: secret}":                "draft, internal",
		"page: {watermark: {de: Entwurf}}":         "page.watermark.de (line 1)",
		"page: {colours: {ink: blue}}":             "page.colours.ink (line 1)",
		"page: {colours: {blue: \"#0000FF\"}}":     "ahead, bar, behind, emphasis, hairline, ink, secondary, target",
		"page: {colours: {emphasis: \"#FFCC00\"}}": "page.colours.emphasis (line 1): #FFCC00 has a contrast of 1.51:1 on white; words need 4.5:1",
		"page: {colours: {bar: \"#DDDDDD\"}}":      "marks need 3.0:1",
		"page: {colours: [red]}":                   "page.colours (line 1): must be a mapping of",
	} {
		if _, err := design(t, dir, text+"\n"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}

// What is wrong is said in both languages, and a colour that YAML takes for a
// comment is no colour.
func TestFaultsInBothLanguages(t *testing.T) {
	for text, want := range map[string][2]string{
		"page: {paper: B5}":                   {"不是纸张", "not a paper"},
		"page:\n  colours:\n    ink: #123456": {"须加引号", "in quotes"},
		"pages: {paper: A4}":                  {"没有“pages”这一项", "no key pages"},
		"page: {colours: {ink: \"#AAAAAA\"}}": {"文字至少要4.5:1", "words need 4.5:1"},
	} {
		path := filepath.Join(t.TempDir(), "office.yaml")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := Load(path)
		if err == nil {
			_, err = p.Design(nil)
		}
		if err == nil {
			t.Errorf("%s is accepted", text)
			continue
		}
		if f := FaultOf(err); !strings.Contains(f.ZH, want[0]) || !strings.Contains(f.EN, want[1]) {
			t.Errorf("%s: %s / %s", text, f.ZH, f.EN)
		}
	}
}
