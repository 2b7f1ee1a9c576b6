package briefing

import (
	"slices"

	"jianbao/internal/indicator"
)

// mostInStack is how many parts a stack names; of more, the smallest are summed up.
const mostInStack = 6

// A folding says which parts of a whole stand for themselves, in their order, and
// which are summed up as 其他: those that are smallest in the latest period, so
// that none of them is larger there than one that is named.
type folding struct{ named, rest []int }

// foldingOf is by the sizes of the parts in the latest period.
func foldingOf(latest []fact) folding {
	order := make([]int, len(latest))
	for i := range order {
		order[i] = i
	}
	if len(order) <= mostInStack {
		return folding{named: order}
	}
	slices.SortStableFunc(order, func(a, b int) int { return latest[b].Value.Abs().Cmp(latest[a].Value.Abs()) })
	f := folding{named: order[:mostInStack-1], rest: order[mostInStack-1:]}
	slices.Sort(f.named)
	slices.Sort(f.rest)
	return f
}

// series are what a stack draws, still without data.
func (f folding) series(parts []*item) []Series {
	var out []Series
	for _, i := range f.named {
		out = append(out, Series{Name: parts[i].r.label()})
	}
	if len(f.rest) > 0 {
		out = append(out, Series{Name: Text{ZH: "其他", EN: "other"}})
	}
	return out
}

// of are the facts that are drawn: those of the named parts and the sum of the
// rest, which is told of the whole. All are gaps where facts is nil.
func (f folding) of(it *item, facts []fact) []fact {
	n := len(f.named)
	if len(f.rest) > 0 {
		n++
	}
	if facts == nil {
		return make([]fact, n)
	}
	var out []fact
	for _, i := range f.named {
		out = append(out, facts[i])
	}
	if len(f.rest) > 0 {
		first := facts[f.rest[0]]
		var sum []indicator.Quantity
		for _, i := range f.rest {
			sum = append(sum, facts[i].Quantity)
		}
		out = append(out, it.r.fact(indicator.SumOf(indicator.SumOfParts, sum...), first.at, first.places, first.role))
	}
	return out
}

// note says what has been summed up.
func (f folding) note(parts []*item) Text {
	if len(f.rest) == 0 {
		return Text{}
	}
	var names []Text
	for _, i := range f.rest {
		names = append(names, inner(parts[i].r.label()))
	}
	l := list(names)
	return Text{ZH: "其他为" + l.ZH, EN: "other: " + l.EN}
}
