package sources_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/internal/inspect"
	"jianbao/sources"
)

var updateLayouts = flag.Bool("update-layouts", false, "rewrite the workbooks of testdata/layouts and what is read from them")

// sheet is a sheet to be written: cells by row, with | between them. What looks
// like a number is one, 7.2%% is a number in percent format, @2023-11 is a date,
// and > merges a cell with the one at its left, ^ with the one above.
type sheet struct {
	name string
	rows []string
}

// layouts are small workbooks of every kind that offices keep.
var layouts = []struct {
	name   string
	sheets []sheet
}{
	{"bulletin", []sheet{{"11月", []string{
		"临河市2023年1—11月主要经济指标|>|>|>|>|>",
		"||||单位：亿元|",
		"指标|计量单位|本月|同比±%|累计|同比±%",
		"一、地区生产总值（1—9月）|亿元|—|—|1286.4|5.4",
		"    第一产业|亿元|—|—|98.1|4.1",
		"二、规模以上工业增加值|%|…|7.2|…|6.1",
		"    其中：高技术产业|%|…|11.3|…|9.8",
		"三、社会消费品零售总额|亿元|88.16|10.4|902.7|７.５",
		"    #限额以上|亿元|30.2|(1.2)|301.5|6.8",
		"四、一般公共预算收入|万元|138450|-3.1|1489020|2.4%",
		"五、金融机构本外币存款余额|亿元|||4210.9|8.6",
		"六、居民消费价格指数|上年同期=100|99.6||100.3|",
		"注：地区生产总值增速按可比价格计算。|||||",
	}}}},
	{"side-by-side-heads", []sheet{{"12月", []string{
		"临河市工业生产情况（2023年12月）",
		"行业|增加值增速（%）|>||产品|单位|产量|同比%",
		"^|12月|1-12月||^|^|^|^",
		"规模以上工业增加值|7.4|6.2||原煤|万吨|38.62|-4.1",
		"轻工业|3.8|2.9||发电量|亿千瓦时|21.4|7.7",
		"重工业|9.1|7.8||粗钢|万吨|52.3|4.4",
		"||||钢材|万吨|58.7|6.2",
		"规模以上工业企业效益（2023年1-11月）||||水泥|万吨|61.5|-15.2",
		"指标|累计（亿元）|同比%||平板玻璃|万重量箱|110.3|2.5",
		"营业收入|1893.4|3.7||汽车|辆|18422|33.5",
		"利润总额|96.35|-8.2||布|万米|612|-22.7",
		"||||注：产量为规模以上工业。",
	}}}},
	{"one-period-for-all", []sheet{{"指标", []string{
		"临河市2024年上半年主要经济指标",
		"指标|绝对额（亿元）|增速%",
		"地区生产总值|320.5|5.9",
		"第一产业|20.5|3.1",
		"",
		"二、投资情况",
		"指标|累计（万元）|比上年增长%",
		"固定资产投资|320011|4.4",
		"房地产开发投资|88012|-12.1",
	}}, {"财政", []string{
		"财政收支（亿元）",
		"项目|完成数|增长%",
		"一般公共预算收入|33.1|2.2",
		"税收收入|20.5|1.1",
	}}}},
	{"cities-compared", []sheet{{"对比", []string{
		"临河与周边城市主要经济指标对比（2024年上半年）",
		"一、地区生产总值（亿元）|>|>|>",
		"城市|总量|增速（%）|位次",
		"★临河市|1320.5|5.9|2",
		"西陵市|1502.8|5.2|3",
		"全省|21860|5.4|—",
		"二、规模以上工业增加值|>|>|>",
		"城市|总量|增速（%）|位次",
		"★临河市|—|8.1|1",
		"西陵市|—|7.7|2",
		"全省|—|7|—",
	}}}},
	{"industries", []sheet{{"工业", []string{
		"规模以上工业分行业主要经济指标",
		"2024年1-8月||||单位：亿元||",
		"行业|企业单位数（个）|亏损面（%）|营业收入|同比%|利润总额|同比%",
		"总计|412|21.4|812.3|3.3|41.2|-5.5",
		"纺织业|33|30.3|41.2|-3.1|0.8|-22.2",
		"汽车制造业|12|8.3|201.1|12.1|15.2|20.3",
	}}}},
	{"note-inside", []sheet{{"季度", []string{
		"2024年各季度主要经济指标",
		"指标|单位|一季度|>|上半年|>|前三季度|>",
		"^|^|总量|增速%|总量|增速%|总量|增速%",
		"地区生产总值|亿元|70.1|5.2|150.2|5.4|230.3|5.5",
		"固定资产投资|万元|120000|4.1|310000|3.8|450000|3.6",
		"注：绝对数按现价计算。",
		"社会消费品零售总额|亿元|30.1|4.2|62.2|4.4|95.1|4.1",
	}}}},
	{"balances", []sheet{{"金融", []string{
		"2024年9月末金融机构人民币存贷款余额",
		"项目|余额（亿元）|比上月|比年初|同比增速（%）",
		"各项存款|1412.3|10.1|90.2|8.1",
		"  住户存款|901.2|8.8|77.1|11.2",
		"各项贷款|1012.3|7.1|70.2|7.7",
		"存贷比（%）|71.7|||",
	}}}},
	{"months-and-total", []sheet{{"汇总", []string{
		"2024年工业总产值（万元）",
		"镇街|1月|2月|3月|4月|合计",
		"城关镇|101|90|120|118|429",
		"东河镇|51|44|60|61|216",
		"合计|152|134|180|179|645",
	}}}},
	{"measures-in-rows", []sheet{{"用电", []string{
		"全社会用电量情况（2024年9月）",
		"单位：万千瓦时",
		"分类|口径|2024年|2023年",
		"全社会用电量|本月|98012|91234",
		"|累计|881234|830211",
		"|累计同比±%|6.1|3.3",
		"工业|本月|60120|57003",
		"|累计|540120|517003",
		"|累计同比±%|4.5|2.2",
	}}}},
	{"parts", []sheet{{"8月", []string{
		"2024年8月主要指标",
		"指标|单位|本月|同比%|累计|同比%",
		"规模以上工业增加值|亿元||6.3||6.8",
		"  其中：国有控股企业|||4.1||3.9",
		"固定资产投资|亿元|||412.6|3.6",
		"  #国有控股|亿元|||100|-2.2",
		"规上工业产销率|%|97.2|-0.3|97|-0.1",
	}}}},
	{"number-and-value", []sheet{{"出口", []string{
		"2023年11月出口主要商品量值表|||||单位：万美元",
		"商品名称|计量单位|数量|金额|数量同比（%）|金额同比（%）",
		"钢材|万吨|800.5|644000|12.1|-10.1",
		"汽车|万辆|52.4|966000|20.2|27.9",
	}}}},
	{"units-by-section", []sheet{{"快报", []string{
		"2024年9月全县经济运行快报",
		"一、工业|||单位：万元|",
		"指标|9月|同比%|1-9月|同比%",
		"规模以上工业总产值|91200|6.2|812300|6.6",
		"产销率（%）|97.2|提高0.3个百分点|96.8|下降0.1个百分点",
		"二、投资和消费|||单位：亿元|",
		"指标|||1-9月|同比%",
		"固定资产投资|||41.2|3.6",
		"社会消费品零售总额|||95.1|4.1",
	}}, {"二", []string{
		"2024年1-9月财政金融",
		"指标|1-9月|同比%",
		"一、财政|单位：万元|",
		"一般公共预算收入|35120|4.2",
		"二、金融|单位：亿元|",
		"金融机构存款余额|312.1|8.8",
	}}}},
	{"database-export", []sheet{{"月度数据", []string{
		"数据库：月度数据",
		"时间：最近4个月",
		"指标|2024年5月|2024年4月|2024年3月|2024年2月",
		"居民消费价格指数(上年同月=100)_当期值|100.3|100.3|100.1|100.7",
		"社会消费品零售总额_累计值(亿元)|195237|156026|120327|81307",
		"社会消费品零售总额_累计增长(%)|4.1|4.1|4.7|5.5",
		"货币和准货币(M2)供应量_期末值(亿元)|3018506|3011941|3047952|2995572",
		"",
		"注：1.1—2月数据合并公布。",
		"数据来源：国家统计局",
	}}}},
	{"terminal-export", []sheet{{"指标", []string{
		"指标名称|中国:GDP:现价:累计值|中国:GDP:现价:当季值|中国:GDP:不变价:累计同比|中国:城镇调查失业率",
		"频率|季|季|季|月",
		"单位|亿元|亿元|%|%",
		"指标ID|M0001395|M0001396|M0039354|M5650805",
		"2024-06|633599.4|328837.6|5|5",
		"2024-05||||5",
		"2024-03|304761.8|304761.8|5.3|5.2",
		"2023-12|1294271.7|357224.8|5.2|5.1",
		"数据来源：数据终端",
	}}}},
	{"periods-down", []sheet{{"月度", []string{
		"时间|地区生产总值（亿元）|规模以上工业增加值增速（%）|进出口总额（万美元）|城镇调查失业率（%）",
		"2023年1-3月|310.5|5.6|12040|5.6",
		"2023年上半年|650.2|6.0|25800|5.3",
		"2023年前三季度|1002.7|6.3|39050|5.2",
		"2023年|1402.9|6.5|53120|5.1",
	}}}},
	{"long-form", []sheet{{"数据明细", []string{
		"指标代码|指标名称|地区|时间|口径|数值|单位",
		"A01|规模以上工业总产值|全市|202311|当月|87.4|亿元",
		"A01|规模以上工业总产值|全市|202311|累计|903.8|亿元",
		"A01|规模以上工业总产值|全市|202311|累计同比|-2.03|%",
		"A01|规模以上工业总产值|东城区|202311|累计|403.1|亿元",
		"B02|户籍人口|全市|202311|期末|302.6|万人",
	}}}},
	{"two-level-heads", []sheet{{"对比", []string{
		"主要指标|>|>|>|>",
		"指标|2023年|>|2022年|>",
		"^|绝对额|增速(%)|绝对额|增速(%)",
		"地区生产总值（亿元）|1402.9|5.6|1330.4|3.1",
		"固定资产投资（亿元）|980.5|3.9|944.0|6.2",
		"",
		"县区|规模以上工业增加值|>|社会消费品零售总额（亿元）|>",
		"^|2023年增速|2022年增速|2023年|2022年",
		"全市|6.1%%|3.4%%|905.2|860.1",
		"东城区|5.2%%|2.8%%|410.7|392.2",
	}}}},
	{"yearbook", []sheet{{"2-1", []string{
		"2-1  历年地区生产总值",
		"Gross Regional Product in Past Years",
		"本表按当年价格计算。|||单位：亿元 (100 million yuan)",
		"年份 Year|地区生产总值 Gross Regional Product|第一产业 Primary Industry|人均地区生产总值（元） Per Capita GRP (yuan)",
		"2020|1235.04|98.11|48912",
		"2021|1287.20|93.91|50423",
		"2022|1391.99|92.54|53935",
		"2023①|1460.72|87.64|55982",
		"注：①2023年为初步核算数。",
	}}}},
	{"targets", []sheet{{"目标", []string{
		"2024年主要目标完成情况",
		"指标|单位|2024年目标|1-9月完成|同比增长%|完成进度%|全省位次",
		"地区生产总值|亿元|6%左右|1056.2|5.8|—|4",
		"一般公共预算收入|亿元|156|127.4|9.3|81.7|2",
		"城镇调查失业率|%|控制在5.5以内|5.2|||",
		"居民消费价格|%|3左右||0.4||",
	}}}},
	{"quarters-and-areas", []sheet{{"季度", []string{
		"各区规模以上工业总产值（亿元）",
		"地区|2023Q1|2023Q2|2023Q3|2023Q4",
		"全市合计|210.4|233.9|241.2|260.7",
		"　东城区|110.2|120.8|125.5|133.0",
		"　西城区|100.2|113.1|115.7|127.7",
	}}, {"目录", []string{"表号|页码", "表1|1", "表2|3"}}}},
	{"side-by-side", []sheet{{"主要指标", []string{
		"2022年主要指标",
		"指标|单位|绝对数|比上年增长%||指标|单位|绝对数|比上年增长%",
		"地区生产总值|亿元|2044.6|3.9||社会消费品零售总额|亿元|905.2|-0.9",
		"年末常住人口|万人|318.42|-0.2||进出口总额|亿元|214.6|12.4",
		"",
		"甲|乙|1|2||甲|乙|1|2",
	}}}},
	{"national-accounts", []sheet{{"CY KP", []string{
		"Table 2: Gross Domestic Product by activity at constant 2017 prices (Rwf billions)",
		"",
		"Activity|2018|2019|2020|2021|2022",
		"GROSS DOMESTIC PRODUCT (GDP)|9100|9705|9350|10353|11131",
		"   AGRICULTURE|2400|2520|2545|2698|2752",
		"   INDUSTRY|1700|1887|1805|2040|2142",
		"",
		"Growth rate|2018|2019|2020|2021|2022",
		"GROSS DOMESTIC PRODUCT (GDP)||6.6%%|-3.7%%|10.7%%|7.5%%",
		"   AGRICULTURE||5.0%%|1.0%%|6.0%%|2.0%%",
		"Source: National Institute of Statistics",
	}}}},
	{"world-bank", []sheet{{"Data", []string{
		"Country Name|Country Code|Series Name|Series Code|2020 [YR2020]|2021 [YR2021]|2022 [YR2022]",
		"China|CHN|GDP (current US$)|NY.GDP.MKTP.CD|14687744162801|17820459508852|17881783387001",
		"China|CHN|GDP growth (annual %)|NY.GDP.MKTP.KD.ZG|2.2|8.4|3.0",
		"China|CHN|Exports of goods and services (% of GDP)|NE.EXP.GNFS.ZS|18.6|19.9|..",
		"Kenya|KEN|GDP growth (annual %)|NY.GDP.MKTP.KD.ZG|-0.3|7.6|4.9",
		"|||||",
		"Data from database: World Development Indicators",
	}}}},
	{"fiscal-quarters", []sheet{{"Table 4", []string{
		"Table 4: Quarterly GDP at current prices (USD million)",
		"",
		"Activity|2021/22|>|>|>|2022/23|>",
		"^|Q1|Q2|Q3|Q4|Q1|Q2",
		"GDP at market prices|8120|8240|8410|8590|8710|8800",
		"Manufacturing|1310|1330|1352|1369|1391|1402",
	}}}},
	{"months-across", []sheet{{"用电量", []string{
		"全社会用电量（万千瓦时）",
		"年份|1月|2月|3月|4月|全年",
		"2022|107494|98211|101320|99870|1212011",
		"2023|109800|97450|104990|102350|1232150",
	}}}},
	{"dates", []sheet{{"Sheet1", []string{
		"observation_date|GDP",
		"@2022-01|25029.1",
		"@2022-04|25544.3",
		"@2022-07|25994.6",
		"@2022-10|26408.4",
		"@2023-01|26813.6",
	}}}},
	{"fiscal-table", []sheet{{"收支", []string{
		"云岭县2023年9月一般公共预算收支完成情况",
		"科目编码|预算科目|年初预算数|9月完成|1-9月累计完成|上年同期累计|比上年增减额|比上年增减%|完成年初预算%",
		"甲|乙|1|2|3|4|5=3-4|6=5/4|7=3/1",
		"101|税收收入|45600|2921|31729|31420|309|0.98|69.6",
		"10101|  增值税|21000|1650|14870|13010|1860|14.3|70.8",
	}}}},
	{"with-glossary", []sheet{{"指标", []string{
		"指标|单位|2023年1-11月|同比%",
		"新区固投|亿元|98.4|12.1",
	}}, {"词汇", []string{
		"中文|英文|别名|单位",
		"新区固定资产投资|Investment in fixed assets of the new area|新区固投|亿元",
	}}}},
}

// texts are text tables in the encodings and with the delimiters of exports.
var texts = []struct {
	name, text string
	encode     func(string) []byte
}{
	{"gbk.csv", "时间,地区生产总值(亿元),增速(%)\r\n2021年,1287.2,8.1\r\n2022年,1392.0,3.9\r\n", func(s string) []byte {
		out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			panic(err)
		}
		return []byte(out)
	}},
	{"no-unit.csv", ",国内生产总值,人均国内生产总值\n1978年,3650.16851182,381.750901969\n1979年,4067.67013302,419.778033449\n", nil},
	{"decimal-comma.csv", "Period;Exports, EUR million;Growth rate\n2022 Q1;1.234,5;3,2\n2022 Q2;1.250,75;3,9\n", nil},
	{"eurostat.tsv", "freq,unit,na_item,geo\\TIME_PERIOD\t2020 \t2021 \t2022 \nA,CP_MEUR,B1GQ,DE\t3449620.0 \t3676460.0 \t3876810.0 p\nA,CP_MEUR,B1GQ,FR\t: \t2502118.0 \t2655435.0 p\n", nil},
	{"sdmx.csv", "REF_AREA,Reference area,TRANSACTION,Transaction,UNIT_MEASURE,Unit of measure,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\nFRA,France,B1GQ,Gross domestic product,EUR,Euro,2022-Q1,693973.3,A,6\nFRA,France,B1GQ,Gross domestic product,EUR,Euro,2022-Q2,703003.5,P,6\n", nil},
}

func TestLayouts(t *testing.T) {
	for _, l := range layouts {
		file := l.name + ".xlsx"
		if *updateLayouts {
			write(t, file, workbook(t, l.sheets))
		}
		readLayout(t, file)
	}
	for _, l := range texts {
		if *updateLayouts {
			data := []byte(l.text)
			if l.encode != nil {
				data = l.encode(l.text)
			}
			write(t, l.name, data)
		}
		readLayout(t, l.name)
	}
}

// readLayout holds what is read from a file against its golden JSON.
func readLayout(t *testing.T, file string) {
	t.Run(file, func(t *testing.T) {
		path := filepath.Join("testdata", "layouts", file)
		r := sources.Read(path, sources.Options{Unused: true})
		doc := inspect.New(file, r.Dataset, r.Diagnostics.Sorted())
		doc.AddUnused(r.Unused)
		var buf bytes.Buffer
		if err := doc.JSON(&buf); err != nil {
			t.Fatal(err)
		}
		golden := file + ".json"
		if *updateLayouts {
			write(t, golden, buf.Bytes())
		}
		want, err := os.ReadFile(filepath.Join("testdata", "layouts", golden))
		if err != nil {
			t.Fatal(err)
		}
		got, wanted := strings.Split(buf.String(), "\n"), strings.Split(string(want), "\n")
		for i := range min(len(got), len(wanted)) {
			if got[i] != wanted[i] {
				t.Fatalf("line %d\n got %s\nwant %s", i+1, got[i], wanted[i])
			}
		}
		if len(got) != len(wanted) {
			t.Fatalf("%d lines, want %d", len(got), len(wanted))
		}
	})
}

func write(t *testing.T, file string, data []byte) {
	t.Helper()
	path := filepath.Join("testdata", "layouts", file)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// workbook writes sheets as a workbook.
func workbook(t *testing.T, sheets []sheet) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
	must(err)
	month := "yyyy-mm"
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &month})
	must(err)
	for i, s := range sheets {
		if i == 0 {
			must(f.SetSheetName("Sheet1", s.name))
		} else {
			_, err := f.NewSheet(s.name)
			must(err)
		}
		for y, row := range s.rows {
			for x, v := range strings.Split(row, "|") {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				must(err)
				switch v {
				case "", ">", "^":
					continue
				}
				if day, ok := strings.CutPrefix(v, "@"); ok {
					d, err := time.Parse("2006-01", day)
					must(err)
					must(f.SetCellValue(s.name, at, d))
					must(f.SetCellStyle(s.name, at, at, date))
				} else if p, ok := strings.CutSuffix(v, "%%"); ok {
					n, err := strconv.ParseFloat(p, 64)
					must(err)
					must(f.SetCellValue(s.name, at, n/100))
					must(f.SetCellStyle(s.name, at, at, percent))
				} else if n, err := strconv.ParseFloat(v, 64); err == nil {
					must(f.SetCellValue(s.name, at, n))
				} else {
					must(f.SetCellValue(s.name, at, v))
				}
			}
		}
		mergeCells(t, f, s)
	}
	buf, err := f.WriteToBuffer()
	must(err)
	return buf.Bytes()
}

// mergeCells merges what > and ^ join.
func mergeCells(t *testing.T, f *excelize.File, s sheet) {
	at := func(x, y int) string {
		if y < len(s.rows) {
			if c := strings.Split(s.rows[y], "|"); x < len(c) {
				return c[x]
			}
		}
		return ""
	}
	for y, row := range s.rows {
		for x, v := range strings.Split(row, "|") {
			if v == ">" || v == "^" {
				continue
			}
			right, down := x, y
			for at(right+1, y) == ">" {
				right++
			}
			for at(x, down+1) == "^" {
				down++
			}
			if right == x && down == y {
				continue
			}
			from, _ := excelize.CoordinatesToCellName(x+1, y+1)
			to, _ := excelize.CoordinatesToCellName(right+1, down+1)
			if err := f.MergeCell(s.name, from, to); err != nil {
				t.Fatal(err)
			}
		}
	}
}
