package charts

import (
	"math"
	"slices"

	"jianbao/internal/briefing"
)

// A value that is far from all others would flatten them. It is then shown as
// an arrow at the edge of its panel with its number beside it, and the chart
// says so. Axes are never broken.

// farther is how many times the size of all others makes a value an outlier.
const farther = 3.5

var offScale = briefing.Text{ZH: "箭头：超出刻度，另标数值", EN: "arrow: beyond the scale, value printed"}

// joinUnits says one unit after another.
func joinUnits(a, b briefing.Text) briefing.Text {
	if a.IsZero() {
		return b
	}
	return briefing.Text{ZH: a.ZH + "；" + b.ZH, EN: a.EN + "; " + b.EN}
}

// limit is the size up to which data are drawn to scale; 0: all are. The
// newest value of a series is always drawn to scale, since it is the news.
func limit(all ...[]briefing.Datum) float64 {
	var sizes []float64
	news := 0.0
	for _, data := range all {
		newest := latest(data)
		for i, d := range data {
			if has(d) {
				sizes = append(sizes, math.Abs(d.Value))
			}
			if i == newest {
				news = max(news, math.Abs(d.Value))
			}
		}
	}
	if len(sizes) < 6 {
		return 0
	}
	slices.Sort(sizes)
	n := len(sizes)
	for k := max(1, n/12); k >= 1; k-- { // so many may be outliers
		if edge := sizes[n-k-1]; edge > 0 && sizes[n-k] > farther*edge && news <= edge {
			return edge
		}
	}
	return 0
}

// edgeOfMost is the size up to which values of rows are drawn to scale; 0: all
// are. One or two that are far from all others would flatten them.
func edgeOfMost(sizes []float64) float64 {
	n := len(sizes)
	if n < 5 {
		return 0
	}
	slices.Sort(sizes)
	for k := max(1, n/12); k >= 1; k-- {
		if edge := sizes[n-k-1]; edge > 0 && sizes[n-k] > farther*edge {
			return edge
		}
	}
	return 0
}

// within keeps a value on a scale that goes to a limit.
func within(v, limit float64) float64 {
	if limit > 0 {
		return min(max(v, -limit), limit)
	}
	return v
}

// beyond lists the data that are larger than a limit.
func beyond(data []briefing.Datum, limit float64) []int {
	var out []int
	for i, d := range data {
		if limit > 0 && has(d) && math.Abs(d.Value) > limit {
			out = append(out, i)
		}
	}
	return out
}

// far is a datum beyond the scale and the place at the edge where it is shown.
type far struct {
	datum briefing.Datum
	at    point
}

// rise is how far what is beyond the scale is carried beyond all others, so that
// it does not look as tall as they.
const rise = 9.0

// placed is where a value stands: on the scale or, beyond its limit, above it.
func (s panelScale) placed(v, limit float64) float64 {
	y := s.pos(within(v, limit))
	switch {
	case limit <= 0 || math.Abs(v) <= limit:
		return y
	case v < 0:
		return y - rise
	}
	return y + rise
}

// cut is a white slash through a bar that is carried beyond the scale.
func (p *pen) cut(bar box, f far) {
	foot, tip := f.at.y-rise, f.at.y
	if f.datum.Value < 0 {
		foot, tip = tip, f.at.y+rise
	}
	x0, x1, y := bar.x0-0.5, bar.x1+0.5, (foot+tip)/2
	p.fill(p.t.theme.Paper, point{x0, y - 2.4}, point{x1, y + 0.6}, point{x1, y + 2.4}, point{x0, y - 0.6})
}

// farOf lists what of data is beyond a limit.
func farOf(data []briefing.Datum, limit float64, at func(int) point) []far {
	var out []far
	for _, i := range beyond(data, limit) {
		out = append(out, far{data[i], at(i)})
	}
	return out
}

// farRoom is kept at the top and the foot of a panel of a width for the arrows
// and numbers of what is beyond its scale: for numbers beside their arrows or,
// where those crowd, above them.
func farRoom(t *typist, w, limit float64, all ...[]briefing.Datum) (up, down float64) {
	var ups, downs []int
	for _, data := range all {
		for _, i := range beyond(data, limit) {
			l := t.farLabel(data[i], w)
			at, room := &ups, &up
			if data[i].Value < 0 {
				at, room = &downs, &down
			}
			need := rise + max(arrowHigh, l.h) + 1
			slots := (2*(l.w+arrowHalf) + 4) / w * float64(len(data))
			for _, o := range *at {
				if math.Abs(float64(o-i)) < slots {
					need = rise + arrowHigh + 2 + l.h
				}
			}
			*at, *room = append(*at, i), max(*room, need)
		}
	}
	return up, down
}

func (t *typist) farLabel(d briefing.Datum, w float64) block {
	return t.number(d.Label, t.minor().in(t.theme.Ink), w)
}

func sum(a, b float64) float64 { return a + b }

const (
	arrowHalf = 3.0
	arrowHigh = 4.5
)

// tip is the y of the arrow's point.
func (f far) tip() float64 {
	if f.datum.Value < 0 {
		return f.at.y - arrowHigh
	}
	return f.at.y + arrowHigh
}

func (f far) arrow() box {
	return box{f.at.x - arrowHalf, f.at.y, f.at.x + arrowHalf, f.tip()}.upright()
}

// offScale marks data beyond the scale with arrows, and prints each beside its
// arrow where nothing else stands, else above it. It returns what it covers.
func (p *pen) offScale(list []far, b box) (taken []box) {
	for i := range list { // narrow slots at the edges
		list[i].at.x = min(max(list[i].at.x, b.x0+arrowHalf), b.x1-arrowHalf)
	}
	for _, f := range list {
		p.fill(p.t.theme.Ink, point{f.at.x - arrowHalf, f.at.y}, point{f.at.x + arrowHalf, f.at.y}, point{f.at.x, f.tip()})
		taken = append(taken, f.arrow())
	}
	for _, f := range list {
		l := p.t.farLabel(f.datum, b.width())
		top, next := f.at.y+l.h, f.at.y+arrowHigh+1+l.h
		if f.datum.Value < 0 {
			top, next = f.at.y, f.at.y-arrowHigh-1
		}
		right, left := f.at.x+arrowHalf+1.5, f.at.x-arrowHalf-1.5-l.w
		mid := min(max(f.at.x-l.w/2, b.x0), b.x1-l.w)
		for _, q := range []point{{right, top}, {left, top}, {mid, next}} {
			e := l.extent(q.x, q.y, 0)
			clear := e.x0 >= b.x0-0.01 && e.x1 <= b.x1+0.01
			for _, o := range taken {
				clear = clear && !o.meets(e.grown(0.5))
			}
			if clear {
				p.over(l, q.x, q.y, 0)
				taken = append(taken, e)
				break
			}
		}
	}
	return taken
}

// quantile is the q-th quantile of values, by the nearest rank.
func quantile(values []float64, q float64) float64 {
	v := slices.Clone(values)
	slices.Sort(v)
	return v[max(int(math.Ceil(q*float64(len(v))))-1, 0)]
}
