package briefing

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// Many indices of one base are small multiples on one scale; each can still be
// had alone.
func TestMultiples(t *testing.T) {
	price := func(i int) indicator.Series {
		zh, en := "居民消费价格指数", "Consumer price index"
		if i > 0 {
			zh, en = fmt.Sprintf("居民消费价格指数（类%c）", '甲'+rune(i)), fmt.Sprintf("Consumer price index (class %c)", 'a'+rune(i))
		}
		if i == 9 {
			zh, en = "出厂价格指数", "Producer price index"
		}
		s := series(fmt.Sprint("i", i), zh, en, "上年同月=100|same month of the previous year = 100", "2023-01 101.4", "2023-02 101.2", "2023-03 100.9", fmt.Sprintf("2023-04 %d.5", 98+i))
		s.Measure = indicator.Index
		return s
	}
	for _, n := range []int{3, 10} {
		d := &indicator.Dataset{File: "t.xlsx"}
		for i := range n {
			d.Series = append(d.Series, price(i))
		}
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		var found *Figure
		for _, f := range b.Figures() {
			if _, ok := f.Chart.(*Panels); ok {
				found = &f
			}
			if n > fewestAlike && strings.HasPrefix(f.ID, GrowthFigure) && f.ID != GrowthFigure+"i0" { // that of page one
				t.Error(f.ID)
			}
		}
		if (found != nil) != (n > fewestAlike) {
			t.Fatalf("%d indices: %v", n, found)
		}
		if found == nil {
			continue
		}
		p := found.Chart.(*Panels)
		if len(p.Panels) != n || !p.Shared || p.Panels[1].Name != both("类"+string('甲'+rune(1)), "Class b") || len(found.Singles) != n {
			t.Errorf("%+v", p.Panels[1])
		}
		if want := both("十项指数中八项同比上涨，两项下降", "Eight of ten indices up year on year, two down"); found.Title != want {
			t.Error(found.Title)
		}
		if !strings.HasSuffix(found.Description.EN, "parts of: consumer price index") {
			t.Error(found.Description)
		}
		if want := both("居民消费价格4月同比下降1.5%，此前至少连续三个月上涨", "Consumer prices fell 1.5% year on year in April, after at least three months of rises"); found.Singles[0].Title != want {
			t.Error(found.Singles[0].Title)
		}
	}
}
