package layout

import (
	"regexp"
	"slices"
	"strings"

	"jianbao/internal/indicator"
)

// Context is what stands around a table: its title, the unit of all its
// figures, the period that its heads leave out.
type Context struct {
	Title      string
	Other      string // the title in the other language
	Unit       string
	MoneyUnit  string // of values beside numbers: 金额单位：万元
	RateUnit   string // of the rates among the figures: 单位：人、‰
	When       indicator.When
	From       string // what told When: title, sheet, file, profile
	At         Cell   // the cell that did, if one
	Area       string
	Lines      []string          // what stands above the table
	Nearest    string            // the text line next above the head
	Subject    string            // the indicator of a table that names none itself
	Plan       int               // year in which the plan ends whose targets the table has: 十四五
	Currencies map[string]string // units by currency: 人民币：亿元 美元：万美元
	Source     string
	Prices     indicator.Prices
	Measure    indicator.Measure
	Fiscal     int               // month in which a fiscal year starts; 0: not known
	Compare    indicator.Compare // of the growth that the title tells
	YearEnds   int               // month in which the years end that are given by one number, where the text says so: year ended March
	India      bool              // fiscal years from April on: ₹, crore
	ToDate     bool              // the title says that the figures are of the year to date: 累计
	Notes      []string

	fresh    bool // the next title replaces the one before
	titled   bool // the title is said to be one
	unitLine Cell // that told Unit
}

var (
	unitLine     = regexp.MustCompile(`(?i)^\s*[(（]?\s*(?:本表单位|表内单位|単位|單位|计量单位|数据单位|金额单位|货币单位|数量单位|单位|units?)\s*[:：]\s*(.+?)\s*[)）]?$`)
	untilDay     = regexp.MustCompile(`^[^数资制填].*截[至止]到?(\d{4})年(1[0-2]|0?[1-9])月(?:2[89]|3[01])日`)
	moneyLine    = regexp.MustCompile(`^\s*[(（]?\s*(?:金额单位|货币单位)`)
	timeLine     = regexp.MustCompile(`(?i)^\s*(?:时间|数据时间|统计时间|期别|报告期|时期|period|time)\s*[:：]\s*(.+)$`)
	sourceLine   = regexp.MustCompile(`(?i)^\s*(?:数据来源|资料来源|来源|data source|source)s?\s*[:：]\s*(.+)$`)
	areaLine     = regexp.MustCompile(`(?i)^\s*(?:地区|区域|area|region|country)\s*[:：]\s*(.+)$`)
	titleLine    = regexp.MustCompile(`(?i)^\s*(?:table title|table name|table|title|dataset)\s*[:：]\s*(.+)$`)
	otherLine    = regexp.MustCompile(`^\s*[^:：]{1,24}[:：]`)
	areaTitle    = regexp.MustCompile(`^(\p{Han}{1,10}?(?:省|市|区|县|州|盟|旗|镇))(?:\d|主要|国民|统计|经济|各|分|月度|社会|规模|财政|工业|固定|城乡|居民|人口)`)
	subjectLine  = regexp.MustCompile(`(?i)^\s*(?:指标|指标名称|indicator|series)\s*[:：]\s*(.+)$`)
	currencyLine = regexp.MustCompile(`(人民币|美元)\s*[:：]\s*([万亿千百]*(?:美元|元))`)
	bareYear     = regexp.MustCompile(`(?:^|[^\d年.])((?:19[5-9]|20[0-4])\d)(?:$|[^\d.])`)
	tableNumber  = regexp.MustCompile(`(?i)^\s*(?:table|tabela|quadro|附?表)\s*[\dA-Z.()（）-]{0,8}\s*[:：]\s*(.+)$`)
	attachment   = regexp.MustCompile(`^附[件表录]?\s*[\d一二三四五六七八九十]*\s*[:：]?$|^内部`)
	leadBracket  = regexp.MustCompile(`^\[([^\]]+)\]`)
	planTitle    = regexp.MustCompile(`十([一二三四五])五`)
	planDone     = regexp.MustCompile(`完成|执行|实际|评估|回顾|成就`)
	growthLine   = regexp.MustCompile(`(?i)增速|增长速度|增长率|同比增长|比上年增长|growth rates?|growth \(%\)|percent(?:age)? changes?|% change|per cent change|taxa trimestral|taxa acumulada`)
	levelToo     = regexp.MustCompile(`(?i)及|和|与|、|总量|\band\b|&|levels?`)
	compactMonth = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2]))(?:$|\D)`)
	// 分月数据（累计） tells of months from January on, 当月及累计 of both.
	cumulativeTitle = regexp.MustCompile(`累计|累進|(?i:year[- ]to[- ]date|cumulative)`)
	singleTitle     = regexp.MustCompile(`当月|本月|单月|当期|累计增速|累计同比`)
	yearEnded       = regexp.MustCompile(`(?i)\b(?:years? (?:ended|ending)|annual)[ -]+(?:in |\d+ )?(mar|jun|sep|jan|feb|apr|may|jul|aug|oct|nov)(?:ch|e|t|tember|uary|ruary|il|y|ust|ober|ember)?\b`)
	indian          = regexp.MustCompile(`₹|\bcrores?\b|\blakhs?\b|\bIndia\b|\bRs\.`)
	onPreceding     = regexp.MustCompile(`(?i)\b(?:preceding|previous) (?:period|quarter|month)\b`)
	monthNamed      = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11}
	realWords       = regexp.MustCompile(`(?i)可比价|不变价|constant (?:\d{4} )?(?:market )?prices|constant (?:\d{4} )?US|chain(?:ed|-linked| linked) (?:\(\d{4}\) )?(?:volume|dollars)|volume measures|constant \(\d{4}`)
	currentOne      = regexp.MustCompile(`(?i)现价|当年价|现行价|current (?:market |basic )?prices|nominal`)
)

// context reads the lines above a table.
func (s *Sheet) context(lines []Row) Context {
	c := Context{}
	last := 0
	for i := range lines {
		if lines[i].Number-last > 2 && i > 0 {
			c.fresh = true // behind a gap a new title may follow
		}
		last = lines[i].Number
		if c.pair(&lines[i]) {
			continue
		}
		if i == len(lines)-1 && c.corner(&lines[i]) {
			continue
		}
		for _, cell := range lines[i].Cells {
			if !cell.Blank() && !cell.Spread {
				if len(c.Lines) < 20 && cell.Kind == Text && len(cell.Text) < 200 {
					c.Lines = append(c.Lines, cell.Text)
				}
				c.read(cell, cell.Col == leftmost(&lines[i]) || cell.Across)
			}
		}
	}
	if n := len(s.Tables); n > 0 && slices.ContainsFunc(c.Lines, func(t string) bool { return continued.MatchString(squeeze(t)) }) {
		c.goesOn(s.Tables[n-1].Context)
	}
	if c.When.Year == 0 && s.Told.From == "title" {
		c.When, c.From, c.At = c.When.Within(s.Told.When), s.Told.From, s.Told.At
	}
	switch w, ok := indicator.ParseWhen(squeeze(s.Name)); {
	case c.When.Year == 0:
		c.name(s.Name, "sheet")
	case ok && !c.When.HasMonths() && c.When.LastYear == 0 && w.HasMonths() && (w.Year == 0 || w.Year == c.When.Year):
		c.When, c.From = w.Within(c.When), "sheet" // 2023年主要指标 on the sheet 6月
	}
	c.fill(s.Around)
	if c.When.Year == 0 && s.Told.When.Year != 0 {
		c.When, c.From = c.When.Within(s.Told.When), s.Told.From
	}
	return c
}

// say takes what a text says of prices and growth.
func (c *Context) say(s string) {
	switch {
	case realWords.MatchString(s) && !currentOne.MatchString(s):
		c.Prices = indicator.Real
	case currentOne.MatchString(s) && !realWords.MatchString(s):
		c.Prices = indicator.Nominal
	}
	if growthLine.MatchString(s) && !levelToo.MatchString(growthLine.Split(s, 2)[0]) {
		c.Measure = indicator.Growth
	}
}

// read takes what one cell above a table says; the nearest line wins.
func (c *Context) read(cell Cell, first bool) {
	if cell.Kind == Date {
		if cell.When.Day != 0 {
			return // the day of printing
		}
		c.When, c.From, c.At = cell.When, "title", cell
		return
	}
	if cell.Kind != Text {
		return
	}
	s := strings.TrimSpace(strings.Join(strings.FieldsFunc(cell.Text, func(r rune) bool { return r == '\n' || r == '\r' }), " "))
	if m := yearEnded.FindStringSubmatch(s); m != nil {
		c.YearEnds = monthNamed[strings.ToLower(m[1])]
	}
	c.India = c.India || indian.MatchString(s)
	title := s
	switch {
	case unitLine.MatchString(s):
		u := squeeze(unitLine.FindStringSubmatch(s)[1])
		u = strings.TrimRight(u, ")）")
		var parts []string
		for _, one := range strings.FieldsFunc(u, func(r rune) bool { return strings.ContainsRune("、，,;；", r) }) {
			if one = strings.TrimSpace(one); hasHan(one) && !indicator.IsUnit(one) {
				parts = append(parts, strings.Fields(one)...)
			} else {
				parts = append(parts, one)
			}
		}
		for _, one := range parts {
			switch one = strings.TrimPrefix(strings.TrimSpace(one), "人民币"); {
			case one == "%" || one == "‰":
				c.RateUnit = one
			case c.unitLine != cell || c.Unit == "":
				bare := strings.TrimRight(one, "%‰")
				if indicator.IsUnit(one) {
					c.Unit, c.unitLine = one, cell
				} else if bare != one && indicator.IsUnit(bare) { // 单位：万元 %
					c.Unit, c.unitLine, c.RateUnit = bare, cell, one[len(bare):]
				}
			}
		}
		if u == "%" || u == "‰" {
			c.Unit = u
		}
		if moneyLine.MatchString(s) {
			c.MoneyUnit = c.Unit
		}
		if zh, en := bilingual(u); zh != "" && en != "" && indicator.IsUnit(unbracketed(zh)) {
			c.Unit = unbracketed(zh)
		}
		return
	case timeLine.MatchString(s):
		s = timeLine.FindStringSubmatch(s)[1]
		title = ""
	case sourceLine.MatchString(s):
		c.Source = sourceLine.FindStringSubmatch(s)[1]
		return
	case areaLine.MatchString(s):
		c.Area = squeeze(areaLine.FindStringSubmatch(s)[1])
		return
	case subjectLine.MatchString(s):
		c.Subject = squeeze(subjectLine.FindStringSubmatch(s)[1])
		return
	case currencyLine.MatchString(s):
		if c.Currencies == nil {
			c.Currencies = map[string]string{}
		}
		for _, m := range currencyLine.FindAllStringSubmatch(s, 4) {
			c.Currencies[map[string]string{"人民币": "CNY", "美元": "USD"}[m[1]]] = m[2]
		}
		return
	case tableNumber.MatchString(s):
		title = tableNumber.FindStringSubmatch(s)[1]
	case titleLine.MatchString(s):
		title, c.titled = titleLine.FindStringSubmatch(s)[1], true
		c.Title = squeeze(title)
	case isNoteText(s), otherLine.MatchString(s) && len(s) < 200 && !hasWhen(s):
		return
	}
	if l := ParseLabel(s); l.pure() && l.Unit != "" && l.When.IsZero() {
		c.Unit = l.Unit
		if l.Measure == indicator.Growth {
			c.Measure, c.Compare = l.Measure, l.Compare
		}
		return
	}
	if w, ok := indicator.ParseWhen(unbracketed(squeeze(s))); ok && w.LastYear == 0 && w.Day == 0 {
		c.When, c.From, c.At = w.Within(c.When), "title", cell
		return
	}
	if m := untilDay.FindStringSubmatch(s); m != nil && c.When.IsZero() {
		c.When, c.From, c.At = indicator.When{Year: atoi(m[1]), From: 1, To: atoi(m[2])}, "title", cell // 截至2024年9月30日
	}
	if w, _, _, ok := indicator.FindWhen(s); ok && w.Day == 0 && w.LastYear == 0 && !strings.Contains(s, "截至") {
		c.When, c.From, c.At = w.Within(indicator.When{Year: c.When.Year}), "title", cell
	}
	if title != "" && first && !isNoteText(title) && !attachment.MatchString(title) {
		c.Nearest = squeeze(title)
	}
	if title == "" || isNoteText(title) || !first || attachment.MatchString(title) {
		return
	}
	if c.Title == "" || c.fresh && !c.titled && len([]rune(squeeze(title))) > 5 {
		c.Title, c.Other, c.fresh = squeeze(title), "", false
	} else if c.Other == "" && hasHan(c.Title) && !hasHan(title) && letters(title) > 6 {
		c.Other = title
	}
	if m := areaTitle.FindStringSubmatch(c.Title); m != nil && !isWhole(m[1]) && !strings.ContainsAny(m[1], "分各与") {
		c.Area = m[1]
	}
	if m := planTitle.FindStringSubmatch(title); m != nil && !planDone.MatchString(title) {
		c.Plan = map[string]int{"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030}[m[1]]
	}
	c.ToDate = c.ToDate || cumulativeTitle.MatchString(title) && !singleTitle.MatchString(title)
	switch {
	case realWords.MatchString(title) && !currentOne.MatchString(title):
		c.Prices = indicator.Real
	case currentOne.MatchString(title) && !realWords.MatchString(title):
		c.Prices = indicator.Nominal
	}
	if c.Title == squeeze(title) { // not what a title says of a table further up
		c.Measure, c.Compare = "", ""
	}
	if growthLine.MatchString(title) && !levelToo.MatchString(title) {
		c.Measure = indicator.Growth
		if c.Compare = ""; onPreceding.MatchString(title) {
			c.Compare = indicator.OnPrevious
		}
	}
	if m := leadBracket.FindStringSubmatch(title); m != nil && indicator.IsUnit(m[1]) && c.Unit == "" {
		c.Unit = m[1]
	}
	for _, part := range append([]string{title}, first2(bilingual(title))...) {
		if _, unit := indicator.SplitUnit(part); unit != "" && c.Unit == "" {
			c.Unit = unit
		}
	}
}

func first2(a, b string) []string { return []string{a, b} }

// name takes what the name of a sheet or of a file says.
func (c *Context) name(s, from string) {
	w, ok := indicator.ParseWhen(squeeze(s))
	if !ok {
		w, _, _, ok = indicator.FindWhen(s)
	}
	if !ok {
		for _, re := range []*regexp.Regexp{compactMonth, bareYear} {
			if m := re.FindStringSubmatch(s); m != nil && !ok && from == "file" {
				w, ok = indicator.ParseWhen(m[1])
			}
		}
	}
	if !ok || w.LastYear != 0 {
		return
	}
	if c.When.IsZero() || c.When.Year == 0 {
		c.When, c.From = c.When.Within(w), from
		if c.When.From == 0 {
			c.When.From, c.When.To = w.From, w.To
		}
	}
}

// Named is the context that the name of a file tells.
func Named(s string) Context {
	var c Context
	c.name(s, "file")
	if m := areaTitle.FindStringSubmatch(squeeze(s)); m != nil {
		c.Area = m[1]
	}
	return c
}

// fill takes what is not told from the context around it.
func (c *Context) fill(o Context) {
	if o.From == "profile" && !o.When.IsZero() {
		c.When, c.From, c.At = o.When.Within(c.When), o.From, Cell{}
	} else if c.When.Year == 0 && !o.When.IsZero() {
		c.When, c.From = c.When.Within(o.When), o.From
	}
	if c.Unit == "" {
		c.Unit = o.Unit
	}
	if c.Area == "" {
		c.Area = o.Area
	}
	if c.Title == "" {
		c.Title = o.Title
	}
	if c.Fiscal == 0 {
		c.Fiscal = o.Fiscal
	}
	if c.Prices == "" {
		c.Prices = o.Prices
	}
}

func isNoteText(s string) bool { return noteStart.MatchString(s) }

func hasWhen(s string) bool {
	_, _, _, ok := indicator.FindWhen(s)
	return ok
}
