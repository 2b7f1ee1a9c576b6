package sources

import (
	"fmt"
	"sort"

	"jianbao/internal/indicator"
)

// briefingRows are the items, in their order.
func (w *standardWriter) briefingRows() [][]any {
	info := w.data.Info
	status := statusOfficial
	if info.Illustrative {
		status = statusIllustrative
	}
	var period any
	if !info.Period.IsZero() {
		period = w.period(info.Period)
	}
	content := [][2]any{
		itemTitle:    pair(info.Title),
		itemIssuer:   pair(info.Issuer),
		itemArea:     pair(info.Area),
		itemPeriod:   {period, nil},
		itemRelease:  {words(info.Release), nil},
		itemSource:   pair(info.Source),
		itemContact:  pair(info.Contact),
		itemHeadline: pair(info.Headline),
		itemStatus:   {w.pick(dataStatusChoices, status), nil},
	}
	rows := make([][]any, len(items))
	for i, t := range items {
		rows[i] = []any{t.bilingual(w.lang, " "), content[i][0], content[i][1]}
	}
	return rows
}

func pair(t indicator.Text) [2]any { return [2]any{words(t.ZH), words(t.EN)} }

// indicatorRows are the definitions: of every series but those of growth.
func (w *standardWriter) indicatorRows() ([][]any, error) {
	var rows [][]any
	for i := range w.data.Series {
		s := &w.data.Series[i]
		if s.Measure == indicator.Growth {
			continue
		}
		kind, ok := kindOf(s)
		if !ok {
			return nil, fmt.Errorf("series %s: no kind for measure %s, basis %s", s.ID, s.Measure, s.Basis)
		}
		if !validID(s.ID) {
			return nil, fmt.Errorf("series %q: not an id", s.ID)
		}
		row := make([]any, len(indicatorsSheet.columns))
		row[indID] = s.ID
		row[indNameZH], row[indNameEN] = words(s.Name.ZH), words(s.Name.EN)
		row[indShortZH], row[indShortEN] = words(s.Short.ZH), words(s.Short.EN)
		row[indUnitZH], row[indUnitEN] = words(s.Unit.Text.ZH), words(s.Unit.Text.EN)
		row[indKind] = w.pick(kindChoices, kind)
		row[indPrices] = w.pick(pricesChoices, string(s.Prices))
		row[indDirection] = w.pick(directionChoices, string(s.Direction))
		row[indGroupZH], row[indGroupEN] = words(s.Group.ZH), words(s.Group.EN)
		if s.Decimals >= 0 {
			row[indDecimals] = s.Decimals
		}
		row[indNoteZH], row[indNoteEN] = words(s.Note.ZH), words(s.Note.EN)
		rows = append(rows, row)
	}
	return rows, nil
}

// kindOf is the kind of indicator that measureOf would take apart again.
func kindOf(s *indicator.Series) (string, bool) {
	for _, kind := range []string{kindFlow, kindStock, kindRate, kindIndex, kindShare} {
		if m, b := measureOf(kind); m == s.Measure && b == s.Basis {
			return kind, true
		}
	}
	return "", false
}

// dataLine is the observations that stand in one row.
type dataLine struct {
	period                           indicator.Period
	value, growth, cumulative, cumGr *indicator.Observation
}

// dataRows are the observations, by indicator and then by period.
func (w *standardWriter) dataRows() ([][]any, error) {
	growth := map[string]*indicator.Series{}
	for i := range w.data.Series {
		s := &w.data.Series[i]
		if s.Measure != indicator.Growth {
			continue
		}
		if s.Compare != indicator.YearOnYear || s.ID != s.Of+growthSuffix || w.data.Find(s.Of) == nil {
			return nil, fmt.Errorf("series %s: no place for growth other than year on year of an indicator", s.ID)
		}
		growth[s.Of] = s
	}
	var rows [][]any
	for i := range w.data.Series {
		s := &w.data.Series[i]
		if s.Measure == indicator.Growth {
			continue
		}
		for _, line := range lines(s, growth[s.ID]) {
			row, err := w.dataRow(s, line)
			if err != nil {
				return nil, err
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// lines lays the observations of an indicator out in rows. A cumulative value
// joins the row of its last month where there is one.
func lines(s, growth *indicator.Series) []*dataLine {
	byPeriod := map[indicator.Period]*dataLine{}
	var all []*dataLine
	line := func(p indicator.Period) *dataLine {
		l := byPeriod[p]
		if l == nil {
			l = &dataLine{period: p}
			byPeriod[p] = l
			all = append(all, l)
		}
		return l
	}
	var levels, rates []indicator.Observation
	levels = s.Observations
	if growth != nil {
		rates = growth.Observations
	}
	months := map[indicator.Month]bool{}
	for _, o := range append(append([]indicator.Observation(nil), levels...), rates...) {
		if o.Period.From == o.Period.To && o.Period != o.Period.ToDate() {
			months[o.Period.To] = true
		}
	}
	// joins reports whether an observation stands beside its last month. One
	// that was revised keeps a row of its own, for the figure it replaces.
	joins := func(o *indicator.Observation) bool {
		return o.Period.From != o.Period.To && o.Period == o.Period.ToDate() &&
			months[o.Period.To] && o.Previous == nil && s.Basis != indicator.Stock
	}
	for i := range levels {
		if o := &levels[i]; joins(o) {
			line(indicator.MonthOf(o.Period.To)).cumulative = o
		} else {
			line(o.Period).value = o
		}
	}
	for i := range rates {
		if o := &rates[i]; joins(o) {
			line(indicator.MonthOf(o.Period.To)).cumGr = o
		} else {
			line(o.Period).growth = o
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i].period, all[j].period
		if a.To != b.To {
			return a.To < b.To
		}
		return a.From < b.From
	})
	return all
}

// dataRow sets one row. Its status column is used where all its numbers share
// a status; otherwise each carries its own mark.
func (w *standardWriter) dataRow(s *indicator.Series, l *dataLine) ([]any, error) {
	row := make([]any, len(dataSheet.columns))
	row[dataIndicator] = s.ID
	row[dataPeriod] = w.period(l.period)
	cells := []struct {
		column int
		o      *indicator.Observation
	}{{dataValue, l.value}, {dataGrowth, l.growth}, {dataCumulative, l.cumulative}, {dataCumulativeGrowth, l.cumGr}}
	shared, first := indicator.Normal, true
	alike := true
	for _, c := range cells {
		if c.o == nil || !c.o.Status.HasValue() {
			continue
		}
		if first {
			shared, first = c.o.Status, false
		}
		alike = alike && c.o.Status == shared
	}
	if alike && shared != indicator.Normal {
		row[dataStatus] = w.pick(statusChoices, string(shared))
	}
	for _, c := range cells {
		if c.o == nil {
			continue
		}
		if c.o.Previous != nil {
			if c.column != dataValue || c.o.Status != indicator.Revised {
				return nil, fmt.Errorf("series %s, %s: no place for a previous figure but that of a revised value", s.ID, l.period)
			}
			row[dataPrevious] = numberCellOf(*c.o.Previous)
		}
		v, err := observed(c.o, alike)
		if err != nil {
			return nil, fmt.Errorf("series %s, %s: %w", s.ID, l.period, err)
		}
		row[c.column] = v
	}
	if w.example {
		row[dataRemark] = exampleMarkText.bilingual(w.lang, " ")
	}
	return row, nil
}

var exampleMarkText = term{text("示例", "example"), nil}

// observed is an observation as a cell: its number, with a mark where the row
// does not say its status, or the sign for why there is none.
func observed(o *indicator.Observation, alike bool) (any, error) {
	switch o.Status {
	case indicator.NotAvailable:
		return "…", nil
	case indicator.NotApplies:
		return "x", nil
	case indicator.Confidential:
		return "(c)", nil
	case indicator.Normal, indicator.Preliminary, indicator.Revised, indicator.Estimated:
	default:
		return nil, fmt.Errorf("unknown status %q", o.Status)
	}
	if alike || o.Status == indicator.Normal {
		return numberCellOf(o.Value), nil
	}
	return o.Value.String() + "(" + string(o.Status) + ")", nil
}

// decimalCell is a number of which every digit is to be stored.
type decimalCell struct{ indicator.Decimal }

func numberCellOf(d indicator.Decimal) any { return decimalCell{d} }

// targetRows are the targets.
func (w *standardWriter) targetRows() ([][]any, error) {
	var rows [][]any
	for _, t := range w.data.Targets {
		if _, ok := nameOf(boundChoices, string(t.Bound)); !ok {
			return nil, fmt.Errorf("target of %s: unknown bound %q", t.Series, t.Bound)
		}
		if _, ok := nameOf(targetKindChoices, string(t.Kind)); !ok {
			return nil, fmt.Errorf("target of %s: unknown kind %q", t.Series, t.Kind)
		}
		row := make([]any, len(targetsSheet.columns))
		row[tgtIndicator] = t.Series
		row[tgtYear] = t.Year
		if t.Planned() {
			row[tgtYear] = fmt.Sprintf("%d—%d", t.From, t.Year)
		}
		row[tgtKind] = w.pick(targetKindChoices, string(t.Kind))
		row[tgtBound] = w.pick(boundChoices, string(t.Bound))
		if t.Bound.HasValue() {
			row[tgtValue] = numberCellOf(t.Value)
		}
		if t.Bound == indicator.Between {
			row[tgtUpper] = numberCellOf(t.Upper)
		}
		if t.Bound == indicator.Relative {
			row[tgtReference] = t.Ref
		}
		row[tgtTextZH], row[tgtTextEN] = words(t.Text.ZH), words(t.Text.EN)
		if t.Tolerance != nil {
			row[tgtTolerance] = numberCellOf(*t.Tolerance)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// highlightRows are the points of text.
func (w *standardWriter) highlightRows() [][]any {
	var rows [][]any
	for _, h := range w.data.Highlights {
		row := make([]any, len(highlightsSheet.columns))
		row[hlGroupZH], row[hlGroupEN] = words(h.Group.ZH), words(h.Group.EN)
		row[hlNameZH], row[hlNameEN] = words(h.Name.ZH), words(h.Name.EN)
		row[hlPointZH], row[hlPointEN] = words(h.Point.ZH), words(h.Point.EN)
		rows = append(rows, row)
	}
	return rows
}

// wordingRows are the office's own sentences.
func (w *standardWriter) wordingRows() [][]any {
	var rows [][]any
	for _, s := range w.data.Sentences {
		place := s.Place
		if n, ok := nameOf(placeChoices, place); ok {
			place = n.name.ZH
			if w.lang == "en" {
				place = n.name.EN
			}
		}
		rows = append(rows, []any{wordPlace: place, wordZH: words(s.Text.ZH), wordEN: words(s.Text.EN)})
	}
	return rows
}

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// period is how a period is entered, in the leading language.
func (w *standardWriter) period(p indicator.Period) string {
	from, to := p.From, p.To
	year := to.Year()
	switch {
	case from == to:
		return to.String()
	case from.Year() != year:
		return from.String() + ".." + to.String()
	case from.Of() == 1 && to.Of() == 12:
		if w.lang == "en" {
			return fmt.Sprint(year)
		}
		return fmt.Sprintf("%d年", year)
	case from.Of() == 1:
		if w.lang == "en" {
			return fmt.Sprintf("Jan–%s %d", monthNames[to.Of()-1], year)
		}
		return fmt.Sprintf("%d年1—%d月", year, to.Of())
	case to-from == 2 && from.Of()%3 == 1:
		return fmt.Sprintf("%dQ%d", year, to.Of()/3)
	case from.Of() == 7 && to.Of() == 12:
		return fmt.Sprintf("%dH2", year)
	}
	return from.String() + ".." + to.String()
}
