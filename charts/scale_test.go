package charts

import (
	"math"
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// Large numbers of a scale are in the units that a language counts in, all of
// one scale in the same.
func TestTickLabels(t *testing.T) {
	for _, c := range []struct {
		ticks        []float64
		zh, en, both string
	}{
		{[]float64{0, 5, 10}, "0 | 5 | 10", "0 | 5 | 10", "0 | 5 | 10"},
		{[]float64{-0.5, 0, 0.5}, "−0.5 | 0 | 0.5", "−0.5 | 0 | 0.5", "−0.5 | 0 | 0.5"},
		{[]float64{0, 2000, 4000}, "0 | 2000 | 4000", "0 | 2,000 | 4,000", "0 | 2000 | 4000"},
		{[]float64{0, 5000, 10000}, "0 | 0.5万 | 1万", "0 | 5,000 | 10,000", "0 | 5000 | 10000"},
		{[]float64{0, 1e5, 2e5}, "0 | 10万 | 20万", "0 | 100,000 | 200,000", "0 | 100000 | 200000"},
		{[]float64{-4e6, -2e6, 0}, "−400万 | −200万 | 0", "−4 mn | −2 mn | 0", "−400万 −4 mn | −200万 −2 mn | 0"},
		{[]float64{0, 5e7, 1e8, 1.5e8}, "0 | 0.5亿 | 1亿 | 1.5亿", "0 | 50 mn | 100 mn | 150 mn", "0 | 0.5亿 50 mn | 1亿 100 mn | 1.5亿 150 mn"},
		{[]float64{0, 5e12, 1e13}, "0 | 5万亿 | 10万亿", "0 | 5 trn | 10 trn", "0 | 5万亿 5 trn | 10万亿 10 trn"},
		{[]float64{10020, 10040}, "10020 | 10040", "10,020 | 10,040", "10020 | 10040"}, // a unit would hide the difference
	} {
		s := steps{size: c.ticks[1] - c.ticks[0], ticks: c.ticks}
		for lang, want := range map[briefing.Lang]string{briefing.Chinese: c.zh, briefing.English: c.en, briefing.Both: c.both} {
			var got []string
			for _, v := range c.ticks {
				got = append(got, s.label(v, lang))
			}
			if g := strings.Join(got, " | "); g != want {
				t.Errorf("%s: %s, want %s", lang, g, want)
			}
		}
	}
}

// Whatever the data, a panel shows two to five ticks besides its heavy line, the
// farthest near its end, and no scale is much longer than the data.
func TestPanelScales(t *testing.T) {
	for hi := 1.0; hi < 100; hi *= 1.013 {
		for _, lo := range []float64{0, -0.2 * hi, -0.9 * hi} {
			s := panelOf(lo, hi, 0, 0, 100)
			n := len(s.ticks) - 1
			if n < 2 || n > 5 {
				t.Errorf("%.2f to %.2f: %d ticks besides nought: %v", lo, hi, n, s.ticks)
			}
			if end := s.ticks[n]; end < 0.59*hi || lo == 0 && end < 0.73*hi {
				t.Errorf("%.2f to %.2f: ticks end at %v", lo, hi, end)
			}
			if waste := (s.hi - s.lo) / (hi - lo); waste > 1.201 || s.hi < hi || s.lo > lo {
				t.Errorf("%.2f to %.2f: a scale from %.2f to %.2f", lo, hi, s.lo, s.hi)
			}
		}
	}
}

// Where labels of all ticks would touch, fewer are shown: the heavy line's, and
// what leads farthest.
func TestShownTicks(t *testing.T) {
	for _, c := range []struct {
		height float64
		want   int
		last   float64
	}{{40, 4, 15}, {20, 2, 15}, {9, 2, 15}, {5, 0, 0}} {
		s := panelScale{scale{0, 16, 0, c.height}, steps{size: 5, ticks: []float64{0, 5, 10, 15}}}
		got := s.shown()
		if len(got) != c.want || c.want > 0 && got[len(got)-1] != c.last {
			t.Errorf("%v pt high: %v", c.height, got)
		}
		for i := 1; i < len(got); i++ {
			if math.Abs(s.pos(got[i])-s.pos(got[i-1])) < sizeTick {
				t.Errorf("%v pt high: the labels of %v overlap", c.height, got)
			}
		}
	}
}
