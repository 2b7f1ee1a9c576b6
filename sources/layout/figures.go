package layout

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

// figure hands on one figure.
func (t *Table) figure(v *Column, c Cell, row *rowFacts) {
	f := &Fact{Table: t, Cell: c, Area: row.area, Scale: row.scale, Status: row.status}
	f.Label = row.label.with(attributes(v.Label))
	if f.Label.Aspect == Average && t.Context.Plan != 0 {
		f.Label.Aspect, f.Label.When = Target, indicator.When{Year: t.Context.Plan}
	}
	if t.Context.Plan != 0 && v.Label.When.Year == t.Context.Plan && f.Label.Aspect == Figures {
		f.Label.Aspect = Target
	}
	if row.item != nil {
		own := attributes(row.item.Label)
		when := own.When
		own.When = indicator.When{}
		f.Label = own.with(f.Label)
		if when.HasMonths() { // 地区生产总值（1—9月）: the row knows better
			f.Label.When = when.Within(f.Label.When)
		}
		if v.Label.Measure == "" && row.item.Label.Measure != "" {
			f.Label.Measure, f.Label.Compare = row.item.Label.Measure, row.item.Label.Compare
		}
	}
	if v.area != "" {
		f.Area = v.area
	}
	if !t.value(f, c) {
		return
	}
	f.Item = t.itemOf(v, row)
	if f.Item == nil {
		t.Sheet.Explain(c, "no-indicator")
		return
	}
	if row.item == nil && v.item == nil { // what the title or the corner says besides the name
		f.Label = attributes(f.Item.Label).with(f.Label)
	}
	if t.unit(f, v, row); f.Clash {
		t.Sheet.Explain(c, "unit-clash")
		return
	}
	if t.corners.Measure == indicator.Growth && f.Label.Measure == "" && (f.Unit == "" || f.Unit == "%") {
		f.Label.Measure, f.Label.Compare, f.Unit = t.corners.Measure, t.corners.Compare, "%"
	}
	if v.Label.Unit == "倍" && f.Label.Measure == indicator.Growth && !f.Percent {
		f.Value, f.Unit = indicator.Clean(f.Value.Shift(2)), "%" // 增长（倍）
	}
	if percentChange.MatchString(f.Unit) {
		growth("")(&f.Label)
		f.Unit = "%"
	}
	if f.Label.Diff && f.Label.Aspect == Figures && !f.Percent && v.Label.Unit != "%" && row.label.Unit == "" && t.Context.Unit != "%" && t.Context.Unit != "" && t.Context.RateUnit == "" {
		f.Label.Aspect = Change // 比上月增减 in 亿元
	}
	p, ok := t.period(v, row, &f.Label)
	if !ok && f.Label.Aspect == Figures {
		t.Sheet.Explain(c, "no-period")
		return
	}
	f.Period = p
	if row.known != 0 && ok && p.Year() > row.known && f.Status.HasValue() {
		f.Status = indicator.Estimated // as the IMF says: Estimates Start After
	}
	if f.Label.Status != "" && f.Status == "" {
		f.Status = f.Label.Status
	}
	t.Facts++
	t.Sheet.Emit(f)
}

var percentChange = regexp.MustCompile(`(?i)^(?:percent(?:age)?|per cent|%) change`)

// attributes is a label without its names.
func attributes(l Label) Label {
	l.Names, l.Other = nil, ""
	return l
}

// value reads the figure in c; false, after saying why, where there is none.
func (t *Table) value(f *Fact, c Cell) bool {
	switch c.Kind {
	case Number:
		d, err := decimal.NewFromString(c.Text)
		if err != nil {
			t.Sheet.Explain(c, "not-a-number")
			return false
		}
		f.Value = indicator.Clean(d)
		if c.Percent {
			f.Value, f.Percent = indicator.Clean(f.Value.Shift(2)), true
		}
		return true
	case Text:
		fig, err := indicator.ParseFigure(c.Text)
		if err != nil {
			if f.Label.Aspect == Target {
				f.Text = strings.TrimSpace(c.Text)
				return true
			}
			t.Sheet.Explain(c, "not-a-number")
			return false
		}
		f.Value, f.Text = fig.Value, strings.TrimSpace(c.Text)
		if f.Approx = fig.Approx && f.Label.Aspect != Target; f.Approx && fig.Status == "" {
			fig.Status = indicator.Estimated
		}
		if fig.Signed == "▲" || fig.Signed == "△" {
			f.Sign = fig.Signed
		}
		if fig.Status != "" || f.Status == "" {
			f.Status = fig.Status
		}
		if fig.Unit == "%" {
			f.Percent = true
		} else if fig.Unit == "倍" && f.Label.Measure == indicator.Growth {
			f.Value, f.Percent = indicator.Clean(fig.Value.Shift(2)), true // 增长1.3倍
		} else if strings.HasSuffix(fig.Unit, "百分点") {
			f.Label.Aspect = Change
		} else if fig.Unit != "" {
			f.Unit = fig.Unit
		}
		return true
	case Error:
		t.Sheet.Explain(c, "error")
	case Date:
		t.Sheet.Explain(c, "date")
	default:
		t.Sheet.Explain(c, "not-a-number")
	}
	return false
}

// scaleOnly are units in a cell that are but powers of ten of the unit of the
// row.
var scaleOnly = map[string]bool{"万": true, "亿": true, "万亿": true}

// unit finds the unit of a figure: in the cell, in its row or head, in the
// lines above the table.
func (t *Table) unit(f *Fact, v *Column, row *rowFacts) {
	switch {
	case scaleOnly[f.Unit]:
		scale := f.Unit
		f.Unit = ""
		if t.unit(f, v, row); f.Unit != "" && indicator.ParseUnit(indicator.Text{ZH: f.Unit}).Scale == 0 && indicator.IsUnit(scale+f.Unit) { // 1.2万 of 人
			f.Unit = scale + f.Unit
		} else if f.Unit != scale {
			f.Unit = scale + f.Unit
			f.Clash = true
		}
	case f.Unit != "":
	case f.Percent:
		f.Unit = "%"
	case f.Label.Currency != "" && f.Label.Measure != indicator.Growth && t.Context.Currencies[f.Label.Currency] != "":
		f.Unit = t.Context.Currencies[f.Label.Currency]
	case f.Label.Measure == indicator.Growth, f.Label.Aspect == Progress:
		f.Unit = "%"
	case row.item != nil && (row.item.Label.Unit == "%" || row.item.Label.Unit == "‰"): // 存贷比（%） under 余额（亿元）
		f.Unit = row.item.Label.Unit
	case v.Label.Unit != "":
		f.Unit = v.Label.Unit
	case t.counted && ofValue(v) && !indicator.ParseUnit(indicator.Text{ZH: row.label.Unit}).IsMoney(): // the row's unit is of its number
		if f.Unit = t.Context.MoneyUnit; f.Unit == "" && indicator.ParseUnit(indicator.Text{ZH: t.Context.Unit}).IsMoney() {
			f.Unit = t.Context.Unit
		}
	case row.label.Unit != "":
		f.Unit = row.label.Unit
	case f.Item.Label.Unit != "":
		f.Unit = f.Item.Label.Unit
	case row.sectionUnit != "":
		f.Unit = row.sectionUnit
	case f.Item.wholeUnit() != "" && f.Label.Measure == "":
		f.Unit = f.Item.wholeUnit()
	case t.Context.RateUnit != "" && isRateName(f.Item.Names):
		f.Unit = t.Context.RateUnit
	case t.Context.Unit != "%" && isRateName(f.Item.Names):
		// 单位：万元 above a table does not hold for its rates.
	default:
		f.Unit = t.Context.Unit
	}
}

func ofValue(v *Column) bool {
	h := strings.Join(v.Heads, "")
	return strings.Contains(h, "金额") || strings.Contains(h, "价值")
}

// wholeUnit is the unit that the name of the indicator tells of which an item is
// a part: 房地产开发投资（亿元） and its 住宅.
func (it *Item) wholeUnit() string {
	for p := it.Parent; p != nil; p = p.Parent {
		if u := p.Label.Unit; u != "" {
			if isRateName(it.Names) != isRateName(p.Names) || u == "%" && !isRateName(p.Names) {
				return ""
			}
			return u
		}
	}
	return ""
}

func isRateName(names []string) bool {
	if len(names) == 0 {
		return false
	}
	s := names[len(names)-1]
	return strings.HasSuffix(s, "率") || strings.HasSuffix(s, "比重") || strings.HasSuffix(s, "占比") || strings.HasSuffix(strings.ToLower(s), " rate")
}
