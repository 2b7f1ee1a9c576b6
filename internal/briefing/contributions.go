package briefing

import (
	"slices"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// How far back contributions are drawn, in steps, and the fewest columns that
// are worth a chart over time.
const (
	contributionSteps = 12
	fewestColumns     = 3
)

// contributionFigure draws what the parts of an indicator brought to its growth:
// column by column where they make up all of it, else, or for one period alone,
// ranked. nil where not all contributions can be had.
func (c *composer) contributionFigure(it *item) *Figure {
	parts := c.parts(it)
	at := it.tellsOf()
	if len(parts) == 0 || len(parts) > 8 || it.history.ratio || at.IsZero() {
		return nil
	}
	at0 := c.contributions(it, parts, at)
	if at0 == nil {
		return nil
	}
	ranked := slices.Clone(at0)
	slices.SortStableFunc(ranked, func(a, b fact) int { return b.Value.Cmp(a.Value) })
	when := it.r.in(at)
	whole := inner(it.r.label())
	f := &Figure{ID: "contributions-" + it.r.s.ID, Title: contributionTitle(it, ranked[0])}
	unit := Text{ZH: "个百分点", EN: "percentage points"}
	if chart, others := c.contributionStack(it, parts, at0, at); chart != nil {
		chart.Unit = Text{ZH: "柱为拉动（个百分点），线为增速（%）", EN: "bars: contributions (percentage points); line: growth (%)"}
		f.Chart = chart
		f.Description = Text{ZH: "各部分对" + whole.ZH + "增速的拉动（百分点）", EN: "Contributions to growth in " + whole.EN + " (percentage points)"}
		if len(chart.Slots) == contributionSteps {
			f.Description = joinTexts("，", ", ", []Text{f.Description, it.history.newestOnly(contributionSteps)})
		}
		f.Description = joinTexts("；", "; ", []Text{f.Description, others})
	} else {
		r := &Ranked{Unit: unit}
		for _, x := range ranked {
			r.Rows = append(r.Rows, RankedRow{Name: x.of.label(), Datum: it.history.datum(x, same(x.signed())), Ref: -1})
		}
		f.Chart = r
		f.Description = Text{ZH: when.ZH + "各部分对" + whole.ZH + "增速的拉动（百分点）", EN: "Contributions to growth in " + whole.EN + " " + when.EN + " (percentage points)"}
	}
	f.Alt = described(f.Chart)
	return f
}

// contributions of the parts at a period, in their order; nil where one is
// missing or at other prices than the growth of the whole.
func (c *composer) contributions(it *item, parts []*item, at Period) []fact {
	g := it.r.rateAt(at)
	if !g.ok {
		return nil
	}
	var out []fact
	for _, p := range parts {
		q, err := c.d.Contribution(p.r.s.ID, it.r.s.ID, at)
		if err != nil || (q.Prices == indicator.Real) != (g.Prices == indicator.Real) {
			return nil
		}
		out = append(out, p.r.fact(q, at, 1, asPoints))
	}
	return out
}

// contributionStack is the columns up to a period, whose facts are the latest; nil
// where there are too few, or where the parts are not all of the whole.
// others says which parts are drawn as one.
func (c *composer) contributionStack(it *item, parts []*item, latest []fact, at Period) (chart *Stack, others Text) {
	step := at.To - at.From + 1
	toDate := step > 1 && at.From.Of() == 1 && step < 12
	fold := foldingOf(latest)
	chart = &Stack{Total: Series{Name: it.r.label(), Emphasis: true}, Parts: fold.series(parts)}
	steps := it.history.steps
	if n := len(steps); n > contributionSteps {
		steps = steps[n-contributionSteps:]
	}
	columns := 0
	for _, s := range steps {
		p := s
		if toDate {
			p = indicator.ToDate(s.To.Year(), s.To.Of())
		}
		facts := c.contributions(it, parts, p)
		if facts == nil && len(chart.Slots) == 0 {
			continue // nothing yet
		}
		chart.Slots = append(chart.Slots, it.r.w.slotOf(s))
		total := fact{}
		if facts != nil {
			columns++
			total = it.r.rateAt(p)
			// In comparable prices contributions are approximate; the levels tell.
			if !makeUp(facts, total) && !makeUp(c.shares(it, parts, p), whole100) {
				return nil, Text{}
			}
		}
		for i, f := range fold.of(it, facts) {
			chart.Parts[i].Data = append(chart.Parts[i].Data, it.history.datum(f, same(f.signed())))
		}
		chart.Total.Data = append(chart.Total.Data, it.history.datum(total, same(total.signed()+"%")))
	}
	if columns < fewestColumns {
		return nil, Text{}
	}
	return chart, fold.note(parts)
}

// whole100 is all of a whole in percent.
var whole100 = fact{Quantity: indicator.Quantity{Value: decimal.New(100, 0)}}

// makeUp reports that contributions are all of a growth rate, as rounded.
func makeUp(parts []fact, total fact) bool {
	sum := decimal.Zero
	for _, f := range parts {
		sum = sum.Add(f.Value)
	}
	return sum.Sub(total.Value).Abs().LessThanOrEqual(decimal.New(15, -2))
}

func contributionTitle(it *item, most fact) Text {
	whole := inner(it.r.label())
	if most.shown().Sign() <= 0 {
		return Text{ZH: "各部分对" + whole.ZH + "增速的影响", EN: "What moved " + whole.EN}
	}
	n, p := most.of.label(), points(most)
	return Text{ZH: n.ZH + "拉动" + whole.ZH + "增长" + p.ZH, EN: sentenceCase(n.EN) + " contributed " + p.EN + " to growth in " + whole.EN}
}

// contributionFigures are those of all indicators with parts: what these brought
// to the growth of the whole, or else its makeup, and how they grew.
func (c *composer) contributionFigures() []Block {
	var out []Block
	for _, it := range c.items {
		f := c.contributionFigure(it)
		if f == nil {
			f = c.shareFigure(it)
		}
		for _, f := range [...]*Figure{f, c.growthOfParts(it)} {
			if f != nil {
				out = append(out, f)
			}
		}
	}
	return out
}
