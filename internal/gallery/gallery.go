// Package gallery holds hard cases that charts have to survive: made up, and
// drawn in every test of a drawing.
package gallery

import "jianbao/internal/briefing"

// Exhibit is one case.
type Exhibit struct {
	Name  string
	Chart briefing.Chart
}

// All are the exhibits of every kind of chart.
func All() []Exhibit {
	var all []Exhibit
	for _, part := range [][]Exhibit{growth(), rows(), series(), hard()} {
		all = append(all, part...)
	}
	return all
}
