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
	b.Headline = complete(info.Headline)
	if info.Headline.IsZero() {
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
// target, else the most telling finding; in a year of plans the leading target.
func (c *composer) headline() Text {
	lead := c.first()
	if lead == nil {
		return c.headlineWithoutFigures()
	}
	t := c.leadClause(lead)
	if plan := c.planClause(lead); !plan.IsZero() {
		return Text{ZH: t.ZH + "；" + plan.ZH, EN: t.EN + "; " + plan.EN}
	}
	if lead.finding.weight == turning && !lead.r.late && last(lead.history.line).at == lead.r.growth().at {
		return lead.finding.title // the news is of the leading figure itself
	}
	if c.surprise() == lead && c.turning() == nil && lead.target.Period == lead.r.growth().at {
		gap, side := gapUnit(lead), Text{ZH: "高于", EN: "above"}
		if gapOf(lead).Sign() < 0 {
			side = Text{ZH: "低于", EN: "below"}
		}
		return Text{ZH: t.ZH + "，" + side.ZH + "全年目标" + gap.ZH, EN: t.EN + ", " + gap.EN + " " + side.EN + " the target for the year"}
	}
	if news := c.news(lead); !news.IsZero() {
		return Text{ZH: t.ZH + "；" + news.ZH, EN: t.EN + "; " + inside(news.EN)}
	}
	return t
}

// headlineWithoutFigures speaks of the targets, if there are any.
func (c *composer) headlineWithoutFigures() Text {
	all, rows := c.planned(), c.planRows()
	switch {
	case len(rows) == 0 && len(all) == 0:
		return Text{ZH: "暂无可发布的数据", EN: "No figures are available yet"}
	case len(rows) == 0:
		return c.periodLine()
	case len(c.leaders(rows)) > 0:
		return c.planTitle(rows)
	}
	it, y, n := rows[0], num(c.planYear()), len(all)
	v, l := c.planCell(it).Text, it.r.label()
	t := Text{ZH: y + "年" + l.ZH + "预期" + v.ZH, EN: sentenceCase(v.EN) + " in " + inside(l.EN) + " is planned for " + y}
	if n > 1 {
		t.ZH += "，共设" + count(n).ZH + "项预期目标"
		t.EN += ", one of " + count(n).EN + " targets"
	}
	return t
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
			ch := r.change(g)
			t = Text{ZH: t.ZH + "，" + ch.after(r.w, g.at).ZH, EN: t.EN + ", " + ch.after(r.w, g.at).EN}
		}
		return t
	}
	ch := r.change(g)
	in := r.in(g.at)
	did := ch.clause(r.w, g.at, in)
	return Text{ZH: in.ZH + label.ZH + did.ZH, EN: sentenceCase(label.EN) + " " + did.EN}
}

// stated is a level as a statement: 2022年地区生产总值432.6亿元.
func (r *reading) stated(f fact, label Text) Text {
	a, in := r.amount(f), r.in(f.at)
	verb := r.verb(a, 0)
	if r.ratio() {
		return Text{ZH: in.ZH + label.ZH + "为" + a.ZH.String(), EN: sentenceCase(label.EN) + " stood at " + a.EN.String() + " " + in.EN}
	}
	return Text{ZH: in.ZH + label.ZH + a.ZH.String(), EN: sentenceCase(label.EN) + " " + verb + " " + in.EN}
}

// planClause is what is planned for the leading indicator, and what is planned
// to grow most.
func (c *composer) planClause(lead *item) Text {
	rows := c.planRows()
	if len(rows) == 0 {
		return Text{}
	}
	y := num(rows[0].plan.Year)
	top := rows[0]
	var t Text
	if p := lead.plan; p != nil && p.Bound.HasValue() && p.Kind == growthKind {
		g := lead.r.plannedGrowth(*p)
		t = Text{ZH: y + "年预期" + g.ZH, EN: g.EN + " is planned for " + y}
		if top == lead || top.plan.Value.Equal(p.Value) {
			return t
		}
	}
	n, v := top.r.label(), top.r.aimed(*top.plan, top.plan.Value).plain()+"%"
	if t.IsZero() {
		return Text{ZH: y + "年" + n.ZH + "预期增速最高，为" + v, EN: "among the targets for " + y + ", " + inside(n.EN) + " aims highest, at " + v}
	}
	return Text{ZH: t.ZH + "，" + n.ZH + "以" + v + "的目标领先", EN: t.EN + ", with " + inside(n.EN) + " aiming highest at " + v}
}

// turning is the item that has just turned to decline or growth, one with a
// target before others; nil where none has.
func (c *composer) turning() *item {
	var best *item
	for _, it := range c.items {
		if it.found && !it.r.late && it.finding.weight == turning && (best == nil || best.target == nil && it.target != nil) {
			best = it
		}
	}
	return best
}

// news is the most telling finding beside the leading indicator's own rate.
func (c *composer) news(lead *item) Text {
	best := c.turning()
	if best != nil {
		return best.finding.title
	}
	if it := c.surprise(); it != nil && it != lead {
		return c.againstTitle(it)
	}
	for _, it := range c.items {
		if it != lead && it.found && !it.r.late && it.finding.weight >= moved && (best == nil || it.finding.weight > best.finding.weight) {
			best = it
		}
	}
	if best != nil {
		return best.finding.title
	}
	return Text{}
}
