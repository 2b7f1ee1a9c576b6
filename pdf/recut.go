package pdf

import (
	"slices"

	"jianbao/internal/briefing"
)

// A chart of many rows that has no room below what is on a page may leave the page
// half empty. Then it is cut, as one that is higher than a page is: each part with enough
// rows to be read by itself, on one scale.

const (
	mostWhite  = 0.3 // share of a page left empty from where a chart is cut
	fewestRows = 4   // in each part
	gainOfCut  = 6.0 // least that it must save
)

// mayBeCut reports whether a chart that goes on a page may be cut nonetheless. A heat
// table is read down its columns, so it must have many rows.
func mayBeCut(c briefing.Chart) bool {
	switch c.(type) {
	case *briefing.Ranked, *briefing.Targets:
		return rowsOf(c) >= 2*fewestRows
	case *briefing.Heat:
		return rowsOf(c) >= 5*fewestRows
	}
	return false
}

// recut cuts charts where that fills pages. It returns the boxes and their plan.
func recut(boxes []box) ([]box, []filled) {
	boxes = slices.Clone(boxes)
	pages := plan(boxes)
	for n := 0; n+1 < len(pages); n++ {
		i := pages[n+1].boxes[0]
		white := whiteOf(boxes, pages[n])
		if white < mostWhite*boxes[i].sheet.body() || boxes[i].sheet != boxes[pages[n].boxes[0]].sheet {
			continue
		}
		for boxes[i].cut == nil && boxes[i].keep && i+1 < len(boxes) { // the heading goes with it
			white -= boxes[i].before + boxes[i].height
			i++
		}
		if boxes[i].cut == nil {
			continue
		}
		parts, behind := boxes[i].cut(white-boxes[i].before), i+max(boxes[i].parts, 1)
		boxes[i].cut = nil // once
		if len(parts) < 2 {
			continue
		}
		for k := range parts {
			parts[k].part = boxes[i].part
		}
		other := slices.Concat(boxes[:i], parts, boxes[behind:])
		if then := plan(other); then[0].cost < pages[0].cost-gainOfCut && apart(then, i) {
			boxes, pages = other, then
		}
	}
	return boxes, pages
}

// whiteOf is the height that a page has left.
func whiteOf(boxes []box, f filled) float64 {
	first := &boxes[f.boxes[0]]
	white := first.sheet.body() - stackHeight(first.again) + first.before
	for _, i := range f.boxes {
		white -= boxes[i].before + boxes[i].height
	}
	return white
}

// apart reports whether a box and the next stand on different pages.
func apart(pages []filled, i int) bool {
	for _, f := range pages {
		if slices.Contains(f.boxes, i) {
			return !slices.Contains(f.boxes, i+1)
		}
	}
	return false
}
