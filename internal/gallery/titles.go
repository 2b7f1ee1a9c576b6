package gallery

import (
	"strings"

	"jianbao/internal/briefing"
)

// titles say of each exhibit what is hard about it.
var titles = parse(`
growth-23-months | 二十三个月，1月缺数 | Twenty-three months, Januaries missing
growth-falling-below-zero | 增速跌破零 | Growth falls below zero
growth-target-in-the-line | 目标线与增速线重叠 | A target in the midst of the line
growth-target-of-many-words | 文字很长的目标 | A target of many words
growth-target-range | 目标为区间 | A target range
growth-1 | 只有一个月 | One month only
growth-2 | 两个月 | Two months
growth-12 | 十二个月 | Twelve months
growth-60 | 六十个月 | Sixty months
growth-240 | 二百四十个月 | Two hundred and forty months
growth-years | 十年 | Ten years
growth-33-years | 三十三年 | Thirty-three years
growth-quarters | 季度 | Quarters
growth-all-negative | 全为负数 | All below zero
growth-all-missing | 全部缺数 | All missing
growth-all-equal | 各期相等 | All equal
growth-outlier | 一个异常值 | One outlier
growth-huge | 十万亿级的数 | Values of ten trillion
growth-tiny | 万分之一级的数 | Values of a ten-thousandth
growth-preliminary | 初步数 | Preliminary figures
growth-late | 最新一期缺数 | The latest period is missing
growth-bars-late | 总量晚于增速，零值、缺数与异常值 | Levels later than growth: a nought, gaps and an outlier
growth-bars-only | 只有总量 | Levels only
growth-line-only | 只有增速 | Growth only
growth-no-names | 没有图例文字 | Without names
growth-index | 指数 | An index
spark-24 | 走势线，二十四期 | A sparkline of twenty-four periods
spark-2 | 走势线，两期 | A sparkline of two periods
spark-crossing | 走势线，穿过零 | A sparkline that crosses zero
spark-none | 走势线，无数据 | A sparkline without data
ranked-targets | 年初目标排序 | Targets at the start of a year
ranked-target-ranges | 区间与下降的目标 | Ranges, and falls that are planned
ranked-1 | 只有一项 | One item
ranked-30 | 三十项 | Thirty items
ranked-mixed | 有升有降 | Some rose, some fell
ranked-all-negative | 全部下降 | All fell
ranked-all-zero | 全部为零 | All zero
ranked-huge | 十万亿级的数 | Values of ten trillion
ranked-tiny | 万分之一级的数 | Values of a ten-thousandth
ranked-outlier | 一个异常值 | One outlier
ranked-long-names | 四十字的名称 | Names of forty hanzi
ranked-missing | 缺数与文字目标 | Missing values and targets in words
ranked-only-words | 以文字说明的项目 | Items told in words
ranked-all-missing | 全部缺数 | All missing
targets | 各种约束的目标 | Targets of every bound
targets-progress | 完成进度与时间进度 | Progress against the time elapsed
targets-real | 实际用语的目标 | Targets as they are worded
targets-empty | 没有数据的目标 | A target without data
targets-bands | 达标区间 | Where each target is met
targets-close | 实际值与目标相近 | Actuals close to their targets
implied | 目标对应的水平 | The level that a target implies
implied-6 | 六项，含缺数和负数 | Six items, some missing or negative
lines-3 | 三条线与目标 | Three lines and a target
lines-target-range | 三条线与目标区间 | Three lines and a target range
lines-6 | 六条线 | Six lines
lines-crowded-ends | 末端挤在一起 | Ends close together
lines-9-become-panels | 九条线改作多幅小图 | Nine lines become small multiples
lines-1-point | 只有一期 | One period only
lines-60 | 四条线，六十个月 | Four lines of sixty months
lines-240 | 两条线，二百四十个月 | Two lines of two hundred and forty months
lines-gaps | 缺数 | Gaps
lines-all-equal | 两条线重合 | Two lines coincide
lines-index | 指数 | Indices
lines-outlier | 异常值 | Outliers
lines-long-names | 四十字的名称 | Names of forty hanzi
lines-huge | 十万亿级的数 | Values of ten trillion
lines-tiny | 万分之一级的数 | Values of a ten-thousandth
path-11-months | 累计进度，十一个月 | The year's path after eleven months
path-2-months | 累计进度，两个月 | The year's path after two months
lines-uneven-ends | 各线止于不同时期 | Lines that end at different times
path-five-years | 五年规划进度 | The path of a five-year plan
stack-quarters | 各季对增长的拉动 | Contributions by quarter
stack-one-period | 只有一期 | One period only
stack-8-parts | 八个部分 | Eight parts
stack-months | 各月对增长的拉动 | Contributions by month
stack-missing | 缺数与初步数 | Missing and preliminary
stack-all-missing | 全部缺数 | All missing
stack-huge | 十万亿级的数 | Values of ten trillion
stack-long-names | 四十字的名称 | Names of forty hanzi
slope-8 | 两年增速对比 | Growth in two years
slope-outlier | 一个异常值 | One outlier
slope-1 | 只有一项 | One item
slope-30 | 三十项 | Thirty items
slope-missing | 缺数与不变 | Missing and unchanged
slope-all-equal | 全部相等 | All equal
slope-huge | 十万亿级的数 | Values of ten trillion
slope-tiny | 万分之一级的数 | Values of a ten-thousandth
slope-long-names | 四十字的名称 | Names of forty hanzi
heat-8 | 八项指标，十二个月 | Eight indicators, twelve months
heat-30 | 三十项指标 | Thirty indicators
heat-24-months | 二十四个月 | Twenty-four months
heat-60-months | 六十个月 | Sixty months
heat-diffusion | 以50为界的指数 | An index that turns at 50
heat-outlier | 一个异常值 | One outlier
heat-all-missing | 全部缺数 | All missing
heat-huge | 十万亿级的数 | Values of ten trillion
heat-tiny | 万分之一级的数 | Values of a ten-thousandth
heat-long-names | 四十字的名称 | Names of forty hanzi
panels-6-shared | 六幅小图，同一刻度 | Six panels on one scale
panels-30-shared | 三十幅小图 | Thirty panels
panels-5-apart | 五幅小图，刻度各异 | Five panels, each on its own scale
panels-late | 各图止于不同时期 | Panels that end at different times
panels-1 | 只有一幅 | One panel
panels-targets | 各有目标 | Each with its target
panels-outlier | 一个异常值 | One outlier
panels-long-names | 四十字的名称 | Names of forty hanzi
panels-huge-and-tiny | 大小悬殊的数 | Huge and tiny values
dumbbells | 目标与实际的差距 | The gap between target and actual
dumbbells-bands | 差距与达标区间 | Gaps, and where each target is met
dumbbells-far-from-zero | 远离零的数 | Values far from zero
dumbbells-30 | 三十项目标 | Thirty targets
targets-30 | 三十项目标 | Thirty targets
targets-in-many-units | 不同单位的目标 | Targets in many units
`)

func parse(table string) map[string]briefing.Text {
	out := map[string]briefing.Text{}
	for line := range strings.Lines(table) {
		if f := strings.Split(strings.TrimSpace(line), " | "); len(f) == 3 {
			out[f[0]] = Text(f[1], f[2])
		}
	}
	return out
}

// parts are the sections of the gallery, by the first word of the names of their
// exhibits.
var parts = []struct {
	title briefing.Text
	kinds string
	wide  bool // across the page
}{
	{Text("增长：总量与增速", "Growth: levels and rates"), "growth", false},
	{Text("多条线与进度", "Several lines, and paths through the year"), "lines path", false},
	{Text("对增长的拉动", "Contributions to growth"), "stack", false},
	{Text("两期对比", "Slopes"), "slope", true},
	{Text("目标", "Targets"), "targets dumbbells implied", true},
	{Text("排序", "Rankings"), "ranked", true},
	{Text("多幅小图", "Small multiples"), "panels", true},
	{Text("热力表", "Heat tables"), "heat", true},
}

// Figure is an exhibit with its words.
func (e Exhibit) Figure() briefing.Figure {
	return briefing.Figure{ID: e.Name, Title: titles[e.Name], Alt: briefing.Described(e.Chart), Chart: e.Chart}
}

// Briefing is the gallery as a document.
func Briefing() *briefing.Briefing {
	b := &briefing.Briefing{
		File: "gallery", Title: Text("图表样张", "Gallery of charts"), Issuer: Text("简报", "Jianbao"),
		Headline: Text("每一种图，每一种难处", "Every kind of chart, every hard case"), Illustrative: true,
	}
	all := All()
	for _, p := range parts {
		s := briefing.Section{ID: p.kinds, Title: p.title}
		grid := &briefing.FigureGrid{}
		for _, e := range all {
			kind, _, _ := strings.Cut(e.Name, "-")
			if !strings.Contains(" "+p.kinds+" ", " "+kind+" ") {
				continue
			}
			f := e.Figure()
			if p.wide {
				s.Blocks = append(s.Blocks, &f)
			} else {
				grid.Figures = append(grid.Figures, f)
			}
		}
		if len(grid.Figures) > 0 {
			s.Blocks = append(s.Blocks, grid)
		}
		b.Sections = append(b.Sections, s)
	}
	return b
}
