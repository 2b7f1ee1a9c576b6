package check

import (
	"fmt"
	"strings"
	"unicode"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// translations: what is given in one language only.
func (c *checker) translations() {
	info := c.d.Info
	c.translated(info.Title, c.placeOf(info.Title), "标题", "the title")
	c.translated(info.Issuer, c.placeOf(info.Issuer), "发布单位", "the issuer")
	c.translated(info.Area, c.placeOf(info.Area), "地区", "the area")
	c.translated(info.Source, c.placeOf(info.Source), "资料来源", "the source")
	c.translated(info.Contact, c.placeOf(info.Contact), "联系方式", "the contact")
	c.translated(info.Headline, c.placeOf(info.Headline), "导语", "the headline")
	for i := range c.d.Series {
		s := &c.d.Series[i]
		if c.owner(s) != s {
			continue // named after its level
		}
		c.translated(s.Name, s.Cell, "指标名称", "the indicator")
		c.translated(s.Unit.Text, s.Cell, "单位", "the unit")
		c.translated(s.Group, s.Cell, "分组", "the group")
		c.translated(s.Note, s.Cell, "指标说明", "the note")
		c.known(s)
	}
	for _, t := range c.d.Targets {
		c.translated(t.Text, t.Cell, "目标表述", "the wording of a target")
	}
	for _, h := range c.d.Highlights {
		c.translated(h.Group, h.Cell, "要点分组", "the group of highlights")
		c.translated(h.Name, h.Cell, "要点名称", "the name of a highlight")
		c.translated(h.Point, h.Cell, "要点", "the highlight")
	}
}

// translated reports a text that lacks one language. What has no letters, as a
// telephone number or a percent sign, reads alike in both.
func (c *checker) translated(t indicator.Text, cell indicator.Cell, zh, en string) {
	lettered := strings.ContainsFunc(t.ZH+t.EN, unicode.IsLetter)
	switch {
	case !lettered:
	case t.EN == "" && !c.en, t.ZH == "" && !c.zh:
	case t.EN == "":
		c.add(diagnostic.Warning, "no-translation", cell,
			fmt.Sprintf("%s“%s”没有英文。请补上英文，否则英文部分将显示中文。", zh, short(t.ZH)),
			fmt.Sprintf("%s “%s” has no English. Add it, or the English text will show the Chinese.", en, short(t.ZH)))
	case t.ZH == "":
		c.add(diagnostic.Warning, "no-translation", cell,
			fmt.Sprintf("%s“%s”没有中文。请补上中文，否则中文部分将显示英文。", zh, short(t.EN)),
			fmt.Sprintf("%s “%s” has no Chinese. Add it, or the Chinese text will show the English.", en, short(t.EN)))
	}
}

// known reports a unit that the unit table lacks.
func (c *checker) known(s *indicator.Series) {
	c.sameUnit(s)
	if s.Unit.Text.IsZero() || s.Unit.Base != "" {
		return
	}
	n, u := name(s), either(s.Unit.Text)
	c.add(diagnostic.Info, "unknown-unit", s.Cell,
		fmt.Sprintf("“%s”的单位“%s”不在单位表中，照原样印出，不作换算。如系笔误，请更正为通用单位（如亿元、万人、吨）。", n.ZH, short(u.ZH)),
		fmt.Sprintf("the unit “%s” of “%s” is not one of those known: it is printed as it stands and never converted. If it is a slip, enter a usual unit (亿元, 万人, 吨).", short(u.EN), n.EN))
}

// sameUnit holds the two wordings of a unit against each other: 亿元 is RMB 100
// million, not RMB billion. What is counted may be called by any noun.
func (c *checker) sameUnit(s *indicator.Series) {
	t := s.Unit.Text
	if t.ZH == "" || t.EN == "" {
		return
	}
	zh, en := indicator.ParseUnit(indicator.Text{ZH: t.ZH}), indicator.ParseUnit(indicator.Text{EN: t.EN})
	if zh.Base == "" || en.Base == "" || zh.Scale == en.Scale && (zh.Base == en.Base || !zh.IsMoney() && !en.IsMoney() && !zh.IsPercent() && !en.IsPercent()) {
		return
	}
	n := name(s)
	c.add(diagnostic.Error, "unit-conflict", s.Cell,
		fmt.Sprintf("“%s”的中文单位“%s”与英文单位“%s”不是同一单位；与“%s”相当的英文是“%s”。请改正其一，否则英文数字会差若干倍。", n.ZH, t.ZH, t.EN, t.ZH, indicator.EnglishUnit(zh)),
		fmt.Sprintf("the units of “%s” differ: “%s” is “%s” in English, not “%s”. Mend one of them, or the English figures will be wrong by a factor.", n.EN, t.ZH, indicator.EnglishUnit(zh), t.EN))
}

// placeOf is where a text of the briefing's head was read; the source keeps the
// place of every text that is printed.
func (c *checker) placeOf(t indicator.Text) indicator.Cell {
	want := either(t).ZH
	for _, l := range c.d.Strings {
		if l.Text == want && want != "" {
			return l.Cell
		}
	}
	return indicator.Cell{}
}

// short elides a long text for a message.
func short(s string) string {
	r := []rune(s)
	if len(r) > 30 {
		return string(r[:29]) + "…"
	}
	return s
}
