package sources

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"
)

// hostileArchives attack the zip file.
func hostileArchives() []hostileCase {
	return []hostileCase{
		{name: "bomb of 300 MB in the sheet", want: "too-large", build: bombOf(300 << 20)},
		{name: "bomb of 250 MB in the sheet", large: true, want: "=432.6|too-large", build: bombOf(250 << 20)},
		{name: "bomb of 4 GB in the sheet", want: "too-large", large: true, build: bombOf(4 << 30)},
		{name: "bomb in a part that nobody reads", want: "too-large|=432.6", build: func(t testing.TB) []byte {
			return workbookOf(t, streamPart("xl/media/image1.png", func(w *bufio.Writer) { repeatTo(w, "\x00", 400<<20) }))
		}},
		{name: "bomb in the shared strings", want: "too-large", build: func(t testing.TB) []byte {
			return workbookOf(t, streamPart(stringsPath, func(w *bufio.Writer) { repeatTo(w, "<si><t>x</t></si>", 300<<20) }))
		}},
		{name: "bomb in the styles", want: "too-large", build: func(t testing.TB) []byte {
			return workbookOf(t, streamPart(stylesPath, func(w *bufio.Writer) { repeatTo(w, "<xf/>", 300<<20) }))
		}},
		{name: "40 parts of 20 MB", want: "too-large", large: true, build: func(t testing.TB) []byte {
			var extra []part
			for i := range 40 {
				extra = append(extra, streamPart(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+2), func(w *bufio.Writer) { repeatTo(w, " ", 20<<20) }))
			}
			return workbookOf(t, extra...)
		}},
		{name: "bomb that says it is small", want: "damaged-workbook|too-large", build: lyingBomb},
		{name: "entries over one another", want: "damaged-workbook|too-large", large: true, build: overlapping},
		{name: "workbook in a workbook", want: "=432.6|unsupported-format", build: func(t testing.TB) []byte {
			inner := workbookOf(t)
			for range 20 {
				inner = workbookOf(t, textPart("xl/embeddings/x.xlsx", string(inner)))
			}
			return inner
		}},
		{name: "zip in a zip", want: "unsupported-format", build: func(t testing.TB) []byte { return archive(t, "x.xlsx", string(workbookOf(t))) }},
		{name: "200,000 entries", want: "=432.6|damaged-workbook|too-large", build: func(t testing.TB) []byte {
			var extra []part
			for i := range scaled(200000) {
				extra = append(extra, textPart(fmt.Sprintf("xl/media/image%d.png", i), "x"))
			}
			return workbookOf(t, extra...)
		}},
		{name: "entries that leave the folder", want: "=432.6|damaged-workbook", build: ofParts(textPart("../../../../etc/cron.d/x", "x"), textPart("/etc/x", "x"), textPart(`..\..\x`, "x"), textPart("xl/"+strings.Repeat("d/", 20000)+"x", "x"))},
		{name: "no entries", want: "damaged-workbook|unsupported-format", build: func(t testing.TB) []byte { return zipped(t) }},
		{name: "only the end of a zip", want: "damaged-workbook|unsupported-format", build: fixed(append([]byte("PK\x05\x06"), make([]byte, 18)...))},
		{name: "PK and noise", want: "damaged-workbook", build: func(testing.TB) []byte { return append([]byte("PK\x03\x04"), noise(1<<20)...) }},
		{name: "noise", want: "not-a-workbook", build: func(testing.TB) []byte { return noise(1 << 20) }},
		{name: "OLE and noise", want: "old-format|damaged-workbook", build: func(testing.TB) []byte { return append(append([]byte(nil), oleHeader...), noise(1<<20)...) }},
		{name: "OLE that says it is encrypted", want: "old-format|damaged-workbook|password-protected|not-a-workbook", build: func(testing.TB) []byte {
			return bytes.Join([][]byte{oleHeader, noise(4096), utf16le("EncryptedPackage"), utf16le("EncryptionInfo"), noise(4096)}, nil)
		}},
		{name: "bytes flipped", want: "", build: func(t testing.TB) []byte {
			b := workbookOf(t)
			r := rand.New(rand.NewPCG(1, 2))
			for range 20 {
				b[r.IntN(len(b))] ^= byte(1 << r.IntN(8))
			}
			return b
		}},
		{name: "deflate that ends early", want: "damaged-workbook", build: func(t testing.TB) []byte {
			b := workbookOf(t)
			i := bytes.Index(b, []byte(sheetPath)) + len(sheetPath)
			copy(b[i+40:], make([]byte, 60))
			return b
		}},
	}
}

func noise(n int) []byte {
	b := make([]byte, n)
	r := rand.NewChaCha8([32]byte{1})
	_, _ = r.Read(b)
	return b
}

// bombOf is a sound workbook with so many bytes of nothing behind its rows.
func bombOf(n int) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		return workbookOf(t, streamPart(sheetPath, func(w *bufio.Writer) {
			_, _ = w.WriteString(`<worksheet` + mainSpace + `><sheetData>` + soundRows + `</sheetData>`)
			repeatTo(w, " ", n)
			_, _ = w.WriteString(`</worksheet>`)
		}))
	}
}

// lyingBomb says in its directory that a sheet of 400 MB has 1000 bytes.
func lyingBomb(t testing.TB) []byte {
	b := bombOf(400 << 20)(t)
	real := binary.LittleEndian.AppendUint32(nil, uint32(400<<20+len(`<worksheet`+mainSpace+`><sheetData>`+soundRows+`</sheetData></worksheet>`)))
	said := binary.LittleEndian.AppendUint32(nil, 1000)
	if !bytes.Contains(b, real) {
		t.Fatal("no size to change")
	}
	return bytes.ReplaceAll(b, real, said)
}

// overlapping has 5,000 entries that share the bytes of one kernel of 1 MB, as
// in David Fifield's "A better zip bomb" (2019).
func overlapping(t testing.TB) []byte {
	kernel := zipped(t, streamPart("xl/workbook.xml", func(w *bufio.Writer) { repeatTo(w, " ", 1<<20) }))
	z, err := zip.NewReader(bytes.NewReader(kernel), int64(len(kernel)))
	if err != nil {
		t.Fatal(err)
	}
	f := z.File[0]
	start, err := f.DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	out := append([]byte(nil), kernel[:int(start)+int(f.CompressedSize64)]...)
	le := binary.LittleEndian
	dir := len(out)
	n := 5000
	for i := range n {
		name := fmt.Sprintf("xl/worksheets/sheet%d.xml", i)
		if i == 0 {
			name = "xl/workbook.xml"
		}
		h := append([]byte("PK\x01\x02"), 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0)
		h = le.AppendUint32(h, crc32.ChecksumIEEE(bytes.Repeat([]byte(" "), 1<<20)))
		h = le.AppendUint32(h, uint32(f.CompressedSize64))
		h = le.AppendUint32(h, uint32(f.UncompressedSize64))
		h = le.AppendUint16(h, uint16(len(name)))
		h = append(h, make([]byte, 12)...)
		h = le.AppendUint32(h, 0) // all begin at the same byte
		out = append(append(out, h...), name...)
	}
	end := append([]byte("PK\x05\x06"), 0, 0, 0, 0)
	end = le.AppendUint16(end, uint16(n))
	end = le.AppendUint16(end, uint16(n))
	end = le.AppendUint32(end, uint32(len(out)-dir))
	end = le.AppendUint32(end, uint32(dir))
	return append(append(out, end...), 0, 0)
}

// hostilePackages attack the parts of a workbook and how they hang together.
func hostilePackages() []hostileCase {
	return []hostileCase{
		{name: "sound", want: "=432.6", build: ofParts()},
		{name: "two sheet1.xml", want: "", build: func(t testing.TB) []byte {
			return zipped(t, append(soundParts(), textPart(sheetPath, sheetXML(rowXML(1, "x"))))...)
		}},
		{name: "two workbook.xml", want: "", build: func(t testing.TB) []byte {
			return zipped(t, append(soundParts(), textPart(bookPath, "<workbook/>"))...)
		}},
		{name: "no content types", want: "=432.6|damaged-workbook", build: ofParts(noPart(contentTypes))},
		{name: "no root relationships", want: "=432.6|damaged-workbook", build: ofParts(noPart(rootRels))},
		{name: "no workbook relationships", want: "=432.6|damaged-workbook", build: ofParts(noPart(bookRels))},
		{name: "no workbook", want: "damaged-workbook|unsupported-format", build: ofParts(noPart(bookPath))},
		{name: "no sheet", want: "empty-workbook|damaged-workbook|no-table", build: ofParts(noPart(sheetPath))},
		{name: "no styles, styles in cells", want: "=432.6", build: ofRows(func() string { return strings.ReplaceAll(soundRows, "<c ", `<c s="99" `) })},
		{name: "negative style", want: "=432.6", build: ofRows(func() string { return strings.ReplaceAll(soundRows, "<c ", `<c s="-1" `) })},
		{name: "style beyond counting", want: "=432.6", build: ofRows(func() string { return strings.ReplaceAll(soundRows, "<c ", `<c s="99999999999999999999" `) })},
		{name: "no shared strings", want: "damaged-workbook", build: ofRows(func() string {
			return `<row r="1"><c r="A1" t="s"><v>0</v></c></row>` + soundTable(2)
		})},
		{name: "shared string out of range", want: "damaged-workbook", build: func(t testing.TB) []byte {
			return workbookOf(t, textPart(sheetPath, sheetXML(`<row r="1"><c r="A1" t="s"><v>4294967296</v></c><c r="B1" t="s"><v>-1</v></c></row>`+soundTable(2))),
				textPart(stringsPath, `<sst><si><t>a</t></si></sst>`))
		}},
		{name: "shared string that is no number", want: "damaged-workbook", build: func(t testing.TB) []byte {
			return workbookOf(t, textPart(sheetPath, sheetXML(`<row r="1"><c r="A1" t="s"><v>x</v></c></row>`+soundTable(2))), textPart(stringsPath, `<sst><si><t>a</t></si></sst>`))
		}},
		{name: "1,000,000 shared strings", want: "=432.6", build: func(t testing.TB) []byte {
			return workbookOf(t, streamPart(stringsPath, func(w *bufio.Writer) {
				fmt.Fprint(w, `<sst>`)
				for i := range scaled(1000000) {
					fmt.Fprintf(w, "<si><t>地区%d</t></si>", i)
				}
				fmt.Fprint(w, `</sst>`)
			}))
		}},
		{name: "shared strings that say there are 4 billion", want: "=432.6", build: ofParts(textPart(stringsPath, `<sst count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>`))},
		{name: "shared strings that never end", want: "damaged-workbook|=432.6", build: ofParts(textPart(stringsPath, `<sst><si><t>a`))},
		{name: "100,000 cell formats", want: "=432.6", build: func(t testing.TB) []byte {
			return workbookOf(t, streamPart(stylesPath, func(w *bufio.Writer) {
				n := scaled(100000)
				fmt.Fprintf(w, `<styleSheet%s><numFmts count="%d">`, mainSpace, n)
				for i := range n {
					fmt.Fprintf(w, `<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, "0.0[red]_(&quot;x&quot;")
				}
				fmt.Fprintf(w, `</numFmts><cellXfs count="%d">`, n)
				for i := range n {
					fmt.Fprintf(w, `<xf numFmtId="%d"><alignment indent="%d"/></xf>`, 164+i, i)
				}
				fmt.Fprint(w, `</cellXfs></styleSheet>`)
			}))
		}},
		{name: "number format of 1 MB", want: "=432.6", build: ofParts(textPart(stylesPath, `<styleSheet`+mainSpace+`><numFmts count="1"><numFmt numFmtId="164" formatCode="`+strings.Repeat("[h]_", 1<<18)+`"/></numFmts><cellXfs count="1"><xf numFmtId="164"/></cellXfs></styleSheet>`))},
		{name: "indents of 2 billion", want: "=432.6", build: ofParts(textPart(stylesPath, `<styleSheet`+mainSpace+`><cellXfs count="1"><xf numFmtId="0"><alignment indent="2147483647"/></xf></cellXfs></styleSheet>`))},
		{name: "relationships in a circle", want: "", build: ofParts(textPart(bookRels, `<Relationships`+relSpace+`><Relationship Id="rId1" Type="`+docSpace+`/worksheet" Target="workbook.xml"/></Relationships>`))},
		{name: "a sheet that is the shared strings", want: "", build: ofParts(textPart(bookRels, `<Relationships`+relSpace+`><Relationship Id="rId1" Type="`+docSpace+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="`+docSpace+`/sharedStrings" Target="worksheets/sheet1.xml"/></Relationships>`))},
		{name: "a sheet outside", want: "", build: ofParts(textPart(bookRels, `<Relationships`+relSpace+`><Relationship Id="rId1" Type="`+docSpace+`/worksheet" Target="http://127.0.0.1:1/x.xml" TargetMode="External"/></Relationships>`))},
		{name: "a sheet above the package", want: "", build: ofParts(textPart(bookRels, `<Relationships`+relSpace+`><Relationship Id="rId1" Type="`+docSpace+`/worksheet" Target="../../../../../etc/passwd"/></Relationships>`))},
		{name: "50,000 relationships", want: "=432.6", build: ofParts(streamPart(bookRels, func(w *bufio.Writer) {
			fmt.Fprint(w, `<Relationships`+relSpace+`>`)
			for i := range scaled(50000) {
				fmt.Fprintf(w, `<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i, docSpace, i+2)
			}
			fmt.Fprint(w, `<Relationship Id="rId1" Type="`+docSpace+`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`)
		}))},
		{name: "one part as 2,000 sheets", want: "", build: manySheets(2000, false)},
		{name: "2,000 sheets", want: "=432.6", build: manySheets(2000, true)},
		{name: "wrong content types", want: "=432.6|damaged-workbook", build: ofParts(textPart(contentTypes, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="image/png"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="text/html; charset=gbk"/></Types>`))},
		{name: "xlsm with a broken VBA part", file: "x.xlsm", want: "=432.6", build: ofParts(noisePart("xl/vbaProject.bin"),
			textPart(contentTypes, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`))},
		{name: "parts with a mark", want: "=432.6", build: ofParts(textPart(sheetPath, "\ufeff"+sheetXML(soundRows)), textPart(bookPath, "\ufeff"+bookXML("", `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`)))},
		{name: "sheet in UTF-16", want: "=432.6|damaged-workbook", build: ofParts(textPart(sheetPath, utf16Text(strings.Replace(sheetXML(soundRows), "UTF-8", "UTF-16", 1), binary.LittleEndian)))},
		{name: "sheet in big-endian UTF-16", want: "=432.6|damaged-workbook", build: ofParts(textPart(sheetPath, utf16Text(strings.Replace(sheetXML(soundRows), "UTF-8", "UTF-16", 1), binary.BigEndian)))},
		{name: "workbook in UTF-16", want: "=432.6|damaged-workbook", build: ofParts(textPart(bookPath, utf16Text(strings.Replace(bookXML("", `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`), "UTF-8", "UTF-16", 1), binary.LittleEndian)))},
		{name: "UTF-16 in name only", want: "=432.6|damaged-workbook", build: ofParts(textPart(sheetPath, strings.Replace(sheetXML(soundRows), "UTF-8", "UTF-16", 1)))},
		{name: "an encoding that is none", want: "=432.6|damaged-workbook", build: ofParts(textPart(sheetPath, strings.Replace(sheetXML(soundRows), "UTF-8", "x-klingon", 1)))},
		{name: "billion laughs", want: "damaged-workbook", build: ofParts(textPart(sheetPath, laughs(sheetXML(`<row r="1"><c r="A1" t="inlineStr"><is><t>&lol9;</t></is></c></row>`))))},
		{name: "billion laughs in the shared strings", want: "damaged-workbook", build: ofParts(textPart(stringsPath, laughs(declaration+`<sst><si><t>&lol9;</t></si></sst>`)))},
		{name: "billion laughs in the workbook", want: "damaged-workbook|empty-workbook", build: ofParts(textPart(bookPath, laughs(bookXML("", `<sheet name="&lol9;" sheetId="1" r:id="rId1"/>`))))},
		{name: "external entity", want: "damaged-workbook", build: ofParts(textPart(sheetPath, strings.Replace(sheetXML(`<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>`), declaration, declaration+`<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, 1)))},
		{name: "workbook nested 100,000 deep", want: "damaged-workbook|=432.6", build: ofParts(textPart(bookPath, bookXML(nested(100000), `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`)))},
		{name: "styles nested 100,000 deep", want: "damaged-workbook|=432.6", build: ofParts(textPart(stylesPath, `<styleSheet`+mainSpace+`>`+nested(100000)+`</styleSheet>`))},
		{name: "relationships nested 100,000 deep", want: "damaged-workbook|=432.6", build: ofParts(textPart(bookRels, `<Relationships`+relSpace+`>`+nested(100000)+`</Relationships>`))},
		{name: "content types nested 100,000 deep", want: "damaged-workbook|=432.6", build: ofParts(textPart(contentTypes, `<Types>`+nested(100000)+`</Types>`))},
		{name: "theme of noise", want: "=432.6|damaged-workbook", build: ofParts(noisePart("xl/theme/theme1.xml"))},
		{name: "calculation chain of noise", want: "=432.6|damaged-workbook", build: ofParts(noisePart("xl/calcChain.xml"))},
		{name: "sheet names", want: "=432.6", build: namedSheets("'", "a'b''c", `"quoted"`, "a:b", "😀", "a/b\\c?*[]", strings.Repeat("长", 300), "", " ", "Sheet1", "sheet1", "\u202etxt", "&lt;script&gt;", "&#9;x", "=1+1", "数据", "%s%d%[1]s")},
		{name: "sheet name of 1 MB", want: "", build: namedSheets(strings.Repeat("年", 350000))},
		{name: "100,000 defined names", want: "=432.6", build: func(t testing.TB) []byte {
			return workbookOf(t, streamPart(bookPath, func(w *bufio.Writer) {
				s := bookXML("", `<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`)
				fmt.Fprint(w, strings.TrimSuffix(s, "</workbook>"), "<definedNames>")
				for i := range scaled(100000) {
					fmt.Fprintf(w, `<definedName name="n%d">n%d</definedName>`, i, i+1)
				}
				fmt.Fprint(w, "</definedNames></workbook>")
			}))
		}},
	}
}

// laughs puts before the root of XML entities that grow tenfold each.
func laughs(xml string) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE lolz [<!ENTITY lol "lol">`)
	for i := 1; i < 10; i++ {
		prior := "&lol;"
		if i > 1 {
			prior = fmt.Sprintf("&lol%d;", i-1)
		}
		fmt.Fprintf(&b, `<!ENTITY lol%d "%s">`, i, strings.Repeat(prior, 10))
	}
	b.WriteString("]>")
	return strings.Replace(xml, declaration, declaration+b.String(), 1)
}

func nested(n int) string { return strings.Repeat("<x>", n) + strings.Repeat("</x>", n) }

// manySheets has n sheets of one table with other figures, each with its own
// part or all with one.
func manySheets(n int, own bool) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		n := scaled(n)
		var sheets, rels strings.Builder
		var parts []part
		for i := range n {
			fmt.Fprintf(&sheets, `<sheet name="Sheet%d" sheetId="%d" r:id="rId%d"/>`, i+1, i+1, i+1)
			target := 1
			if own {
				target = i + 1
				parts = append(parts, textPart(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), sheetXML(strings.ReplaceAll(soundRows, "401.5", fmt.Sprint(400+i)))))
			}
			fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, docSpace, target)
		}
		parts = append(parts, textPart(bookPath, bookXML("", sheets.String())), textPart(bookRels, `<Relationships`+relSpace+`>`+rels.String()+`</Relationships>`))
		return workbookOf(t, parts...)
	}
}

func namedSheets(names ...string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		var sheets, rels strings.Builder
		for i, n := range names {
			fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, strings.ReplaceAll(n, `"`, "&quot;"), i+1, i+1)
			fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>`, i+1, docSpace)
		}
		return workbookOf(t, textPart(bookPath, bookXML("", sheets.String())), textPart(bookRels, `<Relationships`+relSpace+`>`+rels.String()+`</Relationships>`))
	}
}
