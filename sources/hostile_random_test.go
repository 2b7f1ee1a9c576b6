package sources

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// pieces of tables, which random ones are put together of.
var (
	randomHeads   = strings.Split("指标|指标名称|项目|单位|计量单位|地区|时期|时间|数值|本月|本月止累计|1-11月|累计|同比|同比增长%|增速（%）|环比|去年同期|年度目标|完成率|位次|序号|备注|2021年|2022年|2023年|2023年11月|2023年1-11月|2023Q3|Jan 2023|2023-11|2020|2021|Indicator|Value|Unit|Growth rate|Year|YoY %|Target|全市|东区|西县|一季度|上半年|期末余额|其中：|绝对额|合计|", "|")
	randomStubs   = strings.Split("地区生产总值|第一产业|  其中：工业|  农业|社会消费品零售总额|规模以上工业增加值增速|人均可支配收入（元）|城镇|农村|居民消费价格指数|存款余额(亿元)|2023年1月|2023年2月|2023年|一、工业|二、农业|GDP|Exports (USD million)|合计|全市|东区|西县|注：数据为初步数|数据来源：统计局|1|2|3|增长|比上年|亿元|年均增长|人口（万人）||", "|")
	randomFigures = strings.Split("432.6|7.2|-3.1|0|100.5|12345|2023|2022|0.072|1|3|99.9|1000000|0.5|7.199999999999999|…|-|—|(3.1)|12.5p|7.2%|1,234.5|１２.５|103.2①|x||||", "|")
	randomTitles  = strings.Split("主要经济指标|2023年11月主要经济指标|单位：亿元|（2023年1-11月）|单位：万元、%|Table 1: GDP by year|临河市2022年国民经济||||", "|")
)

// randomTable makes lines of cells that look like tables, more or less.
func randomTable(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	for range 1 + r.IntN(3) {
		for range r.IntN(4) {
			b.WriteString(strings.Repeat("\t", r.IntN(3)) + pick(randomTitles) + "\n")
		}
		cols, stubs := 2+r.IntN(7), r.IntN(4)
		for range r.IntN(4) {
			for range cols {
				b.WriteString(pick(randomHeads) + "\t")
			}
			b.WriteByte('\n')
		}
		for range r.IntN(12) {
			for c := range cols {
				switch {
				case r.IntN(20) == 0:
					b.WriteString(pick(randomHeads))
				case c < stubs:
					b.WriteString(pick(randomStubs))
				case r.IntN(8) == 0:
					b.WriteString(pick(randomFigures))
				default:
					b.WriteString(strconv.FormatFloat(float64(r.IntN(100000))/100, 'f', -1, 64))
				}
				b.WriteByte('\t')
			}
			b.WriteByte('\n')
		}
		b.WriteString(strings.Repeat("\n", r.IntN(3)))
	}
	return b.String()
}

// TestRandomTables holds that whatever is understood of a table, its figures
// are those of its cells, and no number is lost.
func TestRandomTables(t *testing.T) {
	n := scaled(600)
	if s := os.Getenv("JIANBAO_TABLES"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	for seed := range uint64(n) {
		s := randomTable(seed)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			data := workbookOf(t, cellsPart([]byte(s)))
			r := readBytes("x.xlsx", data, Options{})
			worded(t, r.Diagnostics)
			if r.Dataset == nil && len(r.Diagnostics) == 0 {
				t.Error("neither a dataset nor a finding")
			}
			if r.Dataset != nil {
				sane(t, r.Dataset)
				asInFile(t, "x.xlsx", data, r.Dataset)
			}
			account(t, "x.xlsx", data)
			if t.Failed() {
				t.Logf("\n%s", s)
			}
		})
	}
}
