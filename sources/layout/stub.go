package layout

import (
	"fmt"
	"strings"

	"jianbao/internal/indicator"
)

// rowFacts is what the stub of a row says.
type rowFacts struct {
	label  Label
	area   string
	item   *Item
	dims   []string
	scale  int
	status indicator.Status
	number int
	known  int // year after which the figures are estimates, where the row says so

	sectionUnit string // of the heading under which the row stands
}

// rowLabel reads the stub of a row.
func (t *Table) rowLabel(r *Row) rowFacts {
	out := rowFacts{sectionUnit: t.section.Unit, label: t.section, area: t.sectionArea, number: r.Number}
	out.label.Names, out.label.Unit = nil, ""
	out.label.Status = ""
	for _, c := range t.stub {
		cell := r.At(c.Col)
		if cell.Blank() {
			if prior, ok := t.carry[c.Col]; ok && t.carries(c) {
				cell = prior
			}
		} else {
			t.carry[c.Col] = cell
		}
		if cell.Blank() {
			continue
		}
		if c.parts != nil {
			out.compound(c, cell.Text)
			continue
		}
		switch c.Role {
		case Period:
			w, st := t.when(c, cell)
			if c == t.lastPeriod() && !cell.Spread {
				w = t.withYear(w)
			}
			if had := out.label.When; had.IsZero() || w.Year != 0 && w.HasMonths() {
				out.label.When = w
			} else if had.Year == 0 || w.Year == 0 {
				out.label.When = w.Within(out.label.When)
			}
			if st != "" {
				out.label.Status = st
			}
			if l := t.label(cell.Text); cell.Kind == Text && l.Span != "" {
				out.label.Span = l.Span
			}
		case Unit:
			if s := squeeze(cell.Text); cell.Kind == Text && s != "" {
				if l, ok := unitCode(s); ok {
					out.label = out.label.with(l)
				} else {
					out.label.Unit = s
				}
			}
		case Area:
			out.area = areaName(cell.Text)
		case Measure:
			out.label = out.label.with(t.label(cell.Text))
			out.label.Names = nil
		case Dimension:
			if len(c.st.distinct) <= 1 && c.st.cells > 2 {
				continue // the same in all rows
			}
			l := t.label(cell.Text)
			l.When, l.Unit = indicator.When{}, ""
			if len(l.Names) > 0 {
				out.dims = append(out.dims, l.Names...)
			}
			out.label = out.label.with(attributes(l))
		case Frequency:
			out.label.Freq = frequencies[strings.ToLower(squeeze(cell.Text))]
		case Multiplier:
			out.scale = multiplier(cell.Text)
		case Status:
			out.status = statusOf(cell.Text)
		case Group:
			t.group = squeeze(cell.Text)
		case Indicator:
			out.item = t.rowItem(cell, r)
		}
	}
	for _, c := range t.Columns {
		if c.Role == Note && c.estimates {
			if w, ok := r.At(c.Col).when(); ok {
				out.known = w.Year
			}
		}
	}
	if out.item == nil && t.rowItems {
		out.item = t.held
	}
	return out
}

// withYear gives months without a year that of the period above them: 2022年 over
// 11月 and 12月, 2022.11 over 1至11月累计.
func (t *Table) withYear(w indicator.When) indicator.When {
	above := t.above
	switch {
	case w.Year != 0 && w.LastYear == 0 && !w.Fiscal:
		t.above = w
	case w.Year == 0 && w.HasMonths() && above.Year != 0:
		if above.HasMonths() && above.From == 12 && above.To == 12 && w.From == 1 && w.To == 1 {
			above.Year++ // 2022年11月, 12月, 1月
		}
		w.Year = above.Year
		t.above = w
	}
	return w
}

// compound reads a cell that holds several stubs with commas between them, as
// its head does: freq,unit,na_item,geo\TIME_PERIOD.
func (out *rowFacts) compound(c *Column, text string) {
	fields := strings.Split(text, ",")
	for i, s := range fields {
		s = strings.TrimSpace(s)
		if i >= len(c.parts) {
			break
		}
		switch c.parts[i] {
		case Area:
			out.area = s
		case Unit:
			if l, ok := unitCode(s); ok {
				out.label = out.label.with(l)
			} else {
				out.dims = append(out.dims, s)
			}
		case Frequency:
			out.label.Freq = frequencies[strings.ToLower(s)]
		default:
			out.dims = append(out.dims, s)
		}
	}
}

// carries reports whether a blank cell of a stub column stands for the one
// above it: the year over its months, the area over its indicators.
func (t *Table) carries(c *Column) bool {
	switch c.Role {
	case Period:
		return c != t.lastPeriod()
	case Area, Group:
		return true
	case Indicator:
		return hasRole(t.stub, Measure) || hasRole(t.stub, Period)
	}
	return false
}

func (t *Table) lastPeriod() *Column {
	var out *Column
	for _, c := range t.stub {
		if c.Role == Period {
			out = c
		}
	}
	return out
}

// when reads a cell of a period column.
func (t *Table) when(c *Column, cell Cell) (indicator.When, indicator.Status) {
	if c.months || c.quarts {
		var n int
		if _, err := fmt.Sscanf(strings.TrimSpace(cell.Text), "%d", &n); err == nil && n >= 1 && n <= 12 && len(strings.TrimSpace(cell.Text)) <= 2 {
			if c.quarts && n <= 4 {
				return indicator.When{From: 3*n - 2, To: 3 * n}, ""
			}
			return indicator.When{From: n, To: n}, ""
		}
	}
	if w, ok := cell.when(); ok {
		if strings.HasSuffix(strings.TrimSpace(cell.Text), "年度") && t.japanese() {
			w.Fiscal = true
		}
		_, st := stripStatus(cell.Text)
		if cell.Kind != Text {
			st = ""
		}
		return w, st
	}
	l := t.label(cell.Text)
	return l.When, l.Status
}

// label is ParseLabel with a memory.
func (t *Table) label(s string) Label {
	l, ok := t.labels[s]
	if !ok {
		l = ParseLabel(s)
		if len(t.labels) < 20000 {
			t.labels[s] = l
		}
	}
	return l
}
