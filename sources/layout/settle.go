package layout

import (
	"regexp"
	"strings"

	"jianbao/internal/indicator"
)

// settle reads the words whose sense the columns beside them decide: 实际 is in
// real terms beside 名义, 本年 is the year to date beside 本月.
func settle(columns []*Column) {
	nominal, single, sameMonth := false, false, false
	for _, c := range columns {
		sameMonth = sameMonth || strings.HasPrefix(c.Label.Unit, "上年同月")
		nominal = nominal || c.Label.Prices == indicator.Nominal
		single = single || c.Label.Span == OnePeriod
	}
	percent := false // some head of growth says that it is in percent
	for _, c := range columns {
		percent = percent || c.Label.Measure == indicator.Growth && c.Label.Unit == "%"
	}
	for _, c := range columns {
		l := &c.Label
		if percent && l.Diff && l.Unit == "" && l.Aspect == Figures {
			l.Aspect = Change // 比上月 beside 同比增速（%）
		}
		if l.Actual && nominal && l.Prices == "" {
			l.Prices = indicator.Real
		}
		if sameMonth && strings.HasPrefix(l.Unit, "上年同期") && l.Span == "" {
			l.Span = ToDate // beside 上年同月=100
		}
		if n := len(c.Heads); n > 0 && l.Measure == indicator.Growth && l.Aspect == Figures {
			own := ParseLabel(c.Heads[n-1]) // a unit further up is that of the level
			if own.Measure == indicator.Growth && own.Unit != "" && own.Unit != "倍" && hasHan(own.Unit) && !indicator.ParseUnit(indicator.Text{ZH: own.Unit}).IsPercent() {
				l.Aspect = Change // 同比增加（亿元）, 同比提高（百分点）
			}
		}
		if l.ThisYear && single && l.Span == "" {
			l.Span = ToDate
		}
	}
}

// longForm settles what else stands beside a column of values that is named so:
// codes beside their labels, and numbers that are about the values.
func longForm(columns []*Column) {
	value := false
	for _, c := range columns {
		value = value || c.Role == Value && c.sure
	}
	if !value || !hasRole(columns, Period) {
		return
	}
	for i, c := range columns {
		head := ""
		if n := len(c.Heads); n > 0 {
			head = c.Heads[n-1]
		}
		switch {
		case c.Role == Value && !c.sure && !c.Label.pure():
			c.Role = Note
		case codeHead.MatchString(head) && c.Role != Value && c.Role != Period && i+1 < len(columns) && len(columns[i+1].Heads) > 0 && lowercase(columns[i+1].Heads[len(columns[i+1].Heads)-1]) && (c.Role == Indicator || c.Role == Dimension || c.Role == Area || c.Role == Status || c.Role == Unit || c.Role == Measure || c.Role == Frequency):
			if columns[i+1].Role == Indicator || columns[i+1].Role == Dimension || columns[i+1].Role == Area || columns[i+1].Role == c.Role || columns[i+1].Role == Note {
				c.Role = Code
			}
		}
	}
}

var codeHead = regexp.MustCompile(`^[A-Z][A-Z0-9_]+$`)
