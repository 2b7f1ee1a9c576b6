package check

import (
	"math"
	"slices"
	"strings"

	"jianbao/internal/indicator"
)

// view is a series as the checks read it: every value as a float beside the
// exact one, and an index of periods, so that three hundred long series take no
// time. Floats sift; what a message says is exact.
type view struct {
	*indicator.Series
	num    []float64 // of each observation; NaN where it has no value
	values int       // how many have one
	prec   precision
	slip   []bool          // observations found to be slips already: no other check counts them; nil where there are none
	still  [relations]bool // commonly the same as in the period so related

	first indicator.Month // the earliest end of a period
	byEnd []int32         // the first observation that ends so many months after it, −1 for none; nil where the span is too wide
}

func viewOf(s *indicator.Series) *view {
	v := &view{Series: s, num: make([]float64, len(s.Observations)), prec: precisionOf(s)}
	for i := range s.Observations {
		o := &s.Observations[i]
		v.num[i] = math.NaN()
		if o.Status.HasValue() {
			v.num[i] = o.Value.InexactFloat64()
			v.values++
		}
	}
	v.index()
	return v
}

// index notes where the periods that end in each month start.
func (v *view) index() {
	n := len(v.Observations)
	if n == 0 {
		return
	}
	v.first = v.Observations[0].Period.To
	span := int(v.Observations[n-1].Period.To-v.first) + 1
	if span < 0 || span > 2400+4*n {
		return
	}
	v.byEnd = make([]int32, span)
	for i := range v.byEnd {
		v.byEnd[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		if m := int(v.Observations[i].Period.To - v.first); m >= 0 && m < span {
			v.byEnd[m] = int32(i)
		}
	}
}

// at is the observation of exactly that period, −1 where there is none.
func (v *view) at(p indicator.Period) int {
	for i := v.ending(p.To); i >= 0 && i < len(v.Observations) && v.Observations[i].Period.To == p.To; i++ {
		if v.Observations[i].Period.From == p.From {
			return i
		}
	}
	return -1
}

// ending is the first of the observations that end in m, the longest period
// first; −1 where none does.
func (v *view) ending(m indicator.Month) int {
	if v.byEnd != nil {
		if m < v.first || int(m-v.first) >= len(v.byEnd) {
			return -1
		}
		return int(v.byEnd[m-v.first])
	}
	i, _ := slices.BinarySearchFunc(v.Observations, m, func(o indicator.Observation, m indicator.Month) int { return int(o.Period.To - m) })
	if i == len(v.Observations) || v.Observations[i].Period.To != m {
		return -1
	}
	return i
}

// valueAt is at for observations that have a value which is no slip.
func (v *view) valueAt(p indicator.Period) int {
	if i := v.at(p); i >= 0 && v.sound(i) {
		return i
	}
	return -1
}

// sound reports whether an observation has a value that is no slip.
func (v *view) sound(i int) bool {
	return !math.IsNaN(v.num[i]) && (v.slip == nil || !v.slip[i])
}

// isSlip notes that an observation is a slip.
func (v *view) isSlip(i int) {
	if v.slip == nil {
		v.slip = make([]bool, len(v.num))
	}
	v.slip[i] = true
}

// anyNegative reports whether a value is below zero: the series is a balance.
func (v *view) anyNegative() bool {
	return slices.ContainsFunc(v.num, func(x float64) bool { return x < 0 })
}

// says reports whether the name or the unit of the series holds one of words,
// which are lower case.
func says(s *indicator.Series, words ...string) bool {
	all := wording(s)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(all, w) })
}

func wording(s *indicator.Series) string {
	return strings.ToLower(s.Name.ZH + "\n" + s.Name.EN + "\n" + s.Unit.Text.ZH + "\n" + s.Unit.Text.EN)
}

// isAmount reports whether the series holds amounts, at a moment or over a time,
// which parts can add up to: no averages and nothing per person.
func isAmount(s *indicator.Series) bool {
	flow := *s
	flow.Basis = indicator.Flow
	return flow.AddsUp() && !strings.Contains(s.Unit.Base, "/") && !isAverage(s)
}

// isAverage reports whether a name says that the series is an average or a
// price, whatever its unit. 现行价格 and "at constant prices" say at which prices
// an amount is valued.
func isAverage(s *indicator.Series) bool {
	all := valuations.Replace(wording(s))
	return slices.ContainsFunc([]string{"人均", "平均", "户均", "均价", "单价", "价格", "汇率", "average", "per capita", "per head", "price", "exchange rate"},
		func(w string) bool { return strings.Contains(all, w) })
}

var valuations = strings.NewReplacer("现行价格", "", "当年价格", "", "可比价格", "", "不变价格", "", "基本价格", "", "市场价格", "", "生产者价格", "", "购买者价格", "", "prices", "")
