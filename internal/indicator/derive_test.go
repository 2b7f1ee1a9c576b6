package indicator

import (
	"errors"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
)

func span(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

func at(q Quantity, places int32) string { return q.Value.Round(places).String() }

func TestDerivations(t *testing.T) {
	real := growth("gdp", obs("2019", "6"), obs("2020", "2.2"), obs("2021", "8.4"), obs("2020Q1", "-6.8"), obs("2021Q1", "18.3"), obs("2021年1-6月", "12.7"))
	real.Prices = Real
	ag := growth("primary", obs("2021", "7.1"))
	ag.Prices = Real
	bare := growth("bare", obs("2021", "5"), obs("2022", "6"), obs("2022-06", "4"))
	d := &Dataset{Series: []Series{
		bare, // published in no known prices; those of its levels are current
		level("bare", "亿元", Nominal, obs("2022", "10"), obs("2023", "11")),
		level("gdp", "亿元", Real, obs("2020", "1000"), obs("2021", "1130")), real,
		level("primary", "亿元", Real, obs("2020", "77"), obs("2021", "83")), ag,
		level("trade", "亿元", Nominal, obs("2020", "200"), obs("2021", "230"), obs("2022", "220"), obs("2023", "240.1"), obs("2023-10", "20"), obs("2023-11", "22"), obs("2023-09", "18")),
		level("exports", "万元", Nominal, obs("2020", "1200000"), obs("2021", "1450000"), obs("2022", "-1")),
		level("imports", "亿元", Nominal, obs("2020", "80"), obs("2021", "85")),
		level("investment", "亿元", Nominal, obs("2020", "100"), obs("2021", "101")), growth("investment", obs("2021", "4.9")), // on comparable coverage
		level("industry", "亿元", Nominal, obs("2020", "40"), obs("2021", "43")),
		level("jobs", "万人", UnknownPrices, obs("2023年1-2月", "3"), obs("2023-03", "2"), obs("2023Q2", "6"), obs("2023-07", "1.5"), obs("2023-09", "1.1")),
		level("some", "万人", UnknownPrices, obs("2023Q1", "3", Revised), obs("2023Q2", "6")),
		level("gone", "亿元", Nominal, obs("2020", "0"), obs("2021", "5"), obs("2022", "6")), growth("gone", obs("2021", "-100"), obs("2022", "20")),
		// The survey of 2021 covers more: its rate does not rest on the levels.
		level("census", "亿元", Nominal, obs("2020", "100"), obs("2021", "150"), obs("2022", "160")), growth("census", obs("2021", "5")),
		level("tourists", "人", UnknownPrices, obs("2020", "100"), obs("2021", "110"), obs("2022", "121")), growth("tourists", obs("2021", "10")),
		level("hidden", "万人", UnknownPrices, obs("2023-01", "3"), obs("2023-02", "2"), obs("2023年1-2月", "", Confidential)),
		{ID: "loans", Measure: Level, Basis: Stock, Unit: ParseUnit(Text{ZH: "亿元"}), Observations: []Observation{obs("2023-10", "100"), obs("2023-11", "110")}},
		{ID: "m", Measure: Growth, Compare: OnPrevious, Observations: []Observation{obs("2023Q3", "1.3"), obs("2023年1-11月", "4"), obs("2023-11", "1")}},
	}}
	get := func(q Quantity, err error) func() (Quantity, error) {
		return func() (Quantity, error) { return q, err }
	}
	for i, c := range []struct {
		got  func() (Quantity, error)
		want string // to three digits after the point
		err  error
	}{
		// 18.3% after −6.8%: the bureau gave 5.0% on average for the first quarter of 2021.
		{get(d.TwoYearAverage("gdp", span("2021Q1"))), "5.003", nil},
		{get(d.TwoYearAverage("gdp", span("2021"))), "5.254", nil},
		{get(d.TwoYearAverage("gdp", span("2021年1-6月"))), "", ErrNotComparable},
		{get(d.TwoYearAverage("gone", span("2022"))), "", ErrNoBase},
		{get(d.AverageGrowth("gdp", 2018, 2021)), "5.502", nil},
		{get(d.AverageGrowth("gdp", 2017, 2021)), "", ErrNotComparable}, // in comparable prices, and a year is missing
		{get(d.AverageGrowth("trade", 2020, 2023)), "6.281", nil},
		{get(d.AverageGrowth("trade", 2023, 2023)), "", ErrNoBase},
		{get(d.AverageGrowth("gone", 2020, 2022)), "", ErrNoBase},
		{get(d.CumulativeAt("jobs", span("2023年1-7月"))), "12.5", nil},
		{get(d.CumulativeAt("jobs", span("2023年1-3月"))), "5", nil},
		{get(d.CumulativeAt("jobs", span("2023年1-2月"))), "3", nil},
		{get(d.CumulativeAt("jobs", span("2023年1-9月"))), "", ErrGap},
		{get(d.CumulativeAt("jobs", span("2023Q2"))), "6", nil},
		{get(d.CumulativeAt("some", span("2023年1-6月"))), "", ErrRevised},
		{get(d.CumulativeAt("hidden", span("2023年1-2月"))), "", ErrNoValue}, // a sum would give away what is withheld
		{get(d.AverageGrowth("census", 2020, 2022)), "", ErrNotComparable},
		{get(d.AverageGrowth("tourists", 2020, 2022)), "10", nil},
		{get(d.IndexAt("census", span("2022"), span("2020"))), "", ErrGap},
		{get(d.IndexAt("tourists", span("2022"), span("2020"))), "121", nil},
		{get(d.CumulativeAt("loans", span("2023年1-11月"))), "", ErrNotComparable},
		{get(d.ShareAt("exports", "trade", span("2021"))), "63.043", nil},
		{get(d.ShareAt("exports", "trade", span("2022"))), "", ErrNotComparable},
		{get(d.ShareAt("jobs", "trade", span("2021"))), "", ErrNotComparable},
		{get(d.ShareAt("trade", "gone", span("2020"))), "", ErrNoBase},
		{get(d.ShareAt("loans", "trade", span("2023-11"))), "", ErrNotComparable},
		{get(d.Contribution("exports", "trade", span("2021"))), "12.5", nil},
		{get(d.Contribution("imports", "trade", span("2021"))), "2.5", nil},
		{get(d.ContributionShare("exports", "trade", span("2021"))), "83.333", nil},
		{get(d.Contribution("industry", "investment", span("2021"))), "", ErrNotComparable},
		{get(d.Contribution("primary", "gdp", span("2021"))), "0.547", nil}, // 7.7% of the whole × 7.1%
		{get(d.ContributionShare("primary", "gdp", span("2021"))), "6.508", nil},
		{get(d.ContributionShare("exports", "trade", span("2022"))), "", ErrNotComparable}, // the whole fell
		{get(d.ChangeOfGrowth("gdp", span("2021"), span("2020"))), "6.2", nil},
		{get(d.ChangeOfGrowth("gdp", span("2021年1-6月"), span("2021Q1"))), "-5.6", nil},
		{get(d.ChangeOfGrowth("gdp", span("2021"), span("2020Q3"))), "", ErrNotComparable},
		{get(d.IndexAt("trade", span("2023"), span("2020"))), "120.05", nil},
		{get(d.IndexAt("gdp", span("2021"), span("2019"))), "110.785", nil},
		{get(d.IndexAt("gdp", span("2021Q1"), span("2020Q4"))), "", ErrNotComparable}, // rates over the year do not lead there
		{get(d.ChangeOfGrowth("bare", span("2023"), span("2022"))), "", ErrNotComparable},
		{get(d.IndexAt("gdp", span("2021"), span("2020-11"))), "", ErrNotComparable},
		{get(d.IndexAt("gone", span("2022"), span("2020"))), "", ErrNoBase},
		{get(d.MovingAverage("trade", span("2023-11"), 3)), "20", nil},
		{get(d.MovingAverage("trade", span("2023-11"), 4)), "", ErrNoValue},
		{get(d.MovingAverage("jobs", span("2023年1-7月"), 2)), "", ErrNotComparable},
		{get(d.MovingAverage("trade", span("2023-11"), 1)), "", ErrNotComparable},
		{get(d.Annualised("m", span("2023-11"))), "12.683", nil},
		{get(d.Annualised("m", span("2023Q3"))), "5.302", nil},
		{get(d.Annualised("m", span("2023年1-11月"))), "", ErrNotComparable},
		{get(d.Annualised("trade", span("2023-11"))), "", ErrNotComparable}, // from levels, with the seasons in it
		{get(d.Annualised("gdp", span("2021Q1"))), "", ErrNotComparable},
		{get(d.Annualised("nothing", span("2021Q1"))), "", ErrUnknownSeries},
	} {
		q, err := c.got()
		if !errors.Is(err, c.err) || c.err == nil && (err != nil || at(q, 3) != c.want) {
			t.Errorf("%d: %s, %v; want %s, %v", i, at(q, 3), err, c.want, c.err)
		}
	}
}

// The parts that make up a whole bring all of its growth, and their shares are
// all of it.
func TestContributionsAddUp(t *testing.T) {
	for seed := range 50 {
		n := 2 + seed%4
		var was, now Decimal
		d := &Dataset{}
		for i := range n {
			a, b := decimal.NewFromInt(int64(10+7*i+seed)), decimal.NewFromInt(int64(12+5*i+2*seed%9))
			was, now = was.Add(a), now.Add(b)
			d.Series = append(d.Series, level(fmt.Sprint(i), "亿元", Nominal, obs("2022", a.String()), obs("2023", b.String())))
		}
		d.Series = append(d.Series, level("all", "亿元", Nominal, obs("2022", was.String()), obs("2023", now.String())))
		var points, shares Decimal
		for i := range n {
			c, err := d.Contribution(fmt.Sprint(i), "all", Year(2023))
			s, err2 := d.ShareAt(fmt.Sprint(i), "all", Year(2023))
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			points, shares = points.Add(c.Value), shares.Add(s.Value)
		}
		g, err := d.GrowthAt("all", Year(2023), YearOnYear)
		if err != nil || !points.Round(10).Equal(g.Value.Round(10)) || !shares.Round(10).Equal(hundred) {
			t.Errorf("%d: contributions %s, growth %s; shares %s; %v", seed, points, g.Value, shares, err)
		}
		// Growth and level agree, and so does the index.
		if back := was.Mul(factor(g.Value)); !back.Round(10).Equal(now) {
			t.Errorf("%s grown by %s%% is %s, not %s", was, g.Value, back, now)
		}
		if i, err := d.IndexAt("all", Year(2023), Year(2022)); err != nil || !i.Value.Sub(hundred).Round(10).Equal(g.Value.Round(10)) {
			t.Errorf("index %s, growth %s, %v", i.Value, g.Value, err)
		}
	}
}

// Equal rates have that rate for their mean, and a root is a root.
func TestRoot(t *testing.T) {
	for _, s := range []string{"1.05", "0.3", "1", "123456.789", "0.000001"} {
		v := dec(s)
		for n := int64(1); n <= 6; n++ {
			pow := one
			for range n {
				pow = pow.Mul(v)
			}
			if got := root(pow, n); !got.Round(12).Equal(v.Round(12)) {
				t.Errorf("root %d of %s^%d: %s", n, s, n, got)
			}
		}
	}
}

func ExampleDataset_TwoYearAverage() {
	d := &Dataset{Series: []Series{{ID: "gdp", Measure: Level}, growth("gdp", obs("2020Q1", "-6.8"), obs("2021Q1", "18.3"))}}
	q, _ := d.TwoYearAverage("gdp", span("2021Q1"))
	fmt.Println(Round(q.Value, 1), q.Expression())
	// Output: 5 (√((1 + S!2021Q1 ÷ 100) × (1 + S!2020Q1 ÷ 100)) − 1) × 100
}

func ExampleDataset_Contribution() {
	d := &Dataset{Series: []Series{
		level("trade", "亿元", Nominal, obs("2020", "200"), obs("2021", "230")),
		level("exports", "亿元", Nominal, obs("2020", "120"), obs("2021", "145")),
	}}
	q, _ := d.Contribution("exports", "trade", Year(2021))
	fmt.Println(q.Value, q.Expression())
	// Output: 12.5 (S!2021 − S!2020) ÷ S!2020 × 100
}
