package briefing

import (
	"fmt"
	"testing"

	"jianbao/internal/indicator"
)

// grownBy is an indicator of which only growth is published.
func grownBy(id, zh, en, parent, rate string) indicator.Series {
	s := series(id, zh, en, "%|%", "2023 "+rate)
	s.Measure, s.Compare, s.Parent = indicator.Growth, indicator.YearOnYear, parent
	return s
}

// Headline indicators are not cut from a ranking, nor from the tiles, by parts
// that grew more.
func TestHeadlinesStay(t *testing.T) {
	for _, c := range []struct{ heads, parts, rows int }{
		{3, 4, 7}, {7, 9, 7}, {1, 14, 11}, {2, 14, 12}, {14, 0, 12},
	} {
		d := &indicator.Dataset{File: "t.xlsx"}
		for i := range c.heads {
			d.Series = append(d.Series, grownBy(fmt.Sprint("h", i), fmt.Sprintf("总%c", '甲'+rune(i)), fmt.Sprintf("Whole %c", 'A'+rune(i)), "", "5"))
			for k := range c.parts {
				if i == 0 {
					d.Series = append(d.Series, grownBy(fmt.Sprint("p", k), fmt.Sprintf("总甲（项%c）", '子'+rune(k)), fmt.Sprintf("Whole A (part %c)", 'a'+rune(k)), "h0", fmt.Sprint(k+1)))
				}
			}
		}
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, b, d)
		f := b.Figures()[0]
		rows := f.Chart.(*Ranked).Rows
		heads, deep := 0, false
		for _, r := range rows {
			deep = deep || r.Emphasis
			if r.Datum.Value == 5 && r.Name.ZH[:len("总")] == "总" {
				heads++
			}
		}
		if len(rows) != c.rows || heads != min(c.heads, mostRanked) || deep { // a deeper bar would have to be explained
			t.Errorf("%d and %d: %d rows, %d heads, %v", c.heads, c.parts, len(rows), heads, deep)
		}
		if c.heads == 1 {
			if want := both("总甲，2023年比上年增速（%），分项中最快和最慢的各五项", "Whole A: growth over the previous year, 2023 (%); the five fastest and the five slowest parts"); f.Description != want {
				t.Error(f.Description)
			}
			if rows[0].Name != (both("项"+string('子'+rune(13)), "Part n")) {
				t.Error(rows[0].Name)
			}
		}
	}
}

// Of many indicators the tiles take one of each group first.
func TestTilesCoverGroups(t *testing.T) {
	d := &indicator.Dataset{File: "t.xlsx"}
	for i := range 12 {
		s := grownBy(fmt.Sprint("s", i), fmt.Sprintf("项%c", '甲'+rune(i)), fmt.Sprintf("Item %c", 'A'+rune(i)), "", "5")
		s.Group = both("工业", "Industry")
		if i == 10 {
			s.Group = both("价格", "Prices")
		}
		d.Series = append(d.Series, s)
	}
	d.Series[1].Parent, d.Series[2].Parent = "s0", "s0"
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, x := range b.Tiles {
		got += x.Series + " "
	}
	if got != "s0 s3 s4 s5 s6 s7 s8 s10 " {
		t.Error(got)
	}
}
