package inspect

import (
	"fmt"
	"io"
	"strings"

	"jianbao/internal/indicator"
)

// Text writes the document for people, in Chinese ("zh") or English: each
// series with its unit and kind, its first and its latest figures with their
// cells, the targets, and the numbers that were not used.
func (doc *Document) Text(w io.Writer, lang string) {
	say := func(t indicator.Text) string {
		if lang == "zh" && t.ZH != "" || t.EN == "" {
			return t.ZH
		}
		return t.EN
	}
	word := func(zh, en string) string { return say(indicator.Text{ZH: zh, EN: en}) }
	fmt.Fprintf(w, "%s  %s\n", doc.File, say(doc.Title))
	fmt.Fprintf(w, word("%d 个序列，%d 个目标\n", "%d series, %d targets\n"), len(doc.Series), len(doc.Targets))
	for _, s := range doc.Series {
		kind := s.Measure
		if s.Compare != "" {
			kind += " " + s.Compare
		}
		if s.Prices != "" {
			kind += " " + s.Prices
		}
		if s.Basis == string(indicator.Stock) {
			kind += " " + s.Basis
		}
		fmt.Fprintf(w, "\n%s  %s [%s] %s", s.ID, say(s.Name), say(s.Unit), kind)
		if s.Of != "" {
			fmt.Fprintf(w, " < %s", s.Of)
		}
		fmt.Fprintln(w)
		n := len(s.Observations)
		for i, o := range s.Observations {
			if n > 8 && i == 3 {
				fmt.Fprintf(w, "  … %d …\n", n-6)
			}
			if n > 8 && i >= 3 && i < n-3 {
				continue
			}
			value := o.Value
			if value == "" {
				value = o.Status
			} else if o.Status != "" {
				value += " (" + o.Status + ")"
			}
			fmt.Fprintf(w, "  %-18s %16s  %s\n", months(o), value, o.Cell)
		}
	}
	if len(doc.Targets) > 0 {
		fmt.Fprintln(w)
	}
	for _, t := range doc.Targets {
		what := t.Value
		if t.Upper != "" {
			what += "–" + t.Upper
		}
		if t.Text != nil {
			what = strings.TrimSpace(what + " " + say(*t.Text))
		}
		fmt.Fprintf(w, word("目标", "target")+"  %s %d %s %s %s  %s\n", t.Series, t.Year, t.Kind, t.Bound, what, t.Cell)
	}
	if len(doc.Unused) > 0 {
		fmt.Fprintf(w, "\n%s\n", word("未用作数据的数字：", "Numbers that are not used as figures:"))
	}
	for _, u := range doc.Unused {
		fmt.Fprintf(w, "  %-28s %6d  %s\n", u.Cell, u.Count, say(u.Message))
	}
	fmt.Fprintln(w)
}

func months(o observation) string {
	if o.From == o.To {
		return o.To
	}
	return o.From + "…" + o.To
}
