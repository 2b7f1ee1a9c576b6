package layout

import (
	"regexp"
	"strings"

	"jianbao/internal/indicator"
)

// unitCodes are the units of measure that Eurostat and the statistical systems of
// its kind write as codes, and what they say of the figures besides.
// Source: Eurostat code list UNIT; OECD code list CL_UNIT_MEASURE.
var unitCodes = map[string]Label{
	"CP_MEUR": {Unit: "million EUR", Prices: indicator.Nominal}, "CP_EUR_HAB": {Unit: "EUR per capita", Prices: indicator.Nominal},
	"CP_MNAC": {Unit: "million units of national currency", Prices: indicator.Nominal}, "CP_MPPS_EU27_2020": {Unit: "million PPS", Prices: indicator.Nominal},
	"CP_PPS_EU27_2020_HAB": {Unit: "PPS per capita", Prices: indicator.Nominal},
	"MIO_EUR":              {Unit: "million EUR"}, "MIO_NAC": {Unit: "million units of national currency"}, "THS_EUR": {Unit: "thousand EUR"}, "BN_EUR": {Unit: "billion EUR"},
	"CLV_PCH_PRE": {Unit: "%", Measure: indicator.Growth, Prices: indicator.Real}, "CLV_PCH_SM": {Unit: "%", Measure: indicator.Growth, Compare: indicator.YearOnYear, Prices: indicator.Real},
	"CLV_PCH_ANN": {Unit: "%", Measure: indicator.Growth, Compare: indicator.YearOnYear, Prices: indicator.Real},
	"PCH_PRE":     {Unit: "%", Measure: indicator.Growth}, "PCH_SM": {Unit: "%", Measure: indicator.Growth, Compare: indicator.YearOnYear},
	"PCH_M1": {Unit: "%", Measure: indicator.Growth, Compare: indicator.OnPrevious}, "PCH_M12": {Unit: "%", Measure: indicator.Growth, Compare: indicator.YearOnYear},
	"RCH_A": {Unit: "%", Measure: indicator.Growth, Compare: indicator.YearOnYear}, "RCH_M": {Unit: "%", Measure: indicator.Growth, Compare: indicator.OnPrevious},
	"RCH_A_AVG": {Unit: "%", Measure: indicator.Growth, Compare: indicator.YearOnYear},
	"PC_GDP":    {Unit: "% of GDP", Measure: indicator.Share}, "PC_ACT": {Unit: "% of the labour force", Measure: indicator.Rate}, "PC_POP": {Unit: "% of the population", Measure: indicator.Share},
	"PC_TOT": {Unit: "% of the total", Measure: indicator.Share}, "PC_EMP": {Unit: "% of employment", Measure: indicator.Share}, "PC": {Unit: "%"},
	"THS_PER": {Unit: "thousand persons"}, "THS": {Unit: "thousand"}, "PER": {Unit: "persons"}, "MIO": {Unit: "million"}, "EUR": {Unit: "EUR"}, "USD": {Unit: "USD"},
	"THS_T": {Unit: "thousand tonnes"}, "GWH": {Unit: "GWh"}, "KTOE": {Unit: "thousand toe"}, "TJ": {Unit: "TJ"},
	"PT_B1GQ": {Unit: "% of GDP", Measure: indicator.Share}, "PT_LF": {Unit: "% of the labour force", Measure: indicator.Rate},
}

var (
	// chainLinked is an amount in the prices of a year: CLV15_MEUR.
	chainLinked = regexp.MustCompile(`^CLV(\d\d)_M(EUR|NAC)$`)
	// indexBase is an index with its base: I15, CLV_I10, I05_SCA.
	indexBase = regexp.MustCompile(`^(CLV_)?I(\d\d)(?:_[A-Z]+)?$`)
)

// unitCode reads the code of a unit of measure.
func unitCode(s string) (Label, bool) {
	s = strings.TrimSpace(s)
	if l, ok := unitCodes[s]; ok {
		return l, true
	}
	if m := chainLinked.FindStringSubmatch(s); m != nil {
		unit := "million units of national currency"
		if m[2] == "EUR" {
			unit = "million EUR"
		}
		return Label{Unit: unit, Prices: indicator.Real}, true
	}
	if m := indexBase.FindStringSubmatch(s); m != nil {
		year := "20" + m[2]
		if m[2] > "60" {
			year = "19" + m[2]
		}
		l := Label{Unit: year + "=100", Measure: indicator.Index}
		if m[1] != "" {
			l.Prices = indicator.Real
		}
		return l, true
	}
	return Label{}, false
}
