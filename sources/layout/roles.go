package layout

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/internal/indicator"
)

// Role is what a column stands for.
type Role string

const (
	noRole     Role = ""
	Value      Role = "value"      // figures
	Indicator  Role = "indicator"  // names of indicators
	Dimension  Role = "dimension"  // part of the name: sex, activity
	Group      Role = "group"      // heading over several indicators
	Period     Role = "period"     // year, month, quarter or all of it
	Unit       Role = "unit"       //
	Area       Role = "area"       //
	Measure    Role = "measure"    // 同比, 累计, 绝对额 in rows
	Frequency  Role = "frequency"  //
	Multiplier Role = "multiplier" // power of ten beside the unit
	Status     Role = "status"     // marks: p, r, c
	Note       Role = "note"       //
	Code       Role = "code"       //
	Ordinal    Role = "ordinal"    // 1, 2, 3
	Ignore     Role = "ignore"     //
)

// Roles are all that a profile may say of a column.
var Roles = []Role{Value, Indicator, Dimension, Group, Period, Unit, Area, Measure, Frequency, Multiplier, Status, Note, Code, Ordinal, Ignore}

// roleWords are the heads of columns that are not figures.
var roleWords = func() map[string]Role {
	m := map[string]Role{}
	for _, g := range []struct {
		role Role
		list string
	}{
		{Ordinal, "序号|编号|行号|行次|次序|no|no.|line|line number|#"},
		{Period, "日期|时间|年份|年度|年|月份|月|季度|期间|时期|期别|统计期|报告期|年月|数据时间|数据日期|统计时间|period|time|year|years|month|date|quarter|time_period|time period|reference period|observation_date|ref_date|ref period|年 份|年份 year|calendar year|fiscal year|season"},
		{Indicator, "指标|指标名称|指标名|项目|名称|科目|品种|类别|类 别|行业|产业|分类|商品|商品名称|产品|产品名称|主要指标|经济指标|指标项|指标类别|税种|分组|按行业分|按产业分|indicator|indicators|indicator name|item|items|series|series name|series title|data series|subject|subject descriptor|description|variable|concept|title|industry|sector|activity|economic activity|category|component|commodity|product"},
		{Unit, "单位|计量单位|指标单位|数据单位|unit|units|uom|unit_measure|unit of measure|measure unit|unit measure"},
		{Area, "地区|区县|县区|县市区|县（市、区）|县(市、区)|县（市）区|区（县）|市（州）|区域|市州|市县|城市|省份|省市|国家|国家或地区|国别|辖区|乡镇|街道|镇街|行政区|行政区划|园区|板块|country|country name|countries|geo|region|regions|area|location|ref_area|reference area|economy|territory|state|province|geopolitical entity (reporting)|geo\\time_period|geo\\time|country or area|division"},
		{Code, "代码|指标代码|指标id|decimals|decimal places|uom_id|scalar_id|source dataset id|terminated|preunit|id|指标编码|编码|地区代码|行政区划代码|code|country code|series code|indicator code|iso|iso3|cdid|dguid|vector|coordinate|weo country code|weo subject code|series id|seriesid|series_id|structure|structure_id|dataflow|action|key|ctycode|area code|item code|symbol code"},
		{Value, "数值|值|指标值|数据|数据值|value|values|obs_value|observation value|data value|figure"},
		{Measure, "口径|统计口径|数据类型|指标口径|指标类型|数据口径|measure|transformation|price base|price_base|prices|type of data|adjustment|seasonal adjustment"},
		{Frequency, "频率|频度|freq|frequency|frequency of observation|time frequency|periodicity"},
		{Multiplier, "powercode|power code|unit_mult|unit multiplier|scalar_factor|scalar factor|scale|multiplier"},
		{Status, "状态|标记|数据状态|obs_status|observation status|status|flag|flags|obs_flag|observation status (flag)|symbol|conf_status|confidentiality status"},
		{Note, "备注|说明|注|指标属性|属性|性质|责任单位|牵头单位|责任部门|主管部门|责任领导|时间区间|起止时间|区间|开始时间|结束时间|截止时间|起始时间|数据来源|来源|资料来源|发布方|发布机构|更新时间|next release|important notes|note|notes|remark|remarks|comment|comments|source|sources|subject notes|country/series-specific notes|last update|last updated|release date|estimates start after|structure_name|base_per|base period|series type|data type|collection month|series start|series end|no. obs|no. obs.|number of observations"},
	} {
		for _, w := range strings.Split(g.list, "|") {
			if m[w] == noRole {
				m[w] = g.role
			}
		}
	}
	return m
}()

// roleTails end heads that are not listed as a whole.
var roleTails = []struct {
	tail string
	role Role
}{{"编码", Code}, {"代码", Code}, {"编号", Code}, {"科目", Indicator}, {"名称", Indicator}, {"项目", Indicator}, {" code", Code}, {" id", Code}}

// roleOf tells the role that a head names, noRole if none.
func roleOf(head string) Role {
	s := strings.ToLower(squeeze(head))
	if r, ok := roleWords[s]; ok {
		return r
	}
	if i := strings.IndexAny(s, "(（:：\n"); i > 0 {
		s = strings.TrimSpace(s[:i])
	} else if zh, en := bilingual(head); zh != "" {
		if r, ok := roleWords[squeeze(zh)]; ok {
			return r
		}
		s = strings.ToLower(en)
	}
	if r, ok := roleWords[s]; ok {
		return r
	}
	for _, t := range roleTails {
		if strings.HasSuffix(s, t.tail) && len(s) < 40 {
			return t.role
		}
	}
	return noRole
}

// Column is a column of a table and what is understood of it.
type Column struct {
	Col    int
	Heads  []string // from top to bottom
	Role   Role
	Label  Label // of figures: what the heads say, and what those at the left say for them
	Hidden bool

	told   Label // what the heads say themselves
	sure   bool  // the role comes from the head's words or from a profile
	months bool  // a period column of bare month or quarter numbers
	quarts bool
	item   *Item
	area   string
	unit   string // told by a row of units
	freq   Freq   // told by a row of frequencies
	parts  []Role // of a compound stub
	// estimates: the column says from when on the figures of its row are estimates
	estimates bool
	shared    bool   // no head cell of its own: all are merged with those at its left
	other     string // the head in the other language, where a row of its own has it
	st        columnStats
}

// Told is what the heads of the column say themselves.
func (c *Column) Told() Label { return c.told }

// columnStats counts what stands in the body of a column.
type columnStats struct {
	cells, text, values, numbers int
	whens, years, units, areas   int
	codes, codeDigits            int // capitals and digits without a space
	pure, measures               int // labels without a name
	flags                        int // marks of one or two letters
	distinct                     map[string]bool
	ascending                    int
	last                         float64
	dates, up, down              int // dates, and how often one follows or precedes the one before
	lastWhen                     int
	long                         int
}

func (st *columnStats) add(c Cell) {
	st.cells++
	w, isWhen := c.when()
	if !isWhen && c.Kind == Text {
		if l := ParseLabel(c.Text); l.pure() && !l.When.IsZero() && l.Measure == "" {
			w, isWhen = l.When, true
		}
	}
	if isWhen {
		st.whens++
		if c.Kind == Date {
			st.dates++
		}
		switch n := w.Year*12 + w.From; {
		case st.whens == 1:
			st.lastWhen = n
		case n > st.lastWhen:
			st.up, st.lastWhen = st.up+1, n
		case n < st.lastWhen:
			st.down, st.lastWhen = st.down+1, n
		}
		if w.Year != 0 {
			st.years++
		}
	}
	switch {
	case c.isNumeric():
		st.numbers++
		st.values++
		if f, err := strconv.ParseFloat(c.Text, 64); err == nil {
			if f == st.last+1 {
				st.ascending++
			}
			st.last = f
		}
	case c.isValue():
		st.values++
		if len(c.Text) <= 2 {
			st.flags++
		}
	case c.Kind == Text:
		st.text++
		s := squeeze(c.Text)
		if len(st.distinct) < 1000 {
			if st.distinct == nil {
				st.distinct = map[string]bool{}
			}
			st.distinct[s] = true
		}
		if len(s) > 120 {
			st.long++
		}
		if len([]rune(s)) <= 2 && !hasHan(s) {
			st.flags++
		}
		if !isWhen && indicator.IsUnit(s) {
			st.units++
		}
		if isArea(s) || isWhole(s) {
			st.areas++
		}
		if codeText.MatchString(s) {
			st.codes++
			if hasDigit(s) {
				st.codeDigits++
			}
		}
		if l := ParseLabel(c.Text); l.pure() && (l.Measure != "" || l.Span != "" || l.Aspect != "" || wordAlone[s] != nil) && !isWhen {
			st.pure++
			if l.Measure != "" || l.Span != "" || l.Prices != "" || l.Aspect != "" {
				st.measures++
			}
		}
	}
}

var codeText = regexp.MustCompile(`^[A-Z][A-Z0-9._-]{3,}$`)

// tell decides the role of a column from its head and from what stands in it.
func (c *Column) tell(first, last bool) {
	c.sure = true
	st := &c.st
	roles := 0
	for _, h := range c.Heads {
		if roleOf(h) != noRole {
			roles++
		}
	}
	switch {
	case c.Label.Aspect == Target && st.text+st.values > 0:
		c.Role = Value
		return
	case c.Label.Aspect == Rank && st.numbers == 0:
		c.Role = Note
		return
	case st.most(st.whens) && st.inOrder() && roles > 1:
		c.Role = Period // its heads name the rows of the head
		return
	}
	for i := len(c.Heads) - 1; i >= 0; i-- {
		if r := roleOf(c.Heads[i]); r != noRole && c.fits(r) {
			c.Role = r
			if (r == Indicator || r == Unit) && st.text > 2 && st.most(st.areas) {
				c.Role = Area
			}
			if r == Unit && first && st.units == 0 && st.text > 1 && c.Role == Unit {
				c.Role = Indicator // 单位 of enterprises and offices, not of measure
			}
			if r == Measure && 2*st.pure < st.text {
				c.Role = Dimension
			}
			return
		}
	}
	c.sure = false
	c.guess(first, last)
}

// most reports whether n is most of the cells.
func (st *columnStats) most(n int) bool { return st.cells > 0 && 5*n >= 4*st.cells }

// fits reports whether what stands in a column can have the role that its head
// names.
func (c *Column) fits(r Role) bool {
	st := &c.st
	switch r {
	case Period:
		return st.most(st.whens) || st.most(st.numbers) && c.monthLike()
	case Value:
		return st.values > 0
	case Ordinal:
		return st.most(st.numbers) || st.cells == 0
	case Code, Multiplier:
		return true
	case Unit:
		return !st.most(st.numbers)
	case Frequency, Status:
		return st.numbers == 0
	case Area, Indicator:
		return st.text > 0 && 2*st.numbers < st.cells
	case Measure:
		return st.text > 0 && st.numbers == 0
	case Note:
		return 2*st.numbers < st.cells || st.cells == 0 || st.years == st.cells
	}
	return false
}

// guess decides the role of a column from what stands in it.
func (c *Column) guess(first, last bool) {
	st := &c.st
	most := st.most
	switch {
	case st.cells == 0:
		c.Role = noRole
		if c.hasLabel() && !c.shared {
			c.Role = Value // a column of figures without any, so far
		}
	case most(st.dates) && !st.inOrder():
		c.Role = Note // birthdays and the like
	case most(st.whens) && (st.text > 0 && st.numbers == 0 || st.years == st.cells && (first || last) || st.whens == st.cells && st.values == 0):
		c.Role = Period
	case first && most(st.numbers) && st.cells >= 3 && 5*st.ascending >= 4*(st.cells-1) && !c.hasLabel() && st.numbers == st.cells:
		c.Role = Ordinal
	case st.values > 0 && 2*st.values >= st.cells:
		c.Role = Value
		if st.numbers == 0 && st.values == st.flags && (!c.hasLabel() || c.shared) {
			c.Role = Status
		}
	case most(st.units):
		c.Role = Unit
	case most(st.codes) && 4*st.codeDigits > st.codes && st.cells > 1 && len(st.distinct) > 1:
		c.Role = Code
	case st.cells > 1 && most(st.areas) && len(st.distinct) > 1:
		c.Role = Area
	case st.text > 0 && 5*st.measures >= 3*st.text && len(st.distinct) <= 12:
		c.Role = Measure
	case st.flags == st.cells && !first && st.cells > 0:
		c.Role = Status
	case 2*st.long > st.cells:
		c.Role = Note
	default:
		c.Role = Indicator
	}
}

// inOrder reports whether the periods follow each other, as those of a table
// do, perhaps many times over.
func (st *columnStats) inOrder() bool {
	return st.up >= 3*st.down || st.down >= 3*st.up
}

// hasLabel reports whether the heads say something of figures.
func (c *Column) hasLabel() bool {
	return len(c.Label.Names) > 0 || !c.Label.When.IsZero() || c.Label.Measure != "" || c.Label.Span != "" || c.Label.Aspect != "" || c.Label.Unit != ""
}

// monthLike reports whether the head is that of a month or quarter and sets how
// its numbers are read.
func (c *Column) monthLike() bool {
	for _, h := range c.Heads {
		switch strings.ToLower(squeeze(h)) {
		case "月", "月份", "month", "period":
			c.months = true
		case "季", "季度", "quarter":
			c.quarts = true
		}
	}
	return c.months || c.quarts
}

func itoa(n int) string { return strconv.Itoa(n) }
