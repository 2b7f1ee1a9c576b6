package briefing

// lead is the rest of page one: the figure that carries the message and one
// paragraph about it. Targets come first, then growth, then history.
func (c *composer) lead() []Block {
	var blocks []Block
	figure, about := c.leadFigure()
	if figure != nil {
		blocks = append(blocks, figure)
	}
	if about != nil {
		blocks = append(blocks, about)
	}
	return blocks
}

// leadFigure picks the figure of page one and what is said under it.
func (c *composer) leadFigure() (*Figure, *Paragraph) {
	if fs := c.targetFigures(); len(fs) > 0 {
		return fs[0], c.targetParagraph()
	}
	if rows := c.planRows(); len(rows) > 0 {
		return c.planFigure(rows), c.planParagraph()
	}
	about := c.planParagraph()
	if about == nil {
		about = c.leadAccount()
	}
	if f := c.growthRanking(); f != nil {
		return f, about
	}
	if lead := c.first(); lead != nil {
		f := lead.history.figure(c)
		if f != nil {
			f.Description = f.Alone
		}
		return f, about
	}
	return nil, about
}

// leadAccount is what is said of the leading indicator.
func (c *composer) leadAccount() *Paragraph {
	it := c.first()
	if it == nil {
		s := c.silence(c.items)
		return s.paragraph()
	}
	return c.tell(it)
}

// tell gives the account of an indicator on page one; the narrative then leaves
// it out.
func (c *composer) tell(it *item) *Paragraph {
	it.told = true
	s := c.account(it, levelFirst)
	return s.paragraph()
}
