package glossary

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"jianbao/internal/indicator"
)

func TestParse(t *testing.T) {
	const table = "# my terms\n\nzh\ten\taliases_zh\tunit\n夜间经济指数\tNight economy index\t夜经济|夜间指数\t\r\n\"净月\"\"三张牌\"\"\"\tThree strengths\t\t亿元\n"
	want := []Entry{
		{ID: "night-economy-index", Name: text("夜间经济指数", "Night economy index"), Aliases: []string{"夜经济", "夜间指数"}, Measure: indicator.Level, Basis: indicator.Flow, Direction: indicator.Neutral, Prices: indicator.UnknownPrices},
		{ID: "three-strengths", Name: text(`净月"三张牌"`, "Three strengths"), Aliases: []string{}, Unit: "亿元", Measure: indicator.Level, Basis: indicator.Flow, Direction: indicator.Neutral, Prices: indicator.UnknownPrices},
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{"UTF-8": table, "with a mark": "\uFEFF" + table, "UTF-16": utf16, "GB 18030": gbk} {
		got, err := Parse(strings.NewReader(s))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	head := "id\tzh\ten\tmeasure\tbasis\tdirection\tprices\n"
	for _, tc := range []struct{ table, want string }{
		{"a,b,c\n", "line 1: the heads must name the columns zh and en, parted by tabs"},
		{"# only a comment\n\nid\tzh\n", "line 3: the heads must name the columns zh and en, parted by tabs"},
		{"zh\ten\tcolour\n甲\tAlpha\tred\n", "line 1, column colour: there is no such column"},
		{head + "a\t\tAlpha\n", "line 2, column zh: the Chinese name is missing"},
		{head + "a\t甲\n", "line 2, column en: the English name is missing"},
		{head + "a\t甲\t阿尔法\n", "line 2, column en: the English name has Chinese characters"},
		{head + "A B\t甲\tAlpha\n", "line 2, column id: an id is made of a-z, 0-9 and single hyphens"},
		{head + "a\t甲\tAlpha\tsize\n", `line 2, column measure: "size" is none of the words that may stand here`},
		{head + "a\t甲\tAlpha\tlevel\tnow\n", `line 2, column basis: "now" is none of the words that may stand here`},
		{head + "a\t甲\tAlpha\tlevel\tflow\tleft\n", `line 2, column direction: "left" is none of the words that may stand here`},
		{head + "a\t甲\tAlpha\tlevel\tflow\tup\tlow\n", `line 2, column prices: "low" is none of the words that may stand here`},
		{head + "a\t甲\tAlpha\n\na\t乙\tBeta\n", "line 4, column id: a stands in line 2 already"},
	} {
		_, err := Parse(strings.NewReader(tc.table))
		var at *ParseError
		if err == nil || err.Error() != tc.want || !errors.As(err, &at) || at.Line == 0 {
			t.Errorf("%q: %v; want %s", tc.table, err, tc.want)
		}
	}
	es, err := Parse(strings.NewReader(head + "a\t甲\tAlpha\nb\t乙\nc\t丙\tGamma\n-\t丁\tDelta\n"))
	if err == nil || strings.Count(err.Error(), "line") != 2 || len(es) != 2 {
		t.Errorf("%d entries, %v; want those that are right and both errors", len(es), err)
	}
}

func TestParseEmpty(t *testing.T) {
	if es, err := Parse(strings.NewReader("")); len(es) != 0 || err != nil {
		t.Errorf("%v, %v", es, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("zh\ten\n甲\tAlpha\n"))
	f.Add([]byte("\xff\xfez\x00h\x00\t\x00e\x00n\x00\n\x00"))
	f.Add([]byte("zh\ten\tid\n\"甲\t\"\"\t-\n"))
	f.Add([]byte("zh\ten\taliases_zh\n甲\t!\t|||\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		es, err := Parse(strings.NewReader(string(data)))
		if err != nil && len(err.Error()) == 0 {
			t.Error("an error without words")
		}
		g := Builtin().With(es)
		for i := range es {
			e := &es[i]
			if !isSlug(e.ID) || e.Name.ZH == "" || e.Name.EN == "" {
				t.Errorf("entry %+v", e)
			}
			if got, m := g.Find(e.Name.ZH); m != None && got.ID == "" {
				t.Errorf("%q leads to nothing", e.Name.ZH)
			}
		}
	})
}
