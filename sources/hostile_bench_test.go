package sources

import (
	"bufio"
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"io"
	"runtime/debug"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const longRows = 200000

// longRow is a row of the long form: 1,000 indicators of 200 months.
func longRow(i int) (name, period string, value, growth float64) {
	return fmt.Sprintf("第%d类企业增加值", i/200), fmt.Sprintf("%d年%d月", 2005+i%200/12, i%200%12+1), float64(i%977) + 0.5, float64(i%31)/2 - 5
}

// longSheet is a workbook of the long form, its texts shared as Excel writes
// them.
func longSheet(t testing.TB) []byte {
	index := map[string]int{}
	var texts []string
	shared := func(s string) int {
		n, ok := index[s]
		if !ok {
			n = len(texts)
			index[s] = n
			texts = append(texts, s)
		}
		return n
	}
	return workbookOf(t, streamPart(sheetPath, func(w *bufio.Writer) {
		fmt.Fprint(w, declaration, `<worksheet`, mainSpace, `><sheetData><row r="1">`)
		for i, s := range []string{"指标", "地区", "时期", "数值（亿元）", "同比增长%"} {
			fmt.Fprintf(w, `<c r="%s" t="s"><v>%d</v></c>`, address(i+1, 1), shared(s))
		}
		fmt.Fprint(w, `</row>`)
		for i := range longRows {
			r := i + 2
			name, period, v, g := longRow(i)
			fmt.Fprintf(w, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c><c r="B%d" t="s"><v>%d</v></c><c r="C%d" t="s"><v>%d</v></c><c r="D%d"><v>%v</v></c><c r="E%d"><v>%v</v></c></row>`,
				r, r, shared(name), r, shared("临河市"), r, shared(period), r, v, r, g)
		}
		fmt.Fprint(w, `</sheetData></worksheet>`)
	}), streamPart(stringsPath, func(w *bufio.Writer) {
		fmt.Fprint(w, declaration, `<sst`, mainSpace, `>`)
		for _, s := range texts {
			fmt.Fprint(w, `<si><t>`, s, `</t></si>`)
		}
		fmt.Fprint(w, `</sst>`)
	}))
}

func longCSV() []byte {
	var b bytes.Buffer
	b.WriteString("指标,地区,时期,数值（亿元）,同比增长%\n")
	for i := range longRows {
		name, period, v, g := longRow(i)
		fmt.Fprintf(&b, "%s,临河市,%s,%v,%v\n", name, period, v, g)
	}
	return b.Bytes()
}

// BenchmarkLongForm reads 200,000 rows, from a workbook and from CSV, beside
// plain iterators over the same rows that understand nothing.
func BenchmarkLongForm(b *testing.B) {
	sheet, text := longSheet(b), longCSV()
	understand := func(name string, data []byte) func(*testing.B) {
		return func(b *testing.B) {
			r := readBytes(name, data, Options{})
			figures := 0
			if r.Dataset != nil {
				for i := range r.Series {
					figures += len(r.Series[i].Observations)
				}
			}
			if figures != 2*longRows {
				b.Fatalf("%d figures: %s", figures, summary(r))
			}
		}
	}
	for _, c := range []struct {
		name string
		data []byte
		read func(*testing.B)
	}{
		{"xlsx/jianbao", sheet, understand("x.xlsx", sheet)},
		{"xlsx/excelize", sheet, func(b *testing.B) { iterateRows(b, sheet) }},
		{"csv/jianbao", text, understand("x.csv", text)},
		{"csv/encoding", text, func(b *testing.B) { iterateCSV(b, text) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(c.data)))
			var peak uint64
			for b.Loop() {
				peak = max(peak, peakOf(func() { c.read(b) }))
			}
			b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
		})
	}
}

func iterateRows(b *testing.B, data []byte) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil || len(cells) != 5 {
			b.Fatal(len(cells), err)
		}
		n++
	}
	if n != longRows+1 {
		b.Fatal(n, "rows")
	}
}

func iterateCSV(b *testing.B, data []byte) {
	r := stdcsv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}

// peakOf is by how much the heap grew at most during a call.
func peakOf(call func()) uint64 {
	debug.FreeOSMemory()
	base := heapBytes()
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		var peak uint64
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				peak = max(peak, heapBytes())
			case <-stop:
				done <- max(peak, base) - base
				return
			}
		}
	}()
	call()
	close(stop)
	return <-done
}
