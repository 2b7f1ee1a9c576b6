package pdf

// box is a piece of a page that is never torn: a line of prose, a row of a
// table, a figure with its caption.
type box struct {
	height float64
	before float64 // air above it, dropped at the top of a page
	keep   bool    // stays with the next box
	paint  func(pg *page, y float64)
	// again is set above the box where it starts a page in the middle of what
	// it belongs to: the head of its table.
	again []box
	// titled says that again is the title of what begins with the box: its section
	// has it for a heading, but on another page.
	titled bool
	// weak is the price of a page that ends with the box.
	weak float64
	// opens names what the box starts: a section, a figure, a table.
	opens []anchor
	sheet *sheet // of the page it stands on
	part  int    // the section it is in

	// floats says that the box may stand at the top of the next page while what
	// follows it in its section fills this one: a figure.
	floats bool
	// table says that the box is of a table.
	table bool
	// fit paints a box that may be lower or higher than its height, by so much.
	fit func(pg *page, y, by float64)
	// give is by how much it may be lower, take by how much higher. What it can
	// give is asked only where room is short.
	give func() float64
	take float64
	// cut makes several boxes of one, the first of a height at most: of a long chart.
	// nil where that makes no sense. They stand for so many boxes as parts says, this
	// one and those after it: where the chart is higher than a page.
	cut   func(first float64) []box
	parts int
}

// set paints a box with its top at y, higher than its height by so much.
func (b *box) set(pg *page, y, by float64) {
	for _, a := range b.opens {
		a.y = y
		pg.anchors = append(pg.anchors, a)
	}
	switch {
	case b.fit != nil:
		b.fit(pg, y, by)
	case b.paint != nil:
		b.paint(pg, y)
	}
}

// tightest is the share of its air that a crowded page may lose.
const tightest = 0.5

// mostWider is by which share the air of a page grows that is not full,
// mostWiderFront that of page one, where footList is about the height of the list
// of sections.
const mostWider, mostWiderFront, footList = 0.8, 1.8, 60.0

// slack is how much of the air above a box may go.
func (b *box) slack() float64 { return tightest * b.before }

// lowers is by how much a box may be lower.
func (b *box) lowers() float64 {
	if b.give == nil {
		return 0
	}
	return b.give()
}

// stackHeight is the height of boxes under each other.
func stackHeight(boxes []box) float64 {
	h := 0.0
	for _, b := range boxes {
		h += b.height
	}
	return h
}

// airy is the height of boxes under each other with the air between them.
func airy(boxes []box) float64 {
	h := stackHeight(boxes)
	for i := 1; i < len(boxes); i++ {
		h += boxes[i].before
	}
	return h
}
