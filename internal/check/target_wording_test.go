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
		{indicator.LevelTarget, indicator.AtLeast, "500", "", "不低于500亿元", "RMB 50 billion or more", false},
		{indicator.LevelTarget, indicator.AtMost, "500", "", "不低于500亿元", "", true},
		{indicator.LevelTarget, indicator.AtLeast, "500", "", "", "at most RMB 50 billion", true},
		{indicator.LevelTarget, indicator.AtLeast, "500", "", "500亿元以内", "", true},
		{indicator.LevelTarget, indicator.Exactly, "500", "", "500亿元及以上", "", true},
		{indicator.GrowthTarget, indicator.AtLeast, "7", "", "规模以上工业增加值增长7%", "", false},
		{indicator.GrowthTarget, indicator.About, "7", "", "规模以上工业增加值增长7%", "", false},
		{indicator.LevelTarget, indicator.Exactly, "20", "", "5000万元以上项目20个", "", false},
		{indicator.LevelTarget, indicator.Exactly, "20", "", "培育20个规模以上企业", "", false},
		{indicator.LevelTarget, indicator.AtMost, "20", "", "培育20个以上", "", true},
		{indicator.GrowthTarget, indicator.About, "3", "", "控制在3%左右", "around 3%", false},
		{indicator.GrowthTarget, indicator.AtLeast, "7", "", "7%以上、确保7%左右", "", false}, // it says both
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
