// Package typeset sets Chinese and Latin text in lines: which face draws each
// character, how wide it is, where a line may break, how much air stands
// between hanzi and Latin. Pages and charts draw the lines it returns and
// measure with the same numbers.
//
// Rules follow CLREQ (Requirements for Chinese Text Layout, W3C) and, where
// Chinese typesetting has no word of its own, UAX #14 (Unicode Line Breaking
// Algorithm).
package typeset

import "jianbao/fonts"

// Style is a weight and a size in points.
type Style struct {
	Weight fonts.Weight
	Size   float64
}

// Span is a run of text in one style. Rise lifts it above the baseline, in
// points (superscripts). Tag is the caller's: it comes back on every piece.
type Span struct {
	Text string
	Style
	Rise float64
	Tag  int
}

// Piece is a run of characters that one face draws from one position; X is in
// points from the start of the line. Hyphen marks a piece that is not in the
// text: the hyphen at which a word was divided, for a page to write as a soft
// hyphen.
type Piece struct {
	Text string
	Face *fonts.Face
	X    float64
	Style
	Rise   float64
	Tag    int
	Hyphen bool
}

// Line is a set line; Width is its natural or justified width in points.
//
// The pieces of the lines of a paragraph, hyphens apart, hold its text: the
// space at which a line was broken is at the end of the line's last piece and
// not in its Width. Line feeds are gone, tabs have become spaces, and so have
// spaces that the face lacks; characters that have neither ink nor width (zero
// width space, word joiner, soft hyphen …) are left out.
type Line struct {
	Pieces []Piece
	Width  float64
}

// Options of a paragraph.
type Options struct {
	Justify   bool // stretch all but the last line to the measure (Chinese)
	Hyphenate bool // divide English words where lines would be short without
}
