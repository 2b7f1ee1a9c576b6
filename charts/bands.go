package charts

import (
	"math"

	"jianbao/internal/briefing"
	"jianbao/internal/indicator"
)

// band is the stretch of a row on which its target is met, from the start of the
// chart: the qualitative range of a bullet graph (S. Few, Bullet Graph Design
// Specification, 2013).
type band struct {
	known        bool
	x0, x1       float64
	open0, open1 bool // on the left, on the right: it goes on
}

// leastBand is the narrowest stretch that the eye sees beside a target's mark.
const leastBand = 2 * markWidth

// What the marks of a chart of targets are.
var (
	metWord   = briefing.Text{ZH: "达标区间", EN: "target met"}
	stepWord  = briefing.Text{ZH: "同步目标", EN: "in-step target"}
	flagWord  = briefing.Text{ZH: "上限", EN: "ceiling"}
	rangeWord = briefing.Text{ZH: "目标区间", EN: "target range"}
)

// setBands places the bands of all rows; ends without a limit lie at those of
// the scale.
func (g *targets) setBands() {
	g.met = make([]band, len(g.c.Rows))
	for i, r := range g.c.Rows {
		m, a := r.Met, g.aims[i]
		if m == nil || !a.known || a.hi > a.lo || !(m.From < m.To) {
			continue
		}
		s := g.scale.scale
		if g.own != nil {
			s = g.own[i]
		}
		b := band{x0: s.pos(math.Min(math.Max(m.From, s.lo), s.hi)), x1: s.pos(math.Max(math.Min(m.To, s.hi), s.lo))}
		b.known, b.open0, b.open1 = b.x1-b.x0 >= leastBand, m.From < s.lo, m.To > s.hi
		g.met[i] = b
	}
}

// marks are those that the chart uses, for its key.
func (g *targets) marks() []key {
	var tick, step, flag, stretch, met bool
	for i, r := range g.c.Rows {
		a := g.aims[i]
		if !a.known {
			continue
		}
		switch bound := indicator.Bound(r.Bound); {
		case a.hi > a.lo:
			stretch = true
		case bound == indicator.Relative:
			step = true
		case flagged(r):
			flag = true
		default:
			tick = true
		}
		met = met || g.met[i].known
	}
	var keys []key
	add := func(used bool, word briefing.Text, draw func(p *pen, b box)) {
		if used {
			keys = append(keys, g.keyed(word, draw))
		}
	}
	if tick {
		keys = append(keys, g.targetKey())
	}
	add(step, stepWord, func(p *pen, b box) {
		p.dashed(p.t.theme.Target, markWidth, point{b.x0 + 2, b.y0 - 0.5}, point{b.x0 + 2, b.y1 + 0.5})
	})
	add(flag, flagWord, func(p *pen, b box) {
		p.rect(p.t.theme.Target, box{b.x1 - markWidth, b.y0, b.x1, b.y1})
		p.fill(p.t.theme.Target, point{b.x0, b.y1 - 2}, point{b.x1, b.y1}, point{b.x1, b.y1 - 4})
	})
	if stretch {
		keys = append(keys, g.rangeKey())
	}
	add(met, metWord, func(p *pen, b box) { p.band(b, false, false) })
	return keys
}

// band draws a stretch where a target is met, without an edge where it goes on.
func (p *pen) band(b box, open0, open1 bool) {
	c := p.t.theme.band()
	p.rect(c, b)
	edge := p.edge(c)
	p.line(edge, 0.4, point{b.x0, b.y0 + 0.2}, point{b.x1, b.y0 + 0.2})
	p.line(edge, 0.4, point{b.x0, b.y1 - 0.2}, point{b.x1, b.y1 - 0.2})
	if !open0 {
		p.line(edge, 0.4, point{b.x0 + 0.2, b.y0}, point{b.x0 + 0.2, b.y1})
	}
	if !open1 {
		p.line(edge, 0.4, point{b.x1 - 0.2, b.y0}, point{b.x1 - 0.2, b.y1})
	}
}

// rangeKey explains a target range.
func (r *rows) rangeKey() key {
	return r.keyed(rangeWord, func(p *pen, b box) {
		p.rect(tint(p.t.theme.Target, p.t.theme.Paper, rangeTint), b)
		p.frame(p.t.theme.Target, 0.9, b, false)
	})
}
