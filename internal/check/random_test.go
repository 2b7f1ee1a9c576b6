package check

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// world makes tables as a statistics office does: exact figures that agree with
// one another, published rounded.
type world struct {
	*rand.Rand
	col int
	d   *indicator.Dataset
}

func (w *world) add(id string, m indicator.Measure, unit string, fill func(put func(p indicator.Period, x float64, places int32))) *indicator.Series {
	w.col++
	s := indicator.Series{ID: id, Name: text(id), Unit: indicator.ParseUnit(text(unit)), Measure: m, Basis: indicator.Flow, Prices: indicator.UnknownPrices, Cell: indicator.Cell{Sheet: "数据", Addr: "A1"}}
	fill(func(p indicator.Period, x float64, places int32) {
		o := indicator.Observation{Period: p, Value: indicator.Clean(decimal.NewFromFloat(x).Round(places))}
		o.Cell = indicator.Cell{Sheet: "数据", Addr: fmt.Sprintf("%c%d", 'A'+w.col%26, len(s.Observations)+2)}
		if w.Float64() < 0.03 {
			o.Value, o.Status = decimal.Zero, indicator.NotAvailable
		}
		s.Observations = append(s.Observations, o)
	})
	s.Sort()
	w.d.Series = append(w.d.Series, s)
	return &w.d.Series[len(w.d.Series)-1]
}

// flow is the monthly amounts of an indicator over years, growing unevenly and
// with the seasons.
func (w *world) flow(years int) []float64 {
	level, season := math.Pow(10, 1+3*w.Float64()), w.Float64()
	phase, drift := 6*w.Float64(), 1+0.2*(w.Float64()-0.3)
	x := make([]float64, 12*years)
	for i := range x {
		x[i] = level * math.Pow(drift, float64(i)/12) * (1 + 0.4*season*math.Sin(float64(i)*math.Pi/6+phase)) * (1 + 0.1*w.NormFloat64()*0.5)
		x[i] = max(x[i], level/5)
	}
	return x
}

// publish puts a flow into a series by a plan that offices use.
func (w *world) publish(id, unit string, first int, x []float64, places int32) *indicator.Series {
	plan := w.IntN(5)
	return w.add(id, indicator.Level, unit, func(put func(indicator.Period, float64, int32)) {
		for y := range len(x) / 12 {
			year := first + y
			sum := 0.0
			for m := 1; m <= 12; m++ {
				v := x[12*y+m-1]
				sum += v
				month := indicator.MonthOf(indicator.NewMonth(year, m))
				quarter := func() float64 { return x[12*y+m-1] + x[12*y+m-2] + x[12*y+m-3] }
				switch plan {
				case 0: // every month
					put(month, v, places)
				case 1: // since January, January and February together
					if m > 1 {
						put(indicator.ToDate(year, m), sum, places)
					}
				case 2: // quarters, and since January
					if m%3 == 0 {
						put(indicator.ToDate(year, m), sum, places)
						if m > 3 {
							put(indicator.Period{From: indicator.NewMonth(year, m-2), To: indicator.NewMonth(year, m)}, quarter(), places)
						}
					}
				case 3: // months from March on, and since January
					if m > 1 {
						put(indicator.ToDate(year, m), sum, places)
					}
					if m > 2 {
						put(month, v, places)
					}
				case 4: // years, and months of the last two
					if 12*(y+2) >= len(x) && m > 2 {
						put(month, v, places)
					}
					if m == 12 {
						put(indicator.Year(year), sum, places)
					}
				}
			}
		}
	})
}

func clean(seed uint64) *indicator.Dataset {
	w := &world{Rand: rand.New(rand.NewPCG(seed, 7)), d: &indicator.Dataset{File: file}}
	years := 2 + w.IntN(12)
	first := 2023 - years
	for g := range 2 {
		places := int32(w.IntN(3))
		var total []float64
		parts := 2 + w.IntN(4)
		unit := []string{"亿元", "万吨", "万人次"}[w.IntN(3)]
		var flows [][]float64
		for range parts {
			flows = append(flows, w.flow(years))
		}
		total = make([]float64, 12*years)
		for _, f := range flows {
			for i := range f {
				total[i] += f[i]
			}
		}
		id := fmt.Sprintf("total%d", g)
		state := w.Rand
		plan := state.Uint64()
		again := func() { w.Rand = rand.New(rand.NewPCG(plan, 1)) } // parts are published as their total is
		again()
		w.publish(id, unit, first, total, places)
		for k, f := range flows {
			again()
			s := w.publish(fmt.Sprintf("%s-part%d", id, k), unit, first, f, places)
			s.Parent, s.Partial = id, g == 1
		}
		w.Rand = state
		w.growthOf(id, years, first, total)
	}
	w.add("price", indicator.Index, "上年=100", func(put func(indicator.Period, float64, int32)) {
		for m := range 12 * years {
			put(indicator.MonthOf(indicator.NewMonth(first, 1)+indicator.Month(m)), 101.5+1.5*w.NormFloat64(), 1)
		}
	})
	w.add("unemployment", indicator.Rate, "%", func(put func(indicator.Period, float64, int32)) {
		for m := range 12 * years {
			put(indicator.MonthOf(indicator.NewMonth(first, 1)+indicator.Month(m)), 5.2+0.2*w.NormFloat64(), 1)
		}
	})
	one, two := make([]float64, years), make([]float64, years)
	for y := range years {
		one[y], two[y] = 5+10*w.Float64(), 30+20*w.Float64()
	}
	for k, id := range []string{"share1", "share2", "share3"} {
		w.add(id, indicator.Share, "%", func(put func(indicator.Period, float64, int32)) {
			for y := range years {
				put(indicator.Year(first+y), []float64{one[y], two[y], 100 - one[y] - two[y]}[k], 1)
			}
		})
	}
	w.add("deposits", indicator.Level, "亿元", func(put func(indicator.Period, float64, int32)) {
		for i, x := range w.flow(years) {
			put(indicator.MonthOf(indicator.NewMonth(first, 1)+indicator.Month(i)), x, 2)
		}
	}).Basis = indicator.Stock
	return w.d
}

// growthOf publishes the growth of a flow over the year, by the year.
func (w *world) growthOf(id string, years, first int, x []float64) {
	sum := func(y int) (s float64) {
		for _, v := range x[12*y : 12*y+12] {
			s += v
		}
		return s
	}
	g := w.add(id+".yoy", indicator.Growth, "%", func(put func(indicator.Period, float64, int32)) {
		for y := 1; y < years; y++ {
			put(indicator.Year(first+y), 100*(sum(y)/sum(y-1)-1), 1)
		}
	})
	g.Of, g.Compare, g.Prices = id, indicator.YearOnYear, indicator.Nominal
}

// On figures that agree with one another no check finds anything but what is
// missing.
func TestCleanData(t *testing.T) {
	n := 400
	if testing.Short() {
		n = 50
	}
	for seed := range uint64(n) {
		for _, x := range Dataset(clean(seed)) {
			if x.Code != "month-missing" {
				t.Errorf("seed %d: %s %s at %s: %s", seed, x.Severity, x.Code, x.Place(), x.Message.EN)
			}
		}
	}
}

// One figure of a clean table changed is found, most of the time: nothing ties
// some figures to others.
func TestSlipsAreFound(t *testing.T) {
	found, tried := 0, 0
	for seed := range uint64(400) {
		d := clean(seed)
		r := rand.New(rand.NewPCG(seed, 3))
		s := &d.Series[r.IntN(len(d.Series))]
		if s.Measure != indicator.Level || s.Partial || len(s.Observations) < 8 {
			continue
		}
		o := &s.Observations[r.IntN(len(s.Observations))]
		if !o.Status.HasValue() {
			continue
		}
		tried++
		o.Value = o.Value.Shift(int32(1 + r.IntN(2)))
		list := Dataset(d)
		if list.Has(diagnostic.Warning) {
			found++
		}
		if len(list) > 6 {
			t.Errorf("seed %d: one slip gives %d findings: %v", seed, len(list), list)
		}
	}
	if 10*found < 9*tried {
		t.Errorf("found %d of %d slips of the decimal point", found, tried)
	}
}

// large is a dataset of 300 series of 400 observations: months over 33 years.
func large() *indicator.Dataset {
	w := &world{Rand: rand.New(rand.NewPCG(1, 2)), d: &indicator.Dataset{File: file}}
	for k := range 150 {
		id := fmt.Sprintf("s%d", k)
		x := w.flow(34)
		s := w.add(id, indicator.Level, "亿元", func(put func(indicator.Period, float64, int32)) {
			for y := range 34 {
				sum := 0.0
				for m := 1; m <= 12; m++ {
					if sum += x[12*y+m-1]; k%2 == 0 {
						put(indicator.ToDate(1990+y, m), sum, 1)
					} else {
						put(indicator.MonthOf(indicator.NewMonth(1990+y, m)), x[12*y+m-1], 1)
					}
				}
			}
		})
		if k%6 > 0 {
			s.Parent = fmt.Sprintf("s%d", k-k%6)
		}
		g := w.add(id+".yoy", indicator.Growth, "%", func(put func(indicator.Period, float64, int32)) {
			for m := 12; m < len(x); m++ {
				put(indicator.MonthOf(indicator.NewMonth(1990, 1)+indicator.Month(m)), 100*(x[m]/x[m-12]-1), 1)
			}
		})
		g.Of, g.Compare, g.Prices = id, indicator.YearOnYear, indicator.Nominal
	}
	return w.d
}

func BenchmarkDataset(b *testing.B) {
	d := large()
	n := 0
	for i := range d.Series {
		n += len(d.Series[i].Observations)
	}
	b.ReportMetric(float64(n), "observations")
	b.ReportAllocs()
	for b.Loop() {
		Dataset(d)
	}
}
