package sources

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// said lays out all that a Dataset says, but for cells, one fact a line.
func said(d *indicator.Dataset) string {
	var b strings.Builder
	fmt.Fprintf(&b, "info %+v\n", d.Info)
	for _, s := range d.Series {
		fmt.Fprintf(&b, "series %s %v %v %v %s %s %s %v %d %v of=%s %s %s\n", s.ID, s.Name, s.Short, s.Unit,
			s.Measure, s.Basis, s.Direction, s.Group, s.Decimals, s.Note, s.Of, s.Compare, s.Prices)
		for _, o := range s.Observations {
			fmt.Fprintf(&b, "  %s", o.Period)
			if o.Status.HasValue() {
				fmt.Fprintf(&b, " %s", o.Value)
			}
			fmt.Fprintf(&b, " (%s)", o.Status)
			if o.Previous != nil {
				fmt.Fprintf(&b, " was %s", o.Previous)
			}
			b.WriteByte('\n')
		}
	}
	for _, t := range d.Targets {
		fmt.Fprintf(&b, "target %s %d %s %s %s %s ref=%s %v\n", t.Series, t.Year, t.Kind, t.Bound, t.Value, t.Upper, t.Ref, t.Text)
	}
	for _, h := range d.Highlights {
		fmt.Fprintf(&b, "highlight %v %v %v\n", h.Group, h.Name, h.Point)
	}
	return b.String()
}

func diffLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := 0; i < max(len(g), len(w)); i++ {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Fatalf("line %d\n got %s\nwant %s", i+1, a, b)
		}
	}
}

func logList(t *testing.T, list diagnostic.List) {
	t.Helper()
	for _, d := range list {
		t.Logf("%s %s %s: %s", d.Severity, d.Code, d.Place(), d.Message.EN)
	}
}

func TestRoundTrip(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		t.Run(lang, func(t *testing.T) {
			want := exampleDataset()
			var buf bytes.Buffer
			if err := WriteStandard(&buf, want, lang); err != nil {
				t.Fatal(err)
			}
			got, list := readTest("example.xlsx", buf.Bytes())
			if got == nil || len(list) > 0 {
				logList(t, list)
				t.Fatal("expected a dataset and no diagnostics")
			}
			diffLines(t, said(got), said(want))
		})
	}
}

func TestBytesDependOnContentOnly(t *testing.T) {
	write := func() []byte {
		var buf bytes.Buffer
		if err := WriteTemplate(&buf, "zh"); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	first := write()
	for range 5 {
		if !bytes.Equal(first, write()) {
			t.Fatal("two runs wrote different bytes")
		}
	}
}

// TestRoundTripOfAll: whatever a standard workbook can say comes back, of all
// periods, statuses and bounds.
func TestRoundTripOfAll(t *testing.T) {
	var periods []indicator.Period
	for m := 1; m <= 12; m++ {
		periods = append(periods, span(2022, m, m))
		if m > 1 {
			periods = append(periods, span(2022, 1, m))
		}
	}
	periods = append(periods, span(2022, 4, 6), span(2022, 7, 9), span(2022, 10, 12), span(2022, 7, 12), span(2022, 3, 5),
		indicator.Period{From: indicator.NewMonth(2021, 11), To: indicator.NewMonth(2022, 2)})
	statuses := []indicator.Status{indicator.Normal, indicator.Preliminary, indicator.Revised, indicator.Estimated,
		indicator.NotAvailable, indicator.NotApplies, indicator.Confidential}
	s := indicator.Series{ID: "a-1_b", Name: text("名称", ""), Unit: indicator.ParseUnit(text("万人", "")), Measure: indicator.Level,
		Basis: indicator.Flow, Prices: indicator.Real, Direction: indicator.Neutral, Decimals: -1}
	s.Unit.Text.EN = indicator.EnglishUnit(s.Unit)
	g := &growthSet{decimals: 3}
	for i, p := range periods {
		for k, add := range []func(indicator.Observation){
			func(o indicator.Observation) { s.Observations = append(s.Observations, o) },
			func(o indicator.Observation) { g.observations = append(g.observations, o) },
		} {
			o := indicator.Observation{Period: p, Status: statuses[(i*(k+2)+k)%len(statuses)]}
			if o.Status.HasValue() {
				o.Value = dec(fmt.Sprintf("%d.125", i-9-k))
			}
			if k == 0 && o.Status == indicator.Revised {
				before := dec("0.5")
				o.Previous = &before
			}
			add(o)
		}
	}
	sortObservations(s.Observations)
	sortObservations(g.observations)
	d := &indicator.Dataset{Info: indicator.Info{Title: text("标题", "Title")}, Series: []indicator.Series{s, growthSeries(s, g)}}
	for _, kind := range []string{kindStock, kindRate, kindIndex, kindShare} {
		m, b := measureOf(kind)
		o := indicator.Observation{Period: span(2022, 12, 12), Value: dec("-0.30"), Status: indicator.Normal}
		o.Value = indicator.Clean(o.Value)
		d.Series = append(d.Series, indicator.Series{ID: kind, Name: text("某"+kind, "Some "+kind), Unit: indicator.ParseUnit(text("%", "%")),
			Measure: m, Basis: b, Prices: indicator.UnknownPrices, Direction: indicator.DownIsGood, Decimals: 0, Observations: []indicator.Observation{o}})
	}
	for i, c := range boundChoices {
		target := indicator.Target{Series: kindShare, Year: 2020 + i, Kind: indicator.RateTarget, Bound: indicator.Bound(c.value), Text: text("表述", "words")}
		if target.Bound.HasValue() {
			target.Value = dec("1.5")
		}
		if target.Bound == indicator.Between {
			target.Upper = dec("2.5")
		}
		if target.Bound == indicator.Relative {
			target.Ref = "a-1_b"
		}
		d.Targets = append(d.Targets, target)
	}
	for _, lang := range []string{"zh", "en"} {
		var buf bytes.Buffer
		if err := WriteStandard(&buf, d, lang); err != nil {
			t.Fatal(err)
		}
		got, list := readTest("x.xlsx", buf.Bytes())
		if len(list) > 0 {
			logList(t, list)
			t.Fatal("expected no findings")
		}
		diffLines(t, said(got), said(d))
	}
}
