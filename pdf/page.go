package pdf

import (
	"fmt"

	"github.com/go-pdf/fpdf"

	"jianbao/fonts"
	"jianbao/internal/typeset"
	"jianbao/pdf/objects"
)

// The five sizes of the page and the leading of each.
const (
	titleSize, titleLead   = 22, 29
	numberSize, numberLead = 17, 22
	headSize, headLead     = 12.5, 17.5
	bodySize, bodyLead     = 9, 14
	smallSize, smallLead   = 7.5, 10.5
)

// page is a page as laid out: what is drawn on it, in reading order.
type page struct {
	sheet   *sheet
	ops     []op
	links   []*link
	anchors []anchor

	open []*element // being drawn, the innermost last
}

func (pg *page) height() float64 { return pg.sheet.height }

// op is one drawing operation.
type op interface{ paint(*painter) }

// link is a place that leads to an address or an anchor. says tells where to.
type link struct {
	x, y, w, h  float64
	url, anchor string
	says        string
	el          *element

	page, number int // of its annotation
	ref          objects.Ref
}

type anchor struct {
	id, title string
	y         float64
	level     int // 1 of a section, 2 of a figure or table
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

// lineAs draws it as text of a role. Pieces in another language than the rest say
// so by their tag.
func (pg *page) lineAs(role textRole, l typeset.Line, x, y float64, col rgb) {
	for from := 0; from < len(l.Pieces); {
		to := from + 1
		for to < len(l.Pieces) && l.Pieces[to].Tag == l.Pieces[from].Tag {
			to++
		}
		draw := func() {
			for _, p := range l.Pieces[from:to] {
				if p.Text == "" {
					continue
				}
				set := func() {
					pg.ops = append(pg.ops, textOp{x: x + p.X, y: y - p.Rise, face: p.Face, size: p.Size, col: col, s: p.Text, role: role})
				}
				if top := pg.top(); p.Hyphen && top != nil && top != artifact { // no part of the text: a soft one
					el := top.child("Span")
					el.actual = "\u00AD"
					pg.within(el, set)
				} else {
					set()
				}
			}
		}
		if lang := tagLanguage[l.Pieces[from].Tag]; lang != "" {
			pg.said(lang, draw)
		} else {
			draw()
		}
		from = to
	}
}

// Tags of spans that are in a language of their own.
const (
	tagZH = 1 + iota
	tagEN
)

var tagLanguage = map[int]string{tagZH: zh, tagEN: en}

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
	err   error

	doc      *element     // root of the structure tree
	root     objects.Ref  // of the tree in the file
	page     int          // being painted
	open     []*element   // the innermost last
	marked   *element     // whose content is under way
	contents []*element   // owners of the page's stretches of content, by their number
	owners   [][]*element // those of all pages
	loose    *element     // for text that belongs to no element

	face     *embedded
	size     float64
	fillCol  rgb
	drawCol  rgb
	lineW    float64
	dashed   bool
	freshCol bool // no colour has been set on this page
}

// reset forgets the state at the start of a page.
func (p *painter) reset() {
	p.face, p.size, p.lineW, p.dashed, p.freshCol = nil, 0, 0, false, true
	p.contents, p.open = nil, nil
	p.f.SetLineCapStyle("butt")
	p.f.SetLineJoinStyle("miter")
}

func (p *painter) font(face *fonts.Face, size float64) *embedded {
	if p.face != nil && p.face.face == face && p.size == size {
		return p.face
	}
	for i := range p.fonts {
		if e := &p.fonts[i]; e.face == face {
			p.f.SetFont(e.key, "", size)
			p.face, p.size = e, size
			return e
		}
	}
	p.fail(fmt.Errorf("pdf: face %s is not embedded", face.Name()))
	return nil
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
	e := p.font(t.face, t.size)
	if e == nil {
		return
	}
	p.mark(false)
	p.colours(t.col)
	if t.turn != nil {
		p.f.TransformBegin()
		// The matrix is that of PDF space (y upwards) about the text's origin.
		_, height := p.f.GetPageSize()
		m, x, y := *t.turn, t.x, height-t.y
		p.f.Transform(fpdf.TransformMatrix{A: m[0], B: m[1], C: m[2], D: m[3], E: x - m[0]*x - m[2]*y, F: y - m[1]*x - m[3]*y})
	}
	p.f.Text(t.x, t.y, e.coded(t.s))
	if t.turn != nil {
		p.f.TransformEnd()
	}
}

func (o pathOp) paint(p *painter) {
	p.mark(true)
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
