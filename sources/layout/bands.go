package layout

// band is the columns of one of several tables that stand side by side, where
// the tables below one of them have heads of their own: each is then read as a
// sheet would be.
type band struct {
	left, right int
	finder      finder
}

// headAgain reports whether a row is a head rather than a row of figures that
// are missing: its stub has the name of a stub, 指标, and there are texts where
// the block has figures.
func headAgain(row *Row, texts int) bool {
	if texts == 0 {
		return false
	}
	switch roleOf(row.At(leftmost(row)).Text) {
	case Indicator, Area, Period, Ordinal:
		return true
	}
	return false
}

// cutBands makes a band of each of the tables that stand side by side, if there
// is a head further down in one of them.
func (s *Sheet) cutBands(b *block, sides [][]*Column, classes map[string]*textClass) []*band {
	bands := make([]*band, len(sides))
	divided := false
	for i, side := range sides {
		g := &band{left: 1, right: int(^uint(0) >> 1), finder: finder{sheet: s, classes: classes, last: b.body[0].Number - 1}}
		if i > 0 {
			g.left = side[0].Col
			bands[i-1].right = g.left - 1
		}
		g.finder.block = &block{lines: b.lines, cols: map[int]int{}, within: true}
		bands[i] = g
	}
	for _, g := range bands {
		in := g.finder.block
		for i := range b.head {
			if r := g.of(&b.head[i]); hasContent(&r) {
				in.head = append(in.head, r)
			}
		}
		seen := map[int]int{}
		probe := block{cols: seen}
		for i := range b.body {
			r := g.of(&b.body[i])
			values, texts, _ := probe.count(&r)
			if values == 0 && headAgain(&r, texts) {
				divided = true
			}
			for _, c := range r.Cells {
				if c.isValue() && !c.Spread {
					seen[c.Col]++
				}
			}
		}
	}
	if !divided {
		return nil
	}
	return bands
}

// of is the part of a row that is in the band.
func (g *band) of(r *Row) Row {
	out := Row{Number: r.Number, Hidden: r.Hidden}
	for i, c := range r.Cells {
		if c.Col >= g.left {
			j := i
			for j < len(r.Cells) && r.Cells[j].Col <= g.right {
				j++
			}
			out.Cells = r.Cells[i:j:j]
			break
		}
	}
	return out
}
