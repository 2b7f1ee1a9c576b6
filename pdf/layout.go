package pdf

import (
	"fmt"
	"strings"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// layout turns the blocks of one briefing into boxes.
type layout struct {
	b    *briefing.Briefing
	lang briefing.Lang
	fam  *fonts.Family
	err  error // the first failure of a chart while it was drawn
	sets map[setKey]typeset.Line

	under briefing.Text // title of the section under way
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
}

func (s *stack) add(lines []typeset.Line, size, leading float64, col rgb) {
	for _, ln := range lines {
		s.rows = append(s.rows, stackRow{ln, size, leading, col})
	}
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
	for _, r := range s.rows {
		at := x
		if right {
			at -= r.line.Width
		}
		pg.line(r.line, at, baseline(y, r.size, r.lead), r.col)
		y += r.lead
	}
}

// section heads a section and lays out its blocks.
func (l *layout) section(s briefing.Section, n int) ([]box, error) {
	head := l.heading(s.Title)
	head.before = 22
	head.opens = &anchor{id: anchorID(s, n), title: inline(s.Title, l.lang)}
	boxes := []box{head}
	l.under = s.Title
	for i, blk := range s.Blocks {
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
		boxes = append(boxes, more...)
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
	st.add(l.lines(style(fonts.Bold, headSize), l.lead(t), contentWidth, false), headSize, headLead, ink)
	if en := l.answer(t); en != "" {
		st.add(l.lines(style(fonts.Regular, bodySize), en, contentWidth, false), bodySize, bodyLead, secondary)
	}
	const gap = 5.0
	return box{height: gap + st.height() + 4, keep: true, paint: func(pg *page, y float64) {
		pg.rule(marginSide, y, contentWidth, 0.9, ink)
		st.paint(pg, marginSide, y+gap, false)
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
	pg.rule(marginSide, footerTop, contentWidth, 0.5, hairline)
	y := baseline(footerTop+4, smallSize, smallLead)
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
	room := contentWidth - right.Width - 20
	if lines := l.lines(small, name, room, false); len(lines) > 0 {
		pg.line(lines[0], marginSide, y, secondary)
	}
	pg.lineAs(furniture, right, marginSide+contentWidth-right.Width, y, secondary)
}
