package briefing

func (b *Briefing) Parity() []error { return nil }
