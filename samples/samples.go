// Package samples holds the workbooks to start from, as datasets: the real
// figures of one development zone, and an invented monthly series. The
// workbooks beside this file are written from them.
package samples

import (
	"github.com/shopspring/decimal"

	"jianbao/internal/indicator"
)

//go:generate go test -run TestWorkbooks -update .

// Workbook is a sample: the name of its file and what it says.
type Workbook struct {
	Name string
	Data *indicator.Dataset
}

// Workbooks are all samples.
func Workbooks() []Workbook {
	return []Workbook{
		{"jingyue-2023.xlsx", Jingyue()},
		{"monthly-demo.xlsx", Monthly()},
	}
}

func text(zh, en string) indicator.Text { return indicator.Text{ZH: zh, EN: en} }

func dec(s string) indicator.Decimal { return decimal.RequireFromString(s) }

func unit(zh, en string) indicator.Unit { return indicator.ParseUnit(text(zh, en)) }
