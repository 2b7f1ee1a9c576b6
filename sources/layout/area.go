package layout

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"jianbao/internal/indicator"
)

// wholes are names of all areas together; the first found is the area of a
// briefing where a table does not say which.
var wholes = []string{"本市", "本县", "本区", "本省", "本州", "本旗", "全国", "全省", "全市", "全区", "全县", "全州", "全盟", "全旗", "全镇", "全域", "合计", "总计", "总体", "全部", "全国总计", "总　计", "全市合计", "全省合计", "全区合计", "全市总计", "Total", "World", "National", "All areas", "Country total", "Whole country", "TOTAL"}

func isWhole(s string) bool {
	for _, tail := range []string{"合计", "总计", "总数", "平均"} {
		if rest, ok := strings.CutSuffix(s, tail); ok && strings.HasPrefix(rest, "全") && len([]rune(rest)) == 2 {
			return true
		}
	}
	for _, w := range wholes {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// provinces by their short names.
var provinces = strings.Fields("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门 大连 青岛 宁波 厦门 深圳 东部地区 中部地区 西部地区 东北地区")

// aggregates are areas that are not countries.
var aggregates = strings.Split("World|Euro area|European Union|Euro area (19 countries)|Euro area (20 countries)|OECD|OECD - Total|G7|G20|G-20|East Asia & Pacific|South Asia|Sub-Saharan Africa|Latin America & Caribbean|Middle East & North Africa|North America|High income|Low income|Middle income|Advanced economies|Türkiye|Taiwan|Hong Kong|Macao|Macau|South Korea|Euro Area|Western Hemisphere (Region)|ASEAN-5|Major advanced economies (G7)|U.S. city average|United States|Emerging market and developing economies|United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Hong Kong|Macao|Hong Kong, China|Korea|Korea, Rep.|Viet Nam|Slovak Republic|Türkiye|Turkey|Russian Federation|Egypt, Arab Rep.|Iran, Islamic Rep.|Yemen, Rep.|Congo, Dem. Rep.|Congo, Rep.|Gambia, The|Bahamas, The|Venezuela, RB|Czech Republic|Cabo Verde|Lao PDR|Micronesia, Fed. Sts.|St. Lucia|Hong Kong SAR, China|Macao SAR, China|China (People's Republic of)|China, People's Republic of|European Union - 27 countries (from 2020)|European Union (27 countries)", "|")

// wholeNames are the English names of wholes.
var wholeNames = map[string]string{"全国": "The whole country", "全省": "The whole province", "全市": "The whole city", "全区": "The whole district", "全县": "The whole county", "全州": "The whole prefecture"}

// AreaNames supplies the name of an area in the other language, where it is
// that of a country, by name or code, or of a whole.
func AreaNames(t indicator.Text) indicator.Text {
	bare := strings.TrimSuffix(strings.TrimSuffix(t.ZH, "合计"), "总计")
	switch {
	case t.ZH != "" && t.EN == "":
		if t.EN = wholeNames[bare]; t.EN == "" {
			t.EN = countryNames().en[t.ZH]
		}
	case t.EN != "" && t.ZH == "" && !countryNames().code[t.EN].IsZero():
		return countryNames().code[t.EN]
	case t.EN != "" && t.ZH == "":
		if t.ZH = countryNames().zh[strings.ToLower(t.EN)]; t.ZH == "" && strings.EqualFold(t.EN, "world") {
			t.ZH = "世界"
		}
	}
	return t
}

// bothNames are the names of countries in each language by that in the other.
type bothNames struct {
	zh, en map[string]string
	code   map[string]indicator.Text
}

var countryNames = sync.OnceValue(func() bothNames {
	b := bothNames{map[string]string{}, map[string]string{}, map[string]indicator.Text{
		"EU27_2020": {ZH: "欧盟", EN: "European Union"}, "EA": {ZH: "欧元区", EN: "Euro area"}, "EA19": {ZH: "欧元区", EN: "Euro area"}, "EA20": {ZH: "欧元区", EN: "Euro area"},
	}}
	en, zh := display.English.Regions(), display.Chinese.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for c := 'A'; c <= 'Z'; c++ {
			r, err := language.ParseRegion(string([]rune{a, c}))
			if err != nil || !r.IsCountry() {
				continue
			}
			x, y := en.Name(r), zh.Name(r)
			switch r.String() {
			case "TW":
				x, y = "Taiwan, China", "中国台湾"
			case "HK":
				x, y = "Hong Kong, China", "中国香港"
			case "MO":
				x, y = "Macao, China", "中国澳门"
			}
			if x != "" && y != "" {
				b.code[r.String()] = indicator.Text{ZH: y, EN: x}
				b.en[y], b.zh[strings.ToLower(x)] = x, y
			}
		}
	}
	b.code["EL"], b.code["UK"] = b.code["GR"], b.code["GB"] // as Eurostat has them
	return b
})

var countries = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for n, other := range countryNames().zh {
		m[n], m[strings.ToLower(other)] = true, true
	}
	for _, n := range aggregates {
		m[strings.ToLower(n)] = true
	}
	for _, n := range provinces {
		m[n] = true
	}
	return m
})

// areaTails end the names of Chinese areas.
var areaTails = []string{"自治区", "自治州", "自治县", "新区", "开发区", "高新区", "经开区", "示范区", "特别行政区", "园区", "街道", "省", "市", "区", "县", "州", "旗", "镇", "乡", "盟", "地区"}

// notAreas end like areas and are none.
var notAreas = []string{"城市", "股市", "上市", "超市", "城镇", "乡镇", "集镇", "市区", "城区", "地区", "山区", "林区", "灌区", "社区", "园区", "区", "市", "县", "县区", "郊区", "农村", "城乡", "乡", "镇", "街道", "开发区", "批发市", "自贸区", "综合保税区", "保税区", "按地区", "分地区", "各地区", "其他地区"}

// areaName is the name of an area without what stands around it: ★, 其中：, its
// English.
func areaName(s string) string {
	s = strings.TrimLeft(squeeze(s), "★☆●○■□◆◇▲△#＃*")
	s = leadOfWhich.ReplaceAllString(s, "")
	if zh, en := bilingual(s); zh != "" && en != "" {
		s = zh
	} else if i := strings.IndexFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }); i > 0 && hasHan(s[:i]) && !hasHan(s[i:]) && letters(s[i:]) > 3 {
		s = s[:i] // 北京Beijing
	}
	return strings.TrimSpace(s)
}

// IsWhole reports whether a text names all areas together: 全市, World.
func IsWhole(s string) bool { return isWhole(s) }

// IsArea reports whether a text is the name of an area.
func IsArea(s string) bool { return isArea(s) }

// isArea is IsArea.
func isArea(s string) bool {
	if s == "" || len(s) > 60 {
		return false
	}
	if isWhole(s) && s != "合计" && s != "总计" && s != "Total" {
		return true
	}
	low := strings.ToLower(s)
	if countries()[low] {
		return true
	}
	if !hasHan(s) {
		for _, cut := range []string{",", " (", " SAR", " Province of"} {
			if i := strings.Index(s, cut); i > 3 && countries()[low[:i]] {
				return true
			}
		}
		return strings.HasSuffix(low, " (region)")
	}
	n := len([]rune(s))
	if !hasHan(s) || n > 12 || n < 2 {
		return false
	}
	for _, w := range notAreas {
		if s == w {
			return false
		}
	}
	for _, t := range areaTails {
		if strings.HasSuffix(s, t) {
			return true
		}
	}
	return false
}
