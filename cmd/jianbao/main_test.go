package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
	"jianbao/internal/report"
	"jianbao/sources"
)

// call runs the program and returns its exit code and what it printed.
func call(t *testing.T, ui report.UI, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	a := &app{ctx: context.Background(), out: &o, err: &e, env: func(string) string { return "" }, ui: ui}
	code = a.run(args)
	return code, o.String(), e.String()
}

// dataset is a small workbook's content that has nothing wrong with it.
func dataset() *indicator.Dataset {
	obs := func(y int, v string, addr string) indicator.Observation {
		return indicator.Observation{Period: indicator.Year(y), Value: decimal.RequireFromString(v), Cell: indicator.Cell{Addr: addr}}
	}
	return &indicator.Dataset{
		Info: indicator.Info{Title: indicator.Text{ZH: "某区经济简报", EN: "Economic briefing of a district"}, Period: indicator.Year(2022), Release: "2023-02-11"},
		Series: []indicator.Series{{ID: "retail", Name: indicator.Text{ZH: "社会消费品零售总额", EN: "Retail sales"}, Unit: indicator.ParseUnit(indicator.Text{ZH: "亿元", EN: "RMB 100 million"}),
			Measure: indicator.Level, Basis: indicator.Flow, Direction: indicator.UpIsGood, Decimals: 1, Prices: indicator.Nominal,
			Observations: []indicator.Observation{obs(2021, "100.5", "C3"), obs(2022, "110.2", "C4")}}},
	}
}

func workbook(t *testing.T, path string, d *indicator.Dataset) {
	t.Helper()
	var buf bytes.Buffer
	if err := sources.WriteStandard(&buf, d, "zh"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestBuildBesideTheInput(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "某区 2022.xlsx")
	workbook(t, in, dataset())
	code, out, stderr := call(t, report.English, in)
	want := filepath.Join(dir, "某区 2022.pdf")
	if code != exitDone || strings.TrimSpace(out) != want {
		t.Fatalf("exit %d, printed %q, %s", code, out, stderr)
	}
	data, err := os.ReadFile(want)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("output %.20q, %v", data, err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".jianbao-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Each kind of bad input: one error that names the file, exit code 1, no PDF,
// in the user's language, in both where that is unknown.
func TestBadInput(t *testing.T) {
	good, err := os.ReadFile("../../samples/jingyue-2023.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	change := func(f func(d *indicator.Dataset)) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			d := dataset()
			f(d)
			workbook(t, path, d)
		}
	}
	raw := func(data []byte) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	ole := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 2000)...)
	for _, tc := range []struct {
		name, file string
		make       func(t *testing.T, path string)
		cell       bool // the finding names a sheet
	}{
		{"missing file", "none.xlsx", func(*testing.T, string) {}, false},
		{"folder without a workbook", "folder", func(t *testing.T, p string) { os.Mkdir(p, 0o755) }, false},
		{"empty file", "empty.xlsx", raw(nil), false},
		{"old Excel", "old.xls", raw(ole), false},
		{"truncated", "cut.xlsx", raw(good[:len(good)/2]), false},
		{"text with the name of a workbook", "text.xlsx", raw([]byte("指标,时期,数值\n")), false},
		{"emoji in a name", "emoji.xlsx", change(func(d *indicator.Dataset) { d.Series[0].Name.ZH = "零售😀额" }), true},
		{"rare hanzi in a name", "rare.xlsx", change(func(d *indicator.Dataset) { d.Series[0].Name.ZH = "𠮷林零售" }), true},
		{"ten megabytes of text", "long.xlsx", change(func(d *indicator.Dataset) { d.Info.Source.ZH = strings.Repeat("长", 32_000) }), true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, tc.file)
			tc.make(t, path)
			code, out, stderr := call(t, report.Unknown, "build", path)
			if code != exitFailed || out != "" {
				t.Errorf("exit %d, printed %q", code, out)
			}
			if n := strings.Count(stderr, "：错误："); n != 1 {
				t.Errorf("%d errors, want one:\n%s", n, stderr)
			}
			if !strings.Contains(stderr, "error: ") || !strings.Contains(stderr, tc.file) {
				t.Errorf("not in both languages, or without the file's name:\n%s", stderr)
			}
			if tc.cell && !strings.Contains(stderr, "!") {
				t.Errorf("names no cell:\n%s", stderr)
			}
			if len(stderr) > 1500 {
				t.Errorf("a message of %d bytes", len(stderr))
			}
			if pdfs, _ := filepath.Glob(filepath.Join(dir, "*.pdf")); len(pdfs) > 0 {
				t.Errorf("written all the same: %v", pdfs)
			}
		})
	}
}

func TestOneBadWorkbookDoesNotStopTheOthers(t *testing.T) {
	dir := t.TempDir()
	workbook(t, filepath.Join(dir, "a.xlsx"), dataset())
	if err := os.WriteFile(filepath.Join(dir, "b.xlsx"), []byte("not a workbook"), 0o644); err != nil {
		t.Fatal(err)
	}
	workbook(t, filepath.Join(dir, "c.xlsx"), dataset())
	if err := os.WriteFile(filepath.Join(dir, "~$c.xlsx"), []byte("lock"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, stderr := call(t, report.English, "build", dir, "-o", filepath.Join(dir, "out"), "--jobs", "3")
	want := filepath.Join(dir, "out", "a.pdf") + "\n" + filepath.Join(dir, "out", "c.pdf") + "\n"
	if code != exitFailed || out != want || !strings.Contains(stderr, "2 of 3") {
		t.Errorf("exit %d, printed %q, want %q; %s", code, out, want, stderr)
	}
}

func TestUsage(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	workbook(t, in, dataset())
	for _, args := range [][]string{
		{}, {"bulid"}, {"build"}, {"build", in, "--lang", "fr"}, {"build", in, "--period", "sometime"}, {"build", in, "--jobs", "0"}, {"build", "--no-such-flag", in},
		{"check"}, {"check", in, "--format", "xml"}, {"inspect"}, {"inspect", in, in}, {"init", "a", "b"}, {"--ui", "fr", "build", in}, {"build", in, in + "x", "-o", filepath.Join(dir, "one.pdf")},
	} {
		if code, out, stderr := call(t, report.English, args...); code != exitUsage || out != "" || stderr == "" {
			t.Errorf("%v: exit %d, printed %q, %q", args, code, out, stderr)
		}
	}
	if code, out, _ := call(t, report.Chinese, "--help"); code != exitDone || !strings.Contains(out, "退出码") {
		t.Errorf("help: exit %d, %q", code, out)
	}
	if code, out, _ := call(t, report.Chinese, "version", "--ui", "en"); code != exitDone || !strings.HasPrefix(out, "jianbao ") {
		t.Errorf("version: exit %d, %q", code, out)
	}
}

func TestInitCheckBuild(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		path := filepath.Join(t.TempDir(), "new.xlsx")
		if code, out, stderr := call(t, report.English, "init", path, "--lang", lang); code != exitDone || strings.TrimSpace(out) != path {
			t.Fatalf("init: exit %d, %q, %q", code, out, stderr)
		}
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if code, _, stderr := call(t, report.English, "check", path); code != exitDone {
			t.Errorf("%s: check of a new workbook: exit %d\n%s", lang, code, stderr)
		}
		if code, _, stderr := call(t, report.English, path); code != exitDone {
			t.Errorf("%s: build of a new workbook: exit %d\n%s", lang, code, stderr)
		}
		if code, _, _ := call(t, report.English, "init", path); code != exitFailed {
			t.Errorf("init over a workbook: exit %d", code)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Error("init changed a workbook that was there")
		}
	}
}

func TestInspect(t *testing.T) {
	in := filepath.Join(t.TempDir(), "a.xlsx")
	workbook(t, in, dataset())
	code, out, stderr := call(t, report.English, "inspect", in, "--format", "json")
	if code != exitDone {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	var got struct {
		File   string
		Series []struct {
			ID, Measure, Basis string
			Unit               indicator.Text
			Observations       []struct{ From, To, Value, Status, Cell string }
		}
		Targets, Diagnostics []any
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.File != "a.xlsx" || len(got.Series) == 0 || got.Targets == nil || got.Diagnostics == nil {
		t.Fatalf("%s", out)
	}
	s := got.Series[0]
	if s.ID != "retail" || s.Measure != "level" || s.Basis != "flow" || s.Unit.EN != "RMB 100 million" || len(s.Observations) != 2 {
		t.Errorf("series %+v", s)
	}
	o := s.Observations[1]
	if o.From != "2022-01" || o.To != "2022-12" || o.Value != "110.2" || o.Status != "" || !strings.Contains(o.Cell, "!") {
		t.Errorf("observation %+v", o)
	}
}

func TestUserLanguage(t *testing.T) {
	for _, tc := range []struct {
		env  map[string]string
		want report.UI
	}{
		{map[string]string{"LANG": "zh_CN.UTF-8"}, report.Chinese}, {map[string]string{"LANG": "en_GB.UTF-8"}, report.English}, {map[string]string{"LANG": "fr_FR.UTF-8"}, report.English},
		{map[string]string{"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, report.English}, {map[string]string{"LANG": "C.UTF-8"}, report.Unknown}, {map[string]string{"LC_ALL": "POSIX"}, report.Unknown},
	} {
		if got := userLanguage(func(k string) string { return tc.env[k] }); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.env, got, tc.want)
		}
	}
}

// A job logged as JSON is one line that scripts can read.
func TestLogJSON(t *testing.T) {
	dir := t.TempDir()
	workbook(t, filepath.Join(dir, "a.xlsx"), dataset())
	_, _, stderr := call(t, report.English, "build", dir, filepath.Join(dir, "none.xlsx"), "--log", "json")
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines:\n%s", len(lines), stderr)
	}
	for i, want := range []string{"built", "failed"} {
		var got struct{ Event string }
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil || got.Event != want {
			t.Errorf("line %d: %v, %s", i+1, err, lines[i])
		}
	}
}

// The whole path from workbook to file, one workbook at a time.
func BenchmarkBuild(b *testing.B) {
	dir := b.TempDir()
	for _, name := range []string{"jingyue-2023", "monthly-demo"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var o, e bytes.Buffer
				a := &app{ctx: context.Background(), out: &o, err: &e, env: os.Getenv, ui: report.English}
				if code := a.run([]string{"build", "../../samples/" + name + ".xlsx", "-o", filepath.Join(dir, name+".pdf")}); code != exitDone {
					b.Fatal(e.String())
				}
			}
		})
	}
}

// explain answers for numbers of a briefing, says what is not printed, and lists
// all; other files are refused with a reason.
func TestExplain(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	workbook(t, in, dataset())
	if code, _, stderr := call(t, report.English, in); code != exitDone {
		t.Fatal(stderr)
	}
	pdf := filepath.Join(dir, "a.pdf")
	if code, out, stderr := call(t, report.Chinese, "explain", pdf, "110.2亿元"); code != exitDone || out != "数据!C3 (110.2 亿元, 2022) 社会消费品零售总额\n" {
		t.Errorf("exit %d: %q %s", code, out, stderr)
	}
	if code, out, _ := call(t, report.English, "explain", pdf, "11.02"); code != exitDone || !strings.Contains(out, "(110.2 × RMB 100 million, 2022) Retail sales") {
		t.Errorf("exit %d: %q", code, out)
	}
	if code, out, _ := call(t, report.English, "explain", pdf, "9.7"); code != exitDone || !strings.Contains(out, "(数据!C3 − 数据!C2) ÷ 数据!C2 × 100") {
		t.Errorf("exit %d: %q", code, out)
	}
	if code, out, stderr := call(t, report.English, "explain", pdf, "-9.7"); code != exitDone || !strings.Contains(out, "÷") {
		t.Errorf("a minus sign is no flag: %d, %s, %s", code, out, stderr)
	}
	if code, out, stderr := call(t, report.English, "explain", pdf, "77777"); code != exitFailed || out != "" || !strings.Contains(stderr, "not printed") {
		t.Errorf("exit %d: %q %q", code, out, stderr)
	}
	if code, out, _ := call(t, report.English, "explain", pdf); code != exitDone || strings.Count(out, "\n") < 5 {
		t.Errorf("exit %d: %q", code, out)
	}
	var list struct{ Numbers []struct{ Cells []string } }
	if code, out, _ := call(t, report.English, "explain", pdf, "110.2", "--format", "json"); code != exitDone || json.Unmarshal([]byte(out), &list) != nil || len(list.Numbers) != 1 || list.Numbers[0].Cells[0] != "数据!C3" {
		t.Errorf("exit %d: %s", code, out)
	}
	for _, args := range [][]string{{"explain", in}, {"explain", filepath.Join(dir, "none.pdf")}} {
		if code, _, stderr := call(t, report.English, args...); code != exitFailed || stderr == "" {
			t.Errorf("%v: exit %d, %q", args, code, stderr)
		}
	}
	if code, _, _ := call(t, report.English, "explain"); code != exitUsage {
		t.Errorf("without a file: exit %d", code)
	}
}

// init makes a profile too, and a profile changes how things are said; an
// earlier workbook marks what has been revised.
func TestOwnStyleAndPrevious(t *testing.T) {
	dir := t.TempDir()
	in, yaml := filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "office.yaml")
	workbook(t, in, dataset())
	if code, _, stderr := call(t, report.English, "init", yaml); code != exitDone {
		t.Fatal(stderr)
	}
	if code, _, stderr := call(t, report.English, "init", yaml); code != exitFailed || !strings.Contains(stderr, "exists") {
		t.Errorf("over an existing profile: exit %d, %s", code, stderr)
	}
	if code, _, stderr := call(t, report.English, "build", in, "--profile", yaml); code != exitDone {
		t.Errorf("with the profile as it is: %s", stderr)
	}
	if err := os.WriteFile(yaml, []byte("wording:\n  grew-after: {zh: \"增{size}\", en: \"up\"}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := call(t, report.English, "build", in, "--profile", yaml); code != exitFailed || !strings.Contains(stderr, "{size} stands in one language only") {
		t.Errorf("a pattern that loses a number: exit %d, %s", code, stderr)
	}
	d := dataset()
	d.Series[0].Observations[0].Value = decimal.RequireFromString("99.9")
	old := filepath.Join(dir, "old.xlsx")
	workbook(t, old, d)
	if code, out, _ := call(t, report.English, "check", in, "--previous", old); code != exitDone || !strings.Contains(out, "revised from 99.9") {
		t.Errorf("exit %d: %s", code, out)
	}
	if code, _, stderr := call(t, report.English, "build", in, "--previous", filepath.Join(dir, "none.xlsx")); code != exitFailed || stderr == "" {
		t.Errorf("an earlier workbook that is not there: exit %d, %s", code, stderr)
	}
	if code, _, stderr := call(t, report.English, "build", in, old, "-o", filepath.Join(dir, "out"), "--previous", old); code != exitUsage || !strings.Contains(stderr, "folder") {
		t.Errorf("one earlier workbook for two: exit %d, %s", code, stderr)
	}
}

// chart writes the figures asked for as files, whole or not at all, with their
// words beside them.
func TestChart(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	d := dataset()
	for y := 2018; y < 2022; y++ {
		d.Series[0].Observations = append(d.Series[0].Observations, indicator.Observation{Period: indicator.Year(y), Value: decimal.NewFromInt(int64(60 + 7*(y-2018)))})
	}
	d.Series[0].Sort()
	workbook(t, in, d)
	id := d.Series[0].ID
	code, out, stderr := call(t, report.English, "chart", in, "--format", "svg,png,pdf", "--dpi", "96")
	if code != exitDone || !strings.Contains(out, "growth-"+id+".svg") || !strings.Contains(out, "alt.txt") {
		t.Fatalf("exit %d: %s %s", code, out, stderr)
	}
	for _, path := range strings.Fields(out) {
		data, err := os.ReadFile(path)
		magic := map[string]string{".svg": "<?xml", ".png": "\x89PNG", ".pdf": "%PDF-", ".txt": ""}[filepath.Ext(path)]
		if err != nil || len(data) < 100 || !strings.HasPrefix(string(data), magic) {
			t.Errorf("%s: %v, %d bytes", path, err, len(data))
		}
	}
	alt, _ := os.ReadFile(filepath.Join(dir, "a-charts", "alt.txt"))
	if !strings.Contains(string(alt), "最低") || !strings.Contains(string(alt), "lowest") {
		t.Errorf("%s", alt)
	}
	one := filepath.Join(dir, "one")
	if code, out, _ := call(t, report.English, "chart", in, "--indicator", d.Series[0].Name.ZH, "--lang", "en", "-o", one); code != exitDone || strings.Count(out, "\n") != 2 {
		t.Errorf("exit %d: %s", code, out)
	}
	none := filepath.Join(dir, "none")
	if code, _, stderr := call(t, report.English, "chart", in, "--indicator", "nothing", "-o", none); code != exitFailed || !strings.Contains(stderr, id) {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("something was written")
	}
	for _, args := range [][]string{{in, in}, {}, {in, "--format", "gif"}, {in, "--width", "5"}, {in, "--dpi", "5"}} {
		if code, _, _ := call(t, report.English, append([]string{"chart"}, args...)...); code != exitUsage {
			t.Errorf("%v: exit %d", args, code)
		}
	}
}

// The page of an office: what its profile says of it is used, a watermark of the
// command line goes before that of the profile, and what is wrong is named.
func TestPage(t *testing.T) {
	dir := t.TempDir()
	in, pdf := filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "a.pdf")
	workbook(t, in, dataset())
	office := filepath.Join(dir, "office.yaml")
	build := func(profile string, args ...string) []byte {
		t.Helper()
		if err := os.WriteFile(office, []byte(profile), 0o644); err != nil {
			t.Fatal(err)
		}
		if code, _, stderr := call(t, report.English, append([]string{"build", in, "--profile", office}, args...)...); code != exitDone {
			t.Fatalf("%s: exit %d, %s", profile, code, stderr)
		}
		data, err := os.ReadFile(pdf)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	plain := build("")
	draft := build("page: {watermark: draft}\n")
	if bytes.Equal(plain, draft) {
		t.Error("the watermark changes nothing")
	}
	for name, pair := range map[string][2][]byte{
		"a watermark in the profile and on the command line": {draft, build("", "--watermark", "draft")},
		"one that is left out":                               {plain, build("page: {watermark: draft}\n", "--watermark", "none")},
		"a cover and a red head":                             {build("page: {cover: true, masthead: red, number: 1号}\n"), build("page: {number: 1号, masthead: red, cover: true}\n")},
	} {
		if !bytes.Equal(pair[0], pair[1]) {
			t.Errorf("%s: the files differ", name)
		}
	}
	if code, _, stderr := call(t, report.English, "build", in, "--watermark", "secret"); code != exitUsage || !strings.Contains(stderr, "draft, internal, none") {
		t.Errorf("exit %d, %s", code, stderr)
	}
	if err := os.WriteFile(office, []byte("page:\n  colours: {ink: \"#AAAAAA\"}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := call(t, report.English, "build", in, "--profile", office); code == exitDone || !strings.Contains(stderr, "page.colours.ink (line 2)") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}
