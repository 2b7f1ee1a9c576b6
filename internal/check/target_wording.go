package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
		if said := c.boundOf(x.text, x.lang, t); said != "" && said != t.Bound && t.Bound != indicator.Between {
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
	for _, w := range want {
		if !slices.ContainsFunc(found, func(n numeral.Number) bool { return c.is(n, w, t) }) {
			return false
		}
	}
	return true
}

// is reports that a number of a wording is w, a value of the target.
func (c *checker) is(n numeral.Number, w decimal.Decimal, t indicator.Target) bool {
	scale := int32(0)
	if s := c.d.Find(t.Series); s != nil && t.Kind == indicator.LevelTarget {
		scale = int32(max(s.Unit.Scale, 0))
	}
	return n.Scale == 0 && n.Value.Abs().Equal(w.Abs()) || n.Full.Abs().Equal(w.Abs().Shift(scale))
}

// bounds are the words for a bound: before the number, or after it and its unit.
var bounds = [...]struct {
	bound         indicator.Bound
	before, after *regexp.Regexp
}{
	{indicator.About, regexp.MustCompile(`\b(about|around|roughly)\s*$`), regexp.MustCompile(`^(左右|上下)|^ or so\b`)},
	{indicator.AtLeast, regexp.MustCompile(`(不低于|不少于|不小于|\bat least|\bno less than|\bno lower than|\bnot less than)\s*$`), regexp.MustCompile(`^[及或]?以上|^ or (more|above|higher)\b`)},
	{indicator.AtMost, regexp.MustCompile(`(不超过|不高于|不大于|\bat most|\bno more than|\bno higher than|\bnot more than|\bup to)\s*$`), regexp.MustCompile(`^[及或]?(以内|以下)|^ or (less|below|lower)\b`)},
}

var (
	currencyBefore = regexp.MustCompile(`(?i)(rmb|us\$|\$|人民币)\s*$`)
	unitAfter      = regexp.MustCompile(`^\s?(?:(?:hundred )?(?:thousand|[mbtr]+illion)\s?)?(?:%|％|个百分点|percent|per cent|\p{Han}{0,4}?)`)
)

// boundOf is how a wording binds the number of its target; "" where it does not
// say, or says more than one thing.
func (c *checker) boundOf(s string, lang numeral.Lang, t indicator.Target) indicator.Bound {
	s = strings.ToLower(s)
	var out indicator.Bound
	for _, n := range numeral.Find(s, lang) {
		if !c.is(n, t.Value, t) {
			continue
		}
		before := currencyBefore.ReplaceAllString(s[:n.From], "")
		for _, b := range bounds {
			if !b.before.MatchString(before) && !follows(b.after, s[n.To:]) {
				continue
			}
			if out != "" && out != b.bound {
				return ""
			}
			out = b.bound
		}
	}
	return out
}

// follows reports that the words stand after at most a scale and a unit of up to
// four characters; 规模以上 is the name of a group.
func follows(words *regexp.Regexp, rest string) bool {
	unit := unitAfter.FindString(rest)
	for skipped := 0; skipped <= 5; skipped++ {
		if words.MatchString(rest[len(unit):]) {
			return !strings.HasSuffix(unit, "规模") && !strings.HasSuffix(unit, "限额")
		}
		r, size := utf8.DecodeRuneInString(rest[len(unit):])
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		unit = rest[:len(unit)+size]
	}
	return false
}
