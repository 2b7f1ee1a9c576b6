// Package indicator is the domain: periods, units, observations, growth,
// targets and attainment. It reads nothing, prints nothing and knows no
// language; it answers with numbers that remember the cells they come from.
package indicator
