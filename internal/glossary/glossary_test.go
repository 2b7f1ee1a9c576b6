package glossary

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/internal/indicator"
)

// entries are the rows of the table that ships.
func entries(t testing.TB) []Entry {
	t.Helper()
	es, err := parse(builtinTSV)
	if err != nil {
		t.Fatal(err)
	}
	return es
}

// properWords are the words of English names that begin with a capital inside
// a name.
var properWords = wordSet(`Hong Kong Macao Taiwan Chinese China RMB US United States Japan Republic Korea Russia Africa Latin America
	European Union Belt Road Initiative Europe Fortune Global National Equities Exchange Quotations Engel's Gini Caixin Shanghai Shenzhen`)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

var (
	acronym  = regexp.MustCompile(`^[A-Z0-9&./]*[A-Z0-9][A-Z0-9&.]*s?$`)
	chinese  = regexp.MustCompile(`[\p{Han}，。、；：？！（）【】《》“”‘’％＃～—　]`)
	wordText = regexp.MustCompile(`[\pL\d][\pL\d&./']*`)
)

func TestEveryRow(t *testing.T) {
	es := entries(t)
	if len(es) < 450 {
		t.Errorf("only %d entries", len(es))
	}
	groups := map[string]string{}
	last := ""
	done := map[string]bool{}
	for _, e := range es {
		bad := func(format string, args ...any) { t.Helper(); t.Errorf(e.ID+": "+format, args...) }
		zh, en := e.Name.ZH, e.Name.EN
		if !hasHan(zh) && zh != "M2" {
			bad("no Chinese in %q", zh)
		}
		if strings.ContainsAny(zh, "(),:;") {
			bad("half-width punctuation in %q", zh)
		}
		if chinese.MatchString(en) {
			bad("Chinese in %q", en)
		}
		checkSentenceCase(t, e.ID, en)
		if e.Unit != "" && indicator.ParseUnit(indicator.Text{ZH: e.Unit}).Base == "" {
			bad("unknown unit %q", e.Unit)
		}
		if e.Group.ZH == "" || e.Group.EN == "" || groups[e.Group.ZH] != "" && groups[e.Group.ZH] != e.Group.EN {
			bad("group %v", e.Group)
		}
		groups[e.Group.ZH] = e.Group.EN
		if e.Group.ZH != last {
			if done[e.Group.ZH] {
				bad("the group %s stands in two places", e.Group.ZH)
			}
			done[e.Group.ZH], last = true, e.Group.ZH
		}
		for _, a := range append([]string{zh, en}, e.Aliases...) {
			if a != strings.TrimSpace(a) || a == "" || len(a) > longestName || strings.ContainsFunc(a, unicode.IsControl) {
				bad("name %q", a)
			}
			if len(fold(nil, a)) == 0 {
				bad("nothing distinguishes %q", a)
			}
		}
		checkKind(t, e)
	}
}

// checkSentenceCase wants one capital at the start, and others only in proper
// names and abbreviations.
func checkSentenceCase(t *testing.T, id, en string) {
	t.Helper()
	for i, w := range wordText.FindAllString(en, -1) {
		first := []rune(w)[0]
		switch {
		case i == 0 && !unicode.IsUpper(first) && !unicode.IsDigit(first):
			t.Errorf("%s: %q begins small", id, en)
		case i > 0 && unicode.IsUpper(first) && !properWords[w] && !acronym.MatchString(w) && !strings.HasPrefix(w, "A-"):
			t.Errorf("%s: %q in %q has a capital", id, w, en)
		}
	}
}

// checkKind wants unit, measure and prices to agree.
func checkKind(t *testing.T, e Entry) {
	t.Helper()
	u := indicator.ParseUnit(indicator.Text{ZH: e.Unit})
	switch e.Measure {
	case indicator.Share, indicator.Growth:
		if u.Base != "percent" {
			t.Errorf("%s: a %s in %q", e.ID, e.Measure, e.Unit)
		}
	case indicator.Level:
		if u.IsPercent() || u.Base == "index" {
			t.Errorf("%s: a level in %q", e.ID, e.Unit)
		}
	}
	if u.IsMoney() && e.Measure == indicator.Level && e.Prices == indicator.UnknownPrices && e.ID != "exchange-rate" && e.ID != "exchange-rate-central" {
		t.Errorf("%s: an amount of money whose growth is at unknown prices", e.ID)
	}
	if !u.IsMoney() && e.Prices == indicator.Nominal && !strings.Contains(u.Base, "CNY") && e.Unit != "" {
		t.Errorf("%s: nominal growth of %s", e.ID, e.Unit)
	}
}

// sharedNames are the names that belong to several entries. The first entry in
// the file wins.
var sharedNames = map[string]string{
	"gdp": "grp gdp",
}

func TestSharedNames(t *testing.T) {
	owners := map[string][]string{}
	official := map[string]string{}
	for _, e := range entries(t) {
		mine := map[string]bool{}
		for i, n := range append([]string{e.Name.ZH, e.Name.EN}, e.Aliases...) {
			k := string(fold(nil, n))
			if i < 2 {
				if o := official[k]; o != "" {
					t.Errorf("%s is the official name of %s and %s", n, o, e.ID)
				}
				official[k] = e.ID
			}
			if mine[k] {
				t.Errorf("%s: %q only repeats another of its names", e.ID, n)
			}
			mine[k] = true
		}
		for k := range mine {
			owners[k] = append(owners[k], e.ID)
		}
	}
	got := map[string]string{}
	for k, ids := range owners {
		if len(ids) > 1 {
			got[k] = strings.Join(ids, " ")
		}
	}
	if !maps.Equal(got, sharedNames) {
		for _, k := range slices.Sorted(maps.Keys(got)) {
			if got[k] != sharedNames[k] {
				t.Errorf("%s belongs to %s", k, got[k])
			}
		}
		for k := range sharedNames {
			if got[k] == "" {
				t.Errorf("%s belongs to one entry only", k)
			}
		}
	}
}

// Every name of every entry leads back to it.
func TestEveryNameIsFound(t *testing.T) {
	g := Builtin()
	for _, e := range entries(t) {
		for i, n := range append([]string{e.Name.ZH, e.Name.EN}, e.Aliases...) {
			got, m := g.Find(n)
			switch {
			case got.ID == e.ID && (i < 2 && m == Exact || i >= 2 && m == Alias):
			case sharedNames[string(fold(nil, n))] != "" && m != None:
			default:
				t.Errorf("%s: %q leads to %q, %s", e.ID, n, got.ID, m)
			}
		}
	}
}

func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		es, err := parse(builtinTSV)
		if err != nil {
			b.Fatal(err)
		}
		index(es, nil)
	}
}
