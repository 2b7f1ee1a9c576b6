package layout

// Merge is a merged area, corners included.
type Merge struct{ Left, Top, Right, Bottom int }

const (
	maxPending = 80  // rows without figures that are remembered above a table
	maxHead    = 12  // rows of one head
	sampleRows = 120 // rows from which the columns of a table are told apart,

	// or fewer where they are very wide.
	sampleCells = 100_000
)

// finder cuts the rows of a sheet into tables as they come.
type finder struct {
	sheet   *Sheet
	pending []Row // rows without figures since the last table
	block   *block
	last    int // number of the row before
	classes map[string]*textClass
}

// maxClasses bounds the texts that are remembered.
const maxClasses = 50000

// judge classifies the texts of a row.
func (f *finder) judge(row *Row) {
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Kind != Text || c.class != nil {
			continue
		}
		k := f.classes[c.Text]
		if k == nil {
			k = classify(c.Text)
			if len(f.classes) < maxClasses {
				f.classes[c.Text] = k
			}
		}
		c.class = k
	}
}

// block is a run of rows with one head: one table, or several side by side.
type block struct {
	lines []Row // above the head: titles, units, periods
	head  []Row
	body  []Row // until the columns are told apart
	held  []Row // rows without figures that may be sections or notes
	noted bool  // there is a note among them
	after []Row // notes below
	cols  map[int]int
	rows  int
	cells int
	parts []*Table
	owner map[int]*Column // of the tables, by place in the sheet
	bands []*band         // in place of parts

	contents bool // a list of contents, not a table
	within   bool // a band, the lines above which are accounted for
}

func (f *finder) add(row *Row) {
	gap := row.Number - f.last
	f.last = row.Number
	if !hasContent(row) {
		return
	}
	f.judge(row)
	f.sheet.noteSource(row)
	if f.block != nil && f.inBlock(row, gap) {
		return
	}
	r := Row{row.Number, row.Hidden, append([]Cell(nil), row.Cells...)}
	if f.opens(&r) {
		f.open(r)
		return
	}
	if len(f.pending) == maxPending {
		f.pending = append(f.pending[:0], f.pending[1:]...)
	}
	f.pending = append(f.pending, r)
}

// inBlock takes a row into the open block; false where the block ends before it.
func (f *finder) inBlock(row *Row, gap int) bool {
	b := f.block
	values, texts, periods := b.count(row)
	switch {
	case isNumbering(row):
		f.sheet.explain(row, "numbering")
		return true
	case b.repeatsHead(row) && !b.sayOtherwise(row) && !b.titled():
		f.sheet.explain(row, "head")
		return true
	case b.repeatsHead(row):
		f.close()
		return false
	case values == 0 && isNote(row) && len(b.held) < 12: // the table may go on below it
		b.held = append(b.held, Row{row.Number, row.Hidden, append([]Cell(nil), row.Cells...)})
		b.noted = true
		return true
	case values == 0 && isNote(row), b.noted && values > 0 && !b.goesOn(row, values):
		f.close()
		return false
	case isPeriodHead(row) && !b.periodBody(), values == 0 && texts+periods > 0 && !withUnit(row) && (2*(texts+periods) >= min(len(b.cols), 6) || headAgain(row, texts+periods)):
		f.close()
		return false
	case values == 0 && len(b.held) > 12:
		f.close()
		return false
	case values == 0:
		b.held = append(b.held, Row{row.Number, row.Hidden, append([]Cell(nil), row.Cells...)})
		return true
	case gap > 1 && isLonely(row) && b.rows > 0:
		f.close() // a page number
		return false
	}
	for i := range b.held {
		b.take(f, &b.held[i])
	}
	b.held, b.noted = b.held[:0], false
	b.take(f, row)
	return true
}

// take hands a row of the body on, or keeps it until the columns are known.
func (b *block) take(f *finder, row *Row) {
	if b.parts != nil {
		b.read(f.sheet, row)
		return
	}
	b.body = append(b.body, Row{row.Number, row.Hidden, append([]Cell(nil), row.Cells...)})
	for _, c := range row.Cells {
		if c.isValue() && !c.Spread {
			b.cols[c.Col]++
		}
	}
	b.rows++
	b.cells += len(row.Cells)
	if b.rows == sampleRows || b.cells > sampleCells {
		b.split(f)
	}
}

// split tells the columns apart and reads what was kept.
func (b *block) split(f *finder) {
	f.tables(b)
	for i := range b.body {
		b.read(f.sheet, &b.body[i])
	}
	b.body = nil
}

// read hands a row to the tables and accounts for the numbers in it that are no
// figures.
func (b *block) read(s *Sheet, row *Row) {
	if b.contents {
		s.explain(row, "contents")
		return
	}
	for _, g := range b.bands {
		r := g.of(row)
		g.finder.add(&r)
	}
	if b.bands != nil {
		return
	}
	for _, c := range row.Cells {
		if c.Spread || !c.isNumeric() {
			continue
		}
		switch k := b.owner[c.Col]; {
		case k == nil:
			s.Explain(c, "outside")
		case k.Role == noRole:
			s.Explain(c, "no-head")
		case k.Role != Value:
			s.Explain(c, string(k.Role))
		}
	}
	for _, t := range b.parts {
		t.row(row)
	}
}

// open starts a block whose first row of figures is row.
func (f *finder) open(row Row) {
	b := &block{cols: map[int]int{}}
	sections := f.sections(row)
	f.pending = f.pending[:len(f.pending)-len(sections)]
	if len(sections) > 0 {
		row.Number, sections[0].Number = sections[0].Number, row.Number // the head ends above them
	}
	b.lines, b.head = f.cutHead(row)
	f.pending = nil
	f.block = b
	if len(sections) > 0 {
		row.Number, sections[0].Number = sections[0].Number, row.Number
		for i := range sections {
			b.take(f, &sections[i])
		}
	}
	b.take(f, &row)
}

// sections are the rows between a head and the first row of figures that only
// say what the rows below are: 一、绝对额.
func (f *finder) sections(first Row) []Row {
	i := len(f.pending)
	below := first.Number
	for i > 0 && len(f.pending)-i < 3 {
		r := &f.pending[i-1]
		if !(filled(r) == 1 && !isMeta(r) || withUnit(r)) || below-r.Number > 2 || roleOf(r.Cells[0].Text) != noRole || isNote(r) || r.Cells[0].Col != leftmost(r) || r.Cells[0].Col > leftmost(&first) {
			break
		}
		below = r.Number
		i--
	}
	if i == len(f.pending) || i == 0 {
		return nil
	}
	if r := &f.pending[i-1]; filled(r) < 3 || isMeta(r) || !isHead(r) || below-r.Number > 2 {
		return nil
	}
	return append([]Row(nil), f.pending[i:]...)
}

// close ends the open block; rows held back belong to what follows.
func (f *finder) close() {
	b := f.block
	if b == nil {
		return
	}
	f.block = nil
	if b.parts == nil {
		b.split(f)
	}
	for _, g := range b.bands {
		g.finder.finish()
	}
	f.pending = append(f.pending, b.held...)
}

// finish ends the block and accounts for the rows that belong to none.
func (f *finder) finish() {
	f.close()
	for i := range f.pending {
		reason := "outside"
		if isNote(&f.pending[i]) || len(f.sheet.Tables) > 0 && filled(&f.pending[i]) == 1 {
			reason = "note"
		}
		f.sheet.explain(&f.pending[i], reason)
	}
	f.pending = nil
}

// count counts the cells of a row that stand where the block has figures.
func (b *block) count(row *Row) (values, texts, periods int) {
	for _, c := range row.Cells {
		if c.Spread || c.Blank() {
			continue
		}
		_, known := b.cols[c.Col]
		switch _, isWhen := c.when(); {
		case c.isValue():
			values++
		case known && isWhen:
			periods++
		case known && c.Kind == Text:
			texts++
		}
	}
	return values, texts, periods
}

// periodBody reports whether the figures of the block look like years.
func (b *block) periodBody() bool {
	for i := range b.body {
		if isPeriodHead(&b.body[i]) {
			return true
		}
	}
	return false
}

// opens reports whether a row is the first with figures.
func (f *finder) opens(row *Row) bool {
	if g := f.sheet.guideAt(row.Number); g != nil && g.HeadBottom > 0 && row.Number <= g.HeadBottom {
		return false
	}
	values, numbers, others := 0, 0, 0
	for _, c := range row.Cells {
		switch {
		case c.Spread || c.Blank():
		case c.isNumeric():
			numbers++
			values++
		case c.isValue():
			values++
		default:
			others++
		}
	}
	if values == 0 || isPeriodHead(row) || isNumbering(row) || isNote(row) || len(row.Cells) < 2 {
		return false
	}
	if isMeta(row) {
		return false
	}
	if first := row.At(leftmost(row)); first.Kind == Text && roleOf(first.Text) == Note {
		return false // about the columns: Series Start, No. Obs
	}
	if numbers == 0 { // only marks: a row of a table whose head is above it
		return others > 0 && len(f.pending) > 0 && filled(&f.pending[len(f.pending)-1]) > 1
	}
	if numbers == 1 && others == 0 {
		return false
	}
	return numbers+others > 1
}

// cutHead tells the head of a table from the lines above it.
func (f *finder) cutHead(first Row) (lines, head []Row) {
	if g := f.sheet.guideAt(first.Number); g != nil && g.HeadTop > 0 && g.HeadTop < first.Number {
		i := len(f.pending)
		for i > 0 && f.pending[i-1].Number >= g.HeadTop {
			i--
		}
		j := i
		for j < len(f.pending) && f.pending[j].Number <= g.HeadBottom {
			j++
		}
		return f.pending[:i:i], f.pending[i:j]
	}
	i := len(f.pending)
	below := first.Number
	for i > 0 && len(f.pending)-i < maxHead {
		r := &f.pending[i-1]
		if gap := below - r.Number; gap > 2 || gap > 1 && i < len(f.pending) {
			break
		}
		if !isHead(r) || isMeta(r) || isNote(r) {
			break
		}
		if i < len(f.pending) && (isTitleOver(r, &f.pending[i]) || isCorner(r, &f.pending[i])) {
			break
		}
		below = r.Number
		i--
	}
	return f.pending[:i:i], f.pending[i:]
}
