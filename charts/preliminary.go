package charts

import (
	"slices"

	"jianbao/internal/briefing"
)

var preliminaryWord = briefing.Text{ZH: "空心：初步数", EN: "hollow: preliminary"}

// preliminary reports whether any of the data is drawn hollow.
func preliminary(data ...[]briefing.Datum) bool {
	return slices.ContainsFunc(data, func(d []briefing.Datum) bool {
		return slices.ContainsFunc(d, func(d briefing.Datum) bool { return has(d) && d.Preliminary })
	})
}

// preliminaryNote says what hollow marks mean; empty where none of the data is
// preliminary.
func preliminaryNote(t *typist, width float64, data ...[]briefing.Datum) block {
	if !preliminary(data...) {
		return block{}
	}
	return t.run(preliminaryWord, t.minor(), width)
}
