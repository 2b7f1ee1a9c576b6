package briefing

import "jianbao/internal/indicator"

// mostParts is how many parts of a whole are told one by one; of more, only
// which grew and which fell most.
const mostParts = 4

// parts lists the parts of an indicator that are known for the period for which
// the indicator itself is told.
func (c *composer) parts(it *item) []*item {
	var out []*item
	at := it.tellsOf()
	for _, p := range c.items {
		if p.r.s.Parent == it.r.s.ID && p != it && !p.r.late && p.tellsOf() == at && !p.history.ratio {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// tellsOf is the period that the account of an indicator is about.
func (it *item) tellsOf() Period {
	if f := it.r.main(); f.ok {
		return f.at
	}
	return it.r.growth().at
}

// toldWithWhole reports a part that is told in the account of its whole, and has
// nothing more to say: no target, no turn, no text of the office's own.
func (c *composer) toldWithWhole(it *item) bool {
	if it.r.s.Parent == "" || it.target != nil || it.plan != nil || it.finding.weight >= turning || c.hasOwn(it) {
		return false
	}
	whole := c.item(it.r.s.Parent)
	if whole == nil || !whole.r.known() || c.hasOwn(whole) || whole.history.ratio {
		return false
	}
	for _, p := range c.parts(whole) {
		if p == it {
			return true
		}
	}
	return false
}

// partsSentence tells of the parts of an indicator: each of a few, the extremes
// of many, and which brought most of the growth.
func (c *composer) partsSentence(s *sentence, it *item) {
	parts := c.parts(it)
	if len(parts) == 0 || it.history.ratio {
		return
	}
	if len(parts) <= mostParts {
		var zh, en []string
		for _, p := range parts {
			t := c.part(p, s)
			zh, en = append(zh, t.ZH), append(en, t.EN)
		}
		s.join(c.say("parts", slots{"list": {ZH: joined(zh, "；"), EN: enumerate(en, "; ", "; and ")}}), nil)
	} else if t := c.extremes(parts, s); !t.IsZero() {
		s.join(t, nil)
	}
	if t, refs := c.mainContribution(it, parts); !t.IsZero() {
		s.join(t, refs)
	}
}

// part is one part: 出口145亿元，增长20.8%.
func (c *composer) part(p *item, s *sentence) Text {
	r := p.r
	lv, rate := r.main(), r.yearly(r.growth())
	s.of(lv, rate)
	put := slots{"name": inner(r.label())}
	if lv.ok {
		put["level"] = r.amount(lv).text()
	}
	if rate.ok {
		ch := r.change(rate)
		ch.real, ch.nominal = false, false // the whole has said it
		put["briefly"], put["did"] = ch.bare(), ch.verb()
	}
	switch {
	case lv.ok && rate.ok:
		return c.say("part-level-growth", put)
	case lv.ok:
		return c.say("part-level", put)
	}
	return c.say("part-growth", put)
}

// extremes says of many parts how many grew and fell, and which most.
func (c *composer) extremes(parts []*item, s *sentence) Text {
	var top, bottom *item
	up, down, n := 0, 0, 0
	for _, p := range parts {
		g := p.r.yearly(p.r.growth())
		if !g.ok {
			continue
		}
		n++
		switch ch := p.r.change(g); ch.sign() {
		case 1:
			if up++; top == nil || g.Value.GreaterThan(top.r.growth().Value) {
				top = p
			}
		case -1:
			if down++; bottom == nil || g.Value.LessThan(bottom.r.growth().Value) {
				bottom = p
			}
		}
	}
	if n < 3 {
		return Text{}
	}
	put := slots{"count": count(n), "up": count(up), "down": count(down)}
	if top != nil {
		put["top"], put["most"] = inner(top.r.label()), same(top.r.change(top.r.growth()).size())
		s.of(top.r.growth())
	}
	if bottom != nil {
		put["bottom"], put["least"] = inner(bottom.r.label()), same(bottom.r.change(bottom.r.growth()).size())
		s.of(bottom.r.growth())
	}
	switch {
	case top == nil && bottom == nil:
		return Text{}
	case bottom == nil:
		return c.say("parts-grew", put)
	case top == nil:
		return c.say("parts-fell", put)
	}
	return c.say("parts-mixed", put)
}

// mainContribution names the part that brought most of the growth of its whole,
// where the contributions of all can be had.
func (c *composer) mainContribution(it *item, parts []*item) (Text, []Cell) {
	at := it.tellsOf()
	g := it.r.yearly(it.r.growth())
	if !g.ok || it.r.change(g).sign() <= 0 {
		return Text{}, nil
	}
	var best fact
	for _, p := range parts {
		q, err := c.d.Contribution(p.r.s.ID, it.r.s.ID, at)
		if err != nil || (q.Prices == indicator.Real) != (g.Prices == indicator.Real) {
			return Text{}, nil
		}
		f := p.r.fact(q, at, 1, asPoints)
		if !best.ok || f.Value.GreaterThan(best.Value) {
			best = f
		}
	}
	if best.shown().Sign() <= 0 {
		return Text{}, nil
	}
	return c.say("contributed", slots{"name": inner(best.of.label()), "whole": inner(it.r.label()), "points": points(best)}), best.Inputs
}
