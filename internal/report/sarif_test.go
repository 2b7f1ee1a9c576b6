package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// object is a JSON object under test; path is where it stands.
type object struct {
	t    *testing.T
	path string
	m    map[string]any
}

// only checks that the object has the required members, and none but those and
// the optional ones.
func (o object) only(required, optional []string) {
	for _, k := range required {
		if _, ok := o.m[k]; !ok {
			o.t.Errorf("%s lacks %s", o.path, k)
		}
	}
	for k := range o.m {
		if !slices.Contains(required, k) && !slices.Contains(optional, k) {
			o.t.Errorf("%s has %s, which is not of the schema", o.path, k)
		}
	}
}

func (o object) object(key string) object {
	m, ok := o.m[key].(map[string]any)
	if !ok {
		o.t.Errorf("%s.%s is no object", o.path, key)
	}
	return object{o.t, o.path + "." + key, m}
}

func (o object) list(key string) []object {
	l, ok := o.m[key].([]any)
	if !ok {
		o.t.Errorf("%s.%s is no array", o.path, key)
	}
	var out []object
	for i, x := range l {
		m, ok := x.(map[string]any)
		if !ok {
			o.t.Errorf("%s.%s[%d] is no object", o.path, key, i)
		}
		out = append(out, object{o.t, fmt.Sprintf("%s.%s[%d]", o.path, key, i), m})
	}
	return out
}

func (o object) text(key string) string {
	s, ok := o.m[key].(string)
	if !ok || s == "" {
		o.t.Errorf("%s.%s is no text", o.path, key)
	}
	return s
}

// natural is an integer of at least min.
func (o object) natural(key string, least int) int {
	n, ok := o.m[key].(float64)
	if !ok || n != float64(int(n)) || int(n) < least {
		o.t.Errorf("%s.%s is %v", o.path, key, o.m[key])
	}
	return int(n)
}

// schema checks a log by the rules of SARIF 2.1.0 for the objects that are
// written: members required, members there are, ranges and enumerated values.
func schema(t *testing.T, data []byte) object {
	t.Helper()
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	log := object{t, "log", m}
	log.only([]string{"version", "runs"}, []string{"$schema", "inlineExternalProperties", "properties"})
	if v := log.text("version"); v != "2.1.0" {
		t.Errorf("version %s", v)
	}
	for _, run := range log.list("runs") {
		run.only([]string{"tool"}, []string{"results", "artifacts", "invocations", "columnKind", "language", "properties"})
		tool := run.object("tool")
		tool.only([]string{"driver"}, []string{"extensions", "properties"})
		driver := tool.object("driver")
		driver.only([]string{"name"}, []string{"version", "semanticVersion", "informationUri", "rules", "organization", "properties"})
		driver.text("name")
		rules := driver.list("rules")
		seen := map[string]bool{}
		for _, r := range rules {
			r.only([]string{"id"}, []string{"name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "properties"})
			id := r.text("id")
			if seen[id] {
				t.Errorf("%s: %s is there twice", r.path, id)
			}
			seen[id] = true
			r.object("shortDescription").message()
		}
		for _, r := range run.list("results") {
			r.only([]string{"message"}, []string{"ruleId", "ruleIndex", "rule", "kind", "level", "locations", "partialFingerprints", "fingerprints", "properties"})
			r.object("message").message()
			if l := r.text("level"); !slices.Contains([]string{"none", "note", "warning", "error"}, l) {
				t.Errorf("%s.level %s", r.path, l)
			}
			if i := r.natural("ruleIndex", 0); i >= len(rules) || rules[i].m["id"] != r.text("ruleId") {
				t.Errorf("%s: rule %d is not %v", r.path, i, r.m["ruleId"])
			}
			for k, v := range r.object("partialFingerprints").m {
				if s, ok := v.(string); !ok || s == "" || k == "" {
					t.Errorf("%s: fingerprint %s is %v", r.path, k, v)
				}
			}
			if r.m["locations"] != nil {
				for _, l := range r.list("locations") {
					l.location()
				}
			}
		}
	}
	return log
}

func (o object) message() {
	o.only([]string{"text"}, []string{"markdown", "id", "arguments", "properties"})
	o.text("text")
}

func (o object) location() {
	o.only(nil, []string{"id", "physicalLocation", "logicalLocations", "message", "properties"})
	if len(o.m) == 0 {
		o.t.Errorf("%s is empty", o.path)
	}
	if o.m["physicalLocation"] != nil {
		p := o.object("physicalLocation")
		p.only([]string{"artifactLocation"}, []string{"region", "contextRegion", "address", "properties"})
		a := p.object("artifactLocation")
		a.only(nil, []string{"uri", "uriBaseId", "index", "description"})
		uri := a.text("uri")
		for _, r := range uri {
			if r > '~' || strings.ContainsRune(" \"<>\\^`{|}", r) {
				o.t.Errorf("%s: %q is no URI reference", a.path, uri)
				break
			}
		}
		if u, err := url.Parse(uri); err != nil || u.Scheme != "" {
			o.t.Errorf("%s: %q has scheme %v, %v", a.path, uri, u, err)
		}
		if p.m["region"] != nil {
			r := p.object("region")
			r.only(nil, []string{"startLine", "startColumn", "endLine", "endColumn"})
			r.natural("startLine", 1)
			r.natural("startColumn", 1)
		}
	}
	if o.m["logicalLocations"] != nil {
		for _, l := range o.list("logicalLocations") {
			l.only(nil, []string{"name", "fullyQualifiedName", "decoratedName", "kind", "parentIndex", "index", "properties"})
			l.text("fullyQualifiedName")
			l.text("kind")
		}
	}
}

func sarifOf(t *testing.T, l diagnostic.List) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := SARIF(&buf, l, "1.2.3"); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestSARIF(t *testing.T) {
	var l diagnostic.List
	l.Add(diagnostic.Warning, "no-data", cell("11月 简报#1.xlsx", "", ""), "没有数据。", "no figures.")
	l.Add(diagnostic.Error, "not-a-number", cell("11月 简报#1.xlsx", "数据", "AB12"), "“约5”不是数值。", "“约5” is not a number.")
	l.Add(diagnostic.Info, "not-in-the-table", cell("11月 简报#1.xlsx", "数据", ""), "另有3处。", "and 3 more.")
	l.Add(diagnostic.Warning, "no-data", indicator.Cell{}, "没有数据。", "no figures.")
	data := sarifOf(t, l)
	run := schema(t, data).list("runs")[0]
	driver := run.object("tool").object("driver")
	if driver.m["name"] != "jianbao" || driver.m["version"] != "1.2.3" {
		t.Errorf("driver %v", driver.m)
	}
	var rules []string
	for _, r := range driver.list("rules") {
		rules = append(rules, r.text("id")+": "+r.object("shortDescription").text("text"))
	}
	if got, want := strings.Join(rules, "; "), "no-data: 没有数据\nno figures; not-a-number: 不是数值\nnot a number; not-in-the-table: not-in-the-table"; got != want {
		t.Errorf("rules %q, want %q", got, want)
	}
	results := run.list("results")
	bad := results[1]
	if bad.text("level") != "error" || bad.object("message").text("text") != "“约5”不是数值。\n“约5” is not a number." {
		t.Errorf("result %v", bad.m)
	}
	at := bad.list("locations")[0]
	if uri := at.object("physicalLocation").object("artifactLocation").text("uri"); uri != "11%E6%9C%88%20%E7%AE%80%E6%8A%A5%231.xlsx" {
		t.Errorf("file %s", uri)
	}
	if r := at.object("physicalLocation").object("region"); r.natural("startLine", 1) != 12 || r.natural("startColumn", 1) != 28 {
		t.Errorf("region %v", r.m)
	}
	if l := at.list("logicalLocations")[0]; l.text("fullyQualifiedName") != "数据!AB12" || l.text("kind") != "cell" {
		t.Errorf("logical location %v", l.m)
	}
	if results[2].text("level") != "note" || results[2].list("locations")[0].list("logicalLocations")[0].text("kind") != "sheet" {
		t.Errorf("result %v", results[2].m)
	}
	if results[3].m["locations"] != nil {
		t.Errorf("a place for what has none: %v", results[3].m)
	}
}

func TestSARIFOfNothing(t *testing.T) {
	run := schema(t, sarifOf(t, nil)).list("runs")[0]
	if results, ok := run.m["results"].([]any); !ok || len(results) != 0 { // null: results were not looked for
		t.Errorf("results %v", run.m["results"])
	}
}

// Names of files are references, whatever is in them.
func TestSARIFNames(t *testing.T) {
	for name, want := range map[string]string{"a b.xlsx": "a%20b.xlsx", "a:b.xlsx": "./a:b.xlsx", "100%.csv": "100%25.csv", "a?b.csv": "a%3Fb.csv", "dir/a.csv": "dir/a.csv"} {
		var l diagnostic.List
		l.Add(diagnostic.Error, "x", cell(name, "", ""), "坏", "bad")
		at := schema(t, sarifOf(t, l)).list("runs")[0].list("results")[0].list("locations")[0]
		if got := at.object("physicalLocation").object("artifactLocation").text("uri"); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// Fingerprints tell findings apart, stay when rows move, and come again.
func TestSARIFFingerprints(t *testing.T) {
	prints := func(l diagnostic.List) (out []string) {
		for _, r := range schema(t, sarifOf(t, l)).list("runs")[0].list("results") {
			out = append(out, r.object("partialFingerprints").text("finding/v1"))
		}
		return out
	}
	var l diagnostic.List
	l.Add(diagnostic.Error, "x", cell("a.xlsx", "数据", "C7"), "坏", "bad")
	l.Add(diagnostic.Error, "x", cell("a.xlsx", "数据", "C8"), "坏", "bad")
	l.Add(diagnostic.Error, "y", cell("a.xlsx", "数据", "C8"), "坏", "bad")
	before := prints(l)
	if slices.Sort(before); len(slices.Compact(slices.Clone(before))) != 3 {
		t.Errorf("fingerprints %v", before)
	}
	for i := range l {
		l[i].Cell.Addr = fmt.Sprintf("C%d", 20+i)
	}
	after := prints(l)
	if slices.Sort(after); !slices.Equal(before, after) {
		t.Errorf("moved rows: %v, before %v", after, before)
	}
	if !bytes.Equal(sarifOf(t, l), sarifOf(t, l)) {
		t.Error("two runs differ")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestSARIFCannotWrite(t *testing.T) {
	if SARIF(broken{}, findings(), "") == nil {
		t.Error("no error")
	}
}

func TestCodesAreDescribed(t *testing.T) {
	for code, d := range codes {
		if d.ZH == "" || d.EN == "" || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%s: %v", code, d)
		}
	}
}
