package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// units are the words that a number is never parted from, with or without one
// of the tens of thousands before them (GB/T 15835).
var units = byFirst(`
	元 角 分 美元 港元 欧元 日元 英镑 人民币
	千瓦时 千瓦 兆瓦 度 立方米 平方米 平方公里 平方千米 公顷 亩 公里 千米 米 厘米 毫米 微米 公斤 千克 克 毫克 微克 吨 吨公里 人公里 斤 升 毫升
	分贝 秒 千卡 千焦 兆焦 吉焦 兆帕 千帕
	吨标准煤 吨标煤 标准箱
	人次 人 名 位 户 家 个 项 件 场 次 倍 成 份 辆 台 套 所 条 座 艘 架 处 栋 间 块 号 级 类 批 页 版 期 章 条 款 岁 周岁
	个百分点 百分点 个基点 基点 个月 小时 分钟 季度 月份 年 年末 年初 年度 月 月末 日 天 周 时 点 元/人 ％ %`)

var tens = byFirst("万亿 亿 万 千 百")

// about are the words that stand between a number and its unit: 300多亿元.
const about = "多余来几"

// bounds are the words that limit the amount before them (6.5%以上) and leads
// those that limit the one after (不低于6.5%).
var (
	bounds = byFirst("以上 以下 以内 以外 左右 上下")
	leads  = byLast("约 近 超 逾 不低于 不高于 不少于 不多于 不大于 不小于 不超过 不足 不到 低于 高于 少于 多于 大于 小于 超过 至少 至多 最多")
)

// keepNumbers holds a number to its unit and its bounds, the parts of a date
// and a number's place to it: 432.6亿元, 300多家, 39微克/立方米, 不低于6.5%,
// 240亿元以上, 2023年11月, 第3页.
func keepNumbers(items []item, spans []Span) {
	amount := 0 // where the last number ends, with its unit
	for i := 1; i < len(items); i++ {
		it, prev := &items[i], &items[i-1]
		switch {
		case isDigit(prev.r) && spans[prev.span].Rise == 0 && (it.class == hanzi || it.r == '％'):
			n := 0
			if i+1 < len(items) && strings.ContainsRune(about, it.r) {
				if n = unitAt(items[i+1:]); n > 0 {
					n++
				}
			}
			if n == 0 {
				n = unitAt(items[i:])
			}
			for k := range n {
				items[i+k].worsen(hard)
			}
			if n > 0 && it.level == hard {
				it.level = soft // rather before the unit than inside it
			}
			amount = i + n
		case isDigit(it.r) && !isDigit(prev.r):
			keepLead(items, i)
		case it.r == '/':
			amount = keepCompound(items, i)
		case isDigit(prev.r), isPercent(prev.r):
			amount = i
		}
		if it.r == '以' || it.r == '左' || it.r == '上' {
			if prefix(items[i:], bounds) > 0 {
				items[i+1].worsen(soft)
				if i == amount {
					it.worsen(loose)
				}
			}
		}
	}
}

// keepLead holds the number at item i to what stands before it.
func keepLead(items []item, i int) {
	it, prev := &items[i], &items[i-1]
	switch {
	case prev.r == '第':
		it.worsen(soft)
		if i > 1 && items[i-2].r == '〕' {
			keepDocumentNumber(items, i-2)
		}
	case prev.r == '〕':
		keepDocumentNumber(items, i-1)
	case (prev.r == '年' || prev.r == '月') && i > 1 && isDigit(items[i-2].r):
		if inDate(items, i) {
			it.worsen(mild)
		}
	default:
		if i > 1 && strings.ContainsRune("-−+±￥¥", prev.r) {
			i--
		}
		if items[i-1].class != hanzi {
			return
		}
		n := suffix(items[:i], leads)
		for k := 1; k < n; k++ {
			items[i-k].worsen(soft)
		}
		if n > 0 {
			items[i].worsen(loose)
		}
	}
}

// keepDocumentNumber holds together 国发〔2024〕12号, of which item i is the
// closing bracket.
func keepDocumentNumber(items []item, i int) {
	if open, first, end, ok := documentNumber(items, i); ok {
		items[open].worsen(loose)
		items[first].worsen(mild)
		items[end].worst(hard)
	}
}

// keepCompound holds together the units on both sides of the slash at item i,
// with a number or, in a table, without one: 微克/立方米, 人/亿元. It returns
// where the second ends.
func keepCompound(items []item, i int) int {
	before, after := 0, unitAt(items[i+1:])
	for k := 1; k <= longestUnit && k <= i && items[i-k].class == hanzi; k++ {
		if unitAt(items[i-k:i]) == k {
			before = k
		}
	}
	for k := 1; k < before; k++ {
		items[i-k].worsen(hard)
	}
	for k := 1; k < after; k++ {
		items[i+1+k].worsen(hard)
	}
	return i + 1 + after
}

// longestUnit is the length of the longest that keepCompound looks for before a
// slash: 万吨标准煤.
const longestUnit = 5

func isPercent(r rune) bool { return r == '%' || r == '％' || r == '‰' || r == '℃' }

// worsen makes a break before an item at least so bad.
func (it *item) worsen(to level) {
	if it.level == free {
		it.level = to
	}
}

// worst is worsen for a break that is bad already.
func (it *item) worst(to level) {
	if it.level != never {
		it.level = max(it.level, to)
	}
}

// unitAt is the length of the unit that items begin with, or 0.
func unitAt(items []item) int {
	n := prefix(items, tens)
	return n + prefix(items[n:], units)
}

// words are a list of words by the first or the last character of each. Most
// characters that it is asked about are none of those.
type words struct {
	by   map[rune][]string
	some [0x5200 / 64]uint64 // a bit for each of the common ideographs that are
}

func (l *words) add(r rune, w string) {
	if l.by == nil {
		l.by = map[rune][]string{}
	}
	l.by[r] = append(l.by[r], w)
	if k := r - firstIdeograph; k >= 0 && int(k) < 64*len(l.some) {
		l.some[k/64] |= 1 << (k % 64)
	}
}

func (l *words) at(r rune) []string {
	if k := r - firstIdeograph; k >= 0 && int(k) < 64*len(l.some) && l.some[k/64]&(1<<(k%64)) == 0 {
		return nil
	}
	return l.by[r]
}

const firstIdeograph = 0x4E00

func byFirst(list string) *words {
	l := new(words)
	for _, w := range strings.Fields(list) {
		r, _ := utf8.DecodeRuneInString(w)
		l.add(r, w)
	}
	return l
}

func byLast(list string) *words {
	l := new(words)
	for _, w := range strings.Fields(list) {
		r, _ := utf8.DecodeLastRuneInString(w)
		l.add(r, w)
	}
	return l
}

// prefix is the length of the longest of list that items begin with.
func prefix(items []item, list *words) int {
	if len(items) == 0 {
		return 0
	}
	longest := 0
next:
	for _, w := range list.at(items[0].r) {
		n := 0
		for _, r := range w {
			if n == len(items) || items[n].r != r {
				continue next
			}
			n++
		}
		longest = max(longest, n)
	}
	return longest
}

// suffix is the length of the longest of list that items end with.
func suffix(items []item, list *words) int {
	longest := 0
next:
	for _, w := range list.at(items[len(items)-1].r) {
		n := 0
		for rest := w; rest != ""; n++ {
			r, size := utf8.DecodeLastRuneInString(rest)
			if n == len(items) || items[len(items)-1-n].r != r {
				continue next
			}
			rest = rest[:len(rest)-size]
		}
		longest = max(longest, n)
	}
	return longest
}

// inDate reports whether the number at item i is a month or a day.
func inDate(items []item, i int) bool {
	for i < len(items) && (isDigit(items[i].r) || items[i].class == dash || items[i].r == '-' || items[i].r == '–') {
		i++
	}
	return i < len(items) && (items[i].r == '月' || items[i].r == '日')
}

// beforeNumber and afterNumber are the words that cling to a number across a
// space: a currency to its amount, a scale, sign or unit to its figure.
var (
	beforeNumber = strings.Fields("RMB CNY USD EUR HKD GB GB/T ISO US$ HK$ No. Nos. Table Figure Fig. Chart Page p. pp. Q1 Q2 Q3 Q4 约 ¥ $ € £")
	currencies   = strings.Fields("RMB CNY USD EUR HKD GBP JPY US$ HK$ ¥ $ € £")
	scales       = strings.Fields("hundred thousand million billion trillion")
	afterNumber  = strings.Fields(`percent percentage points pp bp % ‰ ℃ °C
		kWh MWh GWh TWh kW MW GW km km² km2 m m² m³ cm mm kg g mg µg μg L l t tce ha mu yuan dB MPa GJ MJ`)
	// What is counted, told from what follows a number by chance.
	counted = setOf(`tonnes tons grams kilograms milligrams micrograms litres metres kilometres hectares mu square cubic
		tonne-kilometres passenger-kilometres kilowatt-hours units pieces sets cars vehicles cases days months years hours
		persons people inhabitants residents employees workers graduates students passengers tourists visitors visits trips
		households enterprises companies firms businesses patents beds dollars yuan degrees parcels containers TEUs`)
	// What may follow million without belonging to it.
	particles = setOf(`a an and as at but by for from in into less more of on or over since than that the to under up down was
		were which while who with compared including representing is are accounting after before against respectively`)
)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// isUnit reports whether a word is a unit: kWh, µg/m³.
func isUnit(word string) bool {
	first, _, _ := strings.Cut(word, "/")
	return slices.Contains(afterNumber, first)
}

// isNoun reports whether a word after million may be what is counted: a word of
// small letters, and short, so that the line before does not suffer.
func isNoun(word string) bool {
	if counted[word] {
		return true
	}
	for i := range len(word) {
		if (word[i] < 'a' || word[i] > 'z') && word[i] != '-' {
			return false
		}
	}
	return len(word) <= 12 && !particles[word]
}

// stuckSpace says how bad a break at the space between two words would be:
// free, unless a number is held there to its currency, scale or unit.
func stuckSpace(before, after string) level {
	if before == "" || after == "" {
		return free
	}
	before, after = strings.TrimLeft(before, "(（["), strings.TrimRight(after, ".,;:)，。；：、）")
	switch {
	case before == "" || after == "":
		return free
	case isDigit(rune(after[0])):
		switch {
		case strings.HasSuffix(before, "$"):
			return last
		case slices.Contains(currencies, before):
			return soft
		case slices.Contains(beforeNumber, before):
			return mild
		case before == "per":
			return weak
		}
		return free
	case isDigit(rune(before[len(before)-1])):
		switch {
		case slices.Contains(scales, after):
			return firm
		case after == "per":
			return mild
		case isUnit(after):
			return soft
		case counted[after]:
			return loose
		}
		return free
	case before == "per":
		if after == "cent" {
			return mild
		}
		return weak
	case after == "per":
		if slices.Contains(scales, before) {
			return mild
		} else if counted[before] {
			return weak
		}
	case before == "square", before == "cubic":
		if strings.HasSuffix(after, "metres") || strings.HasSuffix(after, "meters") {
			return loose
		}
	case slices.Contains(scales, before):
		switch {
		case isUnit(after):
			return mild
		case counted[after]:
			return loose
		case isNoun(after):
			return weak
		}
	}
	return free
}

// stuck is stuckSpace for the words on both sides of the space before item i,
// whose last item is p. In Chinese text a word ends where hanzi begin.
func stuck(items []item, p, i int) level {
	inWord := func(k int) bool { return items[k].class != space && items[k].r < 0x2E80 }
	end := p
	for end > 0 && items[end-1].class == space {
		end--
	}
	if end > 0 && items[end-1].class == opening {
		return mild // UAX #14, LB14
	}
	from := end
	for from > 0 && inWord(from-1) {
		from--
	}
	if from == end {
		return free
	}
	if !isDigit(items[i].r) && !isDigit(items[end-1].r) && // most spaces are told at a glance
		!endsLike(items[from:end], "llion", "sand", "dred", "per", "square", "cubic") && !(items[i].r == 'p' && following(items, i) == 'e') {
		return free
	}
	to := i
	for to < len(items) && inWord(to) {
		to++
	}
	return stuckSpace(text(items[from:end]), text(items[i:to]))
}

// endsLike reports whether items end with one of the words, of ASCII.
func endsLike(items []item, words ...string) bool {
next:
	for _, w := range words {
		if len(w) > len(items) {
			continue
		}
		for k := len(w) - 1; k >= 0; k-- {
			if items[len(items)-len(w)+k].r != rune(w[k]) {
				continue next
			}
		}
		return true
	}
	return false
}

func text(items []item) string {
	var b strings.Builder
	for i := range items {
		b.WriteRune(items[i].r)
	}
	return b.String()
}

// Words cuts a text at the spaces where a line may break: RMB 27 billion is one.
func Words(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if n := len(out); n > 0 {
			last := out[n-1]
			if stuckSpace(last[strings.LastIndexByte(last, ' ')+1:], w) >= mild {
				out[n-1] = last + " " + w
				continue
			}
		}
		out = append(out, w)
	}
	return out
}
