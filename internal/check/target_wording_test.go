package check

import (
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

func TestTargetWording(t *testing.T) {
	unit := indicator.ParseUnit(indicator.Text{ZH: "亿元"})
	for _, c := range []struct {
		kind       indicator.TargetKind
		bound      indicator.Bound
		value, top string
		zh, en     string
		wrong      bool
	}{
		{indicator.GrowthTarget, indicator.About, "7", "", "增长7%左右", "about 7%", false},
		{indicator.GrowthTarget, indicator.About, "7", "", "增长8%左右", "", true},
		{indicator.GrowthTarget, indicator.AtLeast, "7", "", "增长7%左右", "", true},
		{indicator.GrowthTarget, indicator.AtLeast, "7", "", "力争增长7%", "", false},
		{indicator.GrowthTarget, indicator.Exactly, "-2", "", "下降2%", "a fall of 2%", false},
		{indicator.GrowthTarget, indicator.Between, "5", "6", "增长5%—6%", "growth of 5–6%", false},
		{indicator.GrowthTarget, indicator.Between, "5", "6.5", "增长5%—6%", "", true},
		{indicator.LevelTarget, indicator.Exactly, "500", "", "达到500亿元", "RMB 50 billion", false},
		{indicator.LevelTarget, indicator.Exactly, "500", "", "达到500亿元", "RMB 500 billion", true},
		{indicator.LevelTarget, indicator.Exactly, "500", "", "再上新台阶", "", false},
		{indicator.LevelTarget, indicator.AtMost, "500", "", "控制在500亿元以内", "no more than RMB 50 billion", false},
	} {
		x := indicator.Target{Series: "a", Year: 2024, Kind: c.kind, Bound: c.bound, Value: decimal.RequireFromString(c.value), Text: indicator.Text{ZH: c.zh, EN: c.en}}
		if c.top != "" {
			x.Upper = decimal.RequireFromString(c.top)
		}
		d := &indicator.Dataset{Series: []indicator.Series{{ID: "a", Name: indicator.Text{ZH: "甲", EN: "A"}, Unit: unit, Measure: indicator.Level}}, Targets: []indicator.Target{x}}
		found := false
		for _, f := range Dataset(d) {
			found = found || f.Code == "target-wording"
		}
		if found != c.wrong {
			t.Errorf("%s %s against %q | %q: found %v", c.bound, c.value, c.zh, c.en, found)
		}
	}
}
