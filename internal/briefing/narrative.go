package briefing

import (
	"jianbao/internal/indicator"
)

// An order of saying: what a sentence about an indicator begins with. It turns
// from one indicator to the next, so that eight do not read as eight copies.
type order int

const (
	levelFirst order = iota
	growthFirst
)

// account is an indicator's sentences: its level, growth and pace, how that
// stands against the target, and the latest step beside the year to date. An
// indicator that has just turned begins with the step in which it did.
func (c *composer) account(it *item, ord order) sentence {
	r := it.r
	if s, ok := c.ownAccount(it); ok {
		return s
	}
	var s sentence
	switch {
	case !r.known():
		return s
	case it.history.ratio:
		c.ratioSentence(&s, it)
		c.close(&s, it, ord)
	case it.finding.weight == turning && !it.history.run && r.total.ok && r.level.ok && r.pace.ok:
		c.turnSentence(&s, it)
		c.close(&s, it, ord)
	case r.total.ok:
		c.levelSentence(&s, it, r.total, r.run, ord)
		c.close(&s, it, ord)
		c.stepSentence(&s, it, ord)
	case r.level.ok:
		c.levelSentence(&s, it, r.level, r.pace, ord)
		c.close(&s, it, ord)
		c.runSentence(&s, it)
	default:
		c.growthSentence(&s, it)
		c.close(&s, it, ord)
		c.stepSentence(&s, it, ord)
	}
	c.partsSentence(&s, it)
	if r.late {
		if missing := r.atReport(c.at); !missing.IsZero() {
			key := "missing"
			switch r.withheld(c.at) {
			case indicator.Confidential:
				key = "confidential"
			case indicator.NotApplies:
				key = "not-applicable"
			}
			s.join(r.say(key, slots{"when": missing}), nil)
		}
	}
	return s
}

// withheld is why there is no figure that ends with the reporting period, where
// the source says: confidential or not applicable.
func (r *reading) withheld(at Period) indicator.Status {
	for _, o := range r.s.Observations {
		if o.Period.To == at.To && (o.Status == indicator.Confidential || o.Status == indicator.NotApplies) {
			return o.Status
		}
	}
	return indicator.Normal
}

// atReport names the reporting period as this indicator would; zero where none
// of its own periods ends with it.
func (r *reading) atReport(at Period) Text {
	switch {
	case r.w.cal == byYear && at.To.Of() != 12, r.w.cal == byQuarter && at.To.Of()%3 != 0:
		return Text{}
	case r.total.ok || r.run.ok:
		return r.when(r.toDate(at.To))
	}
	return r.when(r.step(at.To))
}

// parts are what statements on a level and its growth are filled with.
func (r *reading) parts(lv fact, rate change, ord order) slots {
	s := slots{"when": r.when(lv.at), "in": Text{EN: r.in(lv.at).EN}, "name": r.name(), "subject": {EN: r.subject()}}
	if lv.ok && lv.role == asLevel {
		a := r.amount(lv)
		grown := rate.ok && rate.sign() > 0 && lv.Value.Sign() > 0
		s["level"], s["verb"], s["to"] = a.text(), Text{EN: r.verb(a, grown, int(ord))}, a.text()
		if r.counts(a) { // the name has said what is counted
			s["to"] = Text{ZH: a.ZH.String(), EN: a.EN.withoutNoun()}
		}
	}
	if rate.ok {
		s["after"], s["did"] = rate.after(r.w, lv.at), Text{EN: rate.clause(r.w, lv.at, r.in(lv.at)).EN}
		s["briefly"], s["rate"] = rate.bare(), Text{EN: rate.noun().EN}
	}
	return s
}

// levelSentence: 1—11月，甲X亿元，同比增长a%，增速比1—10月加快b个百分点 – or growth first.
func (c *composer) levelSentence(s *sentence, it *item, lv, rate fact, ord order) {
	r := it.r
	s.of(lv)
	if !rate.ok {
		s.say(r.say("level", r.parts(lv, change{}, ord)))
		return
	}
	g := r.change(rate)
	s.of(rate)
	key := "level-growth"
	if ord == growthFirst && g.sign() != 0 {
		key = "growth-level"
		if g.sign() < 0 {
			key = "fall-level"
		}
	}
	s.say(r.say(key, r.parts(lv, g, ord)))
	s.clause(c.paceOrFinding(it, rate))
}

// growthSentence: only growth is known.
func (c *composer) growthSentence(s *sentence, it *item) {
	r := it.r
	f := r.growth()
	s.of(f)
	s.say(r.say("growth", r.parts(f, r.change(f), levelFirst)))
	s.clause(c.paceOrFinding(it, f))
}

// turnSentence: the step in which an indicator turned, then the year to date.
func (c *composer) turnSentence(s *sentence, it *item) {
	r := it.r
	s.of(r.level, r.pace)
	s.say(r.say("turn", r.parts(r.level, r.change(r.pace), levelFirst)))
	s.clause(it.finding.detail)
	s.stop()
	s.of(r.total)
	s.en.WriteByte(' ')
	s.say(r.say("to-date-total", r.parts(r.total, change{}, levelFirst)))
	if r.run.ok {
		s.of(r.run)
		s.clause(r.change(r.run).bare())
		s.clause(c.paceOf(r, r.run))
	}
}

// stepSentence: the latest month or quarter beside the year to date.
func (c *composer) stepSentence(s *sentence, it *item, ord order) {
	r := it.r
	if r.growth().at == r.pace.at && !r.level.ok || !r.level.ok && !r.pace.ok {
		return
	}
	lv := r.level
	if !lv.ok {
		lv = r.pace
	}
	key := "step"
	switch {
	case !r.level.ok && ord == levelFirst && r.w.cal == byMonth:
		key = "step-rate-alone"
	case !r.level.ok:
		key = "step-rate"
	case ord == levelFirst && r.w.cal == byMonth:
		key = "step-alone"
	case ord == growthFirst && it.target == nil: // "this" is the year to date, said just before
		key = "step-of-this"
	case ord == growthFirst:
		key = "step-was"
	}
	var t sentence
	t.of(r.level, r.pace)
	rate := change{}
	if r.pace.ok {
		rate = r.change(r.pace)
	}
	t.say(r.say(key, r.parts(lv, rate, ord)))
	if r.level.ok && r.pace.ok {
		t.clause(rate.bare())
	}
	if !it.history.run && it.finding.weight >= extreme && it.finding.weight < turning {
		t.clause(it.finding.detail)
	}
	t.stop()
	s.follow(t)
}

// runSentence: growth of the year to date where its level is not published.
func (c *composer) runSentence(s *sentence, it *item) {
	r := it.r
	if !r.run.ok {
		return
	}
	var t sentence
	t.of(r.run)
	parts := r.parts(r.run, r.change(r.run), levelFirst)
	parts["when"] = r.in(r.run.at)
	t.say(r.say("to-date-growth", parts))
	t.clause(c.paceOf(r, r.run))
	t.stop()
	s.follow(t)
}

// ratioSentence: a rate, share or index, which changes in points.
func (c *composer) ratioSentence(s *sentence, it *item) {
	r := it.r
	f := r.main()
	s.of(f)
	if g := r.fromIndex(f); g.ok { // 97.0 where the year before is 100
		s.say(r.say("stood-change", r.parts(f, r.change(g), levelFirst)))
		if was := r.fromIndex(r.levelAt(r.before(f.at))); was.ok {
			s.clause(pace(r.change(g), r.change(was), r.previously(was.at, f.at), max(g.places, was.places)))
		}
		return
	}
	s.say(r.say("stood", r.parts(f, change{}, levelFirst)))
	s.clause(it.finding.detail)
	m := r.moved(f.at)
	if !m.ok || r.w.cal == byYear || it.history.seasonal() { // the finding has said it
		return
	}
	s.of(m)
	t := r.onYearBefore(m)
	and := ", "
	if !it.finding.detail.IsZero() {
		and = " and "
	}
	s.add("，"+t.ZH, and+t.EN)
}

// fromIndex is the growth that an index on the year or the period before states:
// 97.0 is a fall of 3.0%.
func (r *reading) fromIndex(f fact) fact {
	base := r.s.IndexBase()
	if base == indicator.NoCompare || !f.ok {
		return fact{}
	}
	q, err := r.d.GrowthAt(r.s.ID, f.at, base)
	g := r.fact(q, f.at, f.places, asGrowth).when(err == nil)
	g.onPrevious = base == indicator.OnPrevious
	return g
}

// paceOrFinding is the clause after a rate: the finding, where it is about that
// very rate and worth more than the step before, else the pace.
func (c *composer) paceOrFinding(it *item, rate fact) Text {
	f, d := it.finding, it.finding.detail
	if f.weight >= extreme && !d.IsZero() && last(it.history.line).at == rate.at {
		return d
	}
	return c.paceOf(it.r, rate)
}

// paceOf compares a rate with the comparable one before it; zero where there
// is none on the same basis.
func (c *composer) paceOf(r *reading, now fact) Text {
	if !now.ok {
		return Text{}
	}
	p := r.before(now.at)
	if p == (Period{}) {
		return Text{}
	}
	was := r.rateAt(p)
	if !was.ok || was.Prices != now.Prices || was.Computed() != now.Computed() {
		return Text{}
	}
	return pace(r.change(now), r.change(was), r.previously(p, now.at), max(now.places, was.places))
}

// verb is the English predicate of a level: numbered 118, came to RMB 3.18
// billion, stood at 12.44 million persons.
// What has not grown does not reach a level.
func (r *reading) verb(a Amount, grown bool, variant int) string {
	switch {
	case r.ratio() || r.s.Measure == indicator.Index:
		return "stood at " + a.EN.String()
	case r.counts(a):
		return "numbered " + a.EN.withoutNoun()
	case r.stock():
		return "stood at " + a.EN.String()
	case !grown || variant%2 == 1:
		return "came to " + a.EN.String()
	}
	return "reached " + a.EN.String()
}
