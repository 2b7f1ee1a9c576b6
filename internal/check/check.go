// Package check makes the checks a statistician makes over a whole dataset: do
// parts add up to totals and months to years, do cumulative figures rise, do
// published rates agree with the levels, has a decimal point moved or a column
// been copied, does every target have its indicator, has every name its
// translation. Official figures are revised, gappy and of mixed frequency: what
// fails again and again is told in one note, and only what stands alone is
// called a slip.
package check

import (
	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// Dataset makes all checks, in the order of the dataset. An error is found only
// where the briefing would be wrong or impossible.
func Dataset(d *indicator.Dataset) diagnostic.List { return Printed(d, true, true) }

// Printed makes the checks for a document in the languages that it is printed
// in: what it does not print needs no translation.
func Printed(d *indicator.Dataset, zh, en bool) diagnostic.List {
	c := &checker{d: d, zh: zh, en: en, byID: map[string]*view{}, views: make([]view, len(d.Series))}
	for i := range d.Series {
		v := &c.views[i]
		*v = *viewOf(&d.Series[i])
		if c.byID[v.ID] == nil {
			c.byID[v.ID] = v
		}
	}
	c.content()
	c.ahead()
	c.translations()
	for i := range c.views { // slips first: what they explain is not said again
		v := &c.views[i]
		c.kinds(v)
		c.jumps(v)
	}
	for i := range c.views {
		v := &c.views[i]
		c.possible(v)
		switch v.Measure {
		case indicator.Level:
			c.cumulative(v)
			c.rising(v)
			c.sums(v)
		case indicator.Growth:
			c.published(v)
		}
	}
	c.gaps()
	c.parts()
	c.shares()
	c.duplicateSeries()
	c.duplicatePeriods()
	c.targets()
	c.typed()
	return c.list.Limit(perCode)
}

// perCode is how many findings of one kind are listed.
const perCode = 20

type checker struct {
	d     *indicator.Dataset
	views []view           // of the series, in their order
	byID  map[string]*view // the first of each id
	list  diagnostic.List
	said  map[saying]bool

	zh, en bool // languages in which the document is printed
}

type saying struct {
	code    string
	cell    indicator.Cell
	message string
}

func (c *checker) add(sev diagnostic.Severity, code string, cell indicator.Cell, zh, en string) {
	if cell.File == "" {
		cell.File = c.d.File
	}
	one := saying{code, cell, zh}
	if c.said[one] {
		return // of a level and its growth, which share a name
	}
	if c.said == nil {
		c.said = map[saying]bool{}
	}
	c.said[one] = true
	c.list.Add(sev, code, cell, zh, en)
}

// name is what a series is called in a message: its name, else that in the
// other language, else its id.
func name(s *indicator.Series) indicator.Text {
	n := either(s.Name)
	if n.IsZero() {
		n = indicator.Text{ZH: s.ID, EN: s.ID}
	}
	return n
}

// either lets each language stand in for the other.
func either(t indicator.Text) indicator.Text {
	if t.ZH == "" {
		t.ZH = t.EN
	}
	if t.EN == "" {
		t.EN = t.ZH
	}
	return t
}

// owner is the level, rate or share that a growth series belongs to, else the
// series itself: growth series are named after it.
func (c *checker) owner(s *indicator.Series) *indicator.Series {
	if s.Measure == indicator.Growth && s.Of != "" {
		if of := c.byID[s.Of]; of != nil {
			return of.Series
		}
	}
	return s
}

// subject is what a message calls the figures of a series: “X”, or of growth
// “X”增速, the growth of “X”.
func (c *checker) subject(s *indicator.Series) indicator.Text {
	n := name(c.owner(s))
	t := indicator.Text{ZH: "“" + n.ZH + "”", EN: "“" + n.EN + "”"}
	if s.Measure == indicator.Growth {
		t.ZH, t.EN = t.ZH+"增速", "the growth of "+t.EN
	}
	return t
}
