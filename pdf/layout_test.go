package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

var languages = []briefing.Lang{briefing.Both, briefing.Chinese, briefing.English}

func both(zh, en string) briefing.Text { return briefing.Text{ZH: zh, EN: en} }

// inkBox is where the ink of a text stands on the page.
type inkBox struct {
	x0, y0, x1, y1 float64
	s              string
}

func (b inkBox) String() string {
	return fmt.Sprintf("%q at (%.1f, %.1f)–(%.1f, %.1f)", b.s, b.x0, b.y0, b.x1, b.y1)
}

// glyphs keeps the bounds of glyphs, by face and character: they are asked for
// again and again.
var glyphs sync.Map

type glyphKey struct {
	face *fonts.Face
	r    rune
}

func boundsOf(t *testing.T, face *fonts.Face, r rune) fixed.Rectangle26_6 {
	t.Helper()
	if b, ok := glyphs.Load(glyphKey{face, r}); ok {
		return b.(fixed.Rectangle26_6)
	}
	var buf sfnt.Buffer
	g, err := face.Outlines().GlyphIndex(&buf, r)
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := face.Outlines().GlyphBounds(&buf, g, fixed.I(1000), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	glyphs.Store(glyphKey{face, r}, b)
	return b
}

func inkOf(t *testing.T, op textOp) (inkBox, bool) {
	t.Helper()
	out := inkBox{x0: 1e9, y0: 1e9, x1: -1e9, y1: -1e9, s: op.s}
	x := op.x
	for _, r := range op.s {
		if b := boundsOf(t, op.face, r); b.Max.X > b.Min.X {
			k := op.size / 1000 / 64
			out.x0, out.x1 = min(out.x0, x+float64(b.Min.X)*k), max(out.x1, x+float64(b.Max.X)*k)
			out.y0, out.y1 = min(out.y0, op.y+float64(b.Min.Y)*k), max(out.y1, op.y+float64(b.Max.Y)*k)
		}
		x += op.face.Advance(r) * op.size
	}
	return out, out.x1 > out.x0
}

// checkPages fails where text overlaps text, leaves the margins, or is too
// small to read.
func checkPages(t *testing.T, pages []*page) {
	t.Helper()
	for n, pg := range pages {
		var boxes []inkBox
		for _, o := range pg.ops {
			op, ok := o.(textOp)
			if !ok {
				continue
			}
			if op.size < 5.99 {
				t.Errorf("page %d: %q is set in %.1f pt", n+1, op.s, op.size)
			}
			b, inked := inkOf(t, op)
			if !inked {
				continue
			}
			if b.x0 < marginSide-1 || b.x1 > pg.sheet.width-marginSide+1 || b.y0 < marginTop-2 || b.y1 > pg.sheet.height-20 {
				t.Errorf("page %d: outside the margins: %v", n+1, b)
			}
			boxes = append(boxes, b)
		}
		checkApart(t, n, boxes)
	}
}

// checkApart fails where boxes overlap. It sweeps the page downwards.
func checkApart(t *testing.T, n int, boxes []inkBox) {
	t.Helper()
	const touch = 0.3
	slices.SortStableFunc(boxes, func(a, b inkBox) int { return cmp.Compare(a.y0, b.y0) })
	var open []inkBox // those that reach below where the sweep is
	for _, b := range boxes {
		open = slices.DeleteFunc(open, func(o inkBox) bool { return o.y1-touch <= b.y0 })
		for _, o := range open {
			if b.x0 < o.x1-touch && o.x0 < b.x1-touch && b.y0 < o.y1-touch && o.y0 < b.y1-touch {
				t.Errorf("page %d: %v overlaps %v", n+1, b, o)
			}
		}
		open = append(open, b)
	}
}

func layoutFor(t *testing.T, b *briefing.Briefing, lang briefing.Lang) []*page {
	t.Helper()
	pages, err := layoutBriefing(b, Options{Lang: lang, Fonts: fonts.Builtin()})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// pageText is the text of a page in drawing order.
func pageText(pg *page) string {
	var sb strings.Builder
	for _, o := range pg.ops {
		if op, ok := o.(textOp); ok {
			sb.WriteString(op.s)
			sb.WriteByte('\n')
		}
	}
	return sb.String()
}

func number(s string) briefing.TableCell { return briefing.TableCell{Text: both(s, s), Number: true} }

// wideTable has cols columns and rows rows of awkward content.
func wideTable(rows, cols int, name briefing.Text) *briefing.Table {
	t := &briefing.Table{ID: "wide", Title: both("主要指标", "Main indicators"), Notes: []briefing.Text{both("—：没有数据。", "—: no data.")}}
	t.Columns = append(t.Columns, briefing.Column{Head: both("指标", "Indicator")})
	for c := 1; c < cols; c++ {
		t.Columns = append(t.Columns, briefing.Column{Head: both(fmt.Sprintf("1—%d月", c), fmt.Sprintf("January to month %d", c)), Unit: both("亿元", "RMB 100 million"), Numeric: true})
	}
	for r := range rows {
		if r%10 == 0 {
			t.Rows = append(t.Rows, briefing.Row{Group: true, Cells: []briefing.TableCell{{Text: both("分组", "Group")}}})
		}
		row := briefing.Row{Level: r % 3, Cells: []briefing.TableCell{{Text: name}}}
		for c := 1; c < cols; c++ {
			cell := number([]string{"432.6", "−0.25", "14533", "7", "—"}[(r+c)%5])
			if c == cols-1 && r%4 == 0 {
				cell = briefing.TableCell{Text: both("落后0.3个百分点", "0.3 pp behind"), Tone: briefing.Behind}
			}
			if c == 1 && r%7 == 0 {
				cell.Mark = "r"
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// hard is a briefing of awkward content: long names, many tiles, wide tables.
func hard(rows, cols int) *briefing.Briefing {
	long := both(strings.Repeat("规模以上服务业核算行业营业收入", 3), strings.Repeat("Revenue of above-designated-size services ", 3))
	b := &briefing.Briefing{
		Title:  both("某某国家级高新技术产业开发区及其托管乡镇主要经济指标运行情况简报", "Briefing on the main economic indicators of a national high-tech zone and its townships"),
		Issuer: both("某某国家级高新技术产业开发区统计局", "Statistics bureau of the zone"), Period: both("2023年1—11月", "January–November 2023"),
		ReleaseText: both("2023年12月15日", "15 December 2023"), Source: both("资料来源：统计局。", "Source: statistics bureau."),
		Headline: both("1—11月固定资产投资同比增长5.4%，社会消费品零售总额首次转负", "Investment rose by 5.4% in January–November while retail sales fell for the first time"), Illustrative: true,
	}
	for i := range 9 {
		b.Tiles = append(b.Tiles, briefing.Tile{
			Name:   []briefing.Text{long, both("产值", "Output")}[i%2],
			Amount: briefing.Amount{ZH: briefing.AmountParts{Number: "10432.65", After: "亿千瓦时"}, EN: briefing.AmountParts{Before: "RMB ", Number: "1.043265", After: " trillion"}},
			Growth: both("同比增长120.5%", "up 120.5% year on year"), Target: both("2023年目标增长10%左右", "2023 target: around +10%"),
			Tone: []briefing.Tone{briefing.Ahead, briefing.Behind, briefing.OnTrack, briefing.Plain}[i%4], Mark: "p",
		})
	}
	text := both(strings.Repeat("全区经济运行总体平稳，1—11月规模以上工业增加值同比增长13.2%（现价），比1—10月加快0.3个百分点。", 6),
		strings.Repeat("The economy was broadly stable: industrial value added rose by 13.2% in January–November, 0.3 percentage points faster than in January–October. ", 6))
	b.Lead = []briefing.Block{&briefing.Paragraph{Text: text}}
	b.Sections = []briefing.Section{
		{ID: "prose", Title: both("经济运行", "The economy"), Blocks: []briefing.Block{
			&briefing.Paragraph{Text: text}, &briefing.Paragraph{Text: text},
			&briefing.Bullets{Title: both("七个净月", "Seven facets"), Items: []briefing.Bullet{{Name: both("特色", "Distinctive"), Text: text}, {Text: both("一点", "One point")}, {Name: both("仅名", "Name only")}}},
		}},
		{ID: "table", Title: both("主要指标", "Main indicators"), Blocks: []briefing.Block{wideTable(rows, cols, long)}},
		{ID: "notes", Title: both("说明", "Notes"), Blocks: []briefing.Block{&briefing.Notes{Items: []briefing.Bullet{{Name: both("口径", "Coverage"), Text: text}, {Text: text}}}}},
	}
	return b
}

func TestNothingOverlapsOrLeavesThePage(t *testing.T) {
	for _, lang := range languages {
		for _, size := range [][2]int{{1, 2}, {40, 4}, {25, 14}, {120, 30}} {
			t.Run(fmt.Sprintf("%s-%dx%d", lang, size[0], size[1]), func(t *testing.T) {
				checkPages(t, layoutFor(t, hard(size[0], size[1]), lang))
			})
		}
	}
}

func TestTableHeadIsRepeated(t *testing.T) {
	pages := layoutFor(t, hard(120, 4), briefing.Both)
	with := 0
	for _, pg := range pages[1:] {
		text := pageText(pg)
		rows := strings.Count(text, "14533")
		if rows > 0 && !strings.Contains(text, "Indicator") {
			t.Errorf("a page has rows of the table and no head:\n%s", text)
		}
		if strings.Contains(text, "续表") {
			with++
		}
	}
	if with < 2 {
		t.Errorf("%d pages say that the table goes on, want several", with)
	}
}

func TestOneLanguageShowsNoTraceOfTheOther(t *testing.T) {
	for _, pg := range layoutFor(t, hard(12, 5), briefing.English) {
		for _, r := range pageText(pg) {
			if r >= 0x4E00 && r <= 0x9FFF {
				t.Fatalf("hanzi %q in an English document:\n%s", r, pageText(pg))
			}
		}
	}
	for _, pg := range layoutFor(t, hard(12, 5), briefing.Chinese) {
		for _, word := range []string{"Page", "Indicator", "Group", "continued", "million"} {
			if strings.Contains(pageText(pg), word) {
				t.Errorf("%q in a Chinese document", word)
			}
		}
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	var first []byte
	for range 3 {
		var out bytes.Buffer
		if err := Write(&out, hard(30, 5), Options{Date: time.Date(2023, 12, 15, 0, 0, 0, 0, time.UTC)}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out.Bytes()
		} else if !bytes.Equal(first, out.Bytes()) {
			t.Fatal("the same content gave other bytes")
		}
	}
	file := unpacked(first)
	for _, name := range []string{"NotoSansSC-Regular", "NotoSansSC-Bold"} {
		if !strings.Contains(file, "+"+name) {
			t.Errorf("font %s has no subset tag", name)
		}
	}
	if strings.Contains(file, "/utf8") {
		t.Error("a name of the page writer's is left in the file")
	}
}

// A character that no font has is an error with its name, not a panic and not
// an empty box, even if it slipped through all earlier checks.
func TestGate(t *testing.T) {
	for _, s := range []string{"😀", "𠮷", "\U0010FFFF"} {
		b := hard(1, 2)
		b.Title = both("标题"+s, "Title")
		var out bytes.Buffer
		err := Write(&out, b, Options{})
		if err == nil || out.Len() > 0 || !strings.Contains(err.Error(), fmt.Sprintf("U+%04X", []rune(s)[0])) {
			t.Errorf("%s: error %v, %d bytes written", s, err, out.Len())
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	content := hard(40, 6)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := layoutBriefing(content, Options{Lang: briefing.Both, Fonts: fonts.Builtin()}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	content := hard(40, 6)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, content, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A document full of consecutive hanzi is written whole and in no time: the
// page writer's table of widths is cubic in the length of a run of code points.
func TestConsecutiveHanzi(t *testing.T) {
	var s strings.Builder
	for r := rune(0x4E00); r < 0x4E00+3000; r++ {
		s.WriteRune(r)
	}
	b := hard(1, 2)
	b.Sections = append(b.Sections, briefing.Section{ID: "hanzi", Title: both("字表", "Characters"), Blocks: []briefing.Block{&briefing.Paragraph{Text: both(s.String(), "x")}}})
	pages := layoutFor(t, b, briefing.Chinese)
	checkPages(t, pages)
	if got := strings.ReplaceAll(pageText(pages[len(pages)-2])+pageText(pages[len(pages)-1]), "\n", ""); !strings.Contains(got, string(rune(0x4E00+2999))) {
		t.Error("the last character is not on the pages")
	}
	var out bytes.Buffer
	if err := Write(&out, b, Options{Lang: briefing.Chinese}); err != nil {
		t.Fatal(err)
	}
	if last := fmt.Sprintf("<%04X>", 0x4E00+2999); !strings.Contains(unpacked(out.Bytes()), last) {
		t.Error("the last character cannot be read from the file")
	}
}

// Addresses in the text and the key figures lead somewhere.
func TestLinks(t *testing.T) {
	b := hard(3, 3)
	b.Sections[2].Blocks = append(b.Sections[2].Blocks, &briefing.Notes{Items: []briefing.Bullet{{Name: both("联系方式", "Contact"), Text: both("电子邮箱：stats@example.org。", "See https://example.org/a?b=1.")}}})
	urls, inside := map[string]int{}, 0
	for _, pg := range layoutFor(t, b, briefing.Both) {
		for _, l := range pg.links {
			if l.w <= 0 || l.h <= 0 || l.x < marginSide-1 || l.x+l.w > pg.sheet.width-marginSide+1 {
				t.Errorf("a link stands at %+v", l)
			}
			if l.url != "" {
				urls[l.url]++
			} else {
				inside++
			}
		}
	}
	if urls["mailto:stats@example.org"] != 1 || urls["https://example.org/a?b=1"] != 1 || len(urls) != 2 {
		t.Errorf("links to %v", urls)
	}
	if inside < len(b.Tiles) {
		t.Errorf("%d links inside the document, want one for each of %d key figures", inside, len(b.Tiles))
	}
}

// A chart of more rows than a page holds goes on over the page, on one scale.
func TestTallCharts(t *testing.T) {
	for _, lang := range languages {
		b := hard(1, 2)
		ranked, targets := &briefing.Ranked{Unit: both("%", "%")}, &briefing.Targets{Unit: both("%", "%")}
		for i := range 70 {
			v := briefing.Datum{Value: float64(90 - i), Label: both(fmt.Sprint(90-i), fmt.Sprint(90-i))}
			name := both(fmt.Sprintf("指标第%d号", i), fmt.Sprintf("Indicator no. %d", i))
			ranked.Rows = append(ranked.Rows, briefing.RankedRow{Name: name, Datum: v, Ref: -1})
			targets.Rows = append(targets.Rows, briefing.TargetRow{Name: name, Actual: v, Target: v, Upper: v, Bound: "exactly", Ref: -1, Status: both("相符", "on track"), Tone: briefing.OnTrack})
		}
		b.Sections = append(b.Sections, briefing.Section{ID: "tall", Title: both("高", "Tall"), Blocks: []briefing.Block{
			&briefing.Figure{Title: both("排名", "Ranking"), Chart: ranked}, &briefing.Figure{Title: both("目标", "Targets"), Chart: targets}}})
		pages := layoutFor(t, b, lang)
		checkPages(t, pages)
		text := ""
		for _, pg := range pages {
			text += strings.ReplaceAll(pageText(pg), "\n", "")
		}
		if want := map[bool]string{true: "Indicator no. 69", false: "指标第69号"}[lang == briefing.English]; strings.Count(text, want) != 2 {
			t.Errorf("%s: the last row stands %d times, want once in each chart", lang, strings.Count(text, want))
		}
	}
}

// However long a key figure, it stays in its place.
func TestLongKeyFigures(t *testing.T) {
	for _, lang := range languages {
		b := hard(1, 2)
		b.Tiles = nil
		for i, n := range []string{"1", "14533", "12.3456789012", "1234567890.12", "−1234567890123.45", "12345678901234567890.123", "0.00000123", "880.81"} {
			b.Tiles = append(b.Tiles, briefing.Tile{Name: both(fmt.Sprintf("指标%d", i), fmt.Sprintf("Indicator %d", i)), Mark: "p",
				Amount: briefing.Amount{ZH: briefing.AmountParts{Number: n, After: "万平方米"}, EN: briefing.AmountParts{Before: "−RMB ", Number: n, After: " million square metres"}}})
		}
		pages := layoutFor(t, b, lang)
		checkPages(t, pages)
		if got := strings.ReplaceAll(pageText(pages[0]), "\n", ""); !strings.Contains(got, "−1234567890123.45") {
			t.Errorf("%s: a number is not whole:\n%s", lang, got)
		}
	}
}
