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
	seen := map[string]bool{}
	for _, d := range a.drafts {
		n := a.names[d.item]
		if d.dropped || seen[n.written] || len(p.Indicators) >= 500 {
			continue
		}
		seen[n.written] = true
		s := &a.data.Series[d.series]
		g := IndicatorGuide{Name: n.written, ZH: s.Name.ZH, EN: s.Name.EN, Basis: string(s.Basis), Direction: string(s.Direction)}
		if n.match != glossary.None {
			g.ID = n.entry.ID
		}
		if s.Measure != indicator.Growth {
			g.Measure, g.Unit = string(s.Measure), d.draftKey.unit
			if d.scale > 0 || g.Unit == "" {
				g.Unit = either(s.Unit.Text.ZH, s.Unit.Text.EN)
			}
			if of := a.data.GrowthOf(s.ID, indicator.YearOnYear); of != nil {
				s = of // the prices are those of the growth
			}
		}
		if s.Prices != indicator.UnknownPrices {
			g.Prices = string(s.Prices)
		}
		p.Indicators = append(p.Indicators, g)
	}
	return p
}

func columnUnderstood(c *layout.Column) ColumnProfile {
	out := ColumnProfile{Role: string(c.Role)}
	if out.Role == "" {
		out.Role = string(layout.Ignore)
	}
	if c.Role != layout.Value {
		return out
	}
	l := c.Label
	out.Unit, out.Span, out.Compare, out.Prices = l.Unit, string(l.Span), string(l.Compare), string(l.Prices)
	switch out.Span {
	case "", "single", "to-date", "at-end", "year-ago", "last-time":
	default:
		out.Span = ""
	}
	out.Measure = string(l.Measure)
	switch l.Aspect {
	case layout.Target:
		out.Measure = "target"
	case layout.Figures:
	default:
		return ColumnProfile{Role: string(layout.Ignore)}
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
