package pdf

import (
	"strings"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// measure is the width of prose in a document of one language: lines longer
// than about 48 hanzi or 95 letters tire the eye.
const measure = 432.0

// paragraph sets a text: in two parallel columns that start on one line in a
// bilingual document, else in one.
func (l *layout) paragraph(p *briefing.Paragraph) []box {
	return l.parallel(led(p.Name.ZH, "　", p.Text.ZH, bodySize), led(p.Name.EN, "  ", p.Text.EN, bodySize), bodyLead, l.col.ink, 0)
}

// led is a text that a name in bold leads in; either may be empty.
func led(name, sep, text string, size float64) []typeset.Span {
	spans := []typeset.Span{{Text: text, Style: style(fonts.Regular, size)}}
	if name == "" {
		return spans
	}
	if text == "" {
		sep = ""
	}
	spans[0].Text = sep + text
	return append([]typeset.Span{{Text: name, Style: style(fonts.Bold, size)}}, spans...)
}

// parallel sets zh and en spans side by side, or the one that the document
// shows, each as a paragraph of the part under way. indent moves the text right,
// for the points of a list.
func (l *layout) parallel(zhText, enText []typeset.Span, leading float64, col rgb, indent float64) []box {
	return l.parallelIn(l.at, zhText, enText, leading, col, indent)
}

// parallelIn is the same under an element.
func (l *layout) parallelIn(parent *element, zhText, enText []typeset.Span, leading float64, col rgb, indent float64) []box {
	var left, right []typeset.Line
	first, second := parent.in("P", zh), parent.in("P", en)
	switch l.lang {
	case briefing.Chinese:
		left = l.spans(zhText, min(measure, l.sheet.content)-indent, true)
	case briefing.English:
		left = l.spans(enText, min(measure, l.sheet.content)-indent, false)
		first = second
	default:
		left = l.spans(zhText, l.sheet.zh()-indent, true)
		right = l.spans(enText, l.sheet.en()-indent, false)
	}
	n := max(len(left), len(right))
	boxes := make([]box, n)
	for i := range n {
		boxes[i] = box{
			height: leading,
			keep:   i == 0 && n > 1 || i == n-2, // no widow, no orphan
			paint: func(pg *page, y float64) {
				size := leading * bodySize / bodyLead
				if i < len(left) {
					pg.within(first, func() { pg.linked(left[i], pg.sheet.left+indent, baseline(y, size, leading), leading, col) })
				}
				if i < len(right) {
					pg.within(second, func() { pg.linked(right[i], pg.sheet.enLeft()+indent, baseline(y, size, leading), leading, col) })
				}
			},
		}
	}
	return boxes
}

func (l *layout) spans(s []typeset.Span, width float64, justify bool) []typeset.Line {
	text := ""
	for _, sp := range s {
		text += sp.Text
	}
	if strings.TrimSpace(text) == "" {
		return nil
	}
	// Chinese is justified; English is set ragged, with long words divided.
	return typeset.Break(l.fam, s, width, typeset.Options{Justify: justify, Hyphenate: !justify})
}

// subheading heads a part of a section.
func (l *layout) subheading(t briefing.Text) box {
	var st stack
	width := l.sheet.content
	st.add(l.lines(style(fonts.Bold, bodySize), l.lead(t), width, false), bodySize, bodyLead, l.col.ink)
	if en := l.answer(t); en != "" {
		st.add(l.lines(style(fonts.Regular, smallSize), en, width, false), smallSize, smallLead, l.col.secondary)
	}
	el := l.at.child("H3")
	return box{height: st.height() + 3, keep: true, paint: func(pg *page, y float64) {
		el := el
		if pg.top() == artifact { // said before
			el = artifact
		}
		pg.within(el, func() { st.paint(pg, pg.sheet.left, y, false) })
	}}
}

// bullets sets a list of points: the name of each in bold, then what it says.
func (l *layout) bullets(b *briefing.Bullets) []box {
	var boxes []box
	if title := l.own(b.Title); !title.IsZero() {
		boxes = append(boxes, l.subheading(title))
	}
	const indent = 10
	list := l.at.child("L")
	for n, it := range b.Items {
		body := list.child("LI").child("LBody")
		item := l.parallelIn(body, led(it.Name.ZH, "　", it.Text.ZH, bodySize), led(it.Name.EN, " – ", it.Text.EN, bodySize), bodyLead, l.col.ink, indent)
		if len(item) == 0 {
			continue
		}
		first := item[0].paint
		item[0].paint = func(pg *page, y float64) {
			l.bulletMark(pg, pg.sheet.left, y)
			if l.both() {
				l.bulletMark(pg, pg.sheet.enLeft(), y)
			}
			first(pg, y)
		}
		item[0].before = 2
		if n == 0 && len(boxes) > 0 {
			item[0].before = 0
			item[len(item)-1].keep = len(b.Items) > 1 // two points at least stay with the title
		}
		boxes = append(boxes, item...)
	}
	return boxes
}

// bulletMark is a small square on the line that starts at y.
func (l *layout) bulletMark(pg *page, x, y float64) {
	const side = 2.6
	top := y + bodyLead/2 - side/2
	pg.shape(l.col.accent, x+1, top, x+1+side, top, x+1+side, top+side, x+1, top+side)
}

// notes are small print.
func (l *layout) notes(b *briefing.Notes) []box {
	var boxes []box
	if title := l.own(b.Title); !title.IsZero() {
		boxes = append(boxes, l.subheading(title))
	}
	for n, it := range b.Items {
		item := l.parallel(led(it.Name.ZH, "　", it.Text.ZH, smallSize), led(it.Name.EN, "  ", it.Text.EN, smallSize), 11.5, l.col.secondary, 0)
		if len(item) > 0 && n > 0 {
			item[0].before = 3
		}
		boxes = append(boxes, item...)
	}
	return boxes
}
