package charts

import "jianbao/internal/briefing"

// implied is a pair of bars for each row: the base year's level, and the level
// that the growth target implies.
type implied struct {
	*rows
	c            *briefing.Implied
	base, target []block
	keys         []block
	keyAt        []point // of each key's square, from the top left
	pitch        float64
}

const pairBar = 8.5

func newImplied(c *briefing.Implied, w float64, t *typist) *implied {
	names := make([]briefing.Text, len(c.Rows))
	for i, r := range c.Rows {
		names[i] = r.Name
	}
	g := &implied{c: c, pitch: pairBar + 1.5}
	g.rows = newRows(t, w, names, func(i int, width float64) block {
		return t.pair(c.Rows[i].Growth, t.latest(), t.minor(), width)
	})
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
	for i := range g.items {
		g.items[i].lane = 2 * g.pitch
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
		if !g.stacked && !g.items[i].side.empty() { // growth leads from one bar to the other
			x := s.x0 + g.side - 4
			p.line(p.t.theme.Secondary, 0.6, point{x - 3, y}, point{x, y}, point{x, y - g.pitch}, point{x - 3, y - g.pitch})
		}
	}
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
		return g.t.run(noData, g.t.minor(), numberPart*(g.right-g.left))
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
