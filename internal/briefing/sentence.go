package briefing

import "strings"

// A sentence grows clause by clause in both languages and remembers the cells
// behind its numbers.
type sentence struct {
	zh, en strings.Builder
	refs   []Cell
}

// add appends a finished clause or sentence to both.
func (s *sentence) add(zh, en string) {
	s.zh.WriteString(zh)
	s.en.WriteString(en)
}

// say appends a statement.
func (s *sentence) say(t Text) { s.add(t.ZH, t.EN) }

// clause appends a text after a comma, unless there is none.
func (s *sentence) clause(t Text) {
	if t.IsZero() {
		return
	}
	s.add("，"+t.ZH, ", "+t.EN)
}

// stop ends the sentence in both languages.
func (s *sentence) stop() { s.add("。", ".") }

// of notes the cells behind facts.
func (s *sentence) of(fs ...fact) {
	for _, f := range fs {
		s.refs = append(s.refs, f.Inputs...)
	}
}

func (s *sentence) text() Text { return Text{ZH: s.zh.String(), EN: s.en.String()} }

func (s *sentence) empty() bool { return s.zh.Len() == 0 }

// follow appends a whole sentence after another.
func (s *sentence) follow(t sentence) { s.join(t.text(), t.refs) }

func (s *sentence) join(t Text, refs []Cell) {
	if t.IsZero() {
		return
	}
	if s.en.Len() > 0 {
		s.en.WriteByte(' ')
	}
	s.add(t.ZH, t.EN)
	s.refs = append(s.refs, refs...)
}

// paragraph is what has been said, as a block; nil when nothing was.
func (s *sentence) paragraph() *Paragraph {
	if s.empty() {
		return nil
	}
	return &Paragraph{Text: s.text(), Refs: unique(s.refs)}
}

// unique drops repeated and empty cells, keeping the first of each.
func unique(cells []Cell) []Cell {
	seen := map[Cell]bool{}
	var out []Cell
	for _, c := range cells {
		if c != (Cell{}) && !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}

// list joins names: 甲、乙和丙; a, b and c.
func list(ts []Text) Text {
	var zh, en []string
	for _, t := range ts {
		zh = append(zh, t.ZH)
		en = append(en, t.EN)
	}
	return Text{ZH: enumerate(zh, "、", "和"), EN: enumerate(en, ", ", " and ")}
}

func enumerate(s []string, sep, and string) string {
	if len(s) < 2 {
		return strings.Join(s, "")
	}
	return strings.Join(s[:len(s)-1], sep) + and + s[len(s)-1]
}
