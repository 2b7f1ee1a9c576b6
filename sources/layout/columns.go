package layout

import (
	"regexp"
	"slices"

	"strings"
)

// tables tells the columns of a block apart and makes a table of it, or
// several where tables stand side by side.
func (f *finder) tables(b *block) {
	s := f.sheet
	ctx := s.context(b.lines)
	for i := range b.lines {
		reason := "title"
		if isNote(&b.lines[i]) {
			reason = "note"
		}
		if !b.within {
			s.explain(&b.lines[i], reason)
		}
	}
	for i := range b.head {
		s.explain(&b.head[i], "head")
	}
	b.head = slices.DeleteFunc(b.head, func(r Row) bool { return isNumbering(&r) })
	if ctx.From == "title" && ctx.When.Year != 0 && ctx.When.LastYear == 0 {
		s.Told = Context{When: ctx.When, From: ctx.From, At: ctx.At}
	}
	b.parts = []*Table{}
	columns := s.columns(b)
	if contents.MatchString(squeeze(s.Name)) || contents.MatchString(ctx.Title) {
		b.contents = true
		return
	}
	sides := cutSides(columns, b)
	if len(sides) > 1 {
		if b.bands = s.cutBands(b, sides, f.classes); b.bands != nil {
			return
		}
	}
	b.owner = map[int]*Column{}
	for _, part := range sides {
		t := &Table{Sheet: s, Context: ctx, Columns: part, HeadRows: b.head, labels: map[string]Label{}, items: map[string]*Item{}}
		t.First = b.body[0].Number
		t.arrange()
		for _, c := range part {
			b.owner[c.Col] = c
		}
		s.Tables = append(s.Tables, t)
		b.parts = append(b.parts, t)
	}
}

// contents is the title of a list of tables.
var contents = regexp.MustCompile(`(?i)^(?:目\s*录|目次|contents|index|list of tables|table of contents|封面|cover)$`)

// columns gathers the columns of a block with their heads and what stands in
// them.
func (s *Sheet) columns(b *block) []*Column {
	byCol := map[int]*Column{}
	at := func(col int) *Column {
		c := byCol[col]
		if c == nil {
			c = &Column{Col: col, Hidden: s.HiddenCols[col], st: columnStats{last: -1e300}}
			byCol[col] = c
		}
		return c
	}
	last := 0
	for i := range b.head {
		for _, c := range b.head[i].Cells {
			if !c.Blank() {
				at(c.Col)
				last = max(last, c.Col)
			}
		}
	}
	for i := range b.body {
		for _, c := range b.body[i].Cells {
			if c.Blank() {
				continue
			}
			last = max(last, c.Col)
			if col := at(c.Col); !c.Spread || c.Kind == Text {
				col.st.add(c)
			}
		}
	}
	var out []*Column
	for col := 1; col <= last; col++ {
		if c := byCol[col]; c != nil {
			out = append(out, c)
		}
	}
	s.heads(out, b)
	for _, c := range out {
		c.shared = len(c.Heads) > 0
		for i := range b.head {
			if h := b.head[i].At(c.Col); !h.Blank() {
				c.shared = c.shared && h.Spread && h.Across
			}
		}
	}
	attributeRows(out, b.head)
	for _, c := range out {
		c.Label = joined(c.Heads)
		if c.unit != "" {
			c.Label.Unit = c.unit
		}
		if c.freq != "" {
			c.Label.Freq = c.freq
		}
	}
	settle(out)
	for i, c := range out {
		if c.other != "" && len(c.Label.Names) > 0 {
			c.Label.Other = c.other
		}
		c.tell(i == 0, i == len(out)-1)
	}
	longForm(out)
	return out
}

// heads gives every column its head texts from top to bottom. In the upper rows
// of a head a blank takes the text at its left, as a reader would, where the
// cells are not merged.
func (s *Sheet) heads(columns []*Column, b *block) {
	for i := range b.head {
		row := &b.head[i]
		if i > 0 && translates(row, &b.head[i-1]) {
			for _, col := range columns {
				if c := row.At(col.Col); c.Kind == Text && !c.Spread {
					col.other = strings.TrimSpace(squeeze(c.Text))
				}
			}
			continue
		}
		title := groupTitle(row, b.head[i+1:])
		merged := false
		for _, c := range row.Cells {
			merged = merged || c.Across
		}
		left, leftCol := "", 0
		for _, col := range columns {
			c := row.At(col.Col)
			text := headText(c)
			if title[text] {
				text = ""
				continue
			}
			if text != "" {
				left, leftCol = text, col.Col
			} else if i < len(b.head)-1 && !merged && left != "" && s.under(row, b.head[i+1:], leftCol, col.Col) {
				text = left
			}
			if text == "" {
				continue
			}
			if n := len(col.Heads); n > 0 && col.Heads[n-1] == text {
				continue
			}
			col.Heads = append(col.Heads, text)
		}
	}
}

// groupTitle finds the texts of a head row that are merged over the stub as well
// as the figures: titles of the tables that stand side by side.
func groupTitle(row *Row, below []Row) map[string]bool {
	var out map[string]bool
	if len(below) == 0 {
		return nil
	}
	for _, c := range row.Cells {
		if c.Spread || !c.Across || c.Kind != Text {
			continue
		}
		if under := below[0].At(c.Col); !under.Blank() && !under.Spread && roleOf(under.Text) != noRole {
			if out == nil {
				out = map[string]bool{}
			}
			out[headText(c)] = true
		}
	}
	return out
}

// translates reports whether a head row says in English what the row above it
// says in Chinese.
func translates(row, above *Row) bool {
	n, pairs := 0, 0
	for _, c := range row.Cells {
		if c.Blank() || c.Spread || c.Kind != Text {
			continue
		}
		n++
		if s := squeeze(c.Text); codeText.MatchString(s) && hasDigit(s) {
			return false
		}
		over := above.At(c.Col)
		if !hasHan(c.Text) && letters(c.Text) > 1 && over.Kind == Text && hasHan(over.Text) && !over.Across && !(over.Spread && over.Row == above.Number && over.Across) {
			pairs++
		}
	}
	return n > 1 && 5*pairs >= 4*n
}

// under reports whether a blank cell of an upper head row belongs under the
// text at its left: there is a text below it that needs one above it.
func (s *Sheet) under(row *Row, below []Row, leftCol, col int) bool {
	if leftCol <= leftmost(row) && roleOf(row.At(leftCol).Text) != noRole {
		return false
	}
	for i := range below {
		if c := below[i].At(col); !c.Blank() {
			l := ParseLabel(headText(c))
			first := ParseLabel(headText(below[i].At(leftCol)))
			return roleOf(c.Text) == noRole && (l.pure() || !first.pure()) && !below[i].At(leftCol).Blank()
		}
	}
	return false
}

func headText(c Cell) string {
	if c.Kind == Date {
		return whenText(c)
	}
	return strings.TrimSpace(c.Text)
}

// joined is what all heads of a column say together.
func joined(heads []string) Label {
	var l Label
	for _, h := range heads {
		switch roleOf(h) {
		case Unit, Code, Ordinal, Note, Period, Frequency:
			if len(heads) > 1 && ParseLabel(h).When.IsZero() {
				continue
			}
		}
		l = l.with(ParseLabel(h))
	}
	return l
}

// with adds what a label below or beside says.
func (l Label) with(m Label) Label {
	for _, n := range m.Names {
		if k := len(l.Names); k == 0 || l.Names[k-1] != n {
			l.Names = append(l.Names[:k:k], n)
		}
	}
	if m.Other != "" {
		l.Other = strings.TrimPrefix(l.Other+": "+m.Other, ": ")
	}
	if m.Unit != "" {
		l.Unit = m.Unit
	}
	switch {
	case l.When.IsZero():
		l.When = m.When
	case !m.When.IsZero():
		l.When = m.When.Within(l.When)
	}
	switch {
	case m.Span == "":
	case l.Span == "" || l.Span == OnePeriod:
		l.Span = m.Span
	case l.Span == ToDate && (m.Span == YearAgo || m.Span == LastTime):
		l.Span, l.ToNow = m.Span, true
	case m.Span == ToDate && (l.Span == YearAgo || l.Span == LastTime):
		l.ToNow = true
	case m.Span != OnePeriod:
		l.Span = m.Span
	}
	if m.Measure != "" {
		l.Measure = m.Measure
	}
	if m.Compare != "" {
		l.Compare = m.Compare
	}
	if m.Prices != "" {
		l.Prices = m.Prices
	}
	if m.Aspect != "" {
		l.Aspect = m.Aspect
	}
	if m.Freq != "" {
		l.Freq = m.Freq
	}
	if m.Currency != "" {
		l.Currency = m.Currency
	}
	if m.Status != "" {
		l.Status = m.Status
	}
	l.ToNow = l.ToNow || m.ToNow
	l.Diff = l.Diff || m.Diff
	l.Actual = l.Actual || m.Actual
	l.ThisYear = l.ThisYear || m.ThisYear
	return l
}

// cutSides cuts columns into the tables that stand side by side: each has a stub
// of its own at its left.
func cutSides(columns []*Column, b *block) [][]*Column {
	start := 0
	var out [][]*Column
	for i := 1; i < len(columns); i++ {
		c := columns[i]
		if c.Role != Indicator && c.Role != Area && c.Role != Period || !hasRole(columns[start:i], Value) || !hasRole(columns[i:], Value) {
			continue
		}
		first := firstStub(columns[start:i])
		if first == nil {
			continue
		}
		again := len(c.Heads) > 0 && len(first.Heads) > 0 && squeeze(c.Heads[len(c.Heads)-1]) == squeeze(first.Heads[len(first.Heads)-1])
		apart := c.Col-columns[i-1].Col > 1 && c.Role == first.Role
		if again || apart {
			out = append(out, columns[start:i])
			start = i
		}
	}
	return append(out, columns[start:])
}

func firstStub(columns []*Column) *Column {
	for _, c := range columns {
		switch c.Role {
		case Indicator, Area, Period:
			return c
		}
	}
	return nil
}

func hasRole(columns []*Column, r Role) bool {
	for _, c := range columns {
		if c.Role == r {
			return true
		}
	}
	return false
}
