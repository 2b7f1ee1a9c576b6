package indicator

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"
)

// ValueError says that a text stands where a number must.
type ValueError struct{ Text string }

func (e *ValueError) Error() string { return fmt.Sprintf("%q is not a number", e.Text) }

// Round rounds to places digits after the point, half away from zero (四舍五入).
func Round(d Decimal, places int) Decimal { return d.Round(int32(places)) }

// Clean drops the binary tail of a number that went through a spreadsheet:
// 7.199999999999999 is 7.2. Spreadsheets show 15 significant digits.
func Clean(d Decimal) Decimal {
	const significant = 15
	digits := len(d.Coefficient().Text(10))
	if d.Sign() < 0 {
		digits--
	}
	if digits > significant {
		d = d.Round(int32(significant-digits) - d.Exponent())
	}
	return normal(d)
}

// normal drops trailing zeros after the point, so that equal values are written
// alike.
func normal(d Decimal) Decimal {
	s := d.String()
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	out, err := decimal.NewFromString(s)
	if err != nil {
		return d
	}
	return out
}

// missingMarks are what sources put where there is no number.
var missingMarks = map[string]Status{
	"": NotAvailable, "-": NotAvailable, "--": NotAvailable, "---": NotAvailable, "—": NotAvailable, "——": NotAvailable, "–": NotAvailable,
	"…": NotAvailable, "……": NotAvailable, "...": NotAvailable, "..": NotAvailable, ":": NotAvailable, "/": NotAvailable,
	"n/a": NotAvailable, "na": NotAvailable, "n.a.": NotAvailable, "#n/a": NotAvailable, "nan": NotAvailable, "null": NotAvailable, "暂无": NotAvailable, "无": NotAvailable, "缺": NotAvailable,
	"x": NotApplies, "×": NotApplies, "不适用": NotApplies, "#": Confidential, "(c)": Confidential, "c": Confidential, "保密": Confidential,
}

// statusMarks are what sources put behind a number.
var statusMarks = []struct {
	mark   string
	status Status
}{
	{"(p)", Preliminary}, {"(r)", Revised}, {"(e)", Estimated}, {"[p]", Preliminary}, {"[r]", Revised}, {"[e]", Estimated},
	{"(初步)", Preliminary}, {"(初步数)", Preliminary}, {"(快报数)", Preliminary}, {"(修订)", Revised}, {"(修订数)", Revised},
	{"(估计)", Estimated}, {"(估计数)", Estimated}, {"(预计)", Estimated}, {"(预计数)", Estimated}, {"p", Preliminary}, {"r", Revised}, {"e", Estimated},
}

// footnotes are marks that say nothing of the value itself.
const footnotes = "*†‡①②③④⑤⑥⑦⑧⑨⑩¹²³"

// numbered is a footnote mark such as [1] or [注2] behind a number.
var numbered = regexp.MustCompile(`\s*[\[［〔](?:注)?\d{1,2}[\]］〕]\s*$`)

// unmarked drops footnote marks at the end.
func unmarked(s string) string {
	return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(numbered.ReplaceAllString(strings.TrimSpace(s), "")), footnotes))
}

// ParseValue reads what people write in a cell that should hold a number:
// grouping, a percent sign, full-width digits, parentheses for a negative,
// status marks and footnote marks behind it; or a mark that says why there is
// no number. Any other text is a *ValueError.
func ParseValue(s string) (v Decimal, st Status, err error) {
	fail := &ValueError{Text: s}
	raw := unmarked(s)
	if raw == "" && strings.TrimSpace(s) != "" {
		return v, NotAvailable, fail // nothing but a footnote mark
	}
	t := strings.ToLower(strings.TrimSpace(width.Narrow.String(raw)))
	t = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u2009', '\u202f', '\u3000', '\t', '\n', '\r':
			return -1
		case '−', '－':
			return '-'
		}
		return r
	}, t)
	if st, ok := missingMarks[t]; ok {
		return v, st, nil
	}
	for _, m := range statusMarks {
		if rest, ok := strings.CutSuffix(t, m.mark); ok && rest != "" {
			t, st = rest, m.status
			break
		}
	}
	t = unmarked(t)
	t = strings.TrimSuffix(t, "%")
	if inner, ok := strings.CutPrefix(t, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); !ok || strings.HasPrefix(inner, "-") {
			return v, NotAvailable, fail
		}
		t = "-" + strings.TrimSuffix(inner, "%")
	}
	t = strings.TrimPrefix(t, "+")
	if !plainNumber(t) {
		return v, NotAvailable, fail
	}
	v, perr := decimal.NewFromString(strings.ReplaceAll(t, ",", ""))
	if perr != nil {
		return Decimal{}, NotAvailable, fail
	}
	return Clean(v), st, nil
}

// plainNumber reports whether t is a number with, at most, well-placed grouping
// commas and a small exponent.
func plainNumber(t string) bool {
	t = strings.TrimPrefix(t, "-")
	mantissa, exp, hasExp := strings.Cut(t, "e")
	if hasExp {
		exp = strings.TrimPrefix(strings.TrimPrefix(exp, "+"), "-")
		if len(exp) == 0 || len(exp) > 2 || strings.Trim(exp, "0123456789") != "" {
			return false
		}
	}
	if len(mantissa) == 0 || len(mantissa) > 400 {
		return false
	}
	whole, frac, _ := strings.Cut(mantissa, ".")
	if strings.Trim(frac, "0123456789") != "" || whole == "" && frac == "" {
		return false
	}
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" {
			return false
		}
		if len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3)) {
			return false
		}
	}
	return true
}
