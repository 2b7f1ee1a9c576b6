package briefing

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"jianbao/internal/indicator"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestCompose(t *testing.T) {
	for _, c := range [...]struct {
		name string
		d    *indicator.Dataset
	}{{"annual", annual()}, {"monthly", monthly()}} {
		t.Run(c.name, func(t *testing.T) {
			b, err := Compose(c.d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, c.name+".txt", dump(b))
			sound(t, b, c.d)
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and read the difference", name)
	}
}
