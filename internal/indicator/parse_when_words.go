package indicator

import (
	"strconv"
	"strings"
)

func num(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func quarterOf(year, q, end string) When {
	n := ordinal(q)
	return When{Year: num(year), From: 3*n - 2, To: 3 * n, Part: true, AtEnd: end != ""}
}

func halfOf(year, h string) When {
	if h == "上" || h == "1" {
		return When{Year: num(year), From: 1, To: 6, Part: true}
	}
	return When{Year: num(year), From: 7, To: 12, Part: true}
}

func monthOf(year, m, end string) When {
	w := When{Year: num(year), From: num(m), To: num(m), AtEnd: end != ""}
	if m != "" && w.From == 0 {
		w.From = -1 // month 0 is none
	}
	return w
}

func dayOf(year, m, day string) (When, bool) {
	w := monthOf(year, m, "")
	w.Day = num(day)
	return w, w.Day >= 1 && w.Day <= 31
}

// shortYear reads 23 as 2023 and 98 as 1998.
func shortYear(s string) int {
	n := num(s)
	switch {
	case len(s) > 2:
		return n
	case n < 60:
		return 2000 + n
	}
	return 1900 + n
}

func ordinal(s string) int {
	switch s {
	case "一", "1":
		return 1
	case "二", "2", "两":
		return 2
	case "三", "3":
		return 3
	}
	return 4
}

// cnNumber reads a number up to twelve in hanzi or digits.
func cnNumber(s string) int {
	for i, w := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"} {
		if s == w {
			return i + 1
		}
	}
	if s == "两" {
		return 2
	}
	return num(s)
}

// monthName is the month of an English or French name.
func monthName(name string) int {
	for i, m := range [][]string{{"JAN"}, {"FEB", "FÉV", "FéV", "FEV"}, {"MAR"}, {"APR", "AVR"}, {"MAY", "MAI"}, {"JUN", "JUIN"}, {"JUL", "JUIL"}, {"AUG", "AO"}, {"SEP"}, {"OCT"}, {"NOV"}, {"DEC", "DÉC", "DéC"}} {
		for _, stem := range m {
			if strings.HasPrefix(name, stem) {
				return i + 1
			}
		}
	}
	return 0
}
