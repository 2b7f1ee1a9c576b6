package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

// randomBriefing has blocks of any kind and length. said are the texts that must
// stand on its pages, whole.
func randomBriefing(rnd *rand.Rand) (b *briefing.Briefing, said []briefing.Text) {
	n := 0
	text := func(most int) briefing.Text {
		n++
		t := briefing.Text{ZH: fmt.Sprintf("甲%d乙", n) + hanzi(rnd.IntN(1500), 1+rnd.IntN(most)), EN: fmt.Sprintf("Text %d", n) + strings.Repeat(" value", rnd.IntN(most))}
		said = append(said, t)
		return t
	}
	figures := gallery.Briefing().Figures()
	figure := func() briefing.Figure {
		f := figures[rnd.IntN(len(figures))]
		f.Title = text(30)
		return f
	}
	b = &briefing.Briefing{Title: text(40), Issuer: text(12), Period: both("2023年1—11月", "January–November 2023"), Headline: text(60), Source: both("资料来源：统计局。", "Source: statistics bureau.")}
	for range rnd.IntN(10) {
		v := briefing.AmountParts{Number: fmt.Sprint(rnd.IntN(1e6)), After: "亿元"}
		b.Tiles = append(b.Tiles, briefing.Tile{Name: text(20), Amount: briefing.Amount{ZH: v, EN: v}})
	}
	block := func() briefing.Block {
		switch rnd.IntN(7) {
		case 0:
			p := &briefing.Paragraph{Text: text(600)}
			return p
		case 1:
			l := &briefing.Bullets{Title: text(20)}
			for range 1 + rnd.IntN(8) {
				l.Items = append(l.Items, briefing.Bullet{Text: text(120)})
			}
			return l
		case 2:
			l := &briefing.Notes{}
			for range 1 + rnd.IntN(12) {
				l.Items = append(l.Items, briefing.Bullet{Text: text(80)})
			}
			return l
		case 3:
			f := figure()
			return &f
		case 4:
			g := &briefing.FigureGrid{Title: text(20), Description: text(40)}
			for range 1 + rnd.IntN(9) {
				g.Figures = append(g.Figures, figure())
			}
			return g
		}
		return longTable(1+rnd.IntN(40), 2+rnd.IntN(14), 1+rnd.IntN(300))
	}
	for range rnd.IntN(3) {
		b.Lead = append(b.Lead, block())
	}
	for i := range rnd.IntN(7) {
		s := briefing.Section{ID: fmt.Sprint("s", i), Title: text(60)}
		for range 1 + rnd.IntN(5) {
			s.Blocks = append(s.Blocks, block())
		}
		b.Sections = append(b.Sections, s)
	}
	return b, said
}

// textsOf is the text of each element as drawn, one after the other.
func textsOf(pages []*page) string {
	drawn := map[*element]*strings.Builder{}
	eachText(pages, func(open []*element, o textOp) {
		for _, el := range open {
			if el.role != "Link" {
				if drawn[el] == nil {
					drawn[el] = &strings.Builder{}
				}
				drawn[el].WriteString(o.s)
			}
		}
	})
	var all strings.Builder
	for _, b := range drawn {
		all.WriteString(squash(b.String()) + "\n")
	}
	return all.String()
}

// checkRandom lays out a random briefing and fails where texts overlap or are lost.
func checkRandom(t *testing.T, seed uint64) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(seed, 7))
	b, said := randomBriefing(rnd)
	d := Design{Paper: []Paper{A4, A3, Letter}[rnd.IntN(3)], Binding: float64(rnd.IntN(40)), Cover: rnd.IntN(3) == 0, RedHead: rnd.IntN(3) == 0}
	for _, lang := range languages {
		pages, err := layoutBriefing(b, Options{Lang: lang, Fonts: fonts.Builtin(), Design: d})
		if err != nil {
			t.Fatalf("seed %d in %s: %v", seed, lang, err)
		}
		checkPages(t, pages)
		texts := textsOf(pages)
		for _, s := range said {
			if lang != briefing.English && !strings.Contains(texts, squash(s.ZH)) || lang != briefing.Chinese && !strings.Contains(texts, squash(s.EN)) {
				t.Errorf("seed %d in %s: %q is not on the pages", seed, lang, s)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d in %s on %v", seed, lang, d)
		}
	}
}

func TestRandomBriefings(t *testing.T) {
	t.Parallel()
	for seed := range uint64(25) {
		checkRandom(t, seed)
	}
}

func FuzzBriefings(f *testing.F) {
	f.Add(uint64(1000))
	f.Fuzz(checkRandom)
}
