// Package typeset sets Chinese and Latin text in lines: which face draws each
// character, how wide it is, where a line may break, how much air stands
// between hanzi and Latin. Pages and charts draw the lines it returns and
// measure with the same numbers.
//
// Rules follow CLREQ (Requirements for Chinese Text Layout, W3C).
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
// points from the start of the line.
type Piece struct {
	Text string
	Face *fonts.Face
	X    float64
	Style
	Rise float64
	Tag  int
}

// Line is a set line; Width is its natural or justified width in points.
type Line struct {
	Pieces []Piece
	Width  float64
}

// Options of a paragraph.
type Options struct {
	Justify bool // stretch all but the last line to the measure (Chinese)
}
