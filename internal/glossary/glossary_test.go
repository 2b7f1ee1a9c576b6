package glossary

import "testing"

func TestBuiltinReads(t *testing.T) {
	if _, err := parse(builtinTSV); err != nil {
		t.Fatal(err)
	}
	if n := Builtin().Len(); n < 80 {
		t.Errorf("%d entries", n)
	}
}

func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		entries, _ := parse(builtinTSV)
		index(entries, nil)
	}
}

func BenchmarkFind(b *testing.B) {
	g := Builtin()
	b.ReportAllocs()
	for b.Loop() {
		g.Find("一、地区生产总值（GDP）")
	}
}
