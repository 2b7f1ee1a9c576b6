package sources

import (
	"strconv"
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// maxNamesakes bounds the series of one name, the last ones, with which another
// table is compared.
const maxNamesakes = 300

// same finds the draft that d continues: of the same kind, with figures that
// agree where both have some.
func (a *adopter) same(d *draft, others []*draft) *draft {
	others = others[max(0, len(others)-maxNamesakes):]
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
		switch {
		case d.prices == indicator.Real && d.growth:
			zh, en = "实际", "real"
		case d.prices == indicator.Real:
			zh, en = "不变价", "constant prices"
		case d.growth:
			zh, en = "名义", "nominal"
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
