package briefing

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// Amounts kept in yuan are drawn in larger units, and their numbers lead back to
// the cells as entered.
func TestLevelUnit(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx", Series: []indicator.Series{
		series("turnover", "交易额", "Turnover", "元|RMB", "2020 17000000000000", "2021 19000000000000", "2022 21712049537023", "2023 24317495481466"),
	}}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	f := b.Figures()[0]
	g := f.Chart.(*Growth)
	if g.BarUnit != both("万亿元", "RMB trillion") || g.Bars[3].Label != same("24.32") || g.Bars[0].Value != 17 {
		t.Errorf("%v %v", g.BarUnit, g.Bars)
	}
	if !strings.HasPrefix(f.Description.ZH, "交易额（万亿元）") {
		t.Error(f.Description)
	}
	if a := b.Tiles[0].Amount; a.ZH.String() != "24.32万亿元" || a.EN.String() != "RMB 24.32 trillion" {
		t.Errorf("%v", a)
	}
	for _, p := range b.Printed {
		if o := b.Origins[p.Origin]; p.Text == "24.32" && (o.Value != "24317495481466" || o.Kind != Observed) {
			t.Errorf("%+v", o)
		}
	}
}

// upTo2023 pairs the years up to 2023 with values.
func upTo2023(values ...string) []string {
	var out []string
	for i, v := range values {
		out = append(out, fmt.Sprintf("%d %s", 2024-len(values)+i, v))
	}
	return out
}

// Rates that do not reach the newest steps, and fewer than three, are not drawn.
func TestOutdatedRates(t *testing.T) {
	for _, c := range []struct {
		levels []string
		drawn  bool
	}{
		{upTo2023("10", "11", "12", "13", "14", "15"), true},
		{upTo2023("10", "11", "12", "13", "-1", "15"), false}, // no base for the last
		{upTo2023("10", "11", "12", "13", "-1", "-2", "-3"), false},
		{upTo2023("10", "11", "12"), false},
	} {
		d := &indicator.Dataset{File: "t.xlsx", Series: []indicator.Series{series("profit", "利润", "Profits", "亿元|RMB 100 million", c.levels...)}}
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		if g := b.Figures()[0].Chart.(*Growth); (g.Line != nil) != c.drawn {
			t.Errorf("%v: %v", c.levels, g.Line)
		}
	}
}

// One scale is for panels whose rates are alike, and for panels side by side.
func TestSharedScale(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx"}
	for i, v := range []string{"6.1", "7.9", "0.5", "24", "60", "69.6"} {
		id := fmt.Sprintf("s%d", i)
		d.Series = append(d.Series, series(id, fmt.Sprintf("指标%c", '甲'+rune(i)), fmt.Sprintf("Indicator %c", 'A'+rune(i)), "亿元|RMB 100 million", upTo2023("1", "1", "1", "1")...), rates(id, upTo2023(v, v, v, v)...))
	}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var shared []float64
	for _, s := range b.Sections {
		for _, x := range s.Blocks {
			if grid, ok := x.(*FigureGrid); ok {
				for _, f := range grid.Figures {
					shared = append(shared, f.Chart.(*Growth).LineMax)
				}
			}
		}
	}
	if fmt.Sprint(shared) != "[7.9 7.9 7.9 0 0 0]" {
		t.Error(shared)
	}
	for _, f := range b.Figures() {
		if g, ok := f.Chart.(*Growth); ok && g.LineMax != 0 {
			t.Errorf("%s is drawn alone to %v", f.ID, g.LineMax)
		}
	}
}
