package charts

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// figure is a chart with its words around it, as it stands alone: the finding,
// what is drawn, the chart, the note.
type figure struct {
	t          *typist
	w, h       float64
	head, note block
	chart      layout
	chartAt    float64 // depth of the chart's top
}

const (
	margin    = 10.0
	sizeTitle = 11.5
	sizeUnder = 8.5
	headGap   = 7.0
	widest    = 5000.0 // of a figure
	pixels    = 1e8    // of a picture, at most
)

func newFigure(f *briefing.Figure, width vg.Length, opt Options) (*figure, error) {
	if f == nil || f.Chart == nil {
		return nil, fmt.Errorf("charts: a figure without a chart")
	}
	if !(width >= 2*margin+20 && width <= widest) {
		return nil, fmt.Errorf("charts: a figure cannot be %.0f pt wide", float64(width))
	}
	g := &figure{t: newTypist(opt), w: float64(width)}
	inner := g.w - 2*margin
	var err error
	if g.chart, err = lay(f.Chart, inner, g.t); err != nil {
		return nil, err
	}
	t := g.t
	title := style{fonts.Bold, sizeTitle, t.theme.Ink}
	under := style{fonts.Regular, sizeUnder, t.theme.Secondary}
	small := style{fonts.Regular, 7.5, t.theme.Secondary}
	g.head = t.pair(f.Title, title, under, inner)
	g.head.stack(t.either(f.Description, small, inner), 1.5)
	g.note = t.either(f.Note, t.minor(), inner)
	y := margin
	if !g.head.empty() {
		y += g.head.h + headGap
	}
	g.chartAt = y
	y += math.Ceil(g.chart.natural())
	if !g.note.empty() {
		y += headGap + g.note.h
	}
	g.h = y + margin
	return g, nil
}

// either sets both languages on one line where they fit, else one under the
// other.
func (t *typist) either(x briefing.Text, st style, width float64) block {
	first, second := t.words(x)
	if second != "" {
		if one := t.plain(first+" · "+second, st); one.w <= width {
			return one
		}
	}
	return t.pair(x, st, st, width)
}

// draw draws the figure. The canvases that it is drawn on panic at a typeface
// that they cannot read; here that is an error.
func (g *figure) draw(cv vg.Canvas) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("charts: %v", r)
		}
	}()
	p := &pen{cv: cv, t: g.t, in: box{0, 0, g.w, g.h}}
	p.rect(g.t.theme.Paper, p.in)
	p.text(g.head, margin, g.h-margin, 0)
	top := g.h - g.chartAt
	g.chart.draw(p, box{margin, top - math.Ceil(g.chart.natural()), g.w - margin, top})
	p.text(g.note, margin, margin+g.note.h, 0)
	return nil
}

// FigureHeight is the height of a figure at a width.
func FigureHeight(f *briefing.Figure, width vg.Length, opt Options) (vg.Length, error) {
	g, err := newFigure(f, width, opt)
	if err != nil {
		return 0, err
	}
	return vg.Length(g.h), nil
}

// DrawFigure draws a figure, with its title, description and note, from the
// origin of a canvas up to its width and FigureHeight.
func DrawFigure(cv vg.Canvas, f *briefing.Figure, width vg.Length, opt Options) error {
	g, err := newFigure(f, width, opt)
	if err != nil {
		return err
	}
	return g.draw(cv)
}

// PNG writes a figure with its title, description and note as a picture, to
// paste into a letter or a slide. The file says its resolution, its title and
// what it shows.
func PNG(w io.Writer, f *briefing.Figure, width vg.Length, dpi int, opt Options) error {
	if dpi < 24 || dpi > 1200 {
		return fmt.Errorf("charts: %d dots per inch are not between 24 and 1200", dpi)
	}
	g, err := newFigure(f, width, opt)
	if err != nil {
		return err
	}
	if scale := float64(dpi) / 72; g.w*g.h*scale*scale > pixels {
		return fmt.Errorf("charts: a picture of %.0f × %.0f pt at %d dots per inch is too large", g.w, g.h, dpi)
	}
	cv := vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(vg.Length(g.w), vg.Length(g.h)), vgimg.UseDPI(dpi))}
	if err := g.draw(cv); err != nil {
		return err
	}
	var data bytes.Buffer
	if _, err := cv.WriteTo(&data); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	if _, err := w.Write(withMeta(data.Bytes(), dpi, [2]string{"Title", g.t.both(f.Title)}, [2]string{"Description", g.t.both(described(f))})); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	return nil
}
