package briefing

import (
	"strconv"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// fewestAlike is from how many indices or rates of one unit on they are drawn as
// small multiples on one scale, and not each for itself.
const fewestAlike = 5

// kin is what indices and rates have in common that stand on one scale.
type kin struct {
	measure indicator.Measure
	unit    Text
}

// multiples are the figures of indices and rates that are many of one unit; the
// items in them have no figure of their own.
func (c *composer) multiples() (figures []Figure, in map[*item]bool) {
	all := map[kin][]*item{}
	var order []kin
	for _, it := range c.items {
		h := it.history
		if !h.ratio || it.r.late || it.r.w.cal != c.w.cal || known(h.drawn().line) < minHistory || c.targetMark(h) != nil {
			continue
		}
		k := kin{it.r.s.Measure, unitText(it.r.s.Unit)}
		if all[k] == nil {
			order = append(order, k)
		}
		all[k] = append(all[k], it)
	}
	in = map[*item]bool{}
	for _, k := range order {
		items := all[k]
		if len(items) < fewestAlike || !alike(items) {
			continue
		}
		f := c.multiple(items)
		f.ID = "multiples-" + items[0].r.s.ID
		for _, it := range items {
			in[it] = true
		}
		figures = append(figures, f)
	}
	return figures, in
}

// alike reports values that can share a scale: none is three times another. All
// indices can.
func alike(items []*item) bool {
	low, high := newest(items[0].history.line).Value, newest(items[0].history.line).Value
	for _, it := range items {
		v := newest(it.history.line).Value
		low, high = decimal.Min(low, v), decimal.Max(high, v)
	}
	return low.Sign() > 0 && high.LessThan(low.Mul(decimal.New(3, 0)))
}

func (c *composer) multiple(items []*item) Figure {
	chart := &Panels{Unit: unitText(items[0].r.s.Unit), Shared: true}
	var hs []*history
	var names []Text
	first := items[0].r.end
	for _, it := range items {
		d := it.history.drawn()
		hs, names = append(hs, it.history), append(names, it.r.label())
		first = min(first, d.steps[0].From)
	}
	steps := c.axis(first, items[0].r.end, hs)
	for _, p := range steps {
		chart.Slots = append(chart.Slots, c.w.slotOf(p))
	}
	short, whole := factored(names)
	var singles []Figure
	for i, it := range items {
		p := Panel{Name: short[i]}
		for _, s := range steps {
			f := it.history.lineAt(s)
			p.Data = append(p.Data, it.history.datum(f, it.history.ratioLabel(f)))
		}
		chart.Panels = append(chart.Panels, p)
		if f := it.history.figure(c); f != nil {
			f.Description = f.Alone
			singles = append(singles, *f)
		}
	}
	return Figure{Title: multipleTitle(items), Description: sentenceOf(under(whole, chart.Unit, names)), Alt: described(chart), Chart: chart, Singles: singles}
}

// multipleTitle counts which indices rose and fell over what they compare with.
func multipleTitle(items []*item) Text {
	up, down := 0, 0
	base := comparison{}
	for _, it := range items {
		g := it.r.fromIndex(last(it.history.line))
		if !g.ok {
			n := count(len(items))
			if it.r.s.Measure == indicator.Index {
				return Text{ZH: n.ZH + "项指数的走势", EN: sentenceCase(n.EN) + " indices over time"}
			}
			return Text{ZH: n.ZH + "项比率的走势", EN: sentenceCase(n.EN) + " rates over time"}
		}
		ch := it.r.change(g)
		base = it.r.w.base(g.at, ch.compare)
		switch ch.sign() {
		case 1:
			up++
		case -1:
			down++
		}
	}
	all, rose, fell := count(len(items)), count(up), count(down)
	if len(items) > 10 { // digits beside digits
		rose, fell = same(marked.Number(countID, strconv.Itoa(up))), same(marked.Number(countID, strconv.Itoa(down)))
	}
	switch {
	case down == 0 && up > 0:
		return Text{ZH: all.ZH + "项指数中" + rose.ZH + "项" + base.ZH + "上涨，没有下降的", EN: sentenceCase(rose.EN) + " of " + all.EN + " indices up " + base.over + ", none down"}
	case up == 0 && down > 0:
		return Text{ZH: all.ZH + "项指数中" + fell.ZH + "项" + base.ZH + "下降，没有上涨的", EN: sentenceCase(fell.EN) + " of " + all.EN + " indices down " + base.over + ", none up"}
	}
	return Text{ZH: all.ZH + "项指数中" + rose.ZH + "项" + base.ZH + "上涨，" + fell.ZH + "项下降", EN: sentenceCase(rose.EN) + " of " + all.EN + " indices up " + base.over + ", " + fell.EN + " down"}
}
