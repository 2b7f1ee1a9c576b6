package sources

import (
	"jianbao/internal/diagnostic"
	"jianbao/internal/glossary"
	"jianbao/internal/indicator"
	"jianbao/sources/layout"
)

// Options of reading; the zero value is valid.
type Options struct {
	Area     string // of the briefing, where a file has several
	Password string // of an encrypted workbook
	// AskPassword asks for the password of a file where Password is "" and one
	// is needed; nil: nobody is there to be asked.
	AskPassword func(file string) string
	Glossary    *glossary.Glossary // nil: the built-in one
	Unused      bool               // also account for the numbers that are not used
	Profile     *Profile           // what to take in place of a guess; nil: nothing
}

func (o Options) area() string {
	if o.Area != "" || o.Profile == nil {
		return o.Area
	}
	return o.Profile.Area
}

// Reading is what was understood of a file. Dataset is nil if it could not be
// opened or holds nothing to brief on.
type Reading struct {
	*indicator.Dataset
	Diagnostics diagnostic.List
	Unused      []Unused
	Tables      []*layout.Table // none for a standard workbook
	Understood  *Profile        // what was understood, as a profile; nil for a standard workbook
}
