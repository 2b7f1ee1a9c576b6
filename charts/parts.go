package charts

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
)

// mostParts is the number of parts of a stack that are told apart.
const mostParts = 6

// part is the fill of the n-th part of a stack, from the axis outwards. Each has
// a lightness of its own, dark and light in turn, so that parts are told apart
// without colour.
func (th Theme) part(n int) color.RGBA {
	fills := [mostParts]color.RGBA{th.Emphasis, rgb(0xBFD5E6), rgb(0x3A1F4B), rgb(0xD0A040), rgb(0x3E8E84), rgb(0xF0EBDD)}
	return fills[n%mostParts]
}

// folded is a stack of at most mostParts parts: the smallest of more are drawn as
// one. Their sum is drawn and not printed, since only the briefing makes numbers.
func folded(c *briefing.Stack) *briefing.Stack {
	if len(c.Parts) <= mostParts {
		return c
	}
	order := make([]int, len(c.Parts))
	size := make([]float64, len(c.Parts))
	for k, s := range c.Parts {
		order[k] = k
		for _, d := range s.Data {
			if has(d) {
				size[k] += math.Abs(d.Value)
			}
		}
		if s.Emphasis {
			size[k] = math.Inf(1)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case size[a] > size[b]:
			return -1
		case size[a] < size[b]:
			return 1
		}
		return 0
	})
	kept, rest := order[:mostParts-1], order[mostParts-1:]
	slices.Sort(kept)
	out := *c
	out.Parts = nil
	for _, k := range kept {
		out.Parts = append(out.Parts, c.Parts[k])
	}
	other := briefing.Series{Name: briefing.Text{ZH: "其他", EN: "other"}}
	for i := range c.Slots {
		sum := briefing.Datum{Missing: true}
		for _, k := range rest {
			if d := c.Parts[k].Data[i]; has(d) {
				sum.Value, sum.Missing = sum.Value+d.Value, false
			}
		}
		other.Data = append(other.Data, sum)
	}
	out.Parts = append(out.Parts, other)
	return &out
}

// columns fills boxes whose second end may lie below the first.
func (p *pen) columns(c color.RGBA, boxes []box) {
	for i, b := range boxes {
		boxes[i] = b.upright()
	}
	p.bars(c, boxes)
}

// staircase fills columns that leave no gaps: one shape for each run of columns
// on one side of zero, with a fine edge where the colour is pale.
func (p *pen) staircase(c color.RGBA, boxes []box) {
	all := p.scratch[:0]
	for len(boxes) > 0 {
		n := 1
		for n < len(boxes) && boxes[n].x0-boxes[n-1].x1 < 0.01 && (boxes[n].y1 > boxes[n].y0) == (boxes[0].y1 > boxes[0].y0) {
			n++
		}
		run := boxes[:n]
		boxes = boxes[n:]
		at := func(x, y float64) vg.Point { return vg.Point{X: vg.Length(x), Y: vg.Length(y)} }
		all.Move(at(run[0].x0, run[0].y0))
		for _, b := range run {
			all.Line(at(b.x0, b.y1))
			all.Line(at(b.x1, b.y1))
		}
		for i := n - 1; i >= 0; i-- {
			all.Line(at(run[i].x1, run[i].y0))
			all.Line(at(run[i].x0, run[i].y0))
		}
		all.Close()
	}
	if p.scratch = all; len(all) == 0 {
		return
	}
	p.cv.SetColor(c)
	p.cv.Fill(all)
	if edge := p.edge(c); edge != c {
		p.strokeAll(edge, edgeWidth/2, all)
	}
}
