package briefing

import "jianbao/internal/indicator"

// How many lines a comparison of two years has.
const fewestSlopes, mostSlopes = 4, 12

// slopeFigure sets the growth of the reporting year against that of the year
// before; nil in briefings on months and quarters, and with too few or too many
// indicators.
func (c *composer) slopeFigure() *Figure {
	if c.w.cal != byYear || c.at.Months() != 12 {
		return nil
	}
	before := Period{From: c.at.From - 12, To: c.at.To - 12}
	chart := &Slope{From: c.w.name(before), To: c.w.name(c.at), Unit: same("%"), ChangeUnit: Text{ZH: "个百分点", EN: "pp"}}
	faster, slower := 0, 0
	most := indicator.Decimal{}
	emphasis := -1
	for _, it := range c.items {
		r := it.r
		now, was := r.rateFor(c.at), r.rateFor(before)
		if r.late || it.history.ratio || !now.ok || !was.ok || now.Prices != was.Prices {
			continue
		}
		gap := r.gap(now, was, max(now.places, was.places))
		switch gap.shown().Sign() {
		case 1:
			faster++
		case -1:
			slower++
		}
		if d := gap.Value.Abs(); d.GreaterThan(most) {
			most, emphasis = d, len(chart.Rows)
		}
		chart.Rows = append(chart.Rows, SlopeRow{
			Name: r.label(), From: it.history.datum(was, same(was.signed()+"%")), To: it.history.datum(now, same(now.signed()+"%")),
			Change: same(gap.signed()),
		})
	}
	if n := len(chart.Rows); n < fewestSlopes || n > mostSlopes {
		return nil
	}
	if emphasis >= 0 {
		chart.Rows[emphasis].Emphasis = true
	}
	f := &Figure{ID: "growth-two-years", Chart: chart, Title: slopeTitle(faster, slower)}
	f.Description = Text{ZH: "增速（%）与变化（百分点），" + chart.From.ZH + "和" + chart.To.ZH, EN: "Growth (%) and its change (percentage points), " + chart.From.EN + " and " + chart.To.EN}
	f.Alt = described(chart)
	return f
}

func slopeTitle(faster, slower int) Text {
	switch {
	case faster == 0 && slower == 0:
		return Text{ZH: "各项增速均与上年持平", EN: "Growth everywhere as in the year before"}
	case slower == 0:
		return Text{ZH: count(faster).ZH + "项增速加快", EN: "Growth quickened in " + count(faster).EN + " " + plural(faster, "indicator")}
	case faster == 0:
		return Text{ZH: count(slower).ZH + "项增速放缓", EN: "Growth slowed in " + count(slower).EN + " " + plural(slower, "indicator")}
	}
	return Text{
		ZH: count(faster).ZH + "项增速加快，" + count(slower).ZH + "项放缓",
		EN: "Growth quickened in " + count(faster).EN + " " + plural(faster, "indicator") + " and slowed in " + count(slower).EN,
	}
}
