package sources_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"jianbao/internal/inspect"
	"jianbao/sources"
)

// figures is what a reading says apart from its findings.
func figures(t *testing.T, r sources.Reading) string {
	t.Helper()
	var buf bytes.Buffer
	if err := inspect.New("x", r.Dataset, nil).JSON(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// TestProfileRoundTrip holds that what is understood of a workbook, written down
// and taken for a profile, gives the same figures again.
func TestProfileRoundTrip(t *testing.T) {
	files, err := filepath.Glob("testdata/layouts/*.*sv")
	if err != nil || len(files) == 0 {
		t.Fatal("no layouts", err)
	}
	for _, dir := range []string{"testdata/layouts", "../../shared/real"} {
		more, _ := filepath.Glob(filepath.Join(dir, "*.xlsx"))
		files = append(files, more...)
	}
	for _, f := range files {
		first := sources.Read(f, sources.Options{})
		if first.Dataset == nil || first.Understood == nil {
			continue
		}
		data, err := yaml.Marshal(first.Understood)
		if err != nil {
			t.Fatal(err)
		}
		var p sources.Profile
		dec := yaml.NewDecoder(bytes.NewReader(data))
		dec.KnownFields(true)
		if err := dec.Decode(&p); err != nil {
			t.Fatalf("%s: %v\n%s", f, err, data)
		}
		if err := p.Check(); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		again := sources.Read(f, sources.Options{Profile: &p})
		got, want := strings.Split(figures(t, again), "\n"), strings.Split(figures(t, first), "\n")
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Errorf("%s line %d\n got %s\nwant %s", f, i+1, got[i], want[i])
				break
			}
		}
	}
}

// TestProfileOverrules changes what is guessed of a bulletin table, a part at a
// time.
func TestProfileOverrules(t *testing.T) {
	file := "testdata/layouts/bulletin.xlsx"
	for name, c := range map[string]struct{ profile, want string }{
		"period":    {"period: 2022-10\n", `"to": "2022-10"`},
		"column":    {"sheets:\n- {sheet: '11月', columns: {C: ignore, D: ignore}}\n", ""},
		"unit":      {"indicators:\n- {name: 地区生产总值, unit: 万元}\n", `"zh": "万元"`},
		"name":      {"indicators:\n- {name: 地区生产总值, id: gdp-x, zh: 全市生产总值, en: City product}\n", `"en": "City product"`},
		"title":     {"title: {zh: 题, en: Title of the office}\n", `"en": "Title of the office"`},
		"basis":     {"indicators:\n- {name: 社会消费品零售总额, basis: stock}\n", `"basis": "stock"`},
		"skip":      {"indicators:\n- {name: 一般公共预算收入, skip: true}\n", ""},
		"head rows": {"sheets:\n- {sheet: '*月', head: 3-3}\n", `"grp"`},
		"wildcard":  {"sheets:\n- {sheet: '*', skip: true}\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var p sources.Profile
			if err := yaml.Unmarshal([]byte(c.profile), &p); err != nil {
				t.Fatal(err)
			}
			if err := p.Check(); err != nil {
				t.Fatal(err)
			}
			r := sources.Read(file, sources.Options{Profile: &p})
			got := figures(t, r)
			if !strings.Contains(got, c.want) {
				t.Errorf("no %s in\n%s", c.want, got)
			}
			switch name {
			case "column":
				if strings.Contains(got, "!C8") || !strings.Contains(got, "!E8") {
					t.Error("column C was not left out, or E was")
				}
			case "skip":
				if strings.Contains(got, "revenue") {
					t.Error("the indicator was not left out")
				}
			case "wildcard":
				if r.Dataset != nil {
					t.Error("the sheet was not skipped")
				}
			}
		})
	}
}

// TestProfileCheck refuses what a profile may not say.
func TestProfileCheck(t *testing.T) {
	for _, bad := range []string{
		"period: soon\n", "fiscal-year-starts: 13\n", "sheets: [{sheet: ''}]\n", "sheets: [{sheet: a, head: x}]\n", "sheets: [{sheet: a, period: x}]\n",
		"sheets: [{sheet: a, columns: {A1: value}}]\n", "sheets: [{sheet: a, columns: {A: valeu}}]\n", "sheets: [{sheet: a, columns: {A: {measure: big}}}]\n",
		"indicators: [{id: x}]\n", "indicators: [{name: x, id: 'a b'}]\n", "indicators: [{name: x, basis: flows}]\n",
	} {
		var p sources.Profile
		if err := yaml.Unmarshal([]byte(bad), &p); err != nil {
			t.Fatal(err)
		}
		if p.Check() == nil {
			t.Errorf("%q was let through", bad)
		}
	}
}
