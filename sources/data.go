package sources

import (
	"sort"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// growthSet gathers the growth rates of one indicator until its series is made.
type growthSet struct {
	observations []indicator.Observation
	decimals     int // the most that any rate was given with
}

// dataReader reads the sheet of observations.
type dataReader struct {
	*workbook
	seen map[seriesPeriod]indicator.Cell
}

// seriesPeriod is what only one observation may be of.
type seriesPeriod struct {
	series int
	growth bool
	period indicator.Period
}

// readData reads the observations, one row an indicator and period.
func (w *workbook) readData(sheet bookSheet) {
	w.growth = map[string]*growthSet{}
	d := dataReader{w, map[seriesPeriod]indicator.Cell{}}
	w.readTable(sheet, &dataSheet, d.row)
	w.addGrowthSeries()
	for i := range w.data.Series {
		sortObservations(w.data.Series[i].Observations)
	}
}

// dataRow is the numbers of one row.
type dataRow struct {
	series                           int
	period                           indicator.Period
	value, growth, cumulative, cumGr number
	previous                         number
}

// replaced is the number that the figure published before belongs to.
func (r *dataRow) replaced() *number {
	if r.value.given {
		return &r.value
	}
	return &r.cumulative
}

func (d dataReader) row(r row) {
	t := r.table
	d.markExample(t, r.get(dataRemark), t.text(r.get(dataRemark)))
	i := r.find(d.workbook, dataIndicator)
	pc := r.get(dataPeriod)
	p, ok := t.period(pc)
	if pc.blank() {
		r.need(dataPeriod)
	}
	if i < 0 || !ok {
		return
	}
	s := &d.data.Series[i]
	m := expected(s)
	row := dataRow{series: i, period: p,
		value:      t.number(r.get(dataValue), m),
		growth:     t.number(r.get(dataGrowth), percentage),
		cumulative: t.number(r.get(dataCumulative), m),
		cumGr:      t.number(r.get(dataCumulativeGrowth), percentage),
		previous:   t.number(r.get(dataPrevious), m),
	}
	if s.Basis == indicator.Stock {
		// A stock belongs to the end of its period, and does not add up.
		row.period = indicator.MonthOf(p.To)
		if row.cumulative.given || row.cumGr.given {
			c := row.cumulative.cell
			if !row.cumulative.given {
				c = row.cumGr.cell
			}
			t.errorf("cumulative-stock", c,
				"存量指标没有累计值；请把期末数填在“数值”列，或在“指标”表中改正类型。",
				"a stock has no cumulative value; enter the value at the end of the period under Value, or correct the kind in the sheet Indicators.")
			row.cumulative, row.cumGr = number{}, number{}
		}
	}
	if !d.applyStatus(r, &row) {
		return
	}
	d.mergeCumulative(t, &row)
	d.record(t, row)
}

// expected is how the numbers of a series are written.
func expected(s *indicator.Series) measure {
	switch {
	case s.Unit.Text.ZH == "‰" || s.Unit.Text.EN == "‰":
		return perMille
	case s.Unit.IsPercent():
		return percentage
	}
	return plainNumber
}

// applyStatus gives the row's status to its numbers. A mark that stands in a
// cell wins over it.
func (d dataReader) applyStatus(r row, row *dataRow) bool {
	t, c := r.table, r.get(dataStatus)
	status := indicator.Normal
	if s := t.text(c); s != "" && !normalStatus.matches(s) {
		v, ok := r.choice(dataStatus)
		if !ok {
			return false
		}
		status = indicator.Status(v)
	}
	numbers := []*number{&row.value, &row.growth, &row.cumulative, &row.cumGr}
	if !status.HasValue() {
		for _, n := range numbers {
			if n.hasValue() {
				t.errorf("status-with-value", t.cellAt(c),
					"状态为“%[1]s”，但 %[3]s 填有数值；请删去数值，或改正状态。",
					"the status is “%[2]s”, but %[3]s has a number; delete it, or correct the status.",
					statusName(status).ZH, statusName(status).EN, n.cell.Addr)
				return false
			}
		}
		if !row.value.given {
			row.value = number{given: true, status: status, cell: t.cellAt(r.get(dataStatus))}
			if t.place[dataValue] > 0 {
				row.value.cell = t.at(t.sheet.name, address(t.place[dataValue], r.number))
			}
		}
		return true
	}
	for _, n := range numbers {
		if n.hasValue() && n.status == indicator.Normal {
			n.status = status
		}
	}
	// A figure published before says as much of the one that replaces it.
	if n := row.replaced(); row.previous.hasValue() && n.hasValue() && n.status == indicator.Normal {
		n.status = indicator.Revised
	}
	return true
}

func statusName(s indicator.Status) indicator.Text {
	n, _ := nameOf(statusChoices, string(s))
	return n.name
}

// mergeCumulative settles rows whose period itself starts in January: value and
// cumulative value are then the same thing, and must agree.
func (d dataReader) mergeCumulative(t *table, row *dataRow) {
	if row.period != row.period.ToDate() {
		return
	}
	settle := func(own, cumulative *number) {
		switch {
		case !cumulative.given:
		case !own.given:
			*own = *cumulative
		case own.hasValue() != cumulative.hasValue() || !own.value.Equal(cumulative.value):
			t.errorf("cumulative-differs", cumulative.cell,
				"这一时期从 1 月开始，累计值应等于当期值，而 %[1]s 与 %[2]s 不一致；请核对，或只填一个。",
				"the period starts in January, so that its cumulative value is the value itself, but %[1]s and %[2]s differ; check them, or fill in one only.",
				own.cell.Addr, cumulative.cell.Addr)
		}
		*cumulative = number{}
	}
	settle(&row.value, &row.cumulative)
	settle(&row.growth, &row.cumGr)
}

// record adds the numbers of a row to the series of its indicator.
func (d dataReader) record(t *table, row dataRow) {
	replaced := row.replaced()
	values := []struct {
		*number
		growth bool
		period indicator.Period
	}{
		{&row.value, false, row.period},
		{&row.growth, true, row.period},
		{&row.cumulative, false, row.period.ToDate()},
		{&row.cumGr, true, row.period.ToDate()},
	}
	if row.previous.hasValue() && !replaced.hasValue() {
		t.errorf("previous-without-value", row.previous.cell,
			"填了修订前的数，却没有修订后的数值；请补填“数值”或“累计值”。",
			"a previously published figure is given, but no revised one; fill in Value or Cumulative.")
	}
	reported := false // a row that is there twice is reported once
	for _, v := range values {
		if !v.given {
			continue
		}
		key := seriesPeriod{row.series, v.growth, v.period}
		if prior, twice := d.seen[key]; twice {
			if reported {
				continue
			}
			reported = true
			t.errorf("duplicate-observation", v.cell,
				"同一指标同一时期（%[1]s）有两个数：%[2]s 和 %[3]s；请只保留一个。",
				"there are two figures for one indicator and period (%[1]s): %[2]s and %[3]s; keep one of them.",
				v.period, prior, v.cell)
			continue
		}
		d.seen[key] = v.cell
		o := indicator.Observation{Period: v.period, Value: v.value, Status: v.status, Cell: v.cell}
		if v.number == replaced && v.hasValue() && row.previous.hasValue() {
			previous := row.previous.value
			o.Previous, o.PreviousCell = &previous, row.previous.cell
		}
		s := &d.data.Series[row.series]
		if !v.growth {
			s.Observations = append(s.Observations, o)
			continue
		}
		g := d.growth[s.ID]
		if g == nil {
			g = &growthSet{}
			d.growth[s.ID] = g
		}
		g.observations = append(g.observations, o)
		g.decimals = max(g.decimals, min(maxDecimals, int(-v.value.Exponent())))
	}
}

// addGrowthSeries puts the growth series of each indicator after it.
func (w *workbook) addGrowthSeries() {
	all := make([]indicator.Series, 0, len(w.data.Series)+len(w.growth))
	for _, s := range w.data.Series {
		all = append(all, s)
		if g := w.growth[s.ID]; g != nil {
			w.checkFractions(g)
			all = append(all, growthSeries(s, g))
		}
	}
	w.data.Series = all
	w.level = w.level[:0]
	for i := range all {
		if all[i].Of == "" {
			w.level = append(w.level, i)
		}
	}
	w.indexNames()
}

// checkFractions warns of rates that were all entered as fractions, 0.072 for
// 7.2, which is what a percent format leaves behind when it is taken away.
func (w *workbook) checkFractions(g *growthSet) {
	half := decimal.New(5, -1)
	n := 0
	for _, o := range g.observations {
		switch {
		case !o.Status.HasValue() || o.Value.IsZero():
		case o.Value.Abs().GreaterThan(half):
			return
		default:
			n++
		}
	}
	if n < 3 || g.decimals < 3 {
		return
	}
	first := g.observations[0]
	w.warnf("growth-fraction", first.Cell,
		"这一指标的增速都小于 0.5（如 %[1]s），像是小数而不是百分数；增速应填百分号前的数，%[1]s 若指 %[2]s%%，请改填 %[2]s。",
		"all growth rates of this indicator are below 0.5 (such as %[1]s) and look like fractions; enter the number before the percent sign: if %[1]s means %[2]s%%, enter %[2]s.",
		first.Value, first.Value.Mul(hundred))
}

// growthSeries is the series of published growth rates of an indicator. It is
// shown with as many decimals as its rates were given with.
func growthSeries(s indicator.Series, g *growthSet) indicator.Series {
	return indicator.Series{
		ID:           s.ID + growthSuffix,
		Name:         s.Name,
		Short:        s.Short,
		Unit:         indicator.ParseUnit(text("%", "%")),
		Measure:      indicator.Growth,
		Basis:        s.Basis,
		Direction:    s.Direction,
		Group:        s.Group,
		Decimals:     g.decimals,
		Of:           s.ID,
		Compare:      indicator.YearOnYear,
		Prices:       s.Prices,
		Cell:         s.Cell,
		Observations: g.observations,
	}
}

func sortObservations(o []indicator.Observation) {
	sort.SliceStable(o, func(i, j int) bool {
		a, b := o[i].Period, o[j].Period
		if a.To != b.To {
			return a.To < b.To
		}
		return a.From < b.From
	})
}
