package sources

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"jianbao/internal/indicator"
)

// The vocabulary of the standard workbook: names of sheets, heads, items and
// choices in both languages. Reader and writer share it, so that what is
// written is what is understood.

// text is shorthand for a pair of texts.
func text(zh, en string) indicator.Text { return indicator.Text{ZH: zh, EN: en} }

// term is a word of the vocabulary: its names, and other spellings accepted.
type term struct {
	name indicator.Text
	also []string
}

// matches reports whether s is the term: in Chinese, in English, or in both.
func (t term) matches(s string) bool { return t.matchesFolded(fold(s)) }

func (t term) matchesFolded(s string) bool {
	if s == "" {
		return false
	}
	zh, en := fold(t.name.ZH), fold(t.name.EN)
	if s == zh || s == en || s == zh+en || s == en+zh {
		return true
	}
	for _, a := range t.also {
		if s == fold(a) {
			return true
		}
	}
	return false
}

// bilingual is the term as the writer sets it, the leading language first.
func (t term) bilingual(lang, separator string) string {
	if lang == "en" {
		return t.name.EN + separator + t.name.ZH
	}
	return t.name.ZH + separator + t.name.EN
}

// maxHead bounds what is compared with the vocabulary; longer texts are none
// of its words.
const maxHead = 200

// foldWidth brings full-width letters and digits to their half-width forms.
func foldWidth(s string) string {
	for _, c := range s {
		if c >= 0xFF00 && c <= 0xFFEF || c == 0x3000 {
			return width.Fold.String(s)
		}
	}
	return s
}

// fold reduces a head to its letters and digits, so that width, case, spaces,
// line breaks, slashes and brackets do not matter.
func fold(s string) string {
	if len(s) > maxHead {
		return ""
	}
	var b strings.Builder
	for _, c := range foldWidth(s) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// choice is a term that stands for a value of an enumeration.
type choice struct {
	value string
	term
}

// column is a column of a standard sheet.
type column struct {
	term
	need    bool
	or      int // position of the column that will do instead: the other language's
	width   float64
	help    indicator.Text // what to enter, with an example: the comment on the head
	choices []choice
	format  columnFormat
	wrap    bool
}

// columnFormat is how the writer formats the cells of a column.
type columnFormat byte

const (
	generalCells columnFormat = iota
	textCells                 // so that 2023-11 stays what was typed
)

// sheetSpec is a standard sheet.
type sheetSpec struct {
	term
	columns []column
}

// Positions of the columns of each sheet.
const (
	itemLabel = iota
	itemZH
	itemEN
)

const (
	indID = iota
	indNameZH
	indNameEN
	indShortZH
	indShortEN
	indUnitZH
	indUnitEN
	indKind
	indPrices
	indDirection
	indGroupZH
	indGroupEN
	indDecimals
	indNoteZH
	indNoteEN
)

const (
	dataIndicator = iota
	dataPeriod
	dataValue
	dataGrowth
	dataCumulative
	dataCumulativeGrowth
	dataPrevious
	dataStatus
	dataRemark
)

const (
	tgtIndicator = iota
	tgtYear
	tgtKind
	tgtBound
	tgtValue
	tgtUpper
	tgtReference
	tgtTextZH
	tgtTextEN
	tgtTolerance
)

const (
	hlGroupZH = iota
	hlGroupEN
	hlNameZH
	hlNameEN
	hlPointZH
	hlPointEN
)

const (
	wordPlace = iota
	wordZH
	wordEN
)

// kind is what the numbers of an indicator are, as a workbook says it.
const (
	kindFlow  = "flow"
	kindStock = "stock"
	kindRate  = "rate"
	kindIndex = "index"
	kindShare = "share"
)

var kindChoices = []choice{
	{kindFlow, term{text("流量", "flow"), []string{"时期数", "当期值"}}},
	{kindStock, term{text("存量", "stock"), []string{"时点数", "期末数", "余额"}}},
	{kindRate, term{text("比率", "rate"), []string{"率", "ratio"}}},
	{kindIndex, term{text("指数", "index"), nil}},
	{kindShare, term{text("占比", "share"), []string{"比重"}}},
}

var pricesChoices = []choice{
	{string(indicator.Real), term{text("可比价", "real"), []string{"不变价", "可比价格", "不变价格", "comparable prices", "constant prices", "实际"}}},
	{string(indicator.Nominal), term{text("现价", "nominal"), []string{"当年价", "当年价格", "名义", "current prices"}}},
	{string(indicator.UnknownPrices), term{text("不适用", "not applicable"), []string{"n/a", "unknown", "不详"}}},
}

var directionChoices = []choice{
	{string(indicator.UpIsGood), term{text("越高越好", "up"), []string{"正向", "higher is better"}}},
	{string(indicator.DownIsGood), term{text("越低越好", "down"), []string{"逆向", "负向", "lower is better"}}},
	{string(indicator.Neutral), term{text("中性", "neutral"), nil}},
}

var statusChoices = []choice{
	{string(indicator.Preliminary), term{text("初步", "preliminary"), []string{"p", "初步数", "初值", "初步核算", "初步核算数", "快报", "快报数"}}},
	{string(indicator.Revised), term{text("修订", "revised"), []string{"r", "修订数", "调整"}}},
	{string(indicator.Estimated), term{text("估计", "estimated"), []string{"e", "估计数", "预计", "预计数", "estimate"}}},
	{string(indicator.NotAvailable), term{text("暂缺", "not available"), []string{"na", "n/a", "缺", "缺失", "未公布", "missing"}}},
	{string(indicator.NotApplies), term{text("不适用", "not applicable"), []string{"x", "无此项"}}},
	{string(indicator.Confidential), term{text("保密", "confidential"), []string{"c", "不公开"}}},
}

// normalWords are ways to say that a value has no special status.
var normalStatus = term{text("正式", "final"), []string{"正常", "normal", "official", "最终"}}

var targetKindChoices = []choice{
	{string(indicator.GrowthTarget), term{text("增速", "growth"), []string{"增长", "增长率", "growth rate"}}},
	{string(indicator.LevelTarget), term{text("水平", "level"), []string{"总量", "绝对数", "绝对值"}}},
	{string(indicator.RateTarget), term{text("比率", "rate"), []string{"率", "占比", "指数", "share", "index"}}},
	{string(indicator.TotalGrowth), term{text("累计增速", "total growth"), []string{"累计增长", "累计下降", "growth in total"}}},
}

var boundChoices = []choice{
	{string(indicator.AtLeast), term{text("不低于", "at least"), []string{"以上", "不少于", "≥", "高于", "minimum"}}},
	{string(indicator.AtMost), term{text("不超过", "at most"), []string{"以内", "控制在", "不高于", "低于", "maximum"}}},
	{string(indicator.About), term{text("左右", "about"), []string{"约", "大约", "around"}}},
	{string(indicator.Exactly), term{text("等于", "exactly"), []string{"为", "equal"}}},
	{string(indicator.Between), term{text("区间", "range"), []string{"between"}}},
	{string(indicator.Relative), term{text("同步", "relative"), []string{"与…同步", "in step"}}},
	{string(indicator.TextOnly), term{text("文字", "text"), []string{"文字表述", "words"}}},
}

const (
	statusOfficial     = "official"
	statusIllustrative = "illustrative"
)

var dataStatusChoices = []choice{
	{statusOfficial, term{text("正式", "official"), []string{"正式数据", "official data"}}},
	{statusIllustrative, term{text("演示数据", "illustrative"), []string{"演示", "示例数据", "illustrative data", "demo"}}},
}

// choose finds the choice that s names.
func choose(choices []choice, s string) (string, bool) {
	f := fold(s)
	for _, c := range choices {
		if c.matchesFolded(f) || f != "" && f == fold(c.value) {
			return c.value, true
		}
	}
	// ≥ and the like have no letters.
	for _, c := range choices {
		for _, a := range c.also {
			if strings.TrimSpace(s) == a {
				return c.value, true
			}
		}
	}
	return "", false
}

// nameOf is the term of a value of an enumeration.
func nameOf(choices []choice, value string) (term, bool) {
	for _, c := range choices {
		if c.value == value {
			return c.term, true
		}
	}
	return term{}, false
}

// listChoices names all choices for a message: 流量、存量 / flow, stock.
func listChoices(choices []choice) (zh, en string) {
	var zs, es []string
	for _, c := range choices {
		zs = append(zs, c.name.ZH)
		es = append(es, c.name.EN)
	}
	return strings.Join(zs, "、"), strings.Join(es, ", ")
}
