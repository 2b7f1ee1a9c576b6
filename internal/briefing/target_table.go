package briefing

import (
	"jianbao/internal/indicator"
)

// targetTable: the latest step, the year to date, the target and the gap; nil
// without targets for the reporting year.
func (c *composer) targetTable() *Table {
	var items []*item
	items = c.targeted()
	if len(items) == 0 {
		return nil
	}
	y := num(c.at.To.Year())
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
		Column{Head: Text{ZH: "与目标相比", EN: "Against target"}, Unit: Text{ZH: "百分点", EN: "points"}, Numeric: true})
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
		return append(cells,
			TableCell{Text: c.targetValue(r, it.target.Target), Refs: []Cell{it.target.Target.Cell}},
			TableCell{Text: standing(it), Tone: tone(it.target.Verdict), Refs: it.target.Gap.Inputs})
	})
	if missing {
		t.Notes = append(t.Notes, missingNote)
	}
	t.Notes = append(t.Notes, c.lateNotes(items)...)
	return t
}

// standing is a status and the gap behind it: 超前 +0.6, ahead +0.6.
func standing(it *item) Text {
	t := statusWord(*it.target)
	if !it.measured() {
		return t
	}
	if !it.inPoints() || it.byShare() && (it.target.Final() || it.target.Broken()) || within(it) {
		g := gapText(it)
		return Text{ZH: t.ZH + "，" + g.ZH, EN: t.EN + ", " + g.EN}
	}
	s := " " + it.gap().signed()
	return Text{ZH: t.ZH + s, EN: t.EN + s}
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
