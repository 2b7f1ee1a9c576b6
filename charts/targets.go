package charts

import (
	"image/color"
	"slices"
	"strings"

	"jianbao/internal/briefing"
	"jianbao/internal/indicator"
)

// targets is a bullet for each indicator: the actual as a bar, the target as a
// mark on the same scale, and in words how far apart they are.
type targets struct {
	*rows
	c       *briefing.Targets
	aims    []aim
	actuals []block
	elapsed block
	own     []scale // of each row, where rows have scales of their own
	met     []band  // of each row
}

// aim is where a target is drawn and what is printed above it.
type aim struct {
	known  bool
	lo, hi float64 // equal but for a range
	label  block
}

const (
	bulletHeight = 9.0
	markHeight   = 13.0
	capReach     = 5.0 // of the point at a ceiling's mark, towards where the actual should stay
)

func newTargets(c *briefing.Targets, w float64, t *typist) *targets {
	names := make([]briefing.Text, len(c.Rows))
	for i, r := range c.Rows {
		names[i] = r.Name
	}
	g := &targets{c: c, aims: make([]aim, len(c.Rows)), actuals: make([]block, len(c.Rows))}
	g.rows = newRows(t, w, names, func(i int, width float64) block { return status(t, c.Rows[i], width) })
	if c.Form == briefing.FormDumbbells {
		g.left, g.right = max(g.left, dumbbellDot), min(g.right, w-dumbbellDot)
	}
	tips := make([]tip, 0, 2*len(c.Rows))
	data := make([]briefing.Datum, 0, 3*len(c.Rows)+1) // one for the time elapsed
	for _, r := range c.Rows {
		if indicator.Bound(r.Bound) == indicator.AtMost && has(r.Target) && (r.Target.Value <= 0 || c.Form == briefing.FormDumbbells) {
			g.left = max(g.left, capReach) // its mark points to the left of the scale
		}
	}
	for i, r := range c.Rows {
		if has(r.Actual) {
			g.actuals[i] = g.number(r.Actual.Label, t.value(t.theme.Ink))
		}
		g.aims[i] = g.aim(i)
		data = append(data, r.Actual, r.Target)
		if indicator.Bound(r.Bound) == indicator.Between {
			data = append(data, r.Upper)
		}
		if w := g.actuals[i].w; w > 0 {
			tips = append(tips, g.tip(i, w+tipGap+markWidth))
		}
	}
	switch lo, hi := span(data...); c.Form {
	case briefing.FormApart:
		g.setApart(tips)
	case briefing.FormDumbbells:
		lo, hi = reachOf(data)
		if c.Min != 0 || c.Max != 0 {
			lo, hi = min(lo, c.Min), max(hi, c.Max)
		}
		g.fitSpan(lo, hi, tips, c.Unit)
	default:
		if c.Elapsed != nil {
			data = append(data, *c.Elapsed)
			lo, hi = span(data...)
		}
		g.fit(min(lo, c.Min), max(hi, c.Max), tips, c.Unit)
	}
	if slices.ContainsFunc(g.aims, func(a aim) bool { return a.known }) {
		g.setKey()
	}
	g.setBands()
	if e := c.Elapsed; e != nil && has(*e) && c.Form == briefing.FormBullets {
		g.elapsed = t.run(elapsedLabel(e.Label), t.minor().in(t.theme.Ink), w)
		g.head = g.elapsed.h + 2
	}
	for i := range g.items {
		g.items[i].lane = max(markHeight, g.actuals[i].h)
		if h := g.aims[i].label.h; h > 0 {
			g.items[i].lane += h
		}
	}
	return g
}

// elapsedLabel gives a bare percentage its words.
func elapsedLabel(x briefing.Text) briefing.Text {
	if x.ZH != "" && wordless(x.ZH) {
		x.ZH = "时间进度" + x.ZH
	}
	if x.EN != "" && wordless(x.EN) {
		x.EN = "year elapsed " + x.EN
	}
	return x
}

// status is the column on the right: shape and word in the colour of the
// status, then the gap.
func status(t *typist, r briefing.TargetRow, width float64) block {
	tone, word := r.Tone, r.Status
	if word.IsZero() && !has(r.Actual) {
		tone, word = briefing.Quiet, noData
	}
	st := t.main().in(t.theme.tone(tone))
	st.size = 8
	var b block
	if first, second := t.words(word); first != "" {
		b = t.plain(shaped(tone, t.joined(word)), st)
		if b.w > width {
			b = block{}
			b.add(t, shaped(tone, first), st, width)
			b.add(t, second, st, width)
		}
	}
	b.stack(t.pair(r.Gap, t.minor().in(t.theme.Ink), t.minor(), width), 0)
	return b
}

// shaped puts the shape of a tone before its word.
func shaped(tone briefing.Tone, s string) string {
	shape := map[briefing.Tone]string{briefing.Ahead: "▲", briefing.OnTrack: "●", briefing.Behind: "▼", briefing.Quiet: "○"}[tone]
	if shape == "" || strings.ContainsAny(s, "▲●▼○") {
		return s
	}
	return shape + " " + s
}

// aim finds the place of row i's target and words its label.
func (g *targets) aim(i int) aim {
	r := g.c.Rows[i]
	label := r.Target.Label
	a := aim{}
	switch bound := indicator.Bound(r.Bound); {
	case bound == indicator.Relative:
		if r.Ref < 0 || r.Ref >= len(g.c.Rows) {
			break
		}
		ref := g.c.Rows[r.Ref]
		if label.IsZero() {
			label = inStep(ref.Name)
		}
		if has(ref.Actual) {
			a = aim{known: true, lo: ref.Actual.Value, hi: ref.Actual.Value}
		}
	case !has(r.Target):
	case bound == indicator.Between && has(r.Upper):
		a = aim{known: true, lo: min(r.Target.Value, r.Upper.Value), hi: max(r.Target.Value, r.Upper.Value)}
		label = between(r.Target.Label, r.Upper.Label)
	default:
		a = aim{known: true, lo: r.Target.Value, hi: r.Target.Value}
		if bound == indicator.AtMost {
			label = bounded("≤", label)
		}
	}
	a.label = g.t.run(label, g.t.minor().in(g.t.theme.Target), g.right-g.left)
	return a
}

// between joins the two ends of a range, unless the first says it all.
func between(from, to briefing.Text) briefing.Text {
	if strings.ContainsAny(from.ZH+from.EN, "—–~～") {
		return from
	}
	var x briefing.Text
	if from.ZH != "" {
		x.ZH = from.ZH + "—" + to.ZH
	}
	if from.EN != "" {
		x.EN = from.EN + "–" + to.EN
	}
	return x
}

// inStep words a relative target that brings no words of its own.
func inStep(name briefing.Text) briefing.Text {
	var x briefing.Text
	if name.ZH != "" {
		x.ZH = "与" + name.ZH + "同步"
	}
	if name.EN != "" {
		x.EN = "in step with " + name.EN
	}
	return x
}

// bounded puts a sign before bare numbers.
func bounded(sign string, x briefing.Text) briefing.Text {
	for _, s := range []*string{&x.ZH, &x.EN} {
		if *s != "" && wordless(*s) && !strings.ContainsAny(*s, "≤≥≈") {
			*s = sign + *s
		}
	}
	return x
}

func (g *targets) draw(p *pen, at box) {
	s := g.spread(at)
	g.drawScale(p, s)
	if g.c.Form == briefing.FormDumbbells {
		g.drawTracks(p, s)
	}
	if !g.elapsed.empty() {
		x := g.x(s, g.c.Elapsed.Value)
		g.upright(s, x, func(a, b point) { p.dashed(p.t.theme.Secondary, 0.8, a, b) })
		left := min(max(x-g.elapsed.w/2, at.x0), at.x1-g.elapsed.w)
		p.text(g.elapsed, left, at.y1, 0)
	}
	for i, r := range g.c.Rows {
		y := g.bulletY(s, i)
		if b := g.met[i]; b.known {
			p.band(box{s.x0 + b.x0, y - markHeight/2, s.x0 + b.x1, y + markHeight/2})
		}
		if a := g.aims[i]; a.known && a.hi > a.lo {
			half := markHeight/2 - 1.5
			p.rect(tint(p.t.theme.Target, p.t.theme.Paper, rangeTint), box{g.at(s, i, a.lo), y - half, g.at(s, i, a.hi), y + half})
		}
		switch {
		case g.c.Form == briefing.FormDumbbells:
			g.drawBond(p, s, i, y)
		case has(r.Actual):
			p.bar(p.t.theme.Bar, box{g.at(s, i, 0), y - bulletHeight/2, g.at(s, i, r.Actual.Value), y + bulletHeight/2}, r.Actual.Preliminary)
		}
	}
	g.drawStart(p, s)
	for i := range g.c.Rows {
		g.drawWords(p, s, i)
		g.drawAim(p, s, i)
		g.drawActual(p, s, i)
	}
}

// bulletY is the middle of the bar: the lower part of the lane, the label of
// the target having the upper.
func (g *targets) bulletY(s spread, i int) float64 {
	return s.lanes[i] - g.aims[i].label.h/2
}

func (g *targets) drawAim(p *pen, s spread, i int) {
	a, y := g.aims[i], g.bulletY(s, i)
	red := p.t.theme.Target
	x0, x1 := g.at(s, i, a.lo), g.at(s, i, a.hi)
	if !a.known {
		x0 = g.at(s, i, 0) + tipGap + a.label.w/2
		x1 = x0
	}
	left := min(max((x0+x1)/2-a.label.w/2, s.x0+g.left), s.x0+g.right-a.label.w)
	top := s.lanes[i] + g.items[i].lane/2
	p.over(a.label, left, top, 0)
	if !a.known {
		return
	}
	half := markHeight / 2
	tick := func(x float64) {
		p.rect(red, box{x - markWidth/2, y - half, x + markWidth/2, y + half})
	}
	switch indicator.Bound(g.c.Rows[i].Bound) {
	case indicator.Between:
		p.frame(red, 0.9, box{x0, y - half + 1.5, max(x1, x0+1), y + half - 1.5}, false)
		tick(x0)
		tick(x1)
	case indicator.Relative:
		p.dashed(red, markWidth, point{x0, y - half}, point{x0, y + half})
	case indicator.AtMost:
		tick(x0)
		p.fill(red, point{x0 - capReach, y + half - 2}, point{x0, y + half + 0.6}, point{x0, y + half - 4.6})
	default:
		tick(x0)
	}
}

// drawActual prints the actual at the end of its bar. Where the target's mark
// would stand in the number, it goes inside the bar; past the mark only where
// the bar is too short.
func (g *targets) drawActual(p *pen, s spread, i int) {
	d, l := g.c.Rows[i].Actual, g.actuals[i]
	if l.empty() {
		return
	}
	y := g.bulletY(s, i) + l.centre()
	zero, end := g.at(s, i, 0), g.at(s, i, d.Value)
	m0, m1 := g.at(s, i, g.aims[i].lo)-markWidth, g.at(s, i, g.aims[i].hi)+markWidth
	if indicator.Bound(g.c.Rows[i].Bound) == indicator.AtMost {
		m0 -= capReach - markWidth
	}
	free := func(x0, x1 float64) bool { return !g.aims[i].known || m1 < x0-1 || m0 > x1+1 }
	outwards, align := tipGap, 0.0
	if g.c.Form == briefing.FormDumbbells {
		outwards += dumbbellDot - 1
	}
	past := m1 + tipGap - markWidth
	if g.leftward(i) {
		outwards, align, past = -outwards, 1, m0-tipGap+markWidth
	}
	x := end + outwards
	if e := l.extent(x, y, align); free(e.x0, e.x1) {
		g.overBand(p, s, i, l, x, y, align)
		return
	}
	in := end - outwards/2
	e := l.extent(in, y, 1-align)
	if g.c.Form != briefing.FormDumbbells && l.low() && e.x0 > min(zero, end)+1 && e.x1 < max(zero, end)-1 && free(e.x0, e.x1) {
		p.text(l, in, y, 1-align)
		return
	}
	g.overBand(p, s, i, l, past, y, align)
}

// low reports a label that a bar is high enough to hold: one line, and small
// where it has letters that reach below the line.
func (b block) low() bool {
	if len(b.lines) != 1 {
		return false
	}
	if b.lines[0].style.size <= sizeMinor {
		return true
	}
	for _, p := range b.lines[0].line.Pieces {
		if !wordless(p.Text) {
			return false
		}
	}
	return true
}

// tint is a colour thinned towards paper.
func tint(c, paper color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*share + float64(b)*(1-share) + 0.5) }
	return color.RGBA{mix(c.R, paper.R), mix(c.G, paper.G), mix(c.B, paper.B), 0xFF}
}
