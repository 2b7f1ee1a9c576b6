package sources

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"
)

// example is the template as bytes, after a change.
func example(t testing.TB, change func(f *excelize.File)) []byte {
	t.Helper()
	if change == nil {
		return unchanged()
	}
	f, err := excelize.OpenReader(bytes.NewReader(unchanged()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// unchanged is the example, written once for all tests.
var unchanged = sync.OnceValue(func() []byte {
	var buf bytes.Buffer
	if err := WriteStandard(&buf, exampleDataset(), "zh"); err != nil {
		panic(err)
	}
	return buf.Bytes()
})

// set is a change of one cell.
func set(sheet, addr string, v any) func(*excelize.File) {
	return func(f *excelize.File) {
		if err := f.SetCellValue(sheet, addr, v); err != nil {
			panic(err)
		}
	}
}

func all(changes ...func(*excelize.File)) func(*excelize.File) {
	return func(f *excelize.File) {
		for _, c := range changes {
			c(f)
		}
	}
}

// styled gives a cell a number format.
func styled(sheet, addr, format string) func(*excelize.File) {
	return func(f *excelize.File) {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			panic(err)
		}
		if err := f.SetCellStyle(sheet, addr, addr, id); err != nil {
			panic(err)
		}
	}
}

// archive is a zip file of named parts.
func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// bomb is a workbook whose sheet says that it unpacks to a terabyte.
func bomb(t testing.TB) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	if _, err := z.Create("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	w, err := z.CreateRaw(&zip.FileHeader{Name: "xl/worksheets/sheet1.xml", Method: zip.Deflate,
		CompressedSize64: 4, UncompressedSize64: 1 << 40})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("bomb")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// edited is the example with a cell of its data sheet in other words.
func edited(addr, xml string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		t.Helper()
		z, err := zip.NewReader(bytes.NewReader(unchanged()), int64(len(unchanged())))
		if err != nil {
			t.Fatal(err)
		}
		cell := regexp.MustCompile(`<c r="` + addr + `".*?</c>`)
		var parts []string
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if f.Name == "xl/worksheets/sheet4.xml" {
				if !cell.Match(b) {
					t.Fatalf("no cell %s", addr)
				}
				b = cell.ReplaceAllLiteral(b, []byte(xml))
			}
			parts = append(parts, f.Name, string(b))
		}
		return archive(t, parts...)
	}
}

// plain is a workbook that has nothing to do with the standard one.
func plain(t testing.TB, change func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if change != nil {
		change(f)
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func locked(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var buf bytes.Buffer
	if err := f.Write(&buf, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
