package pdf

import (
	"fmt"

	"jianbao/internal/briefing"
)

// element is a node of the structure tree (PDF 32000-1, 14.7 and 14.8): what a
// piece of the page is to someone who does not see it. It takes its place in the
// tree when the first of it is drawn, so that the tree is in reading order.
type element struct {
	role   string // P, H1, Table …
	lang   string // of its text (BCP 47); "" is that of its parent
	alt    string // in words, of a figure
	actual string // the text that a shape stands for
	attrs  string // further attributes, as they stand in the file
	id     string // of a note
	apart  bool   // its characters stand apart: the page says actual too, for who copies it
	at     *place // of a figure
	parent *element
	kids   []any // *element, stretch, *link
	placed bool
}

// stretch is a part of a page's content that belongs to an element.
type stretch struct{ page, id int }

// child makes an element under e.
func (e *element) child(role string) *element { return &element{role: role, parent: e} }

// describe says in words what a figure shows: in the language that the document
// leads with, also where it has two. A voice reads the whole of such a text in one
// language; the marks by which PDF could change it within (ISO 32000-1, 7.9.2.2) are
// read aloud by most readers. What the other language has to say of a figure is in
// its caption, in the text and in the tables, each in its own voice.
func (e *element) describe(t briefing.Text, l briefing.Lang) {
	e.alt, e.lang = inline(t, l), ""
	if l == briefing.Both {
		e.alt = orElse(t.ZH, t.EN)
	}
	if lang := languageOf(e.alt); lang != "" && lang != e.language() {
		e.lang = lang
	}
}

// in makes a child in a language.
func (e *element) in(role, lang string) *element {
	c := e.child(role)
	if lang != e.language() {
		c.lang = lang
	}
	return c
}

// language is that of an element's text.
func (e *element) language() string {
	for ; e != nil; e = e.parent {
		if e.lang != "" {
			return e.lang
		}
	}
	return ""
}

// place puts an element, and all above it, where the reading has got to.
func (e *element) place() {
	if e.placed || e.parent == nil {
		return
	}
	e.placed = true
	e.parent.place()
	e.parent.kids = append(e.parent.kids, e)
}

// holds reports whether an element may hold text itself; others need a paragraph
// for it.
func (e *element) holds() bool {
	switch e.role {
	case "Document", "Sect", "Div", "Table", "THead", "TBody", "TR", "L", "LI", "TOC", "TOCI":
		return false
	}
	return true
}

// Languages of texts.
const (
	zh = "zh-CN"
	en = "en-GB"
)

// languageOf is the language that a text is in: "" for one without letters.
func languageOf(s string) string {
	latin := false
	for _, r := range s {
		switch {
		case r >= 0x2E80:
			return zh
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
			latin = true
		}
	}
	if latin {
		return en
	}
	return ""
}

// tagOp begins what belongs to an element, untagOp ends it. They nest.
type tagOp struct{ el *element }
type untagOp struct{}

func (o tagOp) paint(p *painter) {
	o.el.place()
	p.open = append(p.open, o.el)
}

func (untagOp) paint(p *painter) {
	if n := len(p.open); n > 0 {
		p.open = p.open[:n-1]
	}
}

// within draws what belongs to an element.
func (pg *page) within(el *element, draw func()) {
	if el == nil {
		draw()
		return
	}
	pg.ops = append(pg.ops, tagOp{el})
	pg.open = append(pg.open, el)
	draw()
	pg.open = pg.open[:len(pg.open)-1]
	pg.ops = append(pg.ops, untagOp{})
}

// top is the element that is being drawn.
func (pg *page) top() *element {
	if n := len(pg.open); n > 0 {
		return pg.open[n-1]
	}
	return nil
}

// said draws text of a language under the element that is being drawn, as a
// paragraph or a span of its own where it needs one.
func (pg *page) said(lang string, draw func()) {
	top := pg.top()
	switch {
	case top == nil, top == artifact:
		draw()
	case !top.holds():
		pg.within(top.in("P", lang), draw)
	case lang != "" && lang != top.language():
		pg.within(top.in("Span", lang), draw)
	default:
		draw()
	}
}

// decoration draws what says nothing: rules, grounds, what is repeated from page
// to page.
func (pg *page) decoration(draw func()) { pg.within(artifact, draw) }

// artifact marks decoration; it is no part of the tree.
var artifact = &element{role: "Artifact"}

// mark sees to it that what is drawn next belongs to the element that is open, or
// is marked as decoration: shapes are, but in figures.
func (p *painter) mark(shape bool) {
	el := artifact
	if n := len(p.open); n > 0 {
		el = p.open[n-1]
	}
	if len(p.open) == 0 && !shape {
		el = p.loose
	}
	if shape && el.role != "Figure" && el.actual == "" {
		el = artifact
	}
	if el == p.marked {
		return
	}
	p.unmark()
	p.marked = el
	if el == artifact {
		p.f.RawWriteStr("/Artifact BMC")
		return
	}
	id := len(p.contents)
	p.contents = append(p.contents, el)
	el.place()
	el.kids = append(el.kids, stretch{p.page, id})
	actual := ""
	if el.apart {
		actual = "/ActualText" + textString(el.actual)
	}
	p.f.RawWriteStr(fmt.Sprintf("/%s <</MCID %d%s>> BDC", el.role, id, actual))
}

// unmark ends what mark began.
func (p *painter) unmark() {
	if p.marked != nil {
		p.f.RawWriteStr("EMC")
		p.marked = nil
	}
}

// toneWord is what the shape of a status says.
func toneWord(t briefing.Tone, lang briefing.Lang) string {
	words := map[briefing.Tone]briefing.Text{
		briefing.Ahead:   {ZH: "超前", EN: "ahead"},
		briefing.OnTrack: {ZH: "相符", EN: "on track"},
		briefing.Behind:  {ZH: "落后", EN: "behind"},
	}
	if lang == briefing.English {
		return words[t].EN
	}
	return words[t].ZH
}
