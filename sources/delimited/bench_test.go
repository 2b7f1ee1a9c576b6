package delimited

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
)

func million() string {
	var b strings.Builder
	b.WriteString("地区,指标,时期,数值,同比\n")
	for i := range 1_000_000 {
		fmt.Fprintf(&b, "地区%d,地区生产总值,2023年%d月,%d.%d,-1.5\n", i%400, i%12+1, i, i%10)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	data := []byte(million())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if t, err := Parse(data); err != nil || len(t.Rows) != 1_000_001 {
			b.Fatal(err)
		}
	}
}

// BenchmarkCSV is the standard library on the same table, for comparison.
func BenchmarkCSV(b *testing.B) {
	text := million()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r := csv.NewReader(strings.NewReader(text))
		r.LazyQuotes = true
		if rows, err := r.ReadAll(); err != nil || len(rows) != 1_000_001 {
			b.Fatal(err)
		}
	}
}

func BenchmarkGB18030(b *testing.B) {
	data := gb(million())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOneLine(b *testing.B) {
	data := []byte(strings.Repeat("1234567890", 5_000_000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}
