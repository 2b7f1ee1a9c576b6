package sources

import (
	"testing"
	"unicode/utf8"

	"jianbao/internal/diagnostic"
)

// minimal is the smallest package of one sheet.
func minimal(t testing.TB, name, sheet string) []byte {
	return archive(t,
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="`+name+`" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml", sheet)
}

// readable fails if a finding could not be shown.
func readable(t *testing.T, list diagnostic.List) {
	for _, d := range list {
		if d.Code == "" || d.Message.ZH == "" || d.Message.EN == "" || len(d.Message.EN) > 2000 {
			t.Errorf("finding %+v", d)
		}
	}
}

func FuzzReadBytes(f *testing.F) {
	f.Add("x.xlsx", unchanged())
	f.Add("x.xlsx", unchanged()[:2000])
	f.Add("x.xls", append(append([]byte(nil), oleHeader...), utf16le("EncryptedPackage")...))
	f.Add("x.csv", []byte("a,b\n"))
	f.Add("x.xlsx", minimal(f, "数据", `<worksheet><sheetData/></worksheet>`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		d, list := readTest(name, data)
		readable(t, list)
		if d == nil && !list.Has(diagnostic.Error) {
			t.Error("neither a dataset nor an error")
		}
	})
}

// FuzzWorksheet goes where random archives do not reach: into the sheet.
func FuzzWorksheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>名称</t></is></c><c t="inlineStr"><is><t>单位</t></is></c><c t="inlineStr"><is><t>类型</t></is></c></row>` +
		`<row r="2"><c r="A2" t="str"><v>a</v></c><c r="D2"><f>1+1</f></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells></worksheet>`)
	f.Add(`<worksheet><sheetData><row r="1048576" hidden="1"><c r="XFD1048576" t="s"><v>-1</v></c></row></sheetData></worksheet>`)
	f.Add(`<worksheet><sheetData><row><c><v>1e999</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2023-01-01</v></c></row></sheetData></worksheet>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		_, list := readTest("x.xlsx", minimal(t, "指标", sheet))
		readable(t, list)
	})
}

func FuzzDate(f *testing.F) {
	f.Add("2023年2月11日")
	f.Add("Feb 11, 2023")
	f.Fuzz(func(t *testing.T, s string) {
		iso, ok := parseDateText(s)
		if again, okAgain := parseDateText(iso); ok && (!okAgain || again != iso) {
			t.Errorf("%q gives %q, which gives %q", s, iso, again)
		}
	})
}

func FuzzCleanText(f *testing.F) {
	f.Add(" 中文\n换行 a\tb\u200b ")
	f.Add("_x000D_x_x")
	f.Fuzz(func(t *testing.T, s string) {
		once := cleanText(unescape(s))
		if twice := cleanText(once); once != twice {
			t.Errorf("%q, then %q", once, twice)
		}
		if !utf8.ValidString(once) {
			t.Errorf("%q is not valid", once)
		}
		if n := utf8.RuneCountInString(quote(s)); n > maxQuoted+2 {
			t.Errorf("quoted %d characters", n)
		}
	})
}
