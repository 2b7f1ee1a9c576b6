package briefing_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

var updateAlt = flag.Bool("update-alt", false, "write the golden alternative texts anew")

// Every kind of chart is put into words from its data; the words are in a golden
// file, and of every exhibit they are whole.
func TestDescribed(t *testing.T) {
	var out strings.Builder
	for _, e := range gallery.All() {
		d := briefing.Described(e.Chart)
		out.WriteString(e.Name + "\n  " + d.ZH + "\n  " + d.EN + "\n")
		if d.ZH == "" || d.EN == "" {
			t.Errorf("%s: nothing is said", e.Name)
		}
		for _, bad := range []string{"：；", "；；", "，，", "：。", ": .", ", ,", "; ;", "  ", "()", "（）", "：，", "NaN", "+Inf", "−0.0%", "\ufdd0", "\ufdd1"} {
			if strings.Contains(d.ZH, bad) || strings.Contains(d.EN, bad) {
				t.Errorf("%s has %q", e.Name, bad)
			}
		}
	}
	const path = "testdata/described.txt"
	if *updateAlt {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("differs from %s; see what -update-alt changes", path)
	}
}
