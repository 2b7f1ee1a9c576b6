package charts

import (
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

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

// aside is how far from its place a label may stand without a leader.
const aside = 2.2

// drawEnds prints labels right of x, with a leader to each that stands away from
// its place at or before x0, unless that would run over something else.
func (p *pen) drawEnds(ends []end, x0, x float64, over ...box) {
	for _, e := range ends {
		mid := e.top - e.label.firstMiddle()
		if d := mid - e.at.y; d > aside || d < -aside || e.at.x < x0-2*gutterGap {
			p.leader(point{e.at.x + 2.5, e.at.y}, point{x - 1.5, mid}, over...)
		}
		p.text(e.label, x, e.top, 0)
	}
}

// longest is how far a leader leads across.
const longest = 40.0

// leader joins a label to its place. It is grey and dotted, since a line in the
// colour of a series, or a level one across a plot, would be read as data; for
// the same reason there is none where it would be long or run over something else.
func (p *pen) leader(from, to point, over ...box) {
	if math.Abs(to.x-from.x) > longest {
		return
	}
	for _, o := range over {
		if _, d := o.nearest(from); d > 0.5 && enters(from, to, o) {
			return
		}
	}
	p.cv.SetColor(p.t.theme.Secondary)
	p.cv.SetLineWidth(0.5)
	p.cv.SetLineDash([]vg.Length{0.8, 1.4}, 0)
	p.cv.Stroke(p.path(false, from, to))
	p.cv.SetLineDash(nil, 0)
}

// named sets a series' name with its latest value, in the colour of the series.
func (t *typist) named(name, value briefing.Text, c color.RGBA, strong bool, width float64) block {
	return t.told(name, value, false, c, strong, width)
}

// ending is a series' latest value with its name, as they stand at its end: the
// value first, lest a long name leave it alone on a line of its own.
func (t *typist) ending(name, value briefing.Text, c color.RGBA, strong bool, width float64) block {
	return t.told(name, value, true, c, strong, width)
}

func (t *typist) told(name, value briefing.Text, valueFirst bool, c color.RGBA, strong bool, width float64) block {
	st, under := t.minor().in(c), t.minor()
	if strong {
		st = t.value(c)
		st.size = 8
	}
	if value == noData {
		name, value = without(name), briefing.Text{}
	}
	first, second := t.words(name)
	v, other := t.words(value)
	if second != "" && sameNumber(v, value.EN) {
		other = ""
	}
	if other == "" && strings.Contains(first, second) {
		second = "" // 2023年 says what 2023 would
	}
	if valueFirst && !strings.ContainsAny(first[:min(1, len(first))], "0123456789") { // not 423.2 2023年
		first, v, second, other = v, first, other, second
	}
	var b block
	if valueFirst && t.plain(first, st).w > width && width > 0 { // on its own line, whole
		b, first = t.fitted(first, st, width), ""
	}
	b.add(t, first+" "+v, st, width)
	b.add(t, second+" "+other, under, width)
	return b
}

// without says that there are no data of something.
func without(name briefing.Text) briefing.Text {
	if name.ZH != "" {
		name.ZH += "：" + noData.ZH
	}
	if name.EN != "" {
		name.EN += ": " + noData.EN
	}
	return name
}

// dated says the period of a value that is older than the newest of its chart,
// whose slot the time axis marks.
func (t *typist) dated(label briefing.Text, slots []briefing.Slot, i, newest int) briefing.Text {
	if i < 0 || i >= newest {
		return label
	}
	s := slots[i]
	zh, en := s.Label.ZH, s.Label.EN
	switch {
	case s.Span == 12 && zh == en:
		zh, en = zh+"年", en+":"
	case s.Span < 12 && s.Year != slots[newest].Year:
		zh, en = strconv.Itoa(s.Year)+"年"+zh, en+" "+strconv.Itoa(s.Year)
	}
	out := briefing.Text{ZH: zh + " " + label.ZH, EN: en + " " + label.EN}
	switch {
	case label.EN == "":
		out.EN = ""
	case label.ZH == "":
		out.ZH = ""
	case t.lang == briefing.Both && sameNumber(label.ZH, label.EN): // the number once
		out.EN = strings.TrimSuffix(en, ":")
	}
	return out
}
