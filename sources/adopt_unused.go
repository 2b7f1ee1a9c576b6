package sources

import (
	"sort"

	"jianbao/internal/indicator"
)

// Unused is a range of cells that hold numbers and are no figures of the
// Dataset, with the reason.
type Unused struct {
	Cell   indicator.Cell // Addr may be a range, A2:A10
	Count  int
	Reason string // stable: period, ordinal, rank…
	Why    indicator.Text
}

// unusedReasons says why a number is not used.
var unusedReasons = map[string]indicator.Text{
	"setting":      {ZH: "时期、年份、小数位等设置", EN: "a period, a year or another setting"},
	"title":        {ZH: "标题中的数字", EN: "part of a title"},
	"head":         {ZH: "表头", EN: "a head"},
	"note":         {ZH: "注释", EN: "a note"},
	"numbering":    {ZH: "栏次编号", EN: "numbers of columns"},
	"outside":      {ZH: "不在任何表格之内", EN: "outside of every table"},
	"no-head":      {ZH: "所在列没有表头", EN: "its column has no head"},
	"period":       {ZH: "时期", EN: "a period"},
	"indicator":    {ZH: "指标名称", EN: "the name of an indicator"},
	"dimension":    {ZH: "分组名称", EN: "the name of a group"},
	"group":        {ZH: "分组名称", EN: "the name of a group"},
	"unit":         {ZH: "单位", EN: "a unit"},
	"area":         {ZH: "地区", EN: "an area"},
	"measure":      {ZH: "口径", EN: "a measure"},
	"frequency":    {ZH: "频率", EN: "a frequency"},
	"multiplier":   {ZH: "单位倍数", EN: "the multiplier of a unit"},
	"status":       {ZH: "数据状态", EN: "a mark of status"},
	"code":         {ZH: "代码", EN: "a code"},
	"ordinal":      {ZH: "序号", EN: "an ordinal"},
	"ignore":       {ZH: "配置中指定忽略", EN: "ignored as the profile says"},
	"findings":     {ZH: "核对结果工作表", EN: "on a sheet of findings"},
	"skipped":      {ZH: "配置中指定跳过的工作表", EN: "on a sheet that the profile skips"},
	"too-many":     {ZH: "数据过多，未读取", EN: "one figure too many to be read"},
	"hidden-sheet": {ZH: "隐藏的工作表", EN: "on a hidden sheet"},
	"rank":         {ZH: "位次，简报不使用", EN: "a rank, which the briefing does not use"},
	"progress":     {ZH: "完成进度，由实绩和目标重新计算", EN: "progress towards a target, which is computed anew from figure and target"},
	"change":       {ZH: "增减量，由数值重新计算", EN: "an absolute change, which is computed anew from the figures"},
	"points":       {ZH: "比率的增减，单位是百分点，由两期比率重新计算", EN: "a change of a rate in percentage points, which is computed anew from the rates"},
	"average":      {ZH: "多年平均增速，简报不使用", EN: "growth a year over several years, which the briefing does not use"},
	"contents":     {ZH: "目录中的编号或页码", EN: "a number in a list of contents"},
	"date":         {ZH: "日期", EN: "a date"},
	"error":        {ZH: "错误值", EN: "an error"},
	"unit-clash":   {ZH: "数量级与单位重复", EN: "its power of ten comes on top of that of its unit"},
	"not-a-number": {ZH: "不能读作数值", EN: "cannot be read as a number"},
	"no-indicator": {ZH: "行和列都没有指标名称", EN: "neither its row nor its column names an indicator"},
	"no-period":    {ZH: "没有时期", EN: "nothing tells its period"},
	"other-area":   {ZH: "属于其他地区", EN: "of another area"},
	"repeated":     {ZH: "与另一处相同", EN: "the same as elsewhere"},
	"conflict":     {ZH: "与另一处不一致，采用了先出现的数值", EN: "differs from what is elsewhere, of which the first was used"},
	"target":       {ZH: "目标没有对应的指标或年份", EN: "a target without an indicator or a year"},
	"merged":       {ZH: "合并单元格的重复", EN: "a copy in a merged area"},
	"cycle":        {ZH: "循环公式", EN: "a circular formula"},
}

// unusedList collects unused cells as runs down a column.
type unusedList struct {
	runs []unusedRun
	open map[unusedAt]int // by sheet, column and reason: the last run
}

type unusedAt struct {
	sheet  string
	col    int
	reason string
}

type unusedRun struct {
	unusedAt
	top, bottom, n int
}

// explain records why the number in a cell is not used.
func (a *adopter) explain(sheet string, col, row int, reason string) {
	u := &a.unused
	if u.open == nil {
		u.open = map[unusedAt]int{}
	}
	at := unusedAt{sheet, col, reason}
	if i, ok := u.open[at]; ok {
		r := &u.runs[i]
		if r.bottom == row {
			return
		}
		if r.bottom+1 == row {
			r.bottom, r.n = row, r.n+1
			return
		}
	}
	u.open[at] = len(u.runs)
	u.runs = append(u.runs, unusedRun{at, row, row, 1})
}

// list is what was collected, with runs side by side joined to one range, in
// the order of the sheets.
func (u *unusedList) list(file string, sheets []bookSheet) []Unused {
	order := map[string]int{}
	for i, s := range sheets {
		order[s.name] = i
	}
	runs := append([]unusedRun(nil), u.runs...)
	sort.SliceStable(runs, func(i, j int) bool {
		a, b := runs[i], runs[j]
		if a.sheet != b.sheet {
			return order[a.sheet] < order[b.sheet]
		}
		if a.top != b.top {
			return a.top < b.top
		}
		return a.col < b.col
	})
	var out []Unused
	for i := 0; i < len(runs); {
		r, right, n := runs[i], runs[i].col, runs[i].n
		for i++; i < len(runs); i++ {
			q := runs[i]
			if q.sheet != r.sheet || q.reason != r.reason || q.top != r.top || q.bottom != r.bottom || q.col != right+1 {
				break
			}
			right, n = q.col, n+q.n
		}
		addr := address(r.col, r.top)
		if right > r.col || r.bottom > r.top {
			addr += ":" + address(right, r.bottom)
		}
		out = append(out, Unused{indicator.Cell{File: file, Sheet: r.sheet, Addr: addr}, n, r.reason, unusedReasons[r.reason]})
	}
	return out
}
