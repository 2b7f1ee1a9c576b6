package charts

import (
	"image/color"

	"jianbao/internal/briefing"
)

// Theme is the palette. A colour left zero is the house's own; colour always
// carries meaning, never decoration.
type Theme struct {
	Ink       color.RGBA // names, values, the zero line
	Secondary color.RGBA // second language, axis labels
	Hairline  color.RGBA // gridlines
	Bar       color.RGBA
	Emphasis  color.RGBA // the latest bar, the growth line
	Target    color.RGBA
	Ahead     color.RGBA
	Behind    color.RGBA
	Paper     color.RGBA // what hollow shapes are filled with
}

func house() Theme {
	return Theme{
		Ink:       rgb(0x1B2A3A),
		Secondary: rgb(0x5B6B7B),
		Hairline:  rgb(0xD5DCE3),
		Bar:       rgb(0x8FB3D1),
		Emphasis:  rgb(0x0B5C8A),
		Target:    rgb(0xC8102E),
		Ahead:     rgb(0x2E7D5B),
		Behind:    rgb(0xB4531A),
		Paper:     rgb(0xFFFFFF),
	}
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// OrHouse fills the colours that were left zero.
func (t Theme) OrHouse() Theme {
	h := house()
	for _, c := range []struct{ mine, house *color.RGBA }{
		{&t.Ink, &h.Ink}, {&t.Secondary, &h.Secondary}, {&t.Hairline, &h.Hairline}, {&t.Bar, &h.Bar}, {&t.Emphasis, &h.Emphasis},
		{&t.Target, &h.Target}, {&t.Ahead, &h.Ahead}, {&t.Behind, &h.Behind}, {&t.Paper, &h.Paper},
	} {
		if *c.mine == (color.RGBA{}) {
			*c.mine = *c.house
		}
	}
	return t
}

// band is the ground of where a target is met: pale enough for bars to stand out.
func (t Theme) band() color.RGBA { return tint(t.Secondary, t.Paper, 0.15) }

// tone is the colour of a status.
func (t Theme) tone(s briefing.Tone) color.RGBA {
	switch s {
	case briefing.Ahead:
		return t.Ahead
	case briefing.Behind:
		return t.Behind
	case briefing.Quiet:
		return t.Secondary
	}
	return t.Ink
}
