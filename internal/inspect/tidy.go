package inspect

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"jianbao/internal/indicator"
)

// tidyHead names the columns of the tidy table: one row an observation or target,
// one column a variable (H. Wickham, Tidy Data, 2014).
var tidyHead = []string{
	"record", "id", "name_zh", "name_en", "unit_zh", "unit_en", "measure", "basis", "of", "compare", "prices",
	"from", "to", "value", "upper", "status", "previous", "kind", "bound", "ref", "text_zh", "text_en", "cell",
}

// Tidy writes every observation and target of d as comma-separated values, in
// UTF-8 with the mark by which Excel knows it. Values are as in the source; texts
// that a spreadsheet would take for formulas are kept from that by an apostrophe.
func Tidy(w io.Writer, d *indicator.Dataset) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	out.Write(tidyHead)
	for i := range d.Series {
		s := seriesOf(&d.Series[i])
		for _, o := range s.Observations {
			out.Write([]string{
				"observation", plain(s.ID), plain(s.Name.ZH), plain(s.Name.EN), plain(s.Unit.ZH), plain(s.Unit.EN), s.Measure, s.Basis, plain(s.Of), s.Compare, s.Prices,
				o.From, o.To, o.Value, "", o.Status, o.Previous, "", "", "", "", "", plain(o.Cell),
			})
		}
	}
	for _, x := range d.Targets {
		t := targetOf(x)
		var name, unit, words indicator.Text
		if s := d.Find(t.Series); s != nil {
			name, unit = s.Name, s.Unit.Text
		}
		if x.Kind == indicator.GrowthTarget || x.Kind == indicator.TotalGrowth {
			unit = indicator.Text{ZH: "%", EN: "%"}
		}
		if t.Text != nil {
			words = *t.Text
		}
		year := func(y int) string {
			if y == 0 {
				y = t.Year
			}
			return strconv.Itoa(y)
		}
		out.Write([]string{
			"target", plain(t.Series), plain(name.ZH), plain(name.EN), plain(unit.ZH), plain(unit.EN), "", "", "", "", "",
			year(t.From) + "-01", year(t.Year) + "-12", t.Value, t.Upper, "", "", t.Kind, t.Bound, plain(t.Ref), plain(words.ZH), plain(words.EN), plain(t.Cell),
		})
	}
	out.Flush()
	return out.Error()
}

// plain keeps a text from being taken for a formula.
func plain(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
