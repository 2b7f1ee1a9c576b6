package samples

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"image"
	"image/color"
	"image/png"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/charts"
	"jianbao/internal/gallery"
	"jianbao/pdf"
)

// TestGallery holds gallery.pdf against the charts as they are drawn now. The
// content of its streams is compared, not how they are compressed, which may
// change with the compiler.
func TestGallery(t *testing.T) {
	var out bytes.Buffer
	if err := pdf.Write(&out, gallery.Briefing(), pdf.Options{Date: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("gallery.pdf", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile("gallery.pdf")
	if err != nil {
		t.Fatal(err)
	}
	got, want := streams(out.Bytes()), streams(kept)
	if len(got) != len(want) {
		t.Fatalf("%d streams, %d in gallery.pdf; go test -update writes it anew", len(got), len(want))
	}
	for i := range got {
		if !bytes.Equal(got[i], want[i]) {
			t.Errorf("stream %d of %d differs from gallery.pdf; look at what changed, then go test -update", i+1, len(got))
			return
		}
	}
}

var stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

func streams(file []byte) (out [][]byte) {
	for _, m := range stream.FindAllSubmatch(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			out = append(out, m[1])
			continue
		}
		data, _ := io.ReadAll(r)
		out = append(out, data)
	}
	return out
}

// TestGalleryPictures holds the pictures of the gallery against the charts as
// they are drawn now: edges may differ a little, since
// processors round differently.
func TestGalleryPictures(t *testing.T) {
	const dir = "gallery"
	for _, e := range gallery.All() {
		f := e.Figure()
		f.Description, f.Note = gallery.Same(e.Name), gallery.Text("资料来源：样例", "Source: sample")
		width := 360
		if strings.HasPrefix(e.Name, "spark") {
			width = 120
		}
		var buf bytes.Buffer
		if err := charts.PNG(&buf, &f, charts.Length(width), 96, charts.Options{}); err != nil {
			t.Fatal(err)
		}
		now, err := png.Decode(&buf)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, e.Name+".png")
		if *update {
			var small bytes.Buffer
			if err := png.Encode(&small, paletted(now)); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, small.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v; go test -update writes the pictures anew", err)
			continue
		}
		then, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if off := difference(now, then); off > 0.003 {
			t.Errorf("%s: %.1f%% of the picture differs; look at it, then go test -update", path, 100*off)
		}
	}
}

// paletted is a picture in its 256 most frequent colours, which makes its file a
// third as large.
func paletted(img image.Image) *image.Paletted {
	count := map[color.RGBA]int{}
	b := img.Bounds()
	at := func(x, y int) color.RGBA {
		r, g, bl, _ := img.At(x, y).RGBA()
		return color.RGBA{uint8(r>>8) | 3, uint8(g>>8) | 3, uint8(bl>>8) | 3, 255}
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[at(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var p color.Palette
	for _, c := range colours[:min(256, len(colours))] {
		p = append(p, c)
	}
	out := image.NewPaletted(b, p)
	near := map[color.RGBA]uint8{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := at(x, y)
			i, ok := near[c]
			if !ok {
				i = uint8(p.Index(c))
				near[c] = i
			}
			out.SetColorIndex(x, y, i)
		}
	}
	return out
}

// difference is the share of pixels whose red, green or blue is off by more than
// a tenth; 1 for pictures of another size.
func difference(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	n := 0
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			far := func(u, v uint32) bool { return max(u, v)-min(u, v) > 0xFFFF/10 }
			if far(r1, r2) || far(g1, g2) || far(b1, b2) {
				n++
			}
		}
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}
