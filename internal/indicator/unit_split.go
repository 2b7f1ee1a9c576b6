package indicator

import (
	"regexp"
	"strings"
)

var (
	unitTail  = regexp.MustCompile(`^(.*?)\s*[(（\[［]\s*(?:单位\s*[:：]\s*|in\s+)?([^()（）\[\]［］]+?)\s*[)）\]］]\s*([①-⑩*¹²³]*)$`)
	unitAnd   = regexp.MustCompile(`^(.*\S)\s*(?:单位\s*[:：])\s*(\S+)$`)
	baseTail  = regexp.MustCompile(`^(.*\S)\s+(\d{4}(?:[-/]\d{2,4})?\s*=\s*100)$`)
	unitComma = regexp.MustCompile(`^(.*\S)\s*(?:,|，|/|:|：|\s[-–])\s*(?:in\s+)?([^,，]+)$`)
	unitPer   = regexp.MustCompile(`(?i)^(?:(?:million|thousand|billion|metric|international|us|u\.s\.|current|constant|national|local|live|of|oil|equivalent|\d{4}) )*(?:(?:(?:us|s|hk|a|c|nt)?\$|[€£¥%]|ppp|pps|usd|eur|gbp|jpy|cny|rmb|kwh|mwh|gwh|kgoe|toe|kg|km|m2|m3|euros?|yuan|dollars?|pounds?|francs?|shillings?|rupees?|yen|currency|persons?|people|inhabitants?|tonnes?|tons?|kilograms?|grams?|litres?|liters?|hours?|units?|number|births?|deaths?|cases?|cents?|percent|index) )?per [\w$€£., ]+$`)
	baseYear  = regexp.MustCompile(`^(?:\d{4}|[^\d=]{1,12}|\d{4}年|\d{4}[-–/]\d{2,4})\s*=\s*100$`)
	ofUnit    = regexp.MustCompile(`(?i)^(?:%|percent|per cent|percentage)(?: \(?(?:of|change|per|p\.?a\.?|annual|yoy|y-o-y|over|on)\b.*)?$`)
	annualPct = regexp.MustCompile(`(?i)^(?:annual|average|monthly|quarterly|cumulative)? ?%(?: (?:growth|change))?$`)
	moneyName = regexp.MustCompile(`(?i)^(?:in |at |current |constant |nominal |real |\d{4} |lcu|'?0{3} |thousands?(?: of)? |millions?(?: of)? |billions?(?: of)? |trillions?(?: of)? |mn |bn |m |national |domestic |local )*(?:u\.s\. dollars?|us ?\$|s\$|hk\$|a\$|c\$|nz\$|\$|€|£|¥|usd|eur|gbp|jpy|cny|rmb|hkd|sgd|mop|twd|nt\$|inr|rwf|frw|kes|ksh\.?|ugx|ush\.?|shs?\.?|tzs|zar|rand|lcu|dollars?|us dollars?|euros?|yuan|yen|pounds?(?: sterling)?|francs?|shillings?|currency|international \$|int\.? ?\$|ppp ?\$?|reais|r\$|pesos?|rupees?|won|patacas?)(?: ?\(?(?:thousands?|millions?|billions?|trillions?|mn|bn|m)\)?)?(?: ?\d{4})?(?:,? (?:thousands?|millions?|billions?|trillions?))?$`)
)

// SplitUnit takes the unit out of a name or head: 地区生产总值（亿元） is 地区生产总值
// in 亿元. unit is "" where there is none; a bracket that holds no unit stays.
func SplitUnit(s string) (name, unit string) {
	t := strings.TrimSpace(s)
	for _, re := range []*regexp.Regexp{unitTail, unitAnd, baseTail} {
		if m := re.FindStringSubmatch(t); m != nil && m[1] != "" && IsUnit(m[2]) {
			return strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
		}
	}
	if m := unitComma.FindStringSubmatch(t); m != nil && IsUnit(m[2]) && len(m[2]) < 40 && !strings.EqualFold(m[2], "total") {
		return strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
	}
	return s, ""
}

// IsUnit reports whether a text as a whole is a unit, known or of the form of
// one.
func IsUnit(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 60 {
		return false
	}
	switch strings.ToLower(s) {
	case "percent", "%", "％", "‰", "index", "number", "persons", "ratio", "units", "thousands", "millions", "billions", "million", "billion", "thousand":
		return true
	case "时间", "time", "指数", "分", "次", "项", "户", "名", "日", "天", "度", "部", "个", "件", "人":
		return s != "时间" && s != "指数" && !strings.EqualFold(s, "time")
	}
	if baseYear.MatchString(s) || ofUnit.MatchString(s) || annualPct.MatchString(s) || moneyName.MatchString(s) || unitPer.MatchString(s) {
		return true
	}
	if strings.HasSuffix(s, "100") && strings.Contains(s, "=") {
		return false // more than a base: ALL ITEMS 2015=100
	}
	if u := ParseUnit(Text{ZH: s}); u.Base != "" {
		return true
	}
	return false
}
