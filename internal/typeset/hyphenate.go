package typeset

import (
	_ "embed"
	"strings"
	"sync"

	"jianbao/fonts"
)

// hyphenate marks the places where a word may be divided: at soft hyphens
// always, and by the patterns of English where divide is set.
func hyphenate(fam *fonts.Family, items []item, spans []Span, divide bool) {
	mark := func(i, p int) {
		s := &spans[items[p].span]
		face, _ := fam.For(s.Weight, hyphen)
		items[i].hyphen = face.Advance(hyphen) * s.Size
	}
	for i := 1; i < len(items); i++ {
		if items[i-1].r == softHyphen && items[i].level == free {
			mark(i, i-1)
		}
	}
	if !divide {
		return
	}
	word := make([]byte, 0, 32)
	for from := 0; from < len(items); {
		to := from
		for to < len(items) && items[to].class != space {
			to++
		}
		if at, end := plainWord(items, from, to); end-at >= shortest {
			word = word[:0]
			for _, it := range items[at:end] {
				word = append(word, byte(it.r|0x20))
			}
			grade := free
			if items[at].r < 'a' || items[from].level != free && from > 0 {
				grade = soft // a name, or held to a number: only where it must be
			}
			for _, k := range divisions(string(word)) {
				if i := at + k; items[i].level == hard {
					items[i].level = grade
					mark(i, i-1)
				}
			}
		}
		from = to + 1
	}
}

// Words shorter than six letters are not divided, nor the first two letters
// cut off, nor the last three.
const (
	shortest  = 6
	leftMost  = 2
	rightMost = 3
)

// plainWord finds the word among items from–to without the marks around it: of
// small Latin letters only, but for the first. Abbreviations (capitals), codes
// (digits), compounds (hyphens) and addresses are not divided.
func plainWord(items []item, from, to int) (at, end int) {
	for from < to && items[from].class == opening {
		from++
	}
	for to > from && items[to-1].class == closing {
		to--
	}
	for k := from; k < to; k++ {
		r := items[k].r
		if k == from && r >= 'A' && r <= 'Z' {
			continue
		}
		if r < 'a' || r > 'z' {
			return from, from
		}
	}
	return from, to
}

//go:embed hyph-en-gb.tex
var patternFile string

// hyphenation holds what the pattern file says.
type hyphenation struct {
	patterns   map[string]string // letters → a digit for each place, as "0010"
	longest    int
	exceptions map[string][]int
}

// patterns reads the file when a word is first divided: it takes about a
// millisecond.
var patterns = sync.OnceValue(func() *hyphenation {
	h := &hyphenation{patterns: make(map[string]string, 9000), exceptions: map[string][]int{}}
	section := ""
	for line := range strings.Lines(patternFile) {
		line, _, _ = strings.Cut(line, "%")
		line = strings.TrimSpace(line)
		if name, ok := strings.CutSuffix(line, "{"); ok {
			section = name
			continue
		}
		line, closed := strings.CutSuffix(line, "}")
		switch {
		case line == "":
		case section == `\patterns`:
			letters, places := parsePattern(line)
			h.patterns[letters] = places
			h.longest = max(h.longest, len(letters))
		case section == `\hyphenation`:
			h.exceptions[strings.ReplaceAll(line, "-", "")] = hyphensIn(line)
		}
		if closed {
			section = ""
		}
	}
	return h
})

// parsePattern parts the letters of a pattern such as 1b2le. from the digits
// between them.
func parsePattern(s string) (letters, places string) {
	l, p := make([]byte, 0, len(s)), make([]byte, 0, len(s)+1)
	p = append(p, '0')
	for i := range len(s) {
		if isDigit(rune(s[i])) {
			p[len(p)-1] = s[i]
			continue
		}
		l, p = append(l, s[i]), append(p, '0')
	}
	return string(l), string(p)
}

func hyphensIn(s string) []int {
	var at []int
	for i, part := range strings.Split(s, "-") {
		if i == 0 {
			at = append(at, len(part))
		} else {
			at = append(at, at[i-1]+len(part))
		}
	}
	return at[:len(at)-1]
}

// divisions lists where a word of small letters may be divided, by Liang's
// algorithm: every pattern found in the word votes at its places, the highest
// digit wins, odd ones divide.
func divisions(word string) []int {
	h := patterns()
	if at, ok := h.exceptions[word]; ok {
		return at
	}
	dotted := "." + word + "."
	votes := make([]byte, len(dotted)+1)
	for from := range dotted {
		for to := from + 1; to <= len(dotted) && to-from <= h.longest; to++ {
			for k, v := range []byte(h.patterns[dotted[from:to]]) {
				votes[from+k] = max(votes[from+k], v)
			}
		}
	}
	var at []int
	for k := leftMost; k <= len(word)-rightMost; k++ {
		if votes[k+1]&1 == 1 {
			at = append(at, k)
		}
	}
	return at
}
