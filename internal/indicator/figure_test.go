package indicator

import (
	"errors"
	"strings"
	"testing"
)

// TestParseFigure reads cells as people fill them; "!" means no figure.
func TestParseFigure(t *testing.T) {
	for _, c := range []struct {
		in, value, unit string
		status          Status
	}{
		{"432.6", "432.6", "", Normal}, {"１２３．４", "123.4", "", Normal}, {"1,234.5", "1234.5", "", Normal}, {"1 234.5", "1234.5", "", Normal},
		{" 196,647 ", "196647", "", Normal}, {"-3.1", "-3.1", "", Normal}, {"－1.6", "-1.6", "", Normal}, {"−0.5", "-0.5", "", Normal},
		{"(3.1)", "-3.1", "", Normal}, {"（3.1）", "-3.1", "", Normal}, {"+5.4", "5.4", "", Normal}, {"±0", "0", "", Normal}, {"1.23E+05", "123000", "", Normal},
		{"7.2%", "7.2", "%", Normal}, {"7.2％", "7.2", "%", Normal}, {"-4.1%", "-4.1", "%", Normal},
		{"432.6亿元", "432.6", "亿元", Normal}, {"2.31万人", "2.31", "万人", Normal}, {"0.3个百分点", "0.3", "个百分点", Normal}, {"18402家", "18402", "家", Normal},
		{"增长7.2", "7.2", "", Normal}, {"增长6.3%", "6.3", "%", Normal}, {"同比下降3.1%", "-3.1", "%", Normal}, {"下降0.3个百分点", "-0.3", "个百分点", Normal},
		{"▼2.6%", "-2.6", "%", Normal}, {"▲8.0%", "8", "%", Normal}, {"↑2.1", "2.1", "", Normal}, {"增长1.3倍", "1.3", "倍", Normal}, {"持平", "0", "", Normal},
		{"432.6(p)", "432.6", "", Preliminary}, {"432.6p", "432.6", "", Preliminary}, {"55 044r", "55044", "", Revised}, {"12.3 e", "12.3", "", Estimated}, {"12.3 b", "12.3", "", Normal},
		{"1.2[1]", "1.2", "", Normal}, {"3.4①", "3.4", "", Normal}, {"5.6*", "5.6", "", Normal},
		{"-", "", "", NotAvailable}, {"—", "", "", NotAvailable}, {"…", "", "", NotAvailable}, {"...", "", "", NotAvailable}, {"..", "", "", NotAvailable}, {":", "", "", NotAvailable},
		{"NA", "", "", NotAvailable}, {"n.a.", "", "", NotAvailable}, {"n/a", "", "", NotAvailable}, {"#N/A", "", "", NotAvailable}, {"[x]", "", "", NotAvailable}, {"no data", "", "", NotAvailable},
		{"x", "", "", NotApplies}, {"[c]", "", "", Confidential}, {": c", "", "", Confidential}, {"未公布", "", "", NotAvailable},
		{"2023年", "!", "", ""}, {"2023-11", "!", "", ""}, {"5-6", "!", "", ""}, {"EMM001", "!", "", ""}, {"A01", "!", "", ""}, {"地区生产总值", "!", "", ""}, {"11月", "!", "", ""},
		{"7/13", "!", "", ""}, {"11.3:42.1:46.6", "!", "", ""}, {"", "", "", NotAvailable}, {"约6%左右的水平", "!", "", ""}, {"1.2.3", "!", "", ""},
	} {
		f, err := ParseFigure(c.in)
		var bad *ValueError
		switch {
		case c.value == "!":
			if !errors.As(err, &bad) {
				t.Errorf("%q: %+v, want no figure", c.in, f)
			}
		case err != nil:
			t.Errorf("%q: %v", c.in, err)
		case f.Status != c.status || c.status.HasValue() && f.Value.String() != c.value || f.Unit != c.unit:
			t.Errorf("%q: %s %q %q, want %s %q %q", c.in, f.Value, f.Unit, f.Status, c.value, c.unit, c.status)
		}
		if LooksNumeric(c.in) != (c.value != "!" && c.in != "") {
			t.Errorf("%q: looks numeric is %v", c.in, LooksNumeric(c.in))
		}
	}
}

// TestSplitUnit takes units out of names.
func TestSplitUnit(t *testing.T) {
	for _, c := range []struct{ in, name, unit string }{
		{"地区生产总值（亿元）", "地区生产总值", "亿元"}, {"地区生产总值(亿元)", "地区生产总值", "亿元"}, {"粮食产量［万吨］", "粮食产量", "万吨"},
		{"居民消费价格指数(上年同月=100)", "居民消费价格指数", "上年同月=100"}, {"Exports (current US$)", "Exports", "current US$"},
		{"Access to electricity (% of population)", "Access to electricity", "% of population"}, {"Exports, USD million", "Exports", "USD million"},
		{"GDP per head (in '000 Rwf)", "GDP per head", "'000 Rwf"}, {"CO2 emissions (kt)", "CO2 emissions", "kt"}, {"Population, total", "Population, total", ""},
		{"固定资产投资（不含农户）", "固定资产投资（不含农户）", ""}, {"货币供应量（M2）", "货币供应量（M2）", ""}, {"城乡居民收入比（农村=1）", "城乡居民收入比（农村=1）", ""},
		{"国内生产总值/亿元", "国内生产总值", "亿元"}, {"Pump price for diesel fuel (US$ per liter)", "Pump price for diesel fuel", "US$ per liter"},
		{"CPI ALL ITEMS 2015=100", "CPI ALL ITEMS", "2015=100"}, {"TIME", "TIME", ""},
	} {
		if name, unit := SplitUnit(c.in); name != c.name || unit != c.unit {
			t.Errorf("%q: %q in %q, want %q in %q", c.in, name, unit, c.name, c.unit)
		}
	}
}

// TestUnitsAbroad reads units of other countries: their base and power of ten.
func TestUnitsAbroad(t *testing.T) {
	for _, c := range []struct {
		in, base string
		scale    int
		zh, en   string
	}{
		{"million Singapore dollars", "SGD", 6, "百万新加坡元", ""}, {"Billions of US dollars", "USD", 9, "", ""}, {"US$ million", "USD", 6, "", ""}, {"Million Euro", "EUR", 6, "", ""},
		{"Rwf billions", "RWF", 9, "", ""}, {"'000 Rwf", "RWF", 3, "", ""}, {"current US$", "USD", 0, "", ""}, {"KSh Million", "KES", 6, "", ""}, {"HK$ million", "HKD", 6, "", ""},
		{"亿美元", "USD", 8, "亿美元", ""}, {"万美元", "USD", 4, "", ""}, {"人民币亿元", "CNY", 8, "", ""}, {"million dollars", "", 0, "", ""},
	} {
		u := ParseUnit(Text{EN: c.in})
		if strings.IndexFunc(c.in, func(r rune) bool { return r > 0x2E80 }) >= 0 {
			u = ParseUnit(Text{ZH: c.in})
		}
		if u.Base != c.base || u.Scale != c.scale {
			t.Errorf("%q: %s × 10^%d, want %s × 10^%d", c.in, u.Base, u.Scale, c.base, c.scale)
		}
		if c.zh != "" && ChineseUnit(u) != c.zh {
			t.Errorf("%q in Chinese: %q, want %q", c.in, ChineseUnit(u), c.zh)
		}
	}
}

func FuzzParseFigure(f *testing.F) {
	for _, s := range []string{"432.6亿元", "同比下降3.1%", "(1,2", "１２％", "-", "+-1", "1e9", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fig, err := ParseFigure(s)
		if err == nil && !fig.Status.HasValue() && !fig.Value.IsZero() {
			t.Errorf("%q: a value %s where there is none", s, fig.Value)
		}
		if name, unit := SplitUnit(s); unit != "" && name == "" {
			t.Errorf("%q: a unit of nothing", s)
		}
	})
}
