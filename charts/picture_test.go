package charts

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

var pictures = flag.String("pictures", "", "write the gallery as pictures into this folder")

func figureOf(e gallery.Exhibit) *briefing.Figure {
	return &briefing.Figure{
		ID: e.Name, Title: gallery.Text("规上工业产值连续七个月加快", "Industrial output has accelerated for seven months"),
		Description: gallery.Text("当月值与同比增速", e.Name), Note: gallery.Text("资料来源：统计局。", "Source: statistics office."), Chart: e.Chart,
	}
}

func TestPicturesOfTheGallery(t *testing.T) {
	if *pictures == "" {
		t.Skip("no folder for pictures")
	}
	for _, lang := range []briefing.Lang{briefing.Both, briefing.Chinese, briefing.English} {
		for _, width := range []vg.Length{150, 230, 320, 480} {
			for _, e := range gallery.All() {
				w := width + 2*margin
				if strings.HasPrefix(e.Name, "spark") {
					w = 90
				}
				var buf bytes.Buffer
				if err := PNG(&buf, figureOf(e), w, 144, Options{Lang: lang}); err != nil {
					t.Fatal(err)
				}
				name := filepath.Join(*pictures, strings.ReplaceAll(string(lang), "+", "")+"-"+e.Name+"-"+widthName(width)+".png")
				if err := os.WriteFile(name, buf.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				buf.Reset()
				if err := SVG(&buf, figureOf(e), w, Options{Lang: lang}); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(strings.TrimSuffix(name, ".png")+".svg", buf.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func widthName(w vg.Length) string { return strconv.Itoa(int(w)) }

func TestPNG(t *testing.T) {
	for _, e := range []gallery.Exhibit{{Name: "ranked", Chart: gallery.Jingyue}, {Name: "targets", Chart: gallery.Bullets()}} {
		var buf bytes.Buffer
		if err := PNG(&buf, figureOf(e), 320, 96, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"pHYs\x00\x00\x0e\xc4", "iTXtTitle\x00", "iTXtDescription\x00"} {
			if !bytes.Contains(buf.Bytes(), []byte(want)) {
				t.Errorf("%s: no %q", e.Name, want)
			}
		}
		img, err := png.Decode(&buf)
		if err != nil {
			t.Fatal(err)
		}
		if w := img.Bounds().Dx(); w < 426 || w > 428 {
			t.Errorf("%s: 320 pt at 96 dpi are %d pixels wide", e.Name, w)
		}
		dark := 0
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if r, g, b, _ := img.At(x, y).RGBA(); r+g+b < 0x18000 {
					dark++
				}
			}
		}
		if dark < 1000 {
			t.Errorf("%s: only %d dark pixels: no text was drawn", e.Name, dark)
		}
	}
}
