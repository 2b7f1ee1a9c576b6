package sources

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"jianbao/internal/diagnostic"
)

// What reading may cost, whatever is in the file.
const (
	hostileTime   = 10 * time.Second
	hostileMemory = 512 << 20 // bytes of heap, the file included
)

// hostileCase is a file made to break the reader, and what must come of it.
type hostileCase struct {
	name  string
	file  string // name; "" is that of the group
	build func(t testing.TB) []byte

	// want is what the file must give: the code of a finding, or "=432.6" for a
	// dataset that has the figure. Alternatives are separated by a bar. "" is
	// satisfied by any finding and by any dataset.
	want  string
	large bool // run in full only: too slow for every day
}

// fullHostile runs what takes long, too.
var fullHostile = os.Getenv("JIANBAO_HOSTILE") == "1"

// scaled is how many of something a hostile file has: all in full runs only.
func scaled(n int) int {
	switch {
	case fullHostile:
		return n
	case testing.Short():
		return max(1, n/80)
	}
	return max(1, n/40)
}

func TestHostile(t *testing.T) {
	for _, group := range []struct {
		name, file string
		cases      func() []hostileCase
	}{
		{"archive", "x.xlsx", hostileArchives}, {"package", "x.xlsx", hostilePackages}, {"sheet", "x.xlsx", hostileSheets}, {"cell", "x.xlsx", hostileCells},
		{"formula", "x.xlsx", hostileFormulas}, {"text", "x.xlsx", hostileTexts}, {"delimited", "x.csv", hostileDelimited},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases() {
				t.Run(c.name, func(t *testing.T) {
					if c.large && !fullHostile {
						t.Skip("set JIANBAO_HOSTILE=1 to run")
					}
					if c.file == "" {
						c.file = group.file
					}
					c.run(t)
				})
			}
		})
	}
}

func (c *hostileCase) run(t *testing.T) {
	start := time.Now()
	data := c.build(t)
	built := time.Since(start)
	r, cost := readHostile(t, c.file, data)
	t.Logf("%d KB built in %v, read in %v with %d MB: %s", len(data)>>10, built.Round(time.Millisecond), cost.time.Round(time.Millisecond), cost.peak>>20, summary(r))
	if cost.time > hostileTime { // no failure: the machine may be a slow one
		t.Logf("SLOW: took %v", cost.time)
	}
	if fullHostile && cost.peak > hostileMemory {
		t.Errorf("took %d MB", cost.peak>>20)
	}
	if r.Dataset == nil && len(r.Diagnostics) == 0 {
		t.Error("neither a dataset nor a finding")
	}
	worded(t, r.Diagnostics)
	if r.Dataset != nil {
		sane(t, r.Dataset)
	}
	if c.want != "" && !slices.ContainsFunc(strings.Split(c.want, "|"), func(w string) bool { return gives(r, w) }) {
		t.Errorf("want %s, got %s", c.want, summary(r))
	}
}

// gives reports whether a reading has a finding of a code, or a figure.
func gives(r Reading, want string) bool {
	figure, isFigure := strings.CutPrefix(want, "=")
	if !isFigure {
		return slices.ContainsFunc(r.Diagnostics, func(d diagnostic.Diagnostic) bool { return d.Code == want })
	}
	if r.Dataset == nil {
		return false
	}
	for i := range r.Series {
		for _, o := range r.Series[i].Observations {
			if o.Status.HasValue() && o.Value.String() == figure {
				return true
			}
		}
	}
	return false
}

// summary is a reading in one line.
func summary(r Reading) string {
	var codes []string
	for _, d := range r.Diagnostics {
		if s := string(d.Severity) + " " + d.Code; !slices.Contains(codes, s) {
			codes = append(codes, s)
		}
	}
	series := "no dataset"
	if r.Dataset != nil {
		n := 0
		for i := range r.Series {
			n += len(r.Series[i].Observations)
		}
		series = fmt.Sprintf("%d series, %d figures", len(r.Series), n)
	}
	return series + "; " + strings.Join(codes, ", ")
}

// worded fails if a finding is not fit to be shown in either language.
func worded(t *testing.T, list diagnostic.List) {
	t.Helper()
	for _, d := range list {
		if t.Failed() {
			return
		}
		for _, s := range []string{d.Message.ZH, d.Message.EN} {
			switch {
			case s == "" || d.Code == "":
				t.Errorf("finding %q without words: %+v", d.Code, d.Message)
			case len(s) > 2000:
				t.Errorf("finding %q of %d bytes", d.Code, len(s))
			case !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\x1b") || strings.Contains(s, "%!"):
				t.Errorf("finding %q says %q", d.Code, s)
			}
		}
	}
}

// cost is what a reading took. The peak is of the heap, the file included.
type cost struct {
	time time.Duration
	peak uint64
}

// readHostile reads a file under watch. A panic fails the test: that ReadBytes
// would catch it is no excuse.
func readHostile(t *testing.T, name string, data []byte) (out Reading, c cost) {
	t.Helper()
	debug.FreeOSMemory()
	base := heapBytes()
	done := make(chan any, 1)
	start := time.Now()
	go func() {
		defer func() {
			p := recover()
			if p != nil {
				p = fmt.Sprintf("%v\n%s", p, debug.Stack())
			}
			c.time = time.Since(start)
			done <- p
		}()
		out = readBytes(name, data, Options{})
	}()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	var peak uint64
	for {
		select {
		case p := <-done:
			if p != nil {
				t.Fatalf("panic after %v: %v", c.time, p)
			}
			c.peak = max(peak, base) - base + uint64(len(data))
			runtime.KeepAlive(data)
			return out, c
		case <-tick.C:
			peak = max(peak, heapBytes())
			if peak > base+8*hostileMemory || time.Since(start) > 4*hostileTime {
				buf := make([]byte, 1<<16)
				t.Logf("%s", buf[:runtime.Stack(buf, true)])
				// It cannot be stopped, and would spoil the rest.
				panic(fmt.Sprintf("%s: given up after %v and with %d MB", t.Name(), time.Since(start), (peak-base)>>20))
			}
		}
	}
}

// heapBytes is the memory of objects, dead ones included until they are swept,
// and of stacks.
func heapBytes() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() + s[1].Value.Uint64()
}
