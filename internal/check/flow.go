package check

import (
	"fmt"
	"math"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// cumulative: what has been counted since January does not become less. A
// balance may (net exports, a profit that can be a loss), and a series with
// figures below zero is one. The year counts as January to December.
func (c *checker) cumulative(v *view) {
	if !v.AddsUp() || v.anyNegative() {
		return
	}
	var holds []bool
	var steps [][2]int
	before := -1
	for i := range v.Observations {
		o := &v.Observations[i]
		if !o.Period.FromJanuary() || !v.sound(i) {
			continue
		}
		b := before
		before = i
		if b < 0 || v.Observations[b].Period.Year() != o.Period.Year() || (v.Observations[b].Status == indicator.Revised) != (o.Status == indicator.Revised) {
			continue
		}
		holds, steps = append(holds, v.num[i] >= v.num[b]), append(steps, [2]int{b, i})
	}
	slips, pattern := judge(holds)
	if len(pattern) <= 2 {
		slips, pattern = append(slips, pattern...), nil
	}
	n := name(v.Series)
	for _, k := range slips {
		b, o := v.Observations[steps[k][0]], v.Observations[steps[k][1]]
		cell := o.Cell
		if i, known := v.culprit(steps, k); known {
			v.isSlip(i)
			cell = v.Observations[i].Cell
		}
		was, is := when(b.Period), when(o.Period)
		c.add(diagnostic.Warning, "cumulative-falls", cell,
			fmt.Sprintf("“%s”累计值由%s的%s降至%s的%s；年内累计值不应下降。请核对录入，修订过的数请标为修订，时点数请将类型改为存量。", n.ZH, was.ZH, b.Value, is.ZH, o.Value),
			fmt.Sprintf("the cumulative “%s” falls from %s in %s to %s in %s; what is counted from January does not fall. Check for a slip, mark a revised figure as revised, or make the indicator a stock.", n.EN, b.Value, was.EN, o.Value, is.EN))
	}
	if len(pattern) > 0 {
		b, o := v.Observations[steps[pattern[0]][0]], v.Observations[steps[pattern[0]][1]]
		was, is := when(b.Period), when(o.Period)
		c.add(diagnostic.Warning, "cumulative-falls", o.Cell,
			fmt.Sprintf("“%s”的累计值在%d处相邻时期中有%d处下降，如由%s的%s降至%s的%s；这不像年内累计数。时点数请将类型改为存量，当期数请改写时期，平均数或价格请写明单位。", n.ZH, len(holds), len(pattern), was.ZH, b.Value, is.ZH, o.Value),
			fmt.Sprintf("“%s” falls in %d of %s within a year, for example from %s in %s to %s in %s, so it hardly counts from January. Make it a stock if it is one, mend the periods if it is of single months, or give the unit of an average or a price.", n.EN, len(pattern), plural(len(holds), "step"), b.Value, was.EN, o.Value, is.EN))
	}
}

// culprit tells which of the two figures of a fall is wrong, by the figure of
// the same year after them: one below the first as well leaves the first alone
// above all.
func (v *view) culprit(steps [][2]int, k int) (i int, known bool) {
	before, at := steps[k][0], steps[k][1]
	if k+1 == len(steps) || steps[k+1][0] != at {
		return 0, false
	}
	if v.num[steps[k+1][1]] < v.num[before] {
		return before, true
	}
	return at, true
}

// account is a figure of a longer period that figures of shorter ones make up.
type account struct {
	whole  int
	parts  []int // in order of time
	gap    float64
	slack  float64
	spread bool // the whole lies among its parts, as an average does
}

// sums holds the figure of every period against those of the longest shorter
// ones that make it up: a year against its halves, quarters or months, January
// to April against January to March and April. Revised figures need not add up
// with those published before.
func (c *checker) sums(v *view) {
	if !v.AddsUp() || isAverage(v.Series) {
		return
	}
	var accounts []account
	var holds []bool
	averages := 0
	for i := range v.Observations {
		o := &v.Observations[i]
		if o.Period.From == o.Period.To || o.Period.Months() > 12 || !v.firm(i) {
			continue
		}
		parts := v.tiles(o.Period)
		if parts == nil {
			continue
		}
		a := v.account(i, parts)
		accounts, holds = append(accounts, a), append(holds, math.Abs(a.gap) <= a.slack)
		if a.spread {
			averages++
		}
	}
	forgiveRepeated(accounts, holds)
	slips, pattern := judge(holds)
	if len(holds) <= 2 && averages == 0 {
		slips, pattern = append(slips, pattern...), nil // too few for a pattern
	}
	for _, k := range slips {
		c.doesNotAddUp(v, accounts[k])
	}
	if len(pattern) > 0 && 2*averages < len(accounts) {
		c.neverAddsUp(v, accounts, pattern)
	}
}

// firm reports a value as first published, and no slip.
func (v *view) firm(i int) bool {
	return v.sound(i) && v.Observations[i].Status != indicator.Revised
}

// tiles lists the observations that make up p without gap or overlap, the
// longest first looked for from its end; nil where there are none.
func (v *view) tiles(p indicator.Period) []int {
	var dead [13]bool // by months left: cannot be filled
	var fill func(to indicator.Month) []int
	fill = func(to indicator.Month) []int {
		left := int(to - p.From + 1)
		if dead[left] {
			return nil
		}
		for i := v.ending(to); i >= 0 && i < len(v.Observations) && v.Observations[i].Period.To == to; i++ {
			q := v.Observations[i].Period
			if q.From < p.From || q == p || !v.firm(i) {
				continue
			}
			if q.From == p.From {
				return []int{i}
			}
			if before := fill(q.From - 1); before != nil {
				return append(before, i)
			}
		}
		dead[left] = true
		return nil
	}
	return fill(p.To)
}

func (v *view) account(whole int, parts []int) account {
	a := account{whole: whole, parts: parts}
	x := v.num[whole]
	sum, low, high := 0.0, math.Inf(1), math.Inf(-1)
	halves := v.prec.half(v.Observations[whole].Value)
	for _, i := range parts {
		sum += v.num[i]
		halves += v.prec.half(v.Observations[i].Value)
		low, high = min(low, v.num[i]), max(high, v.num[i])
	}
	a.gap, a.slack = x-sum, slackOf(halves, x)
	a.spread = low <= x && x <= high && high > 0 && len(parts) > 1
	return a
}

// forgiveRepeated lets pass a failure that only repeats another: a figure too
// high is as much higher than its parts as the next account, of which it is a
// part, is lower.
func forgiveRepeated(accounts []account, holds []bool) {
	failed := map[int]*account{} // by the observation of the whole
	for k := range accounts {
		if holds[k] {
			continue
		}
		a := &accounts[k]
		for _, p := range a.parts {
			if b := failed[p]; b != nil && math.Abs(a.gap+b.gap) <= a.slack+b.slack {
				holds[k] = true
			}
		}
		if !holds[k] {
			failed[a.whole] = a
		}
	}
}

func (c *checker) doesNotAddUp(v *view, a account) {
	total := v.Observations[a.whole]
	var sum indicator.Decimal
	var zh, en []string
	for k, i := range a.parts {
		o := v.Observations[i]
		sum = sum.Add(o.Value)
		p := when(o.Period)
		if k < 4 {
			zh, en = append(zh, fmt.Sprintf("%s%s", p.ZH, o.Value)), append(en, fmt.Sprintf("%s in %s", o.Value, p.EN))
		}
	}
	if more := len(a.parts); more > 4 {
		zh, en = append(zh, fmt.Sprintf("等%d期", more)), append(en, fmt.Sprintf("%d periods in all", more))
	}
	n, p, gap := name(v.Series), when(total.Period), total.Value.Sub(sum).Abs()
	c.add(diagnostic.Warning, "sum-of-months", total.Cell,
		fmt.Sprintf("“%s”%s为%s，而各期（%s）之和为%s，相差%s，非四舍五入所能解释。请核对，或将修订过的数标为修订。", n.ZH, p.ZH, total.Value, strings.Join(zh, "、"), sum, gap),
		fmt.Sprintf("“%s” is %s in %s, but its periods (%s) add up to %s: a difference of %s, more than rounding explains. Check them, or mark revised figures as revised.", n.EN, total.Value, p.EN, strings.Join(en, ", "), sum, gap))
}

// neverAddsUp is said once: the source revised the figures of one length of
// period and not those of another.
func (c *checker) neverAddsUp(v *view, accounts []account, pattern []int) {
	a := accounts[pattern[len(pattern)-1]]
	total := v.Observations[a.whole]
	var sum indicator.Decimal
	for _, i := range a.parts {
		sum = sum.Add(v.Observations[i].Value)
	}
	n, p := name(v.Series), when(total.Period)
	c.add(diagnostic.Info, "sum-of-months", total.Cell,
		fmt.Sprintf("“%s”可比的%d个时期中有%d个与所含各期之和不符，如%s为%s而各期之和为%s；通常是历史数据修订或口径不同所致。由累计数推算的当期数会因此有出入，请以公布的当期数为准。", n.ZH, len(accounts), len(pattern), p.ZH, total.Value, sum),
		fmt.Sprintf("in %d of %s “%s” differs from the sum of the shorter periods in it, for example %s against %s in %s: as a rule the source revised one and not the other. Months derived from cumulative figures will differ from those published; rather use the published.", len(pattern), plural(len(accounts), "period"), n.EN, total.Value, sum, p.EN))
}
