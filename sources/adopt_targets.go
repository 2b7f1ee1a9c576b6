package sources

import (
	"regexp"
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
)

// setTargets makes targets of what stands in columns of targets.
func (a *adopter) setTargets() {
	for _, g := range a.goals {
		f := &g.fact
		at := a.at(g.sheet, address(f.Cell.Col, f.Cell.Row))
		s := a.seriesOf(f.Item, f.Table)
		year := f.Label.When.Year
		if year == 0 {
			year = f.Table.Context.When.Year
		}
		if year == 0 && !f.Period.IsZero() {
			year = f.Period.Year()
		}
		if !f.Status.HasValue() {
			continue
		}
		if s == nil || year == 0 {
			a.explain(g.sheet, f.Cell.Col, f.Cell.Row, "target")
			continue
		}
		from := 0
		if last := f.Label.When.LastYear; last > year { // 2021—2025年目标
			from, year = year, last
		}
		t := indicator.Target{Series: s.ID, From: from, Year: year, Cell: at, Bound: indicator.Exactly, Value: f.Value}
		if f.Text != "" {
			parsed, ok := parseGoal(f.Text)
			if ok {
				t.Bound, t.Value, t.Upper = parsed.Bound, parsed.Value, parsed.Upper
			} else {
				t.Bound = indicator.TextOnly
			}
			if !ok || insisting.MatchString(f.Text) { // 6%左右 is said by bound and value, in both languages
				t.Text = indicator.Text{ZH: f.Text}
			}
		}
		percent := f.Unit == "%" || strings.ContainsAny(f.Text, "%％")
		growth := percent || f.Label.Measure == indicator.Growth
		if growth && !strings.ContainsAny(f.Text, "%％") && amountLike(s, t.Value) {
			growth = false
			a.warnf("target-kind", at,
				"目标“%[1]s”在增速栏，但与“%[2]s”的水平值相近，按水平目标理解；如不对，请在该格写明%%。",
				"the target %[1]s stands in a column of growth but is of the size of “%[3]s” itself; it is taken for a level. Write %% into the cell if that is wrong.",
				t.Value, either(s.Name.ZH, s.Name.EN), either(s.Name.EN, s.Name.ZH))
		}
		t.Kind = targetKind(s, growth)
		if n := a.names[f.Item]; n != nil && n.match != glossary.None && n.entry.Group.ZH == "价格" && (t.Bound == indicator.About || t.Bound == indicator.Exactly) && t.Kind != indicator.LevelTarget {
			t.Bound = indicator.AtMost
			a.infof("price-ceiling", at,
				"“%[1]s”是价格指标，目标按上限理解：低于目标即为完成。", "“%[2]s” is a price: its target is taken for a ceiling, below which it is met.",
				either(s.Name.ZH, s.Name.EN), either(s.Name.EN, s.Name.ZH))
		}
		if s.Measure == indicator.Growth && s.Of != "" {
			t.Series = s.Of
		}
		a.data.Targets = append(a.data.Targets, t)
	}
}

// insisting are words of a target beyond its bound.
var insisting = regexp.MustCompile(`力争|确保|努力|争取|全省|全国|同步|高于`)

// amountLike reports whether a target that should be a rate of growth is rather
// of the size of the level itself: 粮食产量 126 beside 127.8.
func amountLike(s *indicator.Series, v indicator.Decimal) bool {
	if s.Measure != indicator.Level || v.LessThan(newInt(30)) {
		return false
	}
	o, ok := s.Latest()
	return ok && o.Value.Sign() > 0 && v.GreaterThan(o.Value.Div(newInt(2))) && v.LessThan(o.Value.Mul(newInt(2)))
}

// targetKind is what a target of a series is set for.
func targetKind(s *indicator.Series, percent bool) indicator.TargetKind {
	switch {
	case s.Measure == indicator.Growth, s.Measure == indicator.Level && percent && !s.Unit.IsPercent():
		return indicator.GrowthTarget
	case s.Measure == indicator.Level:
		return indicator.LevelTarget
	}
	return indicator.RateTarget
}

var (
	goalRange = regexp.MustCompile(`^\D*?(-?[\d.]+)\s*[%％]?\s*(?:-|–|—|~|～|至|到)\s*(-?[\d.]+)\s*[%％]?\D*$`)
	goalValue = regexp.MustCompile(`-?\d[\d,]*(?:\.\d+)?`)
)

// parseGoal reads a target as people word it: 6%左右, 增长6%以上, 控制在3%以内, 6.5—7%.
func parseGoal(s string) (indicator.Target, bool) {
	var t indicator.Target
	n := foldWidth(strings.TrimSpace(s))
	if m := goalRange.FindStringSubmatch(n); m != nil {
		v, err1 := newDecimal(m[1])
		u, err2 := newDecimal(m[2])
		if err1 == nil && err2 == nil && u.GreaterThan(v) {
			t.Bound, t.Value, t.Upper = indicator.Between, v, u
			return t, true
		}
	}
	found := goalValue.FindAllString(n, 2)
	if len(found) != 1 {
		return t, false
	}
	v, err := newDecimal(strings.ReplaceAll(found[0], ",", ""))
	if err != nil {
		return t, false
	}
	t.Value, t.Bound = v, indicator.Exactly
	for _, w := range []struct {
		words string
		bound indicator.Bound
	}{
		{"左右 约 about around ~", indicator.About},
		{"以上 不低于 不少于 高于 超过 力争 至少 ≥ 以上。 at_least over above >", indicator.AtLeast},
		{"以内 以下 不超过 不高于 低于 控制在 ≤ at_most below within under <", indicator.AtMost},
	} {
		for _, x := range strings.Fields(w.words) {
			if strings.Contains(strings.ToLower(n), strings.ReplaceAll(x, "_", " ")) {
				t.Bound = w.bound
				return t, true
			}
		}
	}
	return t, true
}
