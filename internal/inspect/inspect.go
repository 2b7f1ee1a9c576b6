// Package inspect writes what was understood of a workbook: as JSON for scripts,
// as text for eyes that want to check every cell.
package inspect

import (
	"encoding/json"
	"io"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/sources"
)

// Document is what was understood of one file.
type Document struct {
	File        string         `json:"file"`
	Title       indicator.Text `json:"title"`
	Series      []series       `json:"series"`
	Targets     []target       `json:"targets"`
	Diagnostics []Diagnostic   `json:"diagnostics"`
	Unused      []unused       `json:"unused,omitempty"`
}

// unused are cells that hold numbers and are no figures, with the reason.
type unused struct {
	Cell    string         `json:"cell"` // or a range, Sheet!A2:A10
	Count   int            `json:"count"`
	Reason  string         `json:"reason"`
	Message indicator.Text `json:"message"`
}

// AddUnused lists the numbers that are not used.
func (doc *Document) AddUnused(list []sources.Unused) {
	for _, u := range list {
		doc.Unused = append(doc.Unused, unused{u.Cell.String(), u.Count, u.Reason, u.Why})
	}
}

type series struct {
	ID           string         `json:"id"`
	Name         indicator.Text `json:"name"`
	Unit         indicator.Text `json:"unit"`
	Measure      string         `json:"measure"`
	Basis        string         `json:"basis"`
	Of           string         `json:"of,omitempty"`
	Compare      string         `json:"compare,omitempty"`
	Prices       string         `json:"prices,omitempty"`
	Observations []observation  `json:"observations"`
}

type observation struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Value    string `json:"value"`
	Status   string `json:"status"`
	Cell     string `json:"cell"`
	Previous string `json:"previous,omitempty"`
}

type target struct {
	Series string          `json:"series"`
	From   int             `json:"from,omitempty"` // first year of a plan
	Year   int             `json:"year"`
	Kind   string          `json:"kind"`
	Bound  string          `json:"bound"`
	Value  string          `json:"value,omitempty"`
	Upper  string          `json:"upper,omitempty"`
	Ref    string          `json:"ref,omitempty"`
	Text   *indicator.Text `json:"text,omitempty"`
	Cell   string          `json:"cell"`
}

// Diagnostic is a finding as JSON has it.
type Diagnostic struct {
	Severity string         `json:"severity"`
	Code     string         `json:"code"`
	File     string         `json:"file,omitempty"`
	Cell     string         `json:"cell"`
	Message  indicator.Text `json:"message"`
}

// Diagnostics converts findings for JSON; never nil.
func Diagnostics(list diagnostic.List) []Diagnostic {
	out := make([]Diagnostic, 0, len(list))
	for _, d := range list {
		out = append(out, Diagnostic{string(d.Severity), d.Code, d.Cell.File, d.Cell.String(), d.Message})
	}
	return out
}

// New describes d, which may be nil, and the findings.
func New(file string, d *indicator.Dataset, list diagnostic.List) *Document {
	doc := &Document{File: file, Series: []series{}, Targets: []target{}, Diagnostics: Diagnostics(list)}
	for i := range doc.Diagnostics {
		doc.Diagnostics[i].File = "" // said once, at the top
	}
	if d != nil {
		doc.Title = d.Info.Title
		for i := range d.Series {
			doc.Series = append(doc.Series, seriesOf(&d.Series[i]))
		}
		for _, t := range d.Targets {
			doc.Targets = append(doc.Targets, targetOf(t))
		}
	}
	return doc
}

// JSON writes the document as one indented object.
func (doc *Document) JSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(doc)
}

func seriesOf(s *indicator.Series) series {
	out := series{ID: s.ID, Name: s.Name, Unit: s.Unit.Text, Measure: string(s.Measure), Basis: string(s.Basis),
		Of: s.Of, Compare: string(s.Compare), Observations: []observation{}}
	if s.Measure == indicator.Growth {
		out.Prices = string(s.Prices)
	}
	for _, o := range s.Observations {
		ob := observation{From: o.Period.From.String(), To: o.Period.To.String(), Status: string(o.Status), Cell: o.Cell.String()}
		if o.Status.HasValue() {
			ob.Value = o.Value.String()
		}
		if o.Previous != nil {
			ob.Previous = o.Previous.String()
		}
		out.Observations = append(out.Observations, ob)
	}
	return out
}

func targetOf(t indicator.Target) target {
	out := target{Series: t.Series, From: t.From, Year: t.Year, Kind: string(t.Kind), Bound: string(t.Bound), Ref: t.Ref, Cell: t.Cell.String()}
	if t.Bound.HasValue() {
		out.Value = t.Value.String()
	}
	if t.Bound == indicator.Between {
		out.Upper = t.Upper.String()
	}
	if !t.Text.IsZero() {
		text := t.Text
		out.Text = &text
	}
	return out
}
