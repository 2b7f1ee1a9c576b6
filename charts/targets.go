package charts

import (
	"image/color"
	"math"
	"strings"
	"unicode"

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
	column  float64 // right edge of the numbers
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
	valueGap     = 8.0
	valueShare   = 0.34 // of the lanes, at most, for the column of numbers
	capReach     = 5.0  // of the point at a ceiling's mark, towards where the actual should stay
)

func newTargets(c *briefing.Targets, w float64, t *typist) *targets {
	names := make([]briefing.Text, len(c.Rows))
	for i, r := range c.Rows {
		names[i] = r.Name
	}
	g := &targets{c: c, aims: make([]aim, len(c.Rows)), actuals: make([]block, len(c.Rows))}
	set := map[verdict]block{}
	g.rows = newRows(t, w, names, func(i int, width float64) block { return status(t, c.Rows[i], width, set) })
	g.first, g.end = c.Part.Of(len(c.Rows))
	for _, r := range c.Rows {
		if flagged(r) {
			g.left = max(g.left, capReach) // its mark points to the left of the scale
		}
	}
	g.setActuals()
	data := make([]briefing.Datum, 0, 3*len(c.Rows)+1) // one for the time elapsed
	for i, r := range c.Rows {
		g.aims[i] = g.aim(i)
		data = append(data, r.Actual, r.Target)
		if indicator.Bound(r.Bound) == indicator.Between {
			data = append(data, r.Upper)
		}
	}
	switch c.Form {
	case briefing.FormApart:
		g.setApart()
	case briefing.FormDumbbells:
		lo, hi := reachOf(data)
		if c.Reach > 0 {
			lo, hi = min(lo, -c.Reach), max(hi, c.Reach)
		}
		g.fitSpan(lo, hi, 3*nearTick, nil, c.Unit)
		g.noteStart()
	default:
		if c.Elapsed != nil {
			data = append(data, *c.Elapsed)
		}
		lo, hi := span(data...)
		g.fitSpan(min(lo, 0), max(hi, 0), 3*nearTick, nil, c.Unit)
	}
	g.foot.stack(preliminaryNote(t, w, data), 0)
	g.beneath = g.beneath || g.foot.w > g.left-columnGap+2
	g.setBands()
	g.setKeys(g.marks())
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

// setActuals sets the numbers of the actuals in a column of their own, where the
// eye compares them and no mark of a target stands in their way.
func (g *targets) setActuals() {
	if g.c.Form == briefing.FormDumbbells {
		g.left, g.right = max(g.left, dumbbellDot), min(g.right, g.w-dumbbellDot)
	}
	widest := 0.0
	for i, r := range g.c.Rows {
		if has(r.Actual) {
			g.actuals[i] = g.t.number(r.Actual.Label, g.t.value(g.t.theme.Ink), valueShare*(g.right-g.left))
			widest = max(widest, g.actuals[i].w)
		}
	}
	if g.column = g.right; widest > 0 {
		g.right -= widest + valueGap
	}
}

// flagged reports a ceiling that is shown by its mark alone.
func flagged(r briefing.TargetRow) bool {
	return indicator.Bound(r.Bound) == indicator.AtMost && has(r.Target) && r.Met == nil
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
func status(t *typist, r briefing.TargetRow, width float64, set map[verdict]block) block {
	v := verdict{r.Tone, r.Status, width}
	if r.Status.IsZero() && !has(r.Actual) {
		v.tone, v.word = briefing.Quiet, noData
	}
	b, ok := set[v]
	if !ok {
		b = v.block(t)
		set[v] = b
	}
	b.lines = b.lines[:len(b.lines):len(b.lines)] // others share them
	b.stack(t.pair(r.Gap, t.minor().in(t.theme.Ink), t.minor(), width), 0)
	return b
}

// verdict is a status as it is set; most rows share one of few.
type verdict struct {
	tone  briefing.Tone
	word  briefing.Text
	width float64
}

func (v verdict) block(t *typist) block {
	st := t.main().in(t.theme.tone(v.tone))
	st.size = 8
	var b block
	if first, second := t.words(v.word); first != "" {
		b = t.plain(shaped(v.tone, t.joined(v.word)), st)
		if b.w > v.width {
			b = block{}
			b.add(t, shaped(v.tone, first), st, v.width)
			b.add(t, second, st, v.width)
		}
	}
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
		at := r.Target
		if r.Ref >= 0 && r.Ref < len(g.c.Rows) {
			ref := g.c.Rows[r.Ref]
			if label.IsZero() {
				label = inStep(ref.Name)
			}
			if !has(at) {
				at = ref.Actual
			}
		}
		if has(at) {
			a = aim{known: true, lo: at.Value, hi: at.Value}
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
		x.EN = "in step with " + lowered(name.EN)
	}
	return x
}

// lowered is a name inside a sentence: its first letter small, unless it begins
// with an abbreviation.
func lowered(s string) string {
	r := []rune(s)
	if len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
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
	for i := g.first; i < g.end; i++ {
		r, y := g.c.Rows[i], g.bulletY(s, i)
		if b := g.met[i]; b.known {
			p.band(box{s.x0 + b.x0, y - markHeight/2, s.x0 + b.x1, y + markHeight/2}, b.open0, b.open1)
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
	if !g.elapsed.empty() {
		x := g.x(s, g.c.Elapsed.Value)
		g.upright(s, x, func(a, b point) { p.dashed(p.t.theme.Ink, 0.8, a, b) })
		left := min(max(x-g.elapsed.w/2, at.x0), at.x1-g.elapsed.w)
		p.text(g.elapsed, left, at.y1, 0)
	}
	for i := g.first; i < g.end; i++ {
		g.drawWords(p, s, i)
		g.drawAim(p, s, i)
		p.text(g.actuals[i], s.x0+g.column, g.bulletY(s, i)+g.actuals[i].centre(), 1)
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
	p.over(a.label, g.labelLeft(s, i, (x0+x1)/2), s.lanes[i]+g.items[i].lane/2, 0)
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
	default:
		tick(x0)
		if flagged(g.c.Rows[i]) {
			p.fill(red, point{x0 - capReach, y + half - 2}, point{x0, y + half + 0.6}, point{x0, y + half - 4.6})
		}
	}
}

// labelLeft is where the label of row i's target starts: over its mark, but clear
// of the line that bars start from where there is room beside it.
func (g *targets) labelLeft(s spread, i int, x float64) float64 {
	w := g.aims[i].label.w
	from, to := s.x0+g.left, s.x0+g.right
	left := min(max(x-w/2, from), to-w)
	zero := g.at(s, i, 0)
	if g.own != nil || math.Abs(x-zero) < 1 || zero < left-1 || zero > left+w+1 || zero < from {
		return left
	}
	switch {
	case x >= zero && to-w > zero+2:
		return zero + 2
	case x < zero && from+w < zero-2:
		return zero - 2 - w
	}
	return left
}

// tint is a colour thinned towards paper.
func tint(c, paper color.RGBA, share float64) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*share + float64(b)*(1-share) + 0.5) }
	return color.RGBA{mix(c.R, paper.R), mix(c.G, paper.G), mix(c.B, paper.B), 0xFF}
}
