package typeset

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"jianbao/fonts"
)

// What no line may start or end with (CLREQ 3.1.4), and what none may be
// broken in, said again here without regard to how the program says it.
const (
	neverStarts = "！%），．：；？]}¢°·’”…‰′″℃、。〃々〉》」』】〕〗" + "，％–～.,;:!?)"
	neverEnds   = "$([{£¥‘“〈《「『【〔〖" + "（［｛￥"
)

var neverBroken = []*regexp.Regexp{
	regexp.MustCompile(`[0-9][0-9.,]*(多|余)?(万亿元|亿元|万元|元|亿美元|美元|万吨标准煤|吨标准煤|万吨|吨|万平方米|平方米|立方米|平方公里|公里|千米|公斤|毫米|小时|亿千瓦时|万人次|人次|万人|万户|户|家|个百分点|个月|个|项|件|场|次|倍|万辆|天)`),
	regexp.MustCompile(`[0-9]+年[0-9]+(—[0-9]+)?月([0-9]+日)?`),
	regexp.MustCompile(`[0-9]+—[0-9]+月|[0-9]+—[0-9]+年|(GB/T )?[0-9.]+[%％]?[—～][0-9.]+([%％万]户?|公斤|元)?`),
	regexp.MustCompile(`[0-9][0-9.,]*[%％℃‰]`),
	regexp.MustCompile(`[-−+±≥≈][0-9][0-9.]*%?`),
	regexp.MustCompile(`(RMB|US\$) [0-9.,]+( (million|billion))?|[0-9.]+ (million|billion|thousand)|[0-9.]+ percentage|(Table|Figure) [0-9]+|GB/T [0-9]+(—[0-9]+)?`),
	regexp.MustCompile(`[0-9][0-9.]*((微|毫)克|吨标准煤|吨|公斤|人|元|件)/(立方米|平方公里|公顷|亿元|万元|万人|升|人)|[0-9.]+ µg/m³`),
	regexp.MustCompile(`以(上|下|内|外)|左右|不(低于|超过|少于)|至少`),
	regexp.MustCompile(`〔[0-9]{4}〕第?[0-9]+号`),
	regexp.MustCompile(`第[0-9]+页|——|……|\[[0-9]+\]|[^ ]\[[0-9]+\]`),
}

// brokenAtSlash is what may be broken only after the slash.
var brokenAtSlash = []*regexp.Regexp{
	regexp.MustCompile(`(微克|毫克|吨标准煤|公斤)/(立方米|平方公里|公顷|亿元|万元|万人)`),
}

// heldTogether may be broken only where it is wide for the measure.
var heldTogether = []*regexp.Regexp{
	regexp.MustCompile(`(不低于|不超过|不少于|不足|至少|约|近|超|逾)?[0-9][0-9.,]*(%|亿元|万元|人|家)(以(上|内|下|外)|左右)?`),
	regexp.MustCompile(`[0-9][0-9.]* (million|thousand) (tonnes|passengers|persons|households|square metres)`),
	regexp.MustCompile(`[0-9]+ micrograms`),
}

func TestNoForbiddenBreaks(t *testing.T) {
	fam := fonts.Builtin()
	paragraphs := corpus(t)
	if len(paragraphs) < 80 {
		t.Errorf("the test set has %d paragraphs", len(paragraphs))
	}
	for _, s := range paragraphs {
		opt := options(s)
		text := []rune(drawn(s))
		for _, size := range []float64{7.5, 9, 12.5} {
			for width := 60.0; width <= 480; width += 17.5 {
				at := 0
				st := Style{fonts.Regular, size}
				got := Break(fam, []Span{{Text: s, Style: st}}, width, opt)
				for _, l := range got[:len(got)-1] {
					at += len([]rune(plain(l)))
					what, from, to := torn(text, at, heldTogether)
					if a, b := withMarks(text, from, to); what != "" && Width(fam, st, string(text[a:b])) <= 0.42*width {
						t.Errorf("%v/%v %s: %q|%q: %s", size, width, opts(opt), around(text, at-6, at), around(text, at, at+6), what)
					}
					if what, from, to = torn(text, at, brokenAtSlash); what != "" && text[at-1] != '/' && Width(fam, st, string(text[from:to])) <= width {
						t.Errorf("%v/%v %s: %q|%q: %s", size, width, opts(opt), around(text, at-6, at), around(text, at, at+6), what)
					}
					if what, from, to := forbidden(text, at); what != "" {
						// Nothing else is left where the whole is wider than the measure.
						if from, to = withMarks(text, from, to); Width(fam, st, string(text[from:to])) <= width {
							t.Errorf("%v/%v %s: %q|%q: %s", size, width, opts(opt), around(text, at-6, at), around(text, at, at+6), what)
						}
					}
				}
			}
		}
	}
}

// forbidden says why a line may not start at a character, and what is torn.
func forbidden(text []rune, at int) (why string, from, to int) {
	before := at - 1
	for before > 0 && (text[before] == ' ' || text[before] == '　') {
		before--
	}
	switch {
	case strings.ContainsRune(neverStarts, text[at]):
		return "line start", before, at + 1
	case strings.ContainsRune(neverEnds, text[before]):
		return "line end", before, at + 1
	}
	return torn(text, at, neverBroken)
}

// torn finds what of a list a line that starts at a character would tear.
func torn(text []rune, at int, list []*regexp.Regexp) (what string, from, to int) {
	line := string(text)
	for _, re := range list {
		for _, m := range re.FindAllStringIndex(line, -1) {
			from, to := len([]rune(line[:m[0]])), len([]rune(line[:m[1]]))
			if from < at && at < to {
				return re.String(), from, to
			}
		}
	}
	return "", 0, 0
}

// withMarks adds the marks, signs and words that cling to a run of text.
func withMarks(text []rune, from, to int) (int, int) {
	for from > 0 && strings.ContainsRune(neverEnds+neverStarts+"+-−±≥≈=—/0123456789", text[from-1]) {
		from--
	}
	for from > 0 && text[from] < 0x2E80 && text[from-1] < 0x2E80 && text[from-1] > ' ' {
		from--
	}
	if from > 0 && strings.ContainsRune(neverStarts, text[from]) {
		from--
	}
	for to < len(text) && (strings.ContainsRune(neverStarts+"—/[]0123456789", text[to]) ||
		text[to] == ' ' && to+1 < len(text) && strings.ContainsRune(neverStarts, text[to+1])) {
		to++
	}
	return from, to
}

func around(text []rune, from, to int) string { return string(text[max(0, from):min(len(text), to)]) }

func opts(o Options) string {
	if o.Justify {
		return "justified"
	}
	return "ragged"
}

// Where Chinese typesetting needs a break that UAX #14 denies, and where it
// must not make one that UAX #14 allows.
func TestTailoring(t *testing.T) {
	for _, tc := range []struct {
		text string // | where a line may start
	}{
		{"推|进|“AI+”|行|动"},
		{"推|进|“中|文”|行|动"},
		{"增|速|为|-3.2%，|降|幅"},
		{"占|产|出——|比—|较"}, // a dash never starts a line
		{"在|1—11月，|为|5%—6%。"},
		{"达|432.6亿元|（现|价）"},
		{"增|7.2%|（现|价）"},
		{"业|绩①|较|好，|②其|他"},
		{"总|值[1]|比|上|年"},
		{"耗|0.32吨/万元"},
		{"依|据|GB/T 4754|之|规|定"},
		{"the |year-|on-|year |rate’s |X-ray"},
		{"RMB 43.26 billion |a |year, |5.7 °C, |880 million m³"},
		{"页|见|第3页|2023年11月15日|发|布"},
		{"文|件|《意|见》|“一|二”。"},
	} {
		want := tc.text
		s := strings.ReplaceAll(want, "|", "")
		spans := []Span{{Text: s, Style: ten}}
		items := itemize(fonts.Builtin(), spans)
		opportunities(items, spans)
		var b strings.Builder
		for i, it := range items {
			if it.level == free && i > 0 {
				b.WriteByte('|')
			}
			b.WriteRune(it.r)
		}
		if got := b.String(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// Leaving UAX #14 unasked about plain text must not show.
func TestPlainText(t *testing.T) {
	plainChars := []rune("产值年月日个元abcXYZ0123456789  .,%，。、；：（）")
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		text := make([]rune, 2+r.IntN(20))
		for i := range text {
			text[i] = plainChars[r.IntN(len(plainChars))]
		}
		levels := func(s string) (out []level) {
			spans := []Span{{Text: s, Style: ten}}
			items := itemize(fonts.Builtin(), spans)
			opportunities(items, spans)
			for i := range text {
				out = append(out, items[i].level)
			}
			return out
		}
		// A radical at the end makes the same text one that is asked about.
		quick, asked := levels(string(text)), levels(string(text)+"\u3000\u4e00\u2e80")
		for i := range quick[:len(quick)-1] {
			if (quick[i] == free) != (asked[i] == free) {
				t.Fatalf("%q: %v before %q, %v when UAX #14 is asked", string(text), quick[i], text[i], asked[i])
			}
		}
	}
}
