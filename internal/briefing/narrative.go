package briefing

import "jianbao/internal/indicator"

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
	if r.late {
		if missing := r.atReport(c.at); !missing.IsZero() {
			why := Text{ZH: missing.ZH + "数据暂缺。", EN: "No figure for " + missing.EN + " is available."}
			switch r.withheld(c.at) {
			case indicator.Confidential:
				why = Text{ZH: missing.ZH + "数据保密，不予公布。", EN: "The figure for " + missing.EN + " is confidential."}
			case indicator.NotApplies:
				why = Text{ZH: missing.ZH + "不适用。", EN: "There is no figure for " + missing.EN + ": the indicator does not apply."}
			}
			s.join(why, nil)
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

// levelSentence: 1—11月，甲X亿元，同比增长a%，增速比1—10月加快b个百分点 – or growth first.
func (c *composer) levelSentence(s *sentence, it *item, lv, rate fact, ord order) {
	r := it.r
	name, when, in, a := r.name(), r.when(lv.at), r.in(lv.at), r.amount(lv)
	subject := r.subject()
	s.of(lv)
	if !rate.ok {
		s.add(when.ZH+"，"+spaced(name.ZH, a.ZH.String()), subject+" "+r.verb(a, int(ord))+" "+in.EN)
		return
	}
	g := r.change(rate)
	s.of(rate)
	if ord == growthFirst && g.sign() != 0 {
		link := "，达到"
		if g.sign() < 0 {
			link = "，为"
		}
		s.add(name.ZH+when.ZH+g.after(r.w, lv.at).ZH+link+a.ZH.String(),
			subject+" "+g.clause(r.w, lv.at, in).EN+", to "+a.EN.String())
	} else {
		s.add(when.ZH+"，"+spaced(name.ZH, a.ZH.String())+"，"+g.after(r.w, lv.at).ZH,
			subject+" "+r.verb(a, int(ord))+" "+in.EN+", "+g.after(r.w, lv.at).EN)
	}
	s.clause(c.paceOrFinding(it, rate))
}

// growthSentence: only growth is known.
func (c *composer) growthSentence(s *sentence, it *item) {
	r := it.r
	f := r.growth()
	g := r.change(f)
	s.of(f)
	s.add(r.when(f.at).ZH+"，"+r.name().ZH+g.after(r.w, f.at).ZH, r.subject()+" "+g.clause(r.w, f.at, r.in(f.at)).EN)
	s.clause(c.paceOrFinding(it, f))
}

// turnSentence: the step in which an indicator turned, then the year to date.
func (c *composer) turnSentence(s *sentence, it *item) {
	r := it.r
	g, a := r.change(r.pace), r.amount(r.level)
	s.of(r.level, r.pace)
	s.add(r.when(r.level.at).ZH+"，"+r.name().ZH+a.ZH.String()+"，"+g.after(r.w, r.level.at).ZH,
		r.subject()+" "+g.clause(r.w, r.level.at, r.in(r.level.at)).EN+", to "+a.EN.String())
	s.clause(it.finding.detail)
	s.stop()
	sum, total := r.when(r.total.at), r.amount(r.total)
	s.of(r.total)
	s.en.WriteByte(' ')
	s.add(sum.ZH+"累计"+total.ZH.String(), "Over "+sum.EN+" the total came to "+total.EN.String())
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
	at := r.level.at
	if !r.level.ok {
		at = r.pace.at
	}
	when, in := r.when(at), r.in(at)
	zh := when.ZH
	switch {
	case ord == levelFirst && r.w.cal == byMonth:
		zh += "当月"
	case ord == growthFirst && it.target == nil && r.level.ok:
		zh = "其中，" + zh
	case ord == growthFirst && r.level.ok:
		zh += "为"
	}
	var t sentence
	t.of(r.level, r.pace)
	switch {
	case !r.level.ok:
		v := r.change(r.pace)
		t.add(zh+v.bare().ZH, "In "+when.EN+" alone there was "+v.noun())
	case ord == levelFirst:
		a := r.amount(r.level)
		t.add(zh+a.ZH.String(), sentenceCase(when.EN)+" alone accounted for "+a.EN.String())
	case it.target == nil: // "this" is the year to date, said just before
		a := r.amount(r.level)
		t.add(zh+a.ZH.String(), "Of this, "+a.EN.String()+" came "+in.EN)
	default:
		a := r.amount(r.level)
		t.add(zh+a.ZH.String(), "The figure for "+when.EN+" was "+a.EN.String())
	}
	if r.level.ok && r.pace.ok {
		t.clause(r.change(r.pace).bare())
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
	g := r.change(r.run)
	in := r.in(r.run.at)
	var t sentence
	t.of(r.run)
	t.add(in.ZH+"累计"+g.after(r.w, r.run.at).ZH, sentenceCase(in.EN)+" as a whole there was "+g.noun()+" year on year")
	t.clause(c.paceOf(r, r.run))
	t.stop()
	s.follow(t)
}

// ratioSentence: a rate, share or index, which changes in points.
func (c *composer) ratioSentence(s *sentence, it *item) {
	r := it.r
	f := r.main()
	a := r.amount(f)
	s.of(f)
	s.add(r.when(f.at).ZH+"，"+r.name().ZH+"为"+a.ZH.String(), r.subject()+" stood at "+a.EN.String()+" "+r.in(f.at).EN)
	s.clause(it.finding.detail)
	m := r.moved(f.at)
	if !m.ok || r.w.cal == byYear { // by the year, the finding has said it
		return
	}
	s.of(m)
	p := r.difference(m)
	zh, en := "，比上年同期", ", "
	if f.at.From == f.at.To {
		zh = "，比上年同月"
	}
	if !it.finding.detail.IsZero() {
		en = " and "
	}
	switch m.shown().Sign() {
	case 0:
		s.add("，与"+zh[len("，比"):]+"持平", en+"unchanged from a year earlier")
	case 1:
		s.add(zh+"上升"+p.ZH, en+p.EN+" higher than a year earlier")
	default:
		s.add(zh+"下降"+p.ZH, en+p.EN+" lower than a year earlier")
	}
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
	return pace(r.change(now), r.change(was), r.in(p), max(now.places, was.places))
}

// verb is the English predicate of a level: numbered 118, came to RMB 3.18
// billion, stood at 12.44 million persons.
func (r *reading) verb(a Amount, variant int) string {
	switch {
	case r.stock() || r.ratio() || r.s.Measure == indicator.Index:
		return "stood at " + a.EN.String()
	case r.counts(a):
		return "numbered " + a.EN.withoutNoun()
	case variant%2 == 1:
		return "came to " + a.EN.String()
	}
	return "reached " + a.EN.String()
}
