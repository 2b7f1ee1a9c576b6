package pdf

import (
	"fmt"

	"github.com/go-pdf/fpdf"

	"jianbao/fonts"
	"jianbao/internal/typeset"
)

// Lengths are in points, y grows downwards from the top of the page.
const (
	pageWidth    = 595.28 // A4
	pageHeight   = 841.89
	mm           = 72 / 25.4
	marginSide   = 18 * mm
	marginTop    = 16 * mm
	footerTop    = pageHeight - 15*mm
	bodyBottom   = footerTop - 5*mm
	contentWidth = pageWidth - 2*marginSide
	gutter       = 24 // between columns
	columnWidth  = (contentWidth - gutter) / 2
	// Parallel prose: English takes more room than the Chinese it answers.
	zhWidth = 0.45 * (contentWidth - gutter)
	enWidth = contentWidth - gutter - zhWidth
	enLeft  = marginSide + zhWidth + gutter
)

// The five sizes of the page and the leading of each.
const (
	titleSize, titleLead   = 22, 29
	numberSize, numberLead = 17, 22
	headSize, headLead     = 12.5, 17.5
	bodySize, bodyLead     = 9, 14
	smallSize, smallLead   = 7.5, 10.5
)

type rgb struct{ r, g, b uint8 }

var (
	ink       = rgb{0x1B, 0x2A, 0x3A}
	secondary = rgb{0x5B, 0x6B, 0x7B}
	hairline  = rgb{0xD5, 0xDC, 0xE3}
	accent    = rgb{0x0B, 0x5C, 0x8A}
	target    = rgb{0xC8, 0x10, 0x2E}
	ahead     = rgb{0x2E, 0x7D, 0x5B}
	behind    = rgb{0xB4, 0x53, 0x1A}
)

// page is a page as laid out: what is drawn on it, in reading order.
type page struct {
	size    fpdf.SizeType // zero for A4
	ops     []op
	links   []link
	anchors []anchor
}

func (pg *page) height() float64 {
	if pg.size.Ht > 0 {
		return pg.size.Ht
	}
	return pageHeight
}

// op is one drawing operation.
type op interface{ paint(*painter) }

type link struct {
	x, y, w, h  float64
	url, anchor string
}

type anchor struct {
	id, title string
	y         float64
}

// textOp is a run of characters in one face. With turn set, its matrix turns
// the text around the point (x, y).
type textOp struct {
	x, y float64 // left end of the baseline
	face *fonts.Face
	size float64
	col  rgb
	s    string
	turn *[4]float64
	role textRole
}

// textRole is what a text is to the document, where it is not its content.
type textRole int

const (
	content   textRole = iota
	drawn              // in a chart
	furniture          // at the foot of the page
)

// pathOp is a path, filled or stroked.
type pathOp struct {
	steps []step
	fill  bool
	col   rgb
	width float64
	dash  []float64
	phase float64
}

// step is one element of a path: 'm' moves, 'l' draws a line, 'c' a Bézier
// curve through two control points, 'h' closes.
type step struct {
	kind byte
	p    [6]float64
}

// line draws a set line with its left end at x and its baseline at y.
func (pg *page) line(l typeset.Line, x, y float64, col rgb) { pg.lineAs(content, l, x, y, col) }

func (pg *page) lineAs(role textRole, l typeset.Line, x, y float64, col rgb) {
	for _, p := range l.Pieces {
		if p.Text == "" || p.Text == " " {
			continue
		}
		pg.ops = append(pg.ops, textOp{x: x + p.X, y: y - p.Rise, face: p.Face, size: p.Size, col: col, s: p.Text, role: role})
	}
}

// rule draws a horizontal line.
func (pg *page) rule(x, y, w, weight float64, col rgb) {
	pg.ops = append(pg.ops, pathOp{steps: []step{{'m', [6]float64{x, y}}, {'l', [6]float64{x + w, y}}}, col: col, width: weight})
}

// shape fills a polygon given as x, y pairs.
func (pg *page) shape(col rgb, xy ...float64) {
	steps := make([]step, 0, len(xy)/2+1)
	for i := 0; i+1 < len(xy); i += 2 {
		kind := byte('l')
		if i == 0 {
			kind = 'm'
		}
		steps = append(steps, step{kind, [6]float64{xy[i], xy[i+1]}})
	}
	pg.ops = append(pg.ops, pathOp{steps: append(steps, step{kind: 'h'}), fill: true, col: col})
}

// painter writes operations to the file, setting only the state that changes.
type painter struct {
	f     *fpdf.Fpdf
	fonts []embedded
	cut   []*fonts.Face // embedded in two parts
	err   error

	face     *fonts.Face
	shard    int
	size     float64
	fillCol  rgb
	drawCol  rgb
	lineW    float64
	dashed   bool
	freshCol bool // no colour has been set on this page
}

// embedded is a face that the document uses and the key it has in the file.
type embedded struct {
	face *fonts.Face
	key  string
	tag  string // six letters that mark a subset

	shard int // which part of the face, where it had to be cut in two
}

// reset forgets the state at the start of a page.
func (p *painter) reset() {
	p.face, p.size, p.lineW, p.dashed, p.freshCol = nil, 0, 0, false, true
	p.f.SetLineCapStyle("butt")
	p.f.SetLineJoinStyle("miter")
}

func (p *painter) font(face *fonts.Face, shard int, size float64) {
	if p.face == face && p.shard == shard && p.size == size {
		return
	}
	for _, e := range p.fonts {
		if e.face == face && e.shard == shard {
			p.f.SetFont(e.key, "", size)
			p.face, p.shard, p.size = face, shard, size
			return
		}
	}
	p.fail(fmt.Errorf("pdf: face %s is not embedded", face.Name()))
}

func (p *painter) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// colours sets the three colours; text colour equals fill colour, so that the
// writer need not save and restore it around each text.
func (p *painter) colours(col rgb) {
	if p.freshCol || p.fillCol != col {
		p.f.SetFillColor(int(col.r), int(col.g), int(col.b))
		p.f.SetTextColor(int(col.r), int(col.g), int(col.b))
		p.fillCol = col
	}
	if p.freshCol || p.drawCol != col {
		p.f.SetDrawColor(int(col.r), int(col.g), int(col.b))
		p.drawCol = col
	}
	p.freshCol = false
}

func (t textOp) paint(p *painter) {
	p.colours(t.col)
	if t.turn != nil {
		p.f.TransformBegin()
		// The matrix is that of PDF space (y upwards) about the text's origin.
		_, height := p.f.GetPageSize()
		m, x, y := *t.turn, t.x, height-t.y
		p.f.Transform(fpdf.TransformMatrix{A: m[0], B: m[1], C: m[2], D: m[3], E: x - m[0]*x - m[2]*y, F: y - m[1]*x - m[3]*y})
	}
	x := t.x
	for _, part := range p.shards(t.face, t.s) {
		if p.font(t.face, part.shard, t.size); p.err != nil {
			return
		}
		p.f.Text(x, t.y, part.s)
		x += t.face.Width(part.s, t.size)
	}
	if t.turn != nil {
		p.f.TransformEnd()
	}
}

func (o pathOp) paint(p *painter) {
	p.colours(o.col)
	if !o.fill {
		if p.lineW != o.width {
			p.f.SetLineWidth(o.width)
			p.lineW = o.width
		}
		if len(o.dash) > 0 || p.dashed {
			p.f.SetDashPattern(o.dash, o.phase)
			p.dashed = len(o.dash) > 0
		}
	}
	for _, s := range o.steps {
		switch s.kind {
		case 'm':
			p.f.MoveTo(s.p[0], s.p[1])
		case 'l':
			p.f.LineTo(s.p[0], s.p[1])
		case 'c':
			p.f.CurveBezierCubicTo(s.p[0], s.p[1], s.p[2], s.p[3], s.p[4], s.p[5])
		case 'h':
			p.f.ClosePath()
		}
	}
	if o.fill {
		p.f.DrawPath("F")
	} else {
		p.f.DrawPath("D")
	}
}

// disc fills a circle.
func (pg *page) disc(col rgb, x, y, r float64) {
	const k = 0.5522847498 // control points of a quarter circle
	pg.ops = append(pg.ops, pathOp{fill: true, col: col, steps: []step{
		{'m', [6]float64{x + r, y}},
		{'c', [6]float64{x + r, y + k*r, x + k*r, y + r, x, y + r}},
		{'c', [6]float64{x - k*r, y + r, x - r, y + k*r, x - r, y}},
		{'c', [6]float64{x - r, y - k*r, x - k*r, y - r, x, y - r}},
		{'c', [6]float64{x + k*r, y - r, x + r, y - k*r, x + r, y}},
		{kind: 'h'},
	}})
}
