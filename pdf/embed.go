package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/fonts"
)

// embedFonts hands the file each face that the pages use, cut to the characters
// they use of it. It is the gate that every text passes: a character that a
// face cannot draw is an error here and never reaches the file.
func (p *painter) embedFonts(pages []*page) error {
	var faces []*fonts.Face
	used := map[*fonts.Face]map[rune]bool{}
	for n, pg := range pages {
		for _, o := range pg.ops {
			t, ok := o.(textOp)
			if !ok {
				continue
			}
			set := used[t.face]
			if set == nil {
				set = map[rune]bool{}
				used[t.face] = set
				faces = append(faces, t.face)
			}
			for _, r := range t.s {
				if !set[r] && !t.face.Has(r) {
					return fmt.Errorf("pdf: page %d: %q (U+%04X): %w", n+1, r, r, ErrGlyph)
				}
				set[r] = true
			}
		}
	}
	for _, face := range faces {
		runes := slices.Sorted(maps.Keys(used[face]))
		parts := [][]rune{runes}
		if longestRun(runes) > maxRun {
			parts = [][]rune{nil, nil}
			for _, r := range runes {
				parts[shardOf(r)] = append(parts[shardOf(r)], r)
			}
			p.cut = append(p.cut, face)
		}
		for shard, part := range parts {
			if err := p.embed(face, shard, part); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *painter) embed(face *fonts.Face, shard int, runes []rune) error {
	data, err := face.Subset(runes)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	e := embedded{face: face, shard: shard, key: placeholder(len(p.fonts), face), tag: subsetTag(data)}
	p.f.AddUTF8FontFromBytes(e.key, "", data)
	if err := p.f.Error(); err != nil {
		return fmt.Errorf("pdf: font %s: %w", face.Name(), err)
	}
	p.fonts = append(p.fonts, e)
	return nil
}

// maxRun is the longest run of consecutive code points that a font is given.
// The page writer builds its table of widths in time cubic in the length of
// such a run (3,000 hanzi in a row take it 14 s), so a face with a longer one is
// embedded in two parts that share out blocks of code points.
const maxRun = 192

func shardOf(r rune) int { return int(r>>7) & 1 }

func longestRun(sorted []rune) int {
	longest, run := 0, 0
	for i, r := range sorted {
		if i > 0 && r == sorted[i-1]+1 {
			run++
		} else {
			run = 1
		}
		longest = max(longest, run)
	}
	return longest
}

type part struct {
	s     string
	shard int
}

// shards cuts a text where the font changes for a face embedded in two parts.
func (p *painter) shards(face *fonts.Face, s string) []part {
	if !slices.Contains(p.cut, face) {
		return []part{{s, 0}}
	}
	var out []part
	for _, r := range s {
		if n := len(out); n > 0 && out[n-1].shard == shardOf(r) {
			out[n-1].s += string(r)
		} else {
			out = append(out, part{string(r), shardOf(r)})
		}
	}
	return out
}

// fontName is what the file calls a face: its name, or that of its file, in the
// characters that a PDF name may have.
func fontName(face *fonts.Face) string {
	base := filepath.Base(strings.ReplaceAll(face.Name(), "\\", "/"))
	base = strings.TrimSuffix(base, filepath.Ext(base))
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return -1
	}, base)
	if name == "" {
		return "UserFont"
	}
	return name
}

// subsetTag marks a subset font (PDF 32000-1, 9.6.4): six capitals made from
// its bytes.
func subsetTag(data []byte) string {
	sum := sha256.Sum256(data)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// writerPrefix is what the page writer puts before the name of such a font.
const writerPrefix = "utf8"

// placeholder is the name under which the page writer knows a face, of the very
// length that the final name has with its subset tag, so that the one can be
// written over the other without moving anything.
func placeholder(i int, face *fonts.Face) string {
	want := len("ABCDEF+") + len(fontName(face)) - len(writerPrefix)
	key := fmt.Sprintf("f%dx", i)
	return key + strings.Repeat("z", max(0, want-len(key)))
}

// tagSubsets writes the final font names over the placeholders: the page writer
// has no way to name a font. Names stand outside compressed streams, each
// after /BaseFont or /FontName.
func tagSubsets(data []byte, faces []embedded) ([]byte, error) {
	for _, e := range faces {
		old := writerPrefix + e.key
		name := e.tag + "+" + fontName(e.face)
		if len(old) != len(name) {
			return nil, fmt.Errorf("pdf: font name %q does not fit %q", name, old)
		}
		for _, entry := range []string{"/BaseFont /", "/FontName /"} {
			data = bytes.ReplaceAll(data, []byte(entry+old), []byte(entry+name))
		}
	}
	return data, nil
}
