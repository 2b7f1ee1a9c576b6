package typeset

import (
	"math"
	"strings"
	"testing"

	"jianbao/fonts"
)

var ten = Style{fonts.Regular, 10}

// plain is the text that a line holds.
func plain(l Line) string {
	var b strings.Builder
	for _, p := range l.Pieces {
		if !p.Hyphen {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func lines(s string, width float64, opt Options) []string {
	var out []string
	for _, l := range Break(fonts.Builtin(), []Span{{Text: s, Style: ten}}, width, opt) {
		out = append(out, plain(l))
	}
	return out
}

// Breaks that must never be made (CLREQ 3.1.1, GB/T 15834), at any measure.
func TestForbiddenBreaks(t *testing.T) {
	for _, tc := range []struct {
		text string
		keep []string // never torn apart
	}{
		{"2022年地区生产总值432.6亿元，比上年增长7.2%；固定资产投资211.9亿元（现价）。", []string{"432.6亿元，", "7.2%；", "211.9亿元", "（现", "价）。", "2022年"}},
		{"1—11月，规模以上工业增加值同比增长13.2%，比1—10月加快0.3个百分点。", []string{"1—11月，", "13.2%，", "1—10月", "0.3个百分点。"}},
		{"特色“七个净月”、五大能力：政治能力", []string{"“七", "月”、", "力："}},
		{"Output reached RMB 43.26 billion in 2022, up 7.2% year on year (at 2021 prices).", []string{"RMB 43.26 billion", "2022,", "7.2%", "(at", "prices)."}},
		{"Revenue rose by 1,234.5 million persons; see page 3-4 of the report.", []string{"1,234.5 million", "3-4"}},
	} {
		for width := 75.0; width < 400; width += 3 {
			got := lines(tc.text, width, Options{Justify: true})
			joined := strings.Join(got, "|")
			if back := strings.Join(got, ""); back != tc.text {
				t.Fatalf("at %v the text became %q", width, back)
			}
			for _, k := range tc.keep {
				if Width(fonts.Builtin(), ten, k) < width && !strings.Contains(joined, k) {
					t.Errorf("at %v %q is torn: %s", width, k, joined)
				}
			}
		}
	}
}

func TestNoLineIsWiderThanTheMeasure(t *testing.T) {
	texts := []string{
		"长春净月高新技术产业开发区2022年“走出去”招商活动28场，“请进来”招商邀请337次，协议投资额343.55亿元。",
		"Supercalifragilisticexpialidocious, http://example.org/a/very/long/address/that/never/ends?and=goes&on=and-on",
		"（（（《《““层层叠叠””》》）））。。。，，，",
		"a", "", "　", "1", "　全角空格　开头",
	}
	for _, s := range texts {
		for width := 40.0; width < 300; width += 7 {
			for _, l := range Break(fonts.Builtin(), []Span{{Text: s, Style: ten}}, width, Options{Justify: true}) {
				if l.Width > width+0.01 {
					t.Errorf("%q at %v: line %q is %v wide", s, width, plain(l), l.Width)
				}
				for _, p := range l.Pieces {
					if end := p.X + p.Face.Width(strings.TrimRight(p.Text, " 　"), p.Size); end > width+half*p.Size+0.01 {
						t.Errorf("%q at %v: %q ends at %v", s, width, p.Text, end)
					}
				}
			}
		}
	}
}

func TestSpacing(t *testing.T) {
	fam := fonts.Builtin()
	sum := func(s string) float64 { return fam.Width(fonts.Regular, s, 10) }
	for _, tc := range []struct {
		text string
		want float64
	}{
		{"产值432.6亿元", sum("产值432.6亿元") + 2*2.5},
		{"增长7.2%。", sum("增长7.2%。") + 2.5 - 5}, // the line's last mark gives up its blank half
		{"（甲）乙", sum("（甲）乙") - 5},             // and the first one its own
		{"甲）。乙", sum("甲）。乙") - 5},
		{"甲，“乙", sum("甲，“乙") - 5},
		{"plain words", sum("plain words")},
	} {
		if got := Width(fam, ten, tc.text); math.Abs(got-tc.want) > 1e-9 {
			t.Errorf("%s: width %v, want %v", tc.text, got, tc.want)
		}
	}
	if got := Width(fam, ten, "the zone’s “five” plans"); got > sum("the zones five plans")+12 {
		t.Errorf("quotes in English stand a full em wide: %v", got)
	}
}

func TestJustify(t *testing.T) {
	s := strings.Repeat("统计部门发布的数据应当准确及时完整", 5)
	got := Break(fonts.Builtin(), []Span{{Text: s, Style: ten}}, 173, Options{Justify: true})
	for i, l := range got[:len(got)-1] {
		if math.Abs(l.Width-173) > 1e-9 {
			t.Errorf("line %d is %v wide", i, l.Width)
		}
		last := l.Pieces[len(l.Pieces)-1]
		if end := last.X + last.Face.Width(last.Text, last.Size); math.Abs(end-173) > 0.01 {
			t.Errorf("line %d ends at %v", i, end)
		}
	}
}

func TestLineFeedsAndStyles(t *testing.T) {
	got := Break(fonts.Builtin(), []Span{{Text: "特色：", Style: Style{fonts.Bold, 10}, Tag: 1}, {Text: "三产\n并进", Style: ten}}, 200, Options{})
	if len(got) != 2 || plain(got[0]) != "特色：三产" || plain(got[1]) != "并进" {
		t.Fatalf("lines %v", got)
	}
	if p := got[0].Pieces; len(p) != 2 || p[0].Tag != 1 || p[0].Weight != fonts.Bold || p[1].Tag != 0 {
		t.Errorf("pieces %+v", p)
	}
}
