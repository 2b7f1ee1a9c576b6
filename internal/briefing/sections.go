package briefing

// sections are the parts after page one, each only where it has content.
func (c *composer) sections(front []Block) []Section {
	skip := ""
	for _, b := range front {
		if f, ok := b.(*Figure); ok {
			skip = f.ID
		}
	}
	var out []Section
	var blocks []Block
	for _, part := range [...]func(skip string) Section{
		c.growthSection, c.targetSection, c.resultsSection, c.impliedSection, c.planSection,
		c.monthsSection, c.highlightSection, c.revisionSection,
	} {
		if s := part(skip); len(s.Blocks) > 0 {
			out = append(out, s)
			blocks = append(blocks, s.Blocks...)
		}
	}
	out = append(out, c.notesSection(blocks))
	if s := c.glossarySection(skip); len(s.Blocks) > 0 {
		out = append(out, s)
	}
	for i := range out {
		if t := c.sentence(out[i].ID); !t.IsZero() {
			out[i].Title = t
		}
	}
	return out
}

// growthSection: an overview of many, growth of two years side by side, the histories as small
// multiples, and what the parts of a whole brought.
func (c *composer) growthSection(skip string) Section {
	s := Section{ID: "growth", Title: c.growthTitle()}
	if f := c.overviewFigure(); f != nil {
		s.Blocks = append(s.Blocks, f)
	}
	if f := c.slopeFigure(); f != nil {
		s.Blocks = append(s.Blocks, f)
	}
	many, in := c.multiples()
	for i := range many {
		s.Blocks = append(s.Blocks, &many[i])
	}
	if g := c.growthGrid(skip, in); g != nil {
		s.Blocks = append(s.Blocks, g)
	}
	s.Blocks = append(s.Blocks, c.contributionFigures()...)
	return s
}

// growthTitle says how many indicators grow faster and how many slower.
func (c *composer) growthTitle() Text {
	var up, down []*item
	for _, it := range c.items {
		if it.r.late || it.finding.weight < moved || it.history.ratio {
			continue
		}
		switch it.finding.sign {
		case 1:
			up = append(up, it)
		case -1:
			down = append(down, it)
		}
	}
	one := func(it *item) Text { n := it.r.label(); return Text{ZH: n.ZH, EN: inside(n.EN)} }
	switch {
	case len(up) == 1 && len(down) == 1:
		u, d := one(up[0]), one(down[0])
		return Text{ZH: "增长：" + u.ZH + "走强，" + d.ZH + "走弱", EN: "Growth: " + u.EN + " stronger, " + d.EN + " weaker"}
	case len(up) > 0 && len(down) > 0:
		return Text{
			ZH: "增长：" + count(len(up)).ZH + "项走强，" + count(len(down)).ZH + "项走弱",
			EN: "Growth: " + count(len(up)).EN + " stronger, " + count(len(down)).EN + " weaker",
		}
	}
	return Text{ZH: "增长走势", EN: "Growth over time"}
}

// resultsSection: what is to be said of each group of indicators, and the
// table of all results.
func (c *composer) resultsSection(string) Section {
	t := c.resultsTable()
	if t == nil {
		return Section{}
	}
	s := Section{ID: "results", Title: c.resultsFinding()}
	for _, p := range c.narrative() {
		s.Blocks = append(s.Blocks, p)
	}
	s.Blocks = append(s.Blocks, t)
	return s
}

func (c *composer) resultsTitle() Text {
	p := c.w.name(c.at)
	return Text{ZH: p.ZH + "主要指标", EN: "Main indicators, " + p.EN}
}

// resultsFinding counts what rose and what fell.
func (c *composer) resultsFinding() Text {
	up, down, n := 0, 0, 0
	for _, it := range c.items {
		if it.r.known() {
			n++
		}
		if g := it.r.yearly(it.r.growth()); g.ok && !it.r.late {
			switch it.r.change(g).sign() {
			case 1:
				up++
			case -1:
				down++
			}
		}
	}
	p := c.w.name(c.at)
	switch {
	case n < 3:
		return c.resultsTitle()
	case up+down < 3:
		return Text{ZH: p.ZH + count(n).ZH + "项主要指标", EN: sentenceCase(count(n).EN) + " main indicators for " + p.EN}
	case down == 0:
		return Text{ZH: p.ZH + count(up).ZH + "项指标增长", EN: sentenceCase(count(up).EN) + " " + plural(up, "indicator") + " up in " + p.EN}
	case up == 0:
		return Text{ZH: p.ZH + count(down).ZH + "项指标下降", EN: sentenceCase(count(down).EN) + " " + plural(down, "indicator") + " down in " + p.EN}
	}
	return Text{
		ZH: p.ZH + count(up).ZH + "项指标增长，" + count(down).ZH + "项下降",
		EN: sentenceCase(count(up).EN) + " " + plural(up, "indicator") + " up and " + count(down).EN + " down in " + p.EN,
	}
}

// targetSection: the table of targets, and figures on other scales than that
// of page one.
func (c *composer) targetSection(skip string) Section {
	t, long := c.targetTable(), c.longTable()
	s := Section{ID: "targets", Title: c.targetSectionTitle()}
	switch {
	case t == nil && long == nil:
		return Section{}
	case t == nil:
		return Section{ID: "targets", Title: long.Title, Blocks: append(c.targetPictures(skip), long)}
	}
	s.Blocks = c.targetPictures(skip)
	s.Blocks = append(s.Blocks, t)
	if long != nil {
		s.Blocks = append(s.Blocks, long)
	}
	return s
}

func (c *composer) targetSectionTitle() Text {
	y := num(c.at.To.Year())
	return Text{ZH: y + "年目标完成情况", EN: "Against the targets for " + y}
}

// impliedSection: the levels that growth targets imply.
func (c *composer) impliedSection(string) Section {
	rows := c.impliedRows()
	if len(rows) == 0 {
		return Section{}
	}
	var s sentence
	t, refs := c.impliedNote(rows)
	s.join(t, refs)
	sec := Section{ID: "implied", Title: c.impliedTitle(rows)}
	for _, f := range c.impliedFigures(rows) {
		sec.Blocks = append(sec.Blocks, f)
	}
	sec.Blocks = append(sec.Blocks, s.paragraph())
	return sec
}

// planSection: the ranking of planned growth and the paragraph on it, where
// page one is about something else, and a table of the targets where there are
// no results to stand beside.
func (c *composer) planSection(string) Section {
	rows := c.planRows()
	if len(c.planned()) == 0 || len(c.measuredAny()) == 0 && c.first() != nil {
		return Section{}
	}
	y := num(c.planned()[0].plan.Year)
	s := Section{ID: "plan", Title: Text{ZH: y + "年预期目标", EN: "Targets for " + y}}
	if c.first() == nil {
		s.Blocks = append(s.Blocks, c.planTable(s.Title))
		return s
	}
	if len(rows) > 0 {
		f := c.planFigure(rows)
		s.Title = f.Title
		s.Blocks = append(s.Blocks, f)
	}
	if p := c.planParagraph(); p != nil {
		s.Blocks = append(s.Blocks, p)
	}
	return s
}

// planTable lists targets in the words of each language.
func (c *composer) planTable(title Text) *Table {
	t := &Table{ID: "plan", Title: title, Columns: []Column{{Head: Text{ZH: "指标", EN: "Indicator"}}, {Head: Text{ZH: "目标", EN: "Target"}}}}
	t.fill(c.planned(), func(it *item) []TableCell {
		return []TableCell{{Text: it.r.full()}, c.planCell(it)}
	})
	return t
}

// measuredAny lists the items set against a target of the reporting year on
// any scale that is drawn.
func (c *composer) measuredAny() []*item {
	return c.measuredOn(onGrowth, onShare, onRate, onOwn)
}

// monthsSection: growth by month of this year.
func (c *composer) monthsSection(string) Section {
	t := c.monthsTable()
	if t == nil {
		return Section{}
	}
	return Section{ID: "months", Title: t.Title, Blocks: []Block{t}}
}

// highlightSection: the source's own points, group by group.
func (c *composer) highlightSection(string) Section {
	var blocks []Block
	index := map[Text]*Bullets{}
	for _, h := range c.d.Highlights {
		group := complete(h.Group)
		b := index[group]
		if b == nil {
			b = &Bullets{Title: group}
			index[group] = b
			blocks = append(blocks, b)
		}
		p, n := c.own(h.Point, h.Cell, h.CellEN), c.own(h.Name, h.Cell, h.Cell)
		if p.IsZero() {
			p, n = n, Text{}
		}
		if !p.IsZero() {
			b.Items = append(b.Items, Bullet{Name: n, Text: p})
		}
	}
	title := Text{ZH: "重点与举措", EN: "Priorities and measures"}
	return Section{ID: "highlights", Title: title, Blocks: kept(blocks)}
}

// kept drops lists that have no points.
func kept(blocks []Block) []Block {
	var out []Block
	for _, b := range blocks {
		if l, ok := b.(*Bullets); ok && len(l.Items) == 0 {
			continue
		}
		out = append(out, b)
	}
	return out
}
