package typeset

import (
	"math"
	"slices"
	"sync"
)

// tolerance is what sums of widths may differ by.
const tolerance = 1e-6

// What lines cost besides the square of their slack. A ragged line that is a
// fifth to a quarter short costs as much as a hyphen does.
const (
	lineCost   = 0.01 // fewer lines before looser ones
	widowCost  = 0.5  // a last line of one hanzi (孤字) or one short word
	hyphenCost = 0.05
	ladderCost = 10 // a third line in a row that ends in a hyphen
	maxLadder  = 2
	overCost   = 1000

	// In a justified paragraph: a line stretched or closed up as far as it may
	// be, and one that is ragged because that is not enough: for being so, and
	// for the share that it is short, so that the whole falls short by least.
	stretchCost = 0.4
	shrinkCost  = 0.6
	raggedCost  = 0.6
	raggedLoss  = 20
	raggedHole  = 6

	// Groups wider than this share of the measure may be broken at their
	// weakest places, at a cost.
	wideGroup     = 0.42
	weakCost      = 0.04
	looseCost     = 0.08
	justifiedCost = 10 // times as much

	// In headings and labels, texts of few lines that are not justified.
	labelLines     = 4
	labelLineCost  = 0.25
	labelLast      = 0.5  // of the square of the last line's slack
	labelWidowCost = 0.2  // a last line of one word
	labelMarkCost  = 0.02 // a break elsewhere than at a mark or a space
	wordCost       = 0.12 // a break inside a Chinese word
)

// manner is how the lines of a paragraph are to look.
type manner uint8

const (
	ragged    manner = iota // English prose
	justified               // Chinese prose
	label                   // headings, names, cells
)

// choice is how a paragraph is cut into lines. Sums up to each item make the
// measures of any line a matter of two look-ups.
type choice struct {
	items   []item
	measure float64
	manner  manner
	starts  []int // first item of each line

	sums   []sum
	places []int // where lines may start, and the end
	best   []node
}

// sum is of all items before one, ink where what is visible of them ends.
type sum struct {
	width, stretch, shrink float64
	ink                    int
}

// node is the best way to end a line at a place.
type node struct {
	cost   float64
	from   int // the place where that line starts
	ladder int // lines in a row that end in a hyphen
}

// choices keeps their memory.
var choices sync.Pool

// choose finds the breaks of the whole paragraph that cost least together.
// Without justify a line costs the square of its slack; with it, the square of
// the share that it uses of the stretch or shrink of its places.
func choose(items []item, width float64, how manner) *choice {
	c, _ := choices.Get().(*choice)
	if c == nil {
		c = new(choice)
	}
	c.items, c.measure, c.manner = items, width, how
	c.survey()
	c.best = slices.Grow(c.best[:0], len(c.places))[:len(c.places)]
	c.best[0] = node{}
	for b := 1; b < len(c.places); b++ {
		c.best[b] = c.cheapest(b)
	}
	lines := 0
	for b := len(c.places) - 1; b > 0; b = c.best[b].from {
		lines++
	}
	c.starts = slices.Grow(c.starts[:0], lines)[:lines]
	for b := len(c.places) - 1; b > 0; b = c.best[b].from {
		lines--
		c.starts[lines] = c.places[c.best[b].from]
	}
	return c
}

// survey adds up the items and lists the places where lines may start.
func (c *choice) survey() {
	n := len(c.items)
	c.sums = slices.Grow(c.sums[:0], n+1)[:n+1]
	c.places = append(c.places[:0], 0)
	var s sum
	for i := range c.items {
		it := &c.items[i]
		c.sums[i] = s
		if i > 0 && it.level == free {
			c.places = append(c.places, i)
		}
		s.width += it.gap + it.width
		s.stretch += it.stretch
		s.shrink += it.shrink
		if it.class != space && it.class != nothing {
			s.ink = i + 1
		}
	}
	c.sums[n] = s
	c.places = append(c.places, n)
}

// cheapest is the best last line of the text before place b, with all that
// precedes it.
func (c *choice) cheapest(b int) node {
	best := node{cost: math.Inf(1)}
	hyphened := b < len(c.places)-1 && c.items[c.places[b]].hyphen > 0
	for a := b - 1; a >= 0; a-- {
		cost, fits := c.line(c.places[a], c.places[b])
		if !fits && a < b-1 {
			break
		}
		ladder := 0
		if hyphened {
			ladder = c.best[a].ladder + 1
			if cost += hyphenCost; ladder > maxLadder {
				cost += ladderCost
			}
		}
		if cost += c.best[a].cost; cost < best.cost {
			best = node{cost, a, ladder}
		}
	}
	if b < len(c.places)-1 {
		best.cost += float64(c.items[c.places[b]].cost)
	}
	return best
}

// line is the cost of setting items from–to as one line.
func (c *choice) line(from, to int) (cost float64, fits bool) {
	w := c.natural(from, to)
	over := w - c.measure
	if over > tolerance {
		if give := c.shrinkage(from, to); c.manner != justified || over > give+tolerance {
			return overCost * (1 + over/c.measure), false
		} else if give > 0 {
			cost = shrinkCost * over * over / (give * give)
		}
	}
	if to == len(c.items) {
		if from > 0 && (c.sums[to].ink-from <= 2 || w < 0.08*c.measure) {
			cost += widowCost
		}
		if c.manner == label {
			slack := max(0, -over) / c.measure
			cost += labelLast*slack*slack + labelLineCost
			if from > 0 && from == c.places[len(c.places)-2] && c.items[from].class == latin {
				cost += labelWidowCost
			}
		}
		return cost, true
	}
	slack := max(0, -over)
	if c.manner != justified {
		slack /= c.measure
		if c.manner == label {
			cost = labelLineCost
		}
		return cost + slack*slack + lineCost, true
	}
	switch room := c.stretchage(from, to); {
	case slack <= tolerance:
	case slack <= room+tolerance:
		cost = stretchCost * slack * slack / (room * room)
	default:
		slack /= c.measure
		cost = raggedCost + raggedLoss*slack + raggedHole*slack*slack
	}
	return cost + lineCost, true
}

// ratio is how far the places of a line open (above 0) or close (below), as a
// share of what they can: 0 for a line that is set ragged.
func (c *choice) ratio(from, to int) float64 {
	switch over := c.natural(from, to) - c.measure; {
	case over > tolerance:
		if give := c.shrinkage(from, to); over <= give+tolerance {
			return -over / give
		}
	case over < -tolerance && to < len(c.items):
		if room := c.stretchage(from, to); -over <= room+tolerance {
			return -over / room
		}
	}
	return 0
}

// natural is the width of items from–to as a line, the spaces at its end not
// counted, the hyphen that ends it counted.
func (c *choice) natural(from, to int) float64 {
	end := c.sums[to].ink
	if end <= from {
		return 0
	}
	first, last := &c.items[from], &c.items[end-1]
	w := c.sums[end].width - c.sums[from].width - first.gap - first.atStart
	if end-from > 1 || first.atStart == 0 {
		w -= last.atEnd
	}
	if to < len(c.items) {
		w += c.items[to].hyphen
	}
	return w
}

// stretchage is how much wider justification can make a line.
func (c *choice) stretchage(from, to int) float64 {
	if end := c.sums[to].ink; end > from {
		return c.sums[end].stretch - c.sums[from].stretch - c.items[from].stretch
	}
	return 0
}

// shrinkage is how much narrower it can make it.
func (c *choice) shrinkage(from, to int) float64 {
	end := c.sums[to].ink
	if end <= from {
		return 0
	}
	s := c.sums[end].shrink - c.sums[from].shrink - edgeShrink(&c.items[from])
	if last := &c.items[end-1]; last.atEnd > 0 && end-from > 1 {
		s -= last.shrink
	}
	return s
}

// edgeShrink is what the first item of a line cannot give up, having given it
// up already.
func edgeShrink(first *item) float64 {
	if first.gap > 0 || first.atStart > 0 {
		return first.shrink
	}
	return 0
}

// naturalWidth is the width of items set as one line.
func naturalWidth(items []item) float64 {
	if len(items) == 0 {
		return 0
	}
	w := -items[0].atStart - items[0].gap
	for i := range items {
		w += items[i].width + items[i].gap
	}
	if len(items) > 1 || items[0].atStart == 0 {
		w -= items[len(items)-1].atEnd
	}
	return w
}

// inkEnd is where what is visible of items[:to] ends.
func inkEnd(items []item, to int) int {
	for to > 0 && (items[to-1].class == space || items[to-1].class == nothing) {
		to--
	}
	return to
}

// relax allows worse breaks inside groups that are wide for the measure, at a
// cost, and inside what would not fit a line, the least bad that help.
func relax(items []item, width float64, how manner) {
	lightly := false
	for i := range items {
		lightly = lightly || items[i].level == weak || items[i].level == loose
	}
	if lightly {
		costs := [...]float32{weak: weakCost, loose: looseCost}
		for allow := weak; allow <= loose; allow++ {
			cost := costs[allow]
			if how == justified {
				cost *= justifiedCost
			}
			allowInside(items, wideGroup*width, allow, cost)
		}
	}
	for allow, wide := mild, true; wide && allow <= last; allow++ {
		wide = allowInside(items, width, allow, 0)
	}
}

// allowInside frees the breaks of a level inside groups wider than width, and
// reports whether there were any.
func allowInside(items []item, width float64, allow level, cost float32) (wide bool) {
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && items[to].level != free {
			to++
		}
		w := naturalWidth(items[from:inkEndFrom(items, from, to)])
		if to < len(items) {
			w += items[to].hyphen
		}
		if w > width+tolerance {
			wide = true
			for k := from + 1; k < to; k++ {
				if items[k].level == allow {
					items[k].level, items[k].cost = free, cost
				}
			}
		}
		from = to
	}
	return wide
}

func inkEndFrom(items []item, from, to int) int { return from + inkEnd(items[from:to], to-from) }
