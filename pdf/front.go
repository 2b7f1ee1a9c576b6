package pdf

import (
	"fmt"
	"strings"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// front is page one: masthead, headline, key figures and the lead, so that a
// reader who stops there has the message.
func (l *layout) front(tight, source bool) ([]box, error) {
	boxes := []box{l.masthead()}
	boxes = append(boxes, l.headline()...)
	boxes = append(boxes, l.tiles(l.b.Tiles, tight)...)
	for i, blk := range l.b.Lead {
		more, err := l.block(blk)
		if err != nil {
			return nil, fmt.Errorf("page one: %w", err)
		}
		if len(more) > 0 {
			more[0].before = 14
			if tight || i > 0 {
				more[0].before = 8
			}
		}
		boxes = append(boxes, more...)
	}
	if source && !l.b.Source.IsZero() {
		src := l.parallelSmall(l.b.Source)
		if len(src) > 0 {
			src[0].before = 8
		}
		boxes = append(boxes, src...)
	}
	return boxes, nil
}

func (l *layout) parallelSmall(t briefing.Text) []box {
	small := style(fonts.Regular, smallSize)
	return l.parallel([]typeset.Span{{Text: t.ZH, Style: small}}, []typeset.Span{{Text: t.EN, Style: small}}, 11.5, l.col.secondary, 0)
}

// headline is the one sentence that says it.
func (l *layout) headline() []box {
	if l.b.Headline.IsZero() {
		return nil
	}
	var left, right stack
	width := l.sheet.content
	if l.both() {
		width = l.sheet.zh()
	}
	left.add(l.lines(style(fonts.Bold, headSize), l.lead(l.b.Headline), width, false), headSize, headLead, l.col.ink)
	if s := l.answer(l.b.Headline); s != "" {
		right.add(l.lines(style(fonts.Medium, headSize), s, l.sheet.en(), false), headSize, headLead, l.col.ink)
	}
	el := l.at.child("Div")
	return []box{{height: max(left.height(), right.height()), before: 9, keep: true, paint: func(pg *page, y float64) {
		pg.within(el, func() {
			left.paint(pg, pg.sheet.left, y, false)
			right.paint(pg, pg.sheet.enLeft(), y, false)
		})
	}}}
}

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
func (l *layout) tiles(tiles []briefing.Tile, tight bool) []box {
	per := tilesPerRow(len(tiles))
	const gap = 16.0
	air, below := 8.0, 12.0
	if tight {
		air, below = 5, 8
	}
	width := (l.sheet.content - gap*float64(per-1)) / float64(per)
	var boxes []box
	for from := 0; from < len(tiles); from += per {
		row := tiles[from:min(from+per, len(tiles))]
		set := make([]tile, len(row))
		names, height := 0.0, 0.0
		for i := range row {
			set[i] = l.tile(&row[i], width)
			names = max(names, set[i].names.height())
		}
		for i := range set {
			height = max(height, names+set[i].body())
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
				pg.within(at.child("Div"), func() { l.paintTile(pg, &set[i], &row[i], whole, x, y+6, names, width) })
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
	spark  float64 // width of the sparkline; 0: none

	sparkBelow bool // beside the lines rather than the number
}

func (t *tile) body() float64 {
	return numberLead + t.lines.height() + t.target.height()
}

const (
	sparkHeight   = 18.0
	sparkMinWidth = 30.0
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
	if t.Trend != nil {
		beside := width - (s.before.Width + s.number.Width + s.after.Width + 3) - air
		under := s.lines.width()
		if s.lines.height() < sparkHeight && len(s.target.rows) > 0 {
			under = max(under, toneIndent+s.target.width())
		}
		below := width - under - air
		switch {
		case beside >= sparkMinWidth:
			s.spark = min(64, beside)
		case below >= sparkMinWidth && s.body()-numberLead >= sparkHeight:
			s.spark, s.sparkBelow = min(64, below), true
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
func (l *layout) paintTile(pg *page, s *tile, t *briefing.Tile, whole *link, x, y, names, width float64) {
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
		if s.sparkBelow {
			top = y + numberLead
		}
		el := pg.top().child("Figure")
		el.alt = inline(briefing.Text{ZH: t.Name.ZH + "近期走势", EN: "Recent course of " + t.Name.EN}, l.lang)
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

// toneMark draws the shape of a status, centred on the height y: ▲ ahead, ●
// on track, ▼ behind.
func (l *layout) toneMark(pg *page, t briefing.Tone, x, y float64) {
	const w, h = 6.0, 5.2
	pg.said("", func() {
		el := artifact
		if top := pg.top(); top != nil {
			el = top.child("Span")
			el.actual = toneWord(t, l.lang) + " "
		}
		switch t {
		case briefing.Ahead:
			pg.within(el, func() { pg.shape(l.col.ahead, x, y+h/2, x+w, y+h/2, x+w/2, y-h/2) })
		case briefing.Behind:
			pg.within(el, func() { pg.shape(l.col.behind, x, y-h/2, x+w, y-h/2, x+w/2, y+h/2) })
		case briefing.OnTrack:
			pg.within(el, func() { pg.disc(l.col.accent, x+w/2, y, h/2) })
		}
	})
}

// lowest is how far down a page is used.
func lowest(pg *page) float64 {
	y := 0.0
	for _, o := range pg.ops {
		switch o := o.(type) {
		case textOp:
			y = max(y, o.y+0.2*o.size)
		case pathOp:
			for _, s := range o.steps {
				if s.kind != 'h' {
					y = max(y, s.p[1])
				}
			}
		}
	}
	return y
}
