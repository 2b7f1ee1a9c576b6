package check

import (
	"fmt"
	"math"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// kinds finds indices that look like growth (0.8 where about 100 is expected)
// and growth that looks like an index (103.2 for 3.2): the two stand for one
// another in tables of prices, and are mixed up there. One figure among others
// of the right kind is a slip; where all are of the other kind, the kind is.
func (c *checker) kinds(v *view) {
	switch v.Measure {
	case indicator.Index:
		c.indexLikeGrowth(v)
	case indicator.Growth:
		if v.Unit.Base != "point" {
			c.growthLikeIndex(v)
		}
	}
}

// small is the size below which an index of the period before = 100 cannot
// come, and growth does.
const small = 20

func (c *checker) indexLikeGrowth(v *view) {
	var likeGrowth []int
	nearHundred := 0
	for i, x := range v.num {
		switch {
		case math.Abs(x) <= small:
			likeGrowth = append(likeGrowth, i)
		case x >= 75 && x <= 135:
			nearHundred++
		}
	}
	f := len(likeGrowth)
	switch {
	case f == 0:
	case nearHundred >= 2 && 4*nearHundred >= 3*v.values: // f figures among others near 100
		for _, i := range likeGrowth {
			if !v.besideHundred(i) { // far from its base an index may be small
				continue
			}
			v.isSlip(i)
			o := v.Observations[i]
			n, p := name(v.Series), when(o.Period)
			meant := o.Value.Add(hundred)
			c.add(diagnostic.Warning, "index-or-growth", o.Cell,
				fmt.Sprintf("“%s”%s为%s，像是增速，而其余各期是100左右的指数。如为涨跌幅，请改填指数%s。", n.ZH, p.ZH, o.Value, meant),
				fmt.Sprintf("“%s” is %s in %s, which looks like growth among indices of about 100. If it is the change in percent, enter the index, %s.", n.EN, o.Value, p.EN, meant))
		}
	case f == v.values && (movingBase(v.Series) || priceIndex(v.Series)):
		o := v.Observations[likeGrowth[0]]
		n, p := name(v.Series), when(o.Period)
		c.add(diagnostic.Warning, "index-or-growth", o.Cell,
			fmt.Sprintf("“%s”的类型是指数，应在100左右，而数值像是增速（如%s为%s）。请将类型改为增速，或改填指数%s。", n.ZH, p.ZH, o.Value, o.Value.Add(hundred)),
			fmt.Sprintf("“%s” is an index, of about 100, but its figures look like growth (%s in %s). Make it growth, or enter the index, %s.", n.EN, o.Value, p.EN, o.Value.Add(hundred)))
	}
}

// besideHundred reports whether the figures before and after are about 100.
func (v *view) besideHundred(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(v.num) && (v.num[j] < 75 || v.num[j] > 135) {
			return false
		}
	}
	return true
}

// movingBase reports an index whose base is always the period before.
func movingBase(s *indicator.Series) bool {
	return says(s, "上年", "上月", "上期", "上季", "同期", "环比", "同比", "previous", "preceding", "last year", "last month")
}

func priceIndex(s *indicator.Series) bool {
	return says(s, "价格", "cpi", "ppi", "price")
}

func (c *checker) growthLikeIndex(v *view) {
	var like []int
	low, high := math.Inf(1), math.Inf(-1) // of the others
	for i, x := range v.num {
		switch {
		case math.IsNaN(x):
		case x >= 85 && x <= 130:
			like = append(like, i)
		default:
			low, high = min(low, x), max(high, x)
		}
	}
	f := len(like)
	switch {
	case f == 0:
	case f == v.values:
		c.growthIsIndex(v, like)
	case v.values >= 4 && 4*f <= v.values && max(math.Abs(low), math.Abs(high)) <= small:
		for _, i := range like {
			if rest := v.num[i] - 100; rest < low-3 || rest > high+3 || c.risesBy(v, i) {
				continue
			}
			v.isSlip(i)
			o := v.Observations[i]
			n, p, meant := name(c.owner(v.Series)), when(o.Period), o.Value.Sub(hundred)
			c.add(diagnostic.Warning, "index-or-growth", o.Cell,
				fmt.Sprintf("“%s”%s增速为%s%%，像是以上年为100的指数，其余各期增速在%s%%至%s%%之间。如为指数，请改填增速%s。", n.ZH, p.ZH, o.Value, trim(low), trim(high), meant),
				fmt.Sprintf("the growth of “%s” is %s%% in %s, which looks like an index of the year before = 100 among growth of %s%% to %s%%. If it is, enter the growth, %s.", n.EN, o.Value, p.EN, trim(low), trim(high), meant))
		}
	}
}

// growthIsIndex reports growth all of whose rates are near 100. A single one may
// be true, unless it is of prices.
func (c *checker) growthIsIndex(v *view, like []int) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, i := range like {
		low, high = min(low, v.num[i]), max(high, v.num[i])
		if c.risesBy(v, i) {
			return
		}
	}
	of := c.owner(v.Series)
	if !priceIndex(of) && !priceIndex(v.Series) && (len(like) < 3 || high-low > 15) {
		return
	}
	o := v.Observations[like[0]]
	n, p := name(of), when(o.Period)
	c.add(diagnostic.Warning, "index-or-growth", o.Cell,
		fmt.Sprintf("“%s”的增速都在100左右（如%s为%s%%），像是以上年为100的指数。如为指数，请将类型改为指数，或改填增速%s。", n.ZH, p.ZH, o.Value, o.Value.Sub(hundred)),
		fmt.Sprintf("the growth of “%s” is always about 100 (%s%% in %s), like an index of the year before = 100. If it is one, make it an index, or enter the growth, %s.", n.EN, o.Value, p.EN, o.Value.Sub(hundred)))
}

// risesBy reports whether the levels beside a rate of growth bear it out.
func (c *checker) risesBy(g *view, i int) bool {
	lv := c.byID[g.Of]
	if lv == nil {
		return false
	}
	x, ok := compareGrowth(g, lv, i)
	return ok && x.apart <= 2*afield
}

// trim is a float as a message shows it.
func trim(x float64) string { return fmt.Sprintf("%.4g", x) }
