package sources

import (
	"testing"

	"jianbao/internal/indicator"
)

// Industries of which growth alone is published are parts of all industry, and
// the shares beside their growth are named so.
func TestPartsByGrowth(t *testing.T) {
	d, list := readTest("a.csv", []byte("2024年1—7月分行业规模以上工业增加值增速,,\n行业,累计同比%,比重%\n规模以上工业,4.7,100\n  其中：纺织业,-11.9,4.4\n  汽车制造业,19.3,8.3\n"))
	if d == nil {
		t.Fatal(list)
	}
	got := map[string]indicator.Series{}
	for _, s := range d.Series {
		got[string(s.Measure)+" "+s.Name.ZH] = s
	}
	whole := got["growth 规模以上工业"]
	for _, n := range []string{"纺织业", "汽车制造业"} {
		if s := got["growth 规模以上工业（"+n+"）"]; s.Parent != whole.ID || s.Parent == "" {
			t.Errorf("%s is a part of %q, not of %q", n, s.Parent, whole.ID)
		}
		if s, ok := got["share 规模以上工业（"+n+"）（比重）"]; !ok || s.Measure != indicator.Share {
			t.Errorf("no share of %s: %v", n, s)
		}
	}
	if len(d.Series) != 6 {
		t.Errorf("%d series", len(d.Series))
	}
}
