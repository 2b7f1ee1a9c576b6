package briefing

import (
	"strings"

	"jianbao/internal/indicator"
)

// monthsTable: growth by step of this year; nil with fewer than two columns
// that have figures.
func (c *composer) monthsTable() *Table {
	if c.w.cal == byYear {
		return nil
	}
	var hs []*history
	for _, it := range c.items {
		if it.monthly(c) {
			hs = append(hs, it.history)
		}
	}
	steps := c.axis(indicator.NewMonth(c.at.To.Year(), 1), c.at.To, hs)
	if len(steps) < 2 {
		return nil
	}
	t := &Table{ID: "months", Columns: []Column{{Head: Text{ZH: "指标", EN: "Indicator"}}}}
	for _, p := range steps {
		t.Columns = append(t.Columns, Column{Head: c.w.slot(p), Numeric: true})
	}
	y := num(c.at.To.Year())
	unit := Text{ZH: "分月", EN: "month"}
	if c.w.cal == byQuarter {
		unit = Text{ZH: "分季", EN: "quarter"}
	}
	t.Title = Text{ZH: y + "年" + unit.ZH + "同比增速", EN: "Growth by " + unit.EN + " in " + y}
	t.Description = Text{ZH: "比上年同期增长（%）", EN: "Growth over the same period of the previous year (%)"}
	single, total := c.monthRows(steps, false), c.monthRows(steps, true)
	head := func(zh, en string) Row { return Row{Group: true, Cells: []TableCell{{Text: Text{ZH: zh, EN: en}}}} }
	switch {
	case len(single) == 0:
		t.Title = Text{ZH: y + "年" + unit.ZH + "累计同比增速", EN: "Year-to-date growth by " + unit.EN + " in " + y}
		t.Rows = total
	case len(total) == 0:
		t.Rows = single
	default:
		t.Rows = append(t.Rows, head("当期", "Single "+unit.EN+"s"))
		t.Rows = append(t.Rows, single...)
		t.Rows = append(t.Rows, head("累计", "Year to date"))
		t.Rows = append(t.Rows, total...)
	}
	t.dropEmptyStart()
	if len(t.Rows) == 0 || filledColumns(t) < 2 {
		return nil
	}
	for _, r := range t.Rows {
		for _, x := range r.Cells {
			if x.Text == none.Text {
				t.Notes = []Text{noFigureNote}
			}
		}
	}
	return t
}

// monthly reports rates step by step of the briefing's calendar.
func (it *item) monthly(c *composer) bool {
	return known(it.history.line) > 0 && !it.history.ratio && it.r.w.cal == c.w.cal
}

// monthRows are the rows of the indicators whose rate is that of single steps,
// or of the year to date.
func (c *composer) monthRows(steps []Period, run bool) []Row {
	var rows []Row
	for _, it := range c.items {
		r := it.r
		if !it.monthly(c) || it.history.run != run {
			continue
		}
		row := Row{Cells: []TableCell{{Text: r.label()}}}
		n, computed := 0, 0
		for _, p := range steps {
			f := it.history.lineAt(p)
			if f.ok {
				n++
			}
			if f.ok && f.Computed() {
				computed++
			}
			row.Cells = append(row.Cells, r.rateCell(f))
		}
		if n > 0 {
			if computed == n { // said once, at the name
				row.Cells[0].Mark = computedMark
				for i := range row.Cells[1:] {
					row.Cells[i+1].Mark = strings.TrimSuffix(strings.TrimSuffix(row.Cells[i+1].Mark, computedMark), ",")
				}
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// dropEmptyStart takes away the columns before the first that has a number.
func (t *Table) dropEmptyStart() {
	for len(t.Columns) > 1 {
		for _, r := range t.Rows {
			if !r.Group && r.Cells[1].Number {
				return
			}
		}
		t.Columns = append(t.Columns[:1], t.Columns[2:]...)
		for i := range t.Rows {
			if r := &t.Rows[i]; !r.Group {
				r.Cells = append(r.Cells[:1], r.Cells[2:]...)
			}
		}
	}
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
