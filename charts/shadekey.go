package charts

import "jianbao/internal/briefing"

// shadeKey is the key of a heat table: a swatch for each shade with the values at
// which they change, open at both ends, and one for the middle itself; before
// them, what a dash is.
type shadeKey struct {
	size    float64 // of a swatch
	width   float64 // of all
	labels  []placed
	missing block
	beneath bool // the swatches stand under the word for what is missing
}

const (
	keyHeight = 6.0
	keyStep   = 19.0 // the least width of a swatch where there is room
	keyMid    = 13.0 // the width of the middle's own
	keyAir    = 4.0  // on either side of that
	swatchGap = 5.0  // between the table and its key
	dashWidth = 7.0
)

func (k shadeKey) empty() bool { return k.size == 0 }

func (k shadeKey) height() float64 {
	if k.empty() {
		return 0
	}
	h := swatchGap + keyHeight + 2 + sizeTick*(ascent+descent)
	if k.beneath {
		h += k.missing.h + 3
	}
	return h
}

// edge is where the swatch of a level begins, from the left of the key.
func (k shadeKey) edge(level int) float64 {
	x := float64(level+shades) * k.size
	switch {
	case level == 0:
		x += keyAir
	case level > 0:
		x += 2*keyAir + keyMid - k.size
	}
	return x
}

func (g *heat) newKey() shadeKey {
	text := func(sign string, n int) block {
		v := g.c.Mid + float64(n)*g.step
		return g.t.plain(sign+steps{size: g.step}.label(v, g.t.lang), g.t.tick())
	}
	// The darkest shades begin one step before the last, and have no end.
	type bound struct {
		block
		level int
		at    float64 // of the swatch's width
	}
	bounds := []bound{{text("", 0), 0, 0.5}, {text("< ", 1-shades), -shades, 0.5}, {text("> ", shades-1), shades, 0.5}}
	for n := shades - 2; n > 0; n-- { // at the swatches' seams, the farthest first
		bounds = append(bounds, bound{text("", -n), -n, 0}, bound{text("", n), n, 1})
	}
	k := shadeKey{size: keyStep}
	for _, b := range bounds {
		k.size = max(k.size, b.w+airX)
	}
	const around = keyMid + 2*keyAir
	k.size = min(k.size, (g.w-around)/(2*shades))
	k.width = 2*shades*k.size + around
	for _, b := range bounds {
		x := k.edge(b.level) + b.at*k.size
		if b.level == 0 {
			x = k.edge(0) + keyMid/2
		}
		l := placed{text: b.block, x: min(max(x-b.w/2, 0), k.width-b.w)}
		if free(l, k.labels) {
			k.labels = append(k.labels, l)
		}
	}
	if g.any(func(d briefing.Datum) bool { return !has(d) }) {
		k.missing = g.t.run(noData, g.t.minor(), g.w-dashWidth)
		k.beneath = dashWidth+k.missing.w+columnGap > g.w-k.width
	}
	return k
}

// drawKey draws the key under y, up to x on the right.
func (g *heat) drawKey(p *pen, x, y float64) {
	k := g.key
	y -= swatchGap
	if b := k.missing; !b.empty() {
		at := x - g.w
		mid := y - b.firstMiddle()
		p.line(p.t.theme.Secondary, 0.7, point{at, mid}, point{at + 4, mid})
		p.text(b, at+dashWidth, y, 0)
	}
	if k.beneath {
		y -= k.missing.h + 3
	}
	x -= k.width
	for l := -shades; l <= shades; l++ {
		at := x + k.edge(l)
		size := k.size
		if l == 0 {
			size = keyMid
		}
		e := []box{{at, y - keyHeight, at + size - 0.6, y}}
		if p.bars(p.t.theme.heat(l), e); l < 0 && g.cells == nil {
			p.hatch(g.slant(l), e[0])
		}
	}
	for _, b := range k.labels {
		p.text(b.text, x+b.x, y-keyHeight-2, 0)
	}
}
