package check

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/numeral"
)

// targetWording holds the number and the bound of a target against its own
// wording: 7 against “8%左右”.
func (c *checker) targetWording(t indicator.Target, n indicator.Text) {
	if !t.Bound.HasValue() || t.Text.IsZero() {
		return
	}
	for _, x := range [...]struct {
		text string
		lang numeral.Lang
	}{{t.Text.ZH, numeral.Chinese}, {t.Text.EN, numeral.English}} {
		if x.text == "" {
			continue
		}
		if found := numeral.Find(x.text, x.lang); len(found) > 0 && !c.states(found, t) {
			want := t.Value.String()
			if t.Bound == indicator.Between {
				want += "—" + t.Upper.String()
			}
			c.add(diagnostic.Warning, "target-wording", t.Cell,
				fmt.Sprintf("“%s”%d年的目标值为%s，而表述为“%s”；请核对哪个有误。", n.ZH, t.Year, want, short(x.text)),
				fmt.Sprintf("the target of “%s” for %d is %s, but it is worded “%s”; check which is wrong.", n.EN, t.Year, want, short(x.text)))
			return
		}
		if said := boundOf(x.text); said != "" && said != t.Bound && t.Bound != indicator.Between {
			c.add(diagnostic.Warning, "target-wording", t.Cell,
				fmt.Sprintf("“%s”%d年目标的约束与表述“%s”不一致；请核对约束。", n.ZH, t.Year, short(x.text)),
				fmt.Sprintf("the bound of the target of “%s” for %d is not that of its wording, “%s”; check the bound.", n.EN, t.Year, short(x.text)))
			return
		}
	}
}

// states reports whether the numbers of a wording have that of the target, with
// or without the scale of its unit and the sign that a word such as 下降 gives.
func (c *checker) states(found []numeral.Number, t indicator.Target) bool {
	want := []decimal.Decimal{t.Value}
	if t.Bound == indicator.Between {
		want = append(want, t.Upper)
	}
	scale := int32(0)
	if s := c.d.Find(t.Series); s != nil && t.Kind == indicator.LevelTarget {
		scale = int32(max(s.Unit.Scale, 0))
	}
	for _, w := range want {
		ok := false
		for _, f := range found {
			ok = ok || f.Scale == 0 && f.Value.Abs().Equal(w.Abs()) || f.Full.Abs().Equal(w.Abs().Shift(scale))
		}
		if !ok {
			return false
		}
	}
	return true
}

// boundOf is how a wording binds; "" where it does not say, or says more than
// one thing.
func boundOf(s string) indicator.Bound {
	s = strings.ToLower(s)
	var out indicator.Bound
	for _, w := range [...]struct {
		words string
		bound indicator.Bound
	}{
		{"左右 about around roughly", indicator.About},
		{"以上 不低于 不少于 at_least or_more no_less", indicator.AtLeast},
		{"以内 以下 不超过 不高于 控制在 at_most or_less no_more no_higher", indicator.AtMost},
	} {
		for _, word := range strings.Fields(w.words) {
			if strings.Contains(s, strings.ReplaceAll(word, "_", " ")) {
				if out != "" && out != w.bound {
					return ""
				}
				out = w.bound
			}
		}
	}
	return out
}
