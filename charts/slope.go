package charts

import (
	"image/color"
	"math"
	"strings"

	"jianbao/internal/briefing"
)

// slope is two moments and a line for each row between them; the names stand
// on the left and, where there is room, on the right too. A row that lacks a
// value has no line: it is said in words underneath.
type slope struct {
	c           *briefing.Slope
	t           *typist
	w           float64
	from, to    block
	notes       block               // the unit, and what brackets and hollow dots mean
	lines       []briefing.SlopeRow // the rows with both values
	words       block               // the others
	start, stop []end
	left, right float64
}

const (
	mostSlopes    = 10   // rows up to which lines are told apart
	longName      = 4    // lines of a label, up to which it stands beside its dot
	besideSlope   = 0.42 // of the width, that labels on the left may take
	besideBoth    = 0.32 // where the names stand on both sides
	leastSlope    = 0.31 // of the width, that the lines have at least between names
	slopeHeadGap  = 5.0
	slopeStraying = 2.2 // from its dot, up to which a label needs no leader
)

// newSlope lays out lines, or lanes where lines would be too many or their names
// too long.
func newSlope(c *briefing.Slope, w float64, t *typist) layout {
	if c.Form == briefing.FormDumbbells || len(c.Rows) > mostSlopes || edgeOfMoves(c) > 0 {
		return newMoves(c, w, t)
	}
	g := &slope{c: c, t: t, w: w}
	for _, r := range c.Rows {
		if whole(r) {
			g.lines = append(g.lines, r)
			continue
		}
		g.words.stack(t.pair(withoutLine(c, r), t.minor().in(t.theme.Ink), t.minor(), w), 3)
	}
	if !g.beside(besideBoth, true) && !g.beside(besideSlope, false) {
		return newMoves(c, w, t)
	}
	unit := c.Unit
	if changes(c) {
		unit = joinUnits(unit, briefing.Text{ZH: "括号内为变化（" + c.ChangeUnit.ZH + "）", EN: "in brackets: change (" + c.ChangeUnit.EN + ")"})
	}
	g.notes = t.run(unit, t.minor(), w)
	g.notes.stack(preliminaryNote(t, w, ends(g.lines)), 1)
	g.from, g.to = t.heading(c.From, 0.35*w), t.heading(c.To, 0.3*w)
	g.left = max(g.left, g.from.w) + 2*gutterGap
	g.right = math.Ceil(max(g.right, g.to.w)) + 2*gutterGap
	return g
}

func whole(r briefing.SlopeRow) bool { return has(r.From) && has(r.To) }

// changes reports whether a chart prints changes, and knows their unit.
func changes(c *briefing.Slope) bool {
	for _, r := range c.Rows {
		if whole(r) && !r.Change.IsZero() {
			return !c.ChangeUnit.IsZero()
		}
	}
	return false
}

func ends(rows []briefing.SlopeRow) []briefing.Datum {
	var d []briefing.Datum
	for _, r := range rows {
		d = append(d, r.From, r.To)
	}
	return d
}

// withoutLine says in words a row that lacks a value.
func withoutLine(c *briefing.Slope, r briefing.SlopeRow) briefing.Text {
	if !has(r.From) && !has(r.To) {
		return briefing.Text{ZH: r.Name.ZH + "：" + noData.ZH, EN: r.Name.EN + ": " + noData.EN}
	}
	from, to := orNoData(r.From), orNoData(r.To)
	return briefing.Text{
		ZH: r.Name.ZH + "：" + c.From.ZH + from.ZH + "，" + c.To.ZH + to.ZH,
		EN: r.Name.EN + ": " + c.From.EN + " " + from.EN + ", " + c.To.EN + " " + to.EN,
	}
}

func orNoData(d briefing.Datum) briefing.Text {
	if has(d) {
		return d.Label
	}
	return noData
}

// beside sets the labels within a share of the width, and reports whether none
// is too long for that; on both sides, whether few need a line more.
func (g *slope) beside(share float64, both bool) bool {
	g.start, g.stop, g.left, g.right = nil, nil, 0, 0
	fits, under := true, 0
	for _, r := range g.lines {
		col := g.t.direction(r)
		first := g.t.named(r.Name, r.From.Label, col, r.Emphasis, share*g.w)
		second, two := g.t.arrival(r, col, both, share*g.w)
		if two {
			under++
		}
		fits = fits && len(first.lines) <= longName && len(second.lines) <= longName
		g.start, g.stop = append(g.start, end{label: first, colour: col}), append(g.stop, end{label: second, colour: col})
		g.left, g.right = max(g.left, first.w), max(g.right, second.w)
	}
	return fits && (!both || 4*under <= len(g.lines) && g.w-g.left-g.right-4*gutterGap >= leastSlope*g.w)
}

// arrived is the second value of a row with its change in brackets.
func (t *typist) arrived(r briefing.SlopeRow) string {
	v, _ := t.words(r.To.Label)
	d, _ := t.words(r.Change)
	switch {
	case d == "":
		return v
	case t.lang == briefing.English:
		return v + " (" + d + ")"
	}
	return v + "（" + d + "）"
}

// arrival is that and, where asked for, the name behind it; under is whether it
// has no room there and stands underneath.
func (t *typist) arrival(r briefing.SlopeRow, c color.RGBA, name bool, width float64) (b block, under bool) {
	strong := t.value(c).sized(8)
	v := t.arrived(r)
	if !name {
		return t.fitted(v, strong, width), false
	}
	first, second := t.words(r.Name)
	if b = t.plain(v+" "+first, strong); b.w > width {
		b, under = t.plain(v, strong), true
		b.add(t, first, t.minor().in(c), width)
	}
	b.add(t, second, t.minor(), width)
	return b, under
}

func (s style) sized(size float64) style { s.size = size; return s }

// direction is the colour of where a row goes: up, down, nowhere.
func (t *typist) direction(r briefing.SlopeRow) color.RGBA {
	switch {
	case !whole(r) || r.From.Value == r.To.Value:
		return t.theme.Secondary
	case r.To.Value < r.From.Value:
		return t.theme.Behind
	}
	return t.theme.Emphasis
}

// heading is a moment over its values: one line where both languages say the same.
func (t *typist) heading(x briefing.Text, width float64) block {
	first, second := t.words(x)
	if strings.Contains(first, second) {
		x = briefing.Text{ZH: first, EN: first}
	}
	return t.pair(x, t.main().sized(8), t.minor(), width)
}

// span is the range of the lines.
func (g *slope) span() (lo, hi float64) {
	lo, hi, _ = extremes(ends(g.lines), 0)
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	return lo, hi
}

// around is the height of all but the lines.
func (g *slope) around() float64 {
	h := 4.0
	if !g.notes.empty() {
		h += g.notes.h + slopeHeadGap
	}
	if len(g.lines) > 0 {
		h += max(g.from.h, g.to.h) + 4
	}
	if !g.words.empty() {
		h += g.words.h + slopeHeadGap
	}
	return h
}

func (g *slope) labels() float64 {
	if len(g.lines) == 0 {
		return 0
	}
	return max(40, stacked(g.start), stacked(g.stop))
}

func (g *slope) least() float64 { return g.around() + g.labels() }

// natural leaves the labels some room to stand beside their dots.
func (g *slope) natural() float64 {
	if len(g.lines) == 0 {
		return g.least()
	}
	return g.around() + max(1.25*g.labels(), min(0.5*g.w, 190))
}

func (g *slope) draw(p *pen, at box) {
	y := at.y1
	if !g.notes.empty() {
		p.text(g.notes, at.x0, y, 0)
		y -= g.notes.h + slopeHeadGap
	}
	foot := at.y0
	if !g.words.empty() {
		if len(g.lines) == 0 {
			foot = y - g.words.h - slopeHeadGap
		}
		p.text(g.words, at.x0, foot+g.words.h, 0)
		foot += g.words.h + slopeHeadGap
	}
	if len(g.lines) > 0 {
		g.drawLines(p, box{at.x0 + g.left, foot, at.x1 - g.right, y})
	}
}

// drawLines draws the headings and, under them, the lines between two uprights.
func (g *slope) drawLines(p *pen, b box) {
	p.text(g.from, b.x0-gutterGap, b.y1, 1)
	p.text(g.to, b.x1+gutterGap, b.y1, 0)
	b.y0, b.y1 = b.y0+2, b.y1-max(g.from.h, g.to.h)-4
	lo, hi := g.span()
	inset := min(6, b.height()/8)
	s := scale{lo, hi, b.y0 + inset, b.y1 - inset}
	if lo < 0 && hi > 0 {
		p.line(p.t.theme.Hairline, 0.6, point{b.x0, s.pos(0)}, point{b.x1, s.pos(0)})
	}
	for _, x := range []float64{b.x0, b.x1} {
		p.line(p.t.theme.Hairline, 0.8, point{x, b.y0}, point{x, b.y1})
	}
	for pass := range 2 {
		for i, r := range g.lines {
			if (pass == 1) != r.Emphasis {
				continue
			}
			st := stroke{g.start[i].colour, 1.1, nil}
			if r.Emphasis {
				st.width = 1.9
			}
			from, to := point{b.x0, s.pos(r.From.Value)}, point{b.x1, s.pos(r.To.Value)}
			g.start[i].at, g.stop[i].at = from, to
			p.patterned(st, from, to)
			p.dot(st.colour, from, 2, r.From.Preliminary)
			p.dot(st.colour, to, 2, r.To.Preliminary)
		}
	}
	ranged(g.start, b.y0-2, b.y1+2)
	ranged(g.stop, b.y0-2, b.y1+2)
	for _, e := range g.start {
		mid := e.top - e.label.firstMiddle()
		if d := mid - e.at.y; d > slopeStraying || d < -slopeStraying {
			p.line(p.t.theme.leader(e.colour), 0.5, point{b.x0 - 2.5, e.at.y}, point{b.x0 - 2*gutterGap + 1.5, mid})
		}
		p.text(e.label, b.x0-2*gutterGap, e.top, 1)
	}
	p.drawEnds(g.stop, b.x1, b.x1+2*gutterGap)
}

// leader is the colour of the line between a mark and its label.
func (th Theme) leader(c color.RGBA) color.RGBA { return edgeOf(tint(c, th.Paper, 0.7), th.Paper) }
