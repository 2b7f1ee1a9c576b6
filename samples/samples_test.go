package samples

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"jianbao/internal/indicator"
	"jianbao/sources"
)

var update = flag.Bool("update", false, "write the workbooks anew")

// TestWorkbooks holds the workbooks in this folder against the datasets.
func TestWorkbooks(t *testing.T) {
	for _, s := range Workbooks() {
		t.Run(s.Name, func(t *testing.T) {
			if *update {
				var buf bytes.Buffer
				if err := sources.WriteStandard(&buf, s.Data, "zh"); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(s.Name, buf.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got, list := sources.Read(s.Name)
			for _, d := range list {
				t.Errorf("%s %s %s: %s", d.Severity, d.Code, d.Place(), d.Message.EN)
			}
			if got == nil {
				t.Fatal("no dataset")
			}
			have, want := strings.Split(said(got), "\n"), strings.Split(said(s.Data), "\n")
			for i := range min(len(have), len(want)) {
				if have[i] != want[i] {
					t.Fatalf("line %d\n got %s\nwant %s", i+1, have[i], want[i])
				}
			}
			if len(have) != len(want) {
				t.Fatalf("%d facts, want %d", len(have), len(want))
			}
		})
	}
}

// said lays out all that a dataset says, but for cells, one fact a line.
func said(d *indicator.Dataset) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", d.Info)
	for _, s := range d.Series {
		observations := s.Observations
		s.Observations, s.Cell = nil, indicator.Cell{}
		fmt.Fprintf(&b, "%+v\n", s)
		for _, o := range observations {
			fmt.Fprintf(&b, "%s %s %s (%s)", s.ID, o.Period, o.Value, o.Status)
			if o.Previous != nil {
				fmt.Fprintf(&b, " was %s", o.Previous)
			}
			b.WriteByte('\n')
		}
	}
	for _, t := range d.Targets {
		t.Cell = indicator.Cell{}
		fmt.Fprintf(&b, "%+v\n", t)
	}
	for _, h := range d.Highlights {
		h.Cell = indicator.Cell{}
		fmt.Fprintf(&b, "%+v\n", h)
	}
	return b.String()
}
