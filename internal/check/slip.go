package check

import (
	"fmt"
	"math"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// moved finds single figures that are 10, 100 or 1,000 times, or a tenth, a
// hundredth or a thousandth of, every figure around them: those before and
// after, and those of the same months in the years before and after, so that a
// harvest that comes every autumn is none.
func (c *checker) moved(v *view) {
	runs := v.runs()
	for i := range v.Observations {
		if !v.sound(i) || v.num[i] <= 0 || v.inLine(runs, i) {
			continue
		}
		around, sides := v.around(runs, i)
		power := v.offPath(runs, i)
		if power == 0 {
			power = v.outOfLine(runs, i, around, sides)
		}
		if power != 0 {
			v.isSlip(i)
			c.movedPoint(v, i, around, power)
		}
	}
}

// inLine reports whether a neighbour is of the same size, or there is none.
func (v *view) inLine(r links, i int) bool {
	for _, j := range []int32{r.prev[i], r.next[i]} {
		if j >= 0 && v.num[j] > 0 {
			ratio := v.num[i] / v.num[j]
			return ratio > 0.25 && ratio < 4
		}
	}
	return true
}

// links join the observations of one length in months to their neighbours.
type links struct{ prev, next []int32 }

// runs links each observation that has a value to the ones before and after it:
// of the same length, and within a year of cumulative figures of the path.
func (v *view) runs() links {
	n := len(v.Observations)
	r := links{make([]int32, n), make([]int32, n)}
	var lastOf [13]int32 // by length in months, one more than the index; 0 for none
	toDate := int32(-1)
	for i := range n {
		r.prev[i], r.next[i] = -1, -1
		p := v.Observations[i].Period
		months := p.Months()
		if math.IsNaN(v.num[i]) || months < 1 || months > 12 {
			continue
		}
		b := lastOf[months] - 1
		if p.FromJanuary() && months > 1 && months < 12 {
			b = -1 // the first of a path has only the years around it
			if toDate >= 0 && v.Observations[toDate].Period.Year() == p.Year() {
				b = toDate
			}
		}
		if b >= 0 && int(p.To-v.Observations[b].Period.To) <= max(3*months, 14) {
			r.prev[i] = b
			if r.next[b] < 0 {
				r.next[b] = int32(i)
			}
		}
		lastOf[months] = int32(i) + 1
		if p.FromJanuary() {
			toDate = int32(i)
		}
	}
	return r
}

// around collects the figures to hold the i-th against, and on how many sides of
// it they stand: 2 where there are some before and after.
func (v *view) around(r links, i int) (near []int32, sides int) {
	p := v.Observations[i].Period
	before, after := r.prev[i], r.next[i]
	add := func(j int32) {
		if j >= 0 && v.sound(int(j)) {
			near = append(near, j)
		}
	}
	if before < 0 {
		return nil, 0 // what begins may begin small
	}
	add(before)
	sides++
	if after >= 0 {
		add(after)
		sides++
	}
	if p.Months() < 12 {
		add(int32(v.at(p.YearBefore())))
		add(int32(v.at(indicator.Period{From: p.From + 12, To: p.To + 12})))
	}
	further := 1 // on each side, to see how smoothly the series runs
	if sides < 2 {
		further = 3
	}
	for range further {
		if before >= 0 {
			before = r.prev[before]
			add(before)
		}
		if after >= 0 {
			after = r.next[after]
			add(after)
		}
	}
	return near, sides
}

// offPath is the power of ten by which a cumulative figure leaves the path from
// the one before it to the one after, where it would lie on the path without.
func (v *view) offPath(r links, i int) int {
	b, a := r.prev[i], r.next[i]
	p := v.Observations[i].Period
	if v.Measure != indicator.Level || !p.FromJanuary() || p.Months() == 1 || a < 0 || b < 0 || !v.sound(int(b)) || v.Observations[a].Period.Year() != p.Year() || v.Observations[b].Period.Year() != p.Year() {
		return 0
	}
	before, after, x := v.num[b], v.num[a], v.num[i]
	if before <= 0 || after < before || after > 3*before {
		return 0
	}
	for power := 1; power <= 3; power++ {
		if y := x / pow10(power); y >= before && y <= after {
			return power
		}
		if y := x * pow10(power); y >= before && y <= after {
			return -power
		}
	}
	return 0
}

// outOfLine is the power of ten, 1 to 3 or −1 to −3, by which the i-th figure is
// out of line with all that stands around it; 0 where it is not, or where these
// differ among themselves by so much that nothing can be told. Growth may well
// slow to a tenth, and so may anything at the end of a series; there only what
// is too large is found.
func (v *view) outOfLine(r links, i int, around []int32, sides int) int {
	low, high, sum := math.Inf(1), 0.0, 0.0
	for _, j := range around {
		y := v.num[j]
		if y <= 0 {
			return 0
		}
		low, high, sum = min(low, y), max(high, y), sum+math.Log10(y)
	}
	spread, least := 3.0, 2
	if v.Measure != indicator.Level || sides < 2 {
		spread, least = 2, 4
	}
	if len(around) < least || high > spread*low || len(around) < 4 && high > 1.5*low {
		return 0
	}
	if low < 50*v.lastDigit(around[0]) { // of a handful of cases ten times as many come up
		return 0
	}
	off := math.Log10(v.num[i]) - sum/float64(len(around))
	power := math.Round(off)
	if power == 0 || math.Abs(power) > 3 || math.Abs(off-power) > 0.08+math.Log10(high/low)/2 {
		return 0
	}
	if power < 0 && (v.Measure == indicator.Growth || sides < 2) || v.Measure == indicator.Growth && low < 2 || !v.smooth(r, i) {
		return 0
	}
	return int(power)
}

// smooth reports whether a series, but for the steps to and from the i-th
// figure, hardly ever doubles or halves from one figure to the next.
func (v *view) smooth(r links, i int) bool {
	steps, wide := 0, 0
	for j := range v.num {
		b := int(r.prev[j])
		if b < 0 || j == i || b == i || !(v.num[b] > 0) || !(v.num[j] > 0) {
			continue
		}
		steps++
		if ratio := v.num[j] / v.num[b]; ratio > 2 || ratio < 0.5 {
			wide++
		}
	}
	return 20*wide <= steps
}

// lastDigit is the unit of the last digit of an observation: 0.1 for 7.2.
func (v *view) lastDigit(i int32) float64 { return 2 * v.prec.half(v.Observations[i].Value) }

func (c *checker) movedPoint(v *view, i int, around []int32, power int) {
	o, b := v.Observations[i], v.Observations[around[0]]
	zh := map[int]string{1: "10倍", 2: "100倍", 3: "1000倍", -1: "十分之一", -2: "百分之一", -3: "千分之一"}[power]
	en := map[int]string{1: "10 times", 2: "100 times", 3: "1,000 times", -1: "a tenth of", -2: "a hundredth of", -3: "a thousandth of"}[power]
	who, p, q := c.subject(v.Series), when(o.Period), when(b.Period)
	c.add(diagnostic.Warning, "unit-jump", o.Cell,
		fmt.Sprintf("%s%s为%s，约为前后各期的%s（如%s为%s），疑为小数点错位或单位不一致。请核对。", who.ZH, p.ZH, o.Value, zh, q.ZH, b.Value),
		fmt.Sprintf("%s is %s in %s, about %s the figures around it (%s in %s), as when a decimal point has moved or a unit is another. Check it.", who.EN, o.Value, p.EN, en, b.Value, q.EN))
}
