package briefing

import (
	"slices"
	"strings"

	"jianbao/internal/indicator"
)

// Tiles on page one: rows of four, or the whole of three rows of three.
const (
	maxTiles  = 8
	fullTiles = 9
)

// tiles are the key figures, in the order of the source. Of many those come
// first that are no parts of others, and of these one of each group.
func (c *composer) tiles() []Tile {
	var known []*item
	for _, it := range c.items {
		if it.r.known() {
			known = append(known, it)
		}
	}
	if len(known) > fullTiles {
		known = c.keyFigures(known, maxTiles)
	}
	var out []Tile
	for _, it := range known {
		out = append(out, c.tile(it))
	}
	return out
}

// keyFigures are the n items that matter most, in their order.
func (c *composer) keyFigures(items []*item, n int) []*item {
	keep, groups := map[*item]bool{}, map[Text]bool{}
	for _, want := range [...]func(*item) bool{
		func(it *item) bool {
			first := c.heads(it) && !it.r.late && !it.makeup() && !groups[it.r.s.Group]
			groups[it.r.s.Group] = groups[it.r.s.Group] || first
			return first
		},
		func(it *item) bool { return c.heads(it) && !it.r.late && !it.makeup() },
		func(it *item) bool { return !it.r.late && !it.makeup() },
		func(*item) bool { return true },
	} {
		for _, it := range items {
			if len(keep) < n && !keep[it] && want(it) {
				keep[it] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(items), func(it *item) bool { return !keep[it] })
}

// makeup reports a share that stands among those of a whole, or the whole itself.
func (it *item) makeup() bool {
	return it.all() || it.r.s.Measure == indicator.Share && it.r.s.Parent != ""
}

// heads reports an indicator that is no part of another.
func (c *composer) heads(it *item) bool { return c.item(it.r.s.Parent) == nil }

func (c *composer) tile(it *item) Tile {
	r := it.r
	t := Tile{Series: r.s.ID, Name: r.label(), Trend: it.history.spark()}
	f := r.main()
	if !f.ok {
		return c.growthTile(it, t)
	}
	t.Amount = r.amount(f)
	t.Mark, t.Refs = mark(f), f.Inputs
	if c.differs(r, f.at) {
		t.Period = alone(r.whenFull(f.at))
	}
	if g := r.growth(); g.ok {
		ch := r.change(g)
		t.Growth, t.Sign = terse(ch.after(r.w, g.at)), ch.sign()
		t.Refs = append(t.Refs, g.Inputs...)
	} else if m := r.moved(f.at); m.ok {
		t.Growth, t.Sign = terse(r.movedWords(m)), m.shown().Sign()
		t.Refs = append(t.Refs, m.Inputs...)
	}
	c.tileTarget(it, &t)
	return t
}

// terse shortens the English of a tile, where every word costs a line.
func terse(t Text) Text {
	t.EN = strings.NewReplacer("over the previous year", "on the year", "percentage points", "pp", "percentage point", "pp").Replace(t.EN)
	return t
}

// growthTile is the tile of an indicator of which only growth is published.
func (c *composer) growthTile(it *item, t Tile) Tile {
	r := it.r
	f := r.growth()
	ch := r.change(f)
	n := ch.signed()
	t.Amount = Amount{ZH: AmountParts{Number: n, After: "%"}, EN: AmountParts{Number: n, After: "%"}}
	t.Sign, t.Mark, t.Refs = ch.sign(), mark(f), f.Inputs
	base := r.w.base(f.at, ch.compare)
	t.Growth = Text{ZH: base.ZH + "增速", EN: "growth, " + base.over}
	if ch.real {
		t.Growth = Text{ZH: base.ZH + "实际增速", EN: "real growth, " + base.over}
	}
	if c.differs(r, f.at) {
		t.Period = alone(r.whenFull(f.at))
	}
	c.tileTarget(it, &t)
	return t
}

// tileTarget adds the target line.
func (c *composer) tileTarget(it *item, t *Tile) {
	switch {
	case it.target != nil:
		t.Target = c.targetLine(it.r, it.target.Target)
		t.Tone = tone(it.target.Verdict)
		t.Refs = append(t.Refs, it.target.Target.Cell)
	case it.plan != nil:
		t.Target = c.targetLine(it.r, *it.plan)
		t.Refs = append(t.Refs, it.plan.Cell)
	}
	t.Refs = unique(t.Refs)
}

// differs reports that a figure's period is not the briefing's, so that it has
// to be said. The month and the year to date at its end belong together, but a
// flow of one month does not stand for the year to date.
func (c *composer) differs(r *reading, p Period) bool {
	if r.stock() {
		return p.To != c.at.To || c.w.cal != byYear
	}
	return p != c.at && p != (Period{From: indicator.NewMonth(c.at.To.Year(), 1), To: c.at.To})
}

// mark is the status sign of a fact, as it stands beside the number.
func mark(f fact) string {
	switch f.Status {
	case indicator.Preliminary, indicator.Revised, indicator.Estimated:
		return string(f.Status)
	}
	return ""
}

// movedWords is the change of a rate over the year before.
func (r *reading) movedWords(m fact) Text {
	base := "上年同期"
	if r.w.cal == byYear {
		base = "上年"
	}
	return r.say(directed(m.shown(), "same-as-year-before", "up-on-year-before", "down-on-year-before"), slots{"base": {ZH: base}, "points": r.difference(m)})
}

// spark is the history in small: the rate where there is one, else the level;
// nil with fewer than three values.
func (h *history) spark() *Spark {
	h = h.drawn()
	fs := h.line
	if known(fs) < 3 {
		fs = h.bars
	}
	if known(fs) < 3 {
		return nil
	}
	s := &Spark{}
	for _, f := range fs {
		s.Data = append(s.Data, h.datum(f, Text{}))
	}
	return s
}

// datum is a fact as a value to draw.
func (h *history) datum(f fact, label Text) Datum {
	if !f.ok {
		return Datum{Missing: true}
	}
	return Datum{Value: f.Value.InexactFloat64(), Label: label, Preliminary: f.Status == indicator.Preliminary, Refs: f.Inputs}
}
