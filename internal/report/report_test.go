package report

import (
	"bytes"
	"testing"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

func findings() diagnostic.List {
	var l diagnostic.List
	l.Add(diagnostic.Error, "not-a-number", indicator.Cell{File: "a,b.xlsx", Sheet: "数据", Addr: "C7"}, "“约5”不是数值。", "“约5” is not a number, 100%.")
	l.Add(diagnostic.Warning, "no-data", indicator.Cell{File: "a,b.xlsx"}, "没有数据。", "no data.")
	l.Add(diagnostic.Warning, "no-data", indicator.Cell{File: "a,b.xlsx"}, "没有数据。", "no data.")
	return l
}

func TestCount(t *testing.T) {
	if got := Count(findings(), English); got != "1 error, 2 warnings" {
		t.Errorf("got %q", got)
	}
	if got := Count(findings(), Chinese); got != "1项错误，2项警告" {
		t.Errorf("got %q", got)
	}
	if got := Count(nil, English); got != "" {
		t.Errorf("nothing counts as %q", got)
	}
}

func TestGitHub(t *testing.T) {
	var buf bytes.Buffer
	GitHub(&buf, findings()[:1])
	if want := "::error file=a%2Cb.xlsx,title=not-a-number::数据!C7  “约5”不是数值。%0A“约5” is not a number, 100%25.\n"; buf.String() != want {
		t.Errorf("got %q, want %q", buf.String(), want)
	}
}

func TestJSON(t *testing.T) {
	var buf bytes.Buffer
	if err := JSON(&buf, nil); err != nil || buf.String() != "[]\n" {
		t.Errorf("no findings are %q, %v", buf.String(), err)
	}
}
