package sources

import (
	"cmp"
	"slices"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// link ties growth to its level and parts to their whole.
func (a *adopter) link() {
	for _, d := range a.drafts {
		a.nameShare(d)
	}
	level := map[*layout.Item]int{}
	for _, d := range a.drafts {
		if _, ok := level[d.item]; !ok && !d.growth && !d.dropped {
			level[d.item] = d.series
		}
	}
	taken := map[string]bool{}
	for _, d := range a.drafts {
		if d.dropped {
			continue
		}
		s := &a.data.Series[d.series]
		if d.growth && s.Of == "" {
			if l := a.levelOf(d); l != nil {
				of := &a.data.Series[l.series]
				if key := of.ID + "\x00" + string(s.Compare); !taken[key] {
					taken[key] = true
					s.Of = of.ID
					a.pricesOfGrowth(s, of)
				}
			}
		}
		if !d.growth && d.item.Parent != nil && s.Parent == "" {
			if i, ok := level[d.item.Parent]; ok && i != d.series && a.data.Series[i].Unit.Base == s.Unit.Base {
				s.Parent, s.Partial = a.data.Series[i].ID, d.item.Partial
			}
		}
		if d.growth && s.Of == "" && s.Parent == "" {
			if w := a.growthOf(d.item.Parent, s.Compare); w != nil && w != s {
				s.Parent, s.Partial = w.ID, d.item.Partial
			}
		}
	}
	a.pricesOfParts()
}

// pricesOfParts: where the growth of a whole is in comparable prices, so is that of
// its parts, which stand beside it.
func (a *adopter) pricesOfParts() {
	for i := range a.data.Series {
		g := &a.data.Series[i]
		if g.Measure != indicator.Growth || g.Prices != indicator.UnknownPrices {
			continue
		}
		part := g
		if g.Of != "" {
			part = a.data.Find(g.Of)
		}
		if part == nil || part.Parent == "" {
			continue
		}
		whole := a.data.Find(part.Parent)
		if whole != nil && whole.Measure != indicator.Growth {
			whole = a.data.GrowthOf(whole.ID, g.Compare)
		}
		if whole != nil && whole.Prices == indicator.Real {
			g.Prices = indicator.Real
		}
	}
}

// growthOf is the series of an item that is published as growth alone, if it is.
func (a *adopter) growthOf(it *layout.Item, c indicator.Compare) *indicator.Series {
	var found *indicator.Series
	for _, d := range a.byItem[it] {
		switch s := &a.data.Series[d.series]; {
		case d.dropped || d.share:
		case !d.growth:
			return nil
		case s.Of == "" && s.Compare == c && found == nil:
			found = s
		}
	}
	return found
}

// nameShare names a share that stands beside growth alone: without a level that
// has taken the name, it would pass for the indicator itself.
func (a *adopter) nameShare(d *draft) {
	if d.dropped || !d.share || d.into != nil || rateName.MatchString(a.data.Series[d.series].Name.ZH) {
		return
	}
	growth := false
	for _, o := range a.byItem[d.item] {
		if o.dropped || o == d {
			continue
		}
		if !o.growth {
			return
		}
		growth = true
	}
	if s := &a.data.Series[d.series]; growth {
		qualify(&s.Name, "比重", "share")
		s.ID += "-share"
	}
}

// inOrder puts the series in the order of the sheets: first those that stand
// first, whether a level or growth alone; growth behind its level.
func (a *adopter) inOrder() {
	s := a.data.Series
	first := make([]int, len(s))
	for i := range first {
		first[i] = len(a.drafts)
	}
	for i, d := range a.drafts {
		if !d.dropped {
			first[d.series] = min(first[d.series], i)
		}
	}
	byID := map[string]int{}
	for i := range s {
		byID[s[i].ID] = i
	}
	rank := func(i int) (int, int) { // growth where its level is
		if of, ok := byID[s[i].Of]; ok && s[i].Of != "" {
			return first[of], 1
		}
		return first[i], 0
	}
	order := make([]int, len(s))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a1, a2 := rank(x)
		b1, b2 := rank(y)
		return cmp.Or(cmp.Compare(a1, b1), cmp.Compare(a2, b2))
	})
	sorted := make([]indicator.Series, len(s))
	place := make([]int, len(s))
	for to, from := range order {
		sorted[to], place[from] = s[from], to
	}
	a.data.Series = sorted
	for _, d := range a.drafts {
		if !d.dropped {
			d.series = place[d.series]
		}
	}
}

// levelOf finds the level that a growth belongs to: that of the same item, at
// current prices if there is one, as growth is published beside it; else one of
// the same name with which it agrees.
func (a *adopter) levelOf(d *draft) *draft {
	var best *draft
	for _, l := range a.byItem[d.item] {
		if l.growth || l.dropped || a.data.Series[l.series].Measure != indicator.Level {
			continue
		}
		if best == nil || best.prices == indicator.Real && l.prices != indicator.Real {
			best = l
		}
	}
	if best != nil {
		return best
	}
	most := 0
	for _, l := range a.byName[d.name] {
		if l.growth || l.dropped || a.data.Series[l.series].Measure != indicator.Level {
			continue
		}
		yes, no := agreement(d, l)
		switch {
		case yes > most && yes > no:
			best, most = l, yes
		case best == nil && no < 4:
			best = l
		}
	}
	return best
}

// pricesOfGrowth settles on which basis a growth rate is.
func (a *adopter) pricesOfGrowth(s, of *indicator.Series) {
	if s.Prices == indicator.UnknownPrices && of.Prices != indicator.UnknownPrices {
		s.Prices = of.Prices
	}
}

// seriesOf finds the series of an item, the level before its growth.
func (a *adopter) seriesOf(it *layout.Item, t *layout.Table) *indicator.Series {
	var found *indicator.Series
	key := ""
	if n := a.names[it]; n != nil {
		key = foldName(n.written)
		if n.match != glossary.None {
			key = n.entry.ID
		}
	}
	for _, d := range slices.Concat(a.byItem[it], a.byName[key]) {
		if d.dropped {
			continue
		}
		s := &a.data.Series[d.series]
		if s.Measure != indicator.Growth {
			return s
		}
		if found == nil {
			found = s
		}
	}
	return found
}
