package charts

import (
	"math"

	"jianbao/internal/briefing"
)

// rows is what the horizontal charts share: a name, a lane with bars on one
// scale, and perhaps words on the right, row after row; the scale underneath.
// On a narrow chart the names stand above their lanes.
type rows struct {
	t       *typist
	w       float64
	stacked bool
	items   []row
	first   int // rows drawn are those from first up to end
	end     int
	head    float64 // room above the first row
	left    float64 // of the lanes
	right   float64
	side    float64 // left of the column on the right, w where there is none
	scale   panelScale
	ticks   []placed
	unit    string
	foot    block // the unit, beneath the names or the scale
	keys    []key // what the marks are, under the unit
	beneath bool  // foot and keys stand under the scale, not beside its labels
}

const (
	narrow     = 230.0 // from this width down, names stand above their lanes
	naturalGap = 6.5
	leastGap   = 2.5
	columnGap  = 10.0
	laneGap    = 1.5  // between a name and the lane under it
	nearTick   = 0.12 // of the range of data
	keyWidth   = 7.0
	keyGap     = 10.0
	leastLane  = 100.0 // with less, names stand above their lanes
	numberPart = 0.42  // of a lane, that a number may take at either end
)

// newRows sets the names and the words on the right, and shares out the width.
func newRows(t *typist, w float64, names []briefing.Text, side func(i int, width float64) block) *rows {
	r := layRows(t, w, w < narrow, names, side)
	if !r.stacked && r.right-r.left < leastLane {
		r = layRows(t, w, true, names, side)
	}
	return r
}

func layRows(t *typist, w float64, stacked bool, names []briefing.Text, side func(i int, width float64) block) *rows {
	r := &rows{t: t, w: w, stacked: stacked, items: make([]row, len(names)), end: len(names), side: w}
	sideWidth := 0.0
	if side != nil {
		share := 0.27
		if r.stacked {
			share = 0.42
		}
		for i := range names {
			r.items[i].side = side(i, share*w)
			sideWidth = max(sideWidth, r.items[i].side.w)
		}
		if sideWidth > 0 {
			r.side = w - sideWidth
		}
	}
	room := 0.34 * w
	if r.stacked {
		room = w
		if sideWidth > 0 {
			room = w - sideWidth - columnGap
		}
	}
	nameWidth := 0.0
	for i, n := range names {
		r.items[i].name = t.name(n, room)
		nameWidth = max(nameWidth, r.items[i].name.w)
	}
	r.left, r.right = markWidth/2, w-markWidth/2
	if !r.stacked {
		r.left = nameWidth + columnGap
		if sideWidth > 0 {
			r.right = r.side - columnGap
		}
	}
	return r
}

// tip is a label at the end of a bar: it needs width beyond the value, on the
// left where that is below zero or the label goes there.
type tip struct {
	value, width float64
	left         bool
}

// fit chooses the scale: the values lo to hi, with the labels at their ends,
// fill the lanes. It then sets the labels of the scale as densely as they go.
func (r *rows) fit(lo, hi float64, tips []tip, unit briefing.Text) {
	r.fitSpan(min(lo, 0), max(hi, 0), nearTick, tips, unit)
}

// fitSpan is fit for what need not start at zero; the axis ends on a tick that is
// as near to the data as near, a share of their range.
func (r *rows) fitSpan(lo, hi, near float64, tips []tip, unit briefing.Text) {
	r.setUnit(unit)
	if lo == hi { // nothing to measure against
		r.scale = panelScale{fitTips(scale{lo, lo + 1, r.left, r.right}, tips), steps{}}
		return
	}
	want := int(min(max((r.right-r.left)/45, 2), 5))
	for ; ; want-- {
		st := roundSteps(lo, hi, want)
		s := scale{lo, hi, r.left, r.right}
		st.ticks, s.lo, s.hi = trimmed(st.ticks, lo, hi, near)
		r.scale = panelScale{fitTips(s, tips), st}
		if r.setTicks() || want == 1 {
			break
		}
	}
}

// trimmed keeps an axis from running far beyond the data: it ends on a tick
// where that is near, else with the data.
func trimmed(ticks []float64, lo, hi, near float64) (kept []float64, from, to float64) {
	from, to = ticks[0], ticks[len(ticks)-1]
	if from < lo-near*(hi-lo) {
		from = lo
	}
	if to > hi+near*(hi-lo) {
		to = hi
	}
	for _, v := range ticks {
		if v >= from && v <= to {
			kept = append(kept, v)
		}
	}
	return kept, from, to
}

// fitTips narrows a scale until every label has its room between its ends.
func fitTips(s scale, tips []tip) scale {
	left, right := s.at, s.to
	for range 24 {
		over, under := 0.0, 0.0
		for _, tp := range tips {
			if tp.value < 0 || tp.left {
				under = max(under, left-(s.pos(tp.value)-tp.width))
			} else {
				over = max(over, s.pos(tp.value)+tp.width-right)
			}
		}
		if over < 0.01 && under < 0.01 {
			break
		}
		s.at += under
		s.to -= over
		if s.to < s.at+0.02*(right-left) { // nothing left to narrow
			mid := min(max((s.at+s.to)/2, left), right)
			s.at, s.to = mid, mid
			break
		}
	}
	return s
}

// setTicks places the labels of the scale, the unit on the last, and reports
// whether all fit.
func (r *rows) setTicks() bool {
	r.ticks = r.ticks[:0]
	for i, v := range r.scale.ticks {
		s := r.scale.label(v, r.t.lang)
		if i == len(r.scale.ticks)-1 {
			s += r.unit
		}
		b := r.t.plain(s, r.t.tick())
		x := min(max(r.scale.pos(v)-b.w/2, 0), r.w-b.w)
		if r.unit != "" && i == len(r.scale.ticks)-1 { // the figures, not the sign, under the line
			x = min(x+r.t.plain(r.unit, r.t.tick()).w/2, r.w-b.w)
		}
		p := placed{text: b, x: x}
		if !free(p, r.ticks) {
			r.ticks = r.ticks[:0]
			return false
		}
		r.ticks = append(r.ticks, p)
	}
	return true
}

// setUnit keeps a sign for the last tick, and words for the foot.
func (r *rows) setUnit(unit briefing.Text) {
	switch s := r.t.joined(unit); s {
	case "%", "‰":
		r.unit = s
	default:
		r.foot = r.t.run(unit, r.t.minor(), r.w)
	}
	r.beneath = r.beneath || r.stacked || r.foot.w > r.left-columnGap+2
}

// scaleHeight is the room under the rows.
func (r *rows) scaleHeight() float64 {
	h := 3 + sizeTick*(ascent+descent)
	if len(r.ticks) == 0 {
		h = 3
	}
	if foot := r.foot.h + r.keyLead() + r.keysHeight(); foot > 0 && r.beneath {
		h += 1 + foot
	} else {
		h = max(h, 3+foot)
	}
	return h
}

// height of a row: its words beside or above its lane.
func (r *rows) height(i int) float64 {
	it := r.items[i]
	if r.stacked {
		return max(it.name.h, it.side.h) + laneGap + it.lane
	}
	return max(it.name.h, it.side.h, it.lane)
}

func (r *rows) heights(gap float64) float64 {
	h := r.head + r.scaleHeight()
	for i := r.first; i < r.end; i++ {
		h += r.height(i) + gap
	}
	return h
}

func (r *rows) natural() float64 { return r.heights(naturalGap) }
func (r *rows) least() float64   { return r.heights(leastGap) }

// spread is where things come to stand in a rectangle.
type spread struct {
	x0    float64
	top   float64   // of the first row
	base  float64   // the scale's line
	tops  []float64 // of each row
	lanes []float64 // the middle of each lane
}

// spread shares the height out among the rows.
func (r *rows) spread(at box) spread {
	gap := naturalGap
	if n := r.end - r.first; n > 0 {
		gap = min(leastGap+(at.height()-r.least())/float64(n), 2*naturalGap)
	}
	s := spread{x0: at.x0, top: at.y1 - r.head, tops: make([]float64, len(r.items)), lanes: make([]float64, len(r.items))}
	y := s.top
	for i := r.first; i < r.end; i++ {
		y -= gap / 2
		h := r.height(i)
		s.tops[i] = y
		if r.stacked {
			s.lanes[i] = y - h + r.items[i].lane/2
		} else {
			s.lanes[i] = y - h/2
		}
		y -= h + gap/2
	}
	s.base = y
	return s
}

// x is the place of a value on the page.
func (r *rows) x(s spread, v float64) float64 { return s.x0 + r.scale.pos(v) }

// drawScale draws the gridlines, the scale's labels and the foot.
func (r *rows) drawScale(p *pen, s spread) {
	for _, v := range r.scale.ticks {
		if v != 0 {
			r.upright(s, r.x(s, v), func(a, b point) { p.line(p.t.theme.Hairline, 0.5, a, b) })
		}
	}
	y := s.base - 3
	for _, l := range r.ticks {
		p.text(l.text, s.x0+l.x, y, 0)
	}
	if r.beneath && len(r.ticks) > 0 {
		y -= sizeTick*(ascent+descent) + 1
	}
	p.text(r.foot, s.x0, y, 0)
	for _, k := range r.keys {
		top := y - r.foot.h - r.keyLead() - k.y
		mid := top - k.word.centre()
		k.draw(p, box{s.x0 + k.x, mid - 3, s.x0 + k.x + 5, mid + 3})
		p.text(k.word, s.x0+k.x+keyWidth, top, 0)
	}
}

// drawZero draws the line that bars start from, over the bars.
func (r *rows) drawZero(p *pen, s spread) {
	r.upright(s, r.x(s, 0), func(a, b point) { p.line(p.t.theme.Ink, 1.1, a, b) })
}

// upright draws a line through all lanes, and not through names between them.
func (r *rows) upright(s spread, x float64, line func(from, to point)) {
	if !r.stacked {
		line(point{x, s.top}, point{x, s.base})
		return
	}
	for i := r.first; i < r.end; i++ {
		y, reach := s.lanes[i], r.items[i].lane/2+laneGap/2
		line(point{x, y + reach}, point{x, y - reach})
	}
}

// drawWords draws a row's name and the words on its right.
func (r *rows) drawWords(p *pen, s spread, i int) {
	it := r.items[i]
	if r.stacked {
		p.over(it.name, s.x0, s.tops[i], 0)
		p.over(it.side, s.x0+r.side, s.tops[i], 0)
		return
	}
	mid := s.tops[i] - r.height(i)/2
	p.text(it.name, s.x0, mid+it.name.centre(), 0)
	p.text(it.side, s.x0+r.side, mid+it.side.centre(), 0)
}

// over draws a label on a ground of its own, so that lines end before it.
func (p *pen) over(b block, x, y, align float64) {
	if b.empty() {
		return
	}
	e := b.extent(x, y, align)
	p.rect(p.t.theme.Paper, box{max(e.x0-1, p.in.x0), e.y0, min(e.x1+1, p.in.x1), e.y1})
	p.text(b, x, y, align)
}

// number sets a value's label, which leaves a good part of the lane to its bar.
func (r *rows) number(x briefing.Text, st style) block {
	return r.t.number(x, st, numberPart*(r.right-r.left))
}

// span is the range of data that can be placed, zero included.
func span(data ...briefing.Datum) (lo, hi float64) {
	for _, d := range data {
		if has(d) {
			lo, hi = math.Min(lo, d.Value), math.Max(hi, d.Value)
		}
	}
	return lo, hi
}
