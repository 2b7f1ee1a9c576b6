package objects

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// written is a file as the page writer makes it.
func written(bodies ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	var offsets []int
	for n, body := range bodies {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(bodies)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(bodies)+1, len(bodies), start)
	return b.Bytes()
}

func TestReadAndWrite(t *testing.T) {
	f, err := Read(written("<</Title (x)>>", "<</Length 11>>\nstream\nendobj here\nendstream", "<</Type /Pages\n/Kids [5 0 R 7 0 R ]>>", "<</Type /Catalog /Pages 3 0 R>>"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Len() != 4 || f.Root != 4 || f.Info != 1 {
		t.Errorf("%d objects, root %d, info %d", f.Len(), f.Root, f.Info)
	}
	if s := string(f.At(2).Stream); s != "endobj here" {
		t.Errorf("stream %q", s)
	}
	if kids, err := f.At(3).Refs("/Kids"); err != nil || len(kids) != 2 || kids[1] != 7 {
		t.Errorf("kids %v: %v", kids, err)
	}
	f.At(4).Extend("/Lang(zh)")
	f.Add("<</New true>>")
	one, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	two, _ := f.Bytes()
	if !bytes.Equal(one, two) {
		t.Error("the same objects give other bytes")
	}
	if !bytes.HasPrefix(one, []byte("%PDF-1.7\n%")) || !bytes.HasSuffix(one, []byte("%%EOF\n")) {
		t.Error("no head or no end")
	}
}

func TestReadRefuses(t *testing.T) {
	good := written("<</Title (x)>>", "<</Type /Catalog>>")
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("no PDF"), "cut": good[:len(good)-30],
		"moved": bytes.Replace(good, []byte("1 0 obj"), []byte("1 1 obj"), 1), "no root": bytes.Replace(good, []byte("/Root"), []byte("/Boot"), 1),
	} {
		if _, err := Read(data); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written("<</Title (x)>>", "<</Length 3>>\nstream\nabc\nendstream", "<</Type /Catalog>>"))
	f.Add([]byte("xref\n0 9999999999\nstartxref\n0\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := Read(data); err == nil {
			file.Bytes() // may fail, must not panic
		}
	})
}

// A protected file shows nothing of its content, and the same input gives the same
// file.
func TestProtected(t *testing.T) {
	make := func(p *Protection) string {
		f, err := Read(written("<</Title (secret title)>>", "<</Length 14>>\nstream\nsecret content\nendstream", "<</Type /Catalog>>"))
		if err != nil {
			t.Fatal(err)
		}
		f.Protection = p
		data, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	locked := make(&Protection{User: "密码", Owner: "o", Permit: Print})
	if strings.Contains(locked, "secret") || !strings.Contains(locked, "/Encrypt ") {
		t.Error("the content can be read")
	}
	if locked != make(&Protection{User: "密码", Owner: "o", Permit: Print}) {
		t.Error("the same input gives another file")
	}
	if locked == make(&Protection{User: "密码", Owner: "p", Permit: Print}) {
		t.Error("another password gives the same file")
	}
}
