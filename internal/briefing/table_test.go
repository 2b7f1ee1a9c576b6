package briefing

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/internal/indicator"
	"jianbao/internal/marked"
)

// TestFactTable: single facts and the sentences made of them, in
// testdata/facts.txt. Each block begins with a line of what is given,
//
//	= 地区生产总值 | Gross regional product | 亿元 | RMB 100 million | level flow real | 2022 403.5, 2023 432.6 | 2023 7.2 | 2023 growth at-least 7
//
// name, unit, kind, values, published growth and target; a line that begins with
// + is another indicator of the same dataset. Then follow the sentences in both
// languages. -update writes them anew; every change is then read by a person.
func TestFactTable(t *testing.T) {
	path := filepath.Join("testdata", "facts.txt")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	n := 0
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		var given, said []string
		for _, line := range strings.Split(block, "\n") {
			switch {
			case strings.HasPrefix(line, "# "):
				fmt.Fprintln(&out, line)
			case strings.HasPrefix(line, "= "), strings.HasPrefix(line, "+ "):
				given = append(given, line)
			default:
				said = append(said, line)
			}
		}
		if len(given) == 0 {
			out.WriteString("\n")
			continue
		}
		n++
		d := factData(t, given)
		b, err := Compose(d, Options{})
		if err != nil {
			t.Fatalf("%s: %v", given[0], err)
		}
		sound(t, b, d)
		c := newComposer(d, Options{})
		s := c.account(c.items[0], order(n%2))
		if s.empty() {
			s = c.silence(c.items[:1])
			if p := c.planParagraph(); p != nil {
				s = sentence{}
				s.say(p.Text)
			}
		}
		zh, en := marked.Plain(s.text().ZH), marked.Plain(s.text().EN)
		if got := zh + "\n" + en; got != strings.Join(said, "\n") && !*update {
			t.Errorf("%s\ngot\n%s\nwant\n%s", given[0], got, strings.Join(said, "\n"))
		}
		for _, x := range [...]string{zh, en} {
			if m := faults.FindString(x); m != "" {
				t.Errorf("%s: %q in %q", given[0], m, x)
			}
		}
		fmt.Fprintf(&out, "%s\n%s\n%s\n\n", strings.Join(given, "\n"), zh, en)
	}
	if n < 150 {
		t.Errorf("%d facts, want 150", n)
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.TrimSpace(out.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// factData makes a dataset of lines of the table.
func factData(t *testing.T, lines []string) *indicator.Dataset {
	t.Helper()
	d := &indicator.Dataset{File: "facts.xlsx"}
	for i, line := range lines {
		f := strings.Split(line[2:], "|")
		for k := range f {
			f[k] = strings.TrimSpace(f[k])
		}
		for len(f) < 8 {
			f = append(f, "")
		}
		id := fmt.Sprintf("s%d", i)
		s := series(id, f[0], f[1], f[2]+"|"+f[3], values(f[5])...)
		s.Decimals = -1
		rate := indicator.Series{}
		for _, w := range strings.Fields(f[4]) {
			switch w {
			case "level", "flow":
			case "stock":
				s.Basis = indicator.Stock
			case "rate":
				s.Measure = indicator.Rate
			case "share":
				s.Measure = indicator.Share
			case "index":
				s.Measure = indicator.Index
			case "real":
				s.Prices = indicator.Real
			case "nominal":
				s.Prices = indicator.Nominal
			case "down":
				s.Direction = indicator.DownIsGood
			case "up":
				s.Direction = indicator.UpIsGood
			case "neutral":
				s.Direction = indicator.Neutral
			case "growth":
				s.Measure, s.Compare = indicator.Growth, indicator.YearOnYear
			case "mom":
				s.Measure, s.Compare = indicator.Growth, indicator.OnPrevious
			case "part":
				s.Parent = "s0"
			default:
				t.Fatalf("kind %q in %s", w, line)
			}
		}
		d.Series = append(d.Series, s)
		if f[6] != "" {
			rate = growthOf(id, values(f[6])...)
			rate.Prices = s.Prices
			d.Series = append(d.Series, rate)
		}
		if f[7] != "" {
			d.Targets = append(d.Targets, factTarget(t, id, f[7]))
		}
	}
	return d
}

func values(s string) []string {
	var out []string
	for v := range strings.SplitSeq(s, ",") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// factTarget reads 2023 growth at-least 7; range has two numbers, relative an id
// and text the words in both languages, parted by a slash.
func factTarget(t *testing.T, id, s string) indicator.Target {
	t.Helper()
	w := strings.Fields(s)
	var year int
	if _, err := fmt.Sscan(w[0], &year); err != nil || len(w) < 3 {
		t.Fatalf("target %q", s)
	}
	x := indicator.Target{Series: id, Year: year, Kind: indicator.TargetKind(w[1]), Bound: indicator.Bound(w[2]), Cell: Cell{Sheet: "目标", Addr: "E2"}}
	rest := strings.Join(w[3:], " ")
	switch x.Bound {
	case indicator.Between:
		x.Value, x.Upper = dec(w[3]), dec(w[4])
	case indicator.Relative:
		x.Ref = w[3]
	case indicator.TextOnly:
		zh, en, _ := strings.Cut(rest, "/")
		x.Text = both(strings.TrimSpace(zh), strings.TrimSpace(en))
	default:
		x.Value = dec(w[3])
	}
	return x
}
