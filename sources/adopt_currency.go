package sources

import (
	"regexp"
	"strings"

	"jianbao/sources/layout"
)

// bareDollars is an amount in dollars that does not say whose.
var bareDollars = regexp.MustCompile(`(?i)^(?:(?:hundreds?|thousands?|millions?|billions?|trillions?) (?:of )?)?(?:current |constant )?(?:dollars?|\$)(?:,? (?:thousands?|millions?|billions?|trillions?))?$`)

// dollarCountries are words by which a source tells whose dollars it means.
var dollarCountries = []struct{ word, name string }{
	{"singapore", "Singapore dollars"}, {"hong kong", "Hong Kong dollars"}, {"australia", "Australian dollars"}, {"canada", "Canadian dollars"},
	{"new zealand", "New Zealand dollars"}, {"taiwan", "New Taiwan dollars"}, {"bureau of economic analysis", "US dollars"}, {"united states", "US dollars"}, {"u.s.", "US dollars"},
	{"world development indicators", "US dollars"}, {"us dollar", "US dollars"},
}

// dollars says whose dollars a unit means, as far as the source of the table
// tells; where it does not they stay dollars, and are never taken for those of
// the United States.
func (a *adopter) dollars(unit string, t *layout.Table) string {
	if !bareDollars.MatchString(unit) {
		return unit
	}
	said := strings.ToLower(t.Context.Source + " " + t.Context.Title + " " + t.Context.Area + " " + strings.Join(t.Context.Lines, " "))
	for _, c := range dollarCountries {
		if !strings.Contains(said, c.word) {
			continue
		}
		low := strings.ToLower(unit)
		for _, scale := range []string{"thousand", "million", "billion", "trillion"} {
			if strings.Contains(low, scale) {
				c.name = scale + " " + c.name
			}
		}
		a.infof("currency-assumed", a.at(t.Sheet.Name, address(t.Columns[0].Col, t.First)),
			"单位“%[1]s”按资料来源理解为 %[2]s。", "the unit “%[1]s” is taken for %[2]s, as the source of the table suggests.", unit, c.name)
		return c.name
	}
	return unit
}
