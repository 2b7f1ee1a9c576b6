package pdf

import "math"

// Pages are broken as lines of a paragraph are: of all ways to share the boxes
// out over pages the one that costs least, where white space, crowding, torn
// tables and lone headings all have a price. So a page may end early to spare the
// last one, and charts give a little where that saves a page.

// The prices. A page left empty by a third costs about as much as a page more.
const (
	costPage    = 12.0   // of each page
	costWhite   = 100.0  // of an empty page; by the square of the empty share
	costCrowded = 8.0    // of a page with all air and charts as small as may be
	costGrown   = 1.5    // of a page with all charts as high as may be
	costMoved   = 1.0    // of a figure that others have overtaken
	costLead    = 20.0   // of a figure of page one that is not on it
	costLeapt   = 3.0    // of a table that has overtaken a figure
	costLast    = 60.0   // of a last page with next to nothing on it
	costApart   = 1000.0 // of what should have stayed together
	costOver    = 1e6    // of a box higher than a page
)

const (
	leastLast = 0.25 // share of the last page that should be filled
	enough    = 0.5  // share of a page from where several ways to end it are tried
	mostMoved = 3    // figures that wait for the next page
)

// spot is where a page starts: boxes before next stand on pages before, but for
// the floating ones from waiting on.
type spot struct{ waiting, next int }

// filled is a page as planned.
type filled struct {
	boxes []int // by index, in their order on the page
	ratio float64
	wider float64 // by which share the air grows
	ends  spot
	cost  float64 // of this and all pages after it
}

// breaker shares boxes out over pages.
type breaker struct {
	boxes []box
	known map[spot]filled
}

// plan is the best way to fill pages.
func plan(boxes []box) []filled {
	if len(boxes) == 0 {
		return nil
	}
	br := &breaker{boxes: boxes, known: map[spot]filled{}}
	br.solve()
	var pages []filled
	for at := (spot{}); at.waiting < len(boxes); {
		f := br.known[at]
		pages = append(pages, f)
		at = f.ends
	}
	return pages
}

// solve finds the best page for every spot that can be reached. It goes down as
// deep as there are pages, so it keeps its own stack.
func (br *breaker) solve() {
	type visit struct {
		at   spot
		ways []filled
	}
	var stack []visit
	enter := func(at spot) { stack = append(stack, visit{at, br.pages(at)}) }
	enter(spot{})
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		missing := false
		for _, w := range top.ways {
			if _, ok := br.known[w.ends]; !ok && w.ends.waiting < len(br.boxes) {
				enter(w.ends)
				missing = true
				break
			}
		}
		if missing {
			continue
		}
		best := top.ways[0]
		best.cost = math.Inf(1)
		for _, w := range top.ways {
			if w.ends.waiting < len(br.boxes) {
				w.cost += br.known[w.ends].cost
			}
			if w.cost < best.cost {
				best = w
			}
		}
		br.known[top.at] = best
		stack = stack[:len(stack)-1]
	}
}

// pages are the ways to fill the page that starts at a spot, one at least: with all
// boxes in order, or with the floating ones from some place on left to the next
// page.
func (br *breaker) pages(at spot) []filled {
	out, reached := br.fill(at, len(br.boxes), nil)
	for k := at.next; k < reached && k < len(br.boxes); k++ {
		if br.boxes[k].floats && (k == 0 || !br.boxes[k-1].floats || !br.boxes[k-1].keep) {
			out, _ = br.fill(at, k, out)
		}
	}
	return out
}

// fill adds to out the ways to end the page that starts at a spot, with the
// floating boxes from hold on left out. reached is behind the first box that
// does not fit.
func (br *breaker) fill(at spot, hold int, out []filled) (ways []filled, reached int) {
	p := br.open(at)
	var thin *filled // the fullest of the pages that are half empty
	end := func(ends spot) {
		f, ok := p.close(ends, len(br.boxes))
		switch {
		case !ok:
		case p.height+p.air >= enough*p.sheet.body() || ends.waiting >= len(br.boxes):
			out = append(out, f)
		case thin == nil || f.cost < thin.cost+costApart/2:
			thin = &f
		}
	}
	done := func(i int) ([]filled, int) {
		if thin != nil {
			out = append(out, *thin)
		}
		return out, min(i+1, len(br.boxes))
	}
	holding := hold < len(br.boxes)
	for i := at.waiting; i < at.next; i++ { // those that waited come first
		if !br.boxes[i].floats {
			continue
		}
		if !p.add(i) {
			return done(at.next - 1)
		}
		w := i + 1
		for w < at.next && !br.boxes[w].floats {
			w++
		}
		if !holding {
			end(spot{w, at.next})
		}
	}
	held := 0
	for i := at.next; i < len(br.boxes); i++ {
		b := &br.boxes[i]
		switch {
		case held > 0 && b.part != br.boxes[hold].part:
			return done(i)
		case b.floats && i >= hold:
			if held++; held > mostMoved && !br.boxes[i-1].keep {
				return done(i)
			}
			p.cost += costMoved
			if b.part == 0 {
				p.cost += costLead
			}
			continue
		}
		p.leapt = p.leapt || held > 0 && b.table
		if !p.add(i) {
			return done(i)
		}
		switch ends := (spot{i + 1, i + 1}); {
		case !holding:
			end(ends)
		case held > 0 && (i+1 == len(br.boxes) || len(br.boxes[i+1].again) == 0 || br.boxes[i+1].titled): // no figure in the middle of a table
			end(spot{hold, i + 1})
		}
	}
	return done(len(br.boxes))
}
