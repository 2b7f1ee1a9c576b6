package briefing

import "github.com/shopspring/decimal"

// weight orders findings by how much a reader wants to know them.
type weight int

const (
	level   weight = iota // no rate to speak of
	steady                // much as the step before
	moved                 // faster or slower than the step before
	extreme               // the highest or lowest for long
	lasting               // for several steps in a row
	turning               // from growth to decline or back
)

// A finding is the one thing to say of an indicator's latest rate.
type finding struct {
	title  Text
	detail Text // a clause that may follow the rate in a sentence; may be empty
	weight weight
	sign   int // 1: stronger, -1: weaker
}

// lastingSteps is the length from which a row in one direction is worth a word.
const lastingSteps = 3

// extremeSteps is how long ago the last reading as high (or low) must be.
const extremeSteps = 6

// steadyPoints: rates that differ by less are little changed.
var steadyPoints = decimal.New(3, -1)

// find looks for the finding in a history; ok is false where there is no
// number at all.
func (h *history) find() (f finding, ok bool) {
	now := last(h.line)
	switch {
	case !now.ok:
		return h.levelFinding()
	case h.ratio:
		return h.ratioFinding(now), true
	}
	row := unbroken(h.line)
	c := h.r.change(now)
	for _, rule := range [...]func([]fact, change) (finding, bool){h.turned, h.running, h.falling, h.extreme, h.step} {
		if f, ok := rule(row, c); ok {
			return f, true
		}
	}
	return finding{title: h.head(now, c), weight: level}, true
}

// head is the plain statement: 零售额11月下降0.9%, Retail sales fell 0.9% in November.
func (h *history) head(now fact, c change) Text {
	label, when, verb := h.r.label(), h.r.in(now.at), c.verb()
	return Text{ZH: spaced(label.ZH, when.ZH) + verb.ZH, EN: sentenceCase(label.EN) + " " + verb.EN + " " + h.r.w.during(when.EN, c.compare)}
}

// headed joins the plain statement and a detail.
func (h *history) headed(c change, detail Text, w weight, sign int) finding {
	t := h.head(last(h.line), c)
	return finding{Text{ZH: t.ZH + "，" + detail.ZH, EN: t.EN + ", " + detail.EN}, detail, w, sign}
}

// turned: growth has become a decline, or the reverse.
func (h *history) turned(row []fact, c change) (finding, bool) {
	if len(row) < 2 {
		return finding{}, false
	}
	was := row[len(row)-2].shown().Sign()
	before := h.r.in(row[len(row)-2].at)
	down := c.sign() < 0 && was >= 0
	up := c.sign() > 0 && was < 0
	if !down && !up {
		return finding{}, false
	}
	n := sameSign(row[:len(row)-1])
	least := atLeast(n == len(row)-1)
	var d Text
	switch {
	case h.run && down:
		d = Text{ZH: "累计增速由正转负", EN: "turning negative for the year to date"}
	case h.run:
		d = Text{ZH: "累计增速由负转正", EN: "turning positive for the year to date"}
	case down && was == 0:
		d = Text{ZH: before.ZH + "为持平", EN: "after no change " + before.EN}
	case down && n+1 < len(row) && n >= lastingSteps:
		since := h.r.whenFull(row[len(row)-2-n].at)
		d = Text{ZH: "为" + since.ZH + "以来首次下降", EN: "the first fall since " + since.EN}
	case n == 1 && down:
		d = Text{ZH: "由" + before.ZH + "的增长转为下降", EN: "after growth " + before.EN}
	case n == 1:
		d = Text{ZH: "由" + before.ZH + "的下降转为增长", EN: "after a fall " + before.EN}
	case down:
		d = Text{ZH: "此前" + least.ZH + "连续" + h.span(n).ZH + "增长", EN: "after " + least.EN + h.span(n).EN + " of growth"}
	default:
		d = Text{ZH: "此前" + least.ZH + "连续" + h.span(n).ZH + "下降", EN: "after " + least.EN + h.span(n).EN + " of decline"}
	}
	return h.headed(c, d, turning, c.sign()), true
}

// running: rates have risen, or fallen, for several steps in a row.
func (h *history) running(row []fact, c change) (finding, bool) {
	if len(row) < 2 {
		return finding{}, false
	}
	falling := c.sign() < 0 || c.sign() == 0 && row[len(row)-2].shown().Sign() < 0
	sign := 1
	if falling {
		sign = -1
	}
	dir, n := 1, streak(row, 1, sign, h.run)
	if m := streak(row, -1, sign, h.run); m > n {
		dir, n = -1, m
	}
	if n < lastingSteps {
		return finding{}, false
	}
	label, span := h.r.label(), h.span(n)
	noun := Text{ZH: "增速", EN: "growth in "}
	least := atLeast(n == len(row)-1)
	if falling {
		noun = Text{ZH: "降幅", EN: "the fall in "}
	}
	zh, en, ord := "加快", "has quickened", "of faster growth"
	switch {
	case falling && dir > 0:
		zh, en, ord = "收窄", "has eased", "of slower decline"
	case falling:
		zh, en, ord = "扩大", "has deepened", "of steeper decline"
	case dir < 0:
		zh, en, ord = "回落", "has slowed", "of slower growth"
	}
	if h.run {
		noun.ZH = "累计" + noun.ZH
		noun.EN = map[bool]string{true: "the cumulative fall in ", false: "cumulative growth in "}[falling]
	}
	f := finding{weight: lasting, sign: dir}
	f.title = Text{
		ZH: label.ZH + noun.ZH + least.ZH + "连续" + span.ZH + zh,
		EN: sentenceCase(noun.EN + inside(label.EN) + " " + en + " for " + least.EN + span.EN + " running"),
	}
	f.detail = Text{ZH: noun.ZH + least.ZH + "连续" + span.ZH + zh, EN: least.EN + "the " + ordinal(n) + " consecutive " + h.unit() + " " + ord}
	return f, true
}

// atLeast qualifies a row that reaches back to where the figures begin or break
// off: it may be longer than they show.
func atLeast(open bool) Text {
	if open {
		return Text{ZH: "至少", EN: "at least "}
	}
	return Text{}
}

// falling: not the first fall.
func (h *history) falling(row []fact, c change) (finding, bool) {
	n := sameSign(row)
	if c.sign() >= 0 || n < lastingSteps || h.run {
		return finding{}, false
	}
	least := atLeast(n == len(row))
	d := Text{ZH: least.ZH + "连续" + h.span(n).ZH + "下降", EN: least.EN + "the " + ordinal(n) + " fall in a row"}
	return h.headed(c, d, lasting, -1), true
}

// extreme: the fastest or slowest rate for at least extremeSteps.
func (h *history) extreme(row []fact, c change) (finding, bool) {
	if len(row) <= extremeSteps || c.sign() < 0 {
		return finding{}, false
	}
	now := last(row).shown()
	for _, x := range [...]struct {
		dir    int
		zh, en string
	}{{1, "最快增速", "the fastest rate"}, {-1, "最低增速", "the slowest rate"}} {
		i := len(row) - 2
		for i >= 0 && row[i].shown().Cmp(now) == -x.dir {
			i--
		}
		if i >= 0 && len(row)-1-i > extremeSteps {
			since := h.r.whenFull(row[i].at)
			d := Text{ZH: "为" + since.ZH + "以来" + x.zh, EN: x.en + " since " + since.EN}
			return h.headed(c, d, extreme, x.dir), true
		}
	}
	return finding{}, false
}

// step: against the step before.
func (h *history) step(row []fact, c change) (finding, bool) {
	if len(row) < 2 || c.sign() == 0 {
		return finding{}, false
	}
	was := row[len(row)-2]
	before := h.r.in(was.at)
	d := last(row).Value.Sub(was.Value)
	if d.Abs().LessThan(steadyPoints) {
		noun := "增速"
		if c.sign() < 0 {
			noun = "降幅"
		}
		if round(d, c.places).Sign() == 0 {
			return h.headed(c, Text{ZH: noun + "与" + before.ZH + "持平", EN: "the same rate as " + before.EN}, steady, 0), true
		}
		return h.headed(c, Text{ZH: noun + "与" + before.ZH + "基本持平", EN: "little changed from " + h.r.when(was.at).EN}, steady, 0), true
	}
	label, when := h.r.label(), h.r.in(last(row).at)
	zh, en := "增速加快至", "growth in %s quickened to "
	switch {
	case c.sign() < 0 && d.Sign() > 0:
		zh, en = "降幅收窄至", "the fall in %s eased to "
	case c.sign() < 0:
		zh, en = "降幅扩大至", "the fall in %s deepened to "
	case d.Sign() < 0:
		zh, en = "增速回落至", "growth in %s slowed to "
	}
	t := Text{
		ZH: spaced(label.ZH, when.ZH) + zh + c.size(),
		EN: sentenceCase(fill(en, inside(label.EN)) + c.size() + " " + when.EN),
	}
	return finding{title: t, weight: moved, sign: d.Sign()}, true
}

// ratioFinding speaks of a rate, a share or an index itself.
func (h *history) ratioFinding(now fact) finding {
	r := h.r
	label, when, a := r.label(), r.in(now.at), r.amount(now)
	f := finding{weight: level}
	f.title = Text{ZH: spaced(label.ZH, when.ZH) + "为" + a.ZH.String(), EN: sentenceCase(label.EN) + " stood at " + a.EN.String() + " " + when.EN}
	row := unbroken(h.line)
	if len(row) < 2 {
		return f
	}
	was := row[len(row)-2]
	gap := r.gap(now, was, now.places)
	d, p := gap.shown(), r.difference(gap)
	before := r.in(was.at)
	switch d.Sign() {
	case 0:
		f.detail = Text{ZH: "与" + before.ZH + "持平", EN: "unchanged from " + r.when(was.at).EN}
	case 1:
		f.detail = Text{ZH: "比" + before.ZH + "上升" + p.ZH, EN: p.EN + " higher than " + before.EN}
	default:
		f.detail = Text{ZH: "比" + before.ZH + "下降" + p.ZH, EN: p.EN + " lower than " + before.EN}
	}
	f.weight, f.sign = moved, d.Sign()
	f.title = Text{ZH: f.title.ZH + "，" + f.detail.ZH, EN: f.title.EN + ", " + f.detail.EN}
	return f
}

// difference names a difference between two values of a rate (percentage
// points) or of an index (points).
func (r *reading) difference(f fact) Text {
	if r.ratio() && r.s.Unit.IsPercent() {
		return points(f)
	}
	s := f.size()
	return Text{ZH: s + "个点", EN: s + " points"}
}

// levelFinding states the latest level where there is no rate.
func (h *history) levelFinding() (finding, bool) {
	f := h.r.main()
	if !f.ok {
		return finding{}, false
	}
	return finding{title: h.r.stated(f, h.r.label()), weight: level}, true
}

// span is a number of steps: 七个月, seven months.
func (h *history) span(n int) Text {
	c := count(n)
	zh, en := "个月", " month"
	switch h.r.w.cal {
	case byQuarter:
		zh, en = "个季度", " quarter"
	case byYear:
		zh, en = "年", " year"
	}
	if n != 1 {
		en += "s"
	}
	return Text{ZH: c.ZH + zh, EN: c.EN + en}
}

// unit is the English name of one step.
func (h *history) unit() string {
	switch h.r.w.cal {
	case byQuarter:
		return "quarter"
	case byYear:
		return "year"
	}
	return "month"
}
