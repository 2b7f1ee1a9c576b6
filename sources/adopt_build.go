package sources

import (
	"slices"
	"strconv"
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
			if d.growth != growth || a.hollow(d) {
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

// same finds the draft that d continues: of the same kind, with figures that
// agree where both have some.
func (a *adopter) same(d *draft, others []*draft) *draft {
	for _, o := range others {
		if o.item == d.item && o.table == d.table && o.prices == d.prices && sameDimension(o, d) {
			return o
		}
	}
	for _, o := range others {
		if !sameDimension(o, d) || !samePrices(o, d) {
			continue
		}
		agree, differ := a.compare(o, d)
		if differ == 0 || differ*10 <= agree {
			return o
		}
	}
	return nil
}

func samePrices(o, d *draft) bool {
	if o.prices == d.prices {
		return true
	}
	plain := func(p indicator.Prices) bool { return p == "" || p == indicator.UnknownPrices }
	return plain(o.prices) || plain(d.prices)
}

// sameDimension reports whether figures of both can stand in one series.
func sameDimension(o, d *draft) bool {
	if o.share != d.share {
		return false
	}
	if o.growth {
		return d.growth && o.money == d.money
	}
	x, y := unitOf(o), unitOf(d)
	if x.Base == "" || y.Base == "" {
		return foldName(x.Text.ZH+x.Text.EN) == foldName(y.Text.ZH+y.Text.EN)
	}
	if x.Base == "index" && y.Base == "index" {
		return foldName(x.Text.ZH) == foldName(y.Text.ZH) // 上月=100 is not 上年同月=100
	}
	return x.Base == y.Base
}

// compare counts the periods in which two drafts agree and differ.
func (a *adopter) compare(o, d *draft) (agree, differ int) {
	shift := unitOf(d).Scale - unitOf(o).Scale
	at := map[indicator.Period]indicator.Decimal{}
	s := &a.data.Series[o.series]
	for _, x := range s.Observations {
		if x.Status.HasValue() {
			at[x.Period] = x.Value
		}
	}
	for _, y := range d.obs {
		if !y.Status.HasValue() {
			continue
		}
		x, ok := at[a.periodOf(s, y.Period)]
		if !ok {
			continue
		}
		if near(x, y.Value.Shift(int32(shift))) {
			agree++
		} else {
			differ++
		}
	}
	return agree, differ
}

// near reports whether two numbers are one, but for rounding to fewer digits.
func near(x, y indicator.Decimal) bool {
	if x.Equal(y) {
		return true
	}
	p := max(x.Exponent(), y.Exponent())
	return x.Round(-p).Equal(y.Round(-p))
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
		if s.Measure != indicator.Level && s.Measure != indicator.Index && !d.stock {
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

// isStock reports whether an item is known to be of a moment: then so are its
// parts.
func (a *adopter) isStock(it *layout.Item) bool {
	n := a.names[it]
	return n.match != glossary.None && n.entry.Basis == indicator.Stock || n.match == glossary.None && stockName(n.written)
}

// tellApart gives a series whose name is taken what distinguishes it: the basis
// of its prices, its unit, or where it stands.
func (a *adopter) tellApart(s *indicator.Series, d *draft, others []*draft) {
	if len(others) == 0 {
		return
	}
	n := a.names[d.item]
	if n.match != glossary.None && foldName(n.written) != foldName(a.names[others[0].item].written) {
		// Two names of one table for one term: they are not the same after all.
		s.Name = indicator.Text{ZH: n.written, EN: n.written}
		if hasHan(n.written) {
			s.Name.EN = n.text.EN
			if t, ok := a.terms.Propose(n.written); ok {
				s.Name.EN = t.EN
			}
		} else if n.text.ZH != "" {
			s.Name.ZH = n.text.ZH
		}
	}
	o := others[0]
	switch {
	case !samePrices(o, d):
		zh, en := "现价", "current prices"
		if d.prices == indicator.Real {
			zh, en = "不变价", "constant prices"
		}
		qualify(&s.Name, zh, en)
		s.ID += "-" + map[bool]string{true: "real", false: "nominal"}[d.prices == indicator.Real]
	case d.share && !o.share:
		qualify(&s.Name, "比重", "share")
		s.ID += "-share"
	case d.growth && d.money != o.money:
		zh, en := "按人民币计", "in RMB"
		if d.money == "USD" {
			zh, en = "按美元计", "in US$"
		}
		qualify(&s.Name, zh, en)
		s.ID += "-" + strings.ToLower(d.money)
	case !sameDimension(o, d) && !unitOf(d).Text.IsZero():
		u := unitOf(d)
		qualify(&s.Name, unitName(u, true), unitName(u, false))
		s.ID += "-" + slug(unitName(u, false))
	case o.table == d.table:
	default:
		place := tableName(d.table)
		qualify(&s.Name, place, place)
		s.ID += "-" + slug(d.table.Sheet.Name)
	}
	s.ID = strings.TrimSuffix(s.ID, "-")
}

// qualify adds to a name what tells it from another.
func qualify(t *indicator.Text, zh, en string) {
	if t.ZH != "" {
		t.ZH += "（" + zh + "）"
	}
	if t.EN != "" {
		t.EN += " (" + en + ")"
	}
}

func unitName(u indicator.Unit, zh bool) string {
	if zh && u.Text.ZH != "" || u.Text.EN == "" {
		return u.Text.ZH
	}
	return u.Text.EN
}

// tableName tells a table of a workbook from others: by its sheet.
func tableName(t *layout.Table) string { return t.Sheet.Name }

// unique makes the id of a series its own.
func (a *adopter) unique(s *indicator.Series) {
	if a.ids == nil {
		a.ids = map[string]int{}
	}
	a.ids[s.ID]++
	if n := a.ids[s.ID]; n > 1 {
		base := s.ID
		for ; ; n++ {
			s.ID = base + "-" + strconv.Itoa(n)
			if a.ids[s.ID] == 0 {
				break
			}
		}
		a.ids[s.ID]++
	}
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
		if g = d.table.Context.Title; g == "" || len([]rune(g)) > 40 {
			g = d.table.Sheet.Name
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

// unitOf is the unit of a draft.
func unitOf(d *draft) indicator.Unit {
	if d.unit.Text.IsZero() && d.draftKey.unit != "" {
		d.unit = readUnit(d.draftKey.unit, d.scale)
	}
	return d.unit
}

// scaleWords are powers of ten that stand apart from their unit.
var scaleWords = map[int]string{2: "hundred", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}

func readUnit(s string, scale int) indicator.Unit {
	if scale > 0 {
		if w := scaleWords[scale]; w != "" && !strings.Contains(strings.ToLower(s), w) {
			if u := indicator.ParseUnit(indicator.Text{EN: w + " " + s}); u.Base != "" {
				return completed(u)
			}
		}
	}
	if strings.HasSuffix(s, "=100") || strings.HasSuffix(s, "= 100") {
		return completed(indicator.ParseUnit(indicator.Text{ZH: s}))
	}
	if strings.HasPrefix(s, "%") && len(s) > 1 && !hasHan(s) || strings.HasPrefix(strings.ToLower(s), "percent") {
		return indicator.Unit{Text: indicator.Text{ZH: "%", EN: s}, Base: "percent"}
	}
	if hasHan(s) || !strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return completed(indicator.ParseUnit(indicator.Text{ZH: s}))
	}
	return completed(indicator.ParseUnit(indicator.Text{EN: s}))
}

// completed supplies the unit in the other language.
func completed(u indicator.Unit) indicator.Unit {
	if u.Base == "percent" && u.Text.ZH == "" && u.Text.EN != "%" && strings.Contains(u.Text.EN, " ") {
		return u // % of GDP says more than %
	}
	if u.Text.EN == "" {
		u.Text.EN = indicator.EnglishUnit(u)
	}
	if u.Text.ZH == "" {
		u.Text.ZH = indicator.ChineseUnit(u)
	}
	return u
}

// measureOfDraft tells what the numbers of a draft are.
func measureOfDraft(d *draft, n *naming, u indicator.Unit) indicator.Measure {
	if m := d.label.Measure; m != "" && m != indicator.Growth {
		return m
	}
	name := strings.ToLower(n.written)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(name, w) {
				return true
			}
		}
		return false
	}
	known := n.match != glossary.None
	switch {
	case u.Base == "index", has("指数", "deflator", "price index"), has("index") && !u.IsMoney():
		return indicator.Index
	case u.Base == "point", u.Text.IsZero() && (strings.HasSuffix(name, "率") || strings.HasSuffix(name, " rate")):
		return indicator.Rate
	case u.IsPercent() || u.Base == "permille":
		if known && (n.entry.Measure == indicator.Share || n.entry.Measure == indicator.Rate || n.entry.Measure == indicator.Index) {
			if n.entry.Measure == indicator.Index {
				return indicator.Rate
			}
			return n.entry.Measure
		}
		if has("比重", "占比", "占", "构成", "贡献率", "share") || strings.Contains(u.Text.EN, "% of ") {
			return indicator.Share
		}
		return indicator.Rate
	case known && n.entry.Measure != "" && n.entry.Measure != indicator.Growth && d.draftKey.unit == "":
		return n.entry.Measure
	}
	return indicator.Level
}

// stockName reports whether a name is that of an amount at a moment.
func stockName(s string) bool {
	for _, w := range []string{"余额", "期末", "年末", "月末", "人口", "户数", "保有量", "储备", "库存", "里程", "床位", "存量", "在册", "从业人员", "从业人数", "单位数", "企业数", "企业个数", "在校", "土地面积", "耕地面积", "城镇化率", "覆盖率", "参保"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	low := strings.ToLower(s)
	for _, w := range []string{"population", "outstanding", "end of period", "end-period", "stock of", "reserves", "number of enterprises", "money supply", "broad money"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// link ties growth to its level and parts to their whole.
func (a *adopter) link() {
	level := map[*layout.Item]int{}
	for _, d := range a.drafts {
		if _, ok := level[d.item]; !ok && !d.growth && !d.dropped {
			level[d.item] = d.series
		}
	}
	taken := map[string]bool{}
	for _, d := range a.drafts {
		if d.dropped {
			continue
		}
		s := &a.data.Series[d.series]
		if d.growth && s.Of == "" {
			if l := a.levelOf(d); l != nil {
				of := &a.data.Series[l.series]
				if key := of.ID + "\x00" + string(s.Compare); !taken[key] {
					taken[key] = true
					s.Of = of.ID
					a.pricesOfGrowth(s, of)
				}
			}
		}
		if !d.growth && d.item.Parent != nil && s.Parent == "" {
			if i, ok := level[d.item.Parent]; ok && i != d.series && a.data.Series[i].Unit.Base == s.Unit.Base {
				s.Parent, s.Partial = a.data.Series[i].ID, d.item.Partial
			}
		}
	}
}

// levelOf finds the level that a growth belongs to: that of the same item, at
// current prices if there is one, as growth is published beside it; else one of
// the same name with which it agrees.
func (a *adopter) levelOf(d *draft) *draft {
	var best *draft
	for _, l := range a.byItem[d.item] {
		if l.growth || l.dropped || a.data.Series[l.series].Measure != indicator.Level {
			continue
		}
		if best == nil || best.prices == indicator.Real && l.prices != indicator.Real {
			best = l
		}
	}
	if best != nil {
		return best
	}
	most := 0
	for _, l := range a.byName[d.name] {
		if l.growth || l.dropped || a.data.Series[l.series].Measure != indicator.Level {
			continue
		}
		yes, no := agreement(d, l)
		switch {
		case yes > most && yes > no:
			best, most = l, yes
		case best == nil && no < 4:
			best = l
		}
	}
	return best
}

// pricesOfGrowth settles on which basis a growth rate is.
func (a *adopter) pricesOfGrowth(s, of *indicator.Series) {
	if s.Prices == indicator.UnknownPrices && of.Prices != indicator.UnknownPrices {
		s.Prices = of.Prices
	}
}

// seriesOf finds the series of an item, the level before its growth.
func (a *adopter) seriesOf(it *layout.Item, t *layout.Table) *indicator.Series {
	var found *indicator.Series
	key := ""
	if n := a.names[it]; n != nil {
		key = foldName(n.written)
		if n.match != glossary.None {
			key = n.entry.ID
		}
	}
	for _, d := range slices.Concat(a.byItem[it], a.byName[key]) {
		if d.dropped {
			continue
		}
		s := &a.data.Series[d.series]
		if s.Measure != indicator.Growth {
			return s
		}
		if found == nil {
			found = s
		}
	}
	return found
}
