package indicator

import (
	"math/rand/v2"
	"testing"
)

func named(s Series, zh string) Series { s.Name.ZH = zh; return s }

func TestReviseAgainst(t *testing.T) {
	old := &Dataset{File: "old.xlsx", Series: []Series{
		named(level("a", "亿元", Nominal, obs("2022-01", "10"), obs("2022-02", "11"), obs("2022-03", ""), obs("2022-04", "13"), obs("2022-05", "7.20"), obs("2022-06", "5")), "甲"),
		growth("a", obs("2022-01", "3"), obs("2022-02", "4")),
		named(level("b", "万元", Nominal, obs("2022-01", "20000"), obs("2022-02", "21000")), "乙"),
		named(level("c", "亿元", Nominal, obs("2022-01", "1")), "丙"),
		named(level("gone", "亿元", Nominal, obs("2022-01", "1")), "丁"),
	}}
	now := &Dataset{File: "new.xlsx", Series: []Series{
		named(level("a", "亿元", Nominal, obs("2022-01", "10.5"), obs("2022-02", "11"), obs("2022-03", "12"), obs("2022-04", ""), obs("2022-05", "7.2"), obs("2022-06", "6", Preliminary), obs("2022-07", "8")), "甲"),
		growth("a", obs("2022-01", "3.5"), obs("2022-02", "4")),
		named(level("x", "亿元", Nominal, obs("2022-01", "2"), obs("2022-02", "2.2")), "乙"),
		named(level("c", "万人", Nominal, obs("2022-01", "2")), "丙"),
	}}
	v := now.ReviseAgainst(old)
	var got string
	for _, r := range v.Revisions {
		got += r.Series + " " + r.Period.Code() + " " + string(r.Kind) + " " + r.Was.Value.String() + "→" + r.Now.Value.String() + "\n"
	}
	want := "a 2022-01 changed 10→10.5\na 2022-03 late 0→12\na 2022-04 withdrawn 13→0\na 2022-06 changed 5→6\na.yoy 2022-01 changed 3→3.5\nx 2022-02 changed 2.1→2.2\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	a := now.Find("a")
	if o, _ := a.At(span("2022-01")); o.Status != Revised || o.Previous == nil || !o.Previous.Equal(dec("10")) || o.PreviousCell.Addr != "2022-01" {
		t.Errorf("%+v", o)
	}
	if o, _ := a.At(span("2022-06")); o.Status != Preliminary || o.Previous == nil {
		t.Errorf("preliminary and revised: %+v", o)
	}
	if o, _ := now.Find("x").At(span("2022-02")); o.Previous == nil || !o.Previous.Equal(dec("2.1")) {
		t.Errorf("in another unit: %+v", o)
	}
	if len(v.Dropped) != 1 || v.Dropped[0].ID != "gone" || len(v.Incomparable) != 1 || v.Incomparable[0].ID != "c" {
		t.Errorf("dropped %v, incomparable %v", v.Dropped, v.Incomparable)
	}
}

// Against itself nothing is revised; of k figures that are changed, k are.
func TestRevisionsAreAllFound(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 5))
		old, _ := anyData(rand.New(rand.NewPCG(seed, 6)))
		now, _ := anyData(rand.New(rand.NewPCG(seed, 6)))
		for _, d := range []*Dataset{old, now} {
			for i := range d.Series {
				d.Series[i].Name.ZH = d.Series[i].ID
			}
		}
		if v := now.ReviseAgainst(old); len(v.Revisions) > 0 || v.Compared == 0 {
			t.Fatalf("against itself: %d of %d", len(v.Revisions), v.Compared)
		}
		k := 0
		for i := range now.Series {
			for j := range now.Series[i].Observations {
				if r.IntN(10) == 0 {
					o := &now.Series[i].Observations[j]
					o.Value = o.Value.Add(dec("0.1"))
					k++
				}
			}
		}
		if v := now.ReviseAgainst(old); len(v.Revisions) != k {
			t.Errorf("seed %d: %d revisions found of %d", seed, len(v.Revisions), k)
		}
	}
}

// An id that both workbooks give outlives a change of name; one that was made
// from the name does not.
func TestRenamed(t *testing.T) {
	for _, c := range []struct {
		own  bool
		want int
	}{{true, 1}, {false, 0}} {
		then := named(level("grp", "亿元", Nominal, obs("2022", "10")), "生产总值")
		now := named(level("grp", "亿元", Nominal, obs("2022", "11")), "地区生产总值")
		then.OwnID, now.OwnID = c.own, c.own
		d := &Dataset{Series: []Series{now}}
		if v := d.ReviseAgainst(&Dataset{Series: []Series{then}}); len(v.Revisions) != c.want || len(v.Dropped) != 1-c.want {
			t.Errorf("own %v: %d revisions, %d dropped", c.own, len(v.Revisions), len(v.Dropped))
		}
	}
}

// What a comparison marks stays derivable: the newest month of a cumulative
// series does not go because the month before was revised.
func TestRevisedByComparison(t *testing.T) {
	year := func(oct string, st ...Status) *Dataset {
		return &Dataset{Series: []Series{named(level("a", "亿元", Nominal, obs("2023年1-10月", oct, st...), obs("2023年1-11月", "55")), "甲")}}
	}
	d := year("51")
	d.ReviseAgainst(year("50"))
	if q, err := d.LevelAt("a", span("2023-11")); err != nil || at(q, 0) != "4" {
		t.Errorf("%v, %v", q.Value, err)
	}
	if q, err := year("51", Revised).LevelAt("a", span("2023-11")); err == nil {
		t.Errorf("marked by the source: %v", q.Value)
	}
}

// What the source itself says was published before is kept.
func TestSourceKnowsBest(t *testing.T) {
	own := dec("9.8")
	o := obs("2022", "11", Revised)
	o.Previous, o.PreviousCell = &own, Cell{Sheet: "S", Addr: "F2"}
	d := &Dataset{Series: []Series{named(level("a", "亿元", Nominal, o), "甲")}}
	d.ReviseAgainst(&Dataset{Series: []Series{named(level("a", "亿元", Nominal, obs("2022", "10")), "甲")}})
	if got := d.Series[0].Observations[0]; !got.Previous.Equal(own) || got.PreviousCell.Addr != "F2" || got.Compared {
		t.Errorf("%+v", got)
	}
}
