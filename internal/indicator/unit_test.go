package indicator

import (
	"math/big"
	"testing"
)

// Every unit of the table, at every scale that either language names, is read
// back from its own label.
func TestUnitsAreReadBackFromTheirLabels(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range unitBases {
		if seen[b.base] {
			t.Errorf("%s stands twice in the table", b.base)
		}
		seen[b.base] = true
		scales := []int{0}
		for _, sc := range zhScales {
			scales = append(scales, sc.scale)
			if u := ParseUnit(Text{ZH: sc.word + b.zh[0]}); sc.scale >= 4 && (u.Base != b.base || u.Scale != sc.scale) && !isFixed(b.base) {
				t.Errorf("%s is read as %s, 10^%d", sc.word+b.zh[0], u.Base, u.Scale)
			}
		}
		for _, scale := range scales {
			u := Unit{Base: b.base, Scale: scale}
			if got := ParseUnit(Text{EN: EnglishUnit(u)}); got.Base != u.Base || got.Scale != u.Scale {
				t.Errorf("%s 10^%d is labelled %q, which is read as %s, 10^%d", b.base, scale, EnglishUnit(u), got.Base, got.Scale)
			}
		}
		for _, zh := range b.zh {
			if u := ParseUnit(Text{ZH: zh}); u.Base != b.base || u.Scale != 0 {
				t.Errorf("%s is read as %s, 10^%d", zh, u.Base, u.Scale)
			}
		}
		for _, en := range b.en {
			if u := ParseUnit(Text{EN: en}); u.Base != b.base || u.Scale != 0 {
				t.Errorf("%s is read as %s, 10^%d", en, u.Base, u.Scale)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("only %d units", len(seen))
	}
}

// isFixed names the units that are never scaled.
func isFixed(base string) bool { return base == "index" }

func TestUnitSpellings(t *testing.T) {
	for _, tc := range []struct {
		zh, en, base string
		scale        int
	}{
		{"", "10,000 persons", "person", 4}, {"", "100,000 persons", "person", 5}, {"", "million people", "person", 6},
		{"", "RMB 10 thousand", "CNY", 4}, {"", "billion yuan", "CNY", 9}, {"", "USD 10,000", "USD", 4}, {"", "100 million US dollars", "USD", 8},
		{"", "10,000 tons", "tonne", 4}, {"", "RMB/person", "CNY/person", 0}, {"", "yuan/sq m", "CNY/m2", 0}, {"", "1,000 hectares", "hectare", 3},
		{"", "kilowatt-hours", "kWh", 0}, {"", "10,000 TEUs", "TEU", 4}, {"", "µg/m³", "ug/m3", 0},
		{"亿度", "", "kWh", 8}, {"千公顷", "", "hectare", 3}, {"千元", "", "CNY", 3}, {"千瓦", "", "kW", 0}, {"千克", "", "kilogram", 0}, {"万千瓦时", "", "kWh", 4},
		{"亿元人民币", "", "CNY", 8}, {"人民币亿元", "", "CNY", 8}, {"万 元", "", "CNY", 4}, {"元／人", "", "CNY/person", 0}, {"万元/人", "", "CNY/person", 4},
		{"上年同期＝100", "", "index", 0}, {"2020年=100", "", "index", 0}, {"亿欧元", "", "EUR", 8}, {"亿日元", "", "JPY", 8}, {"亿件", "", "case", 8}, {"万架次", "", "flight", 4},
		{"亿", "", "", 0}, {"百亿亿元", "", "", 0}, {"某某", "some", "", 0}, // a multiple of nothing is no unit
	} {
		if u := ParseUnit(Text{ZH: tc.zh, EN: tc.en}); u.Base != tc.base || u.Scale != tc.scale || u.Text.ZH != tc.zh || u.Text.EN != tc.en {
			t.Errorf("%q %q: %+v, want %s, 10^%d", tc.zh, tc.en, u, tc.base, tc.scale)
		}
	}
	for zh, want := range map[string]string{"万元/人": "RMB 10 thousand per person", "亿欧元": "100 million euros", "亿美元": "US$ 100 million"} {
		if got := EnglishUnit(ParseUnit(Text{ZH: zh})); got != want {
			t.Errorf("%s is labelled %q, want %q", zh, got, want)
		}
	}
}

// Published translations that went wrong by powers of ten: 39038.1亿元 is 3.90381
// trillion, 880.81万元 is 8.8081 million, 1244万人 is 12.44 million.
func TestScalesAreExact(t *testing.T) {
	for _, tc := range []struct{ value, unit, want string }{
		{"432.6", "亿元", "43260000000"}, {"39038.1", "亿元", "3903810000000"}, {"880.81", "万元", "8808100"}, {"1244", "万人", "12440000"}, {"126.06", "万亿元", "126060000000000"},
	} {
		got := dec(tc.value).Shift(int32(ParseUnit(Text{ZH: tc.unit}).Scale))
		want, _ := new(big.Int).SetString(tc.want, 10)
		if !got.IsInteger() || got.BigInt().Cmp(want) != 0 {
			t.Errorf("%s%s = %v, want %s", tc.value, tc.unit, got, tc.want)
		}
	}
}

func FuzzParseUnit(f *testing.F) {
	for _, s := range []string{"亿元", "万千瓦时", "上年=100", "万元/人", "RMB 100 million", "10,000 persons"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, zh, en string) {
		u := ParseUnit(Text{ZH: zh, EN: en})
		if u.Base == "" {
			return
		}
		label := EnglishUnit(u)
		if again := ParseUnit(Text{EN: label}); again.Base != u.Base || again.Scale != u.Scale {
			t.Errorf("%q, %q is %s 10^%d, labelled %q, which is read as %s 10^%d", zh, en, u.Base, u.Scale, label, again.Base, again.Scale)
		}
	})
}

// What a unit of counting counts is said by the name of the indicator.
func TestEnglishUnitOf(t *testing.T) {
	for _, c := range [...]struct{ unit, name, want string }{
		{"件", "每万人口高价值发明专利拥有量", "patents"}, {"万件", "专利授权量", "10 thousand patents"}, {"件", "法院收案", "cases"},
		{"个", "每千人口托位数", "places"}, {"个", "市场主体", "items"}, {"年", "平均受教育年限", "years"}, {"岁", "人均预期寿命", "years"}, {"亿元", "专利质押融资额", "RMB 100 million"},
	} {
		if got := EnglishUnitOf(ParseUnit(Text{ZH: c.unit}), c.name); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.unit, c.name, got, c.want)
		}
	}
}
