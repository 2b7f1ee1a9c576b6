package indicator

// Unit is a unit of measure as the source writes it in both languages, and
// what it means: Scale is the power of ten (亿元: 8), Base the canonical unit
// that is scaled ("CNY", "person", "tonne", "kWh", "percent", "household"…);
// Base is "" where the unit is unknown, and then Text is all there is.
type Unit struct {
	Text  Text
	Scale int
	Base  string
}
