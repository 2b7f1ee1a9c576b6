package check

import (
	"fmt"
	"math"
	"strings"

	"jianbao/internal/diagnostic"
)

// alikeAtLeast is how many equal figures make a copy.
const alikeAtLeast = 5

// nearby is among how many series after it the copy of one is looked for.
const nearby = 300

// duplicateSeries finds two indicators of one sheet, under different names, that
// have the same figures: a row or column copied and not filled in. Totals may
// equal their only part, and an indicator may stand in several sheets.
func (c *checker) duplicateSeries() {
	type twins struct {
		a, b  *view
		first int
	}
	var copies []twins
	for i := range c.views {
		a := &c.views[i]
		if a.values < alikeAtLeast {
			continue
		}
		for j := i + 1; j < min(len(c.views), i+nearby); j++ {
			b := &c.views[j]
			if b.values < alikeAtLeast || a.Cell.Sheet != b.Cell.Sheet || a.Measure != b.Measure || !probablyAlike(a, b) {
				continue
			}
			if first, ok := copied(a, b); ok && !c.mayEqual(a, b) {
				copies = append(copies, twins{a, b, first})
				break
			}
		}
	}
	if len(copies) <= 2 {
		for _, x := range copies {
			c.duplicate(x.a, x.b, x.first)
		}
		return
	}
	var found instances
	for _, x := range copies {
		was, is := c.subject(x.a.Series), c.subject(x.b.Series)
		found.add(x.b.Observations[x.first].Cell, is.ZH+"与"+was.ZH, is.EN+" and "+was.EN)
	}
	l := found.text("、", ", ")
	c.add(diagnostic.Info, "duplicate-series", found.cell,
		fmt.Sprintf("有%d对指标的数值相同：%s。总体只有一个组成部分时属正常；否则请核对是否复制后未改。", len(copies), l.ZH),
		fmt.Sprintf("%d pairs of indicators have the same figures: %s. That is as it should be where a total has one part only; otherwise check whether a column was copied and not filled in.", len(copies), l.EN))
}

// probablyAlike looks at a few periods only, so that three hundred series can be
// held against one another.
func probablyAlike(a, b *view) bool {
	const probes = 4
	found := 0
	for k := 1; k <= len(a.num) && found < probes; k++ {
		// from the end in growing steps: the end is where series overlap
		i := len(a.num) - k*(k+1)/2
		if i < 0 {
			break
		}
		if math.IsNaN(a.num[i]) {
			continue
		}
		if j := b.at(a.Observations[i].Period); j >= 0 && !math.IsNaN(b.num[j]) {
			if a.num[i] == b.num[j] {
				return true
			}
			found++
		}
	}
	return false
}

// copied reports whether nine in ten figures of a and b are equal, at least five
// of them of two digits or more and unlike the figure before. It names the
// first.
func copied(a, b *view) (first int, ok bool) {
	equal, differ, telling := 0, 0, 0
	var last float64
	first = -1
	for i, x := range a.num {
		if math.IsNaN(x) {
			continue
		}
		j := b.at(a.Observations[i].Period)
		if j < 0 || math.IsNaN(b.num[j]) {
			continue
		}
		if x != b.num[j] {
			differ++
			continue
		}
		equal++
		if first < 0 {
			first = j
		}
		if x != last && a.Observations[i].Value.NumDigits() > 1 {
			telling++
		}
		last = x
	}
	return first, telling >= alikeAtLeast && 9*differ <= equal
}

// mayEqual reports whether two indicators may well have the same figures: one is
// part of the other, both are named alike, or their units differ only in the
// wording.
func (c *checker) mayEqual(a, b *view) bool {
	if a.Parent != "" && a.Parent == b.ID || b.Parent != "" && b.Parent == a.ID {
		return true
	}
	na, nb := c.owner(a.Series), c.owner(b.Series)
	return sameName(na.Name.ZH, nb.Name.ZH) || sameName(na.Name.EN, nb.Name.EN) || (isAverage(na) != isAverage(nb))
}

// sameName reports whether a name holds the other, as 地区生产总值（现价） does.
func sameName(a, b string) bool {
	a, b = strings.ToLower(strings.Join(strings.Fields(a), " ")), strings.ToLower(strings.Join(strings.Fields(b), " "))
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func (c *checker) duplicate(a, b *view, first int) {
	was, is := c.subject(a.Series), c.subject(b.Series)
	o := b.Observations[first]
	p := when(o.Period)
	c.add(diagnostic.Warning, "duplicate-series", o.Cell,
		fmt.Sprintf("%s与%s的数值相同（%s起，如%s），疑为复制后未改。请核对；确为同一指标的，请删去一个。", is.ZH, was.ZH, p.ZH, o.Value),
		fmt.Sprintf("%s has the same figures as %s (from %s on, %s), as when a column was copied and not filled in. Check them; if they are one indicator, delete one.", is.EN, was.EN, p.EN, o.Value))
}
