package indicator

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"
)

func dec(s string) Decimal { return decimal.RequireFromString(s) }

func obs(period, value string, st ...Status) Observation {
	p, err := ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	o := Observation{Period: p, Cell: Cell{Sheet: "S", Addr: period}}
	if value == "" {
		o.Status = NotAvailable
	} else {
		o.Value = dec(value)
	}
	if len(st) > 0 {
		o.Status = st[0]
	}
	return o
}

func level(id, unit string, prices Prices, o ...Observation) Series {
	s := Series{ID: id, Unit: ParseUnit(Text{ZH: unit}), Measure: Level, Basis: Flow, Prices: prices, Observations: o}
	s.Sort()
	return s
}

func growth(of string, o ...Observation) Series {
	s := Series{ID: of + ".yoy", Measure: Growth, Of: of, Compare: YearOnYear, Observations: o}
	s.Sort()
	return s
}

func TestLevelAt(t *testing.T) {
	d := &Dataset{Series: []Series{level("a", "亿元", Nominal,
		obs("2023年1-2月", "10"), obs("2023年1-3月", "18"), obs("2023年1-5月", "30"), obs("2023年1-6月", "36", Revised), obs("2023年1-7月", "40"), obs("2023-08", "", Confidential), obs("2023年1-8月", "50"))}}
	for _, tc := range []struct {
		period, want string
		err          error
	}{
		{"2023-03", "8", nil}, {"2023-05", "", ErrGap}, {"2023-04", "", ErrNoValue}, {"2023-06", "", ErrRevised}, {"2023-07", "", ErrRevised},
		{"2023-08", "", ErrNoValue}, {"2023-01", "", ErrNoValue}, {"2023-02", "", ErrGap}, {"2023年1-3月", "18", nil}, {"2022-03", "", ErrNoValue},
	} {
		p, _ := ParsePeriod(tc.period)
		q, err := d.LevelAt("a", p)
		if !errors.Is(err, tc.err) || tc.err == nil && !q.Value.Equal(dec(tc.want)) {
			t.Errorf("%s: %v, %v; want %s, %v", tc.period, q.Value, err, tc.want, tc.err)
		}
	}
	// A month is as uncertain as the worse of the two figures it is derived from.
	est := &Dataset{Series: []Series{level("a", "亿元", Nominal, obs("2023-01", "4"), obs("2023年1-2月", "10", Estimated), obs("2023年1-3月", "18", Preliminary), obs("2022年1-11月", "90"), obs("2022", "100"))}}
	for period, want := range map[string]struct {
		value string
		st    Status
	}{"2023-01": {"4", Normal}, "2023-02": {"6", Estimated}, "2023-03": {"8", Estimated}, "2022-12": {"10", Normal}} { // January is the cumulative January
		p, _ := ParsePeriod(period)
		if q, err := est.LevelAt("a", p); err != nil || !q.Value.Equal(dec(want.value)) || q.Status != want.st {
			t.Errorf("%s: %v %q, %v; want %v", period, q.Value, q.Status, err, want)
		}
	}
	stocks := &Dataset{Series: []Series{level("a", "亿元", Nominal, obs("2023年1-2月", "10"), obs("2023年1-3月", "18"))}}
	stocks.Series[0].Basis = Stock
	if q, err := stocks.LevelAt("a", MonthOf(NewMonth(2023, 3))); err == nil {
		t.Errorf("a stock was derived as a difference: %v", q.Value)
	}
	p, _ := ParsePeriod("2023-03")
	if q, _ := d.LevelAt("a", p); q.Formula != DifferenceOfCumulative || len(q.Inputs) != 2 {
		t.Errorf("a derived month says %+v", q)
	}
	if _, err := d.LevelAt("nowhere", p); !errors.Is(err, ErrUnknownSeries) {
		t.Errorf("unknown series: %v", err)
	}
}

func TestGrowthAt(t *testing.T) {
	d := &Dataset{Series: []Series{
		level("gdp", "亿元", Real, obs("2021", "100"), obs("2022", "110")),
		level("retail", "亿元", Nominal, obs("2021", "100"), obs("2022", "93.7"), obs("2023", "0"), obs("2024", "5"), obs("2025", "-1"), obs("2026", "3")),
		growth("retail", obs("2021", "4.4")),
		{ID: "rate", Measure: Rate, Observations: []Observation{obs("2021", "5.1"), obs("2022", "5.6")}},
		{ID: "cpi", Measure: Index, Unit: ParseUnit(Text{ZH: "上年=100"}), Observations: []Observation{obs("2021", "100.9"), obs("2022", "102.0")}},
		level("output", "亿元", UnknownPrices, obs("2021", "100"), obs("2022", "120")),
		{ID: "output.yoy", Measure: Growth, Of: "output", Compare: YearOnYear, Prices: Real, Observations: []Observation{obs("2021", "3")}},
		level("withheld", "亿元", Nominal, obs("2021", "100"), obs("2022", "120")), growth("withheld", obs("2022", "", Confidential)),
		level("new", "亿元", Nominal, obs("2022", "120")),
	}}
	for _, tc := range []struct {
		id, period, want string
		err              error
	}{
		{"retail", "2021", "4.4", nil}, // published wins
		{"retail", "2022", "-6.3", nil},
		{"retail", "2023", "-100", nil},
		{"retail", "2024", "", ErrNoBase}, // zero base
		{"retail", "2025", "", ErrNoBase}, // a loss after a profit
		{"retail", "2026", "", ErrNoBase}, // negative base
		{"gdp", "2022", "", ErrNotComparable},
		{"rate", "2022", "", ErrNotComparable},
		{"cpi", "2022", "2", nil},                // 102.0 on a moving base is growth of 2.0, not of 1.1
		{"output", "2022", "", ErrNotComparable}, // its growth is published in comparable prices
		{"withheld", "2022", "", ErrNoValue},     // what is withheld is not worked out
		{"new", "2022", "", ErrNoBase},
		{"nowhere", "2022", "", ErrUnknownSeries},
	} {
		p, _ := ParsePeriod(tc.period)
		q, err := d.GrowthAt(tc.id, p, YearOnYear)
		if !errors.Is(err, tc.err) || tc.err == nil && !q.Value.Equal(dec(tc.want)) {
			t.Errorf("%s %s: %v, %v; want %s, %v", tc.id, tc.period, q.Value, err, tc.want, tc.err)
		}
	}
	if q, _ := d.GrowthAt("retail", Year(2022), YearOnYear); !q.Computed() || q.Prices != Nominal {
		t.Errorf("computed growth says %+v", q)
	}
	if q, err := d.GrowthAt("output.yoy", Year(2021), OnPrevious); !errors.Is(err, ErrNotComparable) {
		t.Errorf("growth over a year answers for growth on the period before: %v, %v", q.Value, err)
	}
	if q, err := d.ChangeAt("cpi", Year(2022), YearOnYear); err != nil || !q.Value.Equal(dec("1.1")) {
		t.Errorf("an index changed by %v points, %v", q.Value, err)
	}
	for id, want := range map[string]error{"retail": ErrNotComparable, "nowhere": ErrUnknownSeries} {
		if _, err := d.ChangeAt(id, Year(2022), YearOnYear); !errors.Is(err, want) {
			t.Errorf("change of %s: %v, want %v", id, err, want)
		}
	}
	if _, err := d.ChangeAt("rate", Year(2021), OnPrevious); !errors.Is(err, ErrNoBase) {
		t.Errorf("change of the first rate: %v", err)
	}
	if q, err := d.ChangeAt("rate", Year(2022), YearOnYear); err != nil || !q.Value.Equal(dec("0.5")) {
		t.Errorf("a rate changed by %v points, %v", q.Value, err)
	}
}

func TestAcceleration(t *testing.T) {
	d := &Dataset{Series: []Series{level("a", "亿元", Real), growth("a", obs("2023年1-10月", "12.9"), obs("2023年1-11月", "13.2"), obs("2022", "5"), obs("2023", "6"), obs("2023-10", "1"), obs("2023-11", "-2"))}}
	for _, tc := range []struct{ period, want, before string }{
		{"2023年1-11月", "0.3", "2023年1-10月"}, {"2023", "1", "2022"}, {"2023-11", "-3", "2023-10"},
	} {
		p, _ := ParsePeriod(tc.period)
		b, _ := ParsePeriod(tc.before)
		q, before, err := d.Acceleration("a", p)
		if err != nil || !q.Value.Equal(dec(tc.want)) || before != b {
			t.Errorf("%s: %v points since %v, %v; want %s since %v", tc.period, q.Value, before, err, tc.want, b)
		}
	}
}

func TestReportingPeriod(t *testing.T) {
	d := &Dataset{Series: []Series{level("a", "亿元", Nominal, obs("2023-11", "1"), obs("2023-12", "")), level("b", "亿元", Nominal, obs("2022", "5"), obs("2023年1-11月", "9"))}}
	if got := d.ReportingPeriod(); got != ToDate(2023, 11) {
		t.Errorf("the latest period with a value is %v", got)
	}
	if o, ok := d.Series[1].Latest(Cumulative); !ok || o.Period != ToDate(2023, 11) {
		t.Errorf("latest cumulative: %v, %v", o.Period, ok)
	}
	d.Info.Period = Year(2022)
	if got := d.ReportingPeriod(); got != Year(2022) {
		t.Errorf("the period named gives way to %v", got)
	}
	d.Targets = []Target{{Series: "a", Year: 2022}, {Series: "b"}, {Series: "a", Year: 2023}}
	if got := d.TargetsOf("a"); len(got) != 2 || got[0].Year != 2022 {
		t.Errorf("targets of a: %v", got)
	}
}

func BenchmarkGrowthAt(b *testing.B) {
	var o []Observation
	for m := NewMonth(2003, 1); m <= NewMonth(2023, 11); m++ {
		o = append(o, Observation{Period: MonthOf(m), Value: dec("101.5")})
	}
	d := &Dataset{Series: []Series{level("a", "亿元", Nominal, o...)}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.GrowthAt("a", MonthOf(NewMonth(2023, 11)), YearOnYear); err != nil {
			b.Fatal(err)
		}
	}
}

// The year so far grows by the sums of its months, where those are all known.
func TestGrowthOfSum(t *testing.T) {
	d := &Dataset{Series: []Series{
		level("power", "万千瓦时", UnknownPrices, obs("2022-01", "10"), obs("2022-02", "30"), obs("2023-01", "20"), obs("2023-02", "30"), obs("2023-03", "30")),
		level("output", "亿元", Real, obs("2022-01", "10"), obs("2022-02", "30"), obs("2023-01", "20"), obs("2023-02", "30")),
	}}
	if q, err := d.GrowthOfSumAt("power", ToDate(2023, 2)); err != nil || q.Value.String() != "25" {
		t.Error(q.Value, err)
	}
	if _, err := d.GrowthOfSumAt("power", ToDate(2023, 3)); !errors.Is(err, ErrNoBase) {
		t.Error(err)
	}
	if _, err := d.GrowthOfSumAt("output", ToDate(2023, 2)); !errors.Is(err, ErrNotComparable) {
		t.Error(err)
	}
}
