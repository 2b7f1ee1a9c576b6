package briefing

import (
	"strconv"

	"jianbao/internal/indicator"
)

// none is the cell of a figure that there is not.
var none = TableCell{Text: same("—"), Tone: Plain}

// unitText is a unit as it heads a column or axis; the index base is no unit.
func unitText(u indicator.Unit) Text { return complete(u.Text) }

// cell is a fact as a number that both languages share.
func (r *reading) cell(f fact) TableCell {
	if !f.ok {
		return none
	}
	return TableCell{Text: number(f.Value, f.places), Number: true, Mark: mark(f), Refs: f.Inputs}
}

// rateCell is a growth rate in a table that says % at its head.
func (r *reading) rateCell(f fact) TableCell {
	if !f.ok {
		return none
	}
	c := TableCell{Text: same(plain(f.Value, f.places)), Number: true, Mark: mark(f), Refs: f.Inputs}
	if f.Computed() && c.Mark == "" {
		c.Mark = computedMark
	}
	return c
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

// resultsTable: every indicator with its value in the words of each language,
// its growth, and its target; nil without any result.
func (c *composer) resultsTable() *Table {
	var items []*item
	grown, plans := false, c.planYear() != 0
	for _, it := range c.items {
		if it.r.known() || it.plan != nil || it.target != nil {
			items = append(items, it)
		}
		grown = grown || it.r.growth().ok
	}
	if c.first() == nil {
		return nil
	}
	p := c.w.column(c.at)
	if c.w.cal != byYear {
		p = Text{ZH: c.w.name(c.at).ZH, EN: alone(c.w.name(c.at)).EN}
	}
	t := &Table{
		ID:      "results",
		Title:   c.resultsTitle(),
		Columns: []Column{{Head: Text{ZH: "指标", EN: "Indicator"}}, {Head: p, Numeric: true}},
	}
	if grown {
		t.Columns = append(t.Columns, Column{Head: c.growthHead(), Unit: same("%"), Numeric: true})
	}
	if plans {
		y := strconv.Itoa(c.planYear())
		t.Columns = append(t.Columns, Column{Head: Text{ZH: y + "年目标", EN: "Target for " + y}, Numeric: true})
	}
	missing := false
	t.fill(items, func(it *item) []TableCell {
		r := it.r
		f := r.main()
		cells := []TableCell{{Text: r.full()}, none}
		if f.ok {
			cells[1] = TableCell{Text: r.amount(f).text(), Mark: mark(f), Refs: f.Inputs}
			if c.differs(r, f.at) && !r.stock() {
				w := alone(r.whenFull(f.at))
				cells[1].Text.ZH += "（" + w.ZH + "）"
				cells[1].Text.EN += " (" + w.EN + ")"
			}
		} else {
			missing = true
		}
		if grown {
			cells = append(cells, r.rateCell(r.growth()))
		}
		if plans {
			cells = append(cells, c.planCell(it))
		}
		return cells
	})
	if missing {
		t.Notes = append(t.Notes, missingNote)
	}
	return t
}

// missingNote explains the dash.
var missingNote = Text{ZH: "“—”表示无数据或未设目标。", EN: "“—”: no figure, or no target set."}

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
		v = Text{ZH: "增长" + v.ZH, EN: "growth of " + v.EN}
		if p.Value.Sign() < 0 {
			v = bounded(p, same(plain(p.Value.Abs(), -1)+"%"), same(plain(p.Upper.Abs(), -1)+"%"), Amount{})
			v = Text{ZH: "下降" + v.ZH, EN: "a fall of " + v.EN}
		}
	}
	return TableCell{Text: v, Refs: []Cell{p.Cell}}
}

// targetTable: the latest step, the year to date, the target and the gap; nil
// without targets for the reporting year.
func (c *composer) targetTable() *Table {
	var items []*item
	for _, it := range c.items {
		if it.target != nil {
			items = append(items, it)
		}
	}
	if len(items) == 0 {
		return nil
	}
	y := strconv.Itoa(c.at.To.Year())
	t := &Table{ID: "targets", Title: c.targetSectionTitle()}
	hasStep, hasTotal := false, false
	for _, it := range items {
		hasStep = hasStep || it.r.level.ok || it.r.pace.ok
		hasTotal = hasTotal || it.r.total.ok || it.r.run.ok
	}
	unit, mixed := oneUnit(items)
	t.Columns = []Column{{Head: Text{ZH: "指标", EN: "Indicator"}}}
	if mixed {
		t.Columns = append(t.Columns, Column{Head: Text{ZH: "单位", EN: "Unit"}})
	}
	step, sum := c.stepPeriod(), Period{From: indicator.NewMonth(c.at.To.Year(), 1), To: c.at.To}
	if hasStep {
		t.Columns = append(t.Columns, Column{Head: c.w.column(step), Unit: unit, Numeric: true}, Column{Head: c.growthHead(), Unit: same("%"), Numeric: true})
	}
	if hasTotal {
		t.Columns = append(t.Columns, Column{Head: c.w.column(sum), Unit: unit, Numeric: true}, Column{Head: c.growthHead(), Unit: same("%"), Numeric: true})
	}
	t.Columns = append(t.Columns,
		Column{Head: Text{ZH: y + "年目标", EN: "Target for " + y}, Numeric: true},
		Column{Head: Text{ZH: "与目标差距", EN: "Gap"}, Numeric: true},
		Column{Head: Text{ZH: "状态", EN: "Status"}})
	missing := false
	t.fill(items, func(it *item) []TableCell {
		r := it.r
		cells := []TableCell{{Text: r.label()}}
		if mixed {
			u := unitText(r.s.Unit)
			if u.IsZero() || !r.main().ok {
				u = same("%")
			}
			cells = append(cells, TableCell{Text: u})
		}
		start := len(cells)
		if hasStep {
			cells = append(cells, r.onTime(r.level, c.at), r.onTimeRate(r.pace, c.at))
		}
		if hasTotal {
			cells = append(cells, r.onTime(r.total, c.at), r.onTimeRate(r.run, c.at))
		}
		for _, x := range cells[start:] {
			missing = missing || x.Text == none.Text
		}
		gap := TableCell{Text: gapText(it), Refs: it.target.Gap.Inputs}
		if gap.Text.IsZero() {
			gap = none
			missing = true
		}
		return append(cells,
			TableCell{Text: c.targetValue(r, it.target.Target), Refs: []Cell{it.target.Target.Cell}},
			gap,
			TableCell{Text: statusWord(*it.target), Tone: tone(it.target.Verdict)})
	})
	if missing {
		t.Notes = append(t.Notes, missingNote)
	}
	t.Notes = append(t.Notes, c.lateNotes(items)...)
	return t
}

// onTime is the cell of a fact, if it ends with the reporting period.
func (r *reading) onTime(f fact, at Period) TableCell {
	if f.at.To != at.To {
		return none
	}
	return r.cell(f)
}

func (r *reading) onTimeRate(f fact, at Period) TableCell {
	if f.at.To != at.To {
		return none
	}
	return r.rateCell(f)
}

// lateNotes name the indicators whose latest figures are older.
func (c *composer) lateNotes(items []*item) []Text {
	var out []Text
	for _, it := range items {
		if it.r.late && it.r.known() {
			n, w := it.r.label(), it.r.whenFull(it.latest())
			out = append(out, Text{ZH: n.ZH + "的最新数据为" + w.ZH + "。", EN: "The latest figure for " + inside(n.EN) + " is for " + w.EN + "."})
		}
	}
	return out
}

// latest is the period of the newest figure of an item.
func (it *item) latest() Period {
	for _, f := range [...]fact{it.r.total, it.r.level, it.r.run, it.r.pace} {
		if f.ok {
			return f.at
		}
	}
	return Period{}
}

// stepPeriod is the latest step of the briefing's calendar.
func (c *composer) stepPeriod() Period {
	switch c.w.cal {
	case byYear:
		return yearOf(c.at.To.Year())
	case byQuarter:
		return Period{From: c.at.To - 2, To: c.at.To}
	}
	return indicator.MonthOf(c.at.To)
}

// oneUnit is the unit that all items share; mixed where they do not.
func oneUnit(items []*item) (unit Text, mixed bool) {
	for i, it := range items {
		u := unitText(it.r.s.Unit)
		if i == 0 {
			unit = u
		}
		if u != unit {
			return Text{}, true
		}
	}
	return unit, false
}

// monthsTable: growth by step of this year; nil with fewer than two columns
// that have figures.
func (c *composer) monthsTable() *Table {
	if c.w.cal == byYear {
		return nil
	}
	var steps []Period
	by := indicator.Month(1)
	if c.w.cal == byQuarter {
		by = 3
	}
	for m := indicator.NewMonth(c.at.To.Year(), int(by)); m <= c.at.To; m += by {
		steps = append(steps, Period{From: m - by + 1, To: m})
	}
	if len(steps) < 2 {
		return nil
	}
	t := &Table{ID: "months", Columns: []Column{{Head: Text{ZH: "指标", EN: "Indicator"}}}}
	for _, p := range steps {
		t.Columns = append(t.Columns, Column{Head: c.w.slot(p), Numeric: true})
	}
	y := strconv.Itoa(c.at.To.Year())
	unit := Text{ZH: "分月", EN: "month"}
	if c.w.cal == byQuarter {
		unit = Text{ZH: "分季", EN: "quarter"}
	}
	t.Title = Text{ZH: y + "年" + unit.ZH + "同比增速", EN: "Growth by " + unit.EN + " in " + y}
	t.Description = Text{ZH: "比上年同期增长（%）", EN: "Growth over the same period of the previous year (%)"}
	missing := false
	for _, run := range [...]bool{false, true} {
		var rows []Row
		for _, it := range c.items {
			if known(it.history.line) == 0 || it.history.ratio || it.history.run != run || it.r.w.cal != c.w.cal {
				continue
			}
			row := Row{Cells: []TableCell{{Text: it.r.label()}}}
			n := 0
			for _, p := range steps {
				if run {
					p = it.r.toDate(p.To)
				} else {
					p = it.r.step(p.To)
				}
				f := it.r.rateAt(p)
				if f.ok {
					n++
				}
				row.Cells = append(row.Cells, it.r.rateCell(f))
			}
			if n > 0 {
				missing = missing || n < len(steps)
				rows = append(rows, row)
			}
		}
		if len(rows) == 0 {
			continue
		}
		if run && len(t.Rows) > 0 {
			t.Rows = append([]Row{{Group: true, Cells: []TableCell{{Text: Text{ZH: "当期", EN: "Single " + unit.EN + "s"}}}}}, t.Rows...)
		}
		if run {
			t.Rows = append(t.Rows, Row{Group: true, Cells: []TableCell{{Text: Text{ZH: "累计", EN: "Year to date"}}}})
		}
		t.Rows = append(t.Rows, rows...)
	}
	if len(t.Rows) == 0 || filledColumns(t) < 2 {
		return nil
	}
	if missing {
		t.Notes = append(t.Notes, Text{ZH: "“—”表示无数据。", EN: "“—”: no figure."})
	}
	return t
}

// filledColumns counts the columns after the stub that have a number.
func filledColumns(t *Table) int {
	n := 0
	for i := 1; i < len(t.Columns); i++ {
		for _, r := range t.Rows {
			if !r.Group && i < len(r.Cells) && r.Cells[i].Number {
				n++
				break
			}
		}
	}
	return n
}
