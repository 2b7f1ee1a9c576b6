package check

import (
	"math"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// precision is the number of decimals that the values of a series have as a
// rule. Spreadsheets drop a zero at the end, so 110 among 100.5 and 98.7 is
// known to one decimal as they are.
type precision int32

// precisionOf takes for the rule what three values in four keep; of fewer than
// four values none can be told.
func precisionOf(s *indicator.Series) precision {
	const most = 24
	var count [most + 1]int
	n := 0
	for i := range s.Observations {
		if o := &s.Observations[i]; o.Status.HasValue() {
			count[min(decimalsOf(o.Value), most)]++
			n++
		}
	}
	if n < 4 {
		return 0
	}
	below := 0
	for d, c := range count {
		if below += c; below > n/4 {
			return precision(d)
		}
	}
	return 0
}

func decimalsOf(v indicator.Decimal) int32 { return max(-v.Exponent(), 0) }

// digits is to how many decimals v is known. One zero at its end may have been
// dropped; 635910 among figures of nine decimals was rounded by its source.
func (p precision) digits(v indicator.Decimal) int32 {
	d := decimalsOf(v)
	if d+1 == int32(p) {
		return int32(p)
	}
	return d
}

// half is half a unit of the last digit of v: 0.05 for 7.2.
func (p precision) half(v indicator.Decimal) float64 {
	return 0.5 * math.Pow10(-int(p.digits(v)))
}

// reach is all that may have been rounded to v.
func (p precision) reach(v indicator.Decimal) interval {
	x, h := v.InexactFloat64(), p.half(v)
	return interval{x - h, x + h}
}

// slackOf is what rounding allows figures of that size to be apart, given the
// sum of their half units: floats have tails of their own.
func slackOf(halves, size float64) float64 { return halves*(1+1e-9) + 1e-11*math.Abs(size) }

// interval holds both its ends.
type interval struct{ low, high float64 }

// apart is the distance between two intervals, 0 where they meet.
func (a interval) apart(b interval) float64 {
	const tail = 1e-9 // of divisions
	if d := max(a.low-b.high, b.low-a.high); d > tail {
		return d
	}
	return 0
}

// growthReach is every growth rate, percent, that two rounded levels allow.
func growthReach(now, then interval) interval {
	rate := func(n, t float64) float64 { return (n - t) * 100 / t }
	return interval{
		min(rate(now.low, then.low), rate(now.low, then.high)),
		max(rate(now.high, then.low), rate(now.high, then.high)),
	}
}

// shifted is v times ten to the power of scale.
func shifted(v indicator.Decimal, scale int) indicator.Decimal {
	if scale == 0 {
		return v
	}
	return v.Shift(int32(scale))
}

var hundred = decimal.NewFromInt(100)
