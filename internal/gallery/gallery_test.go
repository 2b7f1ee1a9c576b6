package gallery

import "testing"

// Names are those of files: each once.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range All() {
		if seen[e.Name] {
			t.Errorf("%s stands twice", e.Name)
		}
		seen[e.Name] = true
	}
}

// Every exhibit has its title in both languages and its place in the document.
func TestBriefing(t *testing.T) {
	placed := map[string]bool{"spark-24": true, "spark-2": true, "spark-crossing": true, "spark-none": true} // they stand in tiles
	for _, f := range Briefing().Figures() {
		placed[f.ID] = true
		if f.Title.ZH == "" || f.Title.EN == "" || f.Alt.IsZero() {
			t.Errorf("%s: no title or no words", f.ID)
		}
	}
	for _, e := range All() {
		if !placed[e.Name] {
			t.Errorf("%s is not in the document", e.Name)
		}
	}
	if len(titles) != len(All()) {
		t.Errorf("%d titles of %d exhibits", len(titles), len(All()))
	}
}
