package layout

import (
	"strings"

	"jianbao/internal/indicator"
)

// attributeRows reads head rows whose first cell names what they hold: 频率, 单位,
// 指标ID. A key column names several such rows; what stands in them belongs to
// the columns at its right, up to the next key column.
func attributeRows(columns []*Column, head []Row) {
	var key *Column
	for _, c := range columns {
		if isKey(c, head) {
			key = c
			continue
		}
		if key == nil {
			continue
		}
		for i := range head {
			cell, text := head[i].At(key.Col), headText(head[i].At(c.Col))
			if cell.Blank() || cell.Spread || text == "" {
				continue
			}
			word := squeeze(text)
			switch roleOf(cell.Text) {
			case Unit:
				if indicator.IsUnit(word) {
					c.unit = word
					c.drop(text)
				}
			case Frequency:
				if f := frequencies[strings.ToLower(word)]; f != "" {
					c.freq = f
					c.drop(text)
				}
			case Code, Note, Status:
				c.drop(text)
			}
		}
	}
}

// isKey reports whether the heads of a column name the rows of the head.
func isKey(c *Column, head []Row) bool {
	n := 0
	for i := range head {
		cell := head[i].At(c.Col)
		if cell.Blank() || cell.Spread || cell.Kind != Text {
			continue
		}
		switch roleOf(cell.Text) {
		case Unit, Frequency, Code, Note, Indicator, Period, Status, Measure, Area:
			n++
		default:
			return false
		}
	}
	return n >= 2
}

// drop takes a text out of a column's heads.
func (c *Column) drop(text string) {
	var kept []string
	for _, h := range c.Heads {
		if h != text {
			kept = append(kept, h)
		}
	}
	c.Heads = kept
}
