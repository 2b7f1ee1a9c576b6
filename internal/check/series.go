package check

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

var (
	hundred = decimal.NewFromInt(100)
	half    = decimal.New(5, -1)
)

// possible finds values that cannot be.
func (c *checker) possible(s *indicator.Series) {
	n := name(s)
	for _, o := range s.Observations {
		if !o.Status.HasValue() {
			continue
		}
		switch {
		case s.Measure == indicator.Share && (o.Value.Sign() < 0 || o.Value.GreaterThan(hundred)):
			c.add(diagnostic.Warning, "share-out-of-range", o.Cell, fmt.Sprintf("“%s”%s为%s%%，占比应在0到100之间。请核对。", n.ZH, o.Period, o.Value),
				fmt.Sprintf("“%s” is %s%% in %s; a share lies between 0 and 100. Check it.", n.EN, o.Value, o.Period))
		case s.Measure == indicator.Growth && o.Value.LessThan(hundred.Neg()):
			c.add(diagnostic.Error, "growth-impossible", o.Cell, fmt.Sprintf("“%s”%s增速为%s%%，下降不可能超过100%%。请改正。", n.ZH, o.Period, o.Value),
				fmt.Sprintf("the growth of “%s” is %s%% in %s; nothing can fall by more than 100%%. Mend it.", n.EN, o.Value, o.Period))
		}
	}
}

// unit of the last digit of a number as entered: 0.1 for 7.2.
func lastDigit(d indicator.Decimal) indicator.Decimal {
	if e := d.Exponent(); e < 0 {
		return decimal.New(1, e)
	}
	return decimal.NewFromInt(1)
}

// published holds published growth against growth from the levels beside it.
// Only what rounding cannot explain is reported: half a unit of the last digit
// of either level and of the rate itself. Growth in comparable prices has no
// levels to be held against; neither has growth of money whose basis is not said.
func (c *checker) published(g *indicator.Series) {
	s := c.d.Find(g.Of)
	if s == nil || g.Compare != indicator.YearOnYear || g.Prices == indicator.Real || s.Unit.IsMoney() && g.Prices != indicator.Nominal {
		return
	}
	if s.Measure == indicator.Rate || s.Measure == indicator.Share {
		n := name(s)
		c.add(diagnostic.Warning, "growth-of-rate", g.Cell, fmt.Sprintf("“%s”是比率，却填有同比增速（%%）；比率的变化应以百分点表示。请删去增速，或更正类型。", n.ZH),
			fmt.Sprintf("“%s” is a rate and has growth in percent; a rate changes in percentage points. Delete the growth or mend the kind.", n.EN))
		return
	}
	var cells []indicator.Cell
	var zh, en []string
	for _, o := range g.Observations {
		now, ok1 := s.At(o.Period)
		then, ok2 := s.At(o.Period.YearBefore())
		if !o.Status.HasValue() || !ok1 || !ok2 || !now.Status.HasValue() || !then.Status.HasValue() || then.Value.Sign() <= 0 {
			continue
		}
		computed := now.Value.Sub(then.Value).Mul(hundred).DivRound(then.Value, 8)
		slack := lastDigit(now.Value).Add(lastDigit(then.Value).Mul(now.Value.Abs()).DivRound(then.Value, 8)).Mul(half).Mul(hundred).DivRound(then.Value, 8)
		slack = slack.Mul(decimal.New(105, -2)).Add(lastDigit(o.Value).Mul(half)).Add(decimal.New(1, -6))
		if computed.Sub(o.Value).Abs().GreaterThan(slack) {
			cells = append(cells, o.Cell)
			zh = append(zh, fmt.Sprintf("%s公布%s%%、计算%s%%", o.Period, o.Value, computed.Round(2)))
			en = append(en, fmt.Sprintf("%s published %s%%, computed %s%%", o.Period, o.Value, computed.Round(2)))
		}
	}
	if len(cells) == 0 {
		return
	}
	n := name(s)
	c.add(diagnostic.Warning, "growth-mismatch", cells[len(cells)-1],
		fmt.Sprintf("“%s”公布的同比增速与按水平值计算的不符，共%d处：%s。采用公布的增速；请核对水平值、增速及其口径。", n.ZH, len(cells), listed(zh, "；")),
		fmt.Sprintf("the published growth of “%s” differs from that computed from its levels in %d place(s): %s. The published rate is used; check the levels, the rate and its basis.", n.EN, len(cells), listed(en, "; ")))
}

// listed joins the last three of a list.
func listed(s []string, sep string) string {
	if len(s) > 3 {
		return "…" + sep + strings.Join(s[len(s)-3:], sep)
	}
	return strings.Join(s, sep)
}

// cumulative: flows add up within a year and never fall.
func (c *checker) cumulative(s *indicator.Series) {
	if s.Basis != indicator.Flow {
		return
	}
	n := name(s)
	var before *indicator.Observation
	for i := range s.Observations {
		o := &s.Observations[i]
		if !o.Period.FromJanuary() || !o.Status.HasValue() {
			continue
		}
		if before != nil && before.Period.Year() == o.Period.Year() {
			if o.Value.LessThan(before.Value) && before.Value.Sign() > 0 {
				c.add(diagnostic.Warning, "cumulative-falls", o.Cell, fmt.Sprintf("“%s”累计值由%s的%s降至%s的%s。累计值一般不会下降，请核对是否录入有误或数据已修订。", n.ZH, before.Period, before.Value, o.Period, o.Value),
					fmt.Sprintf("the cumulative “%s” falls from %s in %s to %s in %s. Cumulative flows do not fall; check for a slip or a revision.", n.EN, before.Value, before.Period, o.Value, o.Period))
			}
			c.sum(s, before, o)
		}
		before = o
	}
}

// sum holds a cumulative figure against the one before it plus the month.
func (c *checker) sum(s *indicator.Series, before, o *indicator.Observation) {
	if o.Period.To != before.Period.To+1 {
		return
	}
	month, ok := s.At(indicator.MonthOf(o.Period.To))
	if !ok || !month.Status.HasValue() || month.Status == indicator.Revised || o.Status == indicator.Revised || before.Status == indicator.Revised {
		return
	}
	digit := decimal.Max(lastDigit(o.Value), lastDigit(before.Value), lastDigit(month.Value))
	if gap := before.Value.Add(month.Value).Sub(o.Value); gap.Abs().GreaterThan(digit.Mul(decimal.New(15, -1))) {
		n := name(s)
		c.add(diagnostic.Warning, "sum-of-months", o.Cell, fmt.Sprintf("“%s”%s累计%s，与上期累计%s加本月%s之和相差%s。请核对，或将修订过的数标为修订。", n.ZH, o.Period, o.Value, before.Value, month.Value, gap.Neg()),
			fmt.Sprintf("“%s” is %s in %s; the cumulative figure before (%s) and the month (%s) add up to %s less. Check them, or mark revised figures as revised.", n.EN, o.Value, o.Period, before.Value, month.Value, gap.Neg()))
	}
}

// jumps finds neighbours that differ by a factor of about 10,000 or 100 million,
// as when 万元 is entered for 亿元.
func (c *checker) jumps(s *indicator.Series) {
	last := map[int]indicator.Observation{} // by length of period, and by being cumulative
	for _, o := range s.Observations {
		if !o.Status.HasValue() || o.Value.Sign() <= 0 {
			continue
		}
		kind := o.Period.Months()
		if o.Period.FromJanuary() && o.Period.Months() != 12 {
			kind = -1
		}
		b, ok := last[kind]
		last[kind] = o
		if !ok || kind == -1 && b.Period.Year() != o.Period.Year() {
			continue
		}
		ratio := decimal.Max(o.Value, b.Value).DivRound(decimal.Min(o.Value, b.Value), 4)
		for _, power := range []int32{4, 8} {
			scaled := ratio.Shift(-power)
			if scaled.GreaterThan(decimal.New(3, -1)) && scaled.LessThan(decimal.NewFromInt(3)) {
				n := name(s)
				c.add(diagnostic.Warning, "unit-jump", o.Cell, fmt.Sprintf("“%s”由%s的%s变为%s的%s，相差约10的%d次方倍。请核对单位（万、亿）。", n.ZH, b.Period, b.Value, o.Period, o.Value, power),
					fmt.Sprintf("“%s” goes from %s in %s to %s in %s, a factor of about 10^%d. Check the unit.", n.EN, b.Value, b.Period, o.Value, o.Period, power))
			}
		}
	}
}

// gaps finds months that are missing in the middle. January and February are
// often published only together and are not missed.
func (c *checker) gaps(s *indicator.Series) {
	var before indicator.Month
	for _, o := range s.Observations {
		if o.Period.From != o.Period.To || !o.Status.HasValue() {
			continue
		}
		if before != 0 && o.Period.To > before+1 {
			from := before + 1
			for from.Of() <= 2 && from < o.Period.To {
				from++
			}
			if from < o.Period.To {
				if _, err := c.d.LevelAt(s.ID, indicator.MonthOf(from)); err != nil {
					n := name(s)
					c.add(diagnostic.Info, "month-missing", o.Cell, fmt.Sprintf("“%s”%s之前缺%s的数，图中留空。", n.ZH, o.Period, from),
						fmt.Sprintf("“%s” has no figure for %s, before %s; charts leave a gap.", n.EN, from, o.Period))
				}
			}
		}
		before = o.Period.To
	}
}
