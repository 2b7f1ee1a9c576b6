package charts

import (
	"math"
	"strconv"
	"strings"

	"jianbao/internal/briefing"
)

// scale places values on a stretch of the page, from at to to.
type scale struct{ lo, hi, at, to float64 }

func (s scale) pos(v float64) float64 {
	if s.hi == s.lo {
		return s.at
	}
	return s.at + (v-s.lo)/(s.hi-s.lo)*(s.to-s.at)
}

// steps are the round numbers of an axis, and the value at which its heavy line
// stands: nought, or 100 of an index.
type steps struct {
	size  float64
	ticks []float64
	base  float64
}

// roundSteps chooses round ticks for a span: from a tick at or below lo to one
// at or above hi, about want intervals, wasting little of the axis.
func roundSteps(lo, hi float64, want int) steps {
	if !(hi > lo) {
		hi = lo + 1
	}
	span := hi - lo
	best, least := steps{}, math.Inf(1)
	power := math.Pow(10, math.Floor(math.Log10(span/float64(want)))-1)
	for _, m := range []float64{1, 2, 5, 10, 20, 50, 100, 200, 500} {
		size := m * power
		first, last := math.Floor(lo/size+1e-9), math.Ceil(hi/size-1e-9)
		n := last - first
		if n > 40 || n < 1 {
			continue
		}
		waste := n*size/span - 1
		score := waste + 0.25*math.Abs(math.Log(n/float64(want)))
		if n > float64(want) { // rather few than many
			score += 0.35 * math.Log(n/float64(want))
		}
		if score < least {
			least = score
			best = steps{size: size}
			for k := range int(n) + 1 {
				best.ticks = append(best.ticks, (first+float64(k))*size)
			}
		}
	}
	if len(best.ticks) == 0 { // too small a span for round numbers
		return steps{size: span, ticks: []float64{lo, hi}}
	}
	return best
}

// panelOf is the scale of a panel from lo to hi, whose heavy line stands at base.
// It shows two to four round ticks besides that line, one of them near the top;
// where the next one lies hardly beyond the data, the scale goes up to it.
func panelOf(lo, hi, base, y0, y1 float64) panelScale {
	const nearly = 0.1 // of the span, that a scale may be longer for a round end
	if !(hi > lo) {
		hi = lo + 1
	}
	span := hi - lo
	best, least := panelScale{}, math.Inf(1)
	power := math.Pow(10, math.Floor(math.Log10(span))-1)
	for _, m := range []float64{100, 50, 40, 20, 10, 5, 4, 2, 1} {
		size := m * power
		from, to := lo, hi
		if end := math.Ceil(hi/size-1e-9) * size; end-hi <= nearly*span && hi != base {
			to = max(hi, end)
		}
		if end := math.Floor(lo/size+1e-9) * size; lo-end <= nearly*span && lo != base {
			from = min(lo, end)
		}
		eps := span * 1e-9
		first, last := math.Ceil((from-eps)/size), math.Floor((to+eps)/size)
		n, besides := last-first+1, last-first+1
		if k := base / size; k == math.Round(k) && k >= first && k <= last {
			besides--
		}
		if n < 2 || n > 40 {
			continue
		}
		score := 0.25*math.Abs(besides-3) + max(0, besides-4) + 2*max(0, 2-besides)
		score += 2 * max(0, 0.8-reach(first*size, last*size, from, to, base))
		score += 2 * (to - from - span) / span
		if m == 4 || m == 40 { // less round
			score += 0.35
		}
		if score < least {
			least = score
			best = panelScale{scale{from, to, y0, y1}, steps{size: size, base: base}}
			for k := range int(n) {
				best.ticks = append(best.ticks, (first+float64(k))*size)
			}
		}
	}
	if best.size == 0 {
		best = panelScale{scale{lo, hi, y0, y1}, steps{base: base}}
	}
	return best
}

// reach is how far towards the farther end of a scale its ticks go.
func reach(first, last, lo, hi, base float64) float64 {
	from := min(max(base, lo), hi)
	if from-lo > hi-from {
		return (from - first) / (from - lo)
	}
	return (last - from) / (hi - from)
}

// panelScale is a scale with the ticks that it shows.
type panelScale struct {
	scale
	steps
}

// shown are the ticks as far as their labels have room one over the other; of
// coarser steps, the one that goes farthest.
func (s panelScale) shown() []float64 {
	if len(s.ticks) < 2 {
		return nil
	}
	gap, need := math.Abs(s.pos(s.ticks[1])-s.pos(s.ticks[0])), sizeTick+1.5
	if gap >= need {
		return s.ticks
	}
	anchor := len(s.ticks) - 1
	for i, v := range s.ticks {
		if math.Abs(v-s.base) < s.size/2 {
			anchor = i
		}
	}
	var best []float64
	far := 0
	for k := int(math.Ceil(need / max(gap, 0.1))); k < len(s.ticks); k++ {
		var some []float64
		most := 0
		for i, v := range s.ticks {
			if (i-anchor)%k == 0 {
				some, most = append(some, v), max(most, i-anchor, anchor-i)
			}
		}
		if len(some) > 1 && most > far {
			best, far = some, most
		}
	}
	return best
}

// bigUnit is a word that takes the zeros off a number.
type bigUnit struct {
	by   float64
	name string
}

// bigUnits are those in which each language counts, the largest first.
var bigUnits = map[briefing.Lang][]bigUnit{
	briefing.Chinese: {{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}},
	briefing.English: {{1e12, " trn"}, {1e9, " bn"}, {1e6, " mn"}},
}

// label prints a tick with the decimals that its step needs. So that nobody
// counts zeros, the larger numbers of a scale are all in one larger unit: in
// Chinese from 万 on, in English from the million on. Readers of both languages
// have plain digits, as the values beside them, up to the million, and then both words.
func (s steps) label(v float64, lang briefing.Lang) string {
	if math.Abs(v) < s.size/2 {
		return "0"
	}
	most := math.Abs(v)
	for _, o := range s.ticks {
		most = max(most, math.Abs(o))
	}
	if lang == briefing.Both && most >= 1e6 {
		return s.label(v, briefing.Chinese) + " " + s.label(v, briefing.English)
	}
	by, unit := 1.0, ""
	for _, u := range bigUnits[lang] {
		if most >= u.by && s.size >= u.by/100 {
			by, unit = u.by, u.name
			break
		}
	}
	decimals := 0
	if step := s.size / by; step < 1 {
		decimals = int(math.Ceil(-math.Log10(step) - 1e-9))
	}
	out := strconv.FormatFloat(math.Abs(v)/by, 'f', decimals, 64)
	if lang == briefing.English {
		out = grouped(out)
	}
	if unit != "" && decimals > 0 {
		out = strings.TrimSuffix(strings.TrimRight(out, "0"), ".")
	}
	if v < 0 {
		out = "−" + out
	}
	return out + unit
}

// grouped puts commas between thousands.
func grouped(s string) string {
	whole, rest := s, ""
	if dot := strings.IndexByte(s, '.'); dot >= 0 {
		whole, rest = s[:dot], s[dot:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + rest
}
