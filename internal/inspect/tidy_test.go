package inspect

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"jianbao/internal/indicator"
	"jianbao/samples"
)

// Every observation and every target stands in the table once, with its value and
// its cell.
func TestTidy(t *testing.T) {
	for _, s := range samples.Workbooks() {
		var out bytes.Buffer
		if err := Tidy(&out, s.Data); err != nil {
			t.Fatal(err)
		}
		text, ok := strings.CutPrefix(out.String(), "\uFEFF")
		if !ok {
			t.Error("no mark of UTF-8")
		}
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := len(s.Data.Targets)
		for i := range s.Data.Series {
			want += len(s.Data.Series[i].Observations)
		}
		if len(rows)-1 != want || want < 10 {
			t.Errorf("%s: %d rows, want %d", s.Name, len(rows)-1, want)
		}
		column := map[string]int{}
		for i, h := range rows[0] {
			column[h] = i
		}
		for _, r := range rows[1:] {
			if r[column["from"]] == "" {
				t.Errorf("%s: a row without a period: %v", s.Name, r)
			}
			if kind := r[column["kind"]]; kind == "growth" && r[column["unit_zh"]] != "%" {
				t.Errorf("%s: a growth target in %s", s.Name, r[column["unit_zh"]])
			}
			if r[column["bound"]] == "relative" && r[column["text_zh"]] == "" {
				t.Errorf("%s: a target in words without its words: %v", s.Name, r)
			}
			if r[column["value"]] == "" && r[column["status"]] == "" && r[column["record"]] == "observation" {
				t.Errorf("%s: neither value nor status: %v", s.Name, r)
			}
		}
	}
}

func TestTidyIsNoFormula(t *testing.T) {
	d := &indicator.Dataset{Series: []indicator.Series{{
		ID: "x", Name: indicator.Text{ZH: "=1+1", EN: "@SUM(A1)"},
		Observations: []indicator.Observation{{Period: indicator.Year(2023)}},
	}}}
	var out bytes.Buffer
	if err := Tidy(&out, d); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), ",'=1+1,'@SUM(A1),") {
		t.Errorf("a name is left to be calculated: %q", out.String())
	}
}
