package briefing

import (
	"strings"

	"jianbao/internal/indicator"
)

// tone is the status of a verdict.
func tone(v indicator.Verdict) Tone {
	switch v {
	case indicator.Ahead:
		return Ahead
	case indicator.OnTrack:
		return OnTrack
	case indicator.Behind:
		return Behind
	case indicator.OffTarget:
		return Plain
	}
	return Quiet
}

// targetUnit is the unit a target's number is in.
func targetUnit(r *reading, t indicator.Target) indicator.Unit {
	if t.OfGrowth() {
		return indicator.Unit{Text: Text{ZH: "%", EN: "%"}, Base: "percent"}
	}
	return r.s.Unit
}

// aimed is a number of a target as a fact.
func (r *reading) aimed(t indicator.Target, v Decimal) fact {
	f := r.fact(indicator.Quantity{Value: v, Inputs: []Cell{t.Cell}}, yearOf(t.Year), -1, asTarget)
	if t.OfGrowth() {
		f.role = asAim
	}
	return f
}

// aimedAmount is that in the natural unit of each language.
func (r *reading) aimedAmount(t indicator.Target, v Decimal) Amount {
	f := r.aimed(t, v)
	a := amount(v, targetUnit(r, t), -1)
	a.ZH.Number, a.EN.Number = r.book.group(a.ZH.Number, a.EN.Number)
	a.ZH.Number, a.EN.Number = f.mark(a.ZH.Number), f.mark(a.EN.Number)
	return a
}

// targetValue is a target as a label: 18%, 5.5%以内, 5%—6%; a fall in words, since
// −10%以上 would be read as a fall of 10% or more; words where there is no number.
func (c *composer) targetValue(r *reading, t indicator.Target) Text {
	if !t.Bound.HasValue() {
		return c.targetWords(r, t)
	}
	if t.OfGrowth() && t.Value.Sign() < 0 && t.Bound != indicator.Between {
		return r.plannedGrowth(t)
	}
	u := targetUnit(r, t)
	value, upper := r.aimedAmount(t, t.Value), r.aimedAmount(t, t.Upper)
	switch {
	case t.Bound == indicator.Between && (t.Value.Sign() < 0 || t.Upper.Sign() < 0): // a dash would be read as a sign
		return Text{ZH: value.ZH.String() + "至" + upper.ZH.String(), EN: value.EN.String() + " to " + upper.EN.String()}
	case t.Bound == indicator.AtLeast && t.Value.Sign() < 0:
		return Text{ZH: "不低于" + value.ZH.String(), EN: "no less than " + value.EN.String()}
	case t.Bound == indicator.AtMost && t.Value.Sign() < 0:
		return Text{ZH: "不高于" + value.ZH.String(), EN: "no more than " + value.EN.String()}
	case t.Bound == indicator.Between && !u.IsPercent():
		return Text{ZH: between(value.ZH, upper.ZH, "—"), EN: between(value.EN, upper.EN, "–")}
	}
	return bounded(t, value.text(), upper.text())
}

// between is a range; what both ends share is said once: US$300–350 million.
func between(a, b AmountParts, dash string) string {
	if a.Before == b.Before && a.After == b.After {
		return a.Before + a.Number + dash + b.Number + a.After
	}
	return a.String() + dash + b.String()
}

// bounded adds how a target binds.
func bounded(t indicator.Target, value, upper Text) Text {
	switch t.Bound {
	case indicator.AtLeast:
		return Text{ZH: value.ZH + "以上", EN: value.EN + " or more"}
	case indicator.AtMost:
		return Text{ZH: value.ZH + "以内", EN: value.EN + " or less"}
	case indicator.About:
		return Text{ZH: value.ZH + "左右", EN: "about " + value.EN}
	case indicator.Between:
		return Text{ZH: value.ZH + "—" + upper.ZH, EN: value.EN + "–" + upper.EN}
	}
	return value
}

// targetWords is a target without a number: the source's own words, or, where
// it follows another indicator, that said plainly.
func (c *composer) targetWords(r *reading, t indicator.Target) Text {
	if !t.Text.IsZero() {
		return complete(t.Text)
	}
	if ref := c.item(t.Ref); ref != nil {
		n := ref.r.label()
		return Text{ZH: "与" + n.ZH + "增长同步", EN: "in step with growth in " + inside(n.EN)}
	}
	return Text{ZH: "未设数值", EN: "no figure set"}
}

// targetLine is a target under a key figure: 2023年目标增长7.2%, 2023 target: +7.2%.
func (c *composer) targetLine(r *reading, t indicator.Target) Text {
	y := num(t.Year)
	if !t.Bound.HasValue() {
		w := c.targetWords(r, t)
		return Text{ZH: y + "年目标：" + w.ZH, EN: y + " target: " + w.EN}
	}
	v := c.targetValue(r, t)
	if t.Kind != indicator.GrowthTarget {
		return Text{ZH: y + "年目标" + v.ZH, EN: y + " target: " + v.EN}
	}
	if t.Value.Sign() < 0 || t.Value.Sign() == 0 && t.Bound != indicator.Between {
		g := r.plannedGrowth(t)
		return Text{ZH: y + "年目标" + g.ZH, EN: y + " target: " + g.EN}
	}
	switch t.Bound {
	case indicator.About:
		return Text{ZH: y + "年目标增长" + v.ZH, EN: y + " target: about +" + strings.TrimPrefix(v.EN, "about ")}
	case indicator.Between:
		return Text{ZH: y + "年目标增长" + v.ZH, EN: y + " target: " + r.aimed(t, t.Value).signed() + "% to +" + r.aimed(t, t.Upper).plain() + "%"}
	}
	return Text{ZH: y + "年目标增长" + v.ZH, EN: y + " target: +" + v.EN}
}

// plannedGrowth is a growth target as what is to happen: 增长7.2%, growth of
// 7.2%; 下降3%以上, a fall of 3% or more.
func (r *reading) plannedGrowth(t indicator.Target) Text {
	size := func(v Decimal) Text { return same(r.aimed(t, v).size() + "%") }
	value, upper := size(t.Value), size(t.Upper)
	if t.Value.Sign() == 0 {
		switch t.Bound {
		case indicator.AtLeast:
			return Text{ZH: "不低于上年", EN: "no fall"}
		case indicator.AtMost:
			return Text{ZH: "不高于上年", EN: "no growth"}
		case indicator.About:
			return Text{ZH: "与上年大体持平", EN: "little change"}
		case indicator.Exactly:
			return Text{ZH: "与上年持平", EN: "no change"}
		}
	}
	switch {
	case t.Value.Sign() >= 0:
		v := bounded(t, value, upper)
		return Text{ZH: "增长" + v.ZH, EN: "growth of " + v.EN}
	case t.Bound == indicator.AtLeast: // no less than −3%
		return Text{ZH: "降幅不超过" + value.ZH, EN: "a fall of " + value.EN + " or less"}
	case t.Bound == indicator.AtMost:
		return Text{ZH: "下降" + value.ZH + "以上", EN: "a fall of " + value.EN + " or more"}
	case t.Bound == indicator.Between && t.Upper.Sign() > 0:
		return Text{ZH: "增速在" + minus + value.ZH + "至" + upper.ZH + "之间", EN: "growth between " + minus + value.EN + " and " + upper.EN}
	case t.Bound == indicator.Between: // the smaller fall first
		return Text{ZH: "下降" + upper.ZH + "—" + value.ZH, EN: "a fall of " + upper.EN + "–" + value.EN}
	}
	v := bounded(t, value, upper)
	return Text{ZH: "下降" + v.ZH, EN: "a fall of " + v.EN}
}

// markLabel is a target at its mark in a chart.
func (c *composer) markLabel(r *reading, t indicator.Target) Text {
	v := c.targetValue(r, t)
	colon := ""
	if t.Value.Sign() < 0 && t.Bound.HasValue() { // words follow
		colon = ":"
	}
	return Text{ZH: "目标" + v.ZH, EN: "target" + colon + " " + v.EN}
}
