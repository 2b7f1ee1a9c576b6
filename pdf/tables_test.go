package pdf

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

// hanzi is a text of n different characters that occurs nowhere else.
func hanzi(seed, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteRune(rune(0x4E00 + (seed*37+i*11)%1500))
	}
	return b.String()
}

// longTable has cells of 1 to 300 hanzi in its stub and here and there a column of
// words among its numbers.
func longTable(rows, cols, longest int) *briefing.Table {
	rnd := rand.New(rand.NewPCG(uint64(rows), uint64(cols)))
	t := &briefing.Table{ID: "long", Title: both("分行业指标", "Indicators by industry"), Notes: []briefing.Text{both("注：略。", "Note: omitted.")}}
	for c := range cols {
		head := both(fmt.Sprintf("第%d列", c), fmt.Sprintf("Column %d", c))
		t.Columns = append(t.Columns, briefing.Column{Head: head, Numeric: c > 0 && c%5 != 4})
	}
	for r := range rows {
		row := briefing.Row{Level: r % 3}
		for c := range cols {
			switch {
			case c == 0 || c%5 == 4:
				n := 1 + rnd.IntN(12)
				if rnd.IntN(max(rows/3, 1)) == 0 {
					n = 1 + rnd.IntN(longest)
				}
				name := fmt.Sprintf("甲%d乙%d丙", r, c) + hanzi(r*31+c, n)
				row.Cells = append(row.Cells, briefing.TableCell{Text: both(name, fmt.Sprintf("Item %d %d", r, c))})
			default:
				row.Cells = append(row.Cells, number(fmt.Sprintf("%d.%d", r*100+c, c%10)))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func withTable(t *briefing.Table) *briefing.Briefing {
	b := hard(1, 2)
	b.Tiles = b.Tiles[:2]
	b.Sections = []briefing.Section{{ID: "t", Title: both("表", "Table"), Blocks: []briefing.Block{t}}}
	return b
}

// cellsDrawn is the text of the table's cells as drawn, by row and column.
func cellsDrawn(pages []*page) map[*element]string {
	out := map[*element]*strings.Builder{}
	eachText(pages, func(open []*element, o textOp) {
		for _, el := range slices.Backward(open) {
			if el.role == "TD" || el.role == "TH" {
				if out[el] == nil {
					out[el] = &strings.Builder{}
				}
				out[el].WriteString(o.s)
				return
			}
		}
	})
	texts := map[*element]string{}
	for el, b := range out {
		texts[el] = squash(b.String())
	}
	return texts
}

// squash is a text without what typesetting adds or leaves out.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u00ad' || r == '-' {
			return -1
		}
		return r
	}, s)
}

// checkTable fails unless every cell of a table stands on the pages once, whole,
// in order, and under a head on each page.
func checkTable(t *testing.T, tab *briefing.Table, pages []*page, lang briefing.Lang) {
	t.Helper()
	root := rootOf(pages, Options{})
	for _, pg := range pages {
		for _, o := range pg.ops { // as painting does
			if tag, ok := o.(tagOp); ok && tag.el != artifact {
				tag.el.place()
			}
		}
	}
	texts := cellsDrawn(pages)
	shown := 0
	walk(root, func(el *element) {
		if el.role != "Table" {
			return
		}
		if len(el.kids) != len(tab.Rows)+1 {
			t.Fatalf("%d rows in the tree, want %d and the head", len(el.kids), len(tab.Rows))
		}
		cols := len(el.kids[0].(*element).kids)
		for r := range tab.Rows {
			row := el.kids[r+1].(*element)
			for c, k := range row.kids {
				from := 0
				if c > 0 {
					from = shown + c
				}
				cell := tab.Rows[r].Cells[from]
				want := cell.Text.ZH + cell.Text.EN
				switch {
				case lang == briefing.Chinese || cell.Number:
					want = cell.Text.ZH
				case lang == briefing.English:
					want = cell.Text.EN
				}
				if got := texts[k.(*element)]; got != squash(want) {
					t.Fatalf("row %d column %d: %q is drawn, want %q", r, from, got, squash(want))
				}
			}
		}
		shown += cols - 1
	})
	if shown != len(tab.Columns)-1 {
		t.Errorf("%d columns are shown, want %d and the stub", shown, len(tab.Columns)-1)
	}
	for n, pg := range pages {
		text := pageText(pg)
		head := map[bool]string{true: "Column", false: "列"}[lang == briefing.English]
		if (strings.Contains(text, "乙") || strings.Contains(text, "Item")) && !strings.Contains(text, head) {
			t.Errorf("page %d has rows and no head", n+1)
		}
	}
}

// Tables of any length and width on any paper: nothing is cut, nothing overlaps,
// heads on every page.
func TestTablesOfAnySize(t *testing.T) {
	t.Parallel()
	papers := map[string]Paper{"A4": A4, "A3": A3, "Letter": Letter}
	for _, rows := range []int{1, 40, 400, 4000} {
		for _, cols := range []int{3, 8, 30} {
			for name, paper := range papers {
				for _, lang := range languages {
					if rows*cols > 4000 && (lang != briefing.Both || name != "A4") || rows*cols > 40000 {
						continue // the same again, and slow
					}
					t.Run(fmt.Sprintf("%dx%d-%s-%s", rows, cols, name, lang), func(t *testing.T) {
						tab := longTable(rows, cols, 300)
						pages, err := layoutBriefing(withTable(tab), Options{Lang: lang, Fonts: fonts.Builtin(), Design: Design{Paper: paper, Binding: 20}})
						if err != nil {
							t.Fatal(err)
						}
						checkPages(t, pages)
						checkTable(t, tab, pages, lang)
					})
				}
			}
		}
	}
}

// Long tables take time in proportion to their rows.
func BenchmarkTables(b *testing.B) {
	for _, rows := range []int{400, 4000} {
		content := withTable(longTable(rows, 8, 40))
		b.Run(fmt.Sprintf("layout-%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := layoutBriefing(content, Options{Lang: briefing.Both, Fonts: fonts.Builtin()}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("write-%d", rows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, content, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
