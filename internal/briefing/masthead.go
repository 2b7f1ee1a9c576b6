package briefing

import (
	"path/filepath"
	"strings"
)

// masthead fills the head of page one.
func (c *composer) masthead(b *Briefing) {
	info := c.d.Info
	b.Title = complete(info.Title)
	if info.Title.IsZero() {
		b.Title = c.defaultTitle()
	}
	b.Period = c.placed(c.periodLine(), b.Title)
	if b.Release = info.Release; b.Release != "" {
		b.ReleaseText = date(b.Release)
	}
	if s := complete(info.Source); !s.IsZero() {
		b.Source = Text{ZH: "资料来源：" + s.ZH, EN: "Source: " + s.EN}
	}
	switch b.Headline = c.sentence("headline"); {
	case !b.Headline.IsZero():
	case !info.Headline.IsZero():
		b.Headline = c.own(info.Headline, Cell{}, Cell{})
	default:
		b.Headline = c.headline()
	}
}

// placed puts a short name of the area before the period, where the title does
// not begin to name it.
func (c *composer) placed(p, title Text) Text {
	a := c.d.Info.Area
	if n := []rune(a.ZH); len(n) > 1 && len(n) <= 8 && !strings.Contains(title.ZH, string(n[:2])) {
		p.ZH = strings.TrimSuffix(a.ZH+" · "+p.ZH, " · ")
	}
	if first, _, _ := strings.Cut(a.EN, " "); first != "" && len(a.EN) <= 24 && !strings.Contains(title.EN, first) {
		p.EN = strings.TrimSuffix(a.EN+" · "+p.EN, " · ")
	}
	return p
}

func (c *composer) defaultTitle() Text {
	if a := complete(c.d.Info.Area); !a.IsZero() {
		return Text{ZH: a.ZH + "经济简报", EN: a.EN + ": Economic Briefing"}
	}
	if len(c.items) == 1 {
		n := c.items[0].r.name()
		return Text{ZH: n.ZH, EN: n.EN}
	}
	if f := strings.TrimSuffix(filepath.Base(c.d.File), filepath.Ext(c.d.File)); f != "" && f != "." {
		return same(f)
	}
	return Text{ZH: "统计简报", EN: "Statistical Briefing"}
}

// periodLine is the period that the briefing is about, with the year of its
// targets where that is to come.
func (c *composer) periodLine() Text {
	plan := c.planYear()
	if c.at.IsZero() {
		return Text{}
	}
	p := c.w.heading(c.at)
	if plan == 0 {
		return p
	}
	y := num(plan)
	if c.first() == nil {
		return Text{ZH: y + "年预期目标", EN: "Targets for " + y}
	}
	if int(c.at.To-c.at.From) == 11 {
		p = Text{ZH: p.ZH + "全年", EN: "Full year " + p.EN}
	}
	return Text{ZH: p.ZH + " · " + y + "年预期目标", EN: p.EN + " and targets for " + y}
}

// headline is made by rule: the leading indicator, and then the news: a turn
// to decline or growth in the latest step, else the largest distance from a
// growth target, else how many targets of a year that is over were missed, else
// the most telling finding; in a year of plans the leading target.
func (c *composer) headline() Text {
	lead := c.first()
	if lead == nil {
		return c.headlineWithoutFigures()
	}
	put := slots{"found": c.leadClause(lead)}
	if put["plan"] = c.planClause(lead); !put["plan"].IsZero() {
		return c.say("headline-plan", put)
	}
	if lead.finding.weight == turning && !lead.r.late && last(lead.history.line).at == lead.r.growth().at {
		return lead.finding.title // the news is of the leading figure itself
	}
	if _, turned := c.turning(lead); c.surprise() == lead && !turned && lead.target.Period == lead.r.growth().at {
		put["points"] = gapUnit(lead)
		return c.say(directed(gapOf(lead), "headline-above-target", "headline-above-target", "headline-below-target"), put)
	}
	if put["news"] = inner(c.news(lead)); !put["news"].IsZero() {
		return c.say("headline-news", put)
	}
	return put["found"]
}

// headlineWithoutFigures speaks of the targets, if there are any.
func (c *composer) headlineWithoutFigures() Text {
	all, rows := c.planned(), c.planRows()
	switch {
	case len(rows) == 0 && len(all) == 0:
		return Text{ZH: "暂无可发布的数据", EN: "No figures are available yet"}
	case len(rows) == 0:
		return c.periodLine()
	case highest(rows) != nil:
		return c.planHeadline(rows)
	}
	it, n := rows[0], len(all)
	put := slots{"year": same(num(it.plan.Year)), "name": inner(it.r.label()), "target": c.planCell(it).Text, "count": count(n)}
	if n > 1 {
		return c.say("planned-for-of", put)
	}
	return c.say("planned-for", put)
}

// leadClause states the leading indicator: 1—11月地区生产总值增长5.6%.
func (c *composer) leadClause(it *item) Text {
	r := it.r
	label := r.label()
	g, f := r.growth(), r.main()
	if it.history.ratio {
		return it.finding.title
	}
	if c.planYear() > 0 && f.ok || !g.ok {
		t := r.stated(f, label)
		if g.ok {
			t = c.say("headline-level-growth", slots{"found": t, "after": r.change(g).after(r.w, g.at)})
		}
		return t
	}
	put := r.parts(g, r.change(g), levelFirst)
	put["name"], put["when"] = label, r.in(g.at)
	put["after"] = Text{ZH: r.change(g).clause(r.w, g.at, r.in(g.at)).ZH}
	return c.say("headline-growth", put)
}

// stated is a level as a statement: 2022年地区生产总值432.6亿元.
func (r *reading) stated(f fact, label Text) Text {
	put := r.parts(f, change{}, levelFirst)
	put["name"], put["when"] = label, r.in(f.at)
	if r.ratio() {
		return r.say("headline-stood", put)
	}
	return r.say("headline-level", put)
}

// planClause is what is planned for the leading indicator, and what is planned
// to grow most.
func (c *composer) planClause(lead *item) Text {
	rows := c.planRows()
	if len(rows) == 0 {
		return Text{}
	}
	top := rows[0]
	put := slots{"year": same(num(top.plan.Year)), "name": inner(top.r.label()), "rate": same(top.r.aimed(*top.plan, top.plan.Value).plain() + "%")}
	p := lead.plan
	if p == nil || !p.Bound.HasValue() || p.Kind != growthKind {
		return c.say("highest-planned", put)
	}
	put["target"] = lead.r.plannedGrowth(*p)
	put["plan"] = c.say("planned", put)
	if top == lead || top.plan.Value.Equal(p.Value) {
		return put["plan"]
	}
	return c.say("planned-led", put)
}
