package gallery

import (
	"fmt"
	"math"
	"strings"

	"jianbao/internal/briefing"
)

// hard are names of 40 hanzi, values from 0.0001 to 10^13 and 30 rows in the
// charts of several series.
func hard() []Exhibit {
	long := Text(fortyHanzi, "Value added of strategic emerging industries, high-technology manufacturing and modern services above the designated size in the zone")
	return []Exhibit{
		{"lines-huge", With(Fan(3, 24), func(c *briefing.Lines) { scaled(c.Series, 4e12, 1) })},
		{"lines-tiny", With(Fan(3, 24), func(c *briefing.Lines) { scaled(c.Series, 0.0001, 6) })},
		{"stack-huge", With(Contributions(Years(2012, 12), 3), func(c *briefing.Stack) {
			scaled(c.Parts, 2e12, 0)
			c.Unit = Text("元", "RMB")
			c.Total.Data = nil
		})},
		{"stack-long-names", With(Contributions(Quarters(2022, 8), 3), func(c *briefing.Stack) { c.Parts[1].Name, c.Total.Name = long, long })},
		{"slope-huge", With(Slopes(5), func(c *briefing.Slope) {
			c.Unit = Text("元", "RMB")
			for i := range c.Rows {
				r := &c.Rows[i]
				r.From, r.To, r.Change = whole(1e12*float64(i+1)), whole(1.3e12*float64(i+1)), briefing.Text{}
			}
		})},
		{"slope-tiny", With(Slopes(5), func(c *briefing.Slope) {
			c.Unit = Same("‰")
			for i := range c.Rows {
				r := &c.Rows[i]
				r.From, r.To, r.Change = fine(0.0001*float64(i+1)), fine(0.00013*float64(i+2)), briefing.Text{}
			}
		})},
		{"slope-long-names", With(Slopes(5), func(c *briefing.Slope) { c.Rows[0].Name, c.Rows[3].Name = long, long })},
		{"heat-huge", With(Table(4, 12), func(c *briefing.Heat) { scaled(c.Rows, 1e12, 0); c.Unit = Text("元", "RMB") })},
		{"heat-tiny", With(Table(4, 12), func(c *briefing.Heat) { scaled(c.Rows, 0.0001, 4); c.Unit = Same("‰") })},
		{"heat-long-names", With(Table(5, 12), func(c *briefing.Heat) { c.Rows[0].Name, c.Rows[3].Name = long, long })},
		{"panels-long-names", With(Multiples(5, 23, true), func(c *briefing.Panels) { c.Panels[0].Name, c.Panels[3].Name = long, long })},
		{"panels-huge-and-tiny", With(Multiples(4, 23, false), func(c *briefing.Panels) {
			for i, k := range []float64{1e13, 0.0001, 1, -3e6} {
				for j := range c.Panels[i].Data {
					v := k * (1 + 0.2*math.Sin(float64(j)))
					if c.Panels[i].Data[j] = whole(v); math.Abs(v) < 1e4 {
						c.Panels[i].Data[j].Label = Same(minus(strings.TrimRight(fmt.Sprintf("%.6f", v), "0")))
					}
				}
			}
		})},
		{"targets-30", With(Bullets(), func(c *briefing.Targets) {
			rows := c.Rows
			for i := len(rows); i < 30; i++ {
				r := rows[i%6]
				if i == 11 {
					r.Name = long
				}
				c.Rows = append(c.Rows, r)
			}
		})},
		{"dumbbells-30", With(Bullets(), func(c *briefing.Targets) {
			c.Form = briefing.FormDumbbells
			rows := c.Rows[:6]
			for i := len(c.Rows); i < 30; i++ {
				r := rows[i%6]
				r.Actual = Percent(math.Round(10*(r.Target.Value+4*math.Sin(float64(i)))) / 10)
				c.Rows = append(c.Rows, r)
			}
			Judged(c)
		})},
	}
}

// scaled multiplies all values, with labels of so many places.
func scaled(series []briefing.Series, by float64, places int) {
	for i := range series {
		for j := range series[i].Data {
			d := &series[i].Data[j]
			p := math.Pow(10, float64(places))
			d.Value = math.Round(d.Value*by*p) / p
			d.Label = Text(minus(fmt.Sprintf("%.*f", places, d.Value)), minus(grouped(fmt.Sprintf("%.*f", places, d.Value))))
			if places > 0 || d.Value < 0 {
				d.Label.EN = d.Label.ZH
			}
		}
	}
}

func whole(v float64) briefing.Datum {
	s := fmt.Sprintf("%.0f", math.Abs(v))
	sign := ""
	if v < 0 {
		sign = "−"
	}
	return briefing.Datum{Value: v, Label: Text(sign+s, sign+grouped(s))}
}

func fine(v float64) briefing.Datum {
	return briefing.Datum{Value: v, Label: Same(fmt.Sprintf("%.5f", v))}
}

// minus sets the sign of a number as it is printed; zero has none.
func minus(s string) string {
	if strings.Trim(s, "-0.,") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}
