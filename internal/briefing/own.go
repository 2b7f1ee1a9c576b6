package briefing

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/internal/marked"
	"jianbao/internal/numeral"
)

// own fills the references in a text of the office's own, and holds its two
// languages against each other. What is wrong goes to the findings.
func (c *composer) own(t Text, cell, cellEN Cell) Text {
	given := t
	t = complete(t)
	if cell == (Cell{}) {
		cell = c.cellOf(given)
	}
	if cellEN == (Cell{}) {
		cellEN = cell
	}
	zh := c.filled(t, cell, func(t *Text) *string { return &t.ZH })
	en := zh
	if t.EN != t.ZH {
		en = c.filled(t, cellEN, func(t *Text) *string { return &t.EN })
	} else {
		en = c.filled(t, Cell{}, func(t *Text) *string { return &t.EN }) // the same text was judged already
	}
	if given.ZH != "" && given.EN != "" {
		onlyZH, onlyEN := numeral.Disagree(marked.Plain(zh), marked.Plain(en))
		if len(onlyZH)+len(onlyEN) > 0 {
			severity := diagnostic.Error
			if !slices.ContainsFunc(slices.Concat(onlyZH, onlyEN), func(n numeral.Number) bool { return !n.Bare() }) {
				severity = diagnostic.Warning // a count that may be said otherwise: 9个领域, in these areas
			}
			c.findings.Add(severity, "parity", cell,
				fmt.Sprintf("中英文的数字不一致：中文有%s，英文有%s。请改成同一数字，或用{编号}引用数据。", quoted(onlyZH, "、"), quoted(onlyEN, "、")),
				fmt.Sprintf("the numbers of the two languages differ: the Chinese has %s, the English %s. Make them the same, or refer to the data with {id}.", quoted(onlyZH, ", "), quoted(onlyEN, ", ")))
		}
	}
	for _, x := range [...]struct {
		text string
		cell Cell
	}{{zh, cell}, {en, cellEN}} {
		if i := strings.IndexAny(x.text, "{}"); i >= 0 && !reference.MatchString(x.text) {
			c.findings.Add(diagnostic.Error, "reference", x.cell,
				fmt.Sprintf("“%s”中的花括号不成对；引用写作{编号}。", marked.Plain(x.text)), fmt.Sprintf("%q has a brace without its partner; a reference is written {id}.", marked.Plain(x.text)))
			break
		}
	}
	zh, en = loosened(zh, en)
	return Text{ZH: zh, EN: en}
}

// loose is added to the ids of facts that one language of an own text refers to
// and the other has typed: their numbers have been compared as they stand.
const loose = 1 << 24

// loosened marks such facts.
func loosened(zh, en string) (string, string) {
	n := map[int]int{}
	for _, x := range [...]struct {
		s    string
		sign int
	}{{zh, 1}, {en, -1}} {
		_, spans := marked.Split(x.s)
		for _, sp := range spans {
			n[sp.ID] += x.sign
		}
	}
	again := func(s string) string {
		plain, spans := marked.Split(s)
		var b strings.Builder
		at := 0
		for _, sp := range spans {
			id := sp.ID
			if id >= firstFact && n[id] != 0 {
				id += loose
			}
			b.WriteString(plain[at:sp.From] + marked.Number(id, plain[sp.From:sp.To]))
			at = sp.To
		}
		return b.String() + plain[at:]
	}
	return again(zh), again(en)
}

func quoted(list []numeral.Number, sep string) string {
	if len(list) == 0 {
		return "—"
	}
	var texts []string
	for _, n := range list {
		texts = append(texts, n.Text)
	}
	return strings.Join(texts, sep)
}

// filled is one language of a text with its references filled; a reference that
// cannot be filled stays as it is and is an error at cell, if that is given.
func (c *composer) filled(t Text, cell Cell, side func(*Text) *string) string {
	in := *side(&t)
	if !strings.Contains(in, "{") {
		return in
	}
	var out strings.Builder
	rest := in
	for {
		m := reference.FindStringSubmatchIndex(rest)
		if m == nil {
			out.WriteString(rest)
			return out.String()
		}
		out.WriteString(rest[:m[0]])
		var before Text
		*side(&before) = marked.Plain(out.String())
		v, bad := c.resolve(rest[m[2]:m[3]], before)
		if bad != nil {
			if cell != (Cell{}) {
				c.findings.Add(diagnostic.Error, "reference", cell, bad.zh, bad.en)
			}
			out.WriteString(rest[m[0]:m[1]])
		} else {
			out.WriteString(*side(&v))
		}
		rest = rest[m[1]:]
	}
}

// cellOf is where a text of the briefing's head was read.
func (c *composer) cellOf(t Text) Cell {
	for _, want := range [...]string{t.ZH, t.EN} {
		for _, l := range c.d.Strings {
			if want != "" && l.Text == want {
				return l.Cell
			}
		}
	}
	return Cell{File: c.d.File}
}

// sentence is the office's own text for a place; zero where it has none.
func (c *composer) sentence(place string) Text {
	for _, s := range c.d.Sentences {
		if s.Place == place {
			return c.own(s.Text, s.Cell, s.CellEN)
		}
	}
	return Text{}
}

// ownAccount is the office's own text on an indicator, closed as a sentence.
func (c *composer) ownAccount(it *item) (sentence, bool) {
	t := c.sentence(it.r.s.ID)
	if t.IsZero() {
		return sentence{}, false
	}
	var s sentence
	t = Text{ZH: closed(t.ZH, "。", "。！？"), EN: closed(t.EN, ".", ".!?")}
	s.say(t)
	s.of(it.r.main(), it.r.growth())
	return s, true
}

// hasOwn reports that the office says something of an indicator itself.
func (c *composer) hasOwn(it *item) bool {
	return slices.ContainsFunc(c.d.Sentences, func(s indicator.Sentence) bool { return s.Place == it.r.s.ID })
}

// closed ends a text with a full stop unless it has an end of its own.
func closed(s, stop, ends string) string {
	s = strings.TrimSpace(s)
	bare := strings.TrimRight(s, "”’」』)）\"")
	for _, e := range ends {
		if strings.HasSuffix(bare, string(e)) {
			return s
		}
	}
	return s + stop
}

// needed is the growth that the rest of the year must bring for the target.
func (it *item) needed() fact {
	if it.target == nil {
		return fact{}
	}
	n, err := it.r.d.Required(it.target.Target, Period{From: indicator.NewMonth(it.r.end.Year(), 1), To: it.r.end})
	if err != nil {
		return fact{}
	}
	return it.r.fact(n.Growth, n.Rest, max(it.r.rates, 1), asGrowth)
}
