package provenance

import (
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/briefing"
)

// places is how many digits after the point an answer gives of a value.
const places = 8

// Answer says in one line where a number comes from:
//
//	数据!C5 (432.6 亿元, 2022) 地区生产总值
func (e Entry) Answer(lang briefing.Lang) string {
	say := func(t briefing.Text) string {
		if lang == briefing.Chinese && t.ZH != "" || t.EN == "" {
			return t.ZH
		}
		return t.EN
	}
	cells := strings.Join(e.Cells, ", ")
	switch e.Kind {
	case briefing.Observed, briefing.Targeted, briefing.Computed:
	case briefing.Quoted:
		return strings.TrimSpace(say(briefing.Text{ZH: "工作簿中的原文", EN: "the workbook's own words"}) + " " + cells)
	default:
		return say(plainAnswers[e.Kind]) + say(briefing.Text{ZH: "（", EN: " ("}) + strings.Join(e.In, ", ") + say(briefing.Text{ZH: "）", EN: ")"})
	}
	var about []string
	if v := e.Value; v != "" {
		if d, err := decimal.NewFromString(v); err == nil {
			v = d.Round(places).String()
		}
		if e.Unit != nil {
			v += joint(say(*e.Unit)) + say(*e.Unit)
		}
		about = append(about, v)
	}
	if e.Period != "" {
		about = append(about, e.Period)
	}
	if e.Status != "" {
		about = append(about, e.Status)
	}
	from := cells
	if e.Kind == briefing.Computed && e.Expression != "" {
		from = e.Expression
	}
	line := from + " (" + strings.Join(about, ", ") + ")"
	var names []string
	for _, t := range []*briefing.Text{e.Name, e.What} {
		if t != nil {
			names = append(names, say(*t))
		}
	}
	return strings.TrimSpace(line + " " + strings.Join(names, say(briefing.Text{ZH: "，", EN: ", "})))
}

// plainAnswers are for numbers that no cell gives.
var plainAnswers = map[briefing.OriginKind]briefing.Text{
	briefing.Counted:    {ZH: "个数：指标、目标、时期的计数", EN: "a count of indicators, targets or periods"},
	briefing.Dated:      {ZH: "年份、月份或日期", EN: "a year, a month or a date"},
	briefing.UnitNumber: {ZH: "计量单位名称中的数字", EN: "part of the name of a unit"},
	briefing.Ruled:      {ZH: "编制规则中的界限，见编制说明", EN: "a limit of the method, see the notes"},
	briefing.Scale:      {ZH: "图的坐标刻度", EN: "the scale of a chart"},
	briefing.Paged:      {ZH: "页码", EN: "a page number"},
}

// joint stands between a number and its unit: 432.6 × RMB 100 million.
func joint(unit string) string {
	if unit != "" && strings.ContainsAny(unit, "0123456789") {
		return " × "
	}
	return " "
}
