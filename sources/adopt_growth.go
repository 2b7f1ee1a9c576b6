package sources

import (
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// tellGrowth finds percentages that are rates of growth though no head says so:
// those of an indicator that is an amount (规模以上工业增加值, %), and those that
// agree with the growth of a level elsewhere in the workbook.
func (a *adopter) tellGrowth() {
	for _, d := range a.drafts {
		if g := a.names[d.item].guide; g != nil && g.Measure != "" && !d.growth {
			if d.label.Measure = indicator.Measure(g.Measure); d.label.Measure == indicator.Growth {
				a.takeForGrowth(d, "profile")
			}
		}
	}
	a.tellIndex()
	for _, d := range a.drafts {
		n := a.names[d.item]
		untold := unitOf(d).Text.IsZero() && d.table.Context.Measure == indicator.Growth
		if d.growth || !unitOf(d).IsPercent() && !untold || d.label.Measure != "" || strings.Contains(d.draftKey.unit, "point") {
			continue
		}
		if d.table.Context.Measure == indicator.Growth {
			a.takeForGrowth(d, "title")
			continue
		}
		if d.draftKey.unit == "%" && hasHan(n.written) && n.match != glossary.None && (n.entry.Measure == indicator.Level || n.entry.Measure == indicator.Growth) && !a.hasShare(d) {
			a.takeForGrowth(d, "glossary")
		}
	}
	byTable := map[*layout.Table][]*draft{}
	var order []*layout.Table
	for _, d := range a.drafts {
		if d.growth || !unitOf(d).IsPercent() || d.label.Measure != "" || d.label.Unit != "" && d.label.Unit != "%" {
			continue
		}
		if byTable[d.table] == nil {
			order = append(order, d.table)
		}
		byTable[d.table] = append(byTable[d.table], d)
	}
	for _, t := range order {
		var agree []*draft
		against := 0
		for _, d := range byTable[t] {
			switch yes, no := a.recomputed(d); {
			case yes >= 4 && yes >= 4*no:
				agree = append(agree, d)
			case no >= 4 && no > yes:
				against++
			}
		}
		if len(agree) == 0 {
			continue
		}
		whole := len(agree) > against && a.percentOnly(t)
		for _, d := range byTable[t] {
			if whole {
				a.takeForGrowth(d, "recomputed")
			}
		}
		if !whole {
			for _, d := range agree {
				a.takeForGrowth(d, "recomputed")
			}
		}
	}
}

// tellIndex finds price indices in columns of growth: figures about 100, of
// something called an index, are 上年同期=100.
func (a *adopter) tellIndex() {
	for _, d := range a.drafts {
		name := strings.ToLower(a.names[d.item].written)
		if d.dropped || !d.growth && !unitOf(d).IsPercent() || !strings.Contains(name, "指数") && !strings.Contains(name, "index") {
			continue
		}
		n, about := 0, 0
		for _, o := range d.obs {
			if o.Status.HasValue() {
				n++
				if f, _ := o.Value.Float64(); f > 60 && f < 160 {
					about++
				}
			}
		}
		if n == 0 || about < n {
			continue
		}
		base := "上年同期=100"
		if d.draftKey.compare == indicator.OnPrevious {
			base = "上月=100"
		}
		d.growth, d.draftKey.compare, d.draftKey.unit, d.unit, d.label.Measure = false, "", base, indicator.Unit{}, indicator.Index
		a.warnf("index-recognised", d.obs[0].Cell,
			"“%[1]s”以百分数给出，但数值都在 100 左右，按指数（%[2]s）理解。", "the figures of “%[1]s” are given in percent and are all about 100; they are taken for an index (%[2]s).", a.names[d.item].written, base)
	}
}

// hasShare reports whether the figures cannot be growth: the table has growth
// of the same item beside them, or they are shares of a total of 100.
func (a *adopter) hasShare(d *draft) bool {
	for _, o := range a.byItem[d.item] {
		if o.growth {
			return true
		}
	}
	for _, o := range a.byTable[d.table] {
		// 第一产业 in percent under a total of 100 is a share.
		if !o.growth && len(o.obs) > 0 && unitOf(o).IsPercent() && o.obs[0].Value.Equal(hundred) {
			return true
		}
	}
	return false
}

// takeForGrowth makes growth of a draft of percentages, and says so.
func (a *adopter) takeForGrowth(d *draft, why string) {
	d.growth = true
	if d.compare == "" {
		d.compare = d.table.Context.Compare
	}
	if d.compare == "" {
		d.compare = indicator.YearOnYear
	}
	if len(d.obs) == 0 {
		return
	}
	at := d.obs[0].Cell
	name := a.names[d.item].written
	switch why {
	case "profile":
	case "title":
		a.infof("growth-recognised", at,
			"“%[1]s”的百分数按表题理解为增速；如不是，请在配置文件中指定其 measure。",
			"the percentages of “%[1]s” are taken for growth, as the table's title says; if they are not, set its measure in the profile.", name)
	case "glossary":
		a.warnf("growth-recognised", at,
			"“%[1]s”是总量指标而单位为%%，理解为同比增速；如不是，请在配置文件中指定其 measure。",
			"“%[1]s” is an amount but its unit is %%, so that its figures are taken for growth year on year; if they are not, set its measure in the profile.", name)
	default:
		a.warnf("growth-recognised", at,
			"“%[1]s”的百分数没有说明口径；与本工作簿中水平值的增速相符，理解为同比增速。如不是，请在配置文件中指定其 measure。",
			"nothing says what the percentages of “%[1]s” are; they agree with the growth of levels in this workbook and are taken for growth year on year. If they are not, set its measure in the profile.", name)
	}
}

// percentOnly reports whether all figures of a table are percentages.
func (a *adopter) percentOnly(t *layout.Table) bool {
	for _, d := range a.byTable[t] {
		if !d.growth && !unitOf(d).IsPercent() {
			return false
		}
	}
	return true
}

// recomputed counts the figures of a draft of percentages that are, and those
// that are not, the growth of a level of the same name.
func (a *adopter) recomputed(d *draft) (yes, no int) {
	for _, l := range a.byName[d.name] {
		if l.growth || l == d || unitOf(l).IsPercent() {
			continue
		}
		if y, n := agreement(d, l); y > yes {
			yes, no = y, n
		} else if yes == 0 {
			no = max(no, n)
		}
	}
	return yes, no
}

// agreement counts the figures of a growth that are, and those that are not,
// what the levels of another draft give, but for rounding.
func agreement(d, l *draft) (yes, no int) {
	at := map[indicator.Period]indicator.Decimal{}
	for _, o := range l.obs {
		if o.Status.HasValue() {
			at[o.Period] = o.Value
		}
	}
	for _, o := range d.obs {
		now, ok1 := at[o.Period]
		then, ok2 := at[o.Period.YearBefore()]
		if !o.Status.HasValue() || !ok1 || !ok2 || then.Sign() <= 0 {
			continue
		}
		g := now.Sub(then).Mul(hundred).DivRound(then, 6)
		// Levels rounded to whole units leave this much room.
		slack := hundred.DivRound(then, 6).Mul(rounding(then)).Add(decimal.NewFromFloat(0.11))
		if g.Sub(o.Value).Abs().LessThanOrEqual(slack) {
			yes++
		} else {
			no++
		}
	}
	return yes, no
}

// rounding is half a unit of the last digit, twice: for both levels.
func rounding(d indicator.Decimal) indicator.Decimal {
	return decimal.New(1, min(0, d.Exponent()))
}
