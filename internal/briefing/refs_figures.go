package briefing

import "jianbao/internal/indicator"

// What each word of a reference gives, at a period or at the one that is told.

func (c *composer) refLevel(it *item, at Period) (Text, bool) {
	f := it.r.main()
	if !at.IsZero() {
		f = it.r.levelAt(it.r.spanOf(at))
	}
	if !f.ok && it.r.growthOnly() {
		return c.refGrowth(it, at)
	}
	return it.r.amount(f).text(), f.ok
}

// spanOf is the period as the indicator records it: a stock at its end.
func (r *reading) spanOf(p Period) Period {
	if _, ok := r.s.At(p); !ok && r.stock() {
		return indicator.MonthOf(p.To)
	}
	return p
}

func (r *reading) rateFor(at Period) fact {
	if at.IsZero() {
		return r.growth()
	}
	return r.rateAt(r.spanOf(at))
}

func (c *composer) refGrowth(it *item, at Period) (Text, bool) {
	f := it.r.rateFor(at)
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refChange(it *item, at Period) (Text, bool) {
	f := it.r.rateFor(at)
	if f.ok {
		return it.r.change(f).after(it.r.w, f.at), true
	}
	if at.IsZero() {
		at = it.r.main().at
	}
	m := it.r.moved(at)
	if !m.ok {
		return Text{}, false
	}
	return it.r.movedWords(m), true
}

func (c *composer) refPace(it *item, at Period) (Text, bool) {
	return c.paceOf(it.r, it.r.rateFor(at)), true
}

func (c *composer) refTarget(it *item, _ Period) (Text, bool) {
	switch {
	case it.target != nil:
		return c.targetValue(it.r, it.target.Target), true
	case it.plan != nil:
		return c.targetValue(it.r, *it.plan), true
	}
	return Text{}, false
}

func (c *composer) refGap(it *item, _ Period) (Text, bool) {
	if !it.measured() {
		return Text{}, false
	}
	return gapInProse(it), true
}

func (c *composer) refAttained(it *item, _ Period) (Text, bool) {
	if it.measured() && !it.byShare() { // that is told as an amount may have a share all the same
		a := c.d.Attain(it.target.Target, it.target.Period)
		it = it.with(&a)
	}
	if !it.measured() || !it.byShare() {
		return Text{}, false
	}
	return same(it.share().plain() + "%"), true
}

func (c *composer) refNeeded(it *item, _ Period) (Text, bool) {
	f := it.needed()
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refAverage(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.growth().at
	}
	q, err := c.d.TwoYearAverage(it.r.s.ID, it.r.spanOf(at))
	f := it.r.fact(q, at, it.r.rates, asGrowth).when(err == nil)
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refShare(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.main().at
	}
	q, err := c.d.ShareAt(it.r.s.ID, it.r.s.Parent, it.r.spanOf(at))
	f := it.r.fact(q, at, 1, asShare).when(err == nil)
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refContribution(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.growth().at
	}
	q, err := c.d.Contribution(it.r.s.ID, it.r.s.Parent, it.r.spanOf(at))
	if err != nil {
		return Text{}, false
	}
	f := it.r.fact(q, at, 1, asPoints)
	t := points(f)
	if f.shown().Sign() < 0 {
		t = Text{ZH: minus + t.ZH, EN: minus + t.EN}
	}
	return t, true
}

// refTotal is the year to date, also where only its months are published.
func (c *composer) refTotal(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = Period{From: indicator.NewMonth(it.r.end.Year(), 1), To: it.r.end}
	}
	q, err := c.d.CumulativeAt(it.r.s.ID, at)
	if err != nil {
		return Text{}, false
	}
	return it.r.amount(it.r.fact(q, at, it.r.places, asLevel)).text(), true
}

// refIndex is the reporting period as an index of another one: {grp.index@2020}
// is that of 2020 = 100.
func (c *composer) refIndex(it *item, base Period) (Text, bool) {
	at := it.tellsOf()
	if base.IsZero() || at.IsZero() {
		return Text{}, false
	}
	if base = it.r.spanOf(base); base.Months() != at.Months() { // 2023-09 is January to September where that is told
		base.From = base.To - indicator.Month(at.Months()-1)
	}
	q, err := c.d.IndexAt(it.r.s.ID, at, base)
	if err != nil {
		return Text{}, false
	}
	f := it.r.fact(q, at, 1, asIndex)
	return f.number(), true
}

// meanOf is how many periods the mean of a reference takes in.
const meanOf = 3

// refMean is the mean of the latest three months, quarters or years.
func (c *composer) refMean(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.level.at
	}
	q, err := c.d.MovingAverage(it.r.s.ID, at, meanOf)
	if err != nil {
		return Text{}, false
	}
	return it.r.amount(it.r.fact(q, at, it.r.places, asLevel)).text(), true
}

// refAnnualised is growth on the period before at an annual rate.
func (c *composer) refAnnualised(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		if at = it.r.level.at; at.IsZero() {
			at = it.r.growth().at
		}
	}
	q, err := c.d.Annualised(it.r.s.ID, at)
	if err != nil {
		return Text{}, false
	}
	return same(it.r.fact(q, at, it.r.rates, asShare).plain() + "%"), true
}

func (c *composer) refWhen(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.latest()
	}
	if at.IsZero() {
		return Text{}, false
	}
	return it.r.whenFull(at), true
}
