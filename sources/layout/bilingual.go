package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/internal/indicator"
)

// squeeze drops spaces inside Chinese, and half of the widths.
func squeeze(s string) string {
	s = strings.TrimSpace(s)
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r == '％':
			r = '%'
		case r == '＃':
			r = '#'
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			next := rune(' ')
			for _, n := range runes[i+1:] {
				if !unicode.IsSpace(n) {
					next = n
					break
				}
			}
			last, _ := utf8.DecodeLastRuneInString(b.String())
			if last == ' ' || b.Len() == 0 || wide(last) || wide(next) {
				continue
			}
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

func wide(r rune) bool {
	return isHan(r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r == '±'
}

func unbracketed(s string) string {
	for _, pair := range []string{"()", "（）", "[]", "【】"} {
		open, size := utf8.DecodeRuneInString(pair)
		if rest, ok := strings.CutPrefix(s, string(open)); ok {
			if rest, ok := strings.CutSuffix(rest, pair[size:]); ok {
				return rest
			}
		}
	}
	return s
}

func trimEnds(s string) string {
	return strings.Trim(s, " \u3000:：_-—–,，、;；/.。·")
}

// printable gives a name the brackets of its script.
func printable(s string) string {
	if hasHan(s) {
		s = strings.NewReplacer("(", "（", ")", "）").Replace(s)
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "₹ ", "₹"), "₹", "INR ") // the one sign of money that the fonts lack
}

// bilingual cuts a text in which Chinese and English stand one behind the other:
// 地区生产总值 Gross Regional Product. Abbreviations in a Chinese name (R&D经费,
// M2余额, 地区生产总值(GDP)) are no second language.
func bilingual(s string) (zh, en string) {
	if !hasHan(s) {
		return "", ""
	}
	last := -1
	for i, r := range s {
		if isHan(r) || r == '）' || r == '》' {
			last = i + utf8.RuneLen(r)
		}
	}
	// Digits, signs and a closing bracket behind the hanzi are still Chinese.
	for last < len(s) && strings.IndexByte("0123456789.%=±+-)", s[last]) >= 0 {
		last++
	}
	tail := strings.TrimSpace(s[last:])
	if letters(tail) >= 4 && lowercase(tail) {
		return strings.TrimSpace(s[:last]), tail
	}
	return "", ""
}

func letters(s string) (n int) {
	for _, r := range s {
		if r < 0x250 && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func lowercase(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' }) >= 0
}

var statusTail = regexp.MustCompile(`(?i)\s*(?:[(\[（]\s*)?((?:[123](?:st|nd|rd) )?(?:f?re|pe|f?ae|sae)|p|r|e|f|b|初步核算数?|初步数?|快报数?|预计数?|预测|修订数?|最终核实数?|最终核实|prov\.?|provisional|prel\.?|preliminary|revised|est\.?|estimates?|estimated|forecasts?|[*†‡+①-⑩¹²³]+|\d{1,2}\)|\[\d{1,2}\])\s*[)\]）]?$`)

// stripStatus takes a mark of status or of a footnote from behind a period.
func stripStatus(s string) (string, indicator.Status) {
	m := statusTail.FindStringSubmatchIndex(s)
	if m == nil || m[0] == 0 {
		return s, ""
	}
	mark := strings.ToLower(s[m[2]:m[3]])
	var st indicator.Status
	switch {
	case mark == "p" || strings.HasPrefix(mark, "初步") || strings.HasPrefix(mark, "快报") || strings.HasPrefix(mark, "pr"):
		st = indicator.Preliminary
	case mark == "r" || strings.HasPrefix(mark, "修订") || mark == "revised":
		st = indicator.Revised
	case mark == "e" || mark == "f" || strings.HasPrefix(mark, "预") || strings.HasPrefix(mark, "est") || strings.HasPrefix(mark, "forecast"):
		st = indicator.Estimated
	}
	return strings.TrimSpace(s[:m[0]]), st
}
