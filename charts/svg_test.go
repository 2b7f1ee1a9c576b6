package charts

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

func svgOf(t *testing.T, f *briefing.Figure, opt Options) string {
	t.Helper()
	var buf bytes.Buffer
	if err := SVG(&buf, f, 320, opt); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// Every exhibit is a well-formed document whose words are words.
func TestSVG(t *testing.T) {
	for _, e := range gallery.All() {
		f := figureOf(e)
		f.Alt = gallery.Text("用文字说明：<甲> & “乙”", "In words: <a> & “b”")
		got := svgOf(t, f, Options{})
		elements := map[string]int{}
		var title, desc string
		d := xml.NewDecoder(strings.NewReader(got))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", e.Name, err)
			}
			start, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			elements[start.Name.Local]++
			switch start.Name.Local {
			case "title":
				err = d.DecodeElement(&title, &start)
			case "desc":
				err = d.DecodeElement(&desc, &start)
			}
			if err != nil {
				t.Fatalf("%s: %v", e.Name, err)
			}
		}
		if title != f.Title.ZH+"\n"+f.Title.EN || desc != f.Alt.ZH+"\n"+f.Alt.EN {
			t.Errorf("%s: title %q, description %q", e.Name, title, desc)
		}
		if elements["svg"] != 1 || elements["text"] == 0 || elements["image"] != 0 {
			t.Errorf("%s: elements %v", e.Name, elements)
		}
		for _, want := range []string{`role="img"`, `xml:lang="zh-CN"`, "'Noto Sans SC'", "sans-serif"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s", e.Name, want)
			}
		}
		if strings.Contains(got, "NaN") || strings.Contains(got, "+Inf") || strings.Contains(got, "-Inf") {
			t.Errorf("%s: a coordinate is no number", e.Name)
		}
		if len(got) > 40<<10 {
			t.Errorf("%s: %d bytes", e.Name, len(got))
		}
	}
}

func TestSVGHasTheChartsWords(t *testing.T) {
	got := svgOf(t, figureOf(gallery.Exhibit{Name: "targets", Chart: gallery.Bullets()}), Options{Lang: briefing.English})
	for _, want := range []string{`xml:lang="en"`, ">Consumer prices<", ">13.2%<", ">▼ behind<", "Source: statistics office."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestFigureErrors(t *testing.T) {
	for name, err := range map[string]error{
		"no figure":   SVG(io.Discard, nil, 320, Options{}),
		"no chart":    SVG(io.Discard, &briefing.Figure{}, 320, Options{}),
		"no width":    SVG(io.Discard, figureOf(gallery.Exhibit{Name: "", Chart: gallery.Jingyue}), 0, Options{}),
		"less width":  PNG(io.Discard, figureOf(gallery.Exhibit{Name: "", Chart: &briefing.Spark{}}), -9, 96, Options{}),
		"a hall":      PNG(io.Discard, figureOf(gallery.Exhibit{Name: "", Chart: gallery.Jingyue}), 4900, 1200, Options{}),
		"resolution":  PNG(io.Discard, figureOf(gallery.Exhibit{Name: "", Chart: gallery.Jingyue}), 320, 0, Options{}),
		"full writer": SVG(full{}, figureOf(gallery.Exhibit{Name: "", Chart: gallery.Jingyue}), 320, Options{}),
		"full PNG":    PNG(full{}, figureOf(gallery.Exhibit{Name: "", Chart: gallery.Jingyue}), 320, 96, Options{}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if h := Height(gallery.Jingyue, vg.Length(320), Options{}); h < 100 {
		t.Errorf("height %v", h)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
