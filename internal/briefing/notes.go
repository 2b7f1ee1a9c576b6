package briefing

import (
	"slices"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// notesSection explains how figures were made, from what is really in the
// briefing, and names the sources.
func (c *composer) notesSection(blocks []Block) Section {
	s := Section{ID: "notes", Title: Text{ZH: "编制说明与资料来源", EN: "Notes and sources"}}
	n := &Notes{Title: Text{ZH: "编制说明", EN: "Notes on method"}}
	add := func(zhName, enName, zh, en string) {
		n.Items = append(n.Items, Bullet{Name: Text{ZH: zhName, EN: enName}, Text: Text{ZH: zh, EN: en}})
	}
	if c.d.Info.Illustrative {
		add("演示数据", "Illustrative data", "本简报的数据为演示而编造，不反映任何真实情况。", "The figures in this briefing are invented for illustration and describe nothing real.")
	}
	u := c.usage(blocks)
	c.growthNotes(u, add)
	c.periodNotes(u, add)
	c.targetNotes(add)
	if c.designated() {
		add("规模以上", "Above the designated size",
			"指达到国家统计制度规定规模标准的企业，标准因行业而异。",
			"Enterprises above the size thresholds of the national statistical system, which differ between industries.")
	}
	add("取舍", "Rounding", "显示的数值四舍五入，计算使用未经取舍的数据。", "Figures shown are rounded half away from zero; computations use unrounded figures.")
	c.markNotes(u, add)
	n.Items = append(n.Items, c.indicatorNotes()...)
	s.Blocks = append(s.Blocks, n)
	if src := c.sources(); src != nil {
		s.Blocks = append(s.Blocks, src)
	}
	return s
}

type note = func(zhName, enName, zh, en string)

// usage is what a briefing contains that needs a word of explanation.
type usage struct {
	marks    map[string]bool
	missing  bool
	computed bool
	real     []Text
	derived  bool
	gaps     bool
	trends   bool
	over     bool // comparisons over a year

	realParts bool // of what is in comparable prices, the parts are too
}

// real reports growth in comparable prices.
func (r *reading) real() bool {
	return r.pace.ok && r.pace.Prices == indicator.Real || r.run.ok && r.run.Prices == indicator.Real
}

func (c *composer) usage(blocks []Block) usage {
	u := usage{marks: map[string]bool{}}
	for _, b := range blocks {
		t, ok := b.(*Table)
		if !ok {
			continue
		}
		for _, r := range t.Rows {
			for _, cell := range r.Cells {
				for m := range strings.SplitSeq(cell.Mark, ",") {
					u.marks[m] = true
				}
				u.missing = u.missing || cell.Text == none.Text
			}
		}
	}
	for _, it := range c.items {
		r := it.r
		for _, f := range [...]fact{r.pace, r.run} {
			u.computed = u.computed || f.ok && f.Computed()
			u.over = u.over || f.ok
		}
		if whole := c.item(r.s.Parent); r.real() && whole != nil && whole.r.real() {
			u.realParts = true // said with the whole
		} else if r.real() {
			l := r.label()
			u.real = append(u.real, Text{ZH: l.ZH, EN: inside(l.EN)})
		}
		for i, f := range it.history.drawn().bars {
			u.derived = u.derived || f.ok && f.Formula == indicator.DifferenceOfCumulative
			u.gaps = u.gaps || !f.ok && i > 0
		}
		u.trends = u.trends || it.history.spark() != nil
		u.marks[mark(r.main())] = true
	}
	return u
}

func (c *composer) growthNotes(u usage, add note) {
	if u.over {
		zh, en := "同比指与上年同期相比。", "Year on year compares with the same period of the previous year. "
		if c.w.cal == byYear {
			zh, en = "增速指与上年相比。", "Growth compares with the previous year. "
		}
		if u.computed {
			zh += "增速以来源公布的为准；标c的由本简报按所列数值计算，金额类指标的为名义增速。"
			en += "Rates are those published in the source; those marked c are computed from the figures shown, and for amounts of money are in nominal terms. "
		} else {
			zh += "增速均为来源公布数。"
			en += "Rates are those published in the source. "
		}
		add("增长速度", "Growth", zh+"增速之差以百分点表示。", en+"Differences between rates are in percentage points.")
	}
	if len(u.real) > 0 {
		l := list(u.real)
		if u.realParts {
			l.ZH, l.EN = l.ZH+"（及其分项）", l.EN+" (and parts of it)"
		}
		add("可比价格", "Comparable prices",
			l.ZH+"的增速按可比价格计算，扣除价格变动，不能由现价数值推算。",
			"Growth in "+l.EN+" is at comparable prices, net of changes in prices, and cannot be derived from values at current prices.")
	}
	if u.trends {
		add("小图", "Small charts",
			"关键指标下的小图为近期走势：有增速的为增速，否则为指标值。",
			"The small chart with a key figure shows its recent course: the growth rate where there is one, else the figure itself.")
	}
}

func (c *composer) periodNotes(u usage, add note) {
	if u.derived {
		add("当期值", "Single periods",
			"来源只公布累计数的，当期值由相邻两期累计数相减得到；其中一期缺失，或仅一期经过修订的，不作推算。",
			"Where the source gives only figures for the year to date, the figure for one period is the difference of two of them; nothing is derived where one is missing or only one has been revised.")
	}
	if u.gaps {
		add("缺失数据", "Missing figures",
			"缺失的数据在图中留空，不作连线或估算。",
			"Charts leave a gap where a figure is missing; nothing is drawn across it or estimated.")
	}
	if rows := c.impliedRows(); len(rows) > 0 {
		base, year := years(rows)
		one := digits(ruleID, "1")
		add("按"+base+"年价格", "At "+base+" prices",
			year+"年的推算水平等于"+base+"年水平×（"+one+"＋增长目标），不含"+year+"年的价格变动。",
			"The level implied for "+year+" is that of "+base+" × ("+one+" + growth target); it leaves out changes in prices in "+year+".")
	}
}

// targetNotes says how an actual is judged.
func (c *composer) targetNotes(add note) {
	if len(c.measuredAny()) == 0 {
		return
	}
	zh, en := "", ""
	if len(c.measuredOn(onGrowth, onRate)) > 0 {
		zh += "实际与目标之差以百分点计。"
		en += "The gap to a target is in percentage points. "
	}
	if len(c.measuredOn(onOwn)) > 0 {
		zh += "各有单位的目标，差距以其单位计。"
		en += "For a target in a unit of its own it is in that unit. "
	}
	if c.boundUsually(indicator.About) {
		p := pointsOf(indicator.AboutTolerance)
		zh += "“左右”指上下" + p.ZH + "以内。"
		en += "“About” allows " + p.EN + " either way. "
	}
	if c.bound(indicator.Relative) {
		p := pointsOf(indicator.InStepTolerance)
		zh += "“同步”指与所参照指标的增速相差" + p.ZH + "以内。"
		en += "“In step” allows " + p.EN + " between the two growth rates. "
	}
	if len(c.measuredOn(onShare)) > 0 {
		p := pointsOf(indicator.ScheduleTolerance)
		zh += "总量目标以完成全年目标的比重与时间进度（已过月份占全年的比重）比较，相差" + p.ZH + "以内为相符。"
		en += "For a level, the share of the year's target reached is set against the share of the year elapsed; within " + p.EN + " it is on track. "
	}
	if limits(c.measuredOn(onShare)) > 0 {
		zh += "控制目标的用量快于时间进度为“快于进度”，超过上限为“超标”。"
		en += "A ceiling used up faster than the calendar is “ahead of pace”, beyond it “above limit”. "
	}
	if own := c.ownTolerances(); !own.IsZero() {
		zh += "另定容差的有：" + own.ZH + "。"
		en += "With tolerances of their own: " + own.EN + ". "
	}
	add("目标对比", "Against target", zh, strings.TrimSpace(en))
}

// pointsOf is a limit of the method in percentage points.
func pointsOf(v Decimal) Text {
	t := points(fact{Quantity: indicator.Quantity{Value: v}, places: -1})
	return Text{ZH: digits(ruleID, t.ZH), EN: digits(ruleID, t.EN)}
}

// boundUsually reports one that has no tolerance of its own.
func (c *composer) boundUsually(b indicator.Bound) bool {
	return slices.ContainsFunc(c.targeted(), func(it *item) bool {
		return it.measured() && it.target.Target.Bound == b && it.target.Target.Tolerance == nil
	})
}

// ownTolerances lists the targets whose source gives a tolerance.
func (c *composer) ownTolerances() Text {
	var names []Text
	for _, it := range c.targeted() {
		t := it.target.Target
		if !it.measured() || t.Tolerance == nil {
			continue
		}
		p := pointsOf(*t.Tolerance)
		if t.Kind == indicator.LevelTarget && !it.byShare() {
			p = same(marked.Number(ruleID, t.Tolerance.String()) + "%")
		}
		l := it.r.label()
		names = append(names, Text{ZH: l.ZH + "（" + p.ZH + "）", EN: inside(l.EN) + " (" + p.EN + ")"})
	}
	return list(names)
}

// bound reports a target of the reporting year that binds so and is judged.
func (c *composer) bound(b indicator.Bound) bool {
	for _, it := range c.targeted() {
		if it.measured() && it.target.Target.Bound == b {
			return true
		}
	}
	return false
}

// designated reports names that speak of enterprises above designated size.
func (c *composer) designated() bool {
	for _, it := range c.items {
		n := it.r.full()
		if strings.Contains(n.ZH, "规模以上") || strings.Contains(n.ZH, "规上") || strings.Contains(strings.ToLower(n.EN), "designated size") {
			return true
		}
	}
	return false
}

func (c *composer) markNotes(u usage, add note) {
	var zh, en []string
	for _, m := range [...]struct{ mark, zh, en string }{
		{"p", "p 初步数", "p preliminary"}, {"r", "r 修订数", "r revised"}, {"e", "e 估计数", "e estimated"}, {computedMark, "c 由本简报计算", "c computed"},
	} {
		if u.marks[m.mark] {
			zh, en = append(zh, m.zh), append(en, m.en)
		}
	}
	if u.missing {
		zh, en = append(zh, "— 无数据或不适用"), append(en, "— no figure, or not applicable")
	}
	if len(zh) > 0 {
		add("符号", "Symbols", joined(zh, "；")+"。", joined(en, "; ")+".")
	}
}

// indicatorNotes are the source's own notes on indicators, each note once.
func (c *composer) indicatorNotes() []Bullet {
	var texts []Text
	names := map[Text][]Text{}
	for _, it := range c.items {
		t := complete(it.r.s.Note)
		if t.IsZero() {
			continue
		}
		l := it.r.label()
		if names[t] == nil {
			texts = append(texts, t)
		} else {
			l.EN = inside(l.EN)
		}
		names[t] = append(names[t], l)
	}
	var out []Bullet
	for _, t := range texts {
		out = append(out, Bullet{Name: list(names[t]), Text: t})
	}
	return out
}

// sources names where the figures come from; nil where the source is silent.
func (c *composer) sources() *Notes {
	n := &Notes{Title: Text{ZH: "资料来源", EN: "Sources"}}
	if s := complete(c.d.Info.Source); !s.IsZero() {
		n.Items = append(n.Items, Bullet{Text: s})
	}
	if s := complete(c.d.Info.Contact); !s.IsZero() {
		n.Items = append(n.Items, Bullet{Name: Text{ZH: "联系方式", EN: "Contact"}, Text: s})
	}
	if len(n.Items) == 0 {
		return nil
	}
	return n
}
