package briefing

import (
	"slices"
	"strconv"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// From how many indicators and steps on an overview is drawn, and how many
// steps it goes back.
const (
	fewestRows     = 8
	fewestStepsFor = 6
	overviewSteps  = 12
)

// overviewFigure is the growth of many indicators, month by month or quarter by
// quarter, as one table of shades; nil with few of them. Growth of single steps
// and of the year to date are not mixed: those that most have are drawn.
func (c *composer) overviewFigure() *Figure {
	if c.w.cal == byYear {
		return nil
	}
	var rows, runs []*item
	for _, it := range c.items {
		switch h := it.history; {
		case h.ratio || it.r.late || known(h.line) < fewestStepsFor:
		case h.run:
			runs = append(runs, it)
		default:
			rows = append(rows, it)
		}
	}
	toDate := len(runs) > len(rows)
	if toDate {
		rows = runs
	}
	if len(rows) < fewestRows {
		return nil
	}
	chart := &Heat{Unit: same("%")}
	var hs []*history
	for _, it := range rows {
		hs = append(hs, it.history)
	}
	steps := c.axis(c.firstStep(rows), rows[0].r.end, hs)
	for len(steps) > 0 && !slices.ContainsFunc(hs, func(h *history) bool { return h.lineAt(steps[0]).ok }) {
		steps = steps[1:] // levels go back further than their growth
	}
	if n := len(steps); n > overviewSteps {
		steps = steps[n-overviewSteps:]
	}
	for _, p := range steps {
		chart.Slots = append(chart.Slots, c.w.slotOf(p))
	}
	shown := digitsOf(rows)
	up, down := 0, 0
	for _, it := range rows {
		h := it.history
		s := Series{Name: it.r.label()}
		for _, p := range steps {
			f := h.lineAt(p)
			f.places = shown.rates
			s.Data = append(s.Data, h.datum(f, same(f.signed())))
		}
		chart.Rows = append(chart.Rows, s)
		switch newest(h.line).shown().Sign() {
		case 1:
			up++
		case -1:
			down++
		}
	}
	f := &Figure{ID: "overview", Chart: chart}
	all, n, fell := count(len(rows)), count(up), count(down)
	if len(rows) > 10 { // digits beside digits
		n, fell = same(marked.Number(countID, strconv.Itoa(up))), same(marked.Number(countID, strconv.Itoa(down)))
	}
	p := steps[len(steps)-1]
	if toDate {
		p = indicator.ToDate(p.To.Year(), p.To.Of())
	}
	when := c.w.name(p)
	f.Title = Text{ZH: beside(when, all) + "项指标中" + n.ZH + "项增长，" + fell.ZH + "项下降", EN: sentenceCase(n.EN) + " of " + all.EN + " indicators up in " + when.EN + ", " + fell.EN + " down"}
	switch {
	case up == len(rows):
		f.Title = Text{ZH: beside(when, all) + "项指标全部增长", EN: "All " + all.EN + " indicators up in " + when.EN}
	case down == 0:
		f.Title = Text{ZH: beside(when, all) + "项指标中" + n.ZH + "项增长，没有下降的", EN: sentenceCase(n.EN) + " of " + all.EN + " indicators up in " + when.EN + ", none down"}
	}
	by := Text{ZH: "各月同比增速（%）", EN: "Growth by month, year on year (%)"}
	switch {
	case c.w.cal == byQuarter && toDate:
		by = Text{ZH: "各季累计同比增速（%）", EN: "Growth of the year to date by quarter, year on year (%)"}
	case c.w.cal == byQuarter:
		by = Text{ZH: "各季同比增速（%）", EN: "Growth by quarter, year on year (%)"}
	case toDate:
		by = Text{ZH: "各月累计同比增速（%）", EN: "Growth of the year to date by month, year on year (%)"}
	}
	f.Description = by
	f.Alt = described(chart)
	return f
}

// firstStep is where the overview may begin: with the first figure of any row, or
// as far back as is drawn.
func (c *composer) firstStep(rows []*item) indicator.Month {
	first := rows[0].r.end
	for _, it := range rows {
		first = min(first, it.history.steps[0].From)
	}
	return max(first, rows[0].r.end-overviewSteps*c.w.cal.months()) // one more, for two months in one step
}
