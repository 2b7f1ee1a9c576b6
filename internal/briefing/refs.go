package briefing

import (
	"fmt"
	"regexp"
	"slices"
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
	if head := map[string]Text{"period": c.w.name(c.at), "year": same(num(c.at.Year())), "area": complete(c.d.Info.Area)}[strings.TrimSpace(name)]; !head.IsZero() {
		if period != "" {
			return Text{}, &refError{
				fmt.Sprintf("{%s}：{%s}说的是本期，不能指定时期；请直接写出来。", ref, name),
				fmt.Sprintf("{%s}: {%s} is that of the reporting period and takes no other; write it out.", ref, name)}
		}
		return head, nil
	}
	them := c.named(name)
	if len(them) == 0 {
		if i := strings.LastIndexAny(name, ".．"); i > 0 {
			word = strings.ToLower(strings.TrimSpace(strings.TrimLeft(name[i:], ".．")))
			name = name[:i]
			them = c.named(name)
		}
	}
	if len(them) > 1 {
		a, b := them[0].r.s.ID, them[1].r.s.ID
		return Text{}, &refError{
			fmt.Sprintf("{%s}：有%d个指标叫“%s”；请用编号，如{%s}或{%s}。", ref, len(them), name, a, b),
			fmt.Sprintf("{%s}: %d indicators are called “%s”; use an id, such as {%s} or {%s}.", ref, len(them), name, a, b)}
	}
	if len(them) == 0 {
		return Text{}, &refError{
			fmt.Sprintf("{%s}所指的指标不存在；请用“指标”表中的编号或名称，如{%s}。", ref, c.leadID()),
			fmt.Sprintf("{%s} names no indicator; use an id or a name from the sheet Indicators, such as {%s}.", ref, c.leadID())}
	}
	it := them[0]
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
	if signedRefs[word] {
		return unsigned(t, before, ref)
	}
	return t, nil
}

// signedRefs are the references to what goes up or down, with a sign.
var signedRefs = map[string]bool{"growth": true, "contribution": true, "average": true, "annualised": true, "needed": true}

// The words before a figure that state its direction. A share of growth that
// pulls the whole down is 拉低, 下拉 or 拖累.
var (
	upZH   = regexp.MustCompile(`(增长|上升|提高|增加|上涨|扩大|加快|回升|拉动|贡献|升|增|涨)(了|约|近|为)?$`)
	downZH = regexp.MustCompile(`(下降|减少|下跌|回落|降低|缩小|收窄|拉低|下拉|拖累|降|减|跌)(了|约|近|为)?$`)
	upEN   = regexp.MustCompile(`(?i)\b(up|rose|grew|growth of|increased|increase of|rise of|gained|expanded|grow|rise|contributed|contributes|contribution of|added|adding)( by| about)?$`)
	downEN = regexp.MustCompile(`(?i)\b(down|fell|declined|decreased|fall of|decline of|decrease of|dropped|shrank|contracted|fall|took off|taking off|subtracted|dragged down)( by| about)?$`)
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
			e := &refError{
				fmt.Sprintf("{%s}的方向与前面的用词相反（数值为%s）；请改写", ref, marked.Plain(t.ZH)),
				fmt.Sprintf("{%s} goes the other way than the word before it (it is %s); reword it", ref, marked.Plain(t.EN))}
			if free := strings.NewReplacer(".growth", ".change", ".增速", ".变化").Replace(ref); free != ref {
				e.zh += fmt.Sprintf("，或用{%s}让程序选词", free)
				e.en += fmt.Sprintf(", or let {%s} choose the word", free)
			}
			return Text{}, &refError{e.zh + "。", e.en + "."}
		}
		if x.other {
			*x.side = strings.TrimPrefix(*x.side, minus)
		}
	}
	return t, nil
}

// named lists the items that a reference may mean: the one whose indicator has
// the id, else all that have the name, else all that have it in short.
func (c *composer) named(name string) []*item {
	name = strings.TrimSpace(name)
	if it := c.item(name); it != nil {
		return []*item{it}
	}
	for _, names := range [...]func(*indicator.Series) []string{
		func(s *indicator.Series) []string { return []string{s.ID} },
		func(s *indicator.Series) []string { return []string{s.Name.ZH, s.Name.EN} },
		func(s *indicator.Series) []string { return []string{s.Short.ZH, s.Short.EN} },
	} {
		var found []*item
		for _, it := range c.items {
			if slices.ContainsFunc(names(it.r.s), func(n string) bool { return n != "" && strings.EqualFold(n, name) }) {
				found = append(found, it)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}
