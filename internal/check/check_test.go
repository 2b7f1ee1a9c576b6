package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

func obs(t *testing.T, period, value string) indicator.Observation {
	t.Helper()
	p, err := indicator.ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	o := indicator.Observation{Period: p}
	if value == "" {
		o.Status = indicator.NotAvailable
	} else {
		o.Value = decimal.RequireFromString(value)
	}
	return o
}

// table makes observations from period, value, period, value… in the cells C2,
// C3…
func table(t *testing.T, pv ...string) []indicator.Observation {
	var out []indicator.Observation
	for i := 0; i < len(pv); i += 2 {
		o := obs(t, pv[i], pv[i+1])
		o.Cell = indicator.Cell{Sheet: "数据", Addr: fmt.Sprintf("C%d", i/2+2)}
		out = append(out, o)
	}
	return out
}

func text(s string) indicator.Text { return indicator.Text{ZH: s, EN: s} }

func series(id string, m indicator.Measure, unit string, p indicator.Prices, o []indicator.Observation) indicator.Series {
	s := indicator.Series{ID: id, Cell: indicator.Cell{Sheet: "指标", Addr: "A2"}, Name: text(id), Unit: indicator.ParseUnit(text(unit)), Measure: m, Basis: indicator.Flow, Prices: p, Observations: o}
	if m == indicator.Growth {
		s.Of, s.Compare = strings.TrimSuffix(id, ".yoy"), indicator.YearOnYear
	}
	s.Sort()
	return s
}

// finding is what a case expects: one diagnostic of that code, severity and
// cell, both of whose messages say the figure. The zero finding is none.
type finding struct {
	severity diagnostic.Severity
	code     string
	cell     string
	says     string
}

type testCase struct {
	name string
	d    *indicator.Dataset
	want finding
}

func run(t *testing.T, cases []testCase) {
	t.Helper()
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			list := Dataset(tc.d)
			if tc.want == (finding{}) {
				if len(list) != 0 {
					t.Errorf("found %v, want nothing", list)
				}
				return
			}
			if len(list) != 1 {
				t.Fatalf("found %v, want one %s", list, tc.want.code)
			}
			got := list[0]
			if got.Severity != tc.want.severity || got.Code != tc.want.code || got.Cell.String() != tc.want.cell || got.Cell.File != file {
				t.Errorf("found %s %s at %s, want %v", got.Severity, got.Code, got.Place(), tc.want)
			}
			for _, m := range []string{got.Message.ZH, got.Message.EN} {
				if m == "" || !strings.Contains(m, tc.want.says) {
					t.Errorf("%q does not say %q", m, tc.want.says)
				}
				for _, bad := range []string{"%!", "“”", "  "} {
					if strings.Contains(m, bad) {
						t.Errorf("%q contains %q", m, bad)
					}
				}
			}
		})
	}
}

const file = "x.xlsx"

func data(s ...indicator.Series) *indicator.Dataset {
	return &indicator.Dataset{File: file, Series: s}
}

// level is a flow of money, id a.
func level(t *testing.T, pv ...string) indicator.Series {
	return series("a", indicator.Level, "亿元", indicator.Nominal, table(t, pv...))
}

// growth belongs to a.
func growth(t *testing.T, p indicator.Prices, pv ...string) indicator.Series {
	return series("a.yoy", indicator.Growth, "%", p, table(t, pv...))
}

func stock(s indicator.Series) indicator.Series {
	s.Basis = indicator.Stock
	return s
}

// mark gives the observation of a period a status.
func mark(s indicator.Series, p indicator.Period, st indicator.Status) indicator.Series {
	for i := range s.Observations {
		if s.Observations[i].Period == p {
			s.Observations[i].Status = st
		}
	}
	return s
}

func TestLimit(t *testing.T) {
	var d indicator.Dataset
	for i := range 50 {
		s := series("a", indicator.Level, "亿元", "", table(t, "2022", "1"))
		s.Name = indicator.Text{ZH: fmt.Sprintf("零售额%d", i)}
		d.Series = append(d.Series, s)
	}
	list := Dataset(&d)
	if len(list) != perCode+1 || !strings.Contains(list[perCode].Message.EN, "30 more") {
		t.Errorf("%d findings, the last %v", len(list), list[len(list)-1])
	}
}

func hasCode(list diagnostic.List, code string) bool {
	for _, d := range list {
		if d.Code == code {
			return true
		}
	}
	return false
}

func decimalOf(s string) indicator.Decimal { return decimal.RequireFromString(s) }
