package sources

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"
)

// The parts of a workbook are changed as text, tag by tag, so that all of a
// part but the change stays as it was, byte for byte: a workbook holds more
// than any library models, and a copy must lose none of it.

// tag is a tag of an XML text.
type tag struct {
	start, end  int    // from "<" to behind ">"
	prefix      string // "x:" of x:row, or ""
	name        string
	attrs       string // as written
	close, void bool   // </row>, <row/>
}

// tags walks through an XML text.
type tags struct {
	xml string
	at  int
}

// next is the next tag; comments, declarations and character data are passed
// over. It returns false at the end and where the text is no XML.
func (s *tags) next() (t tag, ok bool) {
	for {
		i := strings.IndexByte(s.xml[s.at:], '<')
		if i < 0 {
			return t, false
		}
		start := s.at + i
		rest := s.xml[start:]
		skip := ""
		switch {
		case strings.HasPrefix(rest, "<!--"):
			skip = "-->"
		case strings.HasPrefix(rest, "<![CDATA["):
			skip = "]]>"
		case strings.HasPrefix(rest, "<?"):
			skip = "?>"
		case strings.HasPrefix(rest, "<!"):
			skip = ">"
		}
		if skip != "" {
			n := strings.Index(rest, skip)
			if n < 0 {
				return t, false
			}
			s.at = start + n + len(skip)
			continue
		}
		n := tagEnd(rest)
		if n < 0 {
			return t, false
		}
		s.at = start + n
		return newTag(rest[:n], start), true
	}
}

// tagEnd is the length of the tag that a text starts with: ">" may stand in the
// value of an attribute.
func tagEnd(text string) int {
	for i := 1; i < len(text); i++ {
		switch c := text[i]; c {
		case '>':
			return i + 1
		case '"', '\'':
			n := strings.IndexByte(text[i+1:], c)
			if n < 0 {
				return -1
			}
			i += n + 1
		}
	}
	return -1
}

func newTag(text string, start int) tag {
	t := tag{start: start, end: start + len(text)}
	inner := text[1 : len(text)-1]
	if t.close = strings.HasPrefix(inner, "/"); t.close {
		inner = inner[1:]
	}
	if t.void = strings.HasSuffix(inner, "/"); t.void {
		inner = inner[:len(inner)-1]
	}
	t.name = inner
	if i := strings.IndexAny(inner, " \t\r\n"); i >= 0 {
		t.name, t.attrs = inner[:i], inner[i:]
	}
	if i := strings.IndexByte(t.name, ':'); i >= 0 {
		t.prefix, t.name = t.name[:i+1], t.name[i+1:]
	}
	return t
}

// attr is the value of an attribute by its name as written, with its prefix.
func (t tag) attr(name string) (string, bool) {
	from, to, ok := t.attrSpan(name)
	if !ok {
		return "", false
	}
	v := t.attrs[from:to]
	if strings.IndexByte(v, '&') >= 0 {
		v = html.UnescapeString(v)
	}
	return v, true
}

// attrSpan is where the value of an attribute stands in attrs.
func (t tag) attrSpan(name string) (from, to int, ok bool) {
	for i := 0; i < len(t.attrs); {
		eq := strings.IndexByte(t.attrs[i:], '=')
		if eq < 0 {
			break
		}
		key := strings.TrimSpace(t.attrs[i : i+eq])
		open := strings.IndexAny(t.attrs[i+eq:], `"'`)
		if open < 0 {
			break
		}
		from = i + eq + open + 1
		n := strings.IndexByte(t.attrs[from:], t.attrs[from-1])
		if n < 0 {
			break
		}
		to = from + n
		if key == name {
			return from, to, true
		}
		i = to + 1
	}
	return 0, 0, false
}

// local is the value of an attribute by its name without a prefix.
func (t tag) local(name string) (string, bool) {
	if v, ok := t.attr(name); ok {
		return v, true
	}
	for _, key := range t.attrNames() {
		if strings.HasSuffix(key, ":"+name) {
			return t.attr(key)
		}
	}
	return "", false
}

func (t tag) attrNames() []string {
	var names []string
	for i := 0; i < len(t.attrs); {
		eq := strings.IndexByte(t.attrs[i:], '=')
		if eq < 0 {
			break
		}
		key := strings.TrimSpace(t.attrs[i : i+eq])
		_, to, ok := t.attrSpan(key)
		if !ok || to < i {
			break
		}
		names = append(names, key)
		i = to + 1
	}
	return names
}

// with is the tag as text with an attribute set to a value that needs no
// escaping.
func (t tag) with(name, value string) tag {
	if from, to, ok := t.attrSpan(name); ok {
		t.attrs = t.attrs[:from] + value + t.attrs[to:]
	} else {
		t.attrs = strings.TrimRight(t.attrs, " \t\r\n") + " " + name + `="` + value + `"`
	}
	return t
}

// without is the tag without an attribute.
func (t tag) without(name string) tag {
	if from, to, ok := t.attrSpan(name); ok {
		head := strings.TrimRight(t.attrs[:from-1], " \t\r\n=")
		t.attrs = strings.TrimSuffix(head, name) + strings.TrimLeft(t.attrs[to+1:], " \t\r\n")
		t.attrs = " " + strings.TrimSpace(t.attrs)
	}
	return t
}

// String is the tag as text.
func (t tag) String() string {
	s := "<"
	if t.close {
		s += "/"
	}
	s += t.prefix + t.name + t.attrs
	if t.void {
		s += "/"
	}
	return s + ">"
}

// edit replaces a stretch of a text.
type edit struct {
	from, to int
	text     string
}

// splice carries out edits that do not overlap; those at one place keep their
// order.
func splice(s string, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	size := len(s)
	for _, e := range edits {
		size += len(e.text)
	}
	var b strings.Builder
	b.Grow(size)
	at := 0
	for _, e := range edits {
		b.WriteString(s[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.WriteString(s[at:])
	return b.String()
}

// xmlText makes a text fit to stand in XML: escaped, and without characters
// that XML does not have.
func xmlText(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '"':
			b.WriteString("&quot;")
		case c == utf8.RuneError, c == 0xFFFE, c == 0xFFFF, c < ' ' && c != '\n' && c != '\t':
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
