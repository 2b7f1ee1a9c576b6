package briefing

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// others are datasets of every other shape.
func others() map[string]*indicator.Dataset {
	years := func(id, zh, en, unit string, from int, values ...string) indicator.Series {
		var p []string
		for i, v := range values {
			p = append(p, fmt.Sprintf("%d %s", from+i, v))
		}
		return series(id, zh, en, unit, p...)
	}
	set := func(s ...indicator.Series) *indicator.Dataset {
		return &indicator.Dataset{File: "t.xlsx", Series: s}
	}
	stock := func(s indicator.Series) indicator.Series { s.Basis = indicator.Stock; return s }
	rate := func(s indicator.Series) indicator.Series { s.Measure = indicator.Rate; return s }
	real := func(s indicator.Series) indicator.Series { s.Prices = indicator.Real; return s }

	yi := "亿元|RMB 100 million"
	out := map[string]*indicator.Dataset{}
	out["one-value"] = set(series("grp", "地区生产总值", "Gross regional product (GRP)", yi, "2022 432.6"))
	out["ten-years"] = set(
		years("grp", "地区生产总值", "Gross regional product (GRP)", yi, 2013, "210.5", "228.3", "244.1", "265", "288.4", "310.2", "335.9", "340.1", "391.7", "432.6"),
		stock(years("pop", "年末常住人口", "Resident population at year-end", "万人|10 thousand persons", 2013, "98.1", "99.4", "101.2", "103.3", "105", "107.8", "110.2", "112.9", "113.4", "112.6")),
		rate(years("urban", "城镇化率", "Urbanization rate", "%|%", 2013, "61.2", "62", "62.8", "63.9", "64.5", "65.1", "66", "66.8", "67.1", "67.1")),
	)
	q := set(
		real(series("grp", "地区生产总值", "Gross regional product", yi, "2022-01..2022-03 95.1", "2022-01..2022-06 201.3", "2022-01..2022-09 310.4", "2022 432.6", "2023-01..2023-03 101.2", "2023-01..2023-06 214.8", "2023-01..2023-09 331.5")),
		growthOf("grp", "2022-01..2022-03 3.1", "2022-01..2022-06 1.2", "2022-01..2022-09 2.4", "2022 2.8", "2023-01..2023-03 4.6", "2023-01..2023-06 6.1", "2023-01..2023-09 5.9"),
		series("income", "居民人均可支配收入", "Per capita disposable income of residents", "元|RMB", "2022-01..2022-03 9120", "2022-01..2022-06 17480", "2022-01..2022-09 26010", "2023-01..2023-03 9610", "2023-01..2023-06 18502", "2023-01..2023-09 27555"),
	)
	q.Series[1].Prices = indicator.Real
	rel := target("income", 2023, indicator.GrowthTarget, indicator.Relative, "")
	rel.Ref = "grp"
	q.Targets = []indicator.Target{target("grp", 2023, indicator.GrowthTarget, indicator.About, "6"), rel}
	out["quarterly"] = q

	targets := set(
		series("grp", "地区生产总值", "Gross regional product", yi), series("jobs", "城镇新增就业", "New urban jobs", "万人|10 thousand persons"),
		rate(series("cpi", "居民消费价格涨幅", "Rise in consumer prices", "%|%")), series("energy", "单位生产总值能耗", "Energy use per unit of GRP", "|"))
	words := target("energy", 2024, indicator.GrowthTarget, indicator.TextOnly, "")
	words.Text = both("完成上级下达任务", "to meet the assignment from above")
	targets.Targets = []indicator.Target{target("grp", 2024, indicator.GrowthTarget, indicator.About, "5.5"), target("jobs", 2024, indicator.LevelTarget, indicator.AtLeast, "1.2"), target("cpi", 2024, indicator.RateTarget, indicator.AtMost, "3"), words}
	out["targets-only"] = targets

	out["rates"] = set(rate(series("unemp", "城镇调查失业率", "Surveyed urban unemployment rate", "%|%", "2023-08 5.2", "2023-09 5.0", "2023-10 5.0", "2023-11 5.0")))
	out["stocks"] = set(
		stock(series("deposits", "金融机构本外币存款余额", "Deposits in RMB and foreign currency", yi, "2022-10 1010.4", "2022-11 1021.5", "2022-12 1044", "2023-09 1120.1", "2023-10 1118.7", "2023-11 1135.2")),
		growthOf("deposits", "2023-09 11.5", "2023-10 10.7", "2023-11 11.1"))
	missing := set(series("grp", "地区生产总值", "Gross regional product", yi, "2023-11 -"), series("fai", "固定资产投资", "Fixed-asset investment", yi, "2023-11 -"))
	missing.Highlights = []indicator.Highlight{{Group: both("重点", "Priorities"), Point: both("数据尚在核实", "Figures are being verified")}}
	out["all-missing"] = missing
	out["late"] = set(
		series("grp", "地区生产总值", "Gross regional product", yi, "2022-01..2022-09 310.4", "2023-01..2023-09 331.5"),
		series("power", "全社会用电量", "Electricity use", "亿千瓦时|100 million kWh", "2022-09 9.1", "2022-10 9", "2022-11 9.2", "2023-09 9.4", "2023-10 9.3", "2023-11 9.2"),
		series("freight", "货运量", "Freight volume", "万吨|10 thousand tonnes", "2023-10 812", "2023-11 -"))
	falls := set(series("retail", "社会消费品零售总额", "Total retail sales of consumer goods", yi,
		"2023-01 10", "2023-01..2023-02 19", "2023-01..2023-03 29", "2023-01..2023-04 38", "2023-01..2023-05 47.5"),
		growthOf("retail", "2023-01 -3.1", "2023-01..2023-02 -2.8", "2023-01..2023-03 -2.2", "2023-01..2023-04 -1.4", "2023-01..2023-05 -0.04"))
	falls.Series[1].Decimals = 1
	falls.Targets = []indicator.Target{target("retail", 2023, indicator.GrowthTarget, indicator.AtLeast, "3")}
	out["falls"] = falls
	only := set(series("x", "某指标", "", "亿元|", "2021 1", "2022 1.5", "2023 1.5"))
	only.Info.Illustrative = true
	out["chinese-only"] = only
	same := set(series("grp", "地区生产总值", "Gross regional product", yi, "2022 400", "2023 432.6"), series("fiscal", "财政收入", "Fiscal revenue", yi, "2022 50", "2023 48.5"))
	same.Targets = []indicator.Target{target("grp", 2023, indicator.GrowthTarget, indicator.Exactly, "7.5"), target("fiscal", 2023, indicator.LevelTarget, indicator.AtLeast, "52"),
		target("grp", 2024, indicator.GrowthTarget, indicator.AtLeast, "6"), target("fiscal", 2024, indicator.GrowthTarget, indicator.Exactly, "-2")}
	out["year-and-plan"] = same

	// Several targets of one indicator, targets of a plan, of neither direction,
	// and what the rest of the year must bring.
	half := dec("0.3")
	several := set(
		series("retail", "零售额", "Retail sales", yi, "2022-01..2022-11 400", "2022 440", "2023-01..2023-11 420"),
		series("jobs", "新增就业", "New jobs", "万人|10 thousand persons", "2022-01..2022-11 5.6", "2022 6", "2023-01..2023-11 5.92"),
		rate(series("cpi", "居民消费价格涨幅", "Rise in consumer prices", "%|%", "2023-11 0.2")),
		rate(series("forest", "森林覆盖率", "Forest coverage", "%|%", "2020 40", "2021 40.5", "2022 41.4")),
		real(series("grp", "地区生产总值", "Gross regional product", yi, "2020 300", "2021 330", "2022 345")), growthOf("grp", "2021 8.4", "2022 3", "2023-01..2023-11 5.1"),
	)
	several.Series[2].Direction = indicator.Neutral
	several.Info.Period = indicator.ToDate(2023, 11)
	plan := func(id string, k indicator.TargetKind, b indicator.Bound, v string) indicator.Target {
		t := target(id, 2025, k, b, v)
		t.From = 2021
		return t
	}
	about := target("cpi", 2023, indicator.RateTarget, indicator.About, "3")
	about.Tolerance = &half
	several.Targets = []indicator.Target{
		target("retail", 2023, indicator.GrowthTarget, indicator.AtLeast, "7"),
		target("retail", 2023, indicator.LevelTarget, indicator.About, "470"),
		target("jobs", 2023, indicator.LevelTarget, indicator.AtLeast, "6.3"),
		about,
		plan("grp", indicator.GrowthTarget, indicator.AtLeast, "6"), plan("forest", indicator.RateTarget, indicator.AtLeast, "43"),
	}
	out["several-targets"] = several

	// A whole with two parts, and one with six, told together.
	of := func(parent string, s indicator.Series) indicator.Series { s.Parent = parent; return s }
	whole := set(
		series("trade", "进出口总额", "Imports and exports", yi, "2022 200", "2023 230"),
		of("trade", series("exports", "出口", "Exports", yi, "2022 120", "2023 145")), of("trade", series("imports", "进口", "Imports", yi, "2022 80", "2023 85")),
		real(series("va", "规模以上工业增加值", "Industrial value added", yi)), growthOf("va", "2022 3", "2023 4.6"),
	)
	for i, g := range []string{"7.1", "12.3", "-2.4", "0.0", "5.5", "-8"} {
		id := string(rune('p' + i))
		whole.Series = append(whole.Series, of("va", real(series(id, "行业"+string("甲乙丙丁戊己"[3*i:3*i+3]), "Industry "+string(rune('A'+i)), yi))), growthOf(id, "2023 "+g))
	}
	out["parts"] = whole
	return out
}

var faults = regexp.MustCompile(`[，；、：]。|。。|，，|；；|  |\.\.|, ,|,\.|增长−|下降−|[+−]0(\.0+)?%|%!|\(\)|（）|, $|^[，。；]|NaN|\.\d{7,}|(^|[^.\d])1 percentage points|\b1 indicators|\bnil\b|[{}\x{FDD0}-\x{FDEF}]|(^|[^.,\d])1 (projects|persons|households|entities|enterprises|events|days|beds|vehicles|items|months|years|quarters|tonnes)\b|为为|的的|增长增长|下降下降|至至`)

// unwritten is the name of a formula in the place of its arithmetic.
var unwritten = regexp.MustCompile(`[a-z]\(`)

func TestOtherShapes(t *testing.T) {
	for name, d := range others() {
		t.Run(name, func(t *testing.T) {
			b, err := Compose(d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".txt", dump(b))
			sound(t, b, d)
		})
	}
}

// sound checks what must hold of every briefing.
func sound(t *testing.T, b *Briefing, d *indicator.Dataset) {
	t.Helper()
	for _, x := range opinion(b, d) {
		t.Error(x)
	}
	for _, p := range b.Printed {
		o := b.Origins[p.Origin]
		if o.Kind == Computed && (o.Expression == "" || unwritten.MatchString(o.Expression)) {
			t.Errorf("%s: %s is computed by nobody knows what: %q", p.Place, p.Text, o.Expression)
		}
		if o.Kind == Quoted && len(o.Cells) == 0 {
			t.Errorf("%s, %s: nobody knows where %s comes from", p.Place, p.Lang, p.Text)
		}
	}
	if b.Title.IsZero() || b.Headline.IsZero() || b.Period.IsZero() {
		t.Error("no title, headline or period")
	}
	for _, x := range b.generated() {
		if (x.ZH == "") != (x.EN == "") {
			t.Errorf("one language only: %q | %q", x.ZH, x.EN)
		}
		for _, s := range [...]string{x.ZH, x.EN} {
			if m := faults.FindString(s); m != "" {
				t.Errorf("%q in %q", m, s)
			}
		}
	}
	check := func(blocks []Block) {
		for _, x := range blocks {
			switch x := x.(type) {
			case *Paragraph:
				if !strings.HasSuffix(x.Text.ZH, "。") || !strings.HasSuffix(x.Text.EN, ".") {
					t.Errorf("unfinished: %q | %q", x.Text.ZH, x.Text.EN)
				}
			case *Table:
				if len(x.Rows) == 0 || len(x.Columns) < 2 {
					t.Errorf("empty table %s", x.ID)
				}
				for _, r := range x.Rows {
					if !r.Group && len(r.Cells) != len(x.Columns) {
						t.Errorf("table %s: %d cells under %d heads", x.ID, len(r.Cells), len(x.Columns))
					}
				}
			case *Figure:
				drawable(t, x)
			case *FigureGrid:
				for i := range x.Figures {
					drawable(t, &x.Figures[i])
				}
			case *Bullets:
				if len(x.Items) == 0 {
					t.Errorf("empty list %q", x.Title.ZH)
				}
			case *Notes:
				if len(x.Items) == 0 {
					t.Errorf("empty notes %q", x.Title.ZH)
				}
			}
		}
	}
	check(b.Lead)
	for _, s := range b.Sections {
		if len(s.Blocks) == 0 || s.Title.IsZero() {
			t.Errorf("empty section %s", s.ID)
		}
		check(s.Blocks)
	}
}

func drawable(t *testing.T, f *Figure) {
	t.Helper()
	if f.Title.IsZero() || f.Alt.IsZero() || f.Description.IsZero() {
		t.Errorf("figure %s lacks title, description or alternative text", f.ID)
	}
	n := 0
	count := func(ds ...Datum) {
		for _, d := range ds {
			if !d.Missing {
				n++
				if len(d.Refs) == 0 {
					t.Errorf("figure %s: %v has no source", f.ID, d)
				}
			}
		}
	}
	filled := func(slots []Slot, series ...Series) {
		for _, s := range series {
			if count(s.Data...); len(s.Data) != len(slots) || s.Name.IsZero() {
				t.Errorf("figure %s: %d data on %d slots, named %v", f.ID, len(s.Data), len(slots), s.Name)
			}
		}
	}
	switch c := f.Chart.(type) {
	case *Growth:
		count(c.Bars...)
		count(c.Line...)
		if c.Bars != nil && len(c.Bars) != len(c.Slots) || c.Line != nil && len(c.Line) != len(c.Slots) {
			t.Errorf("figure %s: data and slots differ in length", f.ID)
		}
	case *Ranked:
		for _, r := range c.Rows {
			count(r.Datum)
		}
	case *Targets:
		for _, r := range c.Rows {
			count(r.Actual, r.Target)
		}
	case *Implied:
		for _, r := range c.Rows {
			count(r.Base, r.Target)
		}
	case *Lines:
		filled(c.Slots, c.Series...)
	case *Heat:
		filled(c.Slots, c.Rows...)
	case *Stack:
		filled(c.Slots, c.Parts...)
		if c.Total.Data != nil {
			filled(c.Slots, c.Total)
		}
	case *Panels:
		for _, x := range c.Panels {
			filled(c.Slots, Series{Name: x.Name, Data: x.Data})
		}
	case *Slope:
		for _, r := range c.Rows {
			count(r.From, r.To)
		}
	}
	if n == 0 {
		t.Errorf("figure %s has no data", f.ID)
	}
}

// A figure that is withheld is said to be so, in the table and in prose, and
// never as missing.
func TestConfidential(t *testing.T) {
	s := series("defence", "军工产值", "Defence output", "亿元|RMB 100 million")
	s.Observations = []indicator.Observation{
		{Period: indicator.Year(2021), Value: dec("12")}, {Period: indicator.Year(2022), Value: dec("13")}, {Period: indicator.Year(2023), Status: indicator.Confidential},
	}
	other := series("retail", "零售额", "Retail sales", "亿元|RMB 100 million")
	other.Observations = []indicator.Observation{{Period: indicator.Year(2022), Value: dec("12")}, {Period: indicator.Year(2023), Value: dec("13")}}
	b, err := Compose(&indicator.Dataset{Series: []indicator.Series{other, s}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := dump(b)
	for _, want := range []string{"2023年数据保密，不予公布。", "The figure for 2023 is confidential.", "保密/confidential"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said:\n%s", want, text)
		}
	}
	if strings.Contains(text, "数据暂缺") {
		t.Error("a confidential figure is called missing")
	}
}
