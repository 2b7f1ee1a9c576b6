package sources

import (
	"regexp"
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// isStock reports whether an item is known to be of a moment: then so are its
// parts.
func (a *adopter) isStock(it *layout.Item) bool {
	n := a.names[it]
	return n.match != glossary.None && n.entry.Basis == indicator.Stock || n.match == glossary.None && stockName(n.written)
}

// unitOf is the unit of a draft.
func unitOf(d *draft) indicator.Unit {
	if d.unit.Text.IsZero() && d.draftKey.unit != "" {
		d.unit = readUnit(d.draftKey.unit, d.scale)
	}
	return d.unit
}

// scaleWords are powers of ten that stand apart from their unit.
var scaleWords = map[int]string{2: "hundred", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}

func readUnit(s string, scale int) indicator.Unit {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "₹ ", "₹"), "₹", "INR ")
	if scale > 0 {
		if w := scaleWords[scale]; w != "" && !strings.Contains(strings.ToLower(s), w) {
			if u := indicator.ParseUnit(indicator.Text{EN: w + " " + lowerFirst(s)}); u.Base != "" {
				return completed(u)
			}
			return indicator.Unit{Text: indicator.Text{EN: w + " " + lowerFirst(s)}} // not known, but never without its scale
		}
	}
	if strings.HasSuffix(s, "=100") || strings.HasSuffix(s, "= 100") {
		return completed(indicator.ParseUnit(indicator.Text{ZH: s}))
	}
	if low := strings.ToLower(s); strings.HasPrefix(low, "percentage point") || strings.HasPrefix(low, "per cent point") {
		return completed(indicator.ParseUnit(indicator.Text{ZH: "百分点", EN: s}))
	}
	if strings.HasPrefix(s, "%") && len(s) > 1 && !hasHan(s) || strings.HasPrefix(strings.ToLower(s), "percent") {
		return indicator.Unit{Text: indicator.Text{ZH: "%", EN: s}, Base: "percent"}
	}
	if hasHan(s) || !strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return completed(indicator.ParseUnit(indicator.Text{ZH: s}))
	}
	if u := indicator.ParseUnit(indicator.Text{EN: s}); u.Base != "" || !leadingScale.MatchString(s) {
		return completed(u)
	}
	return indicator.Unit{Text: indicator.Text{EN: lowerFirst(s)}}
}

var leadingScale = regexp.MustCompile(`^(?:Thousand|Million|Billion|Trillion)`)

// completed supplies the unit in the other language.
func completed(u indicator.Unit) indicator.Unit {
	if u.Base == "percent" && u.Text.ZH == "" && u.Text.EN != "%" && strings.Contains(u.Text.EN, " ") {
		return u // % of GDP says more than %
	}
	if u.Base == "index" && u.Text.EN == "" {
		u.Text.EN = englishBase(u.Text.ZH)
	}
	if u.Text.EN == "" {
		u.Text.EN = indicator.EnglishUnit(u)
	}
	if u.Text.ZH == "" {
		u.Text.ZH = indicator.ChineseUnit(u)
	}
	return u
}

// englishBase is the base of an index in English: 上月=100 is previous month = 100.
func englishBase(zh string) string {
	base, _, ok := strings.Cut(zh, "=")
	if !ok {
		return ""
	}
	base = strings.TrimSuffix(strings.TrimSpace(base), "年")
	switch base {
	case "上":
		return "previous year = 100"
	case "上年同期":
		return "same period of the previous year = 100"
	case "上年同月":
		return "same month of the previous year = 100"
	case "上年同季":
		return "same quarter of the previous year = 100"
	case "上月":
		return "previous month = 100"
	case "上季", "上季度":
		return "previous quarter = 100"
	}
	if strings.Trim(base, "0123456789-/") == "" && base != "" {
		return base + " = 100"
	}
	return ""
}

// measureOfDraft tells what the numbers of a draft are.
func measureOfDraft(d *draft, n *naming, u indicator.Unit) indicator.Measure {
	if m := d.label.Measure; m != "" && m != indicator.Growth {
		return m
	}
	name := strings.ToLower(n.written)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(name, w) {
				return true
			}
		}
		return false
	}
	known := n.match != glossary.None
	switch {
	case u.Base == "index", has("指数", "deflator", "price index"), has("index") && !u.IsMoney():
		return indicator.Index
	case u.Base == "point", u.Text.IsZero() && (strings.HasSuffix(name, "率") || strings.HasSuffix(name, " rate")):
		return indicator.Rate
	case u.IsPercent() || u.Base == "permille":
		if known && (n.entry.Measure == indicator.Share || n.entry.Measure == indicator.Rate || n.entry.Measure == indicator.Index) {
			if n.entry.Measure == indicator.Index {
				return indicator.Rate
			}
			return n.entry.Measure
		}
		if has("比重", "占比", "占", "构成", "贡献率", "share") || percentOf.MatchString(u.Text.EN) {
			return indicator.Share
		}
		return indicator.Rate
	case known && n.entry.Measure != "" && n.entry.Measure != indicator.Growth && d.draftKey.unit == "":
		return n.entry.Measure
	}
	return indicator.Level
}

// percentOf is the unit of shares.
var percentOf = regexp.MustCompile(`(?i)^(?:%|percent|per cent|percentage) of `)

// stockName reports whether a name is that of an amount at a moment.
func stockName(s string) bool {
	for _, w := range []string{"余额", "期末", "年末", "月末", "人口", "户数", "保有量", "储备", "库存", "里程", "床位", "存量", "在册", "从业人员", "从业人数", "单位数", "企业数", "企业个数", "在校", "土地面积", "耕地面积", "城镇化率", "覆盖率", "参保"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	low := strings.ToLower(s)
	for _, w := range []string{"population", "outstanding", "end of period", "end-period", "stock of", "reserves", "number of enterprises", "money supply", "broad money"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}
