package sources

import (
	"strings"
	"time"
)

// dateLayouts are the ways in which a date is written; Chinese ones are first
// brought to hyphens.
var dateLayouts = []string{
	"2006-1-2", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006",
}

// parseDateText reads a written date as ISO text.
func parseDateText(s string) (string, bool) {
	if len(s) > 60 {
		return "", false
	}
	s = strings.TrimSpace(foldWidth(s))
	if strings.ContainsAny(s, "年月日号") {
		s = strings.NewReplacer("年", "-", "月", "-", "日", "", "号", "", " ", "").Replace(s)
	}
	digits := strings.NewReplacer("/", "-", ".", "-").Replace(s)
	for _, layout := range dateLayouts {
		for _, candidate := range []string{s, digits} {
			if t, err := time.Parse(layout, candidate); err == nil && t.Year() >= 1900 && t.Year() <= 2200 {
				return t.Format("2006-01-02"), true
			}
		}
	}
	return "", false
}
