package charts

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"

	"jianbao/internal/briefing"
)

// stroke is how a series is told from others: by colour, and without colour by
// its dashes.
type stroke struct {
	colour color.RGBA
	width  float64
	dash   []vg.Length
}

// mostLines is the number of series that one panel tells apart; more are drawn
// as small multiples.
const mostLines = 6

func actual(series []briefing.Series) int {
	n := 0
	for _, s := range series {
		if s.Role == briefing.RoleActual {
			n++
		}
	}
	return n
}

// each gives every series a panel of its own.
func each(c *briefing.Lines) *briefing.Panels {
	m := &briefing.Panels{Slots: c.Slots, Unit: c.Unit, Shared: true, Base: c.Base}
	for _, s := range c.Series {
		m.Panels = append(m.Panels, briefing.Panel{Name: s.Name, Data: s.Data, Target: c.Target})
	}
	return m
}

// mostDashed is the number of points up to which lines are dashed; the dashes of
// denser ones would flicker.
const mostDashed = 60

// strokes of a set of series, by their roles and their order. The first that is
// emphasised has the house's own colour, solid and heaviest.
func (t *typist) strokes(series []briefing.Series) []stroke {
	out := make([]stroke, len(series))
	dense := len(series) > 0 && len(series[0].Data) > mostDashed
	first := slices.IndexFunc(series, func(s briefing.Series) bool { return s.Emphasis && s.Role == briefing.RoleActual })
	n := 0
	if first >= 0 {
		n = 1
	}
	for i, s := range series {
		switch {
		case s.Role == briefing.RolePast:
			out[i] = stroke{t.theme.Secondary, 1, []vg.Length{4, 1.2}}
		case s.Role == briefing.RolePlan:
			out[i] = stroke{t.theme.Target, 1, dashes}
		case i == first:
			out[i] = t.theme.series(0, dense)
		default:
			out[i] = t.theme.series(n, dense)
			n++
		}
		if s.Emphasis {
			out[i].width += 0.6
		}
		if dense {
			out[i].dash = nil
			if s.Role == briefing.RolePast {
				out[i].width = 0.6
			}
		}
	}
	return out
}

// series is the stroke of the n-th series. All colours have a contrast of 4.5
// with paper, since the names of the series are set in them. Dense lines have no
// dashes; they are told apart by how dark or how heavy they are.
func (th Theme) series(n int, dense bool) stroke {
	strokes := [mostLines]stroke{
		{th.Emphasis, 1.5, nil},
		{rgb(0x8A5A00), 1.2, []vg.Length{5, 1.8}},
		{rgb(0x7B3F98), 1.2, []vg.Length{1.3, 1.5}},
		{rgb(0x1F766F), 1.2, []vg.Length{7, 1.6, 1.3, 1.6}},
		{th.Ink, 1.1, []vg.Length{2.8, 1.4}},
		{rgb(0x8C3B4A), 1.1, []vg.Length{10, 2.4}},
	}
	if dense {
		strokes = [mostLines]stroke{
			{th.Emphasis, 1.5, nil},
			{rgb(0x8A5A00), 0.7, nil},
			{rgb(0x4A1D63), 1.2, nil},
			{rgb(0x227C74), 1.2, nil},
			{th.Ink, 0.7, nil},
			{rgb(0x6E2433), 0.7, nil},
		}
	}
	return strokes[n%mostLines]
}

// strokeData draws data as a line that breaks where they are missing; a value
// between two gaps is a dot.
func (p *pen) strokeData(st stroke, data []briefing.Datum, at func(int) point) {
	var run []point
	flush := func() {
		switch len(run) {
		case 0:
		case 1:
			p.disc(st.colour, run[0], max(st.width*0.8, 1))
		default:
			p.patterned(st, run...)
		}
		run = run[:0]
	}
	for i, d := range data {
		if !has(d) {
			flush()
			continue
		}
		run = append(run, at(i))
	}
	flush()
}

func (p *pen) patterned(st stroke, pts ...point) {
	p.cv.SetColor(st.colour)
	p.cv.SetLineWidth(vg.Length(st.width))
	p.cv.SetLineDash(st.dash, 0)
	p.cv.Stroke(p.path(false, pts...))
	p.cv.SetLineDash(nil, 0)
}

// hatch covers a box with slanting lines.
func (p *pen) hatch(c color.RGBA, b box) {
	const step = 3.5
	var all vg.Path
	for d := step / 2; d < b.width()+b.height(); d += step {
		x0, y0 := b.x0+d, b.y0 // where the slant enters, from below or the right
		if x0 > b.x1 {
			x0, y0 = b.x1, b.y0+d-b.width()
		}
		x1, y1 := b.x0, b.y0+d
		if y1 > b.y1 {
			x1, y1 = b.x0+d-b.height(), b.y1
		}
		all.Move(vg.Point{X: vg.Length(x0), Y: vg.Length(y0)})
		all.Line(vg.Point{X: vg.Length(x1), Y: vg.Length(y1)})
	}
	p.strokeAll(c, 0.45, all)
}
