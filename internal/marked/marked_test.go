package marked

import (
	"reflect"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		in    string
		plain string
		spans []Span
	}{
		{"no mark", "no mark", nil},
		{"up " + Number(7, "7.2") + "%", "up 7.2%", []Span{{3, 6, 7}}},
		{Number(0, "1") + "—" + Number(300, "11") + "月", "1—11月", []Span{{0, 1, 0}, {4, 6, 300}}},
		{Number(1, ""), "", nil},
		{Number(5, "a"+Number(6, "1")+"b"), "a1b", []Span{{1, 2, 6}}},
		{"cut " + Number(65536, "12")[:9], "cut ", nil},
		{"\xff" + Number(1, "2"), "\xff2", []Span{{1, 2, 1}}},
	} {
		plain, spans := Split(c.in)
		if plain != c.plain || !reflect.DeepEqual(spans, c.spans) {
			t.Errorf("%q: %q %v, want %q %v", c.in, plain, spans, c.plain, c.spans)
		}
		if Plain(c.in) != c.plain {
			t.Errorf("Plain(%q) = %q", c.in, Plain(c.in))
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("增长", "7.2", "%", 3)
	f.Add("", "1", "", 1<<20)
	f.Fuzz(func(t *testing.T, before, number, after string, id int) {
		if id < 0 || Has(before+number+after) || strings.ContainsRune(before+number+after, shut) || number == "" {
			return
		}
		for _, r := range before + number + after {
			if r >= zero && r < zero+base {
				return
			}
		}
		plain, spans := Split(before + Number(id, number) + after)
		want := []Span{{len(before), len(before) + len(number), id}}
		if plain != before+number+after || !reflect.DeepEqual(spans, want) {
			t.Errorf("%q %v, want %v", plain, spans, want)
		}
	})
}
