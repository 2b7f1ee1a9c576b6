package sources

import (
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// build makes series of the drafts: levels first, then growth, which belongs to
// a level where there is one.
func (a *adopter) build() {
	byName := map[string][]*draft{}
	for _, growth := range []bool{false, true} {
		for _, d := range a.drafts {
			if d.growth != growth || d.dropped || a.hollow(d) || a.skipped(d) {
				continue
			}
			key := d.name + "\x00" + string(d.compare)
			if growth {
				key += "\x00growth"
			}
			if into := a.same(d, byName[key]); into != nil {
				a.merge(into, d)
				continue
			}
			a.start(d, byName[key])
			byName[key] = append(byName[key], d)
		}
	}
	for i := range a.data.Series {
		a.data.Series[i].Sort()
	}
}

// hollow reports whether a draft has nothing but marks for missing figures while
// others of its item have figures: 增加值 … beside its growth. It makes no series.
func (a *adopter) hollow(d *draft) bool {
	if d.hasValue() {
		return false
	}
	for _, o := range a.byItem[d.item] {
		if o != d && o.hasValue() {
			d.dropped = true
			return true
		}
	}
	return false
}

// skipped reports whether the profile leaves the indicator of a draft out.
func (a *adopter) skipped(d *draft) bool {
	g := a.names[d.item].guide
	if g == nil || !g.Skip {
		return false
	}
	d.dropped = true
	for _, o := range d.obs {
		if o.Status.HasValue() {
			a.explainCell(o.Cell, "ignore")
		}
	}
	return true
}

func (d *draft) hasValue() bool {
	for _, o := range d.obs {
		if o.Status.HasValue() {
			return true
		}
	}
	return false
}

// nameKey is equal for items that mean the same indicator.
func (a *adopter) nameKey(d *draft) string {
	n := a.names[d.item]
	if n.guide != nil && n.guide.ID != "" {
		return n.guide.ID
	}
	if n.match != glossary.None {
		return n.entry.ID
	}
	return foldName(n.written)
}

// periodOf is the period under which a figure stands in a series: its end, for
// a stock.
func (a *adopter) periodOf(s *indicator.Series, p indicator.Period) indicator.Period {
	if s.Basis == indicator.Stock {
		p.From = p.To
	}
	return p
}

// start makes a new series of a draft; others bear the same name already.
func (a *adopter) start(d *draft, others []*draft) {
	n := a.names[d.item]
	u := unitOf(d)
	s := indicator.Series{
		Name: n.text, Unit: u, Decimals: -1, Direction: indicator.Neutral, Prices: indicator.UnknownPrices,
		Basis: indicator.Flow, Cell: a.at(d.table.Sheet.Name, address(d.item.Cell.Col, d.item.Cell.Row)),
	}
	known := n.match != glossary.None
	if known {
		s.Direction, s.Basis, s.Prices = n.entry.Direction, n.entry.Basis, n.entry.Prices
		if s.Prices == "" {
			s.Prices = indicator.UnknownPrices
		}
		if s.Direction == "" {
			s.Direction = indicator.Neutral
		}
	} else if stockName(n.written) {
		s.Basis = indicator.Stock
	}
	if p := d.item.Parent; d.stock || !known && s.Basis == indicator.Flow && p != nil && a.names[p] != nil && a.isStock(p) {
		s.Basis = indicator.Stock
	}
	if d.growth {
		s.Measure, s.Compare = indicator.Growth, d.compare
	} else {
		s.Measure = measureOfDraft(d, n, u)
		if s.Measure != indicator.Level && s.Measure != indicator.Index && !d.stock && !(known && n.entry.Basis == indicator.Stock) && !stockName(n.written) {
			s.Basis = indicator.Flow
		}
	}
	if d.prices != "" {
		s.Prices = d.prices
	}
	s.Group = a.groupOf(d)
	s.ID = n.id()
	if d.growth {
		s.ID += map[indicator.Compare]string{indicator.YearOnYear: growthSuffix, indicator.OnPrevious: ".mom"}[d.compare]
	}
	a.tellApart(&s, d, others)
	applyGuide(&s, n.guide)
	a.unique(&s)
	d.series = len(a.data.Series)
	a.data.Series = append(a.data.Series, s)
	a.fill(d, d)
}

// merge adds the figures of a draft to the series of another.
func (a *adopter) merge(into, d *draft) {
	d.series, d.into = into.series, into
	s := &a.data.Series[into.series]
	if s.Prices == indicator.UnknownPrices && d.prices != "" {
		s.Prices = d.prices
	}
	a.fill(into, d)
}

// fill puts the observations of d into its series.
func (a *adopter) fill(into, d *draft) {
	s := &a.data.Series[into.series]
	if into.at == nil {
		into.at = map[indicator.Period]int{}
	}
	shift := int32(unitOf(d).Scale - s.Unit.Scale)
	if d.growth || s.Unit.Base == "" {
		shift = 0
	}
	for _, o := range d.obs {
		o.Period = a.periodOf(s, o.Period)
		if shift != 0 && o.Status.HasValue() {
			o.Value = o.Value.Shift(shift)
		}
		i, twice := into.at[o.Period]
		switch {
		case !twice:
			into.at[o.Period] = len(s.Observations)
			s.Observations = append(s.Observations, o)
		case !o.Status.HasValue():
		case !s.Observations[i].Status.HasValue():
			s.Observations[i] = o
		case near(s.Observations[i].Value, o.Value):
			a.explainCell(o.Cell, "repeated")
		default:
			a.explainCell(o.Cell, "conflict")
			a.warnf("conflicting-values", o.Cell,
				"“%[1]s”同一时期有两个数：此处为 %[3]s，%[5]s 为 %[4]s；已采用后者。请核对，并删去不用的一个。",
				"“%[2]s” has two figures for one period: %[3]s here and %[4]s at %[5]s, which was used. Check them, and delete the one that is not wanted.",
				either(s.Name.ZH, s.Name.EN), either(s.Name.EN, s.Name.ZH), o.Value, s.Observations[i].Value, s.Observations[i].Cell)
		}
	}
}

func either(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// explainCell records why the number at a cell is not used.
func (a *adopter) explainCell(c indicator.Cell, reason string) {
	if col, row, ok := coordinates(c.Addr); ok {
		a.explain(c.Sheet, col, row, reason)
	}
}

// groupOf is the section in which an indicator stands: a heading in the table,
// or the table where there are several.
func (a *adopter) groupOf(d *draft) indicator.Text {
	g := d.item.Group
	if g == "" && len(a.used()) > 1 {
		if a.manyTitles() {
			g = subjectOf(d.table.Context.Title)
		}
		if g == "" && a.manySheets() || len([]rune(g)) > 40 {
			g = withoutWhen(d.table.Sheet.Name)
		}
	}
	if g == "" {
		return indicator.Text{}
	}
	t := indicator.Text{ZH: g, EN: g}
	if hasHan(g) {
		t.EN = ""
		if e, m := a.terms.Find(g); m != glossary.None {
			t.EN = e.Name.EN
		} else if p, ok := a.terms.Propose(g); ok {
			t.EN = p.EN
		}
	}
	return t
}

// manyTitles reports whether the tables have titles of their own.
func (a *adopter) manyTitles() bool {
	used := a.used()
	for _, t := range used {
		if t.Context.Title != used[0].Context.Title {
			return true
		}
	}
	return false
}

// withoutWhen drops a period from a title or the name of a sheet: what is told
// under it has its own.
func withoutWhen(s string) string {
	if _, from, to, ok := indicator.FindWhen(s); ok {
		s = s[:from] + s[to:]
	}
	s = strings.NewReplacer("（）", "", "()", "").Replace(s)
	if t := strings.Trim(s, " —-_·、，,"); strings.ContainsAny(t, "()（）") && strings.Count(t, "（")+strings.Count(t, "(") == strings.Count(t, "）")+strings.Count(t, ")") {
		return t
	}
	return strings.Trim(s, " ()（）—-_·、，,")
}

// subjectOf is what a title says that a table is of: without the number before
// it, the period and the unit.
func subjectOf(title string) string {
	s, _ := indicator.SplitUnit(withoutWhen(layout.CutSection(title)))
	return s
}

// manySheets reports whether figures come from more than one sheet.
func (a *adopter) manySheets() bool {
	used := a.used()
	for _, t := range used {
		if t.Sheet != used[0].Sheet {
			return true
		}
	}
	return false
}

// used are the tables that gave figures.
func (a *adopter) used() []*layout.Table {
	var out []*layout.Table
	for _, t := range a.tables {
		if t.Facts > 0 {
			out = append(out, t)
		}
	}
	return out
}
