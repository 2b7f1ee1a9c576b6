package briefing

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/marked"
)

// settle takes the marks off every text of a briefing and keeps what they say:
// each number that will be printed, with its origin. It returns the texts whose
// two languages do not state the same facts.
func (c *composer) settle(b *Briefing) []*Disparity {
	s := settler{b: b, c: c, seen: map[Printed]bool{}, origins: map[int]int{}, quoted: map[Cell]int{}}
	s.own = ownWords(c.d)
	s.at("title", &b.Title, &b.Issuer, &b.Area, &b.Period, &b.ReleaseText, &b.Source, &b.Contact)
	s.at("headline", &b.Headline)
	s.at("tiles", &b.Tiles)
	s.at("front", &b.Lead)
	for i := range b.Sections {
		s.at(b.Sections[i].ID, &b.Sections[i])
	}
	return s.found
}

// A Disparity is a text whose Chinese and English state different facts.
type Disparity struct {
	Place  string
	Text   Text
	ZH, EN []string // the numbers of each, in full digits
}

func (d *Disparity) Error() string {
	return fmt.Sprintf("%s: %q states %v where %q states %v", d.Place, d.Text.ZH, d.ZH, d.Text.EN, d.EN)
}

type settler struct {
	b       *Briefing
	c       *composer
	own     map[string][]ownWord // by the numbers in them
	place   string
	seen    map[Printed]bool
	origins map[int]int  // ids of marks → index into b.Origins
	quoted  map[Cell]int // likewise of the source's own words
	found   []*Disparity
}

// at settles everything under the roots, which stand at one place.
func (s *settler) at(place string, roots ...any) {
	s.place = place
	for _, r := range roots {
		s.walk(reflect.ValueOf(r).Elem())
	}
}

var (
	textType   = reflect.TypeFor[Text]()
	amountType = reflect.TypeFor[Amount]()
	cellsType  = reflect.TypeFor[[]Cell]()
)

// walk finds the texts of the content model, however deep they stand.
func (s *settler) walk(v reflect.Value) {
	switch v.Type() {
	case textType:
		t := v.Addr().Interface().(*Text)
		s.text(&t.ZH, &t.EN)
		return
	case amountType:
		a := v.Addr().Interface().(*Amount)
		s.amount(a)
		return
	case cellsType:
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			s.walk(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.walk(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.walk(v.Field(i))
			}
		}
	}
}

// text settles the two languages of one text and compares them.
func (s *settler) text(zh, en *string) {
	if *zh == *en {
		plain, spans := marked.Split(*zh)
		s.note(Both, plain, spans)
		*zh, *en = plain, plain
		return
	}
	plainZH, spansZH := marked.Split(*zh)
	plainEN, spansEN := marked.Split(*en)
	s.note(Chinese, plainZH, spansZH)
	s.note(English, plainEN, spansEN)
	*zh, *en = plainZH, plainEN
	if plainZH != "" && plainEN != "" {
		s.compare(stated(plainZH, spansZH), stated(plainEN, spansEN), Text{ZH: plainZH, EN: plainEN})
	}
}

// amount settles an amount that is kept in parts.
func (s *settler) amount(a *Amount) {
	zh, en := a.ZH.String(), a.EN.String()
	s.text(&zh, &en)
	a.ZH.Number, a.EN.Number = marked.Plain(a.ZH.Number), marked.Plain(a.EN.Number)
}

// note keeps the numbers of a text: those marked, and those that stand in the
// source's own words.
func (s *settler) note(l Lang, text string, spans []marked.Span) {
	next := 0
	for i := 0; i < len(text); {
		if next < len(spans) && i == spans[next].From {
			sp := spans[next]
			s.print(Printed{Lang: l, Text: text[sp.From:sp.To], Place: s.place, Origin: s.origin(sp.ID)})
			i, next = sp.To, next+1
			continue
		}
		if !isDigit(text[i]) {
			i++
			continue
		}
		end := len(text)
		if next < len(spans) {
			end = spans[next].From
		}
		j := numberEnd(text, i, end)
		s.print(Printed{Lang: l, Text: text[i:j], Place: s.place, Origin: s.quote(text, i, j)})
		i = j
	}
}

func (s *settler) print(p Printed) {
	if !s.seen[p] {
		s.seen[p] = true
		s.b.Printed = append(s.b.Printed, p)
	}
}

// origin is the index of what a mark stands for.
func (s *settler) origin(id int) int {
	if id >= loose {
		id -= loose
	}
	i, ok := s.origins[id]
	if ok {
		return i
	}
	o := Origin{}
	if id < firstFact {
		o.Kind = kinds[id]
	} else {
		o = s.c.book.facts[id-firstFact].origin()
	}
	i = len(s.b.Origins)
	s.b.Origins = append(s.b.Origins, o)
	s.origins[id] = i
	return i
}

// quote is the index of the source's own words that hold the digits at
// text[from:to].
func (s *settler) quote(text string, from, to int) int {
	at := Cell{}
	folded := strings.ToLower(text)
	for _, w := range s.own[text[from:to]] {
		for i := 0; i < len(folded); {
			k := strings.Index(folded[i:], w.text)
			if k < 0 {
				break
			}
			if i+k <= from && to <= i+k+len(w.text) {
				at = w.cell
				break
			}
			i += k + 1
		}
		if at != (Cell{}) {
			break
		}
	}
	i, ok := s.quoted[at]
	if !ok {
		i = len(s.b.Origins)
		s.b.Origins = append(s.b.Origins, Origin{Kind: Quoted, Cells: unique([]Cell{at})})
		s.quoted[at] = i
	}
	return i
}

// An ownWord is a text of the source with digits in it, folded.
type ownWord struct {
	text string
	cell Cell
}

// statement is a fact as one language states it.
type statement struct {
	id   int
	full Decimal // without its sign, in full digits
}

// stated lists the statistics of a text, in the order of their facts. Of
// 300–350 million, the scale stands once.
func stated(text string, spans []marked.Span) []statement {
	var out []statement
	scale := int32(0)
	for i := len(spans) - 1; i >= 0; i-- {
		sp := spans[i]
		own := scaleAt(text[sp.To:])
		if own == 0 && i+1 < len(spans) {
			if between := text[sp.To:spans[i+1].From]; between == "—" || between == "–" {
				own = scale
			}
		}
		scale = own
		if sp.ID < firstFact || sp.ID >= loose {
			continue
		}
		v, err := decimal.NewFromString(ungrouped.Replace(text[sp.From:sp.To]))
		if err != nil {
			continue
		}
		out = append(out, statement{sp.ID, v.Shift(own)})
	}
	slices.SortFunc(out, func(a, b statement) int {
		if a.id != b.id {
			return a.id - b.id
		}
		return a.full.Cmp(b.full)
	})
	return out
}

var ungrouped = strings.NewReplacer(",", "", "\u00a0", "")

// scales are words for powers of ten that follow a number, longer ones first.
var scales = [...]struct {
	word string
	exp  int32
}{{"万亿", 12}, {"亿", 8}, {"万", 4}, {" trillion", 12}, {" billion", 9}, {" million", 6}, {" thousand", 3}, {" 万亿", 12}, {" 亿", 8}, {" 万", 4}}

func scaleAt(s string) int32 {
	for _, c := range scales {
		if len(s) >= len(c.word) && strings.EqualFold(s[:len(c.word)], c.word) {
			return c.exp
		}
	}
	return 0
}

// compare holds what the two languages state against each other.
func (s *settler) compare(zh, en []statement, t Text) {
	if slices.EqualFunc(zh, en, func(a, b statement) bool { return a.id == b.id && a.full.Equal(b.full) }) {
		return
	}
	list := func(in []statement) (out []string) {
		for _, x := range in {
			out = append(out, x.full.String())
		}
		return out
	}
	s.found = append(s.found, &Disparity{Place: s.place, Text: t, ZH: list(zh), EN: list(en)})
}
