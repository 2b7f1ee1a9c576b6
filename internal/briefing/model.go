// Package briefing decides what a briefing says: its headline, key figures,
// sections, sentences, tables, figures and notes, each in Chinese and English
// from the same facts. It knows nothing of pages, fonts or files.
package briefing

import (
	"slices"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// Text is a sentence or label in both languages.
type Text = indicator.Text

// Cell is the place of a value in its source.
type Cell = indicator.Cell

// Lang is the setting of a document.
type Lang string

const (
	Both    Lang = "zh+en"
	Chinese Lang = "zh"
	English Lang = "en"
)

// Has reports whether a document of this setting shows the language l.
func (s Lang) Has(l Lang) bool { return s == Both || s == l }

// Briefing is the whole content of a document, in reading order.
type Briefing struct {
	File         string // base name of the source
	Title        Text
	Issuer       Text
	Area         Text
	Period       Text   // 2023年1—11月 / January–November 2023
	Release      string // ISO date or ""
	ReleaseText  Text   // 2023年2月11日 / 11 February 2023
	Source       Text   // one line: 资料来源：… / Source: …
	Contact      Text
	Illustrative bool
	Headline     Text
	Tiles        []Tile
	Lead         []Block // the rest of page one
	Sections     []Section

	// Findings are on the office's own texts; with an error among them the
	// briefing must not go out.
	Findings diagnostic.List

	Origins []Origin  // where the numbers come from
	Printed []Printed // every number in the texts, in reading order
}

// Section is a headed part after page one.
type Section struct {
	ID     string
	Title  Text // says the finding where there is one
	Blocks []Block

	// Bilingual sections set the two languages against each other, and are left
	// out of a document in one.
	Bilingual bool
}

// Block is one of *Paragraph, *Bullets, *Table, *Figure, *FigureGrid, *Notes.
type Block interface{ isBlock() }

// Paragraph is running text.
type Paragraph struct {
	Name Text // leads the text in, set apart from it: the group it is about; may be empty
	Text Text
	Refs []Cell // cells behind the numbers in it
}

// Bullets is a titled list of points; a point may have a name that leads it.
type Bullets struct {
	Title Text
	Items []Bullet
}

// Bullet is one point of a list.
type Bullet struct{ Name, Text Text }

// Notes are small numbered or unnumbered notes.
type Notes struct {
	Title Text
	Items []Bullet
}

// Figure is a chart with what is said about it.
type Figure struct {
	ID          string
	Title       Text // the finding
	Description Text // what is drawn, in which unit
	Alone       Text // the description outside the grid that the figure stands in
	Alt         Text // the chart in words, for who cannot see it
	Chart       Chart
	Note        Text
	Singles     []Figure // of small multiples: each alone, for who asks for one
}

// Figures are all figures of a briefing, each as it stands alone, with the source
// at its foot and on its own scale.
func (b *Briefing) Figures() []Figure {
	var out []Figure
	add := func(f Figure) {
		if !f.Alone.IsZero() {
			f.Description = f.Alone
		}
		if g, ok := f.Chart.(*Growth); ok {
			own := *g
			own.LineMin, own.LineMax = 0, 0
			f.Chart = &own
		}
		f.Note = joinTexts("", " ", []Text{f.Note, b.Source})
		f.Singles = slices.Clone(f.Singles)
		for i := range f.Singles {
			f.Singles[i].Note = f.Note
		}
		out = append(out, f)
	}
	each := func(blocks []Block) {
		for _, x := range blocks {
			switch x := x.(type) {
			case *Figure:
				add(*x)
			case *FigureGrid:
				for _, f := range x.Figures {
					add(f)
				}
			}
		}
	}
	each(b.Lead)
	for _, s := range b.Sections {
		each(s.Blocks)
	}
	return out
}

// FigureGrid is a set of small multiples, laid out in columns.
type FigureGrid struct {
	Title       Text
	Description Text // said once for all: what bars, lines and marks are
	Figures     []Figure
}

// Table is a table with at most one level of row groups.
type Table struct {
	ID          string
	Title       Text
	Description Text
	Columns     []Column
	Rows        []Row
	Notes       []Text
}

// Column heads a column; Unit stands under Head. The first column is the stub.
type Column struct {
	Head    Text
	Unit    Text
	Numeric bool // aligned on the decimal point
}

// Row is one line of a table. A Group row has one cell, which heads the rows
// after it; Level indents sub-items.
type Row struct {
	Group bool
	Level int
	Cells []TableCell
}

// Tone is a status that is shown by word, shape and colour together.
type Tone string

const (
	Plain   Tone = ""
	Ahead   Tone = "ahead"    // ▲ green: better than the target
	OnTrack Tone = "on-track" // ● ink
	Behind  Tone = "behind"   // ▼ brown: short of the target
	Quiet   Tone = "quiet"    // secondary ink: no data, not comparable
)

// TableCell is the content of one cell. Where both languages show the same
// number, ZH and EN differ at most in grouping and Number is set: it is then
// printed once.
type TableCell struct {
	Text   Text
	Number bool
	Tone   Tone
	Mark   string // status mark set as superscript: p, r, e
	Refs   []Cell
}

// Amount is a quantity in the natural unit of each language, in parts so that
// the number can be set large: "432.6" + "亿元"; "RMB " + "43.26" + " billion".
type Amount struct {
	ZH, EN AmountParts
}

// AmountParts is a quantity cut around its number.
type AmountParts struct{ Before, Number, After string }

// String joins the parts as they stand in prose.
func (a AmountParts) String() string { return a.Before + a.Number + a.After }

// Tile is a key figure.
type Tile struct {
	Series string
	Name   Text
	Period Text // only where it differs from the briefing's
	Amount Amount
	Growth Text   // 同比增长7.2% / up 7.2% year on year; "" where none
	Sign   int    // of the growth: -1, 0, 1
	Target Text   // 2023年目标增长7.2% / 2023 target: +7.2%; "" where none
	Tone   Tone   // against the target
	Trend  *Spark // nil with fewer than three values
	Mark   string // status mark: p, r, e
	Refs   []Cell
}

func (*Paragraph) isBlock()  {}
func (*Bullets) isBlock()    {}
func (*Notes) isBlock()      {}
func (*Figure) isBlock()     {}
func (*FigureGrid) isBlock() {}
func (*Table) isBlock()      {}
