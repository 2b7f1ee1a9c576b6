package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// A workbook and the one published before it: what differs is marked, told and
// still builds; what cannot be compared is said.
func TestPrevious(t *testing.T) {
	dir := t.TempDir()
	old, now := filepath.Join(dir, "old.xlsx"), filepath.Join(dir, "new.xlsx")
	d := dataset()
	d.Series[0].Observations = append([]indicator.Observation{{Period: indicator.Year(2021), Value: decimal.RequireFromString("400.1")}}, d.Series[0].Observations...)
	workbook(t, old, d)
	d.Series[0].Observations[0].Value = decimal.RequireFromString("403.5")
	workbook(t, now, d)
	codes := func(opt Options, path string) map[string]int {
		out := map[string]int{}
		for _, x := range Check(path, opt).Diagnostics {
			out[x.Code]++
		}
		return out
	}
	if got := codes(Options{Previous: old}, now); got["revised"] != 1 {
		t.Errorf("findings %v", got)
	}
	if got := codes(Options{Previous: now}, now); got["not-revised"] != 1 || got["revised"] != 0 {
		t.Errorf("against itself %v", got)
	}
	r := Read(now, Options{Previous: old})
	if o := r.Dataset.Series[0].Observations[0]; o.Status != indicator.Revised || o.PreviousCell.File != "old.xlsx" || !o.Previous.Equal(decimal.RequireFromString("400.1")) {
		t.Errorf("%+v", o)
	}
	if res := Build(context.Background(), Job{now, filepath.Join(dir, "new.pdf")}, Options{Previous: old}); res.Failed() {
		t.Errorf("%v", res.Diagnostics)
	}

	folder := filepath.Join(dir, "earlier")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := codes(Options{Previous: folder}, now); got["no-previous"] != 1 {
		t.Errorf("an empty folder: %v", got)
	}
	data, _ := os.ReadFile(old)
	touch(t, filepath.Join(folder, "new.xlsx"), data)
	if got := codes(Options{Previous: folder}, now); got["revised"] != 1 {
		t.Errorf("a folder: %v", got)
	}

	d.Series[0].Observations[0].Value = decimal.RequireFromString("4035")
	d.Info.Period = indicator.Year(2021)
	slip := filepath.Join(dir, "slip.xlsx")
	workbook(t, slip, d)
	if got := codes(Options{Previous: old}, slip); got["revision-large"] != 1 || got["previous-is-later"] != 1 {
		t.Errorf("by a factor of ten: %v", got)
	}
	touch(t, filepath.Join(dir, "bad.xlsx"), []byte("nothing of the kind"))
	if res := Build(context.Background(), Job{now, filepath.Join(dir, "x.pdf")}, Options{Previous: filepath.Join(dir, "bad.xlsx")}); !res.Failed() || res.Diagnostics[0].Cell.File != "bad.xlsx" {
		t.Errorf("an earlier workbook that cannot be read: %v", res.Diagnostics)
	}
}

// A rate that moves by more than ten points, and a level by more than half, look
// like slips.
func TestLarge(t *testing.T) {
	for _, c := range []struct {
		measure  indicator.Measure
		was, now string
		want     bool
	}{
		{indicator.Growth, "3", "13", false}, {indicator.Growth, "3", "13.1", true}, {indicator.Growth, "3", "-7.1", true},
		{indicator.Level, "100", "149", false}, {indicator.Level, "100", "151", true}, {indicator.Level, "100", "-100", true}, {indicator.Level, "3", "13", true},
	} {
		r := indicator.Revision{Was: indicator.Quantity{Value: decimal.RequireFromString(c.was)}, Now: indicator.Quantity{Value: decimal.RequireFromString(c.now)}}
		if got := large(&indicator.Series{Measure: c.measure}, r); got != c.want {
			t.Errorf("%s %s→%s: %v", c.measure, c.was, c.now, got)
		}
	}
}
