package briefing

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

// pairs is a year and nine months of an indicator that is published for January
// and February together, with growth that falls throughout.
func pairs(id string) []indicator.Series {
	var levels, growth []string
	for y := 2022; y <= 2024; y++ {
		levels = append(levels, fmt.Sprintf("%d-01..%d-02 20%d", y, y, y%10))
		growth = append(growth, fmt.Sprintf("%d-01..%d-02 -2.5", y, y))
		for m := 3; m <= 12 && (y < 2024 || m <= 9); m++ {
			levels = append(levels, fmt.Sprintf("%d-%02d 10%d", y, m, m%10))
			growth = append(growth, fmt.Sprintf("%d-%02d -%d.5", y, m, m%3+1))
		}
	}
	return []indicator.Series{series(id, "投资"+id, "Investment "+id, "亿元|RMB 100 million", levels...), growthOf(id, growth...)}
}

// January and February that are known only together are one step, and a row of
// falls goes on through it, counted in steps: who fell in which of the two is not known.
func TestTogether(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx", Series: pairs("fai")}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	f := b.Figures()[0]
	if want := both("投资fai 9月下降1.5%，至少连续30期下降", "Investment fai fell 1.5% in September, at least the 30th fall in a row"); f.Title != want {
		t.Errorf("%v", f.Title)
	}
	g := f.Chart.(*Growth)
	if n := len(g.Slots); n != 19 || g.Slots[0] != (Slot{Label: both("1—2月", "Jan–Feb"), Year: 2023, Month: 2, Span: 2}) || g.Slots[1].Month != 3 {
		t.Errorf("%d slots, %v", n, g.Slots[0])
	}
	for i, x := range g.Bars {
		if x.Missing || g.Line[i].Missing {
			t.Errorf("nothing in %v", g.Slots[i])
		}
	}
	if want := both("投资fai（亿元），2023年以来", "Investment fai (RMB 100 million), since the start of 2023"); f.Description != want {
		t.Errorf("%v", f.Description)
	}
}

// A chart of several indicators takes the step that most of them have.
func TestTogetherInOneChart(t *testing.T) {
	single := func(id string) indicator.Series {
		var v []string
		for y := 2022; y <= 2024; y++ {
			for m := 1; m <= 12 && (y < 2024 || m <= 9); m++ {
				v = append(v, fmt.Sprintf("%d-%02d %d", y, m, 100+10*(y-2022)))
			}
		}
		return series(id, "用电"+id, "Power "+id, "亿千瓦时|100 million kWh", v...)
	}
	for _, c := range []struct {
		pairs, singles int
		column, said   string
	}{
		{8, 1, "1—2月", "+9.1"}, // of the sums
		{1, 8, "1—2月", "+9.1"},
		{0, 8, "2月", "+9.1"},
	} {
		d := &indicator.Dataset{File: "t.xlsx"}
		for i := range c.pairs {
			d.Series = append(d.Series, pairs(fmt.Sprint("p", i))...)
		}
		for i := range c.singles {
			d.Series = append(d.Series, single(fmt.Sprint("s", i)))
		}
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		for _, f := range b.Figures() {
			h, ok := f.Chart.(*Heat)
			if !ok {
				continue
			}
			last := h.Rows[len(h.Rows)-1]
			at := len(h.Slots) - 8
			if len(h.Slots) != overviewSteps || h.Slots[at].Label.ZH != c.column || last.Data[at].Label.ZH != c.said {
				t.Errorf("%d with %d: %v %v", c.pairs, c.singles, h.Slots[at], last.Data[at])
			}
		}
	}
}

// The way to a target begins with January and February where they are one.
func TestPathTogether(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx", Series: pairs("fai"), Targets: []indicator.Target{target("fai", 2024, indicator.LevelTarget, indicator.AtLeast, "1500")}}
	for y := 2022; y <= 2024; y++ {
		for m := 3; m <= 12 && (y < 2024 || m <= 9); m++ {
			d.Series[0].Observations = append(d.Series[0].Observations, observe("run", fmt.Sprintf("%d-01..%d-%02d %d", y, y, m, 100*m))...)
		}
	}
	d.Series[0].Sort()
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	for _, f := range b.Figures() {
		if l, ok := f.Chart.(*Lines); ok {
			if len(l.Slots) != 11 || l.Slots[0].Span != 2 || l.Series[0].Data[0].Missing || l.Series[2].Data[0].Missing {
				t.Errorf("%v %v", l.Slots[0], l.Series)
			}
			return
		}
	}
	t.Error("no path")
}

// All that is known speaks of how long rates fell; a year without a base is no
// gap.
func TestLongHistory(t *testing.T) {
	var v []string
	for y := 1994; y <= 2023; y++ {
		v = append(v, fmt.Sprintf("%d %d", y, 1000-10*(y-1994)))
	}
	d := &indicator.Dataset{File: "t.xlsx", Series: []indicator.Series{series("pop", "人口", "Population", "人|persons", v...)}}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	f := b.Figures()[0]
	if g := f.Chart.(*Growth); len(g.Slots) != 30 || f.Title.EN != "Population fell 1.4% in 2023, at least the 29th fall in a row" {
		t.Errorf("%d years, %v", len(g.Slots), f.Title)
	}
	if want := "Population, over the previous year (%), 1995 to 2023: lowest −1.4% (2023), highest −1.0% (1995), latest −1.4% (2023); latest annual value 710 persons."; f.Alt.EN != want {
		t.Errorf("%s", f.Alt.EN)
	}
}

// A rate of the ends of quarters is drawn by quarter in a briefing by month.
func TestQuarterEnds(t *testing.T) {
	air := series("air", "优良天数比例", "Share of good days", "%|%", "2023-03 80", "2023-06 81", "2023-09 82", "2023-12 83", "2024-03 84", "2024-06 85")
	air.Measure = indicator.Share
	d := &indicator.Dataset{File: "t.xlsx", Series: append(pairs("fai"), air)}
	b, err := Compose(d, Options{Period: indicator.MonthOf(indicator.NewMonth(2024, 6))})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	for _, f := range b.Figures() {
		if g := f.Chart.(*Growth); f.ID == GrowthFigure+"air" && (len(g.Slots) != 6 || g.Slots[0].Span != 3) {
			t.Errorf("%v", g.Slots)
		}
	}
}
