package pdf

import (
	"math"

	"jianbao/fonts"
)

// watermark sets words across a page, under all that stands on it. They say
// nothing of the content, so they are decoration; pale rather than translucent,
// for the archive.
func (l *layout) watermark(pg *page) {
	t := l.design.Watermark
	words := l.lead(t)
	if s := l.answer(t); s != "" {
		words += "  " + s
	}
	if words == "" {
		return
	}
	const unit = 100.0
	sh := pg.sheet
	angle := math.Atan2(sh.height, sh.width)
	angle = min(max(angle, 35*math.Pi/180), 50*math.Pi/180)
	sin, cos := math.Sincos(angle)
	width := l.set(style(fonts.Bold, unit), words).Width
	// As long as the page has room for along the slope, and no larger than a fifth of it.
	size := min(unit*0.82*min(sh.width/cos, sh.height/sin)/max(width, 1), 0.2*min(sh.width, sh.height))
	line := l.set(style(fonts.Bold, size), words)
	x := sh.width/2 - line.Width/2*cos + 0.36*size*sin
	y := sh.height/2 + line.Width/2*sin + 0.36*size*cos
	ops := []op{tagOp{artifact}}
	for _, p := range line.Pieces {
		ops = append(ops, textOp{x: x + p.X*cos, y: y - p.X*sin, face: p.Face, size: p.Size, col: pale, s: p.Text,
			turn: &[4]float64{cos, sin, -sin, cos}, role: ground})
	}
	pg.ops = append(append(ops, untagOp{}), pg.ops...)
}
