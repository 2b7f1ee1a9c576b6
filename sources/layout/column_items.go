package layout

import (
	"strings"

	"jianbao/internal/indicator"
)

// columnItems makes the items that stand in columns. A head without a name,
// Growth rate, belongs to the name at its left.
func (t *Table) columnItems() {
	var outline outline
	var left *Item
	var leftPrices indicator.Prices
	byKey := map[string]*Item{}
	pairs := t.growthPairs()
	counted := t.countedToo()
	t.counted = counted
	for _, v := range t.values {
		l := v.Label
		if counted && ofNumber(v) {
			v.item = &Item{Names: []string{"数量"}, Label: l, key: "\x03数量", Cell: t.headCell(v)}
			continue
		}
		if p := pairs[v]; p != nil && p.item != nil {
			v.item, left = p.item, nil
			continue
		}
		if len(l.Names) == 1 && l.Names[0] == "指数" && !t.rowItems && strings.Contains(t.Context.Title, "指数") {
			continue // of which the title tells
		}
		if len(l.Names) == 0 {
			if t.rowItems && (l.Measure != indicator.Growth || left != nil && !hasGrowth(left)) {
				left = nil // 拉动 | 绝对额: of the row, not of what is at the left
			}
			if left != nil && (l.Measure != "" || l.Aspect != "" || l.Span != "" || !l.When.IsZero() || l.Unit != "") {
				v.item = left
				if v.Label.Prices == "" {
					v.Label.Prices = leftPrices
				}
			}
			continue
		}
		if t.rowItems && len(l.Names) == 1 && plainHeads[strings.ToLower(l.Names[0])] {
			continue
		}
		key := strings.Join(l.Names, "\x00")
		item := &Item{Names: l.Names, Other: l.Other, Label: l, key: key, Cell: t.headCell(v)}
		raw := ""
		if n := len(v.Heads); n > 0 {
			raw = v.Heads[n-1]
			for i := range t.HeadRows {
				if c := t.HeadRows[i].At(v.Col); c.Kind == Text && strings.TrimSpace(c.Text) == raw {
					raw = c.Text
				}
			}
		}
		if !t.rowItems {
			outline.place(item, raw, t.headRow(v.Col)) // a head lower down is of a part
			if p := item.Parent; p != nil && strings.Join(p.Names, "\x00") == key {
				v.item, left, leftPrices = p, p, l.Prices // 进出口 | over 当月 | 1—9月
				continue
			}
		}
		if item.Parent != nil {
			item.key += "\x00" + item.Parent.key
		}
		if known, ok := byKey[item.key]; ok {
			item = known
		}
		byKey[item.key] = item
		v.item, left, leftPrices = item, item, l.Prices
	}
}

// headRow is the first row of the head, from 0, in which a column has a text.
func (t *Table) headRow(col int) int {
	for i := range t.HeadRows {
		if !t.HeadRows[i].At(col).Blank() {
			return i
		}
	}
	return 0
}

// hasGrowth reports whether growth beside a column is that of what stands in it:
// of an amount, 营业收入 | 同比%, not of a rate or a contribution.
func hasGrowth(it *Item) bool {
	n := it.Names[len(it.Names)-1]
	l := it.Label
	return len(it.Names) == 1 && n != "贡献率" && n != "拉动" && l.Measure == "" && l.Unit != "%" && !strings.HasSuffix(l.Unit, "=100") && !strings.HasSuffix(l.Unit, "百分点") && (quantities[n] || measureTail.MatchString(n))
}

// countedToo reports whether the rows are told by number and by value, which then
// are two indicators: 数量 | 金额 | 数量同比 | 金额同比.
func (t *Table) countedToo() bool {
	number, value := false, false
	for _, v := range t.values {
		switch {
		case ofNumber(v):
			number = true
		case ofValue(v):
			value = true
		}
	}
	return t.rowItems && number && value
}

func ofNumber(v *Column) bool {
	for _, h := range v.Heads {
		if strings.Contains(h, "数量") && len(v.Label.Names) == 0 {
			return true
		}
	}
	return false
}

// growthPairs finds, under a head of growth, the columns that stand as those
// under the head at its left: 投资额 | 其中：住宅 | 同比增长 | 其中：住宅.
func (t *Table) growthPairs() map[*Column]*Column {
	top := func(c *Column) string {
		if len(c.Heads) == 0 {
			return ""
		}
		return c.Heads[0]
	}
	var runs [][]*Column
	for i, v := range t.values {
		if i == 0 || top(v) == "" || top(v) != top(t.values[i-1]) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], v)
	}
	out := map[*Column]*Column{}
	for i := 1; i < len(runs); i++ {
		of, run := runs[i-1], runs[i]
		if len(run) < 2 || len(of) != len(run) {
			continue
		}
		if l := ParseLabel(top(run[0])); !l.pure() || l.Measure != indicator.Growth || ParseLabel(top(of[0])).Measure == indicator.Growth {
			continue
		}
		same := true
		for k := range run {
			same = same && strings.Join(run[k].Heads[1:], "\x00") == strings.Join(of[k].Heads[1:], "\x00")
		}
		for k := range run {
			if same {
				out[run[k]] = of[k]
			}
		}
	}
	return out
}

// withoutWhole drops what only says that all is meant: 第二产业 | 合计.
func withoutWhole(names []string) []string {
	if n := len(names); n > 1 {
		if isWhole(names[n-1]) || names[n-1] == "小计" {
			return names[:n-1]
		}
	}
	if len(names) == 1 && isArea(names[0]) && isWhole(names[0]) {
		return nil
	}
	return names
}

func (t *Table) headCell(c *Column) Cell {
	for i := len(t.HeadRows) - 1; i >= 0; i-- {
		if h := t.HeadRows[i].At(c.Col); !h.Blank() {
			return h
		}
	}
	return Cell{Col: c.Col, Row: max(1, t.First-1)}
}

// monthsTotal reads 合计 behind columns of months as the sum of those months.
func (t *Table) monthsTotal() {
	var all indicator.When
	months := 0
	for _, v := range t.values {
		w := v.Label.When
		switch {
		case len(v.Label.Names) > 0 || !w.HasMonths() || v.Label.Measure != "":
		case months == 0:
			all, months = w, 1
		case w.Year == all.Year:
			all.From, all.To = min(all.From, w.From), max(all.To, w.To)
			months++
		}
	}
	if months < 2 {
		return
	}
	for _, v := range t.values {
		if l := &v.Label; len(l.Names) == 1 && totals[l.Names[0]] && l.When.IsZero() && l.Measure == "" {
			l.Names, l.When = nil, indicator.When{Year: all.Year, From: all.From, To: all.To}
		}
	}
}

var totals = map[string]bool{"合计": true, "总计": true, "小计": true, "累计": true}
