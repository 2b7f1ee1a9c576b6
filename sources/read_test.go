package sources

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
)

// sheetText is a workbook from sheets written as lines of cells: a tab between
// cells, a number where it looks like one.
func sheetText(t testing.TB, sheets ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i]
		if i == 0 {
			_ = f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for y, line := range strings.Split(strings.Trim(sheets[i+1], "\n"), "\n") {
			for x, v := range strings.Split(line, "\t") {
				if v == "" {
					continue
				}
				var err error
				if d, ok := decimalOf(v); ok {
					n, _ := d.Float64()
					err = f.SetCellFloat(name, address(x+1, y+1), n, -1, 64)
				} else {
					err = f.SetCellStr(name, address(x+1, y+1), strings.ReplaceAll(v, `\n`, "\n"))
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const (
	smallBriefing   = "项目\t中文\n标题\t示例"
	smallIndicators = "编号\t中文名称\t单位\t类型\tEnglish name\nretail\t零售额\t亿元\t流量\tRetail sales\nrate\t失业率\t%\t比率\tUnemployment\nloans\t贷款余额\t亿元\t存量\tLoans"
)

// observations lays out a series of the data sheet given.
func observations(t *testing.T, data, id string) (string, diagnostic.List) {
	t.Helper()
	d, list := readTest("x.xlsx", sheetText(t, "简报", smallBriefing, "指标", smallIndicators, "数据", data))
	if d == nil {
		t.Fatalf("no dataset: %v", list)
	}
	s := d.Find(id)
	if s == nil {
		return "", list
	}
	var out []string
	for _, o := range s.Observations {
		v := o.Value.String()
		if !o.Status.HasValue() {
			v = ""
		}
		if o.Status != "" {
			v += "(" + string(o.Status) + ")"
		}
		out = append(out, fmt.Sprintf("%s=%s@%s", o.Period, v, o.Cell.Addr))
	}
	return strings.Join(out, " "), list
}

func TestData(t *testing.T) {
	head := "指标\t时期\t数值\t同比增长%\t累计值\t累计同比%\t修订前\t状态\n"
	for _, c := range []struct{ name, data, id, want string }{
		{"month and cumulative", head + "retail\t2023-11\t4.5\t1.2\t40.1\t3.4", "retail", "2023-01…2023-11=40.1@E2 2023-11=4.5@C2"},
		{"growth of both", head + "retail\t2023-11\t4.5\t1.2\t40.1\t3.4", "retail.yoy", "2023-01…2023-11=3.4@F2 2023-11=1.2@D2"},
		{"cumulative period", head + "retail\t2023年1—2月\t8.1", "retail", "2023-01…2023-02=8.1@C2"},
		{"January once", head + "retail\t2023-01\t4.5\t\t4.5", "retail", "2023-01=4.5@C2"},
		{"January cumulative only", head + "retail\t2023-01\t\t\t4.5", "retail", "2023-01=4.5@E2"},
		{"quarter", head + "retail\t2023年三季度\t12\t\t33", "retail", "2023-01…2023-09=33@E2 2023-07…2023-09=12@C2"},
		{"year", head + "retail\t2022\t120", "retail", "2022-01…2022-12=120@C2"},
		{"year and month as a number", head + "retail\t202311\t12", "retail", "2023-11=12@C2"},
		{"November with a point", head + "retail\t2023.11\t12", "retail", "2023-11=12@C2"},
		{"in order of time", head + "retail\t2023-03\t3\nretail\t2023-02\t2", "retail", "2023-02=2@C3 2023-03=3@C2"},
		{"by Chinese name", head + "零售额\t2023-03\t3", "retail", "2023-03=3@C2"},
		{"by English name", head + "retail  SALES\t2023-03\t3", "retail", "2023-03=3@C2"},
		{"stock at the end of a quarter", head + "loans\t2023Q3\t900", "loans", "2023-09=900@C2"},
		{"marks", head + "retail\t2023-03\t3.1(p)\nretail\t2023-04\t1,234.5\nretail\t2023-05\t…\nretail\t2023-06\tx", "retail",
			"2023-03=3.1(p)@C2 2023-04=1234.5@C3 2023-05=(na)@C4 2023-06=(not-applicable)@C5"},
		{"status of the row", head + "retail\t2023-03\t3.1\t\t9\t\t\t初步\nretail\t2023-04\t\t\t\t\t\tconfidential", "retail",
			"2023-01…2023-03=9(p)@E2 2023-03=3.1(p)@C2 2023-04=(confidential)@C3"},
		{"mark wins over row", head + "retail\t2023-03\t3.1(r)\t\t9\t\t\tp", "retail", "2023-01…2023-03=9(p)@E2 2023-03=3.1(r)@C2"},
		{"previous means revised", head + "retail\t2023-03\t3.1\t\t\t\t3", "retail", "2023-03=3.1(r)@C2"},
		{"binary tail", head + "retail\t2023-03\t7.199999999999999", "retail", "2023-03=7.2@C2"},
		{"percent sign", head + "rate\t2023-03\t5.3%", "rate", "2023-03=5.3@C2"},
		{"zero is a value", head + "retail\t2023-03\t0", "retail", "2023-03=0@C2"},
		{"blank is none", head + "retail\t2023-03\t\t1.2", "retail", ""},
		{"columns in any order, titles above", "表1 数据\n单位：亿元\n数值（亿元）\t备注\tPeriod\tINDICATOR\n3\t好\t2023-03\tretail", "retail", "2023-03=3@A4"},
		{"both languages in a head", `指标 Indicator` + "\t" + `时期\nPeriod` + "\t" + `Value / 数值` + "\nretail\t2023-03\t3", "retail", "2023-03=3@C2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, list := observations(t, c.data, c.id)
			if got != c.want || list.Has(diagnostic.Warning) {
				logList(t, list)
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestDateCells: Excel turns a typed 2023-11 into a date.
func TestDateCells(t *testing.T) {
	for _, c := range []struct {
		format string
		want   string
	}{
		{"yyyy-mm", "2023-11"}, {`yyyy"年"m"月"`, "2023-11"}, {"mmm-yy", "2023-11"}, {"[$-804]yyyy/m/d;@", "2023-11"},
		{"yyyy", "2023-01…2023-12"}, {`yyyy"年"`, "2023-01…2023-12"},
	} {
		data := example(t, all(set("数据", "B2", 45231), styled("数据", "B2", c.format)))
		d, _ := readTest("x.xlsx", data)
		found := false
		for _, o := range d.Find("retail").Observations {
			found = found || o.Cell.Addr == "C2" && o.Period.String() == c.want
		}
		if !found {
			t.Errorf("%s: %v", c.format, d.Find("retail").Observations)
		}
	}
}

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string]numberFormat{
		"General": plainFormat, "0.0": plainFormat, "#,##0.00_);[Red](#,##0.00)": plainFormat, `0"%"`: plainFormat, `0.0"年"`: plainFormat,
		"0%": percentFormat, "0.00%;[Red]-0.00%": percentFormat, "@": plainFormat, `G/通用格式`: plainFormat,
		"yyyy-mm-dd": dateFormat, "m/d/yy": dateFormat, `yyyy"年"m"月"d"日"`: dateFormat, "mmm": dateFormat, "yyyy": yearFormat, "[h]:mm": dateFormat,
	} {
		if got := classify(code); got != want {
			t.Errorf("classify(%q) = %d, want %d", code, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"2023-02-11": "2023-02-11", "2023/2/11": "2023-02-11", "2023.2.11": "2023-02-11", "2023年2月11日": "2023-02-11", "２０２３年２月１１日": "2023-02-11",
		"20230211": "2023-02-11", "11 February 2023": "2023-02-11", "Feb 11, 2023": "2023-02-11", "11 Feb 2023": "2023-02-11",
		"2023-02-30": "", "2月11日": "", "soon": "", "": "", "11/2/2023": "",
	} {
		if got, ok := parseDateText(s); got != want || ok != (want != "") {
			t.Errorf("parseDateText(%q) = %q, %v", s, got, ok)
		}
	}
	data := example(t, all(set("简报", "B6", 44968), styled("简报", "B6", "yyyy-mm-dd")))
	if d, _ := readTest("x.xlsx", data); d.Info.Release != "2023-02-11" {
		t.Errorf("release %q", d.Info.Release)
	}
}

// TestCells: every value and every text knows its cell.
func TestCells(t *testing.T) {
	d, _ := readTest("dir/x.xlsx", unchanged())
	if d.File != "x.xlsx" {
		t.Errorf("file %q", d.File)
	}
	check := func(what string, c indicator.Cell, want string) {
		if c.File != "x.xlsx" || c.String() != want {
			t.Errorf("%s is at %s %s, want %s", what, c.File, c, want)
		}
	}
	check("indicator", d.Find("deposits").Cell, "指标!A3")
	o := d.Find("deposits").Observations[1]
	check("value", o.Cell, "数据!C6")
	check("previous", o.PreviousCell, "数据!G6")
	check("target", d.Targets[0].Cell, "目标!E2")
	check("relative target", d.Targets[5].Cell, "目标!H7")
	check("highlight", d.Highlights[1].Cell, "要点!E3")
	seen := map[string]bool{}
	for _, s := range d.Strings {
		seen[s.Cell.String()+" "+s.Text] = true
	}
	for _, want := range []string{"简报!B2 示例区经济运行简报", "简报!C4 Example District", "指标!C2 Total retail sales of consumer goods",
		"指标!F4 %", "指标!N2 示例", "目标!I7 broadly in step with retail sales", "要点!F2 An autumn shopping festival was held and vouchers were issued"} {
		if !seen[want] {
			t.Errorf("no string %s", want)
		}
	}
}

// TestLanguages: a workbook in one language only can be read.
func TestLanguages(t *testing.T) {
	d, list := readTest("x.xlsx", sheetText(t,
		"briefing", "Item\tEnglish\nTitle\tA briefing\nReporting period\tJan–Nov 2023\nRelease date\t18 December 2023\nData status\tillustrative",
		"INDICATORS", "ID\tName (en)\tUnit (en)\tKind\tGrowth basis\nretail\tRetail sales\tRMB 100 million\tflow\tcurrent prices",
		"Data", "Indicator\tPeriod\tValue\tGrowth y/y\nretail\tNov 2023\t3\t-1.5",
		"Targets", "Indicator\tYear\tKind\tBound\tValue\nretail\t2023\tgrowth\tat least\t7%",
		"Highlights", "Group (en)\tPoint (en)\nThemes\tOne\n\tTwo"))
	if list.Has(diagnostic.Warning) {
		logList(t, list)
		t.Fatal("expected no findings")
	}
	if d.Info.Title.EN != "A briefing" || !d.Info.Illustrative || d.Info.Release != "2023-12-18" || d.Info.Period != indicator.ToDate(2023, 11) {
		t.Errorf("info %+v", d.Info)
	}
	if s := d.Find("retail.yoy"); s == nil || s.Prices != indicator.Nominal || s.Decimals != 1 || s.Observations[0].Value.String() != "-1.5" {
		t.Errorf("growth %+v", s)
	}
	if len(d.Targets) != 1 || d.Targets[0].Value.String() != "7" || d.Targets[0].Bound != indicator.AtLeast {
		t.Errorf("targets %+v", d.Targets)
	}
	if len(d.Highlights) != 2 || d.Highlights[1].Group.EN != "Themes" {
		t.Errorf("highlights %+v", d.Highlights)
	}
}

// TestTemplate: the template reads without a finding until its figures are
// declared official.
func TestTemplate(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		var buf bytes.Buffer
		if err := WriteTemplate(&buf, lang); err != nil {
			t.Fatal(err)
		}
		d, list := readTest("x.xlsx", buf.Bytes())
		if d == nil || len(list) > 0 || !d.Info.Illustrative {
			logList(t, list)
			t.Errorf("%s: expected an illustrative dataset without findings", lang)
		}
		f, err := excelize.OpenReader(bytes.NewReader(buf.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		want := "说明 简报 指标 数据 目标 要点 文字"
		data, status := "数据", "简报"
		if lang == "en" {
			want = "Guide Briefing Indicators Data Targets Highlights Wording"
			data, status = "Data", "Briefing"
		}
		if got := strings.Join(f.GetSheetList(), " "); got != want {
			t.Errorf("sheets %s", got)
		}
		comments, err := f.GetComments(data)
		if err != nil || len(comments) != len(dataSheet.columns) {
			t.Errorf("%d comments, %v", len(comments), err)
		}
		lists, err := f.GetDataValidations(data)
		if err != nil || len(lists) != 2 {
			t.Errorf("%d lists, %v", len(lists), err)
		}
		set(status, "B10", "official")(f)
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		_, list = readTest("x.xlsx", out.Bytes())
		if got := brief(list); len(got) != 2 || !strings.HasPrefix(got[0], "error example-left") || !strings.HasPrefix(got[1], "error example-left") {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// TestNoPlace: what a workbook cannot say is an error, not a loss.
func TestNoPlace(t *testing.T) {
	for name, change := range map[string]func(*indicator.Dataset){
		"month on month":     func(d *indicator.Dataset) { d.Series[1].Compare = indicator.OnPrevious },
		"growth of nothing":  func(d *indicator.Dataset) { d.Series[1].Of = "none"; d.Series[1].ID = "none.yoy" },
		"stock of a rate":    func(d *indicator.Dataset) { d.Series[4].Basis = indicator.Stock },
		"id with a space":    func(d *indicator.Dataset) { d.Series[4].ID = "a b" },
		"unknown status":     func(d *indicator.Dataset) { d.Series[0].Observations[0].Status = "?" },
		"unknown bound":      func(d *indicator.Dataset) { d.Targets[0].Bound = "never" },
		"previous of growth": func(d *indicator.Dataset) { d.Series[1].Observations[0].Previous = &d.Targets[0].Value },
	} {
		d := exampleDataset()
		change(d)
		if err := WriteStandard(&bytes.Buffer{}, d, "zh"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
