package check

import (
	"fmt"

	"jianbao/internal/diagnostic"
)

// rising reports figures said to be of single months that rise from each month
// to the next as those of the year to date do: at least five in a year, by about
// the same step, from about one step on.
func (c *checker) rising(v *view) {
	if !v.AddsUp() || v.anyNegative() {
		return
	}
	for i := 0; i < len(v.Observations); {
		year := v.Observations[i].Period.Year()
		var run []int
		single := true
		for ; i < len(v.Observations) && v.Observations[i].Period.Year() == year; i++ {
			o := &v.Observations[i]
			if !v.sound(i) {
				continue
			}
			if o.Period.To-o.Period.From > 1 {
				single = false // there are figures to date beside them
			}
			run = append(run, i)
		}
		if !single || len(run) < 5 || !steady(v, run) {
			continue
		}
		first, last := v.Observations[run[0]], v.Observations[run[len(run)-1]]
		n, from, to := name(v.Series), when(first.Period), when(last.Period)
		c.add(diagnostic.Warning, "perhaps-cumulative", last.Cell,
			fmt.Sprintf("“%s”的当月数逐月上升，由%s的%s升至%s的%s，像是年初至当月的累计数。若是累计数，请在表题或表头写明“累计”，或在配置文件中指定 span: to-date。", n.ZH, from.ZH, first.Value, to.ZH, last.Value),
			fmt.Sprintf("“%s” rises with every single month, from %s in %s to %s in %s, as figures of the year to date do. If it is cumulative, say 累计 in the title or head, or set span: to-date in the profile.", n.EN, first.Value, from.EN, last.Value, to.EN))
	}
}

// steady reports whether values are about in proportion to the month.
func steady(v *view, run []int) bool {
	var low, high float64
	for k, i := range run {
		if k > 0 && v.num[i] <= v.num[run[k-1]] {
			return false
		}
		share := v.num[i] / float64(v.Observations[i].Period.To.Of())
		if k == 0 || share < low {
			low = share
		}
		high = max(high, share)
	}
	return low > 0 && high < 1.6*low && v.num[run[len(run)-1]] > 2.2*v.num[run[0]]
}
