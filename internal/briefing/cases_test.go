package briefing

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

// Few cases are told by their number: a fall by a third of three says nothing.
func TestFewCases(t *testing.T) {
	for _, c := range []struct {
		unit, was, now string
		title          Text
		line           bool
	}{
		{"人|persons", "3", "2", both("10月死亡人数2人，比上年同月少1人", "Deaths came to 2 persons in October, 1 person fewer than a year earlier"), false},
		{"起|cases", "3", "5", both("10月死亡人数5起，比上年同月多2起", "Deaths came to 5 cases in October, 2 cases more than a year earlier"), false},
		{"起|cases", "5", "5", both("10月死亡人数5起，与上年同月持平", "Deaths came to 5 cases in October, unchanged from a year earlier"), false},
		{"人|persons", "30", "24", both("死亡人数10月下降20.0%，至少连续四个月下降", "Deaths fell 20.0% in October, at least the fourth fall in a row"), true},
		{"吨|tonnes", "5", "4", both("死亡人数10月下降20.0%，至少连续四个月下降", "Deaths fell 20.0% in October, at least the fourth fall in a row"), true}, // not counted one by one
	} {
		var v []string
		for m := 7; m <= 10; m++ {
			v = append(v, fmt.Sprintf("2023-%02d %s", m, c.was))
		}
		for m := 7; m <= 10; m++ {
			v = append(v, fmt.Sprintf("2024-%02d %s", m, c.now))
		}
		d := &indicator.Dataset{File: "t.xlsx", Series: []indicator.Series{series("acc", "死亡人数", "Deaths", c.unit, v...)}}
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		f := b.Figures()[0]
		if f.Title != c.title || (f.Chart.(*Growth).Line != nil) != c.line {
			t.Errorf("%s to %s: %v, %v", c.was, c.now, f.Title, f.Chart.(*Growth).Line)
		}
	}
}

// Months that follow the seasons are set against the year before, not against the
// month before.
func TestSeasonal(t *testing.T) {
	for _, c := range []struct {
		by   [12]int // from month to month
		want Text
	}{
		{[12]int{51, 46, 38, 30, 22, 17, 15, 18, 24, 33, 41, 48}, both("PM2.5浓度10月为31微克/立方米，比上年同月下降2微克/立方米", "PM2.5 stood at 31 µg/m³ in October, 2 µg/m³ lower than a year earlier")},
		{[12]int{40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29}, both("PM2.5浓度10月为29微克/立方米，比上月下降1微克/立方米", "PM2.5 stood at 29 µg/m³ in October, 1 µg/m³ lower than in September")},
	} {
		var v []string
		for y := 2023; y <= 2024; y++ {
			for m := 1; m <= 12 && (y < 2024 || m <= 10); m++ {
				v = append(v, fmt.Sprintf("%d-%02d %d", y, m, c.by[m-1]-2*(y-2023)))
			}
		}
		s := series("pm", "PM2.5浓度", "PM2.5", "微克/立方米|micrograms per cubic metre", v...)
		s.Measure = indicator.Rate
		if c.by[11] == 29 { // a fall that goes on
			for i := range s.Observations {
				s.Observations[i].Value = dec(fmt.Sprint(50 - i))
			}
		}
		d := &indicator.Dataset{File: "t.xlsx", Series: []indicator.Series{s}}
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		if f := b.Figures()[0]; f.Title != c.want {
			t.Errorf("%v, want %v", f.Title, c.want)
		}
	}
}
