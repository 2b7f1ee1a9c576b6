package charts

import "jianbao/internal/briefing"

// implied is a pair of bars for each row: the base year's level, and the level
// that the growth target implies. Growth leads from one to the other: it stands
// at a bracket at their ends.
type implied struct {
	*rows
	c            *briefing.Implied
	base, target []block
	growth       []block
	keys         []block
	keyAt        []point // of each key's square, from the top left
	pitch        float64
}

const (
	pairBar    = 8.5
	bracket    = 3.0  // its width
	bracketGap = 4.0  // before and behind it
	mostGrowth = 0.25 // of the width
)

func newImplied(c *briefing.Implied, w float64, t *typist) *implied {
	names := make([]briefing.Text, len(c.Rows))
	for i, r := range c.Rows {
		names[i] = r.Name
	}
	g := &implied{c: c, pitch: pairBar + 1.5}
	g.rows = newRows(t, w, names, nil)
	side := 0.0
	for _, r := range c.Rows {
		b := t.pair(r.Growth, t.latest(), t.minor(), mostGrowth*(g.right-g.left))
		g.growth = append(g.growth, b)
		if b.w > 0 {
			side = max(side, b.w+bracket+2*bracketGap)
		}
	}
	end := g.right // of the chart
	g.right -= side
	tips := make([]tip, 0, 2*len(c.Rows))
	data := make([]briefing.Datum, 0, 2*len(c.Rows))
	for _, r := range c.Rows {
		b, a := g.end(r.Base), g.end(r.Target)
		g.base, g.target = append(g.base, b), append(g.target, a)
		g.pitch = max(g.pitch, b.h+0.6, a.h+0.6)
		data = append(data, r.Base, r.Target)
		tips = append(tips, tip{value: placedAt(r.Base), width: b.w + tipGap}, tip{value: placedAt(r.Target), width: a.w + tipGap})
	}
	lo, hi := span(data...)
	g.fit(lo, hi, tips, c.Unit)
	g.right = end
	for i := range g.items {
		g.items[i].lane = max(2*g.pitch, g.growth[i].h)
	}
	g.layKeys()
	return g
}

func placedAt(d briefing.Datum) float64 {
	if has(d) {
		return d.Value
	}
	return 0
}

// layKeys sets what solid and hollow mean above the rows, side by side or one
// under the other.
func (g *implied) layKeys() {
	x, y := 0.0, 0.0
	for n, name := range []briefing.Text{g.c.BaseName, g.c.TargetName} {
		b := g.t.run(name, g.t.minor().in(g.t.theme.Ink), g.w-2*keyWidth)
		if b.empty() {
			b = block{}
		}
		if n == 0 { // targets are hollow in any case
			b.stack(preliminaryNote(g.t, g.w-2*keyWidth, g.bases()), 0)
		}
		if n == 1 && !g.keys[0].empty() {
			if next := x + 2*keyWidth + g.keys[0].w + columnGap; next+2*keyWidth+b.w <= g.w && len(g.keys[0].lines) == 1 && len(b.lines) == 1 {
				x = next
			} else {
				y = g.keys[0].h + 1
			}
		}
		g.keys = append(g.keys, b)
		g.keyAt = append(g.keyAt, point{x, y})
	}
	for n, b := range g.keys {
		if !b.empty() {
			g.head = max(g.head, g.keyAt[n].y+b.h+3)
		}
	}
}

func (g *implied) bases() []briefing.Datum {
	var d []briefing.Datum
	for _, r := range g.c.Rows {
		d = append(d, r.Base)
	}
	return d
}

func (g *implied) draw(p *pen, at box) {
	for n, b := range g.keys {
		if b.empty() {
			continue
		}
		x, y := at.x0+g.keyAt[n].x, at.y1-g.keyAt[n].y
		mid := y - b.lines[0].base + middle*b.lines[0].style.size
		g.pairBar(p, box{x, mid - 3, x + 9, mid + 3}, n == 1, false)
		p.text(b, x+2*keyWidth, y, 0)
	}
	s := g.spread(at)
	g.drawScale(p, s)
	for i, r := range g.c.Rows {
		y := s.lanes[i] + g.pitch/2
		g.drawBar(p, s, r.Base, y, false)
		g.drawBar(p, s, r.Target, y-g.pitch, true)
	}
	g.drawZero(p, s)
	for i, r := range g.c.Rows {
		g.drawWords(p, s, i)
		y := s.lanes[i] + g.pitch/2
		g.drawEnd(p, s, r.Base, g.base[i], y)
		g.drawEnd(p, s, r.Target, g.target[i], y-g.pitch)
		g.drawGrowth(p, s, i, y)
	}
}

// drawGrowth prints the growth behind the longer of the two labels, of which the
// upper is at y; a bracket joins two bars, not one.
func (g *implied) drawGrowth(p *pen, s spread, i int, y float64) {
	l, r := g.growth[i], g.c.Rows[i]
	if l.empty() {
		return
	}
	x := max(g.labelEnd(s, r.Base, g.base[i]), g.labelEnd(s, r.Target, g.target[i])) + bracketGap
	if x+bracket+bracketGap+l.w > p.in.x1 { // too narrow for it: both values are there
		return
	}
	if has(r.Base) && has(r.Target) {
		p.line(p.t.theme.Secondary, 0.6, point{x, y}, point{x + bracket, y}, point{x + bracket, y - g.pitch}, point{x, y - g.pitch})
	}
	p.over(l, x+bracket+bracketGap, y-g.pitch/2+l.centre(), 0)
}

// labelEnd is how far right a bar and its label reach.
func (g *implied) labelEnd(s spread, d briefing.Datum, l block) float64 {
	if has(d) && d.Value < 0 {
		return g.x(s, 0)
	}
	return g.x(s, placedAt(d)) + tipGap + l.w
}

func (g *implied) drawBar(p *pen, s spread, d briefing.Datum, y float64, target bool) {
	if has(d) {
		g.pairBar(p, box{g.x(s, 0), y - pairBar/2, g.x(s, d.Value), y + pairBar/2}, target, d.Preliminary)
	}
}

// pairBar is a solid base or a hollow target.
func (g *implied) pairBar(p *pen, b box, target, preliminary bool) {
	if !target {
		p.bar(p.t.theme.Bar, b, preliminary)
		return
	}
	end := b.x1
	p.bar(p.t.theme.Emphasis, b, true)
	p.rect(p.t.theme.Target, box{end - markWidth/2, b.y0 - 1, end + markWidth/2, b.y1 + 1})
}

// end sets the label of a bar.
func (g *implied) end(d briefing.Datum) block {
	if !has(d) {
		return g.t.run(noData, g.t.minor(), g.right-g.left)
	}
	return g.number(d.Label, g.t.value(g.t.theme.Ink))
}

func (g *implied) drawEnd(p *pen, s spread, d briefing.Datum, l block, y float64) {
	if has(d) && d.Value < 0 {
		p.over(l, g.x(s, d.Value)-tipGap, y+l.centre(), 1)
		return
	}
	p.over(l, g.x(s, placedAt(d))+tipGap, y+l.centre(), 0)
}
