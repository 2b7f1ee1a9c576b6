package style

import (
	"strings"
	"testing"
)

func TestSay(t *testing.T) {
	s, err := (&Style{}).with([]byte(`
one: {zh: "{when}，{name}为{size}", en: "{Name} stood at {size} {basis} {when}"}
turns:
  - {zh: "甲", en: "a"}
  - {zh: "乙", en: "b"}
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	slots := Slots{"name": {ZH: "CPI", EN: "the CPI"}, "size": {ZH: "2%", EN: "2%"}, "when": {ZH: "11月", EN: "in November"}}
	if got := s.Say("one", 0, slots); got != (Text{ZH: "11月，CPI为2%", EN: "The CPI stood at 2% in November"}) {
		t.Errorf("%+v", got)
	}
	if got := fill(parse("{name}{size}"), slots, func(t Text) string { return t.ZH }); got != "CPI 2%" {
		t.Errorf("a Latin word runs into a number: %q", got)
	}
	for turn, want := range []string{"甲", "乙", "甲"} {
		if got := s.Say("turns", turn, nil).ZH; got != want {
			t.Errorf("turn %d: %s", turn, got)
		}
	}
	if got := s.Say("unknown", 0, nil); !got.IsZero() {
		t.Errorf("%v", got)
	}
}

func TestWith(t *testing.T) {
	own, err := Builtin().With(strings.NewReader(`grew-after: {zh: "{base}{basis}上升{size}", en: "an increase of {size} {base} {basis}"}`))
	if err != nil {
		t.Fatal(err)
	}
	slots := Slots{"base": {ZH: "同比", EN: "year on year"}, "size": {ZH: "7.2%", EN: "7.2%"}}
	if got := own.Say("grew-after", 0, slots); got != (Text{ZH: "同比上升7.2%", EN: "an increase of 7.2% year on year"}) {
		t.Errorf("%+v", got)
	}
	if got := own.Say("fell-after", 0, slots).EN; got != "down 7.2% year on year" {
		t.Errorf("the others stay: %q", got)
	}
	if got := Builtin().Say("grew-after", 0, slots).EN; got != "up 7.2% year on year" {
		t.Errorf("the built-in style has changed: %q", got)
	}
	for bad, want := range map[string]string{
		`grown: {zh: "增", en: "up"}`:                                               `no statement "grown"`,
		`grew-after: {zh: "{base}增长{rate}", en: "up {rate}"}`:                      "no {rate} here; slots: base, basis, size",
		`grew-after: {zh: "{base}{basis}增长{size}", en: "up {base} {basis}"}`:       "{size} stands in one language only",
		`grew-after: {zh: "{base}{basis}增长5%{size}", en: "up {size} {base}"}`:      "number typed into it",
		`grew-after: {zh: "{base}{basis}增长{size", en: "up {size} {base} {basis}"}`: "brace without its partner",
		`grew-after: {zh: "{base}{basis}增长{size}"}`:                                "English pattern is missing",
		`grew-after: []`: "no pattern",
		`grew-after`:     "style:",
	} {
		if _, err := Builtin().With(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", bad, err, want)
		}
	}
}

// The built-in patterns obey the rules that an office's own must obey.
func TestBuiltin(t *testing.T) {
	if _, err := Builtin().With(strings.NewReader(string(builtin))); err != nil {
		t.Error(err)
	}
	for key, list := range Builtin().statements {
		for _, p := range list {
			if len(p.zh) == 0 || len(p.en) == 0 {
				t.Errorf("%s lacks a language", key)
			}
		}
	}
}

func BenchmarkSay(b *testing.B) {
	slots := Slots{"base": {ZH: "同比", EN: "year on year"}, "size": {ZH: "7.2%", EN: "7.2%"}}
	s := Builtin()
	for b.Loop() {
		s.Say("grew-after", 0, slots)
	}
}

func FuzzWith(f *testing.F) {
	f.Add(`grew-after: {zh: "{base}增长{size}", en: "up {size} {base}"}`)
	f.Add("a: [")
	f.Fuzz(func(t *testing.T, file string) {
		if s, err := Builtin().With(strings.NewReader(file)); err == nil {
			s.Say("grew-after", 1, Slots{})
		}
	})
}
