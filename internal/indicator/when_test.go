package indicator

import (
	"strings"
	"testing"
)

// TestParseWhen reads texts that are periods or parts of one; "" means that the
// text is none.
func TestParseWhen(t *testing.T) {
	for _, c := range []struct {
		in   string
		want When
	}{
		{"2023年1—11月", When{Year: 2023, From: 1, To: 11}},
		{"2023年1-11月累计", When{Year: 2023, From: 1, To: 11}},
		{"２０２３年１－１１月", When{Year: 2023, From: 1, To: 11}},
		{"2023年1月至11月", When{Year: 2023, From: 1, To: 11}},
		{"1—11月", When{From: 1, To: 11}},
		{"1-2月", When{From: 1, To: 2}},
		{"11月末", When{From: 11, To: 11, AtEnd: true}},
		{"11月", When{From: 11, To: 11}},
		{"11月份", When{From: 11, To: 11}},
		{"十一月", When{From: 11, To: 11}},
		{"二〇二三年六月", When{Year: 2023, From: 6, To: 6}},
		{"二零二四年", When{Year: 2024}},
		{"24年1-8月", When{Year: 2024, From: 1, To: 8}},
		{"一月 Jan", When{From: 1, To: 1}},
		{"二月 Fev/Feb", When{From: 2, To: 2}},
		{"Mar 三月", When{From: 3, To: 3}},
		{"2023年1-2月 Jan.-Feb. 2023", When{Year: 2023, From: 1, To: 2}},
		{"第1季 1st Quarter", When{From: 1, To: 3, Part: true}},
		{"一季度", When{From: 1, To: 3, Part: true}},
		{"第三季度", When{From: 7, To: 9, Part: true}},
		{"2023年三季度", When{Year: 2023, From: 7, To: 9, Part: true}},
		{"上半年", When{From: 1, To: 6, Part: true}},
		{"2023年下半年", When{Year: 2023, From: 7, To: 12, Part: true}},
		{"前三季度", When{From: 1, To: 9}},
		{"2023年1-3季度", When{Year: 2023, From: 1, To: 9}},
		{"2023Q3", When{Year: 2023, From: 7, To: 9, Part: true}},
		{"2023-Q3", When{Year: 2023, From: 7, To: 9, Part: true}},
		{"2023 3Q", When{Year: 2023, From: 7, To: 9, Part: true}},
		{"Q3 2023", When{Year: 2023, From: 7, To: 9, Part: true}},
		{"Q3", When{From: 7, To: 9, Part: true}},
		{"2023-11", When{Year: 2023, From: 11, To: 11}},
		{"2023.11", When{Year: 2023, From: 11, To: 11}},
		{"202311", When{Year: 2023, From: 11, To: 11}},
		{"2020M01", When{Year: 2020, From: 1, To: 1}},
		{"Nov-23", When{Year: 2023, From: 11, To: 11}},
		{"2023 Dec", When{Year: 2023, From: 12, To: 12}},
		{"1990 JAN", When{Year: 1990, From: 1, To: 1}},
		{"janv. 2023", When{Year: 2023, From: 1, To: 1}},
		{"Jan–Nov 2023", When{Year: 2023, From: 1, To: 11}},
		{"2023-11-30", When{Year: 2023, From: 11, To: 11, Day: 30}},
		{"1978年", When{Year: 1978}},
		{"2023", When{Year: 2023}},
		{"2004 [YR2004]", When{Year: 2004}},
		{"2023年末", When{Year: 2023, From: 12, To: 12, AtEnd: true}},
		{"全年", When{From: 1, To: 12}},
		{"2021-2025年", When{Year: 2021, LastYear: 2025}},
		{"2021—2025年", When{Year: 2021, LastYear: 2025}},
		{"2019/20", When{Year: 2020, Fiscal: true}},
		{"2019/2020", When{Year: 2020, Fiscal: true}},
		{"2019-20", When{Year: 2020, Fiscal: true}},
		{"FY2020", When{Year: 2020, Fiscal: true}},
		{"民国112年", When{Year: 2023}},
		{"民國110年第1季", When{Year: 2021, From: 1, To: 3, Part: true}},
		{"令和5年", When{Year: 2023}},
		{"2023年13月", When{}}, {"2023-13", When{}}, {"432.6", When{}}, {"1234567", When{}},
		{"地区生产总值", When{}}, {"5-6", When{}}, {"", When{}}, {"March of time", When{}}, {"2023年11-1月", When{}},
	} {
		got, ok := ParseWhen(c.in)
		if ok != !c.want.IsZero() || got != c.want {
			t.Errorf("%q: %+v, want %+v", c.in, got, c.want)
		}
	}
}

// TestFindWhen finds periods in titles and heads.
func TestFindWhen(t *testing.T) {
	for _, c := range []struct {
		in, found string
		want      When
	}{
		{"2023年1—11月主要经济指标", "2023年1—11月", When{Year: 2023, From: 1, To: 11}},
		{"某市2023年11月份统计月报", "2023年11月份", When{Year: 2023, From: 11, To: 11}},
		{"全市 2023 年前三季度完成情况", "2023 年前三季度", When{Year: 2023, From: 1, To: 9}},
		{"2023年地区生产总值", "2023年", When{Year: 2023}},
		{"1-6月累计", "1-6月累计", When{From: 1, To: 6}},
		{"Main indicators, Jan-Nov 2023", "Jan-Nov 2023", When{Year: 2023, From: 1, To: 11}},
		{"GDP at constant 2017 prices", "", When{}},
		{"按2020年可比价计算", "", When{}},
		{"居民消费价格指数(2015年=100)", "", When{}},
		{"2015年不变价", "", When{}},
		{"按现价计算", "", When{}},
		{"以環比物量(2021年)計算", "", When{}},
		{"SSIC 2020", "", When{}},
	} {
		got, from, to, ok := FindWhen(c.in)
		if ok != (c.found != "") || got != c.want || c.in[from:to] != c.found {
			t.Errorf("%q: %+v %q, want %+v %q", c.in, got, c.in[from:to], c.want, c.found)
		}
	}
}

func FuzzWhen(f *testing.F) {
	for _, s := range []string{"2023年1—11月", "Nov-23", "2019/20", "2023 3Q", "é2023年", "\xff2023年"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if w, ok := ParseWhen(s); ok {
			if w.Year == 0 && w.From == 0 && w.Years == 0 {
				t.Errorf("%q: nothing told", s)
			}
			if p, ok := w.Period(1); ok && p.Months() < 1 {
				t.Errorf("%q: %v", s, p)
			}
		}
		if _, from, to, ok := FindWhen(strings.ToValidUTF8(s, "")); ok && from >= to {
			t.Errorf("%q: %d…%d", s, from, to)
		}
	})
}

func BenchmarkParseWhen(b *testing.B) {
	for _, s := range []string{"2023年1—11月", "Nov-23", "备注1048576", "text 1048576", "规模以上工业增加值", "B1GQ_15"} {
		b.Run(s, func(b *testing.B) {
			for range b.N {
				ParseWhen(s)
			}
		})
	}
}
