package sources

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
)

// Whatever the parts of a workbook hold, cells are marked or an error returned,
// and what is marked can be marked again.
func FuzzAnnotate(f *testing.F) {
	f.Add(inSheet(`<cols><col min="1" max="2"/></cols><sheetData><row r="2"><c r="B2"/></row></sheetData><legacyDrawing r:id="anysvml"/>`), `<t>a</t>`, `<xml></xml>`, noStyles)
	f.Add(inSheet(`<sheetData/><mergeCells><mergeCell ref="A1:C9"/></mergeCells>`), `<r><t>a</t></r><phoneticPr/>`, `<xml data="1">`, `<styleSheet><fonts><font><color rgb="FF"/></font></fonts><fills><fill/></fills><cellXfs><xf/></cellXfs></styleSheet>`)
	f.Add(`<x:worksheet><x:sheetData><x:row><x:c/></x:row></x:sheetData></x:worksheet>`, ``, `</`, ``)
	f.Fuzz(func(t *testing.T, sheet, text, vml, styles string) {
		cells := []cellAt{{2, 2}, {1, 1}, {2, 1}, {9, 3}}
		if m, err := mapSheet(sheet); err == nil {
			for _, c := range cells {
				m.shown(c)
			}
			out := splice(m.xml, m.restyle(cells, func(_ cellAt, old int) int { return old + 1 }))
			again, err := mapSheet(out)
			if err != nil {
				t.Fatalf("%q became %q", sheet, out)
			}
			again.restyle(cells, func(_ cellAt, old int) int { return old })
			_, _ = m.addBoxes(vml, 1, []remark{{at: cells[0], paragraphs: []paragraph{{"a", text}}}})
		}
		comments := `<comments><authors/><commentList><comment ref="B2" authorId="0"><text>` + text + `</text></comment></commentList></comments>`
		remarks := []remark{{cells[0], []paragraph{{"a", "b"}}}, {cells[1], []paragraph{{"a", "b"}}}}
		if done, err := addRemarks(comments, mainNamespace, remarks); err == nil {
			if _, err := addRemarks(done.xml, mainNamespace, remarks); err != nil {
				t.Fatalf("%q became %q", comments, done.xml)
			}
		}
		if st, ok := parseStyles(styles); ok {
			st.mark(0, diagnostic.Error)
			st.mark(1, diagnostic.Info)
			if _, ok := parseStyles(st.String()); !ok {
				t.Fatalf("%q became %q", styles, st)
			}
		}
	})
}

func BenchmarkAnnotate(b *testing.B) {
	var rows strings.Builder
	for r := 1; r <= 100_000; r++ {
		fmt.Fprintf(&rows, `<row r="%d">`, r)
		for _, c := range "ABCDEFGH" {
			fmt.Fprintf(&rows, `<c r="%c%d" s="0"><v>%d.5</v></c>`, c, r, r)
		}
		rows.WriteString("</row>")
	}
	data := pack(b, onePage(inSheet("<sheetData>"+rows.String()+"</sheetData>")))
	var list diagnostic.List
	for r := 1; r <= 1000; r++ {
		list = append(list, findingsAt(fmt.Sprintf("C%d", r*97))...)
	}
	b.SetBytes(int64(rows.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if err := Annotate(io.Discard, "x.xlsx", data, list, ""); err != nil {
			b.Fatal(err)
		}
	}
}
