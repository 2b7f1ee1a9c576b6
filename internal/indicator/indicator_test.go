package indicator

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"
)

func dec(s string) Decimal { return decimal.RequireFromString(s) }

func TestParsePeriod(t *testing.T) {
	for in, want := range map[string]string{
		"2022": "2022-01…2022-12", "2022年": "2022-01…2022-12", "２０２２年": "2022-01…2022-12", "2022年全年": "2022-01…2022-12",
		"2023-11": "2023-11", "2023年11月": "2023-11", "2023.11": "2023-11", "2023/1": "2023-01", "202311": "2023-11", "2023年11月末": "2023-11",
		"2023年1—11月": "2023-01…2023-11", "2023年1-11月": "2023-01…2023-11", "2023年1月－11月": "2023-01…2023-11", "2023年1~2月": "2023-01…2023-02",
		"2023-01..2023-11": "2023-01…2023-11", "2023-01…2023-11": "2023-01…2023-11", "2023.1-11月": "2023-01…2023-11",
		"2023Q3": "2023-07…2023-09", "2023年三季度": "2023-07…2023-09", "2023年第4季度": "2023-10…2023-12", "Q1 2023": "2023-01…2023-03",
		"2023年上半年": "2023-01…2023-06", "2023H2": "2023-07…2023-12", "2023年前三季度": "2023-01…2023-09",
		"Nov 2023": "2023-11", "November 2023": "2023-11", "2023 May": "2023-05", "Jan–Nov 2023": "2023-01…2023-11", "January-November 2023": "2023-01…2023-11",
	} {
		got, err := ParsePeriod(in)
		if err != nil || got.String() != want {
			t.Errorf("%s: %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "11月", "1-11月", "2023-13", "2023年0月", "2021-2025年", "2023-11-05", "abc", "三季度", "2023年11-1月", "20231", "99999", "Foo 2023"} {
		if got, err := ParsePeriod(in); err == nil {
			t.Errorf("%q was read as %v", in, got)
		}
	}
}

func TestPeriodKinds(t *testing.T) {
	for in, want := range map[string]PeriodKind{
		"2023-01": Monthly, "2023-11": Monthly, "2023Q1": Quarterly, "2023年1-2月": Cumulative, "2023年1-3月": Quarterly,
		"2023H1": HalfYearly, "2023年1-9月": Cumulative, "2023": Annual, "2023-02..2023-05": OtherSpan, "2022-11..2023-10": OtherSpan,
	} {
		p, err := ParsePeriod(in)
		if err != nil || p.Kind() != want {
			t.Errorf("%s: %v, %v; want %s", in, p.Kind(), err, want)
		}
	}
	if got := ToDate(2023, 11).Previous(); got != ToDate(2023, 10) {
		t.Errorf("before January–November comes %v", got)
	}
	if got := MonthOf(NewMonth(2023, 1)).Previous(); got != MonthOf(NewMonth(2022, 12)) {
		t.Errorf("before January comes %v", got)
	}
}

func TestParseValue(t *testing.T) {
	for _, tc := range []struct {
		in, want string
		st       Status
	}{
		{"432.6", "432.6", ""}, {"1,234.5", "1234.5", ""}, {"１２．５", "12.5", ""}, {"7.2%", "7.2", ""}, {"＋7.2％", "7.2", ""}, {" −0.3 ", "-0.3", ""},
		{"（12.3）", "-12.3", ""}, {"(1,200)", "-1200", ""}, {"432.6(p)", "432.6", Preliminary}, {"432.6 r", "432.6", Revised}, {"5*", "5", ""}, {"13.1①", "13.1", ""},
		{"1.5E+3", "1500", ""}, {"7.199999999999999", "7.2", ""}, {"0.30000000000000004", "0.3", ""}, {"12 345.6", "12345.6", ""},
	} {
		v, st, err := ParseValue(tc.in)
		if err != nil || !v.Equal(dec(tc.want)) || st != tc.st {
			t.Errorf("%q: %v %q %v; want %s %q", tc.in, v, st, err, tc.want, tc.st)
		}
	}
	for in, want := range map[string]Status{"": NotAvailable, "-": NotAvailable, "—": NotAvailable, "…": NotAvailable, "...": NotAvailable, "n/a": NotAvailable, "NA": NotAvailable, ":": NotAvailable, "x": NotApplies, "#": Confidential, "(c)": Confidential} {
		if v, st, err := ParseValue(in); err != nil || st != want || st.HasValue() {
			t.Errorf("%q: %v %q %v; want status %q", in, v, st, err, want)
		}
	}
	for _, in := range []string{"abc", "约5", "1,23", "12,3456", "1.2.3", "5亿元", "--5", "(5", "1e999", "0x10", "增长"} {
		var ve *ValueError
		if v, _, err := ParseValue(in); !errors.As(err, &ve) {
			t.Errorf("%q was read as %v", in, v)
		}
	}
}

// 四舍五入 on the decimal: half away from zero, never to even, never on a
// binary float.
func TestRound(t *testing.T) {
	for _, tc := range []struct {
		in     string
		places int
		want   string
	}{{"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"0.05", 1, "0.1"}, {"1.005", 2, "1.01"}, {"2.675", 2, "2.68"}, {"-0.04", 1, "0"}, {"463.7472", 1, "463.7"}} {
		if got := Round(dec(tc.in), tc.places); !got.Equal(dec(tc.want)) {
			t.Errorf("%s to %d: %v, want %s", tc.in, tc.places, got, tc.want)
		}
	}
}

func TestParseUnit(t *testing.T) {
	for _, tc := range []struct {
		zh, en string
		base   string
		scale  int
	}{
		{"亿元", "", "CNY", 8}, {"万元", "", "CNY", 4}, {"元", "", "CNY", 0}, {"万亿元", "", "CNY", 12}, {"亿美元", "", "USD", 8}, {"万人", "", "person", 4},
		{"亿千瓦时", "", "kWh", 8}, {"万吨", "", "tonne", 4}, {"%", "", "percent", 0}, {"％", "", "percent", 0}, {"户", "entities", "household", 0}, {"", "RMB 100 million", "CNY", 8},
		{"", "10 thousand persons", "person", 4}, {"", "million kWh", "kWh", 6}, {"", "100 million yuan", "CNY", 8}, {"百万美元", "", "USD", 6}, {"奇怪", "", "", 0}, {"", "", "", 0},
	} {
		u := ParseUnit(Text{tc.zh, tc.en})
		if u.Base != tc.base || u.Scale != tc.scale {
			t.Errorf("%q %q: base %q scale %d, want %q %d", tc.zh, tc.en, u.Base, u.Scale, tc.base, tc.scale)
		}
	}
	for zh, en := range map[string]string{"亿元": "RMB 100 million", "万人": "10 thousand persons", "%": "%", "亿千瓦时": "100 million kWh", "亿美元": "US$ 100 million"} {
		if got := EnglishUnit(ParseUnit(Text{ZH: zh})); got != en {
			t.Errorf("%s: %q, want %q", zh, got, en)
		}
	}
}

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

func TestAttain(t *testing.T) {
	ytd := "2023年1-11月"
	d := &Dataset{Series: []Series{
		level("gdp", "亿元", Real), growth("gdp", obs(ytd, "6.5")),
		level("fai", "亿元", Nominal), growth("fai", obs(ytd, "5.4"), obs("2023-11", "9")),
		level("monthly", "亿元", Nominal), growth("monthly", obs("2023-11", "9")),
		level("jobs", "万人", Nominal, obs(ytd, "11")),
		{ID: "unemployment", Measure: Rate, Basis: Flow, Direction: DownIsGood, Observations: []Observation{obs("2023-10", "5.4"), obs("2023-11", "5.6")}},
		level("loans", "亿元", Nominal, obs("2023-11", "95")),
		level("empty", "亿元", Nominal),
		{ID: "quarterly rate", Measure: Rate, Basis: Flow, Direction: DownIsGood, Observations: []Observation{obs("2023Q1", "5.6"), obs("2023Q2", "5.3"), obs("2023Q3", "5.0")}},
		level("quarterly", "亿元", Real), growth("quarterly", obs("2023Q1", "9"), obs("2023Q2", "6"), obs("2023Q3", "4")),
		level("late", "亿元", Real), growth("late", obs("2023年1-10月", "6"), obs("2023-11", "4")),
		level("loss", "亿元", Nominal, obs(ytd, "-3")),
	}}
	d.Find("loans").Basis = Stock
	at, _ := ParsePeriod(ytd)
	tg := func(id string, k TargetKind, b Bound, v string) Target {
		x := Target{Series: id, Year: 2023, Kind: k, Bound: b}
		if v != "" {
			x.Value = dec(v)
		}
		return x
	}
	between := tg("fai", GrowthTarget, Between, "5")
	between.Upper = dec("6")
	inStep := tg("fai", GrowthTarget, Relative, "")
	inStep.Ref = "gdp"
	lost := inStep
	lost.Ref = "empty"
	for _, tc := range []struct {
		name   string
		target Target
		want   Verdict
		gap    string
		basis  string
	}{
		{"exactly, short of it", tg("gdp", GrowthTarget, Exactly, "7.2"), Behind, "-0.7", YearToDate},
		{"at least, beyond", tg("fai", GrowthTarget, AtLeast, "5"), Ahead, "0.4", YearToDate},
		{"at least, met", tg("fai", GrowthTarget, AtLeast, "5.4"), OnTrack, "0", YearToDate},
		{"about, within half a point", tg("gdp", GrowthTarget, About, "7"), OnTrack, "-0.5", YearToDate},
		{"about, below", tg("gdp", GrowthTarget, About, "7.1"), Behind, "-0.6", YearToDate},
		{"range", between, OnTrack, "0.4", YearToDate},
		{"in step, 1.1 below", inStep, Behind, "-1.1", YearToDate},
		{"reference without figures", lost, NotComparable, "0", YearToDate},
		{"a month alone", tg("monthly", GrowthTarget, AtLeast, "10"), Behind, "-1", LatestOnly},
		{"ceiling broken", tg("unemployment", RateTarget, AtMost, "5.5"), Behind, "0.1", EndOfSpan},
		{"ceiling kept", tg("unemployment", RateTarget, AtMost, "5.6"), OnTrack, "0", EndOfSpan},
		{"level on schedule", tg("jobs", LevelTarget, AtLeast, "12"), OnTrack, "0", YearToDate},
		{"level behind schedule", tg("jobs", LevelTarget, AtLeast, "20"), Behind, "", YearToDate},
		{"stock", tg("loans", LevelTarget, AtLeast, "100"), Behind, "-5", EndOfSpan},
		{"the latest quarter's rate, not the first's", tg("quarterly rate", RateTarget, AtMost, "5.5"), OnTrack, "-0.5", EndOfSpan},
		{"single quarters are not cumulative", tg("quarterly", GrowthTarget, AtLeast, "5"), Behind, "-1", LatestOnly},
		{"cumulative a month late", tg("late", GrowthTarget, AtLeast, "5"), Ahead, "1", YearToDate},
		{"a loss is no share of a target", tg("loss", LevelTarget, AtLeast, "5"), NotComparable, "0", YearToDate},
		{"no figures", tg("empty", GrowthTarget, AtLeast, "5"), NoData, "0", ""},
		{"words only", tg("fai", GrowthTarget, TextOnly, ""), NotComparable, "0", ""},
	} {
		a := d.Attain(tc.target, at)
		if a.Verdict != tc.want || a.Basis != tc.basis || tc.gap != "" && !a.Gap.Value.Equal(dec(tc.gap)) {
			t.Errorf("%s: %s, gap %v, basis %q; want %s, %s, %q", tc.name, a.Verdict, a.Gap.Value, a.Basis, tc.want, tc.gap, tc.basis)
		}
	}
	if a := d.Attain(tg("gdp", GrowthTarget, Exactly, "7.2"), Year(2022)); a.Verdict != NoData {
		t.Errorf("a target of next year: %s", a.Verdict)
	}
}

func TestImpliedLevel(t *testing.T) {
	d := &Dataset{Series: []Series{level("grp", "亿元", Real, obs("2022", "432.6")), level("industry", "亿元", Real), level("x", "亿元", Real, obs("2021", "5")),
		level("nominal", "亿元", Nominal, obs("2022", "5")), level("cars", "辆", UnknownPrices, obs("2022", "5"))}}
	q, err := d.ImpliedLevel(Target{Series: "grp", Year: 2023, Kind: GrowthTarget, Bound: Exactly, Value: dec("7.2")})
	if err != nil || !q.Value.Equal(dec("463.7472")) || q.Formula != ImpliedByGrowth {
		t.Errorf("432.6 × 1.072 = %v, %v", q.Value, err)
	}
	for name, tg := range map[string]Target{
		"at current prices": {Series: "nominal", Year: 2023, Kind: GrowthTarget, Bound: Exactly, Value: dec("18")},
		"vehicles":          {Series: "cars", Year: 2023, Kind: GrowthTarget, Bound: Exactly, Value: dec("18")},
		"no base":           {Series: "industry", Year: 2023, Kind: GrowthTarget, Bound: Exactly, Value: dec("18")},
		"older base":        {Series: "x", Year: 2023, Kind: GrowthTarget, Bound: Exactly, Value: dec("18")},
		"relative":          {Series: "grp", Year: 2023, Kind: GrowthTarget, Bound: Relative},
		"not growth":        {Series: "grp", Year: 2023, Kind: LevelTarget, Bound: Exactly, Value: dec("500")},
		"a ceiling":         {Series: "grp", Year: 2023, Kind: GrowthTarget, Bound: AtMost, Value: dec("5")},
		"not a known":       {Series: "nowhere", Year: 2023, Kind: GrowthTarget, Bound: Exactly, Value: dec("5")},
	} {
		if q, err := d.ImpliedLevel(tg); err == nil {
			t.Errorf("%s: implied %v", name, q.Value)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2023年1—11月", "2023Q3", "Nov 2023", "202311", "2023-01…2023-11"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil {
			return
		}
		if again, err := ParsePeriod(p.String()); err != nil || again != p {
			t.Errorf("%q is %v, which reads as %v, %v", s, p, again, err)
		}
	})
}

func FuzzParseValue(f *testing.F) {
	for _, s := range []string{"1,234.5(p)", "（7.2％）", "-", "1.5e3", "12①"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, st, err := ParseValue(s)
		if err != nil || !st.HasValue() {
			return
		}
		if again, _, err := ParseValue(v.String()); err != nil || !again.Equal(v) {
			t.Errorf("%q is %v, which reads as %v, %v", s, v, again, err)
		}
	})
}

func FuzzParseUnit(f *testing.F) {
	f.Add("亿元", "RMB 100 million")
	f.Fuzz(func(t *testing.T, zh, en string) { EnglishUnit(ParseUnit(Text{zh, en})) })
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
