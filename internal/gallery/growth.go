package gallery

import "jianbao/internal/briefing"

var none = func(int) bool { return true }

func growth() []Exhibit {
	return []Exhibit{
		{"growth-23-months", Growth(Months(2022, 23), Without(Wave(23, 32, 3, 0), january), Without(Rates(23, 15, 4, 1), january), 18)},
		{"growth-falling-below-zero", Growth(Months(2022, 23), Without(Wave(23, 14, 2, 2), january), Without(Rates(23, 1, 6, 2), january), 15)},
		{"growth-target-in-the-line", Growth(Months(2022, 24), Wave(24, 14, 2, 2), Rates(24, 10, 2.5, 2), 10)},
		{"growth-target-of-many-words", With(Growth(Months(2022, 23), Wave(23, 14, 2, 2), Rates(23, 6.5, 2.5, 2), 6.5), func(g *briefing.Growth) {
			g.Target.Label = Text("目标6.5%以上", "target 6.5% or more")
			g.LineName, g.LineMin, g.LineMax = Text("同比（%）", "year on year (%)"), -9, 14
		})},
		{"growth-target-range", With(Growth(Months(2022, 23), Without(Wave(23, 42, 3, 0), january), Without(Rates(23, 6, 5, 2), january), 0), func(g *briefing.Growth) {
			g.Target = aimed(7, 9, "目标7%—9%", "target 7%–9%")
		})},
		{"growth-1", Growth(Months(2023, 1), Wave(1, 14, 2, 2), Rates(1, 10, 2, 2), 0)},
		{"growth-2", Growth(Months(2023, 2), Wave(2, 14, 2, 2), Rates(2, 10, 2, 2), 5)},
		{"growth-12", Growth(Months(2023, 12), Wave(12, 14, 2, 2), Rates(12, 10, 2, 2), 5)},
		{"growth-60", Growth(Months(2019, 60), Wave(60, 320, 80, 2), Rates(60, 10, 8, 2), 5)},
		{"growth-240", Growth(Months(2004, 240), Wave(240, 320, 80, 2), Rates(240, 10, 8, 2), 5)},
		{"growth-years", Growth(Years(2013, 10), Wave(10, 320, 80, 2), Rates(10, 6, 2, 2), 7.2)},
		{"growth-33-years", Growth(Years(1990, 33), Wave(33, 320, 80, 2), Rates(33, 6, 2, 2), 0)},
		{"growth-quarters", Growth(Quarters(2021, 11), Wave(11, 100, 10, 2), Rates(11, 6, 2, 2), 7)},
		{"growth-all-negative", Growth(Months(2022, 12), Wave(12, -40, 12, 0), Rates(12, -9, 4, 1), -5)},
		{"growth-all-missing", Growth(Months(2022, 12), Without(Wave(12, 1, 1, 1), none), Without(Rates(12, 1, 1, 1), none), 7)},
		{"growth-all-equal", Growth(Months(2022, 12), Wave(12, 5, 0, 0), Rates(12, 5, 0, 0), 5)},
		{"growth-outlier", Growth(Months(2022, 24), With(Wave(24, 20, 3, 1), func(d []briefing.Datum) { d[7] = Datum(900) }), With(Rates(24, 5, 3, 1), func(d []briefing.Datum) { d[7] = Signed(412.5) }), 8)},
		{"growth-huge", Growth(Months(2022, 12), With(Wave(12, 9e12, 1e12, 1), func(d []briefing.Datum) { d[11].Label = Text("9123456789012.3", "9,123,456,789,012.3") }), Rates(12, 5, 3, 1), 8)},
		{"growth-tiny", Growth(Months(2022, 12), []briefing.Datum{Datum(.0001), Datum(.0002), Datum(.0003), Datum(.0002), Missing, Datum(.0001), Datum(.0002), Datum(.0003), Datum(.0002), Datum(.0004), Datum(.0001), Datum(.0005)}, Rates(12, 5, 3, 1), 8)},
		{"growth-preliminary", Growth(Months(2022, 14), Preliminary(Wave(14, 20, 3, 1), 11), Preliminary(Rates(14, 5, 3, 1), 11), 0)},
		{"growth-late", Growth(Months(2022, 14), Without(Wave(14, 20, 3, 1), func(i int) bool { return i > 10 }), Without(Rates(14, 5, 3, 1), func(i int) bool { return i > 9 || i == 4 || i == 6 }), 12)},
		{"growth-bars-late", Growth(Months(2022, 24), With(Wave(24, 20, 3, 1), func(d []briefing.Datum) {
			d[5], d[13], d[20], d[21], d[22], d[23] = Datum(0), Datum(310), Missing, Missing, Missing, Missing
			d[2], d[11] = Missing, Missing
		}), Rates(24, 5, 3, 1), 0)},
		{"growth-bars-only", Growth(Months(2022, 23), Wave(23, 14, 2, 2), nil, 0)},
		{"growth-line-only", Growth(Months(2021, 23), nil, Rates(23, 4, 9, 2), 6)},
		{"growth-no-names", With(Growth(Months(2022, 23), Wave(23, 14, 2, 2), Rates(23, 4, 9, 2), 6), func(g *briefing.Growth) {
			g.BarName, g.LineName, g.LineMin, g.LineMax = briefing.Text{}, briefing.Text{}, -20, 40
		})},
		{"growth-index", With(Growth(Months(2022, 23), nil, Wave(23, 101.2, 0.9, 2), 0), func(g *briefing.Growth) {
			g.LineName, g.LineBase = Text("指数（上年同月=100）", "index (same month of the previous year = 100)"), 100
		})},
		{"spark-24", &briefing.Spark{Data: Without(Wave(24, 10, 3, 1), january)}},
		{"spark-2", &briefing.Spark{Data: Wave(2, 10, 3, 1)}},
		{"spark-crossing", &briefing.Spark{Data: Wave(40, 1, 3, 1)}},
		{"spark-none", &briefing.Spark{Data: Without(Wave(4, 10, 3, 1), none)}},
	}
}
