package typeset

import (
	"math"
	"slices"
	"sort"
	"strings"
	"testing"

	"jianbao/fonts"
)

// Headings break between words where that costs little, and leave no word alone.
func TestLabels(t *testing.T) {
	for _, tc := range []struct {
		want  string
		width float64
	}{
		{"上半年东区规模以上|工业增加值实际增长|6.5%，总体平稳", 120},
		{"全区社会消费品零售总额|今年以来首次下降", 120},
		{"信息传输、软件和|信息技术服务业", 115},
		{"Industrial growth in the first |half year remained steady", 152},
	} {
		text := strings.ReplaceAll(tc.want, "|", "")
		if got := strings.Join(lines(text, tc.width, Options{}), "|"); got != tc.want {
			t.Errorf("at %v\n got %s\nwant %s", tc.width, got, tc.want)
		}
	}
}

func TestStatisticalWords(t *testing.T) {
	var all []string
	for _, list := range statistical.by {
		all = append(all, list...)
	}
	sort.Strings(all)
	if len(all) >= 120 || len(slices.Compact(all)) != len(all) {
		t.Errorf("%d words, or some twice", len(all))
	}
}

// 〔2024〕12号 is set closed (GB/T 9704), other brackets and numbers are not.
func TestDocumentNumber(t *testing.T) {
	sum := func(s string) float64 { return fonts.Builtin().Width(fonts.Regular, s, 10) }
	for s, want := range map[string]float64{
		"国发〔2024〕12号":  sum("国发〔2024〕12号") - 2*5,
		"国发〔2024〕第12号": sum("国发〔2024〕第12号") - 2*5,
		"地铁6号线":        sum("地铁6号线") + 2*2.5,
	} {
		if got := Width(fonts.Builtin(), ten, s); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v wide, want %v", s, got, want)
		}
	}
}
