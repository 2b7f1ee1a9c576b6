package charts

import (
	"image/color"
	"slices"
	"strings"

	"jianbao/internal/briefing"
)

// end is a label in the gutter beside the place that it names.
type end struct {
	label  block
	colour color.RGBA
	at     point // where its series ends; y is also where the label would stand
	top    float64
}

// endGap is what lies between two labels one over the other.
const endGap = 1.5

// ranged moves labels apart, each as little as possible, until none overlap
// and all lie between bottom and top. It keeps their order: the least sum of
// squared shifts under an order is a monotone regression (Ayer et al., 1955),
// here by pooling neighbours.
func ranged(ends []end, bottom, top float64) {
	order := make([]int, len(ends))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case ends[a].at.y > ends[b].at.y:
			return -1
		case ends[a].at.y < ends[b].at.y:
			return 1
		}
		return 0
	})
	// From the top downwards: without the heights above it, a label's top may
	// not come to lie higher than that of the label before.
	type pool struct {
		sum float64
		n   int
	}
	var pools []pool
	depth := 0.0
	depths := make([]float64, len(order))
	for k, i := range order {
		depths[k] = depth
		want := ends[i].at.y + ends[i].label.firstMiddle() + depth
		depth += ends[i].label.h + endGap
		pools = append(pools, pool{want, 1})
		for n := len(pools); n > 1 && pools[n-1].sum/float64(pools[n-1].n) > pools[n-2].sum/float64(pools[n-2].n); n-- {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].n += pools[n-1].n
			pools = pools[:n-1]
		}
	}
	lowest := bottom + depth - endGap // of the first top, for all to have room
	k := 0
	for _, p := range pools {
		y := min(max(p.sum/float64(p.n), lowest), top)
		for range p.n {
			ends[order[k]].top = y - depths[k]
			k++
		}
	}
}

// stacked is the height that labels take one over the other.
func stacked(ends []end) float64 {
	h := -endGap
	for _, e := range ends {
		h += e.label.h + endGap
	}
	return max(h, 0)
}

// firstMiddle is how far the optical middle of a block's first line lies below
// its top.
func (b block) firstMiddle() float64 {
	if b.empty() {
		return 0
	}
	return b.lines[0].base - middle*b.lines[0].style.size
}

// drawEnds prints labels right of x, with a leader from x0 to each that stands
// away from its place.
func (p *pen) drawEnds(ends []end, x0, x float64) {
	for _, e := range ends {
		mid := e.top - e.label.firstMiddle()
		if d := mid - e.at.y; d > 2.2 || d < -2.2 || e.at.x < x0-0.1 {
			p.line(edgeOf(tint(e.colour, p.t.theme.Paper, 0.7), p.t.theme.Paper), 0.5, point{e.at.x, e.at.y}, point{x0, e.at.y}, point{x - 1.5, mid})
		}
		p.text(e.label, x, e.top, 0)
	}
}

// named sets a series' name with its latest value, in the colour of the series.
func (t *typist) named(name, value briefing.Text, c color.RGBA, strong bool, width float64) block {
	st, under := t.minor().in(c), t.minor()
	if strong {
		st = t.value(c)
		st.size = 8
	}
	first, second := t.words(name)
	v, other := t.words(value)
	if second != "" && sameNumber(v, value.EN) {
		other = ""
	}
	if other == "" && strings.Contains(first, second) {
		second = "" // 2023年 says what 2023 would
	}
	var b block
	b.add(t, first+" "+v, st, width)
	b.add(t, second+" "+other, under, width)
	return b
}
