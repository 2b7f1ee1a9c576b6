package numeral

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		lang Lang
		want string // full digits and units
	}{
		{"2022年，地区生产总值432.6亿元，增长7.2%", Chinese, "43260000000元 7.2%"},
		{"In 2022 GRP reached RMB 43.26 billion, up 7.2 percent", English, "43260000000 7.2%"},
		{"1—11月增速比1—10月加快0.3个百分点", Chinese, "0.3个百分点"},
		{"0.3 percentage points faster than in January–October", English, "0.3percentage points"},
		{"目标5.5%—6%", Chinese, "5.5% 6%"},
		{"US$300–350 million", English, "300000000 350000000"},
		{"3亿—3.5亿美元", Chinese, "300000000 350000000美元"},
		{"下降−0.2%", Chinese, "-0.2%"},
		{"11 February 2023, 14,533 entities", English, "14533entities"},
		{"2023年2月11日，14533户", Chinese, "14533户"},
		{"“5+1”工作专班", Chinese, "5 1"},
		{"1.2万亿元", Chinese, "1200000000000元"},
		{"COVID-19", English, "19"},
		{"Q1–Q3, the 14th", English, "14th"},
		{"", Chinese, ""},
	} {
		var got []string
		for _, n := range Find(c.text, c.lang) {
			got = append(got, n.Full.String()+n.Unit)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.text, s, c.want)
		}
	}
}

func TestDisagree(t *testing.T) {
	for _, c := range []struct {
		zh, en string
		agree  bool
	}{
		{"零售额39038.1亿元", "Retail sales reached RMB 3.90381 trillion", true},
		{"零售额39038.1亿元", "Retail sales reached RMB 390.381 billion", false},
		{"9个领域33项措施", "33 measures in nine areas", true},
		{"三张牌", "Three strengths", true},
		{"9个领域33项措施", "33 measures in eight areas", false},
		{"新增1.2万人", "12,000 persons were added", true},
		{"增长6.3%，加快0.2个百分点", "up 6.3%", false},
		{"下降1.0%", "down 1%", true},
		{"2023年2月10日召开会议", "The meeting was held on 10 February 2023", true},
		{"19项举措", "19 measures", true},
		{"一个总施工图", "1 overall plan", true},
		{"5.19亿元", "RMB 0.51900 billion", true},
		{"新设2019户", "2019 entities were added", true},
		{"新设2019户", "2091 entities were added", false},
	} {
		zh, en := Disagree(c.zh, c.en)
		if (len(zh)+len(en) == 0) != c.agree {
			t.Errorf("%s | %s: %v %v, want agreement %v", c.zh, c.en, zh, en, c.agree)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("1—11月432.6亿元", "RMB 300–350 million")
	f.Fuzz(func(t *testing.T, zh, en string) {
		for _, n := range Find(zh, Chinese) {
			if n.From < 0 || n.To > len(zh) || n.From >= n.To {
				t.Fatalf("%q: %+v", zh, n)
			}
		}
		Disagree(zh, en)
	})
}
