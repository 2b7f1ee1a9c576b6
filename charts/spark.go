package charts

import "jianbao/internal/briefing"

// spark is a key figure's history: no axes and no words, the last value marked.
type spark struct{ data []briefing.Datum }

func newSpark(c *briefing.Spark) spark { return spark{c.Data} }

func (s spark) natural() float64 { return 20 }
func (s spark) least() float64   { return 4 }

// fewest is the number of values from which a line says more than bars.
const fewest = 4

func (s spark) draw(p *pen, at box) {
	first, last, n := -1, -1, 0
	lo, hi := 0.0, 0.0
	for i, d := range s.data {
		if !has(d) {
			continue
		}
		if n == 0 {
			lo, hi, first = d.Value, d.Value, i
		}
		lo, hi, last = min(lo, d.Value), max(hi, d.Value), i
		n++
	}
	if first < 0 {
		return
	}
	if n < fewest {
		s.bars(p, at, min(lo, 0), max(hi, 0), last)
		return
	}
	const r = 1.8 // of the dot at the end, which must stay inside
	y := scale{lo, hi, at.y0 + r, at.y1 - r}
	if lo == hi {
		y = scale{lo - 1, hi + 1, at.y0, at.y1}
	}
	x := scale{0, float64(max(len(s.data)-1, 1)), at.x0 + r, at.x1 - r}
	if lo < 0 && hi > 0 {
		p.line(p.t.theme.Hairline, 0.6, point{at.x0, y.pos(0)}, point{at.x1, y.pos(0)})
	}
	curve(p, s.data, 1.1, func(i int) point { return point{x.pos(float64(i)), y.pos(s.data[i].Value)} })
	p.dot(p.t.theme.Emphasis, point{x.pos(float64(last)), y.pos(s.data[last].Value)}, r, s.data[last].Preliminary)
}

func (s spark) bars(p *pen, at box, lo, hi float64, last int) {
	y := scale{lo, hi, at.y0 + 0.4, at.y1}
	step := min(at.width()/float64(len(s.data)), 11)
	for i, d := range s.data {
		if !has(d) {
			continue
		}
		x := at.x0 + float64(i)*step
		c := p.t.theme.Bar
		if i == last {
			c = p.t.theme.Emphasis
		}
		p.bar(c, box{x, y.pos(0), x + 0.7*step, y.pos(d.Value)}, d.Preliminary)
	}
	p.line(p.t.theme.Ink, 0.5, point{at.x0, y.pos(0)}, point{at.x0 + step*(float64(len(s.data))-0.3), y.pos(0)})
}

// curve draws data as a line that breaks where they are missing; a value
// between two gaps is a dot.
func curve(p *pen, data []briefing.Datum, width float64, at func(int) point) {
	var run []point
	flush := func() {
		switch len(run) {
		case 0:
		case 1:
			p.disc(p.t.theme.Emphasis, run[0], width*0.8)
		default:
			p.line(p.t.theme.Emphasis, width, run...)
		}
		run = run[:0]
	}
	for i, d := range data {
		if !has(d) {
			flush()
			continue
		}
		run = append(run, at(i))
	}
	flush()
}
