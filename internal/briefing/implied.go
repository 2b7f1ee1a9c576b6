package briefing

import (
	"strconv"

	"jianbao/internal/indicator"
)

func yearOf(y int) Period { return indicator.Year(y) }

// impliedFigures pair base levels with the levels that targets imply, one
// figure for each unit.
func (c *composer) impliedFigures(rows []impliedRow) []*Figure {
	var out []*Figure
	var units []Text
	for _, row := range rows {
		u := unitText(row.it.r.s.Unit)
		known := false
		for _, v := range units {
			known = known || v == u
		}
		if !known {
			units = append(units, u)
		}
	}
	for i, u := range units {
		var same []impliedRow
		for _, row := range rows {
			if unitText(row.it.r.s.Unit) == u {
				same = append(same, row)
			}
		}
		out = append(out, c.impliedFigure(same, u, i))
	}
	return out
}

func (c *composer) impliedFigure(rows []impliedRow, unit Text, i int) *Figure {
	base, year := years(rows)
	f := &Figure{ID: "implied", Title: c.impliedTitle(rows)}
	if i > 0 {
		f.ID += "-" + strconv.Itoa(i+1)
	}
	chart := &Implied{
		Unit:       unit,
		BaseName:   Text{ZH: base + "年实绩", EN: base + " actual"},
		TargetName: Text{ZH: year + "年目标（按" + base + "年价格）", EN: year + " target at " + base + " prices"},
	}
	var zh, en []string
	for _, row := range rows {
		r := row.it.r
		chart.Rows = append(chart.Rows, ImpliedRow{
			Name:   r.label(),
			Base:   Datum{Value: float(row.base.Value), Label: row.base.number(), Preliminary: row.base.Status == indicator.Preliminary, Refs: row.base.Inputs},
			Target: Datum{Value: float(row.aim.Value), Label: row.aim.number(), Refs: row.aim.Inputs},
			Growth: same(row.aimed().signed() + "%"),
		})
		b, a := r.amount(row.base), r.amount(row.aim)
		zh = append(zh, r.label().ZH+"由"+b.ZH.String()+"到"+a.ZH.String())
		en = append(en, r.label().EN+" from "+b.EN.String()+" to "+a.EN.String())
	}
	f.Chart = chart
	f.Description = Text{ZH: base + "年实绩与" + year + "年目标对应的水平，按" + base + "年价格" + bracket(unit.ZH, "（", "）"), EN: "Level in " + base + " and level implied by the target for " + year + ", at " + base + " prices" + bracket(unit.EN, " (", ")")}
	f.Alt = Text{ZH: "按" + base + "年价格：" + joined(zh, "；") + "。", EN: "At " + base + " prices: " + joined(en, "; ") + "."}
	return f
}

func years(rows []impliedRow) (base, year string) {
	y := rows[0].it.plan.Year
	return num(y - 1), num(y)
}

// impliedTitle: 实现目标，地区生产总值按2022年价格约463.7亿元.
func (c *composer) impliedTitle(rows []impliedRow) Text {
	a, l := rows[0].it.r.amount(rows[0].aim), rows[0].it.r.label()
	base, _ := years(rows)
	return Text{ZH: "实现目标，" + l.ZH + "按" + base + "年价格约" + a.ZH.String(), EN: "Meeting the target would take " + inside(l.EN) + " to about " + a.EN.String() + " at " + base + " prices"}
}

// impliedNote explains the computation and its limits.
func (c *composer) impliedNote(rows []impliedRow) (Text, []Cell) {
	base, year := years(rows)
	var parts []Text
	var refs []Cell
	for _, row := range rows {
		r := row.it.r
		b, a := r.amount(row.base), r.amount(row.aim)
		g := row.aimed().size() + "%"
		zh, en := "增长", " plus "
		if row.it.plan.Value.Sign() < 0 {
			zh, en = "下降", " less "
		}
		l := r.label()
		parts = append(parts, Text{
			ZH: l.ZH + "由" + b.ZH.String() + zh + g + "至" + a.ZH.String(),
			EN: "for " + inside(l.EN) + ", " + b.EN.String() + en + g + " makes " + a.EN.String(),
		})
		refs = append(refs, row.aim.Inputs...)
	}
	var zh, en []string
	for _, p := range parts {
		zh, en = append(zh, p.ZH), append(en, p.EN)
	}
	rest := Text{}
	if len(rows) < len(c.planned()) {
		rest = Text{ZH: "其他目标不作推算。", EN: " No level is implied for the other targets."}
	}
	return Text{
		ZH: "以" + base + "年水平为基数、按" + year + "年增长目标推算：" + joined(zh, "；") + "。推算值按" + base + "年价格计算，不含价格变动，不是" + year + "年的预测值。" + rest.ZH,
		EN: "The level in " + base + " and the growth target for " + year + " give the following: " + joined(en, "; ") + ". These are levels at " + base + " prices, without any change in prices, and no forecast for " + year + "." + rest.EN,
	}, refs
}
