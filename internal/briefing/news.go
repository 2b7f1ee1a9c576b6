package briefing

// newsOf is what is new of an indicator beside the leading figure. Where both are
// known for the year so far it is told for that, lest a headline set a month of
// one against ten of another.
func (c *composer) newsOf(it, lead *item) (finding, bool) {
	h, span := it.history, lead.r.growth().at
	if !it.found || it.r.late {
		return finding{}, false
	}
	if span.FromJanuary() && span.Months() > 1 && it.r.run.ok && !h.run && !h.ratio {
		return h.toDate().find()
	}
	return it.finding, true
}

// toDate is a history of growth of the year to date.
func (h *history) toDate() *history {
	runs := *h
	runs.run, runs.line = true, make([]fact, len(h.steps))
	for i, p := range h.steps {
		runs.line[i] = h.r.rateAt(h.r.toDate(p.To))
	}
	return &runs
}

// turning is what has just turned to decline or growth, of an indicator with a
// target before others.
func (c *composer) turning(lead *item) (news Text, ok bool) {
	aimed := false
	for _, it := range c.items {
		if f, found := c.newsOf(it, lead); found && f.weight == turning && (!ok || !aimed && it.target != nil) {
			news, ok, aimed = f.title, true, it.target != nil
		}
	}
	return news, ok
}

// fewestMissed is how many targets of a year that is over must have been missed
// to be news.
const fewestMissed = 3

// manyMissed says how many targets of a year that is over were missed, where it
// was a third of them or more.
func (c *composer) manyMissed() Text {
	var all []*item
	for _, it := range c.targeted() {
		if it.measured() {
			all = append(all, it)
		}
	}
	_, _, behind := tally(all)
	n, k := len(all), len(behind)
	if k < fewestMissed || 3*k < n || !allDone(all) {
		return Text{}
	}
	if k == n {
		return Text{ZH: "全年" + count(n).ZH + "项目标均未完成", EN: "all " + count(n).EN + " targets for the year were missed"}
	}
	return Text{ZH: "全年" + count(n).ZH + "项目标中" + count(k).ZH + "项未完成", EN: count(k).EN + " of " + count(n).EN + " targets for the year were missed"}
}

// news is the most telling finding beside the leading indicator's own rate.
func (c *composer) news(lead *item) Text {
	if t, ok := c.turning(lead); ok {
		return t
	}
	if it := c.surprise(); it != nil && it != lead {
		return c.againstTitle(it)
	}
	if t := c.manyMissed(); !t.IsZero() {
		return t
	}
	best := finding{weight: steady}
	for _, it := range c.items {
		if f, ok := c.newsOf(it, lead); ok && it != lead && f.weight > best.weight {
			best = f
		}
	}
	return best.title
}
