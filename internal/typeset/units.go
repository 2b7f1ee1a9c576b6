package typeset

import (
	"slices"
	"strings"
)

// units are the words that a number is never parted from, with or without one
// of the tens of thousands before them (GB/T 15835).
var units = strings.Fields(`
	元 角 分 美元 港元 欧元 日元 英镑 人民币
	千瓦时 千瓦 兆瓦 度 立方米 平方米 平方公里 平方千米 公顷 亩 公里 千米 米 厘米 毫米 公斤 千克 克 吨 吨公里 人公里 斤 升
	吨标准煤 吨标煤 标准箱
	人次 人 名 位 户 家 个 项 件 场 次 倍 成 份 辆 台 套 所 条 座 艘 架 处 栋 间 级 类 批 页 版 期 章 条 款 岁 周岁
	个百分点 百分点 个基点 基点 个月 小时 分钟 季度 月份 年 年末 年初 年度 月 月末 日 天 周 时 点 元/人 ％ %`)

var tens = strings.Fields("万亿 亿 万 千 百")

// about are the words that stand between a number and its unit: 300多亿元.
const about = "多余来几"

// keepNumbers holds a number to its unit, the parts of a date and a number's
// place to it: 432.6亿元, 300多家, 2023年11月, 第3页.
func keepNumbers(items []item, spans []Span) {
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
		case isDigit(it.r) && prev.r == '第':
			it.worsen(soft)
		case isDigit(it.r) && i > 1 && isDigit(items[i-2].r) && (prev.r == '年' || prev.r == '月') && inDate(items, i):
			it.worsen(mild)
		}
	}
}

// worsen makes a break before an item at least so bad.
func (it *item) worsen(to level) {
	if it.level == free {
		it.level = to
	}
}

// unitAt is the length of the unit that items begin with, or 0.
func unitAt(items []item) int {
	n := prefix(items, tens)
	return n + prefix(items[n:], units)
}

// prefix is the length of the longest of words that items begin with.
func prefix(items []item, words []string) int {
	longest := 0
next:
	for _, w := range words {
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
	scales       = strings.Fields("hundred thousand million billion trillion")
	afterNumber  = strings.Fields(`percent percentage points pp bp % ‰ ℃ °C
		kWh MWh GWh TWh kW MW GW km km² km2 m m² m³ cm mm kg g t tce ha mu yuan`)
)

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
	case isDigit(rune(after[0])) && slices.Contains(beforeNumber, before):
		if strings.HasSuffix(before, "$") {
			return last
		}
		return mild
	case isDigit(rune(before[len(before)-1])) && (slices.Contains(scales, after) || slices.Contains(afterNumber, after)):
		return soft
	case isDigit(rune(before[len(before)-1])) && after == "per", before == "per" && after == "cent",
		slices.Contains(scales, before) && slices.Contains(afterNumber, after):
		return mild
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
	switch r := items[end-1].r; {
	case isDigit(items[i].r), isDigit(r), r == 'n' || r == 'd' || r == 'r': // most spaces are told at a glance
	default:
		return free
	}
	to := i
	for to < len(items) && inWord(to) {
		to++
	}
	return stuckSpace(text(items[from:end]), text(items[i:to]))
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
			if stuckSpace(last[strings.LastIndexByte(last, ' ')+1:], w) != free {
				out[n-1] = last + " " + w
				continue
			}
		}
		out = append(out, w)
	}
	return out
}
