package samples

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"jianbao/internal/indicator"
	"jianbao/sources"
)

var update = flag.Bool("update", false, "write the workbooks anew")

// TestWorkbooks holds the workbooks in this folder against the datasets.
func TestWorkbooks(t *testing.T) {
	for _, s := range Workbooks() {
		t.Run(s.Name, func(t *testing.T) {
			if *update {
				var buf bytes.Buffer
				if err := sources.WriteStandard(&buf, s.Data, "zh"); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(s.Name, buf.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			reading := sources.Read(s.Name, sources.Options{})
			got := reading.Dataset
			for _, d := range reading.Diagnostics {
				t.Errorf("%s %s %s: %s", d.Severity, d.Code, d.Place(), d.Message.EN)
			}
			if got == nil {
				t.Fatal("no dataset")
			}
			have, want := strings.Split(said(got), "\n"), strings.Split(said(s.Data), "\n")
			for i := range min(len(have), len(want)) {
				if have[i] != want[i] {
					t.Fatalf("line %d\n got %s\nwant %s", i+1, have[i], want[i])
				}
			}
			if len(have) != len(want) {
				t.Fatalf("%d facts, want %d", len(have), len(want))
			}
		})
	}
}

// TestJingyue holds the sample against the figures that were reported.
func TestJingyue(t *testing.T) {
	d := Jingyue()
	for id, want := range map[string]string{
		"grp": "432.6 亿元", "fai": "211.9 亿元", "projects": "118 个", "outbound-events": "28 场", "inbound-invitations": "337 次",
		"contracted-investment": "343.55 亿元", "tax-relief": "31.8 亿元", "subsidies": "880.81 万元", "market-entities": "14533 户",
	} {
		s := d.Find(id)
		if s == nil || len(s.Observations) != 1 {
			t.Errorf("%s: expected one observation", id)
		} else if got := s.Observations[0].Value.String() + " " + s.Unit.Text.ZH; got != want || s.Observations[0].Period != indicator.Year(2022) {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	var targets []string
	for _, g := range d.Targets {
		targets = append(targets, g.Series+" "+g.Value.String()+g.Ref)
		if g.Series != "grp" && g.Series != "fai" && len(d.Find(g.Series).Observations) > 0 {
			t.Errorf("%s: a value that was not reported", g.Series)
		}
	}
	want := "grp 7.2, fai 5, industrial-output 18, retail 15, services-revenue 10, fiscal-revenue 10, resident-income 0grp"
	if got := strings.Join(targets, ", "); got != want {
		t.Errorf("targets %s, want %s", got, want)
	}
	groups := map[string]int{}
	for _, h := range d.Highlights {
		groups[h.Group.ZH]++
		if h.Point.ZH == "" || h.Point.EN == "" || h.Group.EN == "" || (h.Name.ZH == "") != (h.Name.EN == "") {
			t.Errorf("highlight in one language: %+v", h)
		}
	}
	if got := fmt.Sprint(groups); got != "map[2022年政策举措:3 建设“七个净月”:7 打好“三张牌”:3 提升“五大能力”:5 施工图:1]" {
		t.Errorf("highlights %s", got)
	}
}

// TestMonthlyAddsUp: cumulative values are the sums of their months, and
// growth is that of the levels.
func TestMonthlyAddsUp(t *testing.T) {
	d := Monthly()
	sums, rates := 0, 0
	for _, s := range d.Series {
		at := map[indicator.Period]indicator.Observation{}
		for _, o := range s.Observations {
			at[o.Period] = o
		}
		for _, o := range s.Observations {
			if s.Measure == indicator.Growth {
				continue
			}
			month, okMonth := at[indicator.MonthOf(o.Period.To)]
			before, okBefore := at[indicator.Period{From: o.Period.From, To: o.Period.To - 1}]
			if o.Period == o.Period.ToDate() && okMonth && okBefore {
				sums++
				if !before.Value.Add(month.Value).Equal(o.Value) {
					t.Errorf("%s %s: %s + %s is not %s", s.ID, o.Period, before.Value, month.Value, o.Value)
				}
			}
			base, ok := at[indicator.Period{From: o.Period.From - 12, To: o.Period.To - 12}]
			growth := d.GrowthOf(s.ID, indicator.YearOnYear)
			if !ok || growth == nil {
				continue
			}
			rates++
			want := o.Value.Div(base.Value).Sub(dec("1")).Mul(dec("100")).Round(1)
			if got, ok := growth.At(o.Period); !ok || !got.Value.Equal(want) {
				t.Errorf("%s %s: growth %s, want %s", s.ID, o.Period, got.Value, want)
			}
		}
	}
	if sums < 60 || rates < 80 {
		t.Errorf("only %d sums and %d rates were there to check", sums, rates)
	}
}

// said lays out all that a dataset says, but for cells, one fact a line.
func said(d *indicator.Dataset) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", d.Info)
	for _, s := range d.Series {
		observations := s.Observations
		s.Observations, s.Cell, s.OwnID = nil, indicator.Cell{}, false
		fmt.Fprintf(&b, "%+v\n", s)
		for _, o := range observations {
			fmt.Fprintf(&b, "%s %s %s (%s)", s.ID, o.Period, o.Value, o.Status)
			if o.Previous != nil {
				fmt.Fprintf(&b, " was %s", o.Previous)
			}
			b.WriteByte('\n')
		}
	}
	for _, t := range d.Targets {
		t.Cell = indicator.Cell{}
		fmt.Fprintf(&b, "%+v\n", t)
	}
	for _, h := range d.Highlights {
		h.Cell, h.CellEN = indicator.Cell{}, indicator.Cell{}
		fmt.Fprintf(&b, "%+v\n", h)
	}
	return b.String()
}
