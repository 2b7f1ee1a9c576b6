package glossary

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/internal/indicator"
)

// longestName bounds what is looked up, in bytes. Longer texts are sentences.
const longestName = 300

// Find recognises an indicator by a name in either language. A name that is not
// in the glossary as it stands is tried without what does not distinguish:
// spaces, width, case, hyphens and number; an ordinal (一、 (一) 1. ①) or 其中：, #
// or of which before it; brackets that hold a unit, a note on prices, or another
// name of the same indicator; words such as 全市 before and 总额, 总量, 完成额
// behind it. The cost is that of a few look-ups, whatever the glossary's size.
func (g *Glossary) Find(name string) (Entry, Match) {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > longestName {
		return Entry{}, None
	}
	var scratch [128]byte
	if e, ok := g.lookup(fold(scratch[:0], name)); ok {
		return e, e.matches(name)
	}
	bare := unnumbered(name)
	if e, ok := g.affixed(fold(scratch[:0], bare)); ok {
		return e, Folded
	}
	share := false
	for inner := bare; ; {
		rest, in, ok := cutBracket(inner)
		if !ok {
			return Entry{}, None
		}
		share = share || percentOf.MatchString(in)
		e, found := g.affixed(fold(scratch[:0], rest))
		switch {
		case found && share && e.Measure != indicator.Share && e.Measure != indicator.Rate:
			return Entry{}, None // what it is of something else is another indicator
		case found && (saysNothing(in) || e.isCalled(in)):
			return e, Folded
		case !found && !saysNothing(in):
			return Entry{}, None
		}
		inner = rest
	}
}

// percentOf is the unit of a share: % of GDP.
var percentOf = regexp.MustCompile(`(?i)^(?:%|percent|per cent|percentage) of |^占.*(?:比重|%)$`)

// matches is how a name that led to e did so.
func (e *Entry) matches(name string) Match {
	switch {
	case name == e.Name.ZH || name == e.Name.EN:
		return Exact
	case slices.Contains(e.Aliases, name):
		return Alias
	}
	return Folded
}

// isCalled reports whether a text is one of the entry's names: （GDP）, （CPI）.
func (e *Entry) isCalled(s string) bool {
	key := fold(nil, s)
	same := func(n string) bool { return bytes.Equal(fold(nil, n), key) }
	return len(key) > 0 && (same(e.Name.ZH) || same(e.Name.EN) || slices.ContainsFunc(e.Aliases, same))
}

var (
	// leadWords stand before a name and say only whose, or for what time, the
	// figure is.
	leadWords = byteWords("全市", "全区", "全省", "全县", "全州", "全盟", "全旗", "全镇", "全国", "全域", "我市", "我区", "我省", "我县", "本市", "本区", "本省", "本县",
		"完成", "实现", "累计", "当年", "当月", "本月", "本期", "本年", "年末", "期末", "月末", "季末", "年底", "总", "total")
	// tailWords stand behind a name and say no more than that it is an amount.
	tailWords = byteWords("完成情况", "完成额", "完成数", "总量", "总额", "总值", "总数", "头数", "个数", "户数", "家数", "合计", "总计", "情况", "累计", "完成", "额", "数", "量", "值", "total", "amount", "value")
)

func byteWords(words ...string) (out [][]byte) {
	for _, w := range words {
		out = append(out, []byte(w))
	}
	return out
}

// affixed looks a folded name up as it is, then without a word before it, one
// behind it, and both.
func (g *Glossary) affixed(key []byte) (Entry, bool) {
	if e, ok := g.lookup(key); ok {
		return e, true
	}
	cut := func(key []byte) (Entry, bool) {
		for _, w := range tailWords {
			if rest, ok := bytes.CutSuffix(key, w); ok && longEnough(rest) {
				if e, ok := g.lookup(rest); ok {
					return e, true
				}
			}
		}
		return Entry{}, false
	}
	if e, ok := cut(key); ok {
		return e, true
	}
	for _, w := range leadWords {
		if rest, ok := bytes.CutPrefix(key, w); ok && longEnough(rest) {
			if e, ok := g.lookup(rest); ok {
				return e, true
			}
			if e, ok := cut(rest); ok {
				return e, true
			}
		}
	}
	return Entry{}, false
}

// longEnough keeps what is left of a name from being a word that may mean
// anything: two hanzi or three letters at least.
func longEnough(key []byte) bool {
	n := utf8.RuneCount(key)
	return n >= 3 || n == 2 && key[0] >= utf8.RuneSelf
}

// leadMarks are what offices put before a name: 一、 （一） 1. 1、 (1) 1) ① # * – 其中：
var leadMarks = regexp.MustCompile(`^(?i:[\s\p{Zs}]+|[#＃*＊•·●○◆◇■□▪▶►–—-]+|[(（\[［]\s*(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2}|[a-z]|[ivx]{1,4})\s*[)）\]］]、?|[一二三四五六七八九十]{1,3}\s*[、.．]|[\d０-９]{1,2}(?:[.．]\d{1,2}){0,3}(?:[、.．)）]|\s)|(?:[ivx]{1,4}|[a-z])(?:[.．)）]\s|、)|[①-⑳⑴-⒇⒈-⒛Ⅰ-Ⅻ㈠-㈩]\s*[、.．]?|第[一二三四五六七八九十]{1,2}[、：:]|其中\s*[：:、，,]?|of which\s*[:,]?|o/w\s*:?|including\s*:|(?:add|less|plus|minus|加|减)\s*[:：])`)

// unnumbered takes ordinals, marks of sub-items and the like from before a
// name.
func unnumbered(s string) string {
	for range 4 {
		i := leadMarks.FindStringIndex(s)
		if i == nil || i[1] == 0 || i[1] == len(s) {
			break
		}
		s = s[i[1]:]
	}
	return strings.TrimSpace(s)
}

// cutBracket takes the last pair of brackets out of a name.
func cutBracket(s string) (rest, in string, ok bool) {
	end := strings.LastIndexAny(s, ")）]］】〕")
	if end < 0 {
		return s, "", false
	}
	start := strings.LastIndexAny(s[:end], "(（[［【〔")
	if start < 0 {
		return s, "", false
	}
	_, a := utf8.DecodeRuneInString(s[start:])
	_, b := utf8.DecodeRuneInString(s[end:])
	return strings.TrimSpace(s[:start] + s[end+b:]), strings.TrimSpace(s[start+a : end]), true
}

// notes are texts in brackets that say how a figure was made, not what it is.
var notes = regexp.MustCompile(`(?i)^(?:单位[:：].*|.*=\s*100|以?.*为100|按.*(?:计算|口径|统计|汇率).*|(?:现|现行|当年|可比|不变|基期|\d{4}年?(?:不变)?)价格?(?:计算)?|现价总量|绝对[值额数]|总量|增速|增长|同比.*|环比.*|累计.*|当[月季期].*|本[月季期年].*|期末.*|年末.*|月末.*|初步.*|快报.*|预计.*|修订.*|最终核实.*|(?:法人|商务|商务部|部|省|市|统计|海关|人行|税务|财政)口径|在地口径|在地统计|属地口径|新口径|可比口径|注.*|见注.*|万元以下|\d{4}年?(?:[-–—]\d{1,2}月)?|\d{1,2}|[①-⑳*#†]+|preliminary|provisional|estimates?|revised|p|r|e|yoy|y/y|mom|ytd|cumulative|year[- ]to[- ]date|current prices?|constant prices?|constant \d{4} prices?|at (?:current|constant).* prices?|nominal|real|annual|monthly|quarterly|total|end[- ]of[- ](?:year|period|month)|year[- ]end|period[- ](?:average|end)|sa|nsa|(?:not )?seasonally adjusted|national currency|lcu|bop,? current us\$|% (?:gross|net)|years?|number|units?|sq\.? ?(?:km|m)|square kilomet(?:er|re)s|kt|kg|metric tons|(?:kg|kwh|metric tons|years|number|units|km|sq\. km|us\$|litres|liters) (?:per|of|for) .*|thousands? .*|millions? .*|billions? .*|in '?0* ?(?:thousands?|millions?|billions?|current|constant|[a-z]{3}\b).*|modeled ilo estimate|national estimate)$`)

// saysNothing reports whether a text in brackets is a unit or a note, which do
// not distinguish an indicator.
func saysNothing(in string) bool {
	return in == "" || notes.MatchString(in) || indicator.IsUnit(in)
}

// National is a copy for sources on whole countries, where GDP and 生产总值 mean
// gross domestic, not regional, product.
func (g *Glossary) National() *Glossary {
	var own []Entry
	for _, n := range []struct {
		id    string
		names []string
	}{{"gdp", []string{"GDP", "生产总值"}}, {"gdp-per-capita", []string{"人均GDP", "人均生产总值"}}} {
		if e, ok := g.ByID(n.id); ok {
			e.Aliases = append(n.names, e.Aliases...)
			own = append(own, e)
		}
	}
	return g.With(own)
}
