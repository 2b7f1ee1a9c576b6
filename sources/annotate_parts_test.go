package sources

import (
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// onePage is a workbook of one sheet, written by hand as some systems do.
func onePage(sheet string) map[string]string {
	return map[string]string{
		contentTypesPart:             `<Types xmlns="` + contentNamespace + `"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + worksheetType + `"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationBase + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainNamespace + `" xmlns:r="` + relationBase + `"><sheets><sheet name="S" sheetId="3" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationBase + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheet,
	}
}

func inSheet(inner string) string {
	return `<worksheet xmlns="` + mainNamespace + `">` + inner + `</worksheet>`
}

func findingsAt(addrs ...string) diagnostic.List {
	var l diagnostic.List
	for _, a := range addrs {
		l.Add(diagnostic.Error, "x", indicator.Cell{Sheet: "S", Addr: a}, "坏。", "bad.")
	}
	return l
}

// wellFormed checks that every part is XML, and that every relationship leads
// to a part and every part has a type.
func wellFormed(t testing.TB, ps map[string]string) {
	t.Helper()
	types := ps[contentTypesPart]
	for name, content := range ps {
		if strings.HasSuffix(name, ".bin") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(content))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v\n%s", name, err, content)
				break
			}
		}
		if name != contentTypesPart && !strings.Contains(types, `PartName="/`+name+`"`) && !strings.Contains(types, `Extension="`+strings.TrimPrefix(path.Ext(name), ".")+`"`) {
			t.Errorf("%s has no type", name)
		}
		if dir, base := path.Split(name); strings.HasSuffix(dir, "_rels/") {
			part := path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(base, ".rels"))
			if base == ".rels" {
				part = ""
			}
			rels, err := (&parcel{changed: map[string]string{partKey(name): content}}).relations(part)
			if err != nil || len(rels) == 0 {
				t.Errorf("%s: %v %v", name, rels, err)
			}
			ids := map[string]bool{}
			for _, r := range rels {
				if _, ok := ps[r.target]; !ok || ids[r.id] {
					t.Errorf("%s: %v leads nowhere, or twice", name, r)
				}
				ids[r.id] = true
			}
		}
	}
}

// The XML of a sheet before and after; {} stands for the format of marked
// cells.
func TestAnnotateCells(t *testing.T) {
	tests := []struct{ name, before, after string }{
		{"a cell with a format", `<sheetData><row r="2"><c r="B2" s="0"><v>1</v></c></row></sheetData>`,
			`<sheetData><row r="2"><c r="B2" s="{}"><v>1</v></c></row></sheetData>`},
		{"a cell without one", `<sheetData><row r="2"><c r="A2"/><c t="s" r="B2"><v>1</v></c></row></sheetData>`,
			`<sheetData><row r="2"><c r="A2"/><c t="s" r="B2" s="{}"><v>1</v></c></row></sheetData>`},
		{"a blank cell between", `<sheetData><row r="2" spans="1:3" ht="20"><c r="A2"/><c r="C2"/></row></sheetData>`,
			`<sheetData><row r="2" ht="20"><c r="A2"/><c r="B2" s="{}"/><c r="C2"/></row></sheetData>`},
		{"a blank cell at the end", `<sheetData><row r="2"><c r="A2"/></row><row r="3"/></sheetData>`,
			`<sheetData><row r="2"><c r="A2"/><c r="B2" s="{}"/></row><row r="3"/></sheetData>`},
		{"a blank row", `<sheetData><row r="1"/><row r="2" spans="1:1"/></sheetData>`,
			`<sheetData><row r="1"/><row r="2"><c r="B2" s="{}"/></row></sheetData>`},
		{"no row, others behind", `<sheetData><row r="1"></row><row r="3"></row></sheetData>`,
			`<sheetData><row r="1"></row><row r="2"><c r="B2" s="{}"/></row><row r="3"></row></sheetData>`},
		{"no row at the end", `<sheetData><row r="1"></row></sheetData>`,
			`<sheetData><row r="1"></row><row r="2"><c r="B2" s="{}"/></row></sheetData>`},
		{"no data", `<sheetData/>`, `<sheetData><row r="2"><c r="B2" s="{}"/></row></sheetData>`},
		{"no addresses", `<sheetData><row><c/></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>`,
			`<sheetData><row><c/></row><row><c><v>1</v></c><c s="{}"><v>2</v></c></row></sheetData>`},
		{"a comment in the XML", `<sheetData><!-- <row r="2"> --><row r="2"><c r="B2" t="str"><v><![CDATA[<c r="B2">]]></v></c></row></sheetData>`,
			`<sheetData><!-- <row r="2"> --><row r="2"><c r="B2" t="str" s="{}"><v><![CDATA[<c r="B2">]]></v></c></row></sheetData>`},
		{"single quotes", `<sheetData><row r='2'><c r='B2' s='0' t='str'><f>"&lt;>"</f></c></row></sheetData>`,
			`<sheetData><row r='2'><c r='B2' s='{}' t='str'><f>"&lt;>"</f></c></row></sheetData>`},
		{"what follows", `<sheetData/><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells><pageMargins left="1"/><tableParts count="0"/>`,
			`<sheetData><row r="2"><c r="B2" s="{}"/></row></sheetData><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells><pageMargins left="1"/>{legacy}<tableParts count="0"/>`},
		{"an extension before the data", `<sheetPr><extLst/></sheetPr><sheetData/><extLst/>`,
			`<sheetPr><extLst/></sheetPr><sheetData><row r="2"><c r="B2" s="{}"/></row></sheetData>{legacy}<extLst/>`},
	}
	for _, tt := range tests {
		in := onePage(inSheet(tt.before))
		out := parts(t, annotated(t, "x.xlsx", pack(t, in), findingsAt("B2"), "zh"))
		wellFormed(t, out)
		want := inSheet(tt.after)
		const legacy = `<legacyDrawing xmlns:r="` + relationBase + `" r:id="rId2"/>`
		if strings.Contains(want, "{legacy}") {
			want = strings.Replace(want, "{legacy}", legacy, 1)
		} else {
			want = strings.Replace(want, "</worksheet>", legacy+"</worksheet>", 1)
		}
		if got := out["xl/worksheets/sheet1.xml"]; got != strings.ReplaceAll(want, "{}", "1") {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, want)
		}
	}
}

// A blank cell takes the format of its row, or else of its column.
func TestAnnotateBlankFormats(t *testing.T) {
	styles := strings.NewReplacer(`<cellXfs count="1">`, `<cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><protection locked="0"/></xf>`,
		`borderId="0" xfId="0"/></cellXfs>`, `borderId="0" xfId="0" quotePrefix="1"/></cellXfs>`).Replace(noStyles)
	in := onePage(inSheet(`<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData><row r="4" s="2" customFormat="1"><c r="A4" s="7"/></row></sheetData>`))
	in["xl/styles.xml"] = styles
	in["xl/_rels/workbook.xml.rels"] = strings.Replace(in["xl/_rels/workbook.xml.rels"], "</Rel", `<Relationship Id="s" Type="`+relationBase+`/styles" Target="/xl/styles.xml"/></Rel`, 1)
	in[contentTypesPart] = strings.Replace(in[contentTypesPart], "</T", `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></T`, 1)
	out := parts(t, annotated(t, "x.xlsx", pack(t, in), findingsAt("B3", "B4", "D3", "A4"), ""))
	wellFormed(t, out)
	st, ok := parseStyles(out["xl/styles.xml"])
	if !ok || st.xfs.old < 6 {
		t.Fatalf("%s", out["xl/styles.xml"])
	}
	if n, _ := st.xfs.open.attr("count"); n != strconv.Itoa(st.xfs.old) {
		t.Errorf("count %s of %d", n, st.xfs.old)
	}
	for cell, want := range map[string]string{
		"B3": `<xf numFmtId="10" fontId="0" fillId="F" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"><protection locked="0"/></xf>`,
		"B4": `<xf numFmtId="0" fontId="0" fillId="F" borderId="0" xfId="0" quotePrefix="1" applyFill="1"/>`,
		"D3": `<xf numFmtId="0" xfId="0" fillId="F" applyFill="1"/>`,
		"A4": `<xf numFmtId="0" xfId="0" fillId="F" applyFill="1"/>`, // the format it names does not exist
	} {
		m := regexp.MustCompile(`<c r="` + cell + `" s="(\d+)"/>`).FindStringSubmatch(out["xl/worksheets/sheet1.xml"])
		if m == nil {
			t.Errorf("%s is not there", cell)
			continue
		}
		i, _ := strconv.Atoi(m[1])
		if got := regexp.MustCompile(`fillId="\d+"`).ReplaceAllString(st.xfs.items[i], `fillId="F"`); got != want {
			t.Errorf("%s: %s", cell, got)
		}
	}
}

// Parts written with a prefix, in a folder and under names of their own, in
// ISO strict.
func TestAnnotateUnusualPackage(t *testing.T) {
	strict := strings.NewReplacer(relationBase, strictRelations, mainNamespace, strictNamespace)
	prefix := regexp.MustCompile(`<(/?)(\w)`)
	in := onePage(inSheet(`<sheetData><row r="2"><c r="B2"/></row></sheetData><extLst/>`))
	for _, name := range []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml"} {
		in[name] = strings.Replace(prefix.ReplaceAllString(in[name], `<${1}x:$2`), `xmlns="`, `xmlns:x="`, 1)
	}
	for name, s := range in {
		in[name] = strict.Replace(s)
	}
	in["xl\\worksheets\\Sheet1.xml"] = in["xl/worksheets/sheet1.xml"]
	delete(in, "xl/worksheets/sheet1.xml")
	out := parts(t, annotated(t, "x.xlsx", pack(t, in), findingsAt("B2", "C2", "B3"), ""))
	sheet := out["xl\\worksheets\\Sheet1.xml"]
	if !regexp.MustCompile(`<x:row r="2"><x:c r="B2" s="\d+"/><x:c r="C2" s="\d+"/></x:row><x:row r="3"><x:c r="B3" s="\d+"/></x:row></x:sheetData><x:legacyDrawing xmlns:r="` + strictRelations + `" r:id="rId\d"/><x:extLst/>`).MatchString(sheet) {
		t.Error(sheet)
	}
	if s := out["xl/workbook.xml"]; !strings.Contains(s, `<x:sheet name="核对结果 Findings" sheetId="4" r:id="`) {
		t.Error(s)
	}
	if s := out["xl/comments1.xml"]; !strings.Contains(s, strictNamespace) {
		t.Error(s)
	}
}

// otherComments is a workbook with comments as other programs write them.
func otherComments(text, vml string) map[string]string {
	in := onePage(inSheet(`<sheetData/><legacyDrawing xmlns:r="` + relationBase + `" r:id="anysvml"/>`))
	in["xl/comments/comment1.xml"] = `<comments xmlns="` + mainNamespace + `"><authors><author>me</author><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text>` + text + `</text></comment><comment ref="C3" authorId="1"><text><t>[thread]</t></text></comment></commentList></comments>`
	in["xl/drawings/commentsDrawing1.vml"] = vml
	in["xl/worksheets/_rels/sheet1.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="comments" Type="` + relationBase + `/comments" Target="/xl/comments/comment1.xml"/><Relationship Id="anysvml" Type="` + relationBase + `/vmlDrawing" Target="/xl/drawings/commentsDrawing1.vml"/></Relationships>`
	in[contentTypesPart] = strings.Replace(in[contentTypesPart], "</T", `<Default Extension="vml" ContentType="`+vmlType+`"/><Override PartName="/xl/comments/comment1.xml" ContentType="`+commentsType+`"/></T`, 1)
	return in
}

func TestAnnotateOtherComments(t *testing.T) {
	const vml = `<xml xmlns:ns0="urn:schemas-microsoft-com:office:office" xmlns:ns1="urn:schemas-microsoft-com:vml"><ns0:shapelayout ns1:ext="edit"><ns0:idmap ns1:ext="edit" data="4" /></ns0:shapelayout><ns1:shape id="_x0000_s4097"/></xml>`
	for text, want := range map[string]string{
		`<t>old</t>`: "old|\n\n错误 Error · x\n|坏。\nbad.",
		`<r><t xml:space="preserve">old </t></r>`:       "old |\n\n错误 Error · x\n|坏。\nbad.",
		`<r><t>a&amp;b</t></r><phoneticPr fontId="1"/>`: "a&b|\n\n错误 Error · x\n|坏。\nbad.",
		``:     "错误 Error · x\n|坏。\nbad.",
		`<t/>`: "错误 Error · x\n|坏。\nbad.",
		`<r><t>错误 Error · x&#10;坏。&#10;bad.</t></r>`: "错误 Error · x\n坏。\nbad.",
	} {
		out := parts(t, annotated(t, "x.xlsx", pack(t, otherComments(text, vml)), findingsAt("B2", "C3", "D4"), ""))
		wellFormed(t, out)
		var c struct {
			Author  []string `xml:"authors>author"`
			Comment []struct {
				Ref    string   `xml:"ref,attr"`
				Author int      `xml:"authorId,attr"`
				T      []string `xml:"text>t"`
				R      []struct {
					T string `xml:"t"`
				} `xml:"text>r"`
			} `xml:"commentList>comment"`
		}
		if err := xml.Unmarshal([]byte(out["xl/comments/comment1.xml"]), &c); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(c.Author, []string{"me", "tc={1}", commentAuthor}) || len(c.Comment) != 3 || c.Comment[2].Ref != "D4" || c.Comment[2].Author != 2 {
			t.Errorf("%+v", c)
		}
		var runs []string
		for _, r := range c.Comment[0].R {
			if r.T != "" {
				runs = append(runs, r.T)
			}
		}
		if got := strings.Join(runs, "|"); got != want || strings.Join(c.Comment[0].T, "") != "" {
			t.Errorf("%s became %q", text, got)
		}
		if len(c.Comment[1].R) != 0 {
			t.Error("a thread was changed")
		}
		drawing := out["xl/drawings/commentsDrawing1.vml"]
		if !strings.Contains(drawing, `data="4,5"`) || !strings.Contains(drawing, `id="_x0000_s4097"`) || !strings.Contains(drawing, `id="_x0000_s5121"`) || strings.Count(drawing, "<v:shape ") != 1 {
			t.Error(drawing)
		}
		if !strings.Contains(out["xl/worksheets/sheet2.xml"], "有 1 个单元格已有讨论串") {
			t.Error("nothing is said of the thread")
		}
	}
}

// A sheet whose drawing of comments is missing gets one for all its comments.
func TestAnnotateMissingDrawing(t *testing.T) {
	in := otherComments("<t>old</t>", "")
	delete(in, "xl/drawings/commentsDrawing1.vml")
	rels := in["xl/worksheets/_rels/sheet1.xml.rels"]
	in["xl/worksheets/_rels/sheet1.xml.rels"] = regexp.MustCompile(`<Relationship Id="anysvml".*/>`).ReplaceAllString(rels, "")
	out := parts(t, annotated(t, "x.xlsx", pack(t, in), findingsAt("D4"), ""))
	wellFormed(t, out)
	if n := strings.Count(out["xl/drawings/vmlDrawing1.vml"], "<v:shape "); n != 3 {
		t.Errorf("%d boxes", n)
	}
	if s := out["xl/worksheets/sheet1.xml"]; strings.Count(s, "legacyDrawing") != 1 || strings.Contains(s, "anysvml") {
		t.Error(s)
	}
}

func TestAnnotateLeavesTheRest(t *testing.T) {
	data := sampleBook(t)
	before, after := parts(t, data), parts(t, annotated(t, annotatedName, data, sampleFindings(), ""))
	wellFormed(t, after)
	var changed []string
	for name, content := range before {
		if after[name] != content {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	want := []string{contentTypesPart, "xl/_rels/workbook.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/styles.xml", "xl/workbook.xml",
		"xl/worksheets/_rels/sheet3.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}
	if !slices.Equal(changed, want) {
		t.Errorf("changed %q", changed)
	}
	var added []string
	for name := range after {
		if _, ok := before[name]; !ok {
			added = append(added, name)
		}
	}
	slices.Sort(added)
	if want := []string{"xl/comments2.xml", "xl/comments3.xml", "xl/drawings/vmlDrawing2.vml", "xl/drawings/vmlDrawing3.vml",
		"xl/worksheets/_rels/sheet2.xml.rels", "xl/worksheets/sheet4.xml"}; !slices.Equal(added, want) {
		t.Errorf("added %q", added)
	}
}

func TestBoxAnchor(t *testing.T) {
	m, err := mapSheet(inSheet(`<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="2" width="100"/><col min="3" max="9" width="9" hidden="1"/></cols><sheetData><row r="1" ht="600"/></sheetData>`))
	if err != nil {
		t.Fatal(err)
	}
	r := remark{paragraphs: []paragraph{{"head", "text"}}}
	for addr, want := range map[string]string{
		"A1":         "1, 15, 0, 4, 1, 335, 0, 64",
		"B3":         "2, 15, 1, 4, 14, 40, 4, 4",
		"XFD1048576": "16344, 15, 1048536, 4, 16349, 40, 1048539, 4",
	} {
		r.at, _ = parseCell(addr)
		if got := m.anchor(r); got != want {
			t.Errorf("%s: %s", addr, got)
		}
	}
	r.paragraphs[0].text = strings.Repeat("说明文字", 1000)
	if h := boxHeight(r); h != mostHeight {
		t.Errorf("height %v", h)
	}
}

func TestTags(t *testing.T) {
	s := tags{xml: `<?xml version="1.0"?><!-- <a> --><x:a b="1>2" r:id = 'q"' ><![CDATA[<z>]]>text<b/></x:a><c d="&lt;&amp;"`}
	var got []string
	for {
		tag, ok := s.next()
		if !ok {
			break
		}
		got = append(got, tag.String())
	}
	if want := []string{`<x:a b="1>2" r:id = 'q"' >`, `<b/>`, `</x:a>`}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	tag := newTag(`<c d="&lt;" e = 'x' r:id="7" spans="1:2"/>`, 0)
	for name, want := range map[string]string{"d": "<", "e": "x", "r:id": "7", "z": ""} {
		if v, _ := tag.attr(name); v != want {
			t.Errorf("%s is %q", name, v)
		}
	}
	if v, ok := tag.local("id"); !ok || v != "7" {
		t.Errorf("id %q", v)
	}
	if s := tag.with("e", "y").with("f", "z").without("spans").without("q").String(); s != `<c d="&lt;" e = 'y' r:id="7" f="z"/>` {
		t.Error(s)
	}
}
