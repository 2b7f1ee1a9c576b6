package sources

import (
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/internal/diagnostic"
	"jianbao/internal/indicator"
	"jianbao/sources/delimited"
)

// fuzzNames are the names under which data is read. What is named cells is lines
// of cells with tabs between, from which a sheet is made; what is named
// sheet1.xml is the part of a sheet.
var fuzzNames = []string{"x.xlsx", "x.csv", "2023年11月主要经济指标.tsv", "x.xlsm", "cells", "sheet1.xml"}

// fuzzTables are small tables of the layouts that statistics offices use.
var fuzzTables = []string{
	"主要经济指标（2023年11月）\n单位：亿元\n指标\t本月\t1-11月\t同比增长%\n地区生产总值\t\t432.6\t7.2\n社会消费品零售总额\t12.05\t131.25\t-5.1\n  其中：限额以上\t2.5\t30.25\t(3.1)",
	"指标\t地区\t时期\t数值\t同比\t单位\n工业增加值\t全市\t2023年11月\t5.5\t7.2%\t万元\n工业增加值\t东区\t2023-10\t1.25\t-3\t万元",
	"\t2021年\t2022年\t2023年\n人口\t880.81\t881.5\t882\n城镇化率（%）\t61.5\t62.1\t63",
	"时间\t用电量（万千瓦时）\t增速(%)\n2023年1-2月\t123.4\t1.5\n2023年3月\t…\t-\n2023年4月\t130.1①\t2.5(p)",
	"Indicator\tUnit\tJan 2023\tFeb 2023\tMar 2023\nGDP at current prices\tMillion yuan\t1,234.5\t1 234\t12.5r\nof which: industry\t\t7\t8\t9",
	"序号\t指标\t年度目标\t完成\t完成率\n1\tGDP增速\t7%以上\t7.2\t103\n2\t固定资产投资\t增长10%左右\t8.5\t85\n3\t就业\t1万人\t9500\t95",
	"县区\t财政收入\t增长\t位次\n全市\t100.5\t5.2\t\n东区\t50\t6.1\t1\n西县\t50.5\t4.3\t2",
	"DATAFLOW\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tUNIT_MULT\tOBS_STATUS\nGDP\tCN\t2023-Q1\t284997\t8\tP\nGDP\tCN\t2023-Q2\t308038\t8\t",
}

func FuzzReadGeneral(f *testing.F) {
	for _, s := range fuzzTables {
		f.Add(uint8(1), []byte(strings.ReplaceAll(strings.ReplaceAll(s, ",", ""), "\t", ",")))
		f.Add(uint8(2), []byte(s))
		f.Add(uint8(4), []byte(s))
		f.Add(uint8(0), workbookOf(f, cellsPart([]byte(s))))
	}
	f.Add(uint8(3), workbookOf(f))
	f.Add(uint8(5), []byte(sheetXML(soundRows)))
	f.Add(uint8(1), []byte("a;b\n\"1,5\";2\r\r\n;;\x00"))
	// The files of the layout tests, in which no figure may be another than in
	// its cell either.
	files, err := filepath.Glob("testdata/layouts/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		i := map[string]uint8{".csv": 1, ".tsv": 2}[filepath.Ext(name)]
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(i, data)
	}
	f.Fuzz(func(t *testing.T, choice uint8, data []byte) {
		name := fuzzNames[int(choice)%len(fuzzNames)]
		switch name {
		case "cells":
			name, data = "x.xlsx", workbookOf(t, cellsPart(data))
		case "sheet1.xml":
			name, data = "x.xlsx", workbookOf(t, textPart(sheetPath, string(data)))
		}
		r := readBytes(name, data, Options{})
		readable(t, r.Diagnostics)
		if r.Dataset == nil {
			if !r.Diagnostics.Has(diagnostic.Error) {
				t.Error("neither a dataset nor an error")
			}
			return
		}
		sane(t, r.Dataset)
		asInFile(t, name, data, r.Dataset)
	})
}

// cellsPart is a sheet of lines of cells with tabs between. None is a formula:
// what these cost is not for here.
func cellsPart(data []byte) part {
	lines := strings.Split(strings.ToValidUTF8(string(data), "?"), "\n")
	var b strings.Builder
	for i, line := range lines[:min(len(lines), 1000)] {
		cells := strings.Split(line, "\t")
		for j, s := range cells {
			cells[j] = strings.Map(func(r rune) rune {
				if r < ' ' || r == 0xfffe || r == 0xffff {
					return -1
				}
				return r
			}, strings.TrimLeft(s, "="))
		}
		b.WriteString(rowXML(i+1, cells[:min(len(cells), 200)]...))
	}
	return textPart(sheetPath, sheetXML(b.String()))
}

// sane fails if a dataset could not be shown: names that are no text or have no
// end, ids that are not their series' own, numbers beyond all use.
func sane(t testing.TB, d *indicator.Dataset) {
	t.Helper()
	ids := map[string]bool{}
	for i := range d.Series {
		s := &d.Series[i]
		if ids[s.ID] || s.ID == "" || len(s.ID) > 200 {
			t.Errorf("id %.80q", s.ID)
		}
		ids[s.ID] = true
		for _, text := range []string{s.Name.ZH, s.Name.EN, s.Unit.Text.ZH, s.Unit.Text.EN, s.Group.ZH, s.Group.EN} {
			if !utf8.ValidString(text) || len(text) > 6000 {
				t.Errorf("%s: a text of %d bytes: %.80q", s.ID, len(text), text)
			}
		}
		for _, o := range s.Observations {
			if e := o.Value.Exponent(); o.Status.HasValue() && (e > 40 || e < -400 || o.Value.NumDigits() > 40) {
				t.Errorf("%s: a number of exponent %d at %v", s.ID, e, o.Cell)
				return
			}
		}
		if t.Failed() {
			return
		}
	}
}

// asInFile fails if a figure is not the number that stands in its cell, but for
// its scale.
func asInFile(t testing.TB, name string, data []byte, d *indicator.Dataset) {
	t.Helper()
	held := cellsOf(t, name, data)
	check := func(what string, v indicator.Decimal, at indicator.Cell) {
		c, ok := held[at.Sheet+"!"+at.Addr]
		switch {
		case !ok:
			t.Errorf("%s is %v at %v, where nothing is", what, v, at)
		case !c.unstored && !c.holds(v):
			t.Errorf("%s is %v at %v, which holds %q", what, v, at, c.text)
		}
	}
	for i := range d.Series {
		for _, o := range d.Series[i].Observations {
			if o.Status.HasValue() {
				check(d.Series[i].ID, o.Value, o.Cell)
			}
			if o.Previous != nil {
				check(d.Series[i].ID, *o.Previous, o.PreviousCell)
			}
		}
	}
	for _, g := range d.Targets {
		if g.Text.IsZero() || !g.Value.IsZero() {
			check("a target", g.Value, g.Cell)
		}
	}
}

// cellsOf are the cells of a file by sheet and address.
func cellsOf(t testing.TB, name string, data []byte) map[string]cell {
	t.Helper()
	out := map[string]cell{}
	if delimited.Looks(name, data) {
		table, err := delimited.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		sheet := strings.TrimSuffix(name, filepath.Ext(name))
		for y, row := range table.Rows {
			for x, s := range row {
				if table.DecimalComma {
					s = strings.NewReplacer(",", ".", ".", "").Replace(s)
				}
				out[sheet+"!"+address(x+1, y+1)] = cell{kind: textCell, text: s}
			}
		}
		return out
	}
	b := openBook(newReporter(name), data)
	if b == nil {
		t.Fatal("a dataset of a file that cannot be opened")
	}
	defer b.file.Close()
	for _, s := range b.sheets {
		_ = b.grid(s, func(g *gridRow) bool {
			for _, c := range g.cells {
				out[s.name+"!"+c.addr()] = c
			}
			return true
		})
	}
	return out
}

var digitRuns = regexp.MustCompile(`[0-9][0-9.]*|\.[0-9]+`)

// holds reports whether a number stands in the cell, but for its scale: its
// digits, at the least.
func (c cell) holds(v indicator.Decimal) bool {
	want := mantissa(v.Abs().Coefficient().String())
	if c.kind == numberCell {
		f, ok := new(big.Float).SetString(strings.TrimSpace(c.text))
		return ok && mantissa(strings.Split(f.Text('e', 14), "e")[0]) == want && (f.Sign() < 0) == v.IsNegative()
	}
	text := strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		case strings.ContainsRune(",，' \u00a0\u2009\u202f\u3000", r):
			return -1
		}
		return r
	}, c.text)
	if strings.ContainsAny(text, "零一二三四五六七八九十百两") {
		return true // numbers in words
	}
	for _, run := range digitRuns.FindAllString(text, -1) {
		if mantissa(run) == want {
			return true
		}
	}
	return false
}

// mantissa is the significant digits of a number.
func mantissa(s string) string {
	return strings.Trim(strings.TrimLeft(strings.ReplaceAll(s, ".", ""), "-+"), "0")
}
