package layout

import "jianbao/internal/indicator"

// SheetGuide is what a profile says of the tables of a sheet in place of a
// guess.
type SheetGuide struct {
	Top, Bottom         int // rows of the sheet for which it holds; 0: all
	HeadTop, HeadBottom int // rows of the head; 0: to be found
	Unit                string
	When                indicator.When
	Area                string
	Columns             map[int]ColumnGuide
}

// ColumnGuide is what a profile says of a column; what it leaves out is
// guessed.
type ColumnGuide struct {
	Role    Role
	Name    string
	Unit    string
	When    indicator.When
	Span    Span
	Measure indicator.Measure
	Compare indicator.Compare
	Prices  indicator.Prices
	Aspect  Aspect
	Area    string
}

// guideAt is the guide that holds for a row.
func (s *Sheet) guideAt(row int) *SheetGuide {
	for i := range s.Guides {
		g := &s.Guides[i]
		if (g.Top == 0 || row >= g.Top) && (g.Bottom == 0 || row <= g.Bottom) {
			return g
		}
	}
	return nil
}

// applyGuide puts the profile's word in place of what was guessed.
func (t *Table) applyGuide() {
	g := t.Sheet.guideAt(t.First)
	if g == nil {
		return
	}
	if g.Unit != "" && g.Unit != t.Context.Unit {
		t.Context.Unit, t.Context.RateUnit = g.Unit, ""
	}
	if g.Area != "" {
		t.Context.Area = g.Area
	}
	if !g.When.IsZero() {
		t.Context.When, t.Context.From, t.Context.At = g.When, "profile", Cell{}
	}
	for _, c := range t.Columns {
		if cg, ok := g.Columns[c.Col]; ok {
			c.follow(cg)
		}
	}
}

// follow takes what a profile says of a column.
func (c *Column) follow(g ColumnGuide) {
	if g.Role != "" {
		c.Role, c.sure = g.Role, true
		if g.Role == Period {
			c.monthLike()
		}
	}
	if g.Area != "" {
		c.area = g.Area
	}
	l := &c.Label
	if g.Name != "" {
		l.Names = []string{g.Name}
	}
	if g.Unit != "" {
		l.Unit = g.Unit
	}
	if !g.When.IsZero() {
		l.When = g.When
	}
	if g.Span != "" {
		l.Span = g.Span
	}
	if g.Measure != "" {
		l.Measure = g.Measure
		if g.Measure == indicator.Level {
			l.Measure, l.Compare = "", ""
		}
	}
	if g.Compare != "" {
		l.Compare = g.Compare
	}
	if g.Prices != "" {
		l.Prices = g.Prices
	}
	if g.Aspect != "" {
		l.Aspect = g.Aspect
	}
}
