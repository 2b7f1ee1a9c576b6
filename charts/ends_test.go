package charts

import (
	"strings"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/gallery"
)

// A leader is never taken for data: no line in the colour of a series is level
// from its last value on, and what is dotted is short.
func TestLeadersAreShort(t *testing.T) {
	for _, e := range gallery.All() {
		switch e.Chart.(type) {
		case *briefing.Lines, *briefing.Growth:
		default:
			continue
		}
		for _, width := range []float64{186, 230, 320, 480} {
			r, _ := record(t, e.Chart, width, briefing.Both, natural)
			for _, o := range r.ops {
				level := o.kind == opStroke && len(o.points) <= 3 && o.points[0].y == o.points[1%len(o.points)].y
				if th := house(); !level || o.colour == th.Hairline || o.colour == th.Ink || o.colour == th.Target {
					continue
				}
				if o.box.width() > longest && (o.colour == house().Secondary || len(o.points) == 3) {
					t.Errorf("%s, %v pt: a leader of %.0f pt at %.0f", e.Name, width, o.box.width(), o.box)
				}
			}
		}
	}
}

// A value older than the slot that the axis marks says its period, once.
func TestDated(t *testing.T) {
	months, years := gallery.Months(2022, 24), gallery.Years(2020, 4)
	for _, c := range []struct {
		slots     []briefing.Slot
		i, newest int
		zh, en    string
		both      string
	}{
		{months, 23, 23, "+4.0%", "+4.0%", "+4.0%"},
		{months, 21, 23, "10月 +4.0%", "Oct +4.0%", "10月 +4.0% / Oct"},
		{months, 9, 23, "2022年10月 +4.0%", "Oct 2022 +4.0%", "2022年10月 +4.0% / Oct 2022"},
		{years, 1, 3, "2021年 +4.0%", "2021: +4.0%", "2021年 +4.0% / 2021"},
	} {
		for lang, want := range map[briefing.Lang]string{briefing.Chinese: c.zh, briefing.English: c.en, briefing.Both: c.both} {
			ty := newTypist(Options{Lang: lang})
			first, second := ty.words(ty.dated(gallery.Same("+4.0%"), c.slots, c.i, c.newest))
			if got := strings.TrimSuffix(first+" / "+second, " / "); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}

// The value stands before a name, but after one that begins with a number.
func TestEndings(t *testing.T) {
	ty := newTypist(Options{Lang: briefing.English})
	for _, c := range []struct {
		name  string
		value briefing.Text
		want  string
	}{
		{"Transport", gallery.Same("+7.8%"), "+7.8% Transport"},
		{"2023", gallery.Same("423.2"), "2023 423.2"},
		{"Construction", noData, "Construction: no data yet"},
	} {
		b := ty.ending(gallery.Text("某", c.name), c.value, ty.theme.Ink, false, 0)
		var words []string
		for _, p := range b.lines[0].line.Pieces {
			words = append(words, p.Text)
		}
		if got := strings.Join(words, ""); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	const number = "27600000000000.0"
	b := ty.ending(gallery.Same("Industry"), gallery.Same(number), ty.theme.Ink, true, 70)
	if p := b.lines[0].line.Pieces; len(p) != 1 || p[0].Text != number {
		t.Errorf("a number is broken: %v", p)
	}
}

// Months stand at even distances, and the marked one is among them.
func TestMonthsAreEven(t *testing.T) {
	ty := newTypist(Options{Lang: briefing.Chinese})
	for n := 2; n <= 60; n++ {
		for _, width := range []float64{80, 120, 200, 400} {
			a := newTimeAxis(ty, gallery.Months(2020, n), n-1, 0, width, width)
			last, gap := -1.0, 0.0
			for _, l := range a.labels {
				if l.row > 0 || a.rows == 1 || l.x == 0 || l.x+l.text.w > width-0.1 { // those at the edges are moved
					continue
				}
				x := l.x + l.text.w/2
				if last >= 0 && gap > 0 && x-last > 1.02*gap+0.1 || last >= 0 && gap > 0 && x-last < 0.98*gap-0.1 {
					t.Errorf("%d months on %v pt: a step of %.1f after one of %.1f", n, width, x-last, gap)
				}
				if last >= 0 {
					gap = x - last
				}
				last = x
			}
		}
	}
}
