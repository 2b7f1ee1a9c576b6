package sources

import (
	"slices"

	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// tellFrequency finds series whose dates stand for quarters or years though
// nothing says so: they are three or twelve months apart throughout.
func (a *adopter) tellFrequency() {
	for _, d := range a.drafts {
		if d.label.Freq != "" || d.stock || d.label.Span == layout.AtEnd || len(d.obs) < 4 {
			continue
		}
		step, first := d.step()
		if step != 3 && step != 12 {
			continue
		}
		var shift indicator.Month // months from the date to the end of its period
		switch of := first.Of(); {
		case step == 3 && of%3 == 0, step == 12 && of == 12:
		case of%3 == 1 && step == 3, of == 1:
			shift = indicator.Month(step - 1)
		default:
			continue
		}
		kind := [2]string{"季", "quarters"}
		if step == 12 {
			kind = [2]string{"年", "years"}
		}
		a.warnf("frequency-assumed", d.obs[0].Cell,
			"“%[1]s”的日期间隔为 %[2]d 个月，按%[3]s数据理解；如不对，请在表头写明频率。",
			"the dates of “%[1]s” are %[2]d months apart, so that they are taken for %[4]s; say the frequency in the head if that is wrong.",
			a.names[d.item].written, step, kind[0], kind[1])
		for i := range d.obs {
			p := &d.obs[i].Period
			p.To += shift
			p.From = p.To - indicator.Month(step) + 1
		}
	}
}

// step is the distance of the draft's months where it is the same throughout;
// 0 where it is not, or where there are other periods.
func (d *draft) step() (int, indicator.Month) {
	var months []indicator.Month
	for _, o := range d.obs {
		if o.Period.Months() != 1 {
			return 0, 0
		}
		if o.Status.HasValue() {
			months = append(months, o.Period.To)
		}
	}
	slices.Sort(months)
	months = slices.Compact(months)
	if len(months) < 4 {
		return 0, 0
	}
	step := months[1] - months[0]
	for i := range months[1:] {
		if gap := months[i+1] - months[i]; gap != step && gap%step != 0 {
			return 0, 0
		}
	}
	return int(step), months[0]
}
