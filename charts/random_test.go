package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

// Charts of random data, names and shapes keep the rules that the gallery
// keeps. A failing seed is named and repeats.
func TestNothingCollidesInRandomCharts(t *testing.T) {
	n := 300
	if testing.Short() {
		n = 60
	}
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		width := 140 + 350*r.Float64()
		lang := langs[r.IntN(3)]
		c := randomChart(r)
		rec, at := record(t, c, width, lang, natural)
		for _, fault := range faults(rec, at) {
			t.Errorf("seed %d, %T %s, %.0f pt: %s", seed, c, lang, width, fault)
		}
	}
}

func randomDatum(r *rand.Rand, size float64) briefing.Datum {
	if r.IntN(8) == 0 {
		return gallery.Missing
	}
	v := size * (r.Float64()*1.4 - 0.3)
	if r.IntN(12) == 0 {
		v *= 20
	}
	s := strconv.FormatFloat(v, 'f', r.IntN(3), 64)
	v, _ = strconv.ParseFloat(s, 64)
	d := gallery.Percent(v)
	d.Preliminary = r.IntN(9) == 0
	return d
}

func randomName(r *rand.Rand) briefing.Text {
	zh, en := []rune("规模以上工业增加值城乡居民人均可支配收入社会消费品零售总额"), []string{"value", "added", "of", "industrial", "enterprises", "above", "the", "designated", "size", "GRP", "(R&D)"}
	from := r.IntN(10)
	x := briefing.Text{ZH: string(zh[from : from+2+r.IntN(len(zh)-from-2)])}
	for range 1 + r.IntN(9) {
		x.EN += " " + en[r.IntN(len(en))]
	}
	return x
}

func randomChart(r *rand.Rand) briefing.Chart {
	size := math.Pow(10, float64(r.IntN(9)-2))
	n := 1 + r.IntN(12)
	switch r.IntN(9) {
	case 0:
		n = 1 + r.IntN(70)
		slots := [](func(int, int) []briefing.Slot){gallery.Months, gallery.Quarters, gallery.Years}[r.IntN(3)](2001, n)
		var bars, line []briefing.Datum
		for range n {
			bars, line = append(bars, randomDatum(r, size)), append(line, randomDatum(r, 12))
		}
		g := gallery.Growth(slots, bars, line, float64(r.IntN(30)-10))
		switch r.IntN(4) {
		case 0:
			g.Bars = nil
		case 1:
			g.Line, g.Target = nil, nil
		}
		return g
	case 1:
		c := &briefing.Ranked{Unit: gallery.Same("%"), Target: r.IntN(2) == 0}
		for range n {
			row := briefing.RankedRow{Name: randomName(r), Datum: randomDatum(r, size), Ref: -1, Emphasis: r.IntN(5) == 0}
			if r.IntN(5) == 0 {
				row.Ref, row.Datum, row.Note = r.IntN(n), gallery.Missing, randomName(r)
			}
			c.Rows = append(c.Rows, row)
		}
		return c
	case 2:
		c := &briefing.Targets{Unit: gallery.Same("%")}
		if r.IntN(2) == 0 {
			e := randomDatum(r, size)
			c.Elapsed = &e
		}
		for i := range n {
			row := briefing.TargetRow{Name: randomName(r), Actual: randomDatum(r, size), Target: randomDatum(r, size), Upper: randomDatum(r, size), Ref: -1}
			row.Bound = []string{"exactly", "at-least", "at-most", "about", "range", "relative", "text"}[r.IntN(7)]
			if row.Bound == "relative" {
				row.Ref, row.Target = r.IntN(n), gallery.Missing
			}
			row.Tone = []briefing.Tone{briefing.Plain, briefing.Ahead, briefing.OnTrack, briefing.Behind, briefing.Quiet}[i%5]
			c.Form = []briefing.Form{briefing.FormBullets, briefing.FormDumbbells, briefing.FormApart}[r.IntN(3)]
			row.Status, row.Gap = gallery.Text("落后", "behind"), gallery.Text(fmt.Sprintf("低%d个百分点", i), fmt.Sprintf("%d pp below", i))
			c.Rows = append(c.Rows, row)
		}
		return c
	}
	if c := randomSeries(r, n, size); c != nil {
		return c
	}
	c := &briefing.Implied{Unit: gallery.Text("亿元", "RMB 100 million"), BaseName: gallery.Text("2022年实绩", "2022 actual"), TargetName: gallery.Text("2023年目标", "2023 target")}
	for range n {
		c.Rows = append(c.Rows, briefing.ImpliedRow{Name: randomName(r), Base: randomDatum(r, size), Target: randomDatum(r, size), Growth: gallery.Same("+7.2%")})
	}
	return c
}

// randomSeries is a chart of several series, or nil.
func randomSeries(r *rand.Rand, n int, size float64) briefing.Chart {
	slots := [](func(int, int) []briefing.Slot){gallery.Months, gallery.Quarters, gallery.Years}[r.IntN(3)](2001, 1+r.IntN(40))
	var all []briefing.Series
	for range n {
		s := briefing.Series{Name: randomName(r), Emphasis: r.IntN(6) == 0}
		for range slots {
			s.Data = append(s.Data, randomDatum(r, size))
		}
		all = append(all, s)
	}
	unit := gallery.Text("同比（%）", "year on year (%)")
	switch r.IntN(6) {
	case 0:
		return &briefing.Lines{Slots: slots, Series: all, Unit: unit, FromZero: r.IntN(2) == 0}
	case 1:
		c := &briefing.Panels{Slots: slots, Unit: unit, Shared: r.IntN(2) == 0}
		for _, s := range all {
			c.Panels = append(c.Panels, briefing.Panel{Name: s.Name, Data: s.Data, Levels: r.IntN(2) == 0})
		}
		return c
	case 2:
		return &briefing.Stack{Slots: slots, Parts: all, Total: all[0], Unit: unit}
	case 3:
		c := &briefing.Slope{From: gallery.Same("2022"), To: gallery.Same("2023"), Unit: unit}
		for _, s := range all {
			c.Rows = append(c.Rows, briefing.SlopeRow{Name: s.Name, From: s.Data[0], To: s.Data[len(s.Data)-1], Emphasis: s.Emphasis})
		}
		return c
	case 4:
		return &briefing.Heat{Slots: slots, Rows: all, Unit: unit, Mid: float64(r.IntN(2))}
	}
	return nil
}
