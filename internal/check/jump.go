package check

import (
	"fmt"
	"math"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// jumps finds figures that are a power of ten out of line: a factor of about
// 10,000 or 100 million against the figure before, as when 万元 is entered for
// 亿元, and a factor of 10, 100 or 1,000 against every figure around, as when a
// decimal point has moved. What is found here is left out of the other checks.
func (c *checker) jumps(v *view) {
	if v.values < 2 || v.anyNegative() && v.Measure == indicator.Level {
		return
	}
	if v.Measure == indicator.Level {
		c.unitJumps(v)
	}
	c.moved(v)
}

// unitJumps finds neighbours that differ by a factor of about 10,000 or 100
// million. A figure that falls back into line with those before the slip is not
// reported again.
func (c *checker) unitJumps(v *view) {
	type seen struct {
		i   int
		off int // powers of ten by which it is out of line
	}
	var lastOf [13]seen   // by length in months
	toDate := seen{i: -1} // the last cumulative figure
	for n := range lastOf {
		lastOf[n].i = -1
	}
	for i := range v.Observations {
		o := &v.Observations[i]
		months := o.Period.Months()
		if !(v.num[i] > 0) || months < 1 || months > 12 {
			continue
		}
		b := lastOf[months]
		if o.Period.FromJanuary() && months > 1 && toDate.i >= 0 && v.Observations[toDate.i].Period.Year() == o.Period.Year() {
			b = toDate
		}
		now := seen{i: i}
		if b.i >= 0 && int(o.Period.To-v.Observations[b.i].Period.To) <= 36 { // further apart all may have changed
			now.off = b.off
			if power := jump(v.num[b.i], v.num[i]); power != 0 {
				if v.erratic() {
					return
				}
				now.off += power
				if now.off != 0 {
					v.isSlip(i)
					c.jumped(v, b.i, i, max(power, -power))
				}
			} else if now.off != 0 {
				v.isSlip(i) // in the unit of the slip still
			}
		}
		lastOf[months] = now
		if o.Period.FromJanuary() {
			toDate = now
		}
	}
}

// jump is 4 or 8 where b is about that many powers of ten above a, the negative
// of it where b is as far below, else 0.
func jump(a, b float64) int {
	if a < 1000*b && b < 1000*a {
		return 0
	}
	ratio := math.Log10(b / a)
	for _, power := range []float64{4, 8} {
		if math.Abs(math.Abs(ratio)-power) <= math.Log10(3)+1e-12 {
			return int(math.Copysign(power, ratio))
		}
	}
	return 0
}

// erratic reports whether one step in four, jumps apart, is by more than a
// factor of four, as among few and large transactions.
func (v *view) erratic() bool {
	var lastOf [13]float64
	steps, wide := 0, 0
	for i := range v.Observations {
		x, n := v.num[i], v.Observations[i].Period.Months()
		if !(x > 0) || n < 1 || n > 12 {
			continue
		}
		if b := lastOf[n]; b > 0 && jump(b, x) == 0 {
			steps++
			if x > 4*b || b > 4*x {
				wide++
			}
		}
		lastOf[n] = x
	}
	return steps >= 3 && 4*wide > steps
}

func (c *checker) jumped(v *view, before, at, power int) {
	b, o := v.Observations[before], v.Observations[at]
	factor := indicator.Text{ZH: "1万", EN: "10,000"}
	if power == 8 {
		factor = indicator.Text{ZH: "1亿", EN: "100 million"}
	}
	n, was, is := name(v.Series), when(b.Period), when(o.Period)
	unit := indicator.Text{ZH: "同一单位", EN: "one unit"}
	if u := either(v.Unit.Text); !u.IsZero() {
		unit = indicator.Text{ZH: "该指标所填的单位“" + u.ZH + "”", EN: "the unit of the indicator, “" + u.EN + "”"}
	}
	c.add(diagnostic.Warning, "unit-jump", o.Cell,
		fmt.Sprintf("“%s”由%s的%s变为%s的%s，相差约%s倍，疑为单位不一致（如万元误作亿元）。请统一为%s。", n.ZH, was.ZH, b.Value, is.ZH, o.Value, factor.ZH, unit.ZH),
		fmt.Sprintf("“%s” goes from %s in %s to %s in %s, a factor of about %s, as when 万 and 亿 are mixed up. Enter all figures in %s.", n.EN, b.Value, was.EN, o.Value, is.EN, factor.EN, unit.EN))
}
