package indicator

import "testing"

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
		{ID: "npl", Measure: Rate, Basis: Stock, Direction: DownIsGood, Observations: []Observation{obs("2023-10", "5.4"), obs("2023-11", "5.6")}},
		{ID: "pm", Measure: Level, Basis: Flow, Direction: DownIsGood, Unit: ParseUnit(Text{ZH: "微克/立方米"}), Observations: []Observation{obs("2023-11", "39")}},
		{ID: "cpi", Measure: Index, Basis: Flow, Unit: ParseUnit(Text{ZH: "上年同月=100"}), Observations: []Observation{obs("2023-11", "99.5")}},
		{ID: "to date", Measure: Rate, Basis: Flow, Observations: []Observation{obs(ytd, "5.2"), obs("2023-11", "5.6")}},
		{ID: "so far", Measure: Rate, Basis: Flow, Observations: []Observation{obs("2023年1-10月", "5.3"), obs("2023-11", "5.6")}},
		{ID: "quarterly rate", Measure: Rate, Basis: Flow, Direction: DownIsGood, Observations: []Observation{obs("2023Q1", "5.6"), obs("2023Q2", "5.3"), obs("2023Q3", "5.0")}},
		level("quarterly", "亿元", Real), growth("quarterly", obs("2023Q1", "9"), obs("2023Q2", "6"), obs("2023Q3", "4")),
		level("late", "亿元", Real), growth("late", obs("2023年1-10月", "6"), obs("2023-11", "4")),
		level("loss", "亿元", Nominal, obs(ytd, "-3")),
		level("deposits", "亿元", Nominal, obs("2023-11", "1006")), level("energy", "万吨标准煤", UnknownPrices, obs(ytd, "97")),
		{ID: "air", Measure: Level, Basis: Flow, Direction: DownIsGood, Unit: ParseUnit(Text{ZH: "微克/立方米"}), Observations: []Observation{obs(ytd, "27")}},
		{ID: "rolling", Measure: Rate, Basis: Stock, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2023-08..2023-10", "7"), obs("2023-10", "4")}},
		{ID: "urban", Measure: Share, Basis: Flow, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs(ytd, "66.2")}},
	}}
	d.Find("loans").Basis, d.Find("deposits").Basis = Stock, Stock
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
	itself := tg("gdp", GrowthTarget, Relative, "")
	itself.Ref = "gdp"
	amounts := tg("jobs", LevelTarget, Relative, "")
	amounts.Ref = "energy"
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
		{"a month's rate is not that of the year", tg("unemployment", RateTarget, AtMost, "5.5"), NotComparable, "0", LatestOnly},
		{"nor is the month's mean", tg("pm", LevelTarget, AtMost, "33"), NotComparable, "0", LatestOnly},
		{"nor the month's index", tg("cpi", GrowthTarget, AtMost, "3"), NotComparable, "0", LatestOnly},
		{"ceiling broken", tg("npl", RateTarget, AtMost, "5.5"), Behind, "0.1", EndOfSpan},
		{"ceiling kept", tg("npl", RateTarget, AtMost, "5.6"), OnTrack, "0", EndOfSpan},
		{"a rate of the year so far, with one of the month", tg("to date", RateTarget, AtMost, "5.5"), OnTrack, "-0.3", YearToDate},
		{"that of the year so far, a month late", tg("so far", RateTarget, AtMost, "5.5"), OnTrack, "-0.2", YearToDate},
		{"level on schedule", tg("jobs", LevelTarget, AtLeast, "12"), OnTrack, "0", YearToDate},
		{"level behind schedule", tg("jobs", LevelTarget, AtLeast, "20"), Behind, "", YearToDate},
		{"stock", tg("loans", LevelTarget, AtLeast, "100"), Behind, "-5", EndOfSpan},
		{"the latest quarter's rate, not the first's", tg("quarterly rate", RateTarget, AtMost, "5.5"), NotComparable, "0", LatestOnly},
		{"single quarters are not cumulative", tg("quarterly", GrowthTarget, AtLeast, "5"), Behind, "-1", LatestOnly},
		{"cumulative a month late", tg("late", GrowthTarget, AtLeast, "5"), Ahead, "1", YearToDate},
		{"a loss is no share of a target", tg("loss", LevelTarget, AtLeast, "5"), NotComparable, "0", YearToDate},
		{"a stock about, within a hundredth", tg("deposits", LevelTarget, About, "1000"), OnTrack, "6", EndOfSpan},
		{"a stock about, farther", tg("deposits", LevelTarget, About, "990"), Ahead, "16", EndOfSpan},
		{"a ceiling for the year nearly used up", tg("energy", LevelTarget, AtMost, "100"), Behind, "", YearToDate},
		{"a ceiling for the year with room", tg("energy", LevelTarget, AtMost, "120"), Ahead, "", YearToDate},
		{"an average has no schedule", tg("air", LevelTarget, AtMost, "28"), OnTrack, "-1", YearToDate},
		{"nor has a share", tg("urban", LevelTarget, AtLeast, "66"), Ahead, "0.2", YearToDate},
		{"three months that are no quarter do not stand for the month", tg("rolling", RateTarget, AtLeast, "5"), Behind, "-1", EndOfSpan},
		{"an amount is no rate", tg("jobs", RateTarget, AtLeast, "5"), NotComparable, "0", ""},
		{"a rate has no growth", tg("urban", GrowthTarget, AtLeast, "5"), NoData, "0", ""},
		{"in step with itself", itself, NotComparable, "0", ""},
		{"an amount in step with another", amounts, NotComparable, "0", ""},
		{"an indicator that is not there", tg("nowhere", GrowthTarget, AtLeast, "5"), NotComparable, "0", ""},
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

// Amounts at or below zero have no share: over a whole year they are compared as
// they are, during it only where no later month can change the verdict.
func TestAttainAtOrBelowZero(t *testing.T) {
	for _, tc := range []struct {
		name         string
		period       string
		observed     string
		bound        Bound
		aim          string
		want         Verdict
		gap          string
		final, broke bool
	}{
		{"no accident against none", "2023", "0", AtMost, "0", OnTrack, "0", true, false},
		{"an accident against none", "2023", "1", AtMost, "0", Behind, "1", true, true},
		{"a loss against a profit", "2023", "-0.9", AtLeast, "2", Behind, "-2.9", true, false},
		{"a deficit beyond its floor", "2023", "-43.1", AtLeast, "-40", Behind, "-3.1", true, false},
		{"a deficit within its floor", "2023", "-39", AtLeast, "-40", Ahead, "1", true, false},
		{"no accident so far", "2023年1-9月", "0", AtMost, "0", OnTrack, "0", false, false},
		{"an accident already", "2023年1-9月", "1", AtMost, "0", Behind, "1", false, true},
		{"a deficit so far", "2023年1-9月", "-43.1", AtLeast, "-40", NotComparable, "0", false, false},
		{"a loss so far", "2023年1-9月", "-3.9", AtLeast, "1", NotComparable, "0", false, false},
		{"more than the year's ceiling", "2023年1-9月", "35", AtMost, "30", Behind, "41.67", false, true},
		{"ahead of the calendar under a ceiling", "2023年1-9月", "28", AtMost, "30", Behind, "18.33", false, false},
	} {
		s := level("x", "亿元", Nominal, obs(tc.period, tc.observed))
		d := &Dataset{Series: []Series{s}}
		at, _ := ParsePeriod(tc.period)
		a := d.Attain(Target{Series: "x", Year: 2023, Kind: LevelTarget, Bound: tc.bound, Value: dec(tc.aim)}, at)
		if a.Verdict != tc.want || !Round(a.Gap.Value, 2).Equal(dec(tc.gap)) || a.Final() != tc.final || a.Broken() != tc.broke {
			t.Errorf("%s: %s, gap %s, final %t, broken %t; want %s, %s, %t, %t", tc.name, a.Verdict, a.Gap.Value, a.Final(), a.Broken(), tc.want, tc.gap, tc.final, tc.broke)
		}
	}
}

// What does not add up is final at the end of the target's year.
func TestAttainFinal(t *testing.T) {
	rate := Series{ID: "rate", Measure: Rate, Basis: Flow, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2023-11", "5.1"), obs("2023-12", "5.2")}}
	ratio := rate
	ratio.ID, ratio.Basis = "ratio", Stock
	mean := Series{ID: "mean", Measure: Rate, Basis: Flow, Unit: rate.Unit, Observations: []Observation{obs("2023", "5.3"), obs("2023-12", "5.2")}}
	debt := level("debt", "亿元", Nominal, obs("2023-11", "990"), obs("2023-12", "1020"))
	debt.Basis = Stock
	alone := growth("alone", obs("2023-11", "9"), obs("2023-12", "8"))
	d := &Dataset{Series: []Series{rate, ratio, mean, debt, level("alone", "亿元", Nominal), alone}}
	for _, tc := range []struct {
		id   string
		kind TargetKind
		at   string
		want bool
	}{
		{"rate", RateTarget, "2023-12", false}, {"mean", RateTarget, "2023-12", true}, // December is not the year
		{"ratio", RateTarget, "2023-11", false}, {"ratio", RateTarget, "2023-12", true},
		{"debt", LevelTarget, "2023-11", false}, {"debt", LevelTarget, "2023-12", true},
		{"alone", GrowthTarget, "2023-12", false}, // of December, not of the year
	} {
		at, _ := ParsePeriod(tc.at)
		if a := d.Attain(Target{Series: tc.id, Year: 2023, Kind: tc.kind, Bound: AtMost, Value: dec("1000")}, at); a.Final() != tc.want {
			t.Errorf("%s at %s: final %t", tc.id, tc.at, a.Final())
		}
	}
}

// Where less is better, below an aim is ahead of it; a floor stays a floor.
func TestAttainWhereLessIsBetter(t *testing.T) {
	rate := func(id, v string, m Measure) Series {
		return Series{ID: id, Measure: m, Basis: Flow, Direction: DownIsGood, Unit: ParseUnit(Text{ZH: "%"}), Observations: []Observation{obs("2023年1-11月", v)}}
	}
	d := &Dataset{Series: []Series{rate("low", "4.8", Rate), rate("high", "6.2", Rate), rate("other", "5.4", Rate), rate("share", "5.4", Share)}}
	for _, tc := range []struct {
		id           string
		bound        Bound
		value, upper string
		ref          string
		want         Verdict
	}{
		{"low", Exactly, "5.5", "", "", Ahead}, {"high", Exactly, "5.5", "", "", Behind},
		{"low", About, "5.5", "", "", Ahead}, {"low", About, "5.3", "", "", OnTrack}, {"high", About, "5.5", "", "", Behind},
		{"low", Between, "5", "5.5", "", Ahead}, {"high", Between, "5", "5.5", "", Behind}, {"low", Between, "4.5", "5", "", OnTrack},
		{"low", AtMost, "5.5", "", "", OnTrack}, {"high", AtMost, "5.5", "", "", Behind},
		{"low", AtLeast, "5", "", "", Behind}, {"high", AtLeast, "5", "", "", Ahead},
		{"low", Relative, "0", "", "other", OnTrack}, {"low", Relative, "0", "", "high", Ahead}, {"high", Relative, "0", "", "low", Behind},
		{"low", Relative, "0", "", "share", NotComparable}, {"low", Relative, "0", "", "nowhere", NotComparable},
	} {
		tg := Target{Series: tc.id, Year: 2023, Kind: RateTarget, Bound: tc.bound, Value: dec(tc.value), Ref: tc.ref}
		if tc.upper != "" {
			tg.Upper = dec(tc.upper)
		}
		if a := d.Attain(tg, ToDate(2023, 11)); a.Verdict != tc.want {
			t.Errorf("%s %s %s %s%s: %s, want %s", tc.id, tc.bound, tc.value, tc.upper, tc.ref, a.Verdict, tc.want)
		}
	}
}

// A year that has ended is judged by its own figures, whatever came after.
func TestAttainAfterTheYear(t *testing.T) {
	d := &Dataset{Series: []Series{
		level("jobs", "万人", Nominal, obs("2022", "11.9"), obs("2023年1-11月", "3")), level("gdp", "亿元", Real), growth("gdp", obs("2022", "3"), obs("2023年1-9月", "5")),
	}}
	at, _ := ParsePeriod("2023年1-11月")
	for _, tc := range []struct {
		target Target
		want   Verdict
		share  string
	}{
		{Target{Series: "jobs", Year: 2022, Kind: LevelTarget, Bound: AtLeast, Value: dec("12")}, Behind, "99.1667"}, // no tolerance once the year is over
		{Target{Series: "jobs", Year: 2022, Kind: LevelTarget, Bound: About, Value: dec("12")}, OnTrack, "99.1667"},  // 0.1 of 12 is within a hundredth
		{Target{Series: "jobs", Year: 2022, Kind: LevelTarget, Bound: AtMost, Value: dec("11.9")}, OnTrack, "100"},
		{Target{Series: "gdp", Year: 2022, Kind: GrowthTarget, Bound: AtLeast, Value: dec("5.5")}, Behind, "0"},
	} {
		a := d.Attain(tc.target, at)
		if a.Verdict != tc.want || a.Period != Year(2022) || a.Basis != WholeYear || !Round(a.Share.Value, 4).Equal(dec(tc.share)) {
			t.Errorf("%s %s %v: %s, %v, share %v; want %s, %s", tc.target.Series, tc.target.Bound, tc.target.Value, a.Verdict, a.Period, a.Share.Value, tc.want, tc.share)
		}
	}
	if a := d.Attain(Target{Series: "jobs", Year: 2024, Kind: LevelTarget, Bound: AtLeast, Value: dec("12")}, at); a.Verdict != NoData || !a.Actual.Value.IsZero() || a.Actual.Computed() || a.Basis != "" {
		t.Errorf("a year to come: %+v", a)
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

func BenchmarkAttain(b *testing.B) {
	levels, rates := level("a", "亿元", Real), Series{ID: "a.yoy", Measure: Growth, Of: "a", Compare: YearOnYear, Prices: Real}
	for m := 1; m <= 11; m++ {
		levels.Observations = append(levels.Observations, Observation{Period: ToDate(2023, m), Value: dec("101.5")})
		rates.Observations = append(rates.Observations, Observation{Period: ToDate(2023, m), Value: dec("6.5")})
	}
	d := &Dataset{Series: []Series{levels, rates}}
	for name, t := range map[string]Target{
		"growth": {Series: "a", Year: 2023, Kind: GrowthTarget, Bound: AtLeast, Value: dec("7")},
		"level":  {Series: "a", Year: 2023, Kind: LevelTarget, Bound: AtLeast, Value: dec("120")},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if a := d.Attain(t, ToDate(2023, 11)); a.Verdict != Behind && a.Verdict != OnTrack && a.Verdict != Ahead {
					b.Fatal(a.Verdict)
				}
			}
		})
	}
}
