package sources

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/indicator"
)

// guideLines tell someone who has never seen the workbook how to fill it in.
var guideLines = []indicator.Text{
	text("本工作簿用来生成中英文统计简报。填好后运行 jianbao 文件名.xlsx，或把文件拖到程序图标上，PDF 就生成在同一文件夹里。",
		"This workbook makes a statistical briefing in Chinese and English. Fill it in and run jianbao FILE.xlsx, or drop the file on the program: the PDF appears in the same folder."),
	text("共五张表：“简报”填标题等，“指标”列出指标，“数据”填各期数值，“目标”填年度目标，“要点”填文字。没有内容的表可以空着。",
		"There are five sheets: Briefing for the title and the like, Indicators for what is measured, Data for the figures, Targets for the year's targets, Highlights for text. A sheet with nothing to say may stay empty."),
	text("表名和表头请保留；列的先后可以调整，也可以另加自用的列。深色表头必填，浅色可空。鼠标移到表头上，会显示怎样填写和例子。",
		"Keep the names of sheets and heads; columns may be moved and your own added. Columns with dark heads must be filled in, light ones may be empty. Point at a head to see what to enter, with an example."),
	text("标有“示例”的行只作示范，请换成自己的数据或删除。数据性质选“正式”时，留有“示例”的行会被指出。",
		"Rows marked “example” only show how it is done: replace or delete them. Where the data status is official, rows still marked are reported."),
	text("先填“指标”：一行一个指标，编号用字母和数字，不可重复。中英文名称、单位要写规范。",
		"Begin with Indicators: one row for each, with an id of letters and digits that no other has. Give the official names and units in both languages."),
	text("单位的中英文大小必须一致：亿元 = RMB 100 million，万元 = RMB 10 thousand，万人 = 10 thousand persons。文字中的换算由程序完成，请勿自行换算数值。",
		"Units must be of the same size in both languages: 亿元 = RMB 100 million, 万元 = RMB 10 thousand, 万人 = 10 thousand persons. Conversions in the text are made for you; do not convert figures yourself."),
	text("再填“数据”：一行一个指标、一个时期。只填数字，不带单位和逗号；不要合并单元格。",
		"Then Data: one row for each indicator and period. Enter bare numbers, without units; do not merge cells."),
	text("时期写成 2023-11、2023年三季度、2023年上半年、2022年等。1、2 月合并公布的，填一行“2023年1—2月”，不要拆分。",
		"Write periods as 2023-11, 2023Q3, 2023H1 or 2022. Where January and February are published together, enter one row, Jan–Feb 2023, and do not split it."),
	text("“累计值”是 1 月到该月的合计，与当月数值填在同一行；只有累计数的指标，可把累计数填在“2023年1—11月”这样的行里。",
		"Cumulative is the total from January to the month of the row. An indicator with cumulative figures only may have them under Value in rows such as Jan–Nov 2023."),
	text("同比请填公布的增速，即百分号前的数，下降为负。按可比价计算的增速不能由现价数值推算，必须填写。",
		"Enter growth as published: the number before the percent sign, negative for a fall. Growth at comparable prices cannot be computed from values at current prices and has to be entered."),
	text("没有的数据留空，不要填 0。初步数、修订数在“状态”列注明；修订过的，把原公布数填入“修订前”。",
		"Leave what is not available empty; never enter 0 for it. Mark preliminary and revised figures under Status, and give the figure published before under Previously published."),
	text("“目标”：先选类型（增速、水平、比率），再选约束（不低于、不超过、左右、等于、区间），填入目标值。",
		"Targets: choose the kind (growth, level, rate), then the bound (at least, at most, about, exactly, range), and enter the value."),
	text("没有数值的目标照样填写：“与经济增长同步”一类选“同步”并填参照指标；只有文字表述的选“文字”。",
		"Targets without a number belong here as well: for “in step with economic growth” choose relative and name the reference; for words alone choose text."),
	text("“要点”：同一组的各行，分组填写一致；每条要点一句话，中英文对照。",
		"Highlights: rows of one group have the same group name; each point is a sentence, in both languages."),
	text("填完可运行 jianbao check 文件名.xlsx：有问题时会指出哪张表、哪一格，应当怎样改。",
		"When done, run jianbao check FILE.xlsx: it says which cell of which sheet needs attention and how to mend it."),
}

// guideHeight is the height of a line of the guide, in points: as many lines
// of text as the longer language takes in its column.
func guideHeight(line indicator.Text) float64 {
	const hanzi, letters, leading = 27, 60, 16.5 // in the narrower column
	zh := (utf8.RuneCountInString(line.ZH) + hanzi - 1) / hanzi
	en := (len(line.EN) + letters - 1) / letters
	return float64(max(zh, en))*leading + 4
}

// writeGuide makes the first sheet.
func (w *standardWriter) writeGuide() error {
	sheet := w.sheetName(guideSheet)
	if err := w.file.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	title, err := w.style(cellStyle{role: titleRole})
	if err != nil {
		return err
	}
	body, err := w.style(cellStyle{wrap: true})
	if err != nil {
		return err
	}
	for _, c := range []struct {
		name  string
		width float64
	}{{"A", 4}, {"B", 62}, {"C", 72}} {
		if err := w.file.SetColWidth(sheet, c.name, c.name, c.width); err != nil {
			return err
		}
	}
	left, right := "填写说明", "How to fill in this workbook"
	if w.lang == "en" {
		left, right = right, left
	}
	if err := w.set(sheet, "B1", left); err != nil {
		return err
	}
	if err := w.set(sheet, "C1", right); err != nil {
		return err
	}
	if err := w.file.SetCellStyle(sheet, "B1", "C1", title); err != nil {
		return err
	}
	for i, line := range guideLines {
		left, right := line.ZH, line.EN
		if w.lang == "en" {
			left, right = right, left
		}
		row := i + 3
		for column, v := range []any{i + 1, left, right} {
			if err := w.set(sheet, address(column+1, row), v); err != nil {
				return err
			}
		}
		if err := w.file.SetRowHeight(sheet, row, guideHeight(line)); err != nil {
			return err
		}
	}
	if err := w.file.SetCellStyle(sheet, "A3", address(3, len(guideLines)+2), body); err != nil {
		return err
	}
	hide := false
	return w.file.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &hide})
}
