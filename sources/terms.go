package sources

import (
	"strings"

	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
)

// glossarySheets are the names of a sheet of terms.
var glossarySheets = map[string]bool{"词汇": true, "词汇表": true, "术语": true, "术语表": true, "glossary": true, "terms": true}

// termHeads are the heads of a sheet of terms, by what stands under them.
var termHeads = map[string]string{
	"中文": "zh", "中文名称": "zh", "名称": "zh", "指标": "zh", "指标名称": "zh", "chinese": "zh", "name": "zh",
	"英文": "en", "英文名称": "en", "english": "en", "别名": "also", "其他名称": "also", "aliases": "also", "alias": "also",
	"单位": "unit", "unit": "unit", "编号": "id", "id": "id",
	"类型": "measure", "measure": "measure", "kind": "measure", "时点时期": "basis", "basis": "basis",
	"方向": "direction", "direction": "direction", "价格": "prices", "prices": "prices",
}

// readGlossary takes the terms of the workbook's own sheet of terms, which win
// over those that ship with the tool.
func (a *adopter) readGlossary() {
	for _, s := range a.book.sheets {
		if !glossarySheets[fold(s.name)] {
			continue
		}
		t := &table{workbook: a.workbook, sheet: s}
		place := map[string]int{}
		var entries []glossary.Entry
		_ = a.book.grid(s, func(g *gridRow) bool {
			if len(place) == 0 {
				for _, c := range g.cells {
					if key := termHeads[fold(c.text)]; key != "" && place[key] == 0 {
						place[key] = c.col
					}
				}
				if place["zh"] == 0 || place["en"] == 0 {
					clear(place)
				}
				return g.number < 20 || len(place) > 0
			}
			get := func(key string) string {
				if place[key] == 0 {
					return ""
				}
				return t.text(g.at(place[key]))
			}
			e := glossary.Entry{ID: get("id"), Name: indicator.Text{ZH: get("zh"), EN: get("en")}, Unit: get("unit"),
				Measure: indicator.Measure(get("measure")), Basis: indicator.Basis(get("basis")),
				Direction: indicator.Direction(get("direction")), Prices: indicator.Prices(get("prices"))}
			if e.Name.ZH == "" || e.Name.EN == "" {
				return true
			}
			for _, also := range strings.FieldsFunc(get("also"), func(r rune) bool { return strings.ContainsRune("|;；、,，", r) }) {
				e.Aliases = append(e.Aliases, strings.TrimSpace(also))
			}
			a.inherit(&e)
			entries = append(entries, e)
			return len(entries) < 10000
		})
		switch {
		case len(place) == 0:
			a.warnf("glossary-head", a.at(s.name, ""),
				"词汇表需要有表头“中文”和“英文”两列，没有找到，未使用。", "a sheet of terms needs the heads Chinese and English; they were not found, and the sheet was not used.")
		default:
			a.terms = a.terms.With(entries)
			a.infof("glossary-read", a.at(s.name, ""), "从本表读入 %[1]d 条词汇。", "%[1]d terms were read from this sheet.", len(entries))
		}
	}
}

// inherit fills what a term leaves out from the term of the same name that
// ships with the tool.
func (a *adopter) inherit(e *glossary.Entry) {
	known, m := a.terms.Find(e.Name.ZH)
	if m == glossary.None {
		if e.ID == "" {
			e.ID = slug(e.Name.EN)
		}
		if e.Basis == "" {
			e.Basis = indicator.Flow
		}
		if e.Direction == "" {
			e.Direction = indicator.Neutral
		}
		if e.Prices == "" {
			e.Prices = indicator.UnknownPrices
		}
		return
	}
	if e.ID == "" {
		e.ID = known.ID
	}
	if e.Unit == "" {
		e.Unit = known.Unit
	}
	if e.Measure == "" {
		e.Measure = known.Measure
	}
	if e.Basis == "" {
		e.Basis = known.Basis
	}
	if e.Direction == "" {
		e.Direction = known.Direction
	}
	if e.Prices == "" {
		e.Prices = known.Prices
	}
}
