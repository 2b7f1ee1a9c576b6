package check

import (
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// scramble makes a dataset of any bytes: every measure, basis, status and
// bound, periods of all lengths, values of all sizes and signs.
func scramble(b []byte) *indicator.Dataset {
	next := func() int {
		if len(b) == 0 {
			return 0
		}
		v := b[0]
		b = b[1:]
		return int(v)
	}
	measures := []indicator.Measure{indicator.Level, indicator.Growth, indicator.Index, indicator.Share, indicator.Rate}
	prices := []indicator.Prices{indicator.Real, indicator.Nominal, indicator.UnknownPrices, ""}
	statuses := []indicator.Status{indicator.Normal, indicator.Normal, indicator.Revised, indicator.Preliminary, indicator.NotAvailable, indicator.Confidential}
	bounds := []indicator.Bound{indicator.Exactly, indicator.Between, indicator.Relative, indicator.TextOnly, ""}
	kinds := []indicator.TargetKind{indicator.GrowthTarget, indicator.LevelTarget, indicator.RateTarget}
	ids, units := []string{"a", "b", "c", "", "d"}, []string{"亿元", "%", "斗", "", "元/人"}
	d := &indicator.Dataset{File: file}
	if y := next(); y > 0 {
		d.Info.Period = indicator.Year(1900 + y)
	}
	for len(b) > 0 && len(d.Series) < 5 {
		s := indicator.Series{ID: ids[next()%len(ids)], Of: ids[next()%len(ids)], Name: indicator.Text{ZH: "名"}, Measure: measures[next()%len(measures)],
			Basis: []indicator.Basis{indicator.Flow, indicator.Stock}[next()%2], Prices: prices[next()%len(prices)], Compare: indicator.YearOnYear,
			Unit: indicator.ParseUnit(indicator.Text{ZH: units[next()%len(units)]}), Parent: ids[next()%len(ids)], Partial: next()%2 == 1}
		seen := map[indicator.Period]bool{}
		for range next() % 20 {
			from := indicator.NewMonth(2000+next()%6, 1+next()%12)
			p := indicator.Period{From: from, To: from + indicator.Month(next()%14)}
			if seen[p] {
				continue
			}
			seen[p] = true
			s.Observations = append(s.Observations, indicator.Observation{Period: p, Value: decimal.New(int64(next()-100), int32(next()%20-8)), Status: statuses[next()%len(statuses)]})
		}
		s.Sort()
		d.Series = append(d.Series, s)
	}
	for range next() % 4 {
		d.Targets = append(d.Targets, indicator.Target{Series: ids[next()%len(ids)], Year: 2000 + next()%6, Kind: kinds[next()%len(kinds)], Bound: bounds[next()%len(bounds)],
			Ref: ids[next()%len(ids)], Value: decimal.New(int64(next()), 0), Upper: decimal.New(int64(next()), 0)})
	}
	return d
}

func FuzzDataset(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x00\x00\x00\x00\x00\x00\x00\x06\x01\x02\x00\x90\x08\x00\x02\x02\x00\x91\x00\x00"))
	f.Add([]byte(strings.Repeat("jianbao\x05\x01\xf0\x10", 30)))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := scramble(b)
		list := Dataset(d)
		if !reflect.DeepEqual(list, Dataset(d)) {
			t.Error("two runs differ")
		}
		for _, x := range list {
			if x.Code == "" || x.Cell.File != file {
				t.Errorf("%v has no code or file", x)
			}
			for _, m := range []string{x.Message.ZH, x.Message.EN} {
				if m == "" || strings.Contains(m, "%!") {
					t.Errorf("%s: %q", x.Code, m)
				}
			}
		}
	})
}
