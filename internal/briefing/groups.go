package briefing

// richPerParagraph is how many indicators with growth share a paragraph.
const richPerParagraph = 2

// narrative is the text on results, group by group.
func (c *composer) narrative() []*Paragraph {
	var out []*Paragraph
	heads, by, grouped := groups(c.items)
	turn := 0
	for _, g := range heads {
		ps := c.groupParagraphs(by[g], &turn)
		if grouped && len(ps) > 0 {
			ps[0].Name = g
		}
		out = append(out, ps...)
	}
	return out
}

// groupParagraphs tells a group: indicators with growth or a target one by
// one, bare levels as a list, and at the end those without a figure. turn
// alternates the order of saying from one indicator to the next.
func (c *composer) groupParagraphs(items []*item, turn *int) []*Paragraph {
	var out []*Paragraph
	var s sentence
	n := 0
	flush := func() {
		if p := s.paragraph(); p != nil {
			out = append(out, p)
		}
		s, n = sentence{}, 0
	}
	var bare, silent []*item
	for _, it := range items {
		switch {
		case it.told:
		case !it.r.known() && it.plan == nil && it.target == nil:
			silent = append(silent, it)
		case !it.r.known():
		case c.bare(it):
			bare = append(bare, it)
		default:
			t := c.account(it, order(*turn%2))
			*turn++
			s.follow(t)
			if n++; n == richPerParagraph {
				flush()
			}
		}
	}
	t := c.levels(bare)
	s.follow(t)
	t = c.silence(silent)
	s.follow(t)
	flush()
	return out
}

// silence names the indicators of which there is no figure.
func (c *composer) silence(items []*item) sentence {
	var s sentence
	var names []Text
	for _, it := range items {
		l := it.r.label()
		names = append(names, Text{ZH: l.ZH, EN: inside(l.EN)})
	}
	if len(names) > 0 {
		l := list(names)
		s.add(l.ZH+"暂无数据。", "No figures are available for "+l.EN+".")
	}
	return s
}

// bare reports an indicator of which there is nothing to say but its level.
func (c *composer) bare(it *item) bool {
	r := it.r
	return !r.late && it.target == nil && !it.history.ratio && !r.pace.ok && !r.run.ok && r.main().ok && !(r.total.ok && r.level.ok)
}

// levels lists bare levels: one Chinese sentence; in English one for each run
// of indicators that take the same verb.
func (c *composer) levels(items []*item) sentence {
	var s sentence
	var zh []string
	for i := 0; i < len(items); {
		j := i + 1
		for j < len(items) && predicate(items[j]) == predicate(items[i]) {
			j++
		}
		var en []string
		for k := i; k < j; k++ {
			r := items[k].r
			f := r.main()
			a, n := r.amount(f), r.name()
			s.of(f)
			zh = append(zh, n.ZH+a.ZH.String())
			name := inside(n.EN)
			if k == i && i > 0 {
				name = sentenceCase(n.EN)
			}
			value := a.EN.String()
			verb := predicate(items[k])
			if verb == "numbered" {
				value = a.EN.withoutNoun()
			}
			link := " "
			if verb == "came to" {
				link = " to "
			}
			if k == i {
				link = " " + verb + " "
			}
			en = append(en, name+link+value)
		}
		text := enumerate(en, ", ", " and ") + "."
		if i == 0 {
			text = sentenceCase(items[0].r.in(items[0].r.main().at).EN) + ", " + text
		} else {
			text = " " + text
		}
		s.en.WriteString(text)
		i = j
	}
	if len(items) > 0 {
		s.zh.WriteString(items[0].r.in(items[0].r.main().at).ZH + "，" + joined(zh, "，") + "。")
	}
	return s
}

// predicate is the English verb that a bare level takes.
func predicate(it *item) string {
	r := it.r
	switch {
	case r.stock():
		return "stood at"
	case r.counts(r.amount(r.main())):
		return "numbered"
	}
	return "came to"
}
