package sources

import (
	"strings"
	"testing"
)

// withCell is the sound table with another table of one figure below, whose
// cell D12 is the XML given.
func withCell(xml string) func(testing.TB) []byte {
	return ofRows(func() string {
		return soundRows + strings.Replace(rowXML(10, "发电量", "亿千瓦时", "", "9.5"), cellXML("D10", "9.5"), strings.ReplaceAll(xml, "D12", "D10"), 1)
	})
}

func inline(s string) string { return `<c r="D12" t="inlineStr"><is>` + s + `</is></c>` }

// hostileCells attack single cells.
func hostileCells() []hostileCase {
	return []hostileCase{
		{name: "text of 30 MB", want: "=432.6", build: withCell(inline("<t>" + strings.Repeat("长", scaled(10<<20)) + "</t>"))},
		{name: "number of 1 MB", want: "=432.6", build: withCell(`<c r="D12"><v>` + strings.Repeat("9", 1<<20) + `</v></c>`)},
		{name: "decimals of 1 MB", want: "=432.6", build: withCell(`<c r="D12"><v>0.` + strings.Repeat("3", 1<<20) + `</v></c>`)},
		{name: "rich text", want: "=9.5", build: withCell(inline(`<r><rPr><b/></rPr><t>9</t></r><r><t>.5</t></r><rPh sb="0" eb="1"><t>66</t></rPh>`))},
		{name: "1,000,000 runs of rich text", want: "=432.6", build: withCell(inline(strings.Repeat(`<r><t>长</t></r>`, 200000)))},
		{name: "a name in runs", want: "=432.6", build: ofRows(func() string {
			return strings.Replace(soundRows, `<t xml:space="preserve">地区生产总值</t>`, `<r><t>地区</t></r><r><t>生产总值</t></r><rPh sb="0" eb="1"><t>dì</t></rPh>`, 1)
		})},
		{name: "escapes", want: "=432.6", build: withCell(inline("<t>" + strings.Repeat("_x0000__x000D_", 100000) + "</t>"))},
		{name: "escapes of half characters", want: "=432.6", build: withCell(inline("<t>_xD800__xDFFF__xFFFF_</t>"))},
		{name: "NaN", want: "=432.6", build: withCell(`<c r="D12"><v>NaN</v></c>`)},
		{name: "INF", want: "=432.6", build: withCell(`<c r="D12"><v>INF</v></c>`)},
		{name: "-Infinity", want: "=432.6", build: withCell(`<c r="D12"><v>-Infinity</v></c>`)},
		{name: "1e308", want: "number-out-of-range", build: withCell(`<c r="D12"><v>1e308</v></c>`)},
		{name: "1e999999999", want: "number-out-of-range", build: withCell(`<c r="D12"><v>1e999999999</v></c>`)},
		{name: "1e-999999999", want: "=432.6", build: withCell(`<c r="D12"><v>1e-999999999</v></c>`)},
		{name: "1e-300", want: "=432.6", build: withCell(`<c r="D12"><v>1e-300</v></c>`)},
		{name: "hexadecimal", want: "=432.6", build: withCell(`<c r="D12"><v>0x1p1000</v></c>`)},
		{name: "underscores", want: "=432.6", build: withCell(`<c r="D12"><v>1_000</v></c>`)},
		{name: "text 1e308", want: "=432.6", build: withCell(inline("<t>1e308</t>"))},
		{name: "text 1e999999999", want: "=432.6", build: withCell(inline("<t>1e999999999</t>"))},
		{name: "text 1E-999999999%", want: "=432.6", build: withCell(inline("<t>1E-999999999%</t>"))},
		{name: "text of 100,000 digits", want: "=432.6", build: withCell(inline("<t>" + strings.Repeat("9", 100000) + "</t>"))},
		{name: "boolean of neither", want: "=432.6", build: withCell(`<c r="D12" t="b"><v>7</v></c>`)},
		{name: "error of 1 MB", want: "cell-error", build: withCell(`<c r="D12" t="e"><v>` + strings.Repeat("#REF!", 200000) + `</v></c>`)},
		{name: "type that is none", want: "=432.6", build: withCell(`<c r="D12" t="zz"><v>9.5</v></c>`)},
		{name: "ISO date", want: "=432.6", build: withCell(`<c r="D12" t="d"><v>2023-02-30T25:61:00Z</v></c>`)},
		{name: "ISO date that is none", want: "=432.6", build: withCell(`<c r="D12" t="d"><v>年</v></c>`)},
		{name: "two values", want: "=432.6", build: withCell(`<c r="D12"><v>1</v><v>2</v></c>`)},
		{name: "value in a value", want: "=432.6", build: withCell(`<c r="D12"><v>1<v>2</v>3</v></c>`)},
		{name: "dates as periods", want: "=432.6", build: dates("", "45231", "45261")},
		{name: "dates of 1904", want: "", build: dates(`<workbookPr date1904="1"/>`, "43769", "43799")},
		{name: "dates before 1900", want: "", build: dates("", "-1", "-693593")},
		{name: "dates of 1900", want: "", build: dates("", "0", "60")},
		{name: "dates beyond 9999", want: "", build: dates("", "2958466", "1e15")},
		{name: "dates beyond counting", want: "", build: dates("", "1e300", "-1e300")},
		{name: "dates of NaN", want: "", build: dates("", "NaN", "INF")},
		{name: "years that are none", want: "", build: ofRows(func() string {
			return rowXML(1, "指标", "0", "9999", "-2023", "2023.5") + rowXML(2, "产量", "1", "2", "3", "4")
		})},
		{name: "periods that are none", want: "", build: ofRows(func() string {
			return rowXML(1, "指标", "2023年99月", "9999999999年1月", "2023年1-999999999月", "1-1月", "00年00月") + rowXML(2, "产量", "1.5", "2.5", "3.5", "4.5", "5.5")
		})},
		{name: "years from 1 to 99999 in one period", want: "", build: ofRows(func() string {
			return rowXML(1, "指标", "1年—99999年", "0001—9999", "2000-2999年") + rowXML(2, "产量", "1.5", "2.5", "3.5")
		})},
		{name: "multiplier of 10^999999999", want: "", build: ofRows(func() string {
			return rowXML(1, "Country", "Indicator", "Unit", "Unit multiplier", "Time", "Value") + rowXML(2, "China", "GDP", "CNY", "999999999", "2023", "5.5") + rowXML(3, "China", "GDP", "CNY", "-999999999", "2022", "5.25")
		})},
		{name: "scale written 999999999", want: "", build: ofRows(func() string {
			return rowXML(1, "Country", "Indicator", "Unit", "Scale", "Time", "Value") + rowXML(2, "China", "GDP", "CNY", "99999999999999999999", "2023", "5.5")
		})},
		{name: "unit of 10,000 scales", want: "", build: ofRows(func() string {
			return rowXML(1, "指标", "单位", "2023年11月", "2023年10月") + rowXML(2, "产量", strings.Repeat("亿", 10000)+"元", "1.5", "2.5")
		})},
		{name: "unit of 30 scales", want: "", build: ofRows(func() string {
			return rowXML(1, "指标", "单位", "2023年11月", "2023年10月") + rowXML(2, "产量", strings.Repeat("亿", 30)+"元", "1.5", "2.5") + rowXML(3, "产量", "元", "1.5", "2.5")
		})},
	}
}

// dates is the sound table with dates for heads.
func dates(pr, first, second string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		rows := strings.NewReplacer(
			cellXML("C1", "2023年10月"), `<c r="C1" s="1"><v>`+first+`</v></c>`,
			cellXML("D1", "2023年11月"), `<c r="D1" s="1"><v>`+second+`</v></c>`).Replace(soundRows)
		return workbookOf(t, textPart(sheetPath, sheetXML(rows)), textPart(bookPath, bookXML(pr, `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`)),
			textPart(stylesPath, `<styleSheet`+mainSpace+`><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`))
	}
}
