package sources

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/internal/place"
	"jianbao/sources/layout"
)

// reportTables says what a careful clerk might question of each table: where
// its period comes from, what a column was taken for.
func (a *adopter) reportTables() {
	told := map[indicator.Cell]bool{}
	for _, t := range a.tables {
		if t.Facts == 0 {
			continue
		}
		sheet := t.Sheet.Name
		at := a.at(sheet, address(t.Columns[0].Col, t.First))
		if m := t.FiscalAssumed; m != 0 {
			a.warnf("fiscal-year-assumed", at,
				"表中是财年，没有说明起始月份，按 %[1]d 月至次年 %[2]d 月理解；如不对，请在配置文件中用 fiscal-year-starts 指定。",
				"the table has fiscal years and does not say when they start; they are taken to run from %[3]s to %[4]s. Set fiscal-year-starts in the profile if that is wrong.",
				m, m-1, time.Month(m), time.Month(m-1))
		}
		if t.CumulativeAssumed {
			a.warnf("to-date-assumed", at,
				"表题写明是累计数，表头的月份按年初至当月理解；如是当月数，请在配置文件中用 span: single 指定。",
				"the title says that the figures are cumulative, so that the months in the heads are read as from January on. If they are of single months, set span: single in the profile.")
		}
		switch w := t.Context.When; {
		case !t.LeansOnContext:
		case t.Context.From == "file":
			a.warnf("period-from-file-name", at,
				"表中没有完整的时期，按文件名理解为 %[1]s；如不对，请在表题或配置文件中写明。",
				"the table does not tell its period in full; it was taken from the file's name as %[1]s. If that is wrong, say the period in the table's title or in the profile.", whenName(w))
		case t.Context.From == "workbook":
			a.warnf("period-from-other-sheet", at,
				"表中没有时期，按前面工作表的标题理解为 %[1]s；如不对，请在表题或配置文件中写明。",
				"the table does not tell its period; it was taken from the titles of the sheets before as %[1]s. If that is wrong, say the period in the table's title or in the profile.", whenName(w))
		case t.Context.From == "sheet":
			a.infof("period-from-sheet-name", at,
				"时期按工作表名理解为 %[1]s。", "the period was taken from the sheet's name as %[1]s.", whenName(w))
		case t.Context.From == "title":
			line := a.at(sheet, address(t.Context.At.Col, t.Context.At.Row))
			if told[line] {
				break
			}
			told[line] = true
			a.infof("period-from-title", line,
				"表头没有写明的时期，按此处理解为 %[1]s。", "where heads do not tell the period, it was taken from here as %[1]s.", whenName(w))
		}
		for _, c := range t.Columns {
			if c.Hidden {
				a.warnf("hidden-column", a.at(sheet, address(c.Col, t.First)),
					"此列处于隐藏状态，仍已读取；若不应使用，请删除。", "the column is hidden and was read all the same; delete it if it should not be used.")
			}
		}
	}
}

func whenName(w indicator.When) string {
	if p, ok := w.Period(1); ok {
		return p.String()
	}
	if w.HasMonths() {
		return fmt.Sprintf("%d–%d月", w.From, w.To)
	}
	return ""
}

// describe fills in what the sheets say of the briefing as a whole, and says
// what was guessed of names and units.
func (a *adopter) describe() {
	d := a.data
	used := a.used()
	if len(d.Series) == 0 {
		a.reportNothing()
		return
	}
	info := &d.Info
	for _, t := range used {
		c := &t.Context
		if info.Title.IsZero() && c.Title != "" {
			setText(&info.Title, c.Title)
			if c.Other != "" {
				setText(&info.Title, c.Other)
			}
		}
		if info.Source.IsZero() && c.Source != "" {
			setText(&info.Source, c.Source)
		}
		if info.Area.IsZero() && c.Area != "" {
			setText(&info.Area, c.Area)
		}
		if t.LeansOnContext && c.When.HasMonths() { // of sheets by month, the latest
			if p, ok := c.When.Period(1); ok && (info.Period.IsZero() || p.To > info.Period.To || p.To == info.Period.To && p.From < info.Period.From) {
				info.Period = p
			}
		}
	}
	for _, t := range used { // said below the tables
		if info.Source.IsZero() && t.Sheet != nil && t.Sheet.Source != "" {
			setText(&info.Source, t.Sheet.Source)
		}
	}
	switch {
	case a.area == "全国":
		info.Area = indicator.Text{ZH: "中国", EN: "China"}
	case a.area != "" && !(layout.IsWhole(a.area) && hasHan(a.area)): // 全市 says less than the title
		info.Area = indicator.Text{}
		setText(&info.Area, a.area)
	}
	info.Area = layout.AreaNames(info.Area)
	for _, t := range []*indicator.Text{&info.Title, &info.Source} {
		t.ZH, t.EN = strings.ReplaceAll(t.ZH, "₹", "INR "), strings.ReplaceAll(t.EN, "₹", "INR ")
	}
	a.title(info)
	a.opt.Profile.describe(info)
	a.beforeEstimates(info)
	if en, ok := place.English(info.Area.ZH); ok && info.Area.EN == "" {
		info.Area.EN = en
		a.infof("area-proposed", a.at("", ""),
			"“%[1]s”的英文按汉语拼音拟为“%[2]s”；如不对，请在词汇表或配置文件中给出。",
			"the English name of “%[1]s” was made of its sound, “%[2]s”. If that is wrong, give it in the glossary or in the profile.", info.Area.ZH, en)
	}
	a.noteNames()
	a.noteUnits()
	for i := range d.Series {
		s := &d.Series[i]
		for _, text := range []string{s.Name.ZH, s.Name.EN, s.Unit.Text.ZH, s.Unit.Text.EN, s.Group.ZH, s.Group.EN} {
			if text != "" {
				d.Strings = append(d.Strings, indicator.Located{Cell: s.Cell, Text: text})
			}
		}
	}
	for _, text := range []string{info.Title.ZH, info.Title.EN, info.Area.ZH, info.Area.EN, info.Source.ZH, info.Source.EN} {
		if text != "" {
			d.Strings = append(d.Strings, indicator.Located{Cell: a.at("", ""), Text: text})
		}
	}
}

// beforeEstimates makes the latest period with a figure that is no estimate the
// reporting period, where estimates go on: those of the years to come are no
// results.
func (a *adopter) beforeEstimates(info *indicator.Info) {
	if !info.Period.IsZero() {
		return
	}
	var observed, estimated indicator.Period
	for i := range a.data.Series {
		for _, o := range a.data.Series[i].Observations {
			switch {
			case !o.Status.HasValue():
			case o.Status == indicator.Estimated:
				if o.Period.To > estimated.To {
					estimated = o.Period
				}
			case o.Period.To > observed.To || o.Period.To == observed.To && o.Period.From < observed.From:
				observed = o.Period
			}
		}
	}
	if observed.IsZero() || estimated.To <= observed.To {
		return
	}
	info.Period = observed
	a.infof("estimates-ahead", a.at("", ""),
		"%[1]s之后都是估计或预测数，简报写到 %[1]s；要写到更晚的时期，请用 --period 指定。",
		"after %[1]s there are only estimates; the briefing is about %[1]s. Name a later period with --period.", observed)
}

// reportUnusedGuides names what of the profile fits nothing in the workbook:
// mostly a slip of the pen.
func (a *adopter) reportUnusedGuides() {
	p := a.opt.Profile
	if p == nil || a.overflows() {
		return
	}
	for i := range p.Sheets {
		s := &p.Sheets[i]
		if !slices.ContainsFunc(a.book.sheets, func(b bookSheet) bool { return s.names(b.name) }) {
			a.warnf("profile-unused", a.at("", ""),
				"配置文件中的工作表“%[1]s”在工作簿中不存在；请核对名称。", "the profile speaks of a sheet “%[1]s” that the workbook does not have; check its name.", s.Sheet)
		}
	}
	used := map[*IndicatorGuide]bool{}
	for _, n := range a.names {
		used[n.guide] = true
	}
	for i := range p.Indicators {
		if g := &p.Indicators[i]; !used[g] {
			a.warnf("profile-unused", a.at("", ""),
				"配置文件中的指标“%[1]s”在工作簿中没有找到；名称应与 inspect 列出的一致。", "the profile speaks of an indicator “%[1]s” that was not found in the workbook; the name must be as inspect lists it.", g.Name)
		}
	}
}

// title supplies what of the title the sheets do not tell.
func (a *adopter) title(info *indicator.Info) {
	file := strings.TrimSuffix(a.data.File, extension(a.data.File))
	switch {
	case info.Title.IsZero() && hasHan(file):
		info.Title.ZH = file
	case info.Title.IsZero():
		info.Title = indicator.Text{ZH: "主要指标简报", EN: "Briefing on main indicators"}
		a.infof("title-supplied", a.at("", ""),
			"表中没有标题，简报题为“%[1]s”；可在配置文件中用 title 指定。",
			"the sheets have no title; the briefing is called “%[2]s”. Set title in the profile to change it.", info.Title.ZH, info.Title.EN)
		return
	}
	if info.Title.EN == "" {
		info.Title.EN = englishTitle(info.Title.ZH)
	} else if info.Title.ZH == "" {
		info.Title.ZH = "主要指标简报"
	} else {
		return
	}
	a.warnf("title-proposed", a.at("", ""),
		"标题只有一种文字，另一种暂题为“%[1]s”；请在配置文件中用 title 指定。",
		"the title is in one language; in the other the briefing is called “%[1]s” for now. Set title in the profile.",
		either(map[bool]string{true: info.Title.EN, false: info.Title.ZH}[hasHan(info.Title.ZH) && info.Title.ZH != "主要指标简报"], info.Title.ZH))
}

// englishTitle is a plain English title for a Chinese one, by its last words.
func englishTitle(zh string) string {
	for _, t := range []struct{ zh, en string }{
		{"主要经济指标", "Main economic indicators"}, {"国民经济和社会发展", "National economic and social development"}, {"统计月报", "Monthly statistical report"},
		{"地区生产总值", "Gross regional product"}, {"国内生产总值", "Gross domestic product"}, {"居民消费价格", "Consumer prices"}, {"固定资产投资", "Investment in fixed assets"},
		{"社会消费品零售总额", "Retail sales of consumer goods"}, {"进出口", "Imports and exports"}, {"财政收支", "Government revenue and expenditure"}, {"信贷收支", "Sources and uses of credit funds"},
		{"工业", "Industry"}, {"人口", "Population"}, {"用电", "Electricity consumption"},
	} {
		if strings.Contains(zh, t.zh) {
			return t.en
		}
	}
	return "Briefing on main indicators"
}

func setText(t *indicator.Text, s string) {
	if hasHan(s) {
		t.ZH = s
	} else {
		t.EN = s
	}
}

// noteNames lists the names that were taken for a term of the glossary under
// another name, and the names that it does not have.
func (a *adopter) noteNames() {
	seen := map[string]bool{}
	for _, d := range a.drafts {
		n := a.names[d.item]
		if d.dropped || seen[n.written] || n.guide != nil && n.guide.ZH != "" && n.guide.EN != "" {
			continue
		}
		seen[n.written] = true
		at := a.data.Series[d.series].Cell
		switch {
		case n.match == glossary.None && n.proposed && n.text.ZH != "" && n.text.EN != "":
			zh, en := n.text.EN, n.text.EN
			if !hasHan(n.written) {
				zh, en = n.text.ZH, n.text.ZH
			}
			a.warnf("name-proposed", at,
				"词汇表中没有“%[1]s”，译名“%[2]s”是按组成部分拟出的；请核对，或在“词汇”工作表、配置文件中给出译名。",
				"the glossary does not have “%[1]s”; its translation “%[3]s” was put together from its parts. Check it, or give the translation in a sheet Glossary or in the profile.", n.written, zh, en)
		case n.match != glossary.None && n.match != glossary.Exact && foldName(n.written) != foldName(n.entry.Name.ZH) && foldName(n.written) != foldName(n.entry.Name.EN):
			a.infof("name-matched", at,
				"“%[1]s”按词汇表理解为“%[2]s”（%[3]s）。", "“%[1]s” is taken for “%[3]s” (%[2]s) of the glossary.", n.written, n.entry.Name.ZH, n.entry.Name.EN)
		}
	}
}

// noteUnits supplies the usual unit of an indicator where nothing tells it, and
// says so.
func (a *adopter) noteUnits() {
	seen := map[int]bool{}
	for _, d := range a.drafts {
		s := &a.data.Series[d.series]
		if d.dropped || seen[d.series] || d.into != nil || !s.Unit.Text.IsZero() {
			continue
		}
		seen[d.series] = true
		if s.Measure == indicator.Growth {
			s.Unit = indicator.ParseUnit(indicator.Text{ZH: "%", EN: "%"})
			continue
		}
		n := a.names[d.item]
		if hasHan(n.written) && n.match != glossary.None && n.entry.Unit != "" && a.unitSafe(n.entry.Unit) {
			s.Unit = completed(indicator.ParseUnit(indicator.Text{ZH: n.entry.Unit}))
			a.warnf("unit-assumed", s.Cell,
				"没有写明“%[1]s”的单位，按惯例假定为“%[2]s”；请在表中写明，或在配置文件中指定。",
				"nothing tells the unit of “%[1]s”; it is assumed to be the usual one, %[2]s. Write it in the table, or set it in the profile.", n.written, n.entry.Unit)
			continue
		}
		a.warnf("no-unit", s.Cell,
			"没有写明“%[1]s”的单位；请在表中写明，或在配置文件中指定。",
			"nothing tells the unit of “%[1]s”; write it in the table, or set it in the profile.", n.written)
	}
}

// unitSafe reports whether the usual unit of an indicator may be assumed. A
// local office keeps money in 万元 or 亿元 as it likes, which is a factor of ten
// thousand; national accounts are in 亿元.
func (a *adopter) unitSafe(unit string) bool {
	u := indicator.ParseUnit(indicator.Text{ZH: unit})
	return u.Scale == 0 || a.data.Find("gdp") != nil
}

// reportNothing declines a file in which there is no indicator, with the
// nearest to a reason.
func (a *adopter) reportNothing() {
	at := a.at("", "")
	var best *layout.Table
	for _, t := range a.tables {
		if best == nil || len(t.Columns) > len(best.Columns) {
			best = t
		}
	}
	if best == nil && len(a.book.lost) == 0 && a.empty() {
		a.errorf("empty-workbook", at,
			"工作簿里没有任何内容。请检查是否选对文件，或运行 jianbao init 生成标准工作簿填写。",
			"the workbook has no content. Check that it is the right file, or run jianbao init to make a standard workbook and fill it in.")
		return
	}
	if best == nil {
		a.errorf("no-table", at,
			"没有找到指标数据表：需要有表头、指标名称和数值的表格。请检查是否选对文件，或运行 jianbao init 生成标准工作簿填写。",
			"no table of indicators was found: a table with heads, names of indicators and figures is expected. Check that it is the right file, or run jianbao init to make a standard workbook and fill it in.")
		return
	}
	reasons := map[string]int{}
	for _, r := range a.unused.runs {
		reasons[r.reason] += r.n
	}
	zh, en := "没有随时期变化的指标数值", "it has no figures of named indicators by period"
	switch {
	case reasons["no-period"] > 0:
		zh, en = "没有写明时期（年、季度、月），不知道数值属于何时；若是指标表，请在表题或表头写明，如“2023年1—11月”，或在配置文件中写 period",
			"nothing tells the period (year, quarter, month) of its figures; if it is a table of indicators, say it in the title or the heads, for example “Jan–Nov 2023”, or set period in the profile"
	case reasons["no-indicator"] > 0:
		zh, en = "行和列都没有指标名称", "neither rows nor columns name an indicator"
	}
	a.errorf("no-indicator-found", a.at(best.Sheet.Name, address(best.Columns[0].Col, best.First)),
		"没有找到指标：从这一行起的表格%[1]s。请检查是否选对文件。",
		"no indicator was found: as to the table from this row on, %[2]s. Check that it is the right file.", zh, en)
}

// empty reports whether no sheet has a cell with content.
func (a *adopter) empty() bool {
	for _, s := range a.book.sheets {
		filled := false
		err := a.book.grid(s, func(g *gridRow) bool {
			for _, c := range g.cells {
				filled = filled || !c.blank()
			}
			return !filled
		})
		if filled || err != nil {
			return false
		}
	}
	return true
}
