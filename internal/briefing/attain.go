package briefing

import (
	"github.com/shopspring/decimal"
	"jianbao/internal/indicator"
)

const growthKind = indicator.GrowthTarget

// measured reports that an item has an actual to set against its target.
func (it *item) measured() bool {
	if it.target == nil {
		return false
	}
	switch it.target.Verdict {
	case indicator.NoData, indicator.NotComparable, "":
		return false
	}
	return true
}

// settled is the attainment of an item at the precision that is printed: what
// cannot be told from its target there has met it.
func (c *composer) settled(it *item, a indicator.Attainment) *indicator.Attainment {
	judged := it.with(&a)
	switch {
	case !judged.measured() || !a.Gap.Computed():
	case a.Share.Computed() && a.Final():
		if round(a.Actual.Value.Sub(a.Aim.Value), it.r.places).Sign() == 0 {
			a.Verdict = indicator.OnTrack
		}
	case gapOf(judged).Sign() == 0:
		a.Verdict = indicator.OnTrack
	}
	return &a
}

// byAmount compares the levels of a year that is over as amounts where one of
// them has no share of its target, so that they all stand in one figure.
func (c *composer) byAmount() {
	uneven := false
	for _, it := range c.targeted() {
		uneven = uneven || it.measured() && it.target.Final() && it.target.Target.Kind == indicator.LevelTarget && it.r.s.AddsUp() && !it.byShare()
	}
	if !uneven {
		return
	}
	for _, it := range c.items {
		if it.target != nil {
			it.target = c.settled(it, c.d.ByAmount(*it.target))
		}
		for i, a := range it.more {
			it.more[i] = c.settled(it, c.d.ByAmount(*a))
		}
	}
}

// byShare reports a level target that is told as a share of the year's target.
func (it *item) byShare() bool { return it.target != nil && it.target.Share.Computed() }

// surprise is the item farthest from its growth target, on either side; nil
// where none is off a target of its own.
func (c *composer) surprise() *item {
	var best *item
	for _, it := range c.items {
		if !it.measured() || it.byShare() || it.r.late || it.target.Target.Kind != growthKind || it.target.Target.Bound == indicator.Relative || it.target.Verdict == indicator.OnTrack {
			continue
		}
		if best == nil || gapOf(it).Abs().GreaterThan(gapOf(best).Abs()) {
			best = it
		}
	}
	return best
}

// gapPlaces is how many digits a gap to the target shows.
func gapPlaces(it *item) int {
	n := it.r.rates
	if !it.target.Target.OfGrowth() {
		n = it.r.places
	}
	if it.byShare() {
		return 1
	}
	if it.target.Target.Bound == indicator.Relative {
		return n
	}
	return max(n, digitsAfterPoint(trimmed(it.target.Aim.Value)))
}

// againstTitle: 规上工业产值增速低于全年目标4.8个百分点.
func (c *composer) againstTitle(it *item) Text {
	key := "growth-above-target"
	if gapOf(it).Sign() < 0 {
		key = "growth-below-target"
	}
	return c.say(key, slots{"name": inner(c.item(it.r.s.ID).r.label()), "points": points(it.gap())})
}

// gapText is a gap in a table: 高0.6个百分点, 0.6 pp above.
func gapText(it *item) Text {
	if !it.measured() {
		return Text{}
	}
	g := gapOf(it)
	t := gapUnit(it)
	if it.inPoints() {
		t.EN = it.gap().size() + " pp"
	}
	switch {
	case it.byShare() && it.target.Broken(): // the share stands beside it
		over := it.r.amount(it.excess())
		return Text{ZH: "超" + over.ZH.String(), EN: over.EN.String() + " over"}
	case it.byShare() && it.target.Limit && it.target.Final():
		share := it.share().plain() + "%"
		return Text{ZH: "已达" + share, EN: share + " used"}
	case it.byShare() && it.target.Final():
		share := it.share().plain() + "%"
		return Text{ZH: "完成" + share, EN: share + " reached"}
	case within(it):
		return Text{ZH: "区间内", EN: "within range"}
	case g.Sign() == 0 && it.byShare():
		return Text{ZH: "与时间进度持平", EN: "level with the calendar"}
	case g.Sign() == 0:
		return Text{ZH: "持平", EN: "at target"}
	case g.Sign() > 0 && it.byShare() && it.target.Limit:
		return Text{ZH: "快" + t.ZH, EN: t.EN + " above pace"}
	case it.byShare() && it.target.Limit:
		return Text{ZH: "慢" + t.ZH, EN: t.EN + " below pace"}
	case g.Sign() > 0 && it.byShare():
		return Text{ZH: "快" + t.ZH, EN: t.EN + " ahead"}
	case it.byShare():
		return Text{ZH: "慢" + t.ZH, EN: t.EN + " behind"}
	case g.Sign() > 0:
		return Text{ZH: "高" + t.ZH, EN: t.EN + " above"}
	}
	return Text{ZH: "低" + t.ZH, EN: t.EN + " below"}
}

// gapInProse is a gap in a list: 高0.6个百分点, 0.6 percentage points above.
func gapInProse(it *item) Text {
	g := gapOf(it)
	switch {
	case it.byShare() && it.target.Limit && (it.target.Broken() || it.target.Final()):
		share, of := it.share().plain()+"%", limitNoun(it)
		return Text{ZH: "已达" + of.ZH + "的" + share, EN: share + " of the " + of.EN}
	case g.Sign() == 0, it.byShare() && it.target.Final():
		return gapText(it)
	}
	t := gapUnit(it)
	ceiling := it.target.Target.Bound == indicator.AtMost
	switch up := g.Sign() > 0; {
	case it.byShare() && up:
		return Text{ZH: "比时间进度快" + t.ZH, EN: t.EN + " ahead of the calendar"}
	case it.byShare():
		return Text{ZH: "比时间进度慢" + t.ZH, EN: t.EN + " behind the calendar"}
	case ceiling && up:
		return Text{ZH: "高于上限" + t.ZH, EN: t.EN + " over the ceiling"}
	case ceiling:
		return Text{ZH: "低于上限" + t.ZH, EN: t.EN + " under the ceiling"}
	case up:
		return Text{ZH: "高" + t.ZH, EN: t.EN + " above"}
	}
	return Text{ZH: "低" + t.ZH, EN: t.EN + " below"}
}

// close ends the sentence about an indicator with how it stands against its
// target: in Chinese as a clause with its own mark before, in English as a
// sentence of its own.
func (c *composer) close(s *sentence, it *item, ord order) {
	if it.target == nil {
		s.stop()
		return
	}
	t := c.closing(it, ord)
	s.add(t.ZH+"。", ". "+t.EN)
	s.refs = append(append(s.refs, it.target.Gap.Inputs...), it.target.Target.Cell)
	c.stillNeeded(s, it)
	c.closeMore(s, it)
}

// closing is how an indicator stands against its target.
func (c *composer) closing(it *item, ord order) Text {
	a := it.target
	put := slots{"target": c.targetValue(it.r, a.Target)}
	key := ""
	switch {
	case !a.Target.Bound.HasValue() && a.Target.Bound != indicator.Relative:
		key = "target-worded"
	case a.Verdict == indicator.NoData:
		key = "target-no-data"
	case statusOf(*a) == notBySchedule:
		key = "target-not-by-schedule"
	case a.SingleOnly():
		put["single"] = singleOf(it)
		key = "target-single"
	case a.Verdict == indicator.NotComparable || a.Verdict == "":
		key = "target-not-comparable"
	case it.byShare():
		key = shareClosing(it, put)
	case a.Target.Bound == indicator.Relative:
		key = c.relativeClosing(it, put)
	default:
		key = gapClosing(it, put)
	}
	return it.r.sayBy(int(ord), key, put)
}

// singleOf is what a figure covers that says nothing of its year: 当月值, a single
// month.
func singleOf(it *item) Text {
	if it.target.Period.Months() == 3 {
		return Text{ZH: "当季值", EN: "a single quarter"}
	}
	return Text{ZH: "当月值", EN: "a single month"}
}

// shareClosing: a level target against the calendar.
func shareClosing(it *item, put slots) string {
	put["share"], put["points"] = same(it.share().plain()+"%"), points(it.gap())
	a := it.target
	gap := round(a.Gap.Value, 1)
	switch whole := a.Final(); {
	case a.Target.Bound == indicator.AtMost && a.Broken():
		return "share-over-ceiling"
	case a.Target.Bound == indicator.AtMost && whole:
		return "share-of-ceiling"
	case a.Target.Bound == indicator.AtMost:
		return directed(gap, "share-of-ceiling-on-schedule", "share-of-ceiling-above", "share-of-ceiling-below")
	case whole && a.Target.Bound == indicator.Between && a.Verdict == indicator.OnTrack:
		return "share-in-range"
	case whole:
		return "share-done"
	}
	return directed(gap, "share-on-schedule", "share-ahead", "share-behind")
}

// relativeClosing: a target that follows another indicator.
func (c *composer) relativeClosing(it *item, put slots) string {
	put["ref"] = c.say("followed-indicator", nil)
	if o := c.item(it.target.Target.Ref); o != nil {
		put["ref"] = inner(o.r.label())
	}
	put["target"], put["points"] = c.targetWords(it.r, it.target.Target), points(it.gap())
	return directed(round(it.target.Gap.Value, gapPlaces(it)), "in-step", "in-step-above", "in-step-below")
}

// gapClosing: an actual above, below or at its target.
func gapClosing(it *item, put slots) string {
	a := it.target
	gap := gapOf(it)
	what := "growth is"
	falls := a.Target.Kind == growthKind && a.Target.Value.Sign() < 0 && a.Target.Bound != indicator.Between
	switch {
	case a.Target.Kind != growthKind:
		what = "that is"
	case a.Actual.Value.Sign() < 0:
		what = "the rate is"
	case it.r.verbs() != "":
		what = "the rise is"
	}
	put["what"], put["points"] = Text{EN: what}, gapUnit(it)
	if a.Target.Kind == growthKind && a.Target.Value.Sign() <= 0 && a.Target.Bound.HasValue() {
		put["target"] = it.r.plannedGrowth(a.Target) // −2% is a fall of 2%
	}
	switch {
	case falls && a.Actual.Value.Sign() < 0:
		return directed(gap, "fall-at-target", "fall-short-of-target", "fall-beyond-target")
	case within(it):
		return "in-range"
	case a.Target.Bound == indicator.Between:
		return directed(gap, "in-range", "above-range", "below-range")
	case a.Target.Bound == indicator.AtMost && gap.Sign() > 0:
		return "over-ceiling"
	case a.Target.Bound == indicator.AtMost:
		return "under-ceiling"
	}
	switch {
	case a.Verdict == indicator.OffTarget:
		return directed(gap, "at-target", "off-target-above", "off-target-below")
	case a.Verdict == indicator.OnTrack && a.Target.Bound == indicator.About:
		return directed(gap, "near-target", "near-target-above", "near-target-below")
	case it.r.s.Direction == indicator.DownIsGood:
		return directed(gap, "at-target", "off-target-above", "off-target-below")
	}
	return directed(gap, "at-target", "above-target", "below-target")
}

// within reports an actual inside its target range.
func within(it *item) bool {
	return it.target.Target.Bound == indicator.Between && gapOf(it).Sign() == 0
}

// gapOf is the distance from the target as shown, of a plan from what is due by
// now; for a range, from the nearer end, and zero inside.
func gapOf(it *item) Decimal {
	a := it.target
	g := a.Gap.Value
	if it.inRange() {
		switch {
		case a.Actual.Value.GreaterThan(a.Target.Upper):
			g = a.Actual.Value.Sub(a.Target.Upper)
		case a.Actual.Value.GreaterThanOrEqual(a.Target.Value):
			return Decimal{}
		}
	}
	return round(g, gapPlaces(it))
}

// excess is by how much a limit has been exceeded, in the unit of the indicator.
func (it *item) excess() fact {
	a := it.target
	q := indicator.Difference(indicator.GapToTarget, a.Actual, a.Aim)
	return it.r.fact(q, a.Period, max(it.r.places, digitsAfterPoint(trimmed(a.Aim.Value))), asLevel)
}

// inRange reports a range that an actual is to be in already.
func (it *item) inRange() bool {
	a := it.target
	return a.Target.Bound == indicator.Between && !it.byShare() && (a.Basis != indicator.PlanSoFar || a.Due.Formula != indicator.LevelDue)
}

// gap is the distance from the target as a fact.
func (it *item) gap() fact {
	f := it.r.fact(it.target.Gap, it.target.Period, gapPlaces(it), asPoints)
	if a := it.target; it.inRange() && a.Actual.Value.GreaterThan(a.Target.Upper) {
		f.Quantity = indicator.Difference(indicator.GapToTarget, a.Actual, it.r.aimed(a.Target, a.Target.Upper).Quantity)
	}
	if !it.inPoints() {
		f.role = asLevel
	}
	return f
}

// share and elapsed are the shares of a level target and of its year.
func (it *item) share() fact {
	return it.r.fact(it.target.Share, it.target.Period, it.sharePlaces(), asShare)
}

// sharePlaces is one, but as many as it takes that a target missed by little
// does not read as 100.0% of it.
func (it *item) sharePlaces() int {
	n, all := 1, decimal.NewFromInt(100)
	for v := it.target.Share.Value; n < 4 && it.target.Verdict != indicator.OnTrack && !v.Equal(all) && round(v, n).Equal(all); {
		n++
	}
	return n
}
func (it *item) elapsed() fact {
	return it.r.fact(it.target.Elapsed, it.target.Period, 1, asShare)
}

// gapUnit is a distance from a target in words, without its sign: points for
// what is in percent, else the unit of the indicator.
func gapUnit(it *item) Text {
	f := it.gap()
	if it.inPoints() {
		return points(f)
	}
	f.Value = f.Value.Abs()
	return it.r.amount(f).text()
}

// inPoints reports that a gap is between percentages.
func (it *item) inPoints() bool {
	return it.byShare() || it.target.Target.OfGrowth() || it.r.s.Unit.IsPercent()
}

// float is a decimal for drawing only.
func float(v decimal.Decimal) float64 { return v.InexactFloat64() }
