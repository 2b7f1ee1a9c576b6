package pipeline

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
	"jianbao/sources"
)

func dataset() *indicator.Dataset {
	return &indicator.Dataset{
		Info: indicator.Info{Title: indicator.Text{ZH: "简报", EN: "Briefing"}, Period: indicator.Year(2022)},
		Series: []indicator.Series{{ID: "grp", Name: indicator.Text{ZH: "地区生产总值", EN: "GRP"}, Unit: indicator.ParseUnit(indicator.Text{ZH: "亿元", EN: "RMB 100 million"}),
			Measure: indicator.Level, Basis: indicator.Flow, Decimals: 1, Prices: indicator.Real,
			Observations: []indicator.Observation{{Period: indicator.Year(2022), Value: decimal.RequireFromString("432.6")}}}},
	}
}

func workbook(t *testing.T, path string, d *indicator.Dataset) {
	t.Helper()
	var buf bytes.Buffer
	if err := sources.WriteStandard(&buf, d, "zh"); err != nil {
		t.Fatal(err)
	}
	touch(t, path, buf.Bytes())
}

func touch(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPlan(t *testing.T) {
	dir := t.TempDir()
	in := func(s string) string { return filepath.Join(dir, s) }
	for _, d := range []string{"books", "none", "out"} {
		if err := os.Mkdir(in(d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{"a.xlsx", "books/b.xlsx", "books/c.XLSM", "books/~$b.xlsx", "books/.hidden.xlsx", "books/notes.txt", "books/a.xlsx", "file.pdf"} {
		touch(t, in(f), nil)
	}
	for _, tc := range []struct {
		name   string
		inputs []string
		output string
		want   []string // outputs, relative to dir
		failed int
		usage  bool
	}{
		{"beside the input", []string{"a.xlsx"}, "", []string{"a.pdf"}, 0, false},
		{"a folder", []string{"books"}, "", []string{"books/a.pdf", "books/b.pdf", "books/c.pdf"}, 0, false},
		{"a pattern", []string{"books/*.xlsx"}, "", []string{"books/a.pdf", "books/b.pdf"}, 0, false},
		{"to a file", []string{"a.xlsx"}, "other.pdf", []string{"other.pdf"}, 0, false},
		{"to a folder", []string{"a.xlsx"}, "out", []string{"out/a.pdf"}, 0, false},
		{"to a new folder", []string{"a.xlsx"}, "new/", []string{"new/a.pdf"}, 0, false},
		{"several to a new folder", []string{"a.xlsx", "books/b.xlsx"}, "new2", []string{"new2/a.pdf", "new2/b.pdf"}, 0, false},
		{"several to a file", []string{"a.xlsx", "books/b.xlsx"}, "file.pdf", nil, 0, true},
		{"two of one name", []string{"a.xlsx", "books"}, "out", nil, 0, true},
		{"named twice", []string{"a.xlsx", "./a.xlsx"}, "", []string{"a.pdf"}, 0, false},
		{"a folder without workbooks", []string{"none", "a.xlsx"}, "", []string{"a.pdf"}, 1, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var inputs []string
			for _, i := range tc.inputs {
				inputs = append(inputs, in(i))
			}
			output := tc.output
			if output != "" {
				output = in("") + string(filepath.Separator) + output
			}
			jobs, failed, err := Plan(inputs, output)
			if tc.usage != errors.Is(err, ErrUsage) || len(failed) != tc.failed {
				t.Fatalf("failed %v, error %v", failed, err)
			}
			var got []string
			for _, j := range jobs {
				rel, _ := filepath.Rel(dir, j.Output)
				got = append(got, filepath.ToSlash(rel))
			}
			if strings.Join(got, " ") != strings.Join(tc.want, " ") {
				t.Errorf("outputs %v, want %v", got, tc.want)
			}
		})
	}
}

// Results come in the order of the jobs whatever finishes first, and the bytes
// do not depend on how many run at a time.
func TestBuildAll(t *testing.T) {
	dir := t.TempDir()
	var jobs []Job
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		path := filepath.Join(dir, n+".xlsx")
		if n == "c" {
			touch(t, path, []byte("nothing of the kind"))
		} else {
			workbook(t, path, dataset())
		}
		jobs = append(jobs, Job{path, filepath.Join(dir, n+".pdf")})
	}
	read := func(workers int) (names string, file []byte) {
		BuildAll(context.Background(), jobs, workers, Options{}, func(r Result) {
			names += filepath.Base(r.Input)
			if r.Failed() {
				names += "!"
			}
		})
		file, err := os.ReadFile(filepath.Join(dir, "a.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		return names, file
	}
	one, first := read(1)
	many, second := read(4)
	if one != "a.xlsxb.xlsxc.xlsx!d.xlsxe.xlsx" || many != one || !bytes.Equal(first, second) {
		t.Errorf("one at a time %s, four %s, equal bytes %v", one, many, bytes.Equal(first, second))
	}
}

func TestNothingIsHalfWritten(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "a.pdf")
	workbook(t, in, dataset())

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if r := Build(ctx, Job{in, out}, Options{}); !r.Failed() || len(r.Diagnostics) == 0 {
		t.Errorf("cancelled, yet %+v", r)
	}
	if r := Build(context.Background(), Job{in, filepath.Join(dir, "no", "such", "folder.pdf")}, Options{}); !r.Failed() || r.Diagnostics[len(r.Diagnostics)-1].Code != "cannot-write" {
		t.Errorf("no folder to write to, yet %+v", r)
	}
	touch(t, out, []byte("an earlier briefing"))
	d := dataset()
	d.Series[0].Name.ZH = "生产😀总值"
	workbook(t, in, d)
	if r := Build(context.Background(), Job{in, out}, Options{}); !r.Failed() {
		t.Errorf("an emoji, yet %+v", r)
	}
	if data, _ := os.ReadFile(out); string(data) != "an earlier briefing" {
		t.Error("a failed build touched the file that was there")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestStrict(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	d := dataset()
	d.Series[0].Name.EN = ""
	workbook(t, in, d)
	if r := Build(context.Background(), Job{in, filepath.Join(dir, "a.pdf")}, Options{}); r.Failed() {
		t.Errorf("a warning stopped the build: %v", r.Diagnostics)
	}
	if r := Build(context.Background(), Job{in, filepath.Join(dir, "b.pdf")}, Options{Strict: true}); !r.Failed() {
		t.Error("a warning did not stop a strict build")
	}
}

// The date of a document never comes from the clock.
func TestDocumentDate(t *testing.T) {
	d := dataset()
	day := func(y, m, dd int) time.Time { return time.Date(y, time.Month(m), dd, 0, 0, 0, 0, time.UTC) }
	if got := documentDate(d, Options{}); !got.Equal(day(2023, 1, 1)) {
		t.Errorf("without a release date: %v, want the day after the period", got)
	}
	d.Info.Release = "2023-02-11"
	if got := documentDate(d, Options{}); !got.Equal(day(2023, 2, 11)) {
		t.Errorf("with a release date: %v", got)
	}
	if got := documentDate(d, Options{Date: time.Unix(86400, 0)}); !got.Equal(day(1970, 1, 2)) {
		t.Errorf("with a date asked for: %v", got)
	}
	if got := documentDate(&indicator.Dataset{}, Options{}); got.IsZero() || got.After(day(2001, 1, 1)) {
		t.Errorf("without any date: %v", got)
	}
}
