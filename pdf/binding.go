package pdf

import "fmt"

// Pages are laid out as right-hand pages, bound on their left, and at the top
// where they are on their side. On their backs the binding is on the other side.

// bind moves what stands on left-hand pages to where they are bound.
func bind(pages []*page) {
	for n, pg := range pages {
		switch b := pg.sheet.binding; {
		case b == 0 || n%2 == 0:
		case pg.sheet.onSide:
			pg.move(0, -b)
		default:
			pg.move(-b, 0)
		}
	}
}

// move moves all that is on a page.
func (pg *page) move(dx, dy float64) {
	for i, o := range pg.ops {
		switch o := o.(type) {
		case textOp:
			o.x, o.y = o.x+dx, o.y+dy
			pg.ops[i] = o
		case pathOp:
			for k := range o.steps {
				for c := 0; c+1 < len(o.steps[k].p); c += 2 {
					o.steps[k].p[c] += dx
					o.steps[k].p[c+1] += dy
				}
			}
		case imageOp:
			o.x, o.y = o.x+dx, o.y+dy
			pg.ops[i] = o
		case tagOp:
			if o.el.at != nil && o.el.at.page == pg {
				o.el.at.x, o.el.at.y = o.el.at.x+dx, o.el.at.y+dy
			}
		}
	}
	for _, l := range pg.links {
		l.x, l.y = l.x+dx, l.y+dy
	}
	for i := range pg.anchors {
		pg.anchors[i].y += dy
	}
}

// place is where a figure stands.
type place struct {
	page       *page
	x, y, w, h float64
}

func placed(pg *page, x, y, w, h float64) *place { return &place{pg, x, y, w, h} }

// attrs are the attributes of a figure, in the coordinates of the file.
func (p *place) attrs() string {
	bottom := p.page.height() - p.y - p.h
	return fmt.Sprintf("<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", p.x, bottom, p.x+p.w, bottom+p.h)
}
