package pdf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// testSheet is a page of 700 points.
func testSheet() *sheet { return newSheet(Paper{500, 700 + marginTop + 20*mm}, 0) }

func lines(sh *sheet, part, n int) []box {
	boxes := make([]box, n)
	for i := range boxes {
		boxes[i] = box{height: 14, sheet: sh, part: part, keep: i == 0 && n > 1 || i == n-2}
	}
	return boxes
}

func head(sh *sheet, part int) box {
	return box{height: 40, before: 22, keep: true, sheet: sh, part: part}
}

func figureBox(sh *sheet, part int, height float64) box {
	return box{height: height, before: 14, sheet: sh, part: part, floats: true, take: 0.2 * height, give: func() float64 { return 0.15 * height }}
}

// filledTo is how much of its page a plan uses before anything gives or grows.
func filledTo(boxes []box, f filled) float64 {
	h := 0.0
	for n, i := range f.boxes {
		h += boxes[i].height
		if n > 0 {
			h += boxes[i].before
		} else {
			h += stackHeight(boxes[i].again)
		}
	}
	return h
}

func join(parts ...[]box) []box { return slices.Concat(parts...) }

func TestNoLoneHeading(t *testing.T) {
	sh := testSheet()
	for fill := range 50 {
		boxes := join(lines(sh, 0, fill), []box{head(sh, 1), {height: 500, sheet: sh, part: 1}}, lines(sh, 1, 4))
		for n, f := range plan(boxes) {
			if last := f.boxes[len(f.boxes)-1]; boxes[last].keep {
				t.Errorf("%d lines: page %d ends with a box that keeps with the next", fill, n+1)
			}
		}
	}
}

// A figure that does not fit waits for the next page while the text behind it
// fills this one, and comes before the next section.
func TestFiguresFloat(t *testing.T) {
	sh := testSheet()
	boxes := join(lines(sh, 0, 36), []box{head(sh, 1)}, lines(sh, 1, 2), []box{figureBox(sh, 1, 300)}, lines(sh, 1, 6), []box{head(sh, 2)}, lines(sh, 2, 18))
	pages := plan(boxes)
	figure := 36 + 1 + 2
	if len(pages) != 2 || pages[1].boxes[0] != figure || pages[0].boxes[len(pages[0].boxes)-1] != figure+6 {
		t.Errorf("pages %+v", pages)
	}
}

// A document a little longer than a page has one page, or two with something on
// the last.
func TestLastPage(t *testing.T) {
	sh := testSheet()
	for extra := range 12 {
		boxes := join([]box{figureBox(sh, 0, 200)}, lines(sh, 0, 20), []box{head(sh, 0)}, lines(sh, 0, 6+extra))
		pages := plan(boxes)
		if last := pages[len(pages)-1]; len(pages) > 1 && filledTo(boxes, last) < leastLast*sh.body()-14 {
			t.Errorf("%d lines more: the last of %d pages is filled to %.0f points", extra, len(pages), filledTo(boxes, last))
		}
	}
}

// Whatever the boxes: each stands on a page once, those that do not float in
// order, those that float in order among themselves and within their section, all
// within the page; and a page is left half empty only where what is next has no
// room on it.
func TestPlans(t *testing.T) {
	upright := testSheet()
	side := upright.turned()
	for seed := range uint64(400) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		var boxes []box
		for part := range 1 + rnd.IntN(6) {
			sh := upright
			if rnd.IntN(6) == 0 {
				sh = side
			}
			boxes = append(boxes, head(sh, part))
			for range 1 + rnd.IntN(6) {
				switch rnd.IntN(3) {
				case 0:
					boxes = append(boxes, lines(sh, part, 1+rnd.IntN(20))...)
				case 1:
					boxes = append(boxes, figureBox(sh, part, 60+float64(rnd.IntN(int(sh.body())-140))))
				default:
					again := []box{{height: 12}, {height: 30}}
					for r := range 2 + rnd.IntN(60) {
						b := box{height: 20, sheet: sh, part: part, table: true}
						if r > 0 {
							b.again = again
						} else {
							b.height = 60
							b.keep = true
						}
						boxes = append(boxes, b)
					}
				}
			}
		}
		if err := checkPlan(boxes, plan(boxes)); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}

func checkPlan(boxes []box, pages []filled) error {
	var order, floating, fixed []int
	for n, f := range pages {
		order = append(order, f.boxes...)
		sh := boxes[f.boxes[0]].sheet
		give, air := 0.0, 0.0
		for k, i := range f.boxes {
			if boxes[i].sheet != sh {
				return fmt.Errorf("page %d has boxes of two sheets", n+1)
			}
			give += boxes[i].lowers()
			if k > 0 {
				air += boxes[i].slack()
			}
		}
		used := filledTo(boxes, f)
		if used > sh.body()+give+air+0.1 {
			return fmt.Errorf("page %d is overfull", n+1)
		}
		if n+1 < len(pages) && used < 0.55*sh.body() {
			next := pages[n+1].boxes[0]
			need := boxes[next].before
			for i := next; i < len(boxes); i++ {
				need += boxes[i].height
				if !boxes[i].keep {
					break
				}
			}
			if boxes[next].sheet == sh && used+need < 0.9*sh.body() {
				return fmt.Errorf("page %d is filled to %.0f of %.0f, and %.0f would fit", n+1, used, sh.body(), need)
			}
		}
	}
	part := 0
	for _, i := range order {
		if boxes[i].part < part {
			return fmt.Errorf("box %d of part %d stands in part %d", i, boxes[i].part, part)
		}
		part = boxes[i].part
		if boxes[i].floats {
			floating = append(floating, i)
		} else {
			fixed = append(fixed, i)
		}
	}
	if len(order) != len(boxes) || !slices.IsSorted(floating) || !slices.IsSorted(fixed) {
		return fmt.Errorf("%d of %d boxes, in the order %v", len(order), len(boxes), order)
	}
	return nil
}

// A long chart is cut where it would leave a page half empty, and nowhere else.
func TestRecut(t *testing.T) {
	sh := testSheet()
	for fill, want := range map[int]int{25: 2, 48: 1, 1: 1} {
		chart := box{height: 600, sheet: sh, part: 1}
		chart.cut = func(first float64) []box {
			if first < 100 {
				return nil
			}
			return []box{{height: first - 5, sheet: sh}, {height: 600 - first + 40, sheet: sh}}
		}
		boxes := join(lines(sh, 0, fill), []box{head(sh, 1), chart}, lines(sh, 1, 30))
		cut, pages := recut(boxes)
		if got := len(cut) - len(boxes) + 1; got != want {
			t.Errorf("%d lines before it: the chart stands in %d parts, want %d", fill, got, want)
		}
		if err := checkPlan(cut, pages); err != nil {
			t.Errorf("%d lines: %v", fill, err)
		}
	}
}
