// Package charts draws the figures of a briefing as vectors, on any canvas of
// gonum.org/v1/plot: a PDF page, an SVG document, a bitmap.
//
// A chart is laid out before it is drawn. All its text is measured with the
// very faces that draw it, so that room is reserved and nothing collides.
// Axes, ticks and labels are our own.
package charts

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// Length is a length in points, by its name here for those who need no canvas.
type Length = vg.Length

// Options of a drawing; the zero value draws in both languages, in the
// built-in typeface and the house colours.
type Options struct {
	Lang  briefing.Lang
	Fonts *fonts.Family // nil: the built-in family
	Theme Theme
}

// layout is a chart measured for one width.
type layout interface {
	// natural is the height at which the chart is at its best, least the one
	// below which it cannot be drawn.
	natural() float64
	least() float64
	draw(p *pen, at box)
}

// Height is the natural height of a chart at a width.
func Height(c briefing.Chart, width vg.Length, opt Options) vg.Length {
	l, err := lay(c, float64(width), newTypist(opt))
	if err != nil {
		return 0
	}
	return vg.Length(math.Ceil(l.natural()))
}

// Draw draws a chart inside a rectangle, and never outside it. A rectangle too
// small for the chart's words is an error; at the Height of its width a chart
// always fits.
func Draw(cv vg.Canvas, at vg.Rectangle, c briefing.Chart, opt Options) error {
	t := newTypist(opt)
	b := box{float64(at.Min.X), float64(at.Min.Y), float64(at.Max.X), float64(at.Max.Y)}
	l, err := lay(c, b.width(), t)
	if err != nil {
		return err
	}
	if need := l.least(); b.height() < need-0.01 {
		return fmt.Errorf("charts: a height of %.0f pt is too little at this width, %.0f pt is the least", b.height(), need)
	}
	l.draw(&pen{cv: cv, t: t, in: b}, b)
	return nil
}

// narrowest is the least width of a chart with words, in points.
const narrowest = 100

func lay(c briefing.Chart, width float64, t *typist) (layout, error) {
	if _, ok := c.(*briefing.Spark); !ok && !(width >= narrowest) {
		return nil, fmt.Errorf("charts: a width of %.0f pt is too little, %d pt is the least", width, narrowest)
	}
	switch c := c.(type) {
	case *briefing.Spark:
		return newSpark(c), nil
	case *briefing.Growth:
		if n := len(c.Slots); n == 0 || len(c.Bars)+len(c.Line) == 0 || len(c.Bars) != n && c.Bars != nil || len(c.Line) != n && c.Line != nil {
			return nil, fmt.Errorf("charts: %d bars and %d points of a line do not fill %d slots", len(c.Bars), len(c.Line), n)
		}
		return newGrowth(c, width, t), nil
	case *briefing.Ranked:
		return newRanked(c, width, t), nil
	case *briefing.Targets:
		return newTargets(c, width, t), nil
	case *briefing.Implied:
		return newImplied(c, width, t), nil
	case *briefing.Lines:
		if err := fill(len(c.Slots), c.Series); err != nil {
			return nil, err
		}
		if n := actual(c.Series); n > mostLines {
			return newMultiples(each(c), width, t), nil
		}
		return newLines(c, width, t), nil
	case *briefing.Panels:
		for i, q := range c.Panels {
			if len(q.Data) != len(c.Slots) {
				return nil, fmt.Errorf("charts: the %d data of panel %d do not fill %d slots", len(q.Data), i+1, len(c.Slots))
			}
		}
		if len(c.Panels) == 0 || len(c.Slots) == 0 {
			return nil, fmt.Errorf("charts: small multiples without panels or without slots")
		}
		return newMultiples(c, width, t), nil
	case *briefing.Heat:
		if err := fill(len(c.Slots), c.Rows); err != nil {
			return nil, err
		}
		return newHeat(c, width, t), nil
	case *briefing.Stack:
		if err := fill(len(c.Slots), c.Parts); err != nil {
			return nil, err
		}
		if n := len(c.Total.Data); n != 0 && n != len(c.Slots) {
			return nil, fmt.Errorf("charts: a total of %d data does not fill %d slots", n, len(c.Slots))
		}
		return newStack(c, width, t), nil
	case *briefing.Slope:
		if len(c.Rows) == 0 {
			return nil, fmt.Errorf("charts: a slope chart without rows")
		}
		return newSlope(c, width, t), nil
	}
	return nil, fmt.Errorf("charts: there is no drawing for %T", c)
}

// fill checks that series have a datum for every slot.
func fill(slots int, series []briefing.Series) error {
	if slots == 0 || len(series) == 0 {
		return fmt.Errorf("charts: %d series over %d slots are nothing to draw", len(series), slots)
	}
	for i, s := range series {
		if len(s.Data) != slots {
			return fmt.Errorf("charts: the %d data of series %d do not fill %d slots", len(s.Data), i+1, slots)
		}
	}
	return nil
}

// largest is the magnitude up to which values are placed.
const largest = 1e100

// has reports whether a datum can be placed.
func has(d briefing.Datum) bool { return !d.Missing && placeable(d.Value) }

func placeable(v float64) bool { return math.Abs(v) <= largest }
