package briefing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// Parts of a whole: what they brought to real growth where their own is known,
// else their shares; and lines of their growth where there are years enough.
func TestMakeup(t *testing.T) {
	gdp := func(growth bool, n int) *indicator.Dataset {
		d := &indicator.Dataset{File: "t.xlsx"}
		add := func(id, zh, en, parent string, levels, rates []string) {
			s := series(id, zh, en, "亿元|RMB 100 million", upTo2023(levels[len(levels)-n:]...)...)
			s.Parent, s.Prices = parent, indicator.Real
			d.Series = append(d.Series, s)
			if growth || parent == "" {
				g := growthOf(id, upTo2023(rates[len(rates)-n:]...)...)
				g.Prices = indicator.Real
				d.Series = append(d.Series, g)
			}
		}
		add("gdp", "生产总值", "GDP", "", []string{"100", "105", "110", "115", "120", "125", "130"}, []string{"5", "5", "4.8", "4.5", "4.3", "4.2", "4"})
		add("a", "农业", "Farming", "gdp", []string{"10", "10", "10", "10", "10", "10", "10"}, []string{"0", "0", "0", "0", "0", "0", "0"})
		add("b", "工业", "Industry", "gdp", []string{"40", "42", "44", "46", "48", "50", "52"}, []string{"5", "5", "4.8", "4.5", "4.3", "4.2", "4"})
		add("c", "服务业", "Services", "gdp", []string{"50", "53", "56", "59", "62", "65", "68"}, []string{"6", "6", "5.7", "5.4", "5.1", "4.8", "4.6"})
		return d
	}
	for _, c := range []struct {
		growth bool
		years  int
		want   string
	}{
		{true, 7, "contributions-gdp stack, parts-gdp lines"},
		{true, 4, "contributions-gdp stack"},
		{false, 7, "shares-gdp stack"},
		{false, 1, "shares-gdp ranked"},
	} {
		d := gdp(c.growth, c.years)
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		got := ""
		for _, f := range b.Figures() {
			switch x := f.Chart.(type) {
			case *Stack:
				got += ", " + f.ID + " stack"
			case *Lines:
				got += ", " + f.ID + " lines"
				if len(x.Series) != 4 || !x.Series[3].Emphasis || f.Title != both("服务业增速最高，农业最低", "Services grew fastest, farming slowest") {
					t.Errorf("%v, %d lines", f.Title, len(x.Series))
				}
			case *Ranked:
				if f.ID == "shares-gdp" {
					got += ", " + f.ID + " ranked"
					if f.Title != both("服务业占生产总值的52.3%", "Services: 52.3% of GDP") {
						t.Error(f.Title)
					}
				}
			}
		}
		if got != ", "+c.want {
			t.Errorf("%v, %d years: %s", c.growth, c.years, got)
		}
	}
}

// Of more parts than a stack names, those that are smallest in the latest period
// stand as one, with their sum as a number that can be explained.
func TestFolding(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx"}
	add := func(id, zh, en, parent string, levels ...string) {
		s := series(id, zh, en, "万吨|10 thousand tonnes", upTo2023(levels...)...)
		s.Parent = parent
		d.Series = append(d.Series, s)
	}
	add("all", "总量", "Total", "", "100", "100", "100", "100")
	for i, last := range []string{"30", "20", "5", "15", "12", "4", "3", "11"} {
		before := "6"
		if last == "3" {
			before = "58"
		}
		add(fmt.Sprintf("p%d", i), fmt.Sprintf("部分%c", 'A'+i), fmt.Sprintf("Part %c", 'A'+i), "all", before, before, before, last)
	}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b, d)
	got, desc := "", Text{}
	for _, f := range b.Figures() {
		if chart, ok := f.Chart.(*Stack); ok && f.ID == "contributions-all" {
			desc = f.Description
			for _, p := range chart.Parts {
				got += p.Name.ZH + p.Data[len(p.Data)-1].Label.ZH + " "
			}
		}
	}
	if want := "部分A+24.0 部分B+14.0 部分D+9.0 部分E+6.0 部分G−55.0 其他+2.0 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if want := both("各部分对总量增速的拉动（百分点）；其他为部分C、部分F和部分H", "Contributions to growth in total (percentage points); other: part C, part F and part H"); desc != want {
		t.Error(desc)
	}
	if !slices.ContainsFunc(b.Origins, func(o Origin) bool {
		return o.Formula == indicator.SumOfParts && o.Value == "2" && strings.Contains(o.Expression, " + ")
	}) {
		t.Error("the sum of the others has no origin")
	}
}
