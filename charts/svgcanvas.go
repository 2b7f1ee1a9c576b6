package charts

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"math"
	"strconv"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// svgCanvas writes what charts draw as small SVG: shapes of one look become one
// path, words of one look one group, coordinates are absolute with two decimals.
// Charts turn and move nothing, so neither does it.
type svgCanvas struct {
	height float64
	out    bytes.Buffer
	colour color.RGBA
	width  float64
	dash   []vg.Length
	open   string // the look of the element that is being written
	words  bool   // it is a group of words
	err    error
}

func (c *svgCanvas) SetLineWidth(w vg.Length)               { c.width = float64(w) }
func (c *svgCanvas) SetLineDash(p []vg.Length, _ vg.Length) { c.dash = p }
func (c *svgCanvas) Push()                                  {}
func (c *svgCanvas) Pop()                                   {}
func (c *svgCanvas) Rotate(float64)                         { c.refuse("Rotate") }
func (c *svgCanvas) Translate(vg.Point)                     { c.refuse("Translate") }
func (c *svgCanvas) Scale(float64, float64)                 { c.refuse("Scale") }
func (c *svgCanvas) DrawImage(vg.Rectangle, image.Image)    { c.refuse("DrawImage") }

func (c *svgCanvas) refuse(call string) {
	if c.err == nil {
		c.err = fmt.Errorf("charts: SVG without %s", call)
	}
}

func (c *svgCanvas) SetColor(col color.Color) {
	if col == nil {
		col = color.Black
	}
	c.colour = color.RGBAModel.Convert(col).(color.RGBA)
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// begin starts an element, unless one of the same look is open.
func (c *svgCanvas) begin(look string, words bool) {
	if look == c.open {
		return
	}
	c.end()
	c.open, c.words = look, words
	c.out.WriteString(look)
}

func (c *svgCanvas) end() {
	switch {
	case c.open == "":
	case c.words:
		c.out.WriteString("</g>\n")
	default:
		c.out.WriteString("\"/>\n")
	}
	c.open = ""
}

func (c *svgCanvas) Fill(p vg.Path) {
	c.begin(`<path fill="`+hex(c.colour)+`" d="`, false)
	c.path(p)
}

func (c *svgCanvas) Stroke(p vg.Path) {
	if c.width <= 0 {
		return
	}
	look := `<path fill="none" stroke="` + hex(c.colour) + `" stroke-width="` + short(c.width) + `"`
	for i, d := range c.dash {
		if i == 0 {
			look += ` stroke-dasharray="`
		} else {
			look += " "
		}
		look += short(float64(d))
	}
	if len(c.dash) > 0 {
		look += `"`
	}
	c.begin(look+` d="`, false)
	c.path(p)
}

func (c *svgCanvas) path(p vg.Path) {
	for i, q := range p {
		x, y := float64(q.Pos.X), c.height-float64(q.Pos.Y)
		switch q.Type {
		case vg.MoveComp:
			if i+1 < len(p) && p[i+1].Type == vg.ArcComp {
				continue // the circle says where it starts
			}
			c.command('M', x, y)
		case vg.LineComp:
			last := p[i-1].Pos
			switch {
			case short(x) == short(float64(last.X)):
				c.command('V', y)
			case short(y) == short(c.height-float64(last.Y)):
				c.command('H', x)
			default:
				c.command('L', x, y)
			}
		case vg.ArcComp:
			if math.Abs(q.Angle) < 2*math.Pi-1e-6 {
				c.refuse("arcs that are no circles")
				return
			}
			r := float64(q.Radius)
			c.command('M', x+r, y)
			for _, to := range []float64{-2 * r, 2 * r} {
				fmt.Fprintf(&c.out, "a%s %s 0 1 0 %s 0", short(r), short(r), short(to))
			}
		case vg.CloseComp:
			c.out.WriteByte('z')
		default:
			c.refuse("curves")
		}
	}
}

func (c *svgCanvas) command(letter byte, at ...float64) {
	c.out.WriteByte(letter)
	for i, v := range at {
		if i > 0 {
			c.out.WriteByte(' ')
		}
		c.out.WriteString(short(v))
	}
}

// short is a number with at most two decimals.
func short(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

var svgWeights = map[xfont.Weight]string{xfont.WeightNormal: "", xfont.WeightMedium: ` font-weight="500"`, xfont.WeightBold: ` font-weight="700"`}

// fixedFrom is the length in letters from which words are held to their width,
// whatever typeface stands in for ours.
const fixedFrom = 7

func (c *svgCanvas) FillString(f font.Face, at vg.Point, s string) {
	c.begin(`<g fill="`+hex(c.colour)+`" font-size="`+short(float64(f.Font.Size))+`"`+svgWeights[f.Font.Weight]+">", true)
	c.out.WriteString(`<text x="` + short(float64(at.X)) + `" y="` + short(c.height-float64(at.Y)) + `"`)
	if letters := len([]rune(s)); letters >= fixedFrom {
		c.out.WriteString(` textLength="` + short(float64(f.Width(s))) + `"`)
	}
	c.out.WriteByte('>')
	if err := xml.EscapeText(&c.out, []byte(s)); err != nil {
		c.err = err
	}
	c.out.WriteString("</text>")
}
