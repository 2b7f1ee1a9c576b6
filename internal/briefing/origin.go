package briefing

import (
	"strconv"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
	"jianbao/internal/style"
)

// OriginKind is what sort of thing a printed number is.
type OriginKind string

const (
	Observed   OriginKind = "value"    // read from a cell
	Computed   OriginKind = "computed" // by a formula over cells
	Targeted   OriginKind = "target"   // a target's own number
	Counted    OriginKind = "count"    // of indicators, periods, targets
	Dated      OriginKind = "period"   // a year, a month, a date
	UnitNumber OriginKind = "unit"     // inside the name of a unit: RMB 100 million
	Ruled      OriginKind = "rule"     // a tolerance or limit of the method
	Quoted     OriginKind = "text"     // inside the source's own words
	Scale      OriginKind = "scale"    // on the axis of a chart
	Paged      OriginKind = "page"     // a page number
)

// An Origin is where a printed number comes from. Value is unrounded.
type Origin struct {
	Kind       OriginKind
	Name       Text   // the indicator
	What       Text   // growth, gap to the target …; empty for the indicator's own value
	Value      string // in full, as read or computed
	Unit       Text
	Period     Period
	Status     indicator.Status
	Formula    string // its name; "" where the number was read
	Expression string // over cells
	Cells      []Cell
}

// A Printed is one number as it stands in a text of the briefing.
type Printed struct {
	Lang   Lang   // Chinese or English; Both where one text serves both
	Text   string // the number: 3,903.81
	Place  string // headline, tiles, front, or the id of a section
	Origin int    // index into Briefing.Origins
}

// Ids of numbers whose kind is all there is to say of them.
const (
	countID = iota
	periodID
	unitID
	ruleID
	firstFact // ids of facts
)

var kinds = [firstFact]OriginKind{countID: Counted, periodID: Dated, unitID: UnitNumber, ruleID: Ruled}

// num is a year or another number of a period.
func num(n int) string { return marked.Number(periodID, strconv.Itoa(n)) }

// two is such a number of two digits: 23 of 2022/23.
func two(n int) string {
	s := strconv.Itoa(n % 100)
	if len(s) == 1 {
		s = "0" + s
	}
	return marked.Number(periodID, s)
}

// digits marks every run of digits in s.
func digits(id int, s string) string {
	var out []byte
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && (isDigit(s[j]) || j > i && (s[j] == '.' || s[j] == ',') && j+1 < len(s) && isDigit(s[j+1])) {
			j++
		}
		if j > i {
			out = append(out, marked.Number(id, s[i:j])...)
			i = j
			continue
		}
		out = append(out, s[i])
		i++
	}
	return string(out)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// role is what a fact is to its indicator.
type role int

const (
	asLevel  role = iota // in the unit of the indicator
	asGrowth             // percent
	asPoints             // percentage points, or points of an index
	asShare              // percent of something
	asTarget             // of a level, in the unit of the indicator
	asAim                // of growth, percent
	asBefore             // a level as it was published before its revision
	asIndex              // base period = 100
)

// A book holds the facts whose numbers are printed, each once, and how things
// are said.
type book struct {
	style    *style.Style // nil: the built-in one
	grouping Grouping
	facts    []fact
	index    map[factKey]int
}

type factKey struct {
	series  string
	role    role
	at      Period
	value   string
	formula string
	cell    Cell
	others  string // cells after the first: a difference to October is not one to last year
}

// id is what the numbers of a fact are marked with.
func (b *book) id(f fact) int {
	k := factKey{role: f.role, at: f.at, value: f.Value.String(), formula: f.Formula}
	if f.of != nil {
		k.series = f.of.s.ID
	}
	for i, c := range f.Inputs {
		if i == 0 {
			k.cell = c
		} else {
			k.others += c.Sheet + "!" + c.Addr + " "
		}
	}
	id, ok := b.index[k]
	if !ok {
		if b.index == nil {
			b.index = map[factKey]int{}
		}
		id = firstFact + len(b.facts)
		b.facts = append(b.facts, f)
		b.index[k] = id
	}
	return id
}

type slots = style.Slots

// say makes a statement in the style of the document. turn chooses among the
// ways to make it.
func (b *book) say(statement string, turn int, s slots) Text {
	if b == nil || b.style == nil {
		return style.Builtin().Say(statement, turn, s)
	}
	return b.style.Say(statement, turn, s)
}

func (r *reading) say(statement string, s slots) Text { return r.sayBy(0, statement, s) }

// sayBy makes a statement with the verbs that the indicator takes.
func (r *reading) sayBy(turn int, statement string, s slots) Text {
	if r == nil {
		return style.Builtin().Say(statement, turn, s)
	}
	if special := r.verbs() + statement; special != statement && r.book.speaks(special) {
		statement = special
	}
	return r.book.say(statement, turn, s)
}

// speaks reports whether there is such a statement.
func (b *book) speaks(statement string) bool {
	if b == nil || b.style == nil {
		return style.Builtin().Has(statement)
	}
	return b.style.Has(statement)
}

func (c *composer) say(statement string, s slots) Text { return c.book.say(statement, 0, s) }

// origin describes a fact.
func (f fact) origin() Origin {
	o := Origin{Kind: Observed, Value: f.Value.String(), Period: f.at, Status: f.Status, Formula: f.Formula, Cells: unique(f.Inputs)}
	if f.of == nil {
		return o
	}
	o.Name = f.of.name()
	switch {
	case f.Computed():
		o.Kind, o.Expression = Computed, f.Expression()
	case f.role == asTarget || f.role == asAim:
		o.Kind = Targeted
	}
	percent := same("%")
	switch f.role {
	case asLevel, asTarget, asBefore:
		o.Unit = complete(f.of.s.Unit.Text)
	case asGrowth, asAim, asShare:
		o.Unit = percent
	case asPoints:
		o.Unit = Text{ZH: "个百分点", EN: "percentage points"}
		if !f.of.s.Unit.IsPercent() && f.of.s.Measure == indicator.Index {
			o.Unit = Text{ZH: "个点", EN: "points"}
		}
	}
	switch f.role {
	case asGrowth:
		o.What = Text{ZH: "同比增速", EN: "growth, year on year"}
		switch c := f.of.change(f); {
		case c.compare == indicator.OnPrevious:
			o.What = Text{ZH: "环比增速", EN: "growth on the previous period"}
		case f.at.Months() == 12:
			o.What = Text{ZH: "比上年增速", EN: "growth over the previous year"}
		}
	case asTarget:
		o.What = Text{ZH: "目标", EN: "target"}
	case asAim:
		o.What = Text{ZH: "增长目标", EN: "growth target"}
	case asBefore:
		o.What = Text{ZH: "原公布数", EN: "as published before"}
	}
	if t, ok := formulaNames[f.Formula]; ok {
		o.What = t
	}
	return o
}

// formulaNames are formulas in words.
var formulaNames = map[string]Text{
	indicator.DifferenceInPoints:     {ZH: "两期之差", EN: "difference between two periods"},
	indicator.GapToTarget:            {ZH: "与目标之差", EN: "gap to the target"},
	indicator.ShareOfTarget:          {ZH: "占全年目标的比重", EN: "share of the target for the year"},
	indicator.ShareOfTotal:           {ZH: "占总体的比重", EN: "share of the whole"},
	indicator.ContributionOfLevels:   {ZH: "对增长的拉动", EN: "contribution to growth"},
	indicator.ContributionOfGrowth:   {ZH: "对增长的拉动", EN: "contribution to growth"},
	indicator.TwoYearAverageGrowth:   {ZH: "两年平均增速", EN: "average growth of two years"},
	indicator.AverageOfRates:         {ZH: "年均增速", EN: "average growth a year"},
	indicator.AverageOfLevels:        {ZH: "年均增速", EN: "average growth a year"},
	indicator.GrowthInTotal:          {ZH: "累计增速", EN: "growth in total"},
	indicator.AnnualisedGrowth:       {ZH: "环比折年率", EN: "growth at an annual rate"},
	indicator.IndexOfLevels:          {ZH: "定基指数", EN: "index"},
	indicator.IndexOfRates:           {ZH: "定基指数", EN: "index"},
	indicator.MeanOfPeriods:          {ZH: "平均值", EN: "mean"},
	indicator.NeededGrowth:           {ZH: "余下时间需要的增速", EN: "growth needed in the rest of the year"},
	indicator.LevelDue:               {ZH: "按进度应达到的水平", EN: "level due by now"},
	indicator.ImpliedByGrowth:        {ZH: "目标对应的水平", EN: "level implied by the target"},
	indicator.ChangeInCount:          {ZH: "与上年同期之差", EN: "difference from a year earlier"},
	indicator.ChangeByRevision:       {ZH: "修订幅度", EN: "change by revision"},
	indicator.DifferenceOfCumulative: {ZH: "由累计数相减", EN: "difference of figures to date"},
	indicator.SumOfPeriods:           {ZH: "各期合计", EN: "sum of periods"},
	indicator.SumOfParts:             {ZH: "其他各部分合计", EN: "sum of the other parts"},
	indicator.ShareOfYear:            {ZH: "时间进度", EN: "share of the year elapsed"},
}
