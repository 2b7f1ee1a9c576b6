package check

import (
	"testing"

	"jianbao/internal/indicator"
)

func TestTyped(t *testing.T) {
	at := func(y int, v string) indicator.Observation {
		d, _ := indicator.ParseFigure(v)
		return indicator.Observation{Period: indicator.Year(y), Value: d.Value, Cell: indicator.Cell{Sheet: "数据", Addr: "C2"}}
	}
	unit := func(zh string) indicator.Unit { return indicator.ParseUnit(indicator.Text{ZH: zh}) }
	d := &indicator.Dataset{File: "a.xlsx", Series: []indicator.Series{
		{ID: "grp", Name: indicator.Text{ZH: "地区生产总值", EN: "Gross regional product"}, Short: indicator.Text{EN: "GRP"}, Unit: unit("亿元"), Measure: indicator.Level, Basis: indicator.Flow, Observations: []indicator.Observation{at(2021, "403.5"), at(2022, "432.6")}},
		{ID: "grp.yoy", Name: indicator.Text{ZH: "地区生产总值"}, Of: "grp", Measure: indicator.Growth, Compare: indicator.YearOnYear, Unit: unit("%"), Observations: []indicator.Observation{at(2022, "-1.2")}},
		{ID: "per", Name: indicator.Text{ZH: "人均地区生产总值"}, Unit: unit("元"), Measure: indicator.Level, Basis: indicator.Flow, Observations: []indicator.Observation{at(2022, "81234")}},
		{ID: "u", Name: indicator.Text{ZH: "失业率"}, Unit: unit("%"), Measure: indicator.Rate, Observations: []indicator.Observation{at(2022, "5.0")}},
		{ID: "n", Name: indicator.Text{ZH: "新开工项目"}, Unit: unit("个"), Measure: indicator.Level, Basis: indicator.Flow, Observations: []indicator.Observation{at(2022, "118")}},
		{ID: "x1", Name: indicator.Text{ZH: "甲乙"}, Unit: unit("亿元"), Measure: indicator.Level, Basis: indicator.Flow, Observations: []indicator.Observation{at(2021, "1"), at(2022, "2")}},
		{ID: "x2", Name: indicator.Text{ZH: "甲乙"}, Unit: unit("亿元"), Measure: indicator.Level, Basis: indicator.Flow, Observations: []indicator.Observation{at(2021, "1"), at(2022, "3")}},
	}, Targets: []indicator.Target{{Series: "grp", Year: 2023, Kind: indicator.GrowthTarget, Bound: indicator.Exactly, Value: at(0, "7.2").Value}}}
	for _, c := range []struct {
		zh, en string
		wrong  int
	}{
		{"2022年地区生产总值432.6亿元，下降1.2%", "", 0},
		{"2022年地区生产总值约433亿元", "", 0},
		{"2022年地区生产总值403.5亿元", "", 1}, // that of 2021
		{"2022年地区生产总值比2021年的403.5亿元为多", "", 0},
		{"地区生产总值4326000万元", "", 0},
		{"2022年地区生产总值43.26亿元", "", 1}, // wrong by ten
		{"地区生产总值430亿元，增长1.2%", "", 2}, // the wrong way
		{"2023年地区生产总值预期增长7.2%", "", 0},
		{"地区生产总值增长了6%", "", 1},
		{"人均地区生产总值81234元", "", 0}, // not the whole's
		{"人均地区生产总值8.1万元", "", 0},
		{"失业率为5.5%", "", 1},
		{"失业率5%", "", 0},
		{"新开工项目118个，其中5亿元以上12个", "", 0},
		{"新开工项目128个", "", 1},
		{"围绕33项措施，出台19条意见", "", 0},
		{"地区生产总值{grp}", "", 0},
		{"2022年地区生产总值突破400亿元", "", 0},
		{"2022年地区生产总值超过400亿元", "", 0},
		{"地区生产总值比上年增加29.1亿元", "", 0},
		{"地区生产总值年均增长5.5%", "", 0},
		{"地区生产总值两年平均增长5.1%", "", 0},
		{"地区生产总值432.6亿元，其中第一产业增加值增长3.1%", "", 0},
		{"地区生产总值432.6亿元，高新企业增长12%", "", 0},
		{"地区生产总值432.6亿元，第一产业50亿元，增长3.1%", "", 0},
		{"地区生产总值在全省增速放缓、外需不足的情况下增长6%", "", 0},
		{"地区生产总值432.6亿元，按可比价格计算，同比增长3.1%", "", 1},
		{"2022年地区生产总值432.6亿元，比上年增长3.1%", "", 1},
		{"新开工项目2019个", "", 1},
		{"2022年地区生产总值比2021年下降1.2%", "", 0},
		{"2022年地区生产总值比2021年下降1.5%", "", 1},
		{"甲乙增长9%，地区生产总值下降1.2%", "", 0},
		{"甲乙增长9%", "", 0},                      // two indicators are called so
		{"地区生产总值及其构成情况说明如下，一共有432.7亿元", "", 0}, // too far from its name
		{"", "GRP exceeded RMB 40 billion", 0},
		{"", "GRP grew 5.5% a year on average", 0},
		{"", "GRP reached RMB 43.26 billion, and high-tech firms grew 12%", 0},
		{"", "GRP reached RMB 43.26 billion, up 12%", 1},
		{"", "GRP reached RMB 43.26 billion", 0},
		{"", "GRP reached RMB 432.6 billion", 1},
		{"", "GRP fell by 1.2%", 0},
		{"", "GRP grew 1.2%", 1},
	} {
		d.Highlights = []indicator.Highlight{{Point: indicator.Text{ZH: c.zh, EN: c.en}, Cell: indicator.Cell{Sheet: "要点", Addr: "E2"}}}
		n := 0
		var list []string
		for _, x := range Dataset(d) {
			if x.Code == "number-contradicts" {
				n++
				list = append(list, x.Message.ZH)
			}
		}
		if n != c.wrong {
			t.Errorf("%s%s: %d, want %d: %v", c.zh, c.en, n, c.wrong, list)
		}
	}
}
