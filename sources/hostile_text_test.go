package sources

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// hostileWords are texts that make careless patterns backtrack or grow.
var hostileWords = []struct{ name, text string }{
	{"opening brackets", strings.Repeat("(", 50000)}, {"brackets", strings.Repeat("()", 25000)}, {"nested brackets", strings.Repeat("（", 25000) + strings.Repeat("）", 25000)},
	{"square brackets", strings.Repeat("[1]", 17000)}, {"dashes", strings.Repeat("-", 50000)}, {"long dashes", strings.Repeat("—", 50000)},
	{"years", strings.Repeat("年", 50000)}, {"years and digits", strings.Repeat("2023年", 10000)}, {"months", strings.Repeat("1-11月", 10000)}, {"commas", strings.Repeat(",", 50000)},
	{"ideographic commas", strings.Repeat("、", 50000)}, {"digits", strings.Repeat("1234567890", 5000)}, {"grouped digits", "1" + strings.Repeat(",000", 12500)},
	{"colons", strings.Repeat("a:", 25000)}, {"Chinese colons", strings.Repeat("指标：", 17000)}, {"spaces", "指标" + strings.Repeat(" ", 50000) + "x"}, {"wide spaces", strings.Repeat("　", 50000) + "x"},
	{"line ends", strings.Repeat("指\n", 25000)}, {"percent signs", strings.Repeat("%", 50000)}, {"marks", strings.Repeat("①", 50000)}, {"stars", strings.Repeat("*", 50000)},
	{"growth", strings.Repeat("同比增长", 12500)}, {"year to date", strings.Repeat("累计", 25000)}, {"of which", strings.Repeat("其中：", 16000)}, {"units", strings.Repeat("亿元", 25000)},
	{"unit lines", strings.Repeat("单位：", 16000)}, {"English growth", strings.Repeat("growth rate ", 4000)}, {"accents", "a" + strings.Repeat("\u0301", 50000)}, {"joiners", strings.Repeat("\u200d", 50000)},
	{"right to left", strings.Repeat("\u202e", 50000)}, {"emoji", strings.Repeat("😀", 20000)}, {"underscores", strings.Repeat("_", 50000)}, {"bars", strings.Repeat("|", 50000)}, {"points", strings.Repeat("1.", 25000)},
	{"verbs", strings.Repeat("%s%d%[9]v%n", 4000)}, {"words", strings.Repeat("value added of industry ", 2000)}, {"hanzi", strings.Repeat("地区生产总值社会消费品零售总额", 3000)},
}

// hostileTexts put each of them wherever a text can stand.
func hostileTexts() (out []hostileCase) {
	for i, w := range hostileWords {
		for _, n := range []int{50000, 390, 39} { // beyond and within what is taken for a label or a name
			text := []rune(w.text)
			text = text[:min(n, len(text))]
			slow := len(text) > 40 && len(text) < 1000 && i%4 != 0 // read as labels, all of them
			out = append(out, hostileCase{name: fmt.Sprintf("%s, %d characters", w.name, len(text)), large: slow, build: everywhere(string(text))})
		}
	}
	return append(out, hostileCase{name: "5,000 different labels", build: ofRows(func() string {
		var b strings.Builder
		b.WriteString(rowXML(1, "指标", "2023年10月", "2023年11月"))
		for i := range scaled(5000) {
			b.WriteString(rowXML(i+2, fmt.Sprintf("%d%s(a:%d)同比增长", i, strings.Repeat("(增(加）值，", 30), i), "1.5", "2.5"))
		}
		return b.String()
	})})
}

// everywhere puts a text in titles, heads, stubs, units, periods, areas, values
// and notes of several tables.
func everywhere(s string) func(testing.TB) []byte {
	return ofRows(func() string {
		var b strings.Builder
		for i, r := range [][]string{
			{s}, {"2023年11月" + s}, {"单位：" + s}, {"(单位：" + s}, {"单位", s}, {"数据来源：" + s}, {s + "主要指标"}, nil,
			{"指标", "单位", "2023年10月", "2023年11月", s}, {"产量", "吨", "1.5", "2.5", "3.5"}, {s, "吨", "1.5", "2.5", "3.5"}, {"产量" + s, s, "1.5", s, "3.5"}, {"  " + s, "", s, "2.5", "3.5"}, {s}, {"注：" + s}, nil, nil,
			{"地区", "指标", "单位", "时期", "数值", "同比增长(%)", "备注"}, {"全市", "销量", "台", "2023年10月", "1.5", "2.5", s}, {s, "销量", "台", "2023年11月", "1.75", "2.5", s}, {"全市", s, "台", s, "1.25", s}, {"全市", "销量", s, s + "2022年1月", "7.5", "2.5" + s}, nil, nil,
			{s, s + "(%)", "2023年" + s, s + "月"}, {"库存", "1.5", "2.5", "3.5"}, {s, "4.5", "5.5", "6.5"}, {s + "x", "4.5", "5.5", "6.5"},
		} {
			b.WriteString(rowXML(i+1, r...))
		}
		return b.String()
	})
}

const soundCSV = "指标,单位,2023年10月,2023年11月\n地区生产总值,亿元,401.5,432.6\n用电量,亿千瓦时,22.1,23.4\n"

// hostileDelimited attack the text tables.
func hostileDelimited() []hostileCase {
	return []hostileCase{
		{name: "sound", want: "=432.6", build: csv(soundCSV)},
		{name: "10,000,000 columns", want: "", build: func(testing.TB) []byte {
			n := scaled(10000000)
			return []byte("指标" + strings.Repeat(",1", n) + "\n产量" + strings.Repeat(",2", n) + "\n")
		}},
		{name: "20,000 columns", want: "", build: func(testing.TB) []byte {
			var b bytes.Buffer
			for r := range 50 {
				fmt.Fprintf(&b, "指标%d", r)
				for i := range 20000 {
					fmt.Fprintf(&b, ",%d.5", i)
				}
				b.WriteByte('\n')
			}
			return b.Bytes()
		}},
		{name: "20,000 columns with heads", want: "", build: func(testing.TB) []byte {
			var b bytes.Buffer
			b.WriteString("指标")
			for i := range 20000 {
				fmt.Fprintf(&b, ",%d年%d月", 1900+i/12%200, i%12+1)
			}
			for r := range 20 {
				fmt.Fprintf(&b, "\n指标%d", r)
				for i := range 20000 {
					fmt.Fprintf(&b, ",%d.5", i)
				}
			}
			return b.Bytes()
		}},
		{name: "a line of 200 MB", want: "", large: true, build: func(testing.TB) []byte { return bytes.Repeat([]byte("x"), 200<<20) }},
		{name: "a line of 100 MB", want: "", build: func(testing.TB) []byte { return bytes.Repeat([]byte("x"), scaled(100<<20)) }},
		{name: "a cell of 100 MB", want: "too-large|=432.6", build: func(testing.TB) []byte {
			return append(append([]byte(soundCSV+`注,"`), bytes.Repeat([]byte("长\n"), scaled(25<<20))...), '"')
		}},
		{name: "a number of 20 MB", want: "=432.6", build: func(testing.TB) []byte {
			return append([]byte(soundCSV+"x,y,"), bytes.Repeat([]byte("9"), scaled(20<<20))...)
		}},
		{name: "a line of 20 MB of years", want: "", build: func(testing.TB) []byte {
			return append([]byte(soundCSV), bytes.Repeat([]byte("2023年1-"), scaled(2<<20))...)
		}},
		{name: "10,000,000 blank lines", want: "=432.6", build: func(testing.TB) []byte { return append(bytes.Repeat([]byte("\n"), scaled(10000000)), soundCSV...) }},
		{name: "only line ends", want: "", build: func(testing.TB) []byte { return bytes.Repeat([]byte("\r\n"), scaled(20000000)) }},
		{name: "1,500,000 rows", want: "too-many-cells|too-many-figures|=432.6", large: true, build: func(testing.TB) []byte {
			return append([]byte(soundCSV), bytes.Repeat([]byte("产量,吨,1.5,2.5\n"), scaled(1500000))...)
		}},
		{name: "3,000,000 names", want: "too-large|=432.6", large: true, build: func(testing.TB) []byte {
			var b bytes.Buffer
			b.WriteString(soundCSV)
			for i := range scaled(3000000) {
				fmt.Fprintf(&b, "第%d类企业,吨,1.5,2.5\n", i)
			}
			return b.Bytes()
		}},
		{name: "unbalanced quotes", want: "unclosed-quote", build: csv(soundCSV + `"产量,1` + strings.Repeat("x\n", 100000))},
		{name: "1,000,000 quotes", want: "", build: csv(strings.Repeat(`"`, 1000000))},
		{name: "1,000,001 quotes", want: "unclosed-quote", build: csv(strings.Repeat(`"`, 1000001))},
		{name: "500,000 opened cells", want: "", build: csv(strings.Repeat(`"a,`, 500000))},
		{name: "quotes in every line", want: "", build: csv(strings.Repeat("a\"b,\"c\"d\n", 300000))},
		{name: "NUL bytes", want: "", build: csv("指标,2023年11月\n产量\x00,1.5\x00\n\x00\x00,2")},
		{name: "only NUL bytes", want: "", build: func(testing.TB) []byte { return make([]byte, 50<<20) }},
		{name: "only commas", want: "", build: csv(strings.Repeat(",", 1000000))},
		{name: "only commas in rows", want: "", build: csv(strings.Repeat(strings.Repeat(",", 100)+"\n", scaled(100000)))},
		{name: "only semicolons", want: "", build: csv(strings.Repeat(";;;;\n", 200000))},
		{name: "only tabs", file: "x.tsv", want: "", build: csv(strings.Repeat("\t\t\t\n", 200000))},
		{name: "all delimiters", want: "", build: csv(strings.Repeat(",;\t|", 250000))},
		{name: "noise", want: "", build: func(testing.TB) []byte { return noise(10 << 20) }},
		{name: "noise without NUL", want: "", build: func(testing.TB) []byte { return bytes.ReplaceAll(noise(scaled(10<<20)), []byte{0}, []byte{1}) }},
		{name: "noise of GBK", want: "", build: func(testing.TB) []byte {
			b := noise(scaled(10 << 20))
			for i := range b {
				b[i] = b[i]%0x5e + 0xa1
			}
			return b
		}},
		{name: "UTF-16", want: "=432.6", build: func(testing.TB) []byte { return []byte(utf16Text(soundCSV, binary.LittleEndian)) }},
		{name: "UTF-16 of an odd length", want: "", build: func(testing.TB) []byte { return []byte(utf16Text(soundCSV, binary.BigEndian) + "\x00") }},
		{name: "half characters in UTF-16", want: "", build: func(testing.TB) []byte { return append([]byte{0xff, 0xfe}, bytes.Repeat([]byte{0x00, 0xd8}, 1<<20)...) }},
		{name: "sep=", want: "", build: csv("sep=\n" + soundCSV)},
		{name: "a workbook by the name of CSV", want: "=432.6", file: "x.csv", build: ofParts()},
		{name: "CSV by the name of a workbook", file: "x.xlsx", want: "not-a-workbook|=432.6", build: csv(soundCSV)},
		{name: "a mark and nothing", want: "", build: csv("\ufeff")},
		{name: "hostile numbers", want: "=432.6", build: csv(soundCSV + "产量,吨,1e999999999,NaN\n销量,吨,-Infinity,0x1p9\n库存,吨,1e-999999999,--5\n产值,吨,999999999999999999999999999999," + strings.Repeat("9", 30) + "\n")},
	}
}

func csv(s string) func(testing.TB) []byte { return fixed([]byte(s)) }
