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
	if it.target.Target.Kind != growthKind {
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

// againstTitle: 规上工业产值低于全年目标4.8个百分点.
func (c *composer) againstTitle(it *item) Text {
	n, gap := it.r.label(), gapOf(it)
	p := points(it.gap())
	if gap.Sign() < 0 {
		return Text{ZH: n.ZH + "增速低于全年目标" + p.ZH, EN: "Growth in " + inside(n.EN) + " is " + p.EN + " below target"}
	}
	return Text{ZH: n.ZH + "增速高于全年目标" + p.ZH, EN: "Growth in " + inside(n.EN) + " is " + p.EN + " above target"}
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
	case it.byShare() && it.target.Basis == indicator.WholeYear:
		share := it.share().plain() + "%"
		return Text{ZH: "完成" + share, EN: share + " reached"}
	case within(it):
		return Text{ZH: "区间内", EN: "within range"}
	case g.Sign() == 0:
		return Text{ZH: "持平", EN: "at target"}
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
	if g.Sign() == 0 || it.byShare() && it.target.Basis == indicator.WholeYear {
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

// A verdict in words closes a sentence: in Chinese as a clause of it, with its
// own mark before, in English as a sentence of its own.
type closing struct{ zh, en string }

// close ends the sentence about an indicator with how it stands against its
// target.
func (c *composer) close(s *sentence, it *item, ord order) {
	if it.target == nil {
		s.stop()
		return
	}
	a := it.target
	v := c.targetValue(it.r, a.Target)
	var t closing
	switch {
	case !a.Target.Bound.HasValue() && a.Target.Bound != indicator.Relative:
		t = closing{"；全年目标表述为“" + v.ZH + "”，未设数值", "The target for the year is worded “" + v.EN + "”, without a figure."}
	case a.Verdict == indicator.NoData:
		t = closing{"；尚无可与全年目标（" + v.ZH + "）比较的数据", "There is no figure yet to set against the target for the year (" + v.EN + ")."}
	case a.Verdict == indicator.NotComparable || a.Verdict == "":
		t = closing{"；现有数据不能与全年目标（" + v.ZH + "）直接比较", "The figures cannot be set against the target for the year (" + v.EN + ")."}
	case it.byShare():
		t = shareClosing(it, v)
	case a.Target.Bound == indicator.Relative:
		t = c.relativeClosing(it)
	default:
		t = gapClosing(it, v, ord)
	}
	s.add(t.zh+"。", ". "+t.en)
	s.refs = append(append(s.refs, a.Gap.Inputs...), a.Target.Cell)
}

// shareClosing: a level target against the calendar.
func shareClosing(it *item, v Text) closing {
	a := it.target
	share := it.share().plain() + "%"
	t := closing{"，完成全年目标（" + v.ZH + "）的" + share, "That is " + share + " of the target for the year (" + v.EN + ")"}
	gap := round(a.Gap.Value, 1)
	p := points(it.gap())
	switch {
	case a.Basis == indicator.WholeYear:
		t.en += "."
	case gap.Sign() == 0:
		t.zh += "，与时间进度一致"
		t.en += ", in line with the share of the year elapsed."
	case gap.Sign() > 0:
		t.zh += "，快于时间进度" + p.ZH
		t.en += ", " + p.EN + " more than the share of the year elapsed."
	default:
		t.zh += "，慢于时间进度" + p.ZH
		t.en += ", " + p.EN + " less than the share of the year elapsed."
	}
	return t
}

// relativeClosing: a target that follows another indicator.
func (c *composer) relativeClosing(it *item) closing {
	ref := Text{ZH: "所参照指标", EN: "the indicator it follows"}
	if o := c.item(it.target.Target.Ref); o != nil {
		ref = Text{ZH: o.r.label().ZH, EN: inside(o.r.label().EN)}
	}
	w := c.targetWords(it.r, it.target.Target)
	gap := round(it.target.Gap.Value, gapPlaces(it))
	p := points(it.gap())
	t := closing{"；目标为“" + w.ZH + "”，", "The target is worded “" + w.EN + "”: "}
	switch gap.Sign() {
	case 0:
		t.zh += "增速与" + ref.ZH + "相同"
		t.en += "growth matches that of " + ref.EN + "."
	case 1:
		t.zh += "增速比" + ref.ZH + "高" + p.ZH
		t.en += "growth is " + p.EN + " above that of " + ref.EN + "."
	default:
		t.zh += "增速比" + ref.ZH + "低" + p.ZH
		t.en += "growth is " + p.EN + " below that of " + ref.EN + "."
	}
	return t
}

// gapClosing: an actual above, below or at its target.
func gapClosing(it *item, v Text, ord order) closing {
	a := it.target
	gap := gapOf(it)
	p := gapUnit(it)
	what := "Growth is "
	switch {
	case a.Target.Kind != growthKind:
		what = "That is "
	case a.Actual.Value.Sign() < 0:
		what = "The rate is "
	}
	switch {
	case within(it):
		return closing{"，处于全年目标区间（" + v.ZH + "）之内", what + "within the target range of " + v.EN + "."}
	case a.Target.Bound == indicator.Between && gap.Sign() < 0:
		return closing{"，距全年目标区间（" + v.ZH + "）尚差" + p.ZH, what + p.EN + " short of the target range of " + v.EN + "."}
	case a.Target.Bound == indicator.Between:
		return closing{"，超出全年目标区间（" + v.ZH + "）" + p.ZH, what + p.EN + " above the target range of " + v.EN + "."}
	case a.Target.Bound == indicator.AtMost && gap.Sign() > 0:
		return closing{"，超出全年控制目标（" + v.ZH + "）" + p.ZH, what + p.EN + " above the ceiling for the year (" + v.EN + ")."}
	case a.Target.Bound == indicator.AtMost:
		return closing{"，控制在全年目标（" + v.ZH + "）之内", what + "within the ceiling for the year (" + v.EN + ")."}
	case gap.Sign() == 0:
		return closing{"，与全年目标（" + v.ZH + "）持平", what + "at the target for the year (" + v.EN + ")."}
	case gap.Sign() > 0 && ord == levelFirst:
		return closing{"，比全年目标（" + v.ZH + "）高" + p.ZH, what + p.EN + " above the target for the year (" + v.EN + ")."}
	case gap.Sign() > 0:
		return closing{"，高于" + v.ZH + "的全年目标" + p.ZH, "The target for the year is " + v.EN + ", " + p.EN + " lower."}
	case ord == levelFirst:
		return closing{"，比全年目标（" + v.ZH + "）低" + p.ZH, what + p.EN + " below the target for the year (" + v.EN + ")."}
	}
	return closing{"，距" + v.ZH + "的全年目标尚差" + p.ZH, "The target for the year is " + v.EN + ", " + p.EN + " higher."}
}

// within reports an actual inside its target range.
func within(it *item) bool {
	return it.target.Target.Bound == indicator.Between && gapOf(it).Sign() == 0
}

// gapOf is the distance from the target as shown; for a range, from the nearer
// end, and zero inside.
func gapOf(it *item) Decimal {
	a := it.target
	g := a.Gap.Value
	if a.Target.Bound == indicator.Between && !it.byShare() {
		switch {
		case a.Actual.Value.GreaterThan(a.Target.Upper):
			g = a.Actual.Value.Sub(a.Target.Upper)
		case a.Actual.Value.GreaterThanOrEqual(a.Target.Value):
			return Decimal{}
		}
	}
	return round(g, gapPlaces(it))
}

// gap is the distance from the target as a fact.
func (it *item) gap() fact {
	f := fact{it.target.Gap, it.target.Period, gapPlaces(it), true, asPoints, it.r}
	f.Value, f.Formula = gapOf(it), indicator.GapToTarget
	if !it.inPoints() {
		f.role = asLevel
	}
	return f
}

// share and elapsed are the shares of a level target and of its year.
func (it *item) share() fact {
	return fact{it.target.Share, it.target.Period, 1, true, asShare, it.r}
}
func (it *item) elapsed() fact {
	return fact{it.target.Elapsed, it.target.Period, 1, true, asShare, it.r}
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
	return it.byShare() || it.target.Target.Kind == growthKind || it.r.s.Unit.IsPercent()
}

// float is a decimal for drawing only.
func float(v decimal.Decimal) float64 { return v.InexactFloat64() }
