package glossary

import "jianbao/internal/indicator"

// Propose composes a name in the other language from known parts.
func (g *Glossary) Propose(name string) (indicator.Text, bool) {
	return indicator.Text{}, false
}
