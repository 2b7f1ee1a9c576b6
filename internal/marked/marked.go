// Package marked lets a number in a text carry what it stands for. The mark
// goes with the number through any concatenation and is taken off when the text
// is finished:
//
//	s := "up " + marked.Number(7, "7.2") + "% year on year"
//	text, numbers := marked.Split(s) // "up 7.2% year on year", 7.2 of 7
//
// Marks are made of noncharacters (U+FDD0 to U+FDEF), which Unicode keeps for
// use inside a program: no text that came from outside has them.
package marked

import (
	"strings"
	"unicode/utf8"
)

const (
	open  = '\uFDD0'
	shut  = '\uFDD1'
	zero  = '\uFDD2' // digits of an id, to base 16, stand between open and the number
	base  = 16
	width = 3 // bytes of each in UTF-8
)

// A Span is a marked number: its place in the plain text, in bytes, and the id
// that it was marked with.
type Span struct{ From, To, ID int }

// Number marks s with an id of 0 or more. An empty s stays empty.
func Number(id int, s string) string {
	if s == "" {
		return ""
	}
	var digits []rune
	for n := id; ; n /= base {
		digits = append(digits, zero+rune(n%base))
		if n < base {
			break
		}
	}
	var b strings.Builder
	b.Grow(len(s) + width*(2+len(digits)))
	b.WriteRune(open)
	for i := len(digits) - 1; i >= 0; i-- {
		b.WriteRune(digits[i])
	}
	b.WriteString(s)
	b.WriteRune(shut)
	return b.String()
}

// Has reports whether s carries a mark.
func Has(s string) bool { return strings.ContainsRune(s, open) }

// Plain is s without its marks.
func Plain(s string) string {
	if !Has(s) {
		return s
	}
	p, _ := Split(s)
	return p
}

// Split takes the marks off s and tells where the marked numbers stand. Where
// one mark stands inside another, the inner one counts.
func Split(s string) (string, []Span) {
	if !Has(s) {
		return s, nil
	}
	var b strings.Builder
	var spans, pending []Span
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == open:
			id := 0
			for i < len(s) {
				d, n := utf8.DecodeRuneInString(s[i:])
				if d < zero || d >= zero+base {
					break
				}
				id = id*base + int(d-zero)
				i += n
			}
			pending = append(pending, Span{From: b.Len(), To: -1, ID: id})
		case r == shut:
			if k := len(pending) - 1; k >= 0 {
				sp := pending[k]
				pending = pending[:k]
				sp.To = b.Len()
				if len(spans) == 0 || spans[len(spans)-1].From < sp.From || spans[len(spans)-1].To <= sp.From {
					spans = append(spans, sp)
				}
			}
		case r == utf8.RuneError && n == 1:
			b.WriteByte(s[i-1])
		default:
			b.WriteString(s[i-n : i])
		}
	}
	return b.String(), spans
}
