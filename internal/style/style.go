// Package style is how things are said: for each statement that a briefing can
// make a pattern in both languages, with slots for what it is about. The
// built-in patterns are those of official statistical releases; an office may
// put its own in place of any of them.
//
//	grew-after: {zh: "{base}{basis}增长{size}", en: "up {size} {base} {basis}"}
//
// A slot with a capital, {Name}, begins an English sentence. A statement may
// have several patterns; which is used is decided by turns, so that eight
// indicators do not read as eight copies.
package style

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// Text is a text in both languages.
type Text = indicator.Text

// Slots are what a pattern is filled with.
type Slots map[string]Text

// A Style is a set of patterns. The zero value says nothing; start from Builtin.
type Style struct {
	statements map[string][]pattern
}

// pattern is one way to make a statement.
type pattern struct{ zh, en []piece }

// piece is a literal, or a slot where name is not "".
type piece struct {
	literal, name string
	capital       bool
}

//go:embed style.yaml
var builtin []byte

// Builtin is the style that ships with the tool.
var Builtin = sync.OnceValue(func() *Style {
	s, err := (&Style{}).with(builtin, nil)
	if err != nil {
		panic(err) // the file is part of the program and tested with it
	}
	return s
})

// written is a pattern in a file.
type written struct {
	ZH string `yaml:"zh"`
	EN string `yaml:"en"`
}

// patterns are one pattern or a list of them.
type patterns []written

func (p *patterns) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.SequenceNode {
		return n.Decode((*[]written)(p))
	}
	var one written
	if err := n.Decode(&one); err != nil {
		return err
	}
	*p = patterns{one}
	return nil
}

// With is a copy of s in which the statements of a file take the place of its
// own. A statement that s does not know, a slot that it does not have there, and
// a number typed into a pattern are errors: each names the statement.
func (s *Style) With(r io.Reader) (*Style, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("style: %w", err)
	}
	return s.with(data, s)
}

func (s *Style) with(data []byte, known *Style) (*Style, error) {
	var file map[string]patterns
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("style: %w", err)
	}
	out := &Style{statements: map[string][]pattern{}}
	for k, v := range s.statements {
		out.statements[k] = v
	}
	keys := make([]string, 0, len(file))
	for k := range file {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, key := range keys {
		var list []pattern
		for _, w := range file[key] {
			p := pattern{parse(w.ZH), parse(w.EN)}
			if err := p.check(key, w, known); err != nil {
				return nil, err
			}
			list = append(list, p)
		}
		if len(list) == 0 {
			return nil, fmt.Errorf("style: %s: no pattern", key)
		}
		out.statements[key] = list
	}
	return out, nil
}

// check refuses a pattern that could not state the facts of the statement.
func (p pattern) check(key string, w written, known *Style) error {
	for _, s := range [...]string{w.ZH, w.EN} {
		if i := strings.IndexFunc(s, unicode.IsDigit); i >= 0 {
			return fmt.Errorf("style: %s: %q has a number typed into it; numbers come from the workbook, through slots such as {size}", key, s)
		}
		if strings.Count(s, "{") != strings.Count(s, "}") {
			return fmt.Errorf("style: %s: %q has a brace without its partner", key, s)
		}
	}
	if known == nil {
		return nil
	}
	ours, ok := known.statements[key]
	if !ok {
		return fmt.Errorf("style: there is no statement %q; it is one of: %s", key, strings.Join(known.Statements(), ", "))
	}
	zh, en := map[string]bool{}, map[string]bool{}
	for _, o := range ours {
		for _, n := range names(o.zh) {
			zh[n] = true
		}
		for _, n := range names(o.en) {
			en[n] = true
		}
	}
	for _, side := range [...]struct {
		lang  string
		have  []string
		known map[string]bool
	}{{"zh", names(p.zh), zh}, {"en", names(p.en), en}} {
		for _, n := range side.have {
			if !zh[n] && !en[n] {
				return fmt.Errorf("style: %s: there is no {%s} here; slots: %s", key, n, strings.Join(sorted(zh, en), ", "))
			}
		}
		if len(side.have) == 0 && len(side.known) > 0 && side.lang == "zh" && w.ZH == "" {
			return fmt.Errorf("style: %s: the Chinese pattern is missing", key)
		}
	}
	if w.EN == "" && len(en) > 0 {
		return fmt.Errorf("style: %s: the English pattern is missing", key)
	}
	for _, n := range sorted(zh, en) {
		inZH, inEN := slices.Contains(names(p.zh), n), slices.Contains(names(p.en), n)
		if zh[n] && en[n] && inZH != inEN {
			return fmt.Errorf("style: %s: {%s} stands in one language only; the two must state the same facts", key, n)
		}
	}
	return nil
}

func sorted(sets ...map[string]bool) []string {
	var out []string
	for _, set := range sets {
		for n := range set {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	sort.Strings(out)
	return out
}

// names lists the slots of one side of a pattern.
func names(ps []piece) []string {
	var out []string
	for _, p := range ps {
		if p.name != "" && !slices.Contains(out, p.name) {
			out = append(out, p.name)
		}
	}
	return out
}

// parse cuts a pattern at its slots.
func parse(s string) []piece {
	var out []piece
	for s != "" {
		i := strings.IndexByte(s, '{')
		j := strings.IndexByte(s[max(i, 0):], '}') + max(i, 0)
		if i < 0 || j < i {
			return append(out, piece{literal: s})
		}
		if i > 0 {
			out = append(out, piece{literal: s[:i]})
		}
		name := s[i+1 : j]
		lower := lowerFirst(name)
		out = append(out, piece{name: lower, capital: lower != name})
		s = s[j+1:]
	}
	return out
}

// Has reports whether the style can make a statement.
func (s *Style) Has(statement string) bool { return len(s.statements[statement]) > 0 }

// Source is the file of the built-in patterns.
func Source() string { return string(builtin) }

// Statements lists what the style can say.
func (s *Style) Statements() []string {
	var out []string
	for k := range s.statements {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// Say makes a statement in both languages. turn chooses among its patterns.
func (s *Style) Say(statement string, turn int, slots Slots) Text {
	list := s.statements[statement]
	if len(list) == 0 {
		return Text{}
	}
	p := list[turn%len(list)]
	return Text{ZH: fill(p.zh, slots, func(t Text) string { return t.ZH }), EN: tidy(fill(p.en, slots, func(t Text) string { return t.EN }))}
}

// fill puts the slots into one side of a pattern. Where a Latin word would run
// into a number, as in GDP2023年, a space parts them.
func fill(ps []piece, slots Slots, side func(Text) string) string {
	if len(ps) == 1 && ps[0].name == "" {
		return ps[0].literal
	}
	var b strings.Builder
	var last rune
	for _, p := range ps {
		v := p.literal
		if p.name != "" {
			v = side(slots[p.name])
			if p.capital {
				v = upperFirst(v)
			}
			first, _ := utf8.DecodeRuneInString(v)
			if first >= '\uFDD0' && first <= '\uFDEF' {
				first, _ = utf8.DecodeRuneInString(marked.Plain(v))
			}
			if last < utf8.RuneSelf && unicode.IsLetter(last) && unicode.IsDigit(first) {
				b.WriteByte(' ')
			}
		}
		if v != "" {
			b.WriteString(v)
			last, _ = utf8.DecodeLastRuneInString(v)
		}
	}
	return b.String()
}

// tidy takes out the spaces that empty slots leave in an English sentence.
func tidy(s string) string {
	if !strings.Contains(s, "  ") && !strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ") && !strings.Contains(s, " ,") && !strings.Contains(s, " .") && !strings.Contains(s, " ;") {
		return s
	}
	s = strings.Join(strings.Fields(s), " ")
	for _, mark := range [...]string{",", ".", ";"} {
		s = strings.ReplaceAll(s, " "+mark, mark)
	}
	return s
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
