package briefing

import (
	"fmt"
	"strings"
)

// dump writes a whole briefing as text in reading order, both languages line
// by line, as a reviewer reads it.
func dump(b *Briefing) string {
	var w strings.Builder
	pair := func(label string, t Text) {
		if !t.IsZero() {
			fmt.Fprintf(&w, "%s\n  zh %s\n  en %s\n", label, t.ZH, t.EN)
		}
	}
	pair("title", b.Title)
	pair("issuer", b.Issuer)
	pair("period", b.Period)
	pair("release", b.ReleaseText)
	pair("source", b.Source)
	pair("headline", b.Headline)
	for _, t := range b.Tiles {
		fmt.Fprintf(&w, "\ntile %s [%s | %s] %s | %s %s\n", t.Series, t.Name.ZH, t.Name.EN, t.Amount.ZH, t.Amount.EN, t.Mark)
		pair(" period", t.Period)
		pair(fmt.Sprintf(" growth %+d", t.Sign), t.Growth)
		pair(" target "+string(t.Tone), t.Target)
		if t.Trend != nil {
			fmt.Fprintf(&w, " trend %s\n", dumpData(t.Trend.Data))
		}
	}
	w.WriteString("\n=== lead\n")
	dumpBlocks(&w, b.Lead)
	for _, s := range b.Sections {
		fmt.Fprintf(&w, "\n=== %s: %s | %s\n", s.ID, s.Title.ZH, s.Title.EN)
		dumpBlocks(&w, s.Blocks)
	}
	return w.String()
}

func dumpBlocks(w *strings.Builder, blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			fmt.Fprintf(w, "paragraph [%s | %s] %s\n  zh %s\n  en %s\n", b.Name.ZH, b.Name.EN, dumpCells(b.Refs), b.Text.ZH, b.Text.EN)
		case *Bullets:
			fmt.Fprintf(w, "bullets %s | %s\n", b.Title.ZH, b.Title.EN)
			dumpBullets(w, b.Items)
		case *Notes:
			fmt.Fprintf(w, "notes %s | %s\n", b.Title.ZH, b.Title.EN)
			dumpBullets(w, b.Items)
		case *Table:
			dumpTable(w, b)
		case *Figure:
			dumpFigure(w, b)
		case *FigureGrid:
			fmt.Fprintf(w, "grid %s | %s\n  zh %s\n  en %s\n", b.Title.ZH, b.Title.EN, b.Description.ZH, b.Description.EN)
			for i := range b.Figures {
				dumpFigure(w, &b.Figures[i])
			}
		}
	}
}

func dumpBullets(w *strings.Builder, items []Bullet) {
	for _, i := range items {
		fmt.Fprintf(w, "  - zh %s|%s\n    en %s|%s\n", i.Name.ZH, i.Text.ZH, i.Name.EN, i.Text.EN)
	}
}

func dumpTable(w *strings.Builder, t *Table) {
	fmt.Fprintf(w, "table %s: %s | %s\n  zh %s\n  en %s\n", t.ID, t.Title.ZH, t.Title.EN, t.Description.ZH, t.Description.EN)
	var heads []string
	for _, c := range t.Columns {
		h := c.Head.ZH + "/" + c.Head.EN
		if !c.Unit.IsZero() {
			h += " (" + c.Unit.ZH + "/" + c.Unit.EN + ")"
		}
		heads = append(heads, h)
	}
	fmt.Fprintf(w, "  %s\n", strings.Join(heads, " | "))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			s := c.Text.ZH
			if c.Text.EN != c.Text.ZH {
				s += "/" + c.Text.EN
			}
			if c.Mark != "" {
				s += "^" + c.Mark
			}
			if c.Tone != "" {
				s += "<" + string(c.Tone) + ">"
			}
			cells = append(cells, s)
		}
		if r.Group {
			fmt.Fprintf(w, "  ## %s\n", strings.Join(cells, " | "))
		} else {
			fmt.Fprintf(w, "  %s\n", strings.Join(cells, " | "))
		}
	}
	for _, n := range t.Notes {
		fmt.Fprintf(w, "  note zh %s\n       en %s\n", n.ZH, n.EN)
	}
}

func dumpFigure(w *strings.Builder, f *Figure) {
	fmt.Fprintf(w, "figure %s\n  title zh %s\n        en %s\n  desc  zh %s\n        en %s\n  alt   zh %s\n        en %s\n",
		f.ID, f.Title.ZH, f.Title.EN, f.Description.ZH, f.Description.EN, f.Alt.ZH, f.Alt.EN)
	if !f.Note.IsZero() {
		fmt.Fprintf(w, "  note  zh %s\n        en %s\n", f.Note.ZH, f.Note.EN)
	}
	switch c := f.Chart.(type) {
	case *Growth:
		fmt.Fprintf(w, "  growth %s/%s %s/%s; line %s/%s scale %.4g…%.4g\n", c.BarName.ZH, c.BarName.EN, c.BarUnit.ZH, c.BarUnit.EN, c.LineName.ZH, c.LineName.EN, c.LineMin, c.LineMax)
		if c.Target != nil {
			fmt.Fprintf(w, "  target %g %s | %s\n", c.Target.Value, c.Target.Label.ZH, c.Target.Label.EN)
		}
		for i, s := range c.Slots {
			fmt.Fprintf(w, "   %d %s/%s", s.Year, s.Label.ZH, s.Label.EN)
			if c.Bars != nil {
				fmt.Fprintf(w, " bar %s", dumpData(c.Bars[i:i+1]))
			}
			if c.Line != nil {
				fmt.Fprintf(w, " line %s", dumpData(c.Line[i:i+1]))
			}
			w.WriteByte('\n')
		}
	case *Ranked:
		fmt.Fprintf(w, "  ranked %s target=%v\n", c.Unit.ZH, c.Target)
		for _, r := range c.Rows {
			fmt.Fprintf(w, "   %s | %s: %s emphasis=%v ref=%d %s | %s\n", r.Name.ZH, r.Name.EN, dumpData([]Datum{r.Datum}), r.Emphasis, r.Ref, r.Note.ZH, r.Note.EN)
		}
	case *Targets:
		fmt.Fprintf(w, "  targets %s | %s", c.Unit.ZH, c.Unit.EN)
		if c.Elapsed != nil {
			fmt.Fprintf(w, " elapsed %s", dumpData([]Datum{*c.Elapsed}))
		}
		w.WriteByte('\n')
		for _, r := range c.Rows {
			fmt.Fprintf(w, "   %s | %s: actual %s target %s upper %s %s ref=%d | %s/%s | %s/%s %s\n", r.Name.ZH, r.Name.EN,
				dumpData([]Datum{r.Actual}), dumpData([]Datum{r.Target}), dumpData([]Datum{r.Upper}), r.Bound, r.Ref, r.Gap.ZH, r.Gap.EN, r.Status.ZH, r.Status.EN, r.Tone)
		}
	case *Implied:
		fmt.Fprintf(w, "  implied %s: %s | %s; %s | %s\n", c.Unit.ZH, c.BaseName.ZH, c.BaseName.EN, c.TargetName.ZH, c.TargetName.EN)
		for _, r := range c.Rows {
			fmt.Fprintf(w, "   %s | %s: %s → %s %s\n", r.Name.ZH, r.Name.EN, dumpData([]Datum{r.Base}), dumpData([]Datum{r.Target}), r.Growth.ZH)
		}
	}
}

func dumpData(ds []Datum) string {
	var out []string
	for _, d := range ds {
		s := fmt.Sprintf("%.6g", d.Value)
		if d.Missing {
			s = "·"
		}
		if d.Label.ZH != "" {
			s += "[" + d.Label.ZH
			if d.Label.EN != d.Label.ZH {
				s += "/" + d.Label.EN
			}
			s += "]"
		}
		if d.Preliminary {
			s += "p"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func dumpCells(cs []Cell) string {
	var out []string
	for _, c := range cs {
		out = append(out, c.String())
	}
	return strings.Join(out, ",")
}
