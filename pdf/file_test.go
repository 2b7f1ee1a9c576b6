package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"jianbao/fonts"
	"jianbao/internal/briefing"
)

var streamed = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)

// unpacked is a file with its streams in clear behind it.
func unpacked(file []byte) string {
	var b strings.Builder
	b.Write(file)
	for _, m := range streamed.FindAllSubmatch(file, -1) {
		if r, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
			io.Copy(&b, r)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// painted lays out and paints a briefing and returns the root of its structure tree
// and its pages.
func painted(t *testing.T, b *briefing.Briefing, opt Options) (*element, []*page) {
	t.Helper()
	opt.Fonts = fonts.Builtin()
	pages, err := layoutBriefing(b, opt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := write(pages, document{title: b.Title}, opt); err != nil {
		t.Fatal(err)
	}
	return rootOf(pages, opt), pages
}

// walk visits elements in reading order.
func walk(el *element, visit func(*element)) {
	visit(el)
	for _, k := range el.kids {
		if c, ok := k.(*element); ok {
			walk(c, visit)
		}
	}
}

// What a screen reader meets: text only in elements for text, rows of tables with
// as many cells as there are columns, every figure with words for it, headings
// without a skipped level, lists and tables in due form, every link with its place.
func TestStructure(t *testing.T) {
	contents := sampleBriefings(t)
	contents["hard"] = hard(60, 14)
	for name, b := range contents {
		for _, lang := range languages {
			root, pages := painted(t, b, Options{Lang: lang})
			checkStructure(t, name+" in "+string(lang), root, pages)
		}
	}
}

func checkStructure(t *testing.T, name string, root *element, pages []*page) {
	t.Helper()
	fault := func(format string, args ...any) {
		t.Helper()
		t.Errorf("%s: %s", name, fmt.Sprintf(format, args...))
	}
	links, level, roles := 0, 0, map[string]int{}
	walk(root, func(el *element) {
		roles[el.role]++
		parent := ""
		if el.parent != nil {
			parent = el.parent.role
		}
		text := 0
		for _, k := range el.kids {
			switch k.(type) {
			case stretch:
				text++
			case *link:
				links++
				if el.role != "Link" {
					fault("a link stands in %s", el.role)
				}
			}
		}
		switch {
		case text > 0 && !el.holds():
			fault("%s holds text", el.role)
		case el.role == "Figure" && el.alt == "":
			fault("a figure without words")
		case el.role == "TR" && parent != "Table", el.role == "TH" && parent != "TR", el.role == "TD" && parent != "TR",
			el.role == "LI" && parent != "L", el.role == "LBody" && parent != "LI", el.role == "TOCI" && parent != "TOC":
			fault("%s in %s", el.role, parent)
		case strings.HasPrefix(el.role, "H") && len(el.role) == 2:
			n := int(el.role[1] - '0')
			if n > level+1 {
				fault("a heading of level %d after one of level %d", n, level)
			}
			level = n
		case el.role == "Table":
			columns := 0
			for i, k := range el.kids {
				row := k.(*element)
				cells := len(row.kids)
				if strings.Contains(row.kids[0].(*element).attrs, "ColSpan") {
					fmt.Sscanf(row.kids[0].(*element).attrs, "<</O/Table/Scope/Row/ColSpan %d", &cells)
				}
				if i == 0 {
					columns = cells
				} else if cells != columns {
					fault("a row of %d cells in a table of %d columns", cells, columns)
				}
			}
		}
	})
	want := 0
	for _, pg := range pages {
		want += len(pg.links)
	}
	if links != want {
		fault("%d of %d links have a place in the tree", links, want)
	}
	for _, role := range []string{"H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI"} {
		if roles[role] == 0 {
			fault("no %s", role)
		}
	}
}

// Every word of the content stands in the tree, once, in order: what is drawn and
// belongs to no element is at the foot of a page or a head that is repeated.
func TestAllTextIsTagged(t *testing.T) {
	for name, b := range sampleBriefings(t) {
		left := eachText(layoutFor(t, b, briefing.Both), func(open []*element, o textOp) {
			if len(open) == 0 {
				t.Errorf("%s: %q belongs to nothing", name, o.s)
			}
		})
		if left > 0 {
			t.Errorf("%s: %d elements are left open at the end of a page", name, left)
		}
	}
}

// eachText visits the texts of pages with the elements that they stand in, the
// innermost last, and returns how many elements pages leave open.
func eachText(pages []*page, visit func(open []*element, o textOp)) (left int) {
	for _, pg := range pages {
		var open []*element
		for _, o := range pg.ops {
			switch o := o.(type) {
			case tagOp:
				open = append(open, o.el)
			case untagOp:
				open = open[:len(open)-1]
			case textOp:
				visit(open, o)
			}
		}
		left += len(open)
	}
	return left
}

// Characters beyond the basic plane are drawn and can be read back.
func TestBeyondTheBasicPlane(t *testing.T) {
	b := hard(1, 2)
	b.Sections[0].Blocks = append(b.Sections[0].Blocks, &briefing.Paragraph{Text: both("见附注🄰。", "See note 🄰.")})
	var out bytes.Buffer
	if err := Write(&out, b, Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(unpacked(out.Bytes()), "<D83CDD30>") {
		t.Error("🄰 cannot be read from the file")
	}
}

// Links and the outline lead to the page that their section is on, whatever else
// the file holds.
func TestLinksLeadToTheirPages(t *testing.T) {
	b := hard(60, 4)
	var out bytes.Buffer
	if err := Write(&out, b, Options{Date: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	file := unpacked(out.Bytes())
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindStringSubmatch(file)
	if kids == nil {
		t.Fatal("no pages")
	}
	numbers := regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids[1], -1)
	pages := layoutFor(t, b, briefing.Both)
	for n, pg := range pages {
		for _, a := range pg.anchors {
			want := fmt.Sprintf("/Title%s", textString(a.title))
			at := strings.Index(file, want)
			if at < 0 {
				t.Fatalf("the outline lacks %q", a.title)
			}
			dest := regexp.MustCompile(`/Dest\[(\d+) 0 R`).FindStringSubmatch(file[at:])
			if dest == nil || dest[1] != numbers[n][1] {
				t.Errorf("%q leads to object %v, page %d is %s", a.title, dest, n+1, numbers[n][1])
			}
		}
	}
}
