package sources

import (
	"bufio"
	"fmt"
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

// ofFormulas is the sound table with a column of formulas beside it, in E1 and
// below.
func ofFormulas(formulas ...string) func(testing.TB) []byte {
	return streamedFormulas(len(formulas), func(i int) string { return formulas[i] })
}

func streamedFormulas(n int, formula func(i int) string) func(testing.TB) []byte {
	return streamed(func(w *bufio.Writer) {
		_, _ = w.WriteString(soundRows)
		for i := range n {
			_, _ = w.WriteString(rowXML(i+5, fmt.Sprintf("指标%d", i), "亿元", "1.5", "="+formula(i)))
		}
	})
}

// hostileFormulas attack the calculation of formulas without stored results.
func hostileFormulas() []hostileCase {
	return []hostileCase{
		{name: "two in a circle", want: "formula-not-calculated", build: ofFormulas("D6", "D5")},
		{name: "one in a circle", want: "formula-not-calculated", build: ofFormulas("D5", "D6+1", "SUM(D5:D9)")},
		{name: "50,000 in a chain", want: "=432.6", build: streamedFormulas(scaled(50000), func(i int) string { return fmt.Sprintf("D%d+1", i+6) })},
		{name: "9,000 in a chain", want: "=432.6", build: streamedFormulas(scaled(9000), func(i int) string { return fmt.Sprintf("D%d+1", i+6) })},
		{name: "9,000 in a chain upwards", want: "=432.6", build: streamedFormulas(scaled(9000), func(i int) string { return fmt.Sprintf("D%d+1", i+4) })},
		{name: "60 that double", want: "=432.6", build: streamedFormulas(60, func(i int) string { return fmt.Sprintf("D%d+D%d", i+6, i+6) })},
		{name: "60 texts that double", want: "=432.6", build: streamedFormulas(60, func(i int) string {
			if i == 0 {
				return `"0123456789"`
			}
			return fmt.Sprintf("D%d&D%d", i+4, i+4)
		})},
		{name: "sum of the sheet", want: "=432.6", build: ofFormulas("SUM(A1:XFD1048576)")},
		{name: "sum of two columns", want: "=432.6", build: ofFormulas("SUM(A:B)")},
		{name: "1,000 sums of a column", want: "=432.6", build: streamedFormulas(scaled(1000), func(int) string { return "SUM(B:B)" })},
		{name: "far cell", want: "=432.6", build: ofFormulas("XFD1048576", "A1048576:XFD1048576")},
		{name: "matrix of 100 million", want: "=432.6", build: ofFormulas("SUM(MUNIT(10000))")},
		{name: "sequence of the sheet", want: "=432.6", build: ofFormulas("SUM(SEQUENCE(1048576,16384))", "SUM(RANDARRAY(100000,1000))")},
		{name: "repeated text", want: "=432.6", build: ofFormulas(`REPT("x",2000000000)`, `REPT(REPT("x",32767),32767)`)},
		{name: "loops", want: "=432.6", build: ofFormulas("COMBIN(2000000000,1000000000)", "FACT(170)", "PERMUT(2000000000,1000000000)", "BINOM.INV(2000000000,0.5,0.5)", "GCD(1,2)", "NEGBINOM.DIST(1000000000,1000000000,0.5,TRUE)", "POISSON.DIST(2000000000,1000000000,TRUE)", "BINOM.DIST(1000000000,2000000000,0.5,TRUE)", "HYPGEOM.DIST(100000000,200000000,200000000,400000000,TRUE)")},
		{name: "loops over money", want: "=432.6", build: ofFormulas("CUMIPMT(0.1,2000000000,1,1,2000000000,0)", "NPER(0.1,-1,1)", "VDB(1,0,2000000000,0,1999999999)", "DDB(1,0,2000000000,1999999999)", "DB(1,0,2000000000,1999999999)", "ROMAN(3999)", "COUPNUM(1,2958465,4)", "BASE(9E15,2,255)", "DURATION(1,2958465,0.1,0.1,4)", "NETWORKDAYS(1,2958465)", "WORKDAY(1,2000000000)")},
		{name: "parentheses nested 30,000 deep", want: "=432.6", build: ofFormulas(strings.Repeat("(", 30000) + "1" + strings.Repeat(")", 30000))},
		{name: "functions nested 30,000 deep", want: "=432.6", build: ofFormulas(strings.Repeat("ABS(", 30000) + "1" + strings.Repeat(")", 30000))},
		{name: "sum of 30,000 terms", want: "=432.6", build: ofFormulas("1" + strings.Repeat("+1", 30000))},
		{name: "unbalanced", want: "=432.6", build: ofFormulas("((((", "SUM(", `"`, "{1,2;", "'", "+", ")", "SUM)(", "#REF!", "A1:", "[", "!", "Sheet1!", "'x'!A1", "=", "\x7f")},
		{name: "volatile and remote", want: "=432.6", build: ofFormulas("NOW()", "RAND()", "TODAY()", `INDIRECT("A1")`, `INDIRECT("D"&ROW())`, `WEBSERVICE("http://127.0.0.1:1/")`, "[1]Sheet1!A1", `'C:\[x.xlsx]S'!A1`, `HYPERLINK("http://127.0.0.1:1/")`, `CALL("kernel32","x")`, `cmd|'/c calc'!A1`, "OFFSET(A1,0,0,1048576,16384)", "Missing!A1", "no_such_name", "EVALUATE(1)", `IMAGE("http://127.0.0.1:1/")`)},
		{name: "shared formula of nobody", want: "=432.6", build: ofRows(func() string {
			return soundRows + `<row r="5"><c r="A5" t="str"><v>发电量</v></c><c r="D5"><f t="shared" si="7"/></c></row>`
		})},
		{name: "array formula of the sheet", want: "=432.6", build: ofRows(func() string {
			return soundRows + `<row r="5"><c r="A5" t="str"><v>发电量</v></c><c r="D5"><f t="array" ref="A1:XFD1048576">A1:XFD1048576</f></c></row>`
		})},
		{name: "50,000 formulas in a prefixed name space", want: "=432.6", build: ofSheet(func() string {
			var b strings.Builder
			b.WriteString(soundRows)
			for i := range scaled(50000) {
				b.WriteString(rowXML(i+5, fmt.Sprintf("指标%d", i), "亿元", "1.5", fmt.Sprintf("=SUM(C$1:C$%d)", i+4)))
			}
			return strings.NewReplacer(mainSpace, strings.Replace(mainSpace, "xmlns=", "xmlns:x=", 1), "</", "</x:", "<?", "<?", "<", "<x:").Replace(sheetXML(b.String()))
		})},
		{name: "a formula in 1,000,000 cells", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range scaled(200000) {
				_, _ = w.WriteString(`<row><c t="str"><v>产量</v></c><c/><c><v>1.5</v></c><c><v>2.5</v></c><c><v>3</v></c></row>`)
				if i == 0 {
					_, _ = w.WriteString(rowXML(6, "发电量", "亿千瓦时", "1.5", "=1+1"))
				}
			}
		})},
		{name: "a formula and far cells in 3,000 rows", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows + rowXML(5, "发电量", "亿千瓦时", "1.5", "=1+1"))
			for i := range 3000 {
				fmt.Fprintf(w, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+100, i+100)
			}
		})},
		{name: "a formula and a far row", want: "=432.6", build: ofRows(func() string {
			return soundRows + rowXML(5, "发电量", "亿千瓦时", "1.5", "=1+1") + `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`
		})},
		{name: "a formula and 100,000 merges", want: "=432.6", build: ofSheet(func() string {
			var b strings.Builder
			b.WriteString(`<worksheet` + mainSpace + `><sheetData>` + soundRows + rowXML(5, "发电量", "亿千瓦时", "1.5", "=1+1") + `</sheetData><mergeCells>`)
			for i := range scaled(100000) {
				fmt.Fprintf(&b, `<mergeCell ref="H%d:I%d"/>`, i+1, i+2)
			}
			b.WriteString(`</mergeCells></worksheet>`)
			return b.String()
		})},
		{name: "a formula and names in a circle", want: "=432.6", build: func(t testing.TB) []byte {
			s := bookXML("", `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`)
			s = strings.Replace(s, "</workbook>", `<definedNames><definedName name="a">b</definedName><definedName name="b">a</definedName><definedName name="c">Sheet1!$D$5</definedName></definedNames></workbook>`, 1)
			return workbookOf(t, textPart(bookPath, s), textPart(sheetPath, sheetXML(soundRows+rowXML(5, "发电量", "亿千瓦时", "1.5", "=c")+rowXML(6, "发电量", "亿千瓦时", "1.5", "=a"))))
		}},
	}
}
