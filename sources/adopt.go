package sources

import (
	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// adopter makes a Dataset of the figures that layout finds: it gathers them
// into drafts of series, names these by the glossary, and joins what different
// tables say of one indicator.
type adopter struct {
	*workbook
	opt     Options
	terms   *glossary.Glossary
	tables  []*layout.Table
	drafts  []*draft
	index   map[draftKey]*draft
	areas   []string // in order of appearance
	count   map[string]int
	goals   []goal
	unused  unusedList
	byItem  map[*layout.Item][]*draft
	byName  map[string][]*draft
	byTable map[*layout.Table][]*draft
	names   map[*layout.Item]*naming
	ids     map[string]int // of series, how often taken

	absolute map[*layout.Table]bool // whether changes in a table are amounts
	area     string                 // of the briefing; "" where tables name none
	figures  int                    // that drafts hold
}

// What is kept in memory of one workbook.
const (
	maxFigures = 500_000
	maxDrafts  = 64_000
)

// overflows reports whether there is more than can be kept.
func (a *adopter) overflows() bool { return a.figures > maxFigures || len(a.drafts) > maxDrafts }

// draft is a series in the making: the figures of one item of one table.
type draft struct {
	draftKey
	table       *layout.Table
	unit        indicator.Unit
	label       layout.Label
	obs         []indicator.Observation
	percentSign bool                     // some figure is written with one
	stock       bool                     // some figure is said to be of the end of a period
	series      int                      // position in the Dataset once it is there
	into        *draft                   // the draft whose series it continues
	dropped     bool                     // it has no figures, or none of use, and makes no series
	name        string                   // equal for drafts that mean the same indicator
	at          map[indicator.Period]int // places of the observations by period
}

// draftKey tells drafts apart.
type draftKey struct {
	item    *layout.Item
	area    string
	growth  bool
	compare indicator.Compare
	prices  indicator.Prices
	unit    string
	scale   int
	share   bool   // a share of a whole, beside the amount
	money   string // currency in which growth is told
}

// goal is a target in the making.
type goal struct {
	fact  layout.Fact
	sheet string
}

func newAdopter(w *workbook, opt Options) *adopter {
	a := &adopter{workbook: w, opt: opt, terms: opt.Glossary, index: map[draftKey]*draft{}, count: map[string]int{}}
	if a.terms == nil {
		a.terms = glossary.Builtin()
	}
	return a
}

// fact takes one figure.
func (a *adopter) fact(f *layout.Fact) {
	sheet := f.Table.Sheet.Name
	switch f.Label.Aspect {
	case layout.Target:
		a.goals = append(a.goals, goal{*f, sheet})
		return
	case layout.Progress, layout.Rank, layout.Change, layout.Average:
		if f.Status.HasValue() {
			a.explain(sheet, f.Cell.Col, f.Cell.Row, string(f.Label.Aspect))
		}
		return
	}
	if at := a.at(sheet, address(f.Cell.Col, f.Cell.Row)); f.Approx {
		a.warnf("approximate", at, "“%[1]s”是约数，按估计数使用；有准确数时请更正。", "“%[1]s” is an approximate figure and is used as an estimate; put in the exact one when there is one.", quote(f.Text))
	} else if f.Sign != "" {
		a.infof("sign-assumed", at, "“%[1]s”前后的三角符号：▲按上升、△按下降理解；如不对，请改用正负号。", "of the triangle in “%[1]s”, ▲ is read as a rise and △ as a fall; write plus or minus if that is wrong.", quote(f.Text))
	}
	if path, _ := areaOf(f.Item.Names); f.Area == "" {
		f.Area = path
	}
	if f.Area != "" {
		if a.count[f.Area] == 0 {
			a.areas = append(a.areas, f.Area)
		}
		a.count[f.Area]++
		if wanted := a.opt.area(); wanted != "" && f.Area != wanted && fold(f.Area) != fold(wanted) {
			if f.Status.HasValue() {
				a.explain(sheet, f.Cell.Col, f.Cell.Row, "other-area")
			}
			return
		}
	}
	if a.figures++; a.overflows() {
		if f.Status.HasValue() {
			a.explain(sheet, f.Cell.Col, f.Cell.Row, "too-many")
		}
		return
	}
	key := draftKey{item: f.Item, area: f.Area, growth: f.Label.Measure == indicator.Growth, prices: f.Label.Prices, unit: f.Unit, scale: f.Scale}
	if key.prices == "" {
		key.prices = f.Table.Context.Prices
	}
	if key.growth {
		key.unit, key.scale, key.money = "%", 0, f.Label.Currency
		if key.compare = f.Label.Compare; key.compare == "" {
			key.compare = indicator.YearOnYear
		}
	} else if f.Percent && key.unit == "" {
		key.unit = "%"
	}
	if key.share = f.Label.Measure == indicator.Share; key.share {
		key.unit, key.scale = "%", 0
	}
	key.unit = a.dollars(key.unit, f.Table)
	d := a.index[key]
	if d == nil {
		d = &draft{draftKey: key, table: f.Table, label: f.Label}
		a.index[key] = d
		a.drafts = append(a.drafts, d)
	}
	d.percentSign = d.percentSign || f.Percent || f.Label.Unit == "%"
	d.stock = d.stock || f.Label.Span == layout.AtEnd
	d.obs = append(d.obs, indicator.Observation{
		Period: f.Period, Value: f.Value, Status: f.Status,
		Cell: a.at(sheet, address(f.Cell.Col, f.Cell.Row)),
	})
}

// finish makes the Dataset.
func (a *adopter) finish() {
	if a.overflows() {
		a.errorf("too-many-figures", a.at("", ""),
			"工作簿中的指标或数据过多（超过 %[1]d 个指标或 %[2]d 个数）；请用 --area 选定一个地区，在配置文件中跳过不需要的工作表，或拆分文件。",
			"the workbook has too many indicators or figures (more than %[1]d or %[2]d); choose one area with --area, skip sheets in a profile, or split the file.", maxDrafts, maxFigures)
		return // a part of it would be told for the whole
	}
	a.reportTables()
	a.chooseArea()
	a.nameItems()
	a.indexDrafts()
	a.tellFrequency()
	a.tellChanges()
	a.tellGrowth()
	a.build()
	a.link()
	a.setTargets()
	a.inOrder()
	a.describe()
}

// indexDrafts makes drafts findable by item, by name and by table.
func (a *adopter) indexDrafts() {
	a.byItem, a.byName, a.byTable = map[*layout.Item][]*draft{}, map[string][]*draft{}, map[*layout.Table][]*draft{}
	for _, d := range a.drafts {
		d.name = a.nameKey(d)
		if g := a.names[d.item].guide; g != nil && g.Unit != "" && !d.growth && !d.share {
			d.draftKey.unit, d.scale, d.unit = g.Unit, 0, readUnit(g.Unit, 0)
		}
		a.byItem[d.item] = append(a.byItem[d.item], d)
		a.byName[d.name] = append(a.byName[d.name], d)
		a.byTable[d.table] = append(a.byTable[d.table], d)
	}
}
