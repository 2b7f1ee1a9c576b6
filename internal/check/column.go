package check

import (
	"fmt"
	"math"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// relation is how a period may come to be a copy of another.
type relation int

const (
	periodBefore relation = iota // the month, quarter or year before
	yearBefore
	toDateBefore // of a cumulative period the one before it in its year
	lastMonth    // of a cumulative period its last month alone
	relations
)

// related is the observation that the i-th may be a copy of, −1 for none.
func (v *view) related(i int, r relation) int {
	p := v.Observations[i].Period
	n := p.Months()
	switch r {
	case periodBefore:
		return v.at(indicator.Period{From: p.From - indicator.Month(n), To: p.To - indicator.Month(n)})
	case yearBefore:
		if n < 12 {
			return v.at(p.YearBefore())
		}
	case toDateBefore:
		for m := p.To - 1; p.FromJanuary() && m > p.From && m >= p.To-6; m-- {
			if j := v.at(indicator.Period{From: p.From, To: m}); j >= 0 {
				return j
			}
		}
	case lastMonth:
		if p.FromJanuary() && n > 1 {
			return v.at(indicator.MonthOf(p.To))
		}
	}
	return -1
}

// columnPair is two periods that may be one column copied.
type columnPair struct {
	of, from indicator.Period
	r        relation
}

// duplicatePeriods finds two neighbouring periods whose figures are the same in
// most series: the column of last month copied for this one.
func (c *checker) duplicatePeriods() {
	if len(c.views) < alikeAtLeast {
		return
	}
	count := map[columnPair]int{}
	var order []columnPair
	for k := range c.views {
		v := &c.views[k]
		for r := range relations {
			for _, i := range v.unmoved(r) {
				p := columnPair{v.Observations[i].Period, v.Observations[v.related(i, r)].Period, r}
				if count[p]++; count[p] == alikeAtLeast {
					order = append(order, p)
				}
			}
		}
	}
	for _, p := range order {
		c.copiedColumn(p)
	}
}

// unmoved lists the observations that tell and are the same as those related to
// them. Where a series is commonly the same that is no evidence: it is noted as
// still, and none are listed.
func (v *view) unmoved(r relation) []int {
	var same []int
	both, equal := 0, 0
	for i, x := range v.num {
		j := v.related(i, r)
		if j < 0 || math.IsNaN(x) || math.IsNaN(v.num[j]) {
			continue
		}
		both++
		if x == v.num[j] {
			equal++
			if v.telling(i) {
				same = append(same, i)
			}
		}
	}
	if v.still[r] = equal > 1 && 5*equal > both; v.still[r] {
		return nil
	}
	return same
}

// telling reports whether an observation is too long to come up twice by chance,
// as numbers of schools or districts do year after year.
func (v *view) telling(i int) bool {
	x := v.Observations[i].Value
	n := x.NumDigits()
	return n >= 5 || n >= 3 && (decimalsOf(x) > 0 || v.Unit.IsMoney())
}

// copiedColumn counts the series of which a pair of periods holds the same
// figure. Those that stay as they were in other periods too are no evidence.
func (c *checker) copiedColumn(p columnPair) {
	both, equal, evidence := 0, 0, 0
	var names instances
	for k := range c.views {
		v := &c.views[k]
		i, j := v.at(p.of), v.at(p.from)
		if i < 0 || j < 0 || math.IsNaN(v.num[i]) || math.IsNaN(v.num[j]) || v.still[p.r] {
			continue
		}
		both++
		if v.num[i] != v.num[j] {
			continue
		}
		equal++
		if v.telling(i) {
			evidence++
			n := name(c.owner(v.Series))
			names.add(v.Observations[i].Cell, "“"+n.ZH+"”"+v.Observations[i].Value.String(), "“"+n.EN+"” "+v.Observations[i].Value.String())
		}
	}
	if evidence < alikeAtLeast || 5*equal < 4*both {
		return
	}
	of, from, l := when(p.of), when(p.from), names.text("、", ", ")
	c.add(diagnostic.Warning, "duplicate-period", names.cell,
		fmt.Sprintf("%s与%s的数值在%d个指标中有%d个相同（%s），疑为整列复制后未改。请填入%s的数值，或删去该期。", of.ZH, from.ZH, both, equal, l.ZH, of.ZH),
		fmt.Sprintf("the figures for %s are those for %s in %d of %s (%s), as when a column was copied and not filled in. Enter the figures for %s, or delete them.", of.EN, from.EN, equal, plural(both, "indicator"), l.EN, of.EN))
}
