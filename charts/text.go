package charts

import (
	"image/color"
	"strings"
	"unicode"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/typeset"
)

// typist chooses the words of the document's languages and measures them.
type typist struct {
	fam   *fonts.Family
	lang  briefing.Lang
	theme Theme
}

func newTypist(opt Options) *typist {
	t := &typist{fam: opt.Fonts, lang: opt.Lang, theme: opt.Theme.OrHouse()}
	if t.fam == nil {
		t.fam = fonts.Builtin()
	}
	if t.lang == "" {
		t.lang = briefing.Both
	}
	return t
}

// style is how a label is set.
type style struct {
	weight fonts.Weight
	size   float64
	colour color.RGBA
}

// Sizes, in points. Nothing is set smaller than sizeTick.
const (
	sizeName  = 8.5
	sizeValue = 8.5
	sizeBig   = 9.0
	sizeMinor = 7.0
	sizeTick  = 6.5
)

func (t *typist) main() style  { return style{fonts.Medium, sizeName, t.theme.Ink} }
func (t *typist) minor() style { return style{fonts.Regular, sizeMinor, t.theme.Secondary} }
func (t *typist) tick() style  { return style{fonts.Regular, sizeTick, t.theme.Secondary} }
func (t *typist) value(c color.RGBA) style {
	return style{fonts.Bold, sizeValue, c}
}

// in makes a minor style of another colour.
func (s style) in(c color.RGBA) style { s.colour = c; return s }

// Ascent and descent that a line claims, in ems: the ink of hanzi and of Latin
// letters, without the typeface's own leading.
const (
	ascent  = 0.88
	descent = 0.25
	leading = 0.05
	middle  = 0.38 // of hanzi and of figures, above the baseline
)

// textLine is one line of a block; base is the baseline's depth below the top.
type textLine struct {
	line  typeset.Line
	style style
	base  float64
}

// block is a small stack of lines, set and measured.
type block struct {
	lines []textLine
	w, h  float64
}

func (b block) empty() bool { return len(b.lines) == 0 }

// add sets s under what the block holds, broken at width (0: never).
func (b *block) add(t *typist, s string, st style, width float64) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	ts := typeset.Style{Weight: st.weight, Size: st.size}
	one := typeset.Set(t.fam, ts, s)
	if width <= 0 || one.Width <= width {
		b.put(one, st)
		return
	}
	for _, l := range typeset.Break(t.fam, []typeset.Span{{Text: s, Style: ts}}, width, typeset.Options{}) {
		b.put(l, st)
	}
}

// put lays one line under the others.
func (b *block) put(l typeset.Line, st style) {
	if len(b.lines) > 0 {
		b.h += leading * st.size
	}
	b.lines = append(b.lines, textLine{l, st, b.h + ascent*st.size})
	b.h += (ascent + descent) * st.size
	b.w = max(b.w, l.Width)
}

// stack puts another block underneath.
func (b *block) stack(o block, gap float64) {
	if o.empty() {
		return
	}
	if b.empty() {
		*b = o
		return
	}
	for _, l := range o.lines {
		l.base += b.h + gap
		b.lines = append(b.lines, l)
	}
	b.h += gap + o.h
	b.w = max(b.w, o.w)
}

// centre is the depth of the block's optical middle below its top.
func (b block) centre() float64 {
	if b.empty() {
		return 0
	}
	first, last := b.lines[0], b.lines[len(b.lines)-1]
	return ((ascent-2*middle)*first.style.size + last.base) / 2
}

// text draws a block with its top at y; align is where x lies in each line: 0
// at its left, 0.5 in the middle, 1 at its right.
func (p *pen) text(b block, x, y, align float64) {
	for _, l := range b.lines {
		p.set(l.line, l.style.colour, point{x - align*l.line.Width, y - l.base})
	}
}

// extent is the box that text would fill.
func (b block) extent(x, y, align float64) box {
	return box{x - align*b.w, y - b.h, x + (1-align)*b.w, y}
}

// words are what the document says of a text: the leading language and, in a
// bilingual document, the other. A missing translation gives way to the
// language that there is.
func (t *typist) words(x briefing.Text) (first, second string) {
	zh, en := strings.TrimSpace(x.ZH), strings.TrimSpace(x.EN)
	switch {
	case zh == "" || t.lang == briefing.English && en != "":
		return en, ""
	case t.lang == briefing.Chinese || en == "" || sameNumber(zh, en):
		return zh, ""
	}
	return zh, en
}

// sameNumber reports whether two labels differ in nothing but grouping and the dash
// of a range.
func sameNumber(a, b string) bool {
	if d := len(a) - len(b); d > len(a)/2+8 || d < -len(b)/2-8 || !strings.ContainsAny(a, "0123456789") {
		return a == b
	}
	strip := func(r rune) rune {
		switch {
		case r == ',' || unicode.IsSpace(r):
			return -1
		case r == '—':
			return '–'
		}
		return r
	}
	return a == b || strings.Map(strip, a) == strings.Map(strip, b)
}

// name sets a name: one language, or Chinese over smaller English.
func (t *typist) name(x briefing.Text, width float64) block {
	return t.pair(x, t.main(), t.minor(), width)
}

// pair sets a text in one style, and its second language beneath in another.
func (t *typist) pair(x briefing.Text, st, second style, width float64) block {
	var b block
	zh, en := t.words(x)
	b.add(t, zh, st, width)
	b.add(t, en, second, width)
	return b
}

// run sets both languages in one style: on one line where they fit, else one
// under the other.
func (t *typist) run(x briefing.Text, st style, width float64) block {
	one := t.plain(t.joined(x), st)
	if width <= 0 || one.w <= width {
		return one
	}
	return t.pair(x, st, st, width)
}

// number sets a value's label so that no figure is ever broken: smaller, down
// to the size of an axis label, where it would be wider than width.
func (t *typist) number(x briefing.Text, st style, width float64) block {
	first, second := t.words(x)
	b := t.fitted(first, st, width)
	if second != "" {
		b.stack(t.fitted(second, t.minor(), width), 0)
	}
	return b
}

// slack is how much wider than its room a label may be before it is broken.
const slack = 1.2

func (t *typist) fitted(s string, st style, width float64) block {
	b := t.plain(s, st)
	if b.w <= width {
		return b
	}
	st.size = max(st.size*width/b.w, sizeTick)
	if b = t.plain(s, st); b.w <= slack*width || wordless(s) {
		return b
	}
	return t.folded(s, st, slack*width)
}

// folded breaks a label between words, a number from its unit too; a single
// word is broken where it must be.
func (t *typist) folded(s string, st style, width float64) block {
	var b block
	line := ""
	for _, w := range strings.Fields(s) {
		if next := strings.TrimSpace(line + " " + w); line == "" || t.plain(next, st).w <= width {
			line = next
			continue
		}
		b.add(t, line, st, width)
		line = w
	}
	b.add(t, line, st, width)
	return b
}

// wordless reports whether a label is a bare number.
func wordless(s string) bool { return strings.Trim(s, "0123456789.,%‰+-−≈≤≥ ") == "" }

// plain sets one string as one line.
func (t *typist) plain(s string, st style) block {
	var b block
	b.add(t, s, st, 0)
	return b
}

// joined puts both languages in one line, and says once the number that both
// end or begin with and the unit in brackets that both end in: 目标18% and
// target 18% become 目标 target 18%.
func (t *typist) joined(x briefing.Text) string {
	zh, en := t.words(x)
	if en == "" {
		return zh
	}
	first, second, tail := zh, en, ""
	if n := lastNumber(zh); n != "" && sameRange(n, lastNumber(en)) && !strings.HasSuffix(strings.TrimSuffix(zh, n), "=") {
		first, second, tail = strings.TrimSuffix(zh, n), strings.TrimSuffix(en, lastNumber(en)), " "+n
	} else if u := bracketed(zh, "（", "）"); u != "" && u == bracketed(en, "(", ")") {
		first, second, tail = strings.TrimSuffix(zh, "（"+u+"）"), strings.TrimSuffix(en, "("+u+")"), " ("+u+")"
	}
	if n := firstNumber(zh); tail == "" && n != "" && n == firstNumber(en) {
		return zh + strings.TrimPrefix(en, n) // 6.5%以上 or more
	}
	first, second = strings.TrimSpace(first), strings.TrimSpace(second)
	if first == "" || second == "" {
		return zh + " " + en
	}
	return first + " " + second + tail
}

// lastNumber is the number or range, signs included, that s ends in.
func lastNumber(s string) string {
	rest := strings.TrimRightFunc(s, func(r rune) bool { return strings.ContainsRune("0123456789.,%+-−—–", r) })
	n := strings.TrimLeft(s[len(rest):], ".,%—–")
	if !strings.ContainsAny(n, "0123456789") {
		return ""
	}
	return n
}

// firstNumber is the percentage that s begins with; other numbers at the start
// of a text, such as years, stay with their words.
func firstNumber(s string) string {
	n := s[:len(s)-len(strings.TrimLeft(s, "0123456789.,%+-−"))]
	if !strings.HasSuffix(n, "%") {
		return ""
	}
	return n
}

// sameRange reports whether two numbers are the same but for the dash of a range.
func sameRange(a, b string) bool {
	return strings.ReplaceAll(a, "—", "–") == strings.ReplaceAll(b, "—", "–")
}

// bracketed is what stands in brackets at the end of s, or "".
func bracketed(s, open, end string) string {
	inner, ok := strings.CutSuffix(s, end)
	if !ok {
		return ""
	}
	at := strings.LastIndex(inner, open)
	if at < 0 {
		return ""
	}
	return inner[at+len(open):]
}
