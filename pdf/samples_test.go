package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/sources"
)

// sampleBriefings composes every sample workbook.
func sampleBriefings(tb testing.TB) map[string]*briefing.Briefing {
	tb.Helper()
	files, err := filepath.Glob("../samples/*.xlsx")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no samples: %v", err)
	}
	out := map[string]*briefing.Briefing{}
	for _, f := range files {
		r := sources.Read(f, sources.Options{})
		d := r.Dataset
		if d == nil {
			tb.Fatalf("%s: %v", f, r.Diagnostics)
		}
		b, err := briefing.Compose(d, briefing.Options{})
		if err != nil {
			tb.Fatalf("%s: %v", f, err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".xlsx")] = b
	}
	return out
}

// The pages of the samples, charts included, in every language.
func TestSamplesNeitherOverlapNorLeaveThePage(t *testing.T) {
	for name, b := range sampleBriefings(t) {
		for _, lang := range languages {
			t.Run(name+"-"+string(lang), func(t *testing.T) {
				pages := layoutFor(t, b, lang)
				checkPages(t, pages)
				for n, pg := range pages {
					if used := usedOf(pg); used < 0.25 || used < 0.55 && n+1 < len(pages) {
						t.Errorf("page %d of %d is filled to %.0f %%", n+1, len(pages), 100*used)
					}
				}
			})
		}
	}
}

// usedOf is the share of a page that is filled, from its top.
func usedOf(pg *page) float64 {
	y := 0.0
	for _, o := range pg.ops {
		if op, ok := o.(textOp); ok && op.y < pg.sheet.bottom+1 {
			y = max(y, op.y)
		}
	}
	return (y - pg.sheet.top) / pg.sheet.body()
}

// tool finds an outside program; without it the test skips, or fails where
// the programs are required.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("JIANBAO_TOOLS") == "required" {
			t.Fatalf("%s is required and not installed", name)
		}
		t.Skipf("%s is not installed; it reads the PDF back", name)
	}
	return path
}

// What another program reads from the file is what the content says: every key
// figure of every sample in both languages.
func TestTextIsExtracted(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	for name, b := range sampleBriefings(t) {
		file := filepath.Join(t.TempDir(), name+".pdf")
		var out bytes.Buffer
		if err := Write(&out, b, Options{Date: time.Date(2023, 2, 11, 0, 0, 0, 0, time.UTC)}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		raw, err := exec.Command(pdftotext, "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		squash := strings.NewReplacer(" ", "", "\n", "", "\f", "")
		text := squash.Replace(string(raw))
		for _, tile := range b.Tiles {
			for _, want := range []string{tile.Name.ZH, tile.Name.EN, tile.Amount.ZH.Number, tile.Amount.EN.Number} {
				if !strings.Contains(text, squash.Replace(want)) {
					t.Errorf("%s: %q is not in the text", name, want)
				}
			}
		}
		if !strings.Contains(text, squash.Replace(b.Title.ZH)) {
			t.Errorf("%s: the title is not in the text", name)
		}
	}
}

func BenchmarkSamples(b *testing.B) {
	for name, content := range sampleBriefings(b) {
		b.Run(name+"/layout", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := layoutBriefing(content, Options{Lang: briefing.Both, Fonts: fonts.Builtin()}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/write", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				if err := Write(&out, content, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
