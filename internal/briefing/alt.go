package briefing

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/marked"
)

// Described is a chart in words, written from what it draws: what each row or
// line says, with the labels that are printed. It is zero for a chart without data.
func Described(c Chart) Text {
	t := described(c)
	return Text{ZH: marked.Plain(t.ZH), EN: marked.Plain(t.EN)}
}

// described is the same with its numbers marked.
func described(c Chart) Text {
	switch c := c.(type) {
	case *Spark:
		if slices.ContainsFunc(c.Data, func(d Datum) bool { return !d.Missing && d.Label.IsZero() }) {
			return Text{} // shown without numbers
		}
		return inWords(Text{}, course(nil, c.Data, true))
	case *Growth:
		return inWords(Text{},
			after(bracketed(c.BarName, c.BarUnit), course(c.Slots, c.Bars, true)),
			after(c.LineName, course(c.Slots, c.Line, true)),
			goalLine(c.Target))
	case *Lines:
		slots := c.Slots
		if slices.ContainsFunc(c.Series, func(s Series) bool { return s.Role == RolePast }) {
			slots = slices.Clone(slots) // of no one year
			for i := range slots {
				slots[i].Year = 0
			}
		}
		return inWords(c.Unit, append(courses(slots, c.Series, len(c.Series) <= inDetail && !c.FromZero), goalLine(c.Target))...)
	case *Panels:
		var said []Text
		for _, p := range c.Panels {
			said = append(said, after(bracketed(p.Name, p.Unit), course(c.Slots, p.Data, len(c.Panels) <= inDetail)))
		}
		return inWords(c.Unit, said...)
	case *Heat:
		return inWords(c.Unit, courses(c.Slots, c.Rows, len(c.Rows) <= inDetail)...)
	case *Stack:
		return inWords(c.Unit, contributions(c)...)
	case *Ranked:
		var said []Text
		for _, r := range c.Rows {
			v := r.Note
			if !r.Datum.Missing || v.IsZero() {
				v = shown(r.Datum)
			}
			said = append(said, valued(r.Name, v))
		}
		return inWords(c.Unit, said...)
	case *Targets:
		var said []Text
		for _, r := range c.Rows {
			said = append(said, bullet(r))
		}
		return inWords(c.Unit, said...)
	case *Implied:
		var said []Text
		for _, r := range c.Rows {
			said = append(said, after(r.Name, inRow(valued(c.BaseName, shown(r.Base)), valued(c.TargetName, shown(r.Target)), r.Growth)))
		}
		return inWords(c.Unit, said...)
	case *Slope:
		var said []Text
		for _, r := range c.Rows {
			said = append(said, after(r.Name, inRow(valued(c.From, shown(r.From)), valued(c.To, shown(r.To)), changed(r, c.ChangeUnit))))
		}
		return inWords(c.Unit, said...)
	}
	return Text{}
}

// changed is the change of a row that has both its values.
func changed(r SlopeRow, unit Text) Text {
	if r.Change.IsZero() || !r.Whole() {
		return Text{}
	}
	return Text{ZH: "变化" + r.Change.ZH + unit.ZH, EN: strings.TrimSpace("change " + r.Change.EN + " " + unit.EN)}
}

// inDetail is up to how many lines are told with their extremes, and not by
// their latest value alone.
const inDetail = 8

var noData = Text{ZH: "无数据", EN: "no data"}

func shown(d Datum) Text {
	if d.Missing {
		return noData
	}
	return d.Label
}

// courses are the lines of a chart, each with its name. What adds up over a year
// is lowest at its start and highest at its end, which goes without saying.
func courses(slots []Slot, series []Series, detail bool) []Text {
	var said []Text
	for _, s := range series {
		if s.Role == RolePlan {
			said = append(said, aimOf(s))
			continue
		}
		said = append(said, after(s.Name, course(slots, s.Data, detail)))
	}
	return said
}

// aimOf is where a path leads: what lies on the way is drawn, not said.
func aimOf(s Series) Text {
	if len(s.Data) == 0 {
		return Text{}
	}
	v := s.Data[len(s.Data)-1].Label
	return Text{ZH: s.Name.ZH + v.ZH, EN: strings.TrimSpace(s.Name.EN + " " + v.EN)}
}

// course is how data went: what was last and, in detail, lowest and highest.
func course(slots []Slot, data []Datum, detail bool) Text {
	if data == nil {
		return Text{}
	}
	low, high, last := -1, -1, -1
	for i, d := range data {
		if d.Missing {
			continue
		}
		if low < 0 || d.Value < data[low].Value {
			low = i
		}
		if high < 0 || d.Value > data[high].Value {
			high = i
		}
		last = i
	}
	at := func(zh, en string, i int) Text {
		t := valued(Text{ZH: zh, EN: en}, data[i].Label)
		if i < len(slots) {
			s := moment(slots[i])
			t = Text{ZH: t.ZH + "（" + s.ZH + "）", EN: t.EN + " (" + s.EN + ")"}
		}
		return t
	}
	switch {
	case last < 0:
		return noData
	case !detail || data[low].Value == data[high].Value:
		return at("最新", "latest", last)
	}
	return inRow(at("最低", "lowest", low), at("最高", "highest", high), at("最新", "latest", last))
}

// moment is a slot by its full name: 2023年9月, Sep 2023.
func moment(s Slot) Text {
	switch {
	case s.Span >= 12 && marked.Plain(s.Label.ZH) == strconv.Itoa(s.Year):
		return Text{ZH: s.Label.ZH + "年", EN: s.Label.EN}
	case s.Span >= 12 || s.Year == 0:
		return s.Label
	}
	return Text{ZH: num(s.Year) + "年" + s.Label.ZH, EN: s.Label.EN + " " + num(s.Year)}
}

// contributions are the total and the parts of the newest slot that has any.
func contributions(c *Stack) []Text {
	at := -1
	for i := range c.Slots {
		for _, p := range c.Parts {
			if !p.Data[i].Missing {
				at = i
			}
		}
	}
	said := []Text{after(c.Total.Name, course(c.Slots, c.Total.Data, true))}
	if at < 0 {
		return append(said, noData)
	}
	var parts []Text
	for _, p := range c.Parts {
		parts = append(parts, valued(p.Name, shown(p.Data[at])))
	}
	return append(said, after(moment(c.Slots[at]), inRow(parts...)))
}

func bullet(r TargetRow) Text {
	goal := valued(Text{ZH: "目标", EN: "target"}, r.Target.Label)
	if r.Target.Missing {
		goal = Text{ZH: "未定数值", EN: "no figure set"}
	}
	return inRow(valued(r.Name, shown(r.Actual)), goal, r.Gap, r.Status)
}

func goalLine(t *TargetMark) Text {
	if t == nil {
		return Text{}
	}
	return t.Label
}

// valued is a value with its name before it.
func valued(name, value Text) Text {
	zh := name.ZH + value.ZH
	if n := len(name.ZH); n > 0 && name.ZH[n-1] < 0x80 && name.ZH[n-1] != ')' {
		zh = name.ZH + " " + value.ZH // CPI 0.4%
	}
	return Text{ZH: zh, EN: strings.TrimSpace(name.EN + " " + value.EN)}
}

// after heads a text with a name; zero where there is nothing to head.
func after(head, t Text) Text {
	switch {
	case t.IsZero():
		return Text{}
	case head.IsZero():
		return t
	}
	return Text{ZH: head.ZH + "：" + t.ZH, EN: head.EN + ": " + t.EN}
}

func bracketed(name, unit Text) Text {
	if unit.IsZero() {
		return name
	}
	return Text{ZH: name.ZH + "（" + unit.ZH + "）", EN: strings.TrimSpace(name.EN + " (" + unit.EN + ")")}
}

// inRow joins what is not empty with commas.
func inRow(parts ...Text) Text { return joinTexts("，", ", ", parts) }

// inWords joins statements to one text, after the unit of their numbers where
// that is more than the sign they carry.
func inWords(unit Text, parts ...Text) Text {
	t := joinTexts("；", "; ", parts)
	if t.IsZero() {
		return t
	}
	t = Text{ZH: t.ZH + "。", EN: sentenceCase(t.EN) + "."}
	if unit.IsZero() || unit == same("%") {
		return t
	}
	if strings.Contains(unit.ZH, "（") {
		return Text{ZH: unit.ZH + "。" + t.ZH, EN: sentenceCase(unit.EN) + ". " + t.EN}
	}
	return Text{ZH: "（" + unit.ZH + "）" + t.ZH, EN: "(" + unit.EN + ") " + t.EN}
}

func joinTexts(sepZH, sepEN string, parts []Text) Text {
	var zh, en []string
	for _, p := range parts {
		if !p.IsZero() {
			zh, en = append(zh, p.ZH), append(en, p.EN)
		}
	}
	return Text{ZH: strings.Join(zh, sepZH), EN: strings.Join(en, sepEN)}
}
