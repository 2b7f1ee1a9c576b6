package indicator

import "testing"

// A whole is known by its parts adding up to it, year after year.
func TestFindParts(t *testing.T) {
	find := func(last string) *Dataset {
		d := &Dataset{Series: []Series{
			level("gdp", "亿元", Real, obs("2021", "10.1"), obs("2022", "12"), obs("2023", "13.5")),
			growth("gdp", obs("2022", "5")),
			level("primary", "亿元", Real, obs("2021", "1"), obs("2022", "2"), obs("2023", "2.4")),
			level("secondary", "亿元", Real, obs("2021", "4.1"), obs("2022", "4"), obs("2023", "5")),
			level("tertiary", "亿元", Real, obs("2021", "5"), obs("2022", "6"), obs("2023", last)),
			level("fai", "亿元", Nominal, obs("2021", "7"), obs("2022", "8"), obs("2023", "9")),
		}}
		d.FindParts()
		return d
	}
	for last, want := range map[string]string{"6.1": "gdp", "6.2": "gdp", "6.6": ""} {
		d := find(last)
		for _, id := range []string{"primary", "secondary", "tertiary"} {
			if got := d.Find(id).Parent; got != want {
				t.Errorf("%s: %s is a part of %q", last, id, got)
			}
		}
		if d.Find("fai").Parent != "" || d.Find("gdp").Parent != "" {
			t.Error("too many parts")
		}
	}
}
