package indicator

import (
	"strings"
	"unicode/utf8"
)

// Figure is what a cell says where a number may stand.
type Figure struct {
	Value  Decimal
	Status Status
	Unit   string // written behind the number: 亿元 of 432.6亿元, % of 7.2%; "" for none
	Signed string // the word that gave the sign: 增长, 下降; "" for none
	Marks  string // footnote marks dropped
	Approx bool   // 约, about
}

// signWords give the sign of the number behind them.
var signWords = []struct {
	word string
	down bool
}{
	{"同比增长", false}, {"同比下降", true}, {"比上年增长", false}, {"比上年下降", true}, {"环比增长", false}, {"环比下降", true},
	{"增长", false}, {"上升", false}, {"提高", false}, {"增加", false}, {"上涨", false}, {"升", false}, {"增", false}, {"涨", false},
	{"下降", true}, {"减少", true}, {"下跌", true}, {"回落", true}, {"降低", true}, {"降", true}, {"减", true}, {"跌", true},
	{"up ", false}, {"down ", true}, {"±", false}, {"▲", false}, {"↑", false}, {"▼", true}, {"↓", true}, {"△", true},
}

// ParseFigure reads what people write in a cell that should hold a figure: all
// that ParseValue reads, and signs in words, a unit behind the number, marks of
// money before it. Any other text is a *ValueError.
func ParseFigure(s string) (Figure, error) {
	fail := &ValueError{Text: s}
	if len(s) > 120 {
		return Figure{}, fail
	}
	if v, st, err := ParseValue(s); err == nil {
		f := Figure{Value: v, Status: st}
		if strings.ContainsAny(s, "%％") && st.HasValue() {
			f.Unit = "%"
		}
		return f, nil
	}
	t := strings.ToLower(strings.TrimSpace(narrow(s)))
	var f Figure
	if st, ok := officialMarks[t]; ok {
		f.Status = st
		return f, nil
	}
	if t == "持平" || t == "与上年持平" || t == "unchanged" {
		f.Signed = t
		return f, nil
	}
	for _, w := range []string{"约", "about ", "~", "<", ">", "≈"} {
		if rest, ok := strings.CutPrefix(t, w); ok {
			t, f.Approx = strings.TrimSpace(rest), true
		}
	}
	for _, w := range []string{"↑", "▲"} { // what goes down has a sign in front, or does not say how far
		if rest, ok := strings.CutSuffix(t, w); ok {
			t, f.Signed = strings.TrimSpace(rest), w
		}
	}
	down := false
	for _, w := range signWords {
		if rest, ok := strings.CutPrefix(t, w.word); ok {
			t, f.Signed, down = strings.TrimSpace(rest), strings.TrimSpace(w.word), w.down
			break
		}
	}
	for _, m := range []string{"us$", "hk$", "s$", "a$", "c$", "rmb", "usd", "cny", "eur", "gbp", "¥", "￥", "$", "€", "£"} {
		if rest, ok := strings.CutPrefix(t, m); ok {
			t, f.Unit = strings.TrimSpace(rest), m
			break
		}
	}
	num, rest := leadingNumber(t)
	if num == "" {
		return Figure{}, fail
	}
	v, st, err := ParseValue(num)
	if err != nil || !st.HasValue() {
		return Figure{}, fail
	}
	rest = strings.TrimSpace(rest)
	if r, ok := trailingStatus(rest); ok {
		st, rest = r, ""
	}
	switch {
	case rest == "":
	case rest == "万" || rest == "亿" || rest == "万亿" || rest == "million" || rest == "billion" || rest == "倍":
		f.Unit = strings.TrimSpace(f.Unit + rest)
	case IsUnit(rest) && !strings.ContainsAny(rest, "年月日号"):
		if f.Unit != "" {
			rest = f.Unit + " " + rest
		}
		f.Unit = rest
	default:
		return Figure{}, fail
	}
	if down {
		if v.Sign() < 0 {
			return Figure{}, fail
		}
		v = v.Neg()
	}
	f.Value, f.Status = v, st
	return f, nil
}

// officialMarks are what statistical offices outside China put where there is
// no figure, and say so in their notes.
var officialMarks = map[string]Status{
	"[x]": NotAvailable, "[z]": NotApplies, "[c]": Confidential, "[low]": NotAvailable, "[u]": NotAvailable, "[w]": NotAvailable,
	": c": Confidential, ":c": Confidential, ": u": NotAvailable, ":u": NotAvailable, ": z": NotApplies, ":z": NotApplies, ": n": NotAvailable, ":n": NotAvailable, ": m": NotAvailable,
	"未公布": NotAvailable, "no data": NotAvailable, "n.a": NotAvailable, "未统计": NotAvailable, "nd": NotAvailable, "n.d.": NotAvailable, "nil": NotAvailable, "s.o.": NotAvailable, "*": NotAvailable, "**": NotAvailable,
	"…(1)": NotAvailable, "not available": NotAvailable, "not applicable": NotApplies, "....": NotAvailable, "#value!": NotAvailable, "#div/0!": NotAvailable, "#ref!": NotAvailable,
}

// trailingStatus reads flags behind a figure: p, e, bp, (r).
func trailingStatus(s string) (Status, bool) {
	switch strings.Trim(s, "()[] ") {
	case "p", "bp", "prov", "初步":
		return Preliminary, true
	case "r", "br", "rp":
		return Revised, true
	case "e", "be", "f", "s", "i":
		return Estimated, true
	case "b", "d", "u", "du", "bd":
		return Normal, true
	}
	return Normal, false
}

// leadingNumber cuts the number off the front of a text.
func leadingNumber(s string) (num, rest string) {
	i := 0
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−") || strings.HasPrefix(s, "+") {
		_, n := utf8.DecodeRuneInString(s)
		i = n
	}
	start := i
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.' || s[i] == ',' || s[i] == ' ' && i+3 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' && i > start) {
		i++
	}
	if i == start {
		return "", s
	}
	return strings.TrimRight(s[:i], ",."), s[i:]
}

// narrow makes full-width forms half-width.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - 0xFEE0
		}
		if r == '\u3000' || r == '\u00a0' {
			return ' '
		}
		return r
	}, s)
}

// LooksNumeric reports whether a text may be a figure or a mark in its place.
func LooksNumeric(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 60 {
		return false
	}
	_, err := ParseFigure(s)
	return err == nil
}
