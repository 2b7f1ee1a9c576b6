package briefing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
	"jianbao/internal/numeral"
	"jianbao/samples"
)

// TestSamples: the whole text of both samples, in both languages.
func TestSamples(t *testing.T) {
	for _, w := range samples.Workbooks() {
		w.Data.File = w.Name
		b, err := Compose(w.Data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "sample-"+strings.TrimSuffix(w.Name, ".xlsx")+".txt", dump(b))
		sound(t, b, w.Data)
		if len(b.Findings) > 0 {
			t.Errorf("%s: %v", w.Name, b.Findings)
		}
	}
}

// TestConversion: any number in any unit is one number in both languages, to the
// digit, and reading either back gives the number that was rounded.
func TestConversion(t *testing.T) {
	units := []string{"亿元|RMB 100 million", "万元|RMB 10 thousand", "元|RMB", "万亿元|RMB trillion", "亿美元|US$100 million", "万美元|US$10 thousand", "百万美元|US$ million",
		"万人|10 thousand persons", "人|persons", "亿人次|100 million trips", "万吨|10 thousand tonnes", "亿吨|100 million tonnes", "吨|tonnes", "亿千瓦时|100 million kWh", "万千瓦时|10 thousand kWh",
		"万平方米|10 thousand square metres", "户|entities", "个|projects", "亿立方米|100 million cubic metres", "万辆|10 thousand vehicles", "%|%"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		zh, en, _ := strings.Cut(units[r.IntN(len(units))], "|")
		u := indicator.ParseUnit(Text{ZH: zh, EN: en})
		v := decimal.New(r.Int64N(1e12), -int32(r.IntN(9)))
		if r.IntN(2) == 0 {
			v = decimal.New(r.Int64N(1e4), -int32(r.IntN(4)))
		}
		places := r.IntN(5) - 1
		a := amount(v, u, places)
		to := larger(v, u)
		want := round(rescaled(v, u, to, places))
		if to.Scale > 0 {
			want = want.Shift(int32(to.Scale))
		}
		zhs, ens := numeral.Find(a.ZH.String(), numeral.Chinese), numeral.Find(a.EN.String(), numeral.English)
		if len(zhs) != 1 || len(ens) != 1 || !zhs[0].Full.Equal(want) || !ens[0].Full.Equal(want) {
			if strings.HasPrefix(a.EN.Number, "19") && len(a.EN.Number) == 4 || strings.HasPrefix(a.EN.Number, "20") && len(a.EN.Number) == 4 {
				continue // reads as a year
			}
			t.Fatalf("%s %s to %d: %s | %s, read back %v | %v, want %s", v, zh, places, a.ZH, a.EN, fulls(zhs), fulls(ens), want)
		}
	}
}

func fulls(ns []numeral.Number) string {
	var out []string
	for _, n := range ns {
		out = append(out, fmt.Sprint(n.Full))
	}
	return strings.Join(out, " ")
}
