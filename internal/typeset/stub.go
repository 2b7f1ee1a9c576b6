package typeset

import "jianbao/fonts"

// Set sets s as one line, however long.
func Set(fam *fonts.Family, st Style, s string) Line {
	return Line{Pieces: []Piece{{Text: s, Face: fam.Face(st.Weight), Style: st}}, Width: fam.Width(st.Weight, s, st.Size)}
}

// Width is the width of s set as one line.
func Width(fam *fonts.Family, st Style, s string) float64 { return Set(fam, st, s).Width }

// Break sets spans as lines no wider than width.
func Break(fam *fonts.Family, spans []Span, width float64, opt Options) []Line {
	var out []Line
	for _, s := range spans {
		out = append(out, Set(fam, s.Style, s.Text))
	}
	return out
}
