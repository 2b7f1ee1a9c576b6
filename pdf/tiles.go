package pdf

import (
	"slices"
	"strings"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// tilesPerRow keeps the rows of key figures even.
func tilesPerRow(n int) int {
	switch {
	case n <= 4:
		return max(n, 2)
	case n == 5 || n == 6 || n == 9:
		return 3
	}
	return 4
}

// tiles sets the key figures in rows.
func (l *layout) tiles(tiles []briefing.Tile, s frontStyle) []box {
	per := tilesPerRow(len(tiles))
	const gap = 16.0
	air, below := 8.0, 12.0
	if s.tight {
		air, below = 5, 8
	}
	width := (l.sheet.content - gap*float64(per-1)) / float64(per)
	all := make([]tile, len(tiles))
	for i := range tiles {
		all[i] = l.tile(&tiles[i], width)
	}
	placeSparks(all, width, s.under)
	var boxes []box
	for from := 0; from < len(tiles); from += per {
		row, set := tiles[from:min(from+per, len(tiles))], all[from:min(from+per, len(tiles))]
		names, height := 0.0, 0.0
		for i := range row {
			names = max(names, set[i].names.height())
		}
		for i := range set {
			height = max(height, names+set[i].body())
		}
		band := height
		if slices.ContainsFunc(set, func(t tile) bool { return t.at == sparkUnder }) {
			height += sparkHeight + 2
		}
		at := l.at
		boxes = append(boxes, box{height: height + below, before: air, keep: true, paint: func(pg *page, y float64) {
			for i := range set {
				x := pg.sheet.left + float64(i)*(width+gap)
				pg.rule(x, y, width, 0.5, l.col.hairline)
				var whole *link
				if len(l.b.Sections) > 0 { // where the figure is told in full
					whole = &link{x: x, y: y, w: width, h: height, anchor: anchorID(l.b.Sections[0], 0), says: inline(row[i].Name, l.lang)}
				}
				pg.within(at.child("Div"), func() { l.paintTile(pg, &set[i], &row[i], whole, x, y+6, names, width, band) })
			}
		}})
	}
	return boxes
}

// tile is a key figure, measured.
type tile struct {
	names  stack
	before typeset.Line // RMB
	number typeset.Line
	after  typeset.Line // 亿元
	lines  stack        // second language, growth
	target stack

	history bool // there is one to be drawn

	beside, below float64 // room for a sparkline beside the number, and beside the lines
	spark         float64 // width of the sparkline; 0: none
	at            sparkPlace
}

// sparkPlace is where the sparkline of a key figure stands.
type sparkPlace int

const (
	sparkBeside sparkPlace = iota // the number
	sparkBelow                    // that, beside the lines
	sparkUnder                    // all
)

// placeSparks gives the sparklines of key figures one place: where all have room,
// else under the figures where that is allowed, else where most have room, if that
// leaves few without.
func placeSparks(all []tile, width float64, under bool) {
	const widest = 64.0
	have, count := 0, [2]int{}
	room := [2]float64{widest, widest}
	for i := range all {
		if t := &all[i]; t.history {
			have++
			for at, w := range []float64{t.beside, t.below} {
				if w >= sparkMinWidth {
					count[at]++
					room[at] = min(room[at], w)
				}
			}
		}
	}
	at := sparkBeside
	if count[sparkBelow] > count[sparkBeside] {
		at = sparkBelow
	}
	switch {
	case have == 0:
		return
	case count[at] < have && under:
		at = sparkUnder
	case 4*count[at] < 3*have:
		return
	}
	for i := range all {
		switch t := &all[i]; {
		case !t.history:
		case at == sparkUnder:
			t.at, t.spark = at, width
		case at == sparkBeside && t.beside >= sparkMinWidth, at == sparkBelow && t.below >= sparkMinWidth:
			t.at, t.spark = at, room[at]
		}
	}
}

func (t *tile) body() float64 {
	return numberLead + t.lines.height() + t.target.height()
}

const (
	sparkHeight   = 18.0
	sparkMinWidth = 24.0
	toneIndent    = 9.0
)

func (l *layout) tile(t *briefing.Tile, width float64) tile {
	var s tile
	s.names.add(l.lines(style(fonts.Medium, bodySize), l.lead(t.Name), width, false), bodySize, 12.5, l.col.ink)
	if en := l.answer(t.Name); en != "" {
		s.names.add(l.lines(style(fonts.Regular, smallSize), en, width, false), smallSize, smallLead, l.col.secondary)
	}
	parts := t.Amount.ZH
	if l.lang == briefing.English {
		parts = t.Amount.EN
	}
	after := parts.After
	if t.Mark != "" {
		after += " (" + t.Mark + ")"
	}
	s.before = l.set(style(fonts.Regular, bodySize), parts.Before)
	s.after = l.set(style(fonts.Regular, bodySize), after)
	// A long number is set smaller, then parted from what follows it, and at the
	// last broken like a word.
	fits := false
	for _, size := range []float64{numberSize, headSize, bodySize} {
		s.number = l.set(style(fonts.Bold, size), parts.Number)
		used := s.before.Width + s.number.Width + 5
		below := used+s.after.Width > width
		if fits = !below || used <= width && size < numberSize; fits {
			if below {
				s.lines.add(l.lines(style(fonts.Regular, smallSize), strings.TrimSpace(after), width, false), smallSize, smallLead, l.col.secondary)
				s.after = typeset.Line{}
			}
			break
		}
	}
	if !fits {
		s.before, s.number, s.after = typeset.Line{}, typeset.Line{}, typeset.Line{}
		s.lines.add(l.lines(style(fonts.Bold, bodySize), parts.Before+parts.Number+after, width, false), bodySize, 12.5, l.col.ink)
	}
	small := func(st *stack, w fonts.Weight, text string, col rgb, room float64) {
		if text != "" {
			st.add(l.lines(style(w, smallSize), text, room, false), smallSize, smallLead, col)
		}
	}
	if en := t.Amount.EN.String(); l.both() && en != t.Amount.ZH.String() {
		small(&s.lines, fonts.Regular, en, l.col.secondary, width)
	}
	if t.Period.ZH != "" || t.Period.EN != "" {
		small(&s.lines, fonts.Regular, inline(t.Period, l.lang), l.col.secondary, width)
	}
	for _, g := range []string{l.lead(t.Growth), l.answer(t.Growth)} {
		small(&s.lines, fonts.Medium, g, l.col.accent, width)
	}
	for _, g := range []string{l.lead(t.Target), l.answer(t.Target)} {
		small(&s.target, fonts.Medium, g, l.toneColour(t.Tone), width-toneIndent)
	}
	// The history stands beside the number, or beside the lines under it.
	const air = 6.0
	if s.history = t.Trend != nil; s.history {
		s.beside = width - (s.before.Width + s.number.Width + s.after.Width + 3) - air
		under := s.lines.width()
		if s.lines.height() < sparkHeight && len(s.target.rows) > 0 {
			under = max(under, toneIndent+s.target.width())
		}
		if s.body()-numberLead >= sparkHeight {
			s.below = width - under - air
		}
	}
	return s
}

func (l *layout) toneColour(t briefing.Tone) rgb {
	switch t {
	case briefing.Ahead:
		return l.col.ahead
	case briefing.Behind:
		return l.col.behind
	case briefing.Quiet:
		return l.col.secondary
	}
	return l.col.accent
}

// paintTile paints a key figure; its name carries the link of the whole tile.
func (l *layout) paintTile(pg *page, s *tile, t *briefing.Tile, whole *link, x, y, names, width, band float64) {
	under := y + band + 2
	name := func() { s.names.paint(pg, x, y, false) }
	if whole != nil {
		pg.leads(whole, name)
	} else {
		name()
	}
	y += names
	base := baseline(y, numberSize, numberLead)
	at := x
	pg.said("", func() {
		if s.before.Width > 0 {
			pg.line(s.before, at, base, l.col.secondary)
			at += s.before.Width + 2
		}
		pg.line(s.number, at, base, l.col.ink)
		at += s.number.Width + 3
		pg.line(s.after, at, base, l.col.secondary)
	})
	if s.spark > 0 {
		top := y + (numberLead-sparkHeight)/2
		switch s.at {
		case sparkBelow:
			top = y + numberLead
		case sparkUnder:
			top = under
		}
		el := pg.top().child("Figure")
		el.describe(briefing.Text{ZH: t.Name.ZH + "近期走势", EN: "Recent course of " + t.Name.EN}, l.lang)
		el.at = placed(pg, x+width-s.spark, top, s.spark, sparkHeight)
		pg.within(el, func() { l.chart(pg, t.Trend, x+width-s.spark, top, s.spark, sparkHeight) })
	}
	y += numberLead
	s.lines.paint(pg, x, y, false)
	y += s.lines.height()
	if len(s.target.rows) > 0 {
		l.toneMark(pg, t.Tone, x, y+smallLead/2)
		indent := 0.0
		if t.Tone != briefing.Plain && t.Tone != briefing.Quiet { // these have no shape
			indent = toneIndent
		}
		s.target.paint(pg, x+indent, y, false)
	}
}
