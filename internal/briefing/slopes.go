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
	var turns [turnsKnown]int
	most := indicator.Decimal{}
	emphasis := -1
	rates := func(it *item) (now, was fact, ok bool) {
		now, was = it.r.rateFor(c.at), it.r.rateFor(before)
		return now, was, !it.r.late && !it.history.ratio && now.ok && was.ok && now.Prices == was.Prices
	}
	rows, _ := parted(c.items, func(it *item) bool { _, _, ok := rates(it); return ok })
	shown := digitsOf(rows)
	for _, it := range rows {
		now, was, _ := rates(it)
		r := it.r
		now.places, was.places = shown.rates, shown.rates
		gap := r.gap(now, was, shown.rates)
		turns[turnOf(was, now, gap)]++
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
	f := &Figure{ID: "growth-two-years", Chart: chart, Title: slopeTitle(turns, len(chart.Rows))}
	f.Description = Text{ZH: "增速（%）与变化（百分点），" + chart.From.ZH + "和" + chart.To.ZH, EN: "Growth (%) and its change (percentage points), " + chart.From.EN + " and " + chart.To.EN}
	f.Alt = described(chart)
	return f
}

// A turn is how growth went from one year to the next: what falls less does not
// grow faster, and what has turned has neither quickened nor slowed.
type turn int

const (
	quickened turn = iota
	slowed
	turnedUp
	turnedDown
	eased
	deepened
	littleChanged
	turnsKnown
)

// turnOf is by the numbers as printed; rates that differ by less than is worth a
// word are little changed.
func turnOf(was, now, gap fact) turn {
	a, b, d := was.shown().Sign(), now.shown().Sign(), gap.shown()
	switch {
	case a < 0 && b > 0:
		return turnedUp
	case a >= 0 && b < 0:
		return turnedDown
	case d.Abs().LessThan(steadyPoints):
		return littleChanged
	case a < 0 && d.Sign() > 0:
		return eased
	case a < 0:
		return deepened
	case d.Sign() > 0:
		return quickened
	}
	return slowed
}

// turnWords are the turns in a list; of one, and of more.
var turnWords = [turnsKnown]struct{ zh, one, more string }{
	quickened:     {"增速加快", "quickened", "quickened"},
	slowed:        {"增速放缓", "slowed", "slowed"},
	turnedUp:      {"由降转增", "turned to growth", "turned to growth"},
	turnedDown:    {"由增转降", "turned to a fall", "turned to a fall"},
	eased:         {"降幅收窄", "fell less", "fell less"},
	deepened:      {"降幅扩大", "fell more", "fell more"},
	littleChanged: {"变化不大", "was little changed", "were little changed"},
}

// slopeTitle: 四项增速加快，三项增速放缓，一项由降转增.
func slopeTitle(turns [turnsKnown]int, rows int) Text {
	if turns[littleChanged] == rows {
		return Text{ZH: "各项增速均与上年基本持平", EN: "Growth everywhere little changed from the year before"}
	}
	var zh, en []string
	for t, n := range turns {
		if n > 0 {
			k := count(n)
			zh, en = append(zh, k.ZH+"项"+turnWords[t].zh), append(en, k.EN+" "+pluralOnly(n, turnWords[t].one, turnWords[t].more))
		}
	}
	return Text{ZH: joined(zh, "，"), EN: "Growth: " + joined(en, ", ")}
}
