package charts

import (
	"os"
	"strings"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

func TestZZShow(t *testing.T) {
	want := strings.Fields(os.Getenv("SHOW"))
	for _, e := range gallery.All() {
		for _, w := range want {
			if e.Name == w {
				f := e.Figure()
				f.Description, f.Note = gallery.Same(e.Name), gallery.Text("资料来源：样例", "Source: sample")
				out, _ := os.Create("/tmp/show-" + w + ".png")
				lang := briefing.Lang(os.Getenv("SHOWLANG"))
				if err := PNG(out, &f, 480, 150, Options{Lang: lang}); err != nil {
					t.Fatal(err)
				}
				out.Close()
			}
		}
	}
}
