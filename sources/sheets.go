package sources

// The standard sheets and their columns, with what the comment on each head
// tells the person who fills it in.

var briefingSheet = sheetSpec{
	term: term{text("简报", "Briefing"), nil},
	columns: []column{
		itemLabel: {term: term{text("项目", "Item"), []string{"items"}}, need: true, width: 26,
			help: text("项目名称，请勿改动。", "The name of the item; please leave it as it is.")},
		itemZH: {term: term{text("中文", "Chinese"), []string{"中文内容", "内容", "zh"}}, need: true, or: itemEN, width: 56, format: textCells, wrap: true,
			help: text("中文内容。例：净月高新区经济简报", "The Chinese text, for example 净月高新区经济简报. Dates and periods go here and hold for both languages.")},
		itemEN: {term: term{text("英文", "English"), []string{"英文内容", "en"}}, width: 56, format: textCells, wrap: true,
			help: text("英文内容。日期、报告期只填中文栏即可。", "The English text, for example Jingyue High-tech Zone: Economic Briefing.")},
	},
}

// Positions of the items of the briefing sheet.
const (
	itemTitle = iota
	itemIssuer
	itemArea
	itemPeriod
	itemRelease
	itemSource
	itemContact
	itemHeadline
	itemStatus
)

// items are the rows of the briefing sheet.
var items = []term{
	itemTitle:    {text("标题", "Title"), []string{"简报标题"}},
	itemIssuer:   {text("发布单位", "Issuer"), []string{"编制单位", "issued by", "publisher"}},
	itemArea:     {text("地区", "Area"), []string{"区域", "region"}},
	itemPeriod:   {text("报告期", "Reporting period"), []string{"period"}},
	itemRelease:  {text("发布日期", "Release date"), []string{"日期", "date", "发布时间"}},
	itemSource:   {text("资料来源", "Source"), []string{"数据来源", "来源", "sources"}},
	itemContact:  {text("联系方式", "Contact"), []string{"联系人", "contacts"}},
	itemHeadline: {text("导语", "Headline"), []string{"标题句", "导语/标题句"}},
	itemStatus:   {text("数据性质", "Data status"), []string{"数据状态"}},
}

var indicatorsSheet = sheetSpec{
	term: term{text("指标", "Indicators"), []string{"indicator", "指标表"}},
	columns: []column{
		indID: {term: term{text("编号", "ID"), []string{"指标编号", "指标代码", "代码", "code"}}, need: true, width: 14, format: textCells,
			help: text("指标的编号：英文字母、数字、“-”或“_”，每个指标一个，不可重复。例：grp",
				"A short id of letters, digits, “-” or “_”, one for each indicator. Example: grp")},
		indNameZH: {term: term{text("中文名称", "Name (zh)"), []string{"指标名称", "名称", "chinese name", "name"}}, need: true, or: indNameEN, width: 28, wrap: true,
			help: text("指标的中文全称。例：地区生产总值", "The full name in Chinese. Example: 地区生产总值")},
		indNameEN: {term: term{text("英文名称", "Name (en)"), []string{"english name"}}, width: 34, wrap: true,
			help: text("指标的英文全称。例：Gross regional product", "The full name in English. Example: Gross regional product")},
		indShortZH: {term: term{text("中文简称", "Short name (zh)"), []string{"简称", "short name"}}, width: 18,
			help: text("用于图表的简称，可空。例：规上工业产值", "A short Chinese name for charts; may be empty. Example: 规上工业产值")},
		indShortEN: {term: term{text("英文简称", "Short name (en)"), nil}, width: 22,
			help: text("用于图表的英文简称，可空。例：Industrial output", "A short English name for charts; may be empty. Example: Industrial output")},
		indUnitZH: {term: term{text("单位", "Unit (zh)"), []string{"中文单位", "计量单位", "unit"}}, need: true, or: indUnitEN, width: 11,
			help: text("计量单位。例：亿元、万人、%", "The unit in Chinese. Example: 亿元, 万人, %")},
		indUnitEN: {term: term{text("英文单位", "Unit (en)"), nil}, width: 18,
			help: text("英文单位，须与中文单位大小一致：亿元是 RMB 100 million。常用单位可留空，由程序补上。",
				"The unit in English, of the same size as the Chinese one: 亿元 is RMB 100 million. Common units may be left empty; they are filled in.")},
		indKind: {term: term{text("类型", "Kind"), []string{"指标类型", "type"}}, need: true, width: 13, choices: kindChoices,
			help: text("流量：一段时间累计的量，如产值；存量：某一时点的量，如贷款余额；比率：如失业率；指数：上年或上期为100；占比：占总体的百分数。",
				"flow: an amount over a span of time, such as output; stock: an amount at a point in time, such as loans outstanding; rate: such as unemployment; index: base 100; share: percent of a whole.")},
		indPrices: {term: term{text("增速口径", "Growth basis"), []string{"价格口径", "prices"}}, width: 18, choices: pricesChoices,
			help: text("增速按可比价（如地区生产总值、工业增加值）还是现价（如零售额、财政收入）计算；实物量选“不适用”。",
				"Whether growth is at comparable prices (real: GRP, industrial value added) or current prices (nominal: retail sales, revenue); not applicable for physical quantities.")},
		indDirection: {term: term{text("方向", "Direction"), nil}, width: 15, choices: directionChoices,
			help: text("数值越高越好、越低越好，还是中性。例：失业率选“越低越好”。可空，空即中性。",
				"Whether higher or lower is better, or neither. Example: down for the unemployment rate. Empty means neutral.")},
		indGroupZH: {term: term{text("分组", "Group (zh)"), []string{"中文分组", "group"}}, width: 15,
			help: text("简报中归入哪一组，可空。例：经济总量", "The group in which it is shown; may be empty. Example: 经济总量")},
		indGroupEN: {term: term{text("英文分组", "Group (en)"), nil}, width: 24,
			help: text("分组的英文名称。例：Output and investment", "The group's name in English. Example: Output and investment")},
		indDecimals: {term: term{text("小数位", "Decimals"), []string{"小数位数"}}, width: 10,
			help: text("显示几位小数（0—6）；留空则按填入的数值显示。例：1", "How many decimals are shown (0 to 6); empty: as entered. Example: 1")},
		indNoteZH: {term: term{text("说明", "Note (zh)"), []string{"中文说明", "备注", "note"}}, width: 30, wrap: true,
			help: text("口径、范围等说明，印在注释里，可空。", "A note in Chinese on scope or method, printed among the notes; may be empty.")},
		indNoteEN: {term: term{text("英文说明", "Note (en)"), nil}, width: 30, wrap: true,
			help: text("说明的英文。", "The note in English.")},
	},
}

var dataSheet = sheetSpec{
	term: term{text("数据", "Data"), []string{"数据表"}},
	columns: []column{
		dataIndicator: {term: term{text("指标", "Indicator"), []string{"指标编号", "指标名称", "编号", "id"}}, need: true, width: 16, format: textCells,
			help: text("从下拉列表选指标编号；填中英文名称也可。例：retail", "Choose the indicator's id from the list; its name in either language will do as well. Example: retail")},
		dataPeriod: {term: term{text("时期", "Period"), []string{"报告期", "时间", "日期"}}, need: true, width: 16, format: textCells,
			help: text("一行一个时期。例：2023-11、2023年11月、2023年三季度、2022年；1—2月合并公布时填 2023年1—2月。",
				"One period a row. Examples: 2023-11, Nov 2023, 2023Q3, 2022; where January and February come together: Jan–Feb 2023.")},
		dataValue: {term: term{text("数值", "Value"), []string{"当月值", "当期值", "本期值", "绝对数"}}, width: 12,
			help: text("该时期的数值，单位见“指标”表。例：432.6。暂缺可空，或填“…”；初步数可写 432.6(p)。",
				"The value of the period, in the unit of the indicator. Example: 432.6. Leave it empty or enter … where it is not available; 432.6(p) is preliminary.")},
		dataGrowth: {term: term{text("同比增长%", "Growth y/y"), []string{"同比", "同比增速", "增速", "比上年同期增长", "growth", "growth y/y %", "year on year"}}, width: 13,
			help: text("已公布的同比增速，填百分号前的数。例：7.2；下降填负数：-3.1",
				"Published growth on a year earlier, the number before the percent sign. Example: 7.2; a fall is negative: -3.1")},
		dataCumulative: {term: term{text("累计值", "Cumulative"), []string{"累计", "本年累计", "自年初累计", "ytd", "year to date"}}, width: 12,
			help: text("1月至该月的累计值。例：2023-11 一行填 1—11 月的累计。", "The sum from January to this month. Example: in the row 2023-11, the value of January–November.")},
		dataCumulativeGrowth: {term: term{text("累计同比%", "Cumulative growth"), []string{"累计增长", "累计增速", "累计同比增长", "ytd growth", "cumulative growth y/y"}}, width: 13,
			help: text("累计值的同比增速。例：5.4", "Growth of the cumulative value on a year earlier. Example: 5.4")},
		dataPrevious: {term: term{text("修订前", "Previously published"), []string{"原公布数", "previous"}}, width: 13,
			help: text("数值修订过的，填原先公布的数（本行“数值”的，没有数值时为“累计值”的）。例：33.9",
				"For a revised value, the figure published before (of Value; of Cumulative where there is no Value). Example: 33.9")},
		dataStatus: {term: term{text("状态", "Status"), []string{"数据状态"}}, width: 17, choices: statusChoices,
			help: text("对本行所有数值有效：初步、修订、估计；没有数值时：暂缺、不适用、保密。可空。",
				"Holds for all numbers of the row: preliminary, revised, estimated; where there is no number: not available, not applicable, confidential. May be empty.")},
		dataRemark: {term: term{text("备注", "Remark"), []string{"remarks", "note"}}, width: 24, wrap: true,
			help: text("只供填表人自用，不印在简报上。", "For your own use; not printed.")},
	},
}

var targetsSheet = sheetSpec{
	term: term{text("目标", "Targets"), []string{"target", "预期目标"}},
	columns: []column{
		tgtIndicator: {term: term{text("指标", "Indicator"), []string{"指标编号", "指标名称", "编号", "id"}}, need: true, width: 16, format: textCells,
			help: text("从下拉列表选指标编号。例：grp", "Choose the indicator's id from the list. Example: grp")},
		tgtYear: {term: term{text("年份", "Year"), []string{"年度"}}, need: true, width: 9,
			help: text("目标年份。例：2023。多年规划目标填起止年份，例：2021—2025，增速即年均增速。", "The year of the target. Example: 2023. For a plan of several years its first and last: 2021–2025; growth is then the yearly average.")},
		tgtKind: {term: term{text("类型", "Kind"), []string{"目标类型", "type"}}, need: true, width: 14, choices: targetKindChoices,
			help: text("增速：比上年增长的百分数；水平：全年要达到的量，单位见“指标”表；比率：失业率、指数等本身的值；累计增速：规划期内累计增长或下降的百分数。",
				"growth: percent over the year before; level: the amount for the whole year, in the indicator's unit; rate: the value itself of a rate, share or index; total growth: percent over all years of a plan.")},
		tgtBound: {term: term{text("约束", "Bound"), []string{"约束方式"}}, need: true, width: 17, choices: boundChoices,
			help: text("不低于（以上）、不超过（以内）、左右、等于、区间（填目标值和上限）、同步（填参照指标）、文字（只有表述）。",
				"at least, at most, about, exactly, range (fill in Value and Upper), relative (fill in Reference), text (words only).")},
		tgtValue: {term: term{text("目标值", "Value"), []string{"目标", "target", "下限"}}, width: 11,
			help: text("目标的数；增速填百分号前的数。例：7.2。同步和文字目标不填。",
				"The number aimed at; for growth, the number before the percent sign. Example: 7.2. Empty for relative and text targets.")},
		tgtUpper: {term: term{text("上限", "Upper"), []string{"upper bound"}}, width: 10,
			help: text("仅用于区间：目标值为下限，这里填上限。例：6", "For a range only: Value is the lower end, this the upper. Example: 6")},
		tgtReference: {term: term{text("参照指标", "Reference"), []string{"参照"}}, width: 16, format: textCells,
			help: text("仅用于同步目标：与哪个指标的增速同步。例：grp", "For a relative target only: the indicator whose growth it follows. Example: grp")},
		tgtTextZH: {term: term{text("中文表述", "Text (zh)"), []string{"表述", "text"}}, width: 34, wrap: true,
			help: text("目标的原文表述。例：与经济增长基本同步", "The target in words, in Chinese. Example: 与经济增长基本同步")},
		tgtTextEN: {term: term{text("英文表述", "Text (en)"), nil}, width: 38, wrap: true,
			help: text("目标的英文表述。例：broadly in step with economic growth", "The target in words, in English. Example: broadly in step with economic growth")},
		tgtTolerance: {term: term{text("容差", "Tolerance"), []string{"允许偏差"}}, width: 10,
			help: text("与目标相差多少以内算相符，可空：增速、比率为百分点，水平为目标的百分数。例：0.5", "Within how much of the target counts as on track; may be empty. Growth and rates: percentage points; levels: percent of the target. Example: 0.5")},
	},
}

var highlightsSheet = sheetSpec{
	term: term{text("要点", "Highlights"), []string{"highlight", "重点"}},
	columns: []column{
		hlGroupZH: {term: term{text("分组", "Group (zh)"), []string{"中文分组", "group"}}, need: true, or: hlGroupEN, width: 22, wrap: true,
			help: text("要点所属的一组，同组各行填写一致。例：2022年政策举措", "The group of the point; the same in all its rows. Example: 2022年政策举措")},
		hlGroupEN: {term: term{text("英文分组", "Group (en)"), nil}, width: 28, wrap: true,
			help: text("分组的英文名称。例：Policy measures in 2022", "The group's name in English. Example: Policy measures in 2022")},
		hlNameZH: {term: term{text("名称", "Name (zh)"), []string{"中文名称", "name"}}, width: 18, wrap: true,
			help: text("要点的名称，可空。例：活力净月", "The name of the point; may be empty. Example: 活力净月")},
		hlNameEN: {term: term{text("英文名称", "Name (en)"), nil}, width: 24, wrap: true,
			help: text("要点的英文名称。例：Vibrant Jingyue", "The name in English. Example: Vibrant Jingyue")},
		hlPointZH: {term: term{text("要点", "Point (zh)"), []string{"中文要点", "内容", "point"}}, need: true, or: hlPointEN, width: 46, wrap: true,
			help: text("要点的内容，一句话。例：扩大内需", "The point itself, in one sentence. Example: 扩大内需")},
		hlPointEN: {term: term{text("英文要点", "Point (en)"), nil}, width: 54, wrap: true,
			help: text("要点的英文。例：Expanding domestic demand", "The point in English. Example: Expanding domestic demand")},
	},
}

var guideSheet = term{text("说明", "Guide"), []string{"填写说明", "readme", "使用说明"}}

var wordingSheet = sheetSpec{
	term: term{text("文字", "Wording"), []string{"自拟文字", "own words"}},
	columns: []column{
		wordPlace: {term: term{text("位置", "Place"), []string{"处"}}, need: true, width: 20, format: textCells,
			help: text("用自拟的话替换何处：导语，某个指标的编号或名称（正文中关于它的话），或某一部分的标题：增长、目标、结果、分月、重点、修订、说明。",
				"What your own words replace: headline; an indicator by its id or name (what the text says of it); or the title of a part: growth, targets, results, months, highlights, revisions, notes.")},
		wordZH: {term: term{text("中文", "Chinese"), []string{"中文内容", "内容", "zh"}}, need: true, or: wordEN, width: 60, wrap: true,
			help: text("自拟的中文。数字可写成引用，由程序填入：{grp} 为数值，{grp.growth} 为增速，{grp.change} 为“同比增长7.2%”。",
				"Your own Chinese. Figures may be references, which are filled in: {grp} is the value, {grp.growth} its growth, {grp.change} 同比增长7.2%.")},
		wordEN: {term: term{text("英文", "English"), []string{"英文内容", "en"}}, width: 60, wrap: true,
			help: text("自拟的英文，数字须与中文一致；引用相同。", "Your own English; its figures must be those of the Chinese. References are the same.")},
	},
}

// standardSheets are the sheets in the order in which they stand in a workbook.
var standardSheets = []*sheetSpec{&briefingSheet, &indicatorsSheet, &dataSheet, &targetsSheet, &highlightsSheet, &wordingSheet}
