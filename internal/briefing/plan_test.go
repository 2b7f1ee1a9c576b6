package briefing

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// planned is a plan of 2021–2025 after three years, on an indicator with the
// values of 2020 to 2023.
func planned(s indicator.Series, b indicator.Bound, v string) *indicator.Dataset {
	t := target(s.ID, 2025, indicator.RateTarget, b, v)
	t.From = 2021
	return &indicator.Dataset{Info: indicator.Info{Period: indicator.Year(2023)}, Series: []indicator.Series{s}, Targets: []indicator.Target{t}}
}

// The path of a plan says where it stands in numbers; what is to be kept all the
// way stands across it.
func TestPlanPath(t *testing.T) {
	rate := func(unit, a, b string) indicator.Series {
		s := series("x", "甲", "Alpha", unit, "2020 "+a, "2021 "+a, "2022 "+b, "2023 "+b)
		s.Measure = indicator.Rate
		return s
	}
	for _, c := range []struct {
		s      indicator.Series
		bound  indicator.Bound
		value  string
		title  Text
		across string
	}{
		{rate("岁|years", "77.9", "78.65"), indicator.AtLeast, "79.5", both("甲78.65岁，低于应达到的78.86岁", "Alpha: 78.65 years, below the 78.86 years due"), ""},
		{rate("%|%", "60", "63.5"), indicator.AtLeast, "65", both("甲63.5%，高于应达到的63.0%", "Alpha: 63.5%, above the 63.0% due"), ""},
		{rate("%|%", "60", "63"), indicator.AtLeast, "65", both("甲63.0%，与应达到的63.0%持平", "Alpha: 63.0%, in line with the 63.0% due"), ""},
		{rate("%|%", "5.4", "5.2"), indicator.AtMost, "5.5", both("甲5.2%，低于上限5.5%", "Alpha: 5.2%, below the ceiling of 5.5%"), "目标5.5%以内"},
		{rate("%|%", "5.6", "5.2"), indicator.AtMost, "5.5", both("甲5.2%，低于上限5.5%", "Alpha: 5.2%, below the ceiling of 5.5%"), "目标5.5%以内"},
		{rate("%|%", "5.4", "5.7"), indicator.AtMost, "5.5", both("甲5.7%，高于上限5.5%", "Alpha: 5.7%, above the ceiling of 5.5%"), "目标5.5%以内"},
		{rate("%|%", "55.1", "55.9"), indicator.AtLeast, "55", both("甲55.9%，高于下限55.0%", "Alpha: 55.9%, above the floor of 55.0%"), "目标55%以上"},
	} {
		d := planned(c.s, c.bound, c.value)
		comp := newComposer(d, Options{})
		it := comp.items[0]
		f := comp.planPath(it, it.long[0])
		if f == nil {
			t.Fatalf("%s: no path", c.title.ZH)
		}
		chart := f.Chart.(*Lines)
		across := ""
		if chart.Target != nil {
			across = unmarked(chart.Target.Label).ZH
		}
		if unmarked(f.Title) != c.title || across != c.across || (across == "") != (len(chart.Series) == 2) {
			t.Errorf("got %v, across %q, %d lines; want %v, %q", unmarked(f.Title), across, len(chart.Series), c.title, c.across)
		}
	}
}

// Up to four targets of a plan have a path each, more stand in one figure.
func TestPlanProgress(t *testing.T) {
	for _, n := range []int{4, 5} {
		d := &indicator.Dataset{Info: indicator.Info{Period: indicator.Year(2023)}}
		for i := range n {
			s := series(fmt.Sprintf("s%d", i), fmt.Sprintf("指标%c", 'A'+i), fmt.Sprintf("Indicator %c", 'A'+i), "%|%", "2020 60", "2021 61", "2022 62", "2023 63.2")
			s.Measure = indicator.Share
			one := planned(s, indicator.AtLeast, "65")
			if i == 0 {
				one.Targets[0].Value = dec("70")
			}
			one.Targets[0].Cell.Addr = fmt.Sprintf("C%d", i+2)
			d.Series, d.Targets = append(d.Series, one.Series...), append(d.Targets, one.Targets...)
		}
		comp := newComposer(d, Options{})
		all, half := comp.planPictures()
		if n == 4 {
			if all != nil || len(half) != 4 {
				t.Errorf("%d targets: %v, %d paths", n, all, len(half))
			}
			continue
		}
		if all == nil || len(half) != 0 || all.Chart.(*Targets).Form != FormDumbbells {
			t.Fatalf("%d targets: %v, %d paths", n, all, len(half))
		}
		if want := both("五项规划目标中四项达到进度，指标A落后", "Four of five targets of the plan on track or ahead, indicator A behind"); unmarked(all.Title) != want {
			t.Errorf("%v", unmarked(all.Title))
		}
		row := all.Chart.(*Targets).Rows[0]
		if got := unmarked(row.Target.Label); got != both("应达到66.0%", "66.0% due") || unmarked(row.Gap) != both("低2.8个百分点", "2.8 pp below") || row.Target.Value != 0 {
			t.Errorf("%v, %v, %v", got, unmarked(row.Gap), row.Target.Value)
		}
		if _, err := Compose(d, Options{}); err != nil {
			t.Error(err)
		}
	}
}

// A single wish for the year to come makes no plan; a number does, and so do two
// wishes.
func TestPlanYear(t *testing.T) {
	wish := target("a", 2024, indicator.GrowthTarget, indicator.TextOnly, "")
	wish.Text = both("保持合理增长", "to grow reasonably")
	other := wish
	other.Series = "b"
	for i, c := range []struct {
		targets []indicator.Target
		want    int
	}{
		{[]indicator.Target{wish}, 0}, {[]indicator.Target{wish, other}, 2024}, {[]indicator.Target{target("a", 2024, indicator.GrowthTarget, indicator.AtLeast, "5")}, 2024}, {nil, 0},
	} {
		d := &indicator.Dataset{Targets: c.targets, Series: []indicator.Series{series("a", "甲", "Alpha", "亿元|RMB 100 million", "2022 1", "2023 2"), series("b", "乙", "Beta", "亿元|RMB 100 million", "2022 1", "2023 2")}}
		if got := newComposer(d, Options{}).planYear(); got != c.want {
			t.Errorf("%d: %d, want %d", i, got, c.want)
		}
		if _, err := Compose(d, Options{}); err != nil {
			t.Error(err)
		}
	}
}

// The figure of a plan counts what it draws, and names what is highest only where
// that stands out; targets for levels and rates are told in words.
func TestPlanTitle(t *testing.T) {
	for _, c := range []struct {
		targets string // of indicators A, B, …: growth, or a level where it begins with L
		title   Text
		rest    string
	}{
		{"7 5 3", both("2024年三项增速目标中，指标A最高（7%以上）", "Indicator A has the highest of three growth targets for 2024 (7% or more)"), ""},
		{"3 7 7 L1.5", both("2024年三项增速目标中，指标B和指标C最高（7%以上）", "Indicator B and indicator C have the highest of three growth targets for 2024 (7% or more)"), "；其余一项总量或比率目标见表"},
		{"7 7 7 3", both("2024年四项增速目标", "Four growth targets for 2024"), ""},
		{"5 5", both("2024年两项增速目标", "Two growth targets for 2024"), ""},
		{"5 L1 L2", both("2024年指标A预期增长5%以上", "Growth of 5% or more in indicator A is planned for 2024"), "；其余两项总量或比率目标见表"},
	} {
		d := &indicator.Dataset{}
		for i, v := range strings.Fields(c.targets) {
			id := fmt.Sprintf("s%d", i)
			d.Series = append(d.Series, series(id, fmt.Sprintf("指标%c", 'A'+i), fmt.Sprintf("Indicator %c", 'A'+i), "亿元|RMB 100 million", "2023 60"))
			kind := indicator.GrowthTarget
			if strings.HasPrefix(v, "L") {
				kind = indicator.LevelTarget
			}
			x := target(id, 2024, kind, indicator.AtLeast, strings.TrimPrefix(v, "L"))
			x.Cell.Addr = fmt.Sprintf("C%d", i+2)
			d.Targets = append(d.Targets, x)
		}
		comp := newComposer(d, Options{})
		f := comp.planFigure(comp.planRows())
		if got := unmarked(f.Title); got != c.title || !strings.HasSuffix(unmarked(f.Description).ZH, "（%）"+c.rest) {
			t.Errorf("%s: %v, %s", c.targets, got, f.Description.ZH)
		}
		if _, err := Compose(d, Options{}); err != nil {
			t.Error(err)
		}
	}
}
