package layout

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

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
	// FiscalAssumed tells that nothing says when the fiscal years start.
	FiscalAssumed bool

	stub     []*Column // columns that are not figures
	values   []*Column
	labels   map[string]Label // of stub texts
	items    map[string]*Item
	rowItems bool // indicators stand in rows

	outline     outline
	carry       map[int]Cell // by stub column: the last cell that was not blank
	section     Label        // what the last row without figures said of period, unit, measure
	corners     Label        // what the heads of the stub say of all figures
	sectionArea string
	group       string // the heading under which the rows stand
	held        *Item  // a row without figures, the parent of those below
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
	after := false // behind a column that took its time from others
	for _, v := range t.values {
		l := &v.Label
		takes := len(l.Names) == 0 && l.When.IsZero() && (l.Span == "" || (l.Span == YearAgo || l.Span == LastTime) && !l.ToNow) &&
			(l.Measure != "" || l.Aspect != "" || l.Span != "") && l.Aspect != Target
		if l.Aspect == Target {
			continue
		}
		if !takes || len(times) == 0 {
			if after {
				times, after = nil, false
			}
			times = append(times, *l)
			continue
		}
		after = after || l.Span == ""
		from := times[0]
		for _, o := range times[1:] {
			if o.Span != YearAgo && o.Span != LastTime && o.Span != YearStart && later(o.When, from.When) {
				from = o
			}
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
	for _, v := range t.values {
		for i, n := range v.Label.Names {
			if isArea(n) || isWhole(n) {
				v.area = n
				v.Label.Names = append(append([]string(nil), v.Label.Names[:i]...), v.Label.Names[i+1:]...)
				break
			}
		}
	}
}

// columnItems makes the items that stand in columns. A head without a name,
// Growth rate, belongs to the name at its left.
func (t *Table) columnItems() {
	var outline outline
	var left *Item
	var leftPrices indicator.Prices
	byKey := map[string]*Item{}
	for _, v := range t.values {
		l := v.Label
		if len(l.Names) == 0 {
			if !t.rowItems && left != nil && (l.Measure != "" || l.Aspect != "" || l.Span != "" || !l.When.IsZero() || l.Unit != "") {
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
			outline.place(item, raw, 0)
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
	t.explainStub(r)
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

// explainStub accounts for the numbers of a row that are no figures.
func (t *Table) explainStub(r *Row) {
	for _, c := range r.Cells {
		if c.Spread || !c.isNumeric() {
			continue
		}
		reason := "outside"
		for _, k := range t.Columns {
			if k.Col != c.Col {
				continue
			}
			switch k.Role {
			case Value:
				reason = ""
			case noRole:
				reason = "no-head"
			default:
				reason = string(k.Role)
			}
		}
		if reason == "outside" && t.besides(c.Col) {
			continue // a table side by side has it
		}
		if reason != "" {
			t.Sheet.Explain(c, reason)
		}
	}
}

// besides reports whether another table of the same rows has the column.
func (t *Table) besides(col int) bool {
	for _, o := range t.Sheet.Tables {
		if o == t || o.First != t.First {
			continue
		}
		for _, k := range o.Columns {
			if k.Col == col {
				return true
			}
		}
	}
	return len(t.Columns) > 0 && (col < t.Columns[0].Col || col > t.Columns[len(t.Columns)-1].Col) && t.hasNeighbour()
}

func (t *Table) hasNeighbour() bool {
	for _, o := range t.Sheet.Tables {
		if o != t && o.First == t.First {
			return true
		}
	}
	return false
}

// rowFacts is what the stub of a row says.
type rowFacts struct {
	label  Label
	area   string
	item   *Item
	dims   []string
	scale  int
	status indicator.Status
	number int
}

// rowLabel reads the stub of a row.
func (t *Table) rowLabel(r *Row) rowFacts {
	out := rowFacts{label: t.section, area: t.sectionArea, number: r.Number}
	out.label.Names = nil
	out.label.Status = ""
	for _, c := range t.stub {
		cell := r.At(c.Col)
		if cell.Blank() {
			if prior, ok := t.carry[c.Col]; ok && t.carries(c) {
				cell = prior
			}
		} else {
			t.carry[c.Col] = cell
		}
		if cell.Blank() {
			continue
		}
		if c.parts != nil {
			out.compound(c, cell.Text)
			continue
		}
		switch c.Role {
		case Period:
			w, st := t.when(c, cell)
			if had := out.label.When; had.IsZero() || w.Year != 0 && w.HasMonths() {
				out.label.When = w
			} else if had.Year == 0 || w.Year == 0 {
				out.label.When = w.Within(out.label.When)
			}
			if st != "" {
				out.label.Status = st
			}
			if l := t.label(cell.Text); cell.Kind == Text && l.Span != "" {
				out.label.Span = l.Span
			}
		case Unit:
			if s := squeeze(cell.Text); cell.Kind == Text && s != "" {
				out.label.Unit = s
			}
		case Area:
			out.area = strings.TrimLeft(squeeze(cell.Text), "★☆●○■□◆◇▲△")
		case Measure:
			out.label = out.label.with(t.label(cell.Text))
			out.label.Names = nil
		case Dimension:
			if len(c.st.distinct) <= 1 && c.st.cells > 2 {
				continue // the same in all rows
			}
			l := t.label(cell.Text)
			l.When, l.Unit = indicator.When{}, ""
			if len(l.Names) > 0 {
				out.dims = append(out.dims, l.Names...)
			}
			out.label = out.label.with(attributes(l))
		case Frequency:
			out.label.Freq = frequencies[strings.ToLower(squeeze(cell.Text))]
		case Multiplier:
			out.scale = multiplier(cell.Text)
		case Status:
			out.status = statusOf(cell.Text)
		case Group:
			t.group = squeeze(cell.Text)
		case Indicator:
			out.item = t.rowItem(cell, r)
		}
	}
	if out.item == nil && t.rowItems {
		out.item = t.held
	}
	return out
}

// compound reads a cell that holds several stubs with commas between them, as
// its head does: freq,unit,na_item,geo\TIME_PERIOD.
func (out *rowFacts) compound(c *Column, text string) {
	fields := strings.Split(text, ",")
	for i, s := range fields {
		s = strings.TrimSpace(s)
		if i >= len(c.parts) {
			break
		}
		switch c.parts[i] {
		case Area:
			out.area = s
		case Unit:
			out.dims = append(out.dims, s)
		case Frequency:
			out.label.Freq = frequencies[strings.ToLower(s)]
		default:
			out.dims = append(out.dims, s)
		}
	}
}

// carries reports whether a blank cell of a stub column stands for the one
// above it: the year over its months, the area over its indicators.
func (t *Table) carries(c *Column) bool {
	switch c.Role {
	case Period:
		return c != t.lastPeriod()
	case Area, Group:
		return true
	case Indicator:
		return hasRole(t.stub, Measure) || hasRole(t.stub, Period)
	}
	return false
}

func (t *Table) lastPeriod() *Column {
	var out *Column
	for _, c := range t.stub {
		if c.Role == Period {
			out = c
		}
	}
	return out
}

// when reads a cell of a period column.
func (t *Table) when(c *Column, cell Cell) (indicator.When, indicator.Status) {
	if c.months || c.quarts {
		var n int
		if _, err := fmt.Sscanf(strings.TrimSpace(cell.Text), "%d", &n); err == nil && n >= 1 && n <= 12 && len(strings.TrimSpace(cell.Text)) <= 2 {
			if c.quarts && n <= 4 {
				return indicator.When{From: 3*n - 2, To: 3 * n}, ""
			}
			return indicator.When{From: n, To: n}, ""
		}
	}
	if w, ok := cell.when(); ok {
		_, st := stripStatus(cell.Text)
		if cell.Kind != Text {
			st = ""
		}
		return w, st
	}
	l := t.label(cell.Text)
	return l.When, l.Status
}

// label is ParseLabel with a memory.
func (t *Table) label(s string) Label {
	l, ok := t.labels[s]
	if !ok {
		l = ParseLabel(s)
		if len(t.labels) < 20000 {
			t.labels[s] = l
		}
	}
	return l
}

// figure hands on one figure.
func (t *Table) figure(v *Column, c Cell, row *rowFacts) {
	f := &Fact{Table: t, Cell: c, Area: row.area, Scale: row.scale, Status: row.status}
	f.Label = row.label.with(attributes(v.Label))
	if f.Label.Aspect == Average && t.Context.Plan != 0 {
		f.Label.Aspect, f.Label.When = Target, indicator.When{Year: t.Context.Plan}
	}
	if t.Context.Plan != 0 && v.Label.When.Year == t.Context.Plan && f.Label.Aspect == Figures {
		f.Label.Aspect = Target
	}
	if row.item != nil {
		own := attributes(row.item.Label)
		when := own.When
		own.When = indicator.When{}
		f.Label = own.with(f.Label)
		if when.HasMonths() { // 地区生产总值（1—9月）: the row knows better
			f.Label.When = when.Within(f.Label.When)
		}
		if v.Label.Measure == "" && row.item.Label.Measure != "" {
			f.Label.Measure, f.Label.Compare = row.item.Label.Measure, row.item.Label.Compare
		}
	}
	if v.area != "" {
		f.Area = v.area
	}
	if !t.value(f, c) {
		return
	}
	f.Item = t.itemOf(v, row)
	if f.Item == nil {
		t.Sheet.Explain(c, "no-indicator")
		return
	}
	if row.item == nil && v.item == nil { // what the title or the corner says besides the name
		f.Label = attributes(f.Item.Label).with(f.Label)
	}
	t.unit(f, v, row)
	if t.corners.Measure == indicator.Growth && f.Label.Measure == "" && (f.Unit == "" || f.Unit == "%") {
		f.Label.Measure, f.Label.Compare, f.Unit = t.corners.Measure, t.corners.Compare, "%"
	}
	if percentChange.MatchString(f.Unit) {
		growth("")(&f.Label)
		f.Unit = "%"
	}
	if f.Label.Diff && f.Label.Aspect == Figures && !f.Percent && v.Label.Unit != "%" && row.label.Unit == "" && t.Context.Unit != "%" && t.Context.Unit != "" && t.Context.RateUnit == "" {
		f.Label.Aspect = Change // 比上月增减 in 亿元
	}
	p, ok := t.period(v, row, &f.Label)
	if !ok && f.Label.Aspect == Figures {
		t.Sheet.Explain(c, "no-period")
		return
	}
	f.Period = p
	if f.Label.Status != "" && f.Status == "" {
		f.Status = f.Label.Status
	}
	t.Facts++
	t.Sheet.Emit(f)
}

var percentChange = regexp.MustCompile(`(?i)^(?:percent(?:age)?|per cent|%) change`)

// attributes is a label without its names.
func attributes(l Label) Label {
	l.Names, l.Other = nil, ""
	return l
}

// value reads the figure in c; false, after saying why, where there is none.
func (t *Table) value(f *Fact, c Cell) bool {
	switch c.Kind {
	case Number:
		d, err := decimal.NewFromString(c.Text)
		if err != nil {
			t.Sheet.Explain(c, "not-a-number")
			return false
		}
		f.Value = indicator.Clean(d)
		if c.Percent {
			f.Value, f.Percent = indicator.Clean(f.Value.Shift(2)), true
		}
		return true
	case Text:
		fig, err := indicator.ParseFigure(c.Text)
		if err != nil {
			if f.Label.Aspect == Target {
				f.Text = strings.TrimSpace(c.Text)
				return true
			}
			t.Sheet.Explain(c, "not-a-number")
			return false
		}
		f.Value, f.Text = fig.Value, strings.TrimSpace(c.Text)
		if fig.Status != "" || f.Status == "" {
			f.Status = fig.Status
		}
		if fig.Unit == "%" {
			f.Percent = true
		} else if fig.Unit == "倍" && f.Label.Measure == indicator.Growth {
			f.Value, f.Percent = indicator.Clean(fig.Value.Shift(2)), true // 增长1.3倍
		} else if strings.HasSuffix(fig.Unit, "百分点") {
			f.Label.Aspect = Change
		} else if fig.Unit != "" {
			f.Unit = fig.Unit
		}
		return true
	case Error:
		t.Sheet.Explain(c, "error")
	case Date:
		t.Sheet.Explain(c, "date")
	default:
		t.Sheet.Explain(c, "not-a-number")
	}
	return false
}

// unit finds the unit of a figure: in the cell, in its row or head, in the
// lines above the table.
func (t *Table) unit(f *Fact, v *Column, row *rowFacts) {
	switch {
	case f.Unit != "":
	case f.Percent:
		f.Unit = "%"
	case f.Label.Currency != "" && f.Label.Measure != indicator.Growth && t.Context.Currencies[f.Label.Currency] != "":
		f.Unit = t.Context.Currencies[f.Label.Currency]
	case f.Label.Measure == indicator.Growth, f.Label.Aspect == Progress:
		f.Unit = "%"
	case v.Label.Unit != "":
		f.Unit = v.Label.Unit
	case row.label.Unit != "":
		f.Unit = row.label.Unit
	case f.Item.Label.Unit != "":
		f.Unit = f.Item.Label.Unit
	case t.Context.RateUnit != "" && isRateName(f.Item.Names):
		f.Unit = t.Context.RateUnit
	case t.Context.Unit != "%" && isRateName(f.Item.Names):
		// 单位：万元 above a table does not hold for its rates.
	default:
		f.Unit = t.Context.Unit
	}
}

func isRateName(names []string) bool {
	if len(names) == 0 {
		return false
	}
	s := names[len(names)-1]
	return strings.HasSuffix(s, "率") || strings.HasSuffix(s, "比重") || strings.HasSuffix(s, "占比") || strings.HasSuffix(strings.ToLower(s), " rate")
}

// finish ends the table.
func (t *Table) finish() {}
