package indicator

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// ParseWhen reads a text that is a period or a part of one and nothing else.
// Full-width digits and any dash will do.
func ParseWhen(s string) (When, bool) {
	n := []rune(periodSpelling(strings.TrimSpace(s)))
	if len(n) == 0 || len(n) > 40 {
		return When{}, false
	}
	t := string(n)
	if w, ok := parseWhen(t); ok {
		return w, true
	}
	return parseBoth(t)
}

// parseWhen reads a period in the spelling of periods.
func parseWhen(t string) (When, bool) {
	if !mayTellWhen(t) {
		return When{}, false
	}
	for i := range whenForms {
		f := &whenForms[i]
		m := f.entire().FindStringSubmatchIndex(t)
		if m == nil {
			continue
		}
		if w, ok := f.read(t, m); ok {
			return w, true
		}
	}
	return When{}, false
}

// mayTellWhen is a quick test that most texts fail: a period is written in the
// characters of the forms, and has a digit, a word for one, or the name of a
// month.
func mayTellWhen(t string) bool {
	for _, r := range t {
		if r >= utf8.RuneSelf && !strings.ContainsRune(whenRunes(), r) {
			return false
		}
	}
	for i := 0; i < len(t); i++ {
		if t[i] >= '0' && t[i] <= '9' {
			return true
		}
	}
	if strings.ContainsAny(t, "月季年") {
		return true
	}
	for _, m := range []string{"JAN", "F", "MAR", "A", "MAI", "MAY", "JU", "SEP", "OCT", "NOV", "D", "WHOLE", "CALENDAR"} {
		if strings.HasPrefix(t, m) {
			return true
		}
	}
	return false
}

// FindWhen finds a period inside a longer text, such as a title, and returns
// where it stands in s (byte offsets). A number of four digits is not taken for
// a year unless it says so (2023年), and never where it is the base of prices or
// of an index (2015年=100, 2017 prices).
func FindWhen(s string) (w When, from, to int, ok bool) {
	if utf8.RuneCountInString(s) > 400 {
		return When{}, 0, 0, false
	}
	t := periodSpelling(s)
	if strings.IndexFunc(t, func(r rune) bool { return r >= '0' && r <= '9' }) < 0 && !strings.ContainsAny(t, "月季年") {
		return When{}, 0, 0, false
	}
	best := -1
	for i := range whenForms {
		f := &whenForms[i]
		if f.whole {
			continue
		}
		for start := 0; start < len(t); {
			m := f.part().FindStringSubmatchIndex(t[start:])
			if m == nil {
				break
			}
			for j := range m {
				if m[j] >= 0 {
					m[j] += start
				}
			}
			if standsAlone(t, m[0], m[1]) {
				if found, valid := f.read(t, m); valid && m[1]-m[0] > best {
					best = m[1] - m[0]
					w, ok = found, true
					from, to = sameRunes(s, t, m[0]), sameRunes(s, t, m[1])
				}
				break
			}
			_, size := utf8.DecodeRuneInString(t[m[0]:])
			start = m[0] + size
		}
	}
	return w, from, to, ok
}

// standsAlone reports whether what is matched is no part of a longer number or
// word, nor a base.
func standsAlone(t string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(t[:from])
	after, _ := utf8.DecodeRuneInString(t[to:])
	first, _ := utf8.DecodeRuneInString(t[from:])
	last, _ := utf8.DecodeLastRuneInString(t[:to])
	if word(first) && word(before) || word(last) && word(after) {
		return false
	}
	rest := strings.TrimLeft(t[to:], " )")
	for _, base := range []string{"=", "价", "不变价", "可比价", "年不变价", "年可比价", "年价", " PRICE", "PRICE", "CONSTANT", "PPP", "DOLLAR"} {
		if strings.HasPrefix(rest, base) {
			return false
		}
	}
	for _, lead := range []string{"CONSTANT ", "SSIC ", "ISIC ", "NACE ", "SNA ", "CHAINED (", "物量(", "不变价(", "可比价(", "基期", "以"} {
		if strings.HasSuffix(t[:from], lead) {
			return false
		}
	}
	return true
}

func word(r rune) bool { return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r == '.' }

// periodSpelling spells a text alike, rune by rune, so that places in it are
// places in the original: half-width upper-case letters and digits, one dash,
// one space.
func periodSpelling(s string) string {
	return hanYears(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 32
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r == '．', r == '／', r == '（', r == '）', r == '＝':
			return r - 0xFEE0
		case r >= 'ａ' && r <= 'ｚ':
			return r - 0xFEE0 - 32
		case strings.ContainsRune("–—−―~～〜－至到", r):
			return '-'
		case r == '\u00a0' || r == '\u3000' || r == '\u2009' || r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r == '〇':
			return '0'
		}
		return r
	}, s))
}

// sameRunes is the byte offset in s of the rune at byte offset at of t, which
// has the same runes in another spelling.
func sameRunes(s, t string, at int) int {
	n := utf8.RuneCountInString(t[:at])
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// whenForm is one way to write a period. Its expressions are made ready when
// they are first needed: alone, and inside a longer text.
type whenForm struct {
	source       string
	entire, part func() *regexp.Regexp
	whole        bool // only where nothing else stands beside it
	read         func(t string, m []int) (When, bool)
}

// whenRunes are the characters beyond ASCII that periods are written in.
var whenRunes = sync.OnceValue(func() string {
	var b strings.Builder
	for i := range whenForms {
		for _, r := range whenForms[i].source {
			if r >= utf8.RuneSelf {
				b.WriteRune(r)
			}
		}
	}
	runes := []rune(b.String())
	slices.Sort(runes)
	return string(slices.Compact(runes))
})

const (
	yearRE  = `(\d{4}) ?年? ?`
	dashRE  = ` ?-+ ?`
	cnQ     = `[一二三四1-4]`
	nameRE  = `(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JANV|FÉVR|FéVR|FEVR|MARS|AVRIL|MAI|JUIN|JUIL|AOÛT|AOûT|AOUT|DÉC|DéC)\.?`
	endRE   = `([末底])?`
	sepRE   = `[ ,'-]*`
	aboutRE = `(?: ?\(?(?:累计|合计)\)?)?`
)

// group is a submatch, "" where it is not there.
func group(t string, m []int, i int) string {
	if 2*i+1 >= len(m) || m[2*i] < 0 {
		return ""
	}
	return t[m[2*i]:m[2*i+1]]
}

func form(whole bool, re string, read func(g func(int) string) (When, bool)) whenForm {
	return whenForm{
		source: re,
		whole:  whole,
		entire: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A(?:` + re + `)\z`) }),
		part:   sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(re) }),
		read: func(t string, m []int) (When, bool) {
			w, ok := read(func(i int) string { return group(t, m, i) })
			return w, ok && w.sound()
		},
	}
}

// sound reports whether the numbers are those of a calendar.
func (w When) sound() bool {
	if w.Year != 0 && (w.Year < 1800 || w.Year > 2200) || w.LastYear != 0 && (w.LastYear < w.Year || w.LastYear > w.Year+60) {
		return false
	}
	if w.From == 0 {
		return w.To == 0 && (w.Year != 0 || w.Years != 0)
	}
	return w.From >= 1 && w.From <= 12 && w.To >= 1 && w.To <= 12 && (w.LastYear > w.Year || w.From <= w.To)
}

// whenForms are tried in order; the first that fits the whole text is taken.
var whenForms = []whenForm{
	// 2021—2025年: a plan, not months
	form(false, `(\d{4})年?`+dashRE+`(\d{4})年`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), LastYear: num(g(2))}, num(g(1)) < num(g(2))
	}),
	form(true, `(\d{4})`+dashRE+`(\d{4})`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), LastYear: num(g(2))}, num(g(1)) < num(g(2))
	}),
	// 2023年1月—2024年2月, 2023-01..2023-11
	form(false, `(\d{4}) ?[年./-] ?(\d{1,2}) ?月?份?(?:`+dashRE+`|\.\.+|…+)(\d{4}) ?[年./-] ?(\d{1,2}) ?月?份?`, func(g func(int) string) (When, bool) {
		w := When{Year: num(g(1)), From: num(g(2)), To: num(g(4))}
		if num(g(3)) != w.Year {
			w.LastYear = num(g(3))
		}
		return w, num(g(3)) >= w.Year
	}),
	// 2023年1—11月, 2023年1月至11月, 2023.1-11月
	form(false, `(\d{4}) ?[年./-]? ?(\d{1,2}) ?月?份?`+dashRE+`(\d{1,2}) ?月份?`+endRE+aboutRE, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: num(g(2)), To: num(g(3)), AtEnd: g(4) != ""}, true
	}),
	form(true, `(\d{4})[年./](\d{1,2})-(\d{1,2})`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: num(g(2)), To: num(g(3))}, true
	}),
	// 2023年前三季度, 2023年1-3季度, 2023年一至三季度
	form(false, `(?:(\d{4}) ?年? ?)?第?(?:前|[一1]`+dashRE+`)([二三四234两])个?季度`+aboutRE, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: 1, To: 3 * ordinal(g(2))}, true
	}),
	form(false, `(?:(\d{4}) ?年? ?)?前 ?(\d{1,2}|[二三四五六七八九十两]|十一) ?个?月`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: 1, To: cnNumber(g(2))}, true
	}),
	// 2023年三季度, 第三季度, 2023Q3, 2023-Q3, Q3 2023, 3Q 2023, 2023 3Q, 2023K3
	form(false, `(?:(\d{4}) ?年? ?)?第?(`+cnQ+`) ?季度?`+endRE, func(g func(int) string) (When, bool) {
		return quarterOf(g(1), g(2), g(3)), true
	}),
	form(false, `(\d{4}) ?年?[ -]?(?:Q|QTR ?|QUARTER )([1-4])`, func(g func(int) string) (When, bool) { return quarterOf(g(1), g(2), ""), true }),
	form(false, `(?:Q|QTR ?|QUARTER )([1-4])[ /,-]*(\d{4})`, func(g func(int) string) (When, bool) { return quarterOf(g(2), g(1), ""), true }),
	form(false, `([1-4])Q[ /,-]*(\d{4})`, func(g func(int) string) (When, bool) { return quarterOf(g(2), g(1), ""), true }),
	form(false, `(\d{4})[ -]?([1-4])Q`, func(g func(int) string) (When, bool) { return quarterOf(g(1), g(2), ""), true }),
	form(false, `([1-4])(?:ST|ND|RD|TH) QUARTER(?: OF)?[ ,]*(\d{4})`, func(g func(int) string) (When, bool) { return quarterOf(g(2), g(1), ""), true }),
	form(true, `(\d{4})[ -]?[KT]([1-4])`, func(g func(int) string) (When, bool) { return quarterOf(g(1), g(2), ""), true }),
	form(true, `(?:Q|QTR ?|QUARTER )([1-4])`, func(g func(int) string) (When, bool) { return quarterOf("", g(1), ""), true }),
	form(true, `([1-4])(?:Q|ST QUARTER|ND QUARTER|RD QUARTER|TH QUARTER)`, func(g func(int) string) (When, bool) { return quarterOf("", g(1), ""), true }),
	form(false, `([1-4])[ºª°ER]* ?TRIM(?:ESTRE)?\.?(?: DE)?[ /,-]*(\d{4})`, func(g func(int) string) (When, bool) { return quarterOf(g(2), g(1), ""), true }),
	form(true, `T([1-4])[ -]?(\d{4})`, func(g func(int) string) (When, bool) { return quarterOf(g(2), g(1), ""), true }),
	form(true, `(?:HALF|H)[ -]?([12])`, func(g func(int) string) (When, bool) { return halfOf("", g(1)), true }),
	form(true, `([一二三四1-4])季`, func(g func(int) string) (When, bool) { return quarterOf("", g(1), ""), true }),
	form(true, `ANNUAL|FULL YEAR|WHOLE YEAR|CALENDAR YEAR`, func(func(int) string) (When, bool) { return When{From: 1, To: 12}, true }),
	// 2023年上半年, 下半年, 2023H1, H1 2023
	form(false, `(?:(\d{4}) ?年? ?)?([上下])半年`, func(g func(int) string) (When, bool) { return halfOf(g(1), g(2)), true }),
	form(false, `(\d{4}) ?年?[ -]?[HS]([12])`, func(g func(int) string) (When, bool) { return halfOf(g(1), g(2)), true }),
	form(false, `H([12])[ /,-]*(\d{4})`, func(g func(int) string) (When, bool) { return halfOf(g(2), g(1)), true }),
	// 2023年11月, 2023年11月末, 2023年11月30日; 2023M11
	form(false, `(\d{4}) ?年 ?(\d{1,2}) ?月份?`+endRE, func(g func(int) string) (When, bool) { return monthOf(g(1), g(2), g(3)), true }),
	form(false, `(\d{4}) ?年 ?(\d{1,2}) ?月(\d{1,2})[日号]`, func(g func(int) string) (When, bool) { return dayOf(g(1), g(2), g(3)) }),
	form(false, `(\d{4}) ?年 ?(十[一二]?|[一二三四五六七八九]) ?月份?`+endRE, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: cnNumber(g(2)), To: cnNumber(g(2)), AtEnd: g(3) != ""}, true
	}),
	form(false, `(\d{4})[ -]?M(\d{1,2})`, func(g func(int) string) (When, bool) { return monthOf(g(1), g(2), ""), true }),
	form(true, `(\d{4})[-./](\d{1,2})月?`, func(g func(int) string) (When, bool) { return monthOf(g(1), g(2), ""), true }),
	form(true, `(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T][\d:.Z]*)?`, func(g func(int) string) (When, bool) { return dayOf(g(1), g(2), g(3)) }),
	form(true, `(\d{4})(0[1-9]|1[0-2])`, func(g func(int) string) (When, bool) { return monthOf(g(1), g(2), ""), true }),
	form(true, `(\d{4})(0[1-9]|1[0-2])([0-3]\d)`, func(g func(int) string) (When, bool) { return dayOf(g(1), g(2), g(3)) }),
	form(true, `(\d{4}) (\d{1,2})`, func(g func(int) string) (When, bool) { return monthOf(g(1), g(2), ""), true }),
	// Jan–Nov 2023, 2023 Jan–Nov, Nov 2023, Nov-23, 2023 Nov, 30 Nov 2023
	form(false, nameRE+`(?: ?-+ ?| TO )`+nameRE+sepRE+`(\d{4}|\d{2})`, func(g func(int) string) (When, bool) {
		return When{Year: shortYear(g(3)), From: monthName(g(1)), To: monthName(g(2))}, true
	}),
	form(false, `(\d{4})`+sepRE+nameRE+`(?: ?-+ ?| TO )`+nameRE, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: monthName(g(2)), To: monthName(g(3))}, true
	}),
	form(false, nameRE+sepRE+`(?:\d{1,2}, ?)?(\d{4})`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(2)), From: monthName(g(1)), To: monthName(g(1))}, true
	}),
	form(true, `(?:\d{1,2}[ -])?`+nameRE+`[ '-](\d{2})`, func(g func(int) string) (When, bool) {
		return When{Year: shortYear(g(2)), From: monthName(g(1)), To: monthName(g(1))}, true
	}),
	form(true, `(\d{4}|\d{2})[ ,-]*`+nameRE, func(g func(int) string) (When, bool) {
		return When{Year: shortYear(g(1)), From: monthName(g(2)), To: monthName(g(2))}, true
	}),
	form(true, nameRE+`(?: ?-+ ?| TO )`+nameRE, func(g func(int) string) (When, bool) {
		return When{From: monthName(g(1)), To: monthName(g(2))}, true
	}),
	form(true, nameRE, func(g func(int) string) (When, bool) { return When{From: monthName(g(1)), To: monthName(g(1))}, true }),
	// 2019/20, FY2020, 2019-20: fiscal years
	form(true, `(?:FY ?)?(\d{4})[/-](\d{2})(?: ?\(?FY\)?)?`, func(g func(int) string) (When, bool) {
		y := num(g(1))
		return When{Year: y + 1, Fiscal: true}, (y+1)%100 == num(g(2))
	}),
	form(true, `(?:FY ?)?(\d{4})/(\d{4})`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(2)), Fiscal: true}, num(g(2)) == num(g(1))+1
	}),
	form(true, `(?:FY|FISCAL YEAR|FISCAL) ?(\d{4})`, func(g func(int) string) (When, bool) { return When{Year: num(g(1)), Fiscal: true}, true }),
	form(true, `(\d{4}) ?财年`, func(g func(int) string) (When, bool) { return When{Year: num(g(1)), Fiscal: true}, true }),
	// 2023年末; 2023年, 2023年度, 2023年全年; 2004 [YR2004]; 2023
	form(false, `(\d{4}) ?年 ?年?[末底]`, func(g func(int) string) (When, bool) {
		return When{Year: num(g(1)), From: 12, To: 12, AtEnd: true}, true
	}),
	form(false, `(\d{4}) ?年(?:度|全年|年度)?`, func(g func(int) string) (When, bool) { return When{Year: num(g(1))}, true }),
	form(true, `(\d{4}) ?(?:年|全年|度|年度)?`, func(g func(int) string) (When, bool) { return When{Year: num(g(1))}, true }),
	form(true, `(\d{4}) \[YR(\d{4})\]`, func(g func(int) string) (When, bool) { return When{Year: num(g(1))}, g(1) == g(2) }),
	form(true, `(?:YR|Y|CY ?)(\d{4})`, func(g func(int) string) (When, bool) { return When{Year: num(g(1))}, true }),
	form(true, `(?:中[华華])?民[国國] ?(\d{2,3}) ?年(?:(\d{1,2})月)?`, func(g func(int) string) (When, bool) {
		return monthOf(strconv.Itoa(num(g(1))+1911), g(2), ""), true
	}),
	form(true, `(?:中[华華])?民[国國] ?(\d{2,3}) ?年 ?第?(`+cnQ+`) ?季度?`, func(g func(int) string) (When, bool) {
		return quarterOf(strconv.Itoa(num(g(1))+1911), g(2), ""), true
	}),
	form(true, `令和(\d{1,2}|元)年度`, func(g func(int) string) (When, bool) { return When{Year: max(1, num(g(1))) + 2019, Fiscal: true}, true }),
	form(true, `平成(\d{1,2}|元)年度`, func(g func(int) string) (When, bool) { return When{Year: max(1, num(g(1))) + 1989, Fiscal: true}, true }),
	form(true, `令和(\d{1,2}|元)年(?:(\d{1,2})月)?`, func(g func(int) string) (When, bool) {
		return monthOf(strconv.Itoa(max(1, num(g(1)))+2018), g(2), ""), true
	}),
	form(true, `平成(\d{1,2}|元)年(?:(\d{1,2})月)?`, func(g func(int) string) (When, bool) {
		return monthOf(strconv.Itoa(max(1, num(g(1)))+1988), g(2), ""), true
	}),
	// 24年1—8月, 24年8月
	form(false, `(\d{2}) ?年 ?(\d{1,2}) ?月?份?`+dashRE+`(\d{1,2}) ?月份?`+endRE+aboutRE, func(g func(int) string) (When, bool) {
		w := When{Year: shortYear(g(1)), From: num(g(2)), To: num(g(3)), AtEnd: g(4) != ""}
		return w, w.From >= 1 && w.From <= w.To && w.To <= 12
	}),
	form(false, `(\d{2}) ?年 ?(\d{1,2}) ?月份?`+endRE, func(g func(int) string) (When, bool) {
		return monthOf(strconv.Itoa(shortYear(g(1))), g(2), g(3)), true
	}),
	// without a year: 1—11月, 11月, 11月末, 十一月, 全年, 年末
	form(false, `(\d{1,2}) ?月?份?`+dashRE+`(\d{1,2}) ?月份?`+endRE+aboutRE, func(g func(int) string) (When, bool) {
		return When{From: num(g(1)), To: num(g(2)), AtEnd: g(3) != ""}, true
	}),
	form(false, `(\d{1,2}) ?月份?`+endRE, func(g func(int) string) (When, bool) {
		return When{From: num(g(1)), To: num(g(1)), AtEnd: g(2) != ""}, true
	}),
	form(true, `(十[一二]?|[一二三四五六七八九]) ?月份?`+endRE, func(g func(int) string) (When, bool) {
		return When{From: cnNumber(g(1)), To: cnNumber(g(1)), AtEnd: g(2) != ""}, true
	}),
	form(true, `全年(?:合计|累计)?`, func(func(int) string) (When, bool) { return When{From: 1, To: 12}, true }),
	form(true, `M(0[1-9]|1[0-2])`, func(g func(int) string) (When, bool) { return When{From: num(g(1)), To: num(g(1))}, true }),
}
