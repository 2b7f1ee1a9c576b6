package briefing

import (
	"testing"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// The two languages state one fact with one value: neither another fact of the
// same value nor another value of the same fact will do.
func TestCompare(t *testing.T) {
	a, b := firstFact, firstFact+1
	mark := func(id int, s string) string { return marked.Number(id, s) }
	for _, c := range []struct {
		zh, en string
		same   bool
	}{
		{mark(a, "432.6") + "亿元", "RMB " + mark(a, "43.26") + " billion", true},
		{mark(a, "432.6") + "亿元", "RMB " + mark(a, "432.6") + " billion", false},
		{mark(a, "432.6") + "亿元", "RMB " + mark(b, "43.26") + " billion", false},
		{mark(a, "7.2") + "%", mark(a, "7.2") + "%", true},
		{mark(a, "7.2") + "%", mark(a, "7.20") + "%", true},
		{mark(a, "7.2") + "%", mark(b, "7.2") + "%", false},
		{mark(a, "3") + "，" + mark(b, "4"), mark(b, "4") + ", " + mark(a, "3"), true}, // in another order
		{mark(a, "3"), mark(a, "3") + ", " + mark(b, "4"), false},
		{mark(a, "3") + "—" + mark(b, "3.5") + "亿", mark(a, "300") + "–" + mark(b, "350") + " million", true},
		{mark(a+loose, "3"), "three", true}, // compared as it stands
	} {
		s := settler{}
		zh, zhSpans := marked.Split(c.zh)
		en, enSpans := marked.Split(c.en)
		s.compare(stated(zh, zhSpans), stated(en, enSpans), Text{})
		if (len(s.found) == 0) != c.same {
			t.Errorf("%s | %s: %v", zh, en, s.found)
		}
	}
}

// Differences to one figure from several others are several facts.
func TestFactsDifferByTheirCells(t *testing.T) {
	cell := func(a string) Cell { return Cell{Sheet: "数据", Addr: a} }
	f := func(cells ...string) fact {
		x := fact{ok: true}
		x.Formula = indicator.DifferenceInPoints
		for _, c := range cells {
			x.Inputs = append(x.Inputs, cell(c))
		}
		return x
	}
	k := &book{}
	first := k.id(f("C5", "C4"))
	if k.id(f("C5", "C4")) != first || k.id(f("C5", "C3")) == first || k.id(f("C6", "C4")) == first {
		t.Error("facts are told apart by all of their cells")
	}
}

// A number that the office typed beside a reference is its own word.
func TestQuoted(t *testing.T) {
	d := ownData()
	where := Cell{Sheet: "文字", Addr: "C7"}
	d.Sentences = []indicator.Sentence{{Place: "headline", Text: both("总值{grp}，新增19项", "GRP of {grp}, 19 new projects"), Cell: where}}
	d.Strings = []indicator.Located{{Text: "总值{grp}，新增19项", Cell: where}}
	b, err := Compose(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Printed {
		if p.Text == "19" && p.Lang == Chinese {
			if o := b.Origins[p.Origin]; o.Kind != Quoted || len(o.Cells) != 1 || o.Cells[0] != where {
				t.Errorf("%+v", o)
			}
			return
		}
	}
	t.Error("19 is not among the printed numbers")
}
