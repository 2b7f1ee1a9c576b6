package typeset

import (
	"strings"
	"testing"

	"jianbao/fonts"
)

func BenchmarkBreak(b *testing.B) {
	for _, bc := range []struct {
		name, text string
		opt        Options
	}{
		{"zh", strings.Repeat("2022年地区生产总值432.6亿元，比上年增长7.2%；固定资产投资211.9亿元。", 8), Options{Justify: true}},
		{"en", strings.Repeat("Output reached RMB 43.26 billion in 2022, up 7.2% year on year; investment in fixed assets came to RMB 21.19 billion. ", 5), Options{}},
		{"en-hyphens", strings.Repeat("Output reached RMB 43.26 billion in 2022, up 7.2% year on year; investment in fixed assets came to RMB 21.19 billion. ", 5), Options{Hyphenate: true}},
	} {
		b.Run(bc.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Break(fonts.Builtin(), []Span{{Text: bc.text, Style: ten}}, 240, bc.opt)
			}
		})
	}
}

// Labels of charts and cells of tables are short and many.
func BenchmarkLabel(b *testing.B) {
	b.Run("set", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Set(fonts.Builtin(), ten, "地区生产总值（亿元）")
		}
	})
	b.Run("broken", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Break(fonts.Builtin(), []Span{{Text: "规模以上工业增加值增速（可比价）", Style: ten}}, 60, Options{})
		}
	})
}
