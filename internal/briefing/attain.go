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
// where none is off its target.
func (c *composer) surprise() *item {
	var best *item
	for _, it := range c.items {
		if !it.measured() || it.byShare() || it.target.Target.Kind != growthKind || it.target.Verdict == indicator.OnTrack {
			continue
		}
		if best == nil || it.target.Gap.Value.Abs().GreaterThan(best.target.Gap.Value.Abs()) {
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
	return max(n, digitsAfterPoint(trimmed(it.target.Aim.Value)))
}

// againstTitle: 规上工业产值低于全年目标4.8个百分点.
func (c *composer) againstTitle(it *item) Text {
	n, gap := it.r.label(), it.target.Gap.Value
	p := points(round(gap, gapPlaces(it)), gapPlaces(it))
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
	places := gapPlaces(it)
	g := round(it.target.Gap.Value, places)
	s := plain(g.Abs(), places)
	unit := Text{ZH: "个百分点", EN: " pp"}
	if it.target.Target.Kind != growthKind && !it.byShare() && !it.r.s.Unit.IsPercent() {
		unit = Text{ZH: chineseUnit(it.r.s.Unit), EN: ""}
	}
	switch {
	case g.Sign() == 0:
		return Text{ZH: "持平", EN: "at target"}
	case g.Sign() > 0 && it.byShare():
		return Text{ZH: "快" + s + unit.ZH, EN: s + unit.EN + " ahead"}
	case it.byShare():
		return Text{ZH: "慢" + s + unit.ZH, EN: s + unit.EN + " behind"}
	case g.Sign() > 0:
		return Text{ZH: "高" + s + unit.ZH, EN: s + unit.EN + " above"}
	}
	return Text{ZH: "低" + s + unit.ZH, EN: s + unit.EN + " below"}
}

// againstTarget is the sentence that sets an indicator against its target.
func (c *composer) againstTarget(s *sentence, it *item, variant int) {
	if it.target == nil {
		return
	}
	a := it.target
	v := c.targetValue(it.r, a.Target)
	var t Text
	refs := append(append([]Cell{}, a.Gap.Inputs...), a.Target.Cell)
	switch {
	case a.Verdict == indicator.NoData:
		if it.r.known() {
			t = Text{ZH: "尚无可与全年目标（" + v.ZH + "）比较的数据。", EN: "There is no figure yet to set against the full-year target (" + v.EN + ")."}
		}
	case !a.Target.Bound.HasValue() && a.Target.Bound != indicator.Relative:
		t = Text{ZH: "全年目标为“" + v.ZH + "”，未设数值。", EN: "The target for the year is worded “" + v.EN + "”, without a figure."}
	case a.Verdict == indicator.NotComparable || a.Verdict == "":
		t = Text{ZH: "现有数据不能与全年目标（" + v.ZH + "）直接比较。", EN: "The figures cannot be set against the target for the year (" + v.EN + ")."}
	case it.byShare():
		t = c.shareSentence(it, v)
	case a.Target.Bound == indicator.Relative:
		t = c.relativeSentence(it)
	default:
		t = c.gapSentence(it, v, variant)
	}
	s.join(t, refs)
}

// shareSentence: a level target against the calendar.
func (c *composer) shareSentence(it *item, v Text) Text {
	a := it.target
	share := plain(a.Share.Value, 1) + "%"
	if a.Basis == indicator.WholeYear {
		return Text{ZH: "完成全年目标（" + v.ZH + "）的" + share + "。", EN: "That is " + share + " of the full-year target of " + v.EN + "."}
	}
	gap := round(a.Gap.Value, 1)
	p := points(gap, 1)
	t := Text{ZH: "完成全年目标（" + v.ZH + "）的" + share, EN: "That is " + share + " of the full-year target of " + v.EN}
	switch gap.Sign() {
	case 0:
		return Text{ZH: t.ZH + "，与时间进度一致。", EN: t.EN + ", in line with the share of the year elapsed."}
	case 1:
		return Text{ZH: t.ZH + "，快于时间进度" + p.ZH + "。", EN: t.EN + ", " + p.EN + " more than the share of the year elapsed."}
	}
	return Text{ZH: t.ZH + "，慢于时间进度" + p.ZH + "。", EN: t.EN + ", " + p.EN + " less than the share of the year elapsed."}
}

// relativeSentence: a target that follows another indicator.
func (c *composer) relativeSentence(it *item) Text {
	a := it.target
	words := c.targetWords(it.r, a.Target)
	ref := Text{ZH: "所参照指标", EN: "the indicator it follows"}
	if o := c.item(a.Target.Ref); o != nil {
		ref = o.r.label()
		ref.EN = inside(ref.EN)
	}
	gap := round(a.Gap.Value, gapPlaces(it))
	p := points(gap, gapPlaces(it))
	head := Text{ZH: "目标为“" + words.ZH + "”：", EN: "The target is worded “" + words.EN + "”: "}
	switch gap.Sign() {
	case 0:
		return Text{ZH: head.ZH + "其增速与" + ref.ZH + "相同。", EN: head.EN + "growth matches that of " + ref.EN + "."}
	case 1:
		return Text{ZH: head.ZH + "其增速比" + ref.ZH + "高" + p.ZH + "。", EN: head.EN + "growth is " + p.EN + " above that of " + ref.EN + "."}
	}
	return Text{ZH: head.ZH + "其增速比" + ref.ZH + "低" + p.ZH + "。", EN: head.EN + "growth is " + p.EN + " below that of " + ref.EN + "."}
}

// gapSentence: an actual above, below or at its target. The order of saying
// turns with variant.
func (c *composer) gapSentence(it *item, v Text, variant int) Text {
	a := it.target
	places := gapPlaces(it)
	gap := round(a.Gap.Value, places)
	p := points(gap, places)
	if !it.r.s.Unit.IsPercent() && a.Target.Kind != growthKind {
		p = amount(gap.Abs(), it.r.s.Unit, places).text()
	}
	if a.Target.Bound == indicator.Between && a.Verdict == indicator.OnTrack {
		return Text{ZH: "处于全年目标区间（" + v.ZH + "）之内。", EN: "That is within the target range of " + v.EN + "."}
	}
	if a.Target.Bound == indicator.AtMost {
		switch gap.Sign() {
		case 1:
			return Text{ZH: "超出全年控制目标（" + v.ZH + "）" + p.ZH + "。", EN: "That is " + p.EN + " above the ceiling for the year (" + v.EN + ")."}
		}
		return Text{ZH: "控制在全年目标（" + v.ZH + "）之内。", EN: "That is within the ceiling for the year (" + v.EN + ")."}
	}
	switch {
	case gap.Sign() == 0:
		return Text{ZH: "与全年目标（" + v.ZH + "）持平。", EN: "That matches the target for the year (" + v.EN + ")."}
	case gap.Sign() > 0 && variant%2 == 0:
		return Text{ZH: "比全年目标（" + v.ZH + "）高" + p.ZH + "。", EN: "That is " + p.EN + " above the target for the year (" + v.EN + ")."}
	case gap.Sign() > 0:
		return Text{ZH: "全年目标为" + v.ZH + "，目前高出" + p.ZH + "。", EN: "The target for the year is " + v.EN + "; the rate so far is " + p.EN + " higher."}
	case variant%2 == 0:
		return Text{ZH: "比全年目标（" + v.ZH + "）低" + p.ZH + "。", EN: "That is " + p.EN + " below the target for the year (" + v.EN + ")."}
	}
	return Text{ZH: "全年目标为" + v.ZH + "，目前相差" + p.ZH + "。", EN: "The target for the year is " + v.EN + ", " + p.EN + " higher."}
}

// float is a decimal for drawing only.
func float(v decimal.Decimal) float64 { return v.InexactFloat64() }
