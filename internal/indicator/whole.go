package indicator

import "github.com/shopspring/decimal"

// How many parts a whole may have that is not said to be one, and in how many
// periods they must add up to it.
const (
	fewestParts, mostParts = 2, 8
	fewestSums             = 3
)

// FindParts makes the levels that stand behind another in its group its parts,
// where together they are that level in every period for which all are known:
// gross regional product and its three industries. Those that have a whole keep it.
func (d *Dataset) FindParts() {
	var levels []*Series
	for i := range d.Series {
		if s := &d.Series[i]; s.Measure != Growth {
			levels = append(levels, s)
		}
	}
	for i := 0; i < len(levels); i++ {
		n := d.partsBehind(levels[i:])
		for _, p := range levels[i+1 : i+1+n] {
			p.Parent = levels[i].ID
		}
		i += n
	}
}

// partsBehind is how many of the levels behind the first are its parts.
func (d *Dataset) partsBehind(levels []*Series) int {
	whole := levels[0]
	if whole.Parent != "" || !whole.AddsUp() {
		return 0
	}
	n := 0
	for n < mostParts && n+1 < len(levels) {
		p := levels[n+1]
		if _, _, err := d.pair(p.ID, whole.ID); err != nil || p.Parent != "" || p.Group != whole.Group || p.Unit != whole.Unit {
			break
		}
		if n++; n >= fewestParts && d.addUp(levels[1:n+1], whole) {
			return n
		}
	}
	return 0
}

// addUp reports that parts are the whole, as far as their digits tell, in all
// periods, and not for want of parts of any size.
func (d *Dataset) addUp(parts []*Series, whole *Series) bool {
	sums := 0
	for _, o := range whole.Observations {
		if !o.Status.HasValue() {
			continue
		}
		sum, least := decimal.Zero, o.Value.Exponent()
		known := true
		for _, p := range parts {
			x, ok := p.At(o.Period)
			known = known && ok && x.Status.HasValue() && x.Value.Sign() > 0
			sum, least = sum.Add(x.Value), min(least, x.Value.Exponent())
		}
		if !known {
			continue
		}
		off := decimal.New(int64(len(parts)+1), least).Div(decimal.NewFromInt(2))
		if o.Value.Sub(sum).Abs().GreaterThan(off) {
			return false
		}
		sums++
	}
	return sums >= fewestSums
}
