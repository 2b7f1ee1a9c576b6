package pdf

import (
	"bytes"
	"testing"

	"jianbao/internal/briefing"
)

// A protected document says that it is no archive's, opens with either password
// and with no other, and gives up what travels in it.
func TestProtected(t *testing.T) {
	b := hard(3, 3)
	var out bytes.Buffer
	if err := Write(&out, b, Options{Lang: briefing.Both, Protect: &Protection{User: "open", Owner: "own", Permit: Print}}); err != nil {
		t.Fatal(err)
	}
	for password, opens := range map[string]bool{"open": true, "own": true, "other": false, "": false} {
		if _, err := Origins(bytes.NewReader(out.Bytes()), password); (err == nil) != opens {
			t.Errorf("password %q: %v", password, err)
		}
	}
	if !bytes.Contains(out.Bytes(), []byte("/Encrypt ")) || bytes.Contains(out.Bytes(), []byte("pdfaid")) {
		t.Error("it is not encrypted, or claims to be fit for an archive")
	}
}
