package sources_test

import (
	"path/filepath"
	"testing"

	"jianbao/internal/indicator"
	"jianbao/sources"
)

type spot struct{ cell, series, from, to, value string }

// realFiles are spreadsheets of statistical offices, data terminals and
// international organisations, with figures that were compared with the sheets
// by eye. They lie outside of the project.
var realFiles = []struct {
	file                 string
	series, observations int
	spots                []spot
}{
	{"bulletin-example.xlsx", 18, 28, []spot{
		{"主要指标!E5", "grp", "2024-01", "2024-06", "228.64"},
		{"主要指标!F5", "grp.yoy", "2024-01", "2024-06", "5.6"},
		{"主要指标!E6", "primary", "2024-01", "2024-06", "3.1"},
		{"主要指标!F8", "tertiary.yoy", "2024-01", "2024-06", "4.3"},
		{"主要指标!C9", "industry-output", "2024-06", "2024-06", "31.52"},
		{"主要指标!D9", "industry-output.yoy", "2024-06", "2024-06", "12.4"},
		{"主要指标!E10", "retail", "2024-01", "2024-06", "81.33"},
		{"主要指标!D10", "retail.yoy", "2024-06", "2024-06", "-1.6"},
		{"主要指标!D11", "retail-above.yoy", "2024-06", "2024-06", "-4.1"},
		{"主要指标!C12", "revenue-local", "2024-06", "2024-06", "20840"},
		{"主要指标!F12", "revenue-local.yoy", "2024-01", "2024-06", "8.1"},
		{"主要指标!E13", "income-urban", "2024-01", "2024-06", "25617"},
	}},
	{"nbs-export-example.xlsx", 4, 10, []spot{
		{"月度数据!B4", "cpi", "2024-05", "2024-05", "100.3"},
		{"月度数据!C4", "cpi", "2024-04", "2024-04", "100.2"},
		{"月度数据!D4", "cpi", "2024-01", "2024-01", "99.2"},
		{"月度数据!B5", "m2", "2024-05", "2024-05", "3013400"},
		{"月度数据!C5", "m2", "2024-04", "2024-04", "2967100"},
		{"月度数据!D5", "m2", "2024-01", "2024-01", "2976500"},
		{"月度数据!B6", "re-new-starts", "2024-01", "2024-05", "30090"},
		{"月度数据!C6", "re-new-starts", "2024-01", "2024-04", "23510"},
		{"月度数据!B7", "re-new-starts.yoy", "2024-01", "2024-05", "-24.2"},
		{"月度数据!C7", "re-new-starts.yoy", "2024-01", "2024-04", "-24.6"},
	}},
	{"choice-gdp-quarterly.xlsx", 22, 2609, []spot{
		{"指标!C7", "gdp", "2025-01", "2025-03", "318758"},
		{"指标!C8", "gdp", "2024-01", "2024-12", "1349083.5"},
		{"指标!G8", "gdp", "2024-10", "2024-12", "373726.2"},
		{"指标!D9", "va-primary", "2024-01", "2024-09", "57363.6"},
		{"指标!H8", "va-primary", "2024-10", "2024-12", "34050"},
		{"指标!K9", "gdp.yoy", "2024-01", "2024-09", "4.8"},
		{"指标!O8", "gdp.yoy", "2024-10", "2024-12", "5.4"},
		{"指标!P8", "gdp-real", "2024-01", "2024-12", "1282320.8"},
		{"指标!T12", "gdp-expenditure", "2023-01", "2023-12", "1258647.29355423"},
		{"指标!X9", "contrib-consumption", "2024-01", "2024-09", "50.8"},
		{"指标!AA8", "contrib-primary", "2024-01", "2024-12", "5.2"},
		{"指标!AF8", "pull-tertiary", "2024-01", "2024-12", "2.8"},
		{"指标!W179", "net-exports", "1952-01", "1952-12", "-7.8"},
		{"指标!R8", "va-secondary.yoy", "2024-10", "2024-12", "5.2"},
	}},
	{"choice-retail-monthly.xlsx", 8, 2087, []spot{
		{"指标!C7", "retail", "2025-03", "2025-03", "40940.5"},
		{"指标!C8", "retail", "2024-12", "2024-12", "45171.5"},
		{"指标!D8", "retail-urban", "2024-12", "2024-12", "38445"},
		{"指标!G11", "retail-catering", "2024-09", "2024-09", "4417.4"},
		{"指标!J9", "retail-excl-auto", "2024-11", "2024-11", "38998.2"},
		{"指标!I14", "retail-above", "2024-06", "2024-06", "16994"},
		{"指标!H7", "retail-online", "2025-03", "2025-03", "13479"},
		{"指标!F10", "retail-goods", "2024-10", "2024-10", "40444.3"},
		{"指标!E12", "retail-rural", "2024-08", "2024-08", "5151.2"},
		{"指标!C534", "retail", "1978-12", "1978-12", "145.2"},
		{"指标!C545", "retail", "1978-01", "1978-01", "134.3"},
		{"指标!C546", "retail", "1975-12", "1975-12", "416.7"},
	}},
	{"choice-investment-monthly.xlsx", 13, 3708, []spot{
		{"指标!C7", "fai", "2025-01", "2025-03", "103174"},
		{"指标!D7", "fai.yoy", "2025-01", "2025-03", "4.2"},
		{"指标!C8", "fai", "2025-01", "2025-02", "52619"},
		{"指标!C9", "fai", "2024-01", "2024-12", "514374"},
		{"指标!D9", "fai.yoy", "2024-01", "2024-12", "3.2"},
		{"指标!N9", "fai-private.yoy", "2024-01", "2024-12", "-0.1"},
		{"指标!O10", "fai-state.yoy", "2024-01", "2024-11", "6.1"},
		{"指标!H11", "fai-primary.yoy", "2024-01", "2024-10", "2.5"},
		{"指标!M12", "fai-other-costs.yoy", "2024-01", "2024-09", "-3.3"},
		{"指标!E13", "fai-new.yoy", "2024-01", "2024-08", "-1.8"},
		{"指标!F14", "fai-expansion.yoy", "2024-01", "2024-07", "39.3"},
		{"指标!C377", "fai", "1981-01", "1981-12", "711.1"},
	}},
	{"rwanda-nisr-gdp.xlsx", 130, 3065, []spot{
		{"Table A!B2", "gdp", "1999-01", "1999-12", "720"},
		{"Table A!C3", "gdp.yoy", "2000-01", "2000-12", "11.9"},
		{"Table A!D3", "gdp-real", "2000-01", "2000-12", "2239"},
		{"Table A!E3", "gdp.yoy-real", "2000-01", "2000-12", "8.4"},
		{"Table A!H25", "gdp-per-capita", "2022-01", "2022-12", "1035"},
		{"Table A!I25", "gdp-per-capita-current-us-dollars", "2022-01", "2022-12", "1004"},
		{"Table A!J3", "item-government", "2000-01", "2000-12", "16.1"},
		{"Table A!AC3", "population.yoy", "2000-12", "2000-12", "2.6"},
		{"CYGDP KP!C25", "sector-agriculture", "2022-01", "2022-12", "2461"},
		{"T3 GDP CY!C3", "final-consumption", "1999-01", "1999-12", "2096"},
		{"CYGDP Gr!D3", "sector-food-crops.yoy", "2001-01", "2001-12", "8.9"},
	}},
	{"singstat-gdp.xlsx", 29, 1856, []spot{
		{"M015731!B12", "gdp", "2023-01", "2023-12", "673300.3"},
		{"M015731!C12", "gdp", "2022-01", "2022-12", "687230.4"},
		{"M015731!BM12", "gdp", "1960-01", "1960-12", "2157.4"},
		{"M015731!B13", "sector-goods-producing", "2023-01", "2023-12", "151017.4"},
		{"M015731!B20", "sector-wholesale", "2023-01", "2023-12", "142345"},
		{"M015731!E28", "sector-real-estate-professional", "2020-01", "2020-12", "58727.8"},
		{"M015731!D38", "sector-dwellings", "2021-01", "2021-12", "18912.9"},
		{"M015731!B40", "", "2023-01", "2023-12", "34491.2"},
		{"M015731!BL40", "", "1961-01", "1961-12", "118.8"},
		{"M015731!C33", "sector-public-administration", "2022-01", "2022-12", "15251.2"},
		{"M015731!B29", "sector-real-estate", "2023-01", "2023-12", "19956.6"},
		{"M015731!BK17", "sector-other-goods", "1962-01", "1962-12", "90.8"},
	}},
	{"worldbank-wdi.xlsx", 18, 342, []spot{
		{"Data!E4789", "", "2004-01", "2004-12", "0.67"},
		{"Data!G4789", "", "2006-01", "2006-12", "0.86"},
		{"Data!I4789", "", "2008-01", "2008-12", "1.03"},
		{"Data!K4789", "", "2010-01", "2010-12", "1.07"},
	}},
	{"nbs-annual-gdp.csv", 6, 222, []spot{
		{"nbs-annual-gdp!B2", "gdp-per-capita", "1978-01", "1978-12", "381.750901969"},
		{"nbs-annual-gdp!C2", "gdp", "1978-01", "1978-12", "3650.16851182"},
		{"nbs-annual-gdp!D5", "gni", "1981-01", "1981-12", "4896.04778543"},
		{"nbs-annual-gdp!E2", "va-primary", "1978-01", "1978-12", "1018.4"},
		{"nbs-annual-gdp!F2", "va-tertiary", "1978-01", "1978-12", "895.797082617"},
		{"nbs-annual-gdp!G2", "va-secondary", "1978-01", "1978-12", "1735.9714292"},
		{"nbs-annual-gdp!C38", "gdp", "2014-01", "2014-12", "635910"},
		{"nbs-annual-gdp!F38", "va-tertiary", "2014-01", "2014-12", "305810"},
	}},
}

func TestRealFiles(t *testing.T) {
	for _, c := range realFiles {
		t.Run(c.file, func(t *testing.T) {
			path := filepath.Join("..", "..", "shared", "real", c.file)
			if found, _ := filepath.Glob(path); found == nil {
				t.Skip("the file is not on this machine")
			}
			r := sources.Read(path, sources.Options{})
			if r.Dataset == nil {
				t.Fatalf("nothing was read: %v", r.Diagnostics)
			}
			type figure struct {
				series string
				indicator.Observation
			}
			at := map[string]figure{}
			n := 0
			for i := range r.Series {
				for _, o := range r.Series[i].Observations {
					at[o.Cell.String()] = figure{r.Series[i].ID, o}
					n++
				}
			}
			if len(r.Series) != c.series || n != c.observations {
				t.Errorf("%d series and %d observations, want %d and %d", len(r.Series), n, c.series, c.observations)
			}
			for _, s := range c.spots {
				got, ok := at[s.cell]
				if !ok {
					t.Errorf("%s was not read", s.cell)
					continue
				}
				if s.series != "" && got.series != s.series || got.Period.From.String() != s.from || got.Period.To.String() != s.to || got.Value.String() != s.value {
					t.Errorf("%s: %s %s %s, want %s %s…%s %s", s.cell, got.series, got.Period, got.Value, s.series, s.from, s.to, s.value)
				}
			}
		})
	}
}

// TestRealFilesDeclined holds that what is no table of indicators is declined
// with a reason, and what is an old workbook with the way out.
func TestRealFilesDeclined(t *testing.T) {
	for file, code := range map[string]string{"readxl-deaths.xlsx": "no-indicator-found", "nbs-province.xls": "old-format"} {
		path := filepath.Join("..", "..", "shared", "real", file)
		if found, _ := filepath.Glob(path); found == nil {
			t.Skip("the files are not on this machine")
		}
		r := sources.Read(path, sources.Options{})
		if r.Dataset != nil || len(r.Diagnostics) == 0 || r.Diagnostics[len(r.Diagnostics)-1].Code != code && r.Diagnostics[0].Code != code {
			t.Errorf("%s: %v, want %s", file, r.Diagnostics, code)
		}
	}
}
