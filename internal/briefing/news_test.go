package briefing

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

// A headline sets the year so far of one indicator against the year so far of
// another, where both are known; else what is known of it.
func TestHeadlineOfOneBasis(t *testing.T) {
	monthly := func(id, zh, en string, toDate bool, months ...string) []indicator.Series {
		var levels, rates []string
		sum := 0
		for m, v := range months {
			sum += 10
			levels, rates = append(levels, fmt.Sprintf("2023-%02d 10", m+1)), append(rates, fmt.Sprintf("2023-%02d %s", m+1, v))
			if toDate && m > 0 {
				levels, rates = append(levels, fmt.Sprintf("2023-01..2023-%02d %d", m+1, sum)), append(rates, fmt.Sprintf("2023-01..2023-%02d 4.%d", m+1, m))
			}
		}
		return []indicator.Series{series(id, zh, en, "亿元|RMB 100 million", levels...), growthOf(id, rates...)}
	}
	for _, c := range []struct {
		toDate bool
		want   Text
	}{
		{true, both("1—6月甲同比增长4.5%；乙累计增速至少连续五个月加快", "Alpha grew 4.5% year on year in January–June; cumulative growth in beta has quickened for at least five months running")},
		{false, both("1—6月甲同比增长4.5%；乙6月下降1.0%，此前至少连续五个月增长", "Alpha grew 4.5% year on year in January–June; beta fell 1.0% in June, after at least five months of growth")},
	} {
		d := &indicator.Dataset{File: "t.xlsx"}
		d.Series = append(monthly("a", "甲", "Alpha", true, "5", "5", "5", "5", "5", "5"), monthly("b", "乙", "Beta", c.toDate, "3", "3", "3", "3", "3", "-1")...)
		d.Info.Period = indicator.ToDate(2023, 6)
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		if b.Headline != c.want {
			t.Errorf("%v, want %v", b.Headline, c.want)
		}
	}
}

// Prices rise or fall, not their index.
func TestOfPrices(t *testing.T) {
	for name, want := range map[Text]Text{
		both("新建住宅价格指数", "Sales price index of new dwellings"):  both("新建住宅价格", "Sales prices of new dwellings"),
		both("居民消费价格指数（衣着）", "Consumer price index (clothing)"): both("居民消费价格（衣着）", "Consumer prices (clothing)"),
		both("工业生产指数", "Index of industrial production"):        both("工业生产指数", "Index of industrial production"),
	} {
		s := series("x", name.ZH, name.EN, "上年=100|previous year = 100")
		if got := (&reading{s: &s}).ofPrices().label(); got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
