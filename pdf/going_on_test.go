package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// Names of groups, and numbers of rows.
var groupNames, rowNumbers = []rune("甲乙丙丁戊己庚辛"), []rune("零一二三四五六七八九")

// grouped is a table of groups, its rows named by group and number.
func grouped(title briefing.Text, groups, rows int) *briefing.Table {
	t := &briefing.Table{Title: title, Columns: []briefing.Column{{Head: both("列", "Column")}, {Head: both("值", "Value"), Numeric: true}}}
	for g := range groups {
		t.Rows = append(t.Rows, briefing.Row{Group: true, Cells: []briefing.TableCell{{Text: both("组"+string(groupNames[g]), fmt.Sprintf("Group %d", g))}}})
		for r := range rows {
			name := "行" + string(groupNames[g]) + string(rowNumbers[r%10])
			t.Rows = append(t.Rows, briefing.Row{Cells: []briefing.TableCell{{Text: both(name, name)}, number("1.5")}})
		}
	}
	return t
}

// A table that starts a page, or goes on there, says what it is, and of which group
// its first rows are; it neither starts nor ends with a row or two.
func TestTablesSayWhatTheyAre(t *testing.T) {
	const groups, rows = 7, 9
	title := both("目标完成情况", "Against the targets")
	for lines := range 44 {
		b := hard(1, 2)
		b.Tiles, b.Lead = nil, nil
		text := both(strings.Repeat("全区经济运行总体平稳。", 4*lines+1), "x")
		b.Sections = []briefing.Section{{ID: "t", Title: title, Blocks: []briefing.Block{&briefing.Paragraph{Text: text}, grouped(title, groups, rows)}}}
		seen := 0
		for n, pg := range layoutFor(t, b, briefing.Chinese) {
			all := pageText(pg)
			var first, last string
			shown := 0
			for s := range strings.Lines(all) {
				if s = strings.TrimSpace(s); len([]rune(s)) == 3 && strings.HasPrefix(s, "行") {
					if shown++; first == "" {
						first = s
					}
					last = s
				}
			}
			if shown == 0 {
				continue
			}
			if seen += shown; shown < 2 || last != "行庚八" && shown < 3 {
				t.Errorf("%d lines: %d rows on page %d", lines, shown, n+1)
			}
			if !strings.Contains(all, title.ZH) {
				t.Errorf("%d lines: page %d has a table without its title:\n%s", lines, n+1, all)
			}
			goesOn := "组" + string([]rune(first)[1]) + "（续）"
			if strings.Contains(strings.ReplaceAll(all, "\n", ""), goesOn) == strings.HasSuffix(first, "零") {
				t.Errorf("%d lines: page %d starts with %s; it says that the group goes on: %v", lines, n+1, first, strings.HasSuffix(first, "零"))
			}
		}
		if seen != groups*rows {
			t.Errorf("%d lines: %d rows are shown", lines, seen)
		}
	}
}

// What is repeated is no part of the structure.
func TestRepeatedHeadsAreDecoration(t *testing.T) {
	b := hard(1, 2)
	b.Sections = []briefing.Section{{ID: "t", Title: both("表", "Table"), Blocks: []briefing.Block{grouped(both("目标", "Targets"), 3, 60)}}}
	repeated := 0
	eachText(layoutFor(t, b, briefing.Both), func(open []*element, o textOp) {
		if strings.Contains(o.s, "续") || strings.Contains(o.s, "continued") {
			if repeated++; !slices.Contains(open, artifact) {
				t.Errorf("%q is in the structure", o.s)
			}
		}
	})
	if repeated < 4 {
		t.Errorf("%d heads are repeated", repeated)
	}
}

// Words in a column of numbers keep their status marks.
func TestMarksOfWords(t *testing.T) {
	tab := grouped(both("表格", "A table"), 1, 3)
	for r := range tab.Rows[1:] {
		tab.Rows[r+1].Cells[1] = briefing.TableCell{Text: both("406.4亿元", "RMB 40.64 billion"), Mark: "p"}
	}
	for _, lang := range languages {
		marks := 0
		pages := layoutFor(t, withTable(tab), lang)
		checkPages(t, pages)
		eachText(pages, func(_ []*element, o textOp) {
			if o.s == "p" && o.size == markSize {
				marks++
			}
		})
		if marks != 3 {
			t.Errorf("%s: %d marks, want 3", lang, marks)
		}
	}
}

// Room goes to the columns that need it: no words on many lines beside columns that
// stand empty.
func TestColumnsShareTheirRoom(t *testing.T) {
	tab := &briefing.Table{Title: both("目标", "Targets"), Columns: []briefing.Column{{Head: both("指标", "Indicator")}, {Head: both("单位", "Unit")},
		{Head: both("10月", "Oct"), Numeric: true}, {Head: both("同比", "y/y"), Numeric: true}, {Head: both("1—10月", "Jan–Oct"), Numeric: true}, {Head: both("同比", "y/y"), Numeric: true},
		{Head: both("2024年目标", "Target for 2024"), Numeric: true}, {Head: both("与目标相比", "Against target"), Unit: both("百分点", "points"), Numeric: true}}}
	for range 9 {
		tab.Rows = append(tab.Rows, briefing.Row{Cells: []briefing.TableCell{{Text: both("细颗粒物浓度", "PM2.5")}, {Text: both("微克/立方米", "micrograms per cubic metre")},
			number("39"), number("—"), number("41"), number("—"), {Text: both("33微克/立方米以内", "33 micrograms per cubic metre or less")},
			{Text: both("超标，高6微克/立方米", "above limit, 6 micrograms per cubic metre above"), Tone: briefing.Behind}}})
	}
	l := newTestLayout(briefing.Both)
	g := l.measure(tab, []int{0, 1, 2, 3, 4, 5, 6, 7})
	for i := range g.cols {
		st := l.cell(g, &tab.Rows[0], i)
		if n := len(st.rows); n > 5 {
			t.Errorf("column %d of %.0f points: %d lines", i, g.w[i], n)
		}
	}
	if end := g.x[7] + g.w[7]; end > l.sheet.left+l.sheet.content+0.01 {
		t.Errorf("the columns end at %.1f", end)
	}
}
