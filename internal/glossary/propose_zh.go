package glossary

import (
	"regexp"
	"strings"
)

var (
	enShare    = regexp.MustCompile(`(?i)^(?:the )?share of (.+?) in (.+)$`)
	enAsShare  = regexp.MustCompile(`(?i)^(.+?)(?:,)? as (?:a )?(?:share|percentage|percent|proportion|%) of (.+)$`)
	enPercent  = regexp.MustCompile(`(?i)^(.+?)\s*[(,]\s*(?:%|percent|per cent) of (?:total )?([^()]+?)\)?$`)
	enPartner  = regexp.MustCompile(`(?i)^(?:total |merchandise )?(exports|imports|trade|imports and exports)(?: of goods)? (?:to|from|with) (.+)$`)
	enBy       = regexp.MustCompile(`(?i)^(.+?),? by (.+)$`)
	enLinked   = regexp.MustCompile(`(?i)^(.+?) (of|in|on|for|from|at) (?:the )?(.+)$`)
	enItems    = regexp.MustCompile(`(?i)\s*(?:;|,?\s+and\s+|,?\s+&\s*|&\s+|,)\s*`)
	enPathMark = regexp.MustCompile(`\s*(?:->|→|>|\||:|\s[-–—]\s)\s*`)
)

// beforeEN are words before, or behind, an English name that change it.
var beforeEN = []struct{ en, zh string }{
	{"total ", "%s合计"}, {"per capita ", "人均%s"}, {"average ", "平均%s"}, {"real ", "实际%s"}, {"nominal ", "名义%s"}, {"net ", "%s净额"}, {"other ", "其他%s"}, {"new ", "新增%s"}, {"annual ", "年度%s"}, {"monthly ", "月度%s"},
}
var behindEN = []struct{ en, zh string }{
	{" per capita", "人均%s"}, {" per head", "人均%s"}, {", total", "%s合计"}, {", net", "%s净额"}, {" per person", "人均%s"}, {", female", "%s：女性"}, {", male", "%s：男性"}, {", urban", "%s：城镇"}, {", rural", "%s：农村"}, {" manufacturing", "%s制造业"}, {" industry", "%s业"}, {" industries", "%s业"}, {" sector", "%s业"}, {" enterprises", "%s企业"}, {" companies", "%s企业"}, {" products", "%s产品"}, {" services", "%s服务"},
}

// toZH is the Chinese of an English name, "" where any part is not understood.
func (g *Glossary) toZH(s string, depth int) string {
	s = strings.Trim(s, " ,.;:-")
	if s == "" || depth > deepest || len(s) > longestName {
		return ""
	}
	if e, m := g.Find(s); m != None {
		if national, ok := g.ByID("gdp"); ok && e.ID == "grp" && strings.EqualFold(s, "GDP") {
			return national.Name.ZH // as other countries mean it
		}
		return e.Name.ZH
	}
	if zh := wordZH(s); zh != "" {
		return zh
	}
	depth++
	if zh := g.relationToZH(s, depth); zh != "" {
		return zh
	}
	if rest, in, ok := cutBracket(s); ok && rest != "" {
		zh := g.toZH(rest, depth)
		switch more := attributeZH(in); {
		case zh == "":
			return ""
		case more != "":
			return zh + "（" + more + "）"
		case saysNothing(in):
			return zh
		default:
			if more = g.toZH(in, depth); more == "" {
				return ""
			}
			return zh + "（" + more + "）"
		}
	}
	if parts := enPathMark.Split(s, 4); len(parts) > 1 {
		return g.allToZH(parts, depth, "：", "：")
	}
	if zh := g.headToZH(s, depth, true); zh != "" {
		return zh
	}
	lower := strings.ToLower(s)
	for _, b := range behindEN {
		if strings.HasSuffix(lower, b.en) {
			if zh := g.toZH(s[:len(s)-len(b.en)], depth); zh != "" {
				if strings.HasSuffix(b.zh, "%s业") && strings.HasSuffix(zh, "业") {
					return zh
				}
				return strings.Replace(b.zh, "%s", zh, 1)
			}
		}
	}
	for _, b := range beforeEN {
		if strings.HasPrefix(lower, b.en) {
			if zh := g.toZH(s[len(b.en):], depth); zh != "" {
				return strings.Replace(b.zh, "%s", zh, 1)
			}
		}
	}
	if zh := g.headToZH(s, depth, false); zh != "" {
		return zh
	}
	if zh := g.qualityToZH(s, depth); zh != "" {
		return zh
	}
	if i := strings.LastIndex(s, ","); i > 0 { // an attribute behind a comma
		if a := attributeZH(strings.TrimSpace(s[i+1:])); a != "" {
			if zh := g.toZH(s[:i], depth); zh != "" {
				return zh + "（" + a + "）"
			}
		}
	}
	if parts := enItems.Split(s, 9); len(parts) > 1 && len(parts) < 9 {
		if len(parts) == 2 && !strings.ContainsAny(s, "&") && !strings.Contains(lower, " and ") {
			return g.allToZH(parts, depth, "：", "：")
		}
		return g.allToZH(parts, depth, "、", "和")
	}
	return ""
}

// wordZH is the Chinese of a thing or place that is no indicator.
func wordZH(s string) string {
	key := string(fold(nil, s))
	if zh := words().thingsByName[key]; zh != "" {
		return zh
	}
	return words().placesByName[key]
}

// attributeZH is the Chinese of how a figure was made: at current prices.
func attributeZH(s string) string {
	key := string(fold(nil, s))
	if zh := words().attributesByName[key]; zh != "" {
		return zh
	}
	return words().attributesByName[strings.TrimPrefix(key, "at")]
}

// relationToZH reads shares, partners of trade and breakdowns.
func (g *Glossary) relationToZH(s string, depth int) string {
	for _, re := range []*regexp.Regexp{enShare, enAsShare, enPercent} {
		if m := re.FindStringSubmatch(s); m != nil {
			if a, b := g.toZH(m[1], depth), g.toZH(m[2], depth); a != "" && b != "" {
				return a + "占" + b + "比重"
			}
		}
	}
	if m := enPartner.FindStringSubmatch(s); m != nil {
		if p := words().placesByName[string(fold(nil, m[2]))]; p != "" {
			switch strings.ToLower(m[1]) {
			case "exports":
				return "对" + p + "出口额"
			case "imports":
				return "自" + p + "进口额"
			}
			return "对" + p + "进出口额"
		}
	}
	if m := enBy.FindStringSubmatch(s); m != nil {
		if a, b := g.toZH(m[1], depth), breakdowns[strings.ToLower(m[2])]; a != "" && b != "" {
			return "按" + b + "分" + a
		}
	}
	for _, at := range []string{" at current prices", " at constant prices", " at comparable prices", " in current prices", " in constant prices"} {
		if len(s) > len(at) && strings.EqualFold(s[len(s)-len(at):], at) {
			if zh := g.toZH(s[:len(s)-len(at)], depth); zh != "" {
				return zh + "（" + attributeZH(at[4:]) + "）"
			}
		}
	}
	return ""
}

// breakdowns are what figures are broken down by.
var breakdowns = map[string]string{
	"industry": "行业", "sector": "行业", "economic activity": "行业", "kind of economic activity": "行业", "region": "地区", "province": "省份", "expenditure": "支出", "country": "国家", "partner": "贸易伙伴", "product": "产品", "commodity": "商品", "age": "年龄", "sex": "性别", "gender": "性别", "type": "类型", "area": "地区", "ownership": "登记注册类型", "month": "月份", "quarter": "季度", "income approach": "收入法",
}

// headToZH reads an English name as a thing and what is said of it: before it
// (output of coffee), or behind it (coffee output).
func (g *Glossary) headToZH(s string, depth int, before bool) string {
	best, size := "", 0
	for _, h := range heads {
		for _, form := range h.en {
			pre, post, _ := strings.Cut(form, "%s")
			n := len(pre) + len(post)
			if before != (pre != "") || n <= size || len(s) <= n || !strings.EqualFold(s[:len(pre)], pre) || !strings.EqualFold(s[len(s)-len(post):], post) {
				continue
			}
			zh := g.toZH(strings.TrimPrefix(s[len(pre):len(s)-len(post)], "the "), depth)
			switch said := h.zh[0]; {
			case zh == "":
				continue
			case strings.HasSuffix(zh, said):
				best = zh
			case said == "产量" && strings.HasSuffix(zh, "业"):
				best = zh + "产出"
			default:
				best = zh + said
			}
			size = n
		}
	}
	if best != "" || before {
		return best
	}
	if m := enLinked.FindStringSubmatch(s); m != nil {
		a, b := g.toZH(m[1], depth), g.toZH(m[3], depth)
		switch {
		case a == "" || b == "":
			return ""
		case m[2] == "on":
			return a + "：" + b
		}
		return b + a
	}
	return ""
}

// qualityToZH reads a quality before a name: urban, state-owned.
func (g *Glossary) qualityToZH(s string, depth int) string {
	lower := strings.ToLower(s)
	for i := range lower {
		if lower[i] != ' ' {
			continue
		}
		if q := words().qualitiesByName[lower[:i]]; q != "" {
			if zh := g.toZH(s[i+1:], depth); zh != "" {
				return q + zh
			}
		}
	}
	return ""
}

// allToZH joins the Chinese of several names, the last by another mark.
func (g *Glossary) allToZH(parts []string, depth int, mark, last string) string {
	var b strings.Builder
	n := 0
	for i, p := range parts {
		if strings.TrimSpace(p) == "" {
			continue
		}
		zh := ""
		if n > 0 && mark == "：" {
			zh = attributeZH(p)
		}
		if zh == "" {
			zh = g.toZH(p, depth)
		}
		if zh == "" {
			return ""
		}
		switch {
		case n == 0:
		case i == len(parts)-1:
			b.WriteString(last)
		default:
			b.WriteString(mark)
		}
		b.WriteString(zh)
		n++
	}
	return b.String()
}
