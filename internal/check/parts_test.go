package check

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// part is a series of parent a whose cells stand in a column of their own.
func part(t *testing.T, id, unit string, pv ...string) indicator.Series {
	s := series(id, indicator.Level, unit, indicator.Nominal, table(t, pv...))
	s.Parent = "a"
	for i := range s.Observations {
		s.Observations[i].Cell.Addr = strings.ToUpper(id) + s.Observations[i].Cell.Addr[1:]
	}
	return s
}

func ofWhich(s indicator.Series) indicator.Series {
	s.Partial = true
	return s
}

// years pairs values with the years from 2015 on.
func years(values ...string) []string {
	var out []string
	for i, v := range values {
		out = append(out, fmt.Sprint(2015+i), v)
	}
	return out
}

func TestPartsAgainstTotal(t *testing.T) {
	total := func(values ...string) indicator.Series { return level(t, years(values...)...) }
	b := func(values ...string) indicator.Series { return part(t, "b", "亿元", years(values...)...) }
	x := func(values ...string) indicator.Series { return part(t, "x", "亿元", years(values...)...) }
	industries := func(sum string) *indicator.Dataset {
		d := data(level(t, "2024年1-6月", sum), part(t, "b", "亿元", "2024年1-6月", "3.1"), part(t, "x", "亿元", "2024年1-6月", "88.4"), part(t, "y", "亿元", "2024年1-6月", "137.14"))
		for i, n := range []string{"第一产业", "第二产业", "第三产业"} {
			d.Series[i+1].Name = text(n)
		}
		return d
	}
	perHead := func(s indicator.Series) indicator.Series { s.Unit = indicator.ParseUnit(text("元/人")); return s }
	run(t, []testCase{
		{"adds up", data(total("100", "110", "120"), b("40", "41", "42"), x("60", "69", "78")), finding{}},
		{"adds up within rounding", data(total("100.1", "110.3", "120.0"), b("40.0", "41.1", "42.0"), x("60.0", "69.1", "78.1")), finding{}},
		{"fails in one year", data(total("100.1", "110.1", "120.1", "130.1"), b("40.0", "41.1", "42.0", "50.1"), x("60.1", "69.0", "87.1", "80.0")), finding{warning, "parts-total", "数据!C4", "129.1"}},
		{"one of two", data(total("100.1", "110.1"), b("40.0", "41.1"), x("60.1", "96.0")), finding{warning, "parts-total", "数据!C3", "137.1"}},
		{"a part in another unit", data(total("100.1", "110.1", "120.1"), b("40.0", "41.1", "42.0"), part(t, "x", "万元", years("601000", "690000", "871000")...)), finding{warning, "parts-total", "数据!C4", "871000"}},
		{"parts in another unit add up", data(total("100.1", "110.1", "120.1"), b("40.0", "41.1", "42.0"), part(t, "x", "万元", years("601000", "690000", "781000")...)), finding{}},
		{"a part missing in the year that would fail", data(total("100.1", "110.1", "120.1"), b("40.0", "41.1", "42.0"), x("60.1", "69.0", "")), finding{}},
		{"the total revised, the parts not", data(mark(total("100.1", "110.1", "120.1"), indicator.Year(2017), indicator.Revised), b("40.0", "41.1", "42.0"), x("60.1", "69.0", "75.0")), finding{}},
		{"never", data(total("100", "110", "120", "130"), b("40", "41", "42", "43"), x("55", "64", "73", "84")), finding{notice, "parts-total", "数据!C5", "130"}},
		{"never nearly: the parts overlap", data(total("100", "110", "120", "130"), b("90", "91", "92", "93"), x("80", "82", "84", "85")), finding{}},
		{"often: chained prices", data(total("100", "110", "120", "130", "140"), b("40", "41", "42", "43", "44"), x("60", "69", "75", "84", "92")), finding{notice, "parts-total", "数据!C6", "140"}},
		{"a change of definition", data(total("100", "110", "120", "130", "140", "150", "160", "170", "180", "190", "200", "210"), b("35", "36", "37", "40", "50", "60", "70", "80", "90", "99", "98", "97"), x("60", "69", "78", "90", "90", "90", "90", "90", "90", "91", "102", "113")), finding{notice, "parts-total", "数据!C4", "120"}},
		{"of which, not all", data(total("100", "110", "120"), ofWhich(b("40", "41", "42")), ofWhich(x("20", "19", "18"))), finding{}},
		{"of which and one part", data(total("100", "110", "120"), ofWhich(b("40", "41", "42")), x("20", "19", "18")), finding{}},
		{"a single part", data(total("100", "110", "120"), x("20", "19", "18")), finding{}},
		{"parts of another kind", data(total("100", "110", "120"), part(t, "b", "万人", years("40", "41", "42")...), part(t, "x", "万人", years("20", "19", "18")...)), finding{}},
		{"averages", data(perHead(total("100", "110", "120")), perHead(b("90", "99", "101")), perHead(x("108", "115", "130"))), finding{}},
		{"one period that fails is no breakdown for certain", data(level(t, "2024年1-6月", "100.1"), part(t, "b", "亿元", "2024年1-6月", "40.0"), part(t, "x", "亿元", "2024年1-6月", "57.1")), finding{notice, "parts-total", "数据!C2", "97.1"}},
		{"the three industries are", industries("228.94"), finding{warning, "parts-total", "数据!C2", "228.64"}},
		{"the three industries", industries("228.64"), finding{}},
		{"a stock", data(stock(total("100.1", "110.1", "120.1")), stock(b("40.0", "41.1", "42.0")), stock(x("60.1", "69.0", "87.1"))), finding{warning, "parts-total", "数据!C4", "129.1"}},
	})
}

func TestPartAboveTotal(t *testing.T) {
	total := func(values ...string) indicator.Series { return level(t, years(values...)...) }
	x := func(values ...string) indicator.Series { return ofWhich(part(t, "x", "亿元", years(values...)...)) }
	run(t, []testCase{
		{"below", data(total("100", "110"), x("99", "110")), finding{}},
		{"within rounding", data(total("100.0", "110.0", "1"), x("99.0", "110.05", "1")), finding{}},
		{"above", data(total("100", "110", "120"), x("10", "115", "12")), finding{warning, "part-exceeds-total", "数据!X3", "115"}},
		{"above, alone", data(total("100"), x("111")), finding{warning, "part-exceeds-total", "数据!X2", "111"}},
		{"above for want of a unit", data(total("100", "110"), ofWhich(part(t, "x", "万元", years("100000", "1200000")...))), finding{warning, "part-exceeds-total", "数据!X3", "1200000"}},
		{"always above", data(total("100", "110", "120", "130"), x("103", "113", "125", "133")), finding{notice, "part-exceeds-total", "数据!X2", "4"}},
		{"a total that may be negative", data(total("100", "-110", "120"), x("101", "111", "12")), finding{}},
		{"a part that may be negative", data(total("100", "110", "120"), x("101", "111", "-12")), finding{}},
	})
}
