package gallery

import (
	"strconv"

	"jianbao/internal/briefing"
)

func rows() []Exhibit {
	return []Exhibit{
		{"ranked-targets", Jingyue},
		{"ranked-target-ranges", &briefing.Ranked{Unit: Same("%"), Target: true, Rows: []briefing.RankedRow{
			{Name: Text("研发经费", "R&D expenditure"), Datum: Label(Percent(12), "12%以上", "12% or more"), Ref: -1},
			{Name: Text("地区生产总值", "Gross regional product"), Datum: Label(Percent(5), "5%—6%", "5%–6%"), Upper: &briefing.Datum{Value: 6}, Ref: -1, Emphasis: true},
			{Name: Text("进出口总额", "Imports and exports"), Datum: Label(Percent(-2), "−2%至3%", "−2% to 3%"), Upper: &briefing.Datum{Value: 3}, Ref: -1},
			{Name: Text("房地产开发投资", "Real estate investment"), Datum: Label(Percent(-10), "降幅不超过10%", "a fall of 10% or less"), Ref: -1},
		}}},
		{"ranked-1", Ranks(1, func(int) float64 { return 12.5 })},
		{"ranked-30", Ranks(30, func(i int) float64 { return float64(3000 - 97*i) })},
		{"ranked-mixed", Ranks(8, func(i int) float64 { return 21.5 - 6.5*float64(i) })},
		{"ranked-all-negative", Ranks(5, func(i int) float64 { return -3 - 6.5*float64(i) })},
		{"ranked-all-zero", Ranks(3, func(int) float64 { return 0 })},
		{"ranked-huge", With(Ranks(4, func(i int) float64 { return 1e13 / float64(i+1) }), func(r *briefing.Ranked) {
			for i := range r.Rows {
				v := int64(r.Rows[i].Datum.Value)
				r.Rows[i].Datum.Label = Text(strconv.FormatInt(v, 10), grouped(strconv.FormatInt(v, 10)))
			}
		})},
		{"ranked-tiny", Ranks(4, func(i int) float64 { return 0.0001 * float64(4-i) })},
		{"ranked-outlier", Ranks(6, func(i int) float64 { return []float64{98765, 12, 11, 9, 4, 1}[i] })},
		{"ranked-long-names", With(Ranks(4, func(i int) float64 { return 40 - 6*float64(i) }), func(r *briefing.Ranked) {
			r.Rows[1].Name = Text(fortyHanzi, "Value added of strategic emerging industries, high-technology manufacturing and modern services above the designated size in the zone")
			r.Rows[2].Name = Text(fortyHanzi, "")
			r.Rows[3].Name = Text("", "Supercalifragilisticexpialidociousnesses of internationalization")
		})},
		{"ranked-missing", With(Ranks(4, func(i int) float64 { return 40 - 6*float64(i) }), func(r *briefing.Ranked) {
			r.Rows[1].Datum = Missing
			r.Rows[2].Datum.Preliminary = true
			r.Rows[3].Ref, r.Rows[3].Datum, r.Rows[3].Note = 0, Missing, Text("与第1产业园区同步", "in step with park no. 1, which is the longest bar of them all")
		})},
		{"ranked-only-words", With(Ranks(3, func(i int) float64 { return 10 - float64(i) }), func(r *briefing.Ranked) {
			r.Rows[2].Datum, r.Rows[2].Note = Missing, Text("与居民收入增长基本同步，未设数值", "broadly in step with the income of residents; no figure set")
		})},
		{"ranked-all-missing", With(Ranks(3, func(int) float64 { return 0 }), func(r *briefing.Ranked) {
			for i := range r.Rows {
				r.Rows[i].Datum, r.Rows[i].Ref = Missing, i // each follows itself
			}
		})},
		{"targets", Bullets()},
		{"targets-progress", Progress()},
		{"targets-real", With(Bullets(), func(c *briefing.Targets) {
			c.Rows = c.Rows[:4]
			for i, r := range []struct {
				actual, target, upper float64
				bound                 string
				label                 briefing.Text
			}{
				{7.1, 6.5, 0, "at-least", Text("6.5%以上", "6.5% or more")}, {6.8, 7, 0, "about", Text("7%左右", "about 7%")},
				{6.3, 7, 9, "range", Text("7%—9%", "7%–9%")}, {9.5, 0, 0, "relative", Text("与规上工业增加值增长基本同步", "broadly in step with industrial value added")},
			} {
				row := &c.Rows[i]
				row.Actual, row.Target, row.Upper, row.Bound, row.Ref = Percent(r.actual), Percent(r.target), Percent(r.upper), r.bound, -1
				row.Target.Label = r.label
				if r.bound == "relative" {
					row.Ref, row.Target.Missing = 0, true
				}
			}
			Banded(Judged(c))
		})},
		{"targets-bands", Banded(Bullets())},
		{"targets-empty", &briefing.Targets{Unit: Same("%"), Rows: []briefing.TargetRow{{Name: Text("地区生产总值", "GRP"), Actual: Missing, Target: Missing, Bound: "text", Ref: -1}}}},
		{"targets-close", With(Bullets(), func(c *briefing.Targets) {
			e := briefing.Datum{Value: 8.3, Label: Text("时间进度8.3%", "year elapsed 8.3%")}
			c.Elapsed = &e
			for i := range c.Rows {
				c.Rows[i].Actual, c.Rows[i].Target, c.Rows[i].Bound = Percent(10), Percent(10+0.4*float64(i-3)), "at-most"
				c.Rows[i].Ref = -1
			}
			Judged(c)
		})},
		{"implied", Pairs()},
		{"implied-6", With(Pairs(), func(c *briefing.Implied) {
			for i, level := range [][2]float64{{-42.5, -38}, {40.5, 44.1}, {80.5, 86.9}, {120.5, 108.5}} {
				r := c.Rows[i%2]
				r.Base, r.Target, r.Growth = Datum(level[0]), Datum(level[1]), briefing.Text{}
				c.Rows = append(c.Rows, r)
			}
			c.Rows[3].Base, c.Rows[4].Target = Missing, Missing
			c.Rows[5].Growth, c.Rows[5].Base.Preliminary = Same("−10%"), true
			c.Rows[2].Name = Text(fortyHanzi, "A rather long English name that certainly has to be wrapped somewhere")
		})},
	}
}
