package sources

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// said lays out all that a Dataset says, but for cells, one fact a line.
func said(d *indicator.Dataset) string {
	var b strings.Builder
	fmt.Fprintf(&b, "info %+v\n", d.Info)
	for _, s := range d.Series {
		fmt.Fprintf(&b, "series %s %v %v %v %s %s %s %v %d %v of=%s %s %s\n", s.ID, s.Name, s.Short, s.Unit,
			s.Measure, s.Basis, s.Direction, s.Group, s.Decimals, s.Note, s.Of, s.Compare, s.Prices)
		for _, o := range s.Observations {
			fmt.Fprintf(&b, "  %s", o.Period)
			if o.Status.HasValue() {
				fmt.Fprintf(&b, " %s", o.Value)
			}
			fmt.Fprintf(&b, " (%s)", o.Status)
			if o.Previous != nil {
				fmt.Fprintf(&b, " was %s", o.Previous)
			}
			b.WriteByte('\n')
		}
	}
	for _, t := range d.Targets {
		fmt.Fprintf(&b, "target %s %d %s %s %s %s ref=%s %v\n", t.Series, t.Year, t.Kind, t.Bound, t.Value, t.Upper, t.Ref, t.Text)
	}
	for _, h := range d.Highlights {
		fmt.Fprintf(&b, "highlight %v %v %v\n", h.Group, h.Name, h.Point)
	}
	return b.String()
}

func diffLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; i < max(len(g), len(w)); i++ {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Fatalf("line %d\n got %s\nwant %s", i+1, a, b)
		}
	}
}

func logList(t *testing.T, list diagnostic.List) {
	t.Helper()
	for _, d := range list {
		t.Logf("%s %s %s: %s", d.Severity, d.Code, d.Place(), d.Message.EN)
	}
}

func TestRoundTrip(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		t.Run(lang, func(t *testing.T) {
			want := exampleDataset()
			var buf bytes.Buffer
			if err := WriteStandard(&buf, want, lang); err != nil {
				t.Fatal(err)
			}
			got, list := ReadBytes("example.xlsx", buf.Bytes())
			if got == nil || len(list) > 0 {
				logList(t, list)
				t.Fatal("expected a dataset and no diagnostics")
			}
			diffLines(t, said(got), said(want))
		})
	}
}

func TestBytesDependOnContentOnly(t *testing.T) {
	write := func() []byte {
		var buf bytes.Buffer
		if err := WriteTemplate(&buf, "zh"); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	first := write()
	for range 5 {
		if !bytes.Equal(first, write()) {
			t.Fatal("two runs wrote different bytes")
		}
	}
}
