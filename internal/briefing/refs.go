package briefing

import (
	"fmt"
	"regexp"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// A reference stands in a text of the office's own for a figure:
//
//	{grp}             the value, in the natural unit of each language
//	{grp.growth}      its growth, 7.2%
//	{grp.change}      its growth in words, 同比增长7.2% / up 7.2% year on year
//	{grp@2021}        another period than the reporting one
//	{period} {year} {area}
//
// The indicator is named by its id or any of its names.
var reference = regexp.MustCompile(`\{([^{}]*)\}`)

// refWords are what may follow the point of a reference, with what each gives.
var refWords = map[string]func(*composer, *item, Period) (Text, bool){
	"value":        (*composer).refLevel,
	"growth":       (*composer).refGrowth,
	"change":       (*composer).refChange,
	"pace":         (*composer).refPace,
	"target":       (*composer).refTarget,
	"gap":          (*composer).refGap,
	"attained":     (*composer).refAttained,
	"needed":       (*composer).refNeeded,
	"average":      (*composer).refAverage,
	"share":        (*composer).refShare,
	"contribution": (*composer).refContribution,
	"total":        (*composer).refTotal,
	"index":        (*composer).refIndex,
	"mean":         (*composer).refMean,
	"annualised":   (*composer).refAnnualised,
	"when":         (*composer).refWhen,
}

// refAliases are the same in Chinese.
var refAliases = map[string]string{
	"数值": "value", "增速": "growth", "变化": "change", "增减": "change", "快慢": "pace", "目标": "target", "差距": "gap", "完成": "attained",
	"尚需": "needed", "两年平均": "average", "占比": "share", "拉动": "contribution", "累计": "total", "指数": "index", "均值": "mean", "年率": "annualised", "时期": "when",
}

const (
	refList   = "value, growth, change, pace, target, gap, attained, needed, average, share, contribution, total, index, mean, annualised, when"
	refListZH = "value（数值）、growth（增速）、change（变化）、pace（快慢）、target（目标）、gap（差距）、attained（完成）、needed（尚需）、average（两年平均）、share（占比）、contribution（拉动）、total（累计）、index（指数）、mean（均值）、annualised（年率）、when（时期）"
)

// A refError says why a reference cannot be filled.
type refError struct{ zh, en string }

// resolve fills one reference. before is the text that stands before it in each
// language: 增长{grp.growth} states a direction, which must be that of the figure.
func (c *composer) resolve(ref string, before Text) (Text, *refError) {
	name, word, period := strings.TrimSpace(ref), "value", ""
	if i := strings.LastIndexAny(name, "@＠"); i >= 0 {
		period, name = strings.TrimLeft(name[i:], "@＠"), name[:i]
	}
	switch name {
	case "period":
		return c.w.name(c.at), nil
	case "year":
		return same(num(c.at.Year())), nil
	case "area":
		return complete(c.d.Info.Area), nil
	}
	it := c.named(name)
	if it == nil {
		if i := strings.LastIndexAny(name, ".．"); i > 0 {
			word = strings.ToLower(strings.TrimSpace(strings.TrimLeft(name[i:], ".．")))
			it = c.named(name[:i])
		}
	}
	if it == nil {
		return Text{}, &refError{
			fmt.Sprintf("{%s}所指的指标不存在；请用“指标”表中的编号或名称，如{%s}。", ref, c.leadID()),
			fmt.Sprintf("{%s} names no indicator; use an id or a name from the sheet Indicators, such as {%s}.", ref, c.leadID())}
	}
	if alias, ok := refAliases[word]; ok {
		word = alias
	}
	get, ok := refWords[word]
	if !ok {
		return Text{}, &refError{
			fmt.Sprintf("{%s}中的“%s”不是可用的引用；点号后可写：%s。", ref, word, refListZH),
			fmt.Sprintf("{%s}: “%s” is no reference; after the point may stand: %s.", ref, word, refList)}
	}
	var at Period
	if period != "" {
		p, err := indicator.ParsePeriod(period)
		if err != nil {
			return Text{}, &refError{
				fmt.Sprintf("{%s}中的时期“%s”看不懂；写作2022、2023-11或2023-01..2023-11。", ref, period),
				fmt.Sprintf("{%s}: “%s” is not a period; write 2022, 2023-11 or 2023-01..2023-11.", ref, period)}
		}
		at = p
	}
	t, ok := get(c, it, at)
	if !ok || t.IsZero() {
		return Text{}, &refError{
			fmt.Sprintf("{%s}没有可填的数：所需数据缺失，或按统计规则不能计算。请补充数据，或改写这句话。", ref),
			fmt.Sprintf("{%s} has no figure: the data are missing, or the rules of statistics do not allow to compute it. Add the data, or reword the sentence.", ref)}
	}
	if word == "growth" {
		return unsigned(t, before, ref)
	}
	return t, nil
}

var (
	upZH   = regexp.MustCompile(`(增长|上升|提高|增加|上涨|扩大|加快|回升|升|增|涨)(了|约|近)?$`)
	downZH = regexp.MustCompile(`(下降|减少|下跌|回落|降低|缩小|收窄|降|减|跌)(了|约|近)?$`)
	upEN   = regexp.MustCompile(`(?i)\b(up|rose|grew|growth of|increased|increase of|rise of|gained|expanded|grow|rise)( by| about)?$`)
	downEN = regexp.MustCompile(`(?i)\b(down|fell|declined|decreased|fall of|decline of|decrease of|dropped|shrank|contracted|fall)( by| about)?$`)
)

// unsigned takes the sign off a rate that words before it have stated, and
// refuses words that state the other one.
func unsigned(t, before Text, ref string) (Text, *refError) {
	negative := strings.HasPrefix(t.ZH, minus)
	zh, en := strings.TrimRight(before.ZH, " "), strings.TrimRight(before.EN, " ")
	for _, x := range [...]struct {
		says, other bool
		side        *string
	}{{upZH.MatchString(zh), downZH.MatchString(zh), &t.ZH}, {upEN.MatchString(en), downEN.MatchString(en), &t.EN}} {
		if x.says && negative || x.other && !negative {
			return Text{}, &refError{
				fmt.Sprintf("{%s}的方向与前面的用词相反（数值为%s）；请改写，或用{%s}让程序选词。", ref, marked.Plain(t.ZH), strings.Replace(ref, "growth", "change", 1)),
				fmt.Sprintf("{%s} goes the other way than the word before it (it is %s); reword it, or let {%s} choose the word.", ref, marked.Plain(t.EN), strings.Replace(ref, "growth", "change", 1))}
		}
		if x.other {
			*x.side = strings.TrimPrefix(*x.side, minus)
		}
	}
	return t, nil
}

// named finds an item by the id or a name of its indicator.
func (c *composer) named(name string) *item {
	name = strings.TrimSpace(name)
	if it := c.item(name); it != nil {
		return it
	}
	for _, it := range c.items {
		s := it.r.s
		for _, n := range [...]string{s.ID, s.Name.ZH, s.Name.EN, s.Short.ZH, s.Short.EN} {
			if n != "" && strings.EqualFold(n, name) {
				return it
			}
		}
	}
	return nil
}

func (c *composer) refLevel(it *item, at Period) (Text, bool) {
	f := it.r.main()
	if !at.IsZero() {
		f = it.r.levelAt(it.r.spanOf(at))
	}
	if !f.ok && it.r.growthOnly() {
		return c.refGrowth(it, at)
	}
	return it.r.amount(f).text(), f.ok
}

// spanOf is the period as the indicator records it: a stock at its end.
func (r *reading) spanOf(p Period) Period {
	if _, ok := r.s.At(p); !ok && r.stock() {
		return indicator.MonthOf(p.To)
	}
	return p
}

func (r *reading) rateFor(at Period) fact {
	if at.IsZero() {
		return r.growth()
	}
	return r.rateAt(r.spanOf(at))
}

func (c *composer) refGrowth(it *item, at Period) (Text, bool) {
	f := it.r.rateFor(at)
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refChange(it *item, at Period) (Text, bool) {
	f := it.r.rateFor(at)
	if f.ok {
		return it.r.change(f).after(it.r.w, f.at), true
	}
	if at.IsZero() {
		at = it.r.main().at
	}
	m := it.r.moved(at)
	if !m.ok {
		return Text{}, false
	}
	return it.r.movedWords(m), true
}

func (c *composer) refPace(it *item, at Period) (Text, bool) {
	return c.paceOf(it.r, it.r.rateFor(at)), true
}

func (c *composer) refTarget(it *item, _ Period) (Text, bool) {
	switch {
	case it.target != nil:
		return c.targetValue(it.r, it.target.Target), true
	case it.plan != nil:
		return c.targetValue(it.r, *it.plan), true
	}
	return Text{}, false
}

func (c *composer) refGap(it *item, _ Period) (Text, bool) {
	if !it.measured() {
		return Text{}, false
	}
	return gapInProse(it), true
}

func (c *composer) refAttained(it *item, _ Period) (Text, bool) {
	if !it.measured() || !it.byShare() {
		return Text{}, false
	}
	return same(it.share().plain() + "%"), true
}

func (c *composer) refNeeded(it *item, _ Period) (Text, bool) {
	f := it.needed()
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refAverage(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.growth().at
	}
	q, err := c.d.TwoYearAverage(it.r.s.ID, it.r.spanOf(at))
	f := it.r.fact(q, at, it.r.rates, asGrowth).when(err == nil)
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refShare(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.main().at
	}
	q, err := c.d.ShareAt(it.r.s.ID, it.r.s.Parent, it.r.spanOf(at))
	f := it.r.fact(q, at, 1, asShare).when(err == nil)
	return same(f.plain() + "%"), f.ok
}

func (c *composer) refContribution(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.growth().at
	}
	q, err := c.d.Contribution(it.r.s.ID, it.r.s.Parent, it.r.spanOf(at))
	if err != nil {
		return Text{}, false
	}
	return points(it.r.fact(q, at, 1, asPoints)), true
}

// refTotal is the year to date, also where only its months are published.
func (c *composer) refTotal(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = Period{From: indicator.NewMonth(it.r.end.Year(), 1), To: it.r.end}
	}
	q, err := c.d.CumulativeAt(it.r.s.ID, at)
	if err != nil {
		return Text{}, false
	}
	return it.r.amount(it.r.fact(q, at, it.r.places, asLevel)).text(), true
}

// refIndex is the reporting period as an index of another one: {grp.index@2020}
// is that of 2020 = 100.
func (c *composer) refIndex(it *item, base Period) (Text, bool) {
	at := it.tellsOf()
	if base.IsZero() || at.IsZero() {
		return Text{}, false
	}
	if base = it.r.spanOf(base); base.Months() != at.Months() { // 2023-09 is January to September where that is told
		base.From = base.To - indicator.Month(at.Months()-1)
	}
	q, err := c.d.IndexAt(it.r.s.ID, at, base)
	if err != nil {
		return Text{}, false
	}
	f := it.r.fact(q, at, 1, asIndex)
	return f.number(), true
}

// meanOf is how many periods the mean of a reference takes in.
const meanOf = 3

// refMean is the mean of the latest three months, quarters or years.
func (c *composer) refMean(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.r.level.at
	}
	q, err := c.d.MovingAverage(it.r.s.ID, at, meanOf)
	if err != nil {
		return Text{}, false
	}
	return it.r.amount(it.r.fact(q, at, it.r.places, asLevel)).text(), true
}

// refAnnualised is growth on the period before at an annual rate.
func (c *composer) refAnnualised(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		if at = it.r.level.at; at.IsZero() {
			at = it.r.growth().at
		}
	}
	q, err := c.d.Annualised(it.r.s.ID, at)
	if err != nil {
		return Text{}, false
	}
	return same(it.r.fact(q, at, it.r.rates, asShare).plain() + "%"), true
}

func (c *composer) refWhen(it *item, at Period) (Text, bool) {
	if at.IsZero() {
		at = it.latest()
	}
	if at.IsZero() {
		return Text{}, false
	}
	return it.r.whenFull(at), true
}
