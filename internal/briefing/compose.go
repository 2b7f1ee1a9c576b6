package briefing

import (
	"errors"
	"fmt"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/style"
)

// Options of a briefing; the zero value is valid.
type Options struct {
	Period Period       // to report on in place of the dataset's own; zero: the dataset's
	Style  *style.Style // how things are said; nil: style.Builtin

	Grouping Grouping // of digits
}

// Grouping is how the digits of large numbers are parted in threes in each
// language: by nothing, a comma or a space that does not break. "" is what is
// usual: nothing in Chinese, commas in English. Spaces are those of GB/T
// 15835-2011, 5.1.3: from five digits on.
type Grouping struct {
	ZH GroupMark `yaml:"zh"`
	EN GroupMark `yaml:"en"`
}

// GroupMark parts groups of digits.
type GroupMark string

const (
	NoGroups   GroupMark = "none"
	WithCommas GroupMark = "comma"
	WithSpaces GroupMark = "space"
)

// Valid reports a mark that is one of those.
func (g GroupMark) Valid() bool {
	return g == "" || g == NoGroups || g == WithCommas || g == WithSpaces
}

// ErrEmpty says that a dataset has nothing to report.
var ErrEmpty = errors.New("the dataset has no figures, no targets and no points to report")

// An item is an indicator with all that is to be said of it.
type item struct {
	r       *reading
	history *history
	finding finding
	found   bool
	target  *indicator.Attainment   // of the reporting year; nil where there is none
	more    []*indicator.Attainment // of the reporting year too
	long    []*indicator.Attainment // of plans of several years that the reporting year is in
	plan    *indicator.Target       // for a year to come; nil where there is none
	told    bool                    // page one has given its account
}

// A composer holds the facts from which the parts of a briefing are made.
type composer struct {
	d     *indicator.Dataset
	at    Period
	w     words
	items []*item
	book  *book

	findings diagnostic.List // on the office's own texts
}

// Compose decides what a briefing on d says. It fails where there is nothing
// to say, and where its own Chinese and English text do not state the same
// numbers.
func Compose(d *indicator.Dataset, opt Options) (*Briefing, error) {
	if d == nil {
		return nil, ErrEmpty
	}
	c := newComposer(d, opt)
	if c.empty() {
		return nil, ErrEmpty
	}
	b := &Briefing{File: d.File, Illustrative: d.Info.Illustrative, Contact: d.Info.Contact, Area: complete(d.Info.Area), Issuer: complete(d.Info.Issuer)}
	c.masthead(b)
	b.Tiles = c.tiles()
	b.Lead = c.lead()
	b.Sections = c.sections(b.Lead)
	if found := c.settle(b); len(found) > 0 {
		return nil, fmt.Errorf("the two languages disagree: %w", found[0])
	}
	b.Findings = c.findings
	return b, nil
}

func newComposer(d *indicator.Dataset, opt Options) *composer {
	c := &composer{d: d, at: opt.Period, book: &book{style: opt.Style, grouping: opt.Grouping}}
	if c.at.IsZero() {
		c.at = d.ReportingPeriod()
	}
	if c.at.IsZero() {
		c.at = announced(d)
	}
	switch p := latestUpTo(d, c.at); {
	case !p.IsZero() && p.To < c.at.To:
		c.at = p // nothing has come in for the period named
	case p.IsZero() && len(d.Targets) > 0 && d.Targets[0].Year <= c.at.Year():
		c.at = announced(d) // targets alone: the year has only begun
	}
	c.read()
	if !c.at.IsZero() && c.at.From.Of() != 1 && c.at.From.Year() == c.at.To.Year() && c.cumulative() {
		c.at = Period{From: indicator.NewMonth(c.at.To.Year(), 1), To: c.at.To}
		c.read()
	}
	return c
}

// read takes the readings of all indicators at the reporting period.
func (c *composer) read() {
	d := c.d
	c.items = nil
	for i := range d.Series {
		s := &d.Series[i]
		if s.Measure == indicator.Growth && s.Of != "" && d.Find(s.Of) != nil {
			continue // said with its level
		}
		it := &item{r: read(d, s, c.at, c.book)}
		it.history = newHistory(it.r)
		it.finding, it.found = it.history.find()
		c.aim(it)
		c.items = append(c.items, it)
	}
	c.w = words{cal: c.calendar()}
	c.byAmount()
}

// cumulative reports that most flows are told for the year to date: a month or
// quarter named as the reporting period then stands for January to its end.
func (c *composer) cumulative() bool {
	total, single := 0, 0
	for _, it := range c.items {
		switch r := it.r; {
		case !r.known() || r.late || r.stock() || it.history.ratio || r.end.Of() == 1:
		case r.total.ok || r.run.ok:
			total++
		default:
			single++
		}
	}
	return total > single
}

// latestUpTo is the latest period with a figure that ends no later than at; of
// those that end together the longest.
func latestUpTo(d *indicator.Dataset, at Period) Period {
	var p Period
	for i := range d.Series {
		for _, o := range d.Series[i].Observations {
			if !o.Status.HasValue() || o.Period.To > at.To {
				continue
			}
			if q := o.Period; p.IsZero() || q.To > p.To || q.To == p.To && q.From < p.From {
				p = q
			}
		}
	}
	return p
}

// announced is the period of a dataset without figures: the year before its
// targets, else the latest for which a figure is marked as missing.
func announced(d *indicator.Dataset) Period {
	if len(d.Targets) > 0 {
		return indicator.Year(d.Targets[0].Year - 1)
	}
	var p Period
	for i := range d.Series {
		for _, o := range d.Series[i].Observations {
			if o.Period.To > p.To {
				p = o.Period
			}
		}
	}
	return p
}

// aim finds the targets of an item: that of the reporting year, and that of
// the nearest year to come.
func (c *composer) aim(it *item) {
	for _, t := range c.d.TargetsOf(it.r.s.ID) {
		switch year := c.at.To.Year(); {
		case t.Planned() || t.Kind == indicator.TotalGrowth:
			if t.From <= year && year <= t.Year {
				it.long = append(it.long, c.settled(it, c.d.Attain(t, c.at)))
			}
		case t.Year == year:
			a := c.settled(it, c.d.Attain(t, Period{From: indicator.NewMonth(t.Year, 1), To: c.at.To}))
			if it.target == nil {
				it.target = a
			} else {
				it.more = append(it.more, a)
			}
		case t.Year > c.at.To.Year() && (it.plan == nil || t.Year < it.plan.Year):
			it.plan = &t
		}
	}
}

// empty reports that there is nothing to say.
func (c *composer) empty() bool {
	for _, it := range c.items {
		if it.r.known() {
			return false
		}
	}
	return len(c.d.Targets) == 0 && len(c.d.Highlights) == 0
}

// calendar is that of the reporting period: by month as soon as it ends within
// a quarter or any indicator on time is monthly.
func (c *composer) calendar() calendar {
	fine := byYear
	for _, it := range c.items {
		if !it.r.known() || it.r.late {
			continue
		}
		switch it.r.w.cal {
		case byMonth:
			return byMonth
		case byQuarter:
			fine = byQuarter
		}
	}
	if fine == byYear && int(c.at.To-c.at.From) == 11 {
		return byYear // perhaps a fiscal year
	}
	if c.at.To.Of()%3 != 0 || c.at.From == c.at.To {
		return byMonth
	}
	if fine == byYear && c.at.To.Of() != 12 {
		return byQuarter
	}
	return fine
}

// planYear is the year of the targets to come; 0 where there are none, or where
// beside figures a single one in words makes no plan.
func (c *composer) planYear() int {
	all := c.planned()
	if len(all) == 0 || len(all) == 1 && all[0].plan.Bound == indicator.TextOnly && c.first() != nil {
		return 0
	}
	return all[0].plan.Year
}

// item finds the item of a series; nil where there is none.
func (c *composer) item(id string) *item {
	for _, it := range c.items {
		if it.r.s.ID == id {
			return it
		}
	}
	return nil
}

// first is the leading indicator of the source that has a number.
func (c *composer) first() *item {
	for _, it := range c.items {
		if it.r.known() && !it.r.late {
			return it
		}
	}
	for _, it := range c.items {
		if it.r.known() {
			return it
		}
	}
	return nil
}
