package pdf

// filling is a page while it is filled.
type filling struct {
	br    *breaker
	sheet *sheet
	boxes []int

	height float64 // of the boxes
	air    float64 // between them
	slack  float64 // of that, what may go
	take   float64
	givers []int
	cost   float64 // of boxes left for the next page
	leapt  bool    // a table stands before a figure that came first
	over   bool    // a box is higher than the page
}

// open starts a page at a spot.
func (br *breaker) open(at spot) *filling {
	first := at.next
	if at.waiting < at.next {
		first = at.waiting
	}
	return &filling{br: br, sheet: br.boxes[first].sheet}
}

// add puts a box on the page; false where it has no room or needs another sheet.
func (p *filling) add(i int) bool {
	b := &p.br.boxes[i]
	if b.sheet != p.sheet {
		return false
	}
	height, air, slack := b.height, b.before, b.slack()
	if len(p.boxes) == 0 {
		air, slack = 0, 0
		height += stackHeight(b.again)
	}
	if over := p.height + height + p.air + air - p.sheet.body(); over > 0.01 {
		// Asking charts takes time: first whether they could at all.
		could := p.slack + slack
		for _, g := range append(p.givers, i) {
			if p.br.boxes[g].give != nil {
				could += p.br.boxes[g].height
			}
		}
		if over > could || over > p.gives(i)+p.slack+slack {
			if len(p.boxes) > 0 {
				return false
			}
			p.over = true // than any page
		}
	}
	p.boxes = append(p.boxes, i)
	p.height, p.air, p.slack, p.take = p.height+height, p.air+air, p.slack+slack, p.take+b.take
	if b.give != nil {
		p.givers = append(p.givers, i)
	}
	return true
}

// wider is by which share the air grows in a page with so much left, less on page
// one for the list at its foot.
func (p *filling) wider(white float64) float64 {
	most := mostWider
	if p.boxes[0] == 0 && p.br.boxes[0].part == 0 {
		most, white = mostWiderFront, white-footList
	}
	return min(most, max(0, white)/max(p.air, 1e-9))
}

// gives is by how much the page's charts may be lower, with one box more.
func (p *filling) gives(more int) float64 {
	sum := 0.0
	for _, g := range p.givers {
		sum += p.br.boxes[g].lowers()
	}
	if more >= 0 {
		sum += p.br.boxes[more].lowers()
	}
	return sum
}

// close ends the page where the next starts. A ratio below 0 is how far its air
// and charts are pressed, one above how far its charts are grown. ok is false where
// the boxes do not fit.
func (p *filling) close(ends spot, all int) (f filled, ok bool) {
	body := p.sheet.body()
	white := body - p.height - p.air
	last := ends.waiting >= all || ends.waiting == ends.next && p.br.boxes[ends.next].sheet != p.sheet // of its sheet
	f = filled{boxes: p.boxes[:len(p.boxes):len(p.boxes)], ends: ends, cost: costPage + p.cost}
	switch {
	case p.over:
		f.cost += costOver
	case white < 0:
		slack := p.gives(-1) + p.slack
		if -white > slack+0.01 {
			return f, false
		}
		f.ratio = max(-1, white/max(slack, 1e-9))
		f.cost += costCrowded * f.ratio * f.ratio
	case last:
		if share := 1 - white/body; share < leastLast {
			f.cost += costLast * (leastLast - share) / leastLast
		}
	default:
		grown := min(white, p.take)
		if grown > 0 {
			f.ratio = grown / p.take
		}
		f.wider = p.wider(white - grown)
		share := (white - grown) / body
		f.cost += costWhite*share*share + costGrown*f.ratio*f.ratio
	}
	if p.leapt {
		f.cost += costLeapt
	}
	if i := p.boxes[len(p.boxes)-1]; i+1 < all {
		f.cost += p.br.boxes[i].weak
	}
	f.cost += costApart * p.apart(ends)
	return f, true
}

// apart counts what stands on other pages than it should: the box that the last
// one keeps with.
func (p *filling) apart(ends spot) float64 {
	last := p.boxes[len(p.boxes)-1]
	if p.br.boxes[last].keep && last+1 < len(p.br.boxes) && p.br.boxes[last+1].sheet == p.sheet {
		return 1
	}
	return 0
}

// paginate fills pages with boxes.
func paginate(boxes []box) []*page { return paintPlan(recut(boxes)) }

// paintPlan paints boxes on pages as planned.
func paintPlan(boxes []box, plan []filled) []*page {
	var pages []*page
	for _, f := range plan {
		first := &boxes[f.boxes[0]]
		pg := &page{sheet: first.sheet}
		pages = append(pages, pg)
		y := pg.sheet.top
		if len(first.again) > 0 {
			pg.decoration(func() { // said before
				for i := range first.again {
					first.again[i].set(pg, y, 0)
					y += first.again[i].height
				}
			})
		}
		for n, i := range f.boxes {
			b := &boxes[i]
			if n > 0 {
				y += b.before*(1+f.wider) + b.slack()*min(0, f.ratio)
			}
			by := b.take * f.ratio
			if f.ratio < 0 {
				by = b.lowers() * f.ratio
			}
			b.set(pg, y, by)
			y += b.height + by
		}
	}
	return pages
}
