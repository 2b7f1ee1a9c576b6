package sources

import (
	"bufio"
	"fmt"
	"strings"
	"testing"
)

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
		{name: "a formula in 1,000,000 cells", want: "too-many-figures|=432.6", build: streamed(func(w *bufio.Writer) {
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
		{name: "random number", want: "formula-not-calculated", build: ofFormulas("RAND()")},
		{name: "clock", want: "formula-not-calculated", build: ofFormulas("NOW()*1", "YEAR(TODAY())")},
		{name: "what is elsewhere", want: "formula-not-calculated", build: ofFormulas("[1]Sheet1!A1", `WEBSERVICE("http://127.0.0.1:1/")`)},
		{name: "texts that multiply", want: "=432.6", build: ofFormulas(`"`+strings.Repeat("0", 8000)+`"`, `SUBSTITUTE(D5,"0",D5)`, `SUBSTITUTE(D6,"0",D5)`, `LEN(SUBSTITUTE(D7,"0",D5))`)},
		{name: "texts joined of cells", want: "=432.6", build: streamedFormulas(scaled(5000), func(i int) string { return fmt.Sprintf(`LEN(CONCAT(A1:C%d))`, i+5) })},
		{name: "wildcards", want: "=432.6", build: func(t testing.TB) []byte {
			long := strings.Repeat("a", 30000)
			return ofRows(func() string {
				return soundRows + rowXML(5, long, "亿元", "1.5", `=COUNTIF(A:A,"`+strings.Repeat("*a", 100)+`b")`) + rowXML(6, "产量", "亿元", "1.5", `=SEARCH("`+strings.Repeat("*a?", 80)+`b",A5)`) +
					rowXML(7, "销量", "亿元", "1.5", `=MATCH("`+strings.Repeat("*a", 100)+`b",A:A,0)`) + rowXML(8, "库存", "亿元", "1.5", `=VLOOKUP("`+strings.Repeat("a*", 100)+`b",A:D,3,FALSE)`)
			})(t)
		}},
		{name: "40 sums of all below", want: "=432.6", build: streamedFormulas(40, func(i int) string { return fmt.Sprintf("SUM(D%d:D46)+SUM(D%d:D46)", i+6, i+6) })},
		{name: "9,000 sums of all above", want: "=432.6", build: streamedFormulas(scaled(9000), func(i int) string { return fmt.Sprintf("SUM(D$4:D%d)", i+4) })},
		{name: "9,900 in a chain of deep calls", want: "=432.6", build: streamedFormulas(scaled(9900), func(i int) string {
			return fmt.Sprintf("IF(1,SUM(IFERROR(MAX(ABS(D%d)),0),IF(2,ROUND(D%d,2))))", i+6, i+6)
		})},
		{name: "long formats", want: "=432.6", build: ofFormulas(`TEXT(1,"`+strings.Repeat("0", 4000)+`")`, "FIXED(1,2000000000)", "FIXED(1,-2000000000)", "ROUND(1.5,2000000000)", "ROUND(1.5,-2000000000)", "LEFT(A1,2000000000)", `REPLACE("x",1,2000000000,"y")`, `MID("x",1,2000000000)`, "EDATE(1,2000000000)", "DATE(9999,2000000000,2000000000)", "POWER(9E99,9E99)", "MOD(1E300,1E-300)", "CEILING(1E300,1E-300)", "DATEVALUE(A2)")},
		{name: "rows and columns of everything", want: "=432.6", build: ofFormulas("SUM(ROW(A1:A1048576))", "SUM(COLUMN(A1:XFD1))", "ROWS(A1:XFD1048576)*COLUMNS(A1:XFD1048576)", "SUM(IF(A1:A1048576=1,1,0))", "SUMPRODUCT(A1:A1048576*B1:B1048576)", "SUMPRODUCT((A:A=1)*(B:B=2))", "MEDIAN(1:1048576)", "COUNTBLANK(A1:XFD1048576)", "SUMIF(A1:XFD1048576,1,A1:XFD1048576)", "LOOKUP(1,A1:XFD1048576)", "INDEX(A1:XFD1048576,1048576,16384)")},
		{name: "sheets from one to another", want: "=432.6", build: ofFormulas("SUM(Sheet1:Sheet1!D5)", "Sheet1:Sheet9!D6", "SUM('Sheet1'!$d$7)", "d8+0", "SUM((D9,D9))", "SUM(D5:D9 D10:D10)", "+D11", "-SUM(D:D)", "SUM(5:16)", "@D13", "INDEX(D:D,14)", "IF(FALSE,D15,1)")},
	}
}
