package pdf

import (
	"fmt"
	"strings"

	"jianbao/charts"
	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// layout turns the blocks of one briefing into boxes.
type layout struct {
	b             *briefing.Briefing
	lang          briefing.Lang
	fam           *fonts.Family
	theme         charts.Theme
	design        Design
	col           palette
	sheet         *sheet // of the pages under way
	upright, side *sheet
	err           error // the first failure of a chart while it was drawn
	sets          map[setKey]typeset.Line

	doc   *element      // root of the structure tree
	at    *element      // the part of it under way
	under briefing.Text // title of the section under way
	part  int           // its number, from 1
	names int           // of figures and tables in it
}

type setKey struct {
	typeset.Style
	text string
}

func style(w fonts.Weight, size float64) typeset.Style { return typeset.Style{Weight: w, Size: size} }

func (l *layout) both() bool { return l.lang == briefing.Both }

// set sets s as one line. Cells and labels are measured several times before
// they are placed, so lines are kept.
func (l *layout) set(st typeset.Style, s string) typeset.Line {
	if s == "" {
		return typeset.Line{}
	}
	key := setKey{st, s}
	line, ok := l.sets[key]
	if !ok {
		line = typeset.Set(l.fam, st, s)
		l.sets[key] = line
	}
	return line
}

// lead is the language that a document in this setting shows first.
func (l *layout) lead(t briefing.Text) string {
	if l.lang == briefing.English {
		return orElse(t.EN, t.ZH)
	}
	return orElse(t.ZH, t.EN)
}

// answer is the second language of a bilingual document, "" where it would
// only say the same again.
func (l *layout) answer(t briefing.Text) string {
	if !l.both() || t.ZH == "" || t.EN == t.ZH {
		return ""
	}
	return t.EN
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// baseline is where text of a size stands in a line of a leading: hanzi are
// centred.
func baseline(y, size, leading float64) float64 { return y + leading/2 + 0.36*size }

// lines breaks s and returns the lines; zh is justified, en set ragged.
func (l *layout) lines(st typeset.Style, s string, width float64, justify bool) []typeset.Line {
	if s == "" {
		return nil
	}
	if one := l.set(st, s); one.Width <= width && !strings.Contains(s, "\n") {
		return []typeset.Line{one}
	}
	return typeset.Break(l.fam, []typeset.Span{{Text: s, Style: st}}, width, typeset.Options{Justify: justify})
}

// stack is a block of lines under each other, each in its own colour and
// leading; it is how headings, names and captions are made.
type stack struct {
	rows []stackRow
}

type stackRow struct {
	line typeset.Line
	size float64
	lead float64
	col  rgb
	text int    // which of the stack's texts it is of
	lang string // of that
}

// add puts the lines of one text under what there is.
func (s *stack) add(lines []typeset.Line, size, leading float64, col rgb) {
	text := 0
	if n := len(s.rows); n > 0 {
		text = s.rows[n-1].text + 1
	}
	lang := languageOf(wordsOf(lines))
	for _, ln := range lines {
		s.rows = append(s.rows, stackRow{ln, size, leading, col, text, lang})
	}
}

// wordsOf is the text of lines, without what says its language itself.
func wordsOf(lines []typeset.Line) string {
	var b strings.Builder
	for _, ln := range lines {
		for _, p := range ln.Pieces {
			if p.Tag == 0 {
				b.WriteString(p.Text)
			}
		}
	}
	return b.String()
}

func (s *stack) height() float64 {
	h := 0.0
	for _, r := range s.rows {
		h += r.lead
	}
	return h
}

func (s *stack) width() float64 {
	w := 0.0
	for _, r := range s.rows {
		w = max(w, r.line.Width)
	}
	return w
}

// paint sets the stack with its left edge at x, or its right edge there when
// right is set.
func (s *stack) paint(pg *page, x, y float64, right bool) {
	share := 0.0
	if right {
		share = 1
	}
	s.set(pg, x, y, share)
}

// centred sets the stack with the middle of its lines at x.
func (s *stack) centred(pg *page, x, y float64) { s.set(pg, x, y, 0.5) }

// set sets the stack with so much of each line on the left of x.
func (s *stack) set(pg *page, x, y, share float64) {
	for from := 0; from < len(s.rows); {
		to := from + 1
		for to < len(s.rows) && s.rows[to].text == s.rows[from].text {
			to++
		}
		pg.said(s.rows[from].lang, func() {
			for _, r := range s.rows[from:to] {
				pg.line(r.line, x-share*r.line.Width, baseline(y, r.size, r.lead), r.col)
				y += r.lead
			}
		})
		from = to
	}
}

// section heads a section and lays out its blocks.
func (l *layout) section(s briefing.Section, n int) ([]box, error) {
	l.at = l.doc.child("Sect")
	defer func() { l.sheet = l.upright }()
	if len(s.Blocks) > 0 { // the heading stands where the first of them does
		l.sheet = l.sheetOf(s.Blocks[0])
	}
	head := l.heading(s.Title)
	head.before = 22
	head.opens = []anchor{{id: anchorID(s, n), title: inline(s.Title, l.lang), level: 1}}
	boxes := l.on([]box{head})
	l.under, l.part, l.names = s.Title, n+1, 0
	for i, blk := range s.Blocks {
		l.sheet = l.sheetOf(blk)
		more, err := l.block(blk)
		if err != nil {
			return nil, fmt.Errorf("section %s: %w", s.ID, err)
		}
		switch {
		case len(more) == 0:
		case i == 0: // the heading has given it air
			more[0].before = min(more[0].before, 3)
		default:
			more[0].before = max(more[0].before, 12)
		}
		boxes = append(boxes, l.on(more)...)
	}
	return boxes, nil
}

// own is a block's title, none where it would only repeat its section's.
func (l *layout) own(title briefing.Text) briefing.Text {
	if title == l.under {
		return briefing.Text{}
	}
	return title
}

func anchorID(s briefing.Section, n int) string { return fmt.Sprintf("%d-%s", n, s.ID) }

// heading is a section's title: the finding, large in the leading language,
// with the other beneath, under a rule.
func (l *layout) heading(t briefing.Text) box {
	var st stack
	st.add(l.lines(style(fonts.Bold, headSize), l.lead(t), l.sheet.content, false), headSize, headLead, l.col.ink)
	if en := l.answer(t); en != "" {
		st.add(l.lines(style(fonts.Regular, bodySize), en, l.sheet.content, false), bodySize, bodyLead, l.col.secondary)
	}
	const gap = 5.0
	el := l.at.child("H2")
	return box{height: gap + st.height() + 4, keep: true, paint: func(pg *page, y float64) {
		pg.rule(pg.sheet.left, y, pg.sheet.content, 0.9, l.col.ink)
		pg.within(el, func() { st.paint(pg, pg.sheet.left, y+gap, false) })
	}}
}

// block lays out one block of a section.
func (l *layout) block(b briefing.Block) ([]box, error) {
	switch b := b.(type) {
	case *briefing.Paragraph:
		return l.paragraph(b), nil
	case *briefing.Bullets:
		return l.bullets(b), nil
	case *briefing.Notes:
		return l.notes(b), nil
	case *briefing.Table:
		return l.table(b), nil
	case *briefing.Figure:
		return l.figure(b)
	case *briefing.FigureGrid:
		return l.grid(b)
	}
	return nil, fmt.Errorf("pdf: no layout for a block of type %T", b)
}

// footer closes a page: what the document is, and which page this is.
func (l *layout) footer(pg *page, n, of int) {
	pg.decoration(func() {
		sh := pg.sheet
		pg.rule(sh.left, sh.footer, sh.content, 0.5, l.col.hairline)
		y := baseline(sh.footer+4, smallSize, smallLead)
		name := inline(l.b.Title, l.lang)
		if l.b.Illustrative {
			name += "　" + inline(briefing.Text{ZH: "演示数据", EN: "Illustrative data"}, l.lang)
			if l.lang == briefing.English {
				name = l.b.Title.EN + " — Illustrative data"
			}
		}
		var number string
		switch l.lang {
		case briefing.Chinese:
			number = fmt.Sprintf("第%d页，共%d页", n, of)
		case briefing.English:
			number = fmt.Sprintf("Page %d of %d", n, of)
		default:
			number = fmt.Sprintf("第%d页，共%d页 · Page %d of %d", n, of, n, of)
		}
		small := style(fonts.Regular, smallSize)
		right := l.set(small, number)
		room := sh.content - right.Width - 20
		if lines := l.lines(small, name, room, false); len(lines) > 0 {
			pg.line(lines[0], sh.left, y, l.col.secondary)
		}
		pg.lineAs(furniture, right, sh.left+sh.content-right.Width, y, l.col.secondary)
	})
}

// either sets both languages of a text on one line where they fit, each marked as
// what it is, else one under the other; in a document of one language that one.
func (l *layout) either(st *stack, t briefing.Text, sty typeset.Style, width, leading float64, col rgb) {
	l.eitherApart(st, t, " · ", sty, width, leading, col)
}

// eitherApart is either with something else between the languages.
func (l *layout) eitherApart(st *stack, t briefing.Text, between string, sty typeset.Style, width, leading float64, col rgb) {
	if t.IsZero() {
		return
	}
	if l.both() && l.answer(t) != "" {
		one := typeset.SetSpans(l.fam, []typeset.Span{{Text: t.ZH, Style: sty, Tag: tagZH}, {Text: between, Style: sty}, {Text: t.EN, Style: sty, Tag: tagEN}})
		if one.Width <= width {
			st.add([]typeset.Line{one}, sty.Size, leading, col)
			return
		}
		st.add(l.lines(sty, t.ZH, width, false), sty.Size, leading, col)
		st.add(l.lines(sty, t.EN, width, false), sty.Size, leading, col)
		return
	}
	st.add(l.lines(sty, inline(t, l.lang), width, false), sty.Size, leading, col)
}
