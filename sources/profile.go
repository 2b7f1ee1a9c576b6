package sources

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// Profile says how to read the sheets of an office where guessing is not
// enough. Every part may be left out. What it does not say is guessed.
type Profile struct {
	Title      indicator.Text   `yaml:"title,omitempty"`
	Issuer     indicator.Text   `yaml:"issuer,omitempty"`
	Area       string           `yaml:"area,omitempty"`
	Period     string           `yaml:"period,omitempty"`             // where the sheets do not tell it: 2024-06, 2024年1—6月
	Year       int              `yaml:"year,omitempty"`               // where the sheets tell months only
	FiscalYear int              `yaml:"fiscal-year-starts,omitempty"` // month, 1 to 12
	Unit       string           `yaml:"unit,omitempty"`               // where nothing tells it
	Glossary   string           `yaml:"glossary,omitempty"`           // a file of terms, beside the profile
	Sheets     []SheetProfile   `yaml:"sheets,omitempty"`
	Indicators []IndicatorGuide `yaml:"indicators,omitempty"`
}

// SheetProfile says how to read the sheets of a name, in which * stands for any
// text.
type SheetProfile struct {
	Sheet   string                   `yaml:"sheet"`
	Skip    bool                     `yaml:"skip,omitempty"`
	Rows    string                   `yaml:"rows,omitempty"` // for which this holds, 3-20; else all
	Head    string                   `yaml:"head,omitempty"` // rows of the head, 3-4
	Period  string                   `yaml:"period,omitempty"`
	Unit    string                   `yaml:"unit,omitempty"`
	Area    string                   `yaml:"area,omitempty"`
	Columns map[string]ColumnProfile `yaml:"columns,omitempty"` // by letter
}

// ColumnProfile says what a column is: a role alone, or more.
type ColumnProfile struct {
	Role    string `yaml:"role,omitempty"`
	Name    string `yaml:"name,omitempty"`
	Unit    string `yaml:"unit,omitempty"`
	Period  string `yaml:"period,omitempty"`
	Span    string `yaml:"span,omitempty"`    // single, to-date, at-end, year-ago
	Measure string `yaml:"measure,omitempty"` // level, growth, index, share, rate, target, progress, rank, change, average, progress, rank, change, average
	Compare string `yaml:"compare,omitempty"` // yoy, mom
	Prices  string `yaml:"prices,omitempty"`  // real, nominal
	Area    string `yaml:"area,omitempty"`
}

type plainColumn ColumnProfile

var columnKeys = []string{"role", "name", "unit", "period", "span", "measure", "compare", "prices", "area"}

// UnmarshalYAML reads a role alone or a mapping.
func (c *ColumnProfile) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		return n.Decode(&c.Role)
	}
	for i := 0; i+1 < len(n.Content); i += 2 { // a decoder inside another forgets to be strict
		if key := n.Content[i]; !slices.Contains(columnKeys, key.Value) {
			return fmt.Errorf("line %d: %q is nothing that a column has; it has %s", key.Line, key.Value, strings.Join(columnKeys, ", "))
		}
	}
	return n.Decode((*plainColumn)(c))
}

// MarshalYAML writes a role alone where there is nothing else.
func (c ColumnProfile) MarshalYAML() (any, error) {
	if c == (ColumnProfile{Role: c.Role}) {
		return c.Role, nil
	}
	return plainColumn(c), nil
}

// IndicatorGuide says what an indicator is, by its name in the sheet.
type IndicatorGuide struct {
	Name      string `yaml:"name"`
	ID        string `yaml:"id,omitempty"`
	ZH        string `yaml:"zh,omitempty"`
	EN        string `yaml:"en,omitempty"`
	Unit      string `yaml:"unit,omitempty"`
	Measure   string `yaml:"measure,omitempty"`
	Basis     string `yaml:"basis,omitempty"`
	Direction string `yaml:"direction,omitempty"`
	Prices    string `yaml:"prices,omitempty"`
	Skip      bool   `yaml:"skip,omitempty"`

	growth bool // read off a series of growth alone
	shared bool // by several series
}

// Check reports the first value that a profile may not have.
func (p *Profile) Check() error {
	if p.Period != "" {
		if _, ok := indicator.ParseWhen(p.Period); !ok {
			return fmt.Errorf("period: %q is not a period", p.Period)
		}
	}
	if p.FiscalYear < 0 || p.FiscalYear > 12 {
		return fmt.Errorf("fiscal-year-starts: %d is not a month", p.FiscalYear)
	}
	for _, s := range p.Sheets {
		if _, err := path.Match(s.Sheet, ""); err != nil || s.Sheet == "" {
			return fmt.Errorf("sheets: %q is not the name of a sheet", s.Sheet)
		}
		for _, r := range []string{s.Rows, s.Head} {
			if _, _, ok := rowRange(r); !ok {
				return fmt.Errorf("sheets: %s: %q is not a range of rows, such as 3-4", s.Sheet, r)
			}
		}
		if s.Period != "" {
			if _, ok := indicator.ParseWhen(s.Period); !ok {
				return fmt.Errorf("sheets: %s: %q is not a period", s.Sheet, s.Period)
			}
		}
		for col, c := range s.Columns {
			if _, _, ok := coordinates(strings.ToUpper(col) + "1"); !ok || strings.Trim(strings.ToUpper(col), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
				return fmt.Errorf("sheets: %s: %q is not the letter of a column", s.Sheet, col)
			}
			if err := c.check(); err != nil {
				return fmt.Errorf("sheets: %s: column %s: %w", s.Sheet, col, err)
			}
		}
	}
	for _, g := range p.Indicators {
		if err := g.check(); err != nil {
			return fmt.Errorf("indicators: %s: %w", g.Name, err)
		}
	}
	return nil
}

// oneOf refuses a value that is not among those allowed.
func oneOf(key, value, allowed string) error {
	if value == "" {
		return nil
	}
	for _, a := range strings.Fields(allowed) {
		if a == value {
			return nil
		}
	}
	return fmt.Errorf("%s: %q is not one of %s", key, value, allowed)
}

func (c ColumnProfile) check() error {
	var roles []string
	for _, r := range layout.Roles {
		roles = append(roles, string(r))
	}
	if c.Period != "" {
		if _, ok := indicator.ParseWhen(c.Period); !ok {
			return fmt.Errorf("period: %q is not a period", c.Period)
		}
	}
	for _, f := range [][3]string{
		{"role", c.Role, strings.Join(roles, " ")}, {"span", c.Span, "single to-date at-end year-ago last-time"},
		{"measure", c.Measure, "level growth index share rate target progress rank change average"}, {"compare", c.Compare, "yoy mom"}, {"prices", c.Prices, "real nominal"},
	} {
		if err := oneOf(f[0], f[1], f[2]); err != nil {
			return err
		}
	}
	return nil
}

func (g IndicatorGuide) check() error {
	if g.Name == "" {
		return fmt.Errorf("name is missing")
	}
	if g.ID != "" && !validID(g.ID) {
		return fmt.Errorf("id: %q: use letters, digits, - and _ only", g.ID)
	}
	for _, f := range [][3]string{
		{"measure", g.Measure, "level growth index share rate"}, {"basis", g.Basis, "flow stock"},
		{"direction", g.Direction, "up down neutral"}, {"prices", g.Prices, "real nominal unknown"},
	} {
		if err := oneOf(f[0], f[1], f[2]); err != nil {
			return err
		}
	}
	return nil
}

// rowRange reads 3-4, or 3 alone; "" is all rows.
func rowRange(s string) (from, to int, ok bool) {
	if s == "" {
		return 0, 0, true
	}
	a, b, two := strings.Cut(s, "-")
	from, err := strconv.Atoi(strings.TrimSpace(a))
	to = from
	if two && err == nil {
		to, err = strconv.Atoi(strings.TrimSpace(b))
	}
	return from, to, err == nil && from > 0 && to >= from
}

func (p *Profile) skips(sheet string) bool {
	if p == nil {
		return false
	}
	for i := range p.Sheets {
		if p.Sheets[i].Skip && p.Sheets[i].names(sheet) {
			return true
		}
	}
	return false
}

func (s *SheetProfile) names(sheet string) bool {
	ok, err := path.Match(s.Sheet, sheet)
	return s.Sheet == sheet || err == nil && ok
}

// guides is what layout needs of the profile for one sheet.
func (p *Profile) guides(sheet string) []layout.SheetGuide {
	if p == nil {
		return nil
	}
	var out []layout.SheetGuide
	for i := range p.Sheets {
		s := &p.Sheets[i]
		if !s.names(sheet) || s.Skip {
			continue
		}
		g := layout.SheetGuide{Unit: s.Unit, Area: s.Area, Columns: map[int]layout.ColumnGuide{}}
		g.Top, g.Bottom, _ = rowRange(s.Rows)
		g.HeadTop, g.HeadBottom, _ = rowRange(s.Head)
		g.When, _ = indicator.ParseWhen(s.Period)
		for col, c := range s.Columns {
			n, _, _ := coordinates(strings.ToUpper(col) + "1")
			cg := layout.ColumnGuide{Role: layout.Role(c.Role), Name: c.Name, Unit: c.Unit, Span: layout.Span(c.Span),
				Measure: indicator.Measure(c.Measure), Compare: indicator.Compare(c.Compare), Prices: indicator.Prices(c.Prices)}
			cg.When, _ = indicator.ParseWhen(c.Period)
			cg.Area = c.Area
			switch a := layout.Aspect(c.Measure); a {
			case layout.Target, layout.Progress, layout.Rank, layout.Change, layout.Average:
				cg.Measure, cg.Aspect = "", a
			}
			g.Columns[n] = cg
		}
		out = append(out, g)
	}
	return out
}

// around adds what the profile says of all tables.
func (p *Profile) around(c layout.Context) layout.Context {
	if p == nil {
		return c
	}
	if w, ok := indicator.ParseWhen(p.Period); ok {
		c.When, c.From = w, "profile"
	} else if p.Year != 0 {
		c.When, c.From = indicator.When{Year: p.Year}, "profile"
	}
	if p.FiscalYear != 0 {
		c.Fiscal = p.FiscalYear
	}
	if p.Unit != "" {
		c.Unit = p.Unit
	}
	return c
}

func (p *Profile) indicator(name string) *IndicatorGuide {
	if p == nil {
		return nil
	}
	for i := range p.Indicators {
		if p.Indicators[i].Name == name {
			return &p.Indicators[i]
		}
	}
	for i := range p.Indicators {
		if foldName(p.Indicators[i].Name) == foldName(name) {
			return &p.Indicators[i]
		}
	}
	return nil
}

// describe sets what the profile says of the briefing as a whole.
func (p *Profile) describe(info *indicator.Info) {
	if p == nil {
		return
	}
	for _, f := range []struct {
		to *indicator.Text
		by indicator.Text
	}{{&info.Title, p.Title}, {&info.Issuer, p.Issuer}} {
		if f.by.ZH != "" {
			f.to.ZH = f.by.ZH
		}
		if f.by.EN != "" {
			f.to.EN = f.by.EN
		}
	}
}

// applyGuide puts the profile's word in place of what was guessed.
func applyGuide(s *indicator.Series, g *IndicatorGuide) {
	if g == nil {
		return
	}
	if g.Measure != "" && s.Measure != indicator.Growth {
		s.Measure = indicator.Measure(g.Measure)
	}
	if g.Basis != "" {
		s.Basis = indicator.Basis(g.Basis)
	}
	if g.Direction != "" {
		s.Direction = indicator.Direction(g.Direction)
	}
	if g.Prices != "" {
		s.Prices = indicator.Prices(g.Prices)
	}
}
