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
		{"装机5000千瓦，50千米", Chinese, "5000千瓦 50千米"},
		{"发电27.6亿千瓦时", Chinese, "2760000000千瓦时"},
		{"0.3百分点", Chinese, "0.3百分点"},
		{"投资5千万元，3百万吨", Chinese, "50000000元 3000000吨"},
		{"1.5个亿", Chinese, "150000000"},
		{"118个项目", Chinese, "118个项目"},
		{"2万5千人，1亿2000万元", Chinese, "25000人 120000000元"},
		{"5至7亿元", Chinese, "500000000元 700000000元"},
		{"100日，工期1000日", Chinese, "100日 1000日"},
		{"第15日，24时", Chinese, ""},
		{"RMB 43.26bn and 3.5 tn", English, "43260000000 3500000000000"},
		{"5 to 7 million persons", English, "5000000persons 7000000persons"},
		{"between RMB 5 and RMB 7 billion", English, "5000000000 7000000000"},
		{"5 and 7 billion", English, "5 7000000000"},
		{"RMB 4.3 hundred million, 12 ten thousand tonnes", English, "430000000 120000tonnes"},
		{"2019.5 km, in 2019, 20,190", English, "2019.5km 20190"},
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
		{"“十四五”规划", "the 14th Five-Year Plan", true},
		{"“十四五”规划", "the 13th Five-Year Plan", false},
		{"党的二十大", "the 20th National Congress", true},
		{"改革开放40年", "40 years of reform", true},
		{"近10年", "over the past 10 years", true},
		{"工期15日", "15 days", true},
		{"100日行动", "a 100-day drive", true},
		{"24时", "24 hours", true},
		{"加快0.3百分点", "0.3 percentage points faster", true},
		{"装机5000千瓦", "5,000 kilowatts", true},
		{"50千米", "50 kilometres", true},
		{"增长７．２％", "up 7.2%", true},
		{"1.5个亿", "RMB 150 million", true},
		{"1.5个亿", "RMB 15 million", false},
		{"2万5千人", "25,000 people", true},
		{"二十个项目", "20 projects", true},
		{"二十五个项目", "25 projects", true},
		{"十五个项目", "5 projects", false},
		{"432.6亿元", "RMB 43.26bn", true},
		{"5至7亿元", "RMB 500–700 million", true},
		{"35个项目", "thirty-five projects", true},
		{"35个项目", "thirty-six projects", false},
		{"共5千万元", "RMB 50 million", true},
		{"前11个月", "the first eleven months", true},
		{"1—11月", "the first 11 months", true},
		{"7.2%", "0.72%", false},
		{"12%", "twelve", false},
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

// A plain hundred may be a word in the other language.
func TestBareHundred(t *testing.T) {
	_, en := Disagree("百日攻坚", "a drive of 100 days")
	if len(en) != 1 || !en[0].Bare() {
		t.Errorf("%v", en)
	}
	zh, _ := Disagree("投资100亿元", "investment")
	if len(zh) != 1 || zh[0].Bare() {
		t.Errorf("%v", zh)
	}
}
