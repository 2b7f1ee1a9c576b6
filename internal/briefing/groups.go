package briefing

import (
	"slices"

	"jianbao/internal/indicator"
)

// richPerParagraph is how many indicators with growth share a paragraph.
const richPerParagraph = 2

// What the text tells of one group at most: the table below has all.
const (
	mostTold   = 12
	mostListed = 8
)

// worth picks, of a group with many indicators, those that the text tells of:
// with a target or a turn, and then, in the order of the source, those that are
// no parts of others.
func (c *composer) worth(items []*item) []*item {
	if len(items) <= mostTold {
		return items
	}
	left := mostTold
	keep := map[*item]bool{}
	for _, want := range [...]func(*item) bool{
		func(it *item) bool { return c.hasOwn(it) },
		func(it *item) bool { return it.target != nil || it.plan != nil },
		func(it *item) bool { return it.finding.weight >= turning },
		func(it *item) bool { return it.r.s.Parent == "" },
		func(*item) bool { return true },
	} {
		for _, it := range items {
			if left > 0 && !keep[it] && want(it) {
				keep[it] = true
				left--
			}
		}
	}
	var out []*item
	for _, it := range items {
		if keep[it] {
			out = append(out, it)
		}
	}
	return out
}

// all reports a share of 100%, which is no news.
func (it *item) all() bool {
	return it.r.s.Measure == indicator.Share && it.r.main().Value.Equal(whole100.Value)
}

// narrative is the text on results, group by group.
func (c *composer) narrative() []*Paragraph {
	var out []*Paragraph
	heads, by, grouped := groups(slices.DeleteFunc(slices.Clone(c.items), (*item).all))
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
	for _, it := range c.worth(items) {
		switch {
		case it.told, c.toldWithWhole(it):
		case c.hasOwn(it):
			s.follow(c.account(it, levelFirst))
			if n++; n == richPerParagraph {
				flush()
			}
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
	bare = bare[:min(len(bare), mostListed)]
	for len(bare) > 0 { // a sentence for each span of time
		at := bare[0].r.main().at
		same, others := []*item{}, []*item{}
		for _, it := range bare {
			if it.r.main().at == at {
				same = append(same, it)
			} else {
				others = append(others, it)
			}
		}
		s.follow(c.levels(same))
		bare = others
	}
	t := c.silence(silent)
	s.follow(t)
	flush()
	return out
}

// silence names the indicators of which there is no figure.
func (c *composer) silence(items []*item) sentence {
	var s sentence
	var names []Text
	for _, it := range items[:min(len(items), mostListed)] {
		l := it.r.label()
		names = append(names, Text{ZH: l.ZH, EN: inside(l.EN)})
	}
	if len(names) > 0 {
		l := list(names)
		s.say(c.say("no-figures", slots{"names": l}))
	}
	return s
}

// bare reports an indicator of which there is nothing to say but its level.
func (c *composer) bare(it *item) bool {
	r := it.r
	if it.history.ratio { // a rate or index that is compared with nothing
		return !r.late && it.target == nil && it.finding.detail.IsZero() && r.main().ok && !r.moved(r.main().at).ok && r.w.cal != byYear
	}
	return !r.late && it.target == nil && !r.pace.ok && !r.run.ok && r.main().ok && !(r.total.ok && r.level.ok)
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
	case r.stock(), r.ratio(), r.s.Measure == indicator.Index:
		return "stood at"
	case r.counts(r.amount(r.main())):
		return "numbered"
	}
	return "came to"
}
