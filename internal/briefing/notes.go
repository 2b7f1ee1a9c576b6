package briefing

type method struct{}

func (c *composer) notesSection(string) Section    { return Section{} }
func (c *composer) glossarySection(string) Section { return Section{} }
func (c *composer) revisionSection(string) Section { return Section{} }
func (c *composer) narrative() []*Paragraph        { return nil }
func (c *composer) names() []Text                  { return nil }
