package briefing

import (
	"jianbao/internal/indicator"
)

// none is the cell of a figure that there is not.
var none = TableCell{Text: same("—"), Tone: Plain}

// unitText is a unit as it heads a column or axis; the index base is no unit.
func unitText(u indicator.Unit) Text {
	t := complete(u.Text)
	return Text{ZH: digits(unitID, t.ZH), EN: digits(unitID, t.EN)}
}

// cell is a fact as a number that both languages share.
func (r *reading) cell(f fact) TableCell {
	if !f.ok {
		return none
	}
	return TableCell{Text: f.number(), Number: true, Mark: mark(f), Refs: f.Inputs}
}

// rateCell is a growth rate in a table that says % at its head.
func (r *reading) rateCell(f fact) TableCell {
	if !f.ok {
		return none
	}
	c := TableCell{Text: same(f.plain()), Number: true, Mark: mark(f), Refs: f.Inputs}
	if f.Computed() {
		c.Mark = marks(c.Mark, computedMark)
	}
	return c
}

// onPreviousCell is growth on the period before, which stands for the value and
// says what it is, as no column is of its kind.
func (r *reading) onPreviousCell(f fact) TableCell {
	n := f.signed() + "%"
	base := r.w.base(f.at, indicator.OnPrevious)
	return TableCell{Text: Text{ZH: base.ZH + n, EN: n + " " + base.over}, Mark: mark(f), Refs: f.Inputs}
}

// marks joins status marks: p,c.
func marks(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "," + b
}

// computedMark stands at growth rates that were computed from levels.
const computedMark = "c"

// groups lists items by group in the order of the source; ok is false where
// there is but one group or none is named.
func groups(items []*item) (heads []Text, by map[Text][]*item, ok bool) {
	by = map[Text][]*item{}
	named := false
	for _, it := range items {
		g := complete(it.r.s.Group)
		if by[g] == nil {
			heads = append(heads, g)
		}
		by[g] = append(by[g], it)
		named = named || !g.IsZero()
	}
	return heads, by, named && len(heads) > 1
}

// table fills a table with rows of items, under group heads where there are
// groups.
func (t *Table) fill(items []*item, row func(*item) []TableCell) {
	heads, by, grouped := groups(items)
	for _, g := range heads {
		if grouped {
			head := g
			if head.IsZero() {
				head = Text{ZH: "其他", EN: "Other"}
			}
			t.Rows = append(t.Rows, Row{Group: true, Cells: []TableCell{{Text: head}}})
		}
		for _, it := range by[g] {
			t.Rows = append(t.Rows, Row{Cells: row(it)})
		}
	}
}

// resultsTable: every indicator with its value in the words of each language
// and its growth, for the year to date and for the latest step, and its target
// for the year to come; nil without any result.
func (c *composer) resultsTable() *Table {
	if c.first() == nil {
		return nil
	}
	var items []*item
	var grown, stepped bool
	plans := c.planYear() != 0
	for _, it := range c.items {
		if it.r.known() || it.plan != nil || it.target != nil {
			items = append(items, it)
		}
		grown = grown || it.r.yearly(it.r.growth()).ok
		stepped = stepped || it.r.aside(c.at).ok
	}
	t := &Table{ID: "results", Title: c.resultsTitle(), Columns: []Column{{Head: Text{ZH: "指标", EN: "Indicator"}}, {Head: c.w.column(c.at), Numeric: true}}}
	if grown {
		t.Columns = append(t.Columns, Column{Head: c.growthHead(), Unit: same("%"), Numeric: true})
	}
	if stepped {
		t.Columns = append(t.Columns, Column{Head: c.w.column(c.stepPeriod()), Numeric: true}, Column{Head: c.growthHead(), Unit: same("%"), Numeric: true})
	}
	if plans {
		y := num(c.planYear())
		t.Columns = append(t.Columns, Column{Head: Text{ZH: y + "年目标", EN: "Target for " + y}, Numeric: true})
	}
	missing := false
	t.fill(items, func(it *item) []TableCell {
		r := it.r
		cells := []TableCell{{Text: r.full()}, c.valueCell(r, r.main(), c.at)}
		if g := r.growth(); g.ok && !r.yearly(g).ok {
			cells[1] = r.onPreviousCell(g)
		}
		if grown {
			cells = append(cells, r.rateCell(r.yearly(r.growth())))
		}
		if stepped {
			level, rate := none, none
			if r.total.ok || r.run.ok {
				level, rate = c.valueCell(r, r.aside(c.at), c.stepPeriod()), r.onTimeRate(r.yearly(r.pace), c.at)
			}
			cells = append(cells, level, rate)
		}
		for _, x := range cells[1:] {
			missing = missing || x.Text == none.Text
		}
		if plans {
			cells = append(cells, c.planCell(it))
		}
		return cells
	})
	switch {
	case missing && plans:
		t.Notes = append(t.Notes, missingNote)
	case missing:
		t.Notes = append(t.Notes, noFigureNote)
	}
	return t
}

// aside is the level of the latest step beside the year to date.
func (r *reading) aside(at Period) fact {
	if !r.total.ok && !r.run.ok || r.level.at.To != at.To || r.ratio() {
		return fact{}
	}
	return r.level
}

// columnOf is a period in a table: short within the year of the briefing.
func (c *composer) columnOf(r *reading, p Period) Text {
	if p.To.Year() == c.at.To.Year() && !r.stock() {
		return r.w.column(p)
	}
	return alone(r.whenFull(p))
}

// valueCell is a level in words, with its period where that is not the head's.
func (c *composer) valueCell(r *reading, f fact, head Period) TableCell {
	if !f.ok || f.at.To != head.To {
		switch r.withheld(head) {
		case indicator.Confidential:
			return TableCell{Text: Text{ZH: "保密", EN: "confidential"}, Tone: Quiet}
		case indicator.NotApplies:
			return TableCell{Text: Text{ZH: "不适用", EN: "not applicable"}, Tone: Quiet}
		}
	}
	if !f.ok {
		return none
	}
	cell := TableCell{Text: r.amount(f).text(), Mark: mark(f), Refs: f.Inputs}
	if f.at != head && !(r.stock() && f.at.To == head.To) && (head != c.at || c.differs(r, f.at)) {
		w := c.columnOf(r, f.at)
		cell.Text.ZH += "（" + w.ZH + "）"
		cell.Text.EN += " (" + w.EN + ")"
	}
	return cell
}

// missingNote explains the dash.
var missingNote = Text{ZH: "“—”表示无数据或未设目标。", EN: "“—”: no figure, or no target set."}

// noFigureNote is that where no target could stand.
var noFigureNote = Text{ZH: "“—”表示无数据或不适用。", EN: "“—”: no figure, or not applicable."}

// growthHead heads a column of growth rates.
func (c *composer) growthHead() Text {
	if c.w.cal == byYear {
		return Text{ZH: "比上年增长", EN: "Growth"}
	}
	return Text{ZH: "同比", EN: "y/y"}
}

// planCell is a target to come.
func (c *composer) planCell(it *item) TableCell {
	if it.plan == nil {
		return none
	}
	p := *it.plan
	v := c.targetValue(it.r, p)
	if p.Kind == growthKind && p.Bound.HasValue() {
		v = it.r.plannedGrowth(p)
	}
	return TableCell{Text: v, Refs: []Cell{p.Cell}}
}
