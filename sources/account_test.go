package sources

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

// TestEveryNumberIsAccountedFor holds that no number of a file is lost or
// invented: each cell with one is a figure of the dataset or is explained.
func TestEveryNumberIsAccountedFor(t *testing.T) {
	var files []string
	for _, pattern := range []string{"testdata/layouts/*.xlsx", "testdata/layouts/*.csv", "../samples/*.xlsx", "../../shared/real/*.xlsx", "../../shared/real/*.csv"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			account(t, f, data)
		})
	}
}

func account(t *testing.T, name string, data []byte) {
	t.Helper()
	r := readBytes(name, data, Options{Unused: true})
	known := map[string]string{} // address: what it is
	if r.Dataset != nil {
		for i := range r.Series {
			for _, o := range r.Series[i].Observations {
				if !o.Status.HasValue() {
					continue
				}
				key := o.Cell.String()
				if prior := known[key]; prior != "" {
					t.Errorf("%s is used twice: %s and %s", key, prior, r.Series[i].ID)
				}
				known[key] = r.Series[i].ID
				if o.Previous != nil {
					known[o.PreviousCell.String()] = "previous"
				}
			}
		}
		for _, g := range r.Targets {
			known[g.Cell.String()] = "target"
		}
	}
	for _, u := range r.Unused {
		n := 0
		each(u.Cell, func(addr string) {
			if prior := known[addr]; prior != "" && !strings.HasPrefix(prior, "unused") {
				t.Errorf("%s is %s and unused (%s)", addr, prior, u.Reason)
			}
			known[addr] = "unused " + u.Reason
			n++
		})
		if n != u.Count {
			t.Errorf("%s: %d cells, said to be %d", u.Cell, n, u.Count)
		}
		if u.Why.ZH == "" || u.Why.EN == "" {
			t.Errorf("%s: reason %q is not worded", u.Cell, u.Reason)
		}
	}
	lost := 0
	numbers(t, name, data, func(addr string) {
		if known[addr] == "" {
			if lost++; lost <= 5 {
				t.Errorf("%s holds a number and is not accounted for", addr)
			}
		}
	})
	if lost > 5 {
		t.Errorf("%d numbers are not accounted for", lost)
	}
}

// each calls visit with every address of a cell or range, Sheet!A2.
func each(c indicator.Cell, visit func(string)) {
	from, to, two := strings.Cut(c.Addr, ":")
	if !two {
		to = from
	}
	left, top, _ := coordinates(from)
	right, bottom, _ := coordinates(to)
	for row := top; row <= bottom; row++ {
		for col := left; col <= right; col++ {
			visit(c.Sheet + "!" + address(col, row))
		}
	}
}

// numbers calls visit for every cell that stores a number, dates excepted.
func numbers(t *testing.T, name string, data []byte, visit func(string)) {
	t.Helper()
	r := newReporter(filepath.Base(name))
	b := openBook(r, data)
	if b == nil {
		return // a text table, whose cells have no kinds
	}
	defer b.file.Close()
	for _, s := range b.sheets {
		err := b.grid(s, func(g *gridRow) bool {
			for _, c := range g.cells {
				if f := b.format(c.style); c.kind != numberCell || c.unstored || f == dateFormat || f == yearFormat {
					continue
				}
				if _, err := strconv.ParseFloat(strings.TrimSpace(c.text), 64); err == nil {
					visit(s.name + "!" + c.addr())
				}
			}
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
