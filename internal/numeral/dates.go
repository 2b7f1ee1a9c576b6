package numeral

import (
	"regexp"
	"strings"
)

// Years, months, days, quarters and clock times are no quantities.
var dates = map[Lang]*regexp.Regexp{
	Chinese: regexp.MustCompile(`\d{2,4}\s*(?:[—–\-~～至]\s*\d{2,4}\s*)?年(?:度|末|底|初|中)?|\d{1,2}\s*(?:[—–\-~～至]\s*\d{1,2}\s*)?(?:月份?|日|季度|时|点钟)(?:末|底)?|[QH][1-4]\b|\d{4}-\d{2}(?:-\d{2})?`),
	English: regexp.MustCompile(`\b[QH][1-4]\b|\d{4}-\d{2}(?:-\d{2})?|\b\d{1,2}(?:st|nd|rd|th)?(?:[–-]\d{1,2})? (?:` + months + `)\b|\b(?:` + months + `) \d{1,2}(?:,|\b)|(?:19|20)\d{2}(?:[–/-](?:(?:19|20)?\d{2}))?\b`),
}

const months = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec`

var digitRun = regexp.MustCompile(`\d+`)

// withoutDates blanks the digits of dates, keeping all places, and lists them.
func withoutDates(text string, lang Lang) (string, []string) {
	out := []byte(text)
	var blanked []string
	for at := 0; at < len(text); {
		m := dates[lang].FindStringIndex(text[at:])
		if m == nil {
			break
		}
		from, to := at+m[0], at+m[1]
		if inNumber(text, from) || lang == English && to < len(text)-1 && text[to] == '.' && isDigit(text[to+1]) || strings.HasPrefix(text[to:], ",") && lang == English && grouped(text[to:]) {
			for at = from; at < len(text) && (isDigit(text[at]) || text[at] == '.' || text[at] == ','); at++ {
			}
			at = max(at, from+1)
			continue
		}
		blanked = append(blanked, digitRun.FindAllString(text[from:to], -1)...)
		for i := from; i < to; i++ {
			if isDigit(out[i]) {
				out[i] = 0
			}
		}
		at = to
	}
	return string(out), blanked
}

// inNumber reports that a number began before i: the 00 of 100日.
func inNumber(text string, i int) bool {
	if i == 0 || i >= len(text) || !isDigit(text[i]) {
		return false
	}
	prev := text[i-1]
	return isDigit(prev) || i > 1 && (prev == '.' || prev == ',') && isDigit(text[i-2])
}

// grouped reports a comma with three more digits of the same number.
func grouped(s string) bool {
	return len(s) > 3 && isDigit(s[1]) && isDigit(s[2]) && isDigit(s[3])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
