package sources

import (
	"strings"

	"jianbao/sources/layout"
)

// chooseArea settles which area the briefing is about and puts the figures of
// others aside.
func (a *adopter) chooseArea() {
	wanted := a.opt.area()
	none := false // some figures name no area
	for _, d := range a.drafts {
		none = none || d.area == ""
	}
	switch {
	case wanted != "" && len(a.areas) > 0:
		a.area = ""
		for _, s := range a.areas {
			if fold(s) == fold(wanted) {
				a.area = s
			}
		}
		if a.area == "" {
			a.errorf("unknown-area", a.at("", ""),
				"表中没有地区“%[1]s”；有：%[2]s。请用 --area 或配置文件中的 area 指定其中之一。",
				"there is no area “%[1]s” in the tables; there are: %[2]s. Name one of them with --area or as area in the profile.",
				wanted, listSome(a.areas, 12))
			a.area = wanted
		}
	case len(a.areas) == 1:
		a.area = a.areas[0]
	case len(a.areas) > 1:
		a.area = a.mainArea(none)
		if a.area == "" {
			a.warnf("area-choice", a.at("", ""),
				"表中另有 %[1]d 个地区的数据（%[2]s），简报使用未分地区的数据；要用某个地区，请用 --area 或配置文件中的 area 指定。",
				"there are also figures of %[1]d areas (%[2]s); the briefing uses those that name no area. To brief on one of them, name it with --area or as area in the profile.",
				len(a.areas), listSome(a.areas, 8))
		} else {
			a.warnf("area-choice", a.at("", ""),
				"表中有 %[1]d 个地区（%[2]s），已采用“%[3]s”；要用其他地区，请用 --area 或配置文件中的 area 指定。",
				"there are %[1]d areas (%[2]s), of which “%[3]s” was taken. For another, name it with --area or as area in the profile.",
				len(a.areas), listSome(a.areas, 8), a.area)
		}
	}
	kept := a.drafts[:0]
	for _, d := range a.drafts {
		if d.area == "" && (wanted == "" || len(a.areas) == 0 || layout.IsWhole(a.area)) || d.area == a.area {
			kept = append(kept, d)
			continue
		}
		for _, o := range d.obs {
			if o.Status.HasValue() {
				a.explainCell(o.Cell, "other-area")
			}
		}
	}
	a.drafts = kept
	goals := a.goals[:0]
	for _, g := range a.goals {
		if g.fact.Area == "" || g.fact.Area == a.area {
			goals = append(goals, g)
		} else if g.fact.Status.HasValue() {
			a.explain(g.sheet, g.fact.Cell.Col, g.fact.Cell.Row, "other-area")
		}
	}
	a.goals = goals
}

// mainArea is the area that stands for the whole; "" where figures without an
// area do.
func (a *adopter) mainArea(none bool) string {
	if s := a.titleArea(); s != "" {
		return s
	}
	for _, lead := range []string{"本", "全镇", "全县", "全区", "全旗", "全市", "全州", "全省", ""} { // the nearest to home
		for _, s := range a.areas {
			if layout.IsWhole(s) && strings.HasPrefix(s, lead) {
				return s
			}
		}
	}
	for _, s := range a.areas { // the title names it
		for _, t := range a.tables {
			if t.Facts > 0 && t.Context.Area == s {
				return s
			}
		}
	}
	if none {
		return ""
	}
	for _, s := range a.areas {
		if s == "中国" || strings.EqualFold(s, "China") || strings.HasPrefix(s, "China (") || strings.HasPrefix(s, "China, People") {
			return s
		}
	}
	return a.areas[0]
}

// titleArea is the area, the only one of those in the tables, with which a title
// starts: 岚阳与周边城市主要指标对比.
func (a *adopter) titleArea() (found string) {
	for _, t := range a.used() {
		for _, s := range a.areas {
			stem := s
			if r := []rune(s); len(r) > 2 {
				stem = strings.TrimRight(s, "省市区县州旗")
			}
			if len([]rune(stem)) < 2 || layout.IsWhole(s) || !strings.HasPrefix(t.Context.Title, stem) || s == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = s
		}
	}
	return found
}

func listSome(list []string, n int) string {
	var b strings.Builder
	for i, s := range list {
		if i == n {
			return b.String() + " …"
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(quote(s))
	}
	return b.String()
}
