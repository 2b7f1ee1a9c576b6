package sources

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

func BenchmarkReadTemplate(b *testing.B) {
	data := unchanged()
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if d, _ := readTest("x.xlsx", data); d == nil {
			b.Fatal("no dataset")
		}
	}
}

// BenchmarkReadRows reads a data sheet of 20,000 rows.
func BenchmarkReadRows(b *testing.B) {
	const rows = 20000
	var sheet strings.Builder
	sheet.WriteString("指标\t时期\t数值\t同比增长%\t累计值\t累计同比%")
	var indicators strings.Builder
	indicators.WriteString("编号\t中文名称\t英文名称\t单位\t类型")
	for i := range rows {
		if i%200 == 0 {
			fmt.Fprintf(&indicators, "\ns%d\t指标%d\tIndicator %d\t亿元\t流量", i/200, i/200, i/200)
		}
		month := i % 200
		fmt.Fprintf(&sheet, "\ns%d\t%d-%02d\t%d.5\t3.2\t%d.5\t4.1", i/200, 2000+month/12, month%12+1, 100+month, 100+month)
	}
	data := sheetText(b, "简报", smallBriefing, "指标", indicators.String(), "数据", sheet.String())
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		d, _ := readTest("x.xlsx", data)
		if d == nil || len(d.Series) != rows/100 {
			b.Fatal("not all read")
		}
	}
}

func BenchmarkWriteStandard(b *testing.B) {
	d := exampleDataset()
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteStandard(io.Discard, d, "zh"); err != nil {
			b.Fatal(err)
		}
	}
}
