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

// columnItems makes the items that stand in columns. A head without a name,
// Growth rate, belongs to the name at its left.
func (t *Table) columnItems() {
	var outline outline
	var left *Item
	var leftPrices indicator.Prices
	byKey := map[string]*Item{}
	pairs := t.growthPairs()
	counted := t.countedToo()
	t.counted = counted
	for _, v := range t.values {
		l := v.Label
		if counted && ofNumber(v) {
			v.item = &Item{Names: []string{"数量"}, Label: l, key: "\x03数量", Cell: t.headCell(v)}
			continue
		}
		if p := pairs[v]; p != nil && p.item != nil {
			v.item, left = p.item, nil
			continue
		}
		if len(l.Names) == 1 && l.Names[0] == "指数" && !t.rowItems && strings.Contains(t.Context.Title, "指数") {
			continue // of which the title tells
		}
		if len(l.Names) == 0 {
			if t.rowItems && (l.Measure != indicator.Growth || left != nil && !hasGrowth(left)) {
				left = nil // 拉动 | 绝对额: of the row, not of what is at the left
			}
			if left != nil && (l.Measure != "" || l.Aspect != "" || l.Span != "" || !l.When.IsZero() || l.Unit != "") {
				v.item = left
				if v.Label.Prices == "" {
					v.Label.Prices = leftPrices
				}
			}
			continue
		}
		if t.rowItems && len(l.Names) == 1 && plainHeads[strings.ToLower(l.Names[0])] {
			continue
		}
		key := strings.Join(l.Names, "\x00")
		item := &Item{Names: l.Names, Other: l.Other, Label: l, key: key, Cell: t.headCell(v)}
		raw := ""
		if n := len(v.Heads); n > 0 {
			raw = v.Heads[n-1]
			for i := range t.HeadRows {
				if c := t.HeadRows[i].At(v.Col); c.Kind == Text && strings.TrimSpace(c.Text) == raw {
					raw = c.Text
				}
			}
		}
		if !t.rowItems {
			outline.place(item, raw, t.headRow(v.Col)) // a head lower down is of a part
			if p := item.Parent; p != nil && strings.Join(p.Names, "\x00") == key {
				v.item, left, leftPrices = p, p, l.Prices // 进出口 | over 当月 | 1—9月
				continue
			}
		}
		if item.Parent != nil {
			item.key += "\x00" + item.Parent.key
		}
		if known, ok := byKey[item.key]; ok {
			item = known
		}
		byKey[item.key] = item
		v.item, left, leftPrices = item, item, l.Prices
	}
}

// headRow is the first row of the head, from 0, in which a column has a text.
func (t *Table) headRow(col int) int {
	for i := range t.HeadRows {
		if !t.HeadRows[i].At(col).Blank() {
			return i
		}
	}
	return 0
}

// hasGrowth reports whether growth beside a column is that of what stands in it:
// of an amount, 营业收入 | 同比%, not of a rate or a contribution.
func hasGrowth(it *Item) bool {
	n := it.Names[len(it.Names)-1]
	l := it.Label
	return len(it.Names) == 1 && n != "贡献率" && n != "拉动" && l.Measure == "" && l.Unit != "%" && !strings.HasSuffix(l.Unit, "=100") && !strings.HasSuffix(l.Unit, "百分点") && (quantities[n] || measureTail.MatchString(n))
}

// countedToo reports whether the rows are told by number and by value, which then
// are two indicators: 数量 | 金额 | 数量同比 | 金额同比.
func (t *Table) countedToo() bool {
	number, value := false, false
	for _, v := range t.values {
		switch {
		case ofNumber(v):
			number = true
		case ofValue(v):
			value = true
		}
	}
	return t.rowItems && number && value
}

func ofNumber(v *Column) bool {
	for _, h := range v.Heads {
		if strings.Contains(h, "数量") && len(v.Label.Names) == 0 {
			return true
		}
	}
	return false
}

// monthsTotal reads 合计 behind columns of months as the sum of those months.
func (t *Table) monthsTotal() {
	var all indicator.When
	months := 0
	for _, v := range t.values {
		w := v.Label.When
		switch {
		case len(v.Label.Names) > 0 || !w.HasMonths() || v.Label.Measure != "":
		case months == 0:
			all, months = w, 1
		case w.Year == all.Year:
			all.From, all.To = min(all.From, w.From), max(all.To, w.To)
			months++
		}
	}
	if months < 2 {
		return
	}
	for _, v := range t.values {
		if l := &v.Label; len(l.Names) == 1 && totals[l.Names[0]] && l.When.IsZero() && l.Measure == "" {
			l.Names, l.When = nil, indicator.When{Year: all.Year, From: all.From, To: all.To}
		}
	}
}

var totals = map[string]bool{"合计": true, "总计": true, "小计": true, "累计": true}

// growthPairs finds, under a head of growth, the columns that stand as those
// under the head at its left: 投资额 | 其中：住宅 | 同比增长 | 其中：住宅.
func (t *Table) growthPairs() map[*Column]*Column {
	top := func(c *Column) string {
		if len(c.Heads) == 0 {
			return ""
		}
		return c.Heads[0]
	}
	var runs [][]*Column
	for i, v := range t.values {
		if i == 0 || top(v) == "" || top(v) != top(t.values[i-1]) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], v)
	}
	out := map[*Column]*Column{}
	for i := 1; i < len(runs); i++ {
		of, run := runs[i-1], runs[i]
		if len(run) < 2 || len(of) != len(run) {
			continue
		}
		if l := ParseLabel(top(run[0])); !l.pure() || l.Measure != indicator.Growth || ParseLabel(top(of[0])).Measure == indicator.Growth {
			continue
		}
		same := true
		for k := range run {
			same = same && strings.Join(run[k].Heads[1:], "\x00") == strings.Join(of[k].Heads[1:], "\x00")
		}
		for k := range run {
			if same {
				out[run[k]] = of[k]
			}
		}
	}
	return out
}

// withoutWhole drops what only says that all is meant: 第二产业 | 合计.
func withoutWhole(names []string) []string {
	if n := len(names); n > 1 {
		if isWhole(names[n-1]) || names[n-1] == "小计" {
			return names[:n-1]
		}
	}
	if len(names) == 1 && isArea(names[0]) && isWhole(names[0]) {
		return nil
	}
	return names
}

func (t *Table) headCell(c *Column) Cell {
	for i := len(t.HeadRows) - 1; i >= 0; i-- {
		if h := t.HeadRows[i].At(c.Col); !h.Blank() {
			return h
		}
	}
	return Cell{Col: c.Col, Row: max(1, t.First-1)}
}

// row reads a row of the body.
func (t *Table) row(r *Row) {
	values := 0
	for _, v := range t.values {
		if c := r.At(v.Col); !c.Blank() && !c.Spread {
			values++
		}
	}
	if values == 0 {
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
