package sources

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// rateName ends the names of rates and shares.
var rateName = regexp.MustCompile(`(?:率|比重|占比)$`)

// tellChanges goes through the figures that stand in columns of growth and are
// none: changes of rates, which are in percentage points; rates themselves, in a
// table whose columns are 总量 and 增速; and changes of amounts, under 增减.
func (a *adopter) tellChanges() {
	for _, d := range a.drafts {
		if !d.growth || d.dropped || d.item.Label.Measure == indicator.Growth || !hasHan(a.names[d.item].written) {
			continue // what calls itself growth is
		}
		if n := a.names[d.item]; n.guide != nil && !a.hasLevel(d) {
			switch m := indicator.Measure(n.guide.Measure); m {
			case indicator.Rate, indicator.Share, indicator.Index:
				a.takeForRate(d, m)
				continue
			}
		}
		switch {
		case !a.isRate(d):
			if d.label.Diff {
				a.changeOrGrowth(d)
			}
		case a.hasLevel(d):
			a.putAside(d, "points")
			a.infof("points-not-growth", d.obs[0].Cell,
				"“%[1]s”是比率，增减栏中的数是百分点，不作增速使用；简报中的百分点由两期比率算出。",
				"“%[1]s” is a rate, so that its change is in percentage points and no growth; the briefing works out the points from the rates of both periods.", a.names[d.item].written)
		default:
			a.takeForRate(d, indicator.Rate)
			a.warnf("rate-in-growth-column", d.obs[0].Cell,
				"“%[1]s”是比率，增速栏中的数按比率本身理解；如是增减百分点，请改写表头或在配置文件中忽略。",
				"“%[1]s” is a rate; its figure in a column of growth is taken for the rate itself. If it is a change, say so in the head, or ignore it in the profile.", a.names[d.item].written)
		}
	}
}

// isRate reports whether growth of an item in percent makes no sense.
func (a *adopter) isRate(d *draft) bool {
	n := a.names[d.item]
	if n.match != glossary.None {
		return n.entry.Measure == indicator.Rate && (n.entry.Unit == "" || strings.ContainsAny(n.entry.Unit, "%‰")) || n.entry.Measure == indicator.Share
	}
	return rateName.MatchString(n.written) && !strings.HasSuffix(n.written, "增长率") && !strings.HasSuffix(n.written, "汇率")
}

// hasLevel reports whether there are figures of the item itself.
func (a *adopter) hasLevel(d *draft) bool {
	for _, l := range a.byItem[d.item] {
		if !l.growth && !l.dropped && l.hasValue() {
			return true
		}
	}
	return false
}

// takeForRate makes a draft of growth one of figures in percent.
func (a *adopter) takeForRate(d *draft, m indicator.Measure) {
	d.growth, d.draftKey.compare, d.compare, d.label.Measure = false, "", "", m
	d.draftKey.prices, d.prices = "", ""
}

// putAside drops a draft and says of its cells why.
func (a *adopter) putAside(d *draft, reason string) {
	d.dropped = true
	for _, o := range d.obs {
		if o.Status.HasValue() {
			a.explainCell(o.Cell, reason)
		}
	}
}

// changeOrGrowth decides whether 增减 is a change or growth in percent, by the
// figures beside it; where these do not tell, it asks.
func (a *adopter) changeOrGrowth(d *draft) {
	var percent, absolute, known int
	for _, l := range a.byItem[d.item] {
		if l.growth || l.dropped || unitOf(l).IsPercent() {
			continue
		}
		p, c, n := changes(d, l)
		percent, absolute, known = max(percent, p), max(absolute, c), max(known, n)
	}
	switch {
	case absolute > percent, absolute > 0 && absolute == percent && a.absoluteIn(d.table):
		a.putAside(d, "change")
	case known == 0 && a.hasLevel(d) && !d.percentSign:
		a.warnf("change-or-growth", d.obs[0].Cell,
			"“%[1]s”的“增减”没有写明是百分数还是增减量，按增速（%%）理解；请在表头写明“增减%%”或“增减额”。",
			"the head does not say whether the change of “%[1]s” is in percent; it is taken for growth in percent. Write 增减%% or 增减额 into the head.", a.names[d.item].written)
	}
}

// absoluteIn reports whether more of the changes in a table can only be amounts
// than can only be percentages: one column says the same of all.
func (a *adopter) absoluteIn(t *layout.Table) bool {
	if known, ok := a.absolute[t]; ok {
		return known
	}
	balance := 0
	for _, d := range a.byTable[t] {
		if !d.growth || !d.label.Diff || d.percentSign {
			continue
		}
		if a.isRate(d) && a.hasLevel(d) {
			balance++ // points are no percentages either
			continue
		}
		for _, l := range a.byItem[d.item] {
			if !l.growth && !unitOf(l).IsPercent() {
				switch p, c, _ := changes(d, l); {
				case c > p:
					balance++
				case p > c:
					balance--
				}
			}
		}
	}
	if a.absolute == nil {
		a.absolute = map[*layout.Table]bool{}
	}
	a.absolute[t] = balance > 0
	return balance > 0
}

// changes compares the figures of a draft with the levels of another: how many
// are their growth in percent, how many their difference to the year before, and
// how many could be compared.
func changes(d, l *draft) (percent, absolute, known int) {
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
		known++
		if g := now.Sub(then).Mul(hundred).DivRound(then, 6); g.Sub(o.Value).Abs().LessThanOrEqual(decimal.New(15, -2)) {
			percent++
		}
		if now.Sub(then).Sub(o.Value).Abs().LessThanOrEqual(rounding(then)) {
			absolute++
		}
	}
	return percent, absolute, known
}
