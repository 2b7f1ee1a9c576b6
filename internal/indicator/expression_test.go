package indicator

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// calc evaluates an expression over cells, as a reader with a calculator would.
type calc struct {
	s     string
	cells map[string]float64
	err   error
}

func evaluate(s string, cells map[string]float64) (float64, error) {
	c := &calc{s: s, cells: cells}
	v := c.sum()
	if c.skip(); c.err == nil && c.s != "" {
		c.err = fmt.Errorf("left over: %q", c.s)
	}
	return v, c.err
}

func (c *calc) skip() { c.s = strings.TrimLeft(c.s, " ") }

func (c *calc) eat(op string) bool {
	c.skip()
	rest, ok := strings.CutPrefix(c.s, op)
	if ok {
		c.s = rest
	}
	return ok
}

func (c *calc) sum() float64 {
	v := c.product()
	for {
		switch {
		case c.eat("+"):
			v += c.product()
		case c.eat("−"):
			v -= c.product()
		default:
			return v
		}
	}
}

func (c *calc) product() float64 {
	v := c.power()
	for {
		switch {
		case c.eat("×"):
			v *= c.power()
		case c.eat("÷"):
			v /= c.power()
		default:
			return v
		}
	}
}

func (c *calc) power() float64 {
	v := c.atom()
	if c.eat("^") {
		return math.Pow(v, c.atom())
	}
	return v
}

func (c *calc) atom() float64 {
	switch {
	case c.eat("√"):
		return math.Sqrt(c.atom())
	case c.eat("("):
		v := c.sum()
		if !c.eat(")") && c.err == nil {
			c.err = fmt.Errorf("no bracket at %q", c.s)
		}
		return v
	case c.eat("−"):
		return -c.atom()
	}
	c.skip()
	i := 0
	for i < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[i:])
		if strings.ContainsRune(" ()+−×÷^√,", r) {
			break
		}
		i += n
	}
	word := c.s[:i]
	c.s = c.s[i:]
	if v, ok := c.cells[word]; ok {
		return v
	}
	v, err := strconv.ParseFloat(word, 64)
	if err != nil && c.err == nil {
		c.err = fmt.Errorf("%q is neither cell nor number", word)
	}
	return v
}

// Every quantity that can be derived from any data is what its own expression
// says, and nothing that is asked for makes it panic.
func TestExpressionsAgree(t *testing.T) {
	tried := map[string]int{}
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 3))
		d, cells := anyData(r)
		check := func(what string, q Quantity, err error) {
			if err != nil {
				return
			}
			tried[q.Formula]++
			got, evalErr := evaluate(q.Expression(), cells)
			want := q.Value.InexactFloat64()
			if evalErr != nil || math.Abs(got-want) > 1e-8*(1+math.Abs(want)) {
				t.Fatalf("seed %d: %s: %s = %v (%v), want %v", seed, what, q.Expression(), got, evalErr, want)
			}
			if q.Computed() && len(q.Inputs) == 0 {
				t.Fatalf("%s: no cells", what)
			}
		}
		at := NewMonth(2023, 1+r.IntN(12))
		for _, p := range []Period{MonthOf(at), ToDate(2023, at.Of()), Year(2023), {at - 2, at}} {
			for _, id := range []string{"a", "b", "a.yoy", "b.yoy", "none"} {
				q, err := d.LevelAt(id, p)
				check("level", q, err)
				q, err = d.GrowthAt(id, p, YearOnYear)
				check("growth", q, err)
				q, err = d.GrowthAt(id, p, OnPrevious)
				check("on previous", q, err)
				q, err = d.ChangeAt(id, p, YearOnYear)
				check("change", q, err)
				q, err = d.TwoYearAverage(id, p)
				check("two-year", q, err)
				q, err = d.AverageGrowth(id, 2021, 2023)
				check("average", q, err)
				q, err = d.CumulativeAt(id, p)
				check("cumulative", q, err)
				q, err = d.ShareAt(id, "b", p)
				check("share", q, err)
				q, err = d.Contribution(id, "b", p)
				check("contribution", q, err)
				check("sum of parts", SumOf(SumOfParts, q, q), err)
				q, err = d.ContributionShare(id, "b", p)
				check("share of growth", q, err)
				q, err = d.ChangeOfGrowth(id, p, p.Previous())
				check("change of growth", q, err)
				q, err = d.IndexAt(id, p, Period{p.From - 24, p.To - 24})
				check("index", q, err)
				q, err = d.MovingAverage(id, p, 2+r.IntN(4))
				check("mean", q, err)
				q, err = d.Annualised(id, p)
				check("annualised", q, err)
			}
		}
	}
	for _, f := range []string{"", DifferenceOfCumulative, SumOfPeriods, SumOfParts, GrowthFromLevels, DifferenceInPoints, TwoYearAverageGrowth, AverageOfRates, AverageOfLevels, ShareOfTotal, ContributionOfLevels, ContributionOfGrowth, ShareOfGrowth, IndexOfLevels, IndexOfRates, MeanOfPeriods, AnnualisedGrowth} {
		if tried[f] < 10 {
			t.Errorf("%q was derived %d times only: %v", f, tried[f], tried)
		}
	}
}

// anyData is a part a and a whole b over three years, by month, to date or by
// year, with growth published or not, and what their cells hold.
func anyData(r *rand.Rand) (*Dataset, map[string]float64) {
	cells := map[string]float64{}
	n := 0
	cell := func(v string) Cell {
		n++
		c := Cell{Sheet: "数据", Addr: fmt.Sprintf("C%d", n)}
		cells[c.String()], _ = strconv.ParseFloat(v, 64)
		return c
	}
	kind := r.IntN(3)
	var periods []Period
	for y := 2020; y <= 2023; y++ {
		periods = append(periods, Year(y))
		for m := 1; m <= 12; m++ {
			switch {
			case kind == 0:
				periods = append(periods, MonthOf(NewMonth(y, m)))
			case kind == 1 && m < 12:
				periods = append(periods, ToDate(y, m))
			case kind == 2 && m%3 == 0:
				periods = append(periods, Period{NewMonth(y, m) - 2, NewMonth(y, m)})
			}
		}
	}
	prices := []Prices{Real, Nominal}[r.IntN(2)]
	units := []string{"亿元", "万元"}
	d := &Dataset{}
	for i, id := range []string{"a", "b"} {
		s := Series{ID: id, Measure: Level, Basis: Flow, Prices: prices, Unit: ParseUnit(Text{ZH: units[r.IntN(2)]})}
		g := Series{ID: id + ".yoy", Measure: Growth, Of: id, Compare: YearOnYear, Prices: prices, Unit: ParseUnit(Text{ZH: "%"})}
		m := Series{ID: id + ".mom", Measure: Growth, Of: id, Compare: OnPrevious, Prices: prices, Unit: ParseUnit(Text{ZH: "%"})}
		keep := 1 + r.IntN(12)
		rates := r.IntN(2) == 0 || prices == Real
		for _, p := range periods {
			if r.IntN(keep+1) == 0 && keep < 10 {
				continue
			}
			v := fmt.Sprintf("%.2f", float64((i+1)*p.Months())*(10+r.Float64()*5))
			o := Observation{Period: p, Value: dec(v), Cell: cell(v)}
			if r.IntN(40) == 0 {
				o.Status = Revised
			}
			s.Observations = append(s.Observations, o)
			if rates && r.IntN(8) > 0 {
				w := fmt.Sprintf("%.1f", r.NormFloat64()*6+3)
				g.Observations = append(g.Observations, Observation{Period: p, Value: dec(w), Cell: cell(w)})
			}
			if kind != 1 && p.Months() < 12 && r.IntN(4) == 0 {
				w := fmt.Sprintf("%.1f", r.NormFloat64())
				m.Observations = append(m.Observations, Observation{Period: p, Value: dec(w), Cell: cell(w)})
			}
		}
		for _, s := range []Series{s, g, m} {
			s.Sort()
			d.Series = append(d.Series, s)
		}
	}
	return d, cells
}
