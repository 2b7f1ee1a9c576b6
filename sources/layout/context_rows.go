package layout

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/indicator"
)

// corner reads the unit that stands alone above the last head, as it is written
// where it is none of those known.
func (c *Context) corner(r *Row) bool {
	if filled(r) != 1 || c.Unit != "" {
		return false
	}
	for _, cell := range r.Cells {
		if cell.Blank() || cell.Spread || cell.Kind != Text || cell.Across || cell.Col < 3 {
			continue
		}
		s := unbracketed(strings.TrimSpace(cell.Text))
		c.India = c.India || indian.MatchString(s)
		if l := ParseLabel(s); l.pure() || !l.When.IsZero() || utf8.RuneCountInString(s) > 24 || unitLine.MatchString(s) || strings.ContainsAny(s, ":：") {
			return false
		}
		c.Unit, c.unitLine = s, cell
		c.Lines = append(c.Lines, cell.Text)
		return true
	}
	return false
}

// goesOn takes over what a 续表 leaves out.
func (c *Context) goesOn(o Context) {
	if c.Unit == "" {
		c.Unit, c.RateUnit = o.Unit, o.RateUnit
	}
	if c.Subject == "" {
		c.Subject = o.Subject
	}
	c.Title, c.Other, c.Nearest = o.Title, o.Other, o.Nearest
	c.Measure, c.Compare, c.Prices, c.Currencies = o.Measure, o.Compare, o.Prices, o.Currencies
	c.ToDate, c.YearEnds = o.ToDate, o.YearEnds
	if c.When.IsZero() {
		c.When, c.From, c.At = o.When, o.From, o.At
	}
}

// pair reads a line of two cells, of which the first says what the second is:
// Unit of measure | Million euro.
func (c *Context) pair(r *Row) bool {
	if filled(r) != 2 {
		return false
	}
	var key, value string
	for _, cell := range r.Cells {
		if cell.Blank() || cell.Spread || cell.Kind != Text {
			continue
		}
		if key == "" {
			key = squeeze(strings.TrimRight(strings.TrimSpace(cell.Text), ":： []"))
		} else {
			value = strings.TrimSpace(cell.Text)
		}
	}
	if value == "" || len(key) > 60 || strings.ContainsAny(key, ":：") {
		return false
	}
	low := strings.ToLower(key)
	l := ParseLabel(value)
	switch r := roleOf(key); {
	case r == Unit:
		if indicator.IsUnit(value) {
			c.Unit = value
		} else if l.Unit != "" {
			c.Unit = l.Unit
		}
		c.say(value)
	case r == Frequency, r == Note, r == Code, r == Status:
	case r == Area:
		c.Area = value
	case r == Period:
		if !l.When.IsZero() {
			c.When = l.When
		}
	case strings.Contains(low, "indicator"), strings.Contains(low, "series title"), low == "item", low == "subject", low == "variable", r == Indicator:
		c.Subject = value
		c.say(value)
	default:
		return false
	}
	return true
}
