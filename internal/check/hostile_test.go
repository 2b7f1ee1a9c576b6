package check

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// Five thousand series that all say the same, or nothing sensible, take seconds
// at most.
func TestManySeries(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, value := range map[string]func(k, m int) indicator.Decimal{
		"constant":  func(k, m int) indicator.Decimal { return decimal.New(12345, -1) },
		"same":      func(k, m int) indicator.Decimal { return decimal.New(int64(100000+977*m%7919), -1) },
		"alternate": func(k, m int) indicator.Decimal { return decimal.New(int64(123+k%7), int32(m%2*4)) },
	} {
		d := &indicator.Dataset{File: file}
		for k := range 5_000 {
			s := indicator.Series{ID: fmt.Sprint(k), Name: text(fmt.Sprintf("%d号", k)), Unit: indicator.ParseUnit(text("亿元")), Measure: indicator.Level, Basis: indicator.Flow, Parent: fmt.Sprint(k / 9)}
			for m := range 24 {
				if (m+k)%13 == 0 {
					continue
				}
				s.Observations = append(s.Observations, indicator.Observation{Period: indicator.MonthOf(indicator.NewMonth(2020, 1) + indicator.Month(m)), Value: value(k, m)})
			}
			d.Series = append(d.Series, s)
		}
		start := time.Now()
		list := Dataset(d)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		} else {
			t.Logf("%s: %v, %d findings", name, took, len(list))
		}
	}
}
