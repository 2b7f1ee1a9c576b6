package layout

import (
	"strings"

	"jianbao/internal/indicator"
)

// Table is a table of a sheet.
type Table struct {
	Sheet    *Sheet
	Context  Context
	HeadRows []Row
	Columns  []*Column
	First    int // first row of the body
	Last     int // last row of the body
	Facts    int
	Notes    []string

	// LeansOnContext tells that some figure takes its period from around the
	// table.
	LeansOnContext bool
	// FiscalAssumed is the month in which fiscal years are taken to start where
	// nothing says it; 0 where something does, or there are none.
	FiscalAssumed int

	// CumulativeAssumed tells that months are taken to be from January on because
	// the title says so.
	CumulativeAssumed bool

	counted  bool      // there are numbers and values of the same rows
	stub     []*Column // columns that are not figures
	values   []*Column
	labels   map[string]Label // of stub texts
	items    map[string]*Item
	rowItems bool // indicators stand in rows

	outline      outline
	carry        map[int]Cell // by stub column: the last cell that was not blank
	section      Label        // what the last row without figures said of period, unit, measure
	corners      Label        // what the heads of the stub say of all figures
	sectionArea  string
	sectionDepth int            // of the heading that told the section's unit
	group        string         // the heading under which the rows stand
	above        indicator.When // the last period in the stub that had a year
	held         *Item          // a row without figures, the parent of those below
}

// arrange sorts the columns into stub and figures and makes the items that
// stand in columns.
func (t *Table) arrange() {
	t.applyGuide()
	t.carry = map[int]Cell{}
	seen := false // figures at the left: texts behind them are remarks
	for i, c := range t.Columns {
		c.split()
		c.estimates = len(c.Heads) > 0 && strings.EqualFold(squeeze(c.Heads[len(c.Heads)-1]), "estimates start after")
		seen = seen || c.Role == Value
		if seen && i > 0 && c.Role == Indicator && !c.sure && hasRole(t.Columns[:i], Value) && firstStub(t.Columns[:i]) != nil {
			c.Role = Note
		}
		switch c.Role {
		case noRole, Ignore:
		case Value:
			t.values = append(t.values, c)
		default:
			t.stub = append(t.stub, c)
		}
	}
	t.groupColumns()
	t.rowItems = hasRole(t.stub, Indicator)
	for _, c := range t.stub {
		for _, h := range c.Heads {
			if l := ParseLabel(h); roleOf(h) == noRole && l.pure() {
				t.corners = t.corners.with(l)
			}
		}
	}
	for _, v := range t.values {
		if w := &v.Label.When; w.Year != 0 && !w.HasMonths() && len(v.Heads) > 0 && strings.HasSuffix(v.Heads[len(v.Heads)-1], "年度") && t.japanese() {
			w.Fiscal = true
		}
		v.told = v.Label
	}
	t.monthsTotal()
	t.columnTimes()
	t.columnAreas()
	t.columnItems()
}

// split tells the parts of a compound stub.
func (c *Column) split() {
	if n := len(c.Heads); n > 0 && strings.Contains(c.Heads[n-1], ",") && strings.Contains(strings.ToLower(c.Heads[n-1]), "\\time") {
		head, _, _ := strings.Cut(c.Heads[n-1], "\\")
		for _, h := range strings.Split(head, ",") {
			c.parts = append(c.parts, roleOf(h))
		}
		c.Role = Dimension
	}
}

// groupColumns finds, of several columns of names, those that only group the
// rows: they have fewer different texts.
func (t *Table) groupColumns() {
	var names []*Column
	for _, c := range t.stub {
		if c.Role == Indicator {
			names = append(names, c)
		}
	}
	for len(names) > 1 {
		a, b := names[0], names[1]
		switch {
		case a.sure && !b.sure && len(a.st.distinct) > 1:
			b.Role = Dimension
			names = append(names[:1], names[2:]...)
		case !a.sure && b.sure:
			a.Role = Group
			if len(a.st.distinct) <= 1 {
				a.Role = Note
			}
			names = names[1:]
		case len(a.st.distinct) <= len(b.st.distinct):
			a.Role = Group
			if len(a.st.distinct) <= 1 && a.st.cells > 1 {
				a.Role = Note
			}
			names = names[1:]
		default:
			b.Role = Dimension
			if len(b.st.distinct) <= 1 {
				b.Role = Note
			}
			names = append(names[:1], names[2:]...)
		}
	}
}

// columnTimes gives a column of growth or of the year before that does not say
// of which time it is the time of the columns at its left: 本月 | 同比 | 累计 | 同比.
// Of several, 2023年 | 2022年 | 增减%, it is that of the latest.
func (t *Table) columnTimes() {
	var times []Label
	var main *Label // the time that covers the most of the year
	groups := 0
	last := 0
	after := false // behind a column that took its time from others
	names := ""
	for _, v := range t.values {
		l := &v.Label
		was := names
		names = strings.Join(l.Names, "\x00")
		takes := (len(l.Names) == 0 || names == was) && l.When.IsZero() && (l.Span == "" || (l.Span == YearAgo || l.Span == LastTime) && !l.ToNow) &&
			(l.Measure != "" || l.Aspect != "" || l.Span != "") && l.Aspect != Target
		if l.Aspect == Target {
			continue
		}
		group := t.headGroup(v.Col)
		if group != 0 && group != last {
			groups++
		}
		last = group
		if !takes || len(times) == 0 {
			if after {
				times, after = nil, false
			}
			times = append(times, *l)
			if own := *l; main == nil || covers(own) > covers(*main) || covers(own) == covers(*main) && later(own.When, main.When) {
				main = &own
			}
			continue
		}
		after = after || l.Span == ""
		from := times[0]
		for _, o := range times[1:] {
			if o.Span != YearAgo && o.Span != LastTime && o.Span != YearStart && later(o.When, from.When) {
				from = o
			}
		}
		if group == 0 && groups > 1 {
			from = *main // it stands outside of the groups: 上半年 | 二季度 | 上年同期增速
		}
		l.When = from.When
		switch {
		case l.Span == "" && (from.Span == YearAgo || from.Span == LastTime || from.Span == YearStart):
			if from.ToNow {
				l.Span = ToDate
			}
		case l.Span == "":
			l.Span = from.Span
		case from.Span == ToDate:
			l.ToNow = true
		}
		if !after {
			times = append(times, *l)
		}
	}
}

// headGroup is the first column of the merged head under which a column stands,
// 0 if none.
func (t *Table) headGroup(col int) int {
	for i := range t.HeadRows {
		r := &t.HeadRows[i]
		if c := r.At(col); c.Across {
			for col > 1 && r.At(col).Spread && r.At(col-1).Across {
				col--
			}
			return col
		}
	}
	return 0
}

// covers is how many months the figures under a head are of, as far as it says.
func covers(l Label) int {
	switch {
	case l.Span == ToDate && !l.When.HasMonths():
		return 12
	case l.Span == ToDate:
		return l.When.To
	}
	return l.When.To - l.When.From + 1
}

func later(w, than indicator.When) bool {
	return w.Year*12+w.To >= than.Year*12+than.To
}

// columnAreas finds heads that name areas: the columns are areas, not
// indicators.
func (t *Table) columnAreas() {
	areas, named := 0, 0
	for _, v := range t.values {
		for _, n := range v.Label.Names {
			named++
			if isArea(n) {
				areas++
			}
			break
		}
	}
	if areas < 2 || 5*areas < 3*named {
		for _, v := range t.values {
			v.Label.Names = withoutWhole(v.Label.Names)
		}
		return
	}
	left := ""
	for _, v := range t.values {
		for i, n := range v.Label.Names {
			if v.area == "" && (isArea(n) || isWhole(n)) {
				v.area = n
				v.Label.Names = append(append([]string(nil), v.Label.Names[:i]...), v.Label.Names[i+1:]...)
				break
			}
		}
		if v.area == "" && len(v.Label.Names) == 0 && (v.Label.Measure != "" || v.Label.Aspect != "") {
			v.area = left // 全省 | 增速%
		}
		left = v.area
	}
}

// row reads a row of the body.
func (t *Table) row(r *Row) {
	values := 0
	for _, v := range t.values {
		if c := r.At(v.Col); !c.Blank() && !c.Spread {
			values++
		}
	}
	if values == 0 || withUnit(r) {
		t.sectionRow(r)
		return
	}
	t.Last = r.Number
	row := t.rowLabel(r)
	for _, v := range t.values {
		if c := r.At(v.Col); !c.Blank() && !c.Spread {
			t.figure(v, c, &row)
		}
	}
}
