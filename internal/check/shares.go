package check

import (
	"fmt"
	"math"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// mostShares is how many shares of one whole are looked for.
const mostShares = 12

// shares finds shares that stand together and add up to 100 in most periods, as
// those of the three industries do, and reports the periods in which they fail.
func (c *checker) shares() {
	for i := 0; i < len(c.views); i++ {
		if !isShare(&c.views[i]) {
			continue
		}
		n := 1
		for n < mostShares && i+n < len(c.views) && alike(&c.views[i], &c.views[i+n]) {
			n++
		}
		if k := wholeFrom(c.views[i : i+n]); k > 0 && c.addTo100(c.views[i:i+k]) {
			i += k - 1
		}
	}
}

// isShare leaves out what is known to more than two decimals: computed by its
// source, not entered, it is 100 less whatever is not listed.
func isShare(v *view) bool {
	return v.prec <= 2 && (v.Measure == indicator.Share || v.Measure == indicator.Rate) && v.Unit.IsPercent() && v.values > 0
}

func alike(a, b *view) bool {
	return isShare(b) && a.Measure == b.Measure && a.Parent == b.Parent && a.Cell.Sheet == b.Cell.Sheet
}

// wholeFrom is how many of the views from the first on add up to 100 at one of
// three times, 0 where none do.
func wholeFrom(vs []view) int {
	first := &vs[0]
	for _, i := range []int{len(first.num) - 1, len(first.num) / 2, 0} {
		if !first.sound(i) {
			continue
		}
		sum := first.num[i]
		for k := 1; k < len(vs); k++ {
			j := vs[k].valueAt(first.Observations[i].Period)
			if j < 0 {
				break
			}
			if sum += vs[k].num[j]; math.Abs(sum-100) <= 0.05*float64(k+1) {
				return k + 1
			}
		}
	}
	return 0
}

// addTo100 reports whether the shares are those of one whole, and where they
// fail to be.
func (c *checker) addTo100(vs []view) bool {
	var holds []bool
	var at [][]int
	kept := 0
	for i := range vs[0].Observations {
		of := make([]int, 0, len(vs))
		sum, halves := 0.0, 0.0
		for k := range vs {
			v := &vs[k]
			j := v.valueAt(vs[0].Observations[i].Period)
			if j < 0 {
				break
			}
			of, sum, halves = append(of, j), sum+v.num[j], halves+v.prec.half(v.Observations[j].Value)
		}
		if len(of) < len(vs) {
			continue
		}
		ok := math.Abs(sum-100) <= max(slackOf(halves, 100), 0.005)
		if ok {
			kept++
		}
		holds, at = append(holds, ok), append(at, of)
	}
	if kept < 3 {
		return false
	}
	slips, _ := judge(holds)
	for _, k := range slips {
		c.sharesDiffer(vs, at[k])
	}
	return true
}

func (c *checker) sharesDiffer(vs []view, of []int) {
	var sum indicator.Decimal
	var zh, en []string
	odd, most := 0, -1.0
	for k := range vs {
		o := vs[k].Observations[of[k]]
		sum = sum.Add(o.Value)
		n := name(vs[k].Series)
		zh, en = append(zh, fmt.Sprintf("%s%s%%", n.ZH, o.Value)), append(en, fmt.Sprintf("%s %s%%", n.EN, o.Value))
		if d := vs[k].step(of[k]); d > most {
			odd, most = k, d
		}
	}
	o := vs[odd].Observations[of[odd]]
	p := when(o.Period)
	c.add(diagnostic.Warning, "shares-total", o.Cell,
		fmt.Sprintf("%s各项比重（%s）之和为%s%%，其他时期均为100%%，非四舍五入所能解释。请核对。", p.ZH, strings.Join(zh, "、"), sum),
		fmt.Sprintf("in %s the shares (%s) add up to %s%%, where they make 100%% in other periods: more than rounding explains. Check them.", p.EN, strings.Join(en, ", "), sum))
}

// step is how far an observation is from the one before it, or after it where it
// is the first.
func (v *view) step(i int) float64 {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(v.num) && v.sound(j) {
			return math.Abs(v.num[i] - v.num[j])
		}
	}
	return 0
}
