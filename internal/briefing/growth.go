package briefing

import (
	"slices"
	"sort"
	"strings"

	"jianbao/internal/indicator"
)

// minHistory is the fewest values that are worth a chart over time.
const minHistory = 3

// GrowthFigure begins the id of the figure of one indicator.
const GrowthFigure = "growth-"

// figure draws a history: levels as bars and the rate as a line; nil where
// there is too little to draw.
func (h *history) figure(c *composer) *Figure {
	d := h.drawn()
	if known(d.bars) < minHistory && known(d.line) < minHistory {
		return nil
	}
	r := h.r
	chart := &Growth{Slots: d.slots(), Since: d.since()}
	if known(d.bars) > 0 {
		u := r.levelUnit(d.bars)
		for _, f := range d.bars {
			chart.Bars = append(chart.Bars, d.level(f, u))
		}
		chart.BarUnit, chart.BarName = unitText(u), d.barName()
		if slices.ContainsFunc(d.steps, d.joint) {
			chart.BarName = Text{ZH: chart.BarName.ZH + "，" + num(1) + "—" + num(2) + "月合计", EN: chart.BarName.EN + ", Jan–Feb together"}
		}
	}
	if known(d.line) > 0 {
		chart.Line = d.rates()
		chart.LineName = d.lineName()
		if d.ratio && r.s.IndexBase() != indicator.NoCompare {
			chart.LineBase = 100
		}
	}
	chart.Target = c.targetMark(d)
	f := &Figure{ID: GrowthFigure + r.s.ID, Title: h.title(), Chart: chart}
	f.Description = d.description()
	f.Alone = joinTexts("，", ", ", []Text{f.Description, chart.Since})
	f.Alt = d.alt()
	return f
}

// since says from when on a history is drawn that goes back further.
func (h *history) since() Text {
	if !h.cut || len(h.steps) == 0 {
		return Text{}
	}
	return h.r.since(h.steps[0])
}

// since is 2009年以来; of months and quarters, from the start of their year where
// that is when they begin.
func (r *reading) since(p Period) Text {
	t := r.whenFull(p)
	if y := num(p.To.Year()); p.From.Of() == 1 && r.w.cal != byYear {
		t = Text{ZH: y + "年", EN: "the start of " + y}
	}
	return Text{ZH: t.ZH + "以来", EN: "since " + t.EN}
}

// newestOnly says from when on the last n steps are drawn, where there are more.
func (h *history) newestOnly(n int) Text {
	if n >= len(h.steps) {
		return Text{}
	}
	return h.r.since(h.steps[len(h.steps)-n])
}

func (h *history) title() Text {
	if f, ok := h.find(); ok {
		return f.title
	}
	return h.r.label()
}

func (h *history) slots() []Slot {
	var out []Slot
	for _, p := range h.steps {
		out = append(out, h.r.w.slotOf(p))
	}
	return out
}

// rates are the line as values to draw, each with its label.
func (h *history) rates() []Datum {
	var out []Datum
	for _, f := range h.line {
		label := same(f.signed() + "%")
		if h.ratio {
			label = h.ratioLabel(f)
		}
		out = append(out, h.datum(f, label))
	}
	return out
}

// ratioLabel is a rate or an index as it is labelled.
func (h *history) ratioLabel(f fact) Text {
	if h.r.s.Unit.IsPercent() {
		return same(f.plain() + "%")
	}
	return f.number()
}

func (h *history) barName() Text {
	r := h.r
	switch {
	case r.stock() && r.w.cal == byYear:
		return Text{ZH: "年末值", EN: "year-end value"}
	case r.stock():
		return Text{ZH: "期末值", EN: "end-of-period value"}
	case r.w.cal == byYear:
		return Text{ZH: "全年值", EN: "annual value"}
	case r.w.cal == byQuarter:
		return Text{ZH: "当季值", EN: "quarterly value"}
	}
	return Text{ZH: "当月值", EN: "monthly value"}
}

func (h *history) lineName() Text {
	r := h.r
	if h.ratio {
		if r.s.Measure == indicator.Index {
			return Text{ZH: "指数", EN: "index"}
		}
		return unitText(r.s.Unit)
	}
	c := r.change(newest(h.line))
	b := r.w.base(h.steps[len(h.steps)-1], c.compare)
	switch {
	case h.run:
		return Text{ZH: "累计" + b.ZH + "（%）", EN: "year to date, " + b.over + " (%)"}
	case r.w.cal == byYear:
		return Text{ZH: "比上年增长（%）", EN: "over the previous year (%)"}
	}
	return Text{ZH: b.ZH + "（%）", EN: b.over + " (%)"}
}

// description says what is drawn and in which unit.
func (h *history) description() Text {
	r := h.r
	n := r.name()
	u := unitText(r.levelUnit(h.bars))
	switch {
	case h.ratio && u.IsZero(), h.bars == nil && !h.ratio:
		return n
	case u.IsZero():
		return n
	}
	return Text{ZH: n.ZH + "（" + u.ZH + "）", EN: n.EN + " (" + u.EN + ")"}
}

// alt is the history in words: from where to where, the extremes, the latest.
func (h *history) alt() Text {
	r := h.r
	n := r.label()
	fs, what := h.line, h.lineName()
	rate := !h.ratio
	if known(fs) == 0 {
		fs, what, rate = h.bars, h.barName(), false
	}
	say := func(f fact) Text {
		if rate {
			return same(f.signed() + "%")
		}
		return r.amount(f).text()
	}
	var lo, hi, now fact
	for _, f := range fs {
		if !f.ok {
			continue
		}
		if !lo.ok || f.Value.LessThan(lo.Value) {
			lo = f
		}
		if !hi.ok || f.Value.GreaterThan(hi.Value) {
			hi = f
		}
		now = f
	}
	first, newest := 0, len(h.steps)-1 // of the line, which may begin later than its levels
	for first < newest && !fs[first].ok {
		first++
	}
	for newest > first && !fs[newest].ok {
		newest--
	}
	from, to := r.whenFull(h.steps[first]), r.whenFull(h.steps[newest])
	if h.ratio {
		what = Text{ZH: "各期值", EN: "each period"}
	}
	extremes := Text{ZH: "最低" + say(lo).ZH + "（" + r.whenFull(lo.at).ZH + "），最高" + say(hi).ZH + "（" + r.whenFull(hi.at).ZH + "），", EN: "lowest " + say(lo).EN + " (" + r.whenFull(lo.at).EN + "), highest " + say(hi).EN + " (" + r.whenFull(hi.at).EN + "), "}
	if lo.ok && lo.shown().Equal(hi.shown()) { // as far as is shown
		extremes = Text{}
	}
	t := Text{
		ZH: n.ZH + "，" + what.ZH + "，" + from.ZH + "至" + to.ZH + "：" + extremes.ZH + "最新" + say(now).ZH + "（" + r.whenFull(now.at).ZH + "）",
		EN: n.EN + ", " + what.EN + ", " + from.EN + " to " + to.EN + ": " + extremes.EN + "latest " + say(now).EN + " (" + r.whenFull(now.at).EN + ")",
	}
	if known(h.bars) > 0 && rate {
		if b := last(h.bars); b.ok {
			a := r.amount(b).text()
			t.ZH += "；最新" + h.barName().ZH + a.ZH
			t.EN += "; latest " + h.barName().EN + " " + a.EN
		}
	}
	if miss := gaps(fs); miss > 0 {
		t.ZH += "；缺" + h.span(miss).ZH + "数据"
		t.EN += "; " + h.span(miss).EN + " missing"
	}
	return Text{ZH: t.ZH + "。", EN: t.EN + "."}
}

// gaps counts the steps without a number between those that have one.
func gaps(fs []fact) int {
	has := func(f fact) bool { return f.ok }
	first := slices.IndexFunc(fs, has)
	for len(fs) > 0 && !last(fs).ok {
		fs = fs[:len(fs)-1]
	}
	return len(fs) - max(first, 0) - known(fs)
}

// targetMark is the growth target across a growth panel, where the line is
// what the target speaks of.
func (c *composer) targetMark(h *history) *TargetMark {
	it := c.item(h.r.s.ID)
	if it == nil || it.target == nil {
		return nil
	}
	t := it.target.Target
	if !t.Bound.HasValue() || known(h.line) == 0 || (t.Kind == growthKind) == h.ratio {
		return nil
	}
	m := &TargetMark{Value: float(t.Value), Label: c.markLabel(h.r, t)}
	if t.Bound == indicator.Between {
		upper := float(t.Upper)
		m.To = &upper
	}
	return m
}

// growthGrid is the histories of indicators that are in no other figure, as small multiples that share
// the scale of growth where their ranges are alike.
func (c *composer) growthGrid(skip string, in map[*item]bool) *FigureGrid {
	var figures []Figure
	for _, it := range c.items {
		if f := it.history.figure(c); f != nil && f.ID != skip && !in[it] {
			figures = append(figures, *f)
		}
	}
	if len(figures) == 0 {
		return nil
	}
	shareScale(figures)
	return &FigureGrid{Description: gridDescription(figures), Figures: figures}
}

// shareScale gives growth panels one scale, except those whose rates are so
// much larger that most others would be flat.
func shareScale(figures []Figure) {
	type extent struct {
		g        *Growth
		min, max float64
	}
	var all []extent
	for i := range figures {
		g, ok := figures[i].Chart.(*Growth)
		if !ok || len(g.Line) == 0 || isUnit(g.LineName) {
			continue
		}
		e := extent{g: g}
		see := func(v float64) { e.min, e.max = min(e.min, v), max(e.max, v) }
		for _, d := range g.Line {
			if !d.Missing {
				see(d.Value)
			}
		}
		if g.Target != nil {
			lo, hi := g.Target.Ends()
			see(lo)
			see(hi)
		}
		all = append(all, e)
	}
	if len(all) < 2 {
		return
	}
	size := func(e extent) float64 { return max(e.max, -e.min) }
	sort.SliceStable(all, func(i, j int) bool { return size(all[i]) < size(all[j]) })
	limit := 2.5 * size(all[(len(all)-1)/2])
	var lo, hi float64
	for _, e := range all {
		if size(e) <= limit {
			lo, hi = min(lo, e.min), max(hi, e.max)
		}
	}
	for _, e := range all {
		if size(e) <= limit {
			e.g.LineMin, e.g.LineMax = lo, hi
		}
	}
}

// gridDescription names bars, lines and marks once for all figures; a figure
// whose line is another than that of most says so itself.
func gridDescription(figures []Figure) Text {
	bars := tallyOf(figures, (*Growth).barsNamed)
	lines := tallyOf(figures, func(g *Growth) Text {
		if len(g.Line) == 0 {
			return Text{}
		}
		return g.LineName
	})
	since := tallyOf(figures, func(g *Growth) Text { return g.Since })
	targets := false
	for i := range figures {
		g, ok := figures[i].Chart.(*Growth)
		if !ok {
			continue
		}
		targets = targets || g.Target != nil
		d := &figures[i].Description
		figures[i].Alone = joinTexts("；", "; ", []Text{figures[i].Alone, keyOf(g.barsNamed(), g.lineNamed(), g.Target != nil)})
		*d = joinTexts("，", ", ", []Text{*d, unless(g.Since, since)})
		*d = joinTexts("；", "; ", []Text{*d, keyOf(unless(g.barsNamed(), bars), unless(g.lineNamed(), lines), false)})
	}
	return sentenceOf(joinTexts("；", "; ", []Text{since, keyOf(bars, lines, targets)}))
}

func (g *Growth) barsNamed() Text {
	if len(g.Bars) == 0 {
		return Text{}
	}
	return g.BarName
}

// lineNamed is the name of the line, unless it is of a rate itself, which the
// figure has named already.
func (g *Growth) lineNamed() Text {
	if len(g.Line) == 0 || isUnit(g.LineName) {
		return Text{}
	}
	return g.LineName
}

func unless(t, usual Text) Text {
	if t == usual {
		return Text{}
	}
	return t
}

func sentenceOf(t Text) Text { return Text{ZH: t.ZH, EN: sentenceCase(t.EN)} }

// keyOf says what bars, lines and marks are; what has no name is not there.
func keyOf(bars, lines Text, targets bool) Text {
	var parts []Text
	if !bars.IsZero() {
		parts = append(parts, Text{ZH: "柱：" + bars.ZH, EN: "bars: " + bars.EN})
	}
	if !lines.IsZero() && !isUnit(lines) {
		parts = append(parts, Text{ZH: "线：" + lines.ZH, EN: "line: " + lines.EN})
	}
	if targets {
		parts = append(parts, Text{ZH: "虚线：全年目标", EN: "dashed: target for the year"})
	}
	return joinTexts("；", "; ", parts)
}

// isUnit reports the name of a line that shows a rate itself, whose figure has
// said it already.
func isUnit(t Text) bool { return !strings.Contains(t.ZH, "（") }

// tallyOf is the name that most figures share; the first of equals.
func tallyOf(figures []Figure, name func(*Growth) Text) Text {
	n := map[Text]int{}
	var best Text
	for _, f := range figures {
		g, ok := f.Chart.(*Growth)
		if !ok {
			continue
		}
		if t := name(g); !t.IsZero() {
			n[t]++
		}
	}
	for _, f := range figures {
		if g, ok := f.Chart.(*Growth); ok {
			if t := name(g); n[t] > n[best] {
				best = t
			}
		}
	}
	return best
}
