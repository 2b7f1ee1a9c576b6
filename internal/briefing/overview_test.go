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
		{8, 2, both("2023年11月八项指标中六项增长，两项下降", "Six of eight indicators up in November 2023, two down")},
		{9, 0, both("2023年11月九项指标全部增长", "All nine indicators up in November 2023")},
		{12, 4, both("2023年11月，12项指标中8项增长，4项下降", "8 of 12 indicators up in November 2023, 4 down")},
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

// What falls less does not grow faster, and what differs little has not changed.
func TestTurns(t *testing.T) {
	for _, c := range []struct {
		was, now string
		want     turn
	}{
		{"3", "7.2", quickened}, {"5", "4", slowed}, {"2", "2.2", littleChanged}, {"2", "2.3", quickened}, {"-1", "-0.9", littleChanged}, {"-3", "-1", eased}, {"-1", "-3", deepened},
		{"-0.1", "0.1", turnedUp}, {"0.1", "-0.1", turnedDown}, {"0", "-2", turnedDown}, {"0", "2", quickened}, {"-2", "0", eased},
	} {
		gap := pointsFact(dec(c.now).Sub(dec(c.was)).String(), 1)
		if got := turnOf(pointsFact(c.was, 1), pointsFact(c.now, 1), gap); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.was, c.now, got, c.want)
		}
	}
	if got, want := slopeTitle([turnsKnown]int{eased: 2, littleChanged: 3}, 5), both("两项降幅收窄，三项变化不大", "Growth: two fell less, three were little changed"); got != want {
		t.Error(got)
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
			if f.Title != both("一项增速加快，一项增速放缓，一项由降转增，一项变化不大", "Growth: one quickened, one slowed, one turned to growth, one was little changed") {
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
