package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// testLogo is a picture with an edge that is half translucent.
func testLogo(t *testing.T) *Image {
	t.Helper()
	im := image.NewNRGBA(image.Rect(0, 0, 60, 30))
	for x := range 60 {
		for y := range 30 {
			im.Set(x, y, color.NRGBA{0x0B, 0x5C, 0x8A, uint8(4 * x)})
		}
	}
	var data bytes.Buffer
	if err := png.Encode(&data, im); err != nil {
		t.Fatal(err)
	}
	logo, err := NewImage(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return logo
}

// Every choice of design, on every paper and in every language: nothing overlaps,
// all is tagged, the margin for binding is free on the side where it is bound.
func TestDesigns(t *testing.T) {
	t.Parallel()
	logo := testLogo(t)
	const spine = 30.0
	designs := map[string]Design{
		"plain":     {Logo: logo},
		"binding":   {Binding: spine},
		"cover":     {Cover: true, Logo: logo, Watermark: Draft, Binding: spine},
		"red":       {RedHead: true, Number: "统发〔2024〕12号", Logo: logo, Watermark: briefing.Text{ZH: "征求意见稿"}},
		"red cover": {RedHead: true, Cover: true, Number: "统发〔2024〕12号", Watermark: Internal},
	}
	unissued := hard(20, 4)
	unissued.Issuer = briefing.Text{}
	contents := map[string]*briefing.Briefing{"short": hard(3, 3), "long": hard(50, 14), "without issuer": unissued}
	for name, d := range designs {
		for size, paper := range map[string]Paper{"A4": A4, "A3": A3, "Letter": Letter} {
			d.Paper = paper
			for which, b := range contents {
				for _, lang := range languages {
					if lang != briefing.Both && paper != A4 {
						continue // the same again
					}
					name := fmt.Sprintf("%s, %s, %s in %s", name, which, size, lang)
					opt := Options{Lang: lang, Design: d, Fonts: fonts.Builtin()}
					pages, err := layoutBriefing(b, opt)
					if err != nil {
						t.Fatal(err)
					}
					if lang == briefing.Both && paper == A4 && which != "without issuer" {
						root, _ := painted(t, b, opt)
						checkStructure(t, name, root, pages)
					}
					checkPages(t, pages)
					checkBinding(t, name, pages, d.Binding)
					checkMarks(t, name, pages, d)
				}
			}
		}
	}
}

func checkBinding(t *testing.T, name string, pages []*page, spine float64) {
	t.Helper()
	for n, pg := range pages {
		left, right, top, bottom := marginSide, pg.sheet.width-marginSide, marginTop, pg.sheet.height-20
		switch {
		case pg.sheet.onSide && n%2 == 0:
			top += spine
		case pg.sheet.onSide:
			bottom -= spine
		case n%2 == 0:
			left += spine
		default:
			right -= spine
		}
		for _, o := range pg.ops {
			if op, ok := o.(textOp); ok {
				if b, inked := inkOf(t, op); inked && (b.x0 < left-1 || b.x1 > right+1 || b.y0 < top-2 || b.y1 > bottom) {
					t.Errorf("%s: page %d: in the margin for binding: %v", name, n+1, b)
				}
			}
		}
	}
}

// checkMarks looks for the watermark, first on every page and once, and the logo,
// once in the document.
func checkMarks(t *testing.T, name string, pages []*page, d Design) {
	t.Helper()
	logos := 0
	for n, pg := range pages {
		marks, others := 0, 0
		for _, o := range pg.ops {
			switch o := o.(type) {
			case imageOp:
				logos++
			case textOp:
				if others++; strings.Contains(o.s, "DRAFT") || strings.Contains(o.s, "征求") {
					t.Errorf("%s: page %d: the watermark is text", name, n+1)
				}
			case pathOp:
				if o.col != pale {
					continue
				}
				if marks++; others > 0 {
					t.Errorf("%s: page %d: the watermark is drawn over %d texts", name, n+1, others)
				}
				for _, s := range o.steps {
					if s.kind != 'h' && (s.p[0] < 0 || s.p[0] > pg.sheet.width || s.p[1] < 0 || s.p[1] > pg.sheet.height) {
						t.Errorf("%s: page %d: the watermark leaves the page", name, n+1)
						break
					}
				}
			}
		}
		if (marks > 0) != !d.Watermark.IsZero() {
			t.Errorf("%s: page %d has the watermark in %d pieces", name, n+1, marks)
		}
	}
	if want := map[bool]int{true: 1}[d.Logo != nil]; logos != want {
		t.Errorf("%s: %d logos, want %d", name, logos, want)
	}
	text := strings.NewReplacer("\n", "", " ", "").Replace(pageText(pages[0]))
	if numbered := strings.Contains(text, "第1页") || strings.Contains(text, "Page1of"); numbered == d.Cover {
		t.Errorf("%s: the first page is numbered: %v", name, numbered)
	}
}

// A long document has a table of contents that says where its sections are, a short
// one a line on page one at most.
func TestContents(t *testing.T) {
	for _, cover := range []bool{false, true} {
		for _, rows := range []int{3, 300} {
			b := hard(rows, 4)
			pages, err := layoutBriefing(b, Options{Lang: briefing.English, Fonts: fonts.Builtin(), Design: Design{Cover: cover}})
			if err != nil {
				t.Fatal(err)
			}
			where := map[string]int{}
			for n, pg := range pages {
				for _, a := range pg.anchors {
					where[a.id] = n + 1
				}
			}
			listed := 0
			for n, pg := range pages {
				if !strings.Contains(pageText(pg), "Contents\n") {
					continue
				}
				for _, l := range pg.links {
					if l.anchor == "" || l.w < 300 {
						continue // of a key figure
					}
					listed++
					found := false
					for _, o := range pg.ops {
						if op, ok := o.(textOp); ok && op.role == furniture && op.y > l.y && op.y < l.y+l.h && op.s == fmt.Sprint(where[l.anchor]) {
							found = true
						}
					}
					if !found {
						t.Errorf("page %d: no number %d beside %q", n+1, where[l.anchor], l.says)
					}
				}
			}
			if long := len(pages) > shortDocument; long != (listed >= len(b.Sections)) {
				t.Errorf("%d pages, %d entries in a table of contents", len(pages), listed)
			}
		}
	}
}

func TestImages(t *testing.T) {
	grey := image.NewGray(image.Rect(0, 0, 8, 8))
	var jpg, huge bytes.Buffer
	if err := jpeg.Encode(&jpg, grey, nil); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&huge, image.NewPaletted(image.Rect(0, 0, 20000, 900), color.Palette{color.White})); err != nil {
		t.Fatal(err)
	}
	if im, err := NewImage(jpg.Bytes()); err != nil || im.kind != "PNG" {
		t.Errorf("a grey JPEG: %v; it must become RGB", err)
	}
	for name, data := range map[string][]byte{"huge": huge.Bytes(), "cut": jpg.Bytes()[:jpg.Len()/2], "none": nil, "text": []byte("GIF89a")} {
		if _, err := NewImage(data); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	var first []byte
	for range 3 {
		var out bytes.Buffer
		if err := Write(&out, hard(1, 2), Options{Date: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), Design: Design{Logo: testLogo(t), Cover: true, Watermark: Draft}}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Fatal("the same content gave other bytes")
		}
	}
	file := unpacked(first)
	if !strings.Contains(file, "/Subtype /Image") {
		t.Error("no picture is in the file")
	}
	for _, s := range []string{"/SMask", "/DeviceCMYK", "/DeviceGray"} {
		if strings.Contains(file, s) {
			t.Errorf("%s is in the file", s)
		}
	}
}
