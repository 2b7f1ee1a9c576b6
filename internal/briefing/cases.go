package briefing

import (
	"regexp"
	"slices"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// fewCases is how many cases it takes to speak of growth in percent. A count of
// events varies by its square root: of 20 that is over a fifth, so that a fall by
// a third of three deaths says nothing.
var fewCases = decimal.NewFromInt(20)

// counted are the units of cases.
var counted = regexp.MustCompile(`^(人|起|件|例|宗|次|个|家|户|项|处|场|期|艘|架|persons?|people|deaths?|cases?|accidents?|events?|incidents?)$`)

// ofCases reports an indicator that counts cases one by one.
func (r *reading) ofCases() bool {
	u := r.s.Unit
	return r.s.Measure == indicator.Level && u.Scale == 0 && r.places <= 0 && (counted.MatchString(u.Text.ZH) || counted.MatchString(u.Text.EN))
}

// few reports growth computed from so few cases that it is noise.
func (r *reading) few(q indicator.Quantity) bool {
	return q.Formula == indicator.GrowthFromLevels && r.ofCases() &&
		slices.ContainsFunc(q.Parts, func(p indicator.Quantity) bool { return p.Value.LessThan(fewCases) })
}

// fewNow reports a history whose latest step has few cases: it is told by counts.
func (h *history) fewNow() bool {
	f := last(h.bars)
	return f.ok && h.r.ofCases() && f.Value.LessThan(fewCases)
}

// countFinding: 10月生产安全事故死亡人数2人，比上年同月少1人.
func (h *history) countFinding() (finding, bool) {
	r, now := h.r, last(h.bars)
	if !h.fewNow() {
		return finding{}, false
	}
	f := finding{title: r.stated(now, r.label()), weight: level}
	i := slices.IndexFunc(h.steps, func(p Period) bool { return p == now.at.YearBefore() })
	if i < 0 || !h.bars[i].ok {
		return f, true
	}
	gap := r.fact(indicator.Difference(indicator.ChangeInCount, now.Quantity, h.bars[i].Quantity), now.at, r.places, asLevel)
	size := gap
	size.Value = gap.Value.Abs()
	f.detail = r.say(directed(gap.shown(), "same-as-year-before", "more-than-year-before", "fewer-than-year-before"), slots{"base": r.yearBefore(now.at), "size": r.amount(size).text()})
	f.title = r.say("found-with", slots{"found": f.title, "detail": f.detail})
	return f, true
}
