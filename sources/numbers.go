package sources

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

func newInt(n int64) indicator.Decimal { return decimal.NewFromInt(n) }

func newDecimal(s string) (indicator.Decimal, error) { return decimal.NewFromString(s) }

var hundred = decimal.NewFromInt(100)

// number is what a cell says where a number is expected.
type number struct {
	given  bool // the cell says something: a value or why there is none
	value  indicator.Decimal
	status indicator.Status
	cell   indicator.Cell
}

// hasValue reports whether there is a number in it.
func (n number) hasValue() bool { return n.given && n.status.HasValue() }

// measure is what a number is expected to be.
type measure byte

const (
	plainNumber measure = iota
	percentage          // the number before the percent sign
	perMille            // the number before the per mille sign
)

// number reads a cell as a number. A blank cell is not given; what cannot be
// read is reported, and not given either.
func (t *table) number(c cell, m measure) number {
	c, ok := t.resolve(c)
	if !ok || c.blank() {
		return number{}
	}
	n := number{given: true, cell: t.cellAt(c)}
	switch c.kind {
	case numberCell:
		v, ok := decimalOf(c.text)
		if !ok {
			t.errorf("number-out-of-range", n.cell,
				"数值“%[1]s”超出可用范围（绝对值应小于 10^18）；请检查单位和录入。",
				"the number “%[1]s” is out of range (below 10^18 in size is expected); check the unit and the entry.", quote(c.text))
			return number{}
		}
		n.value = v
		switch f := t.book.format(c.style); {
		case f == percentFormat:
			n.value = t.unscale(n, m)
		case f == dateFormat || f == yearFormat:
			t.errorf("not-a-number", n.cell,
				"单元格是日期，应为数值；请把格式改为“常规”后重新填入数值。",
				"the cell holds a date; a number is expected. Set its format to General and enter the number again.")
			return number{}
		}
		return n
	case textCell:
		return t.writtenNumber(c, n, m)
	}
	t.notANumber(c)
	return number{}
}

// unscale gives the number that a cell in percent format shows: 0.072 → 7.2.
func (t *table) unscale(n number, m measure) indicator.Decimal {
	shown := n.value.Mul(hundred)
	if m == plainNumber {
		t.warnf("percent-format", n.cell,
			"单元格是百分比格式（显示 %[1]s%%），而单位不是百分数，按 %[2]s 读取；请把格式改为“常规”并核对。",
			"the cell is in percent format (it shows %[1]s%%), but the unit is not a percentage; it was read as %[2]s. Set the format to General and check it.",
			shown, n.value)
		return n.value
	}
	if m == perMille {
		shown = shown.Mul(decimal.NewFromInt(10))
	}
	if shown.Abs().GreaterThanOrEqual(hundred) {
		t.warnf("percent-format", n.cell,
			"单元格是百分比格式，显示为 %[1]s%%，按此读取；若本意是 %[2]s%%，请改填 %[2]s 并把格式改为“常规”。",
			"the cell is in percent format and shows %[1]s%%, as which it was read; if %[2]s%% is meant, set the format to General and enter %[2]s.",
			shown, n.value)
		return indicator.Clean(shown)
	}
	t.infof("percent-format", n.cell,
		"单元格是百分比格式，存储的 %[2]s 按显示的 %[1]s%% 读取。",
		"the cell is in percent format; the stored %[2]s was read as shown, %[1]s%%.", shown, n.value)
	return indicator.Clean(shown)
}

// writtenNumber reads a number that stands in the cell as text, perhaps with
// marks.
func (t *table) writtenNumber(c cell, n number, m measure) number {
	s := cleanText(c.text)
	if s == "" {
		return number{}
	}
	if utf8.RuneCountInString(s) > maxNumberText || exponent(s) {
		t.notANumber(c)
		return number{}
	}
	v, st, err := indicator.ParseValue(s)
	if err != nil {
		t.notANumber(c)
		return number{}
	}
	n.value, n.status = v, st
	if !st.HasValue() {
		n.value = indicator.Decimal{}
		return n
	}
	if m == plainNumber && strings.ContainsAny(s, "%％") {
		t.errorf("percent-format", n.cell,
			"“%[1]s”带百分号，而单位不是百分数；请填数值本身，或改正指标的单位。",
			"“%[1]s” has a percent sign, but the unit is not a percentage; enter the number itself, or correct the indicator's unit.", quote(s))
		return number{}
	}
	if f, _ := v.Abs().Float64(); f > maxNumber {
		t.notANumber(c)
		return number{}
	}
	return n
}

// maxNumberText bounds what is taken for a number written as text.
const maxNumberText = 48

// exponent reports scientific notation, which no one writes by hand and whose
// size is unbounded.
func exponent(s string) bool {
	i := strings.IndexAny(s, "eE")
	return i > 0 && i+1 < len(s) && s[i-1] >= '0' && s[i-1] <= '9' && strings.ContainsAny(s[i+1:i+2], "+-0123456789")
}

func (t *table) notANumber(c cell) {
	if c.kind == boolCell {
		c.text = boolText(c.text)
	}
	t.errorf("not-a-number", t.cellAt(c),
		"“%[1]s”不是数值；请填数字（如 432.6），没有数据时留空或填“…”，初步数可写 432.6(p)。",
		"“%[1]s” is not a number; enter a number such as 432.6, leave the cell empty or enter … where there is none; 432.6(p) is preliminary.", quote(c.text))
}
