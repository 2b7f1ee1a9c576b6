package pdf

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"jianbao/fonts"
	"jianbao/internal/typeset"
)

const (
	markShare   = 0.82 // of the page along the slope that a watermark may take
	markHighest = 0.2  // of the page's shorter side that a line of it may be high
	markLeading = 1.25
)

// watermark sets words across a page, under all that stands on it. They say
// nothing of the content, so they are decoration; pale rather than translucent,
// for the archive; and shapes rather than text, so that they are not among the
// sentences that someone copies.
func (l *layout) watermark(pg *page) {
	words := l.markWords()
	if len(words) == 0 {
		return
	}
	sh := pg.sheet
	angle := math.Atan2(sh.height, sh.width)
	angle = min(max(angle, 35*math.Pi/180), 50*math.Pi/180)
	sin, cos := math.Sincos(angle)
	// Of the ways to break the words the one in which they are largest.
	var lines []string
	size := 0.0
	for _, try := range words {
		if s := l.markSize(sh, try, sin, cos); s > size*1.05 {
			size, lines = s, try
		}
	}
	ops := []op{tagOp{artifact}}
	for n, s := range lines {
		line := l.set(style(fonts.Bold, size), s)
		down := (float64(n)-float64(len(lines)-1)/2)*markLeading*size + 0.36*size
		x := sh.width/2 - line.Width/2*cos + down*sin
		y := sh.height/2 + line.Width/2*sin + down*cos
		for _, p := range line.Pieces {
			steps, err := outlined(p, x+p.X*cos, y-p.X*sin, sin, cos)
			if err != nil && l.err == nil {
				l.err = err
			}
			ops = append(ops, pathOp{steps: steps, fill: true, col: pale})
		}
	}
	pg.ops = append(append(ops, untagOp{}), pg.ops...)
}

// markWords are the ways to break a watermark into lines: each language on one or
// two, both on one where they are short.
func (l *layout) markWords() [][]string {
	first, second := l.lead(l.design.Watermark), l.answer(l.design.Watermark)
	switch {
	case first == "":
		return nil
	case second == "":
		return [][]string{{first}, inHalves(first)}
	}
	return [][]string{
		{first + "  " + second}, {first, second}, append([]string{first}, inHalves(second)...),
		append(inHalves(first), second), append(inHalves(first), inHalves(second)...),
	}
}

// inHalves breaks words near their middle: between words, hanzi anywhere.
func inHalves(s string) []string {
	runes := []rune(s)
	best, least := 0, len(runes)
	for i := 1; i < len(runes); i++ {
		if runes[i-1] == ' ' || runes[i] >= 0x2E80 && runes[i-1] >= 0x2E80 {
			if off := max(2*i-len(runes), len(runes)-2*i); off < least {
				best, least = i, off
			}
		}
	}
	if best == 0 {
		return []string{s}
	}
	return []string{strings.TrimSpace(string(runes[:best])), string(runes[best:])}
}

// markSize is the size in which lines fit a page along its slope.
func (l *layout) markSize(sh *sheet, lines []string, sin, cos float64) float64 {
	const unit = 100.0
	width := 1.0
	for _, s := range lines {
		width = max(width, l.set(style(fonts.Bold, unit), s).Width)
	}
	high := unit * markLeading * float64(len(lines)-1)
	return min(unit*markShare*min(sh.width/(width*cos+high*sin), sh.height/(width*sin+high*cos)),
		markHighest*min(sh.width, sh.height))
}

// outlined are the outlines of a piece of text that starts at x, y and goes up a
// slope.
func outlined(p typeset.Piece, x, y, sin, cos float64) ([]step, error) {
	const unit = 1000
	k := p.Size / unit / 64
	font := p.Face.Outlines()
	var buf sfnt.Buffer
	var steps []step
	along := 0.0
	for _, r := range p.Text {
		g, err := font.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			return nil, fmt.Errorf("pdf: watermark: %q (U+%04X): %w", r, r, ErrGlyph)
		}
		segments, err := font.LoadGlyph(&buf, g, fixed.I(unit), nil)
		if err != nil {
			return nil, fmt.Errorf("pdf: watermark: %q: %w", r, err)
		}
		at := func(q fixed.Point26_6) (float64, float64) {
			dx, dy := along+float64(q.X)*k, float64(q.Y)*k
			return x + dx*cos + dy*sin, y - dx*sin + dy*cos
		}
		steps = appendGlyph(steps, segments, at)
		along += p.Face.Advance(r) * p.Size
	}
	return steps, nil
}

// appendGlyph adds the segments of a glyph to a path.
func appendGlyph(steps []step, segments sfnt.Segments, at func(fixed.Point26_6) (float64, float64)) []step {
	var lastX, lastY float64
	open := false
	for _, s := range segments {
		var st step
		switch s.Op {
		case sfnt.SegmentOpMoveTo, sfnt.SegmentOpLineTo:
			st.kind = 'l'
			if s.Op == sfnt.SegmentOpMoveTo {
				if open {
					steps = append(steps, step{kind: 'h'})
				}
				st.kind, open = 'm', true
			}
			st.p[0], st.p[1] = at(s.Args[0])
			lastX, lastY = st.p[0], st.p[1]
		case sfnt.SegmentOpQuadTo: // quadratic → cubic
			st.kind = 'c'
			qx, qy := at(s.Args[0])
			x, y := at(s.Args[1])
			st.p = [6]float64{lastX + (qx-lastX)*2/3, lastY + (qy-lastY)*2/3, x + (qx-x)*2/3, y + (qy-y)*2/3, x, y}
			lastX, lastY = x, y
		case sfnt.SegmentOpCubeTo:
			st.kind = 'c'
			for i := range 3 {
				st.p[2*i], st.p[2*i+1] = at(s.Args[i])
			}
			lastX, lastY = st.p[4], st.p[5]
		}
		steps = append(steps, st)
	}
	if open {
		steps = append(steps, step{kind: 'h'})
	}
	return steps
}
