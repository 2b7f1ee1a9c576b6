package sources

import (
	"strconv"
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// understood writes down what was understood as a profile, to be edited and
// used for the next workbook of the kind. Periods are left out, so that they
// are read anew.
func (a *adopter) understood() *Profile {
	p := &Profile{Area: a.area}
	if t := a.data.Info.Title; !strings.ContainsAny(t.ZH+t.EN, "0123456789") {
		p.Title = t // a title with a period in it is another next time
	}
	perSheet := map[string]int{}
	for _, t := range a.used() {
		perSheet[t.Sheet.Name]++
	}
	for _, t := range a.used() {
		s := SheetProfile{Sheet: t.Sheet.Name, Columns: map[string]ColumnProfile{}}
		if n := len(t.HeadRows); n > 0 {
			s.Head = strconv.Itoa(t.HeadRows[0].Number)
			if n > 1 {
				s.Head += "-" + strconv.Itoa(t.HeadRows[n-1].Number)
			}
		}
		if perSheet[t.Sheet.Name] > 1 {
			s.Rows = strconv.Itoa(t.First) + "-" + strconv.Itoa(max(t.First, t.Last))
		}
		s.Unit = t.Context.Unit
		for i, c := range t.Columns {
			if i >= 60 && c.Role == layout.Value {
				break // more of the same
			}
			s.Columns[columnLetters(c.Col)] = columnUnderstood(c)
		}
		p.Sheets = append(p.Sheets, s)
	}
	p.Indicators = a.indicatorsUnderstood()
	return p
}

// indicatorsUnderstood writes down what the indicators are. What is not the same
// for all series of one name, such as the unit of quantities beside values, is
// left to the heads.
func (a *adopter) indicatorsUnderstood() (out []IndicatorGuide) {
	at := map[string]int{}
	for _, d := range a.drafts {
		n := a.names[d.item]
		if d.dropped {
			continue
		}
		s := &a.data.Series[d.series]
		g := IndicatorGuide{Name: n.written, Basis: string(s.Basis), Direction: string(s.Direction), Prices: string(s.Prices), growth: d.growth}
		if n.guide != nil {
			g.ID = n.guide.ID
		}
		if n.match != glossary.None {
			g.ID = n.entry.ID
		}
		if s.Name == n.text { // no more than the name tells it from others
			g.ZH, g.EN = s.Name.ZH, s.Name.EN
		}
		if !d.growth {
			if g.Measure = string(s.Measure); d.draftKey.unit == "" {
				g.Unit = either(s.Unit.Text.ZH, s.Unit.Text.EN) // the sheet does not tell it
			}
		}
		if i, ok := at[n.written]; ok {
			out[i].agree(g)
		} else if len(out) < 500 {
			at[n.written] = len(out)
			out = append(out, g)
		}
	}
	for i := range out {
		if out[i].Prices == string(indicator.UnknownPrices) {
			out[i].Prices = ""
		}
		if out[i].shared || out[i].Measure == string(indicator.Level) {
			out[i].Measure = "" // the heads tell levels from growth and shares
		}
	}
	return out
}

// agree keeps what holds for another series of the name, too.
func (g *IndicatorGuide) agree(o IndicatorGuide) {
	keep := func(mine *string, other string) {
		if *mine != other {
			*mine = ""
		}
	}
	keep(&g.ZH, o.ZH)
	keep(&g.EN, o.EN)
	keep(&g.Basis, o.Basis)
	keep(&g.Direction, o.Direction)
	keep(&g.Prices, o.Prices)
	switch {
	case o.growth:
	case g.growth: // the first that has a measure and a unit
		g.Measure, g.Unit, g.growth = o.Measure, o.Unit, false
	default:
		keep(&g.Measure, o.Measure)
		keep(&g.Unit, o.Unit)
	}
	g.shared = true
}

func columnUnderstood(c *layout.Column) ColumnProfile {
	out := ColumnProfile{Role: string(c.Role)}
	if out.Role == "" {
		out.Role = string(layout.Ignore)
	}
	if c.Role != layout.Value {
		return out
	}
	l := c.Told()
	out.Unit, out.Span, out.Compare, out.Prices = l.Unit, string(l.Span), string(l.Compare), string(l.Prices)
	switch out.Span {
	case "", "single", "to-date", "at-end", "year-ago", "last-time":
	default:
		out.Span = ""
	}
	out.Measure = string(l.Measure)
	switch l.Aspect {
	case layout.Figures:
	default:
		out.Measure = string(l.Aspect)
	}
	if out.Prices == string(indicator.UnknownPrices) {
		out.Prices = ""
	}
	return out
}

func columnLetters(col int) string {
	a := address(col, 1)
	return a[:len(a)-1]
}
