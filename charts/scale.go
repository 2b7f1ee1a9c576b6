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

// steps are the round numbers of an axis.
type steps struct {
	size  float64
	ticks []float64
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

// innerSteps chooses the few round ticks of a small panel, all within the span:
// about three, never fewer than two.
func innerSteps(lo, hi float64) steps {
	if !(hi > lo) {
		hi = lo + 1
	}
	span := hi - lo
	eps := span * 1e-9
	best, least := steps{}, math.Inf(1)
	power := math.Pow(10, math.Floor(math.Log10(span))-1)
	for _, m := range []float64{100, 50, 20, 10, 5, 2, 1} {
		size := m * power
		first, last := math.Ceil((lo-eps)/size), math.Floor((hi+eps)/size)
		n := last - first + 1
		if off := math.Abs(n - 3); n >= 2 && n < 40 && off < least {
			least = off
			best = steps{size: size}
			for k := range int(n) {
				best.ticks = append(best.ticks, (first+float64(k))*size)
			}
		}
	}
	return best
}

// label prints a tick with the decimals that its step needs.
func (s steps) label(v float64, lang briefing.Lang) string {
	if math.Abs(v) < s.size/2 {
		return "0"
	}
	decimals := 0
	if s.size < 1 {
		decimals = int(math.Ceil(-math.Log10(s.size) - 1e-9))
	}
	out := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	if lang == briefing.English {
		out = grouped(out)
	}
	if v < 0 {
		out = "−" + out
	}
	return out
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
