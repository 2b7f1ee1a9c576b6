package indicator

import (
	"errors"
	"testing"
)

func TestParsePeriod(t *testing.T) {
	for in, want := range map[string]string{
		"2022": "2022-01…2022-12", "2022年": "2022-01…2022-12", "２０２２年": "2022-01…2022-12", "2022年全年": "2022-01…2022-12",
		"2023-11": "2023-11", "2023年11月": "2023-11", "2023.11": "2023-11", "2023/1": "2023-01", "202311": "2023-11", "2023年11月末": "2023-11",
		"2023年1—11月": "2023-01…2023-11", "2023年1-11月": "2023-01…2023-11", "2023年1月－11月": "2023-01…2023-11", "2023年1~2月": "2023-01…2023-02",
		"2023-01..2023-11": "2023-01…2023-11", "2023-01…2023-11": "2023-01…2023-11", "2023.1-11月": "2023-01…2023-11",
		"2023Q3": "2023-07…2023-09", "2023年三季度": "2023-07…2023-09", "2023年第4季度": "2023-10…2023-12", "Q1 2023": "2023-01…2023-03",
		"2023年上半年": "2023-01…2023-06", "2023H2": "2023-07…2023-12", "2023年前三季度": "2023-01…2023-09",
		"2022年末": "2022-12", "2022年年底": "2022-12", "2023年前11个月": "2023-01…2023-11", "2023年1—11月累计": "2023-01…2023-11", "2023年1—3季度": "2023-01…2023-09",
		"2023年一至三季度": "2023-01…2023-09", "H1 2023": "2023-01…2023-06", "H2 2023": "2023-07…2023-12", "January to November 2023": "2023-01…2023-11", "Nov 2023": "2023-11", "November 2023": "2023-11", "2023 May": "2023-05", "Jan–Nov 2023": "2023-01…2023-11", "January-November 2023": "2023-01…2023-11",
	} {
		got, err := ParsePeriod(in)
		if err != nil || got.String() != want {
			t.Errorf("%s: %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "11月", "1-11月", "2023-13", "2023年0月", "2021-2025年", "2023-11-05", "abc", "三季度", "2023年11-1月", "20231", "99999", "Foo 2023", "年末", "2023年前13个月", "累计"} {
		if got, err := ParsePeriod(in); err == nil {
			t.Errorf("%q was read as %v", in, got)
		}
	}
}

func TestPeriodKinds(t *testing.T) {
	for in, want := range map[string]PeriodKind{
		"2023-01": Monthly, "2023-11": Monthly, "2023Q1": Quarterly, "2023年1-2月": Cumulative, "2023年1-3月": Quarterly,
		"2023H1": HalfYearly, "2023年1-9月": Cumulative, "2023": Annual, "2023-02..2023-05": OtherSpan, "2022-11..2023-10": OtherSpan,
	} {
		p, err := ParsePeriod(in)
		if err != nil || p.Kind() != want {
			t.Errorf("%s: %v, %v; want %s", in, p.Kind(), err, want)
		}
	}
	if got := ToDate(2023, 11).Previous(); got != ToDate(2023, 10) {
		t.Errorf("before January–November comes %v", got)
	}
	if got := MonthOf(NewMonth(2023, 1)).Previous(); got != MonthOf(NewMonth(2022, 12)) {
		t.Errorf("before January comes %v", got)
	}
}

func TestParseValue(t *testing.T) {
	for _, tc := range []struct {
		in, want string
		st       Status
	}{
		{"432.6", "432.6", ""}, {"1,234.5", "1234.5", ""}, {"１２．５", "12.5", ""}, {"7.2%", "7.2", ""}, {"＋7.2％", "7.2", ""}, {" −0.3 ", "-0.3", ""},
		{"（12.3）", "-12.3", ""}, {"(1,200)", "-1200", ""}, {"432.6(p)", "432.6", Preliminary}, {"432.6 r", "432.6", Revised}, {"5*", "5", ""}, {"13.1①", "13.1", ""},
		{"1.5E+3", "1500", ""}, {"7.199999999999999", "7.2", ""}, {"0.30000000000000004", "0.3", ""}, {"12 345.6", "12345.6", ""},
		{"432.6[1]", "432.6", ""}, {"432.6［注2］", "432.6", ""}, {"432.6(p)[1]", "432.6", Preliminary}, {"（7.2％）", "-7.2", ""}, {"100(修订数)", "100", Revised}, {"432.6①(p)", "432.6", Preliminary},
	} {
		v, st, err := ParseValue(tc.in)
		if err != nil || !v.Equal(dec(tc.want)) || st != tc.st {
			t.Errorf("%q: %v %q %v; want %s %q", tc.in, v, st, err, tc.want, tc.st)
		}
	}
	for in, want := range map[string]Status{"": NotAvailable, "-": NotAvailable, "—": NotAvailable, "…": NotAvailable, "...": NotAvailable, "n/a": NotAvailable, "NA": NotAvailable, ":": NotAvailable, "x": NotApplies, "#": Confidential, "(c)": Confidential} {
		if v, st, err := ParseValue(in); err != nil || st != want || st.HasValue() {
			t.Errorf("%q: %v %q %v; want status %q", in, v, st, err, want)
		}
	}
	for _, in := range []string{"abc", "约5", "1,23", "12,3456", "1.2.3", "5亿元", "--5", "(5", "1e999", "0x10", "增长", "[1]", "①", "#DIV/0!", "#REF!", "()"} {
		var ve *ValueError
		if v, _, err := ParseValue(in); !errors.As(err, &ve) {
			t.Errorf("%q was read as %v", in, v)
		}
	}
}

// 四舍五入 on the decimal: half away from zero, never to even, never on a
// binary float.
func TestRound(t *testing.T) {
	for _, tc := range []struct {
		in     string
		places int
		want   string
	}{{"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"0.05", 1, "0.1"}, {"1.005", 2, "1.01"}, {"2.675", 2, "2.68"}, {"-0.04", 1, "0"}, {"463.7472", 1, "463.7"}} {
		if got := Round(dec(tc.in), tc.places); !got.Equal(dec(tc.want)) {
			t.Errorf("%s to %d: %v, want %s", tc.in, tc.places, got, tc.want)
		}
	}
}

func TestParseUnit(t *testing.T) {
	for _, tc := range []struct {
		zh, en string
		base   string
		scale  int
	}{
		{"亿元", "", "CNY", 8}, {"万元", "", "CNY", 4}, {"元", "", "CNY", 0}, {"万亿元", "", "CNY", 12}, {"亿美元", "", "USD", 8}, {"万人", "", "person", 4},
		{"亿千瓦时", "", "kWh", 8}, {"万吨", "", "tonne", 4}, {"%", "", "percent", 0}, {"％", "", "percent", 0}, {"户", "entities", "household", 0}, {"", "RMB 100 million", "CNY", 8},
		{"", "10 thousand persons", "person", 4}, {"", "million kWh", "kWh", 6}, {"", "100 million yuan", "CNY", 8}, {"百万美元", "", "USD", 6}, {"奇怪", "", "", 0}, {"", "", "", 0},
	} {
		u := ParseUnit(Text{tc.zh, tc.en})
		if u.Base != tc.base || u.Scale != tc.scale {
			t.Errorf("%q %q: base %q scale %d, want %q %d", tc.zh, tc.en, u.Base, u.Scale, tc.base, tc.scale)
		}
	}
	for zh, en := range map[string]string{"亿元": "RMB 100 million", "万人": "10 thousand persons", "%": "%", "亿千瓦时": "100 million kWh", "亿美元": "US$ 100 million"} {
		if got := EnglishUnit(ParseUnit(Text{ZH: zh})); got != en {
			t.Errorf("%s: %q, want %q", zh, got, en)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2023年1—11月", "2023Q3", "Nov 2023", "202311", "2023-01…2023-11"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		if again, err := ParsePeriod(p.String()); err != nil || again != p {
			t.Errorf("%q is %v, which reads as %v, %v", s, p, again, err)
		}
	})
}

func FuzzParseValue(f *testing.F) {
	for _, s := range []string{"1,234.5(p)", "（7.2％）", "-", "1.5e3", "12①"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, st, err := ParseValue(s)
		if err != nil || !st.HasValue() {
			return
		}
		if again, _, err := ParseValue(v.String()); err != nil || !again.Equal(v) {
			t.Errorf("%q is %v, which reads as %v, %v", s, v, again, err)
		}
	})
}
