package glossary

import "jianbao/internal/indicator"

// text is a name in both languages.
func text(zh, en string) indicator.Text { return indicator.Text{ZH: zh, EN: en} }

// Propose composes a name in the other language from known parts.
func (g *Glossary) Propose(name string) (indicator.Text, bool) {
	return indicator.Text{}, false
}
