package briefing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// TestAnyShape composes datasets of every mixture: whatever the source holds,
// a briefing is sound and its two languages agree.
func TestAnyShape(t *testing.T) {
	for seed := range uint64(300) {
		d := anyDataset(rand.New(rand.NewPCG(seed, 7)))
		b, err := Compose(d, Options{})
		if err == ErrEmpty {
			continue
		}
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		sound(t, b, d)
		if t.Failed() {
			t.Fatalf("seed %d\n%s", seed, dump(b))
		}
	}
}

func anyDataset(r *rand.Rand) *indicator.Dataset {
	units := []string{"亿元|RMB 100 million", "万元|RMB 10 thousand", "万人|10 thousand persons", "个|projects", "%|%", "亿千瓦时|100 million kWh", "户|entities", "|", "上年同月=100|same month of previous year = 100"}
	groups := []Text{{}, both("甲组", "Group A"), both("乙组", "Group B")}
	d := &indicator.Dataset{File: "any.xlsx"}
	pick := func(n int) bool { return r.IntN(n) == 0 }
	n := 1 + r.IntN(6)
	for i := range n {
		id := fmt.Sprintf("s%d", i)
		s := series(id, "指标"+string(rune('甲'+i)), fmt.Sprintf("Indicator %c", 'A'+i), units[r.IntN(len(units))])
		s.Group = groups[r.IntN(3)]
		switch {
		case s.Unit.IsPercent():
			s.Measure = indicator.Rate
		case strings.HasPrefix(s.Unit.Text.ZH, "上年"):
			s.Measure = indicator.Index
		case pick(4):
			s.Basis = indicator.Stock
		}
		if pick(3) {
			s.Decimals = r.IntN(3)
		}
		if pick(4) {
			s.Prices = indicator.Real
		}
		periods := anyPeriods(r, s.Basis)
		value := func(spread float64) Decimal {
			return dec(fmt.Sprintf("%.*f", r.IntN(3), r.NormFloat64()*spread+spread))
		}
		fillIn := func(s *indicator.Series, spread float64) {
			for _, p := range periods {
				o := indicator.Observation{Period: p, Cell: Cell{File: "any.xlsx", Sheet: s.ID, Addr: fmt.Sprintf("C%d", int(p.To))}, Value: value(spread)}
				switch r.IntN(12) {
				case 0:
					o.Status = indicator.NotAvailable
				case 1:
					o.Status = indicator.Preliminary
				case 2:
					o.Status = indicator.Revised
					v := value(spread)
					o.Previous = &v
				}
				if !pick(8) {
					s.Observations = append(s.Observations, o)
				}
			}
			s.Sort()
		}
		if !pick(6) {
			fillIn(&s, 300)
		}
		if pick(2) && s.Measure == indicator.Level {
			g := growthOf(id)
			g.Prices = s.Prices
			fillIn(&g, 4)
			d.Series = append(d.Series, s, g)
		} else {
			d.Series = append(d.Series, s)
		}
		if pick(2) {
			d.Targets = append(d.Targets, anyTarget(r, id, s))
		}
	}
	if pick(3) {
		d.Info.Period = indicator.Year(2023)
	} else if pick(3) {
		d.Info.Period = indicator.MonthOf(indicator.NewMonth(2023, 1+r.IntN(12)))
	}
	return d
}

// anyPeriods is a calendar: years, quarters, months, to date or not.
func anyPeriods(r *rand.Rand, b indicator.Basis) []Period {
	var out []Period
	end := 1 + r.IntN(12)
	kind := r.IntN(5)
	for y := 2021; y <= 2023; y++ {
		for m := 1; m <= 12 && (y < 2023 || m <= end); m++ {
			to := indicator.NewMonth(y, m)
			switch {
			case kind == 0 && m == 12, b == indicator.Stock && kind == 1 && m%3 == 0:
				if b == indicator.Stock {
					out = append(out, indicator.MonthOf(to))
				} else {
					out = append(out, indicator.Year(y))
				}
			case kind == 0:
			case b == indicator.Stock:
				out = append(out, indicator.MonthOf(to))
			case kind == 1 && m%3 == 0, kind == 2:
				out = append(out, indicator.ToDate(y, m))
			case kind == 3:
				out = append(out, indicator.MonthOf(to))
			case kind == 4:
				out = append(out, indicator.MonthOf(to))
				if m > 1 {
					out = append(out, indicator.ToDate(y, m))
				}
			}
		}
	}
	return out
}

func anyTarget(r *rand.Rand, id string, s indicator.Series) indicator.Target {
	bounds := []indicator.Bound{indicator.Exactly, indicator.AtLeast, indicator.AtMost, indicator.About, indicator.Between, indicator.Relative, indicator.TextOnly}
	kinds := []indicator.TargetKind{indicator.GrowthTarget, indicator.LevelTarget}
	if s.Measure != indicator.Level {
		kinds = []indicator.TargetKind{indicator.RateTarget}
	}
	t := target(id, 2023+r.IntN(2), kinds[r.IntN(len(kinds))], bounds[r.IntN(len(bounds))], "")
	switch {
	case t.Bound == indicator.Relative:
		t.Kind, t.Ref = indicator.GrowthTarget, "s0"
	case t.Bound == indicator.TextOnly:
		t.Text = both("保持稳定", "to remain stable")
	default:
		t.Value = dec(fmt.Sprint(r.IntN(20) - 4))
		t.Upper = t.Value.Add(dec("1.5"))
	}
	return t
}

// TestPeriodOption: a briefing on an earlier month knows nothing of later ones.
func TestPeriodOption(t *testing.T) {
	b, err := Compose(monthly(), Options{Period: indicator.MonthOf(indicator.NewMonth(2023, 9))})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, monthly())
	if b.Period != both("2023年1—9月", "January–September 2023") {
		t.Errorf("period %v", b.Period)
	}
	for _, s := range b.generated() {
		if strings.Contains(s.ZH, "2023年10月") || strings.Contains(s.ZH, "2023年11月") || strings.Contains(s.EN, "November 2023") {
			t.Errorf("a later month in %q", s.ZH)
		}
	}
}
