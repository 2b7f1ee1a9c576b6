package briefing

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

// ratesByMonth are growth rates of n indicators over eleven months; the first down of
// them end below zero.
func ratesByMonth(n, down int) *indicator.Dataset {
	d := &indicator.Dataset{File: "t.xlsx"}
	for i := range n {
		s := series(fmt.Sprintf("s%d", i), fmt.Sprintf("指标%c", '甲'+rune(i)), fmt.Sprintf("Indicator %c", 'A'+rune(i)), "%|%")
		s.Measure, s.Compare = indicator.Growth, indicator.YearOnYear
		for m := 1; m <= 11; m++ {
			v := float64(m+i) / 2
			if m == 11 && i < down {
				v = -v
			}
			s.Observations = append(s.Observations, indicator.Observation{
				Period: indicator.MonthOf(indicator.NewMonth(2023, m)), Value: dec(fmt.Sprintf("%.1f", v)), Cell: Cell{Sheet: "S", Addr: fmt.Sprintf("C%d", 100*i+m)}})
		}
		d.Series = append(d.Series, s)
	}
	return d
}

// Many indicators by month begin with an overview; few do not.
func TestOverview(t *testing.T) {
	for _, c := range []struct {
		n, down int
		want    Text
	}{
		{7, 2, Text{}},
		{8, 2, both("八项指标中六项增长，两项下降", "Six of eight indicators up, two down")},
		{9, 0, both("九项指标全部增长", "All nine indicators up")},
		{12, 4, both("12项指标中8项增长，4项下降", "8 of 12 indicators up, 4 down")},
	} {
		d := ratesByMonth(c.n, c.down)
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		var title Text
		for _, f := range b.Figures() {
			if f.ID == "overview" {
				title = f.Title
				if h := f.Chart.(*Heat); len(h.Rows) != c.n || len(h.Slots) != 11 || h.Rows[0].Data[10].Label.EN == "" {
					t.Errorf("%d rows of %d months", len(h.Rows), len(h.Slots))
				}
			}
		}
		if title != c.want {
			t.Errorf("%d, %d down: %v, want %v", c.n, c.down, title, c.want)
		}
	}
}

// Growth of two years side by side counts what became faster and slower.
func TestSlopes(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx"}
	for i, v := range [][2]string{{"3", "7.2"}, {"5", "4"}, {"2", "2"}, {"-1", "3"}} {
		id := fmt.Sprintf("s%d", i)
		d.Series = append(d.Series, series(id, fmt.Sprintf("指标%c", '甲'+rune(i)), fmt.Sprintf("Indicator %c", 'A'+rune(i)), "亿元|RMB 100 million", "2022 100", "2023 110"), rates(id, "2022 "+v[0], "2023 "+v[1]))
	}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	for _, f := range b.Figures() {
		if f.ID == "growth-two-years" {
			if f.Title != both("两项增速加快，一项放缓", "Growth quickened in two indicators and slowed in one") {
				t.Error(f.Title)
			}
			r := f.Chart.(*Slope).Rows
			if len(r) != 4 || r[0].Change != both("+4.2", "+4.2") || !r[0].Emphasis || r[1].Emphasis || r[2].Change.EN != "0.0" {
				t.Errorf("%+v", r)
			}
			return
		}
	}
	t.Error("no slopes")
}

func TestInside(t *testing.T) {
	for in, want := range map[string]string{
		"Retail sales": "retail sales", "GDP per head": "GDP per head", "Engel coefficient": "Engel coefficient", "Exports": "exports", "5G stations": "5G stations",
		"Real Estate": "Real Estate", "Wholesale & Retail Trade": "Wholesale & Retail Trade", "Imports from Japan": "imports from Japan", "Services Producing Industries": "Services Producing Industries",
	} {
		if got := inside(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
