package briefing

import (
	"strings"

	"jianbao/internal/indicator"
)

// An order of saying: what a sentence about an indicator begins with.
type order int

const (
	levelFirst order = iota
	growthFirst
	stepFirst // the latest month before the year to date
)

// account is an indicator's sentences: level, growth, pace, the latest step,
// and how it stands against its target.
func (c *composer) account(it *item, ord order) sentence {
	r := it.r
	var s sentence
	switch {
	case !r.known():
		return s
	case r.ratio() || r.s.Measure == indicator.Index:
		c.ratioAccount(&s, it)
	case r.stock() || !r.total.ok && r.level.ok:
		c.stepAccount(&s, it, ord)
	case r.total.ok && it.finding.weight == turning && r.level.ok && r.pace.ok:
		c.stepThenTotal(&s, it)
	case r.total.ok:
		c.totalAccount(&s, it, ord)
	default:
		c.growthAccount(&s, it)
	}
	c.againstTarget(&s, it, int(ord))
	if r.late {
		missing := r.atReport(c.at)
		s.join(Text{ZH: missing.ZH + "数据暂缺。", EN: "No figure for " + missing.EN + " is available."}, nil)
	}
	return s
}

// atReport names the reporting period as this indicator would.
func (r *reading) atReport(at Period) Text {
	p := r.step(at.To)
	if r.flow() && r.toDate(at.To) != p {
		p = r.toDate(at.To)
	}
	return r.when(p)
}

// totalAccount: the year to date, then the latest step.
func (c *composer) totalAccount(s *sentence, it *item, ord order) {
	r := it.r
	c.leveled(s, it, r.total, r.run, ord)
	if !r.level.ok && !r.pace.ok {
		return
	}
	when := r.when(r.level.at)
	if !r.level.ok {
		when = r.when(r.pace.at)
	}
	var t sentence
	t.of(r.level, r.pace)
	switch {
	case r.level.ok && r.pace.ok:
		a, g := r.amount(r.level), r.change(r.pace)
		t.add(when.ZH+c.alone(r)+a.ZH.String()+"，"+g.verb().ZH, c.aloneEN(r, when)+" "+a.EN.String()+", "+g.bare())
	case r.level.ok:
		a := r.amount(r.level)
		t.add(when.ZH+c.alone(r)+a.ZH.String(), c.aloneEN(r, when)+" "+a.EN.String())
	default:
		g := r.change(r.pace)
		t.add(when.ZH+c.alone(r)+g.verb().ZH, "In "+when.EN+" alone the rate was "+signedWord(g))
	}
	if it.history.run || it.finding.weight < extreme {
		t.stop()
	} else {
		t.clause(it.finding.detail)
		t.stop()
	}
	s.follow(t)
}

// alone marks the figure of one step beside that of the year to date.
func (c *composer) alone(r *reading) string {
	if r.w.cal == byMonth {
		return "当月"
	}
	return "当季"
}

func (c *composer) aloneEN(r *reading, when Text) string {
	return sentenceCase(when.EN) + " alone accounted for"
}

// bare is a change without its base, which the sentence before has named.
func (c change) bare() string {
	switch c.sign() {
	case 1:
		return "up " + c.size()
	case 0:
		return "unchanged"
	}
	return "down " + c.size()
}

// signedWord is a rate as a value: 5.2%, −0.2%.
func signedWord(c change) string { return plain(c.value, c.places) + "%" }

// stepThenTotal: the latest step has the news.
func (c *composer) stepThenTotal(s *sentence, it *item) {
	r := it.r
	name, g := r.name(), r.change(r.pace)
	when, a := r.when(r.level.at), r.amount(r.level)
	s.of(r.level, r.pace)
	s.add(when.ZH+"，"+name.ZH+a.ZH.String()+"，"+g.after(r.w, r.level.at).ZH,
		sentenceCase(name.EN)+" "+g.clause(r.w, r.level.at).EN+" "+r.in(r.level.at).EN+", to "+a.EN.String())
	if !it.history.run {
		s.clause(it.finding.detail)
	}
	s.stop()
	var t sentence
	t.of(r.total)
	ta := r.amount(r.total)
	sum := r.when(r.total.at)
	t.add(sum.ZH+"累计"+ta.ZH.String(), "Over "+sum.EN+" the total came to "+ta.EN.String())
	if r.run.ok {
		tg := r.change(r.run)
		t.of(r.run)
		t.add("，"+tg.verb().ZH, ", "+tg.bare())
		t.clause(c.paceOf(r, r.run))
	}
	t.stop()
	s.follow(t)
}

// stepAccount: one figure for the step: a year, a month without cumulative
// values, the end of a period.
func (c *composer) stepAccount(s *sentence, it *item, ord order) {
	r := it.r
	rate := r.pace
	c.leveledWith(s, it, r.level, rate, ord, func() Text {
		if it.finding.weight >= extreme && !it.history.run {
			return it.finding.detail
		}
		return c.paceOf(r, rate)
	})
	if !r.pace.ok && r.run.ok {
		g := r.change(r.run)
		var t sentence
		t.of(r.run)
		in := r.in(r.run.at)
		t.add(in.ZH+"累计"+g.after(r.w, r.run.at).ZH, "Growth "+in.EN+" was "+signedWord(g)+" year on year")
		t.clause(c.paceOf(r, r.run))
		t.stop()
		s.follow(t)
	}
}

// leveled states a level with its growth and pace.
func (c *composer) leveled(s *sentence, it *item, lv, rate fact, ord order) {
	c.leveledWith(s, it, lv, rate, ord, func() Text { return c.paceOf(it.r, rate) })
}

func (c *composer) leveledWith(s *sentence, it *item, lv, rate fact, ord order, pace func() Text) {
	r := it.r
	name, when, in, a := r.name(), r.when(lv.at), r.in(lv.at), r.amount(lv)
	s.of(lv)
	if !rate.ok {
		s.add(when.ZH+"，"+name.ZH+a.ZH.String(), sentenceCase(name.EN)+" "+r.verb(a, 0)+" "+in.EN)
		s.stop()
		return
	}
	g := r.change(rate)
	s.of(rate)
	if ord == growthFirst && g.sign() != 0 {
		s.add(name.ZH+when.ZH+g.after(r.w, lv.at).ZH+"，达到"+a.ZH.String(),
			sentenceCase(name.EN)+" "+g.clause(r.w, lv.at).EN+" "+in.EN+", to "+a.EN.String())
		if g.sign() < 0 {
			s.zh.Reset()
			s.zh.WriteString(name.ZH + when.ZH + g.after(r.w, lv.at).ZH + "，为" + a.ZH.String())
		}
	} else {
		s.add(when.ZH+"，"+name.ZH+a.ZH.String()+"，"+g.after(r.w, lv.at).ZH,
			sentenceCase(name.EN)+" "+r.verb(a, int(ord))+" "+in.EN+", "+g.after(r.w, lv.at).EN)
	}
	s.clause(pace())
	s.stop()
}

// growthAccount: only growth is known.
func (c *composer) growthAccount(s *sentence, it *item) {
	r := it.r
	f := r.growth()
	g := r.change(f)
	name, when := r.name(), r.when(f.at)
	s.of(f)
	s.add(when.ZH+"，"+name.ZH+g.after(r.w, f.at).ZH,
		sentenceCase(name.EN)+" "+g.clause(r.w, f.at).EN+" "+r.in(f.at).EN)
	if it.finding.weight >= extreme && last(it.history.line).at == f.at {
		s.clause(it.finding.detail)
	} else {
		s.clause(c.paceOf(r, f))
	}
	if r.run.ok && f.at == r.run.at && r.pace.ok {
		p := r.change(r.pace)
		s.of(r.pace)
		w := r.in(r.pace.at)
		s.add("；其中"+w.ZH+p.verb().ZH, "; the rate "+w.EN+" was "+signedWord(p))
	}
	s.stop()
}

// ratioAccount: a rate, share or index, which changes in points.
func (c *composer) ratioAccount(s *sentence, it *item) {
	r := it.r
	f := r.level
	if !f.ok {
		f = r.total
	}
	name, when, a := r.name(), r.when(f.at), r.amount(f)
	s.of(f)
	s.add(when.ZH+"，"+name.ZH+"为"+a.ZH.String(), sentenceCase(name.EN)+" stood at "+a.EN.String()+" "+r.in(f.at).EN)
	s.clause(it.finding.detail)
	if m := r.moved(f.at); m.ok {
		s.of(m)
		v := m.shown()
		p := r.difference(v, m.places)
		base := "同月"
		switch {
		case r.w.cal == byYear || f.at.To-f.at.From == 11:
			base = ""
		case f.at.To != f.at.From:
			base = "同期"
		}
		switch v.Sign() {
		case 0:
			s.add("，与上年"+base+"持平", " and unchanged from a year earlier")
		case 1:
			s.add("，比上年"+base+"上升"+p.ZH, " and "+p.EN+" higher than a year earlier")
		default:
			s.add("，比上年"+base+"下降"+p.ZH, " and "+p.EN+" lower than a year earlier")
		}
	}
	s.stop()
}

// paceOf compares a rate with the comparable one before it; zero where there
// is none.
func (c *composer) paceOf(r *reading, now fact) Text {
	if !now.ok {
		return Text{}
	}
	p := r.before(now.at)
	if p == (Period{}) {
		return Text{}
	}
	was := r.rateAt(p)
	if !was.ok || was.Prices != now.Prices {
		return Text{}
	}
	return pace(r.change(now), r.change(was), r.in(p), max(now.places, was.places))
}

// verb is the English predicate of a level: numbered 118, came to RMB 3.18
// billion, stood at 1,244 persons.
func (r *reading) verb(a Amount, variant int) string {
	switch {
	case r.stock():
		return "stood at " + a.EN.String()
	case r.counts(a):
		return "numbered " + a.EN.Before + a.EN.Number + strings.TrimSuffix(a.EN.After, trailing(a.EN.After))
	case variant%2 == 1:
		return "came to " + a.EN.String()
	}
	return "reached " + a.EN.String()
}

// counts reports that the name of the indicator already says what is counted.
func (r *reading) counts(a Amount) bool {
	noun := strings.ToLower(strings.TrimSpace(trailing(a.EN.After)))
	return noun != "" && strings.Contains(strings.ToLower(r.name().EN), noun)
}

// trailing is the noun after a number, without the word for its magnitude.
func trailing(after string) string {
	for _, m := range magnitudes {
		if strings.HasPrefix(after, m.word) {
			return after[len(m.word):]
		}
	}
	return after
}
