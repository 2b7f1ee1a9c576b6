// Package fonts holds the typefaces that ship inside the program and all that
// is needed to use them: bytes to embed, widths to measure with, outlines for
// charts, coverage, and subsets that carry only the glyphs of a document.
package fonts

import (
	_ "embed"
	"fmt"
	"sync"

	"golang.org/x/image/font/sfnt"
)

var (
	//go:embed NotoSansSC-Regular.ttf
	regular []byte
	//go:embed NotoSansSC-Medium.ttf
	medium []byte
	//go:embed NotoSansSC-Bold.ttf
	bold []byte
)

// Weight is one of the three weights that a document uses.
type Weight int

const (
	Regular Weight = iota
	Medium
	Bold
)

var weightNames = [...]string{"Regular", "Medium", "Bold"}

func (w Weight) String() string { return weightNames[w] }

// Family is a typeface in three weights, with the built-in one behind it for
// characters that a user's own typeface lacks. It is safe for concurrent use.
type Family struct {
	faces    [3]*Face
	fallback *Family
}

// Builtin is Noto Sans SC, embedded in the program.
var Builtin = sync.OnceValue(func() *Family {
	f := new(Family)
	for w, data := range [][]byte{regular, medium, bold} {
		face, err := Parse("NotoSansSC-"+Weight(w).String(), data)
		if err != nil {
			panic(err) // the embedded files are part of the program and tested
		}
		f.faces[w] = face
	}
	return f
})

// New makes a family from TrueType files in memory. A nil medium or bold is
// replaced by the next lighter weight that was given. The built-in family
// stands behind it, weight by weight.
func New(regular, medium, bold *Face) (*Family, error) {
	if regular == nil {
		return nil, fmt.Errorf("fonts: a family needs a regular weight")
	}
	if medium == nil {
		medium = regular
	}
	if bold == nil {
		bold = medium
	}
	return &Family{faces: [3]*Face{regular, medium, bold}, fallback: Builtin()}, nil
}

// Face is the family's own face of a weight.
func (f *Family) Face(w Weight) *Face { return f.faces[w] }

// For is the face that draws r: the family's own, or the built-in one where
// the family lacks the character. ok is false where neither has it.
func (f *Family) For(w Weight, r rune) (face *Face, ok bool) {
	if face = f.faces[w]; face.Has(r) {
		return face, true
	}
	if f.fallback != nil {
		if fb := f.fallback.faces[w]; fb.Has(r) {
			return fb, true
		}
	}
	return face, false
}

// Has reports whether r can be drawn in every weight.
func (f *Family) Has(r rune) bool {
	for w := range f.faces {
		if _, ok := f.For(Weight(w), r); !ok {
			return false
		}
	}
	return true
}

// Missing lists, once each and in order, the characters of s that no face has.
func (f *Family) Missing(s string) []rune {
	var out []rune
	seen := map[rune]bool{}
	for _, r := range s {
		if r == '\n' || r == '\t' || r == '\r' || seen[r] || f.Has(r) {
			continue
		}
		seen[r] = true
		out = append(out, r)
	}
	return out
}

// Width is the advance of s in the given weight and size, in the unit of size,
// with each character in the face that will draw it.
func (f *Family) Width(w Weight, s string, size float64) float64 {
	var sum float64
	for _, r := range s {
		face, _ := f.For(w, r)
		sum += face.Advance(r)
	}
	return sum * size
}

// Outlines gives the face in the form that a chart canvas takes.
func (f *Face) Outlines() *sfnt.Font { return f.outlines }

// Faces lists every face that text of the family may be drawn in, the
// built-in ones behind it included.
func (f *Family) Faces() []*Face {
	list := f.faces[:]
	if f.fallback != nil {
		list = append(append([]*Face(nil), list...), f.fallback.faces[:]...)
	}
	return list
}
