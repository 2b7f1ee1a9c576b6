package sources

import (
	"bufio"
	"fmt"
	"strings"
	"testing"
)

// hostileSheets attack the rows and columns of a worksheet.
func hostileSheets() []hostileCase {
	return []hostileCase{
		{name: "dimension of everything", want: "=432.6", build: ofSheet(func() string {
			return strings.Replace(sheetXML(soundRows), "<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`, 1)
		})},
		{name: "1,048,576 rows of one cell", want: "no-table|no-figures", build: streamed(func(w *bufio.Writer) {
			for i := range scaled(1048576) {
				fmt.Fprintf(w, `<row r="%d"><c r="A%d"><v>%d</v></c></row>`, i+1, i+1, i)
			}
		})},
		{name: "a table and 1,048,000 rows of one cell", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range scaled(1048000) {
				fmt.Fprintf(w, `<row r="%d"><c r="C%d"><v>%d.5</v></c></row>`, i+5, i+5, i)
			}
		})},
		{name: "a table and 1,048,000 texts", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range scaled(1048000) {
				fmt.Fprintf(w, `<row r="%d"><c r="A%d" t="str"><v>备注%d</v></c></row>`, i+5, i+5, i)
			}
		})},
		{name: "1,048,576 empty rows with formats", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range scaled(1048000) {
				fmt.Fprintf(w, `<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>`, i+5, i+5)
			}
		})},
		{name: "16,384 columns", want: "", build: ofRows(func() string { return wide(16384, 3) })},
		{name: "16,384 columns and 100 rows", want: "", large: true, build: streamed(func(w *bufio.Writer) { writeWide(w, 16384, 100) })},
		{name: "2,000 columns and 1,000 rows", want: "", build: streamed(func(w *bufio.Writer) { writeWide(w, 2000, scaled(1000)) })},
		{name: "a last cell in each of 3,000 rows", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range 3000 {
				fmt.Fprintf(w, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+100, i+100)
			}
		})},
		{name: "100,000 merges", want: "=432.6", build: merged(100000, func(i int) string { return fmt.Sprintf("F%d:G%d", i+10, i+10) })},
		{name: "100,000 merges over one another", want: "=432.6|damaged-workbook|too-many-merges", build: merged(100000, func(i int) string { return fmt.Sprintf("A1:KN%d", 1048576-i) })},
		{name: "100,000 merges of the whole sheet", want: "", build: merged(100000, func(int) string { return "A1:XFD1048576" })},
		{name: "9,000 merges from the head down", want: "", large: true, build: tall(9000, "A1:KN1048576")},
		{name: "300 merges from each of 30 rows down", want: "", large: true, build: func(t testing.TB) []byte {
			var refs []string
			for row := 1; row <= 30; row++ {
				for range 300 {
					refs = append(refs, fmt.Sprintf("A%d:KN1048576", row))
				}
			}
			return workbookOf(t, mergedPart(500, refs...))
		}},
		{name: "merges inverted and broken", want: "=432.6", build: mergedRefs("D4:A1", "A1", "A1:", ":", "ZZZ1:ZZZ2", "A0:B0", "A1:A99999999", "C3:C3", "A-1:B2", strings.Repeat("A", 100000))},
		{name: "100,000 columns", want: "=432.6", build: cols(func(b *strings.Builder) {
			for i := range scaled(100000) {
				fmt.Fprintf(b, `<col min="%d" max="%d" width="9" hidden="1"/>`, i%16384+6, i%16384+6)
			}
		})},
		{name: "columns of everything", want: "", build: cols(func(b *strings.Builder) {
			for range scaled(100000) {
				b.WriteString(`<col min="1" max="16384" width="9" hidden="1"/>`)
			}
		})},
		{name: "columns beyond counting", want: "=432.6", build: cols(func(b *strings.Builder) {
			b.WriteString(`<col min="-2147483648" max="2147483647" hidden="1"/><col min="9223372036854775000" max="9223372036854775807" hidden="1"/><col min="-9223372036854775808" max="9223372036854775807" hidden="1"/><col min="5" max="1" hidden="1"/><col hidden="1"/>`)
		})},
		{name: "rows nested 100,000 deep", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + `<row r="9"><c r="A9">` + nested(100000) + `</c></row>` })},
		{name: "rows in rows", want: "", build: ofRows(func() string { return strings.Repeat(`<row>`, 100000) + strings.Repeat(`</row>`, 100000) })},
		{name: "cells in cells", want: "", build: ofRows(func() string {
			return `<row>` + strings.Repeat(`<c><is>`, 100000) + strings.Repeat(`</is></c>`, 100000) + `</row>`
		})},
		{name: "attribute of 30 MB", want: "=432.6|damaged-workbook", build: ofRows(func() string {
			return strings.Replace(soundRows, `<row r="1"`, `<row r="1" spans="`+strings.Repeat("1", 30<<20)+`"`, 1)
		})},
		{name: "100,000 attributes", want: "=432.6|damaged-workbook", build: ofRows(func() string {
			return strings.Replace(soundRows, `<row r="1"`, `<row r="1"`+strings.Repeat(` a="1"`, 100000), 1)
		})},
		{name: "tag of 10 MB", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + "<" + strings.Repeat("x", 10<<20) + "/>" })},
		{name: "comment of 30 MB", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + "<!--" + strings.Repeat("x", 30<<20) + "-->" })},
		{name: "5,000,000 small tags", want: "=432.6|damaged-workbook", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			repeatTo(w, "<x/>", scaled(5000000)*4)
		})},
		{name: "cells out of order", want: "=432.6|damaged-workbook", build: ofRows(func() string {
			return soundRows + `<row r="9"><c r="D9"><v>1</v></c><c r="A9"><v>2</v></c></row>`
		})},
		{name: "a cell twice", want: "=432.6|damaged-workbook", build: ofRows(func() string {
			return soundRows + `<row r="9"><c r="D9"><v>1</v></c><c r="D9"><v>2</v></c></row>`
		})},
		{name: "a cell of another row", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + `<row r="9"><c r="D12"><v>1</v></c></row>` })},
		{name: "rows out of order", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundTable(5) + rowXML(2, "x") })},
		{name: "a row twice", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + soundRows })},
		{name: "row of -1", want: "damaged-workbook", build: ofRows(func() string { return `<row r="-1"><c><v>1</v></c></row>` })},
		{name: "row of 0", want: "damaged-workbook", build: ofRows(func() string { return `<row r="0"><c><v>1</v></c></row>` })},
		{name: "row of 1048577", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + `<row r="1048577"><c><v>1</v></c></row>` })},
		{name: "row beyond counting", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + `<row r="99999999999999999999"><c><v>1</v></c></row>` })},
		{name: "column XFE", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + `<row r="9"><c r="XFE9"><v>1</v></c></row>` })},
		{name: "column of 100,000 letters", want: "=432.6|damaged-workbook", build: ofRows(func() string {
			return soundRows + `<row r="9"><c r="` + strings.Repeat("Z", 100000) + `9"><v>1</v></c></row>`
		})},
		{name: "more cells than columns", want: "=432.6|damaged-workbook", build: ofRows(func() string { return soundRows + `<row r="9">` + strings.Repeat(`<c><v>1</v></c>`, 17000) + `</row>` })},
		{name: "a sheet without rows", want: "no-table|empty-workbook", build: ofSheet(func() string { return `<worksheet/>` })},
		{name: "a sheet that is HTML", want: "", build: ofSheet(func() string { return `<html><body><br><p>hello</body>` })},
		{name: "an empty part", want: "", build: ofSheet(func() string { return "" })},
		{name: "a sheet that ends early", want: "damaged-workbook", build: ofSheet(func() string { s := sheetXML(soundRows); return s[:len(s)-300] })},
		{name: "NUL in the sheet", want: "damaged-workbook", build: ofSheet(func() string { return strings.Replace(sheetXML(soundRows), "用电量", "用\x00量", 1) })},
		{name: "broken UTF-8 in the sheet", want: "damaged-workbook", build: ofSheet(func() string { return strings.Replace(sheetXML(soundRows), "用电量", "用\xff\xfe量", 1) })},
		{name: "50,000 hidden rows", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range scaled(50000) {
				fmt.Fprintf(w, `<row r="%d" hidden="1"><c r="A%d" t="str"><v>指标%d</v></c><c r="C%d"><v>1</v></c></row>`, i+5, i+5, i, i+5)
			}
		})},
		{name: "30,000 tables below one another", want: "too-many-figures|=432.6", build: streamed(func(w *bufio.Writer) {
			for i := range scaled(30000) {
				_, _ = w.WriteString(strings.ReplaceAll(soundTable(i*6+1), "401.5", fmt.Sprint(400+i)))
			}
		})},
		{name: "3,000 tables side by side", want: "", build: ofRows(func() string { return beside(scaled(3000)) })},
		{name: "100,000 indicators", want: "", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(rowXML(1, "指标", "单位", "2023年10月", "2023年11月"))
			for i := range scaled(100000) {
				_, _ = w.WriteString(rowXML(i+2, fmt.Sprintf("第%d类企业增加值", i), "亿元", "1.5", "2.5"))
			}
		})},
		{name: "20,000 indicators each inside the last", want: "", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(rowXML(1, "指标", "单位", "2023年10月", "2023年11月"))
			for i := range scaled(20000) {
				_, _ = w.WriteString(rowXML(i+2, strings.Repeat(" ", i%10000)+fmt.Sprintf("其中：指标%d", i), "亿元", "1.5", "2.5"))
			}
		})},
		{name: "20,000 rows for one indicator and period", want: "=432.6", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(soundRows)
			for i := range scaled(20000) {
				_, _ = w.WriteString(rowXML(i+5, "地区生产总值", "亿元", fmt.Sprint(i), fmt.Sprint(2*i)))
			}
		})},
		{name: "100,000 areas", want: "", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(rowXML(1, "地区", "指标", "时期", "数值"))
			for i := range scaled(100000) {
				_, _ = w.WriteString(rowXML(i+2, fmt.Sprintf("%d县", i), "地区生产总值", "2023年11月", fmt.Sprint(i)+".5"))
			}
		})},
		{name: "100,000 units", want: "", build: streamed(func(w *bufio.Writer) {
			_, _ = w.WriteString(rowXML(1, "指标", "单位", "时期", "数值"))
			for i := range scaled(100000) {
				_, _ = w.WriteString(rowXML(i+2, "产量", fmt.Sprintf("单位%d", i), "2023年11月", fmt.Sprint(i)+".5"))
			}
		})},
		{name: "100,000 periods in one row", want: "", build: ofRows(func() string {
			return `<row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c>` + strings.Repeat(`<c t="str"><v>2023年11月</v></c>`, 16000) + `</row>` +
				`<row r="2"><c r="A2" t="inlineStr"><is><t>产量</t></is></c>` + strings.Repeat(`<c><v>5.5</v></c>`, 16000) + `</row>`
		})},
	}
}

func wide(cols, rows int) string {
	var b strings.Builder
	w := bufio.NewWriter(&b)
	writeWide(w, cols, rows)
	_ = w.Flush()
	return b.String()
}

// writeWide writes a table with a period in each column.
func writeWide(w *bufio.Writer, cols, rows int) {
	fmt.Fprint(w, `<row r="1"><c t="str"><v>指标</v></c>`)
	for i := range cols - 1 {
		fmt.Fprintf(w, `<c t="str"><v>%d年%d月</v></c>`, 1900+i/12%200, i%12+1)
	}
	fmt.Fprint(w, `</row>`)
	for r := range rows {
		fmt.Fprintf(w, `<row r="%d"><c t="str"><v>指标%d</v></c>`, r+2, r)
		for i := range cols - 1 {
			fmt.Fprintf(w, `<c><v>%d.5</v></c>`, i)
		}
		fmt.Fprint(w, `</row>`)
	}
}

// beside is tables of two columns side by side, with a blank column between.
func beside(n int) string {
	lines := make([]strings.Builder, 3)
	for i := range n {
		col := 3*i + 1
		for r, pair := range [][2]string{{"指标", "2023年11月"}, {"产量", fmt.Sprint(i) + ".5"}, {"销量", fmt.Sprint(i) + ".25"}} {
			if col+1 <= 16384 {
				lines[r].WriteString(cellXML(address(col, r+1), pair[0]) + cellXML(address(col+1, r+1), pair[1]))
			}
		}
	}
	return `<row r="1">` + lines[0].String() + `</row><row r="2">` + lines[1].String() + `</row><row r="3">` + lines[2].String() + `</row>`
}

func merged(n int, ref func(i int) string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		refs := make([]string, scaled(n))
		for i := range refs {
			refs[i] = ref(i)
		}
		return workbookOf(t, mergedPart(0, refs...))
	}
}

func mergedRefs(refs ...string) func(testing.TB) []byte {
	return ofParts(mergedPart(0, refs...))
}

// tall has so many merges of one area and 2,000 rows below.
func tall(n int, ref string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		refs := make([]string, scaled(n))
		for i := range refs {
			refs[i] = ref
		}
		return workbookOf(t, mergedPart(2000, refs...))
	}
}

// mergedPart is the sound sheet with some more rows and with merged areas.
func mergedPart(rows int, refs ...string) part {
	return streamPart(sheetPath, func(w *bufio.Writer) {
		_, _ = w.WriteString(`<worksheet` + mainSpace + `><sheetData>` + soundRows)
		for i := range rows {
			_, _ = w.WriteString(rowXML(i+5, fmt.Sprintf("指标%d", i), "亿元", "1.5", "2.5"))
		}
		fmt.Fprintf(w, `</sheetData><mergeCells count="%d">`, len(refs))
		for _, r := range refs {
			fmt.Fprintf(w, `<mergeCell ref="%s"/>`, r)
		}
		_, _ = w.WriteString(`</mergeCells></worksheet>`)
	})
}

func cols(write func(*strings.Builder)) func(testing.TB) []byte {
	return ofSheet(func() string {
		var b strings.Builder
		b.WriteString("<cols>")
		write(&b)
		b.WriteString("</cols><sheetData>")
		return strings.Replace(sheetXML(soundRows), "<sheetData>", b.String(), 1)
	})
}
