package indicator

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
)

func aim(id string, from, year int, k TargetKind, b Bound, v string) Target {
	t := Target{Series: id, From: from, Year: year, Kind: k, Bound: b, Cell: Cell{Sheet: "T", Addr: "C1"}}
	if v != "" {
		t.Value = dec(v)
	}
	return t
}

func TestAttainPlan(t *testing.T) {
	real := growth("gdp", obs("2021", "8.4"), obs("2022", "3"), obs("2023", "5.2"))
	real.Prices = Real
	energy := growth("energy", obs("2021", "-2.7"), obs("2022", "-0.1"), obs("2023", "-0.5"))
	stock := level("beds", "万张", UnknownPrices, obs("2020-12", "40"), obs("2021-12", "42"), obs("2023-12", "45"))
	stock.Basis = Stock
	d := &Dataset{Series: []Series{
		level("gdp", "亿元", Real, obs("2020", "1000")), real,
		{ID: "energy", Measure: Level, Basis: Flow, Direction: DownIsGood, Unit: ParseUnit(Text{ZH: "吨标准煤/万元"})}, energy,
		level("trade", "亿元", Nominal, obs("2020", "100"), obs("2022", "121")),
		stock,
		{ID: "urban", Measure: Share, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2020", "60"), obs("2022", "61"), obs("2023", "63.2")}},
		{ID: "debt", Measure: Share, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2020", "70"), obs("2023", "63")}},
		{ID: "nobase", Measure: Share, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2022", "61"), obs("2025", "64")}},
	}}
	ends := func(id, low, high string) Target {
		x := aim(id, 2021, 2025, RateTarget, Between, low)
		x.Upper = dec(high)
		return x
	}
	follows := func(id, ref string, k TargetKind) Target {
		x := aim(id, 2021, 2025, k, Relative, "")
		x.Ref = ref
		return x
	}
	between := aim("gdp", 2021, 2025, GrowthTarget, Between, "5")
	between.Upper = dec("6")
	for i, c := range []struct {
		t           Target
		at          string
		actual, due string
		verdict     Verdict
	}{
		{aim("gdp", 2021, 2025, GrowthTarget, AtLeast, "5.5"), "2023", "5.51", "5.5", Ahead},
		{aim("gdp", 2021, 2025, GrowthTarget, About, "5.5"), "2023年1-11月", "5.67", "5.5", OnTrack}, // two years are over
		{between, "2023", "5.51", "5", OnTrack},
		{aim("gdp", 2021, 2025, GrowthTarget, AtLeast, "5.5"), "2021Q3", "", "", NoData},
		{aim("gdp", 2021, 2025, GrowthTarget, AtLeast, "5.5"), "2024", "", "", NoData}, // a year without a rate
		{aim("trade", 2021, 2025, GrowthTarget, AtLeast, "8"), "2022", "10", "8", Ahead},
		{aim("energy", 2021, 2025, TotalGrowth, Exactly, "-13.5"), "2023", "-3.28", "-8.1", Behind},
		{aim("trade", 2021, 2025, LevelTarget, AtLeast, "200"), "2022", "121", "140", Behind},
		{aim("beds", 2021, 2025, LevelTarget, AtLeast, "48"), "2023年1-12月", "45", "44.8", Ahead},
		{aim("beds", 2021, 2025, LevelTarget, AtLeast, "48"), "2022", "", "", NoData},
		{aim("urban", 2021, 2025, RateTarget, AtLeast, "65"), "2023", "63.2", "63", Ahead},
		{aim("urban", 2021, 2025, RateTarget, AtLeast, "65"), "2022", "61", "62", Behind},
		// A ceiling that was kept from the start is to be kept, not approached.
		{aim("urban", 2021, 2025, RateTarget, AtMost, "65"), "2023", "63.2", "65", OnTrack},
		{aim("urban", 2021, 2025, RateTarget, AtMost, "62"), "2023", "63.2", "62", Behind},
		{aim("urban", 2021, 2025, RateTarget, AtLeast, "55"), "2023", "63.2", "55", Ahead},
		{aim("debt", 2021, 2025, RateTarget, AtMost, "60"), "2023", "63", "64", OnTrack}, // on the way down from 70
		{aim("debt", 2021, 2025, RateTarget, AtMost, "50"), "2023", "63", "58", Behind},
		{aim("debt", 2021, 2025, RateTarget, AtMost, "63"), "2023", "63", "63", OnTrack}, // reached, and now to be kept
		{ends("urban", "65", "67"), "2023", "63.2", "63", OnTrack},
		{ends("urban", "67", "69"), "2023", "63.2", "64.2", Behind},
		{ends("urban", "58", "62"), "2023", "63.2", "62", Behind}, // it left the range
		{ends("urban", "58", "66"), "2023", "63.2", "58", OnTrack},
		{ends("debt", "55", "60"), "2023", "63", "64", OnTrack},
		{ends("debt", "45", "50"), "2023", "63", "58", Behind},
		{aim("nobase", 2021, 2025, RateTarget, AtLeast, "65"), "2022", "61", "", NotComparable},
		{aim("nobase", 2021, 2025, RateTarget, AtLeast, "65"), "2025", "64", "65", Behind},
		{follows("trade", "gdp", GrowthTarget), "2022", "10", "5.67", Ahead},
		{follows("gdp", "energy", TotalGrowth), "2023", "17.46", "-3.28", Ahead},
		{follows("gdp", "urban", GrowthTarget), "2023", "5.51", "", NotComparable},
		{follows("urban", "debt", RateTarget), "2023", "", "", NotComparable},
		{aim("gdp", 2021, 2025, GrowthTarget, TextOnly, ""), "2023", "", "", NotComparable},
		{aim("none", 2021, 2025, GrowthTarget, AtLeast, "5"), "2023", "", "", NotComparable},
	} {
		a := d.Attain(c.t, span(c.at))
		actual, due := "", ""
		if len(a.Actual.Inputs) > 0 {
			actual = at(a.Actual, 2)
		}
		if len(a.Due.Inputs) > 0 && a.Gap.Computed() {
			due = at(a.Due, 2)
		}
		if a.Verdict != c.verdict || actual != c.actual || due != c.due {
			t.Errorf("%d: %s, actual %q, due %q; want %s, %q, %q", i, a.Verdict, actual, due, c.verdict, c.actual, c.due)
		}
	}
}

// A tolerance of the target's own, and targets without a better side.
func TestTolerance(t *testing.T) {
	d := &Dataset{Series: []Series{
		{ID: "cpi", Measure: Growth, Compare: YearOnYear, Direction: Neutral, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2023", "0.2")}},
		level("gdp", "亿元", Real), growth("gdp", obs("2023", "5.2")),
		level("income", "元", Real), growth("income", obs("2023", "4.9")),
	}}
	own := dec("3")
	loose := aim("cpi", 0, 2023, GrowthTarget, About, "3")
	loose.Tolerance = &own
	step := func(b Bound) Target {
		x := aim("income", 0, 2023, GrowthTarget, Relative, "")
		x.Ref, x.RefBound = "gdp", b
		return x
	}
	for i, c := range []struct {
		t         Target
		verdict   Verdict
		tolerance string
	}{
		{aim("cpi", 0, 2023, GrowthTarget, About, "3"), OffTarget, "0.5"},
		{loose, OnTrack, "3"},
		{aim("cpi", 0, 2023, GrowthTarget, AtMost, "3"), OnTrack, "0"},
		{aim("cpi", 0, 2023, GrowthTarget, Exactly, "3"), OffTarget, "0"},
		{aim("gdp", 0, 2023, GrowthTarget, About, "5"), OnTrack, "0.5"},
		{aim("gdp", 0, 2023, GrowthTarget, About, "6"), Behind, "0.5"},
		{step(""), OnTrack, "1"},
		{step(AtLeast), Behind, "0"},
		{step(AtMost), Ahead, "0"},
	} {
		a := d.Attain(c.t, Year(2023))
		if a.Verdict != c.verdict || a.Tolerance.String() != c.tolerance {
			t.Errorf("%d: %s within %s, want %s within %s", i, a.Verdict, a.Tolerance, c.verdict, c.tolerance)
		}
	}
}

func TestRequired(t *testing.T) {
	mar := growth("published", obs("2023年1-11月", "6"))
	far := growth("comparable", obs("2023年1-11月", "9"))
	d := &Dataset{Series: []Series{
		level("jobs", "万人", UnknownPrices, obs("2022年1-11月", "5.6"), obs("2022", "6"), obs("2023年1-11月", "5.92")),
		level("published", "亿元", Nominal, obs("2022年1-11月", "100"), obs("2022", "110"), obs("2023年1-11月", "106")), mar,
		level("comparable", "亿元", Nominal, obs("2022年1-11月", "100"), obs("2022", "110"), obs("2023年1-11月", "106")), far,
		level("real", "亿元", Real, obs("2022年1-11月", "100"), obs("2022", "110"), obs("2023年1-11月", "106")),
		level("nobase", "亿元", Nominal, obs("2022", "110"), obs("2023年1-11月", "106")),
		level("census", "亿元", Nominal, obs("2022年1-11月", "100"), obs("2022", "130", Revised), obs("2023年1-11月", "106")),
		level("fell", "亿元", Nominal, obs("2022年1-11月", "100"), obs("2022", "99"), obs("2023年1-11月", "106")),
		level("quarters", "亿元", Nominal, obs("2022Q1", "10"), obs("2022Q2", "11"), obs("2022Q3", "12"), obs("2022Q4", "13"), obs("2023Q1", "11"), obs("2023Q2", "12")),
	}}
	for i, c := range []struct {
		t              Target
		at             string
		amount, growth string
		err            error
	}{
		{aim("jobs", 0, 2023, LevelTarget, AtLeast, "6.2"), "2023年1-11月", "0.28", "-30", nil},
		{aim("jobs", 0, 2023, LevelTarget, AtLeast, "5.9"), "2023年1-11月", "", "", ErrReached},
		{aim("published", 0, 2023, GrowthTarget, AtLeast, "7"), "2023-11", "11.7", "17", nil},
		{aim("comparable", 0, 2023, GrowthTarget, AtLeast, "7"), "2023-11", "", "", ErrNotComparable},
		{aim("real", 0, 2023, GrowthTarget, AtLeast, "7"), "2023-11", "", "", ErrNotComparable},
		{aim("real", 0, 2023, LevelTarget, AtLeast, "116"), "2023-11", "10", "0", nil},
		{aim("nobase", 0, 2023, GrowthTarget, AtLeast, "7"), "2023-11", "", "", ErrGap},
		{aim("published", 0, 2023, GrowthTarget, AtMost, "7"), "2023-11", "", "", ErrNotComparable},
		{aim("published", 0, 2023, GrowthTarget, AtLeast, "7"), "2023", "", "", ErrNotComparable},
		{aim("quarters", 0, 2023, GrowthTarget, About, "10"), "2023Q2", "27.6", "10.4", nil},
		{aim("census", 0, 2023, LevelTarget, AtLeast, "140"), "2023-11", "", "", ErrRevised}, // the year before, but not its eleven months
		{aim("fell", 0, 2023, LevelTarget, AtLeast, "140"), "2023-11", "", "", ErrNoBase},
		{aim("none", 0, 2023, GrowthTarget, About, "10"), "2023Q2", "", "", ErrUnknownSeries},
	} {
		n, err := d.Required(c.t, span(c.at))
		if !errors.Is(err, c.err) || c.err == nil && (err != nil || at(n.Amount, 2) != c.amount || at(n.Growth, 2) != c.growth) {
			t.Errorf("%d: %s, %s, %v; want %s, %s, %v", i, at(n.Amount, 2), at(n.Growth, 2), err, c.amount, c.growth, c.err)
		}
	}
}

// If the rest of the year brings what is required, the target is met exactly.
func TestRequiredIsEnough(t *testing.T) {
	n := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 11))
		m := 1 + r.IntN(11)
		some := func(k int) string { return fmt.Sprintf("%.1f", float64(k)*(8+4*r.Float64())) }
		d := &Dataset{Series: []Series{level("a", "亿元", Nominal,
			obs(fmt.Sprintf("2022年1-%d月", m), some(m)), obs("2022", some(14)), obs(fmt.Sprintf("2023年1-%d月", m), some(m)))}}
		target := aim("a", 0, 2023, GrowthTarget, AtLeast, fmt.Sprintf("%.1f", r.NormFloat64()*5+6))
		need, err := d.Required(target, ToDate(2023, m))
		if err != nil {
			continue
		}
		n++
		s := d.Find("a")
		soFar, _ := s.At(ToDate(2023, m))
		before, _ := s.At(ToDate(2022, m))
		year, _ := s.At(Year(2022))
		rest := year.Value.Sub(before.Value).Mul(factor(need.Growth.Value))
		total := soFar.Value.Add(rest)
		s.Observations = append(s.Observations, Observation{Period: Year(2023), Value: total})
		s.Sort()
		g, err := d.GrowthAt("a", Year(2023), YearOnYear)
		if err != nil || !g.Value.Round(8).Equal(target.Value.Round(8)) {
			t.Fatalf("seed %d: growth of %s, target %s, %v", seed, g.Value, target.Value, err)
		}
		if need.Rest.Months() != 12-m {
			t.Fatalf("rest %s after %d months", need.Rest, m)
		}
	}
	if n < 100 {
		t.Errorf("%d cases only", n)
	}
}
