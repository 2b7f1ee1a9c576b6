package pdf

import (
	"bytes"
	"errors"
	"testing"

	"jianbao/fonts"
	"jianbao/internal/briefing"
	"jianbao/samples"
)

// Every number that any page of the samples shows has an origin, and the list
// can be read back from the file.
func TestOrigins(t *testing.T) {
	for _, s := range samples.Workbooks() {
		b, err := briefing.Compose(s.Data, briefing.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range []briefing.Lang{briefing.Both, briefing.Chinese, briefing.English} {
			var out bytes.Buffer
			opt := Options{Lang: lang, Fonts: fonts.Builtin(), Design: Design{Cover: true, RedHead: true, Number: "〔1987〕654号", Watermark: both("第77稿", "Draft 77")}}
			if err := Write(&out, b, opt); err != nil {
				t.Fatal(err)
			}
			list, err := Origins(bytes.NewReader(out.Bytes()), "")
			if err != nil {
				t.Fatal(err)
			}
			pages, err := layoutBriefing(b, opt)
			if err != nil {
				t.Fatal(err)
			}
			figures := map[string]bool{}
			for _, e := range list.Entries {
				for _, p := range e.Printed {
					figures[p] = figures[p] || e.Kind != briefing.Scale && e.Kind != briefing.Paged
				}
			}
			for _, e := range list.Entries {
				for _, p := range e.Printed {
					if e.Kind == briefing.Scale && figures[p] {
						t.Errorf("%s in %s: %s is a figure, not only on a scale", s.Name, lang, p)
					}
				}
			}
			n := 0
			for _, pg := range pages {
				for _, o := range pg.ops {
					op, ok := o.(textOp)
					if !ok {
						continue
					}
					for _, number := range printedNumber.FindAllString(op.s, -1) {
						n++
						if len(list.Find(number)) == 0 {
							t.Errorf("%s in %s: nobody knows where %s in %q comes from", s.Name, lang, number, op.s)
						}
					}
				}
			}
			if n < 100 {
				t.Errorf("%s in %s: %d numbers only", s.Name, lang, n)
			}
		}
	}
}

func TestOriginsOfAnother(t *testing.T) {
	if _, err := Origins(bytes.NewReader([]byte("no PDF at all")), ""); err == nil || errors.Is(err, ErrNoOrigins) {
		t.Errorf("not a PDF: %v", err)
	}
}
