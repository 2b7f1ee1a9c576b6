package briefing

import (
	"strconv"

	"jianbao/internal/indicator"
)

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
		t.Notes = append(t.Notes, noFigureNote)
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
